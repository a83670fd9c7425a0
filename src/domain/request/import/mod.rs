//! Requests from an earlier register: JSON lines, one transaction, each known by its id there, so that a second run
//! changes nothing.

mod check;

use std::collections::BTreeSet;
use std::io::{BufRead, Read as _};

use chrono::Datelike as _;
use chrono_tz::Tz;
use serde::Deserialize;

use super::evidence::write_list;
use super::open::{digest, fresh_id};
use super::step::coming_event;
use super::words::{AgentProof, Channel, Code, Law, Method, Type, data_list};
use super::{State, Who, calendar};
use crate::base::clock::{Time, seconds_text};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::{period, text};
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::request::{RequestRow, StepRow};

const MOST_LINE: u64 = 1024 * 1024;
const MOST_REQUESTS: usize = 100_000;
/// All of it is kept in memory until the transaction.
const MOST_FILE: u64 = 64 * 1024 * 1024;

/// One line as it stands in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    law: String,
    received: String,
    account: Option<String>,
    email: Option<String>,
    channel: Option<String>,
    calendar: Option<String>,
    timezone: Option<String>,
    state: Option<String>,
    acknowledged: Option<String>,
    verified: Option<String>,
    verified_how: Option<String>,
    extended: Option<String>,
    closed: Option<String>,
    code: Option<String>,
    text: Option<String>,
    #[serde(default)]
    contested: Vec<String>,
    agent: Option<String>,
    agent_proof: Option<String>,
}

/// A line that makes sense by itself.
#[derive(Clone, Debug)]
pub struct Entry {
    line: u64,
    account: Option<String>,
    email: Option<EmailAddress>,
    /// All but ids, reference and subject.
    row: RequestRow,
}

/// What counts where a line does not say it.
#[derive(Clone, Copy, Debug)]
pub struct Usual<'a> {
    pub calendar: Option<&'a str>,
    pub zone: Tz,
    pub now: Time,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Imported {
    pub created: usize,
    /// Known by their ids already.
    pub known: usize,
    /// The first and the last reference that was given.
    pub references: Option<(String, String)>,
}

/// Reads the file; a fault is told with its line, and nothing is imported.
pub fn read(input: impl BufRead, usual: Usual<'_>) -> Result<Vec<Entry>> {
    let (mut entries, mut ids) = (vec![], BTreeSet::new());
    // One byte more than may be read: so much is known to be too much.
    let mut input = input.take(MOST_FILE + 1);
    for line in 1_u64.. {
        let Some(text) = next_line(&mut input, line)? else {
            break;
        };
        if input.limit() == 0 {
            return Err(at(
                line,
                "is behind 64 MiB: at most so much is taken at once",
            ));
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            continue;
        }
        let record: Record = serde_json::from_str(text).map_err(|error| at(line, "is no request")
            .because(error)
            .hint("wanted is one JSON object a line, with at least `id`, `type`, `law` and `received`"))?;
        let id = record.id.clone();
        let entry = entry(record, line, usual).map_err(|error| {
            let mut named = at(line, &format!("cannot be taken: {}", error.message));
            named.hint = error.hint;
            named
        })?;
        if !ids.insert(id.clone()) {
            return Err(at(line, &format!("repeats the id `{}`", text::safe(&id))));
        }
        entries.push(entry);
        if entries.len() > MOST_REQUESTS {
            return Err(at(
                line,
                "is one too many: at most 100000 requests are taken at once",
            ));
        }
    }
    Ok(entries)
}

fn at(line: u64, what: &str) -> Error {
    Error::usage(format!("line {line} {what}"))
}

fn next_line(input: &mut impl BufRead, line: u64) -> Result<Option<String>> {
    let mut bytes = vec![];
    let failed = |error| Error::failed("the requests cannot be read").because(error);
    input
        .take(MOST_LINE + 1)
        .read_until(b'\n', &mut bytes)
        .map_err(failed)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_LINE {
        return Err(at(line, "is longer than 1 MiB"));
    }
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| at(line, "is no UTF-8"))
}

fn entry(record: Record, line: u64, usual: Usual<'_>) -> Result<Entry> {
    let zone = match &record.timezone {
        None => usual.zone,
        Some(name) => name
            .parse()
            .map_err(|_| Error::usage(format!("there is no time zone `{}`", text::safe(name))))?,
    };
    let kind = Type::parse(&record.kind)?;
    let law = Law::parse(&record.law)?;
    kind.require_law(law)?;
    let when = |name: &str, typed: &Option<String>| when(name, typed.as_deref(), (usual.now, zone));
    let received = when("received", &Some(record.received.clone()))?
        .ok_or_else(|| Error::bug("a time that is there was not read"))?;
    let state = record.state.as_deref().unwrap_or("received");
    let parse = |typed: &Option<String>| typed.as_deref().map(Method::parse).transpose();
    let row = RequestRow {
        kind: kind.as_str().to_owned(),
        law: law.as_str().to_owned(),
        state: state_of(state)?.as_str().to_owned(),
        code: record
            .code
            .as_deref()
            .map(Code::parse)
            .transpose()?
            .map(|code| code.as_str().to_owned()),
        text: record.text.clone(),
        received,
        zone: zone.name().to_owned(),
        calendar: calendar_of(&record, usual)?,
        channel: Channel::parse(record.channel.as_deref().unwrap_or("other"))?
            .as_str()
            .to_owned(),
        opened: usual.now,
        acknowledged: when("acknowledged", &record.acknowledged)?,
        verified: when("verified", &record.verified)?,
        verified_how: parse(&record.verified_how)?.map(|method| method.as_str().to_owned()),
        extended: when("extended", &record.extended)?,
        closed: when("closed", &record.closed)?,
        contested: write_list(&data_list(&record.contested)?),
        agent: record.agent.clone(),
        agent_proof: record
            .agent_proof
            .as_deref()
            .map(AgentProof::parse)
            .transpose()?
            .map(|proof| proof.as_str().to_owned()),
        foreign_id: Some(record.id.clone()),
        ..RequestRow::default()
    };
    let row = check::finished(row)?;
    require_subject(&record, &row)?;
    Ok(Entry {
        line,
        account: record.account,
        email: record.email.as_deref().map(EmailAddress::new).transpose()?,
        row,
    })
}

/// One about nobody would be carried out on nobody, and called done.
fn require_subject(record: &Record, row: &RequestRow) -> Result<()> {
    if row.closed.is_some() || record.account.is_some() || record.email.is_some() {
        return Ok(());
    }
    Err(Error::usage("it is open, and is about nobody").hint("give `account` or `email`"))
}

fn calendar_of(record: &Record, usual: Usual<'_>) -> Result<String> {
    let named = record.calendar.as_deref().or(usual.calendar);
    named.map(str::to_owned).ok_or_else(|| {
        Error::usage("it does not say whose public holidays count")
            .hint("give `--calendar DE`, or `calendar` in the line")
    })
}

fn when(name: &str, typed: Option<&str>, (now, zone): (Time, Tz)) -> Result<Option<Time>> {
    let Some(typed) = typed else { return Ok(None) };
    let time = match period::parse_date(typed.trim()) {
        Some(date) => period::start_of_day(date, &zone),
        None => crate::base::clock::parse(typed.trim()).map_err(|error| {
            Error::usage(format!("`{name}` is `{}`", text::safe(typed)))
                .because(error)
                .hint("give RFC 3339 or a date: `2026-03-05T09:30:00Z`, `2026-03-05`")
        })?,
    };
    if time > now {
        return Err(Error::usage(format!(
            "`{name}` is `{}`, in the future",
            seconds_text(time)
        )));
    }
    Ok(Some(time))
}

/// Only states that need nothing which stands in no line: no bundle, no plan.
fn state_of(typed: &str) -> Result<State> {
    const TAKEN: [State; 8] = [
        State::Received,
        State::Acknowledged,
        State::Verified,
        State::Fulfilled,
        State::Partial,
        State::Denied,
        State::Withdrawn,
        State::Dismissed,
    ];
    let found = TAKEN.into_iter().find(|state| state.as_str() == typed);
    found.ok_or_else(|| {
        let words = TAKEN.map(State::as_str).join(", ");
        Error::usage(format!("`state` is `{}`", text::safe(typed)))
            .hint(format!("accepted: {words}"))
    })
}

/// Takes what is new over. One event tells of all.
pub fn import(ctx: &Context, entries: Vec<Entry>) -> Result<Changed<Imported>> {
    let event = Event::new("request.import").severity(Severity::Low);
    audit::change(ctx, event, |tx, event| {
        let year = ctx.now().year();
        let mut number = tx.last_reference(year)?;
        let first = number.saturating_add(1);
        let mut known = 0;
        for entry in entries {
            if is_known(tx, &entry)? {
                known += 1;
                continue;
            }
            number = number.saturating_add(1);
            take(ctx, tx, (entry, format!("R-{year}-{number:04}")))?;
        }
        let created = usize::try_from(number.saturating_add(1).saturating_sub(first));
        let created = created.unwrap_or(usize::MAX);
        event.set("count", created);
        event.set("known", known);
        Ok(Imported {
            created,
            known,
            references: (created > 0).then(|| {
                (
                    format!("R-{year}-{first:04}"),
                    format!("R-{year}-{number:04}"),
                )
            }),
        })
    })
}

fn is_known(tx: &Tx<'_>, entry: &Entry) -> Result<bool> {
    let id = entry.row.foreign_id.as_deref().unwrap_or_default();
    let Some(there) = tx.request_of_foreign(id)? else {
        return Ok(false);
    };
    let row = &entry.row;
    if (&there.kind, &there.law, there.received) == (&row.kind, &row.law, row.received) {
        return Ok(true);
    }
    Err(Error::conflict(format!(
        "line {}: `{}` was imported as {}, and is another request there",
        entry.line,
        text::safe(id),
        there.reference
    ))
    .hint("every request of the other register needs an id of its own"))
}

fn take(ctx: &Context, tx: &Tx<'_>, (entry, reference): (Entry, String)) -> Result<()> {
    let named = |error: Error| {
        let mut at = Error::new(
            error.kind,
            format!("line {}: {}", entry.line, error.message),
        );
        at.hint = error.hint;
        at
    };
    let account = match (&entry.account, &entry.email) {
        (Some(name), _) => Some(account::find(tx, name).map_err(named)?.id),
        (None, Some(email)) => tx
            .account_with_email(&email.folded())?
            .map(|account| account.id),
        (None, None) => None,
    };
    check::require_account(&entry.row, account.as_deref()).map_err(named)?;
    let calendar = calendar::find(tx, &entry.row.calendar).map_err(named)?;
    let is_open = entry.row.closed.is_none();
    let email = entry.email.as_ref().filter(|_| is_open);
    let row = RequestRow {
        id: fresh_id(ctx, tx)?,
        reference,
        account,
        email: email.map(|email| email.as_str().to_owned()),
        email_digest: digest(ctx, entry.email.as_ref())?,
        calendar: calendar.code().to_owned(),
        ..entry.row
    };
    tx.insert_request(&row)?;
    let step = StepRow {
        number: 1,
        at: ctx.now(),
        step: "import".to_owned(),
        state: row.state.clone(),
        note: Some(row.channel.clone()),
        event: coming_event(tx)?,
        operator: Who::acting(ctx, tx)?.text(),
    };
    tx.insert_step(&row.id, &step)
}

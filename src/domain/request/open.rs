//! Opening: a request gets its reference and its clocks. An open request of the same person never stands in the
//! way: whoever is not verified yet could block the real one (GHSA-qx5f-ghc2-7g5c shows how).

use chrono::Datelike as _;
use chrono_tz::Tz;

use super::evidence::write_list;
use super::words::{AgentProof, Channel, Datum, Law, Type};
use super::{Request, State, Who, add_flag, calendar, complete, name_event};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::name::check_display_name;
use crate::base::text::lowered;
use crate::base::{clock, period};
use crate::crypto::seal;
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event};
use crate::domain::context::Context;
use crate::domain::deadline::Received;
use crate::store::Tx;
use crate::store::request::{RequestRow, StepRow};

/// Who asks.
#[derive(Clone, Debug)]
pub enum Subject {
    /// An account by name, address or id.
    Account(String),
    /// Somebody who gave an address; it may or may not be an account's.
    Email(EmailAddress),
}

/// What is asked, as it came in.
#[derive(Clone, Debug)]
pub struct NewRequest {
    pub subject: Subject,
    pub kind: Type,
    pub law: Law,
    pub received: Received,
    pub zone: Tz,
    pub calendar: String,
    pub channel: Channel,
    /// What is said to be wrong, where something is to be corrected.
    pub contested: Vec<Datum>,
    pub agent: Option<Agent>,
}

/// Who asks for somebody else (11 CCR §7063).
#[derive(Clone, Debug)]
pub struct Agent {
    pub name: String,
    /// What was shown; it can be recorded later.
    pub proof: Option<AgentProof>,
}

/// The new request, and others of the same person and kind that are open.
#[derive(Clone, Debug)]
pub struct Opened {
    pub request: Request,
    pub similar: Vec<String>,
}

pub fn open(ctx: &Context, new: &NewRequest) -> Result<Changed<Opened>> {
    let received = match new.received {
        Received::At(time) => time,
        Received::On(date) => period::start_of_day(date, &new.zone),
    };
    if received > ctx.now() {
        return Err(Error::usage(format!(
            "the request cannot have been received at `{}`, in the future",
            clock::seconds_text(received)
        )));
    }
    require_possible(new)?;
    let event = Event::new("request.open")
        .field("type", new.kind.as_str())
        .field("law", new.law.as_str())
        .field("channel", new.channel.as_str());
    audit::change(ctx, event, |tx, event| {
        let calendar = calendar::find(tx, &new.calendar)?.code().to_owned();
        let (account, email) = subject(tx, &new.subject)?;
        let mut row = RequestRow {
            id: fresh_id(ctx, tx)?,
            reference: next_reference(ctx, tx, new.zone)?,
            email_digest: digest(ctx, email.as_ref())?,
            email: email.as_ref().map(|email| email.as_str().to_owned()),
            account,
            received,
            calendar,
            ..blank(ctx, new)
        };
        name_event(event, &row);
        if let Some(agent) = &new.agent {
            add_flag(&mut row, "agent");
            event.set_personal("agent", agent.name.as_str());
        }
        if let Some(email) = &email {
            event.set_personal("email", email.as_str());
        }
        let similar = similar(tx, &row)?;
        tx.insert_request(&row)?;
        tx.insert_step(&row.id, &first_step(ctx, tx, new)?)?;
        Ok(Opened {
            request: complete(tx, row)?,
            similar,
        })
    })
}

/// What does not depend on the store: the type's law, and what is to be corrected.
fn require_possible(new: &NewRequest) -> Result<()> {
    new.kind.require_law(new.law)?;
    if let Some(agent) = &new.agent {
        check_agent(&agent.name)?;
    }
    if new.kind.is_correction() == new.contested.is_empty() {
        return Err(if new.contested.is_empty() {
            Error::usage("it is not said what is wrong")
                .hint("name it like `--contested email,name`: what is wrong cannot show who asks")
        } else {
            Error::usage(format!(
                "nothing is contested by a request of type `{}`",
                new.kind.as_str()
            ))
            .hint("`--contested` belongs to `rectification` and `correct`")
        });
    }
    Ok(())
}

pub(super) fn check_agent(name: &str) -> Result<()> {
    check_display_name(name)?;
    if !name.trim().is_empty() && name.chars().count() <= 200 {
        return Ok(());
    }
    Err(Error::usage("an agent's name has 1 to 200 characters")
        .hint("name who asks: `--agent 'Example Rights Ltd'`"))
}

/// An id that no request has: a repeated one is improbable, and cheap to rule out.
pub(super) fn fresh_id(ctx: &Context, tx: &Tx<'_>) -> Result<String> {
    loop {
        let id = ctx.random.id("req")?;
        if tx.request(&id)?.is_none() {
            return Ok(id);
        }
    }
}

fn blank(ctx: &Context, new: &NewRequest) -> RequestRow {
    RequestRow {
        kind: new.kind.as_str().to_owned(),
        law: new.law.as_str().to_owned(),
        state: State::Received.as_str().to_owned(),
        received: ctx.now(),
        zone: new.zone.name().to_owned(),
        channel: new.channel.as_str().to_owned(),
        opened: ctx.now(),
        contested: write_list(&new.contested),
        agent: new.agent.as_ref().map(|agent| agent.name.clone()),
        agent_proof: new
            .agent
            .as_ref()
            .and_then(|agent| agent.proof)
            .map(|proof| proof.as_str().to_owned()),
        ..RequestRow::default()
    }
}

fn first_step(ctx: &Context, tx: &Tx<'_>, new: &NewRequest) -> Result<StepRow> {
    Ok(StepRow {
        number: 1,
        at: ctx.now(),
        step: "open".to_owned(),
        state: State::Received.as_str().to_owned(),
        note: Some(new.channel.as_str().to_owned()),
        event: super::step::coming_event(tx)?,
        operator: Who::acting(ctx, tx)?.text(),
    })
}

fn subject(tx: &Tx<'_>, subject: &Subject) -> Result<(Option<String>, Option<EmailAddress>)> {
    match subject {
        Subject::Email(email) => {
            // Letters that only compare alike are another mailbox, and whoever reads it is somebody else.
            let is_same = |theirs: &String| lowered(theirs) == lowered(email.as_str());
            let account = tx.account_with_email(&email.folded())?;
            let account = account.filter(|account| account.email.as_ref().is_some_and(is_same));
            Ok((account.map(|account| account.id), Some(email.clone())))
        }
        Subject::Account(named) => Ok((Some(account::find(tx, named)?.id), None)),
    }
}

/// Found again without keeping the address: the first key, not the newest, so that rotation changes nothing.
pub(super) fn digest(ctx: &Context, email: Option<&EmailAddress>) -> Result<Option<Vec<u8>>> {
    let Some(email) = email else {
        return Ok(None);
    };
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    let digest = seal::mac(&key.key, "request-email", email.folded().as_bytes())?;
    Ok(Some(digest.to_vec()))
}

pub(super) fn next_reference(ctx: &Context, tx: &Tx<'_>, zone: Tz) -> Result<String> {
    let year = ctx.now().with_timezone(&zone).year();
    let number = tx.last_reference(year)?.saturating_add(1);
    Ok(format!("R-{year}-{number:04}"))
}

/// Open requests of the same person and kind: told, never in the way.
fn similar(tx: &Tx<'_>, row: &RequestRow) -> Result<Vec<String>> {
    let is_same = |other: &RequestRow| {
        let same_account = row.account.is_some() && other.account == row.account;
        let same_email = row.email_digest.is_some() && other.email_digest == row.email_digest;
        other.kind == row.kind && (same_account || same_email)
    };
    let open = tx.open_requests()?;
    Ok(open
        .into_iter()
        .filter(is_same)
        .map(|other| other.reference)
        .collect())
}

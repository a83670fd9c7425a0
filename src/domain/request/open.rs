//! Opening: a request gets its reference and its clocks. An open request of the same person never stands in the
//! way: whoever is not verified yet could block the real one (GHSA-qx5f-ghc2-7g5c shows how).

use chrono::Datelike as _;
use chrono_tz::Tz;

use super::words::{Channel, Law, Type};
use super::{Request, State, add_flag, complete, name_event};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::{clock, period};
use crate::crypto::seal;
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event};
use crate::domain::calendar::Calendar;
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
    /// Words from the list in the schema: `agent`.
    pub flags: Vec<&'static str>,
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
    let calendar = Calendar::named(&new.calendar)?.code().to_owned();
    let event = Event::new("request.open")
        .field("type", new.kind.as_str())
        .field("law", new.law.as_str())
        .field("channel", new.channel.as_str());
    audit::change(ctx, event, |tx, event| {
        let (account, email) = subject(tx, &new.subject)?;
        let mut row = RequestRow {
            id: fresh_id(ctx, tx)?,
            reference: next_reference(ctx, tx, new.zone)?,
            email_digest: digest(ctx, email.as_ref())?,
            email: email.as_ref().map(|email| email.as_str().to_owned()),
            account,
            received,
            calendar: calendar.clone(),
            ..blank(ctx, new)
        };
        for flag in &new.flags {
            add_flag(&mut row, flag);
        }
        name_event(event, &row);
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

/// An id that no request has: a repeated one is improbable, and cheap to rule out.
fn fresh_id(ctx: &Context, tx: &Tx<'_>) -> Result<String> {
    loop {
        let id = ctx.random.id("req")?;
        if tx.request(&id)?.is_none() {
            return Ok(id);
        }
    }
}

fn blank(ctx: &Context, new: &NewRequest) -> RequestRow {
    RequestRow {
        id: String::new(),
        reference: String::new(),
        account: None,
        email: None,
        email_digest: None,
        kind: new.kind.as_str().to_owned(),
        law: new.law.as_str().to_owned(),
        state: State::Received.as_str().to_owned(),
        code: None,
        text: None,
        received: ctx.now(),
        zone: new.zone.name().to_owned(),
        calendar: String::new(),
        channel: new.channel.as_str().to_owned(),
        opened: ctx.now(),
        acknowledged: None,
        verified: None,
        verified_how: None,
        extended: None,
        built: None,
        delivered: None,
        closed: None,
        flags: String::new(),
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
    })
}

fn subject(tx: &Tx<'_>, subject: &Subject) -> Result<(Option<String>, Option<EmailAddress>)> {
    match subject {
        Subject::Email(email) => {
            let account = tx.account_with_email(&email.folded())?;
            Ok((account.map(|account| account.id), Some(email.clone())))
        }
        Subject::Account(named) => Ok((Some(account::find(tx, named)?.id), None)),
    }
}

/// Found again without keeping the address: the first key, not the newest, so that rotation changes nothing.
fn digest(ctx: &Context, email: Option<&EmailAddress>) -> Result<Option<Vec<u8>>> {
    let Some(email) = email else {
        return Ok(None);
    };
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    let digest = seal::mac(&key.key, "request-email", email.folded().as_bytes())?;
    Ok(Some(digest.to_vec()))
}

fn next_reference(ctx: &Context, tx: &Tx<'_>, zone: Tz) -> Result<String> {
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

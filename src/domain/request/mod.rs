//! Data requests under GDPR and CCPA: opened, moved from state to state, answered, closed. Every step is one
//! event and one row; nothing is decided about a clock here that `deadline` does not compute.

pub mod build;
pub mod clocks;
mod extend;
mod open;
mod pause;
pub mod state;
mod step;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use build::{Built, Lock, Order, build};
pub use clocks::{Acknowledged, Basis, Clocks, Duty, Extended};
pub use extend::{Extension, MoreTime, extend};
pub use open::{NewRequest, Opened, Subject, open};
pub use pause::{Answered, Paused, ask_identity, resume, suspend};
pub use state::State;
pub use step::{Proof, ack, deliver, deny, fulfil, verify, withdraw};

use super::audit::{self, Event};
use super::context::Context;
use super::deadline::{self, Pause, Rules};
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::store::Tx;
use crate::store::request::{BundleRow, PauseRow, RequestRow, StepRow};
use words::Law;

/// A request with what its dates are.
#[derive(Clone, Debug)]
pub struct Request {
    pub row: RequestRow,
    /// The account's name, where there is one.
    pub name: Option<String>,
    pub clocks: Clocks,
    /// Open duties, the next to act on first; none once it is closed.
    pub duties: Vec<Duty>,
}

/// One request with everything that was done.
#[derive(Clone, Debug)]
pub struct History {
    pub request: Request,
    pub steps: Vec<StepRow>,
    pub pauses: Vec<PauseRow>,
    pub bundles: Vec<BundleRow>,
}

/// Which requests a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Open,
    All,
}

/// The requests with the names of their subjects; that they were looked at is recorded.
pub fn list(ctx: &Context, which: Which) -> Result<Vec<Request>> {
    audit::read(ctx, Event::new("request.list"), |tx, event| {
        let found = load(tx, which)?;
        event.set("count", found.len());
        Ok(found)
    })
}

/// The requests that are open, without anything personal: for reminders. Not recorded.
pub fn waiting(ctx: &Context) -> Result<Vec<Request>> {
    let found = ctx.store.read(|tx| load(tx, Which::Open))?;
    Ok(found
        .into_iter()
        .map(|request| Request {
            name: None,
            ..request
        })
        .collect())
}

/// One request with its steps and bundles; that it was looked at is recorded.
pub fn show(ctx: &Context, named: &str) -> Result<History> {
    audit::read(ctx, Event::new("request.show"), |tx, event| {
        let row = find(tx, named)?;
        name_event(event, &row);
        Ok(History {
            steps: tx.steps(&row.id)?,
            pauses: tx.pauses(&row.id)?,
            bundles: tx.bundles(&row.id)?,
            request: complete(tx, row)?,
        })
    })
}

fn load(tx: &Tx<'_>, which: Which) -> Result<Vec<Request>> {
    let rows = match which {
        Which::Open => tx.open_requests()?,
        Which::All => tx.requests()?,
    };
    rows.into_iter().map(|row| complete(tx, row)).collect()
}

/// The row with its clocks.
fn complete(tx: &Tx<'_>, row: RequestRow) -> Result<Request> {
    let account = match &row.account {
        Some(account) => tx.subject_account(account)?,
        None => None,
    };
    let clocks = Clocks::of(&basis(tx, &row)?)?;
    let is_open = !State::read(&row.state)?.is_final();
    let duties = clocks.duties(
        if row.acknowledged.is_some() {
            Acknowledged::Yes
        } else {
            Acknowledged::No
        },
        if row.extended.is_some() {
            Extended::Yes
        } else {
            Extended::No
        },
    );
    Ok(Request {
        name: account.map(|account| account.name),
        duties: if is_open { duties } else { vec![] },
        clocks,
        row,
    })
}

fn basis(tx: &Tx<'_>, row: &RequestRow) -> Result<Basis> {
    let zone = clocks::read_zone(&row.zone)?;
    let received = row.received.with_timezone(&zone).date_naive();
    let pauses = tx
        .pauses(&row.id)?
        .into_iter()
        .map(|pause| {
            Ok(Pause {
                asked: read_date(&pause.asked)?,
                answered: pause.answered.as_deref().map(read_date).transpose()?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Basis {
        law: Law::read(&row.law)?,
        received: row.received,
        zone,
        calendar: row.calendar.clone(),
        suspended_days: deadline::suspended_days(received, &pauses, &Rules::default())?,
    })
}

fn read_date(text: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|_| Error::integrity("a question to a requester has an impossible date"))
}

/// The request of this reference or id.
fn find(tx: &Tx<'_>, named: &str) -> Result<RequestRow> {
    let wanted = named.trim();
    let upper = wanted.to_ascii_uppercase();
    let reference = if upper.starts_with("R-") {
        upper.as_str()
    } else {
        wanted
    };
    tx.request(reference)?.ok_or_else(|| {
        Error::not_found(format!("there is no request `{}`", text::safe(wanted)))
            .hint("see `optimactl request list --all`")
    })
}

/// Whom the event is about, and under which request.
fn name_event(event: &mut Event, row: &RequestRow) {
    *event = event.clone().request(row.reference.as_str());
    event.set_target(row.account.as_ref().unwrap_or(&row.id));
}

fn add_flag(row: &mut RequestRow, flag: &str) {
    change_flags(row, |flags| {
        flags.insert(flag.to_owned());
    });
}

fn drop_flag(row: &mut RequestRow, flag: &str) {
    change_flags(row, |flags| {
        flags.remove(flag);
    });
}

fn change_flags(row: &mut RequestRow, change: impl FnOnce(&mut BTreeSet<String>)) {
    let flags = row.flags.split(',').filter(|flag| !flag.is_empty());
    let mut flags: BTreeSet<String> = flags.map(str::to_owned).collect();
    change(&mut flags);
    row.flags = flags.into_iter().collect::<Vec<_>>().join(",");
}

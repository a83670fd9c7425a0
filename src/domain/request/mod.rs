//! Data requests under GDPR and CCPA: opened, moved from state to state, answered, closed. Every step is one
//! event and one row; nothing is decided about a clock here that `deadline` does not compute.

mod appeal;
mod approve;
pub mod build;
pub mod calendar;
mod carry_out;
pub mod clocks;
mod close;
pub mod erase;
mod evidence;
mod extend;
mod follow;
pub mod ics;
pub mod import;
pub mod keeping;
pub mod kind;
pub mod list;
pub mod metrics;
mod open;
pub mod origin;
mod pause;
mod reasons;
mod rectify;
pub mod sources;
mod stands;
pub mod state;
mod step;
#[cfg(test)]
mod tests;
mod who;
pub mod words;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use appeal::{Decision, appeal, decide};
pub use approve::{Approvers, approve, approvers, plan, set_approvers};
pub use build::{Built, Lock, Order, build};
pub use carry_out::{Fee, Told, agent, fee, start, tell_recipients};
pub use clocks::{Acknowledged, Basis, Clocks, Duty, Extended};
pub use close::{deny, dismiss, fulfil, withdraw};
pub use erase::{Closing, Erased, Mentions, certificate, erase, whereabouts};
pub use extend::{Extension, MoreTime, extend};
pub use follow::{Released, release};
pub use list::{Filter, Which, list, waiting};
pub use open::{Agent, NewRequest, Opened, Subject, open};
pub use pause::{Answered, Paused, ask_identity, resume, suspend};
pub use rectify::{Correction, rectified, rectify};
pub use state::State;
pub use step::{Proof, ack, deliver, verify};
pub use who::Who;

use super::audit::{self, Event};
use super::calendar::{CALIFORNIA, Calendar};
use super::context::Context;
use super::deadline::{self, Pause, Rules};
use crate::base::error::{Error, Result};
use crate::base::text;
use crate::store::Tx;
use crate::store::request::{BundleRow, PauseRow, RequestRow, SourceRunRow, StepRow};
use clocks::Standing;
use kind::Pace;
use words::{Law, Type};

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
    /// What the data sources answered.
    pub sources: Vec<SourceRunRow>,
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
            sources: tx.source_runs(&row.id)?,
            request: complete(tx, row)?,
        })
    })
}

/// The row with its clocks.
fn complete(tx: &Tx<'_>, row: RequestRow) -> Result<Request> {
    let account = match &row.account {
        Some(account) => tx.subject_account(account)?,
        None => None,
    };
    let clocks = Clocks::of(&basis(tx, &row)?)?;
    let state = State::read(&row.state)?;
    let is_open = row.closed.is_none();
    let duties = clocks.duties(&standing(&row, state)?);
    Ok(Request {
        name: account.map(|account| account.name),
        duties: if is_open { duties } else { vec![] },
        clocks,
        row,
    })
}

/// What the duties hang on besides the days.
fn standing(row: &RequestRow, state: State) -> Result<Standing> {
    let pace = Type::read(&row.kind)?.facts().pace;
    // 11 CCR §7021(a) wants receipt of requests to know, delete and correct confirmed, and once.
    let is_confirmed =
        row.acknowledged.is_some() || row.clock_from.is_some() || pace == Pace::OptOut;
    Ok(Standing {
        acknowledged: if is_confirmed {
            Acknowledged::Yes
        } else {
            Acknowledged::No
        },
        extended: if row.extended.is_some() {
            Extended::Yes
        } else {
            Extended::No
        },
        pace,
        answer: if state == State::Appealed {
            "decide"
        } else {
            "answer"
        },
    })
}

fn basis(tx: &Tx<'_>, row: &RequestRow) -> Result<Basis> {
    let zone = clocks::read_zone(&row.zone)?;
    let from = row.clock_from.unwrap_or(row.received);
    let received = from.with_timezone(&zone).date_naive();
    let pauses = tx
        .pauses(&row.id)?
        .into_iter()
        .map(|pause| {
            Ok(Pause {
                asked: read_date(&pause.asked)?,
                answered: pause.answered.as_deref().map(read_date).transpose()?,
            })
        })
        // What was asked before an appeal moved the clocks of that time.
        .filter(|pause| pause.as_ref().map_or(true, |pause| pause.asked >= received))
        .collect::<Result<Vec<_>>>()?;
    let law = Law::read(&row.law)?;
    Ok(Basis {
        law,
        received: from,
        zone,
        gdpr: calendar::find(tx, &row.calendar)?,
        // California counts by its own days, wherever the controller is.
        ccpa: if law == Law::Both {
            Calendar::named(CALIFORNIA)?
        } else {
            calendar::find(tx, &row.calendar)?
        },
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

fn has_flag(row: &RequestRow, flag: &str) -> bool {
    row.flags.split(',').any(|known| known == flag)
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

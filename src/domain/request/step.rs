//! The steps between opening and closing. Each checks the table of states first, then its own guard.

use chrono::NaiveDate;

use super::state::{Step, advance};
use super::words::{Channel, Code, Method};
use super::{Answered, State, add_flag, complete, drop_flag, find, name_event, pause};
use crate::base::error::{Error, Result};
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::signed;
use crate::store::request::{RequestRow, StepRow};

/// Receipt was confirmed to the person (11 CCR §7021(a)).
pub fn ack(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.ack").field("channel", channel.as_str());
    step(ctx, named, Step::Ack, event, |_, row, _| {
        if row.acknowledged.is_some() {
            return Err(Error::conflict(format!(
                "receipt of {} was confirmed already",
                row.reference
            ))
            .hint(format!("see `optimactl request show {}`", row.reference)));
        }
        row.acknowledged = Some(ctx.now());
        Ok(Some(channel.as_str()))
    })
}

/// How it became certain who asks.
#[derive(Clone, Copy, Debug)]
pub struct Proof<'a> {
    pub method: Method,
    /// Whose account it turned out to be.
    pub account: Option<&'a str>,
    /// The day on which the proof came, where that was not today: only until then was it waited for.
    pub came: Option<NaiveDate>,
}

impl Proof<'_> {
    /// Today, and for the account that the request names.
    pub const fn of(method: Method) -> Self {
        Self {
            method,
            account: None,
            came: None,
        }
    }
}

/// It is certain who asks. That and how is kept, never a document.
pub fn verify(ctx: &Context, named: &str, proof: Proof<'_>) -> Result<Changed<RequestRow>> {
    let method = proof.method;
    let event = Event::new("request.verify")
        .severity(Severity::Low)
        .field("method", method.as_str());
    step(ctx, named, Step::Verify, event, |tx, row, event| {
        if let Some(account) = proof.account {
            assign(tx, row, account)?;
            name_event(event, row);
        }
        pause::answer(ctx, tx, row, (Answered::Identity, proof.came))?;
        row.verified = Some(ctx.now());
        row.verified_how = Some(method.as_str().to_owned());
        Ok(Some(method.as_str()))
    })
}

/// Verification may show whose account it is; it never moves a request to another account.
fn assign(tx: &Tx<'_>, row: &mut RequestRow, named: &str) -> Result<()> {
    let id = account::find(tx, named)?.id;
    if row.account.as_ref().is_some_and(|account| *account != id) {
        return Err(
            Error::refused(format!("request {} is another account's", row.reference))
                .hint("deny it with `no-match`, and open one for the right account"),
        );
    }
    row.account = Some(id);
    Ok(())
}

/// The newest bundle went out. The address it went to is nobody's business here.
pub fn deliver(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.deliver")
        .severity(Severity::Low)
        .field("channel", channel.as_str());
    step(ctx, named, Step::Deliver, event, |tx, row, event| {
        let bundles = tx.bundles(&row.id)?;
        let Some(newest) = bundles.last() else {
            return Err(Error::refused(format!(
                "request {} has no bundle to deliver",
                row.reference
            )));
        };
        tx.deliver_bundle(&row.id, newest.number, channel.as_str(), ctx.now())?;
        event.set("bundle", newest.number);
        event.set("file_sha256", newest.file_sha256.as_str());
        row.delivered = Some(ctx.now());
        Ok(Some(channel.as_str()))
    })
}

/// Closed as answered: in full, or in part for the reason of `code`.
pub fn fulfil(
    ctx: &Context,
    named: &str,
    withheld: Option<(Code, &str)>,
) -> Result<Changed<RequestRow>> {
    let kind = match withheld {
        None => Step::Fulfil,
        Some(_) => Step::FulfilPartly,
    };
    step(
        ctx,
        named,
        kind,
        Event::new("request.fulfil"),
        |tx, row, event| {
            if let Some((code, text)) = withheld {
                explain(row, event, code, text)?;
            }
            close(ctx, tx, row, event)?;
            Ok(withheld.map(|(code, _)| code.as_str()))
        },
    )
}

/// Closed without an answer; the person is told why (GDPR Art. 12(4), 11 CCR §7024).
pub fn deny(ctx: &Context, named: &str, code: Code, text: &str) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.deny").severity(Severity::Medium);
    step(ctx, named, Step::Deny, event, |tx, row, event| {
        explain(row, event, code, text)?;
        close(ctx, tx, row, event)?;
        Ok(Some(code.as_str()))
    })
}

/// The person takes it back. What was late by then stays late.
pub fn withdraw(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.withdraw").field("channel", channel.as_str());
    step(ctx, named, Step::Withdraw, event, |tx, row, event| {
        close(ctx, tx, row, event)?;
        Ok(Some(channel.as_str()))
    })
}

fn explain(row: &mut RequestRow, event: &mut Event, code: Code, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(
            Error::usage("the person must be told why").hint("say it in plain words with `--text`")
        );
    }
    row.code = Some(code.as_str().to_owned());
    row.text = Some(text.trim().to_owned());
    event.set("code", code.as_str());
    event.set_personal("text", text.trim());
    Ok(())
}

/// The address goes; its keyed digest finds the record again. Too late is told for good.
fn close(ctx: &Context, tx: &Tx<'_>, row: &mut RequestRow, event: &mut Event) -> Result<()> {
    let zone = super::clocks::read_zone(&row.zone)?;
    // Duties are those of an open request: the state is set behind this.
    let open = RequestRow {
        state: State::Delivering.as_str().to_owned(),
        ..row.clone()
    };
    let duties = complete(tx, open)?.duties;
    let late = duties
        .iter()
        .any(|duty| duty.what == "answer" && duty.is_overdue(ctx.now(), zone));
    if late {
        add_flag(row, "late");
        event.set("what", "late");
    }
    // A question that was never answered stays so.
    drop_flag(row, pause::FLAG);
    row.closed = Some(ctx.now());
    row.email = None;
    Ok(())
}

/// One step: table, guard, row, event.
pub(super) fn step(
    ctx: &Context,
    named: &str,
    step: Step,
    event: Event,
    act: impl FnOnce(&Tx<'_>, &mut RequestRow, &mut Event) -> Result<Option<&'static str>>,
) -> Result<Changed<RequestRow>> {
    audit::change(ctx, event, |tx, event| {
        let mut row = find(tx, named)?;
        name_event(event, &row);
        let next = advance(&row.reference, State::read(&row.state)?, step)?;
        let note = act(tx, &mut row, event)?;
        next.as_str().clone_into(&mut row.state);
        event.set("state", next.as_str());
        tx.update_request(&row)?;
        append_step(ctx, tx, &row, step, note)?;
        Ok(row)
    })
}

fn append_step(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &RequestRow,
    step: Step,
    note: Option<&str>,
) -> Result<()> {
    let last = tx.steps(&row.id)?.last().map_or(0, |step| step.number);
    let step = StepRow {
        number: last + 1,
        at: ctx.now(),
        step: step.as_str().to_owned(),
        state: row.state.clone(),
        note: note.map(str::to_owned),
        event: coming_event(tx)?,
    };
    tx.insert_step(&row.id, &step)
}

/// The number that the event of this transaction gets: `audit::change` appends it at the end.
pub(super) fn coming_event(tx: &Tx<'_>) -> Result<i64> {
    signed(tx.tree()?.size())
}

//! Questions to whoever asks: who they are, or what they mean. Under the GDPR the days until the answer are added
//! (EDPB Guidelines 01/2022 §5.3); the CCPA knows no such pause (11 CCR §7021(b)).

use chrono::NaiveDate;

use super::clocks::read_zone;
use super::state::Step;
use super::step::step;
use super::words::{Channel, Law};
use super::{add_flag, drop_flag, read_date};
use crate::base::error::{Error, Result};
use crate::domain::audit::{Changed, Event};
use crate::domain::context::Context;
use crate::domain::deadline::Rules;
use crate::store::Tx;
use crate::store::request::RequestRow;

pub(super) const IDENTITY: &str = "identity";
const CLARIFY: &str = "clarify";
const FLAG: &str = "suspended";

/// A request whose clock stands, or why it does not.
#[derive(Clone, Debug)]
pub struct Paused {
    pub row: RequestRow,
    /// Why the days until the answer are not added.
    pub runs_on: Option<String>,
}

/// The person was asked to show who they are.
pub fn ask_identity(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<Paused>> {
    ask(ctx, named, channel, (Step::AskIdentity, IDENTITY))
}

/// The person was asked what is meant, where much of their data is held.
pub fn suspend(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<Paused>> {
    ask(ctx, named, channel, (Step::Suspend, CLARIFY))
}

fn ask(
    ctx: &Context,
    named: &str,
    channel: Channel,
    (kind_of_step, kind): (Step, &'static str),
) -> Result<Changed<Paused>> {
    let name = format!("request.{}", kind_of_step.as_str());
    let event = Event::new(&name).field("channel", channel.as_str());
    let mut runs_on = None;
    let changed = step(ctx, named, kind_of_step, event, |tx, row, event| {
        let pauses = tx.pauses(&row.id)?;
        if pauses
            .iter()
            .any(|pause| pause.answered.is_none() && pause.kind == kind)
        {
            return Err(Error::conflict(format!(
                "a question about {} is open already",
                row.reference
            ))
            .hint(format!(
                "when the answer is there: `optimactl request resume {}`",
                row.reference
            )));
        }
        runs_on = still_runs(ctx, row, kind)?;
        tx.insert_pause(&row.id, kind, &today(ctx, row)?.to_string())?;
        add_flag(row, FLAG);
        event.set("kind", kind);
        Ok(Some(channel.as_str()))
    })?;
    Ok(Changed {
        event: changed.event,
        value: Paused {
            row: changed.value,
            runs_on,
        },
    })
}

/// Why the clock does not stand. A clarification stops no clock of the CCPA and is refused there; a question about
/// identity has to be asked under every law.
fn still_runs(ctx: &Context, row: &RequestRow, kind: &str) -> Result<Option<String>> {
    let ccpa = "the CCPA's clock runs on while you wait (11 CCR §7021(b))";
    let law = Law::read(&row.law)?;
    if !law.has_gdpr() {
        if kind == CLARIFY {
            return Err(
                Error::refused(ccpa).hint("ask the person, and answer in time all the same")
            );
        }
        return Ok(Some(ccpa.to_owned()));
    }
    let zone = read_zone(&row.zone)?;
    let received = row.received.with_timezone(&zone).date_naive();
    let most = Rules::default().gdpr_suspend_max_lag_days;
    let days = (today(ctx, row)? - received).num_days();
    if days > i64::from(most) {
        return Ok(Some(format!(
            "it was asked {days} days after receipt: only a question within {most} days adds the days until its answer"
        )));
    }
    Ok(law.has_ccpa().then(|| ccpa.to_owned()))
}

/// The answer came, today or on an earlier day.
pub fn resume(
    ctx: &Context,
    named: &str,
    answered: Option<NaiveDate>,
) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.resume");
    step(ctx, named, Step::Resume, event, |tx, row, event| {
        let day = answered.unwrap_or(today(ctx, row)?);
        let closed = answer(ctx, tx, row, (None, day))?;
        if closed == 0 {
            return Err(
                Error::conflict(format!("no question about {} is open", row.reference))
                    .hint(format!("see `optimactl request show {}`", row.reference)),
            );
        }
        event.set("count", closed);
        Ok(None)
    })
}

/// Questions that need no answer any more: of one kind, or all.
pub(super) fn close(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &mut RequestRow,
    kind: Option<&str>,
) -> Result<()> {
    let day = today(ctx, row)?;
    answer(ctx, tx, row, (kind, day)).map(drop)
}

fn answer(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &mut RequestRow,
    (kind, day): (Option<&str>, NaiveDate),
) -> Result<usize> {
    if day > today(ctx, row)? {
        return Err(Error::usage(format!("{day} has not come yet")));
    }
    let (mut closed, mut open) = (0, 0);
    for pause in tx.pauses(&row.id)? {
        if pause.answered.is_some() {
            continue;
        }
        if kind.is_some_and(|kind| kind != pause.kind) {
            open += 1;
            continue;
        }
        if day < read_date(&pause.asked)? {
            return Err(Error::usage(format!(
                "the question was asked on {}: its answer cannot be older",
                pause.asked
            )));
        }
        tx.answer_pause(&row.id, pause.number, &day.to_string())?;
        closed += 1;
    }
    if open == 0 {
        drop_flag(row, FLAG);
    }
    Ok(closed)
}

pub(super) fn today(ctx: &Context, row: &RequestRow) -> Result<NaiveDate> {
    let zone = read_zone(&row.zone)?;
    Ok(ctx.now().with_timezone(&zone).date_naive())
}

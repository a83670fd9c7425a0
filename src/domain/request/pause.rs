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

const IDENTITY: &str = "identity";
const CLARIFY: &str = "clarify";
pub(super) const FLAG: &str = "suspended";

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
    let from = row.clock_from.unwrap_or(row.received);
    let received = from.with_timezone(&zone).date_naive();
    let most = Rules::default().gdpr_suspend_max_lag_days;
    let days = (today(ctx, row)? - received).num_days();
    if days > i64::from(most) {
        return Ok(Some(format!(
            "it was asked {days} days after receipt: only a question within {most} days adds the days until its answer"
        )));
    }
    Ok(law.has_ccpa().then(|| ccpa.to_owned()))
}

/// Which question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Identity,
    Clarify,
    /// The one that is open.
    Only,
}

impl Answered {
    fn is(self, kind: &str) -> bool {
        match self {
            Self::Identity => kind == IDENTITY,
            Self::Clarify => kind == CLARIFY,
            Self::Only => true,
        }
    }
}

/// The answer came, today or on an earlier day.
pub fn resume(
    ctx: &Context,
    named: &str,
    (what, day): (Answered, Option<NaiveDate>),
) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.resume");
    step(ctx, named, Step::Resume, event, |tx, row, event| {
        let closed = answer(ctx, tx, row, (what, day))?;
        let reference = &row.reference;
        match closed {
            0 => Err(
                Error::conflict(format!("no such question about {reference} is open"))
                    .hint(format!("see `optimactl request show {reference}`")),
            ),
            1 => {
                event.set("count", closed);
                Ok(None)
            }
            _ => Err(
                Error::usage(format!("two questions about {reference} are open")).hint(
                    "say which one was answered: `--question identity` or `--question clarify`",
                ),
            ),
        }
    })
}

/// Ends open questions on a day, today if none is given; how many.
pub(super) fn answer(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &mut RequestRow,
    (what, day): (Answered, Option<NaiveDate>),
) -> Result<usize> {
    let today = today(ctx, row)?;
    let day = day.unwrap_or(today);
    if day > today {
        return Err(Error::usage(format!("{day} has not come yet")));
    }
    let open = tx.pauses(&row.id)?.into_iter();
    let open = open.filter(|pause| pause.answered.is_none());
    let (answered, left): (Vec<_>, Vec<_>) = open.partition(|pause| what.is(&pause.kind));
    for pause in &answered {
        if day < read_date(&pause.asked)? {
            return Err(Error::usage(format!(
                "the question was asked on {}: its answer cannot be older",
                pause.asked
            )));
        }
        tx.answer_pause(&row.id, pause.number, &day.to_string())?;
    }
    if left.is_empty() {
        drop_flag(row, FLAG);
    }
    Ok(answered.len())
}

fn today(ctx: &Context, row: &RequestRow) -> Result<NaiveDate> {
    let zone = read_zone(&row.zone)?;
    Ok(ctx.now().with_timezone(&zone).date_naive())
}

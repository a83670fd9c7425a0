//! Not content with the answer: an appeal, and the decision about it. The law leaves the time for it open (other than
//! for complaints to an authority); here it runs like a new request, counted from the appeal.

use super::clocks::read_zone;
use super::state::Step;
use super::step::step;
use super::words::{Appellant, Channel};
use super::{add_flag, complete, drop_flag, follow, pause};
use crate::base::error::{Error, Result};
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::request::RequestRow;

/// Somebody is not content. The request is open again, and its record kept for longer.
pub fn appeal(
    ctx: &Context,
    named: &str,
    (by, channel): (Appellant, Channel),
) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.appeal")
        .severity(Severity::Medium)
        .field("channel", channel.as_str())
        .field("kind", by.as_str());
    step(ctx, named, Step::Appeal, event, |_, row, _| {
        restart(ctx, row);
        row.closed = None;
        Ok(Some(by.as_str()))
    })
}

/// Whether the decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Upheld,
    Reversed,
}

/// The decision about an appeal, with what the person is told. One that is reversed begins anew, with new clocks.
pub fn decide(
    ctx: &Context,
    named: &str,
    (decision, text): (Decision, &str),
) -> Result<Changed<RequestRow>> {
    let text = text.trim();
    if text.is_empty() {
        return Err(
            Error::usage("the person must be told why").hint("say it in plain words with `--text`")
        );
    }
    let kind = match decision {
        Decision::Upheld => Step::Uphold,
        Decision::Reversed => Step::Reverse,
    };
    let event = Event::new("request.decide")
        .severity(Severity::Medium)
        .personal("text", text);
    step(ctx, named, kind, event, |tx, row, event| match decision {
        Decision::Upheld => {
            let zone = read_zone(&row.zone)?;
            let duties = complete(tx, row.clone())?.duties;
            if duties.iter().any(|duty| duty.is_overdue(ctx.now(), zone)) {
                add_flag(row, "late");
                event.set("what", "late");
            }
            row.closed = Some(ctx.now());
            Ok(Some("upheld"))
        }
        Decision::Reversed => {
            restart(ctx, row);
            if !follow::is_held(tx, row)? {
                drop_flag(row, "held");
            }
            Ok(Some("reversed"))
        }
    })
}

/// The clocks begin again, and with them what moved them.
fn restart(ctx: &Context, row: &mut RequestRow) {
    row.clock_from = Some(ctx.now());
    row.extended = None;
    drop_flag(row, "extended");
    drop_flag(row, pause::FLAG);
}

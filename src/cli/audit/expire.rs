//! `audit expire`: deletes personal values that are older than their class is kept.

use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain;
use crate::domain::audit::expire::{Class, Retention, expire};
use crate::domain::audit::redact::doubt;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Delete what is older than `audit.retention.*` says, every night from cron",
        line: "optimactl audit expire --quiet",
    },
    Example {
        what: "See how much would go",
        line: "optimactl audit expire --dry-run",
    },
];

/// Delete personal values that are older than they are kept
///
/// Network addresses are kept for 90 days after their event was recorded; `audit.retention.ip`, `.user_agent`,
/// `.email`, `.name`, `.note` and `.other` in the configuration say it for each class of field. The events stay with
/// the digests of what is gone, and `audit expire` events say what expired, so that `audit verify` and every proof
/// hold as before. It works in small steps, finds nothing when run again, and ends with 0. A clock that stands more
/// than a year ahead of the newest event, those of the last 30 days left aside, is not believed (5) without `--yes`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit redact", "optimactl audit prune", "optimactl-cron(7)"],
))]
pub(crate) struct Args {}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let retention = retention(ctx)?;
    let core = ctx.open()?;
    require_clock(ctx, &core)?;
    let done = expire(&core, &retention)?;
    let verb = if ctx.flags.dry_run {
        "Would delete"
    } else {
        "Deleted"
    };
    let classes: Vec<String> = done
        .classes
        .iter()
        .map(|(class, count)| format!("{} {count}", class.as_str()))
        .collect();
    let values = count(i128::from(done.values), "expired value");
    let sentence = match classes.as_slice() {
        [] => "Nothing has expired".to_owned(),
        classes => format!("{verb} {values}: {}", classes.join(", ")),
    };
    if let Some(why) = &done.kept {
        ctx.ui.alert(why);
    }
    let mut classes = serde_json::Map::new();
    for (class, count) in &done.classes {
        classes.insert(class.as_str().to_owned(), (*count).into());
    }
    ctx.answer(
        &ctx.change("audit-expire", sentence)
            .event(done.told.last().copied())
            .with("values", done.values)
            .with("classes", classes)
            .with("scrubbed", done.kept.is_none())
            .with("events", done.told),
    )
}

/// What is old is said by the clock, and what went does not come back.
pub(super) fn require_clock(ctx: &Context, core: &domain::Context) -> Result<()> {
    match doubt(core)? {
        Some(why) if !ctx.flags.yes && !ctx.flags.dry_run => {
            Err(Error::refused(why).hint("set the clock; if it is right, say so with `--yes`"))
        }
        _ => Ok(()),
    }
}

/// Elsewhere zero is none; here it would be everything.
fn require_some(name: &str, period: &Period) -> Result<()> {
    if period.is_zero() {
        return Err(Error::usage(format!(
            "the setting `{name}` is zero, which would delete every value at once"
        ))
        .hint("`forever` keeps them; the shortest time is `1h`"));
    }
    Ok(())
}

/// How long each class is kept, as configured.
fn retention(ctx: &Context) -> Result<Retention> {
    let mut retention = Retention::new();
    for class in Class::ALL {
        let name = format!("audit.retention.{}", class.as_str());
        match ctx.settings.text(&name) {
            None | Some("forever") => {}
            Some(typed) => {
                let period: Period = typed.parse().map_err(|error: Error| {
                    Error::usage(format!("the setting `{name}` is no period")).because(error)
                })?;
                require_some(&name, &period)?;
                retention.insert(class, period);
            }
        }
    }
    Ok(retention)
}

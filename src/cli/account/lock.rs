//! `account lock`: keeps accounts out for a time, with a reason.

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Kind, Result};
use crate::base::period::{Period, parse_future};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select, zone};
use crate::domain::account::{self, Did, Lock, Removed};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Lock an account for a day",
        line: "optimactl account lock tom --for 24h --reason 'laptop lost' --yes",
    },
    Example {
        what: "Lock every account of a role until a date",
        line: "optimactl account lock --filter role=support --until 2026-12-01 --reason audit --yes",
    },
];

const WORDS: Words<'_> = Words {
    schema: "account-lock",
    did: "Locked",
    would: "Would lock",
    already: "is locked already",
    undo: Some("optimactl account unlock"),
};

/// Keep accounts from signing in for a time
///
/// The lock ends by itself. An account that is locked for longer already stays so. The last account that can
/// administer the store cannot be locked. A reason is needed; it is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl account unlock", "optimactl account disable"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
    /// For how long: `24h`, `7d`
    #[arg(long = "for", value_name = "PERIOD", required_unless_present = "until")]
    period: Option<String>,
    /// Until when: a date, RFC 3339, or a period from now
    #[arg(long, value_name = "TIME", conflicts_with = "period")]
    until: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let until = match (&args.period, &args.until) {
        (Some(period), _) => {
            parse_future(&period.parse::<Period>()?.to_string(), now, &zone(ctx)?)?
        }
        (None, until) => parse_future(until.as_deref().unwrap_or_default(), now, &zone(ctx)?)?,
    };
    let reason = ask::reason(ctx)?;
    let what = |subject: &str| format!("This locks {subject} until {}", seconds_text(until));
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Hidden, what)?;
    let core = ctx.open()?;
    let done = account::lock(&core, &picked.who, &Lock { until, reason })?;
    done::answer(ctx, &picked, &WORDS, &done, tail)
}

fn tail(did: &Did) -> String {
    let until = |time: Option<Time>| time.map(seconds_text).unwrap_or_default();
    if did.changed && did.was_locked_until.is_some() {
        return format!(
            " until {}; it was locked until {}",
            until(did.locked_until),
            until(did.was_locked_until)
        );
    }
    format!(" until {}", until(did.locked_until))
}

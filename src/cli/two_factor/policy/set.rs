//! `2fa policy set`: requires a second factor of a role.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::{Period, parse_future};
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::two_factor::policy;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Give administrators two weeks from now",
        line: "optimactl 2fa policy set admin --grace 14d --yes",
    },
    Example {
        what: "Require it from a date, with a month of grace",
        line: "optimactl 2fa policy set support --from 2027-01-01 --grace 30d --yes",
    },
];

/// Require a second factor of those who hold a role
///
/// Each account gets one deadline, when a rule first applies to it: the later of now and `--from`, plus the
/// grace; of several rules the earliest counts. It is written once. Setting a rule again moves no deadline
/// that is written, and neither do roles that come and go or a reset; only
/// `optimactl 2fa policy deadline --extend` does. Roles count by oneself and through groups. Services are left
/// out: they sign in with tokens. After its deadline an account without a factor is answered
/// `factor-required` when it signs in with the right password. The last administrator is never barred.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa policy report", "optimactl 2fa policy enforce", "optimactl 2fa policy remove"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
    /// From when: a date, RFC 3339, or a period from now; now if it is missing
    #[arg(long, value_name = "TIME")]
    from: Option<String>,
    /// Time to comply in whole days, 0d to 366d
    #[arg(long, value_name = "PERIOD", default_value = "14d")]
    grace: Period,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let zone = zone(ctx)?;
    let from = args.from.as_deref();
    let from = from
        .map(|typed| parse_future(typed, now, &zone))
        .transpose()?;
    let role = safe(&args.role);
    ask::confirm(
        ctx,
        &format!(
            "Those who hold `{role}` will not sign in without a second factor after their deadline."
        ),
    )?;
    let core = ctx.open()?;
    let done = policy::set_rule(&core, &args.role, from, args.grace)?;
    let ruled = done.value;
    let verb = if ctx.flags.dry_run {
        "Would require"
    } else {
        "Required"
    };
    let number = |n: u64| count(i128::from(n), "account");
    let written = u64::try_from(ruled.written).unwrap_or(u64::MAX);
    let sentence = format!(
        "{verb} a second factor of `{role}` from {}, with {} of grace: it is for {}, and {} got a deadline by it",
        seconds_text(ruled.rule.from),
        count(i128::from(ruled.rule.grace_days), "day"),
        number(ruled.accounts),
        number(written),
    );
    ctx.answer(
        &ctx.change("2fa-policy-set", sentence)
            .id(ruled.rule.role)
            .event(done.event)
            .with("from", seconds_text(ruled.rule.from))
            .with("grace_days", ruled.rule.grace_days)
            .with("accounts", ruled.accounts)
            .with("written", written),
    )
}

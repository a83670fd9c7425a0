//! `retention rule add`: a class is kept so long from now on.

use crate::base::error::{Kind, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::privacy::Class;
use crate::domain::retention::{self, Rule};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Purge removed accounts after 60 days",
        line: "optimactl retention rule add identity --period 60d --basis 'GDPR Art. 5(1)(e)'",
    },
    Example {
        what: "Keep the records of requests for three years",
        line: "optimactl retention rule add requests --period 36mo --basis 'limitation, BGB §195'",
    },
];

/// Say how long a class of data is kept
///
/// Nothing is deleted before the next `retention run`. `identity`: removed accounts with all that is theirs, counted
/// from their removal (30 days at least); `sessions`: from their end; `credentials`: codes that were used or ran out, and
/// ended tokens; `notices`: from when they were sent or dropped; `requests`: from their closing (24 months at least, 11
/// CCR §7101); `consents`: consents and opt-outs that ended. `contact` and `access` go with their account; for
/// `activity`, the audit log, there are `audit expire` and `audit prune`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::Conflict]].concat(),
    &["optimactl retention run", "optimactl retention report", "optimactl hold place"],
))]
pub(crate) struct Args {
    /// The class of data
    #[arg(value_name = "CLASS")]
    class: String,
    /// How long it is kept: `90d`, `24mo`
    #[arg(long, value_name = "PERIOD")]
    period: Period,
    /// The law and paragraph, or why so long
    #[arg(long, value_name = "TEXT")]
    basis: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let rule = Rule {
        class: Class::parse(&args.class)?,
        period: args.period,
        basis: args.basis.clone(),
    };
    let core = ctx.open()?;
    let done = retention::add(&core, &rule)?;
    drop(core);
    let class = rule.class.as_str();
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("`{class}` has this rule already"),
        (true, false) => format!("`{class}` is kept for {}", rule.period),
        (true, true) => format!("`{class}` would be kept for {}", rule.period),
    };
    ctx.answer(
        &ctx.change("retention-rule-add", sentence)
            .id(class)
            .event(done.event)
            .with("period", rule.period.to_string())
            .with("changed", done.value),
    )
}

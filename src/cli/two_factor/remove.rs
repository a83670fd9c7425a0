//! `2fa remove`: takes one factor away.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::change_by;
use crate::domain::two_factor;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Remove the only factor of an account",
        line: "optimactl 2fa remove zoe --yes",
    },
    Example {
        what: "Remove one of several by its label, or by its id from `2fa status`",
        line: "optimactl 2fa remove zoe 'old phone' --yes # ends with 14",
    },
];

/// Remove a second factor
///
/// With the last factor go the recovery codes; a password that was long enough only beside it must then be
/// changed within 24 hours.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa status", "optimactl 2fa reset"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    /// Which factor, where there are several: its id (`fac_…`) or its label
    #[arg(value_name = "FACTOR")]
    factor: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ask::confirm(
        ctx,
        &format!("A second factor of `{}` will be removed.", args.name),
    )?;
    let core = ctx.open()?;
    let done = two_factor::remove(&core, &args.name, args.factor.as_deref())?;
    let lost = done.value;
    let verb = if ctx.flags.dry_run {
        "Would remove"
    } else {
        "Removed"
    };
    let sentence = format!(
        "{verb} a second factor of `{}`{}",
        lost.name,
        change_by(lost.change_by)
    );
    ctx.answer(
        &ctx.change("2fa-remove", sentence)
            .id(lost.account)
            .event(done.event)
            .with("change_by", lost.change_by.map(seconds_text)),
    )
}

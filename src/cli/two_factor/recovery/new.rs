//! `2fa recovery new`: ten fresh codes.

use crate::base::error::Result;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::{GENERATED, Handout};
use crate::cli::two_factor::{exposed, recovery_lines};
use crate::domain::two_factor;

const EXAMPLES: [Example; 1] = [Example {
    what: "Ten new codes; the old ones are void",
    line: "optimactl 2fa recovery new zoe --yes",
}];

/// Make ten new recovery codes; the old ones are void
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa recovery status"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ask::confirm(
        ctx,
        &format!("The recovery codes that `{}` has will be void.", args.name),
    )?;
    let core = ctx.open()?;
    let done = two_factor::new_set(&core, &args.name)?;
    let (name, set) = done.value;
    let mut codes = exposed(&set.codes);
    let verb = if ctx.flags.dry_run {
        "Would make"
    } else {
        "Made"
    };
    if ctx.flags.dry_run {
        codes.fill(GENERATED.to_owned());
    }
    let sentence = format!("{verb} {} recovery codes for `{name}`", codes.len());
    let lines = recovery_lines(&codes);
    let change = ctx
        .change("2fa-recovery-new", sentence)
        .event(done.event)
        .with("recovery_codes", codes);
    ctx.answer(&Handout { change, lines })
}

//! `retention rule remove`: a class is kept from now on.

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::privacy::Class;
use crate::domain::retention;

const EXAMPLES: [Example; 1] = [Example {
    what: "Stop deleting ended sessions",
    line: "optimactl retention rule remove sessions",
}];

/// Remove a rule of retention
///
/// The class is kept until there is another rule. Where there is none nothing changes.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl retention rule list", "optimactl retention rule add"],
))]
pub(crate) struct Args {
    /// The class of data
    #[arg(value_name = "CLASS")]
    class: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let class = Class::parse(&args.class)?;
    let core = ctx.open()?;
    let done = retention::remove(&core, class)?;
    drop(core);
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("`{}` has no rule", class.as_str()),
        (true, false) => format!("Removed the rule for `{}`: it is kept", class.as_str()),
        (true, true) => format!("Would remove the rule for `{}`", class.as_str()),
    };
    ctx.answer(
        &ctx.change("retention-rule-remove", sentence)
            .id(class.as_str())
            .event(done.event)
            .with("changed", done.value),
    )
}

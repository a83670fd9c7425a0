//! `group create`: a new group.

use crate::base::error::{Kind, Result};
use crate::base::name::Label;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::group;

const EXAMPLES: [Example; 1] = [Example {
    what: "Make a group",
    line: "optimactl group create night-shift --description 'on call'",
}];

/// Make a group
///
/// It is empty and holds no role yet: see `group add` and `role grant --group`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl group add", "optimactl role grant", "optimactl group list"],
))]
pub(crate) struct Args {
    /// The group's name
    #[arg(value_name = "GROUP")]
    group: String,
    /// What it is for
    #[arg(long, value_name = "TEXT", default_value = "")]
    description: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let name = Label::new(&args.group, "the name of a group")?;
    let core = ctx.open()?;
    let made = group::create(&core, &name, &args.description)?;
    let verb = if ctx.flags.dry_run {
        "Would make"
    } else {
        "Made"
    };
    let change = ctx
        .change(
            "group-create",
            format!("{verb} the group `{}`", made.value.name),
        )
        .id(made.value.name.as_str())
        .event(made.event);
    ctx.answer(&change)
}

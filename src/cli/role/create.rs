//! `role create`: a new role.

use crate::base::error::{Kind, Result};
use crate::base::name::Label;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::role;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Make a role that may look at accounts and reset passwords",
        line: "optimactl role create helpdesk --description 'first line' --permit account.show --permit password.reset",
    },
    Example {
        what: "Make a role for everything about backups",
        line: "optimactl role create keeper --permit 'backup.*'",
    },
];

/// Make a role
///
/// A permission is `noun.verb` as on this command line, `noun.*` for every verb of a noun, or `*` for
/// everything: an account with `*` can administer the store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role permit", "optimactl role grant", "optimactl role list"],
))]
pub(crate) struct Args {
    /// The role's name
    #[arg(value_name = "ROLE")]
    role: String,
    /// What it is for
    #[arg(long, value_name = "TEXT", default_value = "")]
    description: String,
    /// What it permits: `account.show`, `backup.*`, `*`; can be repeated
    #[arg(long, value_name = "PERMISSION")]
    permit: Vec<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let name = Label::new(&args.role, "the name of a role")?;
    let permissions = super::permissions(&args.permit)?;
    let core = ctx.open()?;
    let made = role::create(&core, &name, &args.description, &permissions)?;
    let verb = if ctx.flags.dry_run {
        "Would make"
    } else {
        "Made"
    };
    let change = ctx
        .change(
            "role-create",
            format!("{verb} the role `{}`", made.value.name),
        )
        .id(made.value.name.as_str())
        .event(made.event)
        .with("permissions", made.value.permissions);
    ctx.answer(&change)
}

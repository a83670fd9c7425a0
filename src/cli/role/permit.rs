//! `role permit`: lets a role do more, or less.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::role;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Let a role restore backups",
        line: "optimactl role permit support backup.restore",
    },
    Example {
        what: "Take a permission from it",
        line: "optimactl role permit support account.show --withdraw",
    },
];

/// Let a role do more, or less
///
/// A permission is `noun.verb`, `noun.*` or `*`. What lets the last account administer the store cannot be
/// withdrawn.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl role show", "optimactl role check"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
    /// What it may do: `account.show`, `backup.*`, `*`
    #[arg(value_name = "PERMISSION", required = true)]
    permissions: Vec<String>,
    /// Take these permissions from the role
    #[arg(long)]
    withdraw: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let permissions = if args.withdraw {
        super::formed(&args.permissions)?
    } else {
        super::permissions(&args.permissions)?
    };
    let core = ctx.open()?;
    let changed = if args.withdraw {
        role::withdraw(&core, &args.role, &permissions)?
    } else {
        role::permit(&core, &args.role, &permissions)?
    };
    let role = &args.role;
    let would = if ctx.flags.dry_run {
        "would permit"
    } else {
        "permits"
    };
    let sentence = match (changed.value.is_empty(), args.withdraw) {
        (true, false) => format!("The role `{role}` permits that already"),
        (true, true) => format!("The role `{role}` does not permit that"),
        (false, false) => format!("The role `{role}` {would} {} now", changed.value.join(", ")),
        (false, true) => format!(
            "The role `{role}` {} {} no longer",
            would,
            changed.value.join(", ")
        ),
    };
    let change = ctx
        .change("role-permit", sentence)
        .id(role.as_str())
        .event(changed.event)
        .with("changed", changed.value);
    ctx.answer(&change)
}

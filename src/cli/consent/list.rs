//! `consent list`: who agreed to what.

use super::row::Row;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::rows::Rows;
use crate::domain::consent::{self, Which};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What zoe agreed to, and took back",
        line: "optimactl consent list zoe --all",
    },
    Example {
        what: "Everybody who may be sent the newsletter",
        line: "optimactl consent list --purpose newsletter --format jsonl",
    },
];

/// List consents, the newest first
///
/// Only those in force, unless `--all` is given. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl consent show", "optimactl consent record"],
))]
pub(crate) struct Args {
    /// Only those of this account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// Only those for this purpose
    #[arg(long, value_name = "WORD")]
    purpose: Option<String>,
    /// Also those that ended
    #[arg(long)]
    all: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let which = if args.all { Which::All } else { Which::InForce };
    let core = ctx.open()?;
    let header = ["id", "account", "purpose", "version", "given", "state"];
    let mut rows = Rows::new(ctx, "consent-list", &header).or_say("There is no such consent");
    consent::list(&core, args.account.as_deref(), which, |found| {
        if args
            .purpose
            .as_ref()
            .is_some_and(|only| *only != found.purpose)
        {
            return Ok(());
        }
        let row = Row::of(found);
        let cells = [
            &row.id,
            &row.account,
            &row.purpose,
            &row.version,
            &row.given,
            &row.state,
        ];
        rows.row(ctx, &row, cells.map(Clone::clone).to_vec())
            .map(drop)
    })?;
    rows.finish(ctx)
}

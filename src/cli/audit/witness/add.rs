//! `audit witness add`: takes in what witnesses signed.

use std::path::PathBuf;

use serde::Serialize;

use super::policy;
use super::sign::read;
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::audit::witness::{Added, add};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Take in a cosigned checkpoint",
        line: "optimactl audit witness add ana.cosigned",
    },
    Example {
        what: "Look first",
        line: "optimactl audit witness add ana.cosigned --dry-run",
    },
];

/// Take in the cosignatures of witnesses
///
/// The file is what `audit witness sign` wrote, or its signature lines alone. Counts only keys of `audit.witness`
/// in the configuration. A cosignature under a checkpoint that this log does not continue ends with 13: either the
/// witness or this store was shown another log. `audit verify` then says up to which event enough witnesses vouch.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit witness sign", "optimactl audit witness list", "optimactl audit verify"],
))]
pub(crate) struct Args {
    /// The cosigned checkpoint (`-` for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Serialize)]
struct Shown {
    witness: String,
    events: u64,
    signed: String,
    event: Option<u64>,
    added: bool,
    dry_run: bool,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Answered(Vec<Shown>);

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "audit-witness-add"
    }

    fn view(&self) -> View {
        let line = |shown: &Shown| {
            let events = count(shown.events, "event");
            let witness = safe(&shown.witness);
            match (shown.added, shown.dry_run) {
                (false, _) => format!("`{witness}` vouched for {events} already"),
                (true, true) => format!("Would note that `{witness}` vouches for {events}"),
                (true, false) => format!("`{witness}` vouches for {events}"),
            }
        };
        View::Lines(self.0.iter().map(line).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let policy = policy(ctx)?;
    let text = read(&args.file, ctx)?;
    let core = ctx.open()?;
    let added = add(&core, &text, &policy)?;
    let shown = |added: Added| Shown {
        witness: added.witness,
        events: added.size,
        signed: seconds_text(added.signed),
        event: added.event,
        added: !added.known,
        dry_run: core.dry_run(),
    };
    ctx.answer(&Answered(added.into_iter().map(shown).collect()))
}

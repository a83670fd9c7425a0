//! `audit checkpoint`: the signed state of the log, to be kept elsewhere.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::domain::audit::prove::sign_now;
use crate::store::file::{self, Existing};

use std::path::Path;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Print a checkpoint",
        line: "optimactl audit checkpoint",
    },
    Example {
        what: "Keep one outside the store",
        line: "optimactl audit checkpoint --output log.checkpoint --overwrite",
    },
];

/// Sign the present state of the log
///
/// The checkpoint (c2sp.org/tlog-checkpoint) fixes every event up to now. Keep it where nobody who can change
/// the store can change it: `audit verify --trusted-checkpoint FILE` then notices every rewriting.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit verify", "optimactl audit prove"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Signed {
    events: u64,
    file: Option<String>,
    checkpoint: String,
    dry_run: bool,
}

impl Answer for Signed {
    fn schema(&self) -> &'static str {
        "audit-checkpoint"
    }

    fn view(&self) -> View {
        let events = count(self.events, "event");
        View::Lines(vec![match (&self.file, self.dry_run) {
            (Some(file), false) => format!("Wrote a checkpoint of {events} to {file}"),
            (Some(file), true) => format!("Would write a checkpoint of {events} to {file}"),
            (None, _) => format!("Would sign a checkpoint of {events}"),
        }])
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let core = ctx.open()?;
    let row = sign_now(&core, "asked")?;
    let dry_run = core.dry_run();
    let file = match &target {
        Target::File(path) => Some(path.display().to_string()),
        Target::Stdout => None,
    };
    match &target {
        _ if dry_run => {}
        Target::File(path) => {
            file::write_output(path, row.note.as_bytes(), existing(ctx))?;
        }
        Target::Stdout if ctx.ui.format() == Format::Text => {
            ui::artifact(&row.note)?;
            return Ok(Exit::OK);
        }
        Target::Stdout => {}
    }
    ctx.answer(&Signed {
        events: row.size,
        file,
        checkpoint: if dry_run {
            "(generated)".to_owned()
        } else {
            row.note
        },
        dry_run,
    })
}

pub(super) const fn existing(ctx: &Context) -> Existing {
    if ctx.flags.overwrite {
        Existing::Replace
    } else {
        Existing::Refuse
    }
}

//! `audit checkpoint`: the signed state of the log, to be kept elsewhere.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::domain::audit::prove::{sign_now, sign_since};
use crate::domain::audit::witness::cosigned;
use crate::store::audit::CheckpointRow;
use crate::store::file;

use std::path::{Path, PathBuf};

use super::prove::read_checkpoint;
use super::witness;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Print a checkpoint",
        line: "optimactl audit checkpoint",
    },
    Example {
        what: "Keep one outside the store",
        line: "optimactl audit checkpoint --output log.checkpoint --overwrite",
    },
    Example {
        what: "For a witness that signed an older one",
        line: "optimactl audit checkpoint --since-checkpoint log.checkpoint --output for-ana --overwrite",
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
    &["optimactl audit verify", "optimactl audit prove", "optimactl audit witness sign"],
))]
pub(crate) struct Args {
    /// Put the proof in front that the log continues this older checkpoint: what `audit witness sign` wants to see
    #[arg(long, value_name = "FILE")]
    since_checkpoint: Option<PathBuf>,
    /// Sign nothing new: the newest checkpoint under which enough witnesses stand, with their lines
    #[arg(long, conflicts_with = "since_checkpoint")]
    cosigned: bool,
}

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

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let since = args.since_checkpoint.as_deref();
    let since = since.map(read_checkpoint).transpose()?;
    let policy = witness::policy(ctx)?;
    let core = ctx.open()?;
    let (row, text) = match (since, args.cosigned) {
        (Some(old), _) => sign_since(&core, &old)?,
        (None, true) => with_text(cosigned(&core, &policy)?),
        (None, false) => with_text(sign_now(&core, "asked")?),
    };
    let dry_run = core.dry_run();
    let file = match &target {
        Target::File(path) => Some(path.display().to_string()),
        Target::Stdout => None,
    };
    match &target {
        _ if dry_run => {}
        Target::File(path) => {
            file::write_output(path, text.as_bytes(), ctx.existing())?;
        }
        Target::Stdout if ctx.ui.format() == Format::Text => {
            ui::artifact(&text)?;
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
            text
        },
        dry_run,
    })
}

fn with_text(row: CheckpointRow) -> (CheckpointRow, String) {
    let text = row.note.clone();
    (row, text)
}

//! `audit verify --proof|--checkpoint`: a file against a public key, without any store.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::render::{Answer, View};
use crate::crypto::note::Vkey;
use crate::domain::audit::verify::offline::{self, Shown};

use super::prove::read_note;

#[derive(clap::Args)]
#[command(next_help_heading = "Files, without a store")]
pub(crate) struct FileArgs {
    /// Verify this proof of an event
    #[arg(long, value_name = "FILE", requires = "vkey")]
    #[arg(conflicts_with_all = ["checkpoint", "quick", "trusted_checkpoint", "consistency"])]
    proof: Option<PathBuf>,
    /// Verify this checkpoint
    #[arg(long, value_name = "FILE", requires = "vkey")]
    #[arg(conflicts_with_all = ["quick", "trusted_checkpoint"])]
    checkpoint: Option<PathBuf>,
    /// Verify, too, that the checkpoint in this file continues the one of `--checkpoint`
    #[arg(long, value_name = "FILE", requires = "checkpoint")]
    consistency: Option<PathBuf>,
    /// The log's public key, or a file that holds it
    #[arg(long, value_name = "FILE|VKEY")]
    vkey: Option<String>,
}

impl FileArgs {
    pub(super) const fn is_given(&self) -> bool {
        self.proof.is_some() || self.checkpoint.is_some() || self.vkey.is_some()
    }
}

#[derive(Serialize)]
struct Verified {
    ok: bool,
    origin: String,
    events: u64,
    root: String,
    seq: Option<u64>,
    entry: Option<serde_json::Value>,
    continues: Option<u64>,
}

impl Answer for Verified {
    fn schema(&self) -> &'static str {
        "audit-verify-file"
    }

    fn view(&self) -> View {
        let log = format!("log {} of {}", self.origin, count(self.events, "event"));
        let mut lines = vec![match self.seq {
            Some(seq) => format!("Event {seq} is in the {log}"),
            None => format!("The checkpoint is genuine: {log}"),
        }];
        lines.push(format!("Root: {}", self.root));
        if let Some(old) = self.continues {
            lines.push(format!("It continues the log of {}", count(old, "event")));
        }
        if let Some(entry) = &self.entry {
            lines.push(format!("Entry: {entry}"));
        }
        View::Lines(lines)
    }
}

pub(super) fn run(args: &FileArgs, ctx: &Context) -> Result<Exit> {
    let Some(typed) = &args.vkey else {
        return Err(
            Error::usage("the log's public key is missing").hint("give it with `--vkey FILE`")
        );
    };
    let key = key(typed)?;
    let shown = match (&args.proof, &args.checkpoint, &args.consistency) {
        (Some(proof), ..) => offline::proof(&read_note(proof)?, &key)?,
        (None, Some(old), Some(proof)) => {
            offline::consistency(&read_note(old)?, &read_note(proof)?, &key)?
        }
        (None, Some(checkpoint), None) => offline::checkpoint(&read_note(checkpoint)?, &key)?,
        (None, None, _) => {
            return Err(Error::usage("there is nothing to verify with the key")
                .hint("name a file with `--proof FILE` or `--checkpoint FILE`"));
        }
    };
    ctx.answer(&answered(shown))
}

fn answered(shown: Shown) -> Verified {
    let (seq, entry) = shown.event.unzip();
    Verified {
        ok: true,
        origin: shown.origin,
        events: shown.size,
        root: shown.root,
        seq,
        entry: entry.and_then(|text| serde_json::from_str(&text).ok()),
        continues: shown.continues,
    }
}

/// A key as it is printed, or the file it was put into.
pub(super) fn key(typed: &str) -> Result<Vkey> {
    let text = if Path::new(typed).is_file() {
        read_note(Path::new(typed))?
    } else if typed.contains('+') {
        typed.to_owned()
    } else {
        return Err(Error::not_found(format!("there is no file `{typed}`"))
            .hint("give the key itself, `NAME+ID+KEY`, or a file that holds it"));
    };
    // Whoever typed it chose it: nothing was tampered with.
    Vkey::parse(text.trim_end()).map_err(|error| {
        Error::usage("this is no key of a log")
            .because(error)
            .hint("`optimactl key list` prints the log's key, in the form `NAME+ID+KEY`")
    })
}

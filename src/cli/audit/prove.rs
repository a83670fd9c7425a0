//! `audit prove`: a file that shows to anyone with the public key that an event is in the log.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::crypto::note::MAX_NOTE;
use crate::domain::audit::anchor::note_in;
use crate::domain::audit::prove::{Proof, prove};
use crate::store::file;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Print the proof of an event",
        line: "optimactl audit prove 0",
    },
    Example {
        what: "Write it to a file",
        line: "optimactl audit prove 0 --output event-0.tlog-proof --overwrite",
    },
];

/// Prove that an event is in the log
///
/// The file (c2sp.org/tlog-proof) holds the event's entry, the path from it to the root, and a signed
/// checkpoint; `audit verify --proof FILE --vkey VKEY` checks it without any store, and so do other programs.
/// Personal values are not in it: the entry holds their digests.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit verify", "optimactl audit checkpoint"],
))]
pub(crate) struct Args {
    /// The event's number
    #[arg(value_name = "SEQ")]
    seq: u64,
    /// Prove, too, that the log continues the one of this older checkpoint; goes to `FILE.consistency`
    #[arg(long, value_name = "FILE")]
    since_checkpoint: Option<PathBuf>,
}

#[derive(Serialize)]
struct Proven {
    seq: u64,
    events: u64,
    file: Option<String>,
    consistency_file: Option<String>,
    proof: String,
    consistency: Option<String>,
    dry_run: bool,
}

impl Answer for Proven {
    fn schema(&self) -> &'static str {
        "audit-prove"
    }

    fn view(&self) -> View {
        let verb = if self.dry_run {
            "Would prove"
        } else {
            "Proved"
        };
        let place = |file: &Option<String>| match file {
            Some(file) => format!(" in {file}"),
            None => String::new(),
        };
        let mut lines = vec![format!(
            "{verb} event {} in a log of {}{}",
            self.seq,
            count(self.events, "event"),
            place(&self.file)
        )];
        if self.consistency.is_some() {
            lines.push(format!(
                "{verb} that it continues the older log{}",
                place(&self.consistency_file)
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let since = args
        .since_checkpoint
        .as_deref()
        .map(read_checkpoint)
        .transpose()?;
    let bare = target == Target::Stdout && ctx.ui.format() == Format::Text;
    if since.is_some() && bare {
        return Err(Error::usage("two proofs do not fit on standard output")
            .hint("name a file with `--output FILE`, or take `--format json`"));
    }
    let core = ctx.open()?;
    let proof = prove(&core, args.seq, since.as_deref())?;
    let dry_run = core.dry_run();
    if bare && !dry_run {
        ui::artifact(&proof.text)?;
        return Ok(Exit::OK);
    }
    let files = match &target {
        Target::File(path) => Some((path.clone(), beside(path))),
        Target::Stdout => None,
    };
    if let (Some((path, consistency)), false) = (&files, dry_run) {
        let mut both = vec![(path.as_path(), proof.text.as_bytes())];
        let text = proof.consistency.as_deref();
        both.extend(text.map(|text| (consistency.as_path(), text.as_bytes())));
        file::write_outputs(&both, ctx.existing())?;
    }
    ctx.answer(&answered(proof, files, dry_run))
}

fn answered(proof: Proof, files: Option<(PathBuf, PathBuf)>, dry_run: bool) -> Proven {
    let (file, consistency_file) = files.unzip();
    let shown = |path: PathBuf| path.display().to_string();
    let text = |text: String| {
        if dry_run {
            "(generated)".to_owned()
        } else {
            text
        }
    };
    Proven {
        seq: proof.index,
        events: proof.size,
        file: file.map(shown),
        consistency_file: consistency_file
            .filter(|_| proof.consistency.is_some())
            .map(shown),
        proof: text(proof.text),
        consistency: proof.consistency.map(text),
        dry_run,
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".consistency");
    PathBuf::from(name)
}

/// A checkpoint that somebody keeps: the file, or the mail or line of syslog that it left in.
pub(super) fn read_checkpoint(path: &Path) -> Result<String> {
    Ok(note_in(&read_note(path)?))
}

/// A note or proof that somebody keeps.
pub(super) fn read_note(path: &Path) -> Result<String> {
    if !path.exists() {
        return Err(Error::not_found(format!(
            "there is no file `{}`",
            path.display()
        )));
    }
    let limit = u64::try_from(MAX_NOTE).unwrap_or(u64::MAX);
    // What is no text or too long is no note: it was changed, or never was one.
    let text = file_guard::read_text(path, limit).map_err(|error| match error.kind {
        Kind::Usage => Error::integrity(format!("`{}` was changed", path.display())).because(error),
        _ => error,
    })?;
    Ok(text.to_string())
}

//! `audit verify --proof|--checkpoint`: a file against a public key, without any store.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::render::{Answer, View};
use crate::crypto::note::{Vkey, Witness};
use crate::domain::audit::verify::offline::{Shown, Trust};

use super::prove::{read_checkpoint, read_note};

#[derive(clap::Args)]
#[command(next_help_heading = "Files, without a store")]
pub(crate) struct FileArgs {
    /// Verify this proof of an event; with `--checkpoint` and `--consistency`, too, that the log in which it lies
    /// continues that checkpoint
    #[arg(long, value_name = "FILE", requires = "vkey")]
    #[arg(conflicts_with_all = ["quick", "trusted_checkpoint"])]
    proof: Option<PathBuf>,
    /// Verify this checkpoint: the file, or the mail or syslog line it left in
    #[arg(long, value_name = "FILE", requires = "vkey")]
    #[arg(conflicts_with_all = ["quick", "trusted_checkpoint"])]
    checkpoint: Option<PathBuf>,
    /// Verify, too, that the checkpoint in this file continues the one of `--checkpoint`
    #[arg(long, value_name = "FILE", requires = "checkpoint")]
    consistency: Option<PathBuf>,
    /// The log's public key, or a file that holds it
    #[arg(long, value_name = "FILE|VKEY")]
    vkey: Option<String>,
    /// A note by which the log's key handed over to the next (`recovery/handover-GEN.note` beside a backup), so that
    /// an older key verifies newer files, and a newer one older files; may repeat
    #[arg(long, value_name = "FILE", requires = "vkey")]
    handover: Vec<PathBuf>,
    /// The public key of a witness, or a file that holds it: it must have signed the checkpoint; may repeat, and then
    /// all must have
    #[arg(long, value_name = "FILE|VKEY", requires = "vkey")]
    witness: Vec<String>,
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
    /// Whose signature of the log counts.
    signer: String,
    witnesses: Vec<ByWitness>,
    /// The key that was given, where another one signed that it handed over to or took over from.
    #[serde(skip)]
    given: Option<String>,
}

/// What a witness signed.
#[derive(Serialize)]
struct ByWitness {
    witness: String,
    events: u64,
    signed: String,
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
        if let Some(given) = &self.given {
            lines.push(format!("Signed by {}", self.signer));
            lines.push(format!("The notes lead there from {given}"));
        }
        for known in &self.witnesses {
            lines.push(format!(
                "Witnessed: the log up to event {}, by {} at {}",
                known.events.saturating_sub(1),
                safe(&known.witness),
                known.signed
            ));
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
    let notes = args.handover.iter().map(|path| read_note(path));
    let notes = notes.collect::<Result<Vec<_>>>()?;
    let witnesses = args.witness.iter().map(|typed| witness(typed));
    let trust = Trust::new(&key, &notes, witnesses.collect::<Result<_>>()?)?;
    let checkpoint = args.checkpoint.as_deref().map(read_checkpoint);
    let checkpoint = checkpoint.transpose()?;
    let consistency = args.consistency.as_deref().map(read_note).transpose()?;
    let shown = match (&args.proof, &checkpoint, &consistency) {
        (Some(proof), Some(old), Some(continued)) => {
            trust.proof_since(&read_note(proof)?, old, continued)?
        }
        (Some(proof), None, _) => trust.proof(&read_note(proof)?)?,
        (Some(_), Some(_), None) => {
            return Err(Error::usage("nothing connects the proof with the checkpoint")
                .hint("give the file of `--since-checkpoint` or of `cosigned/` with `--consistency FILE`"));
        }
        (None, Some(old), Some(continued)) => trust.consistency(old, continued)?,
        (None, Some(checkpoint), None) => trust.checkpoint(checkpoint)?,
        (None, None, _) => {
            return Err(Error::usage("there is nothing to verify with the key")
                .hint("name a file with `--proof FILE` or `--checkpoint FILE`"));
        }
    };
    ctx.answer(&answered(shown, &key))
}

fn answered(shown: Shown, given: &Vkey) -> Verified {
    let (seq, entry) = shown.event.unzip();
    let is_other = shown.signer.key() != given.key();
    let witnesses = shown.witnessed.into_iter().map(|known| ByWitness {
        witness: known.name,
        events: known.size,
        signed: seconds_text(known.signed),
    });
    Verified {
        ok: true,
        origin: shown.origin,
        events: shown.size,
        root: shown.root,
        seq,
        entry: entry.and_then(|text| serde_json::from_str(&text).ok()),
        continues: shown.continues,
        signer: shown.signer.to_string(),
        witnesses: witnesses.collect(),
        given: is_other.then(|| given.to_string()),
    }
}

/// A log's key as it is printed, or the file it was put into.
pub(super) fn key(typed: &str) -> Result<Vkey> {
    // Whoever typed it chose it: nothing was tampered with.
    Vkey::parse(text_of(typed)?.trim_end()).map_err(|error| {
        Error::usage("this is no key of a log")
            .because(error)
            .hint("`optimactl key list` prints the log's key, in the form `NAME+ID+KEY`")
    })
}

fn witness(typed: &str) -> Result<Witness> {
    Witness::parse(text_of(typed)?.trim_end()).map_err(|error| {
        Error::usage("this is no key of a witness")
            .because(error)
            .hint("`optimactl audit witness init` prints it once, and `optimactl audit witness list` where the store is")
    })
}

fn text_of(typed: &str) -> Result<String> {
    if Path::new(typed).is_file() {
        return read_note(Path::new(typed));
    }
    if typed.contains('+') {
        return Ok(typed.to_owned());
    }
    Err(Error::not_found(format!("there is no file `{typed}`"))
        .hint("give the key itself, `NAME+ID+KEY`, or a file that holds it"))
}

//! `audit witness sign`: the witness's part. Needs no store: a key, what was signed before, and a file.

use std::fs::File;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::audit::prove::{read_checkpoint, read_note};
use crate::cli::audit::verify_file;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::crypto::note::{MAX_NOTE, WitnessKey};
use crate::crypto::secret::SecretText;
use crate::domain::audit::anchor::note_in;
use crate::domain::audit::witness::{Ask, Signed, State, sign};
use crate::store::file;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Sign a log for the first time; its key came by another way than the file",
        line: "optimactl audit witness sign log.checkpoint --key ana.key --vkey log.vkey --output cosigned --overwrite",
    },
    Example {
        what: "Look first",
        line: "optimactl audit witness sign log.checkpoint --key ana.key --vkey log.vkey --dry-run",
    },
];

/// Sign a checkpoint as a witness
///
/// Signs only a log that continues what this key signed before: a log that was turned back or rewritten is refused
/// with 13, one that nothing connects with what was signed (a new history after a restore, a lost memory) with 5. The file is a checkpoint or, from the second time on, what `audit checkpoint --since-checkpoint FILE`
/// wrote. What was signed is remembered beside the key (FILE.state) before anything is handed out; keep that file
/// with the key: nothing is signed without it. The answer is the checkpoint with one more line (c2sp.org/tlog-cosignature, Ed25519).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl audit witness init", "optimactl audit witness add", "optimactl audit checkpoint"],
))]
pub(crate) struct Args {
    /// The checkpoint, or the checkpoint with its proof (`-` for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// This witness's key, made by `audit witness init`
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// Where this witness remembers what it signed; without it: the key's file with `.state`
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// The log's public key, or a file that holds it; needed once for each log
    #[arg(long, value_name = "FILE|VKEY")]
    vkey: Option<String>,
    /// A note by which the log's key handed over to the next (`recovery/handover-GEN.note` beside a backup); may repeat
    #[arg(long, value_name = "FILE")]
    handover: Vec<PathBuf>,
    /// Sign although nothing connects it with what this witness signed before: its memory was lost, or a restore
    /// began a new history, or no note tells of the log's new key. Ask the log's keepers for the reason first, by another way than the file came
    #[arg(long)]
    accept_unconnected: bool,
}

#[derive(Serialize)]
struct Answered {
    origin: String,
    events: u64,
    root: String,
    /// What this witness signed of the log before.
    signed_before: Option<u64>,
    /// Another history of the same log that it signed.
    other_history: Option<String>,
    file: Option<String>,
    cosigned: String,
    dry_run: bool,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "audit-witness-sign"
    }

    fn view(&self) -> View {
        let verb = if self.dry_run { "Would sign" } else { "Signed" };
        let place = match &self.file {
            Some(file) => format!(", in {file}"),
            None => String::new(),
        };
        let before = match self.signed_before {
            Some(before) => format!("It continues the {} signed before", count(before, "event")),
            None => "This witness never signed this log before".to_owned(),
        };
        let mut lines = vec![
            format!(
                "{verb} {} of log {}{place}",
                count(self.events, "event"),
                self.origin
            ),
            before,
        ];
        if let Some(other) = &self.other_history {
            lines.push(format!(
                "It signed another history of the same log: {other}"
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let text = read(&args.file, ctx)?;
    file_guard::secret(&args.key)?;
    let key = SecretText::new(file_guard::read_text(&args.key, 4096)?.to_string());
    let key = WitnessKey::parse(&key)?;
    let vkey = args.vkey.as_deref().map(verify_file::key).transpose()?;
    let handovers = args.handover.iter().map(|path| read_note(path));
    let handovers = handovers.collect::<Result<Vec<_>>>()?;
    let place = args.state.clone().unwrap_or_else(|| state_of(&args.key));
    let dry_run = ctx.flags.dry_run;
    // Two that sign at once would each believe to be the only one.
    let _lock = (!dry_run).then(|| lock(&place)).transpose()?;
    let state = remembered(&place)?;
    let ask = Ask {
        text: &text,
        vkey: vkey.as_ref(),
        handovers: &handovers,
        accepted: args.accept_unconnected,
    };
    let signed = sign(&state, &key, ask, ctx.clock.now())?;
    if !dry_run {
        file::write_atomic(&place, signed.state.to_text().as_bytes())?;
        match &target {
            Target::File(path) => {
                file::write_output(path, signed.note.as_bytes(), ctx.existing())?;
            }
            Target::Stdout if ctx.ui.format() == Format::Text => {
                ui::artifact(&signed.note)?;
                return Ok(Exit::OK);
            }
            Target::Stdout => {}
        }
    }
    ctx.answer(&answered(signed, &target, dry_run))
}

fn answered(signed: Signed, target: &Target, dry_run: bool) -> Answered {
    Answered {
        origin: signed.checkpoint.origin,
        events: signed.checkpoint.size,
        root: BASE64.encode(&signed.checkpoint.root),
        signed_before: signed.before,
        other_history: signed.other.map(|other| other.origin),
        file: match target {
            Target::File(path) => Some(path.display().to_string()),
            Target::Stdout => None,
        },
        cosigned: if dry_run {
            "(generated)".to_owned()
        } else {
            signed.note
        },
        dry_run,
    }
}

/// A note from a file or from standard input, or the mail or line of syslog that it left in.
pub(super) fn read(path: &Path, ctx: &mut Context) -> Result<String> {
    if path.as_os_str() != "-" {
        return read_checkpoint(path);
    }
    let limit = u64::try_from(MAX_NOTE).unwrap_or(u64::MAX);
    let input = ctx.stdin.take("FILE")?;
    let text = file_guard::bounded_growing(input, limit, "standard input")?;
    Ok(note_in(&text))
}

fn remembered(place: &Path) -> Result<State> {
    if !place.exists() {
        return Err(Error::refused(format!(
            "what this witness signed is not at `{}`",
            place.display()
        ))
        .hint(
            "without it no fork can be told: bring the file back, or name it with `--state`; a witness that lost it makes \
             a new key with `optimactl audit witness init`",
        ));
    }
    file_guard::unchangeable_by_others(place)?;
    let limit = u64::try_from(MAX_NOTE).unwrap_or(u64::MAX);
    State::parse(&file_guard::read_text(place, limit)?)
}

/// Where a witness remembers unless it is told another place.
pub(super) fn state_of(key: &Path) -> PathBuf {
    file::beside(key, ".state")
}

fn lock(place: &Path) -> Result<File> {
    let path = file::beside(place, ".lock");
    let lock = file::open_lock(&path)?;
    lock.try_lock().map_err(|_| {
        Error::conflict("this witness is signing already").hint("wait until the other one ended")
    })?;
    Ok(lock)
}

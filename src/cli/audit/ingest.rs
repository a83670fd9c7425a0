//! `audit ingest`: foreign logs become events.

mod answer;
mod follow;
mod input;
mod rotation;
mod tail;

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::base::error::{Error, Kind, Result};
use crate::base::progress::Progress;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::cli::progress::{Meter, Unit};
use crate::domain;
use crate::domain::audit::ingest::{Ending, Format, Ingest, Map, Options, Source, Zone};

use answer::Ingested;
use input::Input;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Take in what sshd logged, and nothing twice",
        line: "printf 'Nov 20 10:00:00 gate sshd[7]: Failed password for tom from 203.0.113.9 port 4711 ssh2\\n' | optimactl audit ingest - --tz Europe/Berlin",
    },
    Example {
        what: "See what a file would bring, and add nothing",
        line: "printf '{\"action\":\"vpn.connect\",\"actor\":\"tom\"}\\n' | optimactl audit ingest - --dry-run",
    },
    Example {
        what: "The program's own name is not to be had",
        line: "optimactl audit ingest people.csv --source optimactl # ends with 5",
    },
];

/// The longest map.
const MAP_BYTES: u64 = 256 * 1024;

/// Add the events of foreign logs
///
/// Reads JSON lines (keys of `audit record --stdin`), syslog (RFC 5424, RFC 3164, rsyslog's own; lines of sshd,
/// PAM and sudo are understood), `journalctl -o json`, CEF and web logs (combined); without `--as` most of the first
/// lines tell which, for each file. What is taken from a line is personal: the entry holds digests, and it can be
/// erased. `message repeated N times` is one event with the count N.
///
/// The same line is added once: running again adds nothing, also after the file was renamed or a run was killed.
/// Alike lines of a file, or on both sides of its rotation, are told apart by how many came before; those of two
/// hosts, where lines name none, by `--origin`. Lines without a time and an id are new each time they come through a
/// pipe. A last line without its line end is left for the next run, unless it is a whole JSON object. If one of the
/// files cannot be opened, none is read.
///
/// A time without a year gets the newest year in which it is not more than a day ahead. One without a zone is
/// UTC, or what `--tz` says; of two instants the first is taken, an hour that a clock change skips is read with
/// the offset before it.
///
/// `--map` describes other formats in TOML, the first `[[line]]` that fits decides:
/// `[[line]]`, `pattern = '^(?P<time>\S+) (?P<outcome>\w+) (?P<actor>\S+) (?P<ip>\S+)$'`, `action =
/// "auth.login"`, `source = "door"`, `outcome`, `severity`, `time = "%Y-%m-%dT%H:%M:%S"` (or `rfc3339`, `unix`,
/// `syslog`), `outcomes = { ok = "success" }`, `severities`, `actions`, `skip = true`. Groups of other names
/// become fields.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Partial, Kind::Refused]].concat(),
    &["optimactl audit record", "optimactl audit list"],
))]
pub(crate) struct Args {
    /// The files (`-` for standard input)
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The format
    #[arg(long = "as", value_enum, value_name = "FORMAT", default_value_t)]
    form: As,
    /// Read lines as this TOML file says
    #[arg(long, value_name = "FILE", conflicts_with = "form")]
    map: Option<PathBuf>,
    /// The source of every event, in the place of what the lines tell
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// From where the lines come, at most 128 bytes: the same line of another origin is another event
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
    /// The zone of times without one: `Europe/Berlin`, `+01:00` (UTC by default)
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// The year of the first line without one; more than half a year back is the next year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1970..=9998))]
    year: Option<i32>,
    /// Take the last line although it has no line end; without this it is left for the next run
    #[arg(long, conflicts_with = "follow")]
    last_line: bool,
    /// Go on as the files grow, until Ctrl-C or SIGTERM; renamed and cut files are followed
    #[arg(long)]
    follow: bool,
    /// End with 3 if more than so many percent of the lines were not understood (0 to 100)
    #[arg(long, value_name = "PERCENT", default_value_t = 5, value_parser = clap::value_parser!(u64).range(0..=100))]
    max_unparsed: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum As {
    /// What most of the first lines look like
    #[default]
    Auto,
    /// One JSON object a line, with the keys of `audit record --stdin`
    Jsonl,
    /// What `journalctl -o json` prints
    Journald,
    /// RFC 5424, RFC 3164, RFC 3339 and message
    Syslog,
    /// Common Event Format
    Cef,
    /// Combined or common logs of web servers
    Web,
}

impl As {
    const fn format(self) -> Option<Format> {
        Some(match self {
            Self::Auto => return None,
            Self::Jsonl => Format::Jsonl,
            Self::Journald => Format::Journald,
            Self::Syslog => Format::Syslog,
            Self::Cef => Format::Cef,
            Self::Web => Format::Web,
        })
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let options = options(args)?;
    let inputs = if args.follow {
        vec![]
    } else {
        let open = |path: &PathBuf| Input::open(ctx, path);
        args.files.iter().map(open).collect::<Result<Vec<_>>>()?
    };
    let (ingested, unknown) = if args.follow {
        (follow::follow(args, ctx, options)?, false)
    } else {
        once(args, ctx, options, inputs)?
    };
    if unknown {
        return Err(Error::usage("no line is in a known format")
            .hint("name the format with `--as FORMAT`, or describe it with `--map FILE`"));
    }
    if ingested.summary.zoned > 0 && args.tz.is_none() {
        ctx.ui
            .hint("times without a zone were taken as UTC; say which it is with `--tz ZONE`");
    }
    let many = ingested.share_exceeds(args.max_unparsed);
    ctx.answer_with(&ingested, many.then_some(Kind::Partial))
}

fn options(args: &Args) -> Result<Options> {
    let map = match &args.map {
        Some(path) => Some(Map::parse(&file_guard::read_text(path, MAP_BYTES)?)?),
        None => None,
    };
    let zone = args.tz.as_deref().map_or(Ok(Zone::UTC), Zone::parse)?;
    Ok(Options {
        format: args.form.format(),
        map,
        source: args.source.clone(),
        origin: args.origin.clone(),
        zone,
        year: args.year,
    })
}

/// Reads every input to its end. Also says whether nothing at all was understood where the format was guessed.
fn once(
    args: &Args,
    ctx: &mut Context,
    options: Options,
    inputs: Vec<Input>,
) -> Result<(Ingested, bool)> {
    let guessed = options.format.is_none() && options.map.is_none();
    let mut meter = Meter::new(ctx, "ingesting", Unit::Bytes);
    let core = ctx.open()?;
    let mut ingest = Ingest::new(&core, options)?;
    let understood = match each(args, &core, (&mut ingest, &mut meter), inputs) {
        Ok(understood) => understood,
        Err(error) => {
            ingest.fail(&core, &error);
            return Err(error);
        }
    };
    let (summary, shapes) = ingest.finish(&core)?;
    drop(meter);
    let unknown = guessed && !understood && summary.lines > 0;
    Ok((Ingested::new(summary, shapes, core.dry_run()), unknown))
}

/// Whether the format of any of them was found.
fn each(
    args: &Args,
    core: &domain::Context,
    (ingest, meter): (&mut Ingest, &mut Meter),
    inputs: Vec<Input>,
) -> Result<bool> {
    let total: Option<u64> = inputs.iter().map(|input| input.bytes).sum();
    let ending = if args.last_line {
        Ending::Take
    } else {
        Ending::Wait
    };
    let mut before = 0;
    let mut understood = false;
    let mut last: Option<(&PathBuf, Source)> = None;
    for (path, mut input) in args.files.iter().zip(inputs) {
        let mut source = if input.passes() {
            ingest.passing(core)
        } else {
            begun(core, ingest, path, last.as_ref())?
        };
        ingest.drain(core, &mut source, &mut input.from, &mut |done| {
            let done = before + done;
            meter.report(Progress {
                done,
                total: total.map(|total| total.max(done)),
            });
        })?;
        ingest.end(core, &mut source, ending)?;
        before += source.bytes();
        understood |= source.format().is_some();
        last = Some((path, source));
    }
    Ok(understood)
}

/// The beginning of a file: it goes on from the one before it in a rotation, whether this run read that one or another
/// did, or counts on from the last file.
fn begun(
    core: &domain::Context,
    ingest: &mut Ingest,
    path: &Path,
    last: Option<&(&PathBuf, Source)>,
) -> Result<Source> {
    let before = rotation::before(path);
    if let (Some(before), Some((named, source))) = (&before, last)
        && rotation::is_same_file(before, named)
    {
        return Ok(ingest.rotated(core, source));
    }
    // Also where another file was read between: what stands before this one decides.
    if let Some(mut ends) = before.and_then(|before| rotation::ends(&before)) {
        return ingest.after(core, &mut *ends);
    }
    Ok(last.map_or_else(
        || ingest.source(core),
        |(_, source)| ingest.going_on(core, source),
    ))
}

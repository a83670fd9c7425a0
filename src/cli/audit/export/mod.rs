//! `audit export`: the log for other programs.

mod evidence;
mod lines;
mod tiles;

use std::path::PathBuf;

use clap::ValueEnum;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::audit::export::{Form, Values, cursor};
use crate::domain::audit::query::Query;
use crate::store::audit::Order;

use super::filter::Filter;

const EXAMPLES: [Example; 6] = [
    Example {
        what: "Print every event as a line of JSON",
        line: "optimactl audit export --as jsonl",
    },
    Example {
        what: "Write last month without personal values to a file",
        line: "optimactl audit export --as csv --redacted --since 30d --output audit.csv --overwrite",
    },
    Example {
        what: "From cron: what is new since the last run, for a collector that reads OCSF",
        line: "optimactl audit export --as ocsf --cursor siem.cursor >> siem.jsonl",
    },
    Example {
        what: "The same as syslog lines, begun at an event",
        line: "optimactl audit export --as syslog --since-seq 3 --redacted",
    },
    Example {
        what: "Gather three events with proofs for somebody who trusts nobody here",
        line: "optimactl audit export --as evidence --seq 0..2 --output case-17 --overwrite",
    },
    Example {
        what: "Write the tree for a mirror or a monitor",
        line: "optimactl audit export --as tlog-tiles --output log-tiles --overwrite",
    },
];

/// Export events as lines for other tools, as evidence, or as a tree of tiles
///
/// `jsonl` lines are the entries byte for byte, with the personal values put back under `personal`; with
/// `--redacted` they are exactly what was hashed into the tree. `csv`, `ocsf`, `ecs`, `cef` and `syslog` hold the
/// digests of personal values, and unless `--redacted` is given the values and the names of actors and targets.
/// Control characters in values are shown as `\u{1b}`, or as JSON escapes them. `evidence` writes a folder with
/// proofs that an outsider can check with Python alone. `tlog-tiles` writes the whole log under a signed
/// checkpoint (c2sp.org/tlog-tiles), without personal values. Exporting personal values is an event.
///
/// With `--cursor FILE` each run exports what is new since the last one, that run's own reading included; the
/// file is replaced once the output is flushed. A run that is killed in between is repeated by the next: events
/// arrive at least once, and `seq` tells repeated ones. Without anything new there is no output, no file, and the
/// exit code is 0; CSV has its header in the first run and in files only. A cursor of another store, of the log before
/// a restore, or before events that were pruned meanwhile, is refused (15), as `--since-seq` before them is.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl audit list", "optimactl audit follow", "optimactl audit verify"],
))]
pub(crate) struct Args {
    /// The form
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t = As::Jsonl)]
    form: As,
    /// Leave personal values and names out; digests and ids stay
    #[arg(long)]
    redacted: bool,
    /// Only events from this number on
    #[arg(long, value_name = "N")]
    since_seq: Option<u64>,
    /// Go on where the last run with this file ended, and keep in it how far this one came
    #[arg(long, value_name = "FILE", conflicts_with = "since_seq")]
    cursor: Option<PathBuf>,
    #[command(flatten)]
    filter: Filter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// One JSON object a line
    Jsonl,
    /// A header and rows, RFC 4180
    Csv,
    /// Open Cybersecurity Schema Framework, one JSON object a line
    Ocsf,
    /// Elastic Common Schema, one JSON object a line
    Ecs,
    /// Common Event Format, version 0
    Cef,
    /// Syslog lines, RFC 5424
    Syslog,
    /// Checkpoint, tiles and entries as files
    TlogTiles,
    /// A folder with entries, proofs, key, values and how to check them
    Evidence,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let mut wanted = args.filter.query(ctx, Order::OldestFirst)?;
    if let Some(from) = args.since_seq {
        let (first, end) = wanted.numbers.unwrap_or((0, u64::MAX));
        wanted.numbers = Some((first.max(from), end));
    }
    if let (Some(_), Some(flag)) = (&args.cursor, unfit(args, &wanted)) {
        return Err(
            Error::usage(format!("`--cursor` and `{flag}` do not fit together"))
                .hint("a cursor goes forward through the whole log, oldest first"),
        );
    }
    let form = match args.form {
        As::TlogTiles => return tiles::tiles(ctx, &wanted),
        As::Evidence => return evidence::evidence(args, ctx, &wanted),
        As::Jsonl => Form::Jsonl,
        As::Csv => Form::Csv,
        As::Ocsf => Form::Ocsf,
        As::Ecs => Form::Ecs,
        As::Cef => Form::Cef,
        As::Syslog => Form::Syslog,
    };
    lines::lines(args, ctx, wanted, form)
}

/// `--since-seq` before events that were pruned would leave them out in silence.
fn require_kept(core: &crate::domain::Context, args: &Args) -> Result<()> {
    match args.since_seq {
        Some(from) => cursor::require_kept(from, cursor::extent(core)?, "this export"),
        None => Ok(()),
    }
}

/// What would make a cursor pass over events that were not exported.
fn unfit(args: &Args, wanted: &Query) -> Option<&'static str> {
    match args.form {
        As::TlogTiles => return Some("--as tlog-tiles"),
        As::Evidence => return Some("--as evidence"),
        _ => {}
    }
    if wanted.order == Order::NewestFirst {
        return Some("--reverse");
    }
    // An event may be told late, with a time before the last run.
    if wanted.since.is_some() {
        return Some("--since");
    }
    if wanted.until.is_some() {
        return Some("--until");
    }
    wanted.numbers.is_some().then_some("--seq")
}

impl Args {
    const fn values(&self) -> Values {
        if self.redacted {
            Values::LeftOut
        } else {
            Values::PutBack
        }
    }
}

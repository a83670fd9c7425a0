//! `audit export`: the log for other programs.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::progress::{Meter, Unit};
use crate::cli::stream::Pipe;
use crate::domain;
use crate::domain::audit::export::{Form, Values, Wanted, export_lines, export_tiles};
use crate::domain::audit::query::{self, Query};
use crate::store::audit::Order;
use crate::store::file;

use super::filter::Filter;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Print every event as a line of JSON",
        line: "optimactl audit export --as jsonl",
    },
    Example {
        what: "Write last month without personal values to a file",
        line: "optimactl audit export --as csv --redacted --since 30d --output audit.csv --overwrite",
    },
    Example {
        what: "Write the tree for a mirror or a monitor",
        line: "optimactl audit export --as tlog-tiles --output log-tiles --overwrite",
    },
];

/// Export events as lines, or the log as a tree of tiles
///
/// `jsonl` lines are the entries byte for byte, with the personal values put back under `personal`; with
/// `--redacted` they are exactly what was hashed into the tree. `tlog-tiles` writes the whole log under a
/// signed checkpoint (c2sp.org/tlog-tiles), without personal values. Exporting personal values is an event.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[crate::base::error::Kind::Conflict]].concat(),
    &["optimactl audit list", "optimactl audit verify"],
))]
pub(crate) struct Args {
    /// The form
    #[arg(long = "as", value_enum, value_name = "FORM", default_value_t = As::Jsonl)]
    form: As,
    /// Leave personal values out
    #[arg(long)]
    redacted: bool,
    #[command(flatten)]
    filter: Filter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum As {
    /// One JSON object a line
    Jsonl,
    /// A header and rows, RFC 4180
    Csv,
    /// Checkpoint, tiles and entries as files
    TlogTiles,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let wanted = args.filter.query(ctx, Order::OldestFirst)?;
    let form = match args.form {
        As::TlogTiles => return tiles(ctx, &wanted),
        As::Jsonl => Form::Jsonl,
        As::Csv => Form::Csv,
    };
    let target = ctx.target(Some(Path::new("-")))?;
    if target == Target::Stdout {
        same_form(ctx.ui.format(), args.form)?;
    }
    let values = if args.redacted {
        Values::LeftOut
    } else {
        Values::PutBack
    };
    let mut meter = Meter::new(ctx, "exporting", Unit::Items);
    let core = ctx.open()?;
    let looked = values == Values::PutBack || wanted.looks_at_values();
    let end = if looked {
        query::record_reading(&core, "export")?
    } else {
        u64::MAX
    };
    let wanted = Wanted {
        query: &wanted,
        form,
        values,
        end,
    };
    match target {
        Target::Stdout => {
            let mut out = Pipe::stdout();
            export_lines(&core, &wanted, &mut out, &mut |progress| {
                meter.report(progress);
            })?;
            Ok(Exit::OK)
        }
        Target::File(path) if core.dry_run() => ctx.answer(&ctx.change(
            "audit-export",
            format!("Would export to {}", path.display()),
        )),
        Target::File(path) => {
            let events = to_file(&core, &wanted, &path, &mut meter)?;
            drop(meter);
            let sentence = format!("Exported {} to {}", count(events, "event"), path.display());
            let change = ctx.change("audit-export", sentence).with("events", events);
            ctx.answer(&change.with("file", path.display().to_string()))
        }
    }
}

/// What goes to standard output has the form that `--as` says: a `--format` that asks for another one would
/// be ignored in silence.
fn same_form(format: Format, form: As) -> Result<()> {
    let (typed, near) = match (format, form) {
        (Format::Text, _) | (Format::Csv, As::Csv) | (Format::Jsonl, As::Jsonl) => return Ok(()),
        (Format::Json, _) => ("json", "jsonl"),
        (Format::Jsonl, _) => ("jsonl", "jsonl"),
        (Format::Csv, _) => ("csv", "csv"),
    };
    let error = Error::usage(format!(
        "`--format {typed}` does not say the form of an export"
    ));
    Err(error.hint(format!("say it with `--as {near}`")))
}

/// Written beside and renamed: a half-written export never has the name of a whole one.
fn to_file(
    core: &domain::Context,
    wanted: &Wanted<'_>,
    path: &Path,
    meter: &mut Meter,
) -> Result<u64> {
    let partial = file::beside(path, ".partial");
    let written = write_partial(core, wanted, path, meter);
    let renamed = written.and_then(|events| {
        fs::rename(&partial, path).map_err(|error| Error::io("rename", &partial, &error))?;
        file::sync_parent(path)?;
        Ok(events)
    });
    if renamed.is_err() {
        file::remove_if_there(&partial).ok();
    }
    renamed
}

fn write_partial(
    core: &domain::Context,
    wanted: &Wanted<'_>,
    path: &Path,
    meter: &mut Meter,
) -> Result<u64> {
    let file: File = file::create_partial(path)?;
    let mut out = BufWriter::with_capacity(256 * 1024, file);
    let events = export_lines(core, wanted, &mut out, &mut |progress| {
        meter.report(progress);
    })?;
    file::sync(out.get_ref(), path)?;
    Ok(events)
}

fn tiles(ctx: &mut Context, wanted: &Query) -> Result<Exit> {
    let folder = tiles_folder(ctx, wanted)?;
    if ctx.flags.dry_run {
        let sentence = format!("Would write the tree to {}", folder.display());
        return ctx.answer(&ctx.change("audit-export", sentence));
    }
    let mut meter = Meter::new(ctx, "exporting", Unit::Items);
    let core = ctx.open()?;
    file::make_folder(&folder)?;
    let done = export_tiles(&core, &folder, &mut |progress| meter.report(progress))?;
    drop(meter);
    let sentence = format!(
        "Exported a tree of {} to {}",
        count(done.size, "event"),
        folder.display()
    );
    let change = ctx
        .change("audit-export", sentence)
        .with("events", done.size);
    ctx.answer(
        &change
            .with("files", done.files)
            .with("folder", folder.display().to_string()),
    )
}

/// A part of a tree is none: no filter fits. The folder is new, empty, or holds an older export.
fn tiles_folder(ctx: &Context, wanted: &Query) -> Result<PathBuf> {
    let unfiltered = Query {
        order: wanted.order,
        ..Query::default()
    };
    if format!("{wanted:?}") != format!("{unfiltered:?}") || wanted.order != Order::OldestFirst {
        return Err(
            Error::usage("a tree is exported whole: filters do not fit `--as tlog-tiles`")
                .hint("leave the filters out, or take `--as jsonl`"),
        );
    }
    let folder = match ctx.flags.output.as_deref() {
        Some(folder) if folder.as_os_str() != "-" => folder.to_owned(),
        _ => {
            return Err(Error::usage("a tree is many files")
                .hint("name a folder for them with `--output DIR`"));
        }
    };
    if folder.is_file() {
        return Err(Error::conflict(format!("`{}` is a file", folder.display()))
            .hint("name a folder with `--output DIR`"));
    }
    let occupied = fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !ctx.flags.overwrite {
        return Err(
            Error::conflict(format!("`{}` is not empty", folder.display()))
                .hint("bring an older export up to date with `--overwrite`"),
        );
    }
    Ok(folder)
}

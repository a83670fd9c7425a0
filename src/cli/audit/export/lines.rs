//! `audit export` as lines: to standard output or a file, once or on and on from a cursor.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::global::Format;
use crate::cli::progress::{Meter, Unit};
use crate::cli::stream::Pipe;
use crate::domain;
use crate::domain::audit::export::{Form, Teller, Values, Wanted, Written, cursor, export_lines};
use crate::domain::audit::query::{self, Query, Unheard};
use crate::store::file::{self, Existing};
use crate::store::partial::Partial;

use super::Args;

pub(super) fn lines(args: &Args, ctx: &mut Context, mut query: Query, form: Form) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    match &target {
        Target::Stdout => same_form(ctx.ui.format(), form)?,
        Target::File(path) => apart(path, args.cursor.as_deref())?,
    }
    let mut meter = Meter::new(ctx, "exporting", Unit::Items);
    let core = ctx.open()?;
    let mut begun = false;
    if let Some(path) = &args.cursor {
        let extent = cursor::extent(&core)?;
        let kept = cursor::read(&core, path, extent)?;
        let next = kept.unwrap_or(extent.first);
        if next == extent.size {
            return nothing_new(ctx, &target, next);
        }
        begun = kept.is_some();
        query.numbers = Some((next, u64::MAX));
        // That none of the new events has a field is nothing new, and no mistyped name.
        query.unheard = Unheard::Await;
    } else {
        super::require_kept(&core, args)?;
    }
    let wanted = Wanted {
        end: end(&core, args, &query)?,
        query: &query,
        form,
        values: args.values(),
        header: !begun || target != Target::Stdout,
        teller: Teller {
            origin: core.store.keyring.origin(),
            host: rustix::system::uname()
                .nodename()
                .to_string_lossy()
                .into_owned(),
        },
    };
    match target {
        Target::Stdout => {
            let mut out = Pipe::stdout();
            let written = export_lines(&core, &wanted, &mut out, &mut |progress| {
                meter.report(progress);
            })?;
            // A reader that went away did not get everything: the next run begins where this one did.
            if !out.is_closed() {
                // Only a file can be flushed to the disk; a pipe says no, which is fine.
                rustix::fs::fsync(io::stdout()).ok();
                keep(&core, args.cursor.as_deref(), written)?;
            }
            Ok(Exit::OK)
        }
        Target::File(path) if core.dry_run() => ctx.answer(&ctx.change(
            "audit-export",
            format!("Would export to {}", path.display()),
        )),
        Target::File(path) => {
            let place = (path.as_path(), ctx.existing(), args.cursor.is_some());
            let written = to_file(&core, &wanted, place, &mut meter)?;
            keep(&core, args.cursor.as_deref(), written)?;
            drop(meter);
            exported(ctx, written, (path, args.cursor.is_some()))
        }
    }
}

/// One past the last event: values that are read are read after an event that says so. From a cursor on that
/// event is exported, too, or it would be new at every run.
fn end(core: &domain::Context, args: &Args, query: &Query) -> Result<u64> {
    if args.values() == Values::LeftOut && !query.looks_at_values() {
        return Ok(u64::MAX);
    }
    let reading = query::record_reading(core, "export")?;
    Ok(reading + u64::from(args.cursor.is_some()))
}

fn keep(core: &domain::Context, cursor: Option<&Path>, written: Written) -> Result<()> {
    match cursor {
        Some(path) if !core.dry_run() => cursor::write(core, path, written.next),
        _ => Ok(()),
    }
}

fn nothing_new(ctx: &Context, target: &Target, next: u64) -> Result<Exit> {
    if *target == Target::Stdout {
        return Ok(Exit::OK);
    }
    let change = ctx.change("audit-export", "Nothing is new: no file was written");
    ctx.answer(&change.with("events", 0).with("next", next))
}

fn exported(ctx: &Context, written: Written, (path, from_cursor): (PathBuf, bool)) -> Result<Exit> {
    if from_cursor && written.events == 0 {
        return nothing_new(ctx, &Target::File(path), written.next);
    }
    let file = path.display().to_string();
    let sentence = format!("Exported {} to {file}", count(written.events, "event"));
    let change = ctx.change("audit-export", sentence);
    let change = change
        .with("events", written.events)
        .with("next", written.next);
    ctx.answer(&change.with("file", file))
}

fn apart(output: &Path, cursor: Option<&Path>) -> Result<()> {
    if cursor.is_some_and(|cursor| is_one(output, cursor)) {
        return Err(Error::usage("`--output` and `--cursor` name the same file")
            .hint("give the cursor a file of its own: `--cursor FILE`"));
    }
    Ok(())
}

/// Whether two names, however they are written, mean one file.
fn is_one(one: &Path, other: &Path) -> bool {
    if let (Ok(one), Ok(other)) = (one.canonicalize(), other.canonicalize()) {
        return one == other;
    }
    let place = |path: &Path| {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(folder.join(path.file_name()?))
    };
    place(one).is_some_and(|one| place(other) == Some(one))
}

/// What goes to standard output has the form that `--as` says: a `--format` that asks for another one would
/// be ignored in silence.
fn same_form(format: Format, form: Form) -> Result<()> {
    let (typed, near) = match (format, form) {
        (Format::Text, _)
        | (Format::Csv, Form::Csv)
        | (Format::Jsonl, Form::Jsonl | Form::Ocsf | Form::Ecs) => return Ok(()),
        (Format::Json, _) => ("json", "jsonl"),
        (Format::Jsonl, _) => ("jsonl", "jsonl"),
        (Format::Csv, _) => ("csv", "csv"),
    };
    let error = Error::usage(format!(
        "`--format {typed}` does not say the form of an export"
    ));
    Err(error.hint(format!("say it with `--as {near}`")))
}

/// Written beside and renamed: a half-written export never has the name of a whole one. From a cursor on there
/// is no file without events.
fn to_file(
    core: &domain::Context,
    wanted: &Wanted<'_>,
    (path, existing, from_cursor): (&Path, Existing, bool),
    meter: &mut Meter,
) -> Result<Written> {
    let (partial, file) = Partial::create(path)?;
    let mut out = BufWriter::with_capacity(256 * 1024, file);
    let written = export_lines(core, wanted, &mut out, &mut |progress| {
        meter.report(progress);
    })?;
    if !from_cursor || written.events > 0 {
        file::sync(out.get_ref(), path)?;
        partial.place(existing)?;
    }
    Ok(written)
}

//! `audit export --as tlog-tiles`: the whole log as a tree of files.

use std::fs;
use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::progress::{Meter, Unit};
use crate::domain::audit::export::export_tiles;
use crate::domain::audit::query::Query;
use crate::store::audit::Order;
use crate::store::file;

pub(super) fn tiles(ctx: &mut Context, wanted: &Query) -> Result<Exit> {
    let folder = tiles_folder(ctx, wanted)?;
    if ctx.flags.dry_run {
        let sentence = format!("Would write the tree to {}", folder.display());
        return ctx.answer(&ctx.change("audit-export", sentence));
    }
    let mut meter = Meter::new(ctx, "exporting", Unit::Items);
    let core = ctx.open()?;
    let occupied = fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !is_older(&folder, &core.store.keyring.origin()) {
        return Err(Error::conflict(format!(
            "`{}` holds something else than a tree of this log",
            folder.display()
        ))
        .hint("name a new folder with `--output DIR`"));
    }
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

/// Whether the checkpoint in a folder names this log.
fn is_older(folder: &Path, origin: &str) -> bool {
    let Ok(note) = file::read_regular(&folder.join("checkpoint"), 64 * 1024) else {
        return false;
    };
    note.split(|byte| *byte == b'\n').next() == Some(origin.as_bytes())
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

//! `audit export --as evidence`: a folder that appears whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::progress::{Meter, Unit};
use crate::domain::audit::export::Values;
use crate::domain::audit::export::evidence::{Gathered, MANIFEST, gather};
use crate::domain::audit::query::{self, Query};
use crate::store::file;

use super::Args;

pub(super) fn evidence(args: &Args, ctx: &mut Context, wanted: &Query) -> Result<Exit> {
    let values = args.values();
    let folder = folder(ctx)?;
    let mut meter = Meter::new(ctx, "gathering", Unit::Items);
    let core = ctx.open()?;
    super::require_kept(&core, args)?;
    if core.dry_run() {
        let sentence = format!("Would write evidence to {}", folder.display());
        return ctx.answer(&ctx.change("audit-export", sentence));
    }
    let looked = values == Values::PutBack || wanted.looks_at_values();
    let end = if looked {
        query::record_reading(&core, "evidence")?
    } else {
        u64::MAX
    };
    // The number of this process keeps two of them apart, and no folder of somebody else's is ever removed.
    let partial = file::beside(&folder, &format!(".{}.partial", std::process::id()));
    file::make_folder(&partial)?;
    let gathered = gather(&core, (wanted, end), values, &partial, &mut |progress| {
        meter.report(progress);
    });
    let placed = gathered.and_then(|gathered| {
        place(&partial, &folder)?;
        Ok(gathered)
    });
    if placed.is_err() {
        fs::remove_dir_all(&partial).ok();
    }
    drop(meter);
    answer(ctx, &folder, placed?)
}

fn answer(ctx: &Context, folder: &Path, gathered: Gathered) -> Result<Exit> {
    let sentence = format!(
        "Gathered {} with proofs in {}: README.txt in it says how to check them",
        count(gathered.events, "event"),
        folder.display()
    );
    let change = ctx.change("audit-export", sentence);
    let change = change
        .with("events", gathered.events)
        .with("disclosures", gathered.disclosures)
        .with("size", gathered.size);
    ctx.answer(&change.with("folder", folder.display().to_string()))
}

/// Nothing is there, or an empty folder, or with `--overwrite` older evidence.
fn folder(ctx: &Context) -> Result<PathBuf> {
    let folder: PathBuf = match ctx.flags.output.as_deref() {
        // `case/` is `case`: what lies beside is named after it.
        Some(folder) if folder.as_os_str() != "-" => folder.components().collect(),
        _ => {
            return Err(Error::usage("evidence is many files")
                .hint("name a folder for them with `--output DIR`"));
        }
    };
    let Ok(kind) = folder.symlink_metadata() else {
        return Ok(folder);
    };
    let name = folder.display();
    if !kind.is_dir() {
        return Err(Error::conflict(format!("`{name}` is not a folder"))
            .hint("name a folder with `--output DIR`"));
    }
    let occupied = fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !folder.join(MANIFEST).is_file() {
        return Err(
            Error::conflict(format!("`{name}` holds something else than evidence"))
                .hint("name a new folder with `--output DIR`"),
        );
    }
    if occupied && !ctx.flags.overwrite {
        return Err(Error::conflict(format!("`{name}` is not empty"))
            .hint("replace older evidence with `--overwrite`"));
    }
    Ok(folder)
}

/// Renames into place. Older evidence is moved away first and removed last, so that a kill loses neither.
fn place(partial: &Path, folder: &Path) -> Result<()> {
    file::sync_folder(partial)?;
    let moved = |from: &Path, to: &Path| {
        fs::rename(from, to).map_err(|error| Error::io("rename", from, &error))
    };
    let old = file::beside(folder, &format!(".{}.old", std::process::id()));
    if folder.join(MANIFEST).is_file() {
        moved(folder, &old)?;
    }
    moved(partial, folder)?;
    file::sync_parent(folder)?;
    if old.is_dir() {
        fs::remove_dir_all(&old).map_err(|error| Error::io("remove", &old, &error))?;
    }
    Ok(())
}

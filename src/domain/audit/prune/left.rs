//! A folder of archives in one hand, and what runs that were cut short left in it.

use std::fs::{self, File};
use std::path::Path;

use super::archive::{MANIFEST, MOST_MANIFEST, VALUES};
use crate::base::error::{Error, Kind, Result};
use crate::domain::context::Context;
use crate::store::file;

/// A folder of archives while nobody else may write there.
pub(super) struct Hold {
    _lock: File,
}

/// Two prunings into one folder would each take the other's half-made archive for a leftover.
pub(super) fn hold(folder: &Path) -> Result<Hold> {
    let made = file::missing_folders(folder);
    file::make_folder(folder)?;
    // A folder that a power cut takes away takes its archives with it.
    made.iter()
        .try_for_each(|folder| file::sync_parent(folder))?;
    let lock = file::open_lock(&folder.join(".lock"))?;
    lock.try_lock().map_err(|_| {
        Error::new(
            Kind::StoreLocked,
            format!("another pruning writes into `{}`", folder.display()),
        )
        .hint("wait until it ended")
    })?;
    // What killed runs left is worth nothing: it never got its name.
    for entry in fs::read_dir(folder).map_err(|error| Error::io("read", folder, &error))? {
        let path = entry
            .map_err(|error| Error::io("read", folder, &error))?
            .path();
        let name = path.file_name().and_then(|name| name.to_str());
        let is_folder = path.symlink_metadata().is_ok_and(|found| found.is_dir());
        if is_folder && name.is_some_and(is_leftover) {
            fs::remove_dir_all(&path).map_err(|error| Error::io("remove", &path, &error))?;
        }
    }
    Ok(Hold { _lock: lock })
}

/// `events-FIRST-LAST.partial`, both of ten digits or more.
fn is_leftover(name: &str) -> bool {
    let numbers = name
        .strip_prefix("events-")
        .and_then(|rest| rest.strip_suffix(".partial"));
    let digits = |text: &str| text.len() >= 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    numbers
        .and_then(|numbers| numbers.split_once('-'))
        .is_some_and(|(first, last)| digits(first) && digits(last))
}

/// Archives with values that runs of this history left behind, cut short before their deletion: their events are all
/// here, and no later run would take them up under the same name.
pub(super) fn sweep(ctx: &Context, folder: &Path, first_kept: u64) -> Result<()> {
    let own = ctx.store.keyring.origin();
    for entry in fs::read_dir(folder).map_err(|error| Error::io("read", folder, &error))? {
        let path = entry
            .map_err(|error| Error::io("read", folder, &error))?
            .path();
        let first = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(first_of);
        let is_folder = path.symlink_metadata().is_ok_and(|found| found.is_dir());
        let is_left = is_folder
            && first.is_some_and(|first| first >= first_kept)
            && path.join(VALUES).exists();
        if is_left && origin_of(&path)?.is_some_and(|origin| origin == own) {
            discard(&path)?;
        }
    }
    Ok(())
}

/// The first number in `events-FIRST-LAST`.
fn first_of(name: &str) -> Option<u64> {
    let (first, last) = name.strip_prefix("events-")?.split_once('-')?;
    last.parse::<u64>().ok()?;
    first.parse().ok()
}

/// Which history an archive says that it is of; none without a manifest that can be read.
pub(super) fn origin_of(folder: &Path) -> Result<Option<String>> {
    let path = folder.join(MANIFEST);
    if !path.exists() {
        return Ok(None);
    }
    let manifest = file::read_regular(&path, MOST_MANIFEST)?;
    let said: Option<serde_json::Value> = serde_json::from_slice(&manifest).ok();
    let origin = said.as_ref().and_then(|said| said.get("origin"));
    Ok(origin.and_then(|origin| origin.as_str()).map(str::to_owned))
}

/// Takes an archive away that no event names. Killed in the middle, it is a leftover like any other.
pub(super) fn discard(whole: &Path) -> Result<()> {
    let partial = file::beside(whole, ".partial");
    file::rename_new(whole, &partial)?;
    fs::remove_dir_all(&partial).map_err(|error| Error::io("remove", &partial, &error))
}

//! How far an export went, kept in a file between runs of cron. It belongs to one history: a store that was
//! restored, or another one, numbers other events.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::base::error::{Error, Kind, Result};
use crate::base::json;
use crate::domain::context::Context;
use crate::store::file::{self, Existing};

const SCHEMA: &str = "optimactl/audit-cursor/1";
const MOST_BYTES: u64 = 4096;

/// The content of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    schema: String,
    store: String,
    epoch: String,
    next: u64,
}

/// Where the log begins and ends now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first event that was not pruned.
    pub first: u64,
    pub size: u64,
}

/// What the log holds.
pub fn extent(ctx: &Context) -> Result<Extent> {
    ctx.store.read(|tx| {
        Ok(Extent {
            first: tx.first_kept()?,
            size: tx.tree()?.size(),
        })
    })
}

/// Refuses to begin at `from` where events behind it were pruned: whoever collects them would never know.
pub fn require_kept(from: u64, extent: Extent, whence: &str) -> Result<()> {
    if from >= extent.first {
        return Ok(());
    }
    let border = extent.first;
    Err(Error::conflict(format!(
        "{} from {from} on pruned, unread by {whence}",
        match border - from {
            1 => "1 event was".to_owned(),
            missing => format!("{missing} events were"),
        }
    ))
    .detail(format!(
        "the log begins at event {border}; the archives of `audit prune` hold what was before"
    ))
    .hint(format!(
        "go on without them with `--since-seq {border}`, or from there with a new `--cursor FILE`"
    )))
}

/// The number to begin with; none where there is no file yet. Refuses a cursor of another store or epoch, one
/// beyond the log's end, which only a log that was rolled back can have, and one before events that were pruned.
/// Refuses, too, where no cursor could be kept: before anything is exported.
pub fn read(ctx: &Context, path: &Path, extent: Extent) -> Result<Option<u64>> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return require_folder(path).map(|()| None);
        }
        Err(error) => return Err(Error::io("look at", path, &error)),
        Ok(_) => require_folder(path)?,
    }
    let size = extent.size;
    let bytes = file::read_limited(path, MOST_BYTES).map_err(|error| match error.kind {
        Kind::Integrity => foreign(path),
        _ => error,
    })?;
    let content: Content = serde_json::from_slice(&bytes).map_err(|_| foreign(path))?;
    if content.schema != SCHEMA {
        return Err(foreign(path));
    }
    let keyring = &ctx.store.keyring;
    if content.store != keyring.store_id {
        return Err(Error::conflict(format!(
            "the cursor `{}` belongs to another store",
            path.display()
        ))
        .hint("give every store a cursor file of its own: `--cursor FILE`"));
    }
    if content.epoch != keyring.epoch {
        return Err(Error::conflict(format!(
            "the cursor `{}` belongs to the log before a restore",
            path.display()
        ))
        .detail(format!("it stands before event {}", content.next))
        .hint("find where the histories part with `optimactl audit list --action log.epoch`, export from there with `--since-seq N`, and begin a new `--cursor FILE`"));
    }
    if content.next > size {
        return Err(Error::integrity(format!(
            "the cursor `{}` stands before event {}, and the log has only {size} events",
            path.display(),
            content.next
        ))
        .hint("the store was rolled back: see `optimactl audit verify`"));
    }
    require_kept(
        content.next,
        extent,
        &format!("the cursor `{}`", path.display()),
    )?;
    Ok(Some(content.next))
}

/// The folder of the cursor is there and takes files.
fn require_folder(path: &Path) -> Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(Error::not_found(format!(
            "there is no folder `{}` for the cursor",
            folder.display()
        ))
        .hint("make it first, or name another `--cursor FILE`; nothing was exported"));
    }
    let wanted = rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK;
    rustix::fs::access(folder, wanted)
        .map_err(|errno| Error::io("keep the cursor in", folder, &errno.into()))
}

/// Replaces the cursor in one step; called only once the output is flushed. A kill in between repeats events at
/// the next run and loses none.
pub fn write(ctx: &Context, path: &Path, next: u64) -> Result<()> {
    let content = Content {
        schema: SCHEMA.to_owned(),
        store: ctx.store.keyring.store_id.clone(),
        epoch: ctx.store.keyring.epoch.clone(),
        next,
    };
    let value = serde_json::to_value(content)
        .map_err(|error| Error::bug("a cursor does not serialize").because(error))?;
    let mut bytes = json::canonical(&value)?;
    bytes.push(b'\n');
    file::write_output(path, &bytes, Existing::Replace)
}

fn foreign(path: &Path) -> Error {
    Error::usage(format!(
        "`{}` is no cursor of `audit export`",
        path.display()
    ))
    .hint("name a file that this command made, or one that does not exist yet: `--cursor FILE`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginning_before_the_pruned_border_is_refused_with_the_number_of_lost_events() {
        let extent = Extent {
            first: 512,
            size: 600,
        };
        require_kept(512, extent, "x").unwrap();
        let error = require_kept(5, extent, "x").unwrap_err();
        assert_eq!(error.kind, Kind::Conflict);
        assert!(
            error.message.starts_with("507 events were"),
            "{}",
            error.message
        );
        assert!(error.hint.unwrap().contains("`--since-seq 512`"));
    }
}

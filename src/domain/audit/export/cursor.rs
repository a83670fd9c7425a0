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

/// The number to begin with: 0 where there is no file yet. Refuses a cursor of another store or epoch, and one
/// beyond the log's end, which only a log that was rolled back can have.
pub fn read(ctx: &Context, path: &Path, size: u64) -> Result<u64> {
    if path.symlink_metadata().is_err() {
        return Ok(0);
    }
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
    Ok(content.next)
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

//! The tree as files (c2sp.org/tlog-tiles): checkpoint, tiles, bundles of entries. Entries hold digests in the
//! place of personal values, so nothing personal leaves.

use std::io::Write as _;
use std::path::Path;

use super::super::prove::sign_now;
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::merkle::{Hash, Nodes as _, TILE_WIDTH, entries_path, tile_path};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::TreeNodes;
use crate::store::file;

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exported {
    pub size: u64,
    pub files: u64,
}

/// Writes the tree under a fresh checkpoint into `folder`, the checkpoint last: without it a reader has no tree.
pub fn export_tiles(ctx: &Context, folder: &Path, report: &mut Report<'_>) -> Result<Exported> {
    let signed = sign_now(ctx, "asked")?;
    let mut site = Site {
        folder,
        made: String::new(),
        files: 0,
    };
    ctx.store.read(|tx| {
        let blocks = signed.size.div_ceil(TILE_WIDTH);
        for number in 0..blocks {
            let width = (signed.size - number * TILE_WIDTH).min(TILE_WIDTH);
            site.entries(tx, number, width)?;
            report(Progress::of(number + 1, blocks));
        }
        let mut width = signed.size;
        let mut level = 0;
        while width > 0 {
            site.level(tx, level, width)?;
            level += 1;
            width /= TILE_WIDTH;
        }
        Ok(())
    })?;
    file::write_atomic(&folder.join("checkpoint"), signed.note.as_bytes())?;
    Ok(Exported {
        size: signed.size,
        files: site.files + 1,
    })
}

struct Site<'a> {
    folder: &'a Path,
    /// The folder made last, so that it is not looked for 256 times.
    made: String,
    files: u64,
}

impl Site<'_> {
    /// Entries with their lengths in front (two bytes, the high one first).
    fn entries(&mut self, tx: &Tx<'_>, number: u64, width: u64) -> Result<()> {
        let first = number * TILE_WIDTH;
        let mut bytes = vec![];
        for row in tx.scan_events(first, first + width)? {
            let length = u16::try_from(row.entry.len())
                .map_err(|_| Error::integrity(format!("event {} is too large", row.seq)))?;
            bytes.extend_from_slice(&length.to_be_bytes());
            bytes.extend_from_slice(&row.entry);
        }
        self.write(&entries_path(number, short(width)), &bytes)
    }

    /// Every tile of a level that holds `hashes` hashes; the last may be partial.
    fn level(&mut self, tx: &Tx<'_>, level: u8, hashes: u64) -> Result<()> {
        let nodes = TreeNodes(tx);
        for number in 0..hashes.div_ceil(TILE_WIDTH) {
            let first = number * TILE_WIDTH;
            let width = (hashes - first).min(TILE_WIDTH);
            let tile: Vec<Hash> = if width == TILE_WIDTH {
                tx.tile(level, number)?
                    .ok_or_else(|| Error::integrity("a tile of the audit log is missing"))?
            } else if level == 0 {
                tx.leaves(first, width)?
            } else {
                (first..first + width)
                    .map(|index| nodes.node(level * 8, index))
                    .collect::<Result<_>>()?
            };
            self.write(&tile_path(level, number, short(width)), &tile.concat())?;
        }
        Ok(())
    }

    /// Not flushed one by one: the checkpoint, written last and flushed, says that the export is whole.
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        if let Some((parent, _)) = name.rsplit_once('/')
            && parent != self.made
        {
            file::make_folder(&self.folder.join(parent))?;
            parent.clone_into(&mut self.made);
        }
        file::remove_if_there(&path)?;
        file::create_new(&path)?
            .write_all(bytes)
            .map_err(|error| Error::io("write", &path, &error))?;
        self.files += 1;
        Ok(())
    }
}

fn short(width: u64) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

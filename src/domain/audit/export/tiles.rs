//! The tree as files (c2sp.org/tlog-tiles): checkpoint, tiles, bundles of entries. Entries hold digests in the
//! place of personal values, so nothing personal leaves.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use super::super::prove::sign_now;
use super::super::witness::outside::cosigned;
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
    let mut site = Site::at(folder, None);
    ctx.store.read(|tx| {
        // Entries below the minimum were pruned: their hashes stay.
        let first = tx.first_kept()? / TILE_WIDTH;
        site.tree(tx, (first, signed.size), report)?;
        let mut hashes = signed.size;
        let mut level = 0;
        while hashes > 0 {
            site.level(tx, level, (0, hashes))?;
            level += 1;
            hashes /= TILE_WIDTH;
        }
        Ok(())
    })?;
    for outside in cosigned(ctx, &signed)? {
        site.write(&outside.name("note"), outside.note.as_bytes())?;
        site.write(&outside.name("consistency"), outside.consistency.as_bytes())?;
    }
    // A durable checkpoint must never sign tiles that a power cut took.
    file::sync_file_system(folder)?;
    file::write_atomic(&folder.join("checkpoint"), signed.note.as_bytes())?;
    Ok(Exported {
        size: signed.size,
        files: site.files + 1,
    })
}

/// A folder that becomes a tree.
pub(in crate::domain::audit) struct Site<'a> {
    folder: &'a Path,
    /// The folder made last, so that it is not looked for 256 times.
    made: String,
    files: u64,
    /// Told of every file.
    listed: Option<&'a mut Listed<'a>>,
}

pub(in crate::domain::audit) type Listed<'a> = dyn FnMut(&str, &[u8]) -> Result<()> + 'a;

impl<'a> Site<'a> {
    pub(in crate::domain::audit) const fn at(
        folder: &'a Path,
        listed: Option<&'a mut Listed<'a>>,
    ) -> Self {
        Self {
            folder,
            made: String::new(),
            files: 0,
            listed,
        }
    }

    /// The entries from block `first` on, of a tree of `size`.
    pub(in crate::domain::audit) fn tree(
        &mut self,
        tx: &Tx<'_>,
        (first, size): (u64, u64),
        report: &mut Report<'_>,
    ) -> Result<()> {
        let blocks = size.div_ceil(TILE_WIDTH);
        for number in first..blocks {
            let width = (size - number * TILE_WIDTH).min(TILE_WIDTH);
            self.entries(tx, number, width)?;
            report(Progress::of(number + 1 - first, blocks - first));
        }
        Ok(())
    }

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

    /// The tiles of a level that holds `hashes` hashes, from one on; the last may be partial.
    pub(in crate::domain::audit) fn level(
        &mut self,
        tx: &Tx<'_>,
        level: u8,
        (from, hashes): (u64, u64),
    ) -> Result<()> {
        let nodes = TreeNodes(tx);
        for number in from..hashes.div_ceil(TILE_WIDTH) {
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

    /// Not flushed one by one: the checkpoint, written last, says that the export is whole. A file that is there with
    /// these bytes stays; another one is replaced at once, so that whoever reads an older export meanwhile finds
    /// whole files.
    pub(in crate::domain::audit) fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.folder.join(name);
        if let Some((parent, _)) = name.rsplit_once('/')
            && parent != self.made
        {
            file::make_folder(&self.folder.join(parent))?;
            parent.clone_into(&mut self.made);
        }
        if !is_there(&path, bytes) {
            let beside = file::beside(&path, ".partial");
            file::remove_if_there(&beside)?;
            file::create_new(&beside)?
                .write_all(bytes)
                .map_err(|error| Error::io("write", &beside, &error))?;
            fs::rename(&beside, &path).map_err(|error| Error::io("rename", &path, &error))?;
        }
        self.files += 1;
        match &mut self.listed {
            Some(listed) => listed(name, bytes),
            None => Ok(()),
        }
    }
}

/// Whether a file holds just these bytes.
fn is_there(path: &Path, bytes: &[u8]) -> bool {
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let same = path
        .symlink_metadata()
        .is_ok_and(|found| found.is_file() && found.len() == length);
    same && file::read_regular(path, length).is_ok_and(|found| **found == *bytes)
}

fn short(width: u64) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

//! What was written, flushed and read again from the disk: every page must open. The key is fresh, so only a page that
//! was sealed in this run, for this place, can; no digests have to be kept.

use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::sync::mpsc::Receiver;

use super::{LOCK_BYTE, Site, length};
use crate::base::error::{Error, Result};
use crate::crypto::page;
use crate::store::backup::pipe::BLOCK;
use crate::store::file;

/// A part of the file that is complete.
pub(super) struct Stretch {
    pub(super) page_size: usize,
    pub(super) bytes: Range<u64>,
}

/// Flushes and reads each stretch while others are still being written.
pub(super) fn every(site: Site<'_>, stretches: Receiver<Stretch>) -> Result<()> {
    let mut block = vec![0; BLOCK];
    for stretch in stretches {
        file::sync_content(site.file, site.path)?;
        // The system lets go of what it holds, so that the disk has to give it back.
        file::forget(site.file, &stretch.bytes);
        file::fetch(site.file, &stretch.bytes);
        read(site, &stretch, &mut block)?;
    }
    Ok(())
}

fn read(site: Site<'_>, stretch: &Stretch, block: &mut [u8]) -> Result<()> {
    let mut at = stretch.bytes.start;
    while at < stretch.bytes.end {
        let left = usize::try_from(stretch.bytes.end - at).unwrap_or(usize::MAX);
        let length_now = left.min(block.len());
        let Some(piece) = block.get_mut(..length_now) else {
            return Ok(());
        };
        site.file
            .read_exact_at(piece, at)
            .map_err(|error| Error::io("read back", site.path, &error))?;
        for page in piece.chunks_exact_mut(stretch.page_size) {
            let bytes = length(page.len());
            if at != LOCK_BYTE {
                let number = u32::try_from(at / bytes + 1).unwrap_or(0);
                page::open(site.key, number, page).map_err(|_| super::different())?;
            }
            at += bytes;
        }
    }
    Ok(())
}

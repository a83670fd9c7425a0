//! What was written, read again from the disk: every page must open. The key is fresh, so only a page that
//! was sealed in this run, for this place, can; no digests have to be kept.

use std::ops::Range;
use std::sync::mpsc::Receiver;

use super::{LOCK_BYTE, Reread, Site, length};
use crate::base::error::{Error, Result};
use crate::crypto::page;
use crate::store::direct::{self, PIECE, Piece};
use crate::store::file;

/// Of so many pieces one is read where not all are.
const SAMPLE: u64 = 16;

/// A part of the file that is complete; it begins with a piece.
pub(super) struct Stretch {
    pub(super) page_size: usize,
    pub(super) bytes: Range<u64>,
}

/// Reads each stretch while others are still being written.
pub(super) fn each(site: Site<'_>, reread: Reread, stretches: Receiver<Stretch>) -> Result<()> {
    let mut piece = Piece::new(PIECE);
    for stretch in stretches {
        let past_cache = direct::is_on(site.file);
        if !past_cache || reread == Reread::Every {
            file::sync_content(site.file, site.path)?;
        }
        if !past_cache {
            // The system lets go of what it holds, so that the disk has to give it back.
            file::forget(site.file, &stretch.bytes);
            file::fetch(site.file, &stretch.bytes);
        }
        read(site, reread, &stretch, piece.bytes())?;
    }
    Ok(())
}

fn read(site: Site<'_>, reread: Reread, stretch: &Stretch, piece: &mut [u8]) -> Result<()> {
    let mut at = stretch.bytes.start;
    while at < stretch.bytes.end {
        let left = usize::try_from(stretch.bytes.end - at).unwrap_or(usize::MAX);
        let most = left.min(piece.len());
        let is_one = (at / length(PIECE)).is_multiple_of(SAMPLE) || left <= piece.len();
        if reread == Reread::Some && !is_one {
            at += length(most);
            continue;
        }
        let Some(piece) = piece.get_mut(..most) else {
            return Ok(());
        };
        let found = direct::read_up_to(site.file, piece, at)
            .map_err(|error| Error::io("read back", site.path, &error))?;
        if found < most {
            return Err(super::different());
        }
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

//! A delta out of a snapshot: the pages that differ are found first, then they follow their list into a file of
//! the same form as a full backup's.

use std::sync::Arc;
use std::thread;

use data_encoding::HEXLOWER;

use super::{Header, Index};
use crate::base::error::{Error, Result};
use crate::base::place::Upload;
use crate::base::progress::{Progress, Report};
use crate::store::backup::pack::{self, Packing};
use crate::store::backup::pipe::{self, BLOCK};
use crate::store::backup::{Image, Snapshot, hex, length};

/// A delta that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeltaWritten {
    /// What base and delta make together.
    pub image: Image,
    /// The delta's own content: list and pages.
    pub content_bytes: u64,
    /// Lower-case hex, like every digest here.
    pub content_sha256: String,
    pub changed: u64,
    pub bytes: u64,
    pub sha256: String,
}

/// What changed since a base.
pub struct Changes {
    header: Header,
    pub image: Image,
}

impl Changes {
    /// How many pages.
    pub const fn count(&self) -> u64 {
        self.header.changed.count()
    }

    /// Bytes of the list and the pages, before they are compressed.
    pub fn bytes(&self) -> u64 {
        self.header.total()
    }
}

/// Reads the whole image and finds the pages that are not as they were in `base`.
pub fn find_changes(
    snapshot: &Snapshot<'_>,
    base: &Index,
    report: &mut Report<'_>,
) -> Result<Changes> {
    if snapshot.page_size != base.page_size {
        return Err(
            Error::refused("the last full backup had pages of another size")
                .hint("make a full backup: `optimactl backup create`"),
        );
    }
    let (header, image) = look(snapshot, base, report)?;
    Ok(Changes { header, image })
}

/// Writes what changed into a new file. What was written is neither sealed nor published here.
pub fn pack_delta(
    snapshot: &Snapshot<'_>,
    changes: &Changes,
    packing: &Packing<'_>,
    output: &mut dyn Upload,
) -> Result<DeltaWritten> {
    let header = &changes.header;
    let feed = |give: pack::Give<'_>| {
        give(Arc::new(header.write()?))?;
        let mut block = Vec::with_capacity(BLOCK);
        snapshot.each_of(header.changed.iter(), |page| {
            block.extend_from_slice(page);
            if block.len() >= BLOCK {
                let full = std::mem::replace(&mut block, Vec::with_capacity(BLOCK));
                give(Arc::new(full))?;
            }
            Ok(())
        })?;
        give(Arc::new(block))
    };
    let passed = pack::stream(header.total(), packing, output, feed)?;
    Ok(DeltaWritten {
        image: changes.image.clone(),
        content_bytes: passed.clear.0,
        content_sha256: hex(passed.clear.1),
        changed: header.changed.count(),
        bytes: passed.around.0,
        sha256: hex(passed.around.1),
    })
}

/// Reads the whole image: its digest, and which of its pages differ.
fn look(snapshot: &Snapshot<'_>, base: &Index, report: &mut Report<'_>) -> Result<(Header, Image)> {
    let total = snapshot.bytes();
    let (changed, (bytes, sha256)) = thread::scope(|scope| {
        let (to_digest, for_digest) = pipe::queue();
        let digest = scope.spawn(|| pipe::digest(for_digest));
        let mut done = 0;
        let changed = base.compare(snapshot.pages, |take| {
            snapshot.each_block(|block| {
                take(&block);
                done += length(block.len());
                report(Progress::of(done, total));
                to_digest.send(block).map_err(|_| pipe::echo())
            })
        });
        drop(to_digest);
        Ok::<_, Error>((changed?, pipe::join(digest)?))
    })?;
    let base_sha256 = HEXLOWER
        .decode(base.image_sha256.as_bytes())
        .ok()
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .ok_or_else(|| Error::integrity("the digest of the last full backup is damaged"))?;
    let header = Header {
        page_size: snapshot.page_size,
        pages: snapshot.pages,
        base_pages: base.pages,
        base_sha256,
        changed,
    };
    let image = Image {
        bytes,
        page_size: snapshot.page_size,
        pages: snapshot.pages,
        sha256: hex(sha256),
    };
    Ok((header, image))
}

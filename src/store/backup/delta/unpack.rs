//! A base and a delta opened side by side and merged into the image that they make together.

use std::io::Read;
use std::sync::Arc;
use std::thread;

use super::Merge;
use crate::base::error::Result;
use crate::crypto::wrap::Identity;
use crate::store::backup::hex;
use crate::store::backup::pipe::{self, Block, ECHO, Pull};
use crate::store::backup::unpack::{Source, Unpacked, unpack};

/// A full backup and a delta against it.
pub struct Pair<'a> {
    pub base: &'a Source<'a>,
    /// What the base's manifest says of its image.
    pub base_bytes: u64,
    pub base_sha256: [u8; 32],
    pub delta: &'a (dyn Fn() -> Result<Box<dyn Read + Send>> + Sync + 'a),
    /// The most that image and delta may have.
    pub limit: u64,
}

/// What both files turned out to hold, and what they make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub base: Unpacked,
    pub delta: Unpacked,
    pub image_bytes: u64,
    /// Lower-case hex.
    pub image_sha256: String,
}

/// Opens both and hands out the new image block by block. As long as the digests were not compared with what
/// was signed, it is only what the files claim.
pub fn unpack_delta(
    pair: &Pair<'_>,
    rings: &[&[Identity]],
    mut take: impl FnMut(&Block) -> Result<()>,
) -> Result<Merged> {
    thread::scope(|scope| {
        let (to_merge, for_merge) = pipe::queue::<Block>();
        let (to_digest, for_digest) = pipe::queue::<Block>();
        let digest = scope.spawn(|| pipe::digest(for_digest));
        // A list of pages and the pages: a little more than the image at most.
        let limit = pair
            .limit
            .saturating_add(pair.limit / 64)
            .saturating_add(4096);
        let source = pair.delta;
        let delta = scope.spawn(move || {
            unpack(&source, rings, limit, |block| {
                to_merge.send(Arc::clone(block)).map_err(|_| pipe::echo())
            })
        });
        let mut pull = Pull::new(for_merge);
        let mut out = |pages: &[u8]| {
            let pages = Arc::new(pages.to_vec());
            take(&pages)?;
            to_digest.send(pages).map_err(|_| pipe::echo())
        };
        let base = merge(pair, rings, &mut pull, &mut out);
        drop((pull, to_digest));
        let delta = pipe::join(delta)?;
        let (image_bytes, image) = pipe::join(digest)?;
        match (base, delta) {
            (Ok(base), Ok(delta)) => Ok(Merged {
                base,
                delta,
                image_bytes,
                image_sha256: hex(image),
            }),
            // A delta that does not open says why; that it is cut is then only what follows.
            (_, Err(error)) if error.message != ECHO => Err(error),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    })
}

fn merge(
    pair: &Pair<'_>,
    rings: &[&[Identity]],
    delta: &mut Pull,
    out: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<Unpacked> {
    let mut merge = Merge::begin(delta, &pair.base_sha256, pair.limit)?;
    let base = unpack(pair.base, rings, pair.base_bytes, |block| {
        merge.take(block, out)
    })?;
    merge.finish(out)?;
    Ok(base)
}

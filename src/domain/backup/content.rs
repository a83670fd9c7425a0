//! What is inside a backup: the image of a full one, or what a delta and its base make together. Everything is
//! compared with what the manifests sign before it counts; where it goes is not known here.

use data_encoding::HEXLOWER;

use super::absence;
use super::listing::{Item, Presence};
use super::manifest::{DeltaPart, Manifest};
use super::verify::{misfit, require_file, same_file, same_image, same_length};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::Place;
use crate::base::progress::silent;
use crate::crypto::wrap::Identity;
use crate::store::backup::delta::{Merged, Pair, unpack_delta};
use crate::store::backup::{self, Block};

/// A backup that lies at a place with everything it needs.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    pub place: &'a dyn Place,
    pub manifest: &'a Manifest,
    /// Of a delta.
    pub base: Option<&'a Manifest>,
}

/// The full backup that a delta is applied to, whose file must be here; none for a full one.
pub fn base(item: &Item) -> Result<Option<&Item>> {
    let Some(delta) = &item.manifest.delta else {
        return Ok(None);
    };
    let Some(base) = item.base.as_deref() else {
        return Err(without_base(item, delta));
    };
    if base.presence == Presence::Missing {
        return Err(without_base(item, delta));
    }
    require_file(base)?;
    Ok(Some(base))
}

fn without_base(item: &Item, delta: &DeltaPart) -> Error {
    Error::integrity(absence::lacking(item, delta))
    .hint("bring that file and its manifest back, or take another backup: see `optimactl backup list`")
}

impl<'a> Content<'a> {
    pub fn of(place: &'a dyn Place, item: &'a Item) -> Result<Self> {
        require_file(item)?;
        Ok(Self {
            place,
            manifest: &item.manifest,
            base: base(item)?.map(|base| &base.manifest),
        })
    }

    /// Hands out the image block by block and compares its digest with the signed one, too. Only when this succeeds
    /// was it that.
    pub fn unpack(
        &self,
        rings: &[&[Identity]],
        take: impl FnMut(&Block) -> Result<()>,
    ) -> Result<()> {
        let unpacked = self.open_up(rings, take);
        unpacked.map_err(|error| self.blamed(error))
    }

    /// The same, where the digest of a full backup's file is enough: from the signed file no other image comes.
    pub fn restore(
        &self,
        rings: &[&[Identity]],
        mut take: impl FnMut(&Block) -> Result<()>,
    ) -> Result<()> {
        if self.base.is_some() {
            return self.unpack(rings, take);
        }
        let (manifest, place) = (self.manifest, self.place);
        let open = || place.open(&manifest.file.name);
        let opened = backup::open_any(&open, rings, manifest.image.bytes, |block| take(&block));
        let same = opened.and_then(|opened| {
            same_file(manifest, opened.bytes, &opened.sha256)?;
            same_length(manifest, opened.image_bytes)
        });
        same.map_err(|error| self.blamed(error))
    }

    /// Of the files that were opened, the one that is not as it was signed. Only if all are right does a key that
    /// opens nothing mean that another key is needed.
    fn blamed(&self, error: Error) -> Error {
        let says_which = self.base.is_none() && error.kind == Kind::Integrity;
        if says_which || !matches!(error.kind, Kind::Integrity | Kind::WrongKey) {
            return error;
        }
        for manifest in self.base.into_iter().chain([self.manifest]) {
            let file = &manifest.file;
            let opened = self.place.open(&file.name);
            let found = opened.and_then(|opened| backup::digest(opened, file.bytes, &mut silent));
            let is_other = found.is_ok_and(|found| found != (file.bytes, file.sha256.clone()));
            if is_other {
                return misfit(manifest, &format!("`{}` is damaged", file.name)).because(error);
            }
        }
        error
    }

    fn open_up(&self, rings: &[&[Identity]], take: impl FnMut(&Block) -> Result<()>) -> Result<()> {
        let (manifest, place) = (self.manifest, self.place);
        let open = || place.open(&manifest.file.name);
        let Some(base) = self.base else {
            let found = backup::unpack(&open, rings, manifest.image.bytes, take)?;
            return same_image(manifest, &found);
        };
        let pair = Pair {
            base: &|| place.open(&base.file.name),
            base_bytes: base.image.bytes,
            base_sha256: digest(&base.image.sha256)?,
            delta: &open,
            limit: manifest.image.bytes,
        };
        let merged = unpack_delta(&pair, rings, take)?;
        same_merged(manifest, base, &merged)
    }
}

/// What two files turned out to hold is what was signed of each, and of what they make together.
fn same_merged(manifest: &Manifest, base: &Manifest, merged: &Merged) -> Result<()> {
    same_image(base, &merged.base)?;
    let file = (manifest.file.bytes, manifest.file.sha256.as_str());
    if (merged.delta.bytes, merged.delta.sha256.as_str()) != file {
        return Err(misfit(manifest, "its file has another SHA-256"));
    }
    let image = (manifest.image.bytes, manifest.image.sha256.as_str());
    if (merged.image_bytes, merged.image_sha256.as_str()) != image {
        return Err(misfit(
            manifest,
            "what it and its base make together has another SHA-256",
        ));
    }
    Ok(())
}

/// The bytes of a digest that a manifest tells in hex.
pub fn digest(hex: &str) -> Result<[u8; 32]> {
    HEXLOWER
        .decode(hex.as_bytes())
        .ok()
        .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
        .ok_or_else(|| Error::integrity("a manifest names no SHA-256"))
}

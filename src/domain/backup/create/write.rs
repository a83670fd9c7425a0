//! The file of a backup at one target: a full one, a delta, or a copy of what the first target got; read back before
//! it counts.

use super::super::before::expected_size;
use super::super::commit::require_space;
use super::super::delta::{self, Packed, Plan};
use super::super::listing::Listing;
use super::super::manifest::Manifest;
use super::{Run, Work};
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Place, Upload};
use crate::base::progress::{Progress, Report};
use crate::crypto::secret::Key;
use crate::store::backup::delta::{Indexer, pack_delta};
use crate::store::backup::{
    self, Form, Opened, Packing, Snapshot, Written, data_name, read_behind,
};

impl Work {
    /// After a delta that cannot be read back, because what it is based on does not open or is damaged: whether a
    /// full one is made in its place.
    pub(super) fn becomes_full(&mut self, error: &Error) -> bool {
        let of_base = matches!(
            error.kind,
            Kind::Integrity | Kind::WrongKey | Kind::NotFound
        );
        let turns = of_base && self.first.is_none() && self.plan.form() == Form::Delta;
        if turns {
            let because = format!("the last full backup cannot be read: {}", error.message);
            self.plan = Plan::Full {
                keep: true,
                because: Some(because),
            };
        }
        turns
    }
}

impl Run<'_> {
    /// Writes the file, or copies the one that is made already, and reads it back.
    pub(super) fn write(
        &self,
        snapshot: &Snapshot<'_>,
        (place, listing): (&dyn Place, &Listing),
        work: &mut Work,
        report: &mut Report<'_>,
    ) -> Result<(Box<dyn Upload>, Packed)> {
        let needed = match &work.plan {
            Plan::Full { .. } => expected_size(listing, snapshot),
            Plan::Delta { changes, .. } => changes.bytes().saturating_add(1 << 20),
        };
        require_space(place, needed)?;
        let mut data = place.create(&data_name(&self.stem, work.plan.form()))?;
        let packed = self.fill(snapshot, (place, listing, data.as_mut()), work, report)?;
        Ok((data, packed))
    }

    fn fill(
        &self,
        snapshot: &Snapshot<'_>,
        (place, listing, output): (&dyn Place, &Listing, &mut dyn Upload),
        work: &mut Work,
        report: &mut Report<'_>,
    ) -> Result<Packed> {
        if let Some((target, manifest)) = &work.first {
            let from = || target.place().open(&manifest.file.name);
            let packed = packed(manifest);
            backup::copy(&from, output, &packed.written)?;
            return Ok(packed);
        }
        let packing = Packing {
            recipients: &self.recipients,
            level: self.order.level,
        };
        let keep = match &work.plan {
            Plan::Delta { changes, base } => {
                let made = pack_delta(snapshot, changes, &packing, output)?;
                output.seal()?;
                let here = delta::base_at(listing, base);
                delta::read_back(self, (place, here), output, &made, report)?;
                return Ok(delta::packed(base, made));
            }
            Plan::Full { keep, .. } => *keep,
        };
        let key = keep.then(|| Key::random(&self.ctx.random)).transpose()?;
        let mut indexer = key.map(Indexer::new);
        let written = self.pack((snapshot, indexer.as_mut()), &packing, output, report)?;
        let sha256 = || written.image.sha256.clone();
        work.index =
            indexer.map(|indexer| indexer.finish(self.id.clone(), snapshot.page_size, sha256()));
        Ok(Packed {
            written,
            delta: None,
        })
    }

    /// Writes a full one and reads it back: right behind the writer where the place can do that, else afterwards.
    fn pack(
        &self,
        (snapshot, indexer): (&Snapshot<'_>, Option<&mut Indexer>),
        packing: &Packing<'_>,
        output: &mut dyn Upload,
        report: &mut Report<'_>,
    ) -> Result<Written> {
        let ring = self.ctx.store.master.identities()?;
        let bytes = snapshot.bytes();
        if let Some(behind) = output.follow()? {
            let (written, read) = read_behind(behind, output, (&ring, bytes), |output| {
                backup::pack(snapshot, packing, output, report, indexer)
            })?;
            output.seal()?;
            require_same(&written, &read)?;
            return Ok(written);
        }
        let total = bytes * 2;
        let mut half = |progress: Progress| report(Progress::of(progress.done, total));
        let written = backup::pack(snapshot, packing, output, &mut half, indexer)?;
        output.seal()?;
        let mut done = bytes;
        let read = backup::open(&ring, output.reopen()?, bytes, |block| {
            done += u64::try_from(block.len()).unwrap_or(0);
            report(Progress::of(done, total));
            Ok(())
        })?;
        require_same(&written, &read)?;
        Ok(written)
    }
}

/// What was read back is what was written: the same file, and as much in it. That the inside is the same as well
/// follows from the file's SHA-256 and from zstd's checksum of what went in.
fn require_same(written: &Written, read: &Opened) -> Result<()> {
    let same = (read.image_bytes, read.bytes) == (written.image.bytes, written.bytes)
        && read.sha256 == written.sha256;
    if same {
        return Ok(());
    }
    Err(
        Error::failed("the backup was read back differently than it was written")
            .hint("the target's disk or this machine's memory is at fault"),
    )
}

fn packed(manifest: &Manifest) -> Packed {
    Packed {
        written: Written {
            image: backup::Image {
                bytes: manifest.image.bytes,
                page_size: manifest.image.page_size,
                pages: manifest.image.pages,
                sha256: manifest.image.sha256.clone(),
            },
            bytes: manifest.file.bytes,
            sha256: manifest.file.sha256.clone(),
        },
        delta: manifest.delta.clone(),
    }
}

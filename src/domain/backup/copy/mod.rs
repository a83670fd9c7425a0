//! Copying backups to another place: file, manifest and the recovery files that it names, byte for byte, oldest
//! first. Needs no unlocker. The manifest comes last: until then a copy does not count, and the next run goes on.

mod recovery;

use std::io::{Read as _, Write as _};
use std::time::Instant;

use super::beside;
use super::copied;
use super::listing::{Item, LIMIT, Listing, Presence};
use super::manifest::Manifest;
use super::target::Target;
use super::trust::Trust;
use super::verify::Quick;
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Upload};
use crate::base::progress::{Progress, Report, silent};
use crate::base::text;
use crate::crypto::note::SigningKey;
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::context::Context;
use crate::store::Mode;
use crate::store::backup::{self, manifest_name};

const BLOCK: usize = 1 << 18;

/// What became of one backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Copied,
    /// It lay there already.
    There,
    /// It was pruned: its manifest and the record of that keep the chain whole.
    Record,
}

#[derive(Debug)]
pub struct Copied {
    pub id: String,
    pub bytes: u64,
    pub milliseconds: u64,
    pub result: Result<Done>,
}

/// Where backups are copied from and to.
pub struct Route<'a> {
    pub from: &'a Target,
    pub to: &'a Target,
    pub trust: &'a Trust,
    /// With the store at hand it signs which numbers were left out.
    pub signer: Option<(SigningKey, Time)>,
    pub dry_run: bool,
}

/// What a copy to one place gave.
#[derive(Debug, Default)]
pub struct Outcomes {
    pub copied: Vec<Copied>,
    /// Numbers that were left out and that nothing signed explains.
    pub unexplained: Vec<String>,
}

impl Route<'_> {
    /// Copies the chosen ones, oldest first. One that fails does not stop the others, unless the place does not answer.
    pub fn copy(&self, chosen: &[&Item], report: &mut Report<'_>) -> Result<Outcomes> {
        let mut there = Listing::read(self.to, self.trust)?;
        if let Some(stranger) = there.strangers.first() {
            return Err(Error::refused(format!(
                "`{}` holds backups of another store (`{}`)",
                there.place,
                text::safe(stranger)
            ))
            .hint("give each store a place of its own with `--to`"));
        }
        let total = chosen.iter().map(|item| item.manifest.file.bytes).sum();
        let (mut done, mut outcome) = (0, Outcomes::default());
        for item in chosen {
            let since = Instant::now();
            let mut step = |bytes: u64| report(Progress::of(done + bytes, total));
            let result = self.one(item, &there, (&mut outcome.unexplained, &mut step));
            done += item.manifest.file.bytes;
            let is_over = result.as_ref().err().is_some_and(is_of_place);
            if result.is_ok()
                && !there
                    .items
                    .iter()
                    .any(|one| one.manifest.id == item.manifest.id)
            {
                there.items.push((*item).clone());
            }
            outcome.copied.push(Copied {
                id: item.manifest.id.clone(),
                bytes: item.manifest.file.bytes,
                milliseconds: u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX),
                result,
            });
            if is_over {
                break;
            }
        }
        Ok(outcome)
    }

    fn one(
        &self,
        item: &Item,
        there: &Listing,
        (unexplained, step): (&mut Vec<String>, &mut dyn FnMut(u64)),
    ) -> Result<Done> {
        let mut present = there
            .items
            .iter()
            .find(|one| one.manifest.id == item.manifest.id);
        let older = present.filter(|present| present.manifest.rewraps() < item.manifest.rewraps());
        if let Some(present) = present {
            if present.manifest.image != item.manifest.image {
                return Err(conflict(
                    self.to,
                    &item.manifest,
                    "the same backup with another content",
                ));
            }
            if present.presence == Presence::Present && older.is_none() {
                return Ok(Done::There);
            }
        }
        if older.is_some() {
            // It lies there for recipients of before: the rewrapped one has other names and comes beside it.
            present = None;
        }
        require_same_chain(self.to, item, there)?;
        let pruned = format!("{}.pruned.json", item.stem());
        let record = item.presence == Presence::Missing && item.documents.contains(&pruned);
        if !record && item.presence != Presence::Present {
            return Err(Error::integrity(format!(
                "the file of `{}` at `{}` is missing or has another length",
                item.manifest.id,
                self.from.name()
            ))
            .hint("copy it from another place with `--from`"));
        }
        let done = if record { Done::Record } else { Done::Copied };
        if self.dry_run {
            return Ok(done);
        }
        let bytes = self.manifest(item)?;
        self.recovery(&item.manifest)?;
        if let Some(older) = older {
            beside::carry(self.to.place(), older, item.stem())?;
        }
        self.explain(item, there, unexplained)?;
        if record {
            self.same(&pruned, LIMIT)?;
        } else {
            let data = self.data(item, step)?;
            data.publish()?;
        }
        if present.is_none() {
            place::write_new(self.to.place(), &manifest_name(item.stem()), &bytes)?;
        }
        if let Some(older) = older {
            self.forget(older)?;
        }
        Ok(done)
    }

    /// Removes what a rewrapped backup took the place of, its manifest first. A place that only takes files keeps
    /// both, and the newer one counts.
    fn forget(&self, older: &Item) -> Result<()> {
        let names = [&manifest_name(older.stem()), &older.manifest.file.name];
        for name in names.into_iter().chain(beside::documents(older)) {
            match self.to.place().remove(name) {
                Err(error) if error.kind == Kind::Refused => return Ok(()),
                other => other?,
            }
        }
        Ok(())
    }

    /// The manifest's bytes as they lie there now, which must be what was listed.
    fn manifest(&self, item: &Item) -> Result<Vec<u8>> {
        let name = manifest_name(item.stem());
        let bytes = place::read(self.from.place(), &name, LIMIT)?;
        if Manifest::open(&bytes, self.trust)? == item.manifest {
            return Ok(bytes.to_vec());
        }
        Err(Error::integrity(format!(
            "`{name}` changed while it was copied"
        )))
    }

    /// Numbers that are left out between what lies there and this one are explained, or told.
    fn explain(&self, item: &Item, there: &Listing, unexplained: &mut Vec<String>) -> Result<()> {
        let number = item.manifest.sequence;
        let below = there
            .items
            .iter()
            .filter(|one| one.manifest.epoch == item.manifest.epoch);
        let below = below
            .map(|one| one.manifest.sequence)
            .filter(|one| *one < number);
        let after = below.max().unwrap_or(0);
        if after.saturating_add(1) >= number {
            return Ok(());
        }
        if let Some((key, now)) = &self.signer {
            return copied::write(self.to, item, (after, *now), key);
        }
        unexplained.push(format!(
            "number {number} was copied without the numbers {} to {}",
            after + 1,
            number - 1
        ));
        Ok(())
    }

    /// Writes the file and reads it back; it is not published here.
    fn data(&self, item: &Item, step: &mut dyn FnMut(u64)) -> Result<Box<dyn Upload>> {
        let file = &item.manifest.file;
        if let Some(free) = self.to.place().free()?
            && free < file.bytes.saturating_add(1 << 20)
        {
            return Err(Error::new(
                Kind::NoSpace,
                format!("`{}` does not fit into `{}`", file.name, self.to.name()),
            )
            .hint("free space there, or name another place with `--to`"));
        }
        // What lies under its name without a manifest, or with another length, does not count.
        self.to.place().remove(&file.name)?;
        let mut data = self.to.place().create(&file.name)?;
        let mut source = self.from.place().open(&file.name)?;
        let (mut block, mut done) = (vec![0; BLOCK], 0);
        loop {
            let count = source
                .read(&mut block)
                .map_err(|error| place::cut(self.from.place(), &file.name, error))?;
            let Some(read) = block.get(..count).filter(|read| !read.is_empty()) else {
                break;
            };
            done += u64::try_from(count).unwrap_or(0);
            if done > file.bytes {
                break;
            }
            data.write_all(read)
                .map_err(|error| place::cut(self.to.place(), &file.name, error))?;
            step(done);
        }
        data.seal()?;
        let found = backup::digest(data.reopen()?, file.bytes, &mut silent)?;
        if found == (file.bytes, file.sha256.clone()) {
            return Ok(data);
        }
        Err(self.fault(item))
    }

    /// Which side is wrong.
    fn fault(&self, item: &Item) -> Error {
        match Quick::new(self.from).check(item, &mut silent) {
            Err(error) => error,
            Ok(()) => Error::failed(format!(
                "the copy of `{}` was read back differently than it was written",
                item.manifest.id
            ))
            .hint("the disk that it was copied to, or this machine's memory, is at fault"),
        }
    }
}

/// The place itself is at fault: the next backup would fail the same way.
fn is_of_place(error: &Error) -> bool {
    matches!(error.kind, Kind::Remote | Kind::NoSpace | Kind::Refused)
}

/// Backups that were made for that place have numbers of their own; mixed with copies the chain would show tampering.
fn require_same_chain(to: &Target, item: &Item, there: &Listing) -> Result<()> {
    let manifest = &item.manifest;
    for other in there
        .items
        .iter()
        .filter(|other| other.manifest.epoch == manifest.epoch)
    {
        let (number, theirs) = (manifest.sequence, other.manifest.sequence);
        let contradicts = (theirs == number && other.sha256 != item.sha256)
            || (theirs.checked_add(1) == Some(number)
                && manifest.previous.as_deref() != Some(&other.sha256))
            || (number.checked_add(1) == Some(theirs)
                && other.manifest.previous.as_deref() != Some(&item.sha256));
        if contradicts {
            return Err(conflict(to, manifest, "a chain of its own"));
        }
    }
    Ok(())
}

fn conflict(to: &Target, manifest: &Manifest, what: &str) -> Error {
    Error::refused(format!(
        "`{}` holds {what}: number {} would not fit there",
        to.name(),
        manifest.sequence
    ))
    .hint("backups were made for that place with `optimactl backup create`; copy to a place of its own")
}

/// Records what was copied in the log.
pub fn record(ctx: &Context, to: &str, copied: &[Copied]) -> Result<u64> {
    let failed = copied.iter().filter(|one| one.result.is_err()).count();
    let ids: Vec<String> = copied.iter().take(100).map(|one| one.id.clone()).collect();
    let mut event = Event::new("backup.copy")
        .severity(Severity::Low)
        .field("count", copied.len())
        .field("failed", failed)
        .field("what", ids)
        .personal("targets", to);
    let error = copied.iter().find_map(|one| one.result.as_ref().err());
    if let Some(error) = error {
        event = event
            .outcome(Outcome::Failure)
            .severity(Severity::High)
            .field("error", error.kind.code());
    }
    ctx.store
        .write(Mode::Commit, |tx| audit::append(ctx, tx, &event))
}

/// What a copy to a place that is not there yet would do.
pub fn expected(items: &[&Item]) -> Outcomes {
    let copied = items.iter().map(|item| Copied {
        id: item.manifest.id.clone(),
        bytes: item.manifest.file.bytes,
        milliseconds: 0,
        result: Ok(Done::Copied),
    });
    Outcomes {
        copied: copied.collect(),
        unexplained: vec![],
    }
}

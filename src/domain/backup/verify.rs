//! Verifying backups: by signature and digest alone, by opening everything, or by restoring to scratch.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::content::{self, Content};
use super::listing::{Item, Listing, Presence};
use super::manifest::Manifest;
use super::target::Target;
use crate::base::clock;
use crate::base::error::{Error, Kind, Result};
use crate::base::progress::{Progress, Report, silent};
use crate::crypto::wrap::Identity;
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::context::Context;
use crate::store::Mode;
use crate::store::backup::{self, BackupRow, Unpacked, Verifications, VerifiedHow};
use crate::store::keyring::{Keyring, Master};

/// How thoroughly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Signature, chain, SHA-256 of the file; no key is needed.
    Quick,
    /// Everything decrypted, every page counted, `recovery/` opened.
    Full,
    /// Restored to scratch and checked as a store, its log verified.
    RestoreTest,
    /// The same as on a bare machine, with a recovery unlocker that was given by hand.
    Drill,
}

impl Level {
    /// From the quickest to the most thorough.
    pub const ALL: [Self; 4] = [Self::Quick, Self::Full, Self::RestoreTest, Self::Drill];

    /// The word in the catalog, in events and in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Full => "full",
            Self::RestoreTest => "restore-test",
            Self::Drill => "drill",
        }
    }

    const fn how(self) -> VerifiedHow {
        match self {
            Self::Quick => VerifiedHow::Quick,
            Self::Full => VerifiedHow::Full,
            Self::RestoreTest => VerifiedHow::RestoreTest,
            Self::Drill => VerifiedHow::Drill,
        }
    }
}

/// What opens backups: the keyring and master of the store, or of a target's `recovery/`.
pub struct Opener<'a> {
    pub keyring: &'a Keyring,
    pub master: &'a Master,
    /// The unlocker's own identities: older backups may be encrypted to a master that is gone.
    pub own: Vec<&'a [Identity]>,
}

impl Opener<'_> {
    /// Runs `act` with every ring of identities.
    pub fn with_rings<T>(&self, act: impl FnOnce(&[&[Identity]]) -> Result<T>) -> Result<T> {
        let master = self.master.identities()?;
        let mut rings: Vec<&[Identity]> = vec![&master];
        rings.extend(&self.own);
        act(&rings)
    }
}

/// One backup's result.
#[derive(Debug)]
pub struct Checked {
    pub id: String,
    pub milliseconds: u64,
    pub result: Result<()>,
}

/// Checks files at one place against their signed manifests without any key. A file that many deltas need is read
/// once.
pub struct Quick<'a> {
    target: &'a Target,
    /// The names of those that were found right.
    right: BTreeSet<String>,
}

impl<'a> Quick<'a> {
    pub const fn new(target: &'a Target) -> Self {
        Self {
            target,
            right: BTreeSet::new(),
        }
    }

    /// Checks a backup and what it is based on.
    pub fn check(&mut self, item: &Item, report: &mut Report<'_>) -> Result<()> {
        require_file(item)?;
        if let Some(base) = content::base(item)? {
            self.file(&base.manifest, &mut silent)?;
        }
        self.file(&item.manifest, report)
    }

    fn file(&mut self, manifest: &Manifest, report: &mut Report<'_>) -> Result<()> {
        let file = &manifest.file;
        if self.right.contains(&file.name) {
            return Ok(());
        }
        let content = self.target.place().open(&file.name)?;
        let (bytes, sha256) = backup::digest(content, file.bytes, report)?;
        same_file(manifest, bytes, &sha256)?;
        self.right.insert(file.name.clone());
        Ok(())
    }
}

/// Opens all of it: what it decrypts to must be the signed image, page by page.
pub fn full(
    target: &Target,
    item: &Item,
    opener: &Opener<'_>,
    report: &mut Report<'_>,
) -> Result<()> {
    let content = Content::of(target.place(), item)?;
    let manifest = &item.manifest;
    let total = manifest.image.bytes;
    let (mut done, mut first) = (0, true);
    opener.with_rings(|rings| {
        content.unpack(rings, |block| {
            if std::mem::take(&mut first) {
                require_header(manifest, block)?;
            }
            done += u64::try_from(block.len()).unwrap_or(0);
            report(Progress::of(done, total));
            Ok(())
        })
    })?;
    target
        .recovery()?
        .check_newest(opener.keyring, opener.master)
}

pub(super) fn require_file(item: &Item) -> Result<()> {
    match item.presence {
        Presence::Present => Ok(()),
        Presence::Missing => Err(misfit(&item.manifest, "its file is missing")),
        Presence::Changed => Err(misfit(&item.manifest, "its file has another length")),
        Presence::Trashed => Err(trashed(item)),
        Presence::Pruned => Err(Error::not_found(format!(
            "backup `{}` was pruned: its file is gone",
            item.manifest.id
        ))
        .hint("see which ones are there with `optimactl backup list`")),
    }
}

pub(super) fn trashed(item: &Item) -> Error {
    let id = &item.manifest.id;
    Error::not_found(format!("backup `{id}` lies in the trash")).hint(format!(
        "bring it back with `optimactl backup pin {id} --reason TEXT`"
    ))
}

pub(super) fn same_file(manifest: &Manifest, bytes: u64, sha256: &str) -> Result<()> {
    if bytes == manifest.file.bytes && sha256 == manifest.file.sha256 {
        return Ok(());
    }
    Err(misfit(manifest, "its file has another SHA-256"))
}

/// What was unpacked is what was signed: the file around, and the image inside.
pub fn same_image(manifest: &Manifest, unpacked: &Unpacked) -> Result<()> {
    same_file(manifest, unpacked.bytes, &unpacked.sha256)?;
    if unpacked.image_bytes == manifest.image.bytes
        && unpacked.image_sha256 == manifest.image.sha256
    {
        return Ok(());
    }
    Err(misfit(manifest, "what is inside has another SHA-256"))
}

/// As much is inside as was signed.
pub(super) fn same_length(manifest: &Manifest, image_bytes: u64) -> Result<()> {
    if image_bytes == manifest.image.bytes {
        return Ok(());
    }
    Err(misfit(manifest, "what is inside has another length"))
}

pub(super) fn misfit(manifest: &Manifest, why: &str) -> Error {
    Error::integrity(format!(
        "backup `{}` does not fit its manifest: {why}",
        manifest.id
    ))
    .hint("the file was damaged or tampered with: see `optimactl backup list` for others")
}

/// The database header inside (SQLite file format §1.3) must tell the signed page size and count.
fn require_header(manifest: &Manifest, block: &[u8]) -> Result<()> {
    let number = |at: usize, length: usize| {
        let bytes = block.get(at..at + length)?;
        Some(
            bytes
                .iter()
                .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte)),
        )
    };
    let size = match number(16, 2) {
        Some(1) => Some(65_536),
        other => other,
    };
    let plain = block.get(..16) == Some(b"SQLite format 3\0".as_slice());
    if plain
        && size == Some(u64::from(manifest.image.page_size))
        && number(28, 4) == Some(manifest.image.pages)
    {
        return Ok(());
    }
    Err(misfit(manifest, "the database inside has another form"))
}

/// Runs `one` over the chosen backups while there is time; each has its own result. With a budget, what would not
/// end in time by the speed so far is not begun, except for the first.
pub fn each(
    items: &[&Item],
    budget: Option<Duration>,
    mut one: impl FnMut(&Item) -> Result<()>,
) -> Vec<Checked> {
    let (begun, mut bytes, mut checked) = (Instant::now(), 0_u64, vec![]);
    for item in items {
        let next = item.manifest.file.bytes;
        if !checked.is_empty() && budget.is_some_and(|budget| budget < needed(begun, bytes, next)) {
            break;
        }
        let since = Instant::now();
        let result = one(item);
        bytes = bytes.saturating_add(next);
        checked.push(Checked {
            id: item.manifest.id.clone(),
            milliseconds: u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX),
            result,
        });
    }
    checked
}

/// How long it will have taken in all after `next` bytes more.
fn needed(begun: Instant, bytes: u64, next: u64) -> Duration {
    let spent = begun.elapsed();
    let micros = spent.as_micros() * u128::from(next) / u128::from(bytes.max(1));
    spent.saturating_add(Duration::from_micros(
        u64::try_from(micros).unwrap_or(u64::MAX),
    ))
}

/// The first of them: an entry of the log has a limit.
fn ids(checked: &[Checked]) -> Vec<String> {
    checked.iter().take(100).map(|one| one.id.clone()).collect()
}

/// Records a verification in the log and the catalog of the store.
pub fn record(ctx: &Context, level: Level, listing: &Listing, checked: &[Checked]) -> Result<u64> {
    let failed = checked.iter().filter(|one| one.result.is_err()).count();
    let mut event = Event::new("backup.verify")
        .severity(Severity::Low)
        .field("level", level.as_str())
        .field("count", checked.len())
        .field("failed", failed)
        .field("what", ids(checked));
    if failed > 0 || !listing.findings().is_empty() {
        event = event
            .outcome(Outcome::Failure)
            .severity(Severity::High)
            .field("error", Kind::Integrity.code());
    }
    let now = ctx.now();
    let store_id = &ctx.store.keyring.store_id;
    let mut own = listing.items.clone();
    own.retain(|item| item.manifest.store_id == *store_id);
    ctx.store.write(Mode::Commit, |tx| {
        for one in checked.iter().filter(|one| one.result.is_ok()) {
            if let Some(item) = own.iter().find(|item| item.manifest.id == one.id) {
                tx.learn_backup(&row(&listing.place, item)?)?;
            }
            tx.set_backup_verified((&one.id, &listing.place), level.how(), now)?;
        }
        audit::append(ctx, tx, &event)
    })
}

/// What the catalog keeps of a backup that this store made and, since a restore or a loss, does not know.
pub(super) fn row(target: &str, item: &Item) -> Result<BackupRow> {
    let manifest = &item.manifest;
    Ok(BackupRow {
        id: manifest.id.clone(),
        target: target.to_owned(),
        file: manifest.file.name.clone(),
        epoch: manifest.epoch.clone(),
        sequence: manifest.sequence,
        manifest_sha256: item.sha256.clone(),
        created: clock::parse(&manifest.created)?,
        milliseconds: manifest.milliseconds,
        bytes: manifest.file.bytes,
        label: manifest.label.clone(),
        verified: Verifications::default(),
    })
}

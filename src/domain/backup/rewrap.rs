//! New recipients for old backups: the file's header is written anew, everything else stays. A rewrapped backup
//! keeps its id, its number and its place in the chain.

use super::before::recipients;
use super::beside;
use super::commit::{commit, require_space};
use super::listing::{Item, Listing, Presence};
use super::manifest::{FilePart, Manifest, Rewrapped};
use super::names::document_stem;
use super::target::Target;
use super::verify::Opener;
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::place::{Place, Upload};
use crate::base::progress::{Progress, Report};
use crate::crypto::wrap::{self, Recipient};
use crate::domain::audit::{self, Event, Outcome, Severity, signing_key, vkey};
use crate::domain::context::Context;
use crate::store::Mode;
use crate::store::backup::{
    self, Form, MANIFEST, RecoveryNames, Unpacked, data_name, manifest_name,
};

/// What happened to one backup.
#[derive(Debug)]
pub struct One {
    pub id: String,
    /// The file that counts now; none if it was for today's recipients already.
    pub result: Result<Option<FilePart>>,
}

/// What was done at a target.
#[derive(Debug)]
pub struct Done {
    pub backups: Vec<One>,
    /// What an earlier run left and this one took away.
    pub finished: Vec<String>,
    pub event: Option<u64>,
}

/// Who opens backups that are made today, sorted as fingerprints.
pub fn wanted(ctx: &Context, besides: &[Recipient]) -> Result<Vec<Recipient>> {
    recipients(ctx, besides)
}

/// Whether a backup is for somebody else than `recipients`.
pub fn differs(item: &Item, recipients: &[Recipient]) -> bool {
    let mut wanted: Vec<String> = recipients.iter().map(Recipient::fingerprint).collect();
    let mut has = item.manifest.recipients.clone();
    wanted.sort_unstable();
    has.sort_unstable();
    wanted != has
}

/// Rewraps backups at a target that is held. Each has its own result; one that fails stays as it was.
pub fn rewrap(
    ctx: &Context,
    target: &Target,
    (listing, chosen): (&Listing, &[&Item]),
    (recipients, opener): (&[Recipient], &Opener<'_>),
    report: &mut Report<'_>,
) -> Result<Done> {
    if chosen.iter().any(|item| differs(item, recipients)) {
        require_removable(target.place())?;
    }
    let announced = Event::new("backup.rewrap").severity(Severity::High);
    let intent = audit::intend(ctx, announced.clone())?;
    let mut finished = vec![];
    for item in &listing.items {
        finished.extend(clear_old(target.place(), &item.manifest)?);
    }
    let work = Work {
        ctx,
        target,
        recipients,
        opener,
        recovery: target.save_recovery(&ctx.store, &ctx.store.journal()?)?,
    };
    let backups: Vec<One> = chosen
        .iter()
        .map(|item| One {
            id: item.manifest.id.clone(),
            result: work.one(item, report),
        })
        .collect();
    let event = conclude(ctx, target, (intent, announced), &backups)?;
    Ok(Done {
        backups,
        finished,
        event: Some(event),
    })
}

/// The old file must go, or whoever was dropped opens it there for ever.
fn require_removable(place: &dyn Place) -> Result<()> {
    require_no_append_only(place)?;
    // That a file is not there is fine to remove, wherever files may be removed at all.
    let tried = place.remove(&data_name(".rewrap-may-remove", Form::Full));
    tried.map_err(|error| match error.kind {
        Kind::Refused => only_takes(place).because(error),
        _ => error,
    })
}

/// The same by what is configured: a rehearsal removes nothing.
pub fn require_no_append_only(place: &dyn Place) -> Result<()> {
    if place.is_append_only() {
        return Err(only_takes(place));
    }
    Ok(())
}

fn only_takes(place: &dyn Place) -> Error {
    Error::refused(format!(
        "`{}` only takes files: the old ones would stay there and open for their old recipients",
        place.name()
    ))
    .hint("copy the backups to another place, or let the place's own rules expire them")
}

fn conclude(
    ctx: &Context,
    target: &Target,
    (intent, announced): (u64, Event),
    backups: &[One],
) -> Result<u64> {
    let failed = backups.iter().filter(|one| one.result.is_err()).count();
    let written = backups.iter().filter_map(|one| match &one.result {
        Ok(Some(file)) => Some((one.id.as_str(), file)),
        _ => None,
    });
    let written: Vec<_> = written.collect();
    let ids: Vec<&str> = written.iter().take(100).map(|(id, _)| *id).collect();
    let mut event = announced
        .field("count", written.len())
        .field("failed", failed)
        .field("what", ids);
    if failed > 0 {
        event = event.outcome(Outcome::Failure);
    }
    let event = event.intent(intent);
    ctx.store.write(Mode::Commit, |tx| {
        tx.remove_intent(intent)?;
        for (id, file) in &written {
            tx.set_backup_file(id, target.name(), (&file.name, file.bytes))?;
        }
        audit::append(ctx, tx, &event)
    })
}

/// What is the same for every backup of a run.
struct Work<'a> {
    ctx: &'a Context,
    target: &'a Target,
    recipients: &'a [Recipient],
    opener: &'a Opener<'a>,
    recovery: RecoveryNames,
}

impl Work<'_> {
    fn one(&self, item: &Item, report: &mut Report<'_>) -> Result<Option<FilePart>> {
        if !differs(item, self.recipients) {
            return Ok(None);
        }
        if item.presence != Presence::Present {
            return Err(Error::integrity(format!(
                "the file of `{}` is missing or has another length",
                item.manifest.id
            ))
            .hint("see `optimactl backup verify`"));
        }
        let place = self.target.place();
        self.require_unlocked(item)?;
        require_space(place, item.manifest.file.bytes.saturating_add(1 << 20))?;
        let (stem, number) = next_stem(&item.manifest);
        let name = data_name(&stem, item.manifest.form());
        let mut data = place.create(&name)?;
        let read = self.write(item, data.as_mut(), report)?;
        let file = FilePart {
            bytes: read.bytes,
            name,
            sha256: read.sha256,
        };
        let manifest = self.manifest(item, file.clone(), number)?;
        let bytes = manifest.sign(&signing_key(&self.ctx.store.keyring))?;
        beside::carry(place, item, &stem)?;
        commit(place, &manifest, data, &bytes)?;
        clear_old(place, &manifest)?;
        Ok(Some(file))
    }

    /// What the place itself keeps would stay, and open for its old recipients.
    fn require_unlocked(&self, item: &Item) -> Result<()> {
        let (place, now) = (self.target.place(), self.ctx.now());
        for name in [&item.manifest.file.name, &manifest_name(item.stem())] {
            if let Some(until) = place.locked_until(name)?.filter(|until| *until > now) {
                return Err(Error::refused(format!(
                    "`{}` keeps `{name}` until {}",
                    place.name(),
                    seconds_text(until)
                ))
                .because("the old file would stay, and open for its old recipients")
                .hint("rewrap it again then"));
            }
        }
        Ok(())
    }

    /// Writes the file under its new header and reads it back from where it lies, to the last byte inside.
    fn write(
        &self,
        item: &Item,
        data: &mut dyn Upload,
        report: &mut Report<'_>,
    ) -> Result<Unpacked> {
        let (inside, place) = (inside(&item.manifest), self.target.place());
        let source = || place.open(&item.manifest.file.name);
        self.opener.with_rings(|rings| {
            for (at, ring) in (1..).zip(rings) {
                match wrap::rewrap_header(ring, self.recipients, source()?, &mut *data) {
                    Err(error) if error.kind == Kind::WrongKey && at < rings.len() => {}
                    other => return other,
                }
            }
            Err(Error::bug("there is no ring of identities"))
        })?;
        data.seal()?;
        let mut done = 0;
        let master = self.opener.master.identities()?;
        let read = backup::unpack(&|| data.reopen(), &[&master], inside.0, |block| {
            done += u64::try_from(block.len()).unwrap_or(0);
            report(Progress::of(done, inside.0));
            Ok(())
        })?;
        if (read.image_bytes, read.image_sha256.as_str()) == inside {
            return Ok(read);
        }
        Err(Error::integrity(format!(
            "what is inside `{}` has another SHA-256 than its manifest says; it stays as it was",
            item.manifest.id
        ))
        .hint("see `optimactl backup verify`"))
    }

    /// The same backup with another file, signed by today's key.
    fn manifest(&self, item: &Item, file: FilePart, number: u64) -> Result<Manifest> {
        Ok(Manifest {
            file,
            recipients: self.recipients.iter().map(Recipient::fingerprint).collect(),
            recovery: self.recovery.clone(),
            rewrapped: Some(Rewrapped {
                at: seconds_text(self.ctx.now()),
                number,
                was: item.sha256.clone(),
            }),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            vkey: vkey(&self.ctx.store.keyring)?.to_string(),
            ..item.manifest.clone()
        })
    }
}

/// Bytes and SHA-256 of what the file itself holds: the image, or of a delta its list and pages.
fn inside(manifest: &Manifest) -> (u64, &str) {
    match &manifest.delta {
        None => (manifest.image.bytes, &manifest.image.sha256),
        Some(delta) => (delta.bytes, &delta.sha256),
    }
}

/// `NAME-TIME-ID.rN`, where N counts how often it was rewrapped.
fn next_stem(manifest: &Manifest) -> (String, u64) {
    let number = manifest.rewraps() + 1;
    (format!("{}.r{number}", parts(manifest.stem()).0), number)
}

/// A stem without `.rN`, and N.
fn parts(stem: &str) -> (&str, u64) {
    match stem.rsplit_once(".r") {
        Some((base, number)) => match number.parse() {
            Ok(number) => (base, number),
            Err(_) => (stem, 0),
        },
        None => (stem, 0),
    }
}

/// Takes away what a rewrapped backup replaced: manifests before files, so that none ever lacks its file, and then
/// what lay beside them.
fn clear_old(place: &dyn Place, manifest: &Manifest) -> Result<Vec<String>> {
    let (base, number) = parts(manifest.stem());
    if manifest.rewrapped.is_none() || number == 0 {
        return Ok(vec![]);
    }
    let mut gone = vec![];
    let entries = place.list("")?;
    let is_old = |stem: Option<&str>| {
        let old = stem.map(parts);
        old.is_some_and(|(theirs, count)| theirs == base && count < number)
    };
    for ending in [MANIFEST, manifest.form().ending()] {
        for entry in &entries {
            if is_old(entry.name.strip_suffix(ending)) {
                place.remove(&entry.name)?;
                gone.push(entry.name.clone());
            }
        }
    }
    for entry in entries
        .iter()
        .filter(|one| is_old(document_stem(&one.name)))
    {
        place.remove(&entry.name)?;
    }
    Ok(gone)
}

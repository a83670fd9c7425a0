//! Building a bundle: announced, collected, written encrypted in one stream, then recorded. In the clear it
//! exists in memory only.

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use sha2::Digest as _;

use super::sources;
use super::state::Step;
use super::step::{coming_event, step};
use super::words::{Law, Type};
use super::{Request, complete};
use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, Recipient};
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::bundle::{self, Bag, Controller, Gauge, Profile, Response};
use crate::domain::context::Context;
use crate::domain::records;
use crate::domain::source::Source;
use crate::store::Tx;
use crate::store::file::{self, Existing};
use crate::store::request::{BundleRow, RequestRow};

/// Who can open the bundle.
pub enum Lock {
    Recipients(Vec<Recipient>),
    Passphrase(SecretText),
    /// An encrypted zip, for people without age.
    Zip(SecretText),
}

/// Where the bundle goes and what it says about the controller.
pub struct Order<'a> {
    pub folder: &'a Path,
    pub existing: Existing,
    pub lock: &'a Lock,
    pub controller: &'a Controller,
    /// The platform's own data.
    pub sources: &'a [Source],
    /// Sources that are down, and left out: the answer says so.
    pub without: &'a [String],
}

/// What was built, or in a dry run would be.
pub struct Built {
    pub reference: String,
    pub path: PathBuf,
    /// None in a dry run.
    pub bundle: Option<BundleRow>,
    pub files: usize,
    pub event: Option<u64>,
}

pub fn build(ctx: &Context, named: &str, order: &Order<'_>) -> Result<Built> {
    let (request, number, intent) = announce(ctx, named, order)?;
    let name = file_name((&request.row.reference, number), order.lock);
    let path = order.folder.join(&name);
    let Some(intent) = intent else {
        return Ok(Built {
            reference: request.row.reference,
            path,
            bundle: None,
            files: 0,
            event: None,
        });
    };
    let written = match make(ctx, &request, (order, number), &path) {
        Ok(made) => made,
        Err(error) => {
            let event = Event::new("request.build")
                .request(request.row.reference.as_str())
                .outcome(Outcome::Failure)
                .field("error", error.kind.code());
            audit::conclude(ctx, intent, event)?;
            return Err(error);
        }
    };
    let row = BundleRow {
        number,
        built: ctx.now(),
        file: name,
        bytes: written.bytes,
        file_sha256: written.sha256,
        manifest_sha256: written.manifest_sha256,
        recipient: fingerprint(order.lock),
        channel: None,
        delivered: None,
    };
    let event = record(ctx, &request.row, &row, intent)?;
    Ok(Built {
        reference: request.row.reference,
        path,
        bundle: Some(row),
        files: written.files,
        event,
    })
}

/// The name says which request, and nothing about the person.
fn file_name((reference, number): (&str, u32), lock: &Lock) -> String {
    let ending = match lock {
        Lock::Recipients(_) | Lock::Passphrase(_) => "tar.age",
        Lock::Zip(_) => "zip",
    };
    format!("bundle-{reference}-{number}.{ending}")
}

/// Checks everything that can be refused, and leaves the intent.
fn announce(ctx: &Context, named: &str, order: &Order<'_>) -> Result<(Request, u32, Option<u64>)> {
    let mut number = 1;
    let mut request = None;
    let event = Event::new("request.build").outcome(Outcome::Intent);
    let changed = step(ctx, named, Step::Announce, event, |tx, row, event| {
        let last = tx.bundles(&row.id)?.last().map_or(0, |last| last.number);
        number = last + 1;
        let path = order
            .folder
            .join(file_name((&row.reference, number), order.lock));
        if order.existing == Existing::Refuse && path.symlink_metadata().is_ok() {
            return Err(
                Error::conflict(format!("`{}` exists already", path.display()))
                    .hint("choose another folder, or replace it with `--overwrite`"),
            );
        }
        refuse_second(tx, &row.reference)?;
        event.set("bundle", number);
        let coming = crate::store::audit::unsigned(coming_event(tx)?)?;
        tx.insert_intent(coming, "request.build")?;
        request = Some(complete(tx, row.clone())?);
        Ok(None)
    })?;
    let request = request.ok_or_else(|| Error::bug("a request was announced and not read"))?;
    Ok((request, number, changed.event))
}

/// The number belongs to the build that announced it: a second one of the same request waits for its end.
fn refuse_second(tx: &Tx<'_>, reference: &str) -> Result<()> {
    for (seq, action, _) in tx.intents()? {
        if action != "request.build" {
            continue;
        }
        let entry = tx.entry(seq)?.unwrap_or_default();
        let entry: serde_json::Value = serde_json::from_slice(&entry)
            .map_err(|_| Error::integrity(format!("event {seq} is damaged")))?;
        if entry.get("request").and_then(serde_json::Value::as_str) == Some(reference) {
            return Err(
                Error::conflict(format!("a bundle of {reference} is being built (event {seq})"))
                    .hint("wait until it is done; one that was cut short is concluded when nobody else works in the store"),
            );
        }
    }
    Ok(())
}

/// Asks the data sources, then reads what is held in one snapshot, which ends before anything is written.
fn make(
    ctx: &Context,
    request: &Request,
    (order, number): (&Order<'_>, u32),
    path: &Path,
) -> Result<Written> {
    let row = &request.row;
    let profile = match Type::read(&row.kind)? {
        Type::Portability => Profile::Portability,
        _ => Profile::Access,
    };
    let (held, unasked) = sources::exported(ctx, row, order)?;
    let about = bundle::About {
        reference: &row.reference,
        number,
        request: &row.id,
        account: row.account.as_deref(),
        profile,
        law: Law::read(&row.law)?.as_str(),
        made: ctx.now(),
        controller: order.controller,
        register: &records::register(ctx, order.controller, order.sources)?,
        left_out: order.without,
        unasked: &unasked,
    };
    let response: Response = ctx
        .store
        .read(|tx| bundle::collect(ctx, tx, &about, held))?;
    let bag = bundle::bag(&response, &about)?;
    write(ctx, order, path, &bag)
}

/// What lies on the disk now.
struct Written {
    bytes: u64,
    sha256: String,
    manifest_sha256: String,
    files: usize,
}

/// The name of the partial file is nobody else's, and only what was written here is confirmed.
fn write(ctx: &Context, order: &Order<'_>, path: &Path, bag: &Bag<'_>) -> Result<Written> {
    file::make_folder(order.folder)?;
    let own = format!(".{}-", ctx.store.keyring.store_id);
    remove_leftovers(path, &own)?;
    let random: [u8; 8] = ctx.random.bytes()?;
    let random = data_encoding::HEXLOWER.encode(&random);
    let partial = file::beside(path, &format!("{own}{random}.partial"));
    let done = write_partial(ctx, order.lock, &partial, bag).and_then(|written| {
        match order.existing {
            Existing::Refuse => file::rename_new(&partial, path)?,
            Existing::Replace => {
                std::fs::rename(&partial, path)
                    .map_err(|error| Error::io("rename", &partial, &error))?;
                file::sync_parent(path)?;
            }
        }
        require_same(path, &written)?;
        Ok(written)
    });
    if done.is_err() {
        file::remove_if_there(&partial).ok();
    }
    done
}

/// What a build of this bundle left that was cut short: none is alive beside the one that announced itself.
fn remove_leftovers(path: &Path, own: &str) -> Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(());
    };
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let begin = format!("{}{own}", name.to_string_lossy());
    let failed = |error: io::Error| Error::io("read", folder, &error);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&begin) && name.ends_with(".partial") {
            file::remove_if_there(&entry.path())?;
        }
    }
    Ok(())
}

/// The file of that name is the one that was written, byte for byte.
fn require_same(path: &Path, written: &Written) -> Result<()> {
    let failed = |error: io::Error| Error::io("read", path, &error);
    let mut found = Gauge::new(io::sink());
    let mut file = std::fs::File::open(path).map_err(failed)?;
    io::copy(&mut file, &mut found).map_err(failed)?;
    if data_encoding::HEXLOWER.encode(&found.hash.finalize()) == written.sha256 {
        return Ok(());
    }
    Err(Error::integrity(format!(
        "`{}` is not the bundle that was written there",
        path.display()
    ))
    .hint("another program writes to that folder; choose one of your own with `--output`"))
}

fn write_partial(ctx: &Context, lock: &Lock, partial: &Path, bag: &Bag<'_>) -> Result<Written> {
    let failed = |error: io::Error| Error::io("write", partial, &error);
    let file = file::create_new(partial)?;
    let counted = Gauge::new(BufWriter::new(file));
    let age = |sealed: wrap::StreamWriter<Gauge<_>>| {
        let sealed = bag.pack(sealed).map_err(failed)?;
        sealed.finish().map_err(failed)
    };
    let counted = match lock {
        Lock::Recipients(recipients) => age(wrap::encrypt_stream(recipients, counted)?)?,
        Lock::Passphrase(text) => {
            let work = ctx.effort.passphrase;
            age(wrap::encrypt_stream_with_passphrase(text, work, counted)?)?
        }
        Lock::Zip(text) => bag.pack_zip(counted, text).map_err(failed)?,
    };
    let (hash, bytes) = (counted.hash.finalize(), counted.bytes);
    let file = counted
        .inner
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file::sync(&file, partial)?;
    Ok(Written {
        bytes,
        sha256: data_encoding::HEXLOWER.encode(&hash),
        manifest_sha256: bag.manifest_sha256(),
        files: bag.len(),
    })
}

/// Fingerprints tell afterwards for whom a bundle was; a passphrase leaves nothing.
fn fingerprint(lock: &Lock) -> String {
    match lock {
        Lock::Passphrase(_) => "passphrase".to_owned(),
        Lock::Zip(_) => "zip-passphrase".to_owned(),
        Lock::Recipients(recipients) => recipients
            .iter()
            .map(Recipient::fingerprint)
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// The bundle is there: its row, the state, and the end of the intent in one transaction.
fn record(
    ctx: &Context,
    request: &RequestRow,
    bundle: &BundleRow,
    intent: u64,
) -> Result<Option<u64>> {
    let event = Event::new("request.build")
        .severity(Severity::Medium)
        .intent(intent)
        .field("bundle", bundle.number)
        .field("bytes", bundle.bytes)
        .field("file_sha256", bundle.file_sha256.as_str())
        .field("manifest", bundle.manifest_sha256.as_str())
        .field("fingerprint", bundle.recipient.as_str());
    let changed = step(ctx, &request.id, Step::Build, event, |tx, row, _| {
        tx.remove_intent(intent)?;
        tx.insert_bundle(&row.id, bundle)?;
        row.built = Some(ctx.now());
        Ok(None)
    })?;
    Ok(changed.event)
}

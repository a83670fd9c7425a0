//! The recovery kit: what somebody needs besides an unlocker to read this store's backups in ten years, and
//! the steps on one page.

use std::path::Path;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::crypto::wrap::fingerprint;
use crate::domain::audit::{self, Event, Severity, vkey};
use crate::domain::context::Context;
use crate::store::keyring::{self, Extent};
use crate::store::{file, slot};

/// What was written.
#[derive(Debug)]
pub struct Kit {
    pub files: Vec<String>,
    pub event: u64,
}

/// Writes the kit into a new or empty folder.
pub fn kit(ctx: &Context, into: &Path) -> Result<Kit> {
    require_empty(into)?;
    let announced = Event::new("key.kit").severity(Severity::Medium);
    let intent = audit::intend(ctx, announced.clone())?;
    file::make_folder(into)?;
    let mut files = vec![];
    for (name, bytes) in contents(ctx)? {
        let path = into.join(&name);
        if let Some(parent) = path.parent() {
            file::make_folder(parent)?;
        }
        file::write_atomic(&path, &bytes)?;
        files.push(name);
    }
    let done = announced.field("count", files.len());
    Ok(Kit {
        event: audit::conclude(ctx, intent, done)?,
        files,
    })
}

fn require_empty(into: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(into) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(Error::io("list", into, &error)),
    };
    if entries {
        return Err(
            Error::conflict(format!("`{}` is not empty", into.display()))
                .hint("a kit goes into a folder of its own: name a new one with `--output DIR`"),
        );
    }
    Ok(())
}

fn contents(ctx: &Context) -> Result<Vec<(String, Vec<u8>)>> {
    let store = &ctx.store;
    let generation = store.keyring.generation;
    let mut files = vec![
        ("README.txt".to_owned(), page(ctx)?.into_bytes()),
        (
            "vkey.txt".to_owned(),
            format!("{}\n", vkey(&store.keyring)?).into_bytes(),
        ),
        (
            format!("recovery/keyring-{generation}.age"),
            keyring::sealed(&store.keyring, &store.master, Extent::WithoutDataKeys)?,
        ),
    ];
    for entry in &store.keyring.slots {
        let paths = [
            slot::slot_path(&store.folder, &entry.name),
            slot::identity_path(&store.folder, &entry.name),
        ];
        for path in paths.iter().filter(|path| path.exists()) {
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default();
            let bytes = file::read_limited(path, 1 << 20)?;
            files.push((
                format!("recovery/slots-{generation}/{name}"),
                bytes.to_vec(),
            ));
        }
    }
    Ok(files)
}

/// The page to print. Every command on it is a stock tool's.
fn page(ctx: &Context) -> Result<String> {
    let keyring = &ctx.store.keyring;
    let unlockers: Vec<String> = keyring
        .slots
        .iter()
        .map(|slot| {
            format!(
                "  {:<16} {:<11} {}",
                slot.name,
                slot.kind,
                fingerprint(&slot.recipient)
            )
        })
        .collect();
    Ok(format!(
        "RECOVERY KIT of the store `{name}` ({id})
made {made}

Keep this page and the folder `recovery/` apart from the machine, together with one unlocker below: an
identity file, or the passphrase of a slot. None of it opens anything without the unlocker.

Unlockers (name, kind, fingerprint of the recipient)
{unlockers}

Verification key (signs backups and audit checkpoints)
  {vkey}

To read a backup with stock tools, where FILE is `…db.zst.age` and identity.txt the unlocker:
  age -d -i identity.txt FILE | zstd -d > store.db
  sqlite3 store.db 'PRAGMA integrity_check'
(The file holds everything in the clear: do this on a machine and disk that you trust, and remove it.)

With a passphrase slot, its identity opens first: `age -i` asks for the passphrase.
  age -d -i recovery/slots-{generation}/NAME.identity.age FILE | zstd -d > store.db

To restore a working store:
  optimactl backup restore FILE --to DIR --identity identity.txt
",
        name = keyring.name,
        id = keyring.store_id,
        made = seconds_text(ctx.now()),
        unlockers = unlockers.join("\n"),
        vkey = vkey(keyring)?,
        generation = keyring.generation,
    ))
}

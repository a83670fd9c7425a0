//! The recovery kit: what somebody needs besides an unlocker to read this store's backups in ten years, and
//! the steps on one page.

use std::path::Path;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::crypto::wrap::fingerprint;
use crate::domain::audit::{self, Event, Severity, vkey};
use crate::domain::context::Context;
use crate::store::backup::Recovery;
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
    for (name, text) in [
        ("README.txt", page(ctx)?),
        ("vkey.txt", format!("{}\n", vkey(&ctx.store.keyring)?)),
    ] {
        file::write_atomic(&into.join(name), text.as_bytes())?;
        files.push(name.to_owned());
    }
    files.extend(recovery(ctx, into)?);
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

/// The same folder that lies beside every backup, as of now.
fn recovery(ctx: &Context, into: &Path) -> Result<Vec<String>> {
    let store = &ctx.store;
    let names = Recovery::at(into.join("recovery")).save(store, &store.journal()?)?;
    let mut files = vec![names.keyring, names.journal];
    files.extend(names.handovers);
    for entry in &store.keyring.slots {
        let paths = [
            slot::slot_path(&store.folder, &entry.name),
            slot::identity_path(&store.folder, &entry.name),
        ];
        let there = paths.iter().filter(|path| path.exists());
        let kept = there.filter_map(|path| path.file_name()?.to_str());
        files.extend(kept.map(|name| format!("{}/{name}", names.slots)));
    }
    Ok(files
        .into_iter()
        .map(|name| format!("recovery/{name}"))
        .collect())
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

If `age` says that no identity matched (the unlocker NAME was added after the backup was made, or its kind
begins with `alone:`), it opens the master identity, and that opens FILE. Remove master.txt afterwards.
  age -d -i identity.txt recovery/slots-{generation}/NAME.age > master.txt
  age -d -i master.txt FILE | zstd -d > store.db
The kind `plugin:X` needs the program `age-plugin-X` in PATH, and the device or key that it works with.

To check with stock tools that FILE is what was signed, compare with `file.sha256` in its manifest:
  sha256sum FILE

To restore a working store, with the manifest (`….json`) beside FILE:
  optimactl backup restore FILE --to DIR --identity identity.txt --vkey KEY
KEY is the verification key above. The command takes the keys and the rights journal from the folder `recovery/`
beside FILE. If that one is lost, add `--from KIT`, where KIT is the folder that holds this page: it works for
backups that are no newer than the journal in it, so make a new kit when the program says that it is behind.
",
        name = keyring.name,
        id = keyring.store_id,
        made = seconds_text(ctx.now()),
        unlockers = unlockers.join("\n"),
        vkey = vkey(keyring)?,
        generation = keyring.generation,
    ))
}

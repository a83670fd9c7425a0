//! The recovery kit: what somebody needs besides an unlocker to read this store's backups in ten years, and
//! the steps on one page.

use std::path::Path;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::crypto::wrap::fingerprint;
use crate::domain::audit::{self, Event, Severity, vkey};
use crate::domain::context::Context;
use crate::store::backup::{Recovery, delta};
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
        ("apply.py", delta::APPLY.to_owned()),
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

/// The page to print. Tests run its commands as they stand here, so each one is whole, and every file that they name
/// lies in one folder.
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
        "\
RECOVERY KIT of the store `{name}`

store id  {id}
made      {made}

Keep this page and the files beside it apart from the machine, together with
one of the unlockers: an identity file, or a passphrase. Nothing here opens
anything without the unlocker.

UNLOCKERS (name, kind, fingerprint of the recipient)
{unlockers}

VERIFICATION KEY (what signs backups and checkpoints; also in `vkey.txt`)
  {vkey}

{steps}",
        name = keyring.name,
        id = keyring.store_id,
        made = seconds_text(ctx.now()),
        unlockers = unlockers.join("\n"),
        vkey = vkey(keyring)?,
        steps = steps(keyring.generation),
    ))
}

/// What to do, with the folder of slots that lies beside the page.
fn steps(generation: u64) -> String {
    format!(
        "\
BEFORE YOU BEGIN
  You need a machine and a disk that you trust: what comes out is in the clear.
  Programs: age, zstd, sqlite3 (Debian: apt install age zstd sqlite3).
  A backup is two files, `NAME-TIME-ID.db.zst.age` and `NAME-TIME-ID.json`.
  Copy both, the unlocker as `identity.txt`, and everything beside this page
  into one folder, and go there. Below, FILE stands for the backup's name up to
  `.db.zst.age`. First:

    umask 077

1. OPEN A BACKUP. It must print `ok`.

    age -d -i identity.txt FILE.db.zst.age | zstd -d > store.db
    sqlite3 store.db 'PRAGMA integrity_check'

2. THE UNLOCKER IS A PASSPHRASE (kind `passphrase`). NAME is the unlocker's;
   `age` asks for the passphrase.

    age -d -i recovery/slots-{generation}/NAME.identity.age FILE.db.zst.age | zstd -d > store.db

3. `age` SAYS THAT NO IDENTITY MATCHED: the unlocker NAME is younger than the
   backup, or its kind begins with `alone:`. It opens the master identity, and
   that opens the backup. With a passphrase, put
   `-i recovery/slots-{generation}/NAME.identity.age` in the first line.

    age -d -i identity.txt recovery/slots-{generation}/NAME.age > master.txt
    age -d -i master.txt FILE.db.zst.age | zstd -d > store.db
    rm master.txt

   The kind `plugin:X` needs the program `age-plugin-X` in PATH, and the device
   or key that it works with.

4. IS IT WHAT WAS SIGNED? Each line must answer.

    grep -qF \"$(sha256sum < FILE.db.zst.age | cut -c 1-64)\" FILE.json && echo 'the file is the right one'
    grep -qF \"$(sha256sum < store.db | cut -c 1-64)\" FILE.json && echo 'the image is the right one'

5. THE BACKUP'S NAME ENDS WITH `.delta.zst.age`: it needs the full backup whose
   name ends with the id that the first line prints, here FULL, and python3.

    grep -o '\"base\":\"[^\"]*\"' FILE.json
    age -d -i identity.txt FULL.db.zst.age | zstd -d > base.db
    age -d -i identity.txt FILE.delta.zst.age | zstd -d > delta
    python3 apply.py base.db delta store.db
    sqlite3 store.db 'PRAGMA integrity_check'

6. A STORE THAT WORKS AGAIN, with optimactl. The keys and the rights journal
   come from the folder `recovery/` beside the backup.

    optimactl backup restore FILE.db.zst.age --to restored --identity identity.txt --vkey \"$(cat vkey.txt)\"
    optimactl --store restored --identity identity.txt store check --deep

   Take the `recovery/` that lies where the backup lay, if it is there: the one
   beside this page serves backups that are no newer than it.

AFTERWARDS remove what is in the clear: store.db, base.db, delta.
"
    )
}

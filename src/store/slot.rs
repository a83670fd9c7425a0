//! Slots: the master identity wrapped for one unlocker each, and how an unlocker finds its own.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::check::RESTORE;
use super::file;
use super::folder::Folder;
use super::keyring::{self, Keyring, Master, SlotEntry};
use crate::base::clock::Time;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::seal::sha256;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, Identity, Recipient, Work};

/// The largest slot, identity or keyring file that is read.
const LIMIT: u64 = 1 << 20;

/// In front of the kind of a slot whose recipient cannot stand beside ordinary ones in one file.
pub const ALONE: &str = "alone:";

impl SlotEntry {
    /// Whether a backup can be encrypted to it directly. Otherwise it opens the master identity, which opens
    /// the backup.
    pub fn mixes(&self) -> bool {
        !self.kind.starts_with(ALONE)
    }
}

/// Something that may open the store, and where it came from (for messages).
pub enum Unlocker {
    Identities {
        identities: Vec<Identity>,
        origin: String,
    },
    Passphrase {
        text: SecretText,
        origin: String,
    },
}

impl Unlocker {
    /// Whether a person may be asked while it opens something.
    pub fn may_ask(&self) -> bool {
        match self {
            Self::Identities { identities, .. } => identities.iter().any(Identity::may_ask),
            Self::Passphrase { .. } => false,
        }
    }

    pub fn origin(&self) -> &str {
        match self {
            Self::Identities { origin, .. } | Self::Passphrase { origin, .. } => origin,
        }
    }
}

/// What an unlocker opened.
pub struct Unlocked {
    pub keyring: Keyring,
    pub master: Master,
    /// The slot that opened.
    pub slot: String,
    /// What is wrong with other slots; for a warning and for `key verify`.
    pub oddities: Vec<String>,
}

/// Opens the keyring with the first unlocker that fits a slot.
pub fn unlock(folder: &Folder, unlockers: &[Unlocker]) -> Result<Unlocked> {
    let names = names(folder)?;
    let mut troubles = Troubles::default();
    for unlocker in unlockers {
        for name in &names {
            let sealed = match file::read_regular(&slot_path(folder, name), LIMIT) {
                Ok(sealed) => sealed,
                Err(error) => {
                    troubles.damaged(name, error);
                    continue;
                }
            };
            match try_slot(folder, (name, &sealed), unlocker) {
                Ok(Some(secret)) => match open_keyring(folder, name, secret) {
                    Ok(unlocked) => return Ok(unlocked),
                    // A slot that somebody else put there must not stop the ones that are ours.
                    Err(error) => troubles.damaged(name, error),
                },
                Ok(None) => {}
                Err(error) if is_own_trouble(&error) => {
                    // Once is enough: a plugin would ask for its PIN again for every slot.
                    troubles.unlocker(unlocker, error);
                    break;
                }
                Err(error) => troubles.damaged(name, error),
            }
        }
    }
    Err(troubles.told(folder, &names, unlockers))
}

/// Whether an unlocker itself failed (its plugin is missing, its PIN was wrong), not what it was to open.
fn is_own_trouble(error: &Error) -> bool {
    matches!(
        error.kind,
        Kind::WrongKey | Kind::Refused | Kind::Failed | Kind::Interrupted
    )
}

/// Why nothing opened.
#[derive(Default)]
struct Troubles {
    unlocker: Option<Error>,
    damaged: Option<Error>,
}

impl Troubles {
    fn damaged(&mut self, slot: &str, error: Error) {
        self.damaged = Some(error.detail(format!("slot `{slot}`")));
    }

    fn unlocker(&mut self, unlocker: &Unlocker, error: Error) {
        let error = error.detail(format!("tried: {}", unlocker.origin()));
        self.unlocker = self.unlocker.take().or(Some(error));
    }

    /// What the person can do something about comes first.
    fn told(self, folder: &Folder, names: &[String], unlockers: &[Unlocker]) -> Error {
        self.unlocker
            .or(self.damaged)
            .unwrap_or_else(|| wrong_key(folder, names, unlockers))
    }
}

fn wrong_key(folder: &Folder, names: &[String], unlockers: &[Unlocker]) -> Error {
    let mut error = Error::new(Kind::WrongKey, "no given unlocker opens this store");
    for unlocker in unlockers {
        error = error.detail(format!("tried: {}", unlocker.origin()));
    }
    let typed = unlockers
        .iter()
        .any(|unlocker| matches!(unlocker, Unlocker::Passphrase { .. }));
    if typed
        && !names
            .iter()
            .any(|name| identity_path(folder, name).exists())
    {
        error = error.detail("no unlocker of this store is a passphrase");
    }
    error.hint("give one with `--identity FILE` or `--passphrase-file FILE`")
}

/// The master secret if `unlocker` fits the slot; `None` if it does not; damage as an error.
fn try_slot(
    folder: &Folder,
    (name, sealed): (&str, &[u8]),
    unlocker: &Unlocker,
) -> Result<Option<SecretText>> {
    let opened = match unlocker {
        Unlocker::Identities { identities, .. } => wrap::try_decrypt(identities, sealed)?,
        Unlocker::Passphrase { text, .. } => {
            let path = identity_path(folder, name);
            if !path.exists() {
                return Ok(None);
            }
            match by_passphrase(&path, text) {
                Ok(identities) => wrap::try_decrypt(&identities, sealed)?,
                Err(error) if error.kind == Kind::WrongKey => None,
                Err(error) => return Err(error),
            }
        }
    };
    opened.map(|secret| text_of(&secret)).transpose()
}

fn by_passphrase(path: &Path, text: &SecretText) -> Result<Vec<Identity>> {
    let sealed = file::read_regular(path, LIMIT)?;
    let identity = text_of(&wrap::decrypt_slot_with_passphrase(text, &sealed)?)?;
    wrap::parse_identities(&identity, "a passphrase slot")
}

fn text_of(bytes: &[u8]) -> Result<SecretText> {
    std::str::from_utf8(bytes)
        .map(|text| SecretText::new(text.trim_end().to_owned()))
        .map_err(|_| Error::integrity("a slot does not hold text"))
}

/// Opens the keyring with the master identity itself. While the master changes, its new keyring may still
/// lie beside the old one (see [`super::master`]).
pub(super) fn with_master(folder: &Folder, master: &Master) -> Result<Unlocked> {
    let sealed = file::read_regular(&folder.keyring(), LIMIT)?;
    let keyring = match keyring::open(&sealed, master) {
        Err(error) if folder.new_keyring().exists() => {
            let beside = file::read_regular(&folder.new_keyring(), LIMIT)?;
            keyring::open(&beside, master).map_err(|_| error)?
        }
        other => other?,
    };
    let oddities = oddities(folder, &keyring)?;
    let master = Master {
        secret: master.secret.duplicate(),
        recipient: master.recipient.clone(),
    };
    Ok(Unlocked {
        keyring,
        master,
        slot: String::new(),
        oddities,
    })
}

fn open_keyring(folder: &Folder, slot: &str, secret: SecretText) -> Result<Unlocked> {
    let recipient = wrap::recipient_of(&secret)?;
    let unlocked = with_master(folder, &Master { secret, recipient })?;
    if !unlocked
        .keyring
        .slots
        .iter()
        .any(|entry| entry.name == slot)
    {
        return Err(
            Error::integrity(format!("slot `{slot}` is not one that this store made"))
                .hint("remove the file; the keyring lists the slots that count"),
        );
    }
    Ok(Unlocked {
        slot: slot.to_owned(),
        ..unlocked
    })
}

/// Slots that were changed, are missing or were put there by somebody else.
pub fn oddities(folder: &Folder, keyring: &Keyring) -> Result<Vec<String>> {
    let mut found = vec![];
    for entry in &keyring.slots {
        for (path, expected) in files(folder, entry) {
            let actual = file::read_regular(&path, LIMIT).map(|bytes| digest(&bytes));
            if actual.as_deref().ok() != Some(expected) {
                found.push(format!(
                    "slot `{}` was changed or is missing: `{}`",
                    entry.name,
                    path.display()
                ));
            }
        }
    }
    for name in names(folder)? {
        if !keyring.slots.iter().any(|entry| entry.name == name) {
            found.push(format!(
                "slot `{name}` is not listed in the keyring and is ignored"
            ));
        }
    }
    Ok(found)
}

/// The files of a slot with the SHA-256 that the keyring lists.
pub(super) fn files<'a>(folder: &Folder, entry: &'a SlotEntry) -> Vec<(PathBuf, &'a str)> {
    let mut files = vec![(slot_path(folder, &entry.name), entry.sha256.as_str())];
    if let Some(sha256) = &entry.identity_sha256 {
        files.push((identity_path(folder, &entry.name), sha256));
    }
    files
}

/// Wraps the master identity for a recipient.
pub fn add(
    folder: &Folder,
    master: &Master,
    name: &str,
    recipient: &Recipient,
    now: Time,
) -> Result<SlotEntry> {
    file::make_folder(&folder.slots())?;
    let kind = if recipient.mixes()? {
        recipient.kind()
    } else {
        format!("{}{}", ALONE, recipient.kind())
    };
    Ok(SlotEntry {
        name: name.to_owned(),
        kind,
        recipient: recipient.text().to_owned(),
        sha256: wrap_into(&folder.slots(), master, name, recipient)?,
        identity_sha256: None,
        created: now,
    })
}

/// Writes `NAME.age` into a folder of slots; returns its SHA-256.
pub(super) fn wrap_into(
    slots: &Path,
    master: &Master,
    name: &str,
    recipient: &Recipient,
) -> Result<String> {
    let line = SecretText::new(format!("{}\n", master.secret.expose()));
    let sealed = wrap::encrypt(std::slice::from_ref(recipient), line.expose().as_bytes())?;
    file::write_atomic(&slots.join(format!("{name}.age")), &sealed)?;
    Ok(digest(&sealed))
}

/// Makes an identity for a passphrase, so that this unlocker has a public recipient like every other.
pub fn add_passphrase(
    folder: &Folder,
    master: &Master,
    name: &str,
    passphrase: &Passphrase<'_>,
    now: Time,
) -> Result<SlotEntry> {
    let (secret, recipient) = wrap::new_identity()?;
    let line = SecretText::new(format!("{}\n", secret.expose()));
    let sealed =
        wrap::encrypt_with_passphrase(passphrase.text, passphrase.work, line.expose().as_bytes())?;
    file::make_folder(&folder.slots())?;
    file::write_atomic(&identity_path(folder, name), &sealed)?;
    let entry = add(folder, master, name, &recipient, now)?;
    Ok(SlotEntry {
        kind: "passphrase".to_owned(),
        identity_sha256: Some(digest(&sealed)),
        ..entry
    })
}

/// A passphrase and how much work trying one costs.
pub struct Passphrase<'a> {
    pub text: &'a SecretText,
    pub work: Work,
}

/// Removes a slot's files.
pub fn remove(folder: &Folder, name: &str) -> Result<()> {
    file::remove_if_there(&slot_path(folder, name))?;
    file::remove_if_there(&identity_path(folder, name))?;
    file::sync_folder(&folder.slots())
}

/// The names of the slot files that are there.
fn names(folder: &Folder) -> Result<Vec<String>> {
    let path = folder.slots();
    let entries = fs::read_dir(&path).map_err(|error| {
        Error::integrity("the store's slots cannot be read")
            .because(error)
            .hint(RESTORE)
    })?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|file| file.strip_suffix(".age").map(str::to_owned))
        .filter(|name| !name.ends_with(".identity"))
        .collect();
    names.sort();
    Ok(names)
}

pub fn slot_path(folder: &Folder, name: &str) -> PathBuf {
    folder.slots().join(format!("{name}.age"))
}

pub fn identity_path(folder: &Folder, name: &str) -> PathBuf {
    folder.slots().join(format!("{name}.identity.age"))
}

pub(super) fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&sha256(bytes))
}

//! The keyring file: every key of the store, encrypted to the master identity and authenticated under a key
//! derived from it (age itself does not say who encrypted).

use std::fmt::Write as _;

use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::file;
use super::folder::Folder;
use crate::base::clock::{self, Time, micros_text};
use crate::base::error::{Error, Result};
use crate::crypto::secret::{Key, SecretText};
use crate::crypto::wrap::{self, Recipient};
use crate::crypto::{random::Random, seal};

const FORMAT: &str = "optimactl/keyring/1";
/// Bytes at the start of the database file that its encryption does not authenticate.
pub const HEAD_BYTES: usize = 24;

/// A key of the database, with the first bytes of the file that it belongs to.
pub struct DataKey {
    pub key: Key,
    pub head: [u8; HEAD_BYTES],
    pub created: Time,
}

/// A key with an id, so that what was made with it can name it.
pub struct NamedKey {
    pub id: String,
    pub key: Key,
    pub created: Time,
}

/// The key that signs checkpoints and manifests.
pub struct SigningKey {
    pub seed: Key,
    pub created: Time,
}

/// One unlocker, as the keyring vouches for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotEntry {
    pub name: String,
    /// `age`, `ssh`, `tag`, `plugin:NAME` or `passphrase`; with `alone:` in front where its stanzas cannot stand
    /// beside ordinary ones.
    pub kind: String,
    pub recipient: String,
    pub sha256: String,
    /// SHA-256 of `NAME.identity.age`, for a passphrase unlocker.
    pub identity_sha256: Option<String>,
    pub created: Time,
}

/// Everything that the keyring holds.
pub struct Keyring {
    /// Counts every change of the keyring.
    pub generation: u64,
    pub store_id: String,
    pub name: String,
    /// One history of the audit log; a restore begins a new one.
    pub epoch: String,
    pub created: Time,
    /// Absent only in the copy that goes into `recovery/`.
    pub data: Option<DataKey>,
    /// The key of a database that is about to take the current one's place.
    pub pending: Option<DataKey>,
    pub signing: SigningKey,
    /// Newest last; the newest is the one in use.
    pub peppers: Vec<NamedKey>,
    pub hmac: Vec<NamedKey>,
    pub journal: Vec<NamedKey>,
    /// Signed notes in which one signing key hands over to the next, oldest first.
    pub handovers: Vec<String>,
    pub slots: Vec<SlotEntry>,
    pub master_created: Time,
}

impl Keyring {
    /// The name under which the log signs: `optimactl/STORE-ID/EPOCH`.
    pub fn origin(&self) -> String {
        format!("optimactl/{}/{}", self.store_id, self.epoch)
    }

    /// The key in use of a list that is never empty in a valid keyring.
    pub fn newest(list: &[NamedKey]) -> Result<&NamedKey> {
        list.last()
            .ok_or_else(|| Error::integrity("the keyring lacks a key"))
    }

    /// The key of what is found again by a keyed digest for as long as the store lives: the first, not the newest.
    pub fn lasting_hmac(&self) -> Result<&Key> {
        Self::newest(self.hmac.get(..1).unwrap_or_default()).map(|first| &first.key)
    }

    pub fn data_key(&self) -> Result<&DataKey> {
        self.data
            .as_ref()
            .ok_or_else(|| Error::integrity("this keyring holds no data key"))
    }

    pub fn pepper(&self, id: &str) -> Option<&NamedKey> {
        self.peppers.iter().find(|pepper| pepper.id == id)
    }
}

pub fn fresh_key(random: &Random, prefix: &str, now: Time) -> Result<NamedKey> {
    Ok(NamedKey {
        id: random.id(prefix)?,
        key: Key::random(random)?,
        created: now,
    })
}

/// The store's master identity: what every slot wraps.
pub struct Master {
    pub secret: SecretText,
    pub recipient: Recipient,
}

impl Master {
    pub fn new() -> Result<Self> {
        let (secret, recipient) = wrap::new_identity()?;
        Ok(Self { secret, recipient })
    }

    pub fn identities(&self) -> Result<Vec<wrap::Identity>> {
        wrap::parse_identities(&self.secret, "a slot")
    }

    fn mac_key(&self) -> Result<Key> {
        seal::derive(self.secret.expose(), FORMAT)
    }
}

/// Whether the data keys go into the file: never into a backup's `recovery/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Full,
    WithoutDataKeys,
}

/// The bytes of `keyring.age`.
pub fn sealed(keyring: &Keyring, master: &Master, extent: Extent) -> Result<Vec<u8>> {
    let wire = Wire::from(keyring, extent);
    let mut text = Zeroizing::new(String::with_capacity(16 * 1024));
    let json = Zeroizing::new(
        serde_json::to_string(&wire)
            .map_err(|error| Error::bug("the keyring does not serialize").because(error))?,
    );
    text.push_str(&json);
    let mac = seal::mac(&master.mac_key()?, FORMAT, json.as_bytes())?;
    write!(text, "\n{}\n", HEXLOWER.encode(&mac)).ok();
    wrap::encrypt(std::slice::from_ref(&master.recipient), text.as_bytes())
}

/// Writes the keyring of a store, counting the change.
pub fn write(folder: &Folder, keyring: &mut Keyring, master: &Master) -> Result<()> {
    keyring.generation += 1;
    file::write_atomic(&folder.keyring(), &sealed(keyring, master, Extent::Full)?)
}

/// Opens the bytes of a `keyring.age`; whatever fails behind an opened slot is damage.
pub fn open(sealed_bytes: &[u8], master: &Master) -> Result<Keyring> {
    let damaged = |why: &str| Error::integrity(format!("the keyring is damaged: {why}"));
    let clear = wrap::decrypt(&master.identities()?, sealed_bytes)
        .map_err(|error| damaged("the store's master identity does not open it").because(error))?;
    let text = std::str::from_utf8(&clear).map_err(|_| damaged("it is not text"))?;
    let (json, mac) = text
        .strip_suffix('\n')
        .and_then(|text| text.split_once('\n'))
        .ok_or_else(|| damaged("it lacks its last line"))?;
    let mac = HEXLOWER
        .decode(mac.as_bytes())
        .map_err(|_| damaged("its last line is no digest"))?;
    if !seal::check_mac(&master.mac_key()?, FORMAT, json.as_bytes(), &mac)? {
        return Err(damaged(
            "its digest does not fit: it was written by somebody else",
        ));
    }
    let wire: Wire = serde_json::from_str(json)
        .map_err(|error| damaged("a field is missing or wrong").because(error))?;
    if wire.format != FORMAT {
        return Err(Error::refused(
            "the keyring was written by a newer version of optimactl",
        ));
    }
    wire.into_keyring()
}

/// The canonical JSON form; the fields stand in alphabetical order, as RFC 8785 asks.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    created: String,
    data: Option<WireData>,
    epoch: String,
    format: String,
    generation: u64,
    handovers: Vec<String>,
    hmac: Vec<WireKey>,
    journal: Vec<WireKey>,
    master_created: String,
    name: String,
    pending: Option<WireData>,
    peppers: Vec<WireKey>,
    signing: WireSigning,
    slots: Vec<WireSlot>,
    store_id: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireData {
    created: String,
    head: String,
    key: WireSecret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireKey {
    created: String,
    id: String,
    key: WireSecret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSigning {
    created: String,
    seed: WireSecret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WireSlot {
    created: String,
    identity_sha256: Option<String>,
    kind: String,
    name: String,
    recipient: String,
    sha256: String,
}

/// A key as base64 that wipes itself. It serializes into the keyring and nowhere else.
struct WireSecret(Zeroizing<String>);

impl Serialize for WireSecret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WireSecret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

impl WireSecret {
    fn from(key: &Key) -> Self {
        Self(Zeroizing::new(BASE64.encode(key.expose())))
    }

    fn key(&self) -> Result<Key> {
        let bytes = Zeroizing::new(
            BASE64
                .decode(self.0.as_bytes())
                .map_err(|_| Error::integrity("a key in the keyring is not base64"))?,
        );
        Key::from_slice(&bytes)
    }
}

impl WireData {
    fn from(data: &DataKey) -> Self {
        Self {
            created: micros_text(data.created),
            head: HEXLOWER.encode(&data.head),
            key: WireSecret::from(&data.key),
        }
    }

    fn into_data(self) -> Result<DataKey> {
        let head = HEXLOWER.decode(self.head.as_bytes()).ok();
        let head = head
            .and_then(|bytes| <[u8; HEAD_BYTES]>::try_from(bytes.as_slice()).ok())
            .ok_or_else(|| Error::integrity("the keyring's record of the database is damaged"))?;
        Ok(DataKey {
            key: self.key.key()?,
            head,
            created: clock::parse(&self.created)?,
        })
    }
}

impl WireKey {
    fn list(keys: &[NamedKey]) -> Vec<Self> {
        keys.iter()
            .map(|named| Self {
                created: micros_text(named.created),
                id: named.id.clone(),
                key: WireSecret::from(&named.key),
            })
            .collect()
    }

    fn keys(list: Vec<Self>) -> Result<Vec<NamedKey>> {
        list.into_iter()
            .map(|wire| {
                Ok(NamedKey {
                    key: wire.key.key()?,
                    created: clock::parse(&wire.created)?,
                    id: wire.id,
                })
            })
            .collect()
    }
}

impl WireSlot {
    fn from(slot: &SlotEntry) -> Self {
        Self {
            created: micros_text(slot.created),
            identity_sha256: slot.identity_sha256.clone(),
            kind: slot.kind.clone(),
            name: slot.name.clone(),
            recipient: slot.recipient.clone(),
            sha256: slot.sha256.clone(),
        }
    }

    fn into_slot(self) -> Result<SlotEntry> {
        Ok(SlotEntry {
            created: clock::parse(&self.created)?,
            name: self.name,
            kind: self.kind,
            recipient: self.recipient,
            sha256: self.sha256,
            identity_sha256: self.identity_sha256,
        })
    }
}

impl Wire {
    fn from(keyring: &Keyring, extent: Extent) -> Self {
        let data = |key: &Option<DataKey>| match extent {
            Extent::Full => key.as_ref().map(WireData::from),
            Extent::WithoutDataKeys => None,
        };
        Self {
            created: micros_text(keyring.created),
            data: data(&keyring.data),
            epoch: keyring.epoch.clone(),
            format: FORMAT.to_owned(),
            generation: keyring.generation,
            handovers: keyring.handovers.clone(),
            hmac: WireKey::list(&keyring.hmac),
            journal: WireKey::list(&keyring.journal),
            master_created: micros_text(keyring.master_created),
            name: keyring.name.clone(),
            pending: data(&keyring.pending),
            peppers: WireKey::list(&keyring.peppers),
            signing: WireSigning {
                created: micros_text(keyring.signing.created),
                seed: WireSecret::from(&keyring.signing.seed),
            },
            slots: keyring.slots.iter().map(WireSlot::from).collect(),
            store_id: keyring.store_id.clone(),
        }
    }

    fn into_keyring(self) -> Result<Keyring> {
        Ok(Keyring {
            generation: self.generation,
            store_id: self.store_id,
            name: self.name,
            epoch: self.epoch,
            created: clock::parse(&self.created)?,
            data: self.data.map(WireData::into_data).transpose()?,
            pending: self.pending.map(WireData::into_data).transpose()?,
            signing: SigningKey {
                seed: self.signing.seed.key()?,
                created: clock::parse(&self.signing.created)?,
            },
            peppers: WireKey::keys(self.peppers)?,
            hmac: WireKey::keys(self.hmac)?,
            journal: WireKey::keys(self.journal)?,
            handovers: self.handovers,
            slots: self
                .slots
                .into_iter()
                .map(WireSlot::into_slot)
                .collect::<Result<_>>()?,
            master_created: clock::parse(&self.master_created)?,
        })
    }
}

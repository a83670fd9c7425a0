//! Backups on disk: pages out of a snapshot into a compressed, encrypted file, and back into an encrypted
//! database. Moves bytes and checks them; what a manifest says and who may restore is decided in the domain.

mod behind;
mod catalog;
mod cut;
pub mod delta;
mod local;
mod pack;
mod pipe;
mod promise;
mod push;
mod rebuild;
mod recovery;
mod scratch;
mod snapshot;
mod unpack;
mod walk;

pub use behind::read_behind;
pub use catalog::{BackupRow, Verifications, VerifiedHow};
pub use local::Local;
pub use pack::{Packing, Written, copy, pack};
pub use pipe::Block;
pub use promise::PromiseRow;
pub use push::Copied;
pub use rebuild::{Reread, rebuild};
pub use recovery::{GROWING, Longest, Recovery, RecoveryNames, copy_slots};
pub use scratch::Scratch;
pub use snapshot::Snapshot;
pub use unpack::{Opened, Source, Unpacked, digest, open, open_any, unpack};

use data_encoding::HEXLOWER;

/// How its manifest ends.
pub const MANIFEST: &str = ".json";

/// What the file of a backup holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// All pages.
    Full,
    /// Those that changed since a full one.
    Delta,
}

impl Form {
    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Full => ".db.zst.age",
            Self::Delta => ".delta.zst.age",
        }
    }
}

pub fn data_name(stem: &str, form: Form) -> String {
    format!("{stem}{}", form.ending())
}

/// What the names of everything that belongs to a backup begin with; none for what is no backup's file.
pub fn data_stem(name: &str) -> Option<&str> {
    let endings = [Form::Full, Form::Delta].map(Form::ending);
    endings.iter().find_map(|ending| name.strip_suffix(ending))
}

pub fn manifest_name(stem: &str) -> String {
    format!("{stem}{MANIFEST}")
}

/// The decrypted page image of a store: a plain SQLite database file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    pub bytes: u64,
    pub page_size: u32,
    pub pages: u64,
    /// Lower-case hex.
    pub sha256: String,
}

fn hex(digest: [u8; 32]) -> String {
    HEXLOWER.encode(&digest)
}

/// A length as the 64 bits that files are counted in.
fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

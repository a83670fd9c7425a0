//! Backups on disk: pages out of a snapshot into a compressed, encrypted file, and back into an encrypted
//! database. Moves bytes and checks them; what a manifest says and who may restore is decided in the domain.

mod catalog;
mod local;
mod pack;
mod pipe;
mod rebuild;
mod recovery;
mod scratch;
mod snapshot;
mod unpack;

pub use catalog::{BackupRow, Verifications, VerifiedHow};
pub use local::Local;
pub use pack::{Packing, Written, copy, pack};
pub use rebuild::rebuild;
pub use recovery::{Recovery, RecoveryNames, copy_slots};
pub use scratch::Scratch;
pub use snapshot::Snapshot;
pub use unpack::{Source, Unpacked, digest, unpack};

use data_encoding::HEXLOWER;

/// How the file of a backup ends.
pub const DATA: &str = ".db.zst.age";
/// How its manifest ends.
pub const MANIFEST: &str = ".json";

pub fn data_name(stem: &str) -> String {
    format!("{stem}{DATA}")
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

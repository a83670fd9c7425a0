//! Keys, randomness, hashes, codes and the Merkle tree. Opens no file and asks nobody.

pub mod fast;
pub mod leaked;
pub mod merkle;
pub mod note;
pub mod otp;
pub mod page;
pub mod password;
pub mod random;
pub mod seal;
pub mod secret;
pub mod stamp;
pub mod wrap;

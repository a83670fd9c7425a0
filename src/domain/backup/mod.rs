//! Backups: what a manifest says, which ones count, how one is made, verified and restored. Streams and files
//! are the store's work.

mod before;
mod chain;
mod copied;
pub mod copy;
pub mod coverage;
pub mod create;
pub mod drill;
pub mod listing;
pub mod manifest;
#[cfg(test)]
mod measure;
mod names;
mod records;
pub mod restore;
pub mod signed;
mod target;
#[cfg(test)]
mod tests;
mod trust;
pub mod verified;
pub mod verify;

pub use create::create;
pub use listing::{Chosen, Item, Listing, Presence};
pub use manifest::Manifest;
pub use target::Target;
pub use trust::{Trust, recover};

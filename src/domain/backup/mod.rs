//! Backups: what a manifest says, which ones count, how one is made, verified and restored. Streams and files
//! are the store's work.

mod absence;
mod before;
pub mod beside;
mod chain;
mod commit;
mod content;
mod copied;
pub mod copy;
pub mod coverage;
pub mod create;
mod delta;
pub mod drill;
pub mod listing;
pub mod manifest;
#[cfg(test)]
mod measure;
mod names;
pub mod pin;
pub mod places;
pub mod prune;
mod reading;
mod records;
pub mod restore;
pub mod retention;
pub mod rewrap;
pub mod signed;
mod target;
#[cfg(test)]
mod tests;
mod trust;
pub mod verified;
pub mod verify;
pub mod watch;

pub use create::create;
pub use listing::{Chosen, Item, Listing, Presence};
pub use manifest::Manifest;
pub use target::{Purpose, Target};
pub use trust::{Trust, recover};

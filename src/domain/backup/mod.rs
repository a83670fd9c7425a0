//! Backups: what a manifest says, which ones count, how one is made, verified and restored. Streams and files
//! are the store's work.

mod absence;
mod before;
pub mod beside;
mod commit;
mod content;
pub mod create;
mod delta;
mod gaps;
pub mod listing;
pub mod manifest;
#[cfg(test)]
mod measure;
pub mod pin;
pub mod places;
pub mod prune;
mod records;
pub mod restore;
pub mod retention;
pub mod rewrap;
mod signed;
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

//! Backups: what a manifest says, which ones count, how one is made, verified and restored. Streams and files
//! are the store's work.

mod before;
pub mod create;
pub mod listing;
pub mod manifest;
#[cfg(test)]
mod measure;
pub mod places;
mod records;
pub mod restore;
mod target;
#[cfg(test)]
mod tests;
mod trust;
pub mod verify;

pub use create::create;
pub use listing::{Chosen, Item, Listing, Presence};
pub use manifest::Manifest;
pub use target::Target;
pub use trust::{Trust, recover};

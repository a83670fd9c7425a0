//! Moving accounts in from what a platform had, and out again. Reads and writes the formats, and keeps the rules
//! of both ways; rows are written by `store::moving`.

mod desk;
mod export;
pub mod format;
mod import;
mod stream;
mod tally;
#[cfg(test)]
mod tests;

pub use export::{Exported, Form, Secrets, Wanted, export, record};
pub use import::{Administrators, IfExists, OnFault, Plan, Source, Tell, import};
pub use stream::digest;
pub use tally::{Outcome, Tally};

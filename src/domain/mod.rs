//! What the policy says: rules and operations. No SQL, no terminal, no sockets.

pub mod audit;
pub mod calendar;
pub mod context;
pub mod deadline;
pub mod doctor;
#[cfg(test)]
pub(crate) mod fixture;
pub mod init;
pub mod key;
pub mod maintenance;
pub mod recover;

pub use context::{Caller, Context, Effort, Via};

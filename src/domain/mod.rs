//! What the policy says: rules and operations. No SQL, no terminal, no sockets.

pub mod account;
pub mod attempts;
pub mod audit;
pub mod auth;
pub mod backup;
pub mod belongings;
pub mod bundle;
pub mod calendar;
pub mod consent;
pub mod context;
pub mod deadline;
pub mod doctor;
pub mod erasure;
pub mod filter;
#[cfg(test)]
pub(crate) mod fixture;
pub mod group;
pub mod hold;
pub mod init;
pub mod key;
pub mod maintenance;
pub mod moving;
pub mod notice;
pub mod operator;
pub mod optout;
pub mod password;
pub mod privacy;
pub mod records;
pub mod recover;
pub mod rectification;
pub mod request;
pub mod restriction;
pub mod retention;
pub mod review;
pub mod rights;
pub mod role;
pub mod sample;
pub mod session;
pub mod source;
pub mod status;
pub mod token;
pub mod two_factor;

pub use context::{Caller, Context, Effort, OsUser, Reach, Via};

//! Rows and files of the encrypted store. The only floor with SQL; asks nobody and decides nothing.

pub mod account;
pub mod attempt;
pub mod audit;
pub mod backup;
pub mod check;
pub mod create;
pub mod credential;
pub mod factor;
pub mod file;
pub mod folder;
pub mod group;
pub mod history;
pub mod journal;
pub mod keyring;
pub mod lock;
pub mod master;
pub mod migrate;
pub mod notice;
pub mod open;
pub mod operator;
pub mod overview;
pub mod replace;
pub mod request;
pub mod role;
pub mod session;
pub mod slot;
mod sql;
pub mod stats;
pub mod subject;
pub mod tx;

pub use open::Store;
pub use tx::{Mode, Tx};

//! optimactl: keeps the promises of a platform's security policy. The floors of the house, lowest first;
//! imports go down only (see docs/house.md).

pub mod base;
pub mod crypto;
pub mod domain;
pub mod store;

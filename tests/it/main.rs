//! The one integration binary: black-box tests through the program, and tests of the house itself. Hermetic:
//! empty environment, own home, fixed time and seed, cheap password hashing.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::format_push_string,
    clippy::string_slice,
    clippy::too_many_lines,
    reason = "helpers of tests stop the test"
)]

mod acceptance;
mod account;
mod audit_cut;
mod audit_erase;
mod audit_export;
mod audit_foreign;
mod backup;
mod backup_apart;
mod backup_delta;
mod backup_prune;
mod backup_schedule;
mod bundle;
mod by_hand;
mod cmd;
mod contract;
mod dependencies;
mod doctor;
mod door_pam;
mod doors;
mod erasure;
mod examples;
mod exit_codes;
mod generated;
mod group;
mod guard;
mod hashes;
mod help;
mod hints;
mod house;
mod ingest;
mod key;
mod lists;
mod moving;
mod old_formats;
mod operator;
mod password;
mod rectify;
mod remote;
mod request;
mod restore;
mod rewrap;
mod rights;
mod role;
mod sandbox;
mod session;
mod shell;
mod source;
mod token;
mod tree;
mod two_factor;
mod unlockers;
mod verify;
mod witness;

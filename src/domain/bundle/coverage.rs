//! Where each table of the data map is told, or why it is not. `not-included.txt` is made from it; a test holds the two
//! and the map together.

/// What becomes of a table in a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Told in this file, by an allow-list of columns.
    In(&'static str),
    /// Left out, for this reason.
    Left(&'static str),
}

use Fate::{In, Left};

const COUNTERS: &str = "Counters of failed sign-ins, which hold sign-ins back for a while; the sign-ins themselves are told.";
const PROOFS: &str = "The log's own bookkeeping: numbers and keyed digests that mean nothing outside of it. What it says of you is told.";
const JOURNAL: &str = "The journal of rights, which repeats what is told here, so that a restored backup keeps to it.";
const ASKED: &str =
    "When each data source was asked and whether it answered; what it holds about you is told.";
const WRONG: &str = "Keyed digests of values that were wrong, so that they do not come back; that they were put right is told.";
const ERASURE: &str = "The record of an erasure is handed out as a certificate of its own.";

/// Every table that holds data of a person.
pub(super) const TABLES: &[(&str, Fate)] = &[
    ("account", In("account.csv")),
    ("password", In("security.csv")),
    ("password_history", In("security.csv")),
    ("password_code", In("security.csv")),
    ("factor", In("security.csv")),
    ("recovery_code", In("security.csv")),
    ("enroll_code", In("security.csv")),
    ("factor_deadline", In("security.csv")),
    ("token", In("tokens.csv")),
    ("attempt", Left(COUNTERS)),
    ("account_role", In("roles.csv")),
    ("group_member", In("groups.csv")),
    ("operator", In("groups.csv")),
    ("session", In("sessions.csv")),
    ("notice", In("notices.csv")),
    ("consent", In("consents.csv")),
    ("restriction", In("limits.csv")),
    ("optout", In("choices.csv")),
    ("hold", In("limits.csv")),
    ("request", In("requests.csv")),
    ("request_step", In("request-steps.csv")),
    ("request_pause", In("request-steps.csv")),
    ("bundle", In("bundles.csv")),
    ("source_run", Left(ASKED)),
    ("rectified", Left(WRONG)),
    ("erasure", Left(ERASURE)),
    ("event", In("activity.csv")),
    ("disclosure", In("activity.csv")),
    ("pseudonym", Left(PROOFS)),
    ("dictionary", Left(PROOFS)),
    ("standing", Left(JOURNAL)),
    ("event_key", Left(PROOFS)),
    ("told_key", Left(PROOFS)),
    ("ingest_key", Left(PROOFS)),
];

/// The reasons for what is left out, each with its tables.
pub(super) fn left() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut reasons: Vec<(&str, Vec<&str>)> = vec![];
    for (table, fate) in TABLES {
        let Left(reason) = fate else {
            continue;
        };
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, tables)) => tables.push(table),
            None => reasons.push((reason, vec![table])),
        }
    }
    reasons
}

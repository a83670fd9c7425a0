//! What an import came to, in numbers and first faults.

use std::collections::BTreeMap;

use super::format::{Fault, Reason, Row};
use crate::base::clock::Time;
use crate::base::error::{Error, Kind};
use crate::base::text::count;

/// How many faults an error tells of.
const TOLD: usize = 10;
/// How many kinds of things that are no accounts are told apart.
const MOST_KINDS: usize = 20;

/// What became of a row that was not simply taken as a new account.
pub struct Outcome<'a> {
    pub line: u64,
    pub name: Option<&'a str>,
    /// `updated`, `unchanged`, `skipped`, `restricted`, `failed`, `passed`.
    pub outcome: &'static str,
    pub field: Option<&'a str>,
    pub error: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Rows that were looked at, faulty ones included.
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
    pub skipped: u64,
    /// Accounts that were to be changed and are restricted.
    pub restricted: u64,
    pub failed: u64,
    /// What stood in the file and is no account.
    pub passed: BTreeMap<String, u64>,
    /// Parts of accounts that have no place here.
    pub untaken: BTreeMap<&'static str, u64>,
    /// Hashes that were taken, by scheme.
    pub schemes: BTreeMap<&'static str, u64>,
    pub weak: u64,
    pub without_password: u64,
    pub without_email: u64,
    pub factors: u64,
    /// Passwords that the file wants changed at once, and by when that is.
    pub must_change: u64,
    pub change_by: Option<Time>,
    pub roles_left: u64,
    pub groups_left: u64,
    pub hashes_left: u64,
    /// Rows with second factors for accounts that were there: they keep their own.
    pub factors_kept: u64,
    pub faults: Vec<Fault>,
    /// Rows that an earlier run of the same file had done.
    pub resumed: u64,
    /// The first and the last event; none in a dry run.
    pub first_event: Option<u64>,
    pub last_event: Option<u64>,
    pub batches: u64,
    pub file_sha256: String,
    /// For how long sign-ins waited, at most.
    pub seconds: f64,
    not_taken: u64,
    not_allowed: u64,
}

impl Tally {
    pub(super) fn fault(&mut self, fault: Fault) {
        self.failed += 1;
        match fault.reason {
            Reason::Taken => self.not_taken += 1,
            Reason::Rule => self.not_allowed += 1,
            Reason::Value => {}
        }
        if self.faults.len() < TOLD {
            self.faults.push(fault);
        }
    }

    pub(super) fn pass(&mut self, what: String) {
        let what = if self.passed.len() < MOST_KINDS || self.passed.contains_key(&what) {
            what
        } else {
            "other things".to_owned()
        };
        *self.passed.entry(what).or_default() += 1;
    }

    pub(super) fn took(&mut self, row: &Row) {
        match &row.hash {
            Some(hash) => {
                *self.schemes.entry(hash.scheme).or_default() += 1;
                self.weak += u64::from(hash.weak);
            }
            None => self.without_password += 1,
        }
        self.without_email += u64::from(row.email.is_none());
        for what in &row.untaken {
            *self.untaken.entry(what).or_default() += 1;
        }
    }

    /// Counts a password that was taken and that the file wants changed at once.
    pub(super) fn demanded(&mut self, row: &Row, change_by: Time) {
        if row.require_change == Some(change_by) {
            self.must_change += 1;
            self.change_by = Some(change_by);
        }
    }

    /// Adds what a batch came to.
    pub(super) fn add(&mut self, part: Self) {
        self.rows += part.rows;
        self.created += part.created;
        self.updated += part.updated;
        self.unchanged += part.unchanged;
        self.skipped += part.skipped;
        self.restricted += part.restricted;
        self.failed += part.failed;
        self.weak += part.weak;
        self.without_password += part.without_password;
        self.without_email += part.without_email;
        self.factors += part.factors;
        self.must_change += part.must_change;
        self.change_by = self.change_by.or(part.change_by);
        self.roles_left += part.roles_left;
        self.groups_left += part.groups_left;
        self.hashes_left += part.hashes_left;
        self.factors_kept += part.factors_kept;
        self.resumed += part.resumed;
        for (what, number) in part.passed {
            *self.passed.entry(what).or_default() += number;
        }
        for (what, number) in part.untaken {
            *self.untaken.entry(what).or_default() += number;
        }
        for (scheme, number) in part.schemes {
            *self.schemes.entry(scheme).or_default() += number;
        }
        let room = TOLD.saturating_sub(self.faults.len());
        self.faults.extend(part.faults.into_iter().take(room));
        self.batches += 1;
    }

    /// The refusal of a file, or of a batch behind others, of which some rows cannot be taken.
    pub(super) fn refusal(&self, counts: &str, earlier: u64) -> Error {
        let kind = match self.failed {
            failed if failed == self.not_taken => Kind::Conflict,
            failed if failed == self.not_allowed => Kind::Refused,
            _ => Kind::Usage,
        };
        let mut error = Error::new(
            kind,
            format!(
                "{} cannot be taken; {}",
                count(self.failed, "row"),
                if earlier == 0 {
                    "nothing was changed"
                } else {
                    "nothing of this batch was changed"
                }
            ),
        );
        for fault in &self.faults {
            error = error.detail(fault.told(counts));
        }
        let more = self
            .failed
            .saturating_sub(u64::try_from(self.faults.len()).unwrap_or(u64::MAX));
        if more > 0 {
            error = error.detail(format!("and {more} more"));
        }
        error.hint(match kind {
            Kind::Conflict => "leave what is there with `--if-exists skip`, change it with `--if-exists update`, or take the other rows with `--continue-on-error`",
            _ => "mend the rows, or take the others with `--continue-on-error`; `--report FILE` lists every one",
        })
    }
}

//! A row in the making: every value is checked as it comes, under the rules of the store's own types.

use super::fault::{Fault, shown};
use super::field::Field;
use super::hash::{self, Given, Hash};
use super::otp::Otp;
use super::value::{display_name, email, kind, name, not_truth, time, truth, words};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::domain::account::Region;
use crate::store::account::AccountKind;

/// The longest value, in bytes; a hash may be longer.
const LONGEST_VALUE: usize = 1024;
const LONGEST_HASH: usize = 4096;
const MOST_FACTORS: usize = 10;

/// A text, and the form in which it is compared.
#[derive(Clone, Debug)]
pub struct Keyed {
    pub text: String,
    pub key: String,
}

/// Whether the source bars the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    Enabled,
    Disabled(Time),
}

/// An account as a file tells of it. What is absent is not told.
pub struct Row {
    pub line: u64,
    pub name: Keyed,
    pub email: Option<Keyed>,
    pub display_name: Option<String>,
    pub kind: Option<AccountKind>,
    pub region: Option<String>,
    pub created: Option<Time>,
    pub expires: Option<Time>,
    pub bar: Option<Bar>,
    pub locked_until: Option<Time>,
    pub lock_reason: Option<String>,
    pub last_sign_in: Option<Time>,
    pub roles: Vec<String>,
    pub groups: Vec<String>,
    pub hash: Option<Hash>,
    pub require_change: Option<Time>,
    pub factors: Vec<Otp>,
    /// Credentials and other parts of it that have no place here.
    pub untaken: Vec<&'static str>,
}

pub(super) struct Draft {
    line: u64,
    now: Time,
    name: Option<Keyed>,
    first: Option<String>,
    last: Option<String>,
    row: Parts,
    fault: Option<Box<Fault>>,
}

/// What may stay empty.
#[derive(Default)]
struct Parts {
    email: Option<Keyed>,
    display_name: Option<String>,
    kind: Option<AccountKind>,
    region: Option<String>,
    created: Option<Time>,
    expires: Option<Time>,
    bar: Option<Bar>,
    locked_until: Option<Time>,
    lock_reason: Option<String>,
    last_sign_in: Option<Time>,
    roles: Vec<String>,
    groups: Vec<String>,
    hash: Option<Hash>,
    require_change: Option<Time>,
    factors: Vec<Otp>,
    untaken: Vec<&'static str>,
}

impl Draft {
    pub(super) fn new(line: u64, now: Time) -> Self {
        Self {
            line,
            now,
            name: None,
            first: None,
            last: None,
            row: Parts::default(),
            fault: None,
        }
    }

    pub(super) const fn has_name(&self) -> bool {
        self.name.is_some()
    }

    pub(super) const fn has_hash(&self) -> bool {
        self.row.hash.is_some()
    }

    pub(super) const fn has_display_name(&self) -> bool {
        self.row.display_name.is_some()
    }

    /// Takes what stands under `source`. An empty value says nothing; the first fault stays.
    pub(super) fn put(&mut self, source: &str, field: Field, value: &str) {
        if value.is_empty() || field == Field::Ignored || self.fault.is_some() {
            return;
        }
        if let Err(error) = self.set(field, value) {
            self.fail(source, &error);
        }
    }

    /// Notes that the row cannot be taken.
    pub(super) fn fail(&mut self, source: &str, error: &Error) {
        if self.fault.is_none() {
            self.fault = Some(Box::new(Fault::of(self.line, error).field(source)));
        }
    }

    pub(super) fn bar(&mut self, bar: Bar) {
        self.row.bar = Some(bar);
    }

    pub(super) fn time(&mut self, source: &str, field: Field, time: Option<Time>) {
        match time {
            Some(time) => self.set_time(field, time),
            None => self.fail(source, &Error::usage("the number is not a time")),
        }
    }

    pub(super) fn kind(&mut self, kind: AccountKind) {
        self.row.kind = Some(kind);
    }

    pub(super) fn otp(&mut self, source: &str, otp: Result<Otp>) {
        match otp {
            Ok(_) if self.row.factors.len() >= MOST_FACTORS => {
                self.fail(
                    source,
                    &Error::usage("the account has more than 10 second factors"),
                );
            }
            Ok(otp) => self.row.factors.push(otp),
            Err(error) => self.fail(source, &error),
        }
    }

    pub(super) fn untaken(&mut self, what: &'static str) {
        self.row.untaken.push(what);
    }

    /// Takes a hash that was read already; one that cannot be read is a fault.
    pub(super) fn given(&mut self, source: &str, given: Result<Given>) {
        match given {
            Ok(Given::Hash(hash)) => self.row.hash = Some(hash),
            Ok(Given::Unusable) => {}
            Err(error) => self.fail(source, &error),
        }
    }

    pub(super) fn require_change(&mut self) {
        self.row.require_change = Some(super::change_by(self.now));
    }

    fn set(&mut self, field: Field, value: &str) -> Result<()> {
        let most = if field == Field::Hash {
            LONGEST_HASH
        } else {
            LONGEST_VALUE
        };
        if value.len() > most {
            return Err(Error::usage(format!(
                "the value is longer than {most} bytes"
            )));
        }
        match field {
            Field::Name => self.name = Some(name(value)?),
            Field::Email => self.row.email = Some(email(value)?),
            Field::DisplayName => self.row.display_name = Some(display_name(value)?),
            Field::FirstName => self.first = Some(display_name(value)?),
            Field::LastName => self.last = Some(display_name(value)?),
            Field::LockReason => self.row.lock_reason = Some(display_name(value)?),
            Field::Kind => self.row.kind = Some(kind(value)?),
            Field::Region => self.row.region = Some(Region::new(value)?.as_str().to_owned()),
            Field::Created
            | Field::Expires
            | Field::LockedUntil
            | Field::LastSignIn
            | Field::RequireChange => {
                self.set_time(field, time(value)?);
            }
            Field::Disabled => self.row.bar = Some(self.disabled(value)?),
            Field::Enabled => self.row.bar = Some(self.enabled(value)?),
            Field::State => self.row.bar = self.state(value)?.or(self.row.bar),
            Field::Roles => words(&mut self.row.roles, value, "a role")?,
            Field::Groups => words(&mut self.row.groups, value, "a group")?,
            Field::Hash => {
                let read = hash::read(value);
                if let Given::Hash(hash) = read? {
                    self.row.hash = Some(hash);
                }
            }
            Field::Otp => {
                return Err(Error::usage("a second factor does not fit into a text")
                    .hint("`jsonl` takes a list of objects: `{\"secret\":\"…\",\"algorithm\":\"SHA1\",\"digits\":6,\"period\":30}`"));
            }
            Field::Ignored => {}
        }
        Ok(())
    }

    fn set_time(&mut self, field: Field, time: Time) {
        match field {
            Field::Created => self.row.created = Some(time),
            Field::Expires => self.row.expires = Some(time),
            Field::LockedUntil => self.row.locked_until = Some(time),
            Field::LastSignIn => self.row.last_sign_in = Some(time),
            Field::RequireChange => self.row.require_change = Some(time),
            _ => {}
        }
    }

    /// A word for yes or no, or since when.
    fn disabled(&self, value: &str) -> Result<Bar> {
        match truth(value) {
            Some(true) => Ok(Bar::Disabled(self.now)),
            Some(false) => Ok(Bar::Enabled),
            None => time(value).map(Bar::Disabled).map_err(|_| not_truth(value)),
        }
    }

    fn enabled(&self, value: &str) -> Result<Bar> {
        match truth(value) {
            Some(true) => Ok(Bar::Enabled),
            Some(false) => Ok(Bar::Disabled(self.now)),
            None => Err(not_truth(value)),
        }
    }

    fn state(&self, value: &str) -> Result<Option<Bar>> {
        match value.to_ascii_lowercase().as_str() {
            "enabled" | "active" => Ok(Some(Bar::Enabled)),
            "disabled" | "inactive" | "suspended" | "blocked" => Ok(Some(Bar::Disabled(self.now))),
            // Told by their own times.
            "locked" | "expired" => Ok(None),
            _ => Err(
                Error::usage(format!("`{}` is no state", shown(value))).hint(
                    "accepted: `enabled`, `active`, `disabled`, `inactive`, `suspended`, `blocked`",
                ),
            ),
        }
    }

    pub(super) fn finish(self) -> Result<Row, Box<Fault>> {
        let Some(name) = self.name else {
            let fault = self.fault.unwrap_or_else(|| {
                Box::new(Fault::new(self.line, "the account has no name").field("name"))
            });
            return Err(fault);
        };
        if let Some(fault) = self.fault {
            return Err(Box::new(fault.named(&name.text)));
        }
        let row = self.row;
        let display_name = row.display_name.or_else(|| joined(self.first, self.last));
        Ok(Row {
            line: self.line,
            name,
            email: row.email,
            display_name,
            kind: row.kind,
            region: row.region,
            created: row.created,
            expires: row.expires,
            bar: row.bar,
            locked_until: row.locked_until,
            lock_reason: row.lock_reason,
            last_sign_in: row.last_sign_in,
            roles: row.roles,
            groups: row.groups,
            hash: row.hash,
            require_change: row.require_change,
            factors: row.factors,
            untaken: row.untaken,
        })
    }
}

fn joined(first: Option<String>, last: Option<String>) -> Option<String> {
    match (first, last) {
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        (one, other) => one.or(other),
    }
}

//! What becomes of one row: a new account, a change, a skip or a fault. Works inside the import's transaction.

mod rectified;
mod refused;
mod update;
mod words;

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::id::{number_of, numbered};
use crate::base::text::safe;
use crate::domain::moving::format::{Bar, Fault, Field, Item, Row, change_by};
use crate::domain::moving::import::{IfExists, OnFault, Plan, Tell};
use crate::domain::moving::tally::{Outcome, Tally};
use crate::domain::{Context, role};
use crate::store::Tx;
use crate::store::moving::{BulkFactor, BulkRow};
use refused::{again, conflict, taken};

/// An odd number whose multiples lie far apart (2^64 over the golden ratio).
const STRIDE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Names of roles and groups that are kept in mind.
const MOST_WORDS: usize = 10_000;

/// What goes on from batch to batch.
pub(super) struct Run {
    /// With which the ids of all accounts of this import begin.
    pub(super) start: u64,
    /// Accounts that were there before, and the row that named them: a second one is a duplicate.
    hit: HashMap<u64, u64>,
    hasher: RandomState,
}

impl Run {
    pub(super) fn new(ctx: &Context) -> Result<Self> {
        // The log grows with every import: also where a seed repeats what is drawn, no two begin alike.
        let size = ctx.store.read(|tx| tx.tree())?.size();
        let drawn = u64::from_be_bytes(ctx.random.bytes()?);
        Ok(Self {
            start: drawn.wrapping_add(size.wrapping_mul(STRIDE)) >> 24,
            hit: HashMap::new(),
            hasher: RandomState::new(),
        })
    }

    /// The row that named this account first, if another one did.
    fn named_before(&mut self, id: &str, line: u64) -> Option<u64> {
        let key = self.hasher.hash_one(id);
        self.hit.insert(key, line)
    }
}

/// One transaction's view of the store.
pub(super) struct Desk<'a> {
    ctx: &'a Context,
    tx: &'a Tx<'a>,
    plan: &'a Plan,
    now: Time,
    /// The number that this transaction's event will have.
    seq: u64,
    /// Whether a name can be the same as an address.
    crossing: bool,
    /// Whether any value was ever put right.
    rectified: bool,
    /// Roles and groups that files named, and why one is not to be had.
    words: HashMap<String, Option<Fault>>,
    /// Administrators before the first account was changed.
    before: Option<role::Administrators>,
    pub(super) tally: Tally,
}

impl<'a> Desk<'a> {
    pub(super) fn open(ctx: &'a Context, tx: &'a Tx<'a>, plan: &'a Plan) -> Result<Self> {
        for name in &plan.roles {
            role::find(tx, name)?;
        }
        for name in &plan.groups {
            if !tx.group_is_there(name)? {
                return Err(Error::not_found(format!(
                    "there is no group `{}`",
                    safe(name)
                )));
            }
        }
        let desk = Self {
            ctx,
            tx,
            plan,
            now: ctx.now(),
            seq: tx.tree()?.size(),
            crossing: tx.has_names_like_addresses()?,
            rectified: tx.has_rectified()?,
            words: HashMap::new(),
            before: None,
            tally: Tally::default(),
        };
        desk.require_given()?;
        Ok(desk)
    }

    /// Ends the transaction's work, before which so many rows were taken; a fault that undoes all comes out here.
    pub(super) fn close(self, earlier: u64) -> Result<Tally> {
        if self.tally.failed > 0 && self.plan.on_fault == OnFault::Undo {
            return Err(self.tally.refusal(self.plan.format.counts(), earlier));
        }
        if let Some(before) = self.before {
            role::guard(self.tx, self.now, before)?;
        }
        Ok(self.tally)
    }

    pub(super) fn take(&mut self, item: Item, run: &mut Run, tell: &mut Tell<'_>) -> Result<()> {
        match item {
            Item::Row(row) => {
                self.tally.rows += 1;
                match self.row(&row, run)? {
                    Ok("created") => Ok(()),
                    Ok(outcome) => tell(&Outcome {
                        line: row.line,
                        name: Some(&row.name.text),
                        outcome,
                        field: None,
                        error: None,
                    }),
                    Err(fault) => self.fault(*fault, tell),
                }
            }
            Item::Fault(fault) => {
                self.tally.rows += 1;
                self.fault(*fault, tell)
            }
            Item::Passed { line, what } => {
                tell(&Outcome {
                    line,
                    name: None,
                    outcome: "passed",
                    field: None,
                    error: Some(what.clone()),
                })?;
                self.tally.pass(what);
                Ok(())
            }
        }
    }

    fn fault(&mut self, fault: Fault, tell: &mut Tell<'_>) -> Result<()> {
        tell(&Outcome {
            line: fault.line,
            name: fault.name.as_deref(),
            outcome: "failed",
            field: fault.field.as_deref(),
            error: Some(fault.problem.clone()),
        })?;
        self.tally.fault(fault);
        Ok(())
    }

    /// The outer error is the store's, the inner one the row's.
    fn row(&mut self, row: &Row, run: &mut Run) -> Result<Result<&'static str, Box<Fault>>> {
        if let Some(fault) = self.crosses(row)? {
            return Ok(Err(fault));
        }
        if let Some(fault) = self.unknown_words(row)? {
            return Ok(Err(fault));
        }
        if let Some(fault) = self.comes_back(row)? {
            return Ok(Err(fault));
        }
        let id = numbered("acc", run.start, row.line);
        if self.insert(&id, row)? {
            self.crossing |= row.name.key.contains('@');
            self.complete(&id, row)?;
            self.tally.created += 1;
            self.tally.took(row);
            return Ok(Ok("created"));
        }
        self.existing(row, run)
    }

    /// A name that is another account's address, or an address that is another's name: who types it would reach
    /// somebody else.
    fn crosses(&self, row: &Row) -> Result<Option<Box<Fault>>> {
        if row.name.key.contains('@')
            && let Some(other) = self.tx.id_with_email(&row.name.key)?
            && Some(&other) != self.tx.id_named(&row.name.key)?.as_ref()
        {
            return Ok(Some(Box::new(taken(row, "name", &row.name.text, &other))));
        }
        let Some(email) = row
            .email
            .as_ref()
            .filter(|email| self.crossing && email.key != row.name.key)
        else {
            return Ok(None);
        };
        let other = self.tx.id_named(&email.key)?;
        Ok(other.map(|other| Box::new(taken(row, "email", &email.text, &other))))
    }

    fn insert(&self, id: &str, row: &Row) -> Result<bool> {
        let disabled = match row.bar {
            Some(Bar::Disabled(since)) => Some(since),
            Some(Bar::Enabled) | None => None,
        };
        self.tx.import_account(&BulkRow {
            id,
            name: &row.name.text,
            name_key: &row.name.key,
            email: row.email.as_ref().map(|email| email.text.as_str()),
            email_key: row.email.as_ref().map(|email| email.key.as_str()),
            display_name: row.display_name.as_deref(),
            kind: row.kind.unwrap_or_default().as_str(),
            region: row.region.as_deref(),
            created: row.created.unwrap_or(self.now),
            changed: self.now,
            expires: row.expires,
            disabled,
            locked_until: row.locked_until,
            lock_reason: row.lock_reason.as_deref(),
            last_sign_in: row.last_sign_in,
            imported: self.seq,
        })
    }

    /// What a new account has besides its row.
    fn complete(&mut self, id: &str, row: &Row) -> Result<()> {
        if let Some(hash) = &row.hash {
            self.tx
                .import_password(id, &hash.text, row.require_change, self.now)?;
            self.tally.demanded(row, change_by(self.plan.options.now));
        }
        for factor in &row.factors {
            let factor = BulkFactor {
                id: &self.ctx.random.id("fac")?,
                secret: &factor.secret,
                algorithm: factor.algorithm,
                digits: factor.digits,
                period: factor.period,
            };
            self.tx.import_factor(id, &factor, self.now)?;
            self.tally.factors += 1;
        }
        self.grant(id, row).map(drop)
    }

    /// Roles and groups that the plan names, and those of the file where the map asks for them.
    fn grant(&mut self, id: &str, row: &Row) -> Result<bool> {
        let mut changed = false;
        for name in &self.plan.roles {
            changed |= self.tx.grant_role(id, name, self.now)?;
        }
        for name in &self.plan.groups {
            changed |= self.tx.import_member(name, id, self.now)?;
        }
        if self.asks_for(Field::Roles) {
            for name in &row.roles {
                changed |= self.tx.grant_role(id, name, self.now)?;
            }
        } else {
            self.tally.roles_left += u64::from(!row.roles.is_empty());
        }
        if self.asks_for(Field::Groups) {
            for name in &row.groups {
                changed |= self.tx.import_member(name, id, self.now)?;
            }
        } else {
            self.tally.groups_left += u64::from(!row.groups.is_empty());
        }
        Ok(changed)
    }

    fn asks_for(&self, field: Field) -> bool {
        self.plan.options.mapping.asks_for(field)
    }

    /// A role or group of the file that is not there, or that a file may not give.
    fn unknown_words(&mut self, row: &Row) -> Result<Option<Box<Fault>>> {
        for (field, names) in [(Field::Roles, &row.roles), (Field::Groups, &row.groups)] {
            if !self.asks_for(field) {
                continue;
            }
            for name in names {
                let key = format!("{} {name}", field.as_str());
                if !self.words.contains_key(&key) {
                    // A file that names ever more of them must not fill the memory.
                    if self.words.len() >= MOST_WORDS {
                        self.words.clear();
                    }
                    let judged = self.judge(field, name)?;
                    self.words.insert(key.clone(), judged);
                }
                if let Some(Some(fault)) = self.words.get(&key) {
                    let fault = Fault {
                        line: row.line,
                        ..fault.clone()
                    };
                    return Ok(Some(Box::new(fault.named(&row.name.text))));
                }
            }
        }
        Ok(None)
    }

    /// The name or the address is taken: by a row of this file, or by an account that was there.
    fn existing(&mut self, row: &Row, run: &mut Run) -> Result<Result<&'static str, Box<Fault>>> {
        let Some(old) = self.tx.account_named(&row.name.key)? else {
            return Ok(Err(Box::new(self.address_taken(row, run)?)));
        };
        if let Some(first) = of_this_run(run, &old.id) {
            return Ok(Err(Box::new(again(self.plan, row, "name", first))));
        }
        if let Some(first) = run.named_before(&old.id, row.line) {
            return Ok(Err(Box::new(again(self.plan, row, "name", first))));
        }
        if old.removed.is_some() {
            let problem = format!(
                "`{}` belongs to a removed account; bring it back with `optimactl account restore {}`",
                safe(&row.name.text),
                old.id
            );
            return Ok(Err(Box::new(conflict(row, "name", problem))));
        }
        // What is only stored is not written over (GDPR Art. 18(2)).
        if self.plan.if_exists == IfExists::Update && old.restricted.is_some() {
            self.tally.restricted += 1;
            return Ok(Ok("restricted"));
        }
        match self.plan.if_exists {
            IfExists::Fail => {
                let problem = format!("there is an account `{}` already", safe(&row.name.text));
                Ok(Err(Box::new(conflict(row, "name", problem))))
            }
            IfExists::Skip => {
                self.tally.skipped += 1;
                Ok(Ok("skipped"))
            }
            IfExists::Update => self.update(row, &old),
        }
    }

    fn address_taken(&self, row: &Row, run: &Run) -> Result<Fault> {
        let email = row
            .email
            .as_ref()
            .ok_or_else(|| Error::bug("a row without an address met one that is taken"))?;
        let Some(other) = self.tx.id_with_email(&email.key)? else {
            return Err(Error::bug("a row was refused for no reason"));
        };
        Ok(match of_this_run(run, &other) {
            Some(first) => again(self.plan, row, "email", first),
            None => taken(row, "email", &email.text, &other),
        })
    }
}

/// The row of this import that made the account.
fn of_this_run(run: &Run, id: &str) -> Option<u64> {
    let (start, line) = number_of(id)?;
    (start == run.start).then_some(line)
}

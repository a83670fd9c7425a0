//! Dormant accounts: who has not signed in for a time, or never since the account was made. Found by an index,
//! disabled in one transaction. The last administrator is left out, so that one account does not hold up the
//! rest.

use super::list::Filter;
use super::{Removed, list};
use crate::base::clock::{Time, from_micros};
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::domain::Context;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::role;
use crate::store::Tx;
use crate::store::account::{
    AccountKind, AccountOrder, AccountRow, Ask, Column, Compare, Condition, Going, Listing,
};

/// Which accounts are dormant.
pub struct Sweep {
    /// Longer ago than this was the last sign-in.
    pub inactive: Period,
    /// An account that never signed in was made longer ago than this.
    pub never: Period,
    /// How long before it falls due an account is named already.
    pub warn: Option<Period>,
    pub filter: Option<Filter>,
    pub kind: AccountKind,
    /// Holders of these stay.
    pub exclude: Vec<String>,
    /// More than so many are refused.
    pub max: Option<u64>,
}

/// Why an account is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Inactive,
    NeverSignedIn,
    /// It will be dormant from then on.
    Soon(Time),
}

impl Why {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inactive => "inactive",
            Self::NeverSignedIn => "never-signed-in",
            Self::Soon(_) => "soon",
        }
    }
}

/// A dormant account.
#[derive(Clone, Debug)]
pub struct Idle {
    pub id: String,
    pub name: String,
    pub created: Time,
    pub last_sign_in: Option<Time>,
    pub why: Why,
    pub done: Done,
}

/// What was done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Nothing,
    /// With the number of its event; none in a dry run.
    Disabled(Option<u64>),
    /// It is the last account that can administer the store.
    Kept,
}

impl Sweep {
    /// The accounts that may be dormant at `at`; an enabling or import since then is looked at one by one.
    fn condition(&self, at: Time) -> Condition {
        let before = |column, period: &Period| {
            let micros = period.before(at).timestamp_micros();
            Condition::Holds(column, Ask::Time(Compare::Less, micros, micros))
        };
        let word =
            |column, word: &str| Condition::Holds(column, Ask::Text(Compare::Is, word.to_owned()));
        let absent = |column| Condition::Holds(column, Ask::Absent);
        let never = vec![
            absent(Column::LastSignIn),
            before(Column::Created, &self.never),
        ];
        let mut parts = vec![
            list::condition(self.filter.as_ref(), Removed::Hidden),
            absent(Column::Disabled),
            word(Column::Kind, self.kind.as_str()),
            Condition::Any(vec![
                before(Column::LastSignIn, &self.inactive),
                Condition::All(never),
            ]),
        ];
        parts.extend(self.exclude.iter().map(|role| {
            let folded = crate::base::text::folded(role);
            Condition::Not(Box::new(word(Column::Role, &folded)))
        }));
        Condition::All(parts)
    }

    /// Why an account is to be named now. Enabling it counts as a sign of life: else the next night would
    /// disable again what somebody enabled for its holder. So does its import: what its file tells of sign-ins
    /// ended where it came from, and nobody could sign in here before.
    fn judge(&self, tx: &Tx<'_>, row: &AccountRow, now: Time) -> Result<Option<Why>> {
        let imported = match row.imported {
            Some(seq) => tx.recorded_micros(seq)?.map(from_micros).transpose()?,
            None => None,
        };
        let alive = imported.max(tx.last_enabled(&row.id)?);
        let (seen, period, why) = match row.last_sign_in {
            None => (row.created, &self.never, Why::NeverSignedIn),
            Some(seen) => (seen, &self.inactive, Why::Inactive),
        };
        let due = period.after(alive.map_or(seen, |at| at.max(seen)));
        if due < now {
            return Ok(Some(why));
        }
        let warned = self
            .warn
            .as_ref()
            .is_some_and(|warn| warn.before(due) < now);
        Ok(warned.then_some(Why::Soon(due)))
    }

    fn find(&self, ctx: &Context, tx: &Tx<'_>) -> Result<Vec<Idle>> {
        for role in &self.exclude {
            role::find(tx, role)?;
        }
        let now = ctx.now();
        let listing = Listing {
            condition: self.condition(self.warn.as_ref().map_or(now, |warn| warn.after(now))),
            order: AccountOrder::default(),
            after: None,
            limit: None,
            now,
        };
        let mut found = vec![];
        tx.each_found(&listing, &mut |account| {
            let Some(row) = tx.account(&account.place.id)? else {
                return Ok(Going::On);
            };
            if let Some(why) = self.judge(tx, &row, now)? {
                found.push(Idle {
                    id: row.id,
                    name: row.name,
                    created: row.created,
                    last_sign_in: row.last_sign_in,
                    why,
                    done: Done::Nothing,
                });
            }
            Ok(Going::On)
        })?;
        self.bounded(&found)?;
        Ok(found)
    }

    fn bounded(&self, found: &[Idle]) -> Result<()> {
        let due = |idle: &&Idle| !matches!(idle.why, Why::Soon(_));
        let size = u64::try_from(found.iter().filter(due).count()).unwrap_or(u64::MAX);
        match self.max {
            Some(max) if size > max => Err(Error::refused(format!(
                "{size} accounts are dormant, more than the {max} of `--max`"
            ))
            .hint("look at them with `--action report`, or raise `--max`")),
            _ => Ok(()),
        }
    }
}

/// Names dormant accounts, by name, and changes nothing. The look is recorded.
pub fn dormant(ctx: &Context, sweep: &Sweep) -> Result<Vec<Idle>> {
    audit::read(ctx, Event::new("account.sweep"), |tx, event| {
        let found = sweep.find(ctx, tx)?;
        event.set("count", found.len());
        Ok(found)
    })
}

/// Disables dormant accounts and revokes their sessions, all in one transaction with an event for each.
pub fn sweep(ctx: &Context, sweep: &Sweep) -> Result<Vec<Idle>> {
    let event = Event::new("account.disable")
        .severity(Severity::Medium)
        .field("what", "sweep");
    audit::change_many(ctx, event, |tx, batch| {
        let now = ctx.now();
        let mut found = sweep.find(ctx, tx)?;
        let administrators = role::administrators(tx, now)?;
        for idle in &mut found {
            if matches!(idle.why, Why::Soon(_)) {
                continue;
            }
            let row = super::find(tx, &idle.id)?;
            disable(tx, &row, Some(now), now)?;
            match role::guard(tx, now, administrators) {
                Ok(()) => {}
                // The last one stays, and the others go.
                Err(error) if error.kind == Kind::Refused => {
                    disable(tx, &super::find(tx, &idle.id)?, None, now)?;
                    idle.done = Done::Kept;
                    continue;
                }
                Err(error) => return Err(error),
            }
            tx.revoke_sessions(&row.id, None, "swept", now)?;
            batch.event.set_target(&row.id);
            batch.event.set("kind", idle.why.as_str());
            batch.event.set("changed", true);
            idle.done = Done::Disabled(batch.record(tx)?);
        }
        Ok(found)
    })
}

fn disable(tx: &Tx<'_>, row: &AccountRow, since: Option<Time>, now: Time) -> Result<()> {
    let mut row = row.clone();
    row.disabled = since;
    tx.update_account(&row, now)
}

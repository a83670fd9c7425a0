//! Opt-outs (CCPA) and objections (GDPR Art. 21): recorded at once, for people with an account and without, and in the
//! rights journal, so that nothing brings somebody back who went. An address is kept only as a keyed digest: a plain
//! hash of one is undone by guessing.

mod clear;
#[cfg(test)]
mod tests;
mod words;

pub use clear::{Cleared, OptIn, clear};
pub use words::{Source, What};

use super::account::{self, choices};
use super::audit::{self, Changed, Event, Severity};
use super::context::Context;
use super::privacy::Channel;
use crate::base::clock::Time;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::store::Tx;
use crate::store::optout::{Chooser, OptoutRow};

/// So long nobody is asked to opt in again (Civ. Code §1798.135(c)(4)).
const SILENCE_MONTHS: u32 = 12;

/// Whose choice it is.
#[derive(Clone, Debug)]
pub enum Whose {
    /// An account by name, address or id.
    Account(String),
    /// Somebody with an address; it may or may not be an account's.
    Email(EmailAddress),
}

/// A choice as it came in.
#[derive(Clone, Debug)]
pub struct NewOptout {
    pub whose: Whose,
    pub what: What,
    pub source: Source,
    pub channel: Channel,
    pub received: Time,
}

/// A choice that is in force now.
#[derive(Clone, Debug)]
pub struct Set {
    pub row: OptoutRow,
    /// False: it was in force already.
    pub changed: bool,
}

/// Which choices a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    InForce,
    /// Also cleared ones.
    All,
}

/// Records a choice, in force from now on. Said again it stays as it is.
pub fn set(ctx: &Context, new: &NewOptout) -> Result<Changed<Set>> {
    if new.received > ctx.now() {
        return Err(Error::usage("the choice lies in the future"));
    }
    let event = Event::new("optout.set")
        .severity(Severity::Low)
        .field("what", new.what.as_str())
        .field("kind", new.source.as_str())
        .field("channel", new.channel.as_str());
    audit::change(ctx, event, |tx, event| {
        let found = find(ctx, tx, &new.whose)?;
        let mut known = found.in_force(tx, new.what)?.into_iter();
        let known = known.find(|row| found.is_said_by(row));
        let changed = known.is_none();
        let row = match known {
            Some(row) => row,
            None => OptoutRow {
                id: choices::fresh_id(ctx, tx)?,
                account: found.account,
                name: found.name,
                digest: found.digest,
                what: new.what.as_str().to_owned(),
                source: new.source.as_str().to_owned(),
                channel: new.channel.as_str().to_owned(),
                received: new.received,
                honored: ctx.now(),
                cleared: None,
            },
        };
        if changed {
            tx.insert_optout(&row, new.what.kind())?;
        }
        event.set("changed", changed);
        event.set_target(row.account.as_ref().unwrap_or(&row.id));
        Ok(Set { row, changed })
    })
}

/// The choices, the newest first: everybody's, or one person's. The look is recorded.
pub fn list(ctx: &Context, whose: Option<&Whose>, which: Which) -> Result<Vec<OptoutRow>> {
    audit::read(ctx, Event::new("optout.list"), |tx, event| {
        let mut rows = match whose {
            Some(whose) => {
                let found = find(ctx, tx, whose)?;
                if let Some(account) = &found.account {
                    event.set_target(account);
                }
                tx.optouts_of(found.chooser())?
            }
            None => tx.optouts()?,
        };
        rows.retain(|row| which == Which::All || row.cleared.is_none());
        event.set("count", rows.len());
        Ok(rows)
    })
}

/// Whether somebody opted out of this: what everything must ask that would do it.
pub fn is_out(ctx: &Context, tx: &Tx<'_>, whose: &Whose, what: What) -> Result<bool> {
    Ok(!find(ctx, tx, whose)?.in_force(tx, what)?.is_empty())
}

/// Before then the person is not asked to opt in again.
pub fn ask_again(row: &OptoutRow) -> Time {
    Period::of_months(SILENCE_MONTHS).after(row.honored)
}

/// What the person is shown: that it was done, and since when (11 CCR §7026(g)).
pub fn confirmation(row: &OptoutRow) -> Result<String> {
    let what = What::parse(&row.what)?;
    let title = match what {
        What::SaleSharing => "Opt-Out Request Honored",
        What::Limit => "Request to Limit Honored",
        _ => "Objection Honored",
    };
    let day = row.honored.format("%Y-%m-%d");
    Ok(format!(
        "{title}: since {day} {} has ended for you ({}).",
        what.meaning(),
        what.law()
    ))
}

/// A person as choices know one.
struct Found {
    account: Option<String>,
    name: Option<String>,
    digest: Option<Vec<u8>>,
}

impl Found {
    fn chooser(&self) -> Chooser<'_> {
        Chooser {
            account: self.account.as_deref(),
            digest: self.digest.as_deref(),
        }
    }

    fn in_force(&self, tx: &Tx<'_>, what: What) -> Result<Vec<OptoutRow>> {
        let mut rows = tx.optouts_of(self.chooser())?;
        rows.retain(|row| row.cleared.is_none() && row.what == what.as_str());
        // Who has an account has its choices; an address alone may still be that of whoever had it before.
        rows.retain(|row| self.account.is_none() || self.owns(row));
        Ok(rows)
    }

    fn owns(&self, row: &OptoutRow) -> bool {
        choices::is_own(self.account.as_ref(), row)
    }

    /// Whether a choice has all by which this person may be found later: else a further one is written.
    fn is_said_by(&self, row: &OptoutRow) -> bool {
        self.owns(row)
            && (self.account.is_none() || row.account == self.account)
            && (self.digest.is_none() || row.digest == self.digest)
    }
}

fn find(ctx: &Context, tx: &Tx<'_>, whose: &Whose) -> Result<Found> {
    let (row, email) = match whose {
        Whose::Account(named) => {
            let row = account::find(tx, named)?;
            let email = row.email.clone();
            (Some(row), email)
        }
        Whose::Email(email) => (
            tx.account_with_email(&email.folded())?,
            Some(email.as_str().to_owned()),
        ),
    };
    let digest = email
        .map(|email| choices::digest(ctx, &email))
        .transpose()?;
    Ok(Found {
        account: row.as_ref().map(|row| row.id.clone()),
        name: row.map(|row| row.name),
        digest,
    })
}

//! Who has which second factor, and who should have one. Counts and times, never a secret.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::audit::{self, Event};
use crate::domain::{Context, account};
use crate::store::Tx;
use crate::store::account::{AccountRow, Going};
use crate::store::factor::{FactorCount, FactorRow};

/// How one account stands.
#[derive(Clone, Debug)]
pub struct Standing {
    pub count: FactorCount,
    /// Roles that require a factor.
    pub required_by: Vec<String>,
    /// By when, if one is required and missing.
    pub deadline: Option<Time>,
    /// The deadline has passed: signing in is barred.
    pub barred: bool,
}

/// How the second factors of one account stand.
pub struct Status {
    pub standing: Standing,
    pub factors: Vec<FactorRow>,
}

/// Which accounts a list shows.
#[derive(Default)]
pub struct Wanted {
    pub filter: Option<account::Filter>,
    /// As typed, for the event.
    pub typed: Option<String>,
    pub which: Which,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    /// Those that need a factor and have none.
    Missing,
}

/// One account's factors. Names are personal: the look is recorded.
pub fn status(ctx: &Context, who: &str) -> Result<Status> {
    audit::read(ctx, Event::new("2fa.status"), |tx, event| {
        let row = account::find(tx, who)?;
        event.set_target(&row.id);
        if row.removed.is_some() {
            return Err(gone(&row.name));
        }
        let ruling = tx.factor_policies()?.into_iter().map(|rule| rule.role);
        Ok(Status {
            standing: standing(ctx, tx, &row, &ruling.collect::<Vec<_>>())?,
            factors: tx.factors(&row.id)?,
        })
    })
}

fn gone(name: &str) -> Error {
    Error::not_found(format!("`{}` is removed", safe(name)))
        .hint("bring it back with `optimactl account restore`")
}

/// Hands over one account after the other, by name. The look is recorded first, so that it is even when it
/// breaks off.
pub fn each_status(
    ctx: &Context,
    wanted: &Wanted,
    mut see: impl FnMut(&Standing) -> Result<Going>,
) -> Result<()> {
    let mut event = Event::new("2fa.status");
    if let Some(typed) = &wanted.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::read(ctx, event, |_, _| Ok(()))?;
    ctx.store.read(|tx| {
        let rules = tx.factor_policies()?;
        let ruling: Vec<String> = rules.into_iter().map(|rule| rule.role).collect();
        account::walk(ctx, tx, wanted.filter.as_ref(), |row| {
            let may_need = row.factors == 0 && row.roles.iter().any(|role| ruling.contains(role));
            if wanted.which == Which::Missing && !may_need {
                return Ok(Going::On);
            }
            let standing = standing(ctx, tx, &row, &ruling)?;
            if wanted.which == Which::Missing && standing.required_by.is_empty() {
                return Ok(Going::On);
            }
            see(&standing)
        })
    })
}

fn standing(ctx: &Context, tx: &Tx<'_>, row: &AccountRow, ruling: &[String]) -> Result<Standing> {
    let is_person = row.kind == crate::store::account::AccountKind::Person;
    let by = |role: &&String| is_person && ruling.contains(role);
    let required_by: Vec<String> = row.roles.iter().filter(by).cloned().collect();
    let due = if required_by.is_empty() || row.factors > 0 {
        None
    } else {
        tx.factor_due(&row.id)?
    };
    let now = ctx.now();
    let barred = match &due {
        Some(due) => due.deadline <= now && !super::policy::is_spared(tx, due, now)?,
        None => false,
    };
    Ok(Standing {
        count: tx.factor_count(&row.id, &row.name)?,
        required_by,
        deadline: due.map(|due| due.deadline),
        barred,
    })
}

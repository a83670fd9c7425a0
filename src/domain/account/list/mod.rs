//! Looking at accounts: one, a filtered list, or those that a verb is for. Each look that shows personal values
//! is recorded before they are shown.

mod fields;
mod page;
mod plan;
#[cfg(test)]
mod tests;

pub use fields::{FIELDS, shown_field, shown_fields};
pub use page::{order, token};
pub(super) use plan::condition;

use super::State;
use crate::base::error::{Error, Result};
use crate::domain::Context;
use crate::domain::audit::{self, Event};
use crate::domain::filter;
use crate::store::Tx;
use crate::store::account::{AccountOrder, AccountRow, Going, Listed, Listing, Place};
use fields::sign_in_way;

/// How many of the picked accounts are named; a million names would only fill the memory.
const NAMED: usize = 8;

/// A filter of accounts.
pub type Filter = filter::Filter<Listed>;

/// Whether removed accounts are in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Removed {
    #[default]
    Hidden,
    Included,
}

/// What to list.
#[derive(Default)]
pub struct Query {
    pub filter: Option<Filter>,
    /// As typed, for the event.
    pub typed: Option<String>,
    pub order: AccountOrder,
    pub removed: Removed,
    /// Begin behind this account, or where another page ended.
    pub after: Option<String>,
    pub limit: Option<u64>,
}

impl Query {
    fn listing(&self, ctx: &Context, tx: &Tx<'_>) -> Result<Listing> {
        let now = ctx.now();
        let after = match &self.after {
            None => None,
            Some(typed) => match page::place(self.order, typed)? {
                Some(place) => Some(place),
                None => tx.place_of(&super::find(tx, typed)?.id, self.order, now)?,
            },
        };
        Ok(Listing {
            condition: plan::condition(self.filter.as_ref(), self.removed),
            order: self.order,
            after,
            limit: self.limit,
            now,
        })
    }

    fn event(&self) -> Event {
        let mut event = Event::new("account.list");
        if let Some(typed) = &self.typed {
            event.set_personal("filter", typed.as_str());
        }
        event
    }
}

/// Hands over the accounts of a list, each with its place in the order. The look is recorded first, so that it
/// is even when it breaks off.
pub fn each(
    ctx: &Context,
    query: &Query,
    mut see: impl FnMut(&Listed, &Place) -> Result<Going>,
) -> Result<()> {
    each_placed(ctx, query, |_, listed, place| see(listed, place))
}

/// Hands over the accounts of a list with the snapshot that they come from.
pub fn each_with(
    ctx: &Context,
    query: &Query,
    mut see: impl FnMut(&Tx<'_>, &Listed) -> Result<Going>,
) -> Result<()> {
    each_placed(ctx, query, |tx, listed, _| see(tx, listed))
}

fn each_placed(
    ctx: &Context,
    query: &Query,
    mut see: impl FnMut(&Tx<'_>, &Listed, &Place) -> Result<Going>,
) -> Result<()> {
    audit::read(ctx, query.event(), |_, _| Ok(()))?;
    if query.limit == Some(0) {
        return Ok(());
    }
    ctx.store.read(|tx| {
        let listing = query.listing(ctx, tx)?;
        tx.each_listed(&listing, |listed, place| {
            // The store proposes, the filter decides.
            let wanted = |filter: &Filter| filter.matches(&listed);
            if query.filter.as_ref().is_none_or(wanted) {
                see(tx, &listed, &place)
            } else {
                Ok(Going::On)
            }
        })
    })
}

/// Hands over, by name, the accounts that a filter selects and that are not removed, inside the caller's
/// transaction. The look is the caller's to record.
pub(in crate::domain) fn walk(
    ctx: &Context,
    tx: &Tx<'_>,
    filter: Option<&Filter>,
    mut see: impl FnMut(AccountRow) -> Result<Going>,
) -> Result<()> {
    let listing = Listing {
        condition: plan::condition(filter, Removed::Hidden),
        order: AccountOrder::default(),
        after: None,
        limit: None,
        now: ctx.now(),
    };
    tx.each_listed(&listing, |listed, _| {
        if filter.is_none_or(|filter| filter.matches(&listed)) {
            see(listed.row)
        } else {
            Ok(Going::On)
        }
    })
}

/// How many accounts a list has. A number is no personal value: it is not recorded.
pub fn count(ctx: &Context, query: &Query) -> Result<u64> {
    let condition = plan::condition(query.filter.as_ref(), query.removed);
    ctx.store.read(|tx| tx.count_listed(&condition, ctx.now()))
}

/// The accounts that a verb is for.
#[derive(Clone, Debug, Default)]
pub struct Picks {
    pub ids: Vec<String>,
    /// Of the first few.
    pub names: Vec<String>,
}

/// The ids of the accounts that a verb is for, by name, and the first names. More of them than `max` are
/// refused.
pub fn pick(ctx: &Context, query: &Query, max: Option<u64>) -> Result<Picks> {
    if let Some(max) = max {
        let count = count(ctx, query)?;
        if count > max {
            return Err(Error::refused(format!(
                "{count} accounts match, more than the {max} of `--max`"
            ))
            .hint("narrow the filter, or raise `--max`"));
        }
    }
    let mut picks = Picks::default();
    ctx.store.read(|tx| {
        tx.each_found(&query.listing(ctx, tx)?, &mut |account| {
            picks.ids.push(account.place.id);
            if picks.names.len() < NAMED {
                picks.names.push(account.name);
            }
            Ok(Going::On)
        })
    })?;
    Ok(picks)
}

/// One account as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    pub row: AccountRow,
    pub state: State,
    pub password: &'static str,
}

/// Looks at one account.
pub fn show(ctx: &Context, who: &str) -> Result<Shown> {
    audit::read(ctx, Event::new("account.show"), |tx, event| {
        let row = super::find(tx, who)?;
        event.set_target(&row.id);
        let now = ctx.now();
        let (state, password) = (State::of(&row, now), sign_in_way(&row, now));
        Ok(Shown {
            row,
            state,
            password,
        })
    })
}

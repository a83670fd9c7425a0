//! Lists of what accounts have, newest first: sessions, tokens. What a row means is its own room's matter.

use super::account;
use super::audit::{self, Event};
use super::context::Context;
use super::filter::Filter;
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::account::Going;
use crate::store::session::Behind;

/// Something that belongs to an account.
pub trait Belonging: Sized {
    /// The action of the event that a look at the list is.
    const LOOK: &'static str;

    fn id(&self) -> &str;

    fn created(&self) -> Time;

    /// Whether it still lets somebody in; the others are listed only when they are asked for.
    fn is_live(&self, now: Time) -> bool;

    /// The one with this id; a missing one is an error that says where to look.
    fn find(tx: &Tx<'_>, id: &str) -> Result<Self>;

    /// Hands over those of an account, or all, newest first, behind a place.
    fn each(
        tx: &Tx<'_>,
        account: Option<&str>,
        behind: &Behind,
        see: impl FnMut(Self) -> Result<Going>,
    ) -> Result<()>;
}

/// What to list.
pub struct Query<R> {
    /// Of this account only.
    pub account: Option<String>,
    pub filter: Option<Filter<R>>,
    /// As typed, for the event.
    pub typed: Option<String>,
    /// Also those that ended.
    pub ended: bool,
    /// Begin behind the one with this id.
    pub after: Option<String>,
    pub limit: Option<u64>,
}

impl<R> Default for Query<R> {
    fn default() -> Self {
        Self {
            account: None,
            filter: None,
            typed: None,
            ended: false,
            after: None,
            limit: None,
        }
    }
}

impl<R: Belonging> Query<R> {
    fn wants(&self, row: &R, now: Time) -> bool {
        let matches = |filter: &Filter<R>| filter.matches(row);
        (self.ended || row.is_live(now)) && self.filter.as_ref().is_none_or(matches)
    }
}

/// Hands over the rows of a list. The look is recorded first, so that it is even when it breaks off.
pub fn each<R: Belonging>(
    ctx: &Context,
    query: &Query<R>,
    see: impl FnMut(&R) -> Result<Going>,
) -> Result<()> {
    let mut event = Event::new(R::LOOK);
    if let Some(typed) = &query.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::read(ctx, event, |tx, event| {
        if let Some(who) = &query.account {
            event.set_target(account::find(tx, who)?.id);
        }
        Ok(())
    })?;
    walk(ctx, query, see)
}

/// The ids of the rows that a query matches, for a verb that asks before it acts.
pub fn pick<R: Belonging>(ctx: &Context, query: &Query<R>) -> Result<Vec<String>> {
    let mut found = vec![];
    walk(ctx, query, |row| {
        found.push(row.id().to_owned());
        Ok(Going::On)
    })?;
    Ok(found)
}

fn walk<R: Belonging>(
    ctx: &Context,
    query: &Query<R>,
    mut see: impl FnMut(&R) -> Result<Going>,
) -> Result<()> {
    let mut left = query.limit.unwrap_or(u64::MAX);
    if left == 0 {
        return Ok(());
    }
    let now = ctx.now();
    ctx.store.read(|tx| {
        let account = match &query.account {
            Some(who) => Some(account::find(tx, who)?.id),
            None => None,
        };
        let behind = match &query.after {
            Some(id) => {
                let row = R::find(tx, id)?;
                Behind::row(row.created(), row.id())
            }
            None => Behind::START,
        };
        R::each(tx, account.as_deref(), &behind, |row| {
            if !query.wants(&row, now) {
                return Ok(Going::On);
            }
            left -= 1;
            match see(&row)? {
                Going::On if left > 0 => Ok(Going::On),
                _ => Ok(Going::Enough),
            }
        })
    })
}

//! How a question to the log would be answered, told before it is. No event is read, and none is written.

use super::count::{Grouping, Tallied, tally};
use super::query::{Query, select};
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::audit::{Explained, Tally};

/// What a search would look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// How many events the log has.
    pub events: u64,
    pub plan: Explained,
    /// No event is looked at at all: what a count is taken from instead.
    pub instead: Option<&'static str>,
    /// What is compared in the search columns of each event that is looked at.
    pub columns: Vec<&'static str>,
    /// What needs the entry and the personal values of each event that is left.
    pub values: Vec<&'static str>,
}

/// Tells how the query would be answered, or counted.
pub fn explain(ctx: &Context, query: &Query, counted: Option<&Grouping>) -> Result<Explanation> {
    let instead = match counted.map(|grouping| tally(query, grouping)) {
        Some(Tallied::Numbers) => Some("numbers"),
        Some(Tallied::Index(Tally::Action)) => Some("action"),
        Some(Tallied::Index(Tally::Actor)) => Some("actor"),
        Some(Tallied::Events) | None => None,
    };
    ctx.store.read(|tx| {
        let events = tx.tree()?.size();
        let selection = select(ctx, tx, query, events)?;
        let plan = tx.explain_find(&selection, events)?;
        let driven = plan.index.as_ref().map(|index| index.column);
        let timed = selection.since.or(selection.until).is_some();
        let asked = [
            ("time", timed),
            ("action", selection.actions.is_some()),
            ("actor", selection.actors.is_some()),
            ("target", selection.targets.is_some()),
            ("source", selection.sources.is_some()),
            ("outcome", selection.outcomes.is_some()),
            ("severity", selection.severities.is_some()),
        ];
        let columns = asked
            .into_iter()
            .filter(|(column, asked)| *asked && driven != Some(*column));
        Ok(Explanation {
            events,
            columns: columns.map(|(column, _)| column).collect(),
            values: values(query),
            plan,
            instead,
        })
    })
}

fn values(query: &Query) -> Vec<&'static str> {
    let asked = [
        ("field", !query.fields.is_empty()),
        ("ip", !query.networks.is_empty()),
        ("grep", query.grep.is_some()),
        ("filter", query.filter.is_some()),
    ];
    let asked = asked.into_iter().filter(|(_, asked)| *asked);
    asked.map(|(name, _)| name).collect()
}

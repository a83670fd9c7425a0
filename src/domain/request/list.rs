//! Which requests there are: all or open ones, by type, law, state and date.

use chrono::NaiveDate;

use super::clocks::read_zone;
use super::words::{Law, Type};
use super::{Request, State, complete};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::domain::audit::{self, Event};
use crate::domain::context::Context;
use crate::store::Tx;

/// Which requests a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    Open,
    All,
}

/// What a list is narrowed to; nothing set narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub which: Which,
    pub kind: Option<Type>,
    pub law: Option<Law>,
    pub state: Option<State>,
    /// The next day to act by lies within this time, or has passed.
    pub due_within: Option<Period>,
    /// The statutory day has passed.
    pub overdue: Option<Overdue>,
}

/// Only what is too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue;

impl Filter {
    fn keeps(&self, request: &Request, now: Time) -> Result<bool> {
        let row = &request.row;
        let is_kind = self.kind.is_none_or(|kind| kind.as_str() == row.kind);
        let is_state = self.state.is_none_or(|state| state.as_str() == row.state);
        let is_law = match self.law {
            None => true,
            Some(Law::Both) => row.law == Law::Both.as_str(),
            Some(law) => row.law == law.as_str() || row.law == Law::Both.as_str(),
        };
        if !(is_kind && is_state && is_law) {
            return Ok(false);
        }
        let zone = read_zone(&row.zone)?;
        let until: Option<NaiveDate> = self
            .due_within
            .map(|period| period.after(now).with_timezone(&zone).date_naive());
        let is_due = until.is_none_or(|until| {
            let mut duties = request.duties.iter();
            duties.any(|duty| duty.act_by <= until)
        });
        let is_late =
            self.overdue.is_none() || request.duties.iter().any(|duty| duty.is_overdue(now, zone));
        Ok(is_due && is_late)
    }
}

/// The requests with the names of their subjects; that they were looked at is recorded.
pub fn list(ctx: &Context, filter: &Filter) -> Result<Vec<Request>> {
    audit::read(ctx, Event::new("request.list"), |tx, event| {
        let mut found = vec![];
        for request in load(tx, filter.which)? {
            if filter.keeps(&request, ctx.now())? {
                found.push(request);
            }
        }
        event.set("count", found.len());
        Ok(found)
    })
}

/// The requests that are open, without anything personal: for reminders. Not recorded.
pub fn waiting(ctx: &Context) -> Result<Vec<Request>> {
    let found = ctx.store.read(|tx| load(tx, Which::Open))?;
    Ok(found
        .into_iter()
        .map(|request| Request {
            name: None,
            ..request
        })
        .collect())
}

fn load(tx: &Tx<'_>, which: Which) -> Result<Vec<Request>> {
    let rows = match which {
        Which::Open => tx.open_requests()?,
        Which::All => tx.requests()?,
    };
    rows.into_iter().map(|row| complete(tx, row)).collect()
}

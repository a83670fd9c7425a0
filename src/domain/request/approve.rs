//! Four eyes on an erasure: one writes the plan down, another approves it. How many it takes is a fact of the store.

use super::state::Step;
use super::step::{step, taken};
use super::who::Who;
use super::{find, follow};
use crate::base::error::{Error, Result};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::request::RequestRow;

/// How many people take part in an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approvers {
    /// Whoever plans may approve; the certificate says so.
    One,
    Two,
}

impl Approvers {
    pub fn new(number: u32) -> Result<Self> {
        match number {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            _ => Err(
                Error::usage(format!("an erasure cannot take {number} people"))
                    .hint("it takes 2, or 1 where nobody else is there to approve"),
            ),
        }
    }

    pub const fn number(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Two => 2,
        }
    }

    /// As the store says; two where nobody ever said.
    fn of(tx: &Tx<'_>) -> Result<Self> {
        let odd = |_| Error::integrity("the store says that an odd number approves an erasure");
        tx.approvers()?
            .map_or(Ok(Self::Two), |number| Self::new(number).map_err(odd))
    }

    /// The word in the step: who reads the certificate sees that nobody else looked.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::One => "single",
            Self::Two => "second",
        }
    }
}

/// How many people take part in an erasure of this store.
pub fn approvers(ctx: &Context) -> Result<Approvers> {
    ctx.store.read(Approvers::of)
}

/// Sets it for everybody who uses the store; whether that changed anything.
pub fn set_approvers(ctx: &Context, approvers: Approvers) -> Result<Changed<bool>> {
    let severity = match approvers {
        Approvers::One => Severity::Critical,
        Approvers::Two => Severity::High,
    };
    let event = Event::new("request.approvers")
        .severity(severity)
        .field("number", approvers.number());
    audit::change(ctx, event, |tx, event| {
        let before = Approvers::of(tx)?;
        if before != approvers {
            tx.set_approvers(before.number(), approvers.number())?;
        }
        event.set("changed", before != approvers);
        Ok(before != approvers)
    })
}

/// The plan is written down, by `freeze` in the same transaction; who did it is recorded. What a hold kept that is in
/// force no more is taken up again by it.
pub fn plan(
    ctx: &Context,
    named: &str,
    freeze: impl FnOnce(&Tx<'_>, &RequestRow, &mut Event) -> Result<()>,
) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.plan").severity(Severity::Medium);
    audit::change_many(ctx, event.clone(), |tx, batch| {
        let row = find(tx, named)?;
        if follow::is_left(tx, &row)? {
            follow::take_up(ctx, tx, batch, &row)?;
        }
        batch.event = event;
        let step = (named, Step::Plan, &mut batch.event);
        let value = taken(ctx, tx, step, |tx, row, event| {
            freeze(tx, row, event)?;
            Ok(None)
        })?;
        let event = batch.record(tx)?;
        Ok(Changed { value, event })
    })
}

/// The plan may be carried out.
pub fn approve(ctx: &Context, named: &str) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.approve").severity(Severity::High);
    step(ctx, named, Step::Approve, event, |tx, row, event| {
        let approvers = Approvers::of(tx)?;
        event.set("kind", approvers.as_str());
        if approvers == Approvers::Two {
            require_other(tx, row, &Who::acting(ctx, tx)?)?;
        }
        Ok(Some(approvers.as_str()))
    })
}

/// Neither who opened the request nor who planned last nor whom it is about.
fn require_other(tx: &Tx<'_>, row: &RequestRow, approver: &Who) -> Result<()> {
    let reference = &row.reference;
    if !approver.is_known() {
        return Err(Error::refused("it is not known who approves").hint(
            "run it as a user of the system, or run `optimactl request approvers 1 --reason TEXT`",
        ));
    }
    if approver.account().is_some() && approver.account() == row.account.as_deref() {
        return Err(Error::refused(format!(
            "{reference} is about the account that you act with"
        ))
        .hint("let another operator approve it"));
    }
    let steps = tx.steps(&row.id)?;
    let last = |name: &str| steps.iter().rev().find(|step| step.step == name);
    for (name, did) in [
        ("open", "opened"),
        ("import", "imported"),
        ("plan", "planned"),
    ] {
        let Some(step) = last(name) else { continue };
        let by = Who::read(step.operator.as_deref());
        if !by.is_known() {
            return Err(Error::refused(format!(
                "it is not known who {did} {reference}: nobody can be told from them"
            ))
            .hint(
                "where one person is enough, run `optimactl request approvers 1 --reason TEXT`",
            ));
        }
        if approver.is_same(&by) {
            return Err(Error::refused(format!(
                "you {did} {reference}: somebody else approves it"
            ))
            .hint(
                "let another operator run it; where there is none, run `optimactl request approvers 1 --reason TEXT`",
            ));
        }
    }
    Ok(())
}

//! The steps between opening and the answer, and the one way in which every step is taken: the table of states, the
//! guard, the row, the event.

use chrono::NaiveDate;

use super::evidence::{self, Evidence};
use super::kind::Proving;
use super::state::{Step, advance};
use super::who::Who;
use super::words::{AgentProof, Channel, Datum, Law, Method, Type};
use super::{Answered, State, find, follow, has_flag, name_event, open, pause};
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::domain::account;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::signed;
use crate::store::request::{RequestRow, StepRow};

/// Receipt was confirmed to the person (11 CCR §7021(a)).
pub fn ack(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.ack").field("channel", channel.as_str());
    step(ctx, named, Step::Ack, event, |_, row, _| {
        if row.acknowledged.is_some() {
            return Err(Error::conflict(format!(
                "receipt of {} was confirmed already",
                row.reference
            ))
            .hint(format!("see `optimactl request show {}`", row.reference)));
        }
        row.acknowledged = Some(ctx.now());
        Ok(Some(channel.as_str()))
    })
}

/// How it became certain who asks.
#[derive(Clone, Copy, Debug)]
pub struct Proof<'a> {
    pub method: Method,
    /// Data of the person that matched, with the methods that count them.
    pub points: &'a [Datum],
    /// Whose account it turned out to be.
    pub account: Option<&'a str>,
    /// The address that the request came from, where it is not known any more: a closed one keeps its digest only.
    pub email: Option<&'a EmailAddress>,
    /// The day on which the proof came, where that was not today: only until then was it waited for.
    pub came: Option<NaiveDate>,
}

impl Proof<'_> {
    /// Today, and for the account that the request names.
    pub const fn of(method: Method) -> Self {
        Self {
            method,
            points: &[],
            account: None,
            email: None,
            came: None,
        }
    }
}

/// It is certain who asks. That and how is kept, never a document.
pub fn verify(ctx: &Context, named: &str, proof: Proof<'_>) -> Result<Changed<RequestRow>> {
    let method = proof.method;
    let event = Event::new("request.verify")
        .severity(Severity::Low)
        .field("method", method.as_str());
    step(ctx, named, Step::Verify, event, |tx, row, event| {
        if row.state == State::Verified.as_str() && proof.email.is_none() {
            return Err(Error::conflict(format!(
                "it is certain already who asks in {}",
                row.reference
            ))
            .hint(format!("see `optimactl request show {}`", row.reference)));
        }
        let level = level(row, &proof)?;
        event.set("level", level.as_str());
        if let Some(account) = proof.account {
            assign(tx, row, account)?;
            name_event(event, row);
        }
        if let Some(email) = proof.email {
            name_again(ctx, row, email)?;
            event.set_personal("email", email.as_str());
        }
        require_something_to_sign_in_to(row, method)?;
        pause::answer(ctx, tx, row, (Answered::Identity, proof.came))?;
        row.verified = Some(ctx.now());
        row.verified_how = Some(method.as_str().to_owned());
        row.level = Some(level.as_str().to_owned());
        Ok(Some(method.as_str()))
    })
}

/// The address of a request that was closed and begins anew: the one that it came from, and no other.
fn name_again(ctx: &Context, row: &mut RequestRow, email: &EmailAddress) -> Result<()> {
    if row.email_digest.is_none() || row.email_digest != open::digest(ctx, Some(email))? {
        return Err(Error::refused(format!(
            "{} did not come from this address",
            row.reference
        ))
        .hint("give the address that the person wrote from; another one needs a request of its own"));
    }
    row.email = row.email.take().or(Some(email.as_str().to_owned()));
    Ok(())
}

/// 11 CCR §7061 is about accounts: where there is none, nobody signed in.
fn require_something_to_sign_in_to(row: &RequestRow, method: Method) -> Result<()> {
    if row.account.is_some() || !method.needs_account() {
        return Ok(());
    }
    Err(Error::refused(format!(
        "no account belongs to {}: there is nothing to sign in to",
        row.reference
    ))
    .hint("name the account that signed in with `--account`, or say how else it was made sure"))
}

/// How sure it is, and whether that is enough for what is asked.
fn level(row: &RequestRow, proof: &Proof<'_>) -> Result<super::words::Level> {
    let agent = row
        .agent_proof
        .as_deref()
        .map(AgentProof::read)
        .transpose()?;
    if proof.method == Method::Agent && !has_flag(row, "agent") {
        return Err(
            Error::refused(format!("no agent asks in request {}", row.reference))
                .hint("say how the person was verified"),
        );
    }
    let contested = evidence::read_list(row.contested.as_deref())?;
    let evidence = Evidence {
        method: proof.method,
        points: proof.points,
        agent,
        contested: &contested,
    };
    let found = evidence.level()?;
    evidence::require(found, Type::read(&row.kind)?, Law::read(&row.law)?)?;
    Ok(found)
}

/// Verification may show whose account it is; it never moves a request to another account.
fn assign(tx: &Tx<'_>, row: &mut RequestRow, named: &str) -> Result<()> {
    let id = account::find(tx, named)?.id;
    if row.account.as_ref().is_some_and(|account| *account != id) {
        return Err(
            Error::refused(format!("request {} is another account's", row.reference))
                .hint("deny it with `no-match`, and open one for the right account"),
        );
    }
    row.account = Some(id);
    Ok(())
}

/// The newest bundle went out. The address it went to is nobody's business here.
pub fn deliver(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.deliver")
        .severity(Severity::Low)
        .field("channel", channel.as_str());
    step(ctx, named, Step::Deliver, event, |tx, row, event| {
        let bundles = tx.bundles(&row.id)?;
        let Some(newest) = bundles.last() else {
            return Err(Error::refused(format!(
                "request {} has no bundle to deliver",
                row.reference
            )));
        };
        tx.deliver_bundle(&row.id, newest.number, channel.as_str(), ctx.now())?;
        event.set("bundle", newest.number);
        event.set("file_sha256", newest.file_sha256.as_str());
        row.delivered = Some(ctx.now());
        Ok(Some(channel.as_str()))
    })
}

/// One step: table, guard, row, event.
pub(super) fn step(
    ctx: &Context,
    named: &str,
    step: Step,
    event: Event,
    act: impl FnOnce(&Tx<'_>, &mut RequestRow, &mut Event) -> Result<Option<&'static str>>,
) -> Result<Changed<RequestRow>> {
    audit::change_many(ctx, event, |tx, batch| {
        let row = taken(ctx, tx, (named, step, &mut batch.event), act)?;
        let event = batch.record(tx)?;
        let value = follow::up(ctx, tx, batch, row)?;
        Ok(Changed { value, event })
    })
}

/// The same inside a transaction that is under way; who calls writes the event.
pub(super) fn taken(
    ctx: &Context,
    tx: &Tx<'_>,
    (named, step, event): (&str, Step, &mut Event),
    act: impl FnOnce(&Tx<'_>, &mut RequestRow, &mut Event) -> Result<Option<&'static str>>,
) -> Result<RequestRow> {
    let mut row = find(tx, named)?;
    name_event(event, &row);
    let facts = Type::read(&row.kind)?.facts();
    let next = advance(&row.reference, State::read(&row.state)?, (step, &facts))?;
    require_proven(&row, step, facts.proving)?;
    if step.is_work() {
        require_permission(&row)?;
    }
    let note = act(tx, &mut row, event)?;
    next.as_str().clone_into(&mut row.state);
    event.set("state", next.as_str());
    tx.update_request(&row)?;
    append_step(ctx, tx, &row, step, note)?;
    Ok(row)
}

/// 11 CCR §7063(a), §7026(j): an agent acts with a signed permission or a power of attorney, and nothing is done before.
fn require_permission(row: &RequestRow) -> Result<()> {
    if !has_flag(row, "agent") || row.agent_proof.is_some() {
        return Ok(());
    }
    // Whoever was verified in person asks for themselves.
    if row
        .verified_how
        .as_deref()
        .is_some_and(|how| how != "agent")
    {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the agent of {} showed no permission",
        row.reference
    ))
    .hint(format!(
        "record it with `optimactl request agent {} --proof signed-permission`, or deny the request",
        row.reference
    )))
}

/// After a decision that did not stand work begins again: not before it is certain who asks.
fn require_proven(row: &RequestRow, step: Step, proving: Proving) -> Result<()> {
    if !step.is_work() || proving != Proving::Needed || row.verified.is_some() {
        return Ok(());
    }
    Err(Error::refused(format!(
        "it is not certain who asks in request {}",
        row.reference
    ))
    .hint(format!(
        "next: optimactl request verify {} --method METHOD",
        row.reference
    )))
}

fn append_step(
    ctx: &Context,
    tx: &Tx<'_>,
    row: &RequestRow,
    step: Step,
    note: Option<&str>,
) -> Result<()> {
    let last = tx.steps(&row.id)?.last().map_or(0, |step| step.number);
    let step = StepRow {
        number: last + 1,
        at: ctx.now(),
        step: step.as_str().to_owned(),
        state: row.state.clone(),
        note: note.map(str::to_owned),
        event: coming_event(tx)?,
        operator: Who::acting(ctx, tx)?.text(),
    };
    tx.insert_step(&row.id, &step)
}

/// The number that the event of this transaction gets: `audit::change` appends it at the end.
pub(super) fn coming_event(tx: &Tx<'_>) -> Result<i64> {
    signed(tx.tree()?.size())
}

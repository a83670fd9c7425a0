//! How a request ends: answered, in part, denied, taken back, or put aside as none of its own.

use super::clocks::read_zone;
use super::erase::{self, Closing};
use super::state::Step;
use super::step::step;
use super::words::{Channel, Code, Dismissal, Law, Type};
use super::{Duty, State, add_flag, complete, drop_flag, find, follow, pause, stands};
use crate::base::error::{Error, Result};
use crate::domain::audit::{Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::erasure;
use crate::store::Tx;
use crate::store::request::RequestRow;

/// Closed as answered: in full, or in part for the reason of `code`.
pub fn fulfil(
    ctx: &Context,
    named: &str,
    withheld: Option<(Code, &str)>,
    closing: &Closing<'_>,
) -> Result<Changed<RequestRow>> {
    let kind = match withheld {
        None => Step::Fulfil,
        Some(_) => Step::FulfilPartly,
    };
    let event = Event::new("request.fulfil");
    step(ctx, named, kind, event, |tx, row, event| {
        match withheld {
            Some(why) => explain(row, event, why)?,
            None => stands::require(ctx, tx, row)?,
        }
        if erase::is_erasure(row)? {
            erase::finish(
                ctx,
                tx,
                (row, event),
                (closing, withheld.map(|(code, _)| code)),
            )?;
        }
        let is_kept = is_kept(tx, row)?;
        if withheld.is_some_and(|(code, _)| code == Code::Hold) && !is_kept {
            return Err(Error::refused(format!(
                "no hold kept anything of {} when it was erased",
                row.reference
            ))
            .hint("give the reason that kept it with another `--partial CODE`"));
        }
        let outcome = withheld.map_or(State::Fulfilled, |_| State::Partial);
        close(ctx, tx, (row, event), outcome)?;
        if is_kept {
            add_flag(row, "held");
        }
        Ok(withheld.map(|(code, _)| code.as_str()))
    })
}

/// Closed without an answer; the person is told why (GDPR Art. 12(4), 11 CCR §7024).
pub fn deny(ctx: &Context, named: &str, code: Code, text: &str) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.deny").severity(Severity::Medium);
    step(ctx, named, Step::Deny, event, |tx, row, event| {
        explain(row, event, (code, text))?;
        if code == Code::Hold && !follow::is_held(tx, row)? {
            return Err(Error::refused(format!(
                "nothing of the person of {} is held",
                row.reference
            ))
            .hint("record it first with `optimactl hold place`: when it ends, the request is taken up again"));
        }
        close(ctx, tx, (row, event), State::Denied)?;
        if code == Code::Hold {
            add_flag(row, "held");
        }
        Ok(Some(code.as_str()))
    })
}

/// Whether a hold kept a part when it was erased, whatever the person is told.
fn is_kept(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    Ok(erasure::went(tx, &row.id)?.is_held())
}

/// The person takes it back. What was late by then stays late.
pub fn withdraw(ctx: &Context, named: &str, channel: Channel) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.withdraw").field("channel", channel.as_str());
    step(ctx, named, Step::Withdraw, event, |tx, row, event| {
        close(ctx, tx, (row, event), State::Withdrawn)?;
        Ok(Some(channel.as_str()))
    })
}

/// Put aside: a duplicate of another request, or none at all.
pub fn dismiss(
    ctx: &Context,
    named: &str,
    (why, first): (Dismissal, Option<&str>),
) -> Result<Changed<RequestRow>> {
    let event = Event::new("request.dismiss")
        .severity(Severity::Low)
        .field("what", why.as_str());
    step(ctx, named, Step::Dismiss, event, |tx, row, event| {
        if let Some(first) = first {
            let first = find(tx, first)?;
            require_same(row, &first)?;
            event.set("reference", first.reference.as_str());
            row.duplicate_of = Some(first.reference);
        } else if row.verified.is_some() {
            return Err(Error::refused(format!(
                "it is certain who asks in {}: it is a request",
                row.reference
            ))
            .hint("answer, deny or withdraw it, or name the one that answers it, too, with `--duplicate-of`"));
        }
        close(ctx, tx, (row, event), State::Dismissed)?;
        Ok(Some(why.as_str()))
    })
}

/// Whether `first` answers `row`, too. One of which it is not certain who asks stands in nobody's way: whoever sent it
/// could otherwise end the real one (GHSA-qx5f-ghc2-7g5c shows how).
fn require_same(row: &RequestRow, first: &RequestRow) -> Result<()> {
    let (own, other) = (&row.reference, &first.reference);
    let refuse = |why: String, hint: &str| Err(Error::refused(why).hint(hint));
    if row.id == first.id {
        return refuse(
            format!("{own} is no duplicate of itself"),
            "name the other one",
        );
    }
    if row.kind != first.kind || !covers(first, row)? {
        return refuse(
            format!("{other} asks for something else than {own}"),
            "a duplicate has the same type and law; answer both",
        );
    }
    let is_same_account = row.account.is_some() && row.account == first.account;
    let is_same_email = row.email_digest.is_some() && row.email_digest == first.email_digest;
    let is_other = row.account.is_some() && first.account.is_some() && !is_same_account;
    if is_other || !(is_same_account || is_same_email) {
        return refuse(
            format!("nothing says that {own} and {other} are one person's"),
            "verify it with `--account`, or answer both",
        );
    }
    let needs_proof = Type::read(&row.kind)?.facts().proving == super::kind::Proving::Needed;
    if needs_proof && first.verified.is_none() {
        return refuse(
            format!("it is not certain who asks in {other}, so it answers nobody else"),
            "verify it first, or put that one aside as the duplicate",
        );
    }
    if matches!(
        State::read(&first.state)?,
        State::Denied | State::Withdrawn | State::Dismissed
    ) {
        return refuse(
            format!("{other} was closed without an answer"),
            "answer this one",
        );
    }
    if row.received < first.received {
        return refuse(
            format!("{own} came before {other}: its clock ends first"),
            "put the later one aside as the duplicate",
        );
    }
    Ok(())
}

fn covers(first: &RequestRow, row: &RequestRow) -> Result<bool> {
    let (first, law) = (Law::read(&first.law)?, Law::read(&row.law)?);
    Ok(first == law || first == Law::Both)
}

/// What is told to the person about what they do not get.
pub(super) fn explain(
    row: &mut RequestRow,
    event: &mut Event,
    (code, text): (Code, &str),
) -> Result<()> {
    if text.trim().is_empty() {
        return Err(
            Error::usage("the person must be told why").hint("say it in plain words with `--text`")
        );
    }
    code.require_for(Type::read(&row.kind)?, Law::read(&row.law)?)?;
    row.code = Some(code.as_str().to_owned());
    row.text = Some(text.trim().to_owned());
    event.set("code", code.as_str());
    event.set_personal("text", text.trim());
    Ok(())
}

/// The address and the agent's name go; the keyed digest finds the record again. Too late is told for good.
pub(super) fn close(
    ctx: &Context,
    tx: &Tx<'_>,
    (row, event): (&mut RequestRow, &mut Event),
    outcome: State,
) -> Result<()> {
    let zone = read_zone(&row.zone)?;
    let asked = complete(tx, row.clone())?;
    let is_overdue = |duty: &Duty| duty.what == "answer" && duty.is_overdue(ctx.now(), zone);
    // GDPR Art. 12(4): who is refused hears of it within a month, which no extension moves.
    let ended = asked.clocks.gdpr.map(|gdpr| gdpr.due_ends_utc);
    let is_late_no = outcome == State::Denied && ended.is_some_and(|ended| ctx.now() >= ended);
    let late = is_late_no || asked.duties.iter().any(is_overdue);
    // What a hold kept is erased after it, and no delay of the controller's.
    let was_answered = row.answered.is_some() && row.clock_from.is_none();
    if late && !was_answered {
        add_flag(row, "late");
        event.set("what", "late");
    }
    // A question that was never answered stays so.
    drop_flag(row, pause::FLAG);
    // Only what a hold kept waits for its end: the record of the rest is deleted in its time.
    drop_flag(row, "held");
    row.closed = Some(ctx.now());
    row.answered = row.answered.or(row.closed);
    row.outcome = Some(outcome.as_str().to_owned());
    row.email = None;
    row.agent = None;
    erase::forget_plan(tx, row)
}

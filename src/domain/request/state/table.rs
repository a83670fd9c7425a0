//! Which step leads where, for each kind of answer; and what usually comes next.

use super::{State, Step};
use crate::base::error::{Error, Result};
use crate::domain::request::kind::{Facts, Product, Proving, Recipients};

/// The state after `step` for a type with these facts, or nothing where the step is not possible.
pub const fn after(state: State, step: Step, facts: &Facts) -> Option<State> {
    let open = !state.is_final() && !matches!(state, State::Appealed);
    match step {
        // 11 CCR §7021(a) wants the confirmation however far the work has come.
        Step::Ack if matches!(state, State::Received) => Some(State::Acknowledged),
        Step::Ack | Step::Agent | Step::Suspend | Step::Resume | Step::Extend | Step::Fee
            if open =>
        {
            Some(state)
        }
        Step::AskIdentity | Step::Verify => proving(state, step, facts),
        Step::Start | Step::Announce | Step::Build | Step::Deliver => building(state, step, facts),
        Step::Plan | Step::Approve | Step::Erase => erasing(state, step, facts),
        Step::Rectify => rectifying(state, facts),
        Step::TellRecipients | Step::Fulfil | Step::FulfilPartly => ending(state, step, facts),
        Step::Deny if open && !has_begun(state) => Some(State::Denied),
        Step::Withdraw if open && !(has_begun(state) && is_erasure(facts)) => {
            Some(State::Withdrawn)
        }
        Step::Dismiss if state.is_early() || matches!(state, State::Verified) => {
            Some(State::Dismissed)
        }
        Step::Appeal | Step::Uphold | Step::Reverse => appealing(state, step),
        // What a hold kept is still to be erased, with a plan and an approval of its own.
        Step::Requeue if is_erasure(facts) => match state {
            State::Partial => Some(State::Verified),
            // It may not be certain yet who asks.
            State::Denied | State::Upheld => Some(State::Reversed),
            _ => None,
        },
        // However it ended, the files go.
        Step::Discard if matches!(facts.product, Product::Bundle) => Some(state),
        Step::Reopen if matches!(state, State::Dismissed) => Some(State::Received),
        _ => None,
    }
}

/// The answer is on its way, or data are gone.
const fn has_begun(state: State) -> bool {
    matches!(state, State::Delivering | State::RecipientsTold)
}

const fn is_erasure(facts: &Facts) -> bool {
    matches!(facts.product, Product::Erasure)
}

/// Whether work can be done: it is certain who asks, or nobody needs to be.
const fn is_workable(state: State, facts: &Facts) -> bool {
    match state {
        State::Verified | State::InProgress | State::Reversed => true,
        // Once it was asked who they are, the answer is waited for.
        State::Received | State::Acknowledged => !matches!(facts.proving, Proving::Needed),
        _ => false,
    }
}

const fn proving(state: State, step: Step, facts: &Facts) -> Option<State> {
    // One that is verified can be told again whom it is about.
    let is_told_again = matches!((step, state), (Step::Verify, State::Verified));
    let waits = state.is_early() || matches!(state, State::Reversed) || is_told_again;
    if !waits || matches!(facts.proving, Proving::Forbidden) {
        return None;
    }
    match step {
        Step::Verify => Some(State::Verified),
        _ => Some(State::IdentityPending),
    }
}

/// A bundle can be made again until the request is closed: a lost passphrase, a changed key.
const fn building(state: State, step: Step, facts: &Facts) -> Option<State> {
    let is_bundle = matches!(facts.product, Product::Bundle);
    match (step, state) {
        (Step::Start, _) if is_workable(state, facts) => Some(State::InProgress),
        (Step::Announce, State::Ready | State::Delivering) if is_bundle => Some(State::InProgress),
        (Step::Announce, _) if is_bundle && is_workable(state, facts) => Some(State::InProgress),
        (Step::Build, State::InProgress) if is_bundle => Some(State::Ready),
        (Step::Deliver, State::Ready | State::Delivering) if is_bundle => Some(State::Delivering),
        _ => None,
    }
}

/// A new plan takes the approval of the old one away; nothing is planned anew once data are gone.
const fn erasing(state: State, step: Step, facts: &Facts) -> Option<State> {
    if !is_erasure(facts) {
        return None;
    }
    match (step, state) {
        (Step::Plan, State::AwaitingApproval | State::Ready) => Some(State::AwaitingApproval),
        (Step::Plan, _) if is_workable(state, facts) => Some(State::AwaitingApproval),
        (Step::Approve, State::AwaitingApproval) => Some(State::Ready),
        (Step::Erase, State::Ready | State::Delivering) => Some(State::Delivering),
        _ => None,
    }
}

/// It can be put right in several steps; behind the last one the recipients hear of it.
const fn rectifying(state: State, facts: &Facts) -> Option<State> {
    let has_begun = has_begun(state);
    if matches!(facts.product, Product::Correction) && (has_begun || is_workable(state, facts)) {
        return Some(State::Delivering);
    }
    None
}

/// Recipients hear of what was done, and then the request is closed.
const fn ending(state: State, step: Step, facts: &Facts) -> Option<State> {
    let is_done = match facts.product {
        Product::Bundle | Product::Erasure | Product::Correction => {
            matches!(state, State::Delivering)
        }
        Product::Change | Product::Explanation => is_workable(state, facts),
    };
    let tells = matches!(facts.recipients, Recipients::Tell);
    let was_told = matches!(state, State::RecipientsTold);
    match step {
        Step::TellRecipients if tells && (is_done || was_told) => Some(State::RecipientsTold),
        Step::Fulfil if was_told || (is_done && !tells) => Some(State::Fulfilled),
        Step::FulfilPartly if was_told || (is_done && !tells) => Some(State::Partial),
        _ => None,
    }
}

const fn appealing(state: State, step: Step) -> Option<State> {
    match (step, state) {
        (Step::Appeal, State::Fulfilled | State::Partial | State::Denied) => Some(State::Appealed),
        (Step::Uphold, State::Appealed) => Some(State::Upheld),
        (Step::Reverse, State::Appealed) => Some(State::Reversed),
        _ => None,
    }
}

/// The state after `step`; a refusal names what is possible instead.
pub fn advance(reference: &str, state: State, (step, facts): (Step, &Facts)) -> Result<State> {
    if let Some(next) = after(state, step, facts) {
        return Ok(next);
    }
    let verb = match step {
        Step::Announce => "build",
        other => other.as_str(),
    };
    let is_bundle = matches!(facts.product, Product::Bundle);
    if matches!(step, Step::Announce) && !is_bundle {
        return Err(Error::refused(format!(
            "no bundle belongs to what request {reference} asks for ({})",
            facts.source
        ))
        .hint(format!("see `optimactl request show {reference}`")));
    }
    if matches!(facts.proving, Proving::Forbidden)
        && matches!(step, Step::AskIdentity | Step::Verify)
    {
        return Err(Error::refused(format!(
            "nobody needs to be verified for request {reference} (11 CCR §7060(b))"
        ))
        .hint(format!(
            "carry it out: see `optimactl request show {reference}`"
        )));
    }
    let error = Error::refused(format!(
        "request {reference} is `{}`: there is no `{verb}` from there",
        state.as_str()
    ));
    Err(match next_command(state, facts) {
        Some(command) => error.hint(format!("next: optimactl request {command} {reference}")),
        None if matches!(state, State::Fulfilled | State::Partial | State::Denied) => error.hint(
            format!("a closed request stays closed: open a new one, or `optimactl request appeal {reference}`"),
        ),
        None if state.is_final() => error.hint("a closed request stays closed: open a new one"),
        None => error.hint(format!("see `optimactl request show {reference}`")),
    })
}

/// The command that usually comes next.
pub const fn next_command(state: State, facts: &Facts) -> Option<&'static str> {
    let needs_proof = matches!(facts.proving, Proving::Needed);
    match state {
        State::Received if needs_proof => Some("ack"),
        State::Acknowledged | State::Reversed if needs_proof => Some("verify"),
        State::IdentityPending => Some("verify"),
        State::Appealed => Some("decide"),
        State::AwaitingApproval => Some("approve"),
        State::Ready if is_erasure(facts) => Some("erase"),
        State::Ready => Some("deliver"),
        State::Delivering if matches!(facts.recipients, Recipients::Tell) => {
            Some("tell-recipients")
        }
        State::RecipientsTold | State::Delivering => Some("fulfil"),
        _ if !is_workable(state, facts) => None,
        _ => Some(match (facts.product, facts.recipients) {
            (Product::Bundle, _) => "build",
            (Product::Erasure, _) => "plan",
            (Product::Correction, _) => "rectify",
            (_, Recipients::Tell) => "tell-recipients",
            (_, Recipients::Spare) => "fulfil",
        }),
    }
}

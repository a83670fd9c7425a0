//! The states of a request and the steps between them: one pure table. Who may take a step, and what else it
//! needs, is the operations' matter.

use crate::base::error::{Error, Result};

/// Where a request stands. The last row of the design's figure (appeals) comes with the command for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Received,
    Acknowledged,
    IdentityPending,
    Verified,
    InProgress,
    AwaitingApproval,
    Ready,
    Delivering,
    Fulfilled,
    Partial,
    Denied,
    Withdrawn,
    Dismissed,
}

impl State {
    pub const ALL: [Self; 13] = [
        Self::Received,
        Self::Acknowledged,
        Self::IdentityPending,
        Self::Verified,
        Self::InProgress,
        Self::AwaitingApproval,
        Self::Ready,
        Self::Delivering,
        Self::Fulfilled,
        Self::Partial,
        Self::Denied,
        Self::Withdrawn,
        Self::Dismissed,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Acknowledged => "acknowledged",
            Self::IdentityPending => "identity-pending",
            Self::Verified => "verified",
            Self::InProgress => "in-progress",
            Self::AwaitingApproval => "awaiting-approval",
            Self::Ready => "ready",
            Self::Delivering => "delivering",
            Self::Fulfilled => "fulfilled",
            Self::Partial => "partial",
            Self::Denied => "denied",
            Self::Withdrawn => "withdrawn",
            Self::Dismissed => "dismissed",
        }
    }

    /// The state that a row of the store names.
    pub fn read(text: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| Error::integrity("a request has an impossible state"))
    }

    /// Nothing leaves a final state but an appeal.
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::Fulfilled | Self::Partial | Self::Denied | Self::Withdrawn | Self::Dismissed
        )
    }
}

/// What is done to a request; each is one event and one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Ack,
    AskIdentity,
    /// The person is asked what is meant.
    Suspend,
    /// The answer to a question came.
    Resume,
    /// The person is told that it takes longer, and why.
    Extend,
    Verify,
    /// The bundle is being made: announced before the file exists.
    Start,
    Build,
    Deliver,
    Fulfil,
    FulfilPartly,
    Deny,
    Withdraw,
    Dismiss,
}

impl Step {
    pub const ALL: [Self; 14] = [
        Self::Ack,
        Self::AskIdentity,
        Self::Suspend,
        Self::Resume,
        Self::Extend,
        Self::Verify,
        Self::Start,
        Self::Build,
        Self::Deliver,
        Self::Fulfil,
        Self::FulfilPartly,
        Self::Deny,
        Self::Withdraw,
        Self::Dismiss,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ack => "ack",
            Self::AskIdentity => "ask-identity",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Extend => "extend",
            Self::Verify => "verify",
            Self::Start => "start",
            Self::Build => "build",
            Self::Deliver => "deliver",
            Self::Fulfil | Self::FulfilPartly => "fulfil",
            Self::Deny => "deny",
            Self::Withdraw => "withdraw",
            Self::Dismiss => "dismiss",
        }
    }
}

/// The state after `step`, or nothing where the step is not possible.
pub const fn after(state: State, step: Step) -> Option<State> {
    use State as S;
    let open = !state.is_final();
    match (step, state) {
        (Step::Ack, S::Received) => Some(S::Acknowledged),
        // 11 CCR §7021(a) wants the confirmation however far the work has come.
        (Step::Ack | Step::Suspend | Step::Resume | Step::Extend, _) if open => Some(state),
        (Step::AskIdentity, S::Received | S::Acknowledged | S::IdentityPending) => {
            Some(S::IdentityPending)
        }
        (Step::Verify, S::Received | S::Acknowledged | S::IdentityPending) => Some(S::Verified),
        // A bundle can be made again until the request is closed: a lost passphrase, a changed key.
        (Step::Start, S::Verified | S::InProgress | S::Ready | S::Delivering) => {
            Some(S::InProgress)
        }
        (Step::Build, S::InProgress) => Some(S::Ready),
        (Step::Deliver, S::Ready | S::Delivering) => Some(S::Delivering),
        (Step::Fulfil, S::Delivering) => Some(S::Fulfilled),
        (Step::FulfilPartly, S::Delivering) => Some(S::Partial),
        (Step::Deny, _) if open && !matches!(state, S::Delivering) => Some(S::Denied),
        (Step::Withdraw, _) if open => Some(S::Withdrawn),
        (Step::Dismiss, S::Received | S::Acknowledged | S::IdentityPending) => Some(S::Dismissed),
        _ => None,
    }
}

/// The state after `step`; a refusal names what is possible instead.
pub fn advance(reference: &str, state: State, step: Step) -> Result<State> {
    if let Some(next) = after(state, step) {
        return Ok(next);
    }
    let verb = match step {
        Step::Start => "build",
        other => other.as_str(),
    };
    let error = Error::refused(format!(
        "request {reference} is `{}`: there is no `{verb}` from there",
        state.as_str()
    ));
    Err(match next_command(state) {
        Some(command) => error.hint(format!("next: optimactl request {command} {reference}")),
        None => error.hint("a closed request stays closed: open a new one"),
    })
}

/// The usual next command.
pub const fn next_command(state: State) -> Option<&'static str> {
    match state {
        State::Received => Some("ack"),
        State::Acknowledged | State::IdentityPending => Some("verify"),
        State::Verified | State::InProgress | State::AwaitingApproval => Some("build"),
        State::Ready => Some("deliver"),
        State::Delivering => Some("fulfil"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_way_leads_from_receipt_to_the_end() {
        let way = [
            Step::Ack,
            Step::Verify,
            Step::Start,
            Step::Build,
            Step::Deliver,
            Step::Fulfil,
        ];
        let end = way.into_iter().try_fold(State::Received, after).unwrap();
        assert_eq!(end, State::Fulfilled);
    }

    #[test]
    fn nothing_leaves_a_final_state_and_nothing_is_built_unverified() {
        for step in Step::ALL {
            for state in State::ALL {
                let next = after(state, step);
                assert!(!state.is_final() || next.is_none(), "{state:?} {step:?}");
                let unverified = matches!(
                    state,
                    State::Received | State::Acknowledged | State::IdentityPending
                );
                if unverified && matches!(step, Step::Start | Step::Build | Step::Deliver) {
                    assert_eq!(next, None, "{state:?} {step:?}");
                }
            }
        }
    }

    #[test]
    fn names_are_read_back_and_a_refusal_says_what_is_next() {
        for state in State::ALL {
            assert_eq!(State::read(state.as_str()).unwrap(), state);
        }
        State::read("").unwrap_err();
        let refusal = advance("R-2026-0001", State::Received, Step::Build).unwrap_err();
        assert!(refusal.hint.unwrap().contains("request ack R-2026-0001"));
        advance("R-2026-0001", State::Denied, Step::Ack).unwrap_err();
    }
}

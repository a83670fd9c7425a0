//! What can be done to a request: the words of the steps.

/// What is done to a request; each is one event and one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Ack,
    /// What an agent showed is recorded.
    Agent,
    AskIdentity,
    /// The person is asked what is meant.
    Suspend,
    /// The answer to a question came.
    Resume,
    /// The person is told that it takes longer, and why.
    Extend,
    /// The person is told what it costs, and why.
    Fee,
    Verify,
    /// Work begins.
    Start,
    /// A bundle is being made: told before its file exists.
    Announce,
    Build,
    Deliver,
    /// What will be erased is written down for the approval.
    Plan,
    Approve,
    /// The erasure begins, or goes on after an interruption.
    Erase,
    /// What was wrong is put right.
    Rectify,
    /// Those who received the data know of the change.
    TellRecipients,
    Fulfil,
    FulfilPartly,
    Deny,
    Withdraw,
    Dismiss,
    Appeal,
    Uphold,
    Reverse,
    /// The hold that kept a part of the data ended.
    Requeue,
    /// The request that was to answer this one, too, was closed without an answer.
    Reopen,
    /// The files of the bundles are gone.
    Discard,
}

impl Step {
    pub const ALL: [Self; 28] = [
        Self::Ack,
        Self::Agent,
        Self::AskIdentity,
        Self::Suspend,
        Self::Resume,
        Self::Extend,
        Self::Fee,
        Self::Verify,
        Self::Start,
        Self::Announce,
        Self::Build,
        Self::Deliver,
        Self::Plan,
        Self::Approve,
        Self::Erase,
        Self::Rectify,
        Self::TellRecipients,
        Self::Fulfil,
        Self::FulfilPartly,
        Self::Deny,
        Self::Withdraw,
        Self::Dismiss,
        Self::Appeal,
        Self::Uphold,
        Self::Reverse,
        Self::Requeue,
        Self::Reopen,
        Self::Discard,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ack => "ack",
            Self::Agent => "agent",
            Self::AskIdentity => "ask-identity",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Extend => "extend",
            Self::Fee => "fee",
            Self::Verify => "verify",
            Self::Start | Self::Announce => "start",
            Self::Build => "build",
            Self::Deliver => "deliver",
            Self::Plan => "plan",
            Self::Approve => "approve",
            Self::Erase => "erase",
            Self::Rectify => "rectify",
            Self::TellRecipients => "tell-recipients",
            Self::Fulfil | Self::FulfilPartly => "fulfil",
            Self::Deny => "deny",
            Self::Withdraw => "withdraw",
            Self::Dismiss => "dismiss",
            Self::Appeal => "appeal",
            Self::Uphold | Self::Reverse => "decide",
            Self::Requeue => "requeue",
            Self::Reopen => "reopen",
            Self::Discard => "discard",
        }
    }

    /// Steps of the work itself, which wait until it is certain who asks.
    pub const fn is_work(self) -> bool {
        matches!(
            self,
            Self::Start
                | Self::Announce
                | Self::Build
                | Self::Deliver
                | Self::Plan
                | Self::Approve
                | Self::Erase
                | Self::Rectify
                | Self::TellRecipients
                | Self::Fulfil
                | Self::FulfilPartly
        )
    }
}

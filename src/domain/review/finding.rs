//! What a reviewer should look at in one account. A pure rule: an account and its roles in, words out.

use crate::base::clock::Time;
use crate::domain::account::State;
use crate::store::account::{AccountKind, Listed};

/// Something to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Nobody signed in for the time that the review names.
    Dormant,
    NeverSignedIn,
    /// It administers, signs in with a password, and has no second factor.
    NoSecondFactor,
    /// Its password is kept by a scheme that guesses quickly.
    WeakHash,
    /// Its time is over, but nobody disabled it.
    Expired,
    /// A service account without an end.
    NoExpiry,
    /// It is disabled or expired and still holds roles.
    OrphanRole,
}

impl Finding {
    pub const ALL: [Self; 7] = [
        Self::Dormant,
        Self::NeverSignedIn,
        Self::NoSecondFactor,
        Self::WeakHash,
        Self::Expired,
        Self::NoExpiry,
        Self::OrphanRole,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dormant => "dormant",
            Self::NeverSignedIn => "never-signed-in",
            Self::NoSecondFactor => "no-2fa",
            Self::WeakHash => "weak-hash",
            Self::Expired => "expired-but-enabled",
            Self::NoExpiry => "service-without-expiry",
            Self::OrphanRole => "orphan-role",
        }
    }
}

/// Schemes that cost an attacker next to nothing for each guess: plain digests and md5-crypt. What is not known
/// is not trusted.
const WEAK: [&str; 10] = [
    "apr1",
    "md5-crypt",
    "md5",
    "smd5",
    "sha1",
    "ssha",
    "ssha256",
    "ssha512",
    "sha256",
    "other",
];

/// What is to be looked at. Before `dormant` is long ago for a sign-in, before `settled` for a new account.
pub fn findings(
    listed: &Listed,
    administers: &[String],
    (now, dormant, settled): (Time, Time, Time),
) -> Vec<Finding> {
    let row = &listed.row;
    let state = State::of(row, now);
    let open = matches!(state, State::Enabled | State::Locked(_));
    let service = row.kind == AccountKind::Service;
    let weak = |scheme: &str| WEAK.contains(&scheme);
    let holds = |finding: &Finding| match finding {
        Finding::Dormant => open && row.last_sign_in.is_some_and(|seen| seen < dormant),
        Finding::NeverSignedIn => open && row.last_sign_in.is_none() && row.created < settled,
        Finding::NoSecondFactor => {
            open && !service
                && !administers.is_empty()
                && row.factors == 0
                && row.password_set.is_some()
        }
        Finding::WeakHash => open && listed.scheme.is_some_and(weak),
        Finding::Expired => matches!(state, State::Expired(_)),
        Finding::NoExpiry => open && service && row.expires.is_none(),
        Finding::OrphanRole => {
            matches!(state, State::Disabled(_) | State::Expired(_)) && !row.roles.is_empty()
        }
    };
    Finding::ALL.into_iter().filter(holds).collect()
}

//! Who took a step: the number of the system's user and the account that is bound to it. Two people are told apart by
//! both, so that a new binding makes nobody a second person.

use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::Tx;

/// Somebody who acted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    uid: Option<u32>,
    account: Option<String>,
}

impl Who {
    /// The caller; nobody where a library acts by itself.
    pub fn acting(ctx: &Context, tx: &Tx<'_>) -> Result<Self> {
        let Some(user) = &ctx.caller.user else {
            return Ok(Self::default());
        };
        let bound = tx.operator(user.uid)?.filter(|bound| user.is(bound));
        Ok(Self {
            uid: Some(user.uid),
            account: bound.map(|bound| bound.account),
        })
    }

    /// `uid:1000 acc_…`, either part where it is known.
    pub fn text(&self) -> Option<String> {
        let uid = self.uid.map(|uid| format!("uid:{uid}"));
        let parts: Vec<_> = uid.into_iter().chain(self.account.clone()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    pub fn read(text: Option<&str>) -> Self {
        let mut who = Self::default();
        for part in text.unwrap_or_default().split_whitespace() {
            match part.strip_prefix("uid:") {
                Some(uid) => who.uid = uid.parse().ok(),
                None => who.account = Some(part.to_owned()),
            }
        }
        who
    }

    pub const fn is_known(&self) -> bool {
        self.uid.is_some() || self.account.is_some()
    }

    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// Whether both may be one person.
    pub fn is_same(&self, other: &Self) -> bool {
        let same_user = self.uid.is_some() && self.uid == other.uid;
        let same_account = self.account.is_some() && self.account == other.account;
        same_user || same_account
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_binding_makes_no_second_person() {
        let before = Who::read(Some("uid:1000"));
        let after = Who::read(Some("uid:1000 acc_a"));
        let elsewhere = Who::read(Some("uid:1001 acc_a"));
        let other = Who::read(Some("uid:1002 acc_b"));
        assert!(before.is_same(&after) && after.is_same(&elsewhere));
        assert!(!before.is_same(&other) && !after.is_same(&other));
        assert!(!Who::read(None).is_same(&Who::default()));
        assert_eq!(after.text().as_deref(), Some("uid:1000 acc_a"));
        assert_eq!(Who::default().text(), None);
    }
}

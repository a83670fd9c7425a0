//! What a restore took from the image again, for its answer.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::text::count;
use crate::domain::rights::Reapplied;

/// What the rights journal took from the image again.
#[derive(Serialize)]
pub(super) struct Rights {
    /// How many restrictions of each kind hold again.
    reapplied: BTreeMap<&'static str, u64>,
    /// Restrictions that could not be applied.
    not_reapplied: Vec<String>,
    /// Accounts whose password is newer than the backup: they have none now.
    without_password: u64,
    /// Accounts that are locked because their second factor is newer than the backup.
    without_factor: Vec<String>,
    voided_sessions: usize,
}

impl Rights {
    pub(super) fn of(reapplied: Reapplied, sessions: usize) -> Self {
        Self {
            reapplied: reapplied.kinds,
            not_reapplied: reapplied.kept,
            without_password: reapplied.without_password,
            without_factor: reapplied.owing,
            voided_sessions: sessions,
        }
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = vec![];
        let all: u64 = self.reapplied.values().sum();
        if all > 0 {
            let kinds = self.reapplied.iter();
            let kinds: Vec<String> = kinds
                .map(|(kind, count)| format!("{kind} {count}"))
                .collect();
            lines.push(format!(
                "{} from after the backup applied again: {}",
                count(i128::from(all), "restriction"),
                kinds.join(", ")
            ));
        }
        if self.voided_sessions > 0 {
            lines.push(format!("{} sessions are revoked", self.voided_sessions));
        }
        if self.without_password > 0 {
            lines.push(format!(
                "{} have no password now, because it is newer than the backup: `optimactl password reset ACCOUNT`",
                count(i128::from(self.without_password), "account")
            ));
        }
        if !self.without_factor.is_empty() {
            lines.push(format!(
                "{} locked, because the second factor is newer than the backup: `optimactl 2fa reset ACCOUNT`, then `optimactl account unlock ACCOUNT`: {}",
                count(i128::try_from(self.without_factor.len()).unwrap_or(0), "account"),
                self.without_factor.iter().take(20).cloned().collect::<Vec<_>>().join(" ")
            ));
        }
        lines.extend(
            self.not_reapplied
                .iter()
                .map(|line| format!("Look at this: {line}")),
        );
        lines
    }
}

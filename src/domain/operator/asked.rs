//! What a command line asks for: its permission, whether it is severe, and which permissions it hands out.

use crate::base::error::Result;
use crate::store::Tx;

/// What an operator wants to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// `noun.verb`, as in the table of permissions.
    pub permission: String,
    /// What was typed: the arguments by name, with their values.
    pub typed: Vec<(String, Vec<String>)>,
}

/// When a command needs a fresh code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severe {
    Always,
    /// With this flag.
    With(&'static str),
    /// With another value of this argument than that.
    Unless(&'static str, &'static str),
}

use Severe::{Always, Unless, With};

/// Commands that ask an operator for a fresh code: they hand out keys or hashes, replace what is there, weaken a
/// sign-in or the rule itself. What hands out `*` is severe by that.
pub const SEVERE: &[(&str, Severe)] = &[
    ("2fa.import", Always),
    ("2fa.policy.remove", Always),
    ("2fa.reset", Always),
    ("account.export", With("with_hashes")),
    ("account.import", With("administrators")),
    ("audit.prune", Always),
    ("audit.redact", Always),
    ("backup.restore", Always),
    ("key.add", Always),
    ("key.kit", Always),
    ("key.remove", Always),
    ("key.retire", Always),
    ("key.rotate", Always),
    ("request.approve", Always),
    ("request.approvers", With("number")),
    ("request.erase", Always),
    ("role.operator.bind", Always),
    ("role.operator.enforce", Unless("state", "status")),
    ("role.operator.unbind", Always),
    ("store.migrate", Always),
];

/// What gives an account something to prove itself with, or takes it away. Done to an operator who has a second
/// factor it is severe: with what it gives, whoever found the operator's terminal open would answer for the code
/// that other commands ask for.
const OF_AN_OPERATOR: [&str; 3] = ["2fa.enroll", "2fa.recovery.new", "2fa.remove"];

impl Asked {
    /// Whether this argument was typed.
    pub fn has(&self, name: &str) -> bool {
        self.typed.iter().any(|(typed, _)| typed == name)
    }

    /// The values that were typed for an argument.
    pub fn values(&self, name: &str) -> &[String] {
        let found = self.typed.iter().find(|(typed, _)| typed == name);
        found.map_or(&[], |(_, values)| values)
    }

    pub(super) fn is_severe(&self) -> bool {
        let known = SEVERE
            .iter()
            .find(|(permission, _)| *permission == self.permission);
        match known {
            None => false,
            Some((_, Always)) => true,
            Some((_, With(flag))) => self.has(flag),
            Some((_, Unless(name, value))) => !self.values(name).iter().any(|typed| typed == value),
        }
    }

    /// Whether it changes what an operator proves itself with.
    pub(super) fn concerns_a_proof(&self, tx: &Tx<'_>) -> Result<bool> {
        if !OF_AN_OPERATOR.contains(&self.permission.as_str()) {
            return Ok(false);
        }
        for who in self.values("account") {
            let Some(row) = tx.find_account(who)? else {
                continue;
            };
            if row.factors > 0 && !tx.operators(Some(&row.id))?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The permissions that this would give to somebody: nobody may give what they do not have. A role or
    /// account that is not there gives nothing; the command itself says so.
    pub(super) fn handed_out(&self, tx: &Tx<'_>) -> Result<Vec<String>> {
        let mut roles = vec![];
        match self.permission.as_str() {
            "role.create" => return Ok(self.values("permit").to_vec()),
            "role.permit" if !self.has("withdraw") => {
                return Ok(self.values("permissions").to_vec());
            }
            "role.grant" | "account.create" => roles.extend_from_slice(self.values("role")),
            "account.import" => {
                roles.extend_from_slice(self.values("role"));
                roles.extend(self.roles_of_groups(tx)?);
            }
            "group.add" => roles.extend(self.roles_of_groups(tx)?),
            "role.operator.bind" => {
                for who in self.values("account") {
                    let found = tx.find_account(who)?;
                    roles.extend(found.map(|row| row.roles).unwrap_or_default());
                }
            }
            _ => {}
        }
        let mut permissions = vec![];
        for name in roles {
            permissions.extend(
                tx.role(&name)?
                    .map(|role| role.permissions)
                    .unwrap_or_default(),
            );
        }
        Ok(permissions)
    }

    /// What members of the groups hold that were typed.
    fn roles_of_groups(&self, tx: &Tx<'_>) -> Result<Vec<String>> {
        let mut roles = vec![];
        for name in self.values("group") {
            roles.extend(tx.group(name)?.map(|group| group.roles).unwrap_or_default());
        }
        Ok(roles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::Permission;

    fn asked(permission: &str, typed: &[(&str, &str)]) -> Asked {
        let typed = typed.iter();
        Asked {
            permission: permission.to_owned(),
            typed: typed
                .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]))
                .collect(),
        }
    }

    #[test]
    fn what_is_severe_depends_on_what_was_typed() {
        assert!(asked("key.add", &[]).is_severe());
        assert!(!asked("key.list", &[]).is_severe());
        assert!(!asked("account.export", &[]).is_severe());
        assert!(asked("account.export", &[("with_hashes", "true")]).is_severe());
        assert!(asked("role.operator.enforce", &[("state", "off")]).is_severe());
        assert!(!asked("role.operator.enforce", &[("state", "status")]).is_severe());
    }

    #[test]
    fn every_severe_command_is_a_permission() {
        for (permission, _) in SEVERE {
            assert!(Permission::new(permission).is_ok(), "{permission}");
        }
        for permission in OF_AN_OPERATOR {
            assert!(Permission::new(permission).is_ok(), "{permission}");
        }
    }
}

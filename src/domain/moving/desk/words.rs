//! Roles and groups that a file names: whether they are there, and whether a file may give them.

use super::Desk;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::moving::format::{Fault, Field, Reason};
use crate::domain::moving::import::Administrators;
use crate::domain::operator;
use crate::store::role::RoleRow;

impl Desk<'_> {
    /// Roles and groups for every account are held to the same rules as those that a file names.
    pub(super) fn require_given(&self) -> Result<()> {
        let plan = self.plan;
        for (field, names) in [(Field::Roles, &plan.roles), (Field::Groups, &plan.groups)] {
            for name in names {
                if let Some(fault) = self.judge(field, name)? {
                    return Err(Error::refused(fault.problem));
                }
            }
        }
        Ok(())
    }

    pub(super) fn judge(&self, field: Field, name: &str) -> Result<Option<Fault>> {
        let fault = |problem: String| Fault::new(0, problem).field(field.as_str());
        let roles = if field == Field::Groups {
            let Some(group) = self.tx.group(name)? else {
                return Ok(Some(fault(format!("there is no group `{}`", safe(name)))));
            };
            group.roles
        } else {
            vec![name.to_owned()]
        };
        for held in &roles {
            let Some(role) = self.tx.role(held)? else {
                return Ok(Some(fault(format!(
                    "there is no role `{}`; make it with `optimactl role create`",
                    safe(held)
                ))));
            };
            if let Some(problem) = self.too_much(&role)? {
                let problem = match field {
                    Field::Groups => format!("through the group `{}`: {problem}", safe(name)),
                    _ => problem,
                };
                return Ok(Some(fault(problem).because(Reason::Rule)));
            }
        }
        Ok(None)
    }

    /// Why a file may not give this role.
    fn too_much(&self, role: &RoleRow) -> Result<Option<String>> {
        let all = role.permissions.iter().any(|permission| permission == "*");
        if all && self.plan.administrators == Administrators::Refuse {
            return Ok(Some(format!(
                "the role `{}` permits everything; take it with `--administrators`",
                role.name
            )));
        }
        let beyond = operator::beyond(self.ctx, self.tx, "account.import", &role.permissions)?;
        Ok(beyond.map(|more| {
            format!(
                "the role `{}` permits `{more}`, which you do not have to give",
                role.name
            )
        }))
    }
}

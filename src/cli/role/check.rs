//! `role check`: whether an account may do something, and why.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::account::{self, Considered, Verdict};
use crate::domain::role::Permission;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Ask whether an account may restore backups",
        line: "optimactl role check mira backup.restore",
    },
    Example {
        what: "See why not (it ends with 5)",
        line: "optimactl role check zoe backup.restore --explain # ends with 5",
    },
];

/// Check whether an account may do something
///
/// Ends with 0 if a role of the account permits it and the account can act now, else with 5.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl role show", "optimactl role permit"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// What it wants to do: `backup.restore`
    #[arg(value_name = "PERMISSION")]
    permission: String,
    /// Tell every role that was looked at, how it is held and which permission decides
    #[arg(long)]
    explain: bool,
}

#[derive(Serialize)]
struct Answered {
    id: String,
    name: String,
    permission: String,
    permitted: bool,
    state: &'static str,
    roles: Vec<String>,
    /// The roles that permit it.
    by: Vec<By>,
    /// Every role that was looked at.
    considered: Vec<Looked>,
    /// Roles that the account does not hold and that would permit it.
    others: Vec<By>,
    #[serde(skip)]
    explain: bool,
}

#[derive(Serialize)]
struct By {
    role: String,
    permission: String,
}

#[derive(Serialize)]
struct Looked {
    role: String,
    group: Option<String>,
    permissions: Vec<String>,
    permits: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "role-check"
    }

    fn view(&self) -> View {
        let (name, permission) = (safe(&self.name), &self.permission);
        let may = if self.permitted { "may" } else { "may not" };
        let mut lines = vec![format!("`{name}` {may} {permission}")];
        if self.explain {
            lines.extend(self.reasons());
        }
        View::Lines(lines)
    }
}

impl Answered {
    fn reasons(&self) -> Vec<String> {
        let mut reasons = vec![match self.state {
            "enabled" => "  yes  the account is enabled".to_owned(),
            state => format!("  no   the account is {state}: it is permitted nothing"),
        }];
        reasons.extend(self.considered.iter().map(line));
        if self.considered.is_empty() {
            reasons.push("  no   it holds no role".to_owned());
        }
        if self.by.is_empty() && !self.others.is_empty() {
            let others = self
                .others
                .iter()
                .map(|other| format!("{} ({})", other.role, other.permission));
            let others: Vec<String> = others.collect();
            reasons.push(format!("       roles that would: {}", others.join(", ")));
        }
        reasons
    }
}

/// One role: whether it permits what was asked, how it is held, and by which permission or what it permits
/// instead.
fn line(role: &Looked) -> String {
    let held = role
        .group
        .as_ref()
        .map_or_else(String::new, |group| format!(", held through `{group}`,"));
    match &role.permits {
        Some(by) => format!("  yes  role `{}`{held} permits {by}", role.role),
        None if role.permissions.is_empty() => {
            format!("  no   role `{}`{held} permits nothing", role.role)
        }
        None => format!(
            "  no   role `{}`{held} permits only {}",
            role.role,
            role.permissions.join(", ")
        ),
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let permission = Permission::new(&args.permission)?;
    let core = ctx.open()?;
    let verdict = account::permitted(&core, &args.account, &permission)?;
    let refused = (!verdict.is_permitted()).then_some(Kind::Refused);
    ctx.answer_with(&answered(verdict, &permission, args), refused)
}

fn answered(verdict: Verdict, permission: &Permission, args: &Args) -> Answered {
    let permitted = verdict.is_permitted();
    let named = |(role, permission)| By { role, permission };
    let by = verdict.considered.iter().filter_map(|role| {
        let permission = role.by.clone()?;
        Some(named((role.role.clone(), permission)))
    });
    Answered {
        by: by.collect(),
        id: verdict.row.id,
        name: verdict.row.name,
        permission: permission.as_str().to_owned(),
        permitted,
        state: verdict.state.as_str(),
        roles: verdict.row.roles,
        considered: verdict.considered.into_iter().map(Looked::from).collect(),
        others: verdict.others.into_iter().map(named).collect(),
        explain: args.explain,
    }
}

impl From<Considered> for Looked {
    fn from(role: Considered) -> Self {
        Self {
            role: role.role,
            group: role.group,
            permissions: role.permissions,
            permits: role.by,
        }
    }
}

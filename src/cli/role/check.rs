//! `role check`: whether an account may do something, and why.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::account::{self, Verdict};
use crate::domain::role::Permission;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Ask whether an account may restore backups",
        line: "optimactl role check mira backup.restore",
    },
    Example {
        what: "See why not (it ends with 5)",
        line: "optimactl role check zoe backup.restore --explain # exit 5",
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
    /// Tell which role permits it, or what is missing
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
    by: Vec<By>,
    #[serde(skip)]
    explain: bool,
}

#[derive(Serialize)]
struct By {
    role: String,
    permission: String,
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
        let mut reasons: Vec<String> = self
            .by
            .iter()
            .map(|by| format!("  role `{}` permits {}", by.role, by.permission))
            .collect();
        if reasons.is_empty() && self.roles.is_empty() {
            reasons.push("  it holds no role".to_owned());
        } else if reasons.is_empty() {
            reasons.push(format!(
                "  none of its roles permits it: {}",
                self.roles.join(", ")
            ));
        }
        if self.state != "enabled" {
            reasons.push(format!("  the account is {}", self.state));
        }
        reasons
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
    let by = verdict.by.into_iter();
    Answered {
        id: verdict.row.id,
        name: verdict.row.name,
        permission: permission.as_str().to_owned(),
        permitted,
        state: verdict.state.as_str(),
        roles: verdict.row.roles,
        by: by
            .map(|(role, permission)| By { role, permission })
            .collect(),
        explain: args.explain,
    }
}

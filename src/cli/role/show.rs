//! `role show`: one role and who holds it.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::role;

const EXAMPLES: [Example; 1] = [Example {
    what: "See what a role permits and who holds it",
    line: "optimactl role show admin",
}];

/// Show what a role permits and who holds it
///
/// Up to a hundred holders are named; `optimactl account list --filter role=ROLE` lists all. The look is
/// recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl role list", "optimactl account list"],
))]
pub(crate) struct Args {
    /// The role
    #[arg(value_name = "ROLE")]
    role: String,
}

#[derive(Serialize)]
struct Answered {
    name: String,
    description: String,
    created: String,
    permissions: Vec<String>,
    accounts: u64,
    groups: Vec<String>,
    /// Accounts that hold it by themselves.
    holders: Vec<String>,
    /// Accounts that hold it through a group.
    through: Vec<Through>,
}

#[derive(Serialize)]
struct Through {
    account: String,
    group: String,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "role-show"
    }

    fn view(&self) -> View {
        let listed = |items: &[String]| {
            if items.is_empty() {
                "none".to_owned()
            } else {
                items.join(", ")
            }
        };
        let through: Vec<String> = self
            .through
            .iter()
            .map(|through| format!("{} ({})", through.account, through.group))
            .collect();
        let fields = [
            ("role", self.name.clone()),
            ("description", self.description.clone()),
            ("created", self.created.clone()),
            ("permissions", listed(&self.permissions)),
            ("accounts", self.accounts.to_string()),
            ("by themselves", listed(&self.holders)),
            ("groups", listed(&self.groups)),
            ("through groups", listed(&through)),
        ];
        View::Record(fields.map(|(key, value)| (key.to_owned(), value)).into())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let shown = role::show(&core, &args.role)?;
    let row = shown.row;
    let (alone, through): (Vec<_>, Vec<_>) = shown
        .holders
        .into_iter()
        .partition(|holder| holder.group.is_none());
    ctx.answer(&Answered {
        name: row.name,
        description: row.description,
        created: seconds_text(row.created),
        permissions: row.permissions,
        accounts: shown.accounts,
        groups: row.groups,
        holders: alone.into_iter().map(|holder| holder.name).collect(),
        through: through
            .into_iter()
            .filter_map(|holder| {
                Some(Through {
                    account: holder.name,
                    group: holder.group?,
                })
            })
            .collect(),
    })
}

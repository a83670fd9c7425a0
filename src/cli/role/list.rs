//! `role list`: every role.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::store::role::RoleRow;

const EXAMPLES: [Example; 1] = [Example {
    what: "See every role and what it permits",
    line: "optimactl role list",
}];

/// List the roles, what they permit and how many accounts hold them
///
/// An account counts that holds a role by itself or through a group.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl role show", "optimactl account list"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Item>);

#[derive(Serialize)]
struct Item {
    name: String,
    description: String,
    permissions: Vec<String>,
    accounts: u64,
    groups: Vec<String>,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "role-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["role", "accounts", "groups", "permissions", "description"]);
        for item in &self.0 {
            table.row([
                item.name.clone(),
                item.accounts.to_string(),
                item.groups.join(" "),
                item.permissions.join(" "),
                item.description.clone(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let items = core.store.read(|tx| {
        let roles = tx.roles()?;
        let items = roles.into_iter().map(|role| {
            let accounts = tx.count_holders(&role.name)?;
            Ok(Item::of(role, accounts))
        });
        items.collect::<Result<_>>()
    })?;
    ctx.answer(&Listed(items))
}

impl Item {
    fn of(role: RoleRow, accounts: u64) -> Self {
        Self {
            name: role.name,
            description: role.description,
            permissions: role.permissions,
            accounts,
            groups: role.groups,
        }
    }
}

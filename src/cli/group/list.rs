//! `group list`: every group.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::store::group::GroupRow;

const EXAMPLES: [Example; 1] = [Example {
    what: "See every group and the roles that it gives",
    line: "optimactl group list",
}];

/// List the groups, their roles and how many accounts are in them
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl group show", "optimactl role list"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Item>);

#[derive(Serialize)]
struct Item {
    name: String,
    description: String,
    roles: Vec<String>,
    accounts: u64,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "group-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["group", "accounts", "roles", "description"])
            .or_say("There is no group; make one with `optimactl group create`");
        for item in &self.0 {
            table.row([
                item.name.clone(),
                item.accounts.to_string(),
                item.roles.join(" "),
                item.description.clone(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let groups = core.store.read(|tx| tx.groups())?;
    ctx.answer(&Listed(groups.into_iter().map(Item::from).collect()))
}

impl From<GroupRow> for Item {
    fn from(group: GroupRow) -> Self {
        Self {
            name: group.name,
            description: group.description,
            roles: group.roles,
            accounts: group.members,
        }
    }
}

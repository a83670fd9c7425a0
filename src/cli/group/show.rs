//! `group show`: one group and who is in it.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::group;

const EXAMPLES: [Example; 1] = [Example {
    what: "See who is in a group and which roles that gives",
    line: "optimactl group show helpdesk",
}];

/// Show a group: its roles and who is in it
///
/// Up to a hundred members are named. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl group list", "optimactl account show"],
))]
pub(crate) struct Args {
    /// The group
    #[arg(value_name = "GROUP")]
    group: String,
}

#[derive(Serialize)]
struct Answered {
    name: String,
    description: String,
    created: String,
    roles: Vec<String>,
    accounts: u64,
    members: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "group-show"
    }

    fn view(&self) -> View {
        let listed = |items: &[String]| {
            if items.is_empty() {
                "none".to_owned()
            } else {
                items.join(", ")
            }
        };
        let fields = [
            ("group", self.name.clone()),
            ("description", self.description.clone()),
            ("created", self.created.clone()),
            ("roles", listed(&self.roles)),
            ("accounts", self.accounts.to_string()),
            ("members", listed(&self.members)),
        ];
        View::Record(fields.map(|(key, value)| (key.to_owned(), value)).into())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let (row, members) = group::show(&core, &args.group)?;
    ctx.answer(&Answered {
        name: row.name,
        description: row.description,
        created: seconds_text(row.created),
        roles: row.roles,
        accounts: row.members,
        members,
    })
}

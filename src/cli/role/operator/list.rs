//! `role operator list`: who acts for whom.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::os_user;
use crate::cli::render::{Answer, Table, View};
use crate::domain::operator::{self, Listed};

const EXAMPLES: [Example; 1] = [Example {
    what: "See which account acts for which user",
    line: "optimactl role operator list",
}];

/// List users of the operating system and the accounts that act for them
///
/// `now` is what this machine calls the number now; where that is another name than when it was bound, the binding
/// is void. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl role operator bind", "optimactl account show"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Operators(Vec<Item>);

#[derive(Serialize)]
struct Item {
    uid: u32,
    os_user: Option<String>,
    /// What the machine calls the number now.
    now: Option<String>,
    account: String,
    id: String,
    state: &'static str,
    roles: Vec<String>,
    second_factors: u64,
    bound: String,
}

impl Answer for Operators {
    fn schema(&self) -> &'static str {
        "role-operator-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["uid", "user", "now", "account", "state", "roles", "2fa"])
            .or_say(
                "No user is bound; bind one with `optimactl role operator bind ACCOUNT --uid N`",
            );
        let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "unnamed".to_owned());
        for item in &self.0 {
            table.row([
                item.uid.to_string(),
                name(&item.os_user),
                name(&item.now),
                item.account.clone(),
                item.state.to_owned(),
                item.roles.join(" "),
                item.second_factors.to_string(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let listed = operator::list(&core)?;
    ctx.answer(&Operators(listed.into_iter().map(Item::from).collect()))
}

impl From<Listed> for Item {
    fn from(listed: Listed) -> Self {
        Self {
            uid: listed.row.uid,
            now: os_user::login_of(listed.row.uid),
            os_user: listed.row.login,
            account: listed.account.name,
            id: listed.account.id,
            state: listed.state.as_str(),
            roles: listed.account.roles,
            second_factors: listed.account.factors,
            bound: seconds_text(listed.row.bound),
        }
    }
}

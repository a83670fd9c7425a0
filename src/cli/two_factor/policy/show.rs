//! `2fa policy show`: the rules.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::two_factor::policy;

const EXAMPLES: [Example; 1] = [Example {
    what: "See which roles require a second factor",
    line: "optimactl 2fa policy show",
}];

/// See which roles require a second factor
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa policy report", "optimactl 2fa policy set"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Rule {
    role: String,
    from: String,
    grace_days: u64,
    set: String,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Rules(Vec<Rule>);

impl Answer for Rules {
    fn schema(&self) -> &'static str {
        "2fa-policy-show"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["role", "from", "grace_days", "set"])
            .or_say("no role requires a second factor");
        for rule in &self.0 {
            let days = rule.grace_days.to_string();
            table.row([&rule.role, &rule.from, &days, &rule.set].map(String::as_str));
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let rules = policy::rules(&core)?.into_iter().map(|row| Rule {
        role: row.role,
        from: seconds_text(row.from),
        grace_days: row.grace_days,
        set: seconds_text(row.created),
    });
    ctx.answer(&Rules(rules.collect()))
}

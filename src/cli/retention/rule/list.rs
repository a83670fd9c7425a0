//! `retention rule list`: the rules.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::retention;

const EXAMPLES: [Example; 1] = [Example {
    what: "See the rules",
    line: "optimactl retention rule list",
}];

/// List the rules of retention
///
/// A class without a rule is kept. `retention report` shows every class, with what is due.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl retention report", "optimactl retention rule add"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Row>);

#[derive(Serialize)]
struct Row {
    class: &'static str,
    period: String,
    basis: String,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "retention-rule-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["class", "period", "basis"])
            .or_say("There is no rule: everything is kept");
        for row in &self.0 {
            table.row([row.class.to_owned(), row.period.clone(), row.basis.clone()]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let rules = retention::list(&core)?;
    drop(core);
    let rows = rules.into_iter().map(|rule| Row {
        class: rule.class.as_str(),
        period: rule.period.to_string(),
        basis: rule.basis,
    });
    ctx.answer(&Listed(rows.collect()))
}

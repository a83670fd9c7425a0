//! `restriction list`: whose data are only stored.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::restriction::{self, Ground};
use crate::store::restriction::RestrictionRow;

const EXAMPLES: [Example; 1] = [Example {
    what: "See which restrictions are waiting for a decision",
    line: "optimactl restriction list",
}];

/// List restricted accounts, the longest restricted first
///
/// The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl restriction set", "optimactl restriction lift"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Row>);

#[derive(Serialize)]
struct Row {
    account_id: String,
    account: String,
    ground: String,
    paragraph: Option<&'static str>,
    since: String,
}

impl Row {
    fn of(row: RestrictionRow) -> Self {
        Self {
            paragraph: Ground::parse(&row.ground).ok().map(Ground::paragraph),
            account_id: row.account,
            account: row.name,
            ground: row.ground,
            since: seconds_text(row.since),
        }
    }
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "restriction-list"
    }

    fn view(&self) -> View {
        let header = ["account", "ground", "law", "since"];
        let mut table = Table::new(&header).or_say("No account is restricted");
        for row in &self.0 {
            table.row([
                row.account.clone(),
                row.ground.clone(),
                row.paragraph.unwrap_or_default().to_owned(),
                row.since.clone(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let rows = restriction::list(&core)?;
    drop(core);
    ctx.answer(&Listed(rows.into_iter().map(Row::of).collect()))
}

//! `hold list`: which holds there are, and which must be looked at again.

use serde::Serialize;

use super::row::Row;
use crate::base::error::{Kind, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::hold::{self, Which};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what is held",
        line: "optimactl hold list",
    },
    Example {
        what: "Every week from cron: mail comes only when a hold must be looked at again",
        line: "optimactl hold list --due --within 14d",
    },
];

/// List holds, the next review first
///
/// Only those in force, unless `--all` is given. With `--due` only those whose review is due, and the command ends with
/// 4 when there is one: a hold whose review was missed holds on. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Findings]].concat(),
    &["optimactl hold show", "optimactl hold review"],
))]
pub(crate) struct Args {
    /// Also released ones
    #[arg(long, conflicts_with = "due")]
    all: bool,
    /// Only those that must be reviewed
    #[arg(long)]
    due: bool,
    /// How far ahead `--due` looks
    #[arg(long, value_name = "PERIOD", default_value = "7d", requires = "due")]
    within: Period,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed {
    items: Vec<Row>,
    #[serde(skip)]
    empty: String,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "hold-list"
    }

    fn view(&self) -> View {
        let header = ["id", "of", "classes", "basis", "owner", "review", "state"];
        let mut table = Table::new(&header).or_say(self.empty.clone());
        for row in &self.items {
            let state = if row.review_due {
                "REVIEW DUE"
            } else {
                row.state
            };
            table.row([
                row.id.clone(),
                row.whose(),
                row.classes.join(" "),
                row.basis.clone(),
                row.owner.clone(),
                row.review.clone(),
                state.to_owned(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let now = core.now();
    let (which, empty) = match (args.due, args.all) {
        (true, _) => (
            Which::Due(args.within.after(now)),
            format!("No hold must be reviewed within {}", args.within),
        ),
        (_, true) => (Which::All, "There is no hold".to_owned()),
        _ => (Which::InForce, "Nothing is held".to_owned()),
    };
    let rows = hold::list(&core, which)?;
    drop(core);
    let found = (args.due && !rows.is_empty()).then_some(Kind::Findings);
    let items = rows.into_iter().map(|row| Row::of(row, now)).collect();
    ctx.answer_with(&Listed { items, empty }, found)
}

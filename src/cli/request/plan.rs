//! `request plan`: an erasure waits for its approval.

use super::shared;
use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Change, Table, View};
use crate::cli::sources::{self, SourceShown};
use crate::domain::erasure::Plan;
use crate::domain::request::{self, Approvers};

const EXAMPLES: [Example; 1] = [Example {
    what: "Have an erasure approved",
    line: "optimactl request plan R-2026-0007",
}];

/// Put an erasure forward for approval
///
/// What would go is counted and written down, and shown, with what each data source of the configuration holds (exit 3 where
/// one of them fails); whom it is about is kept sealed until the erasure is done. Nothing is erased yet. Who did it is
/// recorded: where two take part (`optimactl request approvers`) neither they nor who opened the request can approve it. A new plan
/// takes an approval away. What a hold kept of an erasure that was closed is planned on the same request once nothing is held.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict, Kind::Partial]].concat(),
    &["optimactl request approve", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let sources = sources::declared(ctx)?;
    let core = ctx.open()?;
    let approvers = request::approvers(&core)?;
    let mut planned = Plan::default();
    let changed = request::plan(&core, &args.request, |tx, row, event| {
        planned = request::erase::freeze(&core, tx, (row, &sources), event)?;
        Ok(())
    })?;
    let asked = if ctx.flags.dry_run {
        request::sources::Asked::default()
    } else {
        request::sources::counted(&core, &args.request, &sources)?
    };
    drop(core);
    sources::tell(ctx, &asked.failures);
    let verb = shared::tense(ctx, "Put", "Would put");
    let who = match approvers {
        Approvers::One => "anyone permitted",
        Approvers::Two => "somebody else",
    };
    let sentence = format!(
        "{verb} {} forward: {who} approves it",
        changed.value.reference
    );
    let exit = (!asked.failures.is_empty()).then_some(Kind::Partial);
    ctx.answer_with(
        &Planned {
            change: shared::stepped(ctx, "request-plan", sentence, &changed),
            plan: planned,
            sources: asked.runs.iter().map(SourceShown::of).collect(),
        },
        exit,
    )
}

/// The step, and what would go.
#[derive(serde::Serialize)]
struct Planned {
    #[serde(flatten)]
    change: Change,
    plan: Plan,
    sources: Vec<SourceShown>,
}

impl Answer for Planned {
    fn schema(&self) -> &'static str {
        self.change.schema()
    }

    fn view(&self) -> View {
        let plan = &self.plan;
        let mut table = Table::new(&["WHAT GOES", "COUNT"]);
        let rows = plan
            .rows
            .iter()
            .map(|(table, rows)| (format!("rows of `{table}`"), *rows));
        let log = [
            (
                "events of the audit log that lose their personal values".to_owned(),
                plan.events,
            ),
            (
                "names by which the audit log knows the person".to_owned(),
                plan.pseudonyms,
            ),
        ];
        table.rows = rows
            .chain(log)
            .map(|(what, count)| vec![what, count.to_string()])
            .collect();
        let mut lines = vec![];
        if !plan.held.is_empty() {
            lines.push(format!("Held, and stays: {}", plan.held.join(", ")));
        }
        if !plan.bundles.is_empty() {
            lines.push(format!(
                "Handed out, delete it where it lies: {}",
                plan.bundles.join(", ")
            ));
        }
        if plan.backups > 0 {
            let backups = count(i128::from(plan.backups), "backup");
            lines.push(format!(
                "{backups} may hold the person until they are deleted"
            ));
        }
        let mut parts = vec![self.change.view(), View::Table(table)];
        parts.extend(sources::table(&self.sources).map(View::Table));
        parts.push(View::Lines(lines));
        View::Parts(parts)
    }
}

//! `retention run`: deletes what is older than its rule.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain;
use crate::domain::privacy::Class;
use crate::domain::retention::{self, Ran};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what tonight's run would delete",
        line: "optimactl retention run --dry-run",
    },
    Example {
        what: "Every night from cron",
        line: "optimactl retention run --quiet",
    },
];

/// Delete what is older than its rule
///
/// Each class in one transaction with one event; run again, it finds nothing more. What a hold keeps stays and is told,
/// and so do the data of restricted accounts and removed accounts with an open request. One class that fails stops no
/// other: then the command ends with 3. A clock that stands more than a year ahead of the newest event, those of the last 30 days left
/// aside, is not believed (5) without `--yes`. What went is taken out of the write-ahead log, too; backups hold it until
/// they expire.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial, Kind::Refused, Kind::NotFound]].concat(),
    &["optimactl retention report", "optimactl hold list", "optimactl audit expire", "optimactl-cron(7)"],
))]
pub(crate) struct Args {
    /// Only the rule for this class of data
    #[arg(long, value_name = "CLASS")]
    class: Option<String>,
}

#[derive(Serialize)]
struct Done {
    dry_run: bool,
    classes: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    class: &'static str,
    period: String,
    deleted: u64,
    held: u64,
    event: Option<u64>,
    error: Option<String>,
}

impl Item {
    fn of(ran: &Ran) -> Self {
        let (deleted, event) = match &ran.outcome {
            Ok((deleted, event)) => (*deleted, *event),
            Err(_) => Default::default(),
        };
        Self {
            class: ran.rule.class.as_str(),
            period: ran.rule.period.to_string(),
            deleted: deleted.rows,
            held: deleted.held,
            event,
            error: ran.outcome.as_ref().err().map(ToString::to_string),
        }
    }

    fn sentence(&self, verb: &str) -> String {
        if let Some(error) = &self.error {
            return format!("`{}` failed: {error}", self.class);
        }
        let rows = count(i128::from(self.deleted), "row");
        let held = if self.held > 0 {
            format!("; {} kept", self.held)
        } else {
            String::new()
        };
        format!(
            "`{}`: {verb} {rows} older than {}{held}",
            self.class, self.period
        )
    }
}

impl Answer for Done {
    fn schema(&self) -> &'static str {
        "retention-run"
    }

    fn view(&self) -> View {
        if self.classes.is_empty() {
            return View::Lines(vec![
                "There is no rule: nothing is deleted; see `optimactl retention rule add`"
                    .to_owned(),
            ]);
        }
        let verb = if self.dry_run {
            "would delete"
        } else {
            "deleted"
        };
        View::Lines(
            self.classes
                .iter()
                .map(|item| item.sentence(verb))
                .collect(),
        )
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let only = args.class.as_deref().map(Class::parse).transpose()?;
    let core = ctx.open()?;
    require_clock(ctx, &core)?;
    let ran = retention::run(&core, only)?;
    if !ctx.flags.dry_run
        && !ran.is_empty()
        && let Some(why) = retention::scrub(&core)
    {
        ctx.ui.alert(&why);
    }
    drop(core);
    let failed = ran.iter().any(|ran| ran.outcome.is_err());
    let done = Done {
        dry_run: ctx.flags.dry_run,
        classes: ran.iter().map(Item::of).collect(),
    };
    ctx.answer_with(&done, failed.then_some(Kind::Partial))
}

/// What is old is said by the clock, and what went does not come back.
fn require_clock(ctx: &Context, core: &domain::Context) -> Result<()> {
    match retention::doubt(core)? {
        Some(why) if !ctx.flags.yes && !ctx.flags.dry_run => {
            Err(Error::refused(why).hint("set the clock; if it is right, say so with `--yes`"))
        }
        _ => Ok(()),
    }
}

//! `2fa policy enforce`: the timer's command.

use serde::Serialize;

use crate::base::error::Result;
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::two_factor::{self, Enforced};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Run it from a timer, once a day",
        line: "optimactl 2fa policy enforce",
    },
    Example {
        what: "See what it would do",
        line: "optimactl 2fa policy enforce --dry-run",
    },
];

/// Write deadlines, warn those before theirs, bar those after: for cron or a timer
///
/// Queues a notice 7 days and 1 day before a deadline, once each. Ends the sessions of accounts whose deadline
/// has passed and records that they are barred; signing in is barred by the deadline itself, also where this
/// never runs. The last administrator is spared and named. Factors that waited longer than an hour for their
/// first code are removed. Running it again changes nothing more.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa policy report", "optimactl notice list", "optimactl-cron(7)"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Answered {
    what: String,
    written: usize,
    warned: u64,
    barred: u64,
    /// The first hundred of those who are barred now.
    names: Vec<String>,
    sessions_ended: usize,
    spared: Option<String>,
    pending_removed: usize,
    event: Option<u64>,
    dry_run: bool,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "2fa-policy-enforce"
    }

    fn view(&self) -> View {
        let event = self.event.map(|event| format!(" (event {event})"));
        View::Lines(vec![format!("{}{}", self.what, event.unwrap_or_default())])
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let done = two_factor::enforce(&core)?;
    if let Some(spared) = &done.spared {
        ctx.ui.alert(&format!(
            "`{}` is overdue and not barred: nobody else could administer",
            safe(spared)
        ));
    }
    ctx.answer(&Answered {
        what: sentence(&done, ctx),
        written: done.written,
        warned: done.warned,
        barred: done.barred,
        names: done.names,
        sessions_ended: done.sessions,
        spared: done.spared,
        pending_removed: done.swept,
        event: done.event,
        dry_run: ctx.flags.dry_run,
    })
}

fn sentence(done: &Enforced, ctx: &Context) -> String {
    let number = |n: usize, noun: &str| count(i128::try_from(n).unwrap_or_default(), noun);
    let (wrote, warned, barred) = if ctx.flags.dry_run {
        ("Would write", "warn", "bar")
    } else {
        ("Wrote", "warned", "barred")
    };
    format!(
        "{wrote} {}, {warned} {}, {barred} {} and ended {}",
        number(done.written, "deadline"),
        count(i128::from(done.warned), "account"),
        count(i128::from(done.barred), "account"),
        number(done.sessions, "session"),
    )
}

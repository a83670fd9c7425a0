//! `2fa policy report`: who still needs a factor.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::rows::Rows;
use crate::domain::two_factor::policy;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See who is due when",
        line: "optimactl 2fa policy report",
    },
    Example {
        what: "Learn by the exit code that somebody is overdue",
        line: "optimactl 2fa policy set admin --grace 0d --yes && optimactl 2fa policy report --format csv # ends with 4",
    },
];

/// See who still needs a second factor, and by when
///
/// Lists every account of which a rule requires a factor and that has none, the most urgent first. State `due`:
/// there is time; `overdue`: signing in is barred; `spared`: overdue, but the last administrator. Ends with 4
/// if somebody is overdue. The look is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Findings]].concat(),
    &["optimactl 2fa policy enforce", "optimactl 2fa status"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    role: String,
    deadline: String,
    state: &'static str,
    extended: Option<String>,
    warned: Option<String>,
    barred: Option<String>,
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let header = ["account", "role", "deadline", "state", "warned"];
    let mut rows = Rows::new(ctx, "2fa-policy-report", &header)
        .or_say("nobody lacks a second factor that a rule requires");
    let overdue = policy::report(&core, |due, standing| {
        let row = Row {
            id: due.account.clone(),
            name: due.name.clone(),
            role: due.role.clone(),
            deadline: seconds_text(due.deadline),
            state: standing.as_str(),
            extended: due.extended.map(seconds_text),
            warned: due.warned.map(seconds_text),
            barred: due.barred.map(seconds_text),
        };
        let cells = vec![
            row.name.clone(),
            row.role.clone(),
            row.deadline.clone(),
            row.state.to_owned(),
            row.warned.clone().unwrap_or_default(),
        ];
        rows.row(ctx, &row, cells)
    })?;
    rows.finish(ctx)?;
    Ok(if overdue > 0 {
        Exit::with(Kind::Findings)
    } else {
        Exit::OK
    })
}

//! `password report`: which hash schemes and parameters the stored passwords have.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::password::{self, Group, Report};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "How are the passwords hashed?",
        line: "optimactl password report",
    },
    Example {
        what: "For a monitor: end with 4 when a hash is weak",
        line: "optimactl password report --check",
    },
    Example {
        what: "For a program",
        line: "optimactl password report --format json",
    },
];

/// See how the stored passwords are hashed
///
/// One line for each scheme and its parameters, the weakest first, with how many passwords have it and since
/// when. `weak` is cheaper to guess at than the OWASP Password Storage Cheat Sheet allows; `older` is strong
/// enough and replaced at the next sign-in; `current` is as new passwords are hashed. The passwords of removed
/// accounts are counted, too, for as long as they lie in the store. No hash is shown.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Findings]].concat(),
    &["optimactl password upgrade", "optimactl password calibrate"],
))]
pub(crate) struct Args {
    /// End with 4 if a hash is weak
    #[arg(long)]
    check: bool,
}

#[derive(Serialize)]
struct Shown {
    passwords: u64,
    weak: u64,
    /// Accounts without a password.
    without: u64,
    schemes: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    scheme: &'static str,
    parameters: String,
    strength: &'static str,
    passwords: u64,
    oldest: String,
}

impl From<Group> for Row {
    fn from(group: Group) -> Self {
        Self {
            scheme: group.scheme,
            parameters: group.parameters,
            strength: group.strength.as_str(),
            passwords: group.passwords,
            oldest: seconds_text(group.oldest),
        }
    }
}

impl From<Report> for Shown {
    fn from(report: Report) -> Self {
        Self {
            passwords: report.passwords,
            weak: report.weak,
            without: report.without,
            schemes: report.groups.into_iter().map(Row::from).collect(),
        }
    }
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "password-report"
    }

    fn items(&self) -> Option<&'static str> {
        Some("schemes")
    }

    fn view(&self) -> View {
        let header = ["scheme", "parameters", "strength", "passwords", "oldest"];
        let mut table = Table::new(&header).or_say("No account has a password");
        for row in &self.schemes {
            table.row([
                row.scheme.to_owned(),
                row.parameters.clone(),
                row.strength.to_owned(),
                row.passwords.to_string(),
                row.oldest.clone(),
            ]);
        }
        let mut lines = vec![format!(
            "{} weak of {}; accounts without a password: {}",
            self.weak, self.passwords, self.without
        )];
        if self.weak > 0 {
            lines.push(
                "Protect the weak ones now: optimactl password upgrade --wrap --all".to_owned(),
            );
        }
        View::Parts(vec![View::Table(table), View::Lines(lines)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let shown = Shown::from(password::report(&ctx.open()?)?);
    let found = (args.check && shown.weak > 0).then_some(Kind::Findings);
    ctx.answer_with(&shown, found)
}

//! `password check`: holds a password to the rules and forgets it.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::cli::secret_input::PasswordInput;
use crate::domain::account;
use crate::domain::password::{Finding, Policy, SecondFactor, Subject, rules};

use super::policy;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Is this a password to sign in with alone?",
        line: "echo 'seven geese walk to Utrecht' | optimactl password check --password-stdin",
    },
    Example {
        what: "Every rule that is not met is named",
        line: "echo Password1 | optimactl password check --password-stdin # exit 4",
    },
    Example {
        what: "Is it one for this account, with its names and its second factor?",
        line: "echo mira2026 | optimactl password check --account mira --password-stdin # exit 4",
    },
];

/// See whether a password meets the rules
///
/// Stores nothing and needs no store, unless an account is named.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Findings]].concat(),
    &["optimactl password generate", "optimactl password set"],
))]
pub(crate) struct Args {
    /// The account it is for: name, e-mail address or id
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// It is used together with a second factor only
    #[arg(long, conflicts_with = "account")]
    with_factor: bool,
    #[command(flatten)]
    password: PasswordInput,
}

#[derive(Serialize)]
struct Verdict {
    ok: bool,
    profile: &'static str,
    failed: Vec<FindingShown>,
}

#[derive(Serialize)]
struct FindingShown {
    rule: &'static str,
    clause: &'static str,
    text: String,
}

impl Answer for Verdict {
    fn schema(&self) -> &'static str {
        "password-check"
    }

    fn view(&self) -> View {
        if self.ok {
            return View::Lines(vec![format!("It meets the rules of {}", self.profile)]);
        }
        let mut table = Table::new(&["rule", "what is wrong", "clause"]);
        for found in &self.failed {
            table.row([found.rule, found.text.as_str(), found.clause]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let policy = policy(ctx)?;
    let text = args.password.flags().read(ctx, "Password")?;
    let found = match &args.account {
        Some(who) => {
            let core = ctx.open()?;
            let row = core.store.read(|tx| account::find(tx, who))?;
            rules::check(&policy, &Subject::of(&row), &text)
        }
        None => rules::check(&policy, &anybody(args), &text),
    };
    let verdict = verdict(&policy, found);
    let kind = (!verdict.ok).then_some(Kind::Findings);
    ctx.answer_with(&verdict, kind)
}

fn anybody(args: &Args) -> Subject<'static> {
    Subject {
        factor: SecondFactor::from(args.with_factor),
        ..Subject::ANYBODY
    }
}

fn verdict(policy: &Policy, found: Vec<Finding>) -> Verdict {
    Verdict {
        ok: found.is_empty(),
        profile: policy.profile.name,
        failed: found
            .into_iter()
            .map(|finding| FindingShown {
                rule: finding.rule,
                clause: finding.clause,
                text: finding.text,
            })
            .collect(),
    }
}

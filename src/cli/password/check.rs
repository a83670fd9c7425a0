//! `password check`: holds a password to the rules and forgets it.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::password_rules::policy;
use crate::cli::render::{Answer, Table, View};
use crate::cli::secret_input::PasswordInput;
use crate::crypto::secret::SecretText;
use crate::domain::account;
use crate::domain::password::{self, Advice, Finding, Policy, SecondFactor, Subject, rules};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Is this a password to sign in with alone?",
        line: "echo 'seven geese walk to Utrecht' | optimactl password check --password-stdin",
    },
    Example {
        what: "Every rule that is not met is named",
        line: "echo Password1 | optimactl password check --password-stdin # ends with 4",
    },
    Example {
        what: "Is it one for this account, with its names and its second factor?",
        line: "echo mira2026 | optimactl password check mira --password-stdin # ends with 4",
    },
];

/// See whether a password meets the rules
///
/// Stores nothing. Needs no store unless an account is named; where a store opens without a question, its lists of
/// leaked passwords are looked at, too. Earlier passwords are not: that would be a way to guess the present one.
/// The estimate of how hard it is to guess is advice and never changes the verdict.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Findings]].concat(),
    &["optimactl password generate", "optimactl password policy show", "optimactl password set"],
))]
pub(crate) struct Args {
    /// The account it is for: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
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
    /// Whether lists of leaked passwords could be looked at.
    lists: bool,
    failed: Vec<FindingShown>,
    advice: AdviceShown,
}

#[derive(Serialize)]
struct FindingShown {
    rule: &'static str,
    clause: &'static str,
    text: String,
}

#[derive(Serialize)]
struct AdviceShown {
    score: u8,
    guesses_log10: u32,
    warning: Option<String>,
    suggestions: Vec<String>,
}

impl Answer for Verdict {
    fn schema(&self) -> &'static str {
        "password-check"
    }

    fn view(&self) -> View {
        let advice = View::Lines(self.advice.lines());
        if self.ok {
            let line = format!("It meets the rules of {}", self.profile);
            return View::Parts(vec![View::Lines(vec![line]), advice]);
        }
        let mut table = Table::new(&["rule", "what is wrong", "clause"]);
        for found in &self.failed {
            table.row([found.rule, found.text.as_str(), found.clause]);
        }
        View::Parts(vec![View::Table(table), advice])
    }
}

impl AdviceShown {
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!(
            "Advice, not a rule: {} of 4, some 10^{} guesses",
            self.score, self.guesses_log10
        )];
        lines.extend(self.warning.iter().map(|text| format!("  {text}")));
        lines.extend(self.suggestions.iter().map(|text| format!("  {text}")));
        lines
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let policy = policy(ctx)?;
    let text = args.password.flags().read(ctx, "Password")?;
    let text = SecretText::new(text.to_string());
    let verdict = match &args.account {
        Some(who) => {
            let core = ctx.open()?;
            let row = core.store.read(|tx| account::find(tx, who))?;
            let subject = Subject::of(&row);
            let found = password::findings(&core, &policy, &subject, &text)?;
            verdict(
                &policy,
                found,
                Looked::Everywhere,
                password::advice(&subject, text.expose()),
            )
        }
        None => of_anybody(ctx, &policy, &anybody(args), &text)?,
    };
    let kind = (!verdict.ok).then_some(Kind::Findings);
    ctx.answer_with(&verdict, kind)
}

/// Where was looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looked {
    Everywhere,
    AtTheRules,
}

/// For nobody in particular: with the lists of a store that opens by itself, else without.
fn of_anybody(
    ctx: &mut Context,
    policy: &Policy,
    subject: &Subject<'_>,
    text: &SecretText,
) -> Result<Verdict> {
    let advice = password::advice(subject, text.expose());
    let Ok(core) = ctx.open_quietly() else {
        let found = rules::check(policy, subject, text.expose());
        return Ok(verdict(policy, found, Looked::AtTheRules, advice));
    };
    let found = password::findings(&core, policy, subject, text)?;
    Ok(verdict(policy, found, Looked::Everywhere, advice))
}

fn anybody(args: &Args) -> Subject<'static> {
    Subject {
        factor: SecondFactor::from(args.with_factor),
        ..Subject::ANYBODY
    }
}

fn verdict(policy: &Policy, found: Vec<Finding>, looked: Looked, advice: Advice) -> Verdict {
    Verdict {
        ok: found.is_empty(),
        profile: policy.profile.name,
        lists: looked == Looked::Everywhere,
        failed: found
            .into_iter()
            .map(|finding| FindingShown {
                rule: finding.rule,
                clause: finding.clause,
                text: finding.text,
            })
            .collect(),
        advice: AdviceShown {
            score: advice.score,
            guesses_log10: advice.guesses_log10,
            warning: advice.warning,
            suggestions: advice.suggestions,
        },
    }
}

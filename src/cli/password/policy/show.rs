//! `password policy show`: every rule with the clause that asks for it.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::password_rules::policy;
use crate::cli::render::{Answer, Table, View};
use crate::domain::password::{Policy, RuleShown};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See the rules in use",
        line: "optimactl password policy show",
    },
    Example {
        what: "See those of another profile",
        line: "optimactl password policy show --profile pci-dss-4",
    },
];

/// See the rules for new passwords, each with its clause
///
/// Profiles are `nist-63b-4`, `asvs-5`, `pci-dss-4` and `custom`; `password.profile` in the configuration chooses.
/// PCI DSS 8.3.9 asks for a change every 90 days only where the password is the only factor and access is not
/// analyzed; no date is kept for it. Needs no store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl password check", "optimactl password policy test", "optimactl config show"],
))]
pub(crate) struct Args {
    /// Another profile than the configured one
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

#[derive(Serialize)]
struct Shown {
    profile: &'static str,
    context_words: Vec<String>,
    rules: Vec<Asked>,
}

#[derive(Serialize)]
struct Asked {
    rule: &'static str,
    text: String,
    clause: &'static str,
}

impl From<RuleShown> for Asked {
    fn from(rule: RuleShown) -> Self {
        Self {
            rule: rule.rule,
            text: rule.text,
            clause: rule.clause,
        }
    }
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "password-policy-show"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["rule", "what it asks", "clause"]);
        for rule in &self.rules {
            table.row([rule.rule, rule.text.as_str(), rule.clause]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let configured = policy(ctx)?;
    let policy = match &args.profile {
        Some(name) if name != configured.profile.name => Policy::new(name, &configured.words)?,
        _ => configured,
    };
    ctx.answer(&Shown {
        profile: policy.profile.name,
        rules: policy
            .profile
            .rules()
            .into_iter()
            .map(Asked::from)
            .collect(),
        context_words: policy.words,
    })
}

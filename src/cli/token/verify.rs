//! `token verify`: whether a token is taken, for a program that was given one.

use serde::Serialize;

use super::scopes;
use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::secret_input::TokenInput;
use crate::domain::token::{self, Verdict};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Check a token and what it is for",
        line: "optimactl token verify --token-file tom.token --scope deploy:write",
    },
    Example {
        what: "Something that is no token",
        line: "echo oct_nonsense | optimactl token verify --token-stdin # ends with 6",
    },
    Example {
        what: "A token that is for something else",
        line: "optimactl token verify --token-file tom.token --scope invoices:write # ends with 5",
    },
];

/// Check a token
///
/// Ends with 0 if it is taken; 6 if it is malformed, unknown, expired or revoked; 5 if it is right but not for
/// every `--scope` that is asked; 7 if it is right and its account is locked, disabled, expired or removed.
/// `reason` in the answer tells which. There is no waiting between tries: nobody guesses 160 bits. The first use
/// on a day is an event and counts as a sign-in of the account; so is the first refusal of a known token on a
/// day, and up to 100 unknown ones. A malformed one is told by its checksum and leaves no trace. There is no dry
/// run: a try at a secret is always counted.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected, Kind::Barred]].concat(),
    &["optimactl token create", "optimactl session verify"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    token: TokenInput,
    /// What it must be for; can be repeated
    #[arg(long, value_name = "SCOPE")]
    scope: Vec<String>,
}

#[derive(Serialize)]
struct Answered {
    ok: bool,
    reason: &'static str,
    id: Option<String>,
    name: Option<String>,
    account: Option<String>,
    account_id: Option<String>,
    kind: Option<String>,
    scopes: Vec<String>,
    expires: Option<String>,
    /// A fresh one stands in its place: whoever uses it should change over.
    replaced_by: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "token-verify"
    }

    fn view(&self) -> View {
        let name = |text: &Option<String>| safe(text.as_deref().unwrap_or_default());
        let (token, account) = (name(&self.name), name(&self.account));
        let mut lines = vec![match self.reason {
            "ok" => format!("The token `{token}` of `{account}` is taken"),
            "malformed" => "This is no token of ours: its form or its checksum is wrong".to_owned(),
            "unknown" => "Nobody has this token".to_owned(),
            "scope-missing" => format!("The token `{token}` of `{account}` is not for this"),
            "barred" => format!("The token `{token}` is turned away: `{account}` is barred"),
            reason => format!("The token `{token}` of `{account}` is {reason}"),
        }];
        if self.ok && self.replaced_by.is_some() {
            let end = self.expires.as_deref().unwrap_or_default();
            lines.push(format!(
                "It was rotated and works until {end}: change over to the fresh one"
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("token verify")?;
    let asked = scopes(&args.scope)?;
    let typed = args.token.flags().read(ctx, "Token")?;
    let core = ctx.open()?;
    let verdict = token::verify(&core, &typed, &asked)?;
    drop(core);
    let kind = verdict.reason.kind();
    ctx.answer_with(&answered(verdict), kind)
}

fn answered(verdict: Verdict) -> Answered {
    let reason = verdict.reason;
    let mut answered = Answered {
        ok: reason.kind().is_none(),
        reason: reason.as_str(),
        id: None,
        name: None,
        account: None,
        account_id: None,
        kind: None,
        scopes: vec![],
        expires: None,
        replaced_by: None,
    };
    if let Some(row) = verdict.row {
        answered.id = Some(row.id);
        answered.name = Some(row.name);
        answered.account = Some(row.account_name);
        answered.account_id = Some(row.account);
        answered.kind = Some(row.kind);
        answered.scopes = row.scopes;
        answered.expires = row.expires.map(seconds_text);
        answered.replaced_by = row.replaced_by;
    }
    answered
}

//! `auth check`: one sign-in, JSON in and JSON out.

use std::io::{self, IsTerminal as _};

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::{file_guard, render, secret_input, ui};
use crate::crypto::secret::SecretText;
use crate::domain::auth::{self, Credentials};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Check a password",
        line: "echo '{\"account\":\"zoe\",\"password\":\"wrong\"}' | optimactl auth check # exit 6",
    },
    Example {
        what: "Check a password and a code",
        line: "echo '{\"account\":\"mira\",\"password\":\"wrong\",\"code\":\"123456\"}' | optimactl auth check # exit 6",
    },
];

/// Check one sign-in: JSON on standard input, JSON as the answer
///
/// Reads `{"account","password","code"}` (the code may be missing) and answers
/// `{"ok","reason","must_change","grace_until"}` with exit 0, 6 or 7. An unknown account and a wrong password
/// get the same answer in the same time; 7 (locked, disabled, expired) is told only where the password was
/// right. Failures are counted: they make the next try wait, and 100 in a row disable the password until it
/// is set again. A try that comes too early is not looked at: it is answered and recorded like a wrong one (its
/// state in the log is `held`) and does not add to the failures. The account is named by its name or its e-mail address.
/// There is no dry run: every try counts.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected, Kind::Barred]].concat(),
    &["optimactl 2fa verify", "optimactl account lock"],
))]
pub(crate) struct Args {}

/// What the calling program hands over.
#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
struct Asked {
    account: String,
    password: String,
    #[serde(default)]
    code: Option<String>,
}

#[derive(Serialize)]
struct Answered {
    ok: bool,
    reason: &'static str,
    must_change: bool,
    grace_until: Option<String>,
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("auth check")?;
    let given = read(ctx)?;
    let core = ctx.open()?;
    let answer = auth::check(&core, &given)?;
    let kind = answer.reason.kind();
    let line = render::json_line(&Answered {
        ok: kind.is_none(),
        reason: answer.reason.as_str(),
        must_change: answer.must_change,
        grace_until: answer.grace_until.map(seconds_text),
    })?;
    ui::artifact(&line)?;
    Ok(kind.map_or(Exit::OK, Exit::with))
}

fn read(ctx: &mut Context) -> Result<Credentials> {
    let input = ctx.stdin.take("auth check")?;
    if io::stdin().is_terminal() {
        ctx.ui.before_question(
            "Type {\"account\":\"NAME\",\"password\":\"…\",\"code\":\"…\"}, Enter and Ctrl-D; it is visible, and `code` may be missing:",
        );
    }
    let text = file_guard::bounded(input, secret_input::FILE_LIMIT, "standard input")?;
    // What serde says could quote the password: only the place is told.
    let asked: Asked = serde_json::from_str(&text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Error::usage(format!(
            "standard input is not what `auth check` reads ({place})"
        ))
        .hint("give `{\"account\":\"…\",\"password\":\"…\",\"code\":\"…\"}`; `code` may be missing")
    })?;
    Ok(Credentials {
        account: asked.account.clone(),
        password: SecretText::new(asked.password.clone()),
        code: asked
            .code
            .as_ref()
            .map(|code| SecretText::new(code.clone())),
    })
}

//! `auth check`: one sign-in, JSON in and JSON out.

use std::io::{self, IsTerminal as _};

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::{file_guard, render, secret_input, ui};
use crate::domain::auth::{self, Answer, Credentials, wire};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Check a password",
        line: "echo '{\"account\":\"zoe\",\"password\":\"wrong\"}' | optimactl auth check # ends with 6",
    },
    Example {
        what: "Check a password and a code",
        line: "echo '{\"account\":\"mira\",\"password\":\"wrong\",\"code\":\"123456\"}' | optimactl auth check # ends with 6",
    },
];

/// Check one sign-in: JSON on standard input, JSON as the answer
///
/// Reads `{"account","password","code"}` (the code may be missing) and answers
/// `{"ok","reason","must_change","grace_until","grace_for","recovery_left"}` with exit 0, 6 or 7. `grace_until`
/// is until when signing in goes on as things are, and `grace_for` what is due then: `password-change` or
/// `second-factor`. `recovery_left` counts the recovery codes that are left once a code was accepted: offer a
/// new set below three. An unknown account and a wrong password
/// get the same answer in the same time; 7 (locked, disabled, expired, `factor-required`) is told only where the password was
/// right. Failures are counted: they make the next try wait, and 100 in a row disable the password until it
/// is set again. A try that comes too early is not looked at: it is answered and recorded like a wrong one (its
/// state in the log is `held`) and does not add to the failures. The account is named by its name or its e-mail address.
/// There is no dry run: every try counts.
///
/// The input is one JSON object of at most 64 KiB with exactly these keys, each once. Anything else, and a NUL
/// in a text, is a usage error (2): nothing is checked and nothing counted.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected, Kind::Barred]].concat(),
    &["optimactl 2fa verify", "optimactl account lock"],
))]
pub(crate) struct Args {}

/// The answer as other programs read it.
#[derive(Serialize)]
pub(super) struct Answered {
    ok: bool,
    reason: &'static str,
    must_change: bool,
    grace_until: Option<String>,
    grace_for: Option<&'static str>,
    recovery_left: Option<usize>,
}

impl Answered {
    pub(super) fn of(answer: &Answer) -> Self {
        Self {
            ok: answer.reason.kind().is_none(),
            reason: answer.reason.as_str(),
            must_change: answer.must_change,
            grace_until: answer.grace_until.map(seconds_text),
            grace_for: answer.grace_for.map(auth::Grace::as_str),
            recovery_left: answer.recovery_left,
        }
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("auth check")?;
    let given = read(ctx)?;
    let core = ctx.open()?;
    let answer = auth::check(&core, &given)?;
    let kind = answer.reason.kind();
    let line = render::json_line(&Answered::of(&answer))?;
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
    wire::read_check(&text)
}

//! `session verify`: whether a session still holds.

use serde::Serialize;

use super::KeyInput;
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::crypto::secret::SecretText;
use crate::domain::session::{self, Reason, Verdict, Which};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Ask by the platform's own name for the session",
        line: "optimactl session verify --key-file session.key",
    },
    Example {
        what: "One that nobody recorded does not hold",
        line: "optimactl session verify ses_0123456789abcdef # ends with 6",
    },
];

/// Ask whether a session still holds
///
/// Ends with 0 while it is open, else with 6: unknown, expired, revoked, or its account is locked, disabled,
/// expired or removed; `reason` in the answer tells which. That it was seen is remembered at most once a minute.
/// Asking is no event in the audit log: a platform asks at every page.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected]].concat(),
    &["optimactl session record", "optimactl token verify"],
))]
pub(crate) struct Args {
    /// The session's id
    #[arg(value_name = "ID", conflicts_with_all = ["key-stdin", "key-file", "key-fd"])]
    id: Option<String>,
    #[command(flatten)]
    key: KeyInput,
}

#[derive(Serialize)]
struct Answered {
    open: bool,
    reason: &'static str,
    id: Option<String>,
    account: Option<String>,
    account_id: Option<String>,
    expires: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "session-verify"
    }

    fn view(&self) -> View {
        let name = safe(self.account.as_deref().unwrap_or_default());
        let until = self.expires.as_deref().unwrap_or_default();
        View::Lines(vec![match (self.open, self.reason) {
            (true, _) => format!("The session of `{name}` is open until {until}"),
            (false, "unknown") => "There is no such session".to_owned(),
            (false, "barred") => format!("The session does not hold: `{name}` is barred"),
            (false, reason) => format!("The session of `{name}` is {reason}"),
        }])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let key = args.key.flags().given(ctx)?;
    let key = key.map(|key| SecretText::new(key.to_string()));
    let which = match (&args.id, &key) {
        (Some(id), None) => Which::Id(id),
        (None, Some(key)) => Which::Key(key),
        _ => {
            return Err(
                Error::usage("no session is named").hint("name its id, or give `--key-stdin`")
            );
        }
    };
    let core = ctx.open()?;
    let verdict = session::verify(&core, &which)?;
    drop(core);
    let open = verdict.reason == Reason::Open;
    ctx.answer_with(&answered(verdict), (!open).then_some(Kind::Rejected))
}

fn answered(verdict: Verdict) -> Answered {
    let (open, reason) = (verdict.reason == Reason::Open, verdict.reason.as_str());
    let expires = verdict.row.as_ref().map(|row| seconds_text(row.expires));
    let (id, account, account_id) = match verdict.row {
        Some(row) => (Some(row.id), Some(row.name), Some(row.account)),
        None => (None, None, None),
    };
    Answered {
        open,
        reason,
        id,
        account,
        account_id,
        expires,
    }
}

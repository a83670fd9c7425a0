//! `session record`: what a platform tells of one sign-in, or of many.

use super::{KeyInput, lines};
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::session::{self, Outcome, Recorded, Typed, meant};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Record a sign-in that the platform keeps open for 12 hours",
        line: "echo 6d0fa1c2b7 | optimactl session record mira --key-stdin --ip 203.0.113.9 --expires 12h",
    },
    Example {
        what: "Record many: one JSON object a line",
        line: "printf '{\"account\":\"mira\",\"key\":\"a1\",\"ip\":\"2001:db8::7\"}\\n{\"account\":\"tom\",\"key\":\"b2\"}\\n' | optimactl session record --stdin",
    },
    Example {
        what: "A session that ended never opens again",
        line: "echo 0f3d | optimactl session record mira --key-stdin && echo 0f3d | optimactl session revoke --key-stdin && echo 0f3d | optimactl session record mira --key-stdin # ends with 15",
    },
];

/// Record a sign-in that a platform keeps open
///
/// The key is the platform's own name for the session. It is kept only as a keyed digest, so it may be the secret
/// of a cookie; told again under the same key, the session is the same, and only when, from where and with what
/// it was seen is new. One that has ended stays ended (15): the platform must not go on with it. A locked,
/// disabled, expired or removed account gets no session (7). Every new session is an event in the audit log and
/// counts as a sign-in of the account; what is seen again is no event.
///
/// `--stdin` reads JSON lines with the keys `account`, `key`, `ip`, `user_agent`, `time`, `expires`: up to
/// 100,000 of them in one transaction, all or none; with `--continue-on-error` a line that cannot be recorded is
/// told and left out (3). Sessions in it that have ended are counted and stay so. The address and the program
/// are personal data: they are encrypted in the store and shown only by `session list`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Partial, Kind::Barred, Kind::Conflict]].concat(),
    &["optimactl session verify", "optimactl session list"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT", required_unless_present = "stdin")]
    account: Option<String>,
    #[command(flatten)]
    key: KeyInput,
    /// From which address: IPv4 or IPv6
    #[arg(long, value_name = "IP")]
    ip: Option<String>,
    /// With which program; 1,024 bytes of it are kept
    #[arg(long, value_name = "TEXT")]
    user_agent: Option<String>,
    /// When it ends: a date, RFC 3339, or a period from its beginning (`session.ttl` by default)
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
    /// When it was seen: a date, RFC 3339, or a period back from now (now by default)
    #[arg(long, value_name = "TIME")]
    time: Option<String>,
    /// Read JSON lines from standard input
    #[arg(long, conflicts_with_all = [
        "account", "key-stdin", "key-file", "key-fd", "ip", "user_agent", "expires", "time",
    ])]
    stdin: bool,
    /// Leave out lines that cannot be recorded
    #[arg(long, requires = "stdin")]
    continue_on_error: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let ttl = ctx.settings.period("session.ttl")?;
    if args.stdin {
        return lines::run(ctx, ttl, args.continue_on_error.into());
    }
    let key = args.key.flags().given(ctx)?;
    let told = meant(
        &Typed {
            account: args.account.as_deref().unwrap_or_default(),
            key: key.as_ref().map(|key| key.as_str()),
            ip: args.ip.as_deref(),
            user_agent: args.user_agent.as_deref(),
            expires: args.expires.as_deref(),
            time: args.time.as_deref(),
        },
        ctx.clock.now(),
        zone(ctx)?,
    )?;
    let core = ctx.open()?;
    let recorded = session::record(&core, &told, ttl)?;
    drop(core);
    answer(ctx, &recorded)
}

fn answer(ctx: &Context, recorded: &Recorded) -> Result<Exit> {
    let (row, dry_run) = (&recorded.row, ctx.flags.dry_run);
    let (name, until) = (safe(&row.name), seconds_text(row.expires));
    let (outcome, sentence) = match (recorded.outcome, dry_run) {
        (Outcome::New, false) => (
            "new",
            format!("Recorded a session of `{name}`, open until {until}"),
        ),
        (Outcome::New, true) => (
            "new",
            format!("Would record a session of `{name}`, open until {until}"),
        ),
        (Outcome::Seen, false) => (
            "seen",
            format!("Saw the session of `{name}` again; it is open until {until}"),
        ),
        (Outcome::Seen, true) => (
            "seen",
            format!(
                "Would note that the session of `{name}` was seen again; it is open until {until}"
            ),
        ),
        (Outcome::Ended(state), _) => {
            return Err(
                Error::conflict(format!("the session is {}", state.as_str()))
                    .hint("sign out there; a new sign-in gets a new key"),
            );
        }
    };
    let id = if dry_run && recorded.outcome == Outcome::New {
        crate::cli::handout::GENERATED
    } else {
        &row.id
    };
    ctx.answer(
        &ctx.change("session-record", sentence)
            .id(id)
            .event(recorded.event)
            .with("outcome", outcome)
            .with("account", row.name.as_str())
            .with("account_id", row.account.as_str())
            .with("expires", until),
    )
}

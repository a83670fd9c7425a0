//! `token rotate`: a fresh token in the place of one.

use super::{expiry, hand_out, target};
use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::period::Period;
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::token::{self, Renewal};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Replace a token; the old one works for another hour",
        line: "optimactl token rotate tok_bae6bxmv7tfa9wtw --overlap 1h --output fresh.token",
    },
    Example {
        what: "Replace one that leaked: it ends at once",
        line: "optimactl token rotate tok_bae6bxmv7tfa9wtw --overlap 0s",
    },
];

/// Put a fresh token in the place of one
///
/// Account, name and scopes stay; the fresh one is given as long as the old one was, unless `--expires` says
/// otherwise. The old one works until the overlap ends, or its own end; `0s` ends it at once. A token is rotated
/// once: of two at the same moment one wins and the other ends with 15, as it does for one that was revoked or
/// has expired.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl token list", "optimactl token revoke"],
))]
pub(crate) struct Args {
    /// The token's id
    #[arg(value_name = "ID")]
    id: String,
    /// How long the old one goes on working: `0s` to `30d`
    #[arg(long, value_name = "PERIOD", default_value = "24h")]
    overlap: Period,
    /// When the fresh one ends: a date, RFC 3339, a period from now, or `never`
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = target(ctx)?;
    let renewal = match &args.expires {
        Some(typed) => Renewal::By(expiry(typed, ctx)?),
        None => Renewal::Same,
    };
    let core = ctx.open()?;
    let done = token::rotate(&core, &args.id, args.overlap, renewal)?;
    drop(core);
    let (made, old) = (&done.value.made, &done.value.old);
    let until = seconds_text(done.value.until);
    let verb = if ctx.flags.dry_run {
        "Would rotate"
    } else {
        "Rotated"
    };
    let tail = if args.overlap.is_zero() {
        "the old one ends now".to_owned()
    } else {
        format!("the old one works until {until}")
    };
    let sentence = format!(
        "{verb} the token `{}` of `{}`; {tail}",
        safe(&old.name),
        safe(&old.account_name)
    );
    let id = if ctx.flags.dry_run {
        crate::cli::handout::GENERATED
    } else {
        &made.row.id
    };
    let change = ctx
        .change("token-rotate", sentence)
        .id(id)
        .event(done.event)
        .with("account", old.account_name.as_str())
        .with("name", old.name.as_str())
        .with("expires", made.row.expires.map(seconds_text))
        .with("replaces", old.id.as_str())
        .with("old_until", until);
    hand_out(ctx, made, target.as_ref(), change)
}

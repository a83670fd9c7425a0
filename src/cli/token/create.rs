//! `token create`: gives out a token.

use super::{expiry, hand_out, scopes, target};
use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::name::Label;
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::token::{self, Expiry, NewToken};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Give a program a token for 30 days, in a file that only its user reads",
        line: "optimactl token create mira --name deploy --scope deploy:write --expires 30d --output deploy.token",
    },
    Example {
        what: "Hand it straight to a store of secrets",
        line: "optimactl token create mira --name ci --scope 'ci.*' --output - | wc -c",
    },
    Example {
        what: "A service account with a token and no password",
        line: "optimactl account create sync --kind service --no-password -q && optimactl token create sync --name main --expires never --reason 'sealed appliance'",
    },
];

/// Give out a token
///
/// A token is `oct_` and 38 small letters and digits: 160 random bits and a checksum; scanners find leaked ones
/// by `\boct_[0-9a-hjkmnp-tv-z]{38}\b`. It is shown once; the store keeps its SHA-256. A token does no more than
/// its account may: while that is locked, disabled, expired or removed, it is turned away, and works again
/// afterwards. Second factors are not asked for. `--expires never` is for services only and needs a reason. A
/// person is told by a notice. At most 50 tokens of an account work at once, each under a name of its own.
/// `--output FILE` writes the token alone, readable by its owner only; `--output -` prints nothing else.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl token rotate", "optimactl token verify", "optimactl account create"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// What it is called, like the program that uses it
    #[arg(long, value_name = "NAME")]
    name: String,
    /// What it is for; can be repeated. `mail.*` covers what begins so, `*` everything
    #[arg(long, value_name = "SCOPE")]
    scope: Vec<String>,
    /// When it ends: a date, RFC 3339, a period from now, or `never` (`token.ttl` by default)
    #[arg(long, value_name = "TIME")]
    expires: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = target(ctx)?;
    let expiry = match &args.expires {
        Some(typed) => expiry(typed, ctx)?,
        None => Expiry::At(ctx.settings.period("token.ttl")?.after(ctx.clock.now())),
    };
    let new = NewToken {
        account: args.account.clone(),
        name: Label::new(&args.name, "a token's name")?,
        scopes: scopes(&args.scope)?,
        expiry,
    };
    if expiry == Expiry::Never && ctx.flags.reason.is_none() {
        ctx.flags.reason = Some(ask::reason(ctx)?);
    }
    let core = ctx.open()?;
    let done = token::create(&core, &new)?;
    drop(core);
    let row = &done.value.row;
    let verb = if ctx.flags.dry_run {
        "Would give out"
    } else {
        "Gave out"
    };
    let end = row.expires.map(seconds_text);
    let until = match &end {
        Some(end) => format!(", valid until {end}"),
        None => ", valid without an end".to_owned(),
    };
    let sentence = format!(
        "{verb} the token `{}` of `{}`{until}",
        safe(&row.name),
        safe(&row.account_name)
    );
    let id = if ctx.flags.dry_run {
        crate::cli::handout::GENERATED
    } else {
        &row.id
    };
    let change = ctx
        .change("token-create", sentence)
        .id(id)
        .event(done.event)
        .with("account", row.account_name.as_str())
        .with("account_id", row.account.as_str())
        .with("name", row.name.as_str())
        .with("scopes", row.scopes.clone())
        .with("expires", end);
    hand_out(ctx, &done.value, target.as_ref(), change)
}

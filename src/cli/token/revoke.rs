//! `token revoke`: a token that is taken no more.

use crate::base::error::{Error, Result};
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::secret_input::TokenInput;
use crate::domain::belongings::{self, Query};
use crate::domain::token::{self, Ended, Secret};
use crate::store::token::TokenRow;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Revoke a token",
        line: "optimactl token revoke tok_bae6bxmv7tfa9wtw --yes",
    },
    Example {
        what: "Revoke one that was found where it should not be, by itself",
        line: "optimactl token create mira --name leaked --output leaked.token -q && optimactl token revoke --token-file leaked.token --yes",
    },
    Example {
        what: "Revoke every token of an account",
        line: "optimactl token revoke --account tom --reason 'left the company' --yes",
    },
];

/// Revoke tokens
///
/// A revoked token is never taken again, and its program stands still at once; to replace one without a pause,
/// see `token rotate`. It asks first, or needs `--yes`. A token that was revoked before is left as it is and no
/// failure.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl token rotate", "optimactl session revoke"],
))]
pub(crate) struct Args {
    /// The tokens' ids
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    token: TokenInput,
    /// Every working token of this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// Every working token of everybody
    #[arg(long, conflicts_with = "account")]
    all: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let found = args.token.flags().given(ctx)?;
    let wide = args.account.is_some() || args.all;
    let ways = [!args.ids.is_empty(), found.is_some(), wide];
    match ways.into_iter().filter(|way| *way).count() {
        1 => {}
        0 => {
            return Err(Error::usage("no token is named")
                .hint("name ids, or choose with `--account`, `--all` or `--token-stdin`"));
        }
        _ => {
            return Err(Error::usage(
                "ids, a token, and `--account` or `--all` exclude each other",
            ));
        }
    }
    let found = match &found {
        Some(typed) => Some(Secret::read(typed)?.ok_or_else(|| {
            Error::usage("this is no token of ours: its form or its checksum is wrong")
        })?),
        None => None,
    };
    let ids = if wide {
        let query = Query::<TokenRow> {
            account: args.account.clone(),
            ..Query::default()
        };
        belongings::pick(&ctx.open()?, &query)?
    } else {
        args.ids.clone()
    };
    let many = ids.len() + usize::from(found.is_some());
    if many > 0 {
        let what = count(i128::try_from(many).unwrap_or(i128::MAX), "token");
        ask::confirm(
            ctx,
            &format!("This revokes {what}: what uses them stands still"),
        )?;
    }
    let core = ctx.open()?;
    let done = token::revoke(&core, &ids, found.as_ref())?;
    drop(core);
    answer(ctx, &done)
}

fn answer(ctx: &Context, done: &[Ended]) -> Result<Exit> {
    let verb = if ctx.flags.dry_run {
        "Would revoke"
    } else {
        "Revoked"
    };
    let changed = done.iter().filter(|ended| ended.changed).count();
    let named = |ended: &Ended| {
        format!(
            "the token `{}` (`{}`) of `{}`",
            safe(&ended.row.name),
            ended.row.id,
            safe(&ended.row.account_name)
        )
    };
    let sentence = match done {
        [] => "No working token matches; nothing was changed".to_owned(),
        [one] if one.changed => format!("{verb} {}", named(one)),
        [one] => format!("{verb} nothing: {} was revoked before", named(one)),
        _ => format!(
            "{verb} {}",
            count(i128::try_from(changed).unwrap_or(i128::MAX), "token")
        ),
    };
    let mut change = ctx
        .change("token-revoke", sentence)
        .with("changed", changed)
        .with("already", done.len() - changed);
    if let [one] = done {
        change = change.id(&one.row.id).event(one.event);
    } else {
        let ids: Vec<&str> = done.iter().map(|ended| ended.row.id.as_str()).collect();
        let events: Vec<u64> = done.iter().filter_map(|ended| ended.event).collect();
        change = change.with("ids", ids).with("events", events);
    }
    ctx.answer(&change)
}

//! `session revoke`: signs somebody out.

use super::KeyInput;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::crypto::secret::SecretText;
use crate::domain::belongings::{self, Query};
use crate::domain::filter::Filter;
use crate::domain::session::{self, Ended, FIELDS};

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Sign an account out everywhere",
        line: "optimactl session revoke --account mira --reason 'laptop lost' --yes",
    },
    Example {
        what: "Tell that somebody signed out, by the platform's own name for the session",
        line: "echo s-4711 | optimactl session record mira --key-stdin -q && echo s-4711 | optimactl session revoke --key-stdin",
    },
    Example {
        what: "End everything that came from one network",
        line: "optimactl session revoke --filter 'ip=198.51.100.*' --yes",
    },
    Example {
        what: "Everybody signs in anew",
        line: "optimactl session revoke --all --reason 'after the incident' --yes",
    },
];

/// End sessions
///
/// The platform learns it at its next `session verify`. A session that ended already is left as it is and no
/// failure. More than one session asks first, or needs `--yes`. There is one event for each account. Disabling,
/// locking or removing an account ends its sessions, too.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl session list", "optimactl account lock", "optimactl token revoke"],
))]
pub(crate) struct Args {
    /// The sessions' ids
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    key: KeyInput,
    /// Every open session of this account
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// Every open session that matches; within `--account`, if that is given
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Every open session of everybody
    #[arg(long, conflicts_with_all = ["account", "filter"])]
    all: bool,
    /// But this one
    #[arg(long, value_name = "ID", conflicts_with = "ids")]
    except: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let key = args.key.flags().given(ctx)?;
    let wide = args.account.is_some() || args.filter.is_some() || args.all;
    let ways = [!args.ids.is_empty(), key.is_some(), wide];
    match ways.into_iter().filter(|way| *way).count() {
        1 => {}
        0 => {
            return Err(Error::usage("no session is named").hint(
                "name ids, or choose with `--account`, `--filter`, `--all` or `--key-stdin`",
            ));
        }
        _ => {
            return Err(Error::usage(
                "ids, a key, and `--account`, `--filter` or `--all` exclude each other",
            ));
        }
    }
    let ids = if wide {
        picked(args, ctx)?
    } else {
        args.ids.clone()
    };
    if ids.len() > 1 {
        let many = count(i128::try_from(ids.len()).unwrap_or(i128::MAX), "session");
        ask::confirm(
            ctx,
            &format!("This ends {many}: whoever holds them is signed out"),
        )?;
    }
    let key = key.map(|key| SecretText::new(key.to_string()));
    let core = ctx.open()?;
    let done = session::revoke(&core, &ids, key.as_ref())?;
    drop(core);
    answer(ctx, &done)
}

fn picked(args: &Args, ctx: &mut Context) -> Result<Vec<String>> {
    let filter = args
        .filter
        .as_deref()
        .map(|typed| Filter::parse(typed, FIELDS, ctx.clock.now(), &zone(ctx)?));
    let query = Query {
        account: args.account.clone(),
        filter: filter.transpose()?,
        ..Query::default()
    };
    let mut ids = belongings::pick(&ctx.open()?, &query)?;
    if let Some(kept) = &args.except {
        let before = ids.len();
        ids.retain(|id| id != kept);
        if ids.len() == before {
            return Err(Error::new(
                Kind::NotFound,
                format!("`{}` is none of these open sessions", safe(kept)),
            )
            .hint("see `optimactl session list`"));
        }
    }
    Ok(ids)
}

fn answer(ctx: &Context, done: &[Ended]) -> Result<Exit> {
    let verb = if ctx.flags.dry_run {
        "Would end"
    } else {
        "Ended"
    };
    let changed = done.iter().filter(|ended| ended.changed).count();
    let sentence = match done {
        [] => "No open session matches; nothing was changed".to_owned(),
        [one] if one.changed => format!(
            "{verb} the session `{}` of `{}`",
            one.row.id,
            safe(&one.row.name)
        ),
        [one] => format!(
            "The session `{}` of `{}` had ended already",
            one.row.id,
            safe(&one.row.name)
        ),
        _ => format!(
            "{verb} {}",
            count(i128::try_from(changed).unwrap_or(i128::MAX), "session")
        ),
    };
    let mut change = ctx
        .change("session-revoke", sentence)
        .with("changed", changed)
        .with("already", done.len() - changed);
    if let [one] = done {
        change = change.id(&one.row.id).event(one.event);
    } else {
        let mut events: Vec<u64> = done.iter().filter_map(|ended| ended.event).collect();
        events.dedup();
        change = change.with("events", events);
    }
    ctx.answer(&change)
}

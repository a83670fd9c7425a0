//! `password upgrade`: puts argon2id around weak hashes, without waiting for a sign-in.

use crate::base::error::{Error, Kind, Result};
use crate::base::text::{did_you_mean, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::select::read_filter;
use crate::crypto::password::SCHEMES;
use crate::domain::password::{self, Which};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "How many hashes are weak?",
        line: "optimactl password upgrade --wrap --all --dry-run",
    },
    Example {
        what: "Wrap all of them",
        line: "optimactl password upgrade --wrap --all --yes",
    },
    Example {
        what: "Only what came from an LDAP server, and no more than expected",
        line: "optimactl password upgrade --wrap --scheme ssha --max 50000 --yes",
    },
];

/// Put argon2id around weak hashes
///
/// A weak hash from elsewhere is replaced at its owner's next sign-in; this does not wait for it. The old outcome
/// is hashed again with argon2id and the pepper and is not kept; whoever signs in notices nothing and gets a plain
/// argon2id hash. A wrapped hash cannot be unwrapped, and no other program can verify it.
///
/// All cores work, a batch at a time. What is done stays done when the run is ended early; run it again for
/// the rest. One event tells of the run.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::Refused, Kind::NoSpace],
    &["optimactl password report", "optimactl password calibrate"],
))]
pub(crate) struct Args {
    /// Wrap the hashes; there is no other upgrade without the passwords
    #[arg(long, required = true)]
    wrap: bool,
    /// Hashes of this scheme, weak or not; repeatable: `ssha`, `md5-crypt`, `bcrypt`
    #[arg(long, value_name = "SCHEME")]
    scheme: Vec<String>,
    /// Of the accounts that match: `role=admin`
    #[arg(long, value_name = "EXPR", conflicts_with = "all")]
    filter: Option<String>,
    /// Every weak hash
    #[arg(long, conflicts_with = "scheme", required_unless_present_any = ["scheme", "filter"])]
    all: bool,
    /// Refuse if there are more hashes than this
    #[arg(long, value_name = "N")]
    max: Option<u64>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let which = Which {
        schemes: schemes(&args.scheme)?,
        filter: args
            .filter
            .as_deref()
            .map(|typed| read_filter(ctx, typed))
            .transpose()?,
    };
    let accounts = password::to_wrap(&ctx.open()?, &which)?;
    let found = u64::try_from(accounts.len()).unwrap_or(u64::MAX);
    if let Some(max) = args.max.filter(|max| found > *max) {
        return Err(Error::refused(format!(
            "{} to wrap, more than the {max} of `--max`",
            hashes(found)
        ))
        .hint("select fewer, or raise `--max`"));
    }
    if found > 0 {
        ask::confirm(
            ctx,
            &format!(
                "This puts argon2id around {}; no other program can verify them afterwards",
                hashes(found)
            ),
        )?;
    }
    let core = ctx.open()?;
    let mut meter = Meter::new(ctx, "wrapping", Unit::Items);
    let done = password::upgrade(&core, &accounts, &mut |progress| meter.report(progress))?;
    drop(meter);
    let did = done.value;
    let sentence = match (ctx.flags.dry_run, found) {
        (_, 0) => "There is nothing to wrap".to_owned(),
        (true, _) => format!("Would wrap {}", hashes(found)),
        (false, _) if did.skipped > 0 => format!(
            "Wrapped {}; {} changed meanwhile",
            hashes(did.wrapped),
            did.skipped
        ),
        (false, _) => format!("Wrapped {}", hashes(did.wrapped)),
    };
    let change = ctx
        .change("password-upgrade", sentence)
        .event(done.event)
        .with("selected", did.selected)
        .with("wrapped", did.wrapped)
        .with("skipped", did.skipped);
    ctx.answer(&change)
}

fn hashes(count: u64) -> String {
    match count {
        1 => "1 hash".to_owned(),
        count => format!("{count} hashes"),
    }
}

/// Names of schemes as the report shows them.
fn schemes(typed: &[String]) -> Result<Vec<String>> {
    for name in typed {
        if !SCHEMES.contains(&name.as_str()) {
            let error = Error::usage(format!("`{}` is not a hash scheme", safe(name)));
            let near = did_you_mean(name, SCHEMES);
            return Err(
                error.hint(near.unwrap_or_else(|| "see `optimactl password report`".to_owned()))
            );
        }
    }
    Ok(typed.to_vec())
}

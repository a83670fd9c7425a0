//! `password corpus add`: takes a list of leaked passwords into use.

use std::path::PathBuf;

use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::{safe, size};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::domain::password::corpus::{self, Added};

use super::kept;

/// The longest grace, in seconds.
const LONGEST: u64 = 90 * 24 * 3600;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Forbid an organization's own list of words",
        line: "optimactl password corpus add own-words.txt",
    },
    Example {
        what: "A list that was downloaded as a web page is refused",
        line: "echo '<html>' >list.txt; optimactl password corpus add list.txt # ends with 5",
    },
];

/// Take a list of leaked passwords into use
///
/// Three forms are known by themselves: one file of `SHA1:COUNT` in order, as Have I Been Pwned publishes it; a
/// folder of its range files `00000` to `FFFFF`; a plain list of passwords, up to 4 MiB (larger ones: `optimactl
/// password corpus build`). Nothing is copied: the file stays where it is, belongs to root or you, and nobody else
/// may change it. Samples must be in order and the fingerprint of "password" must be found (not in a plain list),
/// or the list is refused. New passwords are held against it at once, others at their holder's next sign-in: one
/// that stands in it must be changed within the grace. A file that changed is tested again by itself. Nothing is
/// ever sent anywhere.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password corpus verify", "optimactl password corpus list", "optimactl password policy show"],
))]
pub(crate) struct Args {
    /// The file or folder
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// How often a password must stand in it to count, 1 to 1000000
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    least: u64,
    /// How long a password in use that turns up in it still works, 0s to 90d
    #[arg(long, value_name = "PERIOD", default_value = "24h")]
    grace: Period,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let grace = args.grace.as_duration().map(|grace| grace.as_secs());
    let Some(grace) = grace.filter(|seconds| *seconds <= LONGEST) else {
        return Err(Error::usage(format!("the grace cannot be {}", args.grace))
            .hint("give `--grace` from 0s to 90d"));
    };
    file_guard::unchangeable_by_others(&args.path)?;
    let path = kept(&args.path)?;
    let core = ctx.open()?;
    let new = Added {
        path: &path,
        least: args.least,
        grace,
    };
    let done = corpus::add(&core, &new)?;
    let row = done.value;
    let verb = if ctx.flags.dry_run {
        "Would take into use"
    } else {
        "Took into use"
    };
    let sentence = format!(
        "{verb} `{}`: {}, {}",
        safe(&row.path),
        row.kind.as_str(),
        size(row.stamp.bytes)
    );
    ctx.answer(
        &ctx.change("password-corpus-add", sentence)
            .event(done.event)
            .with("path", row.path.as_str())
            .with("kind", row.kind.as_str())
            .with("least", row.least)
            .with("grace_seconds", row.grace),
    )
}

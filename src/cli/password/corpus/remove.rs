//! `password corpus remove`: takes a list of leaked passwords out of use.

use std::path::PathBuf;

use crate::base::error::Result;
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::password::corpus;

use super::kept;

const EXAMPLES: [Example; 1] = [Example {
    what: "Take a list out of use",
    line: "optimactl password corpus add own-words.txt && optimactl password corpus remove own-words.txt",
}];

/// Take a list of leaked passwords out of use
///
/// The file stays. Passwords that were found in it must still be changed. A list whose file is gone is named by the
/// path that `optimactl password corpus list` shows.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password corpus list", "optimactl password corpus add"],
))]
pub(crate) struct Args {
    /// The file or folder
    #[arg(value_name = "PATH")]
    path: PathBuf,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let path = kept(&args.path)?;
    let core = ctx.open()?;
    let done = corpus::remove(&core, &path)?;
    let verb = if ctx.flags.dry_run {
        "Would take out of use"
    } else {
        "Took out of use"
    };
    let sentence = format!("{verb} `{}`; the file stays", safe(&path));
    ctx.answer(
        &ctx.change("password-corpus-remove", sentence)
            .event(done.event)
            .with("path", path),
    )
}

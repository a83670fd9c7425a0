//! `restriction lift`: data are used again, after the person was told so.

use clap::builder::PossibleValuesParser;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::Removed;
use crate::domain::privacy::Channel;
use crate::domain::restriction;

const EXAMPLES: [Example; 1] = [Example {
    what: "It was looked into, and Tom was told by mail that the restriction ends",
    line: "optimactl restriction lift tom --informed email",
}];

const WORDS: Words<'_> = Words {
    schema: "restriction-lift",
    did: "Lifted the restriction of",
    would: "Would lift the restriction of",
    already: "is not restricted",
    undo: None,
};

/// Lift the restriction of accounts
///
/// The person is told before it ends (GDPR Art. 18(3)); `--informed` says on which channel that was done, and is
/// recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound]].concat(),
    &["optimactl restriction set", "optimactl restriction list"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
    /// The channel on which the person was told before
    #[arg(long, value_name = "CHANNEL", value_parser = PossibleValuesParser::new(Channel::ALL.map(Channel::as_str)))]
    informed: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let informed = Channel::parse(&args.informed)?;
    let what = |subject: &str| format!("This lifts the restriction of {subject}");
    let picked = args
        .select
        .pick(ctx, Danger::Mild, Removed::Included, what)?;
    let core = ctx.open()?;
    let done = restriction::lift(&core, &picked.who, informed)?;
    done::answer(ctx, &picked, &WORDS, &done, |_| String::new())
}

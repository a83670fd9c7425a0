//! `optout clear`: somebody opted in again.

use super::Person;
use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::optout::{self, OptIn, What};
use crate::domain::privacy::Channel;

const EXAMPLES: [Example; 1] = [Example {
    what: "Zoe asked to opt in again on the web page, and confirmed it",
    line: "optimactl optout clear zoe --what sale-sharing --channel web --confirmed",
}];

/// Take back an opt-out or objection by its maker's wish
///
/// Opting in again to `sale-sharing` or `limit` takes two steps: the person asks, and confirms apart (11 CCR §7028(a));
/// `--confirmed` says that both were done. Where nothing is in force nothing changes.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound]].concat(),
    &["optimactl optout set", "optimactl optout list"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    person: Person,
    /// What may be done again
    #[arg(long, value_name = "WHAT", value_parser = super::whats())]
    what: String,
    /// The channel on which it was said
    #[arg(long, value_name = "CHANNEL", default_value = "other", value_parser = super::channels())]
    channel: String,
    /// The person confirmed it apart
    #[arg(long)]
    confirmed: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let whose = args.person.required()?;
    let what = What::parse(&args.what)?;
    let opt_in = if args.confirmed {
        OptIn::Confirmed
    } else {
        OptIn::Said
    };
    let channel = Channel::parse(&args.channel)?;
    let core = ctx.open()?;
    let done = optout::clear(&core, (&whose, what), (opt_in, channel))?;
    drop(core);
    let rows = &done.value.rows;
    let many = count(i128::try_from(rows.len()).unwrap_or(0), "choice");
    let sentence = match (rows.is_empty(), ctx.flags.dry_run) {
        (true, _) => format!("No `{}` is in force", what.as_str()),
        (false, false) => format!("Took back {many}: {} is permitted again", what.meaning()),
        (false, true) => format!("Would take back {many}"),
    };
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    ctx.answer(
        &ctx.change("optout-clear", sentence)
            .event(done.event)
            .with("account", done.value.account.clone())
            .with("what", what.as_str())
            .with("cleared", ids),
    )
}

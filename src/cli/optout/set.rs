//! `optout set`: somebody opted out or objected.

use clap::builder::PossibleValuesParser;

use super::Person;
use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::period::parse_when;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::optout::{self, NewOptout, Source, What};
use crate::domain::privacy::Channel;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "A browser sent the Global Privacy Control signal while zoe was signed in",
        line: "optimactl optout set zoe --what sale-sharing --source gpc --channel web",
    },
    Example {
        what: "Somebody without an account wants no more advertising",
        line: "optimactl optout set --email kim@example.org --what direct-marketing --channel email",
    },
];

/// Record an opt-out or objection, in force at once
///
/// `sale-sharing` and `limit` are the CCPA's opt-outs (Civ. Code §1798.120 and §1798.121), due within 15 business days;
/// `direct-marketing` and `legitimate-interests` are objections (GDPR Art. 21(2) and (1)). Nobody's identity is
/// verified for it (11 CCR §7060(b)). The answer holds the confirmation that the person is shown (11 CCR §7026(g)) and
/// the day before which nobody asks to opt in again. Said twice it stays as it is. The rights journal keeps it: a
/// restore of an older backup brings nobody back.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl optout list", "optimactl optout clear", "optimactl consent withdraw"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    person: Person,
    /// What is to end
    #[arg(long, value_name = "WHAT", value_parser = super::whats())]
    what: String,
    /// How it reached you: said by the person, sent by the browser (`gpc`), by an agent, or decided by you
    #[arg(long, value_name = "SOURCE", default_value = "request", value_parser = PossibleValuesParser::new(Source::ALL.map(Source::as_str)))]
    source: String,
    /// The channel on which it came
    #[arg(long, value_name = "CHANNEL", default_value = "other", value_parser = super::channels())]
    channel: String,
    /// When it reached you: RFC 3339, a date, or a period back from now; now if not given
    #[arg(long, value_name = "TIME")]
    received: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let received = match &args.received {
        Some(typed) => parse_when(typed, now, &zone(ctx)?)?,
        None => now,
    };
    let new = NewOptout {
        whose: args.person.required()?,
        what: What::parse(&args.what)?,
        source: Source::parse(&args.source)?,
        channel: Channel::parse(&args.channel)?,
        received,
    };
    let core = ctx.open()?;
    let done = optout::set(&core, &new)?;
    drop(core);
    let row = &done.value.row;
    let confirmation = optout::confirmation(row)?;
    let sentence = match (done.value.changed, ctx.flags.dry_run) {
        (false, _) => format!("It is in force already. Confirmation: {confirmation}"),
        (true, false) => format!("Recorded {}. Confirmation: {confirmation}", row.id),
        (true, true) => format!("Would record it, with the confirmation: {confirmation}"),
    };
    ctx.answer(
        &ctx.change("optout-set", sentence)
            .id(row.id.as_str())
            .event(done.event)
            .with("changed", done.value.changed)
            .with("account", row.account.clone())
            .with("what", row.what.as_str())
            .with("honored", seconds_text(row.honored))
            .with("ask_again", seconds_text(optout::ask_again(row)))
            .with("confirmation", confirmation),
    )
}

//! `request tell-recipients`: who received the data knows of the change.

use super::shared::{self, Said};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::words::Telling;
use crate::domain::request::{self, Told};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Two processors were told",
        line: "optimactl request tell-recipients R-2026-0009 --count 2 --channel email",
    },
    Example {
        what: "Nobody received the data",
        line: "optimactl request tell-recipients R-2026-0009 --how no-recipients",
    },
];

/// Record that who received the data was told
///
/// Of an erasure, a rectification and a restriction each recipient is told, unless that is impossible or takes a
/// disproportionate effort (GDPR Art. 19); service providers and third parties also of an opt-out and a limit (11 CCR
/// §§7022, 7023, 7026, 7027). It says that the change itself was made.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request fulfil", "optimactl request show"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
    /// Whether they were told, or why not
    #[arg(long, value_name = "HOW", value_parser = shared::tellings(), default_value = "told")]
    how: String,
    /// How many were told
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=100_000))]
    count: u32,
    /// Why it is impossible or disproportionate
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let told = Told {
        how: Telling::parse(&args.how)?,
        count: args.count,
        channel: args.said.channel()?,
        reason: args.text.as_deref(),
    };
    let core = ctx.open()?;
    let changed = request::tell_recipients(&core, &args.said.request, &told)?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let reference = &changed.value.reference;
    let sentence = match told.how {
        Telling::Told => {
            let told = crate::base::text::count(told.count, "recipient");
            format!("{verb} for {reference}: told {told}")
        }
        Telling::NoRecipients => format!("{verb} that nobody received the data of {reference}"),
        Telling::Impossible | Telling::Disproportionate => {
            format!(
                "{verb} that recipients are not told of {reference}: {}",
                told.how.as_str()
            )
        }
    };
    ctx.answer(&shared::stepped(
        ctx,
        "request-tell-recipients",
        sentence,
        &changed,
    ))
}

//! `request fee`: what an answer costs.

use super::letter::{self, Told};
use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, Fee};

const EXAMPLES: [Example; 1] = [Example {
    what: "A third copy within a month",
    line: "optimactl request fee R-2026-0002 --amount '12.50 EUR' --text 'You had two copies this month.'",
}];

/// Record a fee, and print what the person must be told
///
/// Answers are free. A reasonable fee is possible only for further copies, and for what is manifestly unfounded or
/// excessive, which you must be able to show (GDPR Art. 12(5), 15(3); Civ. Code §1798.145(h)(3)).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request deny", "optimactl request show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How much, with its currency: `12.50 EUR`
    #[arg(long, value_name = "AMOUNT")]
    amount: String,
    /// Why, in plain words for the person
    #[arg(long, value_name = "TEXT")]
    text: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let amount = Fee::parse(&args.amount)?;
    let core = ctx.open()?;
    let changed = request::fee(&core, &args.request, (&amount, &args.text))?;
    drop(core);
    let verb = shared::tense(ctx, "Recorded", "Would record");
    let row = &changed.value;
    let sentence = format!("{verb} a fee of {} for {}", amount.as_str(), row.reference);
    let letter = letter::fee(row, args.text.trim());
    ctx.answer(&Told {
        change: shared::stepped(ctx, "request-fee", sentence, &changed)
            .with("fee", amount.as_str()),
        letter,
    })
}

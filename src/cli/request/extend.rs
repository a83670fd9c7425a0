//! `request extend`: the person is told that the answer takes longer, and why.

use super::letter::{self, Told};
use super::shared::{self, Said};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::audit::Changed;
use crate::domain::request::{self, Extension, MoreTime};

const EXAMPLES: [Example; 1] = [Example {
    what: "The answer takes longer, for a reason that the person is told",
    line: "optimactl request extend R-2026-0001 --reason 'Your data lies in four systems that are being joined.'",
}];

/// Take more time, and print what the person must be told
///
/// Two further months under the GDPR, for the complexity and number of requests (Art. 12(3)); 45 further days under the
/// CCPA (11 CCR §7021(b)). Both are counted from receipt, both once, and the notice with its reason goes out before the
/// first period ends.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request due", "optimactl request show"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    said: Said,
    /// Why it takes longer, in plain words for the person
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let extension = Extension {
        reason: &args.reason,
        channel: args.said.channel()?,
    };
    let Changed {
        value: MoreTime { row, due },
        event,
    } = request::extend(&core, &args.said.request, extension)?;
    drop(core);
    let verb = shared::tense(ctx, "Extended", "Would extend");
    let days: Vec<String> = due
        .iter()
        .map(|(law, day)| format!("{day} ({law})"))
        .collect();
    let sentence = format!("{verb} {} to {}", row.reference, days.join(", "));
    let letter = letter::extended(&row.reference, args.reason.trim(), &due);
    let changed = Changed { value: row, event };
    ctx.answer(&Told {
        change: shared::stepped(ctx, "request-extend", sentence, &changed),
        letter,
    })
}

//! `store compact`: the database without its empty pages.

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::maintenance;

const EXAMPLES: [Example; 1] = [Example {
    what: "Give unused space back",
    line: "optimactl store compact",
}];

/// Rewrite the database without its empty pages
///
/// The copy is written under a fresh data key, read back and put in the old one's place; a crash leaves one of
/// the two. Needs as much free space as the store has, and nobody else at work in it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl store stats", "optimactl key rotate"]))]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open_exclusive()?;
    if ctx.flags.dry_run {
        let free = maintenance::stats(&core)?.free_pages;
        drop(core);
        return ctx.answer(&ctx.change("store-compact", format!("Would give back {free} pages")));
    }
    let (before, after, event) = maintenance::compact(core, ctx.unlockers()?)?;
    let size = |bytes| indicatif::HumanBytes(bytes);
    let change = ctx
        .change(
            "store-compact",
            format!(
                "Compacted the store from {} to {}",
                size(before),
                size(after)
            ),
        )
        .event(event)
        .with("bytes_before", before)
        .with("bytes_after", after);
    ctx.answer(&change)
}

//! `key kit`: the recovery kit, to be kept apart from the machine.

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::key;

const EXAMPLES: [Example; 1] = [Example {
    what: "Write the kit into a new folder, print its README, put both into the safe",
    line: "optimactl key kit --output kit",
}];

/// Write the recovery kit
///
/// A folder with the wrapped keys (without the data key), the verification key and a page with the steps to read
/// a backup by hand. It opens nothing without an unlocker; keep it apart from the machine, beside one.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Conflict, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NoSpace],
    &["optimactl backup restore", "optimactl key list"],
))]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let Some(into) = ctx.flags.output.clone() else {
        return Err(Error::usage("it is not said where the kit goes")
            .hint("name a new folder with `--output DIR`"));
    };
    let core = ctx.open()?;
    if ctx.flags.dry_run {
        drop(core);
        return ctx.answer(&ctx.change(
            "key-kit",
            format!("Would write the recovery kit to {}", into.display()),
        ));
    }
    let kit = key::kit(&core, &into)?;
    drop(core);
    let change = ctx
        .change(
            "key-kit",
            format!(
                "Wrote the recovery kit to {}: print README.txt",
                into.display()
            ),
        )
        .event(kit.event)
        .with("files", kit.files);
    ctx.answer(&change)
}

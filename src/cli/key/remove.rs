//! `key remove`: takes an unlocker away.

use crate::base::error::Result;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::key;

const EXAMPLES: [Example; 1] = [Example {
    what: "Take an unlocker away, then make what it knew useless",
    line: "optimactl key remove second --yes",
}];

/// Remove an unlocker
///
/// It opens this store no more. Its holder can still read every backup that was made for it, and, with an old
/// copy of the store's files, the store as it was then: run `optimactl key rotate --master` after somebody left.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key rotate", "optimactl key list"]))]
pub(crate) struct Args {
    /// The unlocker's name
    #[arg(value_name = "NAME")]
    name: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    key::require_slot(&core.store.keyring, &args.name)?;
    let own = core.store.slot == args.name;
    drop(core);
    let note = if own {
        " It is the one that opened the store just now."
    } else {
        ""
    };
    ask::confirm(
        ctx,
        &format!(
            "The unlocker {} would open this store no more.{note}",
            args.name
        ),
    )?;
    let mut core = ctx.open_exclusive()?;
    if ctx.flags.dry_run {
        return ctx.answer(&ctx.change(
            "key-remove",
            format!("Would remove the unlocker {}", args.name),
        ));
    }
    let event = key::remove(&mut core, &args.name)?;
    drop(core);
    let sentence = format!(
        "Removed the unlocker {}; whoever holds it can still read backups made before now",
        args.name
    );
    ctx.answer(
        &ctx.change("key-remove", sentence)
            .id(args.name.as_str())
            .event(event),
    )
}

//! `store migrate`: the schema brought up to date, after a backup.

use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::progress::{Meter, Unit};
use crate::crypto::wrap::Recipient;
use crate::domain::backup::create::{self, Order};
use crate::domain::{self, maintenance};

const EXAMPLES: [Example; 1] = [Example {
    what: "Bring a store up to date that an older version made, with a backup before",
    line: "optimactl store migrate --to backups",
}];

/// zstd's level: quick, because people wait for it.
const LEVEL: i32 = 1;

/// Bring the database up to date after an upgrade of the program
///
/// Makes a backup, reads it back, and then changes the database in one transaction: it ends in the old form or
/// in the new one. Needs the store for itself. A store that is up to date is left alone. Going back to an older
/// version of the program means restoring that backup.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl backup create", "optimactl backup restore"]))]
pub(crate) struct Args {
    /// Where the backup goes: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be
    /// repeated; else `backup.to` in the configuration
    #[arg(long, value_name = "PLACE")]
    to: Vec<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open_to_migrate()?;
    let backup = if maintenance::is_current(&core)? {
        None
    } else {
        back_up(args, ctx, &core)?
    };
    let (before, after, event) = maintenance::migrate(&core)?;
    let sentence = match (event, core.dry_run()) {
        (None, _) => format!("The store has schema {after} already"),
        (Some(_), false) => format!("Brought the store from schema {before} to {after}"),
        (Some(_), true) => format!("Would bring the store from schema {before} to {after}"),
    };
    let mut change = ctx.change("store-migrate", sentence);
    change = change
        .with("from", before)
        .with("to", after)
        .with("backup", backup);
    if let Some(event) = event.filter(|_| !core.dry_run()) {
        change = change.event(event);
    }
    ctx.answer(&change)
}

/// The file of the backup; none in a dry run. A target that fails stops the migration.
fn back_up(args: &Args, ctx: &Context, core: &domain::Context) -> Result<Option<String>> {
    let targets = places::targets(ctx, &args.to).into_iter();
    let targets = targets
        .map(|(name, spec)| Ok((name, Ok(spec?))))
        .collect::<Result<_>>()?;
    let order = Order {
        scratch: places::scratch(),
        label: None,
        level: LEVEL,
        recipients: ctx
            .settings
            .list("backup.recipients")
            .iter()
            .map(|text| Recipient::parse(text))
            .collect::<Result<_>>()?,
        delta: None,
    };
    let mut meter = Meter::new(ctx, "backing up", Unit::Bytes);
    let made = create::create(core, &order, targets, &mut |progress| {
        meter.report(progress);
    })?;
    drop(meter);
    let mut file = None;
    for (path, outcome) in made.outcomes {
        let stored = outcome.map_err(|error| {
            Error::new(error.kind, format!("no backup could be made at `{path}`"))
                .because(error)
                .hint("the store was left as it is; name another folder with `--to DIR`")
        })?;
        file = Some(stored.file);
    }
    Ok(file)
}

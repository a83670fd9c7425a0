//! `backup discard-replaced`: what restores replaced goes for good.

use serde::Serialize;

use super::shared::size;
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::backup::restore;
use crate::store::replace::kept::{self, Kept};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Remove what the last restore replaced",
        line: "optimactl backup restore --latest --from backups --replace --reason test --confirm store -q && optimactl backup discard-replaced --yes",
    },
    Example {
        what: "See what is kept",
        line: "optimactl backup discard-replaced --all --dry-run",
    },
];

/// Remove what restores replaced
///
/// A restore over a store keeps the database that it replaced, with the keys that open it, for
/// `backup restore --undo`. It holds what was erased since, so it must not stay for ever: `doctor` warns after
/// seven days. Its keyring is removed first; without it nothing of the rest opens. The data lay encrypted on the
/// disk: a disk or a snapshot that still holds old blocks holds that keyring, too, and whoever has an unlocker of
/// that time could read both.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl backup restore", "optimactl doctor"],
))]
pub(crate) struct Args {
    /// When it was replaced, as in the name of its folder (`20261122T120000Z`); may be left out when there is one
    #[arg(value_name = "TIME")]
    time: Option<String>,
    /// Everything that is kept
    #[arg(long, conflicts_with = "time")]
    all: bool,
}

#[derive(Serialize)]
struct Removed {
    name: String,
    replaced: String,
    bytes: u64,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    removed: Vec<Removed>,
    event: Option<u64>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-discard-replaced"
    }

    fn view(&self) -> View {
        if self.removed.is_empty() {
            return View::Lines(vec!["No replaced database is kept".to_owned()]);
        }
        let verb = if self.dry_run {
            "Would remove"
        } else {
            "Removed"
        };
        let lines = self.removed.iter().map(|one| {
            format!(
                "{verb} {} (replaced {}, {})",
                one.name,
                one.replaced,
                size(one.bytes)
            )
        });
        View::Lines(lines.collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let chosen = chosen(args, kept::list(&core.store.folder)?)?;
    drop(core);
    if !chosen.is_empty() {
        let names: Vec<&str> = chosen.iter().map(|one| one.name.as_str()).collect();
        let what = format!(
            "This removes {} for good, and nothing can be undone then",
            names.join(", ")
        );
        ask::confirm(ctx, &what)?;
    }
    let core = ctx.open_exclusive()?;
    let done = restore::discard(&core, &chosen)?;
    drop(core);
    let removed = done.kept.into_iter().map(|one| Removed {
        replaced: seconds_text(one.replaced),
        name: one.name,
        bytes: one.bytes,
    });
    let answer = Answered {
        dry_run: ctx.flags.dry_run,
        removed: removed.collect(),
        event: done.event,
    };
    ctx.answer(&answer)?;
    if done.event.is_some() {
        ctx.ui.note("old blocks may stay on the disk until they are written over; encrypted, and so does their keyring");
    }
    Ok(Exit::OK)
}

fn chosen(args: &Args, kept: Vec<Kept>) -> Result<Vec<Kept>> {
    if args.all {
        return Ok(kept);
    }
    let Some(time) = &args.time else {
        let n = kept.len();
        return match n {
            0 | 1 => Ok(kept),
            _ => {
                let error = Error::usage(format!(
                    "{} are kept, and it is not said which one",
                    count(i128::try_from(n).unwrap_or(0), "replaced database")
                ))
                .hint("name one by its time, or take all with `--all`");
                Err(kept
                    .iter()
                    .fold(error, |error, one| error.detail(one.time())))
            }
        };
    };
    let found = kept
        .into_iter()
        .find(|one| one.time() == time || one.name == *time);
    match found {
        Some(one) => Ok(vec![one]),
        None => Err(Error::new(
            Kind::NotFound,
            format!("no replaced database is of `{time}`"),
        )
        .hint("see what is kept with `optimactl backup discard-replaced --all --dry-run`")),
    }
}

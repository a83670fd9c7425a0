//! `request import`: requests from an earlier register.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use chrono_tz::Tz;

use super::shared;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::holidays;
use crate::domain::request::import::{self, Entry, Usual};

const EXAMPLES: [Example; 1] = [Example {
    what: "Take the requests of an earlier register over",
    line: "optimactl request import earlier.jsonl --calendar DE --tz Europe/Berlin",
}];

/// Take requests of an earlier register over
///
/// JSON lines, one request each. `id` (theirs), `type`, `law` and `received` are needed; `account` or `email`, `channel`,
/// `calendar`, `timezone`, `state` (`received`, `acknowledged`, `verified`, or a final one with `closed`), `acknowledged`,
/// `verified`, `verified_how`, `extended`, `closed`, `code`, `text`, `contested` (a list), `agent` and `agent_proof` may be
/// there. Times are RFC 3339 or dates. What was imported before is known by its `id` and left alone, so that a second run
/// changes nothing. One that is open names an `account` or `email`; one that is `verified` was verified in a way that is
/// enough for its type here, too. `id` stays in the clear for good: give numbers, no addresses. A fault in one line stops all
/// of it; a file has at most 64 MiB.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl request list", "optimactl request metrics"],
))]
pub(crate) struct Args {
    /// The file; `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose public holidays count where a line does not say it
    #[arg(long, value_name = "CODE")]
    calendar: Option<String>,
    /// The zone in which days are counted where a line does not say it
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let configured = ctx.settings.text("controller.calendar").map(str::to_owned);
    let calendar = args.calendar.clone().or(configured);
    let zone = shared::zone_of(ctx, args.tz.as_deref())?;
    let zone = match (zone, &calendar) {
        (Some(zone), _) => zone,
        (None, Some(code)) => holidays::calendar(ctx, code)?.zone(),
        (None, None) => Tz::UTC,
    };
    let usual = Usual {
        calendar: calendar.as_deref(),
        zone,
        now: ctx.clock.now(),
    };
    let entries = read(args, ctx, usual)?;
    let core = ctx.open()?;
    let done = import::import(&core, entries)?;
    drop(core);
    let imported = done.value;
    let verb = shared::tense(ctx, "Imported", "Would import");
    let span = imported
        .references
        .as_ref()
        .map_or_else(String::new, |(first, last)| {
            if first == last {
                format!(" as {first}")
            } else {
                format!(" as {first} to {last}")
            }
        });
    let sentence = format!(
        "{verb} {}{span}; {} known already",
        count(
            u64::try_from(imported.created).unwrap_or(u64::MAX),
            "request"
        ),
        imported.known
    );
    let change = ctx
        .change("request-import", sentence)
        .event(done.event)
        .with("created", imported.created)
        .with("known", imported.known)
        .with(
            "first",
            imported.references.as_ref().map(|(first, _)| first.clone()),
        )
        .with(
            "last",
            imported.references.as_ref().map(|(_, last)| last.clone()),
        );
    ctx.answer(&change)
}

fn read(args: &Args, ctx: &mut Context, usual: Usual<'_>) -> Result<Vec<Entry>> {
    if args.file.as_os_str() == "-" {
        return import::read(ctx.stdin.take("FILE -")?, usual);
    }
    let file = File::open(&args.file).map_err(|error| Error::io("open", &args.file, &error))?;
    import::read(BufReader::new(file), usual)
}

//! `calendar import`: a holiday table of one's own.

use std::path::PathBuf;

use chrono::Datelike as _;

use crate::base::error::{Error, Result};
use crate::base::text::{self, count};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::domain::calendar::foreign::{self, Holidays};
use crate::domain::request::calendar::{self, IfExists, NewCalendar, Skipped};

const MOST_BYTES: u64 = 1024 * 1024;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Berlin has a holiday more than Germany",
        line: "optimactl calendar import berlin.csv --code DE-BE --tz Europe/Berlin",
    },
    Example {
        what: "Next year's edition",
        line: "optimactl calendar import berlin.csv --code DE-BE --tz Europe/Berlin --years 2026-2027 --if-exists update",
    },
];

/// Import a holiday table of your own
///
/// The file is CSV (`2027-03-08,Frauentag` on each line) or iCalendar with whole days, and holds every holiday of the place:
/// nothing is added from the compiled-in tables. Requests that name its code are counted by it; one that is open already
/// follows when the table changes.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl calendar check", "optimactl calendar show"],
))]
pub(crate) struct Args {
    /// The file; `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Its code, such as `DE-BE`: none that is compiled in
    #[arg(long, value_name = "CODE")]
    code: String,
    /// The zone in which the place's days begin
    #[arg(long, value_name = "ZONE")]
    tz: String,
    /// The name of the place; its code if not given
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The years that the file covers, such as `2026-2028`; from its first to its last holiday if not given
    #[arg(long, value_name = "YEARS")]
    years: Option<String>,
    /// What becomes of a table that has this code
    #[arg(long, value_name = "WHAT", value_parser = ["fail", "skip", "update"], default_value = "fail")]
    if_exists: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let new = read(args, ctx)?;
    let if_exists = match args.if_exists.as_str() {
        "skip" => IfExists::Skip,
        "update" => IfExists::Update,
        _ => IfExists::Fail,
    };
    let core = ctx.open()?;
    let done = calendar::import(&core, &new, if_exists)?;
    drop(core);
    let imported = &done.value;
    let verb = if ctx.flags.dry_run {
        "Would import"
    } else {
        "Imported"
    };
    let days = count(u64::try_from(imported.days).unwrap_or(u64::MAX), "day");
    let (first, last) = (new.years.start(), new.years.end());
    let sentence = match imported.skipped {
        Skipped::Yes => format!("{} is there and stays as it is", new.code),
        Skipped::No => format!(
            "{verb} {} with {days} for {first} to {last} ({} more and {} fewer than before)",
            new.code, imported.added, imported.removed
        ),
    };
    let change = ctx
        .change("calendar-import", sentence)
        .id(new.code.as_str())
        .event(done.event)
        .with("days", imported.days)
        .with("added", imported.added)
        .with("removed", imported.removed)
        .with("skipped", imported.skipped == Skipped::Yes)
        .with("first_year", *first)
        .with("last_year", *last);
    ctx.answer(&change)
}

fn read(args: &Args, ctx: &mut Context) -> Result<NewCalendar> {
    let zone = args.tz.parse().map_err(|_| {
        Error::usage(format!("there is no time zone `{}`", text::safe(&args.tz)))
            .hint("give an IANA name such as `Europe/Berlin`")
    })?;
    let file = if args.file.as_os_str() == "-" {
        file_guard::bounded(ctx.stdin.take("FILE -")?, MOST_BYTES, "standard input")?
    } else {
        file_guard::read_text(&args.file, MOST_BYTES)?
    };
    let holidays = foreign::read(&file)?;
    let years = match &args.years {
        Some(typed) => typed_years(typed, &holidays)?,
        None => found_years(&holidays)?,
    };
    let place = args.name.as_deref().unwrap_or(&args.code);
    if text::safe(place) != place || place.trim().is_empty() || place.chars().count() > 100 {
        return Err(Error::usage(
            "the name of a place has 1 to 100 visible characters",
        ));
    }
    Ok(NewCalendar {
        code: args.code.clone(),
        place: place.to_owned(),
        zone,
        years,
        holidays,
    })
}

fn typed_years(typed: &str, holidays: &Holidays) -> Result<std::ops::RangeInclusive<i32>> {
    let wrong = || {
        Error::usage(format!("`{}` are no years", text::safe(typed)))
            .hint("give them like `--years 2026-2028`, between 1900 and 2400")
    };
    let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
    let (first, last): (i32, i32) = (
        first.trim().parse().map_err(|_| wrong())?,
        last.trim().parse().map_err(|_| wrong())?,
    );
    if first > last || first < 1900 || last > 2400 {
        return Err(wrong());
    }
    if let Some(day) = holidays
        .keys()
        .find(|day| !(first..=last).contains(&day.year()))
    {
        return Err(
            Error::usage(format!("the file has {day}, outside of {typed}"))
                .hint("name all years that it covers"),
        );
    }
    Ok(first..=last)
}

/// A year without a single holiday is a year that the file does not know.
fn found_years(holidays: &Holidays) -> Result<std::ops::RangeInclusive<i32>> {
    let years: std::collections::BTreeSet<i32> = holidays.keys().map(|day| day.year()).collect();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return Err(Error::usage("the file names no holiday"));
    };
    if let Some(gap) = (*first..=*last).find(|year| !years.contains(year)) {
        return Err(
            Error::usage(format!("the file has no holiday in {gap}")).hint(format!(
                "complete it, or say that there is none: `--years {first}-{last}`"
            )),
        );
    }
    Ok(*first..=*last)
}

//! `calendar show`: the holidays of one place and year, or the places that are known.

use chrono::Datelike as _;
use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::holidays;
use crate::cli::render::{Answer, Table, View};
use crate::domain::calendar::Calendar;
use crate::domain::request::calendar;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See which calendars there are",
        line: "optimactl calendar show",
    },
    Example {
        what: "See the holidays of one year",
        line: "optimactl calendar show DE --year 2027",
    },
];

/// Show the public holidays of a place, or the places that are known
///
/// Beside those that you imported, tables are compiled in: the national holidays of the EU's member states on which two independent
/// sources agree, and the business holidays of California. Regional holidays are left out, which makes dates
/// earlier and never later.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl request deadline"],
))]
pub(crate) struct Args {
    /// The calendar, by code or name: `DE`, `US-CA`, `France`
    #[arg(value_name = "CODE")]
    calendar: Option<String>,
    /// The year; this one if not given
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Places(Vec<Known>);

#[derive(Serialize)]
struct Known {
    code: String,
    place: String,
    zone: String,
    /// `compiled-in` or `imported`.
    origin: &'static str,
    first_year: i32,
    last_year: i32,
}

impl Answer for Places {
    fn schema(&self) -> &'static str {
        "calendar-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["code", "place", "zone", "years", "origin"]);
        for place in &self.0 {
            table.row([
                place.code.clone(),
                place.place.clone(),
                place.zone.clone(),
                format!("{} to {}", place.first_year, place.last_year),
                place.origin.to_owned(),
            ]);
        }
        View::Table(table)
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Year(Vec<Holiday>);

#[derive(Serialize)]
struct Holiday {
    date: String,
    weekday: String,
    name: String,
}

impl Answer for Year {
    fn schema(&self) -> &'static str {
        "calendar-show"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["date", "weekday", "name"]);
        for day in &self.0 {
            table.row([&day.date, &day.weekday, &day.name].map(Clone::clone));
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let Some(code) = &args.calendar else {
        return places(ctx);
    };
    let calendar = holidays::calendar(ctx, code)?;
    let year = args.year.unwrap_or_else(|| ctx.clock.now().year());
    let years = calendar.years();
    if !years.contains(&year) {
        return Err(Error::usage(format!(
            "the holidays of {} are not known for {year}",
            calendar.place()
        ))
        .hint(format!("known are {} to {}", years.start(), years.end())));
    }
    let of_year = calendar.holidays().filter(|(date, _)| date.year() == year);
    let days = of_year.map(|(date, name)| Holiday {
        date: date.to_string(),
        weekday: date.format("%A").to_string(),
        name: name.to_owned(),
    });
    ctx.answer(&Year(days.collect()))
}

/// The store's own stand behind the compiled-in ones, where it opens without a question.
fn places(ctx: &mut Context) -> Result<Exit> {
    let mut places = vec![];
    for code in Calendar::codes() {
        places.push(known(&Calendar::named(code)?, "compiled-in"));
    }
    let own = ctx
        .open_quietly()
        .and_then(|core| core.store.read(calendar::own))
        .unwrap_or_default();
    places.extend(own.iter().map(|calendar| known(calendar, "imported")));
    ctx.answer(&Places(places))
}

fn known(calendar: &Calendar, origin: &'static str) -> Known {
    let years = calendar.years();
    Known {
        code: calendar.code().to_owned(),
        place: calendar.place().to_owned(),
        zone: calendar.zone().name().to_owned(),
        origin,
        first_year: *years.start(),
        last_year: *years.end(),
    }
}

//! `calendar check`: whether the holidays of this year and the next are known.

use chrono::Datelike as _;
use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::request::calendar::{self, Checked};

const EXAMPLES: [Example; 1] = [Example {
    what: "Once a month from cron",
    line: "optimactl calendar check",
}];

/// Check that the holidays of this year and the next are known
///
/// Looks at the calendar of the configuration, at California's, at those of open requests and at the imported ones; ends
/// with 4 when one lacks a year. An imported one whose code begins like a compiled-in one (`DE-BE` and `DE`) is compared
/// with it: holidays on weekdays that only one of them has. Works without a store, too.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Findings]].concat(),
    &["optimactl calendar import", "optimactl calendar show"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Item>);

#[derive(Serialize)]
struct Item {
    code: String,
    first_year: i32,
    last_year: i32,
    missing: Vec<i32>,
    compared_with: Option<String>,
    only_here: Vec<String>,
    only_there: Vec<String>,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "calendar-check"
    }

    fn view(&self) -> View {
        let header = [
            "code",
            "years",
            "missing",
            "compared with",
            "only here",
            "only there",
        ];
        let mut table = Table::new(&header);
        for item in &self.0 {
            let missing: Vec<String> = item.missing.iter().map(i32::to_string).collect();
            table.row([
                item.code.clone(),
                format!("{} to {}", item.first_year, item.last_year),
                missing.join(" "),
                item.compared_with.clone().unwrap_or_default(),
                item.only_here.join(" "),
                item.only_there.join(" "),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let configured = ctx.settings.text("controller.calendar").map(str::to_owned);
    let year = ctx.clock.now().year();
    let has_store = ctx
        .folder()
        .and_then(|folder| folder.require_store())
        .is_ok();
    let calendars = if has_store {
        let core = ctx.open()?;
        core.store
            .read(|tx| calendar::in_use(tx, configured.as_deref()))?
    } else {
        calendar::embedded_in_use(configured.as_deref())?
    };
    let items: Vec<Item> = calendars
        .iter()
        .map(|one| item(calendar::check(one, year)))
        .collect();
    let lacks = items.iter().any(|item| !item.missing.is_empty());
    ctx.answer_with(&Listed(items), lacks.then_some(Kind::Findings))
}

fn item(checked: Checked) -> Item {
    let texts = |days: Vec<chrono::NaiveDate>| days.iter().map(ToString::to_string).collect();
    Item {
        code: checked.code,
        first_year: *checked.years.start(),
        last_year: *checked.years.end(),
        missing: checked.missing,
        compared_with: checked.against,
        only_here: texts(checked.more),
        only_there: texts(checked.fewer),
    }
}

//! `retention report`: every class of data with its rule and what is due.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::audit::expire;
use crate::domain::retention::{self, Line};

const EXAMPLES: [Example; 1] = [Example {
    what: "What is kept how long, and what is due",
    line: "optimactl retention report",
}];

/// Show how long each class of data is kept, why, and what is due
///
/// Also what has commands of its own: the personal values of the audit log (`audit.retention.*`, `audit expire`) and
/// ended sessions (`session.keep`, `session purge`). Counts alone; nothing in it is about a person.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl retention rule add", "optimactl retention run"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Report {
    classes: Vec<Item>,
    /// Settings of commands that delete by themselves.
    settings: Vec<Setting>,
}

#[derive(Serialize)]
struct Item {
    class: &'static str,
    meaning: &'static str,
    period: Option<String>,
    basis: Option<String>,
    due: Option<u64>,
    held: Option<u64>,
    last_run: Option<String>,
    last_deleted: Option<u64>,
    elsewhere: Option<&'static str>,
}

#[derive(Serialize)]
struct Setting {
    name: String,
    value: String,
    command: &'static str,
}

impl Item {
    fn of(line: Line) -> Self {
        Self {
            class: line.class.as_str(),
            meaning: line.class.meaning(),
            period: line.rule.as_ref().map(|rule| rule.period.to_string()),
            basis: line.rule.map(|rule| rule.basis),
            due: line.due.map(|due| due.rows),
            held: line.due.map(|due| due.held),
            last_run: line.last.map(|run| seconds_text(run.at)),
            last_deleted: line.last.map(|run| run.deleted),
            elsewhere: line.elsewhere,
        }
    }
}

impl Answer for Report {
    fn schema(&self) -> &'static str {
        "retention-report"
    }

    fn view(&self) -> View {
        let mut classes = Table::new(&["class", "kept", "basis", "due", "held", "last run"]);
        for item in &self.classes {
            let number = |number: Option<u64>| number.map(|number| number.to_string());
            let kept = item.period.as_deref().unwrap_or("for ever");
            let kept = item.elsewhere.unwrap_or(kept);
            classes.row([
                item.class.to_owned(),
                kept.to_owned(),
                item.basis.clone().unwrap_or_default(),
                number(item.due).unwrap_or_default(),
                number(item.held).unwrap_or_default(),
                item.last_run.clone().unwrap_or_default(),
            ]);
        }
        let mut settings = Table::new(&["setting", "kept", "deleted by"]);
        for setting in &self.settings {
            settings.row([
                setting.name.clone(),
                setting.value.clone(),
                setting.command.to_owned(),
            ]);
        }
        View::Parts(vec![View::Table(classes), View::Table(settings)])
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let lines = retention::report(&core)?;
    drop(core);
    let setting = |name: String, command| Setting {
        value: ctx.settings.text(&name).unwrap_or("forever").to_owned(),
        name,
        command,
    };
    let mut settings: Vec<Setting> = expire::Class::ALL
        .into_iter()
        .map(|class| {
            setting(
                format!("audit.retention.{}", class.as_str()),
                "audit expire",
            )
        })
        .collect();
    settings.push(setting("session.keep".to_owned(), "session purge"));
    ctx.answer(&Report {
        classes: lines.into_iter().map(Item::of).collect(),
        settings,
    })
}

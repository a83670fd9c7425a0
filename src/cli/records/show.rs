//! `records show`: the register at a glance.

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::records::Register;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What is processed, why, and how long it is kept",
        line: "optimactl records show",
    },
    Example {
        what: "Everything that Art. 30 asks for, for another program",
        line: "optimactl records show --format json",
    },
];

/// Show the register of processing activities
///
/// Each class of data in the store and each data source of the configuration, with purpose, people, recipients and
/// period. It is made from what the program really does with each table, the rules of retention, and the settings
/// `controller.*`, `processing.*` and `source.*`; what nobody said is marked. Nothing in it is about a person.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl records check", "optimactl records export", "optimactl retention report"],
))]
pub(crate) struct Args {}

#[derive(serde::Serialize)]
struct Shown {
    #[serde(flatten)]
    register: Register,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "records-show"
    }

    fn view(&self) -> View {
        let controller = &self.register.controller;
        let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "not stated".to_owned());
        let record = vec![
            ("Controller".to_owned(), said(&controller.name)),
            ("Contact".to_owned(), said(&controller.contact)),
        ];
        let mut table = Table::new(&["processing", "what for", "data", "kept", "recipients"]);
        for activity in &self.register.activities {
            let list = |items: &[String]| match items {
                [] => "not stated".to_owned(),
                items => items.join("; "),
            };
            table.row([
                activity.name.clone(),
                list(activity.purposes.get(..1).unwrap_or_default()),
                list(&activity.data),
                said(&activity.kept),
                list(&activity.recipients),
            ]);
        }
        let mut parts = vec![View::Record(record), View::Table(table)];
        if !self.register.missing.is_empty() {
            parts.push(View::Lines(vec![format!(
                "{} not stated: see `optimactl records check`",
                crate::base::text::count(
                    i128::try_from(self.register.missing.len()).unwrap_or_default(),
                    "thing"
                )
            )]));
        }
        View::Parts(parts)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let register = super::register(ctx)?;
    ctx.answer(&Shown { register })
}

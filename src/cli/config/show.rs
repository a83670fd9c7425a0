//! `config show`: every setting, its value and where it comes from.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See every setting",
        line: "optimactl config show",
    },
    Example {
        what: "See where the store is looked for",
        line: "optimactl config show store.path --format json",
    },
];

/// Show every setting with its value and its origin
///
/// Flags win over the environment, the environment over the file, the file over defaults. Nothing shown is
/// secret: settings only name the places where secrets are.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &[Kind::NotFound], &["optimactl config template"]))]
pub(crate) struct Args {
    /// Only this setting
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Shown(Vec<Setting>);

#[derive(Serialize)]
struct Setting {
    name: String,
    value: String,
    origin: String,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "config-show"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["name", "value", "origin"]);
        for setting in &self.0 {
            table.row([&setting.name, &setting.value, &setting.origin]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let all = ctx.settings.all();
    let wanted = |name: &str| args.name.as_deref().is_none_or(|only| only == name);
    let shown: Vec<Setting> = all
        .iter()
        .filter(|(name, ..)| wanted(name))
        .map(|(name, value, origin)| Setting {
            name: name.clone(),
            value: value.clone(),
            origin: origin.clone(),
        })
        .collect();
    match &args.name {
        Some(name) if shown.is_empty() => {
            Err(unknown(name, all.iter().map(|(name, ..)| name.as_str())))
        }
        _ => ctx.answer(&Shown(shown)),
    }
}

fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Error {
    let error = Error::not_found(format!("`{}` is not a setting", text::safe(name)));
    match text::did_you_mean(name, known) {
        Some(near) => error.hint(near),
        None => error.hint("see `optimactl config show` for all"),
    }
}

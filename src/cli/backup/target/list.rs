//! `backup target list`: the places that the configuration names. Reaches for none of them.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::render::{Answer, Table, View};

const EXAMPLES: [Example; 1] = [Example {
    what: "See where backups can go",
    line: "optimactl backup target list",
}];

/// List the places that the configuration names
///
/// Those in tables `[target.NAME]`, and those that `backup.to` gives by address or path. None is reached for: see
/// `backup target check`. A target that cannot be used as it is configured is shown with the reason.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &[Kind::Findings], &["optimactl backup target check", "optimactl config template"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Listed(Vec<Row>);

#[derive(Serialize)]
struct Row {
    name: Option<String>,
    kind: Option<&'static str>,
    url: Option<String>,
    append_only: bool,
    /// `governance 30d`, or nothing.
    lock: Option<String>,
    /// `backup.to` names it.
    used: bool,
    error: Option<String>,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "backup-target-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["name", "kind", "url", "append only", "lock", "used"]);
        let yes = |flag| if flag { "yes" } else { "no" };
        for row in &self.0 {
            table.row([
                row.name.as_deref().unwrap_or("-"),
                row.kind.unwrap_or("-"),
                row.url.as_deref().or(row.error.as_deref()).unwrap_or("-"),
                yes(row.append_only),
                row.lock.as_deref().unwrap_or("-"),
                yes(row.used),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &Context) -> Result<Exit> {
    let targets = ctx.settings.targets();
    let used = ctx.settings.list("backup.to");
    let named = targets.keys().map(|name| row(ctx, name, Some(name)));
    let bare = used.iter().filter(|text| !targets.contains_key(*text));
    let rows: Vec<Row> = named.chain(bare.map(|text| row(ctx, text, None))).collect();
    let broken = rows.iter().any(|row| row.error.is_some());
    ctx.answer_with(&Listed(rows), broken.then_some(Kind::Findings))
}

fn row(ctx: &Context, text: &str, name: Option<&String>) -> Row {
    let used = ctx
        .settings
        .list("backup.to")
        .iter()
        .any(|used| used == text);
    let row = Row {
        name: name.cloned(),
        kind: None,
        url: None,
        append_only: false,
        lock: None,
        used,
        error: None,
    };
    match places::resolve(ctx, text) {
        Err(error) => Row {
            error: Some(error.to_string()),
            ..row
        },
        Ok(spec) => Row {
            kind: Some(spec.at.kind()),
            url: Some(spec.at.name()),
            append_only: spec.append_only,
            lock: spec
                .at
                .lock()
                .map(|lock| format!("{} {}d", lock.mode.word(), lock.days)),
            ..row
        },
    }
}

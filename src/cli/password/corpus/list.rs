//! `password corpus list`: the lists in use and how they stand.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::text::{safe, size};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::password::corpus::{self, Looked};

const EXAMPLES: [Example; 1] = [Example {
    what: "Which lists are in use, and can they be read?",
    line: "optimactl password corpus list",
}];

/// Show the lists of leaked passwords in use
///
/// Each is tested by samples. One that cannot be used ends this with 4: until it is mended or removed, new
/// passwords are refused and sign-ins are not held against it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Findings]].concat(),
    &["optimactl password corpus verify", "optimactl doctor"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
#[serde(transparent)]
struct Lists(Vec<List>);

#[derive(Serialize)]
struct List {
    path: String,
    kind: &'static str,
    bytes: u64,
    least: u64,
    grace_seconds: u64,
    added: String,
    tested: String,
    state: &'static str,
    why: Option<String>,
}

impl Answer for Lists {
    fn schema(&self) -> &'static str {
        "password-corpus-list"
    }

    fn view(&self) -> View {
        let header = ["path", "kind", "size", "least", "tested", "state"];
        let mut table = Table::new(&header).or_say("No list of leaked passwords is in use");
        for list in &self.0 {
            let why = list.why.as_ref().map(|why| format!(": {why}"));
            table.row([
                safe(&list.path),
                list.kind.to_owned(),
                size(list.bytes),
                list.least.to_string(),
                list.tested.clone(),
                format!("{}{}", list.state, why.unwrap_or_default()),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let lists: Vec<List> = corpus::list(&core)?.into_iter().map(shown).collect();
    let broken = lists.iter().any(|list| list.why.is_some());
    ctx.answer_with(&Lists(lists), broken.then_some(Kind::Findings))
}

fn shown(looked: Looked) -> List {
    let row = looked.row;
    List {
        state: match (&looked.wrong, looked.changed) {
            (Some(_), _) => "unusable",
            (None, true) => "changed",
            (None, false) => "ok",
        },
        path: row.path,
        kind: row.kind.as_str(),
        bytes: row.stamp.bytes,
        least: row.least,
        grace_seconds: row.grace,
        added: seconds_text(row.added),
        tested: seconds_text(row.tested),
        why: looked.wrong,
    }
}

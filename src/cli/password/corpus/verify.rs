//! `password corpus verify`: reads lists of leaked passwords from end to end.

use std::path::PathBuf;

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::domain::password::corpus;

use super::kept;

const EXAMPLES: [Example; 1] = [Example {
    what: "Prove form and order of every line",
    line: "optimactl password corpus verify",
}];

/// Read lists of leaked passwords from end to end
///
/// `optimactl password corpus add` looks at samples; this proves the form and order of every line, and for a folder
/// that every range is there. A list that is damaged ends this with 13 and names the
/// first wrong line.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password corpus list", "optimactl password corpus add"],
))]
pub(crate) struct Args {
    /// One of the lists in use; without it, all
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Verified(Vec<List>);

#[derive(Serialize)]
struct List {
    path: String,
    kind: &'static str,
    ok: bool,
    lines: u64,
    /// Lines with the count 0, which pad a range.
    padding: u64,
    wrong: Option<String>,
}

impl Answer for Verified {
    fn schema(&self) -> &'static str {
        "password-corpus-verify"
    }

    fn view(&self) -> View {
        if self.0.is_empty() {
            return View::Lines(vec!["No list of leaked passwords is in use".to_owned()]);
        }
        let line = |list: &List| match &list.wrong {
            None => format!(
                "`{}` is sound: {}",
                safe(&list.path),
                count(list.lines, "line")
            ),
            Some(wrong) => format!("FAIL  `{}`: {wrong}", safe(&list.path)),
        };
        View::Lines(self.0.iter().map(line).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let path = args.path.as_deref().map(kept).transpose()?;
    let mut meter = Meter::new(ctx, "reading", Unit::Bytes);
    let core = ctx.open()?;
    let done = corpus::verify(&core, path.as_deref(), &mut |progress| {
        meter.report(progress);
    })?;
    drop((core, meter));
    let lists: Vec<List> = done
        .into_iter()
        .map(|(row, scanned)| List {
            path: row.path,
            kind: row.kind.as_str(),
            ok: scanned.wrong.is_none(),
            lines: scanned.lines,
            padding: scanned.padding,
            wrong: scanned.wrong,
        })
        .collect();
    let damaged = lists.iter().any(|list| !list.ok);
    ctx.answer_with(&Verified(lists), damaged.then_some(Kind::Integrity))
}

//! `records export`: the register as a page.

use std::path::Path;

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::domain::records::markdown;
use crate::store::file;

const EXAMPLES: [Example; 1] = [Example {
    what: "The page that a supervisory authority asks for",
    line: "optimactl records export --output records.md",
}];

/// Write the register of processing activities as a page (Markdown)
///
/// What a supervisory authority is handed on request (GDPR Art. 30(4)). What is not stated is marked in it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl records check", "optimactl records show"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Written {
    file: Option<String>,
    dry_run: bool,
    activities: usize,
    missing: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<String>,
}

impl Answer for Written {
    fn schema(&self) -> &'static str {
        "records-export"
    }

    fn view(&self) -> View {
        let verb = if self.dry_run { "Would write" } else { "Wrote" };
        let file = self.file.as_deref().unwrap_or("standard output");
        View::Lines(vec![format!("{verb} the register to {file}")])
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let register = super::register(ctx)?;
    let page = markdown(&register);
    let dry_run = ctx.flags.dry_run;
    let file = match &target {
        Target::File(path) => Some(path.display().to_string()),
        Target::Stdout => None,
    };
    match &target {
        _ if dry_run => {}
        Target::File(path) => file::write_output(path, page.as_bytes(), ctx.existing())?,
        Target::Stdout if ctx.ui.format() == Format::Text => {
            ui::artifact(&page)?;
            return Ok(Exit::OK);
        }
        Target::Stdout => {}
    }
    ctx.answer(&Written {
        page: file.is_none().then_some(page),
        file,
        dry_run,
        activities: register.activities.len(),
        missing: register.missing.len(),
    })
}

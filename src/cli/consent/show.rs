//! `consent show`: one consent with the text that was agreed to.

use serde::Serialize;

use super::row::Row;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::consent;

const EXAMPLES: [Example; 1] = [Example {
    what: "See what was agreed to",
    line: "optimactl consent show cns_bcxa4qeakht7vv3g",
}];

/// Show one consent with the text that was agreed to
///
/// The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl consent list", "optimactl consent receipt"],
))]
pub(crate) struct Args {
    /// The consent's id
    #[arg(value_name = "CONSENT")]
    id: String,
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    text: String,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "consent-show"
    }

    fn view(&self) -> View {
        let row = &self.row;
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "no".to_owned());
        let fields = [
            ("id", row.id.clone()),
            ("account", row.account.clone()),
            ("purpose", row.purpose.clone()),
            ("version", row.version.clone()),
            ("sha256", row.sha256.clone()),
            ("given", format!("{} ({})", row.given, row.source)),
            ("state", row.state.clone()),
            ("ended", or_none(&row.ended)),
            ("text", self.text.trim_end().to_owned()),
        ];
        View::Record(fields.map(|(key, value)| (key.to_owned(), value)).into())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let shown = consent::show(&core, &args.id)?;
    drop(core);
    ctx.answer(&Shown {
        row: Row::of(shown.row),
        text: shown.text.text,
    })
}

//! `notice show`: one notice with its text.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::notice::{self, Kind};

use super::list::Row;

const EXAMPLES: [Example; 1] = [Example {
    what: "See what the holder is to read",
    line: "optimactl notice list | tail -n 1 | cut -f 1 | xargs optimactl notice show",
}];

/// Look at one notice and its text
///
/// The text says what happened and what to do if it was somebody else: no link, no secret, no personal value.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl notice list", "optimactl notice mark"],
))]
pub(crate) struct Args {
    /// The notice (`ntc_…`)
    #[arg(value_name = "ID")]
    id: String,
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    text: Option<&'static str>,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "notice-show"
    }

    fn view(&self) -> View {
        let row = &self.row;
        let field = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let mut fields = vec![
            field("id", &row.id),
            field("account", &row.name),
            field("kind", &row.kind),
            field("created", &row.created),
            field("state", &row.state),
        ];
        if let Some(settled) = &row.settled {
            fields.push(field("settled", settled));
        }
        if let Some(text) = self.text {
            fields.push(field("text", text));
        }
        View::Record(fields)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let row = Row::from(notice::show(&core, &args.id)?);
    let text = Kind::read(&row.kind).map(Kind::text);
    ctx.answer(&Shown { row, text })
}

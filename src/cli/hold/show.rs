//! `hold show`: one hold, and what waits for it.

use serde::Serialize;

use super::row::Row;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::hold;

const EXAMPLES: [Example; 1] = [Example {
    what: "See why something is held",
    line: "optimactl hold show hld_f1rj109hyrvk4zp4",
}];

/// Show one hold and the requests that wait for it
///
/// The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl hold list", "optimactl hold release"],
))]
pub(crate) struct Args {
    /// The hold's id
    #[arg(value_name = "HOLD")]
    id: String,
}

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    row: Row,
    /// References of requests.
    waiting: Vec<String>,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "hold-show"
    }

    fn view(&self) -> View {
        let row = &self.row;
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "never".to_owned());
        let waiting = if self.waiting.is_empty() {
            "nothing".to_owned()
        } else {
            self.waiting.join(", ")
        };
        let state = if row.review_due {
            "in-force, review due"
        } else {
            row.state
        };
        let fields = [
            ("id", row.id.clone()),
            ("of", row.whose()),
            ("classes", row.classes.join(", ")),
            ("basis", row.basis.clone()),
            ("owner", row.owner.clone()),
            ("state", state.to_owned()),
            ("placed", row.placed.clone()),
            ("reviewed", or_none(&row.reviewed)),
            ("review by", row.review.clone()),
            ("released", or_none(&row.released)),
            ("waits for it", waiting),
        ];
        View::Record(fields.map(|(key, value)| (key.to_owned(), value)).into())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let shown = hold::show(&core, &args.id)?;
    let now = core.now();
    drop(core);
    ctx.answer(&Shown {
        row: Row::of(shown.hold, now),
        waiting: shown.waiting,
    })
}

//! `consent receipt`: what the person keeps as proof.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, View};
use crate::cli::ui;
use crate::domain::consent::{self, Controller};
use crate::store::file;

const EXAMPLES: [Example; 1] = [Example {
    what: "Write the receipt for whoever agreed",
    line: "optimactl consent receipt cns_bcxa4qeakht7vv3g --output receipt.json",
}];

/// Give out the receipt of a consent
///
/// JSON in the shape of ISO/IEC TS 27560: the text and its version, the purpose, when and where it was given and withdrawn.
/// It names the person only by its id. The controller is `controller.name` and `controller.contact` of the
/// configuration. Printed unless `--output` names a file; the look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl consent show", "optimactl request build"],
))]
pub(crate) struct Args {
    /// The consent's id
    #[arg(value_name = "CONSENT")]
    id: String,
}

#[derive(Serialize)]
struct Given {
    file: Option<String>,
    dry_run: bool,
    receipt: Value,
}

impl Answer for Given {
    fn schema(&self) -> &'static str {
        "consent-receipt"
    }

    fn view(&self) -> View {
        let verb = if self.dry_run { "Would write" } else { "Wrote" };
        let file = self.file.as_deref().unwrap_or("standard output");
        View::Lines(vec![format!("{verb} the receipt to {file}")])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let target = ctx.target(Some(Path::new("-")))?;
    let core = ctx.open()?;
    let shown = consent::show(&core, &args.id)?;
    let setting = |name: &str| ctx.settings.text(name).map(str::to_owned);
    let controller = Controller {
        name: setting("controller.name"),
        contact: setting("controller.contact"),
    };
    let receipt = consent::receipt(&shown, &controller, core.now());
    let dry_run = core.dry_run();
    drop(core);
    let text = serde_json::to_string_pretty(&receipt)
        .map_err(|error| Error::bug("a receipt does not serialize").because(error))?;
    let file = match &target {
        Target::File(path) => Some(path.display().to_string()),
        Target::Stdout => None,
    };
    match &target {
        _ if dry_run => {}
        Target::File(path) => {
            file::write_output(path, format!("{text}\n").as_bytes(), ctx.existing())?;
        }
        Target::Stdout if ctx.ui.format() == Format::Text => {
            ui::artifact(&format!("{text}\n"))?;
            return Ok(Exit::OK);
        }
        Target::Stdout => {}
    }
    ctx.answer(&Given {
        file,
        dry_run,
        receipt,
    })
}

//! `store check`: every page, the structure, and the files beside the database.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::maintenance;
use crate::store::check::{Depth, RESTORE};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Check the store",
        line: "optimactl store check",
    },
    Example {
        what: "Compare every index entry with its row, too",
        line: "optimactl store check --deep",
    },
];

/// Check the database for damage and tampering
///
/// Reads and authenticates every page, free ones too, checks the structure of tables and references, the slots
/// and the rights journal. Damage ends with exit code 13. What the audit log proves is another question: see
/// `optimactl audit verify`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl audit verify", "optimactl backup restore"]))]
pub(crate) struct Args {
    /// Also compare every index entry with its row
    #[arg(long)]
    deep: bool,
}

#[derive(Serialize)]
struct Answered {
    pages: u64,
    bytes: u64,
    deep: bool,
    findings: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "store-check"
    }

    fn view(&self) -> View {
        if self.findings.is_empty() {
            let size = indicatif::HumanBytes(self.bytes);
            return View::Lines(vec![format!(
                "The store is sound: {} pages read, {size}",
                self.pages
            )]);
        }
        View::Lines(
            self.findings
                .iter()
                .map(|finding| format!("FAIL  {finding}"))
                .collect(),
        )
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let depth = if args.deep {
        Depth::Deep
    } else {
        Depth::Standard
    };
    let checked = ctx
        .open()
        .and_then(|core| maintenance::check(&core, depth))
        .map_err(restored)?;
    let damaged = !checked.findings.is_empty();
    let answer = Answered {
        pages: checked.read.pages,
        bytes: checked.read.bytes,
        deep: args.deep,
        findings: checked.findings,
    };
    ctx.answer_with(&answer, damaged.then_some(Kind::Integrity))
}

/// Whoever runs this check need not be told to.
fn restored(error: Error) -> Error {
    let hint = error.hint.as_deref();
    if error.kind == Kind::Integrity && hint.is_none_or(|hint| hint.contains("store check")) {
        return error.hint(RESTORE);
    }
    error
}

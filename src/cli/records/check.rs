//! `records check`: whether the register is whole, and every data source can be asked.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::controller::controller;
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::cli::sources;
use crate::domain::{records, source};

const EXAMPLES: [Example; 1] = [Example {
    what: "What is missing, and which data source does not answer",
    line: "optimactl records check",
}];

/// Check that the register says everything, and that every data source can be asked
///
/// Names what GDPR Art. 30 wants and no setting says, and data sources whose file or table is not there or has a field that
/// nobody classified: a new column of the platform is found by this before it is missing in an answer. A source behind a
/// command is looked at without running it. Findings end with exit 4.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Findings]].concat(),
    &["optimactl records show", "optimactl config template"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Finding {
    about: String,
    finding: String,
}

#[derive(Serialize)]
struct Checked {
    sources: usize,
    findings: Vec<Finding>,
}

impl Answer for Checked {
    fn schema(&self) -> &'static str {
        "records-check"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["about", "finding"]);
        for finding in &self.findings {
            table.row([finding.about.clone(), finding.finding.clone()]);
        }
        let sources = crate::base::text::count(
            i128::try_from(self.sources).unwrap_or_default(),
            "data source",
        );
        table.empty = Some(format!("The register is whole, and {sources} can be asked"));
        View::Table(table)
    }
}

pub(crate) fn run(_: &Args, ctx: &mut Context) -> Result<Exit> {
    let (mut declared, mut findings) = (vec![], vec![]);
    for (name, source) in sources::each_declared(ctx) {
        match source {
            Ok(source) => declared.push(source),
            Err(error) if error.kind == Kind::Usage => return Err(error),
            Err(error) => findings.push(Finding {
                about: format!("source.{name}"),
                finding: error.to_string(),
            }),
        }
    }
    let controller = controller(ctx);
    let core = ctx.open()?;
    let register = records::register(&core, &controller, &declared)?;
    drop(core);
    findings.extend(register.missing.into_iter().map(|gap| Finding {
        finding: format!("{} is not stated ({})", gap.what, gap.clause),
        about: gap.setting,
    }));
    let problems = declared.iter().flat_map(source::look);
    findings.extend(problems.map(|problem| Finding {
        about: format!("source.{}", problem.source),
        finding: problem.what,
    }));
    let exit = (!findings.is_empty()).then_some(Kind::Findings);
    ctx.answer_with(
        &Checked {
            sources: declared.len(),
            findings,
        },
        exit,
    )
}

//! `2fa recovery status`: which codes are used.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::two_factor;

const EXAMPLES: [Example; 1] = [Example {
    what: "Which codes are left",
    line: "optimactl 2fa recovery status zoe",
}];

/// See which recovery codes are used
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa recovery new"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
}

#[derive(Serialize)]
struct Codes {
    account: String,
    left: usize,
    set: Vec<Code>,
}

#[derive(Serialize)]
struct Code {
    number: u64,
    created: String,
    used: Option<String>,
}

impl Answer for Codes {
    fn schema(&self) -> &'static str {
        "2fa-recovery-status"
    }

    fn items(&self) -> Option<&'static str> {
        Some("set")
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["code", "made", "used"]);
        for code in &self.set {
            table.row([
                format!("{:02}", code.number),
                code.created.clone(),
                code.used.clone().unwrap_or_default(),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let (account, rows) = two_factor::recovery(&core, &args.name)?;
    ctx.answer(&Codes {
        account,
        left: rows.iter().filter(|row| row.used.is_none()).count(),
        set: rows
            .into_iter()
            .map(|row| Code {
                number: row.number,
                created: seconds_text(row.created),
                used: row.used.map(seconds_text),
            })
            .collect(),
    })
}

//! `2fa status`: who has which second factor.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::two_factor::{self, Status};
use crate::store::factor::{FactorCount, FactorRow};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The factors of one account",
        line: "optimactl 2fa status mira",
    },
    Example {
        what: "Who has what, for a program",
        line: "optimactl 2fa status --all --format json",
    },
];

/// See who has which second factor
///
/// Shows counts and times, never a secret. The look is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa enroll", "optimactl 2fa recovery status"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME", required_unless_present = "all")]
    name: Option<String>,
    /// Every account
    #[arg(long, conflicts_with = "name")]
    all: bool,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    /// `none`, `pending` or `active`.
    state: &'static str,
    factors: u64,
    since: Option<String>,
    recovery_left: u64,
    recovery_used: u64,
}

impl From<FactorCount> for Row {
    fn from(count: FactorCount) -> Self {
        let state = match (count.active, count.pending) {
            (0, 0) => "none",
            (0, _) => "pending",
            _ => "active",
        };
        Self {
            id: count.account,
            name: count.name,
            state,
            factors: count.active,
            since: count.since.map(seconds_text),
            recovery_left: count.recovery_left,
            recovery_used: count.recovery_used,
        }
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct List(Vec<Row>);

impl Answer for List {
    fn schema(&self) -> &'static str {
        "2fa-status-list"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["account", "2fa", "factors", "since", "recovery codes left"]);
        for row in &self.0 {
            table.row([
                row.name.clone(),
                row.state.to_owned(),
                row.factors.to_string(),
                row.since.clone().unwrap_or_default(),
                row.recovery_left.to_string(),
            ]);
        }
        View::Table(table)
    }
}

#[derive(Serialize)]
struct One {
    #[serde(flatten)]
    row: Row,
    list: Vec<Factor>,
}

#[derive(Serialize)]
struct Factor {
    id: String,
    kind: &'static str,
    state: &'static str,
    created: String,
    confirmed: Option<String>,
}

impl From<FactorRow> for Factor {
    fn from(row: FactorRow) -> Self {
        Self {
            id: row.id,
            kind: "totp",
            state: if row.confirmed.is_some() {
                "active"
            } else {
                "pending"
            },
            created: seconds_text(row.created),
            confirmed: row.confirmed.map(seconds_text),
        }
    }
}

impl Answer for One {
    fn schema(&self) -> &'static str {
        "2fa-status"
    }

    fn view(&self) -> View {
        let mut fields = vec![
            ("account".to_owned(), self.row.name.clone()),
            ("id".to_owned(), self.row.id.clone()),
            ("2fa".to_owned(), self.row.state.to_owned()),
        ];
        for factor in &self.list {
            let since = factor.confirmed.as_ref().unwrap_or(&factor.created);
            let shown = format!(
                "{}, {}, {} since {since}",
                factor.id, factor.kind, factor.state
            );
            fields.push(("factor".to_owned(), shown));
        }
        let codes = match (self.row.recovery_left, self.row.recovery_used) {
            (0, 0) => "none".to_owned(),
            (left, used) => format!("{left} left, {used} used"),
        };
        fields.push(("recovery codes".to_owned(), codes));
        View::Record(fields)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let Some(name) = &args.name else {
        let counts = two_factor::status_of_all(&core)?;
        return ctx.answer(&List(counts.into_iter().map(Row::from).collect()));
    };
    let Status { count, factors } = two_factor::status(&core, name)?;
    ctx.answer(&One {
        row: Row::from(count),
        list: factors.into_iter().map(Factor::from).collect(),
    })
}

//! `2fa status`: who has which second factor.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::rows::Rows;
use crate::cli::select::read_filter;
use crate::domain::two_factor::{self, Standing, Status, Wanted, Which};
use crate::store::factor::FactorRow;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "The factors of one account",
        line: "optimactl 2fa status mira",
    },
    Example {
        what: "Who has what, for a program",
        line: "optimactl 2fa status --all --format json",
    },
    Example {
        what: "Who must have a factor, has none, and did not sign in for a month",
        line: "optimactl 2fa status --missing --filter 'last_sign_in<30d or last_sign_in=none' --format csv",
    },
];

/// See who has which second factor
///
/// Shows counts and times, never a secret: factors, recovery codes that are left, the roles that require a
/// factor, by when, and whether signing in is barred. The look is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa enroll", "optimactl 2fa policy report", "optimactl 2fa recovery status"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME", required_unless_present_any = ["all", "missing", "filter"])]
    name: Option<String>,
    /// Every account
    #[arg(long, conflicts_with = "name")]
    all: bool,
    /// Only accounts that need a factor by a rule and have none
    #[arg(long, conflicts_with_all = ["name", "all"])]
    missing: bool,
    /// Only accounts that match: `role=admin and 2fa=none`
    #[arg(long, value_name = "EXPR", conflicts_with_all = ["name", "all"])]
    filter: Option<String>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    /// `none`, `pending` or `active`.
    state: &'static str,
    factors: u64,
    pending: u64,
    since: Option<String>,
    recovery_left: u64,
    recovery_used: u64,
    required_by: Vec<String>,
    deadline: Option<String>,
    barred: bool,
}

impl From<&Standing> for Row {
    fn from(standing: &Standing) -> Self {
        let count = &standing.count;
        let state = match (count.active, count.pending) {
            (0, 0) => "none",
            (0, _) => "pending",
            _ => "active",
        };
        Self {
            id: count.account.clone(),
            name: count.name.clone(),
            state,
            factors: count.active,
            pending: count.pending,
            since: count.since.map(seconds_text),
            recovery_left: count.recovery_left,
            recovery_used: count.recovery_used,
            required_by: standing.required_by.clone(),
            deadline: standing.deadline.map(seconds_text),
            barred: standing.barred,
        }
    }
}

const HEADER: [&str; 8] = [
    "account",
    "2fa",
    "factors",
    "since",
    "recovery_left",
    "required_by",
    "deadline",
    "barred",
];

impl Row {
    fn cells(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.state.to_owned(),
            self.factors.to_string(),
            self.since.clone().unwrap_or_default(),
            self.recovery_left.to_string(),
            self.required_by.join(" "),
            self.deadline.clone().unwrap_or_default(),
            if self.barred { "yes" } else { "" }.to_owned(),
        ]
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
    label: Option<String>,
    state: &'static str,
    algorithm: &'static str,
    digits: u8,
    /// Seconds of a code.
    period: u32,
    created: String,
    confirmed: Option<String>,
}

impl From<FactorRow> for Factor {
    fn from(row: FactorRow) -> Self {
        Self {
            id: row.id,
            kind: "totp",
            label: row.label,
            state: if row.confirmed.is_some() {
                "active"
            } else {
                "pending"
            },
            algorithm: row.scheme.hash().as_str(),
            digits: row.scheme.digits(),
            period: row.scheme.period(),
            created: seconds_text(row.created),
            confirmed: row.confirmed.map(seconds_text),
        }
    }
}

impl Factor {
    fn shown(&self) -> String {
        let since = self.confirmed.as_ref().unwrap_or(&self.created);
        let label = self.label.as_ref().map(|label| format!(" \"{label}\""));
        let scheme = match (self.algorithm, self.digits, self.period) {
            ("SHA1", 6, 30) => String::new(),
            (hash, digits, period) => format!(", {hash}, {digits} digits, {period} s"),
        };
        format!(
            "{}{}, {}{scheme}, {} since {since}",
            self.id,
            label.unwrap_or_default(),
            self.kind,
            self.state
        )
    }
}

impl Answer for One {
    fn schema(&self) -> &'static str {
        "2fa-status"
    }

    fn view(&self) -> View {
        let row = &self.row;
        let mut fields = vec![
            ("account".to_owned(), row.name.clone()),
            ("id".to_owned(), row.id.clone()),
            ("2fa".to_owned(), row.state.to_owned()),
        ];
        for factor in &self.list {
            fields.push(("factor".to_owned(), factor.shown()));
        }
        let codes = match (row.recovery_left, row.recovery_used) {
            (0, 0) => "none".to_owned(),
            (left, used) => format!("{left} left, {used} used"),
        };
        fields.push(("recovery codes".to_owned(), codes));
        if !row.required_by.is_empty() {
            fields.push(("required by".to_owned(), row.required_by.join(", ")));
        }
        if let Some(deadline) = &row.deadline {
            let barred = if row.barred {
                "; signing in is barred"
            } else {
                ""
            };
            fields.push(("needed by".to_owned(), format!("{deadline}{barred}")));
        }
        View::Record(fields)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let filter = args.filter.as_deref().map(|typed| read_filter(ctx, typed));
    let wanted = Wanted {
        filter: filter.transpose()?,
        typed: args.filter.clone(),
        which: if args.missing {
            Which::Missing
        } else {
            Which::All
        },
    };
    let core = ctx.open()?;
    let Some(name) = &args.name else {
        let mut rows = Rows::new(ctx, "2fa-status-list", &HEADER);
        two_factor::each_status(&core, &wanted, |standing| {
            let row = Row::from(standing);
            rows.row(ctx, &row, row.cells())
        })?;
        return rows.finish(ctx);
    };
    let Status { standing, factors } = two_factor::status(&core, name)?;
    ctx.answer(&One {
        row: Row::from(&standing),
        list: factors.into_iter().map(Factor::from).collect(),
    })
}

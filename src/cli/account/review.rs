//! `account review`: the list for the periodic review of access, and its sign-off.

use serde::Serialize;
use serde_json::Value;

use crate::base::clock::{days_between, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::progress::Progress;
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, Table, View};
use crate::cli::select::read_filter;
use crate::cli::ui::Sink;
use crate::domain::account::Query;
use crate::domain::review::{self, Reviewed, SignedOff, Summary};
use crate::store::account::Going;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "See who has access, and what to look at",
        line: "optimactl account review",
    },
    Example {
        what: "Write the list for the reviewers",
        line: "optimactl account review --format csv",
    },
    Example {
        what: "Sign the list off: the event holds the digest of exactly these lines",
        line: "optimactl account review --sign-off --ticket AUD-17 --format jsonl",
    },
    Example {
        what: "Let a timer tell when an administrator has no second factor or something else is to be looked at",
        line: "optimactl account review --filter 'role=admin' --check    # ends with 4",
    },
];

const SCHEMA: &str = "account-review";
const HEADER: [&str; 14] = [
    "name",
    "id",
    "kind",
    "state",
    "roles",
    "administers",
    "last_sign_in",
    "2fa",
    "scheme",
    "password_age_days",
    "created",
    "expires",
    "operator",
    "findings",
];

/// Review who has access
///
/// One row for each account that is not removed: its roles, with the group they come through; what they permit
/// beyond looking; last sign-in, second factor, scheme and age of the password, expiry, the user of the operating
/// system who acts as it, and findings as words:
///
/// `dormant` (no sign-in for `--inactive-after`), `never-signed-in` (two weeks after it was made), `no-2fa` (it
/// administers and has a password but no second factor), `weak-hash` (plain digests, md5-crypt, unknown schemes),
/// `expired-but-enabled`, `service-without-expiry`, `orphan-role` (disabled or expired, and still holds roles).
///
/// `--sign-off` records that exactly these rows were reviewed: the event `account.review` holds their number, the
/// findings and the SHA-256 over the rows as `--format jsonl` writes them, so that `sha256sum` of the kept file
/// shows years later which list it was. It needs `--reason` or `--ticket`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Findings, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::Conflict, Kind::NoSpace],
    &["optimactl account sweep", "optimactl account list", "optimactl audit list"],
))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
pub(crate) struct Args {
    /// Only accounts that match
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Without a sign-in for longer than this an account is dormant
    #[arg(long, value_name = "PERIOD", default_value = "90d")]
    inactive_after: Period,
    /// Only show accounts with findings
    #[arg(long)]
    findings: bool,
    /// End with 4 if there are findings
    #[arg(long)]
    check: bool,
    /// Record that these rows were reviewed
    #[arg(long, conflicts_with = "findings")]
    sign_off: bool,
    /// Sign off only if the rows still have this SHA-256
    #[arg(long, value_name = "HEX", requires = "sign_off")]
    digest: Option<String>,
    /// Only say when a review was last signed off; ends with 4 if none ever was
    #[arg(long, conflicts_with_all = ["filter", "findings", "check", "sign_off"])]
    last: bool,
}

#[derive(Serialize)]
struct Shown {
    #[serde(skip)]
    table: Table,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        SCHEMA
    }

    fn view(&self) -> View {
        View::Table(self.table.clone())
    }
}

/// When a review was last signed off.
#[derive(Serialize)]
struct Last {
    event: Option<u64>,
    time: Option<String>,
    days_ago: Option<i64>,
    accounts: Option<u64>,
    findings: Option<Value>,
    sha256: Option<String>,
}

impl Answer for Last {
    fn schema(&self) -> &'static str {
        "account-review-last"
    }

    fn view(&self) -> View {
        let (Some(event), Some(time)) = (self.event, &self.time) else {
            return View::Lines(vec!["No review was ever signed off".to_owned()]);
        };
        let line = |key: &str, value: String| (key.to_owned(), value);
        let ago = count(self.days_ago.unwrap_or(0), "day");
        View::Record(vec![
            line("signed off", time.clone()),
            line("ago", ago),
            line("event", event.to_string()),
            line("accounts", self.accounts.unwrap_or(0).to_string()),
            line("sha256", self.sha256.clone().unwrap_or_default()),
        ])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if args.last {
        return last(ctx);
    }
    if args.sign_off && ctx.flags.reason.is_none() && ctx.flags.ticket.is_none() {
        return Err(Error::usage("a sign-off needs a reason or a ticket")
            .hint("say why with `--reason TEXT` or `--ticket ID`"));
    }
    let filter = args.filter.as_deref().map(|typed| read_filter(ctx, typed));
    let query = Query {
        filter: filter.transpose()?,
        typed: args.filter.clone(),
        ..Query::default()
    };
    let core = ctx.open()?;
    let summary = list(args, ctx, &core, &query)?;
    if args.sign_off {
        sign_off(args, ctx, &core, (&query, &summary))?;
    }
    if summary.findings.is_empty() || !args.check {
        return Ok(Exit::OK);
    }
    Ok(Exit::with(Kind::Findings))
}

/// Writes the rows as they come; a terminal gets a table that fits.
fn list(
    args: &Args,
    ctx: &Context,
    core: &crate::domain::Context,
    query: &Query,
) -> Result<Summary> {
    let wanted = |row: &Reviewed| !args.findings || !row.findings.is_empty();
    if ctx.ui.format() == Format::Text && matches!(ctx.ui.sink(), Sink::Terminal { .. }) {
        let names = [
            "name",
            "state",
            "roles",
            "administers",
            "last_sign_in",
            "2fa",
            "findings",
        ];
        let mut table = Table::new(&names).or_say("no account is to be reviewed");
        let summary = review::each(core, query, &args.inactive_after, |row| {
            if wanted(row) {
                let (all, shown) = (cells(row), [0, 3, 4, 5, 6, 7, 13]);
                table.row(shown.iter().filter_map(|at| all.get(*at).cloned()));
            }
            Ok(Going::On)
        })?;
        ctx.answer(&Shown { table })?;
        return Ok(summary);
    }
    let mut stream = ctx.stream(SCHEMA, &HEADER)?;
    let mut meter = Meter::new(ctx, "reviewing", Unit::Items);
    let mut seen = 0;
    let summary = review::each(core, query, &args.inactive_after, |row| {
        seen += 1;
        meter.report(Progress::open(seen));
        if wanted(row) {
            stream.item(row, &cells(row))?;
        }
        // What is signed off is reviewed to its end, whether somebody reads along or not.
        Ok(if stream.is_closed() && !args.sign_off {
            Going::Enough
        } else {
            Going::On
        })
    })?;
    stream.finish()?;
    Ok(summary)
}

fn sign_off(
    args: &Args,
    ctx: &Context,
    core: &crate::domain::Context,
    (query, summary): (&Query, &Summary),
) -> Result<()> {
    let asked = args
        .digest
        .as_ref()
        .map(|digest| digest.to_ascii_lowercase());
    if asked.is_some_and(|asked| asked != summary.sha256) {
        return Err(Error::new(
            Kind::Conflict,
            "the accounts are not as they were reviewed; nothing was signed off",
        )
        .detail(format!("the rows now have the SHA-256 {}", summary.sha256))
        .hint("review the new rows, or sign off without `--digest`"));
    }
    let signed = review::sign_off(core, query, summary)?;
    let event = signed.event.map_or_else(
        || "would be recorded".to_owned(),
        |event| format!("is event {event}"),
    );
    ctx.ui.hint(&format!(
        "the sign-off of {} {event}; sha256 {}",
        count(summary.accounts, "account"),
        summary.sha256
    ));
    Ok(())
}

fn last(ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let found = review::last(&core)?;
    let kind = found.is_none().then_some(Kind::Findings);
    let now = core.now();
    let days = found.as_ref().map(|signed| days_between(signed.time, now));
    let data = |signed: &SignedOff, key: &str| signed.data.get(key).cloned();
    let answer = Last {
        event: found.as_ref().map(|signed| signed.event),
        time: found.as_ref().map(|signed| seconds_text(signed.time)),
        days_ago: days,
        accounts: found
            .as_ref()
            .and_then(|signed| data(signed, "count")?.as_u64()),
        findings: found.as_ref().and_then(|signed| data(signed, "findings")),
        sha256: found
            .as_ref()
            .and_then(|signed| data(signed, "rows_sha256")?.as_str().map(str::to_owned)),
    };
    ctx.answer_with(&answer, kind)
}

fn cells(row: &Reviewed) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    vec![
        row.name.clone(),
        row.id.clone(),
        row.kind.to_owned(),
        row.state.to_owned(),
        row.roles.join(", "),
        row.administers.join(" "),
        text(&row.last_sign_in),
        row.factor.to_owned(),
        row.scheme.unwrap_or_default().to_owned(),
        number(row.password_age_days),
        row.created.clone(),
        text(&row.expires),
        row.operator.map(|uid| uid.to_string()).unwrap_or_default(),
        row.findings.join(" "),
    ]
}

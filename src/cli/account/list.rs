//! `account list`: many accounts, filtered, in a stable order, page by page.

use clap::ValueEnum;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, Table, View};
use crate::cli::select::read_filter;
use crate::cli::ui::Sink;
use crate::domain::account::{self, Query, Removed};
use crate::domain::filter::{Field, Found};
use crate::store::account::{AccountOrder, AccountRow, Going};

const EXAMPLES: [Example; 4] = [
    Example {
        what: "See every account",
        line: "optimactl account list",
    },
    Example {
        what: "Find administrators without a second factor",
        line: "optimactl account list --filter 'role=admin and 2fa=none'",
    },
    Example {
        what: "Find accounts that nobody used for 90 days",
        line: "optimactl account list --filter 'last_sign_in<90d or last_sign_in=none' --sort last-sign-in",
    },
    Example {
        what: "Take the next hundred names behind one",
        line: "optimactl account list --fields name,email --after mira --limit 100 --format csv",
    },
];

/// List accounts
///
/// A filter compares fields: `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` (contains), joined by `and`, `or`, `not` and
/// parentheses; `*` stands for anything, `none` for nothing. A time is a date, RFC 3339, or a period back from
/// now: `last_sign_in<90d` means longer ago than 90 days; `+30d` lies ahead. Fields: `id`, `name`, `email`,
/// `display_name`, `kind`, `state`, `roles`, `region`, `password`, `2fa`, `last_sign_in`, `created`, `changed`,
/// `expires`, `disabled`, `locked_until`, `removed`; `role` is the same as `roles`, and `last_login` the same
/// as `last_sign_in`. The look is recorded in the audit log.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl account show", "optimactl role list"],
))]
pub(crate) struct Args {
    /// Only accounts that match: `role=admin and 2fa=none`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// The order; accounts that are equal in it stand by name
    #[arg(long, value_enum, value_name = "FIELD", default_value_t)]
    sort: Sort,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Begin behind this account
    #[arg(long, value_name = "ACCOUNT")]
    after: Option<String>,
    /// Which fields, in this order
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    fields: Vec<String>,
    /// Removed accounts, too
    #[arg(long)]
    removed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Sort {
    #[default]
    Name,
    Email,
    Created,
    Changed,
    Expires,
    LastSignIn,
}

impl From<Sort> for AccountOrder {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Name => Self::Name,
            Sort::Email => Self::Email,
            Sort::Created => Self::Created,
            Sort::Changed => Self::Changed,
            Sort::Expires => Self::Expires,
            Sort::LastSignIn => Self::LastSignIn,
        }
    }
}

/// What a table shows if no fields are named.
const USUAL: [&str; 6] = ["name", "email", "state", "roles", "2fa", "last_sign_in"];

/// A list for a terminal.
#[derive(Serialize)]
struct Listed {
    #[serde(skip)]
    table: Table,
}

impl Answer for Listed {
    fn schema(&self) -> &'static str {
        "account-list"
    }

    fn view(&self) -> View {
        View::Table(self.table.clone())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let fields = fields(args, ctx.ui.format())?;
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let query = query(args, ctx)?;
    let core = ctx.open()?;
    let now = core.now();
    let mut seen = 0;
    let mut last = None;
    let on_terminal = matches!(ctx.ui.sink(), Sink::Terminal { .. });
    if ctx.ui.format() == Format::Text && on_terminal {
        let mut table = Table::new(&names);
        account::each(&core, &query, |row| {
            table.row(cells(&fields, row, now));
            (seen, last) = (seen + 1, Some(row.name.clone()));
            Ok(Going::On)
        })?;
        ctx.answer(&Listed { table })?;
    } else {
        // Opened with the first account: where `--after` names nobody, nothing is written.
        let mut stream = None;
        account::each(&core, &query, |row| {
            let stream = match &mut stream {
                Some(stream) => stream,
                None => stream.insert(ctx.stream("account-list", &names)?),
            };
            stream.item(&data(&fields, row, now), &cells(&fields, row, now))?;
            Ok(if stream.is_closed() {
                Going::Enough
            } else {
                Going::On
            })
        })?;
        match stream {
            Some(stream) => stream.finish()?,
            None => ctx.stream("account-list", &names)?.finish()?,
        }
    }
    if let Some(last) = last.filter(|_| Some(seen) == args.limit) {
        ctx.ui.hint(&format!("more may follow: `--after {last}`"));
    }
    Ok(Exit::OK)
}

fn query(args: &Args, ctx: &Context) -> Result<Query> {
    let filter = args.filter.as_deref().map(|typed| read_filter(ctx, typed));
    Ok(Query {
        filter: filter.transpose()?,
        typed: args.filter.clone(),
        order: args.sort.into(),
        removed: if args.removed {
            Removed::Included
        } else {
            Removed::Hidden
        },
        after: args.after.clone(),
        limit: args.limit,
    })
}

/// The named fields; else the usual ones for people and all of them for programs.
fn fields(args: &Args, format: Format) -> Result<Vec<&'static Field<AccountRow>>> {
    if !args.fields.is_empty() {
        return args
            .fields
            .iter()
            .map(|name| account::shown_field(name.trim()))
            .collect();
    }
    if format == Format::Text {
        return USUAL
            .iter()
            .map(|name| account::shown_field(name))
            .collect();
    }
    Ok(account::shown_fields().collect())
}

fn cells(fields: &[&Field<AccountRow>], row: &AccountRow, now: Time) -> Vec<String> {
    fields
        .iter()
        .map(|field| (field.get)(row, now).shown())
        .collect()
}

fn data(fields: &[&Field<AccountRow>], row: &AccountRow, now: Time) -> Map<String, Value> {
    let value = |found| match found {
        Found::Nothing => Value::Null,
        Found::Text(text) => text.into(),
        Found::Many(texts) => texts.into(),
        Found::Number(number) => number.into(),
        Found::Time(time) => seconds_text(time).into(),
    };
    fields
        .iter()
        .map(|field| (field.name.to_owned(), value((field.get)(row, now))))
        .collect()
}

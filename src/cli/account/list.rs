//! `account list`: many accounts, filtered, in a stable order, page by page.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::done;
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::render::{Answer, Table, View};
use crate::cli::select::read_filter;
use crate::cli::ui::Sink;
use crate::domain::account::{self, Query, Removed};
use crate::domain::filter::{Field, Found};
use crate::store::account::{AccountOrder, Going, Listed, Place};

const EXAMPLES: [Example; 5] = [
    Example {
        what: "See every account",
        line: "optimactl account list",
    },
    Example {
        what: "Find administrators without a second factor",
        line: "optimactl account list --filter 'role=admin and 2fa=none'",
    },
    Example {
        what: "Find accounts that nobody used for 90 days, the longest unused first",
        line: "optimactl account list --filter 'last_sign_in<90d or last_sign_in=none' --sort last_sign_in",
    },
    Example {
        what: "See the ten newest accounts of two roles",
        line: "optimactl account list --filter 'role in (admin, support)' --sort -created --limit 10",
    },
    Example {
        what: "Take the next hundred names behind one",
        line: "optimactl account list --fields name,email --after mira --limit 100 --format csv",
    },
];

/// List accounts
///
/// A filter compares fields: `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` (contains) and `in (a, b)`, joined by `and`, `or`,
/// `not` and parentheses; `*` stands for anything, `none` for nothing; a value with spaces or signs stands between
/// quotes. A time is a date, RFC 3339, or a period back from now: `last_sign_in<90d` means longer ago than 90 days;
/// `+30d` lies ahead. All of it is on the page optimactl-filter(7).
///
/// Fields: `id`, `name`, `email`, `display_name`, `kind`, `state`, `roles`, `groups`, `region`, `password`,
/// `scheme` (of its hash), `require_change`, `2fa`, `operator` (a user id), `last_sign_in`, `created`, `changed`,
/// `imported` (the event of the import), `expires`, `disabled`, `locked_until`, `removed`; `role`, `group` and
/// `last_login` are the same as `roles`, `groups` and `last_sign_in`.
///
/// With `--limit` the first page of a million accounts is there at once for whatever is common or has an index:
/// names and addresses that begin with something, roles, groups, times, states, kinds, schemes. What is rare and
/// has none reads every account, about half a second for each million: `email~` with few hits, a rare region, the
/// few without a password or a second factor, `scheme!=`; `display_name` takes four times as long. The look is
/// recorded in the audit log; a count is not, because it shows nobody.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl-filter(7)", "optimactl account show", "optimactl account review", "optimactl role list"],
))]
pub(crate) struct Args {
    /// Only accounts that match: `role=admin and 2fa=none`
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// The order: `name`, `email` or a time; `-FIELD` or `FIELD:desc` turns it round. Accounts that are equal in it
    /// stand by id, those without a value last
    #[arg(
        long,
        value_name = "FIELD",
        default_value = "name",
        allow_hyphen_values = true
    )]
    sort: String,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Begin behind this account, or behind the page whose `next` this is
    #[arg(long, value_name = "ACCOUNT|NEXT")]
    after: Option<String>,
    /// Which fields, in this order
    #[arg(long, value_name = "FIELDS", value_delimiter = ',')]
    fields: Vec<String>,
    /// Only say how many there are
    #[arg(long, conflicts_with_all = ["limit", "after", "fields"])]
    count: bool,
    /// Removed accounts, too
    #[arg(long)]
    removed: bool,
}

/// What a table shows if no fields are named.
const USUAL: [&str; 6] = ["name", "email", "state", "roles", "2fa", "last_sign_in"];

/// A list for a terminal.
#[derive(Serialize)]
struct Listing {
    #[serde(skip)]
    table: Table,
}

impl Answer for Listing {
    fn schema(&self) -> &'static str {
        "account-list"
    }

    fn view(&self) -> View {
        View::Table(self.table.clone())
    }
}

/// A number in place of a list.
#[derive(Serialize)]
struct Counted {
    count: u64,
}

impl Answer for Counted {
    fn schema(&self) -> &'static str {
        "account-list-count"
    }

    fn view(&self) -> View {
        View::Lines(vec![self.count.to_string()])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let fields = fields(args, ctx.ui.format())?;
    let query = query(args, ctx)?;
    let core = ctx.open()?;
    if args.count {
        let count = account::count(&core, &query)?;
        return ctx.answer(&Counted { count });
    }
    let on_terminal = matches!(ctx.ui.sink(), Sink::Terminal { .. });
    let page = if ctx.ui.format() == Format::Text && on_terminal {
        shown(ctx, &core, &query, &fields)?
    } else {
        streamed(ctx, &core, &query, &fields)?
    };
    if let Some((last, next)) = page.next(&query)? {
        let plain = query.order == AccountOrder::default() && done::is_plain(&last);
        let after = if plain { last } else { next };
        ctx.ui.hint(&format!("more follow: `--after {after}`"));
    }
    Ok(Exit::OK)
}

/// How far a page got.
struct Page {
    left: u64,
    last: Option<(String, Place)>,
    /// Whether there is an account behind the page.
    more: bool,
}

impl Page {
    fn of(query: &Query) -> Self {
        Self {
            left: query
                .limit
                .map_or(u64::MAX, |limit| limit.saturating_sub(1)),
            last: None,
            more: false,
        }
    }

    /// Whether this account is on the page; the query asks for one more, to know whether more follow.
    fn takes(&mut self, listed: &Listed, place: &Place) -> bool {
        if self.left == 0 {
            self.more = true;
            return false;
        }
        self.left -= 1;
        self.last = Some((listed.row.name.clone(), place.clone()));
        true
    }

    /// The name of the last account, and the word for what follows it.
    fn next(&self, query: &Query) -> Result<Option<(String, String)>> {
        match &self.last {
            Some((name, place)) if self.more => {
                Ok(Some((name.clone(), account::token(query.order, place)?)))
            }
            _ => Ok(None),
        }
    }
}

/// As a table on a terminal.
fn shown(
    ctx: &Context,
    core: &crate::domain::Context,
    query: &Query,
    fields: &[&Field<Listed>],
) -> Result<Page> {
    let (mut page, now) = (Page::of(query), core.now());
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let mut table = Table::new(&names).or_say("no account matches");
    account::each(core, query, |listed, place| {
        if !page.takes(listed, place) {
            return Ok(Going::Enough);
        }
        table.row(cells(fields, listed, now));
        Ok(Going::On)
    })?;
    ctx.answer(&Listing { table })?;
    Ok(page)
}

/// As it comes, for files and programs.
fn streamed(
    ctx: &Context,
    core: &crate::domain::Context,
    query: &Query,
    fields: &[&Field<Listed>],
) -> Result<Page> {
    let (mut page, now) = (Page::of(query), core.now());
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    // Opened with the first account: where `--after` names nobody, nothing is written.
    let mut stream = None;
    account::each(core, query, |listed, place| {
        if !page.takes(listed, place) {
            return Ok(Going::Enough);
        }
        let stream = match &mut stream {
            Some(stream) => stream,
            None => stream.insert(ctx.stream("account-list", &names)?),
        };
        stream.item(&data(fields, listed, now), &cells(fields, listed, now))?;
        Ok(if stream.is_closed() {
            Going::Enough
        } else {
            Going::On
        })
    })?;
    let stream = match stream {
        Some(stream) => stream,
        None => ctx.stream("account-list", &names)?,
    };
    let next = page.next(query)?.map(|(_, next)| next);
    stream.finish_page(next.as_deref())?;
    Ok(page)
}

fn query(args: &Args, ctx: &Context) -> Result<Query> {
    let filter = args.filter.as_deref().map(|typed| read_filter(ctx, typed));
    Ok(Query {
        filter: filter.transpose()?,
        typed: args.filter.clone(),
        order: account::order(&args.sort)?,
        removed: if args.removed {
            Removed::Included
        } else {
            Removed::Hidden
        },
        after: args.after.clone(),
        // One more than the page holds tells whether more follow.
        limit: args
            .limit
            .map(|limit| limit.saturating_add(u64::from(limit > 0))),
    })
}

/// The named fields; else the usual ones for people and all of them for programs.
fn fields(args: &Args, format: Format) -> Result<Vec<&'static Field<Listed>>> {
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

fn cells(fields: &[&Field<Listed>], row: &Listed, now: Time) -> Vec<String> {
    fields
        .iter()
        .map(|field| (field.get)(row, now).shown())
        .collect()
}

fn data(fields: &[&Field<Listed>], row: &Listed, now: Time) -> Map<String, Value> {
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

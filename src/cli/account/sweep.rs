//! `account sweep`: reports or disables accounts that nobody uses. Made for cron.

use std::fmt::Write as _;

use chrono::DateTime;
use clap::ValueEnum;
use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::cli::select::read_filter;
use crate::domain::account::{self, Done, Idle, Sweep, Why};
use crate::store::account::AccountKind;

/// How many names the question shows.
const SHOWN: usize = 8;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Report who has not signed in for 90 days",
        line: "optimactl account sweep --inactive-after 90d",
    },
    Example {
        what: "Disable them every night, and those who never came after 14 days; name them two weeks before",
        line: "optimactl account sweep --inactive-after 90d --never-signed-in-after 14d --warn-before 14d --action disable --max 500 --yes",
    },
    Example {
        what: "See which services are unused, whatever holds the role `admin` left out",
        line: "optimactl account sweep --inactive-after 1y --kind service --exclude-role admin",
    },
];

/// Report or disable accounts that nobody uses
///
/// An account is dormant when its last sign-in is longer ago than `--inactive-after`. One that never signed in is
/// judged by when it was made. Enabling or importing an account counts as a sign of life, so that the next run does
/// not disable it again. Removed and disabled accounts are left out, and services unless `--kind service` asks for them.
///
/// `report` changes nothing and ends with 4 when it names an account. `disable` disables all of them in one
/// transaction, with an event each, and revokes their sessions. The last account that can administer the store is
/// left enabled: it is named, and the exit code is 3. Whoever signs in meanwhile stays. Where nothing is dormant
/// nothing is printed.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Partial, Kind::Findings, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NotFound, Kind::NoSpace],
    &["optimactl account review", "optimactl account list", "optimactl account enable"],
))]
pub(crate) struct Args {
    /// The last sign-in is longer ago than this, 1d or more: `90d`, `6 months`
    #[arg(long, value_name = "PERIOD")]
    inactive_after: Period,
    /// Made longer ago than this, 1d or more, and never signed in; without it the same as `--inactive-after`
    #[arg(long, value_name = "PERIOD")]
    never_signed_in_after: Option<Period>,
    /// What happens to them
    #[arg(long, value_enum, value_name = "ACTION", default_value_t)]
    action: Action,
    /// Also name those that will be dormant within this time
    #[arg(long, value_name = "PERIOD")]
    warn_before: Option<Period>,
    /// Only accounts that match
    #[arg(long, value_name = "EXPR")]
    filter: Option<String>,
    /// Persons or services
    #[arg(long, value_enum, value_name = "KIND", default_value_t)]
    kind: Who,
    /// Leave out who holds this role; may repeat
    #[arg(long, value_name = "ROLE")]
    exclude_role: Vec<String>,
    /// Refuse if there are more dormant accounts than this
    #[arg(long, value_name = "N")]
    max: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Action {
    #[default]
    Report,
    Disable,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Who {
    #[default]
    Person,
    Service,
}

#[derive(Serialize)]
struct Answered {
    action: &'static str,
    dry_run: bool,
    accounts: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    id: String,
    name: String,
    /// `inactive`, `never-signed-in`, `soon`.
    why: &'static str,
    created: String,
    last_sign_in: Option<String>,
    /// From when it is dormant; only of `soon`.
    due: Option<String>,
    /// `none`, `disabled`, `would-disable`, `kept`.
    done: &'static str,
    event: Option<u64>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "account-sweep"
    }

    fn items(&self) -> Option<&'static str> {
        Some("accounts")
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["name", "why", "last_sign_in", "created", "due", "done"])
            .or_say("no account is dormant");
        for item in &self.accounts {
            let text = |text: &Option<String>| text.clone().unwrap_or_default();
            table.row([
                item.name.clone(),
                item.why.to_owned(),
                text(&item.last_sign_in),
                item.created.clone(),
                text(&item.due),
                item.done.to_owned(),
            ]);
        }
        if self.accounts.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(vec![self.totals()])])
    }
}

impl Answered {
    fn totals(&self) -> String {
        let of = |word: fn(&Item) -> bool| self.accounts.iter().filter(|item| word(item)).count();
        let soon = of(|item| item.why == "soon");
        let mut text = counted(self.accounts.len().saturating_sub(soon));
        for (number, what) in [
            (of(|item| item.done == "disabled"), "disabled"),
            (of(|item| item.done == "would-disable"), "would be disabled"),
            (of(|item| item.done == "kept"), "kept"),
            (soon, "will be dormant soon"),
        ] {
            if number > 0 {
                write!(text, "; {number} {what}").ok();
            }
        }
        text
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let sweep = sweep(args, ctx)?;
    let core = ctx.open()?;
    let mut found = account::dormant(&core, &sweep)?;
    // The store is not held while a question waits.
    drop(core);
    let size = found.iter().filter(|idle| is_due(idle)).count();
    if args.action == Action::Disable && size > 0 {
        ask::confirm(ctx, &question(&found, size))?;
        found = account::sweep(&ctx.open()?, &sweep)?;
    }
    let kept = found.iter().any(|idle| idle.done == Done::Kept);
    if kept {
        ctx.ui
            .alert("the last account that can administer the store was left enabled");
    }
    let kind = match args.action {
        Action::Disable => kept.then_some(Kind::Partial),
        Action::Report => (!found.is_empty()).then_some(Kind::Findings),
    };
    ctx.answer_with(&answer(args, ctx, found), kind)
}

fn question(found: &[Idle], size: usize) -> String {
    let due = found.iter().filter(|idle| is_due(idle));
    let shown: Vec<String> = due.take(SHOWN).map(|idle| safe(&idle.name)).collect();
    let tail = match size.saturating_sub(shown.len()) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!(
        "This disables {} and ends their sessions: {}{tail}",
        counted(size),
        shown.join(", ")
    )
}

fn counted(size: usize) -> String {
    count(i128::try_from(size).unwrap_or(0), "dormant account")
}

/// A period that is mistyped as minutes must not disable everybody.
fn require_days(flag: &str, period: &Period) -> Result<()> {
    let now = DateTime::UNIX_EPOCH;
    if period.after(now) < Period::of_days(1).after(now) {
        return Err(Error::usage(format!("`{flag}` is below 1 day")).hint("give 1d or more"));
    }
    Ok(())
}

fn sweep(args: &Args, ctx: &Context) -> Result<Sweep> {
    require_days("--inactive-after", &args.inactive_after)?;
    if let Some(never) = &args.never_signed_in_after {
        require_days("--never-signed-in-after", never)?;
    }
    let filter = args.filter.as_deref().map(|typed| read_filter(ctx, typed));
    Ok(Sweep {
        inactive: args.inactive_after,
        never: args.never_signed_in_after.unwrap_or(args.inactive_after),
        warn: args.warn_before,
        filter: filter.transpose()?,
        kind: match args.kind {
            Who::Person => AccountKind::Person,
            Who::Service => AccountKind::Service,
        },
        exclude: args.exclude_role.clone(),
        max: args.max,
    })
}

const fn is_due(idle: &Idle) -> bool {
    !matches!(idle.why, Why::Soon(_))
}

fn answer(args: &Args, ctx: &Context, found: Vec<Idle>) -> Answered {
    let dry_run = ctx.flags.dry_run;
    let item = |idle: Idle| Item {
        why: idle.why.as_str(),
        created: seconds_text(idle.created),
        last_sign_in: idle.last_sign_in.map(seconds_text),
        due: match idle.why {
            Why::Soon(due) => Some(seconds_text(due)),
            _ => None,
        },
        done: match idle.done {
            Done::Nothing => "none",
            Done::Disabled(_) if dry_run => "would-disable",
            Done::Disabled(_) => "disabled",
            Done::Kept => "kept",
        },
        event: match idle.done {
            Done::Disabled(event) => event,
            _ => None,
        },
        id: idle.id,
        name: idle.name,
    };
    Answered {
        action: match args.action {
            Action::Report => "report",
            Action::Disable => "disable",
        },
        dry_run,
        accounts: found.into_iter().map(item).collect(),
    }
}

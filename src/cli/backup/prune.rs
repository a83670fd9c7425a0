//! `backup prune`: removes backups that no rule keeps, at every place, and says why each one stays or goes.

use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::backup::Chosen;
use crate::domain::backup::prune::{self, Done, Order, Plan};
use crate::domain::backup::retention::{Policy, Verdict};

use super::report::Reporting;
use super::shared::{From, size};

mod shown;

use shown::{Answered, Place};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See what would go, and why",
        line: "optimactl backup prune --from backups --keep-daily 7 --keep-weekly 5 --dry-run",
    },
    Example {
        what: "A week of days, a year of months, and nothing older than 400 days",
        line: "optimactl backup prune --from backups --keep-daily 7 --keep-monthly 12 --expire-after 400d --yes",
    },
    Example {
        what: "Remove at once instead of through the trash",
        line: "optimactl backup prune --from backups --keep-last 3 --no-trash --yes",
    },
];

/// Remove backups that no rule keeps
///
/// A backup stays when any rule keeps it. Periods have natural boundaries in UTC (weeks as in ISO 8601); the newest
/// of each period stays, and the oldest of all while the coarsest rule is not full. Counting begins at the newest
/// backup, not today. The newest verified backup, pinned ones and those dated in the future never go. What goes
/// waits in the folder `trash` first, where `backup pin` brings it back from; a later run removes it. What is beyond
/// `--expire-after` or a promised date goes at once. A list with gaps or damage prunes nothing.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial, Kind::Findings]].concat(),
    &["optimactl backup pin", "optimactl backup list", "optimactl-formats(5)"],
))]
pub(crate) struct Args {
    /// The place that is pruned: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be
    /// repeated; else every one of `backup.to` in the configuration, else where the store last put one
    #[arg(long, value_name = "PLACE")]
    from: Vec<String>,
    /// The store's verification key, for `--dry-run` without a store; else `audit.vkey` in the configuration
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
    #[command(flatten)]
    keep: Keep,
    /// How many may go at once; else at most half of them. `--dry-run` shows more, and then ends with 4
    #[arg(long, value_name = "N")]
    max: Option<usize>,
    /// How long the trash holds them; else `backup.trash` in the configuration, or 7 days
    #[arg(long, value_name = "PERIOD", conflicts_with = "no_trash")]
    trash: Option<Period>,
    /// Remove at once, and empty the trash
    #[arg(long)]
    no_trash: bool,
    /// Go by what is there although the list has gaps or damage; needs `--reason`
    #[arg(long)]
    despite_findings: bool,
    #[command(flatten)]
    pub(super) reporting: Reporting,
}

/// Rules; with any of them the configuration's do not count.
#[derive(clap::Args)]
struct Keep {
    /// The newest N backups
    #[arg(long = "keep-last", value_name = "N")]
    last: Option<u32>,
    /// The newest backup of each of N hours
    #[arg(long = "keep-hourly", value_name = "N")]
    hourly: Option<u32>,
    /// The newest backup of each of N days
    #[arg(long = "keep-daily", value_name = "N")]
    daily: Option<u32>,
    /// The newest backup of each of N weeks
    #[arg(long = "keep-weekly", value_name = "N")]
    weekly: Option<u32>,
    /// The newest backup of each of N months
    #[arg(long = "keep-monthly", value_name = "N")]
    monthly: Option<u32>,
    /// The newest backup of each of N years
    #[arg(long = "keep-yearly", value_name = "N")]
    yearly: Option<u32>,
    /// Every backup this close to the newest one
    #[arg(long = "keep-within", value_name = "PERIOD")]
    within: Option<Period>,
    /// None older than this, counted from now, whatever the rules say
    #[arg(long, value_name = "PERIOD")]
    expire_after: Option<Period>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let mut order = order(args, ctx)?;
    order.policy.require_rule()?;
    if order.despite && ctx.flags.reason.is_none() {
        return Err(Error::usage("going by an incomplete list needs a reason")
            .hint("say why with `--reason TEXT`"));
    }
    let store = ctx.folder()?.holds_store();
    if store {
        order.policy.promises = prune::promises(&ctx.open()?)?;
    }
    let places = From::each(&args.from, args.vkey.as_deref(), ctx);
    let mut plans = vec![];
    for from in &places {
        plans.push(planned(from, ctx, &order));
    }
    if ctx.flags.dry_run {
        let shown = places
            .iter()
            .zip(plans)
            .map(|(from, plan)| Place::planned(named(from), plan));
        return finish(ctx, shown.collect());
    }
    confirm(ctx, &plans)?;
    let mut shown = vec![];
    for (from, plan) in places.iter().zip(plans) {
        let done = match plan {
            Ok((_, plan)) => {
                let going = plan.going().map(|one| one.id.clone());
                order.agreed = Some(going.collect());
                pruned(from, ctx, &order)
            }
            Err(error) => Err(error),
        };
        shown.push(Place::done(named(from), done));
    }
    finish(ctx, shown)
}

fn order(args: &Args, ctx: &Context) -> Result<Order> {
    let trash = match (args.no_trash, args.trash) {
        (true, _) => None,
        (_, Some(period)) => Some(period),
        _ => period(ctx, "backup.trash")?,
    };
    Ok(Order {
        policy: policy(&args.keep, ctx)?,
        most: args.max,
        trash: trash.filter(|period| !period.is_zero()),
        despite: args.despite_findings,
        agreed: None,
    })
}

fn policy(keep: &Keep, ctx: &Context) -> Result<Policy> {
    let typed = Policy {
        last: keep.last.unwrap_or(0),
        hourly: keep.hourly.unwrap_or(0),
        daily: keep.daily.unwrap_or(0),
        weekly: keep.weekly.unwrap_or(0),
        monthly: keep.monthly.unwrap_or(0),
        yearly: keep.yearly.unwrap_or(0),
        within: keep.within,
        expire_after: keep.expire_after,
        promises: vec![],
    };
    if typed.require_rule().is_ok() {
        return Ok(typed);
    }
    let number = |name: &str| {
        let key = format!("backup.keep_{name}");
        u32::try_from(ctx.settings.number(&key).unwrap_or(0)).map_err(|_| {
            Error::usage(format!(
                "`{key}` in the configuration is no count of backups"
            ))
        })
    };
    Ok(Policy {
        last: number("last")?,
        hourly: number("hourly")?,
        daily: number("daily")?,
        weekly: number("weekly")?,
        monthly: number("monthly")?,
        yearly: number("yearly")?,
        within: period(ctx, "backup.keep_within")?,
        expire_after: period(ctx, "backup.expire_after")?,
        promises: vec![],
    })
}

fn period(ctx: &Context, key: &str) -> Result<Option<Period>> {
    let text = ctx.settings.text(key);
    let period = text.map(str::parse).transpose();
    period.map_err(|error: Error| Error::usage(format!("`{key}` in the configuration: {error}")))
}

fn named(from: &From) -> String {
    let path = from.from.as_ref();
    path.cloned().unwrap_or_default()
}

fn planned(from: &From, ctx: &mut Context, order: &Order) -> Result<(String, Plan)> {
    let target = from.target(ctx, &Chosen::Latest)?;
    let (listing, _) = from.listing(ctx, &target)?;
    let now = ctx.clock.now();
    let core = if ctx.folder()?.holds_store() && from.pinned(ctx)?.is_none() {
        Some(ctx.open()?)
    } else {
        None
    };
    let plan = prune::preview(core.as_ref(), &target, &listing, order, now)?;
    // A rehearsal shows what goes, however much it is.
    let plan = if ctx.flags.dry_run {
        plan
    } else {
        plan.require_few()?
    };
    Ok((target.name().to_owned(), plan))
}

fn pruned(from: &From, ctx: &mut Context, order: &Order) -> Result<(String, Done)> {
    let target = from.held(ctx, &Chosen::Latest)?;
    let core = ctx.open()?;
    let done = prune::prune(&core, &target, order)?;
    Ok((target.name().to_owned(), done))
}

/// Shows what goes, place by place, and asks.
fn confirm(ctx: &Context, plans: &[Result<(String, Plan)>]) -> Result<()> {
    let mut lines = vec![];
    for (name, plan) in plans.iter().filter_map(|plan| plan.as_ref().ok()) {
        for one in plan.going() {
            let what = if one.verdict == Verdict::Purge {
                "goes at once"
            } else {
                "goes"
            };
            lines.push(format!(
                "{}: `{}` of {} ({}) {what}: {}",
                safe(name),
                one.id,
                one.created,
                size(one.bytes),
                safe(&one.reasons.join("; ")),
            ));
        }
        for one in plan.trash.iter().filter(|one| one.due) {
            let bytes = size(one.bytes);
            lines.push(format!(
                "{}: `{}` ({bytes}) leaves the trash for good",
                safe(name),
                one.id
            ));
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    let many = count(i128::try_from(lines.len()).unwrap_or(i128::MAX), "backup");
    lines.push(format!("This prunes {many}"));
    ask::confirm(ctx, &lines.join("\n"))
}

/// All failed: the first failure is the command's. Some failed: 3, and each is named.
fn finish(ctx: &Context, places: Vec<Place>) -> Result<Exit> {
    let failed = places.iter().filter(|place| place.error.is_some()).count();
    if failed == places.len() {
        let mut errors = places
            .into_iter()
            .filter_map(|place| Some((place.name, place.error?)));
        let Some((_, mut first)) = errors.next() else {
            return Err(Error::bug("nothing was pruned and nothing failed"));
        };
        for (place, error) in errors {
            first = first.detail(format!("`{}`: {error}", safe(&place)));
        }
        return Err(first);
    }
    for place in &places {
        for warning in &place.warnings {
            ctx.ui.alert(warning);
        }
    }
    let partial = failed > 0 || places.iter().any(|place| place.has_failures());
    let found = places.iter().any(|place| place.needs_max.is_some());
    let bad = partial.then_some(Kind::Partial);
    let answer = Answered {
        dry_run: ctx.flags.dry_run,
        places,
    };
    ctx.answer_with(&answer, bad.or(found.then_some(Kind::Findings)))
}

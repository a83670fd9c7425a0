//! `request deadline`: the statutory dates of anything, computed without a store.

use chrono_tz::Tz;
use serde::Serialize;
use serde_json::Value;

use super::shared;
use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::holidays;
use crate::cli::render::{Answer, View};
use crate::domain::calendar::{CALIFORNIA, Calendar};
use crate::domain::deadline::{self, ART33, CA_1798_82, Place, Received, Rules};
use crate::domain::request::words::Law;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "When a request under the GDPR must be answered",
        line: "optimactl request deadline --law gdpr --received 2026-01-31 --calendar DE",
    },
    Example {
        what: "The same for California",
        line: "optimactl request deadline --law ccpa --received 2026-06-26 --format json",
    },
    Example {
        what: "When the authority must know of a breach",
        line: "optimactl request deadline --law breach --kind gdpr_art33_72h --aware 2026-05-22T17:40:00+02:00 --tz Europe/Berlin",
    },
];

/// Compute statutory dates, without a store
///
/// Only a calendar that you imported is looked up in the store. /// Every date counts from the civil date of receipt in the controller's time zone; the machine's own zone has
/// no effect. `act_by` is never later than `due`: no mistake in a table of holidays can make it late.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl calendar show", "optimactl request due"],
))]
pub(crate) struct Args {
    /// The law
    #[arg(long, value_name = "LAW", value_parser = ["gdpr", "ccpa", "breach"])]
    law: String,
    /// When the request was received: RFC 3339, a date, or a period back from now
    #[arg(long, value_name = "TIME", required_if_eq_any([("law", "gdpr"), ("law", "ccpa")]))]
    received: Option<String>,
    /// Whose public holidays count
    #[arg(long, value_name = "CODE")]
    calendar: Option<String>,
    /// The controller's time zone; the calendar's own if not given
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// Days on which the GDPR clock stood still
    #[arg(long, value_name = "N", default_value_t = 0)]
    suspended_days: u32,
    /// The kind of breach duty
    #[arg(long, value_name = "KIND", value_parser = [ART33, CA_1798_82], required_if_eq("law", "breach"))]
    kind: Option<String>,
    /// When you became aware of the breach
    #[arg(long, value_name = "TIME", required_if_eq("kind", "gdpr_art33_72h"))]
    aware: Option<String>,
    /// When the breach was discovered
    #[arg(long, value_name = "TIME", required_if_eq("kind", "ca_1798_82"))]
    discovered: Option<String>,
    /// When the people concerned were told
    #[arg(long, value_name = "TIME")]
    individuals_notified: Option<String>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Dates(Value);

impl Answer for Dates {
    fn schema(&self) -> &'static str {
        "request-deadline"
    }

    fn view(&self) -> View {
        let Value::Object(fields) = &self.0 else {
            return View::Lines(vec![]);
        };
        // JSON objects sort by name; people read dates in the order in which they come.
        let order = [
            "law",
            "kind",
            "calendar",
            "tz",
            "received",
            "received_local",
            "aware",
            "discovered",
            "suspended_days",
            "ack_strict",
            "ack",
            "optout_strict",
            "optout",
            "act_by",
            "raw",
            "due",
            "due_utc",
            "due_local",
            "due_ends_utc",
            "due_extended",
            "notify_individuals_by",
            "individuals_notified",
            "ag_sample_by",
        ];
        let shown = order.into_iter().filter_map(|name| {
            let value = match fields.get(name)? {
                Value::Null => return None,
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            Some((name.to_owned(), value))
        });
        View::Record(shown.collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let dates = match args.law.as_str() {
        "breach" => breach(args, ctx)?,
        law => request(args, ctx, Law::parse(law)?)?,
    };
    let warnings = dates.get("warnings").and_then(Value::as_array);
    for warning in warnings.into_iter().flatten().filter_map(Value::as_str) {
        ctx.ui.warn(warning);
    }
    ctx.answer(&Dates(dates))
}

fn request(args: &Args, ctx: &mut Context, law: Law) -> Result<Value> {
    let (calendar, zone) = shared::place(ctx, law, args.calendar.as_deref(), args.tz.as_deref())?;
    let received = time(ctx, "--received", args.received.as_deref(), zone)?;
    let place = Place::of(&calendar).in_zone(zone);
    let rules = Rules::default();
    if law == Law::Ccpa {
        if args.suspended_days > 0 {
            return Err(Error::usage("nothing stops the clock of the CCPA")
                .hint("leave `--suspended-days` out (11 CCR 7021(b))"));
        }
        return json(deadline::ccpa(received, &place, &rules)?);
    }
    json(deadline::gdpr(
        received,
        args.suspended_days,
        &place,
        &rules,
    )?)
}

fn breach(args: &Args, ctx: &mut Context) -> Result<Value> {
    let rules = Rules::default();
    let is_art33 = args.kind.as_deref() == Some(ART33);
    let usual = match (&args.calendar, is_art33) {
        (Some(code), _) => holidays::calendar(ctx, code)?.zone(),
        (None, true) => Tz::UTC,
        (None, false) => Calendar::named(CALIFORNIA)?.zone(),
    };
    let zone = shared::zone_of(ctx, args.tz.as_deref())?.unwrap_or(usual);
    if is_art33 {
        let Received::At(aware) = time(ctx, "--aware", args.aware.as_deref(), zone)? else {
            return Err(
                Error::usage("72 hours are counted from an hour, not from a day")
                    .hint("give the time, too: `--aware 2026-05-22T17:40:00+02:00`"),
            );
        };
        return json(deadline::gdpr_breach(aware, zone, &rules)?);
    }
    let discovered = time(ctx, "--discovered", args.discovered.as_deref(), zone)?;
    let told = args.individuals_notified.as_deref();
    let told = told
        .map(|typed| time(ctx, "--individuals-notified", Some(typed), zone))
        .transpose()?;
    json(deadline::california_breach(discovered, told, zone, &rules)?)
}

fn time(ctx: &Context, flag: &str, typed: Option<&str>, zone: Tz) -> Result<Received> {
    let typed = typed.ok_or_else(|| Error::usage(format!("`{flag}` is missing")))?;
    Received::parse(typed, ctx.clock.now(), &zone)
}

fn json<T: Serialize>(dates: T) -> Result<Value> {
    serde_json::to_value(dates)
        .map_err(|error| Error::bug("dates do not fit into JSON").because(error))
}

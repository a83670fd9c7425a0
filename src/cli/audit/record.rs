//! `audit record`: one event that another program tells of.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::base::error::{Error, Kind, Result};
use crate::base::period::parse_when;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::domain::audit::record::{Foreign, record};
use crate::domain::audit::{Outcome, Severity};

use super::filter::{outcome, pair, severity};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Record a failed sign-in elsewhere",
        line: "optimactl audit record --source vpn --action auth.login --outcome failure --actor mira --ip 203.0.113.9",
    },
    Example {
        what: "Record it once, however often it is told",
        line: "optimactl audit record --source vpn --action vpn.connect --id session-4711",
    },
    Example {
        what: "The program's own name is not to be had",
        line: "optimactl audit record --source optimactl --action auth.login # ends with 5",
    },
];

/// Record an event of another program
///
/// All its fields are kept as personal values: the entry holds their digests, and they can be erased. With
/// `--id` the same event told again adds nothing. `--stdin` takes one JSON object with the same keys
/// (`action`, `outcome`, `severity`, `actor`, `target`, `source`, `time`, `ip`, `user_agent`, `note`,
/// `fields`, `id`).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Refused]].concat(),
    &["optimactl audit list"],
))]
pub(crate) struct Args {
    /// What was done: a noun and a verb, like `auth.login`
    #[arg(long, value_name = "ACTION", required_unless_present = "stdin")]
    action: Option<String>,
    /// How it ended: success, failure, refused
    #[arg(long, value_name = "OUTCOME")]
    outcome: Option<String>,
    /// How much it matters: info, low, medium, high, critical
    #[arg(long, value_name = "SEVERITY")]
    severity: Option<String>,
    /// Who acted: an account's name, or any other name
    #[arg(long, value_name = "NAME")]
    actor: Option<String>,
    /// On whom or what
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
    /// Which program tells it (`external` by default)
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// When it happened (now by default)
    #[arg(long, value_name = "TIME")]
    time: Option<String>,
    /// From which address
    #[arg(long, value_name = "IP")]
    ip: Option<String>,
    /// With which program
    #[arg(long, value_name = "TEXT")]
    user_agent: Option<String>,
    /// Free text
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Another field; can be repeated
    #[arg(long, value_name = "FIELD=VALUE")]
    field: Vec<String>,
    /// The event's own key at its source: told again, nothing is added
    #[arg(long, value_name = "KEY")]
    id: Option<String>,
    /// Read the event as one JSON object from standard input
    #[arg(long, conflicts_with_all = [
        "action", "outcome", "severity", "actor", "target", "source", "time", "ip", "user_agent",
        "note", "field", "id",
    ])]
    stdin: bool,
}

/// The event as it is told, by flags or as JSON.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Told {
    action: String,
    outcome: Option<String>,
    severity: Option<String>,
    actor: Option<String>,
    target: Option<String>,
    source: Option<String>,
    time: Option<String>,
    ip: Option<String>,
    user_agent: Option<String>,
    note: Option<String>,
    fields: Map<String, Value>,
    id: Option<String>,
}

/// The largest event told: its entry must stay below 64 KiB.
const LIMIT: u64 = 64 * 1024;

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let told = if args.stdin {
        from_stdin(ctx)?
    } else {
        from_flags(args)?
    };
    let foreign = meant(told, ctx)?;
    let core = ctx.open()?;
    let recorded = record(&core, &foreign)?;
    let dry_run = core.dry_run();
    let sentence = match (recorded.known, dry_run) {
        (true, _) => format!("The event is known already as {}", recorded.seq),
        (false, true) => format!("Would record {}", foreign.action),
        (false, false) => format!("Recorded {}", foreign.action),
    };
    let event = (!dry_run || recorded.known).then_some(recorded.seq);
    let mut change = ctx
        .change("audit-record", sentence)
        .with("known", recorded.known);
    if recorded.known {
        change = change.with("seq", recorded.seq);
    } else {
        change = change.event(event);
    }
    ctx.answer(&change)
}

fn from_flags(args: &Args) -> Result<Told> {
    let mut fields = Map::new();
    for typed in &args.field {
        let (field, value) = pair(typed)?;
        if fields.insert(field.clone(), value.into()).is_some() {
            return Err(Error::usage(format!("the field `{field}` is given twice")));
        }
    }
    Ok(Told {
        action: args.action.clone().unwrap_or_default(),
        outcome: args.outcome.clone(),
        severity: args.severity.clone(),
        actor: args.actor.clone(),
        target: args.target.clone(),
        source: args.source.clone(),
        time: args.time.clone(),
        ip: args.ip.clone(),
        user_agent: args.user_agent.clone(),
        note: args.note.clone(),
        fields,
        id: args.id.clone(),
    })
}

fn from_stdin(ctx: &mut Context) -> Result<Told> {
    let input = ctx.stdin.take("--stdin")?;
    let text = file_guard::bounded(input, LIMIT, "standard input")?;
    serde_json::from_str(&text).map_err(|error| {
        Error::usage("standard input holds no event as JSON")
            .because(error)
            .hint("one object: `{\"action\":\"auth.login\",\"source\":\"vpn\",\"outcome\":\"failure\"}`")
    })
}

fn meant(told: Told, ctx: &Context) -> Result<Foreign> {
    let mut fields: Vec<(String, Value)> = vec![];
    if let Some(ip) = told.ip {
        let ip: std::net::IpAddr = ip.parse().map_err(|_| {
            Error::usage("the value of `ip` is no address")
                .hint("write `203.0.113.9` or `2001:db8::1`")
        })?;
        fields.push(("ip".to_owned(), ip.to_canonical().to_string().into()));
    }
    fields.extend(
        told.user_agent
            .map(|text| ("user_agent".to_owned(), text.into())),
    );
    fields.extend(told.note.map(|text| ("note".to_owned(), text.into())));
    for (field, value) in told.fields {
        if fields.iter().any(|(known, _)| *known == field) {
            return Err(Error::usage(format!("the field `{field}` is given twice")));
        }
        fields.push((field, value));
    }
    let now = ctx.clock.now();
    let time = told.time.as_deref();
    if told.outcome.as_deref() == Some("intent") {
        return Err(
            Error::usage("another program's event is no intent of this one")
                .hint("one of success, failure, refused"),
        );
    }
    Ok(Foreign {
        action: told.action,
        source: told.source.unwrap_or_else(|| "external".to_owned()),
        actor: told.actor,
        target: told.target,
        outcome: told
            .outcome
            .as_deref()
            .map_or(Ok(Outcome::Success), outcome)?,
        severity: told
            .severity
            .as_deref()
            .map_or(Ok(Severity::Info), severity)?,
        time: time
            .map(|typed| parse_when(typed, now, &chrono_tz::Tz::UTC))
            .transpose()?,
        key: told.id,
        count: None,
        fields,
    })
}

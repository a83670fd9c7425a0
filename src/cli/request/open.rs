//! `request open`: a request came in; its clocks start.

use serde_json::json;

use super::shared;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::deadline::Received;
use crate::domain::request::words::{Channel, Law, Type};
use crate::domain::request::{self, NewRequest, Opened, Subject};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Somebody wrote and wants to know what is held about them",
        line: "optimactl request open --email kim@example.org --type access --law gdpr --calendar DE --received 2026-11-20 --channel email",
    },
    Example {
        what: "A request from California, received now",
        line: "optimactl request open --email kim@example.org --type know-specific --law ccpa",
    },
];

/// Record a request that came in
///
/// It gets a reference like `R-2026-0007` and its statutory dates. Others of the same person that are open
/// stay as they are: an unverified request never stands in the way of a real one.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("subject").required(true).args(["account", "email"]))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request ack", "optimactl request verify", "optimactl request deadline"],
))]
pub(crate) struct Args {
    /// Whose data: an account by name, address or id
    #[arg(value_name = "ACCOUNT")]
    account: Option<String>,
    /// Who asks, where no account is named; an account with this address is found by itself
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// What is asked for (`know-specific` is the CCPA's name for `access`)
    #[arg(long = "type", value_name = "TYPE", value_parser = ["access", "portability", "know-specific"])]
    kind: String,
    /// The law that it is answered under
    #[arg(long, value_name = "LAW", value_parser = ["gdpr", "ccpa", "both"])]
    law: String,
    /// When it reached you: RFC 3339, a date, or a period back from now; now if not given
    #[arg(long, value_name = "TIME")]
    received: Option<String>,
    /// How it came in
    #[arg(long, value_name = "CHANNEL", value_parser = shared::channels(), default_value = "other")]
    channel: String,
    /// Whose public holidays count
    #[arg(long, value_name = "CODE")]
    calendar: Option<String>,
    /// The zone in which the days are counted
    #[arg(long, value_name = "ZONE")]
    tz: Option<String>,
    /// An authorized agent asks for somebody else (11 CCR §7063)
    #[arg(long)]
    agent: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let new = read(args, ctx)?;
    let core = ctx.open()?;
    let opened = request::open(&core, &new)?;
    drop(core);
    let Opened { request, similar } = &opened.value;
    let dates: Vec<String> = request
        .duties
        .iter()
        .map(|duty| format!("{} by {} ({})", duty.what, duty.due, duty.law))
        .collect();
    let verb = shared::tense(ctx, "Opened", "Would open");
    let sentence = format!(
        "{verb} {}: {}; next: {}",
        request.row.reference,
        dates.join(", "),
        shared::line("ack", &request.row.reference)
    );
    for other in similar {
        ctx.ui.warn(&format!(
            "{other} of the same person and type is open, too; neither blocks the other"
        ));
    }
    let change = ctx
        .change("request-open", sentence)
        .id(request.row.id.as_str())
        .event(opened.event)
        .with("reference", request.row.reference.as_str())
        .with("state", request.row.state.as_str())
        .with("account", request.row.account.clone())
        .with("clocks", json!(request.clocks))
        .with("similar", similar.clone());
    ctx.answer(&change)
}

fn read(args: &Args, ctx: &Context) -> Result<NewRequest> {
    let law = Law::parse(&args.law)?;
    if args.kind == "know-specific" && !law.has_ccpa() {
        return Err(
            Error::new(Kind::Usage, "`know-specific` is a request under the CCPA")
                .hint("under the GDPR it is `--type access`"),
        );
    }
    let (calendar, zone) = shared::place(ctx, law, args.calendar.as_deref(), args.tz.as_deref())?;
    let now = ctx.clock.now();
    let received = match &args.received {
        Some(typed) => Received::parse(typed, now, &zone)?,
        None => Received::At(now),
    };
    let subject = match (&args.account, &args.email) {
        (Some(account), _) => Subject::Account(account.clone()),
        (None, Some(email)) => Subject::Email(EmailAddress::new(email)?),
        (None, None) => return Err(Error::bug("clap let no subject through")),
    };
    Ok(NewRequest {
        subject,
        kind: Type::parse_any(&args.kind)?,
        law,
        received,
        zone,
        calendar: calendar.code().to_owned(),
        channel: Channel::parse(&args.channel)?,
        flags: if args.agent { vec!["agent"] } else { vec![] },
    })
}

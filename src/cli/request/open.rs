//! `request open`: a request came in; its clocks start.

use serde_json::json;

use super::shared;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::deadline::Received;
use crate::domain::request::kind::Pace;
use crate::domain::request::words::{AgentProof, Channel, Law, Type, data_list};
use crate::domain::request::{self, Agent, NewRequest, Opened, Subject};
use crate::store::request::RequestRow;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Somebody wrote and wants to know what is held about them",
        line: "optimactl request open --email kim@example.org --type access --law gdpr --calendar DE --received 2026-11-20 --channel email",
    },
    Example {
        what: "A request from California, received now",
        line: "optimactl request open --email kim@example.org --type know-specific --law ccpa",
    },
    Example {
        what: "An agent asks that data be no longer sold",
        line: "optimactl request open --email kim@example.org --type opt-out --law ccpa --agent 'Example Rights Ltd' --agent-proof signed-permission",
    },
    Example {
        what: "A name is written wrong",
        line: "optimactl request open tom --type rectification --law gdpr --calendar DE --contested name",
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
    /// What is asked for; each law has its own names, and where a right is in both, either name opens a request under both
    #[arg(long = "type", value_name = "TYPE", value_parser = shared::types())]
    kind: String,
    /// The law that it is answered under
    #[arg(long, value_name = "LAW", value_parser = shared::laws())]
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
    /// What is said to be wrong, where something is to be corrected: it cannot show who asks
    #[arg(long, value_name = "DATA", value_delimiter = ',', value_parser = shared::data())]
    contested: Vec<String>,
    /// An authorized agent asks for somebody else: who (11 CCR §7063); kept until the request is closed
    #[arg(long, value_name = "NAME")]
    agent: Option<String>,
    /// What the agent showed; it can be recorded later with `request agent`
    #[arg(long, value_name = "PROOF", requires = "agent", value_parser = shared::proofs())]
    agent_proof: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let new = read(args, ctx)?;
    let core = ctx.open()?;
    let opened = request::open(&core, &new)?;
    drop(core);
    let Opened { request, similar } = &opened.value;
    let mut dates: Vec<String> = request
        .duties
        .iter()
        .map(|duty| format!("{} by {} ({})", duty.what, duty.due, duty.law))
        .collect();
    if let Some(duty) = request
        .duties
        .first()
        .filter(|_| stops_at_once(&request.row))
    {
        dates.insert(0, format!("stop the processing by {}", duty.act_by));
    }
    let verb = shared::tense(ctx, "Opened", "Would open");
    let sentence = format!(
        "{verb} {}: {}; next: {}",
        request.row.reference,
        dates.join(", "),
        shared::next(&request.row).map_or_else(String::new, |next| shared::line(
            next,
            &request.row.reference
        ))
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

/// What is objected to or no longer consented to ends before the answer.
fn stops_at_once(row: &RequestRow) -> bool {
    Type::read(&row.kind).is_ok_and(|kind| kind.facts().pace == Pace::AtOnce)
}

fn read(args: &Args, ctx: &mut Context) -> Result<NewRequest> {
    let law = Law::parse(&args.law)?;
    let kind = Type::parse(&args.kind)?;
    // Before anything else is asked for: the wrong law is the likelier slip.
    kind.require_law(law)?;
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
    let proof = args.agent_proof.as_deref().map(AgentProof::parse);
    let proof = proof.transpose()?;
    Ok(NewRequest {
        subject,
        kind,
        law,
        received,
        zone,
        calendar: calendar.code().to_owned(),
        channel: Channel::parse(&args.channel)?,
        contested: data_list(&args.contested)?,
        agent: args.agent.clone().map(|name| Agent { name, proof }),
    })
}

//! `request`: what people ask under GDPR and CCPA, from receipt to the answer, and by when.

pub(crate) mod ack;
pub(crate) mod agent;
pub(crate) mod appeal;
pub(crate) mod approve;
pub(crate) mod approvers;
pub(crate) mod ask_identity;
pub(crate) mod build;
pub(crate) mod certificate;
pub(crate) mod deadline;
pub(crate) mod decide;
pub(crate) mod deliver;
pub(crate) mod deny;
pub(crate) mod discard;
pub(crate) mod dismiss;
pub(crate) mod due;
pub(crate) mod erase;
pub(crate) mod extend;
pub(crate) mod fee;
pub(crate) mod fulfil;
pub(crate) mod import;
mod letter;
pub(crate) mod list;
pub(crate) mod metrics;
pub(crate) mod open;
pub(crate) mod plan;
pub(crate) mod rectify;
pub(crate) mod resume;
mod shared;
pub(crate) mod show;
pub(crate) mod start;
pub(crate) mod suspend;
pub(crate) mod tell_recipients;
pub(crate) mod verify;
pub(crate) mod verify_bundle;
pub(crate) mod withdraw;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// So many commands are one screen only without empty lines between the parts.
const HELP: &str =
    "{about}\n{usage-heading} {usage}\nCommands:\n{subcommands}\nOptions:\n{options}{after-help}";

/// Answer data requests under GDPR and CCPA in time
#[derive(clap::Subcommand)]
#[command(help_template = HELP)]
pub(crate) enum Command {
    Open(open::Args),
    Ack(ack::Args),
    Agent(agent::Args),
    AskIdentity(ask_identity::Args),
    Verify(verify::Args),
    Suspend(suspend::Args),
    Resume(resume::Args),
    Extend(extend::Args),
    Fee(fee::Args),
    Start(start::Args),
    Build(build::Args),
    Deliver(deliver::Args),
    Discard(discard::Args),
    VerifyBundle(verify_bundle::Args),
    Plan(plan::Args),
    Approve(approve::Args),
    Approvers(approvers::Args),
    Erase(erase::Args),
    Rectify(rectify::Args),
    TellRecipients(tell_recipients::Args),
    Fulfil(fulfil::Args),
    Deny(deny::Args),
    Withdraw(withdraw::Args),
    Dismiss(dismiss::Args),
    Appeal(appeal::Args),
    Decide(decide::Args),
    List(list::Args),
    Show(show::Args),
    Due(due::Args),
    Certificate(certificate::Args),
    Metrics(metrics::Args),
    Import(import::Args),
    Deadline(deadline::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Open(args) => open::run(args, ctx),
            Self::Ack(args) => ack::run(args, ctx),
            Self::Agent(args) => agent::run(args, ctx),
            Self::AskIdentity(args) => ask_identity::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Suspend(args) => suspend::run(args, ctx),
            Self::Resume(args) => resume::run(args, ctx),
            Self::Extend(args) => extend::run(args, ctx),
            Self::Fee(args) => fee::run(args, ctx),
            Self::Start(args) => start::run(args, ctx),
            Self::Build(args) => build::run(args, ctx),
            Self::Deliver(args) => deliver::run(args, ctx),
            Self::Discard(args) => discard::run(args, ctx),
            Self::VerifyBundle(args) => verify_bundle::run(args, ctx),
            Self::Plan(args) => plan::run(args, ctx),
            Self::Approve(args) => approve::run(args, ctx),
            Self::Approvers(args) => approvers::run(args, ctx),
            Self::Erase(args) => erase::run(args, ctx),
            Self::Rectify(args) => rectify::run(args, ctx),
            Self::TellRecipients(args) => tell_recipients::run(args, ctx),
            Self::Fulfil(args) => fulfil::run(args, ctx),
            Self::Deny(args) => deny::run(args, ctx),
            Self::Withdraw(args) => withdraw::run(args, ctx),
            Self::Dismiss(args) => dismiss::run(args, ctx),
            Self::Appeal(args) => appeal::run(args, ctx),
            Self::Decide(args) => decide::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Due(args) => due::run(args, ctx),
            Self::Certificate(args) => certificate::run(args, ctx),
            Self::Metrics(args) => metrics::run(args, ctx),
            Self::Import(args) => import::run(args, ctx),
            Self::Deadline(args) => deadline::run(args, ctx),
        }
    }
}

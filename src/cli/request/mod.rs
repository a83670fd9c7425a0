//! `request`: what people ask under GDPR and CCPA, from receipt to the answer, and by when.

pub(crate) mod ack;
pub(crate) mod ask_identity;
pub(crate) mod build;
pub(crate) mod deadline;
pub(crate) mod deliver;
pub(crate) mod deny;
pub(crate) mod due;
pub(crate) mod extend;
pub(crate) mod fulfil;
mod letter;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod resume;
mod shared;
pub(crate) mod show;
pub(crate) mod suspend;
pub(crate) mod verify;
pub(crate) mod withdraw;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Answer data requests under GDPR and CCPA in time
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Open(open::Args),
    Ack(ack::Args),
    AskIdentity(ask_identity::Args),
    Verify(verify::Args),
    Suspend(suspend::Args),
    Resume(resume::Args),
    Extend(extend::Args),
    Build(build::Args),
    Deliver(deliver::Args),
    Fulfil(fulfil::Args),
    Deny(deny::Args),
    Withdraw(withdraw::Args),
    List(list::Args),
    Show(show::Args),
    Due(due::Args),
    Deadline(deadline::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Open(args) => open::run(args, ctx),
            Self::Ack(args) => ack::run(args, ctx),
            Self::AskIdentity(args) => ask_identity::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Suspend(args) => suspend::run(args, ctx),
            Self::Resume(args) => resume::run(args, ctx),
            Self::Extend(args) => extend::run(args, ctx),
            Self::Build(args) => build::run(args, ctx),
            Self::Deliver(args) => deliver::run(args, ctx),
            Self::Fulfil(args) => fulfil::run(args, ctx),
            Self::Deny(args) => deny::run(args, ctx),
            Self::Withdraw(args) => withdraw::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Due(args) => due::run(args, ctx),
            Self::Deadline(args) => deadline::run(args, ctx),
        }
    }
}

//! `request`: what people ask under GDPR and CCPA, from receipt to the answer, and by when.

pub(crate) mod ack;
pub(crate) mod build;
pub(crate) mod deadline;
pub(crate) mod deliver;
pub(crate) mod deny;
pub(crate) mod due;
pub(crate) mod fulfil;
pub(crate) mod list;
pub(crate) mod open;
mod shared;
pub(crate) mod show;
pub(crate) mod verify;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};

/// Answer data requests under GDPR and CCPA in time
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Open(open::Args),
    Ack(ack::Args),
    Verify(verify::Args),
    Build(build::Args),
    Deliver(deliver::Args),
    Fulfil(fulfil::Args),
    Deny(deny::Args),
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
            Self::Verify(args) => verify::run(args, ctx),
            Self::Build(args) => build::run(args, ctx),
            Self::Deliver(args) => deliver::run(args, ctx),
            Self::Fulfil(args) => fulfil::run(args, ctx),
            Self::Deny(args) => deny::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Due(args) => due::run(args, ctx),
            Self::Deadline(args) => deadline::run(args, ctx),
        }
    }
}

//! `records`: the register of processing activities, and whether it is whole.

pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod show;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::controller::controller;
use crate::cli::sources;
use crate::domain::records::{self, Register};

/// Show which personal data are processed, why, and how long (GDPR Art. 30)
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Show(show::Args),
    Export(export::Args),
    Check(check::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Show(args) => show::run(args, ctx),
            Self::Export(args) => export::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
        }
    }
}

/// The register of today.
fn register(ctx: &mut Context) -> Result<Register> {
    let sources = sources::declared(ctx)?;
    let controller = controller(ctx);
    let core = ctx.open()?;
    records::register(&core, &controller, &sources)
}

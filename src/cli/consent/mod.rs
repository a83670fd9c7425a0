//! `consent`: who agreed to which text, and who took it back.

pub(crate) mod list;
pub(crate) mod receipt;
pub(crate) mod record;
mod row;
pub(crate) mod show;
pub(crate) mod withdraw;

use clap::builder::PossibleValuesParser;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::domain::privacy::Channel;

/// Prove consents, and take them back as easily as they were given (GDPR Art. 7)
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Record(record::Args),
    Withdraw(withdraw::Args),
    List(list::Args),
    Show(show::Args),
    Receipt(receipt::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Record(args) => record::run(args, ctx),
            Self::Withdraw(args) => withdraw::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Show(args) => show::run(args, ctx),
            Self::Receipt(args) => receipt::run(args, ctx),
        }
    }
}

fn channels() -> PossibleValuesParser {
    PossibleValuesParser::new(Channel::ALL.map(Channel::as_str))
}

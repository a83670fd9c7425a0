//! `optout`: what people opted out of or objected to, with an account and without.

pub(crate) mod clear;
pub(crate) mod list;
pub(crate) mod set;

use clap::builder::PossibleValuesParser;

use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::domain::optout::{What, Whose};
use crate::domain::privacy::Channel;

/// Honor opt-outs (CCPA) and objections (GDPR Art. 21)
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Set(set::Args),
    Clear(clear::Args),
    List(list::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Set(args) => set::run(args, ctx),
            Self::Clear(args) => clear::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
        }
    }
}

/// Whose choice it is.
#[derive(clap::Args)]
pub(super) struct Person {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT", conflicts_with = "email")]
    account: Option<String>,
    /// The address of somebody without an account; it is kept only as a keyed digest
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
}

impl Person {
    fn named(&self) -> Result<Option<Whose>> {
        Ok(match (&self.account, &self.email) {
            (Some(account), _) => Some(Whose::Account(account.clone())),
            (None, Some(email)) => Some(Whose::Email(EmailAddress::new(email)?)),
            (None, None) => None,
        })
    }

    fn required(&self) -> Result<Whose> {
        self.named()?.ok_or_else(|| {
            Error::usage("it is not said whose choice it is")
                .hint("name an account, or give an address with `--email`")
        })
    }
}

fn whats() -> PossibleValuesParser {
    PossibleValuesParser::new(What::ALL.map(What::as_str))
}

fn channels() -> PossibleValuesParser {
    PossibleValuesParser::new(Channel::ALL.map(Channel::as_str))
}

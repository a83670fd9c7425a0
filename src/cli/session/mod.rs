//! `session`: the sign-ins that a platform keeps open.

pub(crate) mod lines;
pub(crate) mod list;
pub(crate) mod purge;
pub(crate) mod record;
pub(crate) mod revoke;
pub(crate) mod verify;

use std::path::PathBuf;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::secret_input::SecretFlags;

/// Record, list, end and check the sign-ins that a platform keeps open
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Record(record::Args),
    List(list::Args),
    Revoke(revoke::Args),
    Verify(verify::Args),
    Purge(purge::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Record(args) => record::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Revoke(args) => revoke::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Purge(args) => purge::run(args, ctx),
        }
    }
}

/// Flags that hand over the platform's own name for a session. It is often what a cookie holds: never a value on
/// the command line.
#[derive(clap::Args, Clone, Default)]
#[group(multiple = false)]
pub(crate) struct KeyInput {
    /// Read the platform's own name for the session from standard input
    #[arg(id = "key-stdin", long = "key-stdin")]
    stdin: bool,
    /// Read it from this file
    #[arg(id = "key-file", long = "key-file", value_name = "FILE")]
    file: Option<PathBuf>,
    /// Read it from this open descriptor
    #[arg(id = "key-fd", long = "key-fd", value_name = "N")]
    descriptor: Option<u16>,
}

impl KeyInput {
    fn flags(&self) -> SecretFlags<'_> {
        SecretFlags {
            name: "key",
            stdin: self.stdin.into(),
            file: self.file.as_deref(),
            descriptor: self.descriptor,
        }
    }
}

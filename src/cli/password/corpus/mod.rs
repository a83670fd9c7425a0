//! `password corpus`: lists of leaked passwords that new passwords and sign-ins are held against, offline.

pub(crate) mod add;
pub(crate) mod build;
pub(crate) mod list;
pub(crate) mod remove;
pub(crate) mod verify;

use std::path::Path;

use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};

/// Hold passwords against lists of leaked ones, offline
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Add(add::Args),
    List(list::Args),
    Verify(verify::Args),
    Remove(remove::Args),
    Build(build::Args),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Add(args) => add::run(args, ctx),
            Self::List(args) => list::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Build(args) => build::run(args, ctx),
        }
    }
}

/// The place of a list as it is kept: absolute and without links, so that every command finds it wherever it is
/// run. Of a list that is gone, what was typed, made absolute.
fn kept(typed: &Path) -> Result<String> {
    let path = typed
        .canonicalize()
        .or_else(|_| std::path::absolute(typed))
        .map_err(|error| Error::io("look at", typed, &error))?;
    path.into_os_string()
        .into_string()
        .map_err(|_| Error::usage("the path of the list is not UTF-8"))
}

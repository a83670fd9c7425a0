//! `2fa`: enrolling second factors, accepting their codes, losing them, and who must have one.

pub(crate) mod confirm;
pub(crate) mod diagnose;
pub(crate) mod enroll;
pub(crate) mod import;
mod picture;
pub(crate) mod policy;
pub(crate) mod recovery;
pub(crate) mod remove;
pub(crate) mod reset;
pub(crate) mod status;
pub(crate) mod verify;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::crypto::secret::SecretText;

/// Enroll second factors, check their codes, recover from losing them
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Enroll(enroll::Args),
    Confirm(confirm::Args),
    Verify(verify::Args),
    Diagnose(diagnose::Args),
    Status(status::Args),
    Remove(remove::Args),
    Reset(reset::Args),
    #[command(subcommand)]
    Recovery(recovery::Command),
    Import(import::Args),
    #[command(subcommand)]
    Policy(policy::Command),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Enroll(args) => enroll::run(args, ctx),
            Self::Confirm(args) => confirm::run(args, ctx),
            Self::Verify(args) => verify::run(args, ctx),
            Self::Diagnose(args) => diagnose::run(args, ctx),
            Self::Status(args) => status::run(args, ctx),
            Self::Remove(args) => remove::run(args, ctx),
            Self::Reset(args) => reset::run(args, ctx),
            Self::Recovery(command) => command.run(ctx),
            Self::Import(args) => import::run(args, ctx),
            Self::Policy(command) => command.run(ctx),
        }
    }
}

/// Recovery codes as a person notes them down.
fn recovery_lines(codes: &[String]) -> Vec<String> {
    let mut lines = vec![
        String::new(),
        "Recovery codes, each good for one sign-in without the app. They are shown only now:"
            .to_owned(),
    ];
    lines.extend(codes.iter().map(|code| format!("  {code}")));
    lines
}

fn exposed(codes: &[SecretText]) -> Vec<String> {
    codes.iter().map(|code| code.expose().to_owned()).collect()
}

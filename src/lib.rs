//! optimactl: keeps the promises of a platform's security policy. The floors of the house, lowest first;
//! imports go down only (see docs/house.md).

#![cfg_attr(
    test,
    expect(
        clippy::disallowed_methods,
        reason = "tests damage files and set the scene themselves"
    )
)]

pub mod base;
#[expect(
    dead_code,
    reason = "the shell offers more than the commands built so far take"
)]
mod cli;
pub mod crypto;
pub mod domain;
pub mod remote;
pub mod store;

/// Runs the command line of this process and returns its exit code.
pub fn run() -> std::process::ExitCode {
    cli::run::run()
}

/// The whole command line as data: man pages, completions and the tests of the help read it.
pub fn command() -> clap::Command {
    cli::command()
}

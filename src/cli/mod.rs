//! Floor 4: understands what was typed, asks, shows the answer, turns errors into exit codes. The only floor
//! that knows a terminal, the environment or an exit code; it holds no rules and no SQL.
//!
//! A command is one file, `<noun>/<verb>.rs`, with `Args` (its doc comments are the help) and `run`. The
//! same flag means the same thing everywhere; the first sentence of a help text has no final period.

pub(crate) mod account;
pub(crate) mod admission;
pub(crate) mod ask;
pub(crate) mod audit;
pub(crate) mod auth;
pub(crate) mod backup;
pub(crate) mod belongings;
pub(crate) mod calendar;
pub(crate) mod columns;
pub(crate) mod complete;
mod completions;
pub(crate) mod config;
pub(crate) mod consent;
pub(crate) mod context;
pub(crate) mod controller;
pub(crate) mod doctor;
pub(crate) mod done;
pub(crate) mod examples;
pub(crate) mod file_guard;
pub(crate) mod global;
pub(crate) mod group;
pub(crate) mod groups;
pub(crate) mod handout;
pub(crate) mod hidden_input;
pub(crate) mod hold;
mod holidays;
pub(crate) mod init;
pub(crate) mod key;
pub(crate) mod notice;
pub(crate) mod opening;
pub(crate) mod optout;
pub(crate) mod os_user;
pub(crate) mod overheard;
pub(crate) mod password;
pub(crate) mod password_rules;
pub(crate) mod places;
pub(crate) mod plugins;
pub(crate) mod progress;
pub(crate) mod records;
pub(crate) mod render;
pub(crate) mod request;
pub(crate) mod restriction;
pub(crate) mod retention;
pub(crate) mod role;
pub(crate) mod rows;
pub(crate) mod run;
pub(crate) mod secret_input;
pub(crate) mod select;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod sources;
pub(crate) mod status;
pub(crate) mod store;
pub(crate) mod stream;
pub(crate) mod token;
pub(crate) mod tour;
pub(crate) mod two_factor;
pub(crate) mod ui;
pub(crate) mod unlock_sources;

use clap::{CommandFactory, Parser, Subcommand};

use crate::base::error::Result;
use context::{Context, Exit};
use global::GlobalArgs;
use settings::Source;

/// Keeps the promises of a platform's security policy
///
/// Accounts, passwords and second factors in an encrypted store; backups that restore; an audit log that can
/// be proven; requests under GDPR and CCPA answered in time.
#[derive(Parser)]
#[command(name = "optimactl", version, propagate_version = true)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
#[command(after_long_help = examples::help(
    &[examples::Example { what: "See every setting and where it comes from", line: "optimactl config show" }],
    &[],
    &["optimactl-exit-codes(7)", "optimactl-filter(7)", "optimactl-formats(5)", "optimactl-cron(7)"],
))]
pub(crate) struct App {
    #[command(flatten)]
    pub(crate) global: GlobalArgs,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The nouns. Their place in the help is written in `groups`.
#[derive(Subcommand)]
pub(crate) enum Command {
    #[command(subcommand)]
    Account(account::Command),
    #[command(subcommand)]
    Audit(audit::Command),
    #[command(subcommand)]
    Auth(auth::Command),
    #[command(subcommand)]
    Backup(backup::Command),
    #[command(subcommand)]
    Calendar(calendar::Command),
    Completions(completions::Args),
    #[command(subcommand)]
    Config(config::Command),
    #[command(subcommand)]
    Consent(consent::Command),
    Doctor(doctor::Args),
    #[command(subcommand)]
    Group(group::Command),
    #[command(subcommand)]
    Hold(hold::Command),
    Init(init::Args),
    #[command(subcommand)]
    Key(key::Command),
    #[command(subcommand)]
    Notice(notice::Command),
    #[command(subcommand)]
    Optout(optout::Command),
    #[command(subcommand)]
    Password(password::Command),
    #[command(subcommand)]
    Records(records::Command),
    #[command(subcommand)]
    Request(request::Command),
    #[command(subcommand)]
    Restriction(restriction::Command),
    #[command(subcommand)]
    Retention(retention::Command),
    #[command(subcommand)]
    Role(role::Command),
    #[command(subcommand)]
    Session(session::Command),
    Status(status::Args),
    #[command(subcommand)]
    Store(store::Command),
    #[command(subcommand)]
    Token(token::Command),
    Tour(tour::Args),
    #[command(subcommand, name = "2fa")]
    TwoFactor(two_factor::Command),
}

impl Command {
    /// Which configuration this command reads before it runs.
    pub(crate) const fn source(&self) -> Source {
        match self {
            Self::Completions(_) | Self::Config(config::Command::Template(_)) => Source::Nothing,
            Self::Auth(auth::Command::Pam(_) | auth::Command::Checkpassword(_)) => Source::System,
            _ => Source::Usual,
        }
    }

    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Account(command) => command.run(ctx),
            Self::Audit(command) => command.run(ctx),
            Self::Auth(command) => command.run(ctx),
            Self::Backup(command) => command.run(ctx),
            Self::Calendar(command) => command.run(ctx),
            Self::Completions(args) => completions::run(args, ctx),
            Self::Config(command) => command.run(ctx),
            Self::Consent(command) => command.run(ctx),
            Self::Doctor(args) => doctor::run(args, ctx),
            Self::Group(command) => command.run(ctx),
            Self::Hold(command) => command.run(ctx),
            Self::Init(args) => init::run(args, ctx),
            Self::Key(command) => command.run(ctx),
            Self::Notice(command) => command.run(ctx),
            Self::Optout(command) => command.run(ctx),
            Self::Password(command) => command.run(ctx),
            Self::Records(command) => command.run(ctx),
            Self::Request(command) => command.run(ctx),
            Self::Restriction(command) => command.run(ctx),
            Self::Retention(command) => command.run(ctx),
            Self::Role(command) => command.run(ctx),
            Self::Session(command) => command.run(ctx),
            Self::Status(args) => status::run(args, ctx),
            Self::Store(command) => command.run(ctx),
            Self::Token(command) => command.run(ctx),
            Self::Tour(args) => tour::run(args, ctx),
            Self::TwoFactor(command) => command.run(ctx),
        }
    }
}

/// The whole command line, with the nouns grouped in the overview.
pub(crate) fn command() -> clap::Command {
    groups::apply(App::command())
}

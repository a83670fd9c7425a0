//! `password`: setting, resetting, checking and making passwords.

pub(crate) mod calibrate;
pub(crate) mod check;
pub(crate) mod corpus;
pub(crate) mod generate;
pub(crate) mod policy;
pub(crate) mod redeem;
pub(crate) mod report;
pub(crate) mod require_change;
pub(crate) mod reset;
pub(crate) mod set;
pub(crate) mod upgrade;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::secret_input::PasswordInput;
use crate::crypto::secret::SecretText;
use crate::domain::password;

/// How often a person may choose a password that breaks a rule.
const TRIES: u32 = 3;

/// Set, reset, check, make and strengthen passwords
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Set(set::Args),
    Reset(reset::Args),
    Redeem(redeem::Args),
    RequireChange(require_change::Args),
    Check(check::Args),
    Generate(generate::Args),
    Report(report::Args),
    Upgrade(upgrade::Args),
    Calibrate(calibrate::Args),
    #[command(subcommand)]
    Policy(policy::Command),
    #[command(subcommand)]
    Corpus(corpus::Command),
}

impl Command {
    pub(crate) fn run(&self, ctx: &mut Context) -> Result<Exit> {
        match self {
            Self::Set(args) => set::run(args, ctx),
            Self::Reset(args) => reset::run(args, ctx),
            Self::Redeem(args) => redeem::run(args, ctx),
            Self::RequireChange(args) => require_change::run(args, ctx),
            Self::Check(args) => check::run(args, ctx),
            Self::Generate(args) => generate::run(args, ctx),
            Self::Report(args) => report::run(args, ctx),
            Self::Upgrade(args) => upgrade::run(args, ctx),
            Self::Calibrate(args) => calibrate::run(args, ctx),
            Self::Policy(command) => command.run(ctx),
            Self::Corpus(command) => command.run(ctx),
        }
    }
}

/// Sets a new password by `set`: the one that the flags hand over, else one that is asked for, again where it
/// breaks a rule. A refused password is hashed and recorded nowhere.
fn with_new<T>(
    ctx: &mut Context,
    given: &PasswordInput,
    mut set: impl FnMut(&mut Context, &SecretText) -> Result<T>,
) -> Result<T> {
    let mut left = TRIES;
    let is_given = given.stdin || given.file.is_some() || given.descriptor.is_some();
    loop {
        left -= 1;
        let typed = given.flags().read_new(ctx, "New password")?;
        let error = match set(ctx, &SecretText::new(typed.to_string())) {
            Err(error) if left > 0 && !is_given && password::breaks_rules(&error) => error,
            done => return done,
        };
        ctx.ui
            .before_question(&format!("Not taken: {}:", error.message));
        for rule in &error.details {
            ctx.ui.before_question(&format!("  {rule}"));
        }
        ctx.ui.before_question("Choose another one.");
    }
}

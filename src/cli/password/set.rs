//! `password set`: gives an account a password.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::change_by;
use crate::cli::password_rules::policy;
use crate::cli::secret_input::PasswordInput;
use crate::domain::account;
use crate::domain::password::{self, Setter};

use super::with_new;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Set a password that was generated",
        line: "optimactl password generate --format json | sed 's/.*\"password\":\"\\([^\"]*\\).*/\\1/' | optimactl password set mira --password-stdin",
    },
    Example {
        what: "Set your own password: it is not asked to be changed",
        line: "echo 'seven geese walk to Utrecht' | optimactl password set mira --own --password-stdin",
    },
    Example {
        what: "A password that everybody tries is refused",
        line: "echo password123 | optimactl password set mira --password-stdin # ends with 5",
    },
];

/// Set the password of an account
///
/// A password that somebody else chose for a person must be changed within 24 hours; better let the person
/// choose with `optimactl password reset`. Services keep theirs. Sessions of the account are revoked, failed
/// sign-ins are forgiven, and a notice to its holder is queued. The rules come from the configuration
/// (`password.profile`); a refusal names the rule and its clause, and at a terminal another password is asked
/// for, up to three times.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password reset", "optimactl password generate", "optimactl password check"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    /// It is my own account: the password stays
    #[arg(long)]
    own: bool,
    #[command(flatten)]
    password: PasswordInput,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let policy = policy(ctx)?;
    let setter = if args.own {
        Setter::Holder
    } else {
        Setter::Operator
    };
    require_account(args, ctx)?;
    let done = with_new(ctx, &args.password, |ctx, text| {
        password::set(&ctx.open()?, &policy, &args.name, text, setter)
    })?;
    let set = done.value;
    let verb = if ctx.flags.dry_run {
        "Would set"
    } else {
        "Set"
    };
    let sentence = format!(
        "{verb} the password of `{}`{}",
        set.name,
        change_by(set.change_by)
    );
    ctx.answer(
        &ctx.change("password-set", sentence)
            .id(set.account)
            .event(done.event)
            .with("change_by", set.change_by.map(seconds_text)),
    )
}

/// Nobody should type a password twice for an account that does not exist.
fn require_account(args: &Args, ctx: &mut Context) -> Result<()> {
    if crate::cli::ask::possible(ctx) {
        let core = ctx.open()?;
        core.store.read(|tx| account::find(tx, &args.name))?;
    }
    Ok(())
}

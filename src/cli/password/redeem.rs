//! `password redeem`: the holder of a code chooses a password.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::password_rules::policy;
use crate::cli::secret_input::{CodeInput, PasswordInput};
use crate::domain::password::{self, Code};

use super::with_new;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Use the code of a reset or an invitation",
        line: "optimactl password reset mira --format json | sed 's/.*\"code\":\"\\([^\"]*\\).*/\\1/' >code; chmod 600 code; echo 'nine geese walk to Utrecht' | optimactl password redeem --code-file code --password-stdin",
    },
    Example {
        what: "A wrong code is refused",
        line: "echo ABCD-EFGH >code; chmod 600 code; echo 'nine geese walk to Utrecht' | optimactl password redeem --code-file code --password-stdin # ends with 6",
    },
];

/// Choose a new password with a code
///
/// The code says whose account it is. A code that does not exist takes as long as one that does. A password that the rules refuse leaves the code unused; at a
/// terminal another one is asked for, up to three times. Sessions of the account are
/// revoked and a notice is queued. There is no dry run: every try is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected]].concat(),
    &["optimactl password reset", "optimactl password check"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    code: CodeInput,
    #[command(flatten)]
    password: PasswordInput,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("password redeem")?;
    let policy = policy(ctx)?;
    let typed = args.code.flags().read(ctx, "Code")?;
    let typed = Code::typed(&typed);
    let done = with_new(ctx, &args.password, |ctx, text| {
        password::redeem(&ctx.open()?, &policy, &typed, text)
    })?;
    let sentence = format!(
        "Set the password of `{}`; the code is used up",
        done.value.name
    );
    ctx.answer(
        &ctx.change("password-redeem", sentence)
            .id(done.value.account)
            .event(done.event),
    )
}

//! `2fa verify`: takes a code, once.

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::secret_input::CodeInput;
use crate::domain::two_factor::{self, Accepted, Means, OFFER_BELOW, Verdict};

const EXAMPLES: [Example; 1] = [Example {
    what: "A code that is wrong, used or too old is not accepted",
    line: "echo 000000 | optimactl 2fa verify mira --code-stdin # ends with 6",
}];

/// Check a code of an account, and use it up
///
/// Takes a code from the app or a recovery code. Each works once, however many processes try it at the same
/// moment. An unknown account is answered like a wrong code. There is no dry run: every try counts.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected]].concat(),
    &["optimactl 2fa diagnose", "optimactl auth check"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    code: CodeInput,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("2fa verify")?;
    let typed = args.code.flags().read(ctx, "Code")?;
    let core = ctx.open()?;
    let done = two_factor::verify(&core, &args.name, &typed)?;
    let Verdict::Accepted(accepted) = done.value else {
        return Err(Error::new(Kind::Rejected, "the code was not accepted")
            .hint("each code works once; wait for the next one; `optimactl 2fa diagnose` tells why one is refused"));
    };
    offer(ctx, &accepted, &args.name);
    let (method, sentence) = match &accepted.means {
        Means::Totp(_) => ("totp", "Accepted the code; it will not be again".to_owned()),
        Means::Recovery(number) => (
            "recovery",
            format!("Accepted recovery code {number}; {} left", accepted.left),
        ),
    };
    ctx.answer(
        &ctx.change("2fa-verify", sentence)
            .event(done.event)
            .with("method", method)
            .with("recovery_left", accepted.left),
    )
}

fn offer(ctx: &Context, accepted: &Accepted, name: &str) {
    // Imported factors have no codes at all: nothing was ever offered, and every sign-in would repeat it.
    let few = accepted.left < OFFER_BELOW;
    if few && (accepted.left > 0 || matches!(accepted.means, Means::Recovery(_))) {
        ctx.ui.hint(&format!(
            "few recovery codes are left; make new ones with `optimactl 2fa recovery new {name}`"
        ));
    }
}

//! `2fa confirm`: the first code of a pending factor.

use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::done;
use crate::cli::examples::{self, Example};
use crate::cli::handout::{GENERATED, Handout};
use crate::cli::secret_input::CodeInput;
use crate::domain::audit::Changed;
use crate::domain::two_factor::{self, Confirmed};

use super::{exposed, recovery_lines};

/// How often a code may be mistyped right after enrolling.
const TRIES: u32 = 3;

const EXAMPLES: [Example; 1] = [Example {
    what: "Make the pending factor active; a wrong code leaves it pending",
    line: "optimactl 2fa enroll mira --format json >pending.json; echo 000000 | optimactl 2fa confirm mira --code-stdin # ends with 6",
}];

/// Confirm a pending factor with its first code
///
/// The code counts as used: it will not sign in. With the first factor come ten recovery codes, shown once.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected, Kind::Conflict]].concat(),
    &["optimactl 2fa enroll", "optimactl 2fa recovery new"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    code: CodeInput,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let typed = match args.code.flags().given(ctx)? {
        Some(typed) => typed,
        None => asked(args, ctx)?,
    };
    let core = ctx.open()?;
    let done = two_factor::confirm(&core, &args.name, &typed)?;
    answer(ctx, done)
}

/// Nobody should look for a code that nothing waits for.
fn asked(args: &Args, ctx: &mut Context) -> Result<Zeroizing<String>> {
    two_factor::require_pending(&ctx.open()?, &args.name)?;
    args.code.flags().read(ctx, "First code from the app")
}

/// Asks for the first code right after enrolling. An empty line, and Ctrl-C, leave the factor pending.
pub(super) fn at_once(ctx: &mut Context, account: &str, name: &str) -> Result<Exit> {
    let later = format!("optimactl 2fa confirm {}", done::word_of(name, account));
    for left in (0..TRIES).rev() {
        let prompt = "First code from the app (empty: later)";
        let typed = ask::secret(ctx, prompt, "--code-stdin")
            .map_err(|error| interrupted(error, name, &later))?;
        if typed.trim().is_empty() {
            break;
        }
        let core = ctx.open()?;
        match two_factor::confirm(&core, account, &typed) {
            Err(error) if error.kind == Kind::Rejected && left > 0 => {
                ctx.ui.warn("the code was not accepted; try the next one");
            }
            Err(error) => return Err(error),
            Ok(done) => return answer(ctx, done),
        }
    }
    ctx.ui
        .hint(&format!("the factor is pending; confirm it with `{later}`"));
    Ok(Exit::OK)
}

/// The factor is stored when the question is asked: an interruption leaves it, and says so.
fn interrupted(error: Error, name: &str, later: &str) -> Error {
    if error.kind != Kind::Interrupted {
        return error;
    }
    let name = safe(name);
    Error::new(
        Kind::Interrupted,
        format!("interrupted; the new factor of `{name}` is stored and pending"),
    )
    .hint(format!("confirm it later with `{later}`"))
}

fn answer(ctx: &Context, done: Changed<Confirmed>) -> Result<Exit> {
    let confirmed = done.value;
    let verb = if ctx.flags.dry_run {
        "Would confirm"
    } else {
        "Confirmed"
    };
    let mut codes = confirmed
        .recovery
        .map(|set| exposed(&set.codes))
        .unwrap_or_default();
    if ctx.flags.dry_run {
        codes.fill(GENERATED.to_owned());
    }
    let sentence = format!(
        "{verb} the second factor of `{}`; it is active",
        confirmed.name
    );
    let change = ctx
        .change("2fa-confirm", sentence)
        .id(confirmed.account)
        .event(done.event)
        .with("factor", confirmed.factor)
        .with("state", "active")
        .with("recovery_codes", codes.clone());
    let lines = if codes.is_empty() {
        vec![]
    } else {
        recovery_lines(&codes)
    };
    ctx.answer(&Handout { change, lines })
}

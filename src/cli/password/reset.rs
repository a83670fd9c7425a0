//! `password reset`: a code with which the holder chooses a password.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::{GENERATED, Handout};
use crate::domain::password;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Give out a code that works once within the hour",
        line: "optimactl password reset mira",
    },
    Example {
        what: "Give a day, and hand the code on in a script",
        line: "optimactl password reset mira --ttl 24h --format json",
    },
];

/// Give out a code that sets a new password
///
/// The code is shown once, works once, and is void as soon as the password is changed in another way or a
/// newer code is given out. The present password stays valid until then. Second factors stay. A notice to the holder
/// is queued. For an invitation that lasts longer see `optimactl account create --invite-ttl`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password redeem", "optimactl 2fa reset"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    /// How long the code works, 1m to 24h
    #[arg(long, value_name = "PERIOD", default_value = "1h")]
    ttl: Period,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let done = password::reset(&core, &args.name, args.ttl)?;
    let given = done.value;
    let (verb, secret) = if ctx.flags.dry_run {
        ("Would give out", GENERATED.to_owned())
    } else {
        ("Gave out", given.code.shown().expose().to_owned())
    };
    let until = seconds_text(given.expires);
    let sentence = format!(
        "{verb} a reset code for `{}`, valid until {until}",
        given.name
    );
    let change = ctx
        .change("password-reset", sentence)
        .id(given.account)
        .event(done.event)
        .with("code", secret.as_str())
        .with("expires", until);
    let lines = vec![
        format!("Code: {secret}"),
        "It is shown only now. To use it: optimactl password redeem".to_owned(),
    ];
    ctx.answer(&Handout { change, lines })
}

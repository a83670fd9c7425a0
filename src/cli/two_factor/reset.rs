//! `2fa reset`: for a holder who lost every factor.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::base::text::{count, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::{GENERATED, Handout, change_by};
use crate::domain::account;
use crate::domain::two_factor::{self, WasReset};

const EXAMPLES: [Example; 1] = [Example {
    what: "Take away every factor of a person who lost the phone",
    line: "optimactl 2fa reset mira --confirm mira --reason 'lost phone, identity checked by video'",
}];

/// Remove every second factor, and give out a code that binds a new one
///
/// Severe: it wants the name typed and a reason, which is recorded. Recovery codes go, too, the account's
/// sessions are ended, and its holder is told by a notice. The code is shown once and works once, with
/// `optimactl 2fa enroll --code-stdin`. A password that was long enough only beside a factor must be changed
/// within 24 hours. A deadline that a rule set stays as it was.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa enroll", "optimactl password reset"],
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
    let row = core.store.read(|tx| account::find(tx, &args.name))?;
    drop(core);
    let what = format!(
        "Every second factor and recovery code of `{}` will be removed.",
        row.name
    );
    ask::confirm_name(ctx, &what, &row.name)?;
    let reason = ask::reason(ctx)?;
    ctx.flags.reason = Some(reason);
    let core = ctx.open()?;
    let done = two_factor::reset(&core, &row.id, args.ttl)?;
    answer(ctx, &done.value, done.event)
}

fn answer(ctx: &Context, done: &WasReset, event: Option<u64>) -> Result<Exit> {
    let lost = &done.lost;
    let (verb, ended, secret) = if ctx.flags.dry_run {
        ("Would remove", "end", GENERATED.to_owned())
    } else {
        ("Removed", "ended", done.code.shown().expose().to_owned())
    };
    let number = |n: usize| i128::try_from(n).unwrap_or_default();
    let sentence = format!(
        "{verb} {} of `{}` and {ended} {}{}",
        count(number(lost.factors), "second factor"),
        safe(&lost.name),
        count(number(done.sessions), "session"),
        change_by(lost.change_by)
    );
    let until = seconds_text(done.expires);
    let change = ctx
        .change("2fa-reset", sentence)
        .id(lost.account.as_str())
        .event(event)
        .with("factors", lost.factors)
        .with("sessions", done.sessions)
        .with("change_by", lost.change_by.map(seconds_text))
        .with("code", secret.as_str())
        .with("expires", until.as_str());
    let lines = vec![
        format!("Code: {secret}"),
        format!(
            "It is shown only now and valid until {until}. To use it: optimactl 2fa enroll --code-stdin"
        ),
    ];
    ctx.answer(&Handout { change, lines })
}

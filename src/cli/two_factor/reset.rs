//! `2fa reset`: for a holder who lost every factor.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::handout::change_by;
use crate::domain::{account, two_factor};

const EXAMPLES: [Example; 1] = [Example {
    what: "Take away every factor of a person who lost the phone",
    line: "optimactl 2fa reset mira --confirm mira --reason 'lost phone, identity checked by video'",
}];

/// Remove every second factor and recovery code of an account
///
/// Severe: it wants the name typed and a reason, which is recorded. A password that was long enough only
/// beside a factor must be changed within 24 hours.
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
    let done = two_factor::reset(&core, &row.id)?;
    let lost = done.value;
    let verb = if ctx.flags.dry_run {
        "Would remove"
    } else {
        "Removed"
    };
    let factors = i128::try_from(lost.factors).unwrap_or_default();
    let sentence = format!(
        "{verb} {} of `{}`{}",
        count(factors, "second factor"),
        lost.name,
        change_by(lost.change_by)
    );
    ctx.answer(
        &ctx.change("2fa-reset", sentence)
            .id(lost.account)
            .event(done.event)
            .with("factors", lost.factors)
            .with("change_by", lost.change_by.map(seconds_text)),
    )
}

//! `password require-change`: asks holders to choose another password by a date.

use std::fmt::Write as _;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::Removed;
use crate::domain::password::{self, Demand, Demanded, Sessions};

/// The longest time that can be given.
const LONGEST: u64 = 90 * 24 * 3600;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Ask one person, who may go on for a day",
        line: "optimactl password require-change mira --reason 'typed it into a chat' --yes",
    },
    Example {
        what: "Ask everybody after an incident, and end every session",
        line: "optimactl password require-change --all --within 7d --revoke-sessions --reason 'incident 7' --yes",
    },
];

/// Ask holders to change their passwords by a date
///
/// Until the date the password works, and sign-ins are answered with `must_change`; afterwards they end with 7
/// until the password is changed or reset. An earlier date that is set already stays. Up to 1000 accounts get an
/// event each, more get one together; either way all of it happens or nothing. It cannot take effect at once for
/// the last account that can administer the store. Accounts without a password are counted and left alone.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl password reset", "optimactl password corpus add", "optimactl account disable"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
    /// How long the present password works, 0s to 90d
    #[arg(long, value_name = "PERIOD", default_value = "24h")]
    within: Period,
    /// End the sessions of these accounts now
    #[arg(long)]
    revoke_sessions: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let lasts = args.within.as_duration().map(|within| within.as_secs());
    if lasts.is_none_or(|seconds| seconds > LONGEST) {
        return Err(Error::usage(format!(
            "a password cannot be asked to change within {}",
            args.within
        ))
        .hint("give `--within` from 0s to 90d"));
    }
    let by = args.within.after(ctx.clock.now());
    let what = |subject: &str| {
        format!(
            "This asks for another password by {}: {subject}",
            seconds_text(by)
        )
    };
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Hidden, what)?;
    let sessions = if args.revoke_sessions {
        Sessions::Revoke
    } else {
        Sessions::Keep
    };
    let core = ctx.open()?;
    let demand = Demand {
        by,
        sessions,
        chosen: args.select.chosen(),
    };
    let done = password::require_change(&core, &picked.who, &demand)?;
    drop(core);
    let sentence = match picked.who.as_slice() {
        [who] if !picked.many => one(ctx, who, &done, &seconds_text(by)),
        _ => many(ctx, &done, &seconds_text(by)),
    };
    ctx.answer(
        &ctx.change("password-require-change", sentence)
            .event(done.event)
            .with("by", seconds_text(by))
            .with("changed", done.changed)
            .with("already", done.already)
            .with("without_password", done.without)
            .with("sessions", done.sessions),
    )
}

fn one(ctx: &Context, who: &str, done: &Demanded, by: &str) -> String {
    let who = safe(who);
    if done.without > 0 {
        return format!("`{who}` has no password to change");
    }
    if done.already > 0 {
        return format!("`{who}` must change its password by then or sooner already");
    }
    let must = if ctx.flags.dry_run {
        "would have to"
    } else {
        "must"
    };
    format!("`{who}` {must} change its password by {by}")
}

fn many(ctx: &Context, done: &Demanded, by: &str) -> String {
    let must = if ctx.flags.dry_run {
        "would have to"
    } else {
        "must"
    };
    let mut text = format!(
        "{} {must} change the password by {by}",
        count(done.changed, "account")
    );
    for (number, what) in [
        (done.already, "by then or sooner already"),
        (done.without, "without a password"),
    ] {
        if number > 0 {
            write!(text, "; {number} {what}").ok();
        }
    }
    text
}

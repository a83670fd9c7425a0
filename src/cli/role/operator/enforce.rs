//! `role operator enforce`: only operators may act, or everybody who can open the store.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::operator::{self, Enforced, Standing, Switch};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See whether only operators may act",
        line: "optimactl role operator enforce status",
    },
    Example {
        what: "Let only operators act",
        line: "optimactl role operator bind mira --uid 1000 && optimactl role operator enforce on --yes # ends with 5",
    },
];

/// Let only operators act, or everybody who can open the store
///
/// While it is on, a command that opens the store runs only for a user whose account holds a role that permits it
/// (`noun.verb`, see `role permit`) and is not barred; `status` and `doctor` stay open. Commands that hand out
/// keys or `*`, replace data or weaken a sign-in ask for a fresh code. Turning it on needs an operator who holds
/// `*` and has a second factor. Turning it off needs a reason and the store's name; root itself, or the owner of
/// the store's files, can do it with `--break-glass`, recorded as critical. It holds back whoever uses this
/// program: who can read an unlocker and the files can use another one.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Rejected, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NoSpace],
    &["optimactl role operator bind", "optimactl role permit", "optimactl 2fa enroll"],
))]
pub(crate) struct Args {
    /// What to do
    #[arg(value_enum, value_name = "STATE")]
    state: State,
    /// Turn it off as root itself or as the owner of the store's files, without an operator
    #[arg(long)]
    break_glass: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum State {
    /// Only operators may act
    On,
    /// Everybody who can open the store may
    Off,
    /// Tell which it is
    Status,
}

#[derive(Serialize)]
struct Answered {
    enforced: bool,
    since: Option<String>,
    bound: usize,
    /// Operators who could turn it off.
    able: u64,
}

impl From<Enforced> for Answered {
    fn from(enforced: Enforced) -> Self {
        Self {
            enforced: enforced.since.is_some(),
            since: enforced.since.map(seconds_text),
            bound: enforced.bound,
            able: enforced.able,
        }
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "role-operator-enforce"
    }

    fn view(&self) -> View {
        let bound = i128::try_from(self.bound).unwrap_or_default();
        let first = match &self.since {
            Some(since) => format!("Only operators may act, since {since}"),
            None => "Everybody who can open the store may act".to_owned(),
        };
        View::Lines(vec![
            first,
            format!(
                "{} bound; {} of them can administer and have a second factor",
                count(bound, "user"),
                self.able
            ),
        ])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if args.break_glass && args.state != State::Off {
        return Err(Error::usage("`--break-glass` belongs to `off`"));
    }
    match args.state {
        State::Status => {
            let core = ctx.open()?;
            ctx.answer(&Answered::from(operator::enforced(&core)?))
        }
        State::On => on(ctx),
        State::Off => off(args, ctx),
    }
}

fn on(ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let (standing, now) = (operator::standing(&core)?, operator::enforced(&core)?);
    drop(core);
    if now.since.is_none() && now.able > 0 {
        let yours = match standing {
            Standing::Able => String::new(),
            Standing::Less(why) => format!(" You could not turn it off yourself: {why}."),
        };
        let bound = i128::try_from(now.bound).unwrap_or_default();
        ask::confirm(
            ctx,
            &format!(
                "From now on only operators may act: {}. Cron jobs and services of other users stop working.{yours}",
                count(bound, "user")
            ),
        )?;
    }
    change(ctx, Switch::On)
}

fn off(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    if args.break_glass {
        operator::require_glass(&core)?;
    }
    let name = core.store.keyring.name.clone();
    let is_on = operator::enforced(&core)?.since.is_some();
    drop(core);
    if is_on {
        let reason = ask::reason(ctx)?;
        ctx.flags.reason = Some(reason);
        let what = "From now on everybody who can open the store may do everything.";
        ask::confirm_name(ctx, what, &name)?;
    }
    change(
        ctx,
        if args.break_glass {
            Switch::BreakGlass
        } else {
            Switch::Off
        },
    )
}

fn change(ctx: &mut Context, switch: Switch) -> Result<Exit> {
    let core = ctx.open()?;
    let done = operator::enforce(&core, switch)?;
    let rule = if switch == Switch::On {
        "only operators may act"
    } else {
        "everybody who can open the store may act"
    };
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("It is so already: {rule}"),
        (true, false) => format!("From now on {rule}"),
        (true, true) => format!("From then on {rule}"),
    };
    let change = ctx
        .change("role-operator-enforce", sentence)
        .event(done.event)
        .with("enforced", switch == Switch::On)
        .with("changed", done.value);
    ctx.answer(&change)
}

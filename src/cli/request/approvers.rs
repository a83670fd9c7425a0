//! `request approvers`: how many people take part in erasing somebody.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::request::{self, Approvers};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See how many it takes",
        line: "optimactl request approvers",
    },
    Example {
        what: "Let nobody erase alone",
        line: "optimactl request approvers 2",
    },
];

/// See or set how many people take part in erasing somebody
///
/// With 2, as in a new store, an erasure is approved by somebody who neither opened nor planned it. With 1 whoever is
/// permitted may approve their own plan, and the certificate says `single`. It is a fact of the store, for everybody who
/// uses it. Severe: fewer than before takes a reason and the store's name, and is recorded as critical. The rights
/// journal keeps what is more than before: a restore of an older backup does not lower it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Rejected, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NoSpace],
    &["optimactl request approve", "optimactl request certificate", "optimactl role operator enforce"],
))]
pub(crate) struct Args {
    /// How many it takes from now on; without, it is told
    #[arg(value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=2))]
    number: Option<u32>,
}

#[derive(Serialize)]
struct Shown {
    approvers: u32,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "request-approvers"
    }

    fn view(&self) -> View {
        View::Lines(vec![
            match self.approvers {
                1 => "One person is enough to erase somebody: whoever plans it may approve it",
                _ => "An erasure takes two people: one plans it, another one approves it",
            }
            .to_owned(),
        ])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let before = request::approvers(&core)?;
    let name = core.store.keyring.name.clone();
    let Some(number) = args.number else {
        drop(core);
        return ctx.answer(&Shown {
            approvers: before.number(),
        });
    };
    drop(core);
    let wanted = Approvers::new(number)?;
    if wanted.number() < before.number() {
        let reason = ask::reason(ctx)?;
        ctx.flags.reason = Some(reason);
        let what = "From then on one person alone can erase somebody.";
        ask::confirm_name(ctx, what, &name)?;
    }
    let core = ctx.open()?;
    let done = request::set_approvers(&core, wanted)?;
    drop(core);
    let sentence = match (done.value, ctx.flags.dry_run) {
        (false, _) => format!("It takes {number} already; nothing was changed"),
        (true, true) => format!("An erasure would take {number} from now on"),
        (true, false) => format!("An erasure takes {number} from now on"),
    };
    ctx.answer(
        &ctx.change("request-approvers", sentence)
            .event(done.event)
            .with("approvers", number)
            .with("changed", done.value),
    )
}

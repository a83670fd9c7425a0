//! `backup pin`: keeps a backup from being pruned, and brings it back from the trash.

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::parse_future;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::backup::Chosen;
use crate::domain::backup::pin::{self, Order};

use super::shared::From;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Keep a backup until a court case ends",
        line: "optimactl backup pin --latest --from backups --reason 'case 4711'",
    },
    Example {
        what: "Keep it for half a year",
        line: "optimactl backup pin --latest --from backups --until 6mo --reason 'upgrade'",
    },
];

/// Keep a backup from being pruned
///
/// Writes a signed pin beside the manifest. While it holds, no rule, no maximum age and no promised date takes the
/// backup; a promise that it breaks is named by `optimactl status`. A backup that lies in the trash comes back. The
/// reason is needed and can be read by whoever can read the folder: name no person in it. A new pin replaces an old
/// one.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &examples::STORE, &["optimactl backup unpin", "optimactl backup prune"],
))]
pub(crate) struct Args {
    /// The backup
    #[arg(value_name = "ID", required_unless_present = "latest")]
    id: Option<String>,
    /// The newest one
    #[arg(long, conflicts_with = "id")]
    latest: bool,
    /// Until when: a date, RFC 3339, or a period from now; else until it is unpinned
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    #[command(flatten)]
    from: From,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let until = match &args.until {
        Some(typed) => Some(parse_future(typed, now, &zone(ctx)?)?),
        None => None,
    };
    let reason = ask::reason(ctx)?;
    let chosen = args.id.clone().map_or(Chosen::Latest, Chosen::Id);
    let target = args.from.held(ctx, &chosen)?;
    let core = ctx.open()?;
    let order = Order {
        chosen,
        reason,
        until,
    };
    let done = pin::pin(&core, &target, &order)?;
    let how_long = until.map_or_else(String::new, |until| {
        format!(" until {}", seconds_text(until))
    });
    let mut sentence = match (done.changed, core.dry_run()) {
        (false, _) => format!("The backup `{}` is pinned already{how_long}", done.id),
        (true, false) => format!("Pinned the backup `{}`{how_long}", done.id),
        (true, true) => format!("Would pin the backup `{}`{how_long}", done.id),
    };
    if done.restored {
        sentence.push_str(if core.dry_run() {
            " and bring it back from the trash"
        } else {
            " and brought it back from the trash"
        });
    }
    let mut change = ctx.change("backup-pin", sentence).id(&done.id);
    change = change
        .with("place", target.name())
        .with("changed", done.changed);
    change = change
        .with("until", until.map(seconds_text))
        .with("restored", done.restored);
    ctx.answer(&change.event(done.event))
}

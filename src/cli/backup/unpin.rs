//! `backup unpin`: lets the rules of pruning decide on a backup again.

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::backup::Chosen;
use crate::domain::backup::pin;

use super::shared::From;

const EXAMPLES: [Example; 1] = [Example {
    what: "Let the rules decide again",
    line: "optimactl backup unpin --latest --from backups",
}];

/// Take a backup's pin away
///
/// The next `backup prune` decides on it by the rules. Forged pins go too. A backup without a pin is success.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &examples::STORE, &["optimactl backup pin", "optimactl backup prune"],
))]
pub(crate) struct Args {
    /// The backup
    #[arg(value_name = "ID", required_unless_present = "latest")]
    id: Option<String>,
    /// The newest one
    #[arg(long, conflicts_with = "id")]
    latest: bool,
    #[command(flatten)]
    from: From,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let chosen = args.id.clone().map_or(Chosen::Latest, Chosen::Id);
    let target = args.from.held(ctx, &chosen)?;
    let core = ctx.open()?;
    let done = pin::unpin(&core, &target, &chosen)?;
    let sentence = match (done.changed, core.dry_run()) {
        (false, _) => format!("The backup `{}` has no pin", done.id),
        (true, false) => format!(
            "Unpinned the backup `{}`; `optimactl backup pin` pins it again",
            done.id
        ),
        (true, true) => format!("Would unpin the backup `{}`", done.id),
    };
    let change = ctx.change("backup-unpin", sentence).id(&done.id);
    let change = change
        .with("place", target.name())
        .with("changed", done.changed);
    ctx.answer(&change.event(done.event))
}

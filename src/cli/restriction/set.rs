//! `restriction set`: data are only stored from now on.

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::done::{self, Words};
use crate::cli::examples::{self, Example};
use crate::cli::select::{Danger, Select};
use crate::domain::account::Removed;
use crate::domain::restriction::{self, Ground};

const EXAMPLES: [Example; 1] = [Example {
    what: "Tom says that his data are wrong: until that is looked into they are only stored",
    line: "optimactl restriction set tom --ground accuracy --yes",
}];

const WORDS: Words<'_> = Words {
    schema: "restriction-set",
    did: "Restricted",
    would: "Would restrict",
    already: "is restricted already",
    undo: None,
};

/// Restrict the processing of accounts' data
///
/// A restricted account cannot sign in (`auth check` answers `restricted` to the right password), its sessions end, its
/// tokens are turned away, no notice is queued for it, `account export` leaves it out and retention does not delete
/// it. The person's own requests are answered as before. The rights journal keeps it: a restore of an older backup
/// restricts again. The last account that can administer the store cannot be restricted.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound]].concat(),
    &["optimactl restriction lift", "optimactl restriction list", "optimactl hold place"],
))]
pub(crate) struct Args {
    #[command(flatten)]
    select: Select,
    /// Why: the person contests the accuracy, the processing is unlawful, the person needs the data for claims, or
    /// objected (Art. 18(1)(a) to (d))
    #[arg(long, value_name = "GROUND", value_parser = ["accuracy", "unlawful", "claims", "objection"])]
    ground: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let ground = Ground::parse(&args.ground)?;
    let what = |subject: &str| {
        format!(
            "This restricts {subject} ({}): signing in ends",
            ground.paragraph()
        )
    };
    let picked = args
        .select
        .pick(ctx, Danger::Moderate, Removed::Included, what)?;
    let core = ctx.open()?;
    let done = restriction::set(&core, &picked.who, ground)?;
    done::answer(ctx, &picked, &WORDS, &done, |did| {
        if did.changed {
            format!(" ({})", ground.paragraph())
        } else {
            String::new()
        }
    })
}

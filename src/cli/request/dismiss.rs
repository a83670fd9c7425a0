//! `request dismiss`: a duplicate, or no request at all.

use super::shared;
use crate::base::error::Error;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{self, words::Dismissal};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "It repeats one that is being answered",
        line: "optimactl request dismiss R-2026-0001 --duplicate-of R-2026-0002",
    },
    Example {
        what: "It was advertising",
        line: "optimactl request dismiss R-2026-0001 --why spam",
    },
];

/// Put aside what is no request of its own
///
/// A duplicate of one that answers it, too; a mistake of yours; spam. A request in which it is not certain who asks never
/// takes the place of another: whoever sent it could otherwise end the real one. Both must be one person's, and the earlier
/// receipt counts: put the later one aside. If the first is then withdrawn, denied or dismissed, the duplicate is open again.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("cause").required(true).args(["why", "duplicate_of"]))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request deny", "optimactl request list"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Why it is none
    #[arg(long, value_name = "WHY", value_parser = ["mistake", "not-a-request", "spam"])]
    why: Option<String>,
    /// The request that answers it, too
    #[arg(long, value_name = "REFERENCE")]
    duplicate_of: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let why = match (&args.why, &args.duplicate_of) {
        (_, Some(first)) => (Dismissal::Duplicate, Some(first.as_str())),
        (Some(why), None) => (Dismissal::parse(why)?, None),
        (None, None) => return Err(Error::bug("clap let no cause through")),
    };
    let core = ctx.open()?;
    let changed = request::dismiss(&core, &args.request, why)?;
    drop(core);
    let verb = shared::tense(ctx, "Put", "Would put");
    let row = &changed.value;
    let cause = row.duplicate_of.as_ref().map_or_else(
        || why.0.as_str().to_owned(),
        |first| format!("duplicate of {first}"),
    );
    let sentence = format!("{verb} {} aside ({cause})", row.reference);
    let change = shared::stepped(ctx, "request-dismiss", sentence, &changed)
        .with("why", why.0.as_str())
        .with("duplicate_of", row.duplicate_of.clone());
    ctx.answer(&change)
}

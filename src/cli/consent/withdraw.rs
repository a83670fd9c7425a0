//! `consent withdraw`: somebody takes a consent back.

use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::consent;
use crate::domain::privacy::Channel;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Zoe wants the newsletter no more",
        line: "optimactl consent withdraw zoe --purpose newsletter --source web",
    },
    Example {
        what: "Zoe takes back whatever she agreed to",
        line: "optimactl consent withdraw zoe --source phone",
    },
];

/// Withdraw consents of an account
///
/// Those for a purpose, or all of them. Nothing is asked and nothing must be explained (GDPR Art. 7(3)). What was given
/// stays as a record of what was lawful until then. The rights journal keeps the withdrawal: a restore of an older
/// backup brings no consent back. Where none is in force nothing changes.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::NotFound]].concat(),
    &["optimactl consent list", "optimactl optout set"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// Only those for this purpose
    #[arg(long, value_name = "WORD")]
    purpose: Option<String>,
    /// Where it was said
    #[arg(long, value_name = "CHANNEL", default_value = "other", value_parser = super::channels())]
    source: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let through = Channel::parse(&args.source)?;
    let core = ctx.open()?;
    let done = consent::withdraw(&core, (&args.account, args.purpose.as_deref()), through)?;
    drop(core);
    let rows = &done.value;
    let many = count(i128::try_from(rows.len()).unwrap_or(0), "consent");
    let words: Vec<String> = rows.iter().map(|row| row.purpose.clone()).collect();
    let sentence = match (rows.is_empty(), ctx.flags.dry_run) {
        (true, _) => "No such consent is in force".to_owned(),
        (false, false) => format!("Withdrew {many}: {}", words.join(", ")),
        (false, true) => format!("Would withdraw {many}: {}", words.join(", ")),
    };
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    ctx.answer(
        &ctx.change("consent-withdraw", sentence)
            .event(done.event)
            .with("withdrawn", ids)
            .with("purposes", words),
    )
}

//! `audit prune`: old events leave the store for an archive.

use std::path::PathBuf;

use chrono_tz::Tz;

use super::expire::require_clock;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::parse_when;
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::crypto::wrap::Recipient;
use crate::domain::audit::prune::{self, Archived, Order, Pruned, Span};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what is older than two years",
        line: "optimactl audit prune --before 2y --archive audit-archive --dry-run",
    },
    Example {
        what: "Archive and remove it",
        line: "optimactl audit prune --before 2y --archive audit-archive --confirm store --reason 'retention schedule'",
    },
];

/// Move old events out of the store into an archive
///
/// Severe: it wants the store's name typed and a reason. The entries are written to a new folder in `--archive`
/// (tiles as in c2sp.org/tlog-tiles, a signed checkpoint, SHA256SUMS, a manifest), flushed, read back and compared
/// with the tree; only then do they leave the store, in one transaction. More than 65,536 events go in several
/// archives, one after the other; a run that was cut short goes on with the next one. Their hashes stay: `audit
/// verify` and every older or newer proof hold as before. Whole blocks of 256 events go; the newest 256 and whatever is not
/// concluded stay. Personal values of these events are deleted, unless `--with-disclosures` puts them into the
/// archive, encrypted. A clock that stands more than a year ahead of the newest event, those of the last 30 days left
/// aside, is not believed (5) without `--yes`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl audit verify", "optimactl audit expire", "optimactl audit export"],
))]
pub(crate) struct Args {
    /// Events recorded before this: a period back from now (`2y`), a date, or RFC 3339
    #[arg(long, value_name = "TIME")]
    before: String,
    /// The folder for archives
    #[arg(long, value_name = "DIR")]
    archive: PathBuf,
    /// Keep their personal values in the archive, encrypted to `--recipient`
    #[arg(long, requires = "recipient")]
    with_disclosures: bool,
    /// Who can read the personal values: an age recipient; can be repeated
    #[arg(long, value_name = "RECIPIENT", requires = "with_disclosures")]
    recipient: Vec<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let order = Order {
        before: parse_when(&args.before, ctx.clock.now(), &Tz::UTC)?,
        archive: absolute(&args.archive)?,
        recipients: args
            .recipient
            .iter()
            .map(|text| Recipient::parse(text))
            .collect::<Result<_>>()?,
    };
    let core = ctx.open()?;
    require_clock(ctx, &core)?;
    let plan = prune::plan(&core, order.before)?;
    let name = core.store.keyring.name.clone();
    drop(core);
    let Some(span) = plan else {
        return nothing(ctx);
    };
    if ctx.flags.dry_run {
        let sentence = format!("Would archive and remove {}", told(span));
        return ctx.answer(
            &ctx.change("audit-prune", sentence)
                .with("first", span.first)
                .with("last", span.end - 1)
                .with("count", span.events()),
        );
    }
    let what = format!(
        "{} leave the store for an archive in {}; of their personal values {}.",
        told(span),
        order.archive.display(),
        if args.with_disclosures {
            "an encrypted copy goes with them"
        } else {
            "nothing is kept"
        }
    );
    ask::confirm_name(ctx, &what, &name)?;
    if ctx.flags.reason.is_none() {
        ctx.flags.reason = Some(ask::reason(ctx)?);
    }
    let mut meter = Meter::new(ctx, "archiving", Unit::Items);
    let core = ctx.open()?;
    let done = prune::prune(&core, &order, &mut |progress| meter.report(progress))?;
    drop(meter);
    let Some(done) = done else {
        return nothing(ctx);
    };
    answer(ctx, &done)
}

/// The event says where the archive was: a relative path would say it to nobody.
fn absolute(path: &std::path::Path) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| Error::io("find", path, &error))
}

fn told(span: Span) -> String {
    format!(
        "events {}..{} ({})",
        span.first,
        span.end - 1,
        count(i128::from(span.events()), "event")
    )
}

fn nothing(ctx: &Context) -> Result<Exit> {
    let sentence = "No whole block of 256 events is that old; nothing was pruned";
    ctx.answer(&ctx.change("audit-prune", sentence).with("count", 0))
}

fn answer(ctx: &Context, done: &Pruned) -> Result<Exit> {
    if let Some(why) = &done.kept {
        ctx.ui.alert(why);
    }
    let folder = |archived: &Archived| archived.folder.display().to_string();
    let place = match done.archives.as_slice() {
        [one] => folder(one),
        many => {
            let number = i128::try_from(many.len()).unwrap_or(i128::MAX);
            let ends = many.first().zip(many.last());
            let names = ends.map(|(first, last)| format!("{} to {}", folder(first), folder(last)));
            format!(
                "{}, {}",
                count(number, "archive"),
                names.unwrap_or_default()
            )
        }
    };
    let sentence = format!("Archived {} in {place} and removed them", told(done.span));
    let archives: Vec<_> = done
        .archives
        .iter()
        .map(|one| {
            serde_json::json!({"folder": folder(one), "digest": one.digest, "event": one.event})
        })
        .collect();
    let newest = done.archives.last();
    ctx.answer(
        &ctx.change("audit-prune", sentence)
            .event(newest.map(|one| one.event))
            .with("first", done.span.first)
            .with("last", done.span.end - 1)
            .with("count", done.span.events())
            .with("values", done.values)
            .with("scrubbed", done.kept.is_none())
            .with("archive", newest.map(folder))
            .with("digest", newest.map(|one| one.digest.as_str()))
            .with("archives", archives),
    )
}

//! `backup rewrap`: old backups open for today's unlockers, and for nobody else.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::crypto::wrap::Recipient;
use crate::domain::backup::rewrap::{self, Done};
use crate::domain::backup::verify::Opener;
use crate::domain::backup::{Chosen, Item, Listing, Presence, Trust};

use super::shared::{self, From};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See which backups open for somebody else than a new one would",
        line: "optimactl backup rewrap --all --from backups --dry-run",
    },
    Example {
        what: "After an unlocker came or went",
        line: "optimactl backup rewrap --all --from backups --yes",
    },
];

/// Give old backups new recipients
///
/// Writes the header of each file anew, for the unlockers that open the store today, the store's master identity
/// and `backup.recipients`; what is inside stays as it is. Each new file is read back whole before its manifest is
/// signed and the old file is removed. The backup keeps its id, its number and its place in the chain.
///
/// Whoever held an old key may have kept a copy of the old file: what was in it when they could read it cannot be
/// taken back. What waits in the trash stays as it is and is told. At a place that only takes files nothing is
/// rewrapped, because the old files would stay; a backup that object storage has locked is left as it is. From a place
/// far away each file is read and written once, and read once more.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial]].concat(),
    &["optimactl key remove", "optimactl key rotate", "optimactl backup verify"],
))]
pub(crate) struct Args {
    /// The backups
    #[arg(
        value_name = "ID",
        conflicts_with = "all",
        required_unless_present = "all"
    )]
    id: Vec<String>,
    /// Every backup there
    #[arg(long)]
    all: bool,
    /// Somebody else who can open them: `age1…` or an ssh public key; can be repeated
    #[arg(long, value_name = "RECIPIENT")]
    recipient: Vec<String>,
    #[command(flatten)]
    from: From,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    backups: Vec<Row>,
    finished: Vec<String>,
    /// Pruned, and still open for their old recipients.
    in_trash: Vec<String>,
    event: Option<u64>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    rewrapped: bool,
    file: Option<String>,
    error: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-rewrap"
    }

    fn items(&self) -> Option<&'static str> {
        Some("backups")
    }

    fn view(&self) -> View {
        let mut lines: Vec<String> = self
            .finished
            .iter()
            .map(|file| format!("Removed {file}, which a run that was cut short had left"))
            .collect();
        lines.extend(
            self.backups
                .iter()
                .map(|row| match (&row.error, row.rewrapped) {
                    (Some(error), _) => format!("{}: failed: {error}", row.id),
                    (None, true) if self.dry_run => format!("{}: would be rewrapped", row.id),
                    (None, true) => format!("{}: rewrapped and read back", row.id),
                    (None, false) => format!("{}: is for today's recipients already", row.id),
                }),
        );
        if !self.in_trash.is_empty() {
            let number = u64::try_from(self.in_trash.len()).unwrap_or(u64::MAX);
            lines.push(format!(
                "Left as they are in the trash: {} (`optimactl backup prune --no-trash` empties it)",
                crate::base::text::count(number, "backup")
            ));
        }
        if !self.dry_run && self.backups.iter().any(|row| row.rewrapped) {
            lines.push(
                "Whoever could open the old files may have kept a copy: that cannot be taken back"
                    .to_owned(),
            );
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let besides: Vec<Recipient> = ctx
        .settings
        .list("backup.recipients")
        .iter()
        .chain(&args.recipient)
        .map(|text| Recipient::parse(text))
        .collect::<Result<_>>()?;
    let target = args.from.target(ctx, &Chosen::Latest)?;
    let core = ctx.open()?;
    let trust = Trust::of_keyring(&core.store.keyring)?;
    let listing = Listing::read(&target, &trust)?;
    let wanted = rewrap::wanted(&core, &besides)?;
    let due: Vec<String> = chosen(args, &listing)?
        .iter()
        .filter(|item| rewrap::differs(item, &wanted))
        .map(|item| item.manifest.id.clone())
        .collect();
    if ctx.flags.dry_run {
        let rows = chosen(args, &listing)?.into_iter().map(|item| Row {
            rewrapped: due.contains(&item.manifest.id),
            id: item.manifest.id.clone(),
            file: None,
            error: None,
        });
        let backups = rows.collect();
        return ctx.answer(&Answered {
            dry_run: true,
            backups,
            finished: vec![],
            in_trash: in_trash(args, &listing),
            event: None,
        });
    }
    drop(core);
    if !due.is_empty() {
        let number = u64::try_from(due.len()).unwrap_or(u64::MAX);
        let count = crate::base::text::count(number, "backup");
        let what =
            format!("{count} would open for today's recipients only; the old files are removed.");
        ask::confirm(ctx, &what)?;
    }
    let waiting = in_trash(args, &listing);
    drop(target);
    let done = perform(args, ctx, &besides)?;
    let failed = done
        .backups
        .iter()
        .filter(|one| one.result.is_err())
        .count();
    let bad = (failed > 0).then_some(Kind::Partial);
    ctx.answer_with(&answered(done, waiting), bad)
}

fn perform(args: &Args, ctx: &mut Context, besides: &[Recipient]) -> Result<Done> {
    let target = args.from.held(ctx, &Chosen::Latest)?;
    let core = ctx.open()?;
    let listing = Listing::read(&target, &Trust::of_keyring(&core.store.keyring)?)?;
    let wanted = rewrap::wanted(&core, besides)?;
    let mut meter = Meter::new(ctx, "rewrapping", Unit::Bytes);
    let opener = Opener {
        keyring: &core.store.keyring,
        master: &core.store.master,
        own: shared::rings(ctx.unlockers()?),
    };
    rewrap::rewrap(
        &core,
        &target,
        (&listing, &chosen(args, &listing)?),
        (&wanted, &opener),
        &mut |progress| meter.report(progress),
    )
}

fn chosen<'a>(args: &Args, listing: &'a Listing) -> Result<Vec<&'a Item>> {
    if args.all {
        if listing.items.is_empty() {
            listing.choose(&Chosen::Latest)?;
        }
        return Ok(listing.items.iter().filter(|item| item.is_kept()).collect());
    }
    let ids = args.id.iter();
    ids.map(|id| listing.choose(&Chosen::Id(id.clone())))
        .collect()
}

/// Where all are meant: those that wait in the trash.
fn in_trash(args: &Args, listing: &Listing) -> Vec<String> {
    let waiting = |item: &&Item| args.all && item.presence == Presence::Trashed;
    let waiting = listing.items.iter().filter(waiting);
    waiting.map(|item| item.manifest.id.clone()).collect()
}

fn answered(done: Done, in_trash: Vec<String>) -> Answered {
    let row = |one: rewrap::One| match one.result {
        Ok(file) => Row {
            id: one.id,
            rewrapped: file.is_some(),
            file: file.map(|file| file.name),
            error: None,
        },
        Err(error) => Row {
            id: one.id,
            rewrapped: false,
            file: None,
            error: Some(error.to_string()),
        },
    };
    Answered {
        dry_run: false,
        backups: done.backups.into_iter().map(row).collect(),
        finished: done.finished,
        in_trash,
        event: done.event,
    }
}

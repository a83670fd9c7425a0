//! `backup rewrap`: old backups open for today's unlockers, and for nobody else.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text::{count, safe};
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
    /// Every backup there; without `--from` at each place of `backup.to` in the configuration
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
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    #[serde(rename = "place")]
    name: String,
    backups: Vec<Row>,
    finished: Vec<String>,
    /// Pruned, and still open for their old recipients.
    in_trash: Vec<String>,
    event: Option<u64>,
    error: Option<String>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    rewrapped: bool,
    file: Option<String>,
    error: Option<String>,
}

impl Place {
    fn lines(&self, dry_run: bool) -> Vec<String> {
        if let Some(error) = &self.error {
            return vec![format!("Failed at {}: {error}", self.name)];
        }
        let mut lines = vec![format!("At {}:", self.name)];
        let finished = self.finished.iter();
        lines.extend(
            finished
                .map(|file| format!("  Removed {file}, which a run that was cut short had left")),
        );
        lines.extend(
            self.backups
                .iter()
                .map(|row| match (&row.error, row.rewrapped) {
                    (Some(error), _) => format!("  {}: failed: {error}", row.id),
                    (None, true) if dry_run => format!("  {}: would be rewrapped", row.id),
                    (None, true) => format!("  {}: rewrapped and read back", row.id),
                    (None, false) => format!("  {}: is for today's recipients already", row.id),
                }),
        );
        if self.backups.is_empty() {
            lines.push("  there is no backup".to_owned());
        }
        if !self.in_trash.is_empty() {
            lines.push(format!(
                "  Left as they are in the trash: {} (`optimactl backup prune --no-trash` empties it)",
                many(self.in_trash.len())
            ));
        }
        lines
    }

    fn has_failures(&self) -> bool {
        self.error.is_some() || self.backups.iter().any(|row| row.error.is_some())
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-rewrap"
    }

    fn items(&self) -> Option<&'static str> {
        Some("places")
    }

    fn view(&self) -> View {
        let places = self.places.iter();
        let mut lines: Vec<String> = places.flat_map(|place| place.lines(self.dry_run)).collect();
        let mut rows = self.places.iter().flat_map(|place| &place.backups);
        if !self.dry_run && rows.any(|row| row.rewrapped) {
            lines.push(
                "Whoever could open the old files may have kept a copy: that cannot be taken back"
                    .to_owned(),
            );
        }
        View::Lines(lines)
    }
}

/// What lies at a place before anything is changed.
struct Seen {
    place: String,
    /// Each backup, and whether it is for others than today's recipients.
    backups: Vec<(String, bool)>,
    in_trash: Vec<String>,
}

impl Seen {
    fn due(&self) -> usize {
        self.backups.iter().filter(|(_, due)| *due).count()
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
    let places = places(args, ctx);
    let mut seen = vec![];
    for from in &places {
        seen.push(look(args, ctx, from, &besides));
    }
    if !ctx.flags.dry_run {
        confirm(ctx, &seen)?;
    }
    let (mut shown, mut errors) = (vec![], vec![]);
    for (from, seen) in places.iter().zip(seen) {
        let done = seen.and_then(|seen| {
            if ctx.flags.dry_run {
                return Ok(planned(seen));
            }
            let done = perform(args, ctx, from, &besides)?;
            Ok(answered(done, seen))
        });
        shown.push(done.unwrap_or_else(|error| {
            let failed = failed(from, &error);
            errors.push((failed.name.clone(), error));
            failed
        }));
    }
    if errors.len() == shown.len() {
        return Err(Error::first_of(errors)
            .unwrap_or_else(|| Error::bug("nothing was rewrapped and nothing failed")));
    }
    let bad = shown.iter().any(Place::has_failures);
    let answer = Answered {
        dry_run: ctx.flags.dry_run,
        places: shown,
    };
    ctx.answer_with(&answer, bad.then_some(Kind::Partial))
}

/// All means all, wherever backups go; single ones are looked for at one place.
fn places(args: &Args, ctx: &Context) -> Vec<From> {
    let vkey = args.from.vkey.as_deref();
    let named: Vec<String> = args.from.from.iter().cloned().collect();
    let mut places = From::each(&named, vkey, ctx);
    if !args.all {
        places.truncate(1);
    }
    places
}

fn look(args: &Args, ctx: &mut Context, from: &From, besides: &[Recipient]) -> Result<Seen> {
    let target = from.target(ctx, &Chosen::Latest)?;
    let core = ctx.open()?;
    let listing = Listing::read(&target, &Trust::of_keyring(&core.store.keyring)?)?;
    let wanted = rewrap::wanted(&core, besides)?;
    let backups = chosen(args, &listing)?.into_iter();
    let seen = Seen {
        place: target.name().to_owned(),
        backups: backups
            .map(|item| (item.manifest.id.clone(), rewrap::differs(item, &wanted)))
            .collect(),
        in_trash: in_trash(args, &listing),
    };
    if seen.due() > 0 {
        rewrap::require_no_append_only(target.place())?;
    }
    Ok(seen)
}

fn confirm(ctx: &Context, seen: &[Result<Seen>]) -> Result<()> {
    let due = seen.iter().flatten().filter(|seen| seen.due() > 0);
    let mut lines: Vec<String> = due
        .map(|seen| {
            let (place, count) = (safe(&seen.place), many(seen.due()));
            format!("{place}: {count} would open for today's recipients only")
        })
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    lines.push("The old files are removed.".to_owned());
    ask::confirm(ctx, &lines.join("\n"))
}

fn perform(args: &Args, ctx: &mut Context, from: &From, besides: &[Recipient]) -> Result<Done> {
    let target = from.held(ctx, &Chosen::Latest)?;
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

fn planned(seen: Seen) -> Place {
    let row = |(id, due)| Row {
        id,
        rewrapped: due,
        file: None,
        error: None,
    };
    Place {
        name: seen.place,
        backups: seen.backups.into_iter().map(row).collect(),
        finished: vec![],
        in_trash: seen.in_trash,
        event: None,
        error: None,
    }
}

fn answered(done: Done, seen: Seen) -> Place {
    let row = |one: rewrap::One| {
        let (file, error) = match one.result {
            Ok(file) => (file, None),
            Err(error) => (None, Some(error.to_string())),
        };
        Row {
            id: one.id,
            rewrapped: file.is_some(),
            file: file.map(|file| file.name),
            error,
        }
    };
    Place {
        backups: done.backups.into_iter().map(row).collect(),
        finished: done.finished,
        event: done.event,
        ..planned(seen)
    }
}

fn failed(from: &From, error: &Error) -> Place {
    Place {
        name: from.from.clone().unwrap_or_default(),
        backups: vec![],
        finished: vec![],
        in_trash: vec![],
        event: None,
        error: Some(error.to_string()),
    }
}

fn many(number: usize) -> String {
    count(i128::try_from(number).unwrap_or(i128::MAX), "backup")
}

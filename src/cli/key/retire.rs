//! `key retire`: peppers that nothing needs any more are taken away.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::clock::{self, seconds_text};
use crate::base::error::Result;
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::render::{Answer, View};
use crate::domain::backup::{Listing, Presence, Purpose, Target, Trust};
use crate::domain::key::retire::{self, Kept, Need, Pepper};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what each retired pepper is still needed for",
        line: "optimactl key retire --dry-run",
    },
    Example {
        what: "Take away those that nothing needs",
        line: "optimactl key retire --yes",
    },
];

/// Take away peppers that nothing needs any more
///
/// After `key rotate --pepper` the old pepper stays while a hash names it. Once no hash here does, that moment is
/// remembered, and the pepper goes as soon as every backup at each place that is configured or known was made later:
/// an older one could bring such a hash back. So run it again after `backup prune`; from a timer it does no harm.
///
/// Copies of older backups that no place lists would restore, but passwords under that pepper would not verify there.
/// Keys of the journal and of digests stay for good: what they sealed is never written anew.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key list", "optimactl key rotate", "optimactl backup prune"]))]
pub(crate) struct Args {
    /// A place of old backups that is gone for good and holds nothing back; can be repeated
    #[arg(long, value_name = "PLACE")]
    gone: Vec<String>,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    peppers: Vec<Row>,
    /// One for each that was removed.
    events: Vec<u64>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    retired: String,
    /// `removed` (in a dry run: would be), `hashes`, `backups`.
    state: &'static str,
    hashes: u64,
    /// Since when no hash here was found to name it.
    unnamed_since: Option<String>,
    older_backups: usize,
    /// Places that could not be looked through.
    unseen: Vec<String>,
}

impl Row {
    fn of(pepper: &Pepper) -> Self {
        let mut row = Self {
            id: pepper.id.clone(),
            retired: seconds_text(pepper.retired),
            state: "removed",
            hashes: 0,
            unnamed_since: None,
            older_backups: 0,
            unseen: vec![],
        };
        match &pepper.need {
            Need::Nothing => {}
            Need::Hashes(hashes) => (row.state, row.hashes) = ("hashes", *hashes),
            Need::Backups {
                since,
                older,
                unseen,
            } => {
                row.state = "backups";
                row.unnamed_since = Some(seconds_text(*since));
                row.older_backups = *older;
                row.unseen.clone_from(unseen);
            }
        }
        row
    }

    fn line(&self, dry_run: bool) -> String {
        let id = &self.id;
        match (self.state, &self.unnamed_since) {
            ("hashes", _) => format!(
                "{id} stays: {} here {} it, until {} next right",
                if self.hashes == 1 {
                    "1 hash".to_owned()
                } else {
                    format!("{} hashes", self.hashes)
                },
                if self.hashes == 1 { "names" } else { "name" },
                if self.hashes == 1 {
                    "that password is"
                } else {
                    "those passwords are"
                },
            ),
            ("backups", Some(since)) => {
                let older = i128::try_from(self.older_backups).unwrap_or(i128::MAX);
                let mut why = vec![];
                if older > 0 {
                    why.push(format!(
                        "{} of before {since} could bring such a hash back",
                        count(older, "backup")
                    ));
                }
                why.extend(
                    self.unseen
                        .iter()
                        .map(|place| format!("the backups at {place} could not be listed (`--gone PLACE` if they are gone for good)")),
                );
                format!(
                    "{id} stays: no hash here names it, but {}",
                    why.join(", and ")
                )
            }
            _ if dry_run => format!("{id} would be removed: nothing names it"),
            _ => format!("{id} removed: nothing names it"),
        }
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "key-retire"
    }

    fn items(&self) -> Option<&'static str> {
        Some("peppers")
    }

    fn view(&self) -> View {
        if self.peppers.is_empty() {
            return View::Lines(vec!["No pepper is retired".to_owned()]);
        }
        let rows = self.peppers.iter();
        View::Lines(rows.map(|row| row.line(self.dry_run)).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ask::confirm(
        ctx,
        "Peppers that no hash here and no listed backup needs would be removed for good.",
    )?;
    let kept = kept(ctx, &args.gone)?;
    let mut core = ctx.open_exclusive()?;
    let peppers = retire::look(&core, &kept)?;
    let mut events = vec![];
    if !ctx.flags.dry_run {
        let free = peppers.iter().filter(|pepper| pepper.need == Need::Nothing);
        for pepper in free {
            events.push(retire::remove(&mut core, pepper)?);
        }
    }
    drop(core);
    ctx.answer(&Answered {
        dry_run: ctx.flags.dry_run,
        peppers: peppers.iter().map(Row::of).collect(),
        events,
    })
}

/// Every backup at the places that are configured, and at those that the store remembers.
fn kept(ctx: &mut Context, gone: &[String]) -> Result<Kept> {
    let core = ctx.open()?;
    let trust = Trust::of_keyring(&core.store.keyring)?;
    let rows = core.store.read(|tx| tx.backups())?;
    drop(core);
    let mut names: Vec<String> = ctx.settings.list("backup.to").to_vec();
    let remembered: BTreeSet<String> = rows.into_iter().map(|row| row.target).collect();
    names.extend(remembered);
    names.retain(|name| !gone.contains(name));
    let (mut kept, mut seen) = (Kept::default(), BTreeSet::new());
    for name in names {
        if seen.contains(&name) {
            continue;
        }
        match look(ctx, &name, &trust, &mut kept) {
            Ok(known) => seen.insert(known),
            Err(error) => {
                ctx.ui.warn(&format!("cannot list {name}: {error}"));
                kept.unseen.push(name.clone());
                false
            }
        };
        seen.insert(name);
    }
    Ok(kept)
}

/// Adds the backups at a place; its name in the catalog.
fn look(ctx: &Context, name: &str, trust: &Trust, kept: &mut Kept) -> Result<String> {
    let spec = places::resolve(ctx, name)?;
    let target = Target::open(spec, Purpose::Read, &places::scratch(), &ctx.random())?;
    let listing = Listing::read(&target, trust)?;
    for item in &listing.items {
        // What lies in the trash can be brought back.
        if item.presence != Presence::Pruned {
            kept.created.push(clock::parse(&item.manifest.created)?);
        }
    }
    // A manifest that cannot be read may stand for an old backup.
    if let Some(odd) = listing.odd.first() {
        kept.unseen
            .push(format!("{name} ({}: {})", odd.file, odd.why));
    }
    Ok(target.name().to_owned())
}

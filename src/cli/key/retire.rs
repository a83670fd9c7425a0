//! `key retire`: peppers that nothing needs any more are taken away.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::text::{self, count};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::render::{Answer, View};
use crate::domain;
use crate::domain::backup::{Listing, Presence, Purpose, Target, Trust};
use crate::domain::key::retire::{self, Kept, Need, Pepper, Seen};
use crate::store::backup::BackupRow;

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
/// After `key rotate --pepper` the old pepper stays while a hash names it. Once no hash here does, that is remembered, and
/// the pepper goes as soon as every backup at each place that is configured, or that the store remembers, was made later:
/// an older one could bring such a hash back. So run it again after `backup prune`. What a restore replaced, a place that
/// cannot be listed, and one where backups are missing keep it, too.
///
/// Copies that lie elsewhere are not seen: passwords under that pepper would not verify after a restore from them. Keys of
/// the journal and of digests stay for good: what they sealed is never written anew. The store must not be in use.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key list", "optimactl key rotate", "optimactl backup prune"]))]
pub(crate) struct Args {
    /// A place of old backups that is gone for good, as it is named where it cannot be listed; can be repeated
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
    /// `removed` (in a dry run: would be), `hashes`, `replaced`, `backups`.
    state: &'static str,
    hashes: u64,
    replaced: usize,
    older_backups: usize,
    /// What could not be looked through.
    unseen: Vec<String>,
    /// The same for people.
    #[serde(skip)]
    sentence: String,
}

impl Row {
    fn of(pepper: &Pepper, dry_run: bool) -> Self {
        let id = &pepper.id;
        let mut row = Self {
            id: id.clone(),
            retired: seconds_text(pepper.retired),
            state: "removed",
            hashes: 0,
            replaced: 0,
            older_backups: 0,
            unseen: vec![],
            sentence: String::new(),
        };
        row.sentence = match &pepper.need {
            Need::Nothing if dry_run => format!("{id} would be removed: nothing names it"),
            Need::Nothing => format!("{id} removed: nothing names it"),
            Need::Hashes(hashes) => {
                (row.state, row.hashes) = ("hashes", *hashes);
                let (named, right) = match hashes {
                    1 => ("1 hash here names".to_owned(), "that password is"),
                    _ => (format!("{hashes} hashes here name"), "those passwords are"),
                };
                format!("{id} stays: {named} it, until {right} next right")
            }
            Need::Replaced(replaced) => {
                (row.state, row.replaced) = ("replaced", *replaced);
                format!(
                    "{id} stays: what a restore replaced can come back with hashes that name it; `optimactl backup discard-replaced --all` ends that"
                )
            }
            Need::Backups { older, unseen } => {
                (row.state, row.older_backups) = ("backups", *older);
                row.unseen.clone_from(unseen);
                let older = i128::try_from(*older).unwrap_or(i128::MAX);
                let older = (older > 0).then(|| {
                    format!(
                        "{} could bring such a hash back",
                        count(older, "older backup")
                    )
                });
                let why: Vec<String> = older.into_iter().chain(unseen.iter().cloned()).collect();
                format!(
                    "{id} stays: no hash here names it, but {}",
                    why.join(", and ")
                )
            }
        };
        row
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
        View::Lines(rows.map(|row| row.sentence.clone()).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ask::confirm(
        ctx,
        "Peppers that no hash here and no listed backup needs would be removed for good.",
    )?;
    // From here on nobody makes a backup that is not listed below.
    let mut core = ctx.open_exclusive()?;
    let kept = Looked::at_all(ctx, &core, &args.gone)?;
    let peppers = retire::look(&core, &kept)?;
    let mut events = vec![];
    if !ctx.flags.dry_run {
        let free = peppers.iter().filter(|pepper| pepper.need == Need::Nothing);
        for pepper in free {
            events.push(retire::remove(&mut core, pepper, &args.gone)?);
        }
    }
    drop(core);
    let dry_run = ctx.flags.dry_run;
    let rows = peppers.iter().map(|pepper| Row::of(pepper, dry_run));
    ctx.answer(&Answered {
        dry_run,
        peppers: rows.collect(),
        events,
    })
}

/// What is looked through: every place that is configured, and those that the store remembers.
struct Looked<'a> {
    ctx: &'a Context,
    trust: Trust,
    rows: Vec<BackupRow>,
    kept: Kept,
    /// Places by the names that the catalog has for them.
    seen: BTreeSet<String>,
}

impl<'a> Looked<'a> {
    fn at_all(ctx: &'a Context, core: &domain::Context, gone: &[String]) -> Result<Kept> {
        let mut looked = Self {
            ctx,
            trust: Trust::of_keyring(&core.store.keyring)?,
            rows: core.store.read(|tx| tx.backups())?,
            kept: Kept::default(),
            seen: BTreeSet::new(),
        };
        let mut names: BTreeSet<String> = ctx.settings.list("backup.to").iter().cloned().collect();
        names.extend(ctx.settings.targets().keys().cloned());
        names.extend(looked.rows.iter().map(|row| row.target.clone()));
        if let Some(stranger) = gone.iter().find(|name| !names.contains(*name)) {
            let near = text::did_you_mean(stranger, names.iter().map(String::as_str));
            let error = Error::not_found(format!("no place is called `{}`", text::safe(stranger)));
            return Err(error.hint(near.unwrap_or_else(|| {
                "`optimactl key retire --dry-run` names the places that cannot be listed".to_owned()
            })));
        }
        for name in &names {
            let is_gone = gone.contains(name);
            match looked.place(name) {
                Ok(found) if is_gone && found > 0 => {
                    return Err(Error::refused(format!(
                        "`{}` is not gone: backups lie there",
                        text::safe(name)
                    ))
                    .hint("leave out that `--gone`, and prune the old ones with `optimactl backup prune`"));
                }
                Err(_) if is_gone => {}
                Err(error) => looked.kept.unseen.push(format!(
                    "the backups at {name} cannot be listed: {error} (`--gone {name}` if they are gone for good)"
                )),
                Ok(_) => {}
            }
        }
        Ok(looked.kept)
    }

    /// Adds the backups at a place; how many. One that the store knows to be there and that is not is told: an empty
    /// mount point is no place without backups.
    fn place(&mut self, name: &str) -> Result<usize> {
        let spec = places::resolve(self.ctx, name)?;
        let random = self.ctx.random();
        let target = Target::open(spec, Purpose::Read, &places::scratch(), &random)?;
        if !self.seen.insert(target.name().to_owned()) {
            return Ok(self.kept.backups.len());
        }
        let listing = Listing::read(&target, &self.trust)?;
        let ids: BTreeSet<&str> = listing
            .items
            .iter()
            .map(|item| item.manifest.id.as_str())
            .collect();
        let of_here = self.rows.iter().filter(|row| row.target == target.name());
        let lost = of_here.filter(|row| !ids.contains(row.id.as_str())).count();
        if lost > 0 {
            return Err(Error::not_found(format!(
                "{} that went there {} not there",
                count(i128::try_from(lost).unwrap_or(i128::MAX), "backup"),
                if lost == 1 { "is" } else { "are" }
            )));
        }
        // What lies in the trash can be brought back.
        let kept = listing
            .items
            .iter()
            .filter(|item| item.presence != Presence::Pruned);
        let before = self.kept.backups.len();
        self.kept.backups.extend(kept.map(|item| Seen {
            epoch: item.manifest.epoch.clone(),
            size: item.manifest.audit.size,
        }));
        // A manifest that cannot be read may stand for an old backup.
        let odd = listing.odd.iter().filter(|odd| odd.is_manifest());
        self.kept.unseen.extend(odd.map(|odd| {
            format!(
                "`{}` at {name} cannot be read: {}",
                text::safe(&odd.file),
                odd.why
            )
        }));
        Ok(self.kept.backups.len() - before)
    }
}

//! Which backups are verified next when there is not time for all: those that were not verified for the longest.

use super::listing::{Item, Listing, Presence};
use super::target::Target;
use super::trust::Trust;
use super::verified::{self, Levels};
use super::verify::Level;
use crate::base::clock::Time;
use crate::base::error::{Kind, Result};
use crate::domain::context::Context;
use crate::store::backup::{BackupRow, Verifications};

/// What is known of each backup's verifications, from the documents beside them and the store's catalog.
#[derive(Debug, Default)]
pub struct Known {
    rows: Vec<(String, Levels, Verifications)>,
    /// Documents that do not count, and why.
    pub odd: Vec<String>,
}

impl Known {
    /// Looks at the documents of a place and, where the store is at hand, into its catalog.
    pub fn read(
        target: &Target,
        listing: &Listing,
        trust: &Trust,
        store: Option<&Context>,
    ) -> Result<Self> {
        let catalog = match store {
            Some(ctx) => ctx.store.read(|tx| tx.backups())?,
            None => vec![],
        };
        let mut known = Self::default();
        for item in &listing.items {
            let levels = match verified::read(target, item, trust) {
                Err(error) if error.kind == Kind::Remote => return Err(error),
                Err(error) => {
                    let id = &item.manifest.id;
                    known
                        .odd
                        .push(format!("a verification of `{id}` does not count: {error}"));
                    Levels::default()
                }
                Ok(levels) => levels,
            };
            let row = of_place(&catalog, item, target.name());
            known.rows.push((
                item.manifest.id.clone(),
                levels,
                row.map(|row| row.verified).unwrap_or_default(),
            ));
        }
        Ok(known)
    }

    /// When a backup last passed this level itself.
    pub fn at(&self, id: &str, level: Level) -> Option<Time> {
        let (_, levels, catalog) = self.rows.iter().find(|(known, ..)| known == id)?;
        let document = levels.get(level);
        let document = document.and_then(|passed| crate::base::clock::parse(&passed.at).ok());
        document.max(in_catalog(catalog, level))
    }

    /// When a backup last passed this or a more thorough level.
    pub fn since(&self, id: &str, level: Level) -> Option<Time> {
        let enough = Level::ALL.into_iter().filter(|one| *one >= level);
        enough.filter_map(|level| self.at(id, level)).max()
    }

    /// How long it took when a document says so.
    pub fn milliseconds(&self, id: &str, level: Level) -> Option<u64> {
        let (_, levels, _) = self.rows.iter().find(|(known, ..)| known == id)?;
        levels.get(level).map(|passed| passed.milliseconds)
    }

    /// The backups that are here, the one longest unverified first; never verified ones before all, oldest first.
    pub fn oldest_first<'a>(&self, listing: &'a Listing, level: Level) -> Vec<&'a Item> {
        let here = |item: &&Item| item.is_kept() && item.presence != Presence::Missing;
        let mut items: Vec<_> = listing
            .items
            .iter()
            .filter(here)
            .map(|item| (self.since(&item.manifest.id, level), item))
            .collect();
        items.sort_by_key(|(since, _)| *since);
        items.into_iter().map(|(_, item)| item).collect()
    }
}

/// The catalog's row of a backup at this place.
fn of_place<'a>(catalog: &'a [BackupRow], item: &Item, place: &str) -> Option<&'a BackupRow> {
    let same = |row: &&BackupRow| row.id == item.manifest.id && row.target == place;
    catalog.iter().find(same)
}

fn in_catalog(known: &Verifications, level: Level) -> Option<Time> {
    match level {
        Level::Quick => known.quick,
        Level::Full => known.full,
        Level::RestoreTest => known.restore_test,
        Level::Drill => known.drill,
    }
}

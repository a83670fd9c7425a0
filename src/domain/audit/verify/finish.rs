//! What is left to compare once every event was seen: the edge of the tree, rows that no event has, and how many tiles,
//! zones and words there are.

use data_encoding::BASE64;

use super::Depth;
use super::order::{Order, readable};
use super::report::Report;
use crate::base::error::Result;
use crate::base::text::count;
use crate::crypto::merkle::TILE_WIDTH;
use crate::store::audit::Word;

impl Order<'_> {
    /// Keys of foreign events point to events of their own source.
    fn keys(&self, report: &mut Report) -> Result<()> {
        if let Some(seq) = self.tx.misplaced_key(report.events)? {
            report.integrity.add(
                u64::try_from(seq).ok(),
                "a key that keeps a foreign event from coming in twice points to another event",
            );
        }
        Ok(())
    }

    /// An index that lacks rows hides events. What stands in its rows `store check --deep` compares.
    fn indices(&self, report: &mut Report) -> Result<()> {
        for (word, events) in Word::ALL.into_iter().zip(self.worded) {
            let indexed = self.tx.count_indexed(word)?;
            if let Some(indexed) = indexed.filter(|indexed| *indexed != events) {
                report.integrity.add_judged(
                    None,
                    format!("a search index has {indexed} of {}", count(events, "event")),
                );
            }
        }
        Ok(())
    }

    /// What is left to compare once every event was seen.
    pub(super) fn finish(&self, report: &mut Report) -> Result<()> {
        report.root = Some(BASE64.encode(&self.tree.root()));
        if readable(self.tx.tree())?.ok().as_ref() != Some(&self.tree) {
            report
                .integrity
                .add_judged(None, "the kept edge of the tree does not fit the events");
        }
        let (events, values) = self.tx.rows_beyond(report.events)?;
        if events > 0 {
            let first = report.events;
            report.completeness.add_judged(
                first,
                format!("{} lie outside the tree", count(events, "event")),
            );
        }
        if values > 0 {
            report.integrity.add_judged(
                None,
                format!("{} belong to no event", count(values, "personal value")),
            );
        }
        let beyond = self.tx.checkpoints_beyond(report.events)?;
        if beyond > 0 {
            report.completeness.add_judged(
                report.events,
                format!(
                    "{} say that there were more events: the newest are missing",
                    count(beyond, "checkpoint")
                ),
            );
        }
        let (tiles, zones) = self.tx.count_tiles()?;
        if tiles != self.tiles {
            report.integrity.add_judged(
                None,
                format!(
                    "there are {tiles} tiles, and the events make {}",
                    self.tiles
                ),
            );
        }
        if report.depth == Depth::Full {
            self.keys(report)?;
            self.indices(report)?;
            if zones != report.events / TILE_WIDTH {
                report.integrity.add_judged(
                    None,
                    format!("there are {}, too many or too few", count(zones, "zone")),
                );
            }
            for (word, next) in Word::ALL.into_iter().zip(self.next) {
                if self.tx.count_words(word)? != next - 1 {
                    report
                        .integrity
                        .add_judged(None, "the dictionary holds words that no event uses");
                }
            }
        }
        Ok(())
    }
}

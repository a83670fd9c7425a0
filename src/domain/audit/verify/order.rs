//! The verified blocks in their order: the tree grows over them and is compared with everything that was kept
//! of it; gaps, words and zones are judged here.

use super::anchor::Anchor;
use super::block::Verified;
use super::loss::{Losses, Reason};
use super::report::Report;
use super::{Depth, keys};
use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::crypto::merkle::{Frontier, Hash, TILE_WIDTH, subtree_root};
use crate::domain::audit::append::CHECKPOINT_EVERY;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, Word, Zone};

pub(super) struct Order<'a> {
    ctx: &'a Context,
    pub(super) tx: &'a Tx<'a>,
    losses: &'a Losses,
    anchor: &'a Anchor,
    pub(super) tree: Frontier,
    /// Hashes of the tile under construction on each level above the leaves, and its number.
    above: Vec<(u64, Vec<Hash>)>,
    pub(super) tiles: u64,
    /// The next id of each kind.
    pub(super) next: [i64; 4],
    /// How many events have a word of each kind.
    pub(super) worded: [u64; 4],
    recorded: Option<i64>,
}

impl<'a> Order<'a> {
    pub(super) fn new(
        ctx: &'a Context,
        tx: &'a Tx<'a>,
        losses: &'a Losses,
        anchor: &'a Anchor,
    ) -> Self {
        Self {
            ctx,
            tx,
            losses,
            anchor,
            tree: Frontier::new(),
            above: vec![],
            tiles: 0,
            next: [1; 4],
            worded: [0; 4],
            recorded: None,
        }
    }

    /// Words that came up in pruned events can be counted and no more: their ids have no gap.
    pub(super) fn begin(&mut self, report: &mut Report) -> Result<()> {
        let end = self.losses.pruned_end();
        if end == 0 || report.depth == Depth::Quick {
            return Ok(());
        }
        for (word, next) in Word::ALL.into_iter().zip(&mut self.next) {
            let (words, highest) = self.tx.words_below(word, end)?;
            if words != highest {
                report
                    .integrity
                    .add(None, "the dictionary of the search columns was changed");
            }
            *next = highest + 1;
        }
        Ok(())
    }

    pub(super) const fn done(&self) -> u64 {
        self.tree.size()
    }

    pub(super) fn take(&mut self, block: &Verified, report: &mut Report) -> Result<()> {
        for (seq, what) in &block.wrong {
            report.integrity.add(*seq, what.clone());
        }
        if block.first < self.losses.pruned_end() {
            return self.grow(block, report);
        }
        self.times(block, report);
        self.values(block, report);
        if report.depth == Depth::Full {
            self.words(block, report)?;
            self.zone(block, report)?;
        }
        self.grow(block, report)
    }

    fn times(&mut self, block: &Verified, report: &mut Report) {
        if let (Some(before), Some((first, _))) = (self.recorded, block.recorded)
            && first < before
        {
            report.integrity.add(
                block.first,
                "it was recorded before the event in front of it",
            );
        }
        self.recorded = block.recorded.map(|(_, last)| last).or(self.recorded);
    }

    fn values(&self, block: &Verified, report: &mut Report) {
        report.disclosures += block.disclosures;
        for (seq, field) in &block.gone {
            match self.losses.explains(*seq, field) {
                Reason::Given => report.explained += 1,
                Reason::GivenBehind => {
                    report.explained += 1;
                    report.explained_behind += 1;
                }
                Reason::None => report.completeness.add(
                    *seq,
                    format!(
                        "unexplained loss: the value of `{field}` is gone, and no event says why"
                    ),
                ),
            }
        }
    }

    /// Ids are given in order of first appearance, and a word has one id only.
    fn words(&mut self, block: &Verified, report: &mut Report) -> Result<()> {
        for (word, id, seq) in &block.ids {
            let place = usize::try_from(word.number() - 1).unwrap_or_default();
            let (Some(next), Some(worded)) = (self.next.get_mut(place), self.worded.get_mut(place))
            else {
                continue;
            };
            *worded += 1;
            if *id < *next {
                continue;
            }
            let known = readable(self.tx.word_of(*word, *id))?.unwrap_or(None);
            let same = match &known {
                Some((value, _)) => self.tx.known_word(*word, value)? == Some(*id),
                None => false,
            };
            let first = known.is_some_and(|(_, first)| u64::try_from(first) == Ok(*seq));
            if *id != *next || !first || !same {
                report
                    .integrity
                    .add(*seq, "the dictionary of the search columns was changed");
            }
            *next = (*next).max(*id + 1);
        }
        Ok(())
    }

    fn zone(&self, block: &Verified, report: &mut Report) -> Result<()> {
        if block.root.is_none() {
            return Ok(());
        }
        let stored = self.tx.zone(block.number)?;
        let found = stored.unwrap_or(Zone::EMPTY);
        if stored.is_none() || found != block.zone {
            report.integrity.add(
                block.first,
                "the zone that says what these 256 events have in common differs from them",
            );
        }
        Ok(())
    }

    fn grow(&mut self, block: &Verified, report: &mut Report) -> Result<()> {
        let end = (block.first + TILE_WIDTH).min(report.events);
        let checkpoints = self.checkpoints(block.first, end, report)?;
        let tile = self.tile(0, block.number)?;
        let full = end == block.first + TILE_WIDTH;
        let due = end - end % CHECKPOINT_EVERY;
        if due > block.first && !checkpoints.iter().any(|row| row.size == due) {
            report.completeness.add(
                due.checked_sub(1),
                format!("the checkpoint of {} is missing", count(due, "event")),
            );
        }
        if let Some(root) = block.root
            && checkpoints.is_empty()
            && !self.anchor.falls(block.first, end)
        {
            let hashes: Vec<Hash> = block.leaves.iter().map(|(_, hash)| *hash).collect();
            self.compare(block.first, &hashes, tile.as_deref(), report);
            self.tree.push_subtree(8, root)?;
            return self.rise(0, root, report);
        }
        let hashes = if block.first < self.losses.pruned_end() {
            self.tiles += 1;
            remembered(block.first, tile, report)
        } else {
            let hashes = whole(block, end, tile.as_deref(), report);
            if full {
                self.compare(block.first, &hashes, tile.as_deref(), report);
            }
            hashes
        };
        for hash in &hashes {
            self.tree.push(*hash)?;
            let size = self.tree.size();
            self.anchor.compare(size, &self.tree, report);
            for row in checkpoints.iter().filter(|row| row.size == size) {
                self.checkpoint(row, report);
            }
        }
        if full {
            self.rise(0, subtree_root(&hashes), report)?;
        }
        Ok(())
    }

    /// A tile that is no row of hashes is there and fits nothing.
    fn tile(&self, level: u8, number: u64) -> Result<Option<Vec<Hash>>> {
        readable(self.tx.tile(level, number)).map(|tile| tile.unwrap_or_else(|_| Some(vec![])))
    }

    fn checkpoints(&self, over: u64, end: u64, report: &mut Report) -> Result<Vec<CheckpointRow>> {
        let mut rows = vec![];
        self.tx.each_checkpoint(over, end, &mut |size, row| {
            match readable(row)? {
                Ok(row) => rows.push(row),
                Err(why) => report.integrity.add(
                    size.checked_sub(1),
                    format!(
                        "the checkpoint of {} cannot be read: {why}",
                        count(size, "event")
                    ),
                ),
            }
            Ok(())
        })?;
        Ok(rows)
    }

    /// The kept tile must hold the hashes of the entries.
    fn compare(&mut self, first: u64, hashes: &[Hash], tile: Option<&[Hash]>, report: &mut Report) {
        self.tiles += 1;
        let Some(tile) = tile else {
            report
                .integrity
                .add(first, "the tile of these 256 events is missing");
            return;
        };
        if tile == hashes {
            return;
        }
        let differing = tile
            .iter()
            .zip(hashes)
            .position(|(kept, found)| kept != found);
        let at = differing
            .and_then(|at| u64::try_from(at).ok())
            .unwrap_or_default();
        report.integrity.add(
            first + at,
            "the entry does not hash to what the tile keeps: one of them was changed",
        );
    }

    /// A full tile is one hash in the tile above it.
    fn rise(&mut self, level: usize, root: Hash, report: &mut Report) -> Result<()> {
        if self.above.len() <= level {
            self.above.push((0, vec![]));
        }
        let Some((tile_number, hashes)) = self.above.get_mut(level) else {
            return Ok(());
        };
        hashes.push(root);
        if u64::try_from(hashes.len()) != Ok(TILE_WIDTH) {
            return Ok(());
        }
        let (number_above, hashes) = (*tile_number, std::mem::take(hashes));
        *tile_number += 1;
        self.tiles += 1;
        let above = u8::try_from(level + 1).unwrap_or(u8::MAX);
        let stored = self.tile(above, number_above)?;
        if stored.as_deref() != Some(hashes.as_slice()) {
            let what = format!(
                "tile {number_above} of level {} was changed or is missing",
                level + 1
            );
            report
                .integrity
                .add(first_of(level + 1, number_above), what);
        }
        self.rise(level + 1, subtree_root(&hashes), report)
    }

    fn checkpoint(&self, row: &CheckpointRow, report: &mut Report) {
        report.checkpoints += 1;
        let seq = row.size.checked_sub(1);
        let opened = match keys::open(&self.ctx.store.keyring, &row.note) {
            Ok(opened) => opened,
            Err(error) => {
                let what = format!(
                    "the checkpoint of {} is not genuine: {error}",
                    count(row.size, "event")
                );
                return report.integrity.add(seq, what);
            }
        };
        let epoch = opened.origin.rsplit('/').next().unwrap_or_default();
        let present = epoch == self.ctx.store.keyring.epoch;
        let in_time = match self.losses.end_of(epoch) {
            Some(end) => row.size <= end,
            // The event that ended its epoch may have been pruned.
            None => present || row.size <= self.losses.pruned_end(),
        };
        if opened.size != row.size || epoch != row.epoch || !in_time {
            report.integrity.add(
                seq,
                format!("the checkpoint of {} was moved", count(row.size, "event")),
            );
        } else if opened.root != self.tree.root() {
            report.integrity.add(
                seq,
                format!(
                    "the checkpoint of {} has another root: an event up to here was changed",
                    count(row.size, "event")
                ),
            );
        }
    }
}

/// The first event under a tile.
fn first_of(level: usize, number: u64) -> u64 {
    let bits = u32::try_from(level + 1)
        .unwrap_or(u32::MAX)
        .saturating_mul(8);
    number.checked_shl(bits).unwrap_or(u64::MAX)
}

/// What is damaged is a finding and no end of the verification; that the disk fails is no finding.
pub(super) fn readable<T>(read: Result<T>) -> Result<Result<T>> {
    match read {
        Err(error) if error.kind != Kind::Integrity => Err(error),
        other => Ok(other),
    }
}

/// The hashes of 256 events that were pruned, as the tile keeps them: what they hash up to is signed.
fn remembered(first: u64, tile: Option<Vec<Hash>>, report: &mut Report) -> Vec<Hash> {
    let whole = |hashes: &Vec<Hash>| u64::try_from(hashes.len()) == Ok(TILE_WIDTH);
    tile.filter(whole).unwrap_or_else(|| {
        report
            .integrity
            .add(first, "the tile of these 256 pruned events is missing");
        vec![[0; 32]; 256]
    })
}

/// The block's hashes without gaps: what is missing is reported and taken from the tile, so that one missing
/// event does not make every later hash look wrong.
fn whole(block: &Verified, end: u64, tile: Option<&[Hash]>, report: &mut Report) -> Vec<Hash> {
    let mut found = block.leaves.iter().peekable();
    (block.first..end)
        .map(|seq| {
            if let Some((_, hash)) = found.next_if(|(number, _)| *number == seq) {
                return *hash;
            }
            report.completeness.add(seq, "the event is missing");
            let at = usize::try_from(seq - block.first).unwrap_or(usize::MAX);
            tile.and_then(|tile| tile.get(at))
                .copied()
                .unwrap_or([0; 32])
        })
        .collect()
}

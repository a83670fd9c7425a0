//! One block of 256 events, verified by itself on any core: hashes, canonical form, columns, personal values.
//! Knows nothing of the blocks around it.

use std::collections::HashMap;

use super::Depth;
use crate::crypto::merkle::{Hash, leaf, subtree_root};
use crate::domain::audit::digest;
use crate::domain::audit::entry::{self, Fields};
use crate::store::audit::{DisclosureRow, ScanRow, Word, Zone};

/// What a worker gets.
pub(super) struct Block {
    pub(super) number: u64,
    pub(super) first: u64,
    pub(super) rows: Vec<ScanRow>,
    pub(super) disclosures: Vec<DisclosureRow>,
    /// The words behind the ids in these rows, by kind and id.
    pub(super) words: HashMap<(i64, i64), String>,
    pub(super) depth: Depth,
}

impl Block {
    /// What it takes in memory, about.
    pub(super) fn bytes(&self) -> usize {
        let entries = self.rows.iter().map(|row| row.entry.len());
        let values = self.disclosures.iter().map(|row| row.text.len());
        entries.chain(values).sum()
    }
}

/// What a worker found out.
pub(super) struct Verified {
    pub(super) number: u64,
    pub(super) first: u64,
    /// Number and leaf hash of every row that is there.
    pub(super) leaves: Vec<(u64, Hash)>,
    /// The root over the block, if it is full.
    pub(super) root: Option<Hash>,
    /// As the entries tell it.
    pub(super) zone: Zone,
    /// Record time of the first and the last row.
    pub(super) recorded: Option<(i64, i64)>,
    /// Ids in their order: kind, id, number of the event.
    pub(super) ids: Vec<(Word, i64, u64)>,
    pub(super) disclosures: u64,
    /// Commitments without a value: number and field.
    pub(super) gone: Vec<(u64, String)>,
    pub(super) wrong: Vec<(u64, String)>,
}

pub(super) fn verify(block: &Block) -> Verified {
    let mut verified = Verified {
        number: block.number,
        first: block.first,
        leaves: Vec::with_capacity(block.rows.len()),
        root: None,
        zone: Zone::EMPTY,
        recorded: None,
        ids: vec![],
        disclosures: 0,
        gone: vec![],
        wrong: vec![],
    };
    let mut disclosures = block.disclosures.as_slice();
    for row in &block.rows {
        verified.leaves.push((row.seq, leaf(&row.entry)));
        // What an event left that is gone accuses nobody: the event itself is reported missing.
        let orphans = disclosures.partition_point(|known| known.seq < row.seq);
        let (_, rest) = disclosures.split_at(orphans);
        let (own, later) = rest.split_at(rest.partition_point(|known| known.seq == row.seq));
        disclosures = later;
        verified.row(block, row, own);
    }
    if verified.leaves.len() == 256 {
        let hashes: Vec<Hash> = verified.leaves.iter().map(|(_, hash)| *hash).collect();
        verified.root = Some(subtree_root(&hashes));
    }
    verified
}

impl Verified {
    fn row(&mut self, block: &Block, row: &ScanRow, disclosures: &[DisclosureRow]) {
        let known = entry::with_fields(&row.entry, |fields| {
            self.fields(block, row, fields);
            self.values(row.seq, fields, disclosures);
        });
        if known.is_none() {
            self.wrong(row.seq, "the entry is not in canonical form");
        }
    }

    fn fields(&mut self, block: &Block, row: &ScanRow, fields: &Fields<'_>) {
        if fields.seq != row.seq {
            self.wrong(
                row.seq,
                format!("the entry says that it is event {}", fields.seq),
            );
        }
        let (ts, rts) = (entry::micros(fields.ts), entry::micros(fields.rts));
        let (Some(ts), Some(rts)) = (ts, rts) else {
            return self.wrong(row.seq, "the entry holds a time that is none");
        };
        if self.recorded.is_some_and(|(_, last)| rts < last) {
            self.wrong(row.seq, "it was recorded before the event in front of it");
        }
        let first = self.recorded.map_or(rts, |(first, _)| first);
        self.recorded = Some((first, rts));
        let outcome = entry::outcome_number(fields.outcome);
        let severity = entry::severity_number(fields.severity);
        let (Some(outcome), Some(severity)) = (outcome, severity) else {
            return self.wrong(
                row.seq,
                "the entry holds an outcome or severity that is none",
            );
        };
        self.zone.add(ts, outcome, severity);
        if block.depth == Depth::Quick {
            return;
        }
        let columns = [
            ("event time", row.ts == ts),
            ("record time", row.rts == rts),
            ("outcome", row.outcome == i64::from(outcome)),
            ("severity", row.severity == i64::from(severity)),
        ];
        for (name, same) in columns {
            if !same {
                self.wrong(
                    row.seq,
                    format!("the search column for the {name} differs from the entry"),
                );
            }
        }
        self.words(block, row, fields);
    }

    fn words(&mut self, block: &Block, row: &ScanRow, fields: &Fields<'_>) {
        let said = [
            ("action", Some(fields.action)),
            ("actor", Some(fields.actor)),
            ("target", fields.target),
            ("source", Some(fields.source)),
        ];
        for ((word, id), (name, said)) in Word::ALL.into_iter().zip(row.words).zip(said) {
            let stored = id.and_then(|id| block.words.get(&(word.number(), id)));
            if stored.map(String::as_str) != said {
                self.wrong(
                    row.seq,
                    format!("the search column for the {name} differs from the entry"),
                );
            }
            if let Some(id) = id {
                self.ids.push((word, id, row.seq));
            }
        }
    }

    fn values(&mut self, seq: u64, fields: &Fields<'_>, disclosures: &[DisclosureRow]) {
        for known in disclosures {
            self.disclosures += 1;
            let committed = fields
                .commitments
                .iter()
                .find(|(field, _)| *field == known.field);
            match committed {
                Some((_, committed)) if *committed == digest(&known.text) => {}
                Some(_) => self.wrong(seq, format!("the value of `{}` was changed", known.field)),
                None => self.wrong(
                    seq,
                    format!("the value of `{}` was added later", known.field),
                ),
            }
        }
        for (field, _) in &fields.commitments {
            if !disclosures.iter().any(|known| known.field == *field) {
                self.gone.push((seq, (*field).to_owned()));
            }
        }
    }

    fn wrong(&mut self, seq: u64, what: impl Into<String>) {
        self.wrong.push((seq, what.into()));
    }
}

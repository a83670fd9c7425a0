//! What witnesses signed, for outsiders: the cosigned checkpoints as notes of several lines, each with the proof that a
//! newer checkpoint continues it. Whose witnesses count is decided by whoever checks.

use std::collections::{BTreeMap, BTreeSet};

use super::checked;
use crate::base::error::Result;
use crate::domain::audit::prove::continued_text;
use crate::domain::context::Context;
use crate::store::audit::CheckpointRow;

/// A cosigned checkpoint.
#[derive(Debug)]
pub struct Outside {
    pub size: u64,
    /// The log's signature and those of the witnesses.
    pub note: String,
    /// `old N`, hashes, an empty line, the newer checkpoint (c2sp.org/tlog-witness).
    pub consistency: String,
}

impl Outside {
    /// Where it lies in a folder for outsiders.
    pub fn name(&self, ending: &str) -> String {
        format!("cosigned/{}.{ending}", self.size)
    }
}

/// For each witness the newest checkpoint that it signed of this history, up to this one. A line that is not genuine
/// would accuse whoever shows it: it stays here, and verifying tells of it.
pub fn cosigned(ctx: &Context, newer: &CheckpointRow) -> Result<Vec<Outside>> {
    ctx.store.read(|tx| {
        let mut newest: BTreeMap<String, u64> = BTreeMap::new();
        tx.each_cosignature(&mut |row| {
            if row.epoch != newer.epoch || row.size > newer.size {
                return Ok(());
            }
            let Some(checkpoint) = tx.checkpoint_of(&row.epoch, row.size)? else {
                return Ok(());
            };
            if checked(&row, &checkpoint).is_ok() {
                let size = newest.entry(row.key).or_default();
                *size = row.size.max(*size);
            }
            Ok(())
        })?;
        let sizes: BTreeSet<u64> = newest.into_values().collect();
        let mut found = vec![];
        for size in sizes {
            let Some(checkpoint) = tx.checkpoint_of(&newer.epoch, size)? else {
                continue;
            };
            let mut note = checkpoint.note.clone();
            for row in tx.cosignatures_of(&newer.epoch, size)? {
                if checked(&row, &checkpoint).is_ok() {
                    note.push_str(&row.line);
                }
            }
            found.push(Outside {
                size,
                note,
                consistency: continued_text(ctx, tx, &checkpoint.note, newer)?,
            });
        }
        Ok(found)
    })
}

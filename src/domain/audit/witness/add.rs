//! The store's side: takes a witness's line in beside the checkpoint that it is about, once it is shown that the
//! checkpoint is one of this log.

use std::collections::{BTreeMap, BTreeSet};

use super::{ACTION, Policy};
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::crypto::merkle::root_at;
use crate::crypto::note::{Checkpoint, Cosigned, Note, Witness};
use crate::domain::audit::verify::keys;
use crate::domain::audit::{Event, change_many};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, CosignatureRow, TreeNodes};

/// What others signed may be this far ahead of our clock, in seconds: clocks differ.
pub(in crate::domain::audit) const SKEW: i64 = 3_600;

/// A cosignature that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    pub witness: String,
    pub size: u64,
    pub signed: Time,
    /// The event; `None` in a dry run, and where it was there before.
    pub event: Option<u64>,
    pub known: bool,
}

/// Takes in the cosignatures of known witnesses in a note, or in signature lines alone.
pub fn add(ctx: &Context, text: &str, policy: &Policy) -> Result<Vec<Added>> {
    if policy.witnesses.is_empty() {
        return Err(Error::refused("no witness is configured")
            .hint("put its key into `audit.witness` in the configuration"));
    }
    let note = ctx.store.read(|tx| {
        if text.contains("\n\n") {
            return Ok(text.to_owned());
        }
        completed(ctx, tx, text, policy)
    })?;
    let parsed = Note::parse(&note)?;
    let mut found = vec![];
    for witness in &policy.witnesses {
        if let Some(cosigned) = witness.verify(&parsed)? {
            found.push((witness, cosigned));
        }
    }
    if found.is_empty() {
        return Err(
            Error::not_found("the file holds no cosignature of a known witness")
                .hint("compare its names with `optimactl audit witness list`"),
        );
    }
    policy.require_others(&ctx.store.keyring)?;
    take(ctx, &note, &found)
}

/// The note that signature lines alone belong to.
fn completed(ctx: &Context, tx: &Tx<'_>, lines: &str, policy: &Policy) -> Result<String> {
    let rows = tx.checkpoints_between(0, tx.tree()?.size())?;
    for row in rows
        .iter()
        .rev()
        .filter(|row| row.epoch == ctx.store.keyring.epoch)
    {
        let note = format!("{}{}\n", row.note, lines.trim_end());
        let parsed = Note::parse(&note)?;
        let fits = |witness: &Witness| matches!(witness.verify(&parsed), Ok(Some(_)));
        if policy.witnesses.iter().any(fits) {
            return Ok(note);
        }
    }
    Err(
        Error::integrity("the lines are no cosignatures of a checkpoint of this store").hint(
            "give the whole cosigned checkpoint, as `optimactl audit witness sign` writes it",
        ),
    )
}

/// All of them or none: whoever gave the file knows then what was taken in.
fn take(ctx: &Context, note: &str, found: &[(&Witness, Cosigned)]) -> Result<Vec<Added>> {
    let checkpoint = keys::open(&ctx.store.keyring, note)?;
    let epoch = keys::require_own(&ctx.store.keyring, &checkpoint.origin)?;
    let mut rows = vec![];
    for (witness, cosigned) in found {
        rows.push(CosignatureRow {
            seq: 0,
            epoch: epoch.to_owned(),
            size: checkpoint.size,
            key: witness.to_string(),
            line: cosigned.line.clone(),
            signed: signed_at(ctx, witness, cosigned)?,
        });
    }
    let known = |tx: &Tx<'_>, row: &CosignatureRow| {
        let there = tx.cosignatures_of(epoch, checkpoint.size)?;
        Ok::<_, Error>(there.iter().any(|known| known.key == row.key))
    };
    let added = |row: &CosignatureRow, event, known| Added {
        witness: name_of(&row.key).to_owned(),
        size: row.size,
        signed: row.signed,
        event,
        known,
    };
    let all_known = |tx: &Tx<'_>| {
        let mut all = true;
        for row in &rows {
            all &= known(tx, row)?;
        }
        Ok(all)
    };
    if ctx.store.read(all_known)? {
        return Ok(rows.iter().map(|row| added(row, None, true)).collect());
    }
    change_many(ctx, Event::new(ACTION), |tx, batch| {
        let mut done = vec![];
        for mut row in rows {
            batch.event.set("witness", name_of(&row.key));
            batch.event.set("size", checkpoint.size);
            batch.event.set("epoch", epoch);
            require_here(tx, &checkpoint)?;
            if known(tx, &row)? {
                done.push(added(&row, None, true));
                continue;
            }
            keep(ctx, tx, epoch, (note, checkpoint.size))?;
            // The event is appended right behind this, in the same transaction.
            row.seq = tx.tree()?.size();
            tx.insert_cosignature(&row)?;
            done.push(added(&row, batch.record(tx)?, false));
        }
        Ok(done)
    })
}

fn name_of(key: &str) -> &str {
    key.split('+').next().unwrap_or_default()
}

fn signed_at(ctx: &Context, witness: &Witness, cosigned: &Cosigned) -> Result<Time> {
    let signed = i64::try_from(cosigned.time)
        .ok()
        .and_then(|seconds| seconds.checked_mul(1_000_000))
        .and_then(|micros| clock::from_micros(micros).ok())
        .ok_or_else(|| Error::integrity("the cosignature's time is none"))?;
    if signed.timestamp() > ctx.now().timestamp().saturating_add(SKEW) {
        return Err(Error::refused(format!(
            "the cosignature of `{}` is from the future",
            witness.name()
        ))
        .hint("set this clock or that of the witness"));
    }
    Ok(signed)
}

/// A checkpoint that the witness saw and that this log does not continue is the very fork it is there to find.
fn require_here(tx: &Tx<'_>, checkpoint: &Checkpoint) -> Result<()> {
    let size = tx.tree()?.size();
    if checkpoint.size == 0 || checkpoint.size > size {
        return Err(Error::integrity(format!(
            "the witness saw {}, and there are {size} here: the newest were cut off",
            count(checkpoint.size, "event")
        ))
        .hint("see what is wrong with `optimactl audit verify --trusted-checkpoint FILE`"));
    }
    if root_at(&TreeNodes(tx), checkpoint.size)? != checkpoint.root {
        return Err(Error::integrity(
            "the witness saw another log than this one: one of them was rewritten",
        )
        .hint("see what is wrong with `optimactl audit verify --trusted-checkpoint FILE`"));
    }
    Ok(())
}

/// The checkpoint itself without the lines of others, kept where it is not yet.
fn keep(ctx: &Context, tx: &Tx<'_>, epoch: &str, (note, size): (&str, u64)) -> Result<()> {
    let mut own = Note::parse(note)?;
    if let Some(row) = tx.checkpoint_of(epoch, size)? {
        if Note::parse(&row.note)?.text == own.text {
            return Ok(());
        }
        return Err(Error::integrity(
            "the store keeps another checkpoint of this size",
        ));
    }
    let origin = Checkpoint::parse(&own.text)?.origin;
    own.signatures.retain(|line| line.name == origin);
    tx.insert_checkpoint(&CheckpointRow {
        epoch: epoch.to_owned(),
        size,
        note: own.to_text(),
        made: ctx.now(),
        reason: "asked".to_owned(),
    })
}

/// The witness behind a kept cosignature, if it belongs to this checkpoint and is genuine.
pub fn checked(row: &CosignatureRow, checkpoint: &CheckpointRow) -> Result<Witness> {
    let witness = Witness::parse(&row.key)?;
    let note = Note::parse(&format!("{}{}", checkpoint.note, row.line))?;
    let cosigned = witness.verify(&note)?;
    let same = cosigned.is_some_and(|found| {
        i64::try_from(found.time) == Ok(row.signed.timestamp())
            && row.signed.timestamp_subsec_micros() == 0
            && found.line == row.line
    });
    if !same {
        return Err(Error::integrity("the cosignature is another one"));
    }
    Ok(witness)
}

/// The newest checkpoint under which enough known witnesses stand, with their lines.
pub fn cosigned(ctx: &Context, policy: &Policy) -> Result<CheckpointRow> {
    policy.require_others(&ctx.store.keyring)?;
    ctx.store.read(|tx| {
        let mut counted: BTreeMap<u64, Vec<CosignatureRow>> = BTreeMap::new();
        tx.each_cosignature(&mut |row| {
            let known = policy.witnesses.iter();
            if row.epoch == ctx.store.keyring.epoch
                && known.map(Witness::to_string).any(|key| key == row.key)
            {
                counted.entry(row.size).or_default().push(row);
            }
            Ok(())
        })?;
        for (size, rows) in counted.iter().rev() {
            let Some(mut checkpoint) = tx.checkpoint_of(&ctx.store.keyring.epoch, *size)? else {
                continue;
            };
            let genuine = rows.iter().filter(|row| checked(row, &checkpoint).is_ok());
            // Each witness counts once, also one that changed its key.
            let lines: BTreeMap<&str, &str> = genuine
                .map(|row| (row.key.as_str(), row.line.as_str()))
                .collect();
            let names: BTreeSet<_> = lines.keys().map(|key| key.split('+').next()).collect();
            if policy.quorum > 0 && names.len() >= policy.quorum {
                checkpoint.note.extend(lines.into_values());
                return Ok(checkpoint);
            }
        }
        Err(
            Error::not_found("no checkpoint is cosigned by enough of the configured witnesses")
                .hint("see who signed what with `optimactl audit witness list`"),
        )
    })
}

/// What each witness signed last, by its key.
pub fn newest(ctx: &Context) -> Result<BTreeMap<String, CosignatureRow>> {
    ctx.store.read(|tx| {
        let mut newest: BTreeMap<String, CosignatureRow> = BTreeMap::new();
        tx.each_cosignature(&mut |row| {
            newest.insert(row.key.clone(), row);
            Ok(())
        })?;
        Ok(newest)
    })
}

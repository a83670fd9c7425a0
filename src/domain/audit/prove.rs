//! Proofs for outsiders: a checkpoint, an entry with its path to it, and that one tree continues another.

use std::fmt::Write as _;

use data_encoding::BASE64;

use super::verify_key::vkey;
use super::{checkpoint, prune, verify::keys};
use crate::base::error::{Error, Result};
use crate::crypto::merkle::{
    Consistency, Hash, prove_consistency, prove_inclusion, verify_consistency,
};
use crate::crypto::note::{Checkpoint, TlogProof};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, TreeNodes};

/// A signed checkpoint over the log as it stands, committed durably before it is handed out.
pub fn sign_now(ctx: &Context, reason: &str) -> Result<CheckpointRow> {
    ctx.store.write(ctx.mode, |tx| {
        if tx.tree()?.size() == 0 {
            return Err(Error::refused("the audit log is empty"));
        }
        checkpoint(ctx, tx, reason)
    })
}

/// A checkpoint of now with the proof that it continues an older one: what a witness wants to see.
pub fn sign_since(ctx: &Context, old: &str) -> Result<(CheckpointRow, String)> {
    ctx.store.write(ctx.mode, |tx| {
        let signed = checkpoint(ctx, tx, "asked")?;
        let new = Checkpoint::open(&signed.note, &[vkey(&ctx.store.keyring)?])?;
        let text = continued(ctx, tx, old, (&new, &signed.note))?;
        Ok((signed, text))
    })
}

/// A proof file, and where asked for the proof that its tree continues an older one.
#[derive(Debug)]
pub struct Proof {
    pub index: u64,
    pub size: u64,
    pub text: String,
    /// The form in which witnesses take it (c2sp.org/tlog-witness): `old N`, hashes, the new checkpoint.
    pub consistency: Option<String>,
}

/// Proves that event `seq` is in the log, under a checkpoint signed for it; `since` is an older checkpoint.
pub fn prove(ctx: &Context, seq: u64, since: Option<&str>) -> Result<Proof> {
    ctx.store.write(ctx.mode, |tx| {
        let size = tx.tree()?.size();
        let Some(entry) = tx.entry(seq)?.filter(|_| seq < size) else {
            return Err(prune::absent(tx, seq, size)?);
        };
        let signed = checkpoint(ctx, tx, "asked")?;
        let nodes = TreeNodes(tx);
        let proof = TlogProof {
            index: seq,
            extra: Some(entry),
            hashes: prove_inclusion(&nodes, seq, size)?,
            checkpoint: signed.note.clone(),
        };
        // A proof that fails here would accuse whoever shows it.
        let new = proof
            .verify(&[vkey(&ctx.store.keyring)?])
            .map_err(|error| {
                Error::integrity(format!("event {seq} cannot be proven"))
                    .because(error)
                    .hint("see what is wrong with `optimactl audit verify`")
            })?;
        let consistency = since.map(|note| continued(ctx, tx, note, (&new, &signed.note)));
        Ok(Proof {
            index: seq,
            size,
            text: proof.to_text(),
            consistency: consistency.transpose()?,
        })
    })
}

/// The proof that a newer checkpoint of this log continues an older one, as witnesses take it.
pub(super) fn continued_text(
    ctx: &Context,
    tx: &Tx<'_>,
    old: &str,
    newer: &CheckpointRow,
) -> Result<String> {
    let new = Checkpoint::open(&newer.note, &[vkey(&ctx.store.keyring)?])?;
    continued(ctx, tx, old, (&new, &newer.note))
}

fn continued(
    ctx: &Context,
    tx: &Tx<'_>,
    old: &str,
    (new, new_note): (&Checkpoint, &str),
) -> Result<String> {
    let old = keys::open(&ctx.store.keyring, old)?;
    let hashes = prove_consistency(&TreeNodes(tx), old.size, new.size)?;
    let claim = Consistency {
        old_size: old.size,
        old_root: old.root,
        new_size: new.size,
        new_root: new.root,
    };
    verify_consistency(&claim, &hashes)?;
    Ok(consistency_text(old.size, &hashes, new_note))
}

fn consistency_text(old: u64, hashes: &[Hash], new_note: &str) -> String {
    let mut text = format!("old {old}\n");
    for hash in hashes {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", BASE64.encode(hash));
    }
    let _ = write!(text, "\n{new_note}");
    text
}

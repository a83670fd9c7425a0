//! A folder with which an outsider can show that events happened as told: the exact entries, a proof for each, the
//! signed checkpoint, the public key, the values behind the digests, and how to check all of it without us.

use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::Path;

use serde_json::json;

use super::super::prove::sign_now;
use super::super::query::{Query, each_row};
use super::super::verify_key::vkey;
use super::super::witness::outside::cosigned;
use super::evidence_files::{Folder, Listed};
use super::{Values, Window};
use crate::base::clock::micros_text;
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::merkle::prove_inclusion;
use crate::crypto::note::TlogProof;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, FoundRow, TreeNodes};

/// Every event is a file with its proof: more of them than this are better served as a tree of tiles.
pub const MOST_EVENTS: u64 = 50_000;

const README: &str = include_str!("evidence/README.txt");
const CHECK_PYTHON: &str = include_str!("evidence/check.py");
const CHECK_GO: &str = include_str!("evidence/check.go");

/// The last file to be written: a folder with it is whole.
pub const MANIFEST: &str = "MANIFEST.sha256";

/// What was gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    pub events: u64,
    pub disclosures: u64,
    /// The size of the tree that the checkpoint signs.
    pub size: u64,
}

/// Fills the empty `folder`; the manifest comes last. Events from number `end` on are left out.
pub fn gather(
    ctx: &Context,
    (query, end): (&Query, u64),
    values: Values,
    folder: &Path,
    report: &mut Report<'_>,
) -> Result<Gathered> {
    let signed = sign_now(ctx, "asked")?;
    let mut files = Folder::new(folder)?;
    let mut done = Gathered {
        size: signed.size,
        ..Gathered::default()
    };
    ctx.store.read(|tx| {
        let mut events = files.begin("events.jsonl")?;
        let mut disclosures = match values {
            Values::PutBack => Some(files.begin("disclosures.jsonl")?),
            Values::LeftOut => None,
        };
        let mut window = Window::default();
        each_row(ctx, tx, query, end.min(signed.size), &mut |row| {
            if done.events >= MOST_EVENTS {
                return Err(too_many());
            }
            events
                .write_all(row.entry)
                .and_then(|()| events.write_all(b"\n"))
                .map_err(|e| events.failed(&e))?;
            let name = format!("proofs/{}.tlog-proof", row.seq);
            files.write(&name, proof(tx, row, &signed)?.as_bytes())?;
            if let Some(file) = &mut disclosures {
                done.disclosures += disclose(tx, &mut window, row.seq, file)?;
            }
            done.events += 1;
            report(Progress::open(done.events));
            Ok(ControlFlow::Continue(()))
        })?;
        files.end(events)?;
        disclosures.map_or(Ok(()), |file| files.end(file))
    })?;
    if done.events == 0 {
        return Err(Error::not_found("no event fits: there is nothing to show")
            .hint("see what there is with `optimactl audit list`"));
    }
    frame(ctx, &signed, &mut files)?;
    files.write("README.txt", readme(ctx, &done, values)?.as_bytes())?;
    files.finish(MANIFEST)?;
    Ok(done)
}

fn too_many() -> Error {
    Error::refused(format!(
        "more than {MOST_EVENTS} events fit: evidence holds a file for each"
    ))
    .hint("choose fewer with `--seq A..B` or other filters, or hand over the whole log with `--as tlog-tiles`")
}

fn proof(tx: &Tx<'_>, row: &FoundRow<'_>, signed: &CheckpointRow) -> Result<String> {
    let proof = TlogProof {
        index: row.seq,
        extra: Some(row.entry.to_vec()),
        hashes: prove_inclusion(&TreeNodes(tx), row.seq, signed.size)?,
        checkpoint: signed.note.clone(),
    };
    Ok(proof.to_text())
}

/// The stored strings as they are: their hashes are the digests in the entry.
fn disclose(tx: &Tx<'_>, window: &mut Window, seq: u64, file: &mut Listed) -> Result<u64> {
    let mut count = 0;
    for row in window.rows(tx, seq)? {
        let line = json!({"seq": seq, "field": row.field, "disclosure": row.text});
        writeln!(file, "{line}").map_err(|error| file.failed(&error))?;
        count += 1;
    }
    Ok(count)
}

/// What does not depend on the events: checkpoint, key, handovers, cosigned checkpoints, programs.
fn frame(ctx: &Context, signed: &CheckpointRow, files: &mut Folder) -> Result<()> {
    let keyring = &ctx.store.keyring;
    files.write("checkpoint", signed.note.as_bytes())?;
    files.write("log.vkey", format!("{}\n", vkey(keyring)?).as_bytes())?;
    for (number, note) in keyring.handovers.iter().enumerate() {
        files.write(&format!("handovers/{}.note", number + 1), note.as_bytes())?;
    }
    for outside in cosigned(ctx, signed)? {
        files.write(&outside.name("note"), outside.note.as_bytes())?;
        files.write(&outside.name("consistency"), outside.consistency.as_bytes())?;
    }
    files.write("check.py", CHECK_PYTHON.as_bytes())?;
    files.write("check.go", CHECK_GO.as_bytes())
}

fn readme(ctx: &Context, done: &Gathered, values: Values) -> Result<String> {
    let key = vkey(&ctx.store.keyring)?;
    let personal = match values {
        Values::PutBack => {
            "disclosures.jsonl   the personal values behind the digests in the entries: confidential"
        }
        Values::LeftOut => {
            "(no disclosures)    personal values were left out; their digests in the entries stay"
        }
    };
    Ok(README
        .replace("@ORIGIN@", &ctx.store.keyring.origin())
        .replace("@VKEY@", &key.to_string())
        .replace("@MADE@", &micros_text(ctx.now()))
        .replace("@EVENTS@", &done.events.to_string())
        .replace("@SIZE@", &done.size.to_string())
        .replace("@PERSONAL@", personal))
}

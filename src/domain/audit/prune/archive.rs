//! The archive of one pruning: a tree of tiles (c2sp.org/tlog-tiles) that ends where the pruning ends, with the
//! entries that go, a signed checkpoint, `SHA256SUMS` and a manifest. It gets its name once it was read back.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use serde_json::json;

use super::super::export::Site;
use super::super::verify::keys;
use super::super::verify_key::signing_key;
use super::left::{discard, origin_of};
use super::{Order, Span, root_of, text_of_root};
use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::crypto::merkle::{
    Frontier, Hash, TILE_WIDTH, entries_path, leaf, subtree_root, tile_path,
};
use crate::crypto::note::Checkpoint;
use crate::crypto::seal::{Digester, sha256};
use crate::crypto::wrap::{self, Recipient};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::file;

const SUMS: &str = "SHA256SUMS";
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const VALUES: &str = "disclosures.jsonl.age";
/// 256 entries of the largest size with their lengths.
const MOST_ENTRIES: u64 = 256 * (65_535 + 2);
/// A manifest has a few lines.
pub(super) const MOST_MANIFEST: u64 = 65_536;

/// An archive that was read back.
pub(super) struct Archive {
    pub(super) folder: PathBuf,
    /// SHA-256 of its manifest, which has that of the sums, which have those of every file.
    pub(super) digest: String,
    pub(super) root: Hash,
    /// How many personal values are in it, if they were asked for.
    pub(super) values: Option<u64>,
}

/// Writes the archive, flushes and reads it back. One without personal values that an earlier run left whole is read
/// back alone.
pub(super) fn make(
    ctx: &Context,
    span: Span,
    order: &Order,
    report: &mut Report<'_>,
) -> Result<Archive> {
    let name = format!("events-{:010}-{:010}", span.first, span.end - 1);
    let whole = order.archive.join(&name);
    let partial = file::beside(&whole, ".partial");
    if whole.exists() {
        let archive = read_back(ctx, &whole, span).map_err(|error| {
            error.hint(format!("move `{}` away and run it again", whole.display()))
        })?;
        file::sync_folder(&order.archive)?;
        if archive.values.is_none() && order.recipients.is_empty() {
            return Ok(archive);
        }
        // Every event in it is still here, so no pruning of this history names it: a run was cut short behind it, and
        // whose values it holds, and whether they were erased since, nobody could tell. Another history's is not ours.
        if origin_of(&whole)?.as_deref() != Some(ctx.store.keyring.origin().as_str()) {
            return Err(Error::conflict(format!(
                "`{}` is the archive of another history of this log",
                whole.display()
            ))
            .hint("archive into another folder"));
        }
        discard(&whole)?;
    }
    let made = write(ctx, span, &partial, (&order.recipients, report))
        .and_then(|()| read_back(ctx, &partial, span))
        .and_then(|archive| {
            if archive.values.is_none() != order.recipients.is_empty() {
                return Err(damaged("lost its personal values"));
            }
            require_present(ctx, span, archive.values)?;
            file::rename_new(&partial, &whole)?;
            file::sync_folder(&order.archive)?;
            Ok(archive)
        });
    match made {
        Ok(archive) => Ok(Archive {
            folder: whole,
            ..archive
        }),
        Err(error) => {
            fs::remove_dir_all(&partial).ok();
            Err(error)
        }
    }
}

/// An archive that holds values which were erased while it was written never gets its name.
pub(super) fn require_present(ctx: &Context, span: Span, archived: Option<u64>) -> Result<()> {
    let Some(archived) = archived else {
        return Ok(());
    };
    if ctx.store.read(|tx| tx.rows_below(span.end))?.1 == archived {
        Ok(())
    } else {
        Err(super::erased_meanwhile())
    }
}

fn write(
    ctx: &Context,
    span: Span,
    folder: &Path,
    (recipients, report): (&[Recipient], &mut Report<'_>),
) -> Result<()> {
    file::make_folder(folder)?;
    let path = folder.join(SUMS);
    let unwritable = |error: &std::io::Error| Error::io("write", &path, error);
    let mut sums = BufWriter::new(file::create_new(&path)?);
    let (root, note) = tree(ctx, span, folder, (&mut sums, report))?;
    let values = if recipients.is_empty() {
        None
    } else {
        let (count, digest) = values(ctx, span, folder, recipients)?;
        writeln!(sums, "{digest}  {VALUES}").map_err(|error| unwritable(&error))?;
        Some(count)
    };
    sums.flush().map_err(|error| unwritable(&error))?;
    drop(sums);
    let manifest = json!({
        "format": "optimactl-audit-archive",
        "version": 1,
        "store": ctx.store.keyring.store_id,
        "origin": ctx.store.keyring.origin(),
        "first": span.first,
        "last": span.end - 1,
        "count": span.events(),
        "root": text_of_root(&root),
        "checkpoint": note,
        "made": seconds_text(ctx.now()),
        "sums_sha256": digest_of(&path)?,
        "disclosures": values,
    });
    let mut text = serde_json::to_string_pretty(&manifest)
        .map_err(|error| Error::bug("a manifest does not serialize").because(error))?;
    text.push('\n');
    file::write_atomic(&folder.join(MANIFEST), text.as_bytes())
}

/// Entries, tiles and checkpoint of the tree that ends with the last event that goes.
fn tree(
    ctx: &Context,
    span: Span,
    folder: &Path,
    (sums, report): (&mut BufWriter<File>, &mut Report<'_>),
) -> Result<(Hash, String)> {
    let keyring = &ctx.store.keyring;
    ctx.store.read(|tx| {
        let mut listed = |name: &str, bytes: &[u8]| {
            let digest = HEXLOWER.encode(&sha256(bytes));
            writeln!(sums, "{digest}  {name}")
                .map_err(|error| Error::io("write", &folder.join(SUMS), &error))
        };
        let mut site = Site::at(folder, Some(&mut listed));
        site.tree(tx, (span.first / TILE_WIDTH, span.end), report)?;
        // Of the lowest level only what the entries need; above it everything up to the root.
        site.level(tx, 0, (span.first / TILE_WIDTH, span.end))?;
        let mut hashes = span.end / TILE_WIDTH;
        let mut level = 1;
        while hashes > 0 {
            site.level(tx, level, (0, hashes))?;
            level += 1;
            hashes /= TILE_WIDTH;
        }
        let signed = Checkpoint {
            origin: keyring.origin(),
            size: span.end,
            root: root_of(tx, span.end)?,
        };
        let note = signed.sign(&signing_key(keyring))?;
        site.write("checkpoint", note.as_bytes())?;
        Ok((signed.root, note))
    })
}

/// The personal values, encrypted line by line: number, field, and the string that the entry's digest is of.
fn values(
    ctx: &Context,
    span: Span,
    folder: &Path,
    recipients: &[Recipient],
) -> Result<(u64, String)> {
    let path = folder.join(VALUES);
    let unwritable = |error: &std::io::Error| Error::io("write", &path, error);
    let file = BufWriter::new(file::create_new(&path)?);
    let mut out = wrap::encrypt_stream(recipients, file)?;
    let mut count = 0;
    ctx.store.read(|tx| {
        super::super::redact::each(tx, (span.first, span.end), &mut |row| {
            let line = json!({"seq": row.seq, "field": row.field, "disclosure": row.text});
            count += 1;
            writeln!(out, "{line}").map_err(|error| unwritable(&error))
        })
    })?;
    let mut file = out.finish().map_err(|error| unwritable(&error))?;
    file.flush().map_err(|error| unwritable(&error))?;
    drop(file);
    Ok((count, digest_of(&path)?))
}

/// Flushes and reads everything: each file against the sums, the entries against the store's own tiles, and all
/// of it up to the signed root.
fn read_back(ctx: &Context, folder: &Path, span: Span) -> Result<Archive> {
    let manifest = file::read_regular(&folder.join(MANIFEST), MOST_MANIFEST)?;
    let said: serde_json::Value = serde_json::from_slice(&manifest)
        .map_err(|error| damaged("has no manifest").because(error))?;
    let digest = digest_of(&folder.join(SUMS))?;
    if said.get("sums_sha256").and_then(|sums| sums.as_str()) != Some(digest.as_str()) {
        return Err(damaged("has other sums than its manifest says"));
    }
    let listed = require_sums(folder)?;
    let note = file::read_regular(&folder.join("checkpoint"), MOST_MANIFEST)?;
    let checkpoint = keys::open(&ctx.store.keyring, &String::from_utf8_lossy(&note))?;
    let tree = ctx.store.read(|tx| recount(tx, folder, span))?;
    if checkpoint.size != span.end || checkpoint.root != tree.root() {
        return Err(damaged("does not hash up to its checkpoint"));
    }
    let values = said.get("disclosures").filter(|count| !count.is_null());
    let values = values.map(|count| count.as_u64().unwrap_or(u64::MAX));
    if values.is_some() != listed {
        return Err(damaged(
            "says something else of its personal values than it holds",
        ));
    }
    Ok(Archive {
        folder: folder.to_owned(),
        digest: HEXLOWER.encode(&sha256(&manifest)),
        root: checkpoint.root,
        values,
    })
}

fn damaged(what: &str) -> Error {
    Error::integrity(format!("the archive {what}"))
}

/// Every file is what the sums say, and stays, its folders too. Says whether personal values are among them.
fn require_sums(folder: &Path) -> Result<bool> {
    let sums = folder.join(SUMS);
    let unread = |error: &std::io::Error| Error::io("read", &sums, error);
    let mut folders = BTreeSet::from([folder.to_owned()]);
    let mut values = false;
    let file = File::open(&sums).map_err(|error| unread(&error))?;
    for line in BufReader::new(file).lines() {
        let line = line.map_err(|error| unread(&error))?;
        let (digest, name) = line
            .split_once("  ")
            .ok_or_else(|| damaged("has damaged sums"))?;
        let path = folder.join(name);
        values |= name == VALUES;
        if digest_of(&path)? != digest {
            return Err(damaged(&format!("holds a changed `{name}`")));
        }
        let above = path.ancestors().skip(1);
        folders.extend(
            above
                .take_while(|at| at.starts_with(folder))
                .map(Path::to_owned),
        );
    }
    folders
        .iter()
        .try_for_each(|folder| file::sync_folder(folder))?;
    Ok(values)
}

/// The tree over the archived entries, each compared with the hash that the store keeps.
fn recount(tx: &Tx<'_>, folder: &Path, span: Span) -> Result<Frontier> {
    let mut tree = Frontier::new();
    let lost = || Error::integrity("a tile of the audit log is missing");
    for number in 0..span.end / TILE_WIDTH {
        let kept = tx.tile(0, number)?.ok_or_else(lost)?;
        if number * TILE_WIDTH >= span.first {
            let entries =
                file::read_regular(&folder.join(entries_path(number, 256)), MOST_ENTRIES)?;
            let tile = file::read_regular(&folder.join(tile_path(0, number, 256)), 8_192)?;
            if leaves(&entries).as_ref() != Some(&kept) || *tile != kept.concat() {
                return Err(Error::integrity(format!(
                    "the archived entries from {} on do not hash to what the store keeps",
                    number * TILE_WIDTH
                )));
            }
        }
        tree.push_subtree(8, subtree_root(&kept))?;
    }
    Ok(tree)
}

/// The leaf hashes of entries with their lengths in front.
fn leaves(mut bytes: &[u8]) -> Option<Vec<Hash>> {
    let mut hashes = vec![];
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        hashes.push(leaf(entry));
        bytes = rest;
    }
    Some(hashes)
}

/// SHA-256 of a file that was flushed and taken out of memory first, so that what is read is what stays.
fn digest_of(path: &Path) -> Result<String> {
    let mut file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    file::sync(&file, path)?;
    file::forget(&file, &(0..0));
    let mut digest = Digester::default();
    let mut piece = vec![0; 256 * 1024];
    loop {
        let read = file
            .read(&mut piece)
            .map_err(|error| Error::io("read", path, &error))?;
        if read == 0 {
            return Ok(HEXLOWER.encode(&digest.finish()));
        }
        digest.update(piece.get(..read).unwrap_or_default());
    }
}

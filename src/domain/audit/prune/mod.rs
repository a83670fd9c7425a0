//! Old entries leave the store after they were archived and the archive was read back. Their hashes stay, so that
//! every proof still holds; an event tells what went and which archive has it.

mod archive;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use data_encoding::BASE64;
use serde_json::Value;

use self::archive::Archive;
use super::disclosure::reveal;
use super::event::{Event, Outcome, Severity};
use super::query::text_of;
use super::{append_all, conclude, erase, intend};
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::base::text::safe;
use crate::crypto::merkle::{Hash, TILE_WIDTH, root_at};
use crate::crypto::wrap::Recipient;
use crate::domain::context::Context;
use crate::store::audit::{Columns, Selection, TreeNodes, Word};
use crate::store::{Mode, Tx};

/// The newest events stay whatever is asked for: the edge of the tree, and what tells of this pruning.
const NEWEST_KEPT: u64 = TILE_WIDTH;

/// What goes, and where it is kept.
pub struct Order {
    /// Entries recorded before this.
    pub before: Time,
    /// The folder that gets a folder for each pruning.
    pub archive: PathBuf,
    /// Who can read the personal values in the archive; nobody: they are not in it.
    pub recipients: Vec<Recipient>,
}

/// The entries that go: whole blocks of 256 from the first that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: u64,
    /// One past the last.
    pub end: u64,
}

impl Span {
    pub const fn events(self) -> u64 {
        self.end - self.first
    }
}

/// What was pruned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pruned {
    pub span: Span,
    /// Personal values that went with them.
    pub values: u64,
    pub folder: PathBuf,
    /// SHA-256 of the archive's manifest.
    pub digest: String,
    pub event: u64,
    /// Why it may still stand in the write-ahead log.
    pub kept: Option<String>,
}

/// What could be pruned; nothing where no whole block is old enough, or an effect that was announced in it is not
/// concluded.
pub fn plan(ctx: &Context, before: Time) -> Result<Option<Span>> {
    ctx.store.read(|tx| span(tx, before))
}

fn span(tx: &Tx<'_>, before: Time) -> Result<Option<Span>> {
    let first = tx.first_kept()?;
    let newest = tx.tree()?.size().saturating_sub(NEWEST_KEPT);
    let open = tx.oldest_intent()?.unwrap_or(u64::MAX);
    let old = tx.first_recorded_at(before)?;
    let end = newest.min(open).min(old);
    let end = end - end % TILE_WIDTH;
    Ok((end > first).then_some(Span { first, end }))
}

/// Archives, verifies the archive, and removes what it holds. Nothing is removed unless all of that went well.
pub fn prune(ctx: &Context, order: &Order, report: &mut Report<'_>) -> Result<Option<Pruned>> {
    if plan(ctx, order.before)?.is_none() {
        return Ok(None);
    }
    let _held = archive::hold(&order.archive)?;
    // Asked again: another pruning may have ended while this one waited to begin.
    let Some(span) = plan(ctx, order.before)? else {
        return Ok(None);
    };
    let intent = intend(ctx, event(span))?;
    let done = archive::make(ctx, span, order, report)
        .and_then(|archive| remove(ctx, span, &archive, intent));
    match done {
        Ok(pruned) => {
            // The entries' bytes are personal enough not to stay behind.
            let kept = erase::scrub(ctx);
            Ok(Some(Pruned { kept, ..pruned }))
        }
        Err(error) => {
            let failed = event(span)
                .outcome(Outcome::Failure)
                .field("error", error.kind.code());
            match conclude(ctx, intent, failed) {
                Ok(_) => Err(error),
                Err(why) => Err(error.detail(format!("this failure could not be recorded: {why}"))),
            }
        }
    }
}

fn event(span: Span) -> Event {
    Event::new("audit.prune")
        .severity(Severity::High)
        .field("first", span.first)
        .field("last", span.end - 1)
        .field("count", span.events())
}

/// One transaction: the entries go, the minimum rises, names that are still needed are told again, and the event
/// tells of it. Another process may have pruned meanwhile: then nothing happens.
fn remove(ctx: &Context, span: Span, archive: &Archive, intent: u64) -> Result<Pruned> {
    ctx.store.write(Mode::Commit, |tx| {
        if tx.first_kept()? != span.first || root_of(tx, span.end)? != archive.root {
            return Err(Error::conflict("the log was pruned meanwhile")
                .hint("see `optimactl audit verify`, and run it again"));
        }
        let names = tx.names_below(span.end)?;
        let values = tx.prune_events(span.end)?;
        tx.remove_intent(intent)?;
        let event = event(span)
            .intent(intent)
            .field("archive", archive.digest.as_str())
            .personal("folder", archive.folder.display().to_string());
        let seq = append_all(ctx, tx, |log| {
            let seq = log.append(&event)?;
            for (id, text, used) in &names {
                if *used {
                    let name = reveal(text)?.1;
                    log.append(
                        &Event::new("audit.name")
                            .target(id)
                            .personal("target_name", name),
                    )?;
                } else {
                    tx.remove_pseudonym(id)?;
                }
            }
            Ok(seq)
        })?;
        Ok(Pruned {
            span,
            values,
            folder: archive.folder.clone(),
            digest: archive.digest.clone(),
            event: seq,
            kept: None,
        })
    })
}

fn root_of(tx: &Tx<'_>, size: u64) -> Result<Hash> {
    root_at(&TreeNodes(tx), size)
}

/// Why an event is not here: there never was one, or it was pruned, and then where it is.
pub fn absent(tx: &Tx<'_>, seq: u64, size: u64) -> Result<Error> {
    let first = tx.first_kept()?;
    if seq >= first || seq >= size {
        let hint = match first {
            0 => format!("the log has {size} events, numbered from 0"),
            _ => format!("the log has {size} events, of which those from {first} on are here"),
        };
        return Ok(Error::not_found(format!("there is no event {seq}")).hint(hint));
    }
    let Some(told) = told(tx, seq)? else {
        let error = Error::not_found(format!("event {seq} was pruned; its hash is left"));
        return Ok(error.hint("look for it in the archives of earlier prunings"));
    };
    let place = match told.folder {
        Some(folder) => format!(" `{}`", safe(&folder)),
        None => String::new(),
    };
    let (when, event) = (seconds_text(told.at), told.seq);
    Ok(Error::not_found(format!(
        "event {seq} was pruned on {when} (event {event}); its hash is left"
    ))
    .hint(format!(
        "look for it in the archive{place}, whose `manifest.json` has the SHA-256 {}",
        told.archive
    )))
}

/// A pruning as its event tells it.
struct Told {
    seq: u64,
    at: Time,
    archive: String,
    folder: Option<String>,
}

fn told(tx: &Tx<'_>, seq: u64) -> Result<Option<Told>> {
    let Some(action) = tx.known_word(Word::Action, "audit.prune")? else {
        return Ok(None);
    };
    let selection = Selection {
        end: tx.tree()?.size(),
        actions: Some(vec![action]),
        outcomes: Some(vec![0]),
        ..Selection::default()
    };
    let mut found = None;
    tx.find(&selection, Columns::All, &mut |row| {
        let value: Value = serde_json::from_slice(row.entry).unwrap_or_default();
        let number = |key: &str| {
            value
                .pointer(&format!("/data/{key}"))
                .and_then(Value::as_u64)
        };
        let within = |(first, last)| first <= seq && seq <= last;
        if number("first").zip(number("last")).is_some_and(within) {
            let archive = value.pointer("/data/archive").and_then(Value::as_str);
            found = Some((row.seq, row.ts, archive.unwrap_or_default().to_owned()));
        }
        Ok(std::ops::ControlFlow::Continue(()))
    })?;
    let Some((event, ts, archive)) = found else {
        return Ok(None);
    };
    let mut rows = tx.disclosures(event, event + 1)?.into_iter();
    let folder = rows.find(|row| row.field == "folder");
    let folder = folder.map(|row| reveal(&row.text)).transpose()?;
    Ok(Some(Told {
        seq: event,
        at: crate::base::clock::from_micros(ts)?,
        archive,
        folder: folder.map(|(_, value)| text_of(&value)),
    }))
}

/// A root as checkpoints write it.
fn text_of_root(root: &Hash) -> String {
    BASE64.encode(root)
}

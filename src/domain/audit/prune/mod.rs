//! Old entries leave the store after they were archived and the archive was read back. Their hashes stay, so that
//! every proof still holds; an event tells what went and which archive has it.

mod archive;
mod epochs;
mod left;
#[cfg(test)]
mod tests;

use std::cell::Cell;
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

/// Events of one archive, one event and one transaction: nobody waits long for it, and what it costs in memory and
/// in the write-ahead log is bounded.
const MOST_EVENTS: u64 = 65_536;

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
    /// Oldest first; there is always one.
    pub archives: Vec<Archived>,
    /// Why it may still stand in the write-ahead log.
    pub kept: Option<String>,
}

/// Where a part of it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    pub folder: PathBuf,
    /// SHA-256 of the archive's manifest.
    pub digest: String,
    /// The event that tells of it.
    pub event: u64,
}

/// What could be pruned; nothing where no whole block is old enough, or an effect that was announced in it is not
/// concluded.
pub fn plan(ctx: &Context, before: Time) -> Result<Option<Span>> {
    ctx.store.read(|tx| {
        require_free(tx)?;
        span(tx, before)
    })
}

/// Whole blocks go, with the values of whoever is in them.
fn require_free(tx: &Tx<'_>) -> Result<()> {
    if !tx.is_log_held()? {
        return Ok(());
    }
    Err(
        Error::refused("activity is held, or what names and addresses were: entries with their values must not leave the log")
            .hint("see `optimactl hold list`; who answers for a hold can release it"),
    )
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

/// Archives, verifies the archive, and removes what it holds, part by part. Nothing is removed unless all of that
/// went well; a run that was cut short between two parts leaves the rest to the next one.
pub fn prune(ctx: &Context, order: &Order, report: &mut Report<'_>) -> Result<Option<Pruned>> {
    prune_by(ctx, order, MOST_EVENTS, report)
}

fn prune_by(
    ctx: &Context,
    order: &Order,
    most: u64,
    report: &mut Report<'_>,
) -> Result<Option<Pruned>> {
    if plan(ctx, order.before)?.is_none() {
        return Ok(None);
    }
    let _held = left::hold(&order.archive)?;
    // Asked again: another pruning may have ended while this one waited to begin.
    let Some(span) = plan(ctx, order.before)? else {
        return Ok(None);
    };
    left::sweep(ctx, &order.archive, span.first)?;
    let mut done = Pruned {
        span: Span {
            first: span.first,
            end: span.first,
        },
        values: 0,
        archives: vec![],
        kept: None,
    };
    let ended = loop {
        let first = done.span.end;
        if first >= span.end {
            break Ok(());
        }
        let part = Span {
            first,
            end: first.saturating_add(most).min(span.end),
        };
        if let Err(error) = one(ctx, order, part, &mut done, report) {
            break Err(error);
        }
    };
    // The entries' bytes are personal enough not to stay behind, also behind a part that failed.
    done.kept = erase::scrub(ctx);
    match ended {
        Ok(()) => Ok(Some(done)),
        Err(error) if done.archives.is_empty() => Err(error),
        Err(error) => {
            let (first, last) = (done.span.first, done.span.end - 1);
            let before = format!("events {first}..{last} were archived and removed");
            Err(erase::halfway(error, &before))
        }
    }
}

/// One archive and the end of what it holds.
fn one(
    ctx: &Context,
    order: &Order,
    span: Span,
    done: &mut Pruned,
    report: &mut Report<'_>,
) -> Result<()> {
    let intent = intend(ctx, event(span))?;
    let removed = archive::make(ctx, span, order, report)
        .and_then(|archive| remove(ctx, span, (&archive, intent)));
    match removed {
        Ok((values, archived)) => {
            done.span.end = span.end;
            done.values += values;
            done.archives.push(archived);
            Ok(())
        }
        Err(error) => {
            let failed = event(span)
                .outcome(Outcome::Failure)
                .field("error", error.kind.code());
            Err(match conclude(ctx, intent, failed) {
                Ok(_) => error,
                Err(why) => error.detail(format!("this failure could not be recorded: {why}")),
            })
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
/// tells of it. Another process may have pruned or erased meanwhile: then nothing happens.
fn remove(
    ctx: &Context,
    span: Span,
    (archive, intent): (&Archive, u64),
) -> Result<(u64, Archived)> {
    let outdated = Cell::new(false);
    let removed = ctx.store.write(Mode::Commit, |tx| {
        if tx.first_kept()? != span.first || root_of(tx, span.end)? != archive.root {
            return Err(Error::conflict("the log was pruned meanwhile")
                .hint("see `optimactl audit verify`, and run it again"));
        }
        require_free(tx)?;
        // A run may end between two parts: whoever stays in a later one keeps the name.
        let names = tx.names_below(span.end, span.end)?;
        let epochs = epochs::in_span(tx, span)?;
        let values = tx.prune_events(span.end)?;
        // Values only ever get fewer: as many as were archived are those that were archived.
        if archive.values.is_some_and(|archived| archived != values) {
            outdated.set(true);
            return Err(erased_meanwhile());
        }
        tx.remove_intent(intent)?;
        let mut event = event(span)
            .intent(intent)
            .field("archive", archive.digest.as_str())
            .personal("folder", archive.folder.display().to_string());
        if !epochs.is_empty() {
            event = event.field("epochs", epochs);
        }
        let seq = append_all(ctx, tx, |log| {
            let seq = log.append(&event)?;
            for (id, text, _) in names.iter().filter(|(_, _, used)| *used) {
                let name = reveal(text)?.1;
                let told = Event::new("audit.name")
                    .target(id)
                    .personal("target_name", name);
                log.append(&told)?;
            }
            Ok(seq)
        })?;
        for (id, ..) in names.iter().filter(|(_, _, used)| !used) {
            tx.remove_pseudonym(id)?;
        }
        Ok((values, seq))
    });
    match removed {
        Ok((values, event)) => {
            let archived = Archived {
                folder: archive.folder.clone(),
                digest: archive.digest.clone(),
                event,
            };
            Ok((values, archived))
        }
        // Values that were erased meanwhile must not live on there. Behind any other failure the archive stays: nobody
        // knows yet whether the deletion will be there after the next start.
        Err(error) if outdated.get() => Err(match left::discard(&archive.folder) {
            Ok(()) => error,
            Err(why) => error.detail(format!(
                "`{}` holds them and could not be removed: {why}",
                archive.folder.display()
            )),
        }),
        Err(error) => Err(error),
    }
}

fn erased_meanwhile() -> Error {
    Error::conflict("personal values were erased while they were archived")
        .hint("run it again: nothing was removed, and the archive that held them is gone")
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

//! Appends a batch of lines that were understood: each under its key, at most once, all in one transaction.

use std::collections::HashMap;

use super::words::Words;
use crate::base::error::{Error, Result};
use crate::domain::audit::record::{Told, party};
use crate::domain::audit::{Appender, Event, Outcome, Party, Severity, append_all, conclude};
use crate::domain::context::Context;
use crate::store::Tx;

/// Events and bytes of their lines in one transaction.
const BATCH_EVENTS: usize = 16_000;
const BATCH_BYTES: usize = 8 << 20;

/// By what the line is known.
pub enum Key {
    Digest(super::identity::Key),
    /// The sender's own, shared with `audit record --id`. It goes with what he called himself, whatever the event
    /// shows of that.
    Told(Told),
    /// By nothing: it is new each time.
    None,
}

pub struct Pending {
    pub key: Key,
    /// Its names are names still: accounts and pseudonyms are looked for here.
    pub event: Event,
    pub bytes: usize,
    /// How many more it stands for.
    pub repeated: u64,
}

/// Whether ids are in the store that version 4 or an earlier one took in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    New,
    OldOnes,
}

/// What a run brought.
#[derive(Clone, Copy, Default)]
pub struct Added {
    pub events: u64,
    /// Those whose action or source may be a name.
    pub named: u64,
    pub repeated: u64,
}

/// What the log is told of a stretch of lines, however many transactions it takes: one event, written with the last
/// of them. Where there are several, the first announces it, and each notes how far it came: a run that is killed
/// leaves an announcement that the next command concludes.
#[derive(Default)]
struct Stretch {
    announced: Option<u64>,
    events: u64,
    known: u64,
    first: Option<u64>,
    last: u64,
}

/// Gathers events for transactions that are worth it.
#[derive(Default)]
pub struct Writing {
    pending: Vec<Pending>,
    bytes: usize,
    /// Nothing in the last batch was new: the next is looked at before the log is locked.
    stale: bool,
    stretch: Stretch,
    pub words: Words,
    pub added: Added,
    /// Lines whose event is there already.
    pub duplicates: u64,
}

impl Writing {
    /// Whether nothing that came last was new.
    pub const fn is_stale(&self) -> bool {
        self.stale
    }

    /// Whether something waits to be written.
    pub const fn is_pending(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Whether lines were announced that are not told of yet.
    pub const fn is_announced(&self) -> bool {
        self.stretch.announced.is_some()
    }

    /// Writes what is pending. More will follow soon: it is announced now, and told of once, later.
    pub fn go_on(&mut self, ctx: &Context) -> Result<()> {
        if self.pending.is_empty() {
            return Ok(());
        }
        self.write(ctx, None)
    }

    /// Whether something waits to be written, or to be told.
    pub const fn is_open(&self) -> bool {
        !self.pending.is_empty() || self.stretch.announced.is_some()
    }

    /// Keeps what was understood, whatever happens to the store.
    pub fn keep(&mut self, pending: Vec<Pending>) {
        self.bytes += pending.iter().map(|event| event.bytes).sum::<usize>();
        self.pending.extend(pending);
    }

    /// Writes a batch that is full. What could not be written is kept.
    pub fn flush_full(&mut self, ctx: &Context) -> Result<()> {
        if self.pending.len() < BATCH_EVENTS && self.bytes < BATCH_BYTES {
            return Ok(());
        }
        self.write(ctx, None)
    }

    /// Writes the rest, and the event that tells of the lines since the last one; `failed` were not understood.
    /// Whether there was something to tell.
    pub fn settle(&mut self, ctx: &Context, failed: u64) -> Result<bool> {
        if !self.is_open() {
            return Ok(false);
        }
        let (announced, before) = (self.stretch.announced.is_some(), self.added.events);
        self.write(ctx, Some(failed))?;
        Ok(announced || self.added.events > before)
    }

    fn write(&mut self, ctx: &Context, end: Option<u64>) -> Result<()> {
        let all = u64::try_from(self.pending.len()).unwrap_or(0);
        let quiet = self.stretch.announced.is_none();
        if self.stale && quiet && all_known(ctx, &self.pending)? {
            self.duplicates += all;
            self.stretch.known += all;
        } else {
            let said = Said {
                stretch: &self.stretch,
                end,
            };
            let (added, stretch) = append_batch(ctx, (&self.pending, &mut self.words), &said)?;
            self.stale = added.events == 0;
            self.added.events += added.events;
            self.added.repeated += added.repeated;
            self.added.named += added.named;
            self.duplicates += all - added.events;
            self.stretch = stretch;
        }
        self.pending.clear();
        self.bytes = 0;
        Ok(())
    }

    /// The run ends by an error: what was announced failed. What cannot be written now is concluded by the next
    /// command.
    pub fn fail(&mut self, ctx: &Context, error: &Error) {
        let Some(intent) = self.stretch.announced.take() else {
            return;
        };
        if ctx.dry_run() {
            return;
        }
        let event = self.stretch.event(0);
        let event = event
            .outcome(Outcome::Failure)
            .severity(Severity::Medium)
            .field("error", error.kind.code());
        conclude(ctx, intent, event).ok();
    }
}

impl Stretch {
    fn event(&self, failed: u64) -> Event {
        let event = Event::new("audit.ingest")
            .field("written", self.events)
            .field("known", self.known)
            .field("failed", failed);
        match self.first {
            Some(first) => event.field("first", first).field("last", self.last),
            None => event,
        }
    }
}

/// Whether nothing in the batch is new.
fn all_known(ctx: &Context, batch: &[Pending]) -> Result<bool> {
    ctx.store.read(|tx| {
        for pending in batch {
            let known = match &pending.key {
                Key::Digest(key) => tx.has_ingest_key(key)?,
                Key::Told(key) => key.known(tx)?.is_some(),
                Key::None => false,
            };
            if !known {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

/// What was said of the stretch so far, and, at its end, how many of its lines were not understood.
struct Said<'a> {
    stretch: &'a Stretch,
    end: Option<u64>,
}

/// Appends what is new, and tells of it in the same transaction. The batch stays as it is where that fails.
fn append_batch(
    ctx: &Context,
    (batch, words): (&[Pending], &mut Words),
    said: &Said<'_>,
) -> Result<(Added, Stretch)> {
    ctx.store.write(ctx.mode, |tx| {
        append_all(ctx, tx, |log| {
            let mut stretch = Stretch { ..*said.stretch };
            // Another command may have concluded it while the store was closed.
            if let Some(intent) = stretch.announced
                && !tx.note_progress(intent, stretch.events)?
            {
                stretch = Stretch::default();
            }
            if said.end.is_none() && stretch.announced.is_none() {
                let intent = log.append(&Event::new("audit.ingest").outcome(Outcome::Intent))?;
                tx.insert_intent(intent, "audit.ingest")?;
                stretch.announced = Some(intent);
            }
            let added = append_new(tx, log, (batch, words, &mut stretch))?;
            match (said.end, stretch.announced) {
                (None, Some(intent)) => {
                    tx.note_progress(intent, stretch.events)?;
                }
                (Some(failed), Some(intent)) => {
                    tx.remove_intent(intent)?;
                    log.append(&stretch.event(failed).intent(intent))?;
                    stretch = Stretch::default();
                }
                (Some(failed), None) if stretch.events > 0 => {
                    log.append(&stretch.event(failed))?;
                    stretch = Stretch::default();
                }
                _ => {}
            }
            Ok((added, stretch))
        })
    })
}

fn append_new(
    tx: &Tx<'_>,
    log: &mut Appender<'_>,
    (batch, words, stretch): (&[Pending], &mut Words, &mut Stretch),
) -> Result<Added> {
    let mut added = Added::default();
    let keys = if tx.has_event_keys()? {
        Keys::OldOnes
    } else {
        Keys::New
    };
    let mut names: HashMap<String, Party> = HashMap::new();
    for pending in batch {
        if !take_in(tx, &pending.key, log.size(), keys)? {
            stretch.known += 1;
            continue;
        }
        // A copy: where the transaction fails, the batch is written again as it was read.
        let mut event = pending.event.clone();
        added.named += u64::from(words.settle(tx, &mut event)?);
        for party in [&mut event.actor, &mut event.target].into_iter().flatten() {
            remembered(tx, &mut names, party)?;
        }
        // Nobody is named. It was not the caller who acted, but the program that tells it.
        event
            .actor
            .get_or_insert_with(|| Party::Name(event.source.clone()));
        let seq = log.append(&event)?;
        stretch.first.get_or_insert(seq);
        stretch.last = seq;
        stretch.events += 1;
        added.events += 1;
        added.repeated += pending.repeated;
    }
    Ok(added)
}

/// Takes in the key of what will be event `seq`; whether it is new.
fn take_in(tx: &Tx<'_>, key: &Key, seq: u64, keys: Keys) -> Result<bool> {
    match key {
        Key::Digest(key) => tx.insert_ingest_key(key),
        Key::Told(key) if keys == Keys::OldOnes && key.known_of_old(tx)?.is_some() => Ok(false),
        Key::Told(key) => tx.insert_told_key(key.short(), seq),
        Key::None => Ok(true),
    }
}

/// Who is meant by a name; asked once in a batch, in which no account can change.
fn remembered(tx: &Tx<'_>, names: &mut HashMap<String, Party>, meant: &mut Party) -> Result<()> {
    let Party::Name(name) = meant else {
        return Ok(());
    };
    if let Some(known) = names.get(name) {
        *meant = known.clone();
        return Ok(());
    }
    let found = party(tx, name)?;
    names.insert(name.clone(), found.clone());
    *meant = found;
    Ok(())
}

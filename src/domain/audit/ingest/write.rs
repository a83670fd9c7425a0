//! Appends a batch of lines that were understood: each under its key, at most once, all in one transaction.

use std::collections::HashMap;

use crate::base::error::Result;
use crate::domain::audit::record::{known_by, party, remember};
use crate::domain::audit::{Event, Party, append_all};
use crate::domain::context::Context;
use crate::store::Tx;

/// Events and bytes of their lines in one transaction.
const BATCH_EVENTS: usize = 8_000;
const BATCH_BYTES: usize = 4 << 20;

/// By what the line is known.
pub enum Key {
    Digest(super::identity::Key),
    /// The sender's own, shared with `audit record --id`.
    Told(String),
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

/// What a run brought.
#[derive(Clone, Copy, Default)]
pub struct Added {
    pub events: u64,
    pub repeated: u64,
}

/// Gathers events for transactions that are worth it.
#[derive(Default)]
pub struct Writing {
    pending: Vec<Pending>,
    bytes: usize,
    /// Nothing in the last batch was new: the next is looked at before the log is locked.
    stale: bool,
    pub added: Added,
    /// Lines whose event is there already.
    pub duplicates: u64,
}

impl Writing {
    /// Whether nothing that came last was new.
    pub const fn is_stale(&self) -> bool {
        self.stale
    }

    pub fn take(&mut self, ctx: &Context, pending: Vec<Pending>) -> Result<()> {
        self.bytes += pending.iter().map(|event| event.bytes).sum::<usize>();
        self.pending.extend(pending);
        if self.pending.len() >= BATCH_EVENTS || self.bytes >= BATCH_BYTES {
            return self.flush(ctx);
        }
        Ok(())
    }

    pub fn flush(&mut self, ctx: &Context) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        self.bytes = 0;
        if pending.is_empty() {
            return Ok(());
        }
        let all = u64::try_from(pending.len()).unwrap_or(0);
        if self.stale && all_known(ctx, &pending)? {
            self.duplicates += all;
            return Ok(());
        }
        let added = append_batch(ctx, pending)?;
        self.stale = added.events == 0;
        self.added.events += added.events;
        self.added.repeated += added.repeated;
        self.duplicates += all - added.events;
        Ok(())
    }
}

/// Whether nothing in the batch is new.
fn all_known(ctx: &Context, batch: &[Pending]) -> Result<bool> {
    ctx.store.read(|tx| {
        for pending in batch {
            let known = match &pending.key {
                Key::Digest(key) => tx.has_ingest_key(key)?,
                Key::Told(key) => known_by(ctx, tx, &pending.event.source, key)?.is_some(),
                Key::None => false,
            };
            if !known {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

/// Appends what is new.
fn append_batch(ctx: &Context, batch: Vec<Pending>) -> Result<Added> {
    ctx.store.write(ctx.mode, |tx| {
        append_all(ctx, tx, |log| {
            let mut added = Added::default();
            let mut names: HashMap<String, Party> = HashMap::new();
            for mut pending in batch {
                if known(ctx, tx, &pending)? {
                    continue;
                }
                let event = &mut pending.event;
                for party in [&mut event.actor, &mut event.target].into_iter().flatten() {
                    remembered(tx, &mut names, party)?;
                }
                // Nobody is named. It was not the caller who acted, but the program that tells it.
                event
                    .actor
                    .get_or_insert_with(|| Party::Name(event.source.clone()));
                let seq = log.append(event)?;
                if let Key::Told(key) = &pending.key {
                    remember(ctx, tx, (&event.source, key), seq)?;
                }
                added.events += 1;
                added.repeated += pending.repeated;
            }
            Ok(added)
        })
    })
}

/// Whether the line's event is there; the key of a new one is taken in.
fn known(ctx: &Context, tx: &Tx<'_>, pending: &Pending) -> Result<bool> {
    Ok(match &pending.key {
        Key::Digest(key) => !tx.insert_ingest_key(key)?,
        Key::Told(key) => known_by(ctx, tx, &pending.event.source, key)?.is_some(),
        Key::None => false,
    })
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

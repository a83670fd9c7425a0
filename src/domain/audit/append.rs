//! Appending: one event becomes canonical bytes, a leaf of the tree, and a row to search by.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::disclosure::{Disclosure, disclose};
use super::entry::readable;
use super::event::{Event, Party};
use super::verify_key::signing_key;
use crate::base::clock::{Time, micros_text};
use crate::base::error::{Error, Result};
use crate::base::json::canonical;
use crate::base::text::folded;
use crate::crypto::merkle::{Frontier, Hash, TILE_WIDTH, leaf, subtree_root};
use crate::crypto::note::Checkpoint;
use crate::crypto::seal;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, EventRow, Word, Zone};
use crate::store::keyring::Keyring;

/// The largest entry (C2SP tlog-tiles: entries carry a 16-bit length).
const MAX_ENTRY: usize = 65_535;
/// A checkpoint is signed at every multiple of this size.
pub(super) const CHECKPOINT_EVERY: u64 = 1_000;
/// How many words and names an appender remembers; beyond that it asks the store again.
const MOST_KEPT: usize = 50_000;

/// Appends one event inside the caller's transaction and returns its number.
pub fn append(ctx: &Context, tx: &Tx<'_>, event: &Event) -> Result<u64> {
    append_all(ctx, tx, |appender| appender.append(event))
}

/// Appends many events in one transaction: what one read once, the next need not read again. Nothing else may
/// append to the log before `write` returns.
pub fn append_all<T>(
    ctx: &Context,
    tx: &Tx<'_>,
    write: impl FnOnce(&mut Appender<'_>) -> Result<T>,
) -> Result<T> {
    let mut appender = Appender {
        ctx,
        tx,
        tree: tx.tree()?,
        last: tx.last_recorded()?,
        words: HashMap::new(),
        names: HashMap::new(),
        caller: None,
        block: Block::default(),
    };
    // What this transaction found left over and applied comes first: it did.
    if let Some(settled) = tx.take_settled() {
        appender.append(&super::told(settled))?;
    }
    let value = write(&mut appender)?;
    tx.set_tree(&appender.tree)?;
    Ok(value)
}

/// The right edge of the log within one transaction. It never outlives it: another process may append next.
pub struct Appender<'a> {
    ctx: &'a Context,
    tx: &'a Tx<'a>,
    tree: Frontier,
    last: Option<Time>,
    /// Ids of words by kind.
    words: HashMap<i64, HashMap<String, i64>>,
    names: HashMap<String, String>,
    /// Who runs the command, once it was asked for.
    caller: Option<Party>,
    block: Block,
}

/// What is known of the newest, incomplete 256 events: those appended by this appender.
#[derive(Default)]
struct Block {
    hashes: Vec<Hash>,
    zone: Option<Zone>,
}

impl Block {
    fn add(&mut self, hash: Hash, time: Time, event: &Event) {
        let ts = time.timestamp_micros();
        let zone = self.zone.get_or_insert(Zone::EMPTY);
        zone.add(ts, event.outcome.number(), event.severity.number());
        self.hashes.push(hash);
    }
}

impl Appender<'_> {
    /// The number of the next event.
    pub const fn size(&self) -> u64 {
        self.tree.size()
    }

    pub fn append(&mut self, event: &Event) -> Result<u64> {
        let seq = self.tree.size();
        let now = self.ctx.now();
        let place = Place {
            seq,
            // Record time never goes back, whatever the machine's clock does.
            recorded: self.last.map_or(now, |last| last.max(now)),
            time: event.time.map_or(Ok(now), readable)?,
        };
        self.last = Some(place.recorded);
        let parties = self.parties(event)?;
        let entry = entry(self.ctx, self.tx, event, &place, &parties)?;
        self.insert(event, &place, &parties, &entry)?;
        let hash = leaf(&entry);
        self.tree.push(hash)?;
        self.block.add(hash, place.time, event);
        self.complete_tiles()?;
        if self.tree.size().is_multiple_of(CHECKPOINT_EVERY) {
            sign(self.ctx, self.tx, &self.tree, "periodic")?;
        }
        Ok(seq)
    }

    fn parties(&mut self, event: &Event) -> Result<Parties> {
        let mut names = vec![];
        let actor = match &event.actor {
            Some(actor) => actor.clone(),
            None => self.caller()?,
        };
        let actor = self.identify(&actor, |name| names.push(("actor_name", name)))?;
        let target = match &event.target {
            Some(party) => Some(self.identify(party, |name| names.push(("target_name", name)))?),
            None => None,
        };
        Ok(Parties {
            actor,
            target,
            names,
        })
    }

    /// The account that is bound to the caller; without one, the caller's name.
    fn caller(&mut self) -> Result<Party> {
        if let Some(known) = &self.caller {
            return Ok(known.clone());
        }
        let caller = &self.ctx.caller;
        let bound = match &caller.user {
            Some(user) => self.tx.operator(user.uid)?.filter(|row| user.is(row)),
            None => None,
        };
        let party = match bound {
            Some(operator) => Party::Id(operator.account),
            None => Party::Name(caller.name.clone()),
        };
        self.caller = Some(party.clone());
        Ok(party)
    }

    /// The id of a party. A name gets a random pseudonym, found again by keyed digest; its clear form is
    /// disclosed by the event in which the pseudonym appears first.
    fn identify(&mut self, party: &Party, fresh: impl FnOnce(String)) -> Result<String> {
        let name = match party {
            Party::Id(id) => return Ok(id.clone()),
            Party::Name(name) => name,
        };
        if let Some(id) = self.names.get(name) {
            return Ok(id.clone());
        }
        let digest = pseudonym_digest(self.ctx, name)?;
        let id = if let Some(id) = self.tx.pseudonym(&digest)? {
            id
        } else {
            let id = self.ctx.random.id("s")?;
            self.tx.insert_pseudonym(&digest, &id)?;
            fresh(name.clone());
            id
        };
        if self.names.len() >= MOST_KEPT {
            self.names.clear();
        }
        self.names.insert(name.clone(), id.clone());
        Ok(id)
    }

    fn word(&mut self, word: Word, value: &str, seq: u64) -> Result<i64> {
        let known = self.words.entry(word.number()).or_default();
        if let Some(id) = known.get(value) {
            return Ok(*id);
        }
        let id = self.tx.word(word, value, seq)?;
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        known.insert(value.to_owned(), id);
        Ok(id)
    }

    fn insert(
        &mut self,
        event: &Event,
        place: &Place,
        parties: &Parties,
        entry: &[u8],
    ) -> Result<()> {
        let target = match &parties.target {
            Some(target) => Some(self.word(Word::Target, target, place.seq)?),
            None => None,
        };
        let row = EventRow {
            seq: place.seq,
            ts: place.time,
            rts: place.recorded,
            action: self.word(Word::Action, &event.action, place.seq)?,
            actor: self.word(Word::Actor, &parties.actor, place.seq)?,
            target,
            source: self.word(Word::Source, &event.source, place.seq)?,
            outcome: event.outcome.number(),
            severity: event.severity.number(),
            entry,
        };
        self.tx.insert_event(&row)
    }

    /// Stores the tiles that became full with this size, and the zone of the newest 256 events.
    fn complete_tiles(&mut self) -> Result<()> {
        if !self.tree.size().is_multiple_of(TILE_WIDTH) {
            return Ok(());
        }
        let tx = self.tx;
        let mut number = self.tree.size() / TILE_WIDTH - 1;
        let block = std::mem::take(&mut self.block);
        let whole = u64::try_from(block.hashes.len()) == Ok(TILE_WIDTH);
        // Events that were there before this transaction are read back, once per 256.
        let (mut hashes, zone) = match block.zone {
            Some(zone) if whole => (block.hashes, zone),
            _ => (
                tx.leaves(number * TILE_WIDTH, TILE_WIDTH)?,
                tx.compute_zone(number)?,
            ),
        };
        tx.insert_zone(number, zone)?;
        tx.insert_tile(0, number, &hashes)?;
        let mut level = 0;
        // Tile `number` is the last of a tile one level up exactly when its number ends that tile.
        while (number + 1).is_multiple_of(TILE_WIDTH) {
            let first = number + 1 - TILE_WIDTH;
            hashes = (first..=number)
                .map(|below| {
                    let tile = tx.tile(level, below)?;
                    tile.map(|tile| subtree_root(&tile))
                        .ok_or_else(|| Error::integrity("a tile of the audit log is missing"))
                })
                .collect::<Result<_>>()?;
            level += 1;
            number /= TILE_WIDTH;
            tx.insert_tile(level, number, &hashes)?;
        }
        Ok(())
    }
}

/// The keyed digest under which a name's pseudonym is found.
pub(super) fn pseudonym_digest(ctx: &Context, name: &str) -> Result<[u8; 32]> {
    let key = ctx.store.keyring.lasting_hmac()?;
    seal::mac(key, "pseudonym", folded(name).as_bytes())
}

/// Signs the tree as it stands and stores the note; returns it.
pub fn checkpoint(ctx: &Context, tx: &Tx<'_>, reason: &str) -> Result<CheckpointRow> {
    sign(ctx, tx, &tx.tree()?, reason)
}

/// The signed checkpoint of a tree that was read, not stored yet.
pub fn sign_tree(ctx: &Context, tree: &Frontier, reason: &str) -> Result<CheckpointRow> {
    let keyring: &Keyring = &ctx.store.keyring;
    let checkpoint = Checkpoint {
        origin: keyring.origin(),
        size: tree.size(),
        root: tree.root(),
    };
    Ok(CheckpointRow {
        epoch: keyring.epoch.clone(),
        size: tree.size(),
        note: checkpoint.sign(&signing_key(keyring))?,
        made: ctx.now(),
        reason: reason.to_owned(),
    })
}

/// Where an event stands: its number and its two times.
struct Place {
    seq: u64,
    recorded: Time,
    time: Time,
}

/// Who acted and on what, as ids; with the clear names of pseudonyms that are new.
struct Parties {
    actor: String,
    target: Option<String>,
    names: Vec<(&'static str, String)>,
}

/// The canonical bytes (RFC 8785), with a digest in the place of every personal value.
fn entry(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &Event,
    place: &Place,
    parties: &Parties,
) -> Result<Vec<u8>> {
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| map.insert(key.to_owned(), value);
    put("v", 1.into());
    put("seq", place.seq.into());
    put("ts", micros_text(place.time).into());
    put("rts", micros_text(place.recorded).into());
    put("action", event.action.as_str().into());
    put("actor", parties.actor.as_str().into());
    put("source", event.source.as_str().into());
    put("via", ctx.caller.via.as_str().into());
    put("outcome", event.outcome.as_str().into());
    put("severity", event.severity.as_str().into());
    if let Some(target) = &parties.target {
        put("target", target.as_str().into());
    }
    if let Some(intent) = event.intent {
        put("intent", intent.into());
    }
    if let Some(request) = &event.request {
        put("request", request.as_str().into());
    }
    if let Some(ticket) = &ctx.caller.ticket {
        put("ticket", ticket.as_str().into());
    }
    if !event.data.is_empty() {
        put("data", Value::Object(event.data.clone()));
    }
    let digests = disclose_all(ctx, tx, event, place, parties)?;
    if !digests.is_empty() {
        put("_sd", Value::Object(digests));
    }
    let bytes = canonical(&Value::Object(map))?;
    if bytes.len() > MAX_ENTRY {
        return Err(Error::usage("the event is too large")
            .hint(format!("an event has at most {MAX_ENTRY} bytes")));
    }
    Ok(bytes)
}

fn disclose_all(
    ctx: &Context,
    tx: &Tx<'_>,
    event: &Event,
    place: &Place,
    parties: &Parties,
) -> Result<Map<String, Value>> {
    let mut digests = Map::new();
    // A field is disclosed once per event: the names of pseudonyms, which nobody may choose, before what the event
    // says, and that before what the caller says.
    let mut put = |field: &str, disclosed: &mut dyn FnMut() -> Result<Disclosure>| -> Result<()> {
        if digests.contains_key(field) {
            return Ok(());
        }
        let disclosure = disclosed()?;
        tx.insert_disclosure(place.seq, field, &disclosure.text)?;
        digests.insert(field.to_owned(), disclosure.digest.into());
        Ok(())
    };
    for (field, name) in &parties.names {
        put(field, &mut || {
            disclose(&ctx.random, field, &name.as_str().into())
        })?;
    }
    for (field, disclosure) in &event.disclosed {
        put(field, &mut || Ok(disclosure.clone()))?;
    }
    for (field, value) in &event.personal {
        put(field, &mut || disclose(&ctx.random, field, value))?;
    }
    if let Some(reason) = &ctx.caller.reason {
        put("reason", &mut || {
            disclose(&ctx.random, "reason", &reason.as_str().into())
        })?;
    }
    Ok(digests)
}

fn sign(ctx: &Context, tx: &Tx<'_>, tree: &Frontier, reason: &str) -> Result<CheckpointRow> {
    let row = sign_tree(ctx, tree, reason)?;
    tx.insert_checkpoint(&row)?;
    Ok(row)
}

//! Appending: one event becomes canonical bytes, a leaf of the tree, and a row to search by.

use serde_json::{Map, Value};

use super::disclosure::disclose;
use super::event::{Event, Party};
use super::verify_key::signing_key;
use crate::base::clock::{Time, micros_text};
use crate::base::error::{Error, Result};
use crate::base::json::canonical;
use crate::base::text::folded;
use crate::crypto::merkle::{Frontier, TILE_WIDTH, leaf, subtree_root};
use crate::crypto::note::Checkpoint;
use crate::crypto::seal;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{CheckpointRow, EventRow, Word};
use crate::store::keyring::Keyring;

/// The largest entry (C2SP tlog-tiles: entries carry a 16-bit length).
const MAX_ENTRY: usize = 65_535;
/// A checkpoint is signed at every multiple of this size.
const CHECKPOINT_EVERY: u64 = 1_000;

/// Appends one event inside the caller's transaction and returns its number.
pub fn append(ctx: &Context, tx: &Tx<'_>, event: &Event) -> Result<u64> {
    let mut tree = tx.tree()?;
    let seq = tree.size();
    let now = ctx.now();
    let place = Place {
        seq,
        // Record time never goes back, whatever the machine's clock does.
        recorded: tx.last_recorded()?.map_or(now, |last| last.max(now)),
        time: event.time.unwrap_or(now),
    };
    let parties = Parties::of(ctx, tx, event)?;
    let entry = entry(ctx, tx, event, &place, &parties)?;
    insert(tx, event, &place, &parties, &entry)?;
    tree.push(leaf(&entry))?;
    tx.set_tree(&tree)?;
    complete_tiles(tx, tree.size())?;
    if tree.size().is_multiple_of(CHECKPOINT_EVERY) {
        sign(ctx, tx, &tree, "periodic")?;
    }
    Ok(seq)
}

/// Signs the tree as it stands and stores the note; returns it.
pub fn checkpoint(ctx: &Context, tx: &Tx<'_>, reason: &str) -> Result<CheckpointRow> {
    sign(ctx, tx, &tx.tree()?, reason)
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

impl Parties {
    fn of(ctx: &Context, tx: &Tx<'_>, event: &Event) -> Result<Self> {
        let caller = Party::Name(ctx.caller.name.clone());
        let mut names = vec![];
        let actor = identify(ctx, tx, event.actor.as_ref().unwrap_or(&caller), |name| {
            names.push(("actor_name", name));
        })?;
        let target = match &event.target {
            Some(party) => Some(identify(ctx, tx, party, |name| {
                names.push(("target_name", name));
            })?),
            None => None,
        };
        Ok(Self {
            actor,
            target,
            names,
        })
    }
}

/// The id of a party. A name gets a random pseudonym, found again by keyed digest; its clear form is disclosed
/// by the event in which the pseudonym appears first.
fn identify(
    ctx: &Context,
    tx: &Tx<'_>,
    party: &Party,
    mut fresh: impl FnMut(String),
) -> Result<String> {
    let name = match party {
        Party::Id(id) => return Ok(id.clone()),
        Party::Name(name) => name,
    };
    // The first key, not the newest: a name keeps its pseudonym when keys rotate.
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    let digest = seal::mac(&key.key, "pseudonym", folded(name).as_bytes())?;
    if let Some(id) = tx.pseudonym(&digest)? {
        return Ok(id);
    }
    let id = ctx.random.id("s")?;
    tx.insert_pseudonym(&digest, &id)?;
    fresh(name.clone());
    Ok(id)
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
    let reason = ctx
        .caller
        .reason
        .iter()
        .map(|reason| ("reason".to_owned(), reason.clone().into()));
    let names = parties
        .names
        .iter()
        .map(|(field, name)| ((*field).to_owned(), name.clone().into()));
    let mut digests = Map::new();
    for (field, value) in event.personal.iter().cloned().chain(reason).chain(names) {
        // A field is disclosed once per event; what the event says goes before what the caller says.
        if digests.contains_key(&field) {
            continue;
        }
        let disclosure = disclose(&ctx.random, &field, &value)?;
        tx.insert_disclosure(place.seq, &field, &disclosure.text)?;
        digests.insert(field, disclosure.digest.into());
    }
    Ok(digests)
}

fn insert(
    tx: &Tx<'_>,
    event: &Event,
    place: &Place,
    parties: &Parties,
    entry: &[u8],
) -> Result<()> {
    let target = parties.target.as_deref();
    tx.insert_event(&EventRow {
        seq: place.seq,
        ts: place.time,
        rts: place.recorded,
        action: tx.word(Word::Action, &event.action, place.seq)?,
        actor: tx.word(Word::Actor, &parties.actor, place.seq)?,
        target: target
            .map(|target| tx.word(Word::Target, target, place.seq))
            .transpose()?,
        source: tx.word(Word::Source, &event.source, place.seq)?,
        outcome: event.outcome.number(),
        severity: event.severity.number(),
        entry,
    })
}

/// Stores the tiles that became full with this size, and the zone of the newest 256 events.
fn complete_tiles(tx: &Tx<'_>, size: u64) -> Result<()> {
    if !size.is_multiple_of(TILE_WIDTH) {
        return Ok(());
    }
    let mut number = size / TILE_WIDTH - 1;
    let mut hashes = tx.leaves(number * TILE_WIDTH, TILE_WIDTH)?;
    tx.insert_zone(number, tx.compute_zone(number)?)?;
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

fn sign(ctx: &Context, tx: &Tx<'_>, tree: &Frontier, reason: &str) -> Result<CheckpointRow> {
    let keyring: &Keyring = &ctx.store.keyring;
    let checkpoint = Checkpoint {
        origin: keyring.origin(),
        size: tree.size(),
        root: tree.root(),
    };
    let row = CheckpointRow {
        epoch: keyring.epoch.clone(),
        size: tree.size(),
        note: checkpoint.sign(&signing_key(keyring))?,
        made: ctx.now(),
        reason: reason.to_owned(),
    };
    tx.insert_checkpoint(&row)?;
    Ok(row)
}

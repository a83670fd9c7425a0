//! Events that other programs tell of: one at a time, each under a key of its own at most once.

use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;

use super::event::{Event, Outcome, Party, Severity};
use super::{append, change};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::{folded, safe};
use crate::crypto::{seal, secret};
use crate::domain::context::Context;
use crate::store::Tx;

pub(super) const MOST_NAME: usize = 256;
pub(super) const MOST_VALUE: usize = 16 * 1024;
/// A reader stops at 128 levels, and what is kept lies a few deeper than what came.
const MOST_DEPTH: u8 = 64;
/// What an event may stand for at most: more is a mistake or a lie.
pub(super) const MOST_COUNT: u64 = 1_000_000_000;
/// Under these names the log keeps the clear names of pseudonyms and why somebody acted: whoever could write
/// them would choose as whom an actor appears.
pub(super) const RESERVED: [&str; 3] = ["actor_name", "target_name", "reason"];

/// What was told.
#[derive(Clone, Debug)]
pub struct Foreign {
    pub action: String,
    pub source: String,
    pub actor: Option<String>,
    pub target: Option<String>,
    pub outcome: Outcome,
    pub severity: Severity,
    pub time: Option<Time>,
    /// Told twice under the same key, it is one event.
    pub key: Option<String>,
    /// It stands for so many alike: the one thing of a foreign event, besides its kind, that is told in the clear.
    pub count: Option<u64>,
    /// All of it is personal until somebody says otherwise.
    pub fields: Vec<(String, Value)>,
}

/// The event's number, and whether it was there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub seq: u64,
    pub known: bool,
}

/// Records what another program tells. Speaking as `optimactl` is refused, and the refusal recorded.
pub fn record(ctx: &Context, foreign: &Foreign) -> Result<Recorded> {
    refuse_own(ctx, &foreign.source, "audit.record")?;
    check(foreign)?;
    let key = foreign.key.as_deref();
    let key = key
        .map(|key| Told::new(ctx.store.keyring.lasting_hmac()?, &foreign.source, key))
        .transpose()?;
    ctx.store.write(ctx.mode, |tx| {
        if let Some(key) = &key
            && let Some(seq) = key.known(tx)?
        {
            return Ok(Recorded { seq, known: true });
        }
        let seq = append(ctx, tx, &event(tx, foreign)?)?;
        if let Some(key) = &key {
            tx.insert_told_key(key.short(), seq)?;
        }
        Ok(Recorded { seq, known: false })
    })
}

/// The id under which a sender told an event. It can be a name or an address: only a keyed digest of it is kept.
pub(super) struct Told {
    source: String,
    id: String,
    digest: [u8; 32],
}

impl Told {
    pub(super) fn new(secret: &secret::Key, source: &str, id: &str) -> Result<Self> {
        let digest = seal::mac(secret, "event-key", format!("{source}\0{id}").as_bytes())?;
        Ok(Self {
            source: source.to_owned(),
            id: id.to_owned(),
            digest,
        })
    }

    /// 128 bits of the digest: as many as tell ids apart that nobody can choose by their digest.
    pub(super) fn short(&self) -> &[u8] {
        self.digest.first_chunk::<16>().map_or(&[], |short| short)
    }

    /// The event that was told under it before.
    pub(super) fn known(&self, tx: &Tx<'_>) -> Result<Option<u64>> {
        match tx.event_told(self.short())? {
            None if tx.has_event_keys()? => self.known_of_old(tx),
            known => Ok(known),
        }
    }

    /// Up to version 4 the whole digest was kept as text, and before it the id itself.
    pub(super) fn known_of_old(&self, tx: &Tx<'_>) -> Result<Option<u64>> {
        let text = BASE64URL_NOPAD.encode(&self.digest);
        match tx.event_of_key(&self.source, &text)? {
            Some(seq) => Ok(Some(seq)),
            None => tx.event_of_key(&self.source, &self.id),
        }
    }
}

/// Refuses this program's own name, and records that somebody wanted it.
pub(super) fn refuse_own(ctx: &Context, source: &str, action: &str) -> Result<()> {
    if folded(source) != "optimactl" {
        return Ok(());
    }
    let event = Event::new(action).severity(Severity::Medium);
    let refused = change(ctx, event, |_, _| {
        Err::<(), _>(
            Error::refused("the source `optimactl` is this program's own")
                .hint("name the program that tells the event: `--source NAME`"),
        )
    });
    refused.map(|_| ())
}

/// The event as it will be appended: accounts become their ids, other names pseudonyms.
pub fn event(tx: &Tx<'_>, foreign: &Foreign) -> Result<Event> {
    event_with(foreign, &mut |name| party(tx, name))
}

/// The same; `party` says who is meant by a name.
pub(super) fn event_with(
    foreign: &Foreign,
    party: &mut dyn FnMut(&str) -> Result<Party>,
) -> Result<Event> {
    let mut event = Event::foreign(&foreign.action, &foreign.source)
        .outcome(foreign.outcome)
        .severity(foreign.severity);
    if let Some(actor) = &foreign.actor {
        event = event.actor(party(actor)?);
    }
    match foreign.target.as_deref().map(party).transpose()? {
        Some(Party::Id(id)) => event.set_target(id),
        Some(Party::Name(name)) => event = event.target_name(name),
        None => {}
    }
    if let Some(time) = foreign.time {
        event = event.at(time);
    }
    if let Some(count) = foreign.count {
        event.data.insert("count".to_owned(), count.into());
    }
    for (field, value) in &foreign.fields {
        event.set_personal(field, value.clone());
    }
    Ok(event)
}

/// Who is meant by a name.
pub(super) fn party(tx: &Tx<'_>, name: &str) -> Result<Party> {
    Ok(match tx.account_party(&folded(name))? {
        Some(id) => Party::Id(id),
        None => Party::Name(name.to_owned()),
    })
}

/// Whether lists and objects lie deeper in each other than `left` levels.
fn is_deep(value: &Value, left: u8) -> bool {
    let Some(left) = left.checked_sub(1) else {
        return value.is_array() || value.is_object();
    };
    match value {
        Value::Array(items) => items.iter().any(|item| is_deep(item, left)),
        Value::Object(items) => items.values().any(|item| is_deep(item, left)),
        _ => false,
    }
}

/// Whether a text may be an action, a source or a field's name.
pub(super) fn is_word(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let inner = |byte: u8| letter(byte) || b"._-".contains(&byte);
    text.len() <= 64 && text.bytes().all(inner) && text.bytes().next().is_some_and(letter)
}

/// Whether a text may be an action: a noun and a verb.
pub(super) fn is_action(text: &str) -> bool {
    let parts = text.split_once('.');
    parts.is_some_and(|(noun, verb)| !noun.is_empty() && !verb.is_empty()) && is_word(text)
}

/// Refuses what no entry may hold.
pub(super) fn check(foreign: &Foreign) -> Result<()> {
    if !is_action(&foreign.action) {
        return Err(
            Error::usage(format!("`{}` is no action", safe(&foreign.action)))
                .hint("write a noun and a verb: `auth.login`, `vpn.connect`"),
        );
    }
    if !is_word(&foreign.source) {
        return Err(
            Error::usage(format!("`{}` is no source", safe(&foreign.source)))
                .hint("write small letters, digits, `.`, `_` and `-`: `sshd`, `mail-gateway`"),
        );
    }
    let names = [&foreign.actor, &foreign.target, &foreign.key];
    if names
        .into_iter()
        .flatten()
        .any(|name| name.is_empty() || name.len() > MOST_NAME)
    {
        return Err(Error::usage(format!(
            "an actor, target or id has 1 to {MOST_NAME} bytes"
        )));
    }
    if foreign
        .count
        .is_some_and(|count| count == 0 || count > MOST_COUNT)
    {
        return Err(Error::usage(format!("a count is 1 to {MOST_COUNT}")));
    }
    check_fields(foreign)
}

fn check_fields(foreign: &Foreign) -> Result<()> {
    for (field, value) in &foreign.fields {
        if RESERVED.contains(&field.as_str()) {
            return Err(
                Error::usage(format!("the field `{field}` is this program's own"))
                    .hint("name who acted with `--actor`, on whom with `--target`"),
            );
        }
        if !is_word(field) {
            return Err(Error::usage(format!("`{}` is no field name", safe(field)))
                .hint("write small letters, digits, `.`, `_` and `-`"));
        }
        if is_deep(value, MOST_DEPTH) {
            return Err(Error::usage(format!(
                "the field `{field}` is nested deeper than {MOST_DEPTH} levels"
            )));
        }
        if value.to_string().len() > MOST_VALUE {
            return Err(Error::usage(format!(
                "the field `{field}` is longer than {MOST_VALUE} bytes"
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::Fixture;
    use crate::store::Mode;

    #[test]
    fn an_id_told_up_to_version_4_is_known_still() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let told = |key: &str| {
            let foreign = Foreign {
                action: "vpn.connect".into(),
                source: "vpn".into(),
                actor: None,
                target: None,
                outcome: Outcome::Success,
                severity: Severity::Info,
                time: None,
                key: Some(key.to_owned()),
                count: None,
                fields: vec![],
            };
            record(&ctx, &foreign).unwrap()
        };
        let of_old = Told::new(ctx.store.keyring.lasting_hmac().unwrap(), "vpn", "of 4").unwrap();
        let text = BASE64URL_NOPAD.encode(&of_old.digest);
        let old = |tx: &Tx<'_>| {
            tx.insert_event_key("vpn", &text, 7)?;
            tx.insert_event_key("vpn", "of 3", 8)
        };
        ctx.store.write(Mode::Commit, old).unwrap();
        for (key, seq) in [("of 4", 7), ("of 3", 8)] {
            assert_eq!(told(key), Recorded { seq, known: true });
        }
        let fresh = told("of 5");
        assert!(!fresh.known);
        assert_eq!(
            told("of 5"),
            Recorded {
                known: true,
                ..fresh
            }
        );
    }
}

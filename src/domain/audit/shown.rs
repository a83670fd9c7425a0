//! An event as a person or a program reads it: the entry with its personal values put back, and names for ids.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value};

use super::disclosure::reveal;
use super::query::text_of;
use crate::base::error::{Error, Result};
use crate::store::Tx;

/// How many names are remembered while a listing runs.
const MOST_NAMES: usize = 10_000;

/// One event.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Shown {
    pub seq: u64,
    /// When it happened, and when it was recorded.
    pub ts: String,
    pub rts: String,
    pub action: String,
    pub actor: String,
    pub actor_name: Option<String>,
    pub target: Option<String>,
    pub target_name: Option<String>,
    pub source: String,
    pub via: String,
    pub outcome: String,
    pub severity: String,
    pub intent: Option<u64>,
    pub request: Option<String>,
    pub ticket: Option<String>,
    pub data: Map<String, Value>,
    /// Values behind the digests that are still there.
    pub personal: Map<String, Value>,
    /// Fields whose values are gone; their digests stay.
    pub erased: Vec<String>,
    /// The digest of every personal value, as the entry holds it.
    #[serde(skip)]
    pub digests: Map<String, Value>,
}

/// Names behind ids, remembered while a listing runs.
#[derive(Default)]
pub struct Names(HashMap<String, Option<String>>);

impl Names {
    /// The account's present name, or the name that a pseudonym stands for, if it was not erased.
    pub fn of(&mut self, tx: &Tx<'_>, id: &str) -> Result<Option<String>> {
        if let Some(known) = self.0.get(id) {
            return Ok(known.clone());
        }
        let name = match tx.account_party_name(id)? {
            Some(name) => Some(name),
            None => match tx.pseudonym_disclosure(id)? {
                Some(text) => Some(text_of(&reveal(&text)?.1)),
                None => None,
            },
        };
        if self.0.len() >= MOST_NAMES {
            self.0.clear();
        }
        self.0.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

impl Shown {
    /// The event with its personal values and names.
    pub fn of(tx: &Tx<'_>, seq: u64, entry: &[u8], names: &mut Names) -> Result<Self> {
        let mut shown = Self::bare(tx, seq, entry)?;
        shown.name(tx, names)?;
        Ok(shown)
    }

    /// Names for the ids of actor and target.
    pub(super) fn name(&mut self, tx: &Tx<'_>, names: &mut Names) -> Result<()> {
        self.actor_name = names.of(tx, &self.actor)?;
        if let Some(target) = &self.target {
            self.target_name = names.of(tx, target)?;
        }
        Ok(())
    }

    /// The event with its personal values, ids as they are.
    pub fn bare(tx: &Tx<'_>, seq: u64, entry: &[u8]) -> Result<Self> {
        let mut shown = Self::closed(seq, entry)?;
        if !shown.digests.is_empty() {
            let rows = tx.disclosures(seq, seq + 1)?;
            let values: Result<Vec<_>> = rows.iter().map(|row| reveal(&row.text)).collect();
            shown.put_back(values?);
        }
        Ok(shown)
    }

    /// What the entry alone says: nothing personal. Every committed field counts as erased.
    pub(super) fn closed(seq: u64, entry: &[u8]) -> Result<Self> {
        let damaged = || Error::integrity(format!("event {seq} is damaged"));
        let value: Value = serde_json::from_slice(entry).map_err(|_| damaged())?;
        let Value::Object(mut map) = value else {
            return Err(damaged());
        };
        let mut text = |key: &str| match map.remove(key) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let mut shown = Self {
            seq,
            ts: text("ts").ok_or_else(damaged)?,
            rts: text("rts").ok_or_else(damaged)?,
            action: text("action").ok_or_else(damaged)?,
            actor: text("actor").ok_or_else(damaged)?,
            target: text("target"),
            source: text("source").ok_or_else(damaged)?,
            via: text("via").unwrap_or_default(),
            outcome: text("outcome").ok_or_else(damaged)?,
            severity: text("severity").ok_or_else(damaged)?,
            request: text("request"),
            ticket: text("ticket"),
            ..Self::default()
        };
        shown.intent = map.get("intent").and_then(Value::as_u64);
        if let Some(Value::Object(data)) = map.remove("data") {
            shown.data = data;
        }
        if let Some(Value::Object(digests)) = map.remove("_sd") {
            shown.erased = digests.keys().cloned().collect();
            shown.digests = digests;
        }
        Ok(shown)
    }

    /// Puts values back that still exist.
    pub(super) fn put_back(&mut self, values: impl IntoIterator<Item = (String, Value)>) {
        self.personal.extend(values);
        let personal = &self.personal;
        self.erased.retain(|field| !personal.contains_key(field));
    }

    /// A field by name, wherever it stands, as text.
    pub fn field(&self, name: &str) -> Option<String> {
        let own = match name {
            "via" => Some(self.via.clone()),
            "request" => self.request.clone(),
            "ticket" => self.ticket.clone(),
            "intent" => self.intent.map(|seq| seq.to_string()),
            _ => None,
        };
        let listed = self.data.get(name).or_else(|| self.personal.get(name));
        let gathered = || self.gathered().find(|(key, _)| *key == name);
        let listed = listed.or_else(|| gathered().map(|(_, value)| value));
        own.or_else(|| listed.map(text_of))
    }

    /// Values whose names may be personal themselves: they stand together in `more`, `more_2` and so on.
    pub fn gathered(&self) -> impl Iterator<Item = (&String, &Value)> {
        let parts = self.personal.iter();
        let parts = parts.filter(|(key, _)| *key == "more" || key.starts_with("more_"));
        parts.filter_map(|(_, value)| value.as_object()).flatten()
    }

    /// `key=value` for everything beyond the columns; values that are gone show as `(erased)`.
    pub fn details(&self) -> Vec<(String, String)> {
        let mut details: Vec<(String, String)> = self
            .data
            .iter()
            .chain(&self.personal)
            .filter(|(key, _)| !matches!(key.as_str(), "actor_name" | "target_name"))
            .map(|(key, value)| (key.clone(), text_of(value)))
            .collect();
        details.extend(
            self.erased
                .iter()
                .map(|field| (field.clone(), "(erased)".to_owned())),
        );
        for (key, value) in [
            ("request", self.request.clone()),
            ("ticket", self.ticket.clone()),
            ("intent", self.intent.map(|seq| seq.to_string())),
        ] {
            if let Some(value) = value {
                details.push((key.to_owned(), value));
            }
        }
        details
    }

    /// Who acted, as people know them.
    pub fn actor_shown(&self) -> &str {
        self.actor_name.as_deref().unwrap_or(&self.actor)
    }

    pub fn target_shown(&self) -> &str {
        let name = self.target_name.as_deref().or(self.target.as_deref());
        name.unwrap_or_default()
    }
}

//! What the log tells the person: sign-ins and everything else, read once, kept by allow-list, with labels for others.

use serde_json::{Map, Value};

use super::About;
use super::labels::Labels;
use super::months::Months;
use super::reel::Reel;
use super::response::{Activity, Profile, SignIn};
use super::words;
use crate::base::clock::{self, Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::domain::audit;
use crate::store::Tx;
use crate::store::subject::EventFacts;

/// Fields in the clear part of an event that tell the person something and nothing about others.
#[rustfmt::skip]
const CLEAR: [&str; 21] = [
    "reference", "type", "law", "state", "step", "channel", "method", "factor", "role", "roles", "group", "kind",
    "purpose", "version", "what", "level", "until", "expires", "scopes", "code", "changed",
];
/// Personal fields of any event that are the person's own where they acted. Paths and queries are none: they may name
/// others, or hold what opens a door.
#[rustfmt::skip]
const OWN: [&str; 17] = [
    "ip", "client_ip", "remote_ip", "peer_ip", "src_ip", "user_agent", "country", "city", "device", "browser", "os",
    "app", "application", "service", "method", "status", "mfa",
];
/// Personal fields of this program's events about their account.
#[rustfmt::skip]
const PROFILE: [&str; 12] = [
    "name", "name_before", "email", "email_before", "display_name", "display_name_before", "region", "region_before",
    "kind", "kind_before", "expires", "expires_before",
];

/// What was read.
#[derive(Default)]
pub(super) struct Told {
    pub(super) sign_ins: Reel<SignIn>,
    pub(super) activity: Reel<Activity>,
    pub(super) months: Months,
}

/// Sign-ins and all other events; of portability only what was observed of the person's own doing. `own` are the ids
/// under which the log knows the person, `asked` those of their requests.
pub(super) fn read(
    tx: &Tx<'_>,
    about: &About<'_>,
    (own, asked): (&[String], &[String]),
) -> Result<Told> {
    let mut labels = Labels::new(own);
    let mut told = Told::default();
    tx.each_subject_event(&[own, asked].concat(), |event| {
        let event = Seen::read(&event, &labels)?;
        if event.action.starts_with("auth.") && event.is_own {
            told.months.count(event.time);
            return told.sign_ins.push(&event.sign_in());
        }
        // Labels are given in the order of the log, whatever is left out.
        let item = event.activity(&mut labels);
        if about.profile == Profile::Access || event.is_own {
            told.months.count(event.time);
            told.activity.push(&item)?;
        }
        Ok(())
    })?;
    Ok(told)
}

/// An event as the person may see it.
struct Seen {
    time: Time,
    action: String,
    actor: String,
    target: String,
    outcome: String,
    /// The person acted, or signed in.
    is_own: bool,
    fields: Vec<(String, String)>,
}

impl Seen {
    fn read(event: &EventFacts, labels: &Labels<'_>) -> Result<Self> {
        let damaged = || Error::integrity("an event of the audit log is damaged");
        let entry: Map<String, Value> =
            serde_json::from_slice(&event.entry).map_err(|_| damaged())?;
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let (action, actor, target) = (text("action"), text("actor"), text("target"));
        let is_subject = |party: &str| labels.is_subject(party);
        let is_ours = text("source") == "optimactl";
        let mut fields = vec![];
        if let Some(Value::Object(data)) = entry.get("data") {
            let clear = data.iter().filter(|(key, _)| CLEAR.contains(&key.as_str()));
            fields.extend(clear.map(|(key, value)| (key.clone(), shown(value))));
        }
        for stored in &event.disclosures {
            let (field, value) = audit::reveal(stored)?;
            let own = OWN.contains(&field.as_str()) && (is_subject(actor) || is_sign_in(action));
            let about = is_ours && is_subject(target) && is_profile(action, &field);
            if own || about {
                fields.push((field, shown(&value)));
            }
        }
        Ok(Self {
            time: clock::parse(text("ts")).map_err(|_| damaged())?,
            is_own: is_subject(actor) || (is_subject(target) && action.starts_with("auth.")),
            action: action.to_owned(),
            actor: actor.to_owned(),
            target: target.to_owned(),
            outcome: text("outcome").to_owned(),
            fields,
        })
    }

    fn sign_in(&self) -> SignIn {
        let field = |key: &str| {
            let found = self.fields.iter().find(|(field, _)| field == key);
            found.map(|(_, value)| value.clone())
        };
        SignIn {
            time: seconds_text(self.time),
            outcome: self.outcome.clone(),
            method: field("method"),
            ip: field("ip"),
            user_agent: field("user_agent"),
        }
    }

    fn activity(&self, labels: &mut Labels<'_>) -> Activity {
        let details: Vec<String> = self
            .fields
            .iter()
            .map(|(field, value)| format!("{}: {value}", field.replace('_', " ")))
            .collect();
        Activity {
            time: seconds_text(self.time),
            what: words::action(&self.action),
            purpose: words::purpose(&self.action).to_owned(),
            who: labels.actor(&self.actor),
            on: labels.target(&self.target),
            action: self.action.clone(),
            outcome: self.outcome.clone(),
            details: details.join("; "),
        }
    }
}

/// Whether a personal field of this program's events is about the account that they name.
fn is_profile(action: &str, field: &str) -> bool {
    match action.split('.').next() {
        Some("account") => PROFILE.contains(&field),
        Some("2fa") => field == "label",
        Some("token") => field == "token_name",
        _ => false,
    }
}

/// What tells of the person's own doing, whoever ran the command: address and program in it are theirs.
fn is_sign_in(action: &str) -> bool {
    action.starts_with("auth.") || action == "session.record"
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

//! From rows to the answer: reads what is held about one person and keeps of it what the allow-lists name.

use serde_json::{Map, Value};

use super::labels::Labels;
use super::response::{
    Account, Activity, Asked, Factor, Password, PasswordCode, Profile, Response, Role, Security,
    Sent, SignIn, Standing,
};
use super::words;
use super::{About, access};
use crate::base::clock::{self, Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::domain::audit;
use crate::store::Tx;
use crate::store::subject::{AccountFacts, EventFacts};

/// Fields in the clear part of an event that tell the person something and nothing about others.
const CLEAR: [&str; 15] = [
    "reference",
    "type",
    "law",
    "state",
    "step",
    "channel",
    "method",
    "factor",
    "role",
    "kind",
    "until",
    "expires",
    "scopes",
    "code",
    "changed",
];
/// Personal fields of any event that are the person's own where they acted.
const OWN: [&str; 3] = ["ip", "user_agent", "country"];
/// Personal fields of events about their account.
const PROFILE: [&str; 8] = [
    "name",
    "old_name",
    "email",
    "old_email",
    "display_name",
    "old_display_name",
    "region",
    "old_region",
];

/// Everything for the answer, in one snapshot.
pub fn collect(tx: &Tx<'_>, about: &About<'_>) -> Result<Response> {
    let facts = match about.account {
        Some(account) => tx.subject_account(account)?,
        None => None,
    };
    let is_access = about.profile == Profile::Access;
    let account = match facts {
        Some(facts) if is_access => Some(with_standing(tx, facts)?),
        Some(facts) => Some(provided(facts)),
        None => None,
    };
    let security = match about.account.filter(|_| is_access) {
        Some(account) => Some(security(tx, account)?),
        None => None,
    };
    let sessions = match about.account {
        Some(account) => access::sessions(tx, account)?,
        None => vec![],
    };
    let (sign_ins, activity) = activity(tx, about)?;
    Ok(Response {
        schema: "schema/response-1.schema.json",
        format: "optimactl/response/1",
        profile: about.profile,
        law: about.law,
        reference: about.reference.to_owned(),
        made: seconds_text(about.made),
        controller: about.controller.name.clone(),
        account,
        security,
        sign_ins,
        sessions,
        activity,
        requests: requests(tx, about)?,
    })
}

fn provided(facts: AccountFacts) -> Account {
    Account {
        id: facts.id,
        name: facts.name,
        email: facts.email,
        display_name: facts.display_name,
        region: facts.region,
        created: seconds_text(facts.created),
        standing: None,
    }
}

fn with_standing(tx: &Tx<'_>, facts: AccountFacts) -> Result<Account> {
    let roles = tx.subject_roles(&facts.id)?;
    let standing = Standing {
        kind: facts.kind.clone(),
        changed: seconds_text(facts.changed),
        expires: facts.expires.map(seconds_text),
        disabled: facts.disabled.map(seconds_text),
        locked_until: facts.locked_until.map(seconds_text),
        lock_reason: facts.lock_reason.clone(),
        removed: facts.removed.map(seconds_text),
        last_sign_in: facts.last_sign_in.map(seconds_text),
        roles: roles
            .into_iter()
            .map(|(role, granted)| Role {
                role,
                granted: seconds_text(granted),
            })
            .collect(),
        groups: access::groups(tx, &facts.id)?,
        operator: access::operator(tx, &facts.id)?,
    };
    Ok(Account {
        standing: Some(standing),
        ..provided(facts)
    })
}

fn security(tx: &Tx<'_>, account: &str) -> Result<Security> {
    let (made, left) = tx.subject_recovery(account)?;
    let codes = tx.subject_codes(account)?;
    let factors = tx.subject_factors(account)?;
    Ok(Security {
        password: tx.subject_password(account)?.map(|password| Password {
            algorithm: password.algorithm,
            set: seconds_text(password.set_at),
            change_required: password.require_change.map(seconds_text),
            breach_checked: password.checked.map(seconds_text),
            breach_found: password.breached.map(seconds_text),
        }),
        password_codes: codes
            .into_iter()
            .map(|code| PasswordCode {
                kind: code.kind,
                made: seconds_text(code.created),
                expires: seconds_text(code.expires),
                used: code.used.map(seconds_text),
            })
            .collect(),
        factors: factors
            .into_iter()
            .map(|factor| Factor {
                kind: factor.kind,
                label: factor.label,
                algorithm: factor.algorithm,
                digits: factor.digits,
                period: factor.period,
                enrolled: seconds_text(factor.created),
                confirmed: factor.confirmed.map(seconds_text),
            })
            .collect(),
        recovery_codes_made: made,
        recovery_codes_left: left,
        factor_deadline: access::deadline(tx, account)?,
        tokens: access::tokens(tx, account)?,
        notices: access::notices(tx, account)?,
    })
}

fn requests(tx: &Tx<'_>, about: &About<'_>) -> Result<Vec<Asked>> {
    let mut asked = vec![];
    for id in tx.subject_requests(about.account, about.request)? {
        let Some(row) = tx.request(&id)? else {
            continue;
        };
        let bundles = tx.bundles(&id)?.into_iter().map(|bundle| Sent {
            number: bundle.number,
            built: seconds_text(bundle.built),
            delivered: bundle.delivered.map(seconds_text),
            channel: bundle.channel,
            manifest_sha256: bundle.manifest_sha256,
        });
        asked.push(Asked {
            bundles: bundles.collect(),
            reference: row.reference,
            kind: row.kind,
            law: row.law,
            state: row.state,
            email: row.email.filter(|_| id == about.request),
            channel: row.channel,
            received: seconds_text(row.received),
            verified_how: row.verified_how,
            closed: row.closed.map(seconds_text),
        });
    }
    Ok(asked)
}

/// Sign-ins and all other events; of portability only what was observed of the person's own doing.
fn activity(tx: &Tx<'_>, about: &About<'_>) -> Result<(Vec<SignIn>, Vec<Activity>)> {
    let party = about.account.unwrap_or(about.request);
    let mut labels = Labels::new(about.account);
    let (mut sign_ins, mut activity) = (vec![], vec![]);
    for event in tx.subject_events(party)? {
        let event = Seen::read(&event, about.account)?;
        if event.action.starts_with("auth.") && event.is_own {
            sign_ins.push(event.sign_in());
            continue;
        }
        // Labels are given in the order of the log, whatever is left out.
        let item = event.activity(&mut labels);
        if about.profile == Profile::Access || event.is_own {
            activity.push(item);
        }
    }
    Ok((sign_ins, activity))
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
    fn read(event: &EventFacts, subject: Option<&str>) -> Result<Self> {
        let damaged = || Error::integrity("an event of the audit log is damaged");
        let entry: Map<String, Value> =
            serde_json::from_slice(&event.entry).map_err(|_| damaged())?;
        let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
        let (action, actor, target) = (text("action"), text("actor"), text("target"));
        let is_subject = |party: &str| subject == Some(party);
        let mut fields = vec![];
        if let Some(Value::Object(data)) = entry.get("data") {
            let clear = data.iter().filter(|(key, _)| CLEAR.contains(&key.as_str()));
            fields.extend(clear.map(|(key, value)| (key.clone(), shown(value))));
        }
        for stored in &event.disclosures {
            let (field, value) = audit::reveal(stored)?;
            let own = OWN.contains(&field.as_str()) && (is_subject(actor) || is_sign_in(action));
            let profile = PROFILE.contains(&field.as_str())
                && action.starts_with("account.")
                && is_subject(target);
            if own || profile {
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
            purpose: words::purpose(&self.action),
            who: labels.actor(&self.actor),
            on: labels.target(&self.target),
            action: self.action.clone(),
            outcome: self.outcome.clone(),
            details: details.join("; "),
        }
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

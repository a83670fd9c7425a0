//! The periodic review of who has access: one row for each account, with what a reviewer should look at, and the
//! sign-off as an event that names the rows by their digest. Changes no account.

mod finding;
#[cfg(test)]
mod tests;

pub use finding::{Finding, findings};

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::{Value, json};

use super::account::{self, Query, State};
use super::audit::{self, Changed, Event, Severity};
use super::context::Context;
use crate::base::clock::{Time, days_between, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::crypto::seal::Sha256Stream;
use crate::store::Tx;
use crate::store::account::{Going, HeldRole, Listed};

/// For how long a new account need not have signed in.
const SETTLED_DAYS: u32 = 14;
/// Verbs that only look: who may do no more than these administers nothing.
const LOOKING: [&str; 12] = [
    "list", "show", "history", "status", "check", "verify", "count", "due", "deadline", "stats",
    "report", "diagnose",
];

/// One account as it is reviewed. The order of its members is that of the rows that are signed.
#[derive(Clone, Debug, Serialize)]
pub struct Reviewed {
    pub name: String,
    pub id: String,
    pub kind: &'static str,
    pub state: &'static str,
    /// `support`, or `support via first-line` for one that comes through a group.
    pub roles: Vec<String>,
    /// Permissions to change something.
    pub administers: Vec<String>,
    pub last_sign_in: Option<String>,
    #[serde(rename = "2fa")]
    pub factor: &'static str,
    pub scheme: Option<&'static str>,
    pub password_age_days: Option<i64>,
    pub created: String,
    pub expires: Option<String>,
    /// The user of the operating system who acts as it.
    pub operator: Option<u64>,
    pub findings: Vec<&'static str>,
}

/// What a review came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    pub accounts: u64,
    /// Accounts with each finding.
    pub findings: BTreeMap<&'static str, u64>,
    /// SHA-256 over the rows as JSON lines, in hex.
    pub sha256: String,
}

/// A review that was signed off.
#[derive(Clone, Debug)]
pub struct SignedOff {
    pub event: u64,
    pub time: Time,
    /// Count, findings and digest, as the event says.
    pub data: Value,
}

/// Hands over every account of the query as it is reviewed; the look is recorded.
pub fn each(
    ctx: &Context,
    query: &Query,
    inactive: &Period,
    mut see: impl FnMut(&Reviewed) -> Result<Going>,
) -> Result<Summary> {
    let now = ctx.now();
    let times = (
        now,
        inactive.before(now),
        Period::of_days(SETTLED_DAYS).before(now),
    );
    let (mut summary, mut digest) = (Summary::default(), Sha256Stream::default());
    let privileges = ctx.store.read(privileges)?;
    account::each_with(ctx, query, |tx, listed| {
        let row = reviewed(listed, tx.held_roles(&listed.row.id)?, &privileges, times);
        let line = serde_json::to_string(&row)
            .map_err(|error| Error::bug("a reviewed account does not serialize").because(error))?;
        digest.add(line.as_bytes());
        digest.add(b"\n");
        summary.accounts += 1;
        for finding in &row.findings {
            *summary.findings.entry(finding).or_default() += 1;
        }
        see(&row)
    })?;
    summary.sha256 = digest.hex();
    Ok(summary)
}

/// Records that the rows of this digest were reviewed.
pub fn sign_off(ctx: &Context, query: &Query, summary: &Summary) -> Result<Changed<()>> {
    let mut event = Event::new("account.review")
        .severity(Severity::Medium)
        .field("count", summary.accounts)
        .field("findings", json!(summary.findings))
        .field("rows_sha256", summary.sha256.as_str());
    if let Some(typed) = &query.typed {
        event.set_personal("filter", typed.as_str());
    }
    audit::change(ctx, event, |_, _| Ok(()))
}

/// The newest review that was signed off.
pub fn last(ctx: &Context) -> Result<Option<SignedOff>> {
    let newest = ctx.store.read(|tx| tx.newest_event("account.review"))?;
    let Some((event, time, entry)) = newest else {
        return Ok(None);
    };
    let entry: Value = serde_json::from_slice(&entry)
        .map_err(|_| Error::integrity("an event of the audit log is damaged"))?;
    let data = entry.get("data").cloned().unwrap_or_default();
    Ok(Some(SignedOff { event, time, data }))
}

/// What each role permits beyond looking.
fn privileges(tx: &Tx<'_>) -> Result<HashMap<String, Vec<String>>> {
    let looks = |permission: &str| {
        let verb = permission.rsplit('.').next().unwrap_or(permission);
        LOOKING.contains(&verb)
    };
    let mut found = HashMap::new();
    for role in tx.roles()? {
        let mut permissions = role.permissions;
        permissions.retain(|permission| !looks(permission));
        found.insert(role.name, permissions);
    }
    Ok(found)
}

fn reviewed(
    listed: &Listed,
    held: Vec<HeldRole>,
    privileges: &HashMap<String, Vec<String>>,
    times: (Time, Time, Time),
) -> Reviewed {
    let (row, now) = (&listed.row, times.0);
    let mut administers: Vec<String> = held
        .iter()
        .filter_map(|held| privileges.get(&held.role))
        .flatten()
        .cloned()
        .collect();
    administers.sort();
    administers.dedup();
    let way = |held: HeldRole| match held.group {
        Some(group) => format!("{} via {group}", held.role),
        None => held.role,
    };
    let words = findings(listed, &administers, times);
    Reviewed {
        name: row.name.clone(),
        id: row.id.clone(),
        kind: row.kind.as_str(),
        state: State::of(row, now).as_str(),
        roles: held.into_iter().map(way).collect(),
        administers,
        last_sign_in: row.last_sign_in.map(seconds_text),
        factor: if row.factors > 0 { "totp" } else { "none" },
        scheme: listed.scheme,
        password_age_days: row.password_set.map(|set| days_between(set, now)),
        created: seconds_text(row.created),
        expires: row.expires.map(seconds_text),
        operator: listed.operator,
        findings: words.into_iter().map(Finding::as_str).collect(),
    }
}

//! The answer as tables: the same rows for the page and for CSV.

use serde::Serialize;

use super::response::{Account, Response, Security};
use super::ways;
use crate::base::error::{Error, Result};

/// One table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) file: &'static str,
    pub(super) title: &'static str,
    pub(super) caption: &'static str,
    pub(super) header: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Section {
    /// RFC 4180, cells neutralized.
    pub(super) fn csv(&self) -> Result<Vec<u8>> {
        let broken = |cause: String| Error::bug("a row does not fit into CSV").because(cause);
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(vec![]);
        let header = self.header.iter().map(|name| (*name).to_owned()).collect();
        for row in std::iter::once(&header).chain(&self.rows) {
            writer
                .write_record(row.iter().map(|cell| harmless(cell)))
                .map_err(|error| broken(error.to_string()))?;
        }
        writer
            .into_inner()
            .map_err(|error| broken(error.to_string()))
    }
}

/// A cell that a spreadsheet would run as a formula, defused by an apostrophe (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

pub(super) fn of(response: &Response) -> Vec<Section> {
    let mut sections = vec![];
    if let Some(account) = &response.account {
        sections.push(profile(account));
        if let Some(standing) = &account.standing {
            let rows = standing.roles.iter();
            sections.push(Section {
                id: "roles",
                file: "roles.csv",
                title: "Roles",
                caption: "What you may do on the platform, and since when",
                header: vec!["Role", "Granted"],
                rows: rows
                    .map(|role| vec![role.role.clone(), role.granted.clone()])
                    .collect(),
            });
            sections.push(ways::groups(standing));
        }
    }
    if let Some(held) = &response.security {
        sections.push(security(held));
        sections.push(ways::tokens(held));
        sections.push(ways::notices(held));
    }
    sections.push(sign_ins(response));
    sections.push(ways::sessions(response));
    sections.push(activity(response));
    sections.push(requests(response));
    sections.push(bundles(response));
    sections
}

pub(super) fn optional(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn profile(account: &Account) -> Section {
    let pair = |name: &str, value: String| vec![name.to_owned(), value];
    let mut rows = vec![
        pair("Account number", account.id.clone()),
        pair("Name", account.name.clone()),
        pair("E-mail address", optional(account.email.as_ref())),
        pair("Display name", optional(account.display_name.as_ref())),
        pair("Region", optional(account.region.as_ref())),
        pair("Created", account.created.clone()),
    ];
    if let Some(standing) = &account.standing {
        rows.extend([
            pair("Kind", standing.kind.clone()),
            pair("Last changed", standing.changed.clone()),
            pair("Last sign-in", optional(standing.last_sign_in.as_ref())),
            pair("Expires", optional(standing.expires.as_ref())),
            pair("Disabled since", optional(standing.disabled.as_ref())),
            pair("Locked until", optional(standing.locked_until.as_ref())),
            pair(
                "Reason of the lock",
                optional(standing.lock_reason.as_ref()),
            ),
            pair("Removed", optional(standing.removed.as_ref())),
        ]);
    }
    Section {
        id: "account",
        file: "account.csv",
        title: "Your account",
        caption: "What your account holds; an empty value means that nothing is held",
        header: vec!["Field", "Value"],
        rows,
    }
}

/// The second factors, and by when one was asked for.
fn factors(security: &Security) -> Vec<Vec<String>> {
    let mut rows = vec![];
    for factor in &security.factors {
        let confirmed = match &factor.confirmed {
            Some(time) => format!("confirmed {time}"),
            None => "not confirmed".to_owned(),
        };
        rows.push(vec![
            match &factor.label {
                Some(label) => format!("Second factor ({}, {label})", factor.kind),
                None => format!("Second factor ({})", factor.kind),
            },
            factor.enrolled.clone(),
            confirmed,
        ]);
    }
    if let Some(due) = &security.factor_deadline {
        rows.push(vec![
            format!("Second factor required by the role {}", due.role),
            due.written.clone(),
            format!("by {}", due.deadline),
        ]);
    }
    rows
}

fn password(security: &Security) -> Vec<Vec<String>> {
    let mut rows = vec![];
    if let Some(password) = &security.password {
        let note = optional(password.change_required.as_ref());
        rows.push(vec![
            format!(
                "Password, kept only as a one-way {} hash",
                password.algorithm
            ),
            password.set.clone(),
            if note.is_empty() {
                note
            } else {
                format!("to be changed by {note}")
            },
        ]);
        for (what, time) in [
            (
                "Password held against lists of breached ones",
                &password.breach_checked,
            ),
            ("Password found in such a list", &password.breach_found),
        ] {
            rows.extend(
                time.iter()
                    .map(|time| vec![what.to_owned(), time.clone(), String::new()]),
            );
        }
    }
    rows
}

fn security(security: &Security) -> Section {
    let mut rows = password(security);
    rows.extend(factors(security));
    for code in &security.password_codes {
        let used = match &code.used {
            Some(time) => format!("used {time}"),
            None => format!("not used, valid until {}", code.expires),
        };
        rows.push(vec![
            format!("Password code ({})", code.kind),
            code.made.clone(),
            used,
        ]);
    }
    if security.recovery_codes_made > 0 {
        let (left, made) = (security.recovery_codes_left, security.recovery_codes_made);
        rows.push(vec![
            "Recovery codes".to_owned(),
            String::new(),
            format!("{left} of {made} left"),
        ]);
    }
    Section {
        id: "security",
        file: "security.csv",
        title: "Passwords and second factors",
        caption: "That these secrets exist and since when; the secrets themselves are never handed out",
        header: vec!["What", "Since", "Note"],
        rows,
    }
}

fn sign_ins(response: &Response) -> Section {
    let rows = response.sign_ins.iter().rev().map(|sign_in| {
        vec![
            sign_in.time.clone(),
            sign_in.outcome.clone(),
            optional(sign_in.method.as_ref()),
            optional(sign_in.ip.as_ref()),
            optional(sign_in.user_agent.as_ref()),
        ]
    });
    Section {
        id: "sign-ins",
        file: "sign-ins.csv",
        title: "Sign-ins",
        caption: "Attempts to sign in to your account, newest first",
        header: vec!["Time (UTC)", "Outcome", "Method", "Address", "Program"],
        rows: rows.collect(),
    }
}

fn activity(response: &Response) -> Section {
    let rows = response.activity.iter().rev().map(|item| {
        vec![
            item.time.clone(),
            item.what.clone(),
            item.who.clone(),
            item.on.clone(),
            item.purpose.to_owned(),
            item.outcome.clone(),
            item.details.clone(),
        ]
    });
    Section {
        id: "activity",
        file: "activity.csv",
        title: "Activity",
        caption: "What was done by you or with your data, by whom and what for, newest first",
        header: vec![
            "Time (UTC)",
            "What",
            "By",
            "On",
            "Purpose",
            "Outcome",
            "Details",
        ],
        rows: rows.collect(),
    }
}

fn requests(response: &Response) -> Section {
    let rows = response.requests.iter().map(|asked| {
        vec![
            asked.reference.clone(),
            asked.kind.clone(),
            asked.law.clone(),
            asked.state.clone(),
            asked.channel.clone(),
            optional(asked.email.as_ref()),
            asked.received.clone(),
            optional(asked.closed.as_ref()),
        ]
    });
    Section {
        id: "requests",
        file: "requests.csv",
        title: "Data requests",
        caption: "Requests made about your data; a request that is not verified may not be yours",
        header: vec![
            "Reference",
            "Type",
            "Law",
            "State",
            "Channel",
            "Address given",
            "Received",
            "Closed",
        ],
        rows: rows.collect(),
    }
}

fn bundles(response: &Response) -> Section {
    let mut rows = vec![];
    for asked in &response.requests {
        for sent in &asked.bundles {
            rows.push(vec![
                format!("{}-{}", asked.reference, sent.number),
                sent.built.clone(),
                optional(sent.delivered.as_ref()),
                optional(sent.channel.as_ref()),
            ]);
        }
    }
    Section {
        id: "bundles",
        file: "bundles.csv",
        title: "Earlier bundles",
        caption: "Bundles like this one that were made before",
        header: vec!["Bundle", "Made", "Delivered", "Channel"],
        rows,
    }
}

//! The answer as tables: the same rows for the page and for CSV.

use std::io::{self, Write};

use super::response::{Account, Response, Security};
use super::{decided, platform, ways};
use crate::base::error::Result;
use crate::base::text;

/// Rows in the order in which they are shown.
pub(super) type Walk<'a> = Box<dyn Iterator<Item = Result<Vec<String>>> + 'a>;

/// The rows of a table: at hand, or made anew each time, where they are too many to hold.
pub(super) enum Rows<'a> {
    Few(Vec<Vec<String>>),
    Many(usize, Box<dyn Fn() -> Walk<'a> + Send + Sync + 'a>),
}

/// One table.
pub(super) struct Section<'a> {
    pub(super) id: &'a str,
    pub(super) file: &'a str,
    pub(super) title: &'a str,
    pub(super) caption: &'a str,
    pub(super) header: Vec<&'a str>,
    pub(super) rows: Rows<'a>,
}

impl Section<'_> {
    pub(super) const fn len(&self) -> usize {
        match &self.rows {
            Rows::Few(rows) => rows.len(),
            Rows::Many(count, _) => *count,
        }
    }

    pub(super) fn rows(&self) -> Walk<'_> {
        match &self.rows {
            Rows::Few(rows) => Box::new(rows.iter().cloned().map(Ok)),
            Rows::Many(_, rows) => rows(),
        }
    }

    /// RFC 4180, cells neutralized.
    pub(super) fn csv(&self, output: &mut dyn Write) -> io::Result<()> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(output);
        writer.write_record(&self.header)?;
        for row in self.rows() {
            let row = row.map_err(io::Error::other)?;
            writer.write_record(row.iter().map(|cell| harmless(cell)))?;
        }
        writer.flush()
    }
}

/// A cell that a spreadsheet would run as a formula, defused by an apostrophe (OWASP, CSV injection). Programs pass over
/// blanks and what is not seen, and some take the wide forms of East Asian keyboards for the narrow ones.
fn harmless(cell: &str) -> String {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || text::is_invisible(c);
    let first = cell.trim_start_matches(unseen);
    let runs = first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if runs || cell.starts_with(['\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

pub(super) fn of(response: &Response) -> Vec<Section<'_>> {
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
                rows: Rows::Few(
                    rows.map(|role| vec![role.role.clone(), role.granted.clone()])
                        .collect(),
                ),
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
    sections.extend(decided::sections(response));
    sections.extend(platform::sections(response));
    sections
}

pub(super) fn optional(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

fn profile(account: &Account) -> Section<'_> {
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
        rows: Rows::Few(rows),
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

fn security(security: &Security) -> Section<'_> {
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
    for code in &security.enrolment_codes {
        let used = match &code.used {
            Some(time) => format!("used {time}"),
            None => format!("not used, valid until {}", code.expires),
        };
        rows.push(vec![
            "Code to enrol a second factor".to_owned(),
            code.made.clone(),
            used,
        ]);
    }
    if security.earlier_passwords > 0 {
        rows.push(vec![
            "Hashes of earlier passwords, so that none is taken again".to_owned(),
            String::new(),
            security.earlier_passwords.to_string(),
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
        rows: Rows::Few(rows),
    }
}

fn sign_ins(response: &Response) -> Section<'_> {
    let rows = || -> Walk<'_> {
        Box::new(response.sign_ins.newest_first().map(|sign_in| {
            let sign_in = sign_in?;
            Ok(vec![
                sign_in.time,
                sign_in.outcome,
                sign_in.method.unwrap_or_default(),
                sign_in.ip.unwrap_or_default(),
                sign_in.user_agent.unwrap_or_default(),
            ])
        }))
    };
    Section {
        id: "sign-ins",
        file: "sign-ins.csv",
        title: "Sign-ins",
        caption: "Attempts to sign in to your account, newest first",
        header: vec!["Time (UTC)", "Outcome", "Method", "Address", "Program"],
        rows: Rows::Many(response.sign_ins.len(), Box::new(rows)),
    }
}

fn activity(response: &Response) -> Section<'_> {
    let rows = || -> Walk<'_> {
        Box::new(response.activity.newest_first().map(|item| {
            let item = item?;
            Ok(vec![
                item.time,
                item.what,
                item.who,
                item.on,
                item.purpose,
                item.outcome,
                item.details,
            ])
        }))
    };
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
        rows: Rows::Many(response.activity.len(), Box::new(rows)),
    }
}

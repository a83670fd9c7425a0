//! The register as a page: what a supervisory authority is handed on request (Art. 30(4)).

use std::fmt::Write as _;

use super::{Activity, Register};
use crate::base::clock::seconds_text;
use crate::base::text::safe;

const MISSING: &str = "**not stated**";

/// The whole register.
pub fn markdown(register: &Register) -> String {
    let mut page = String::from("# Records of processing activities (GDPR Art. 30(1))\n\n");
    let party = &register.controller;
    writeln!(page, "As of {}\n", seconds_text(register.made)).ok();
    page.push_str("## Controller (a)\n\n");
    for (name, value) in [
        ("Name", &party.name),
        ("Contact", &party.contact),
        ("Data protection officer", &party.officer),
        ("Representative", &party.representative),
    ] {
        let is_optional = name.starts_with("Data") || name.starts_with("Rep");
        if value.is_some() || !is_optional {
            writeln!(page, "- {name}: {}", said(value.as_ref())).ok();
        }
    }
    for activity in &register.activities {
        section(&mut page, activity);
    }
    page.push_str("\n## Copies in files\n\n");
    for file in &register.files {
        writeln!(
            page,
            "- {}: {}; erasure: {}",
            file.name, file.holds, file.erasure
        )
        .ok();
    }
    page.push_str("\n## Security of processing (g)\n\n");
    for measure in &register.security {
        writeln!(page, "- {}", plain(measure)).ok();
    }
    if !register.missing.is_empty() {
        page.push_str("\n## Not stated\n\n");
        for gap in &register.missing {
            writeln!(page, "- {} ({}): `{}`", gap.what, gap.clause, gap.setting).ok();
        }
    }
    page
}

fn section(page: &mut String, activity: &Activity) {
    writeln!(page, "\n## {}\n", plain(&activity.name)).ok();
    if let Some(what) = &activity.what {
        writeln!(page, "{}\n", plain(what)).ok();
    }
    let some = |items: &[String]| match items {
        [] => MISSING.to_owned(),
        items => items
            .iter()
            .map(|item| plain(item))
            .collect::<Vec<_>>()
            .join("; "),
    };
    for (name, value) in [
        ("Purposes (b)", some(&activity.purposes)),
        ("Ground (Art. 6(1))", said(activity.basis.as_ref())),
        ("People (c)", said(activity.subjects.as_ref())),
        ("Data (c)", some(&activity.data)),
        ("Recipients (d)", some(&activity.recipients)),
        ("Third countries (e)", said(activity.transfers.as_ref())),
        ("Kept (f)", said(activity.kept.as_ref())),
        ("Erasure", some(&activity.erasure)),
        ("Where", some(&activity.places)),
    ] {
        writeln!(page, "- {name}: {value}").ok();
    }
    if let Some(origin) = &activity.origin {
        writeln!(page, "- Source: {}", plain(origin)).ok();
    }
}

fn said(text: Option<&String>) -> String {
    text.map_or_else(|| MISSING.to_owned(), |text| plain(text))
}

/// On one line, and no markup of its own but code.
fn plain(text: &str) -> String {
    let one: Vec<&str> = text.split_whitespace().collect();
    safe(&one.join(" "))
        .replace('<', "&lt;")
        .replace('[', "\\[")
        .replace('*', "\\*")
        .replace('|', "\\|")
}

//! The texts beside the data: Art. 15(1)(a)-(h) and what is not included. From configuration; where nothing is
//! configured, that is said.

use std::fmt::Write as _;

use super::response::Response;
use super::{About, Profile};
use crate::base::clock::seconds_text;

const MISSING: &str = "NOT STATED: the controller has not configured this; ask it.";

/// What Art. 15(1) wants told besides the copy of the data; for the CCPA, Civ. Code §1798.110(a).
pub(super) fn article15(response: &Response, about: &About<'_>) -> String {
    let controller = about.controller;
    let mut text = format!(
        "About the processing of your data\n\
         Request {}, as of {}\n\n\
         This is the information of Art. 15(1) and (2) GDPR. It also tells what Cal. Civ. Code 1798.110(a)\n\
         asks for: categories, sources, purposes and recipients.\n",
        about.reference,
        seconds_text(about.made)
    );
    let contact = controller.contact.as_ref();
    part(&mut text, "Controller", controller.name.as_ref());
    part(&mut text, "Contact", contact);
    list(&mut text, "(a) Purposes", &controller.purposes);
    heading(&mut text, "(b) Categories of data");
    for category in categories(response) {
        writeln!(text, "- {category}").ok();
    }
    list(
        &mut text,
        "(c) Recipients, also in third countries",
        &controller.recipients,
    );
    part(
        &mut text,
        "(d) How long the data are kept",
        controller.retention.as_ref(),
    );
    heading(&mut text, "(e) Your rights");
    text.push_str(
        "You can ask the controller to correct (Art. 16) or erase (Art. 17) your data or to restrict their\n\
         processing (Art. 18), and you can object to it (Art. 21). In California you can ask to delete\n\
         (1798.105) and correct (1798.106) them.\n",
    );
    heading(&mut text, "(f) Complaint");
    text.push_str("You can lodge a complaint with a supervisory authority (Art. 77).\n");
    if let Some(authority) = &controller.authority {
        writeln!(text, "For this controller it is: {}", plain(authority)).ok();
    } else {
        text.push_str("Which one is responsible for this controller is not configured; the one where you live takes it.\n");
    }
    heading(&mut text, "(g) Where the data come from");
    text.push_str("- from you, and from your use of the platform\n- from its administrators\n");
    for source in &controller.sources {
        writeln!(text, "- {}", plain(source)).ok();
    }
    part(
        &mut text,
        "(h) Automated decisions",
        controller.automated.as_ref(),
    );
    text
}

fn categories(response: &Response) -> Vec<&'static str> {
    let mut found = vec![];
    if response.account.is_some() {
        found.push("account: name, e-mail address, display name, region, dates, roles");
    }
    if response.security.is_some() {
        found.push("security: that a password, second factors and codes exist, and since when");
    }
    if !response.sign_ins.is_empty() {
        found.push("sign-ins: time, outcome, method, network address");
    }
    if !response.activity.is_empty() {
        found.push("activity: what was done by you or with your data");
    }
    found.push("data requests and their answers");
    found
}

/// What was left out, by which rule, and what was not searched.
pub(super) fn not_included(response: &Response, about: &About<'_>) -> String {
    let mut text = format!(
        "What is not in this bundle, and why (request {})\n",
        about.reference
    );
    heading(
        &mut text,
        "Secrets (11 CCR 7024(d); security of processing, Art. 32 GDPR)",
    );
    text.push_str(
        "The hash of your password, the secrets of your second factors, recovery codes and password codes\n\
         exist where this bundle says so, and are never handed out.\n",
    );
    heading(&mut text, "Other people (Art. 15(4) GDPR)");
    text.push_str(
        "Administrators stand as `administrator 1`, other people as `other person 1` and so on, the same\n\
         throughout this bundle. Free text that others wrote about an event (reasons, tickets) is left out.\n",
    );
    if about.profile == Profile::Portability {
        heading(&mut text, "Not part of portability (Art. 20 GDPR)");
        text.push_str(
            "Only what you provided or what was observed of your own use is here. What the platform added\n\
             itself (roles, locks, security settings, what administrators did) is part of an access request.\n",
        );
    }
    heading(&mut text, "Internal values without meaning to you");
    text.push_str(
        "Row versions, folded forms of your name and address for comparison, counters of failed sign-ins\n\
         under keyed digests, and the cryptographic proofs of the audit log.\n",
    );
    heading(&mut text, "Not searched");
    text.push_str(
        "Backups (they hold earlier copies of the same data and expire), and systems outside this program:\n\
         mail, web servers, payment. Ask the controller about them.\n",
    );
    if response.account.is_none() {
        heading(&mut text, "No account");
        text.push_str("No account was found for this request: apart from the request itself nothing is held here.\n");
    }
    text
}

fn heading(text: &mut String, title: &str) {
    writeln!(text, "\n{title}").ok();
}

fn part(text: &mut String, title: &str, value: Option<&String>) {
    heading(text, title);
    let value = value.map_or(MISSING.to_owned(), |value| plain(value));
    writeln!(text, "{value}").ok();
}

fn list(text: &mut String, title: &str, values: &[String]) {
    heading(text, title);
    if values.is_empty() {
        writeln!(text, "{MISSING}").ok();
    }
    for value in values {
        writeln!(text, "- {}", plain(value)).ok();
    }
}

fn plain(value: &str) -> String {
    crate::base::text::safe(value.trim())
}

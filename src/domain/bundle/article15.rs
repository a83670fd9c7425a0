//! What Art. 15(1) wants told besides the copy of the data, from the register of processing activities. Where nobody said
//! something, that is told.

use std::fmt::Write as _;

use super::About;
use super::response::Response;
use super::texts::{heading, plain};
use crate::base::clock::seconds_text;
use crate::domain::records::Activity;

const MISSING: &str = "NOT STATED: the controller has not configured this; ask it.";

/// Art. 15(1)(a) to (h) and (2); for the CCPA, Civ. Code §1798.110(a).
pub(super) fn text(response: &Response, about: &About<'_>) -> String {
    let controller = about.controller;
    let mut text = format!(
        "About the processing of your data\n\
         Request {}, as of {}\n\n\
         This is the information of Art. 15(1) and (2) GDPR. It also tells what Cal. Civ. Code 1798.110(a)\n\
         asks for: categories, sources, purposes and recipients.\n",
        about.reference,
        seconds_text(about.made)
    );
    part(&mut text, "Controller", controller.name.as_ref());
    part(&mut text, "Contact", controller.contact.as_ref());
    if controller.officer.is_some() {
        let title = "Data protection officer";
        part(&mut text, title, controller.officer.as_ref());
    }
    processing(&mut text, response, about);
    rights(&mut text, controller.authority.as_ref());
    heading(&mut text, "(g) Where the data come from");
    text.push_str("- from you, and from your use of the platform\n- from its administrators\n");
    for source in &controller.sources {
        writeln!(text, "- {}", plain(source)).ok();
    }
    each(&mut text, about, |activity| activity.origin.clone());
    part(
        &mut text,
        "(h) Automated decisions",
        controller.automated.as_ref(),
    );
    text
}

/// (a) to (d): of all, and of each processing what it says of its own.
fn processing(text: &mut String, response: &Response, about: &About<'_>) {
    let controller = about.controller;
    list(text, "(a) Purposes", &controller.purposes);
    each(text, about, |activity| {
        let own = activity.purposes.iter();
        let own: Vec<&str> = own
            .filter(|purpose| !controller.purposes.contains(purpose))
            .map(String::as_str)
            .collect();
        let basis = activity.basis.as_ref().filter(|_| activity.is_source);
        let ground = basis.map(|basis| format!(" ({basis})")).unwrap_or_default();
        (!own.is_empty()).then(|| format!("{}{ground}", own.join("; ")))
    });
    part(
        text,
        "Ground of the processing (Art. 6(1))",
        controller.basis.as_ref(),
    );
    heading(text, "(b) Categories of data");
    for category in categories(response) {
        writeln!(text, "- {category}").ok();
    }
    let of_source = |activity: &Activity, items: &[String]| {
        (activity.is_source && !items.is_empty()).then(|| items.join("; "))
    };
    each(text, about, |activity| of_source(activity, &activity.data));
    list(
        text,
        "(c) Recipients, also in third countries",
        &controller.recipients,
    );
    each(text, about, |activity| {
        of_source(activity, &activity.recipients)
    });
    part(
        text,
        "Third countries and safeguards (Art. 15(2))",
        controller.transfers.as_ref(),
    );
    each(text, about, |activity| {
        activity.transfers.clone().filter(|_| activity.is_source)
    });
    part(
        text,
        "(d) How long the data are kept",
        controller.retention.as_ref(),
    );
    each(text, about, |activity| activity.kept.clone());
}

fn rights(text: &mut String, authority: Option<&String>) {
    heading(text, "(e) Your rights");
    text.push_str(
        "You can ask the controller to correct (Art. 16) or erase (Art. 17) your data or to restrict their\n\
         processing (Art. 18), and you can object to it (Art. 21). In California you can ask to delete\n\
         (1798.105) and correct (1798.106) them.\n",
    );
    heading(text, "(f) Complaint");
    text.push_str("You can lodge a complaint with a supervisory authority (Art. 77).\n");
    if let Some(authority) = authority {
        writeln!(text, "For this controller it is: {}", plain(authority)).ok();
    } else {
        text.push_str("Which one is responsible for this controller is not configured; the one where you live takes it.\n");
    }
}

/// A line for each processing that says something here.
fn each(text: &mut String, about: &About<'_>, say: impl Fn(&Activity) -> Option<String>) {
    for activity in &about.register.activities {
        if let Some(said) = say(activity) {
            writeln!(text, "- {}: {}", plain(&activity.name), plain(&said)).ok();
        }
    }
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
    if !response.sessions.is_empty() {
        found.push("sessions: begin, end, network address, program");
    }
    if !response.consents.is_empty() || !response.choices.is_empty() {
        found.push("decisions of yours: consents, objections, opt-outs");
    }
    if response.restriction.is_some() || !response.holds.is_empty() {
        found.push("limits: that data are only stored, or must not be deleted for the time being");
    }
    found.push("data requests and their answers");
    found
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

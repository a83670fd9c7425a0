//! Open duties as a calendar file (RFC 5545): one whole day for each, with an alarm the day before. References, types
//! and dates only: whoever subscribes to it learns of nobody.

use std::fmt::Write as _;

use super::{Duty, Request};
use crate::base::clock::Time;

/// RFC 5545 §3.1: octets of a line, without its end.
const WIDTH: usize = 75;

/// The duties of these requests. `store` makes the ids differ from those of other stores.
pub fn calendar(requests: &[Request], store: &str, now: Time) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//optimactl//request due//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    for request in requests {
        for duty in &request.duties {
            lines.extend(event(request, duty, (store, now)));
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    let mut text = String::new();
    for line in lines {
        folded(&mut text, &line);
    }
    text
}

fn event(request: &Request, duty: &Duty, (store, now): (&str, Time)) -> Vec<String> {
    let row = &request.row;
    let law = duty.law.to_uppercase();
    let day = |date: chrono::NaiveDate| date.format("%Y%m%d").to_string();
    let after = duty.act_by.succ_opt().unwrap_or(duty.act_by);
    let title = format!("{} {}: {} ({law})", row.reference, row.kind, duty.what);
    let text = format!(
        "{} the request by this day; the law's last day is {}. See: optimactl request show {}",
        capital(duty.what),
        duty.due,
        row.reference
    );
    vec![
        "BEGIN:VEVENT".to_owned(),
        // The same duty keeps its id, so that a later file moves the entry and adds no second one.
        format!(
            "UID:{}-{}-{}@{store}.optimactl",
            row.reference, duty.what, duty.law
        ),
        format!("DTSTAMP:{}", now.format("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day(duty.act_by)),
        format!("DTEND;VALUE=DATE:{}", day(after)),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&text)),
        "TRANSP:TRANSPARENT".to_owned(),
        "CLASS:CONFIDENTIAL".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:-P1D".to_owned(),
        format!("DESCRIPTION:{}", escaped(&title)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// §3.3.11.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// §3.1: at most 75 octets, the next line begun with a space, no character cut in two.
fn folded(text: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > WIDTH {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(c);
        width += c.len_utf8();
    }
    write!(text, "\r\n").ok();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne\r"), "a\\,b\\;c\\\\d\\ne");
        assert_eq!(capital("answer"), "Answer");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_unfolding_gives_it_back(line in "[a-zä€😀 ]{0,300}") {
            let mut text = String::new();
            folded(&mut text, &line);
            prop_assert!(text.ends_with("\r\n"));
            for one in text.split("\r\n") {
                prop_assert!(one.len() <= WIDTH);
            }
            prop_assert_eq!(text.trim_end_matches("\r\n").replace("\r\n ", ""), line.clone());
        }
    }
}

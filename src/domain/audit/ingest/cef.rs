//! CEF, the Common Event Format: seven header fields behind `CEF:`, then `key=value` pairs without quotes.

use chrono::{FixedOffset, Utc};

use super::draft::Draft;
use super::stamp::{Stamp, iso, month_first, unix};
use crate::domain::audit::{Outcome, Severity};

pub fn read(line: &str) -> Option<Draft> {
    let rest = line.strip_prefix("CEF:")?;
    let (header, extension) = header(rest)?;
    let [
        version,
        vendor,
        product,
        product_version,
        class,
        name,
        severity,
    ] = header;
    version.trim().parse::<u32>().ok()?;
    let mut draft = Draft::new("cef.event").ended(Outcome::Success, severe(&severity)?);
    draft.source = Some("cef".to_owned());
    for (field, value) in [
        ("vendor", vendor),
        ("product", product),
        ("product_version", product_version),
        ("class", class),
        ("name", name),
    ] {
        draft.put(field, &value);
    }
    let mut end = Stamp::None;
    for (key, value) in pairs(extension) {
        match key {
            "src" | "c6a2" if draft.field("ip").is_none() => draft.put_ip(&value),
            "suser" => draft = draft.actor(&value),
            "duser" => draft = draft.target(&value),
            "rt" => draft.stamp = time(&value)?,
            "end" => end = time(&value)?,
            "requestClientApplication" => draft.put("user_agent", &value),
            "msg" => draft.put("message", &value),
            "outcome" | "act" | "categoryOutcome" => {
                draft.outcome = worse(draft.outcome, &value);
                draft.put(key, &value);
            }
            _ => draft.put(key, &value),
        }
    }
    if draft.stamp == Stamp::None {
        draft.stamp = end;
    }
    Some(draft)
}

/// Seven fields, `|` between them; `\|` and `\\` are escapes.
fn header(text: &str) -> Option<([String; 7], &str)> {
    let mut fields: [String; 7] = Default::default();
    let mut chars = text.char_indices();
    let mut at = fields.iter_mut();
    let mut field = at.next()?;
    while let Some((place, c)) = chars.next() {
        match c {
            '\\' => field.push(chars.next()?.1),
            '|' => match at.next() {
                Some(next) => field = next,
                None => return Some((fields, text.get(place + 1..)?)),
            },
            plain => field.push(plain),
        }
    }
    // Without an extension the last bar may be missing.
    at.next().is_none().then_some((fields, ""))
}

/// `0` to `10`, or a word.
fn severe(text: &str) -> Option<Severity> {
    Some(match text.trim().to_ascii_lowercase().as_str() {
        "0" | "1" | "2" | "3" | "low" => Severity::Low,
        "4" | "5" | "6" | "medium" => Severity::Medium,
        "7" | "8" | "high" => Severity::High,
        "9" | "10" | "very-high" => Severity::Critical,
        "unknown" | "" => Severity::Info,
        _ => return None,
    })
}

fn worse(known: Outcome, word: &str) -> Outcome {
    let word = word.trim_start_matches('/').to_ascii_lowercase();
    let told = match word.as_str() {
        "failure" | "failed" | "fail" | "error" => Outcome::Failure,
        "blocked" | "block" | "denied" | "deny" | "drop" | "dropped" | "reject" | "rejected"
        | "refused" => Outcome::Refused,
        _ => return known,
    };
    if known == Outcome::Refused {
        known
    } else {
        told
    }
}

/// A value ends where a blank, a key and an unescaped `=` follow.
fn pairs(text: &str) -> Vec<(&str, String)> {
    let mut starts: Vec<(usize, usize)> = vec![];
    let mut escaped = false;
    let mut word = 0;
    let mut previous = ' ';
    for (place, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '=' if place > word && text.get(word..place).is_some_and(is_key) => {
                starts.push((word, place));
                word = usize::MAX;
            }
            _ => {}
        }
        if c != ' ' && previous == ' ' && c != '=' {
            word = place;
        }
        previous = c;
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|(word, _)| *word)
        .chain([text.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|((key, equals), end)| {
            let value = text.get(equals + 1..end)?.trim_end();
            Some((text.get(*key..*equals)?, unescaped(value)))
        })
        .collect()
}

fn is_key(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"_.[]-".contains(&byte))
}

fn unescaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'r') => value.push('\n'),
                Some(escaped @ ('=' | '\\' | '|')) => value.push(escaped),
                Some(other) => value.extend(['\\', other]),
                None => value.push('\\'),
            },
            plain => value.push(plain),
        }
    }
    value
}

/// Milliseconds since 1970, or `MMM dd [yyyy] HH:mm:ss`; a zone behind it is UTC or an offset, without one `--tz` says
/// which it is.
fn time(text: &str) -> Option<Stamp> {
    unix(text).or_else(|| iso(text)).or_else(|| {
        let (stamp, zone) = month_first(text)?;
        match (stamp, zone.trim()) {
            (Stamp::Local(local), "UTC" | "GMT" | "Z") => Some(Stamp::Exact(local.and_utc())),
            (stamp, "") => Some(stamp),
            // Any other abbreviation stands for several zones; an offset says which.
            (Stamp::Local(local), zone) => {
                let offset = zone
                    .strip_prefix("GMT")
                    .or_else(|| zone.strip_prefix("UTC"));
                let offset: FixedOffset = offset.unwrap_or(zone).parse().ok()?;
                let time = local.and_local_timezone(offset).single()?;
                Some(Stamp::Exact(time.with_timezone(&Utc)))
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_format() {
        // Examples of the CEF guide: escapes in header and extension.
        let draft = read(r"CEF:0|Security|threat\|manager|1.0|100|worm successfully stopped|10|src=10.0.0.1 dst=2.1.2.2 spt=1232").unwrap();
        assert_eq!(
            (draft.field("product"), draft.field("ip")),
            (Some("threat|manager"), Some("10.0.0.1"))
        );
        assert_eq!(
            (draft.field("spt"), draft.severity),
            (Some("1232"), Severity::Critical)
        );
        let draft = read(r"CEF:0|security|threatmanager|1.0|100|detected a \| in message|7|src=10.0.0.1 act=blocked a \= dst=1.1.1.1 msg=a b=c\nd suser=mira rt=1700000000000").unwrap();
        assert_eq!(
            (draft.field("act"), draft.field("dst")),
            (Some("blocked a ="), Some("1.1.1.1"))
        );
        assert_eq!(
            (draft.field("message"), draft.field("b")),
            (Some("a"), Some("c\nd"))
        );
        assert_eq!(draft.actor.as_deref(), Some("mira"));
        assert!(matches!(draft.stamp, Stamp::Exact(_)));
        let at = |zone: &str| read(&format!("CEF:0|v|p|1|c|n|1|rt=Nov 20 2026 10:00:00 {zone}"));
        let eight = Stamp::Exact(crate::base::clock::parse("2026-11-20T08:00:00Z").unwrap());
        for zone in ["GMT+02:00", "+0200", "+02:00"] {
            assert_eq!(at(zone).unwrap().stamp, eight, "{zone}");
        }
        assert!(at("CEST").is_none());
        let draft = read("CEF:0|v|p|1|c|n|low|act=denied").unwrap();
        assert_eq!(draft.outcome, Outcome::Refused);
    }

    #[test]
    fn what_is_no_cef() {
        for line in [
            "CEF:",
            "CEF:0|a|b",
            "CEF:x|v|p|1|c|n|1|",
            "CEF:0|v|p|1|c|n|loud|",
            r"CEF:0|v|p|1|c|n|1\",
        ] {
            assert!(read(line).is_none(), "{line}");
        }
        assert!(read("CEF:0|v|p|1|c|n|1").is_some());
        assert!(read("CEF:0|v|p|1|c|n|1|===  = a= =b").is_some());
    }
}

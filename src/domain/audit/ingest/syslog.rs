//! Syslog as it stands in files: RFC 5424, RFC 3164 with and without its priority, and what rsyslog writes by
//! itself, RFC 3339 in the place of the old time. A file may hold all of them.

use super::draft::Draft;
use super::programs;
use super::stamp::{Stamp, iso, month_first, word};

/// The draft of a line; `None` if it is none.
pub fn read(line: &str) -> Option<Draft> {
    let (level, rest) = priority(line)?;
    if let (Some(level), Some(rest)) = (level, rest.strip_prefix("1 ")) {
        return modern(level, rest);
    }
    let (stamp, rest) = time(rest)?;
    let (host, rest) = match word(rest) {
        // No host: the tag stands there already.
        (tag, _) if tag.ends_with(':') => ("", rest.trim_start()),
        (host, rest) => (host, rest.trim_start()),
    };
    let (program, pid, message) = tag(rest);
    Some(finish(
        programs::read(program, message, level),
        stamp,
        host,
        pid,
    ))
}

/// `<34>`: facility and severity, at most 191 (RFC 5424 §6.2.1). `None` if it is broken.
fn priority(line: &str) -> Option<(Option<u8>, &str)> {
    let Some(rest) = line.strip_prefix('<') else {
        return Some((None, line));
    };
    let (number, rest) = rest.split_once('>')?;
    let digits = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: u8 = digits.then(|| number.parse().ok()).flatten()?;
    (number <= 191).then_some((Some(number & 7), rest))
}

fn time(rest: &str) -> Option<(Stamp, &str)> {
    if rest.bytes().next()?.is_ascii_digit() {
        let (first, behind) = word(rest);
        return Some((iso(first)?, behind));
    }
    // Cisco marks a clock that is not in step.
    month_first(rest.trim_start_matches(['*', '.']))
}

/// RFC 5424 §6: time, host, program, process, kind of message, structured data, text.
fn modern(level: u8, rest: &str) -> Option<Draft> {
    let mut rest = rest;
    let mut next = || {
        let (found, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        rest = behind;
        if found == "-" { "" } else { found }
    };
    let (time, host, program, pid, kind) = (next(), next(), next(), next(), next());
    let stamp = if time.is_empty() {
        Stamp::None
    } else {
        iso(time)?
    };
    let (data, message) = structured(rest)?;
    let message = message.trim_start().trim_start_matches('\u{feff}');
    let mut draft = programs::read(program, message, Some(level));
    draft.put("msgid", kind);
    for (name, value) in data {
        draft.put(&name, &value);
    }
    Some(finish(draft, stamp, host, pid))
}

/// `[id name="value" …][…] text`; in a value `\"`, `\\` and `\]` are escapes (§6.3.3).
fn structured(text: &str) -> Option<(Vec<(String, String)>, &str)> {
    let mut found = vec![];
    if let Some(rest) = text.strip_prefix('-') {
        return Some((found, rest));
    }
    let mut rest = text;
    while let Some(element) = rest.strip_prefix('[') {
        let end = element.find([' ', ']'])?;
        let (id, mut inside) = element.split_at_checked(end)?;
        let id = id.split('@').next().unwrap_or(id);
        while let Some(pair) = inside.strip_prefix(' ') {
            let pair = pair.trim_start_matches(' ');
            if pair.starts_with(']') {
                inside = pair;
                break;
            }
            let (name, behind) = pair.split_once("=\"")?;
            let (value, behind) = quoted(behind)?;
            found.push((format!("{id}.{name}"), value));
            inside = behind;
        }
        rest = inside.strip_prefix(']')?;
    }
    (!found.is_empty() || rest.len() < text.len() || text.is_empty()).then_some((found, rest))
}

/// Up to the closing quote, and what stands behind it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((place, c)) = chars.next() {
        match c {
            '"' => return Some((value, text.get(place + 1..)?)),
            '\\' => match chars.next()?.1 {
                escaped @ ('"' | '\\' | ']') => value.push(escaped),
                other => value.extend(['\\', other]),
            },
            plain => value.push(plain),
        }
    }
    None
}

/// `sshd[16378]: message`. Without a colon the whole is the message.
fn tag(text: &str) -> (&str, &str, &str) {
    let Some((tag, message)) = text.split_once(':') else {
        return ("", "", text);
    };
    let (program, pid) = tag.split_once('[').unwrap_or((tag, ""));
    let pid = pid.trim_end_matches(']');
    if program.is_empty() || program.contains(' ') || program == "CEF" {
        return ("", "", text);
    }
    (program, pid, message.strip_prefix(' ').unwrap_or(message))
}

fn finish(mut draft: Draft, stamp: Stamp, host: &str, pid: &str) -> Draft {
    // What the message itself said about its time is closer to the event.
    if draft.stamp == Stamp::None {
        draft.stamp = stamp;
    }
    draft.put("host", host);
    draft.put("pid", pid);
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock::{micros_text, parse};

    fn exact(draft: &Draft) -> String {
        let Stamp::Exact(time) = draft.stamp else {
            panic!("{:?}", draft.stamp)
        };
        micros_text(time)
    }

    #[test]
    fn the_examples_of_rfc_5424() {
        // RFC 5424 §6.5, examples 1 to 4.
        let one = read("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \u{feff}'su root' failed for lonvick on /dev/pts/8").unwrap();
        assert_eq!(exact(&one), "2003-10-11T22:14:15.003000Z");
        assert_eq!(
            (one.field("host"), one.field("msgid")),
            (Some("mymachine.example.com"), Some("ID47"))
        );
        assert_eq!(
            one.field("message"),
            Some("'su root' failed for lonvick on /dev/pts/8")
        );
        assert_eq!(one.source.as_deref(), Some("su"));
        let two = read("<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It's time to make the do-nuts.").unwrap();
        assert_eq!(exact(&two), "2003-08-24T12:14:15.000003Z");
        assert_eq!(
            (two.field("pid"), two.field("program")),
            (Some("8710"), Some("myproc"))
        );
        let three = read("<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut=\"3\" eventSource=\"Application\" eventID=\"1011\"] \u{feff}An application event log entry...").unwrap();
        assert_eq!(three.field("exampleSDID.eventSource"), Some("Application"));
        let four = read("<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut=\"3\" eventSource=\"a\\\"b\\]\"][examplePriority@32473 class=\"high\"]").unwrap();
        assert_eq!(four.field("exampleSDID.eventSource"), Some("a\"b]"));
        assert_eq!(four.field("examplePriority.class"), Some("high"));
        assert!(read("<165>1 2003-10-11T22:14:15.003Z h p - ID47 [broken").is_none());
    }

    #[test]
    fn the_examples_of_rfc_3164() {
        // RFC 3164 §5.4, examples 1 and 3.
        let one =
            read("<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8")
                .unwrap();
        assert!(matches!(
            one.stamp,
            Stamp::Yearless {
                month: 10,
                day: 11,
                ..
            }
        ));
        assert_eq!(
            (one.field("host"), one.source.as_deref()),
            (Some("mymachine"), Some("su"))
        );
        let three = read(
            "<165>Aug 24 1987 05:34:00 mymachine myproc[10]: %% It's time to make the do-nuts.",
        )
        .unwrap();
        assert!(matches!(three.stamp, Stamp::Local(_)));
        assert_eq!(three.field("pid"), Some("10"));
    }

    #[test]
    fn what_stands_in_files() {
        let line = read("2023-11-14T00:20:42.738197+01:00 myserver sshd[1112652]: User root from 192.168.1.1 not allowed because not listed in AllowUsers").unwrap();
        assert_eq!(
            line.stamp,
            Stamp::Exact(parse("2023-11-13T23:20:42.738197Z").unwrap())
        );
        assert_eq!(
            (line.actor.as_deref(), line.field("host")),
            (Some("root"), Some("myserver"))
        );
        let line =
            read("Nov 19 11:28:15 sshd[36648]: Invalid user a from 192.0.2.1 port 5").unwrap();
        assert_eq!(
            (line.actor.as_deref(), line.field("host")),
            (Some("a"), None)
        );
        for line in [
            "",
            "hello",
            "<999>Oct 11 22:14:15 h x: y",
            "<34",
            "Oct 41 22:14:15 h x: y",
            "1 2 3",
        ] {
            assert!(read(line).is_none(), "{line}");
        }
    }
}

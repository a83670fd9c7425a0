//! Web server logs in the combined form of Apache and nginx (the common one too):
//! `203.0.113.9 - mira [22/Nov/2026:12:00:00 +0100] "GET / HTTP/1.1" 200 512 "referer" "agent"`.

use std::net::IpAddr;

use chrono::{DateTime, Utc};

use super::draft::{Draft, cut};
use super::stamp::Stamp;
use crate::domain::audit::{Outcome, Severity};

/// What is kept of an address line or a user agent at most.
const MOST_TEXT: usize = 2048;

pub fn read(line: &str) -> Option<Draft> {
    let (vhost, line) = line.split_once(' ').map_or(("", line), |(first, behind)| {
        let (second, _) = behind.split_once(' ').unwrap_or((behind, ""));
        // Debian's `vhost_combined` puts the server's name and port in front. Where the client's `Host` stands there,
        // it may be an address, too: of two, the second is the peer.
        if second.parse::<IpAddr>().is_ok() {
            (first, behind)
        } else {
            ("", line)
        }
    });
    let (peer, rest) = line.split_once(' ')?;
    let (_, rest) = rest.split_once(' ')?;
    // A user's name may hold blanks: the time is the first thing in brackets behind it that is one and
    // has the request behind it. In a name, servers escape the quote.
    let (user, stamp, rest) = timed(rest)?;
    let (request, status, rest) = answered(rest.trim_start())?;
    let mut numbers = rest.trim_start().splitn(2, ' ');
    let bytes = numbers.next().unwrap_or("-");
    let (referer, rest) = quoted(numbers.next().unwrap_or("")).unwrap_or_default();
    let (agent, _) = quoted(rest.trim_start()).unwrap_or_default();
    let (outcome, severity) = match status {
        401 | 403 | 407 => (Outcome::Refused, Severity::Low),
        400..500 => (Outcome::Failure, Severity::Info),
        500.. => (Outcome::Failure, Severity::Medium),
        _ => (Outcome::Success, Severity::Info),
    };
    let mut draft = Draft::new("web.request")
        .ended(outcome, severity)
        .at_ip(peer)
        .actor(said(user));
    draft.source = Some("web".to_owned());
    draft.stamp = stamp;
    let (method, path) = request.split_once(' ').unwrap_or(("", &request));
    let path = path.rsplit_once(" HTTP/").map_or(path, |(path, _)| path);
    for (field, value) in [
        ("vhost", vhost),
        ("method", method),
        ("path", path),
        ("status", &status.to_string()),
        ("bytes", said(bytes)),
        ("referer", said(&referer)),
        ("user_agent", said(&agent)),
    ] {
        draft.put(field, cut(value, MOST_TEXT));
    }
    Some(draft)
}

/// The request, the status behind it, and what follows. Some servers leave quotes in a request as they are: it ends
/// at the first one behind which a status stands.
fn answered(text: &str) -> Option<(String, u16, &str)> {
    let mut request = String::new();
    let mut text = text;
    loop {
        let (part, rest) = quoted(text)?;
        request.push_str(&part);
        let (status, behind) = super::stamp::word(rest);
        let number = status.len() == 3 && status.bytes().all(|byte| byte.is_ascii_digit());
        if number && rest.starts_with(' ') {
            let status = status.parse().ok().filter(|status| *status < 600)?;
            return (status >= 100).then_some((request, status, behind));
        }
        request.push('"');
        // The quote that ended the part opens the next.
        text = text.get(text.len() - rest.len() - 1..)?;
    }
}

fn timed(rest: &str) -> Option<(&str, Stamp, &str)> {
    let mut from = 0;
    loop {
        let open = rest.get(from..)?.find('[')? + from;
        let inside = rest.get(open + 1..)?;
        if let Some((time, behind)) = inside.split_once(']')
            && behind.trim_start().starts_with('"')
            && let Ok(time) = DateTime::parse_from_str(time, "%d/%b/%Y:%H:%M:%S %z")
        {
            let user = rest.get(..open)?.trim_end();
            return Some((user, Stamp::Exact(time.with_timezone(&Utc)), behind));
        }
        from = open + 1;
    }
}

/// `-` says nothing.
fn said(text: &str) -> &str {
    if text == "-" { "" } else { text }
}

/// The text in quotes at the beginning, and what follows. Apache writes `\"` and `\\`, both `\xHH`.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut value = String::new();
    let mut chars = inside.char_indices();
    while let Some((place, c)) = chars.next() {
        match c {
            '"' => return Some((value, inside.get(place + 1..)?)),
            '\\' => match chars.next()?.1 {
                escaped @ ('"' | '\\') => value.push(escaped),
                other => value.extend(['\\', other]),
            },
            plain => value.push(plain),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_servers_may_share_a_log() {
        // Debian's form for several servers.
        let line = r#"example.com:443 198.51.100.7 - - [22/Nov/2026:12:00:00 +0100] "GET / HTTP/1.1" 200 5"#;
        let draft = read(line).unwrap();
        assert_eq!(
            (
                draft.field("ip"),
                draft.field("vhost"),
                draft.actor.as_deref()
            ),
            (Some("198.51.100.7"), Some("example.com:443"), None)
        );
    }

    #[test]
    fn a_client_cannot_choose_its_address_by_the_host_it_asks_for() {
        let line =
            r#"8.8.8.8 198.51.100.7 - - [22/Nov/2026:12:00:00 +0100] "GET / HTTP/1.1" 200 5"#;
        let draft = read(line).unwrap();
        assert_eq!(
            (
                draft.field("ip"),
                draft.field("vhost"),
                draft.actor.as_deref()
            ),
            (Some("198.51.100.7"), Some("8.8.8.8"), None)
        );
    }

    #[test]
    fn combined_and_common_lines() {
        // The example of Apache's documentation.
        let draft = read(r#"127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326 "http://www.example.com/start.html" "Mozilla/4.08 [en] (Win98; I ;Nav)""#).unwrap();
        assert_eq!(
            (draft.actor.as_deref(), draft.field("ip")),
            (Some("frank"), Some("127.0.0.1"))
        );
        assert_eq!(
            (draft.field("path"), draft.field("user_agent")),
            (
                Some("/apache_pb.gif"),
                Some("Mozilla/4.08 [en] (Win98; I ;Nav)")
            )
        );
        assert_eq!(
            draft.stamp,
            Stamp::Exact(crate::base::clock::parse("2000-10-10T20:55:36Z").unwrap())
        );
        let draft =
            read(r#"2001:db8::1 - - [10/Oct/2000:13:55:36 +0000] "POST /a\"b c HTTP/1.1" 401 -"#)
                .unwrap();
        assert_eq!(
            (draft.field("path"), draft.outcome),
            (Some("/a\"b c"), Outcome::Refused)
        );
        // What no client should send.
        let draft = read(
            r#"192.0.2.1 - a [b] c [10/Oct/2000:13:55:36 +0000] "\x16\x03\x01" 400 0 "-" "-""#,
        )
        .unwrap();
        assert_eq!(
            (draft.actor.as_deref(), draft.field("path")),
            (Some("a [b] c"), Some("\\x16\\x03\\x01"))
        );
        // A name sent in Basic auth is no time, and a quote in a request no end.
        let draft = read(r#"1.2.3.4 - x [22/Nov/2020:12:00:00 +0100] [22/Nov/2026:12:00:00 +0100] "GET /a" b HTTP/1.1" 401 5"#).unwrap();
        assert_eq!(
            draft.actor.as_deref(),
            Some("x [22/Nov/2020:12:00:00 +0100]")
        );
        assert_eq!(
            (
                draft.field("path"),
                draft.field("status"),
                draft.field("bytes")
            ),
            (Some("/a\" b"), Some("401"), Some("5"))
        );
        for line in [
            "",
            r#"1.2.3.4 - - [10/Oct/2000:13:55:36 +0000] "GET /" x"#,
            "a b c",
            r#"1.2.3.4 - - [x] "GET /" 200 1"#,
            r#"1.2.3.4 - - [10/Oct/2000:13:55:36 +0000] "GET /" 999 1"#,
        ] {
            assert!(read(line).is_none(), "{line}");
        }
    }
}

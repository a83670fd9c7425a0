//! Lines of OpenSSH's server. A user's name is whatever a client sent, blanks included: what stands behind it is
//! looked for from the right.

use super::draft::Draft;
use crate::domain::audit::{Outcome, Severity};

/// What a message tells; `None` for those that tell nothing about a sign-in.
pub fn read(message: &str) -> Option<Draft> {
    let message = message.trim_end();
    let early = message.strip_suffix(" [preauth]");
    let message = early.unwrap_or(message).trim_end();
    let message = message
        .strip_prefix("error: ")
        .or_else(|| message.strip_prefix("fatal: "))
        .unwrap_or(message);
    verdict(message)
        .or_else(|| unknown_user(message))
        .or_else(|| ended(message, early.is_some()))
        .or_else(|| not_allowed(message))
        .or_else(|| broken(message))
        .or_else(|| session(message))
}

/// `Accepted publickey for mira from 192.0.2.1 port 4711 ssh2: ED25519 SHA256:…`, `Failed password for invalid
/// user …`, `maximum authentication attempts exceeded for …`.
fn verdict(message: &str) -> Option<Draft> {
    let limit = "maximum authentication attempts exceeded for ";
    if let Some(rest) = message.strip_prefix(limit) {
        let (user, from) = rest.rsplit_once(" from ")?;
        return Some(with_peer(tried(Severity::Medium), from).actor(known(user)));
    }
    let (word, rest) = message.split_once(' ')?;
    let (outcome, severity) = match word {
        "Accepted" => (Outcome::Success, Severity::Info),
        "Failed" | "Postponed" | "Partial" => (Outcome::Failure, Severity::Low),
        _ => return None,
    };
    let (method, rest) = rest.split_once(" for ")?;
    let (user, from) = rest.rsplit_once(" from ")?;
    let action = match word {
        // One step of several: no verdict yet.
        "Postponed" | "Partial" => "auth.step",
        _ => "auth.login",
    };
    let outcome = if action == "auth.step" {
        Outcome::Success
    } else {
        outcome
    };
    let key = from.split_once(": ").map_or("", |(_, key)| key);
    let draft = Draft::new(action)
        .ended(outcome, severity)
        .with("method", method)
        .with("key", key);
    Some(with_peer(draft, from).actor(known(user)))
}

/// `Invalid user x from 192.0.2.1 port 4711`, older ones without the port.
fn unknown_user(message: &str) -> Option<Draft> {
    let rest = message.strip_prefix("Invalid user ")?;
    let (user, from) = rest
        .strip_prefix("from ")
        .map_or_else(|| rest.rsplit_once(" from "), |from| Some(("", from)))?;
    Some(with_peer(tried(Severity::Low), from).actor(user))
}

/// `Connection closed by authenticating user root 192.0.2.1 port 4711`, `Disconnected from invalid user …`.
fn ended(message: &str, early: bool) -> Option<Draft> {
    let ways = [
        "Connection closed by ",
        "Connection reset by ",
        "Disconnected from ",
        "Disconnecting ",
    ];
    let rest = ways.iter().find_map(|way| message.strip_prefix(way))?;
    let (before, port) = rest.rsplit_once(" port ")?;
    let (who, ip) = before.rsplit_once(' ').unwrap_or(("", before));
    let draft = Draft::new("ssh.close").ended(Outcome::Success, Severity::Info);
    let draft = match who.split_once("user ") {
        // "user mira": signed in before. Any other word before it: it was not.
        Some(("", user)) => draft.actor(user),
        Some((_, user)) => tried(Severity::Low).actor(user),
        // It went away before it said who it is.
        None if early => tried(Severity::Low),
        None => draft,
    };
    Some(draft.at_ip(ip).with("port", digits(port)))
}

/// `User root from 192.0.2.1 not allowed because not listed in AllowUsers`.
fn not_allowed(message: &str) -> Option<Draft> {
    if let Some(rest) = message.strip_prefix("refused connect from ") {
        let (name, ip) = rest.rsplit_once(" (")?;
        let draft = refused().at_ip(ip.trim_end_matches(')'));
        return Some(draft.with("host_name", name));
    }
    let rest = message.strip_prefix("User ")?;
    let (who, why) = rest.rsplit_once(" not allowed because ")?;
    let (user, host) = who.rsplit_once(" from ").unwrap_or((who, ""));
    let draft = refused().actor(user).with("why", why);
    Some(if host.is_empty() {
        draft
    } else {
        draft.at_ip(host)
    })
}

/// Peers that never came as far as a user's name.
fn broken(message: &str) -> Option<Draft> {
    let peers = [
        "Unable to negotiate with ",
        "Timeout before authentication for ",
        "ssh_dispatch_run_fatal: Connection from ",
        "Did not receive identification string from ",
        "Bad protocol version identification ",
        "banner exchange: Connection from ",
        "Timeout before authentication for connection from ",
    ];
    let rest = match peers
        .iter()
        .rev()
        .find_map(|peer| message.strip_prefix(peer))
    {
        Some(rest) => rest,
        None if message.starts_with("Magic value check failed") => message,
        None => return None,
    };
    let from = rest.rsplit_once(" from ").map_or(rest, |(_, from)| from);
    let why = from.split_once(": ").map_or("", |(_, why)| why);
    let draft = Draft::new("ssh.negotiate").ended(Outcome::Failure, Severity::Low);
    Some(with_peer(draft, from).with("why", why))
}

/// `Close session: user ansible from 192.0.2.1 port 34928 id 0`.
fn session(message: &str) -> Option<Draft> {
    let (action, rest) = match message.split_once(": user ")? {
        ("Starting session", rest) => ("session.open", rest),
        ("Close session", rest) => ("session.close", rest),
        _ => {
            let (_, rest) = message
                .strip_prefix("Starting session: ")?
                .split_once(" for ")?;
            ("session.open", rest)
        }
    };
    let (user, from) = rest.rsplit_once(" from ")?;
    Some(with_peer(Draft::new(action), from).actor(user))
}

/// A try that failed, told beside the verdict or in its place.
fn tried(severity: Severity) -> Draft {
    Draft::new("auth.attempt").ended(Outcome::Failure, severity)
}

fn refused() -> Draft {
    Draft::new("auth.attempt").ended(Outcome::Refused, Severity::Medium)
}

fn known(user: &str) -> &str {
    user.strip_prefix("invalid user ").unwrap_or(user)
}

/// `192.0.2.1 port 4711 ssh2…`
fn with_peer(draft: Draft, from: &str) -> Draft {
    let mut words = from.split([' ', ',']);
    let ip = words.next().unwrap_or("").trim_end_matches(':');
    let port = if words.next() == Some("port") {
        words.next().unwrap_or("")
    } else {
        ""
    };
    draft.at_ip(ip).with("port", digits(port))
}

fn digits(text: &str) -> &str {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said, and the user, address and outcome that it tells.
    const LINES: [(&str, &str, &str, Outcome); 14] = [
        (
            "Accepted publickey for vagrant from 1.2.3.4 port 56296 ssh2: RSA SHA256:1M4Rz",
            "vagrant",
            "1.2.3.4",
            Outcome::Success,
        ),
        (
            "Failed password for invalid user x y from 192.168.1.2 port 51182 ssh2",
            "x y",
            "192.168.1.2",
            Outcome::Failure,
        ),
        // The client's own words cannot pretend to be the address.
        (
            "Failed password for invalid user a from 8.8.8.8 port 1 ssh2 from 192.0.2.9 port 5 ssh2",
            "a from 8.8.8.8 port 1 ssh2",
            "192.0.2.9",
            Outcome::Failure,
        ),
        (
            "Invalid user pascal from 35.188.49.176 port 53502",
            "pascal",
            "35.188.49.176",
            Outcome::Failure,
        ),
        (
            "Invalid user  from 35.188.49.176",
            "",
            "35.188.49.176",
            Outcome::Failure,
        ),
        (
            "Connection closed by authenticating user root 206.81.24.125 port 45362 [preauth]",
            "root",
            "206.81.24.125",
            Outcome::Failure,
        ),
        (
            "Disconnected from user mira 2001:DB8::1 port 4711",
            "mira",
            "2001:db8::1",
            Outcome::Success,
        ),
        (
            "error: maximum authentication attempts exceeded for invalid user bob from 192.0.2.3 port 7 ssh2 [preauth]",
            "bob",
            "192.0.2.3",
            Outcome::Failure,
        ),
        (
            "User root from 192.168.1.1 not allowed because not listed in AllowUsers",
            "root",
            "192.168.1.1",
            Outcome::Refused,
        ),
        (
            "Unable to negotiate with 123.57.135.134 port 45626: no matching MAC found. Their offer: x [preauth] ",
            "",
            "123.57.135.134",
            Outcome::Failure,
        ),
        (
            "fatal: Timeout before authentication for 192.168.9.212 port 47056",
            "",
            "192.168.9.212",
            Outcome::Failure,
        ),
        (
            "Timeout before authentication for connection from 192.168.9.212 to 10.0.0.1, pid = 5",
            "",
            "192.168.9.212",
            Outcome::Failure,
        ),
        (
            "refused connect from x (::ffff:192.168.1.1)",
            "",
            "192.168.1.1",
            Outcome::Refused,
        ),
        (
            "Close session: user ansible from 192.168.1.1 port 34928 id 0",
            "ansible",
            "192.168.1.1",
            Outcome::Success,
        ),
    ];

    #[test]
    fn sign_ins_tell_user_address_and_outcome() {
        for (line, user, ip, outcome) in LINES {
            let draft = read(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(draft.actor.as_deref().unwrap_or(""), user, "{line}");
            assert_eq!(draft.field("ip"), Some(ip), "{line}");
            assert_eq!(draft.outcome, outcome, "{line}");
        }
        assert!(read("Server listening on 0.0.0.0 port 22.").is_none());
    }
}

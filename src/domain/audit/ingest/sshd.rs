//! Lines of OpenSSH's server. A user's name is whatever a client sent, and so is what a key or an offer is called:
//! where a line can be read in two ways, no address is taken from it.

#[cfg(test)]
mod tests;

use std::net::IpAddr;

use super::draft::Draft;
use crate::domain::audit::{Outcome, Severity};

/// What a line says: one thing, or two that nobody can tell apart.
enum Sense<T> {
    One(T),
    Two,
}

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
        .or_else(|| ended(message, early))
        .or_else(|| not_allowed(message))
        .or_else(|| broken(message))
        .or_else(|| pam(message))
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
    let draft = Draft::new(action)
        .ended(outcome, severity)
        .with("method", method);
    let Sense::One((user, from)) = user_and_peer(rest, method)? else {
        return Some(draft.doubtful(message));
    };
    let key = from.split_once(": ").map_or("", |(_, key)| key);
    Some(with_peer(draft.with("key", key), from).actor(known(user)))
}

/// `mira from 192.0.2.1 port 4711 ssh2: KEY`, cut at its ` from `; nothing inside where that could be two places.
fn user_and_peer<'a>(rest: &'a str, method: &str) -> Option<Sense<(&'a str, &'a str)>> {
    let places: Vec<(&str, &str)> = rest
        .match_indices(" from ")
        .filter_map(|(at, word)| Some((rest.get(..at)?, rest.get(at + word.len()..)?)))
        .filter(|(_, from)| is_peer(from))
        .collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Some(Sense::One(rest.rsplit_once(" from ")?));
    };
    let with_key = ["publickey", "hostbased"]
        .iter()
        .any(|key| method.starts_with(key));
    Some(if places.len() == 1 || !rest.starts_with("invalid user ") {
        // A user that exists has no blanks in the name; what stands behind the address may be anything.
        Sense::One(*first)
    } else if with_key {
        // The name before the address and that of the key behind it were both chosen.
        Sense::Two
    } else {
        Sense::One(*last)
    })
}

/// `192.0.2.1 port 4711 ssh2`, and nothing or `: …` behind it.
fn is_peer(from: &str) -> bool {
    let Some((host, rest)) = from.split_once(" port ") else {
        return false;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_prefix(" ssh").unwrap_or(rest);
    let rest = rest.trim_start_matches(['1', '2']);
    !host.contains(' ') && (rest.is_empty() || rest.starts_with(": "))
}

/// `Invalid user x from 192.0.2.1 port 4711`, older ones without the port.
fn unknown_user(message: &str) -> Option<Draft> {
    let rest = message.strip_prefix("Invalid user ")?;
    let (user, from) = rest
        .rsplit_once(" from ")
        .or_else(|| Some(("", rest.strip_prefix("from ")?)))?;
    Some(with_peer(tried(Severity::Low), from).actor(user))
}

/// `Connection closed by authenticating user root 192.0.2.1 port 4711`, `Disconnected from invalid user …`,
/// `Disconnecting invalid user a 192.0.2.1 port 5: Change of username or service not allowed: …`.
fn ended(message: &str, early: Option<&str>) -> Option<Draft> {
    let ways = [
        "Connection closed by ",
        "Connection reset by ",
        "Disconnected from ",
    ];
    let peer = if let Some(rest) = ways.iter().find_map(|way| message.strip_prefix(way)) {
        // Nothing follows the address.
        let (before, port) = rest.rsplit_once(" port ")?;
        let (who, ip) = before.rsplit_once(' ').unwrap_or(("", before));
        Sense::One(Peer {
            who,
            ip,
            port,
            why: "",
        })
    } else {
        Peer::before_a_reason(message.strip_prefix("Disconnecting ")?)?
    };
    let Sense::One(peer) = peer else {
        return Some(tried(Severity::Low).doubtful(message));
    };
    let draft = Draft::new("ssh.close").ended(Outcome::Success, Severity::Info);
    let draft = match peer.who.split_once("user ") {
        // "user mira": signed in before. Any other word before it: it was not.
        Some(("", user)) => draft.actor(user),
        Some((_, user)) => tried(Severity::Low).actor(user),
        // It went away before it said who it is.
        None if early.is_some() => tried(Severity::Low),
        None => draft,
    };
    Some(peer.put(draft))
}

/// Who a connection belongs to, as `[WHO ]IP port N[: WHY]` tells it.
struct Peer<'a> {
    who: &'a str,
    ip: &'a str,
    port: &'a str,
    why: &'a str,
}

impl<'a> Peer<'a> {
    /// Nothing inside where it could be two addresses: an unknown user's name and the reason are the client's words.
    fn before_a_reason(text: &'a str) -> Option<Sense<Self>> {
        let mut found = text.match_indices(" port ").filter_map(|(at, word)| {
            let before = text.get(..at)?;
            let (who, ip) = before.rsplit_once(' ').unwrap_or(("", before));
            let behind = text.get(at + word.len()..)?;
            let port = digits(behind);
            let rest = behind.get(port.len()..)?;
            let ends = rest.is_empty() || rest.starts_with(':') || rest.starts_with(' ');
            let peer = Self {
                who,
                ip,
                port,
                why: rest.trim_start_matches([':', ' ']),
            };
            (ends && is_ip(ip)).then_some(peer)
        });
        let first = found.next()?;
        let chosen = first.who.starts_with("invalid user ");
        Some(if chosen && found.next().is_some() {
            Sense::Two
        } else {
            Sense::One(first)
        })
    }

    fn put(&self, draft: Draft) -> Draft {
        let draft = draft.at_ip(self.ip).with("port", digits(self.port));
        draft.with("why", self.why)
    }
}

fn is_ip(text: &str) -> bool {
    text.split('%')
        .next()
        .unwrap_or(text)
        .parse::<IpAddr>()
        .is_ok()
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
    let draft = Draft::new("ssh.negotiate").ended(Outcome::Failure, Severity::Low);
    // The client's words stand before the address here, and behind it everywhere else.
    let quoting = [
        "Bad protocol version identification ",
        "Magic value check failed",
    ];
    if quoting.iter().any(|start| message.starts_with(start)) {
        let (_, from) = message.rsplit_once(" from ")?;
        return Some(with_peer(draft, from));
    }
    let peers = [
        "Unable to negotiate with ",
        "Timeout before authentication for connection from ",
        "Timeout before authentication for ",
        "ssh_dispatch_run_fatal: Connection from ",
        "Did not receive identification string from ",
        "banner exchange: Connection from ",
    ];
    let rest = peers.iter().find_map(|peer| message.strip_prefix(peer))?;
    let first = rest.split([' ', ',']).next().unwrap_or(rest);
    if is_ip(first.trim_end_matches(':')) {
        let why = rest.split_once(": ").map_or("", |(_, why)| why);
        return Some(with_peer(draft, rest).with("why", why));
    }
    match Peer::before_a_reason(rest) {
        Some(Sense::One(peer)) => {
            let user = peer.who.split_once("user ").map_or("", |(_, user)| user);
            Some(peer.put(draft).actor(user))
        }
        Some(Sense::Two) => Some(draft.doubtful(message)),
        None => Some(with_peer(draft, rest)),
    }
}

/// `PAM: Authentication failure for illegal user bob from 192.0.2.1`.
fn pam(message: &str) -> Option<Draft> {
    let (_, rest) = message.strip_prefix("PAM: ")?.split_once(" for ")?;
    let (user, from) = rest.rsplit_once(" from ")?;
    let user = user.strip_prefix("illegal user ").unwrap_or(user);
    Some(with_peer(tried(Severity::Low), from).actor(user))
}

/// `Starting session: shell on pts/0 for ansible from 192.0.2.1 port 34928 id 0`, `Close session: user ansible
/// from …`.
fn session(message: &str) -> Option<Draft> {
    let (action, rest) = if let Some(rest) = message.strip_prefix("Close session: user ") {
        ("session.close", rest)
    } else {
        ("session.open", message.strip_prefix("Starting session: ")?)
    };
    let (before, from) = rest.rsplit_once(" from ")?;
    let user = before.rsplit_once(" for ").map_or(before, |(_, user)| user);
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

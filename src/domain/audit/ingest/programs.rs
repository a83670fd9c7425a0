//! What known programs say in the text of a syslog line: sshd, sudo, and PAM behind whatever name. Everything else
//! stays a message.

use super::draft::Draft;
use super::{cef, sshd, sudo};
use crate::domain::audit::{Outcome, Severity};

/// Programs that are sources of their own. Any other name came with the line and could be anything: it is a
/// personal field.
const KNOWN: [&str; 20] = [
    "sshd",
    "sudo",
    "su",
    "login",
    "cron",
    "crond",
    "systemd",
    "systemd-logind",
    "polkitd",
    "kernel",
    "dovecot",
    "postfix",
    "nginx",
    "apache2",
    "httpd",
    "vsftpd",
    "gdm-password",
    "passwd",
    "useradd",
    "auditd",
];
/// The longest text that is kept of a line that was not understood.
const MOST_TEXT: usize = 2048;

/// The draft of a message that `program` logged with a syslog severity (0 is the worst, 7 is noise).
pub fn read(program: &str, message: &str, level: Option<u8>) -> Draft {
    let (message, count) = unrepeated(message);
    let name = plain(program);
    let mut draft = if message.starts_with("CEF:") {
        cef::read(message)
    } else {
        pam(message).or_else(|| match name {
            "sshd" => sshd::read(message),
            "sudo" => sudo::read(message),
            _ => None,
        })
    }
    .unwrap_or_else(|| unread(message, level));
    if draft.source.is_none() {
        let known = KNOWN.iter().find(|known| **known == name);
        draft.source = Some((*known.unwrap_or(&"syslog")).to_owned());
        if known.is_none() {
            draft.put("program", program);
        }
    }
    if count > 1 {
        draft.count = Some(draft.count.unwrap_or(1).saturating_mul(count));
    }
    draft
}

fn unread(message: &str, level: Option<u8>) -> Draft {
    let severity = match level {
        Some(0 | 1) => Severity::Critical,
        Some(2 | 3) => Severity::High,
        Some(4) => Severity::Medium,
        Some(5) => Severity::Low,
        _ => Severity::Info,
    };
    let text = super::draft::cut(message, MOST_TEXT);
    Draft::new("syslog.message")
        .ended(Outcome::Success, severity)
        .with("message", text)
}

/// `sshd-session`, `sshd-auth` (OpenSSH 9.8 and later) and `/usr/sbin/sshd` are sshd.
fn plain(program: &str) -> &str {
    let name = program.rsplit('/').next().unwrap_or(program);
    match name {
        "sshd-session" | "sshd-auth" => "sshd",
        "CRON" => "cron",
        _ => name,
    }
}

/// `message repeated 5 times: [ … ]` as rsyslog writes it.
fn unrepeated(message: &str) -> (&str, u64) {
    let read = || {
        let (count, rest) = message
            .strip_prefix("message repeated ")?
            .split_once(" times: [")?;
        let inner = rest.trim().strip_suffix(']')?;
        Some((inner.trim(), count.parse().ok().filter(|count| *count > 0)?))
    };
    read().unwrap_or((message, 1))
}

/// `pam_unix(sshd:auth): …` and, from sshd itself, `PAM 2 more authentication failures; …`.
fn pam(message: &str) -> Option<Draft> {
    if let Some(rest) = message.strip_prefix("PAM ") {
        let (count, rest) = rest.split_once(" more authentication failure")?;
        let mut draft = failure(rest);
        draft.count = count.parse().ok().filter(|count| *count > 1);
        return Some(draft);
    }
    let (module, rest) = message.split_once("): ")?;
    let (module, service) = module.split_once('(')?;
    if !module.starts_with("pam_") || module.contains(' ') {
        return None;
    }
    if rest.starts_with("authentication failure;") {
        return Some(failure(rest).with("service", service));
    }
    let draft = if let Some(rest) = rest.strip_prefix("session opened for user ") {
        let (user, by) = rest.split_once(" by ").unwrap_or((rest, ""));
        let by = by.split('(').next().unwrap_or(by);
        let draft = Draft::new("session.open").target(bare(user));
        if by.is_empty() {
            draft.actor(bare(user))
        } else {
            draft.actor(by)
        }
    } else {
        let user = rest.strip_prefix("session closed for user ")?;
        Draft::new("session.close")
            .actor(bare(user))
            .target(bare(user))
    };
    Some(draft.with("service", service))
}

/// `root(uid=0)` is root.
fn bare(user: &str) -> &str {
    user.split('(').next().unwrap_or(user)
}

/// `logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=mira`. The last fields are what a client may
/// choose: a user's name with blanks or an equals sign in it must not become another field.
fn failure(rest: &str) -> Draft {
    let mut draft = Draft::new("auth.pam").ended(Outcome::Failure, Severity::Low);
    let (fields, user) = rest.split_once(" user=").unwrap_or((rest, ""));
    let value = |name: &str| {
        let (_, behind) = fields.split_once(name)?;
        behind.split(' ').next().filter(|value| !value.is_empty())
    };
    if let Some(host) = value(" rhost=") {
        draft.put_ip(host);
    }
    if let Some(tty) = value(" tty=") {
        draft.put("tty", tty);
    }
    let user = if user.is_empty() {
        value(" ruser=").unwrap_or("")
    } else {
        user
    };
    draft.actor(user)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pam_lines_tell_user_and_address() {
        let text = "pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=5.33.63.160  user=workshop";
        let draft = read("sshd-session", text, None);
        assert_eq!(
            (draft.action.as_str(), draft.actor.as_deref()),
            ("auth.pam", Some("workshop"))
        );
        assert_eq!(
            (draft.field("ip"), draft.outcome),
            (Some("5.33.63.160"), Outcome::Failure)
        );
        assert_eq!(draft.source.as_deref(), Some("sshd"));
        let draft = read(
            "sshd",
            "PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7",
            None,
        );
        assert_eq!(
            (draft.count, draft.field("ip")),
            (Some(2), Some("192.0.2.7"))
        );
        let draft = read(
            "sudo",
            "pam_unix(sudo:session): session opened for user root(uid=0) by mira(uid=1000)",
            None,
        );
        assert_eq!(
            (draft.actor.as_deref(), draft.target.as_deref()),
            (Some("mira"), Some("root"))
        );
        // A chosen name does not become another field.
        let draft = read(
            "sshd",
            "pam_unix(sshd:auth): authentication failure; logname= uid=0 tty=ssh ruser= rhost=192.0.2.7  user=x rhost=8.8.8.8",
            None,
        );
        assert_eq!(draft.field("ip"), Some("192.0.2.7"));
    }

    #[test]
    fn repeated_messages_count() {
        let draft = read(
            "sshd",
            "message repeated 5 times: [ Failed password for root from 192.0.2.1 port 4711 ssh2]",
            None,
        );
        assert_eq!(
            (draft.count, draft.action.as_str()),
            (Some(5), "auth.login")
        );
        let draft = read("sshd", "message repeated 0 times: [ x]", None);
        assert_eq!(
            (draft.count, draft.action.as_str()),
            (None, "syslog.message")
        );
    }

    #[test]
    fn a_name_that_anybody_may_choose_is_no_source() {
        let draft = read("optimactl", "hello", Some(3));
        assert_eq!(
            (draft.source.as_deref(), draft.field("program")),
            (Some("syslog"), Some("optimactl"))
        );
        assert_eq!(draft.severity, Severity::High);
    }
}

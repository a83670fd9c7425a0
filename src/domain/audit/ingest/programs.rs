//! What known programs say in the text of a syslog line: sshd, sudo, and PAM behind whatever name. Everything else
//! stays a message.

use super::draft::Draft;
use super::{cef, pam, sshd, sudo};
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
        pam::read(message).or_else(|| match name {
            "sshd" => sshd::read(message),
            "sudo" => sudo::read(message),
            "su" => su(message),
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

/// A message whose program is only what somebody called himself: kept as it is, and understood by nobody.
pub fn unproven(program: &str, message: &str, level: Option<u8>) -> Draft {
    let mut draft = unread(message, level);
    draft.source = Some("syslog".to_owned());
    draft.put("program", program);
    draft
}

/// Whether an executable is the one that logs under this name.
pub fn is_of(exe: &str, program: &str) -> bool {
    let installed = ["/usr/", "/bin/", "/sbin/", "/lib"];
    let base = plain(exe);
    installed.iter().any(|folder| exe.starts_with(folder))
        && !base.is_empty()
        && plain(program).starts_with(base)
}

/// A message that nobody understood. It tells of a failure where its level is an error (RFC 5424 §6.2.1: 3) or worse,
/// or where it begins with a word that says so.
fn unread(message: &str, level: Option<u8>) -> Draft {
    let severity = match level {
        Some(0 | 1) => Severity::Critical,
        Some(2 | 3) => Severity::High,
        Some(4) => Severity::Medium,
        Some(5) => Severity::Low,
        _ => Severity::Info,
    };
    let failed = level.is_some_and(|level| level <= 3) || begins_badly(message);
    let (outcome, severity) = if failed {
        (Outcome::Failure, severity.max(Severity::Low))
    } else {
        (Outcome::Success, severity)
    };
    let text = super::draft::cut(message, MOST_TEXT);
    Draft::new("syslog.message")
        .ended(outcome, severity)
        .with("message", text)
}

fn begins_badly(message: &str) -> bool {
    let word = message.trim_start().split([' ', ':', ',', ';']).next();
    let bad = ["error", "fatal", "failed", "failure", "denied"];
    word.is_some_and(|word| bad.iter().any(|bad| word.eq_ignore_ascii_case(bad)))
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

/// `FAILED SU (to root) tom on pts/0` of util-linux, `FAILED su for root by tom` of shadow.
fn su(message: &str) -> Option<Draft> {
    let (failed, rest) = match message
        .strip_prefix("FAILED SU ")
        .or_else(|| message.strip_prefix("FAILED su "))
    {
        Some(rest) => (true, rest),
        None => (
            false,
            message.strip_prefix("Successful su ").unwrap_or(message),
        ),
    };
    let (target, user, tty) = if let Some(rest) = rest.strip_prefix("(to ") {
        let (target, rest) = rest.split_once(") ")?;
        let (user, tty) = rest.rsplit_once(" on ")?;
        (target, user, tty)
    } else {
        let (target, user) = rest.strip_prefix("for ")?.split_once(" by ")?;
        (target, user, "")
    };
    let (outcome, severity) = if failed {
        (Outcome::Failure, Severity::Medium)
    } else {
        (Outcome::Success, Severity::Low)
    };
    let draft = Draft::new("su.run").ended(outcome, severity);
    Some(draft.actor(user).target(target).with("tty", tty))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            (draft.severity, draft.outcome),
            (Severity::High, Outcome::Failure)
        );
    }

    #[test]
    fn refusals_are_no_success() {
        for (program, text, actor) in [
            (
                "sshd",
                "error: PAM: Authentication failure for root from 192.0.2.1",
                "root",
            ),
            (
                "sshd",
                "error: PAM: User not known for illegal user bob x from 192.0.2.1",
                "bob x",
            ),
            (
                "sshd",
                "pam_sss(sshd:account): Access denied for user tom: 6 (Permission denied)",
                "tom",
            ),
            (
                "sshd",
                "pam_faillock(sshd:auth): Consecutive login failures for user tom account temporarily locked",
                "tom",
            ),
            ("sshd", "pam_unix(sshd:auth): check pass; user unknown", ""),
            (
                "sshd",
                "pam_succeed_if(sshd:auth): requirement \"uid >= 1000\" not met by user \"root\"",
                "root",
            ),
            (
                "login",
                "pam_unix(login:auth): auth could not identify password for [tom]",
                "tom",
            ),
            ("su", "FAILED SU (to root) tom on pts/0", "tom"),
            ("su", "FAILED su for root by tom", "tom"),
            ("sshd", "error: something new", ""),
            ("ftpd", "FAILED login", ""),
        ] {
            let draft = read(program, text, None);
            assert_ne!(draft.outcome, Outcome::Success, "{text}");
            assert!(draft.severity >= Severity::Low, "{text}");
            assert_eq!(draft.actor.as_deref().unwrap_or(""), actor, "{text}");
        }
        let draft = read("su", "(to root) tom on pts/0", None);
        assert_eq!(
            (draft.outcome, draft.target.as_deref()),
            (Outcome::Success, Some("root"))
        );
        assert_eq!(read("cron", "job done", None).outcome, Outcome::Success);
    }
}

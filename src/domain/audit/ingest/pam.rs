//! What PAM's modules say, behind whatever program's name. Names in it may have been chosen by a client: where they
//! make a line mean two things, no address is taken from it.

use super::draft::Draft;
use crate::domain::audit::{Outcome, Severity};

/// `pam_unix(sshd:auth): …` and, from sshd itself, `PAM 2 more authentication failures; …`.
pub fn read(message: &str) -> Option<Draft> {
    if let Some(rest) = message.strip_prefix("PAM ") {
        let (count, rest) = rest.split_once(" more authentication failure")?;
        let mut draft = failure(rest, "sshd", message);
        draft.count = count.parse().ok().filter(|count| *count > 1);
        return Some(draft);
    }
    let (module, rest) = message.split_once("): ")?;
    let (module, service) = module.split_once('(')?;
    if !module.starts_with("pam_") || module.contains(' ') {
        return None;
    }
    let draft = if rest.starts_with("authentication failure;") {
        failure(rest, service, message)
    } else {
        session(rest).or_else(|| refusal(rest))?
    };
    Some(draft.with("service", service))
}

fn session(rest: &str) -> Option<Draft> {
    if let Some(rest) = rest.strip_prefix("session opened for user ") {
        let (user, by) = rest.split_once(" by ").unwrap_or((rest, ""));
        let by = bare(by);
        let draft = Draft::new("session.open").target(bare(user));
        return Some(if by.is_empty() {
            draft.actor(bare(user))
        } else {
            draft.actor(by)
        });
    }
    let user = rest.strip_prefix("session closed for user ")?;
    let draft = Draft::new("session.close").actor(bare(user));
    Some(draft.target(bare(user)))
}

/// A module said no, or does not know whom it was asked about.
fn refusal(rest: &str) -> Option<Draft> {
    let (user, outcome) = if let Some(user) = rest.strip_prefix("Access denied for user ") {
        // The reason behind it is the module's: `tom: 6 (Permission denied)`.
        let (user, _) = user.rsplit_once(": ").unwrap_or((user, ""));
        (user, Outcome::Refused)
    } else if let Some(user) = rest.strip_prefix("Consecutive login failures for user ") {
        let user = user.strip_suffix(" account temporarily locked");
        (user?, Outcome::Refused)
    } else if let Some((_, user)) = rest.rsplit_once(" not met by user ") {
        (user.trim_matches('"'), Outcome::Refused)
    } else if let Some(user) = rest.strip_prefix("auth could not identify password for [") {
        (user.strip_suffix(']').unwrap_or(user), Outcome::Failure)
    } else if rest.starts_with("check pass; user unknown") {
        ("", Outcome::Failure)
    } else {
        return None;
    };
    let severity = match outcome {
        Outcome::Refused => Severity::Medium,
        _ => Severity::Low,
    };
    Some(Draft::new("auth.pam").ended(outcome, severity).actor(user))
}

/// `root(uid=0)` is root.
fn bare(user: &str) -> &str {
    user.split('(').next().unwrap_or(user)
}

/// `logname= uid=0 euid=0 tty=ssh ruser= rhost=203.0.113.9  user=mira`. A client may choose both users, with blanks
/// and equals signs in them: neither must become another field.
fn failure(rest: &str, service: &str, message: &str) -> Draft {
    let mut draft = Draft::new("auth.pam").ended(Outcome::Failure, Severity::Low);
    let (head, tail) = rest.split_once(" ruser=").unwrap_or((rest, ""));
    if let Some((_, tty)) = head.split_once(" tty=") {
        draft.put("tty", tty.split(' ').next().unwrap_or(tty));
    }
    // sshd never names a user there: what follows is the address.
    let own = if service.split(':').next() == Some("sshd") {
        tail.strip_prefix(" rhost=").map(|behind| ("", behind))
    } else {
        None
    };
    let Some((remote, behind)) = own.or_else(|| tail.split_once(" rhost=")) else {
        return draft.actor(tail);
    };
    if own.is_none() && behind.contains(" rhost=") {
        return draft.doubtful(message);
    }
    let (host, behind) = behind.split_once(' ').unwrap_or((behind, ""));
    if !host.is_empty() {
        draft.put_ip(host);
    }
    let user = behind.trim_start().strip_prefix("user=").unwrap_or("");
    draft.actor(if user.is_empty() { remote } else { user })
}

#[cfg(test)]
mod tests {
    use super::super::programs::read;
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
    fn a_chosen_name_is_no_address_and_no_other_user() {
        let line = |fields: &str| {
            format!(
                "pam_unix(dovecot:auth): authentication failure; logname= uid=0 euid=0 tty=dovecot {fields}"
            )
        };
        let draft = read("dovecot", &line("ruser=x user=root rhost=192.0.2.1"), None);
        assert_eq!(
            (draft.actor.as_deref(), draft.field("ip")),
            (Some("x user=root"), Some("192.0.2.1"))
        );
        let draft = read(
            "dovecot",
            &line("ruser=mira rhost=192.0.2.1  user=mira"),
            None,
        );
        assert_eq!(
            (draft.actor.as_deref(), draft.field("tty")),
            (Some("mira"), Some("dovecot"))
        );
        // Which of them is the address, nobody can tell: the line is kept whole.
        let forged = line("ruser=x rhost=8.8.8.8 rhost=192.0.2.1");
        let draft = read("dovecot", &forged, None);
        assert_eq!((draft.field("ip"), draft.severity), (None, Severity::High));
        assert_eq!(draft.field("message"), Some(forged.as_str()));
        assert_eq!(draft.field("doubtful"), Some("true"));
    }
}

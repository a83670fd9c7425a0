//! Lines of sudo: `mira : TTY=pts/0 ; PWD=/home/mira ; USER=root ; COMMAND=/bin/ls`.

use super::draft::Draft;
use crate::domain::audit::{Outcome, Severity};

/// Who ran what as whom; `None` for what tells of no command.
pub fn read(message: &str) -> Option<Draft> {
    let (user, rest) = message.trim_start().split_once(" : ")?;
    // The command is the last thing and may hold anything.
    let (head, command) = rest.split_once("COMMAND=").unwrap_or((rest, ""));
    let mut draft = Draft::new("sudo.run")
        .actor(user)
        .with("command", super::draft::cut(command, 2048));
    let mut why = "";
    for part in head.split(" ; ") {
        match part.trim().trim_end_matches(" ;").split_once('=') {
            Some(("TTY", tty)) => draft.put("tty", tty),
            Some(("PWD", folder)) => draft.put("folder", folder),
            Some(("USER", target)) => draft = draft.target(target),
            None if why.is_empty() => why = part.trim(),
            _ => {}
        }
    }
    if why.is_empty() && command.is_empty() {
        return None;
    }
    let tries = why.split_once(" incorrect password attempt");
    let refused = ["NOT in sudoers", "not allowed", "NOT authorized"];
    let (outcome, severity) = match tries {
        Some(_) => (Outcome::Failure, Severity::Medium),
        None if refused.iter().any(|words| why.contains(words)) => {
            (Outcome::Refused, Severity::High)
        }
        None if why.is_empty() => (Outcome::Success, Severity::Low),
        None => (Outcome::Failure, Severity::Low),
    };
    if let Some((tries, _)) = tries {
        draft.count = tries.parse().ok().filter(|tries| *tries > 1);
    }
    Some(draft.ended(outcome, severity).with("why", why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_refusals_and_wrong_passwords() {
        for (line, actor, target, outcome, count) in [
            (
                "    mira : TTY=pts/0 ; PWD=/home/mira ; USER=root ; COMMAND=/bin/ls ; USER=x",
                "mira",
                "root",
                Outcome::Success,
                None,
            ),
            (
                "tom : user NOT in sudoers ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/bin/sh",
                "tom",
                "root",
                Outcome::Refused,
                None,
            ),
            (
                "tom : 3 incorrect password attempts ; TTY=pts/1 ; PWD=/ ; USER=root ; COMMAND=/bin/sh",
                "tom",
                "root",
                Outcome::Failure,
                Some(3),
            ),
            (
                "tom : command not allowed ; TTY=pts/1 ; PWD=/ ; USER=www ; COMMAND=/bin/sh -c a",
                "tom",
                "www",
                Outcome::Refused,
                None,
            ),
        ] {
            let draft = read(line).unwrap();
            assert_eq!(draft.actor.as_deref(), Some(actor), "{line}");
            assert_eq!(draft.target.as_deref(), Some(target), "{line}");
            assert_eq!((draft.outcome, draft.count), (outcome, count), "{line}");
        }
        assert!(read("some text").is_none());
    }
}

//! Lines of sudo: `mira : TTY=pts/0 ; PWD=/home/mira ; USER=root ; COMMAND=/bin/ls`. Who runs it chooses the
//! folder's name, the environment and the command: none of them may pretend to be another part.

use super::draft::Draft;
use crate::domain::audit::{Outcome, Severity};

/// What stands behind the reason, in sudo's order.
const PARTS: [&str; 4] = ["HOST=", "TTY=", "CHROOT=", "PWD="];

/// More ways to read a line are not looked for.
const MOST_WAYS: usize = 16;

/// Who ran what as whom; `None` for what tells of no command.
pub fn read(message: &str) -> Option<Draft> {
    let (user, rest) = message.trim_start().split_once(" : ")?;
    // Only what stands before the first part is sudo's own reason.
    let (why, rest) = if PARTS.iter().any(|part| rest.starts_with(part)) {
        ("", rest)
    } else {
        rest.split_once(" ; ").unwrap_or((rest, ""))
    };
    let runs = runs(rest);
    let why = why.trim();
    if why.is_empty() && runs.is_empty() {
        return None;
    }
    let (outcome, severity) = verdict(why);
    let mut draft = Draft::new("sudo.run")
        .ended(outcome, severity)
        .actor(user)
        .with("why", why);
    if let Some((tries, _)) = why.split_once(" incorrect password attempt") {
        draft.count = tries.parse().ok().filter(|tries| *tries > 1);
    }
    let (head, _) = rest.split_once("PWD=").unwrap_or((rest, ""));
    if let Some((_, tty)) = head.split_once("TTY=") {
        draft.put("tty", tty.split(' ').next().unwrap_or(tty));
    }
    match runs.as_slice() {
        [] => Some(draft),
        [run] => Some(
            draft
                .target(run.target)
                .with("folder", run.folder)
                .with("command", super::draft::cut(run.command, 2048)),
        ),
        // The worst of what it can mean: a shell of root must not hide behind a folder's name.
        [first, ..] => {
            let root = runs.iter().any(|run| run.target == "root") || runs.len() >= MOST_WAYS;
            let target = if root { "root" } else { first.target };
            Some(draft.target(target).doubtful(message))
        }
    }
}

fn verdict(why: &str) -> (Outcome, Severity) {
    let refused = ["NOT in sudoers", "not allowed", "NOT authorized"];
    if why.contains(" incorrect password attempt") {
        (Outcome::Failure, Severity::Medium)
    } else if refused.iter().any(|words| why.contains(words)) {
        (Outcome::Refused, Severity::High)
    } else if why.is_empty() {
        (Outcome::Success, Severity::Low)
    } else {
        (Outcome::Failure, Severity::Low)
    }
}

struct Run<'a> {
    folder: &'a str,
    target: &'a str,
    command: &'a str,
}

/// Every way to read `PWD=… ; USER=… ; GROUP=… ; TSID=… ; ENV=… ; COMMAND=…`.
fn runs(rest: &str) -> Vec<Run<'_>> {
    let mut found = vec![];
    let mark = "USER=";
    let folder_at = rest.find("PWD=").map_or(rest.len(), |at| at + 4);
    for (at, _) in rest.match_indices(mark) {
        let (Some(before), Some(behind)) = (rest.get(..at), rest.get(at + mark.len()..)) else {
            continue;
        };
        if !before.is_empty() && !before.ends_with(" ; ") {
            continue;
        }
        let folder = rest.get(folder_at..at).unwrap_or("");
        let folder = folder.strip_suffix(" ; ").unwrap_or(folder);
        let (target, mut parts) = behind.split_once(" ; ").unwrap_or((behind, ""));
        for part in ["GROUP=", "TSID="] {
            if parts.starts_with(part) {
                parts = parts.split_once(" ; ").map_or("", |(_, parts)| parts);
            }
        }
        let run = |command| Run {
            folder,
            target,
            command,
        };
        if let Some(command) = parts.strip_prefix("COMMAND=") {
            found.push(run(command));
        } else if parts.starts_with("ENV=") {
            // Values of the environment may hold anything.
            let ways = parts.match_indices(" ; COMMAND=");
            let ways = ways.filter_map(|(at, mark)| Some(run(parts.get(at + mark.len()..)?)));
            found.extend(ways.take(MOST_WAYS));
        }
        if found.len() >= MOST_WAYS {
            break;
        }
    }
    found
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

    #[test]
    fn nobody_hides_a_command() {
        for (line, outcome) in [
            (
                "tom : TTY=pts/0 ; PWD=/tmp/x ; USER=nobody ; COMMAND=/bin/true ; USER=root ; COMMAND=/bin/sh",
                Outcome::Success,
            ),
            (
                "tom : TTY=pts/0 ; PWD=/ ; USER=root ; ENV=A=b ; COMMAND=/bin/true ; COMMAND=/bin/sh",
                Outcome::Success,
            ),
        ] {
            let draft = read(line).unwrap();
            assert_eq!(draft.target.as_deref(), Some("root"), "{line}");
            assert_eq!((draft.outcome, draft.severity), (outcome, Severity::High));
            assert_eq!(draft.field("message"), Some(line));
            assert_eq!(draft.field("doubtful"), Some("true"));
        }
        let draft = read("tom : TTY=pts/0 ; PWD=/tmp/a ; 3 incorrect password attempts ; USER=root ; COMMAND=/bin/sh").unwrap();
        assert_eq!((draft.outcome, draft.count), (Outcome::Success, None));
        assert_eq!(
            draft.field("folder"),
            Some("/tmp/a ; 3 incorrect password attempts")
        );
        let draft = read("tom : HOST=h ; TTY=pts/0 ; PWD=/ ; USER=www ; GROUP=adm ; TSID=000001 ; ENV=A=b c ; COMMAND=/bin/ls -l").unwrap();
        assert_eq!(
            (
                draft.target.as_deref(),
                draft.field("command"),
                draft.field("tty")
            ),
            (Some("www"), Some("/bin/ls -l"), Some("pts/0"))
        );
    }
}

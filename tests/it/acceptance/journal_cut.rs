//! A kill or a full disk between a line of the rights journal and the change that it belongs to: the next command
//! settles it, and what restricts is never lost.

use crate::sandbox::{Ran, Sandbox, skipped};

/// The files between which a change is cut, so that only their calls count.
const FILES: &str = "-P \"$PWD/store/rights.journal\" -P \"$PWD/store/store.db-wal\"";

fn no_strace() -> bool {
    let ran = std::process::Command::new("strace").arg("-V").output();
    if ran.is_err() {
        skipped("strace is not installed");
    }
    ran.is_err()
}

fn cut(sandbox: &Sandbox, call: &str, end: &str, line: &str) -> Ran {
    sandbox.sh(&format!(
        "OPTIMACTL_TEST_SEED= strace -f -qq -o calls {FILES} -e trace={call} -e inject={call}:{end} optimactl {line}"
    ))
}

/// Which calls are cut, until the command comes to its end: with `OPTIMACTL_FAULTS` every one, else not every page that
/// SQLite writes.
fn points(call: &str) -> impl Iterator<Item = usize> {
    let some = call == "pwrite64" && std::env::var_os("OPTIMACTL_FAULTS").is_none();
    (1..400).step_by(if some { 9 } else { 1 })
}

/// Whether the account is locked; the command that looks settles what was left.
fn is_locked(sandbox: &Sandbox, account: &str) -> (bool, String) {
    let shown = sandbox.sh(&format!("optimactl account show {account}"));
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    (shown.stdout.contains("\tlocked"), shown.stderr)
}

fn sound(sandbox: &Sandbox) {
    for line in ["store check", "audit verify"] {
        sandbox.sh(&format!("optimactl {line}")).ok();
    }
}

const LOCK: &str = "account lock tom --for 2h --reason test --yes";
const UNLOCK: &str = "account unlock tom --reason test";

#[test]
fn a_kill_between_the_line_and_the_commit_loses_no_restriction() {
    if no_strace() {
        return;
    }
    let (mut locked_by_line, mut kept) = (0, 0);
    for call in ["pwrite64", "fsync", "fdatasync"] {
        for point in points(call) {
            let sandbox = Sandbox::prepared();
            let ran = cut(&sandbox, call, &format!("signal=KILL:when={point}"), LOCK);
            let (locked, told) = is_locked(&sandbox, "tom");
            // Confirmed is confirmed; told is done.
            assert!(locked || ran.code != 0, "{call} {point}");
            if told.contains("1 line of the rights journal") {
                assert!(locked, "{call} {point}: {told}");
                locked_by_line += 1;
            }
            sound(&sandbox);
            if ran.code == 0 {
                break;
            }
            // The other way round: until lifting it is confirmed the lock may hold, afterwards it must not.
            sandbox
                .sh(&format!("OPTIMACTL_TEST_SEED=8 optimactl {LOCK}"))
                .ok();
            let lifted =
                cut(&sandbox, call, &format!("signal=KILL:when={point}"), UNLOCK).code == 0;
            let (locked, _) = is_locked(&sandbox, "tom");
            assert!(!(lifted && locked), "{call} {point}");
            kept += u32::from(locked);
            sound(&sandbox);
        }
    }
    assert!(
        locked_by_line > 0,
        "no kill came between the line and the commit"
    );
    assert!(kept > 0);
}

#[test]
fn a_revoked_token_stays_revoked() {
    if no_strace() {
        return;
    }
    for call in ["pwrite64", "fdatasync", "fsync"] {
        for point in points(call) {
            let sandbox = Sandbox::prepared();
            let line = "token revoke --account tom --reason left --yes";
            let ran = cut(&sandbox, call, &format!("signal=KILL:when={point}"), line);
            // Whatever settles it, the token is valid only if the command did not end with 0.
            sandbox
                .sh("optimactl account change tom --display-name Tom")
                .ok();
            let valid = sandbox
                .sh("optimactl token verify --token-file tom.token")
                .code
                == 0;
            assert!(!valid || ran.code != 0, "{call} {point}");
            sound(&sandbox);
            if ran.code == 0 {
                break;
            }
        }
    }
}

#[test]
fn a_journal_that_takes_no_line_lets_nothing_happen() {
    if no_strace() {
        return;
    }
    for (call, error) in [
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "EIO"),
        ("fsync", "ENOSPC"),
        ("fsync", "EIO"),
        ("ftruncate", "ENOSPC"),
    ] {
        let sandbox = Sandbox::prepared();
        let ran = sandbox.sh(&format!(
            "OPTIMACTL_TEST_SEED= strace -f -qq -o calls -P \"$PWD/store/rights.journal\" -e trace={call} \
             -e inject={call}:error={error}:when=1 optimactl {LOCK}"
        ));
        let calls = std::fs::read_to_string(sandbox.path("calls")).unwrap();
        assert!(calls.contains("(INJECTED)"), "{call}: {calls}");
        let expected: &[i32] = if error == "ENOSPC" { &[17] } else { &[1, 13] };
        assert!(expected.contains(&ran.code), "{call} {error}: {ran:?}");
        let (locked, _) = is_locked(&sandbox, "tom");
        assert!(!locked || error == "EIO", "{call} {error}");
        sound(&sandbox);
        sandbox
            .sh(&format!("OPTIMACTL_TEST_SEED=8 optimactl {LOCK}"))
            .ok();
        assert!(is_locked(&sandbox, "tom").0, "{call} {error}");
        sound(&sandbox);
    }
}

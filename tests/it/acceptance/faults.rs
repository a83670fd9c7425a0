//! Calls of the system that fail, one after another: a full disk and a broken one at each write, flush and rename of
//! whatever changes keys or backups. A clear error, the documented code, and everything is as it was or done.

use crate::sandbox::{Ran, Sandbox, skipped};

/// What is tried, and what makes room for it to be tried again.
const OPERATIONS: &[(&str, &str)] = &[
    ("backup create --to backups", "true"),
    (
        "backup restore --latest --from backups --to again",
        "rm -rf again",
    ),
    ("key rotate", "true"),
    ("key rotate --master", "true"),
    ("key rotate --signing", "true"),
    ("store compact", "true"),
    ("backup create --delta --to deltas", "true"),
    (
        "backup restore --latest --from backups --replace --reason test --confirm store",
        "optimactl backup discard-replaced --all --yes",
    ),
    (
        "backup prune --from backups --keep-last 2 --max 1000 --no-trash --yes",
        "env -u OPTIMACTL_TEST_SEED optimactl backup create --to backups",
    ),
    ("backup copy --from backups --to copies", "rm -rf copies"),
];

const CALLS: &[&str] = &[
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "renameat2",
    "rename",
    "ftruncate",
];

/// Runs a command in which the `number`th such call of a thread fails. Absent when there were not so many.
fn fail(sandbox: &Sandbox, line: &str, call: &str, error: &str, number: u32) -> Option<Ran> {
    let ran = sandbox.sh(&format!(
        "env -u OPTIMACTL_TEST_SEED strace -f -qq -o calls -e trace={call} -e inject={call}:error={error}:when={number} optimactl {line}"
    ));
    let calls = std::fs::read_to_string(sandbox.path("calls")).unwrap();
    calls.contains("(INJECTED)").then_some(ran)
}

/// The store and its backups are whole, and the store goes on.
fn require_whole(sandbox: &Sandbox, told: &str) {
    for line in [
        "store check",
        "audit verify",
        "backup verify --quick --all --from backups",
        "account lock tom --for 1h --reason test --yes",
        "account unlock tom",
    ] {
        let ran = sandbox.sh(&format!("optimactl {line}"));
        assert_eq!(ran.code, 0, "`{line}` after {told}: {}", ran.stderr);
    }
}

fn require_clear(ran: &Ran, error: &str, told: &str) {
    let codes: &[i32] = match error {
        // Where the answer itself cannot be written the change stays, and the command says so.
        "ENOSPC" => &[0, 1, 3, 17],
        _ => &[0, 1, 3, 13],
    };
    assert!(
        codes.contains(&ran.code),
        "{told} ended with {}: {}",
        ran.code,
        ran.stderr
    );
    assert!(!ran.stderr.contains("panicked"), "{told}: {}", ran.stderr);
    assert!(
        // The call that failed may be the one that would have said it.
        ran.code == 0
            || ran.code == 3
            || ran.stderr.contains("error:")
            || !ran.stdout.is_empty()
            || told.contains("at write"),
        "{told} ended with {} and said nothing",
        ran.code
    );
}

/// `OPTIMACTL_FAULTS` sets up to which call of each kind every one is tried; without it a few are.
#[test]
fn a_call_that_fails_leaves_all_as_it_was_or_done() {
    if std::process::Command::new("strace")
        .arg("-V")
        .output()
        .is_err()
    {
        skipped("strace is not installed");
        return;
    }
    let most: Option<u32> = std::env::var("OPTIMACTL_FAULTS")
        .ok()
        .and_then(|number| number.parse().ok());
    let numbers: Vec<u32> = most.map_or_else(|| vec![1, 4], |most| (1..=most).collect());
    let sandbox = Sandbox::prepared();
    let mut tried = 0;
    for (place, (line, before)) in OPERATIONS.iter().enumerate() {
        for (turn, call) in CALLS.iter().enumerate() {
            for error in ["ENOSPC", "EIO"] {
                // Without a number each pair is tried with one of the two.
                let other = (place + turn) % 2 == usize::from(error == "EIO");
                if most.is_none() && other {
                    continue;
                }
                for number in &numbers {
                    sandbox.sh(before).ok();
                    let told = format!("`{line}`, {error} at {call} {number}");
                    let Some(ran) = fail(&sandbox, line, call, error, *number) else {
                        break;
                    };
                    require_clear(&ran, error, &told);
                    require_whole(&sandbox, &told);
                    tried += 1;
                }
            }
        }
    }
    let told = format!("{tried} calls failed\n");
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
    assert!(tried > 20);
}

//! Imports and exports through the program: killed, doubled, without room, through pipes, and opened with stock
//! tools.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::sandbox::{Ran, Sandbox, skipped};

const ARGON2: &str =
    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

fn with_store() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    sandbox
}

fn people(rows: u32) -> String {
    let mut text = String::from("name,email\n");
    for number in 0..rows {
        text.push_str(&format!("user{number},user{number}@mail.example\n"));
    }
    text
}

fn import(sandbox: &Sandbox, words: &[&str]) -> Child {
    sandbox
        .command(env!("CARGO_BIN_EXE_optimactl"))
        .env_remove("OPTIMACTL_TEST_SEED")
        .args(["account", "import"])
        .args(words)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap()
}

fn accounts(sandbox: &Sandbox) -> u64 {
    let listed = sandbox.run(&["account", "list", "--fields", "name"]).ok();
    u64::try_from(listed.lines().count()).unwrap()
}

/// Waits until the transaction has written to the disk, or a while.
fn until_it_writes(sandbox: &Sandbox, bytes: u64) {
    let end = Instant::now() + Duration::from_secs(20);
    let size =
        || std::fs::metadata(sandbox.path("store/store.db-wal")).map_or(0, |meta| meta.len());
    while size() < bytes && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn killed_in_the_middle_a_single_transaction_leaves_nothing() {
    let sandbox = with_store();
    let mut child = import(&sandbox, &["-", "--as", "csv"]);
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(people(20_000).as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(700));
    child.kill().unwrap();
    child.wait().unwrap();
    drop(pipe);
    assert_eq!(accounts(&sandbox), 0);
    sandbox.run(&["store", "check"]).ok();
    sandbox.run(&["audit", "verify"]).ok();
    sandbox
        .run_input(&["account", "import", "-"], &people(100))
        .ok();
    assert_eq!(accounts(&sandbox), 100);
}

#[test]
fn killed_in_the_middle_batches_stay_and_the_next_run_goes_on() {
    let sandbox = with_store();
    sandbox.write("people.csv", &people(6000), 0o600);
    let words = ["people.csv", "--batch", "20"];
    let mut child = import(&sandbox, &words);
    until_it_writes(&sandbox, 300_000);
    child.kill().unwrap();
    child.wait().unwrap();
    let before = accounts(&sandbox);
    assert!(before > 0 && before.is_multiple_of(20), "{before}");
    let words = [
        "account",
        "import",
        "people.csv",
        "--batch",
        "2000",
        "--format",
        "json",
    ];
    let done = sandbox
        .run_with(&words, &[("OPTIMACTL_TEST_SEED", "8")])
        .json();
    assert_eq!(done["data"]["resumed"], before);
    assert_eq!(done["data"]["created"], 6000 - before);
    assert_eq!(accounts(&sandbox), 6000);
    sandbox.run(&["audit", "verify"]).ok();
}

#[test]
fn two_imports_of_one_file_at_once_make_each_account_once() {
    let sandbox = with_store();
    sandbox.write("people.csv", &people(2000), 0o600);
    let words = [
        "people.csv",
        "--if-exists",
        "skip",
        "--wait",
        "1m",
        "--format",
        "json",
    ];
    let both = [import(&sandbox, &words), import(&sandbox, &words)];
    let created: u64 = both
        .into_iter()
        .map(|child| {
            let out = child.wait_with_output().unwrap();
            assert!(
                out.status.success(),
                "{}",
                String::from_utf8_lossy(&out.stderr)
            );
            let answer: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
            answer["data"]["created"].as_u64().unwrap()
        })
        .sum();
    assert_eq!((created, accounts(&sandbox)), (2000, 2000));
}

#[test]
fn a_pipe_that_says_nothing_keeps_nobody_waiting() {
    let sandbox = with_store();
    let mut child = import(&sandbox, &["-", "--as", "csv"]);
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(b"name\n").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    sandbox
        .run(&[
            "account",
            "create",
            "tom",
            "--kind",
            "service",
            "--no-password",
            "--wait",
            "0s",
        ])
        .ok();
    pipe.write_all(b"mira\n").unwrap();
    drop(pipe);
    assert!(child.wait_with_output().unwrap().status.success());
    assert_eq!(accounts(&sandbox), 2);
}

#[test]
fn the_report_lists_what_was_not_taken_also_when_nothing_was() {
    let sandbox = with_store();
    sandbox.write("people.csv", "name,email\nmira,nothing\ntom,\n", 0o600);
    let words = [
        "account",
        "import",
        "people.csv",
        "--report",
        "report.jsonl",
    ];
    sandbox
        .run(&words)
        .fails(2, "line 2, account `mira`, field `email`");
    let report = std::fs::read_to_string(sandbox.path("report.jsonl")).unwrap();
    let line: serde_json::Value = serde_json::from_str(report.trim()).unwrap();
    assert_eq!(
        (line["line"].as_u64(), line["outcome"].as_str()),
        (Some(2), Some("failed"))
    );
    sandbox
        .run(&words)
        .fails(15, "`report.jsonl` exists already");
    let more = [&words[..], &["--overwrite", "--continue-on-error"]].concat();
    sandbox.run(&more).code(3);
    assert_eq!(accounts(&sandbox), 1);
}

#[test]
fn an_imported_password_opens_the_account() {
    let sandbox = with_store();
    sandbox.write(
        "people.csv",
        &format!("name,hash\nmira,\"{ARGON2}\"\n"),
        0o600,
    );
    sandbox.run(&["account", "import", "people.csv"]).ok();
    let check = |password: &str| -> Ran {
        let asked = format!("{{\"account\":\"mira\",\"password\":\"{password}\"}}");
        sandbox.run_input(&["auth", "check"], &asked)
    };
    check("wrong").code(6);
    check("password").ok();
    let history = sandbox.run(&["account", "history", "mira"]).ok();
    assert!(history.contains("account.import"), "{history}");
}

#[test]
fn hashes_leave_only_encrypted_and_with_a_reason() {
    let sandbox = with_store();
    sandbox.write(
        "people.csv",
        &format!("name,hash\nmira,\"{ARGON2}\"\ntom,\n"),
        0o600,
    );
    sandbox.run(&["account", "import", "people.csv"]).ok();
    let export = ["account", "export", "--as", "jsonl", "--with-hashes"];
    sandbox.run(&export).fails(2, "--recipient");
    let identity = std::fs::read_to_string(sandbox.path("identity.txt")).unwrap();
    let recipient = identity
        .lines()
        .find_map(|line| {
            line.split(": ")
                .nth(1)
                .filter(|word| word.starts_with("age1"))
        })
        .unwrap();
    let export = [
        &export[..],
        &["--recipient", recipient, "--output", "out.age"],
    ]
    .concat();
    sandbox.run(&export).fails(5, "--reason");
    sandbox
        .run(&[&export[..], &["--reason", "moving"]].concat())
        .ok();
    let sealed = std::fs::read(sandbox.path("out.age")).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
    let Ok(clear) = Command::new("age")
        .args(["-d", "-i"])
        .arg(sandbox.path("identity.txt"))
        .arg(sandbox.path("out.age"))
        .output()
    else {
        return skipped("stock `age` is not installed");
    };
    assert!(
        clear.status.success(),
        "{}",
        String::from_utf8_lossy(&clear.stderr)
    );
    let clear = String::from_utf8(clear.stdout).unwrap();
    assert!(clear.contains(ARGON2));
    let other = with_store();
    other
        .run_input(&["account", "import", "-", "--as", "auto"], &clear)
        .ok();
    let asked = "{\"account\":\"mira\",\"password\":\"password\"}";
    other.run_input(&["auth", "check"], asked).ok();
}

#[test]
fn without_room_nothing_changes() {
    let sandbox = Sandbox::new();
    sandbox.write("people.csv", &people(60_000), 0o600);
    // The length of a file is known: refused before anything is written. That of a pipe is not: undone.
    let script =
        "unshare -Urm sh -c 'mkdir small && mount -t tmpfs -o size=8m none small || exit 77
        export OPTIMACTL_STORE=small/store
        optimactl init --new-identity identity.txt >/dev/null 2>&1 || exit 1
        export OPTIMACTL_IDENTITY=identity.txt
        optimactl account import people.csv; echo code $?
        optimactl account import - <people.csv 2>&1; echo code $?
        optimactl account list; optimactl store check >/dev/null && echo whole
        head -n 101 people.csv | optimactl account import - -q && optimactl account list | wc -l'";
    let ran = sandbox.sh(script);
    if ran.code == 77 || ran.stderr.contains("unshare") {
        return skipped("no user namespace with a tmpfs here");
    }
    let out = ran.ok();
    assert_eq!(out.matches("code 17").count(), 2, "{out}");
    assert!(
        out.contains("the disk is full") && out.contains("whole\n100"),
        "{out}"
    );
}

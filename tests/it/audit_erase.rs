//! Erasing, expiring and pruning as an admin does it, with stock tools and a restore afterwards.

use std::process::Command;

use crate::sandbox::{REPLACE, Ran, Sandbox, skipped};

/// Three years after the fixture.
const LATER: (&str, &str) = ("OPTIMACTL_TEST_TIME", "2029-11-22T12:00:00Z");
const PRUNE: [&str; 10] = [
    "audit",
    "prune",
    "--before",
    "2y",
    "--archive",
    "archive",
    "--reason",
    "schedule",
    "--confirm=store",
    "--yes",
];

fn later(sandbox: &Sandbox, words: &[&str]) -> Ran {
    sandbox.run_with(words, &[LATER])
}

fn record(sandbox: &Sandbox, count: usize) {
    for _ in 0..count {
        let event = [
            "audit",
            "record",
            "--action",
            "login.web",
            "--actor",
            "kim",
            "--ip",
            "203.0.113.77",
            "--note",
            "from the shop",
        ];
        sandbox.run(&event).ok();
    }
}

/// A backup with an id of its own: the fixture's seed would give the one that it has.
fn backup(sandbox: &Sandbox, folder: &str, seed: &str) {
    let words = ["backup", "create", "--to", folder];
    sandbox
        .run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)])
        .ok();
}

/// Sign-ins that fail: each is an event.
fn fail(sandbox: &Sandbox, count: usize) {
    let line = r#"{"account":"mira@mail.example","password":"wrong"}"#;
    let lines = format!("{line}\n").repeat(count);
    let ran = sandbox.run_input(&["auth", "serve-batch", "--unordered"], &lines);
    assert!(ran.stderr.is_empty(), "{}", ran.stderr);
}

#[test]
fn a_pruned_log_goes_on_and_no_restore_brings_it_back() {
    let sandbox = Sandbox::prepared();
    record(&sandbox, 1);
    fail(&sandbox, 1_100);
    record(&sandbox, 1);
    // Young events stay.
    assert!(sandbox.run(&PRUNE).ok().contains("nothing was pruned"));
    let done = later(&sandbox, &PRUNE).ok();
    assert!(done.contains("Archived events 0..767"), "{done}");
    let sums = "cd archive/events-0000000000-0000000767 && sha256sum --quiet -c SHA256SUMS";
    sandbox.sh(sums).ok();
    let shown = later(&sandbox, &["audit", "show", "5"]);
    shown.fails(14, "event 5 was pruned");
    let verified = later(&sandbox, &["audit", "verify"]).ok();
    assert!(verified.contains("pruned: of events 0..767"), "{verified}");
    later(
        &sandbox,
        &["audit", "prove", "800", "--output", "later.proof"],
    )
    .ok();
    // The name of the actor is still told.
    let listed = later(&sandbox, &["audit", "list", "--action", "login.web"]).ok();
    assert!(listed.contains("kim"), "{listed}");
    later(&sandbox, &["backup", "create", "--to", "second"]).ok();
    later(
        &sandbox,
        &[
            "backup",
            "verify",
            "--latest",
            "--from",
            "second",
            "--restore-test",
        ],
    )
    .ok();
    later(
        &sandbox,
        &[
            "backup",
            "restore",
            "--latest",
            "--from",
            "second",
            "--to",
            "elsewhere",
        ],
    )
    .ok();
    // The fixture's backup is from before the pruning.
    later(&sandbox, &REPLACE).ok();
    let verified = later(&sandbox, &["audit", "verify"]).ok();
    assert!(verified.contains("pruned: of events 0..767"), "{verified}");
    later(&sandbox, &["audit", "show", "5"]).fails(14, "event 5 was pruned");
}

#[test]
fn what_is_erased_is_in_no_backup_made_afterwards() {
    if Command::new("age").arg("--version").output().is_err() {
        skipped("age is not installed");
        return;
    }
    let sandbox = Sandbox::prepared();
    record(&sandbox, 3);
    backup(&sandbox, "before", "8");
    let erase = [
        "audit",
        "redact",
        "--subject",
        "kim",
        "--reason",
        "request 42",
        "--confirm",
        "kim",
    ];
    assert!(sandbox.run(&erase).ok().contains("ip 3"));
    sandbox
        .run(&erase)
        .fails(14, "the log knows nobody called `kim`");
    let shown = sandbox
        .run(&["audit", "list", "--action", "login.web"])
        .ok();
    assert!(
        shown.contains("(erased)") && !shown.contains("203.0.113.77"),
        "{shown}"
    );
    sandbox.run(&["audit", "verify"]).ok();
    backup(&sandbox, "after", "9");
    // In a disclosure the address begins at byte 32, so this is how its end reads in base64.
    let hits = |folder: &str| {
        let all =
            format!("for file in {folder}/*.age; do age -d -i identity.txt $file | zstd -dc; done");
        sandbox
            .sh(&format!(
                "{{ {all}; }} 2>/dev/null | grep -ac MDMuMC4xMTMuNzciXQ || true"
            ))
            .ok()
    };
    assert_ne!(hits("before").trim(), "0");
    assert_eq!(hits("after").trim(), "0");
}

#[test]
fn addresses_expire_and_notes_stay() {
    let sandbox = Sandbox::prepared();
    record(&sandbox, 2);
    assert!(
        sandbox
            .run(&["audit", "expire"])
            .ok()
            .contains("Nothing has expired")
    );
    assert!(
        later(&sandbox, &["audit", "expire", "--dry-run"])
            .ok()
            .contains("Would delete")
    );
    // A clock that far ahead is rather a wrong one.
    later(&sandbox, &["audit", "expire"]).fails(5, "the clock says 2029-11-22");
    later(&sandbox, &PRUNE[..9]).fails(5, "the clock says 2029-11-22");
    assert!(
        later(&sandbox, &["audit", "expire", "--yes"])
            .ok()
            .contains("ip 2")
    );
    // What it wrote itself makes it no better.
    later(&sandbox, &["audit", "expire"]).fails(5, "the clock says 2029-11-22");
    assert!(
        later(&sandbox, &["audit", "expire", "--yes"])
            .ok()
            .contains("Nothing has expired")
    );
    later(&sandbox, &["audit", "verify"]).ok();
    sandbox.write(
        "config.toml",
        "[audit]\nretention.note = \"1y\"\nretention.ip = \"forever\"\n",
        0o600,
    );
    let done = later(&sandbox, &["audit", "expire", "--yes"]).ok();
    assert!(done.contains("note") && !done.contains("ip"), "{done}");
    sandbox.write("config.toml", "[audit.retention]\nnote = \"0d\"\n", 0o600);
    later(&sandbox, &["audit", "expire", "--yes"]).fails(2, "`audit.retention.note` is zero");
    sandbox.write("config.toml", "[audit.retention]\nip = \"soon\"\n", 0o600);
    later(&sandbox, &["audit", "expire", "--yes"]).fails(2, "`audit.retention.ip` is no period");
}

/// A note that should not have been written is in every backup: the rights journal keeps it erased.
#[test]
fn what_was_erased_stays_so_behind_a_restore_of_an_older_backup() {
    let sandbox = Sandbox::prepared();
    record(&sandbox, 3);
    backup(&sandbox, "older", "41");
    let sh = |line: &str| sandbox.sh(&format!("env -u OPTIMACTL_TEST_SEED optimactl {line}"));
    let noted = |store: &str| {
        let list = sh(&format!(
            "--store {store} audit list --action login.web --format json"
        ));
        list.ok().matches("from the shop").count()
    };
    assert_eq!(noted("store"), 3);
    let events = sh("audit list --action login.web --limit 2 --format json").json();
    let first = events["data"][1]["seq"].as_u64().unwrap();
    sh(&format!(
        "audit redact --seq {first}..{} --field note --confirm store --reason 'a diagnosis'",
        first + 2
    ))
    .ok();
    assert_eq!(noted("store"), 1);
    sh("backup restore --latest --from older --to again").ok();
    assert_eq!(noted("again"), 1);
    sh("--store again audit verify").ok();
    // In another history under the same numbers nothing goes.
    sh("backup restore --latest --from older --replace --reason test --confirm store").ok();
    assert_eq!(noted("store"), 1);
    sh("audit verify").ok();
}

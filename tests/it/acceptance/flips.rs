//! One changed byte anywhere in what the program wrote is noticed by the obvious command: 13, and 12 only where
//! no slot opens any more.

use std::path::Path;

use crate::sandbox::{Ran, Sandbox};

/// The first and last byte and about `samples` between them.
fn positions(length: usize, samples: usize) -> Vec<usize> {
    let mut found: Vec<usize> = (0..length).step_by((length / samples).max(1)).collect();
    found.extend([1, length - 2, length - 1]);
    found.sort_unstable();
    found.dedup();
    found
}

/// Changes one byte after the other and collects the exit codes that are not `expected`.
fn flip(
    sandbox: &Sandbox,
    path: &Path,
    places: &[usize],
    words: &[&str],
    expected: &[i32],
) -> Vec<String> {
    let sound = std::fs::read(path).unwrap();
    let mut wrong = vec![];
    for (turn, &at) in places.iter().enumerate() {
        let bit = if turn % 2 == 0 { 0x01 } else { 0x80 };
        let mut changed = sound.clone();
        changed[at] ^= bit;
        std::fs::write(path, &changed).unwrap();
        let ran = sandbox.run_with(words, &[("OPTIMACTL_TEST_SEED", "flip")]);
        if !expected.contains(&ran.code) {
            let name = sandbox.anonymous(&path.display().to_string());
            let Ran { code, stderr, .. } = ran;
            wrong.push(format!(
                "{name} byte {at} ^ {bit:#x}: {words:?} gave {code}: {stderr}"
            ));
        }
        // What the command itself left beside a damaged file goes with it.
        for ending in ["-wal", "-shm", "-journal"] {
            std::fs::remove_file(format!("{}{ending}", path.display())).ok();
        }
        std::fs::write(path, &sound).unwrap();
    }
    wrong
}

fn noticed(sandbox: &Sandbox, name: &str, samples: usize, words: &[&str], expected: &[i32]) {
    let path = sandbox.path(name);
    let length = usize::try_from(path.metadata().unwrap().len()).unwrap();
    let wrong = flip(sandbox, &path, &positions(length, samples), words, expected);
    require_none(&wrong);
}

fn require_none(wrong: &[String]) {
    let shown = wrong.iter().take(8).cloned().collect::<String>();
    assert!(wrong.is_empty(), "{} unnoticed:\n{shown}", wrong.len());
}

fn journal_length(sandbox: &Sandbox) -> usize {
    let meta = sandbox.path("store/rights.journal").metadata();
    usize::try_from(meta.unwrap().len()).unwrap()
}

/// The one file in a folder whose name ends like this.
fn only(sandbox: &Sandbox, folder: &str, ending: &str) -> String {
    super::files(&sandbox.path(folder))
        .iter()
        .map(|path| {
            sandbox
                .anonymous(&path.display().to_string())
                .replace("[DIR]/", "")
        })
        .find(|name| name.ends_with(ending))
        .unwrap()
}

#[test]
fn in_the_database() {
    let sandbox = Sandbox::prepared();
    let check = ["store", "check"];
    noticed(&sandbox, "store/store.db", 60, &check, &[13]);
    let head: Vec<usize> = (0..40).collect();
    let wrong = flip(
        &sandbox,
        &sandbox.path("store/store.db"),
        &head,
        &["account", "list"],
        &[13],
    );
    require_none(&wrong);
    // A command that reads only a part may not meet the damage, but never stumbles over it.
    noticed(
        &sandbox,
        "store/store.db",
        40,
        &["account", "list"],
        &[0, 13],
    );
    noticed(
        &sandbox,
        "store/store.db",
        40,
        &["audit", "verify"],
        &[0, 13],
    );
    sandbox.run(&check).ok();
}

#[test]
fn in_keyring_and_journal() {
    let sandbox = Sandbox::prepared();
    for line in [
        "account lock tom --for 24h --reason test --yes",
        "account unlock tom --yes --reason test",
    ] {
        sandbox.sh(&format!("optimactl {line}")).ok();
    }
    for words in [
        &["store", "check"][..],
        &["account", "list"],
        &["role", "list"],
    ] {
        noticed(&sandbox, "store/keyring.age", 40, words, &[13]);
    }
    // Every command looks at the journal's end; all of it is read by those that check or copy it.
    let (path, length) = ("store/rights.journal", journal_length(&sandbox));
    noticed(&sandbox, path, 40, &["store", "check"], &[13]);
    let create = ["backup", "create", "--to", "more"];
    noticed(&sandbox, path, 10, &create, &[13]);
    let end: Vec<usize> = (length - 40..length).collect();
    let words = ["account", "list"];
    let wrong = flip(&sandbox, &sandbox.path(path), &end, &words, &[13]);
    require_none(&wrong);
    sandbox.run(&["store", "check"]).ok();
}

#[test]
fn in_slots() {
    let sandbox = Sandbox::prepared();
    // The slot that is opened with: nothing else opens, so it is 12 or 13.
    noticed(
        &sandbox,
        "store/slots/first.age",
        30,
        &["account", "list"],
        &[12, 13],
    );
    for (slot, samples) in [("second.age", 30), ("second.identity.age", 30)] {
        noticed(
            &sandbox,
            &format!("store/slots/{slot}"),
            samples,
            &["store", "check"],
            &[13],
        );
        noticed(
            &sandbox,
            &format!("store/slots/{slot}"),
            samples,
            &["key", "verify"],
            &[13],
        );
    }
    let both = ["--passphrase-file", "passphrase.txt", "store", "check"];
    noticed(&sandbox, "store/slots/first.age", 10, &both, &[13]);
}

#[test]
fn in_backups() {
    let sandbox = Sandbox::prepared();
    let verify = ["backup", "verify", "--all", "--from", "backups"];
    let quick = ["backup", "verify", "--quick", "--all", "--from", "backups"];
    let file = only(&sandbox, "backups", ".db.zst.age");
    let manifest = only(&sandbox, "backups", ".json");
    noticed(&sandbox, &file, 40, &quick, &[13]);
    noticed(&sandbox, &file, 20, &verify, &[13]);
    noticed(&sandbox, &manifest, 120, &quick, &[13]);
    let keyring = only(&sandbox, "backups/recovery", "keyring-2.age");
    noticed(&sandbox, &keyring, 20, &verify, &[13]);
    let journal = only(&sandbox, "backups/recovery", ".journal");
    noticed(&sandbox, &journal, 20, &verify, &[13]);
    let slots: Vec<String> = super::files(&sandbox.path("backups/recovery"))
        .iter()
        .filter(|path| path.display().to_string().contains("/slots-"))
        .map(|path| {
            sandbox
                .anonymous(&path.display().to_string())
                .replace("[DIR]/", "")
        })
        .collect();
    assert_eq!(slots.len(), 3);
    for slot in slots {
        noticed(&sandbox, &slot, 10, &verify, &[13]);
    }
    let to = ["backup", "restore", &file, "--to", "again"];
    noticed(&sandbox, &file, 20, &to, &[13]);
    assert!(!sandbox.path("again/keyring.age").exists());
}

#[test]
fn in_proofs_and_checkpoints() {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["audit", "prove", "3", "--output", "event.proof"])
        .ok();
    sandbox
        .run(&["audit", "checkpoint", "--output", "flipped.checkpoint"])
        .ok();
    let list = sandbox.run(&["key", "list", "--format", "json"]).json();
    let vkey = list["data"]["vkey"].as_str().unwrap();
    for (flag, name) in [
        ("--proof", "event.proof"),
        ("--checkpoint", "flipped.checkpoint"),
    ] {
        let words = [
            "--store", "nowhere", "audit", "verify", flag, name, "--vkey", vkey,
        ];
        sandbox.run(&words).ok();
        noticed(&sandbox, name, 200, &words, &[13]);
    }
    let trusted = [
        "audit",
        "verify",
        "--trusted-checkpoint",
        "flipped.checkpoint",
    ];
    sandbox.run(&trusted).ok();
    noticed(&sandbox, "flipped.checkpoint", 60, &trusted, &[13]);
}

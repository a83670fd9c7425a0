//! `key` and `store`: unlockers come and go, keys rotate, and after a kill at any moment the store opens.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;

#[test]
fn a_second_unlocker_opens_the_store_and_the_last_one_stays() {
    let sandbox = Sandbox::prepared();
    let by_passphrase = [
        "--passphrase-file",
        "passphrase.txt",
        "key",
        "list",
        "--format",
        "json",
    ];
    let list = sandbox.run(&by_passphrase).json();
    assert_eq!(list["data"]["unlockers"].as_array().unwrap().len(), 2);
    sandbox.run(&["key", "remove", "second"]).fails(5, "--yes");
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    sandbox.run(&by_passphrase).fails(12, "no given unlocker");
    sandbox
        .run(&["key", "remove", "first", "--yes"])
        .fails(5, "last unlocker");
    sandbox
        .run(&["key", "remove", "frist", "--yes"])
        .fails(14, "did you mean `first`");
}

#[test]
fn every_rotation_keeps_every_unlocker() {
    let sandbox = Sandbox::prepared();
    let vkey = |sandbox: &Sandbox| {
        sandbox.run(&["key", "list", "--format", "json"]).json()["data"]["vkey"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let first = vkey(&sandbox);
    for flags in [&[][..], &["--signing"], &["--master"]] {
        let words: Vec<&str> = ["key", "rotate"].iter().chain(flags).copied().collect();
        sandbox.run(&words).ok();
        sandbox.run(&["store", "check", "--deep"]).ok();
        sandbox.run(&["key", "verify"]).ok();
        sandbox
            .run(&["--passphrase-file", "passphrase.txt", "store", "check"])
            .ok();
    }
    assert_ne!(vkey(&sandbox), first);
    // Whoever pinned the first key follows the hand-overs.
    sandbox.write(
        "config.toml",
        &format!("[audit]\nvkey = \"{first}\"\n"),
        0o600,
    );
    sandbox.run(&["key", "list"]).ok();
}

/// A pepper goes when no hash names it and every listed backup was made after that.
#[test]
fn a_retired_pepper_stays_as_long_as_something_needs_it() {
    let sandbox = Sandbox::prepared();
    let list = sandbox
        .sh("optimactl backup list --from backups --format json | jq -r '.data.backups | length'");
    assert_ne!(list.stdout.trim(), "0");
    let old = sandbox.sh("optimactl key list --format json | jq -r '.data.keys[] | select(.purpose == \"pepper\").id'");
    let retire = |flags: &str| {
        sandbox
            .sh(&format!("optimactl key retire {flags} --format json"))
            .json()["data"]
            .clone()
    };
    assert_eq!(retire("--yes")["peppers"], serde_json::json!([]));
    sandbox.run(&["key", "rotate", "--pepper"]).ok();
    let named = retire("--yes")["peppers"][0].clone();
    assert_eq!(
        (named["id"].as_str(), named["state"].as_str()),
        (Some(old.stdout.trim()), Some("hashes"))
    );
    sandbox.run(&["key", "retire"]).fails(5, "--yes");

    // The only password anew; then the backups of before are what holds it.
    sandbox
        .sh("echo 'nine geese swim to Utrecht' | optimactl password set mira --password-stdin")
        .ok();
    let held = retire("--yes")["peppers"][0].clone();
    assert_eq!(held["state"], "backups", "{held}");
    let unseen = held["unseen"][0].as_str().unwrap().to_owned();
    let place = unseen.split("--gone ").nth(1).unwrap();
    let gone = format!("--gone '{}'", place.split(['`', ' ']).next().unwrap());
    sandbox
        .run(&["key", "retire", "--yes", "--gone", "elsewhere"])
        .fails(14, "no place is called");
    sandbox.write("config.toml", "[backup]\nto = [\"backups\"]\n", 0o600);
    let held = retire(&format!("--yes {gone}"))["peppers"][0].clone();
    assert_eq!(
        (&held["state"], held["unseen"].as_array().unwrap().len()),
        (&"backups".into(), 0),
        "{held}"
    );
    assert_ne!(held["older_backups"], 0);
    sandbox
        .run(&["key", "retire", "--yes", "--gone", "backups"])
        .fails(5, "not gone");
    sandbox
        .sh(
            "export OPTIMACTL_TEST_TIME=2026-11-22T13:00:00Z OPTIMACTL_TEST_SEED=8; \
        optimactl backup create --to backups && optimactl backup verify --latest --from backups && \
        optimactl backup prune --from backups --keep-last 1 --no-trash --max 1000 --yes",
        )
        .ok();
    // A disk that is not mounted: its folder is there, and empty.
    sandbox.sh("mv backups away && mkdir backups").ok();
    let empty = retire(&format!("--dry-run {gone}"))["peppers"][0].clone();
    assert_eq!(empty["state"], "backups", "{empty}");
    assert!(
        empty["unseen"][0].as_str().unwrap().contains("not there"),
        "{empty}"
    );
    sandbox.sh("rmdir backups && mv away backups").ok();
    let dry = retire(&format!("--dry-run {gone}"));
    assert_eq!(
        (&dry["peppers"][0]["state"], &dry["events"]),
        (&"removed".into(), &serde_json::json!([])),
        "{dry}"
    );
    let done = retire(&format!("--yes {gone}"));
    assert_eq!(done["events"].as_array().unwrap().len(), 1, "{done}");
    assert_eq!(
        retire(&format!("--yes {gone}"))["peppers"],
        serde_json::json!([])
    );
    sandbox.run(&["store", "check"]).ok();
    sandbox.run(&["audit", "verify"]).ok();
    sandbox
        .run(&[
            "backup",
            "verify",
            "--restore-test",
            "--latest",
            "--from",
            "backups",
        ])
        .ok();
}

#[test]
fn another_store_in_the_place_of_the_pinned_one_is_noticed() {
    let sandbox = Sandbox::prepared();
    let other = "optimactl/00000000000000000000000000000000/0000000000000000";
    let list = sandbox.run(&["key", "list", "--format", "json"]).json();
    let vkey = list["data"]["vkey"].as_str().unwrap();
    let forged = vkey
        .split_once('+')
        .map(|(_, key)| format!("{other}+{key}"))
        .unwrap();
    sandbox.write(
        "config.toml",
        &format!("[audit]\nvkey = \"{forged}\"\n"),
        0o600,
    );
    let ran = sandbox.run(&["key", "list"]);
    assert!([2, 13].contains(&ran.code), "{ran:?}");
}

#[test]
fn a_changed_slot_is_noticed() {
    let sandbox = Sandbox::prepared();
    let path = sandbox.path("store/slots/second.age");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    sandbox.run(&["key", "verify"]).code(13);
    sandbox.run(&["store", "check"]).code(13);
}

/// Runs a command again and again, kills it after a little longer each time, and looks whether everything is
/// still there. `OPTIMACTL_KILLS` sets how often.
#[test]
fn a_kill_at_any_moment_leaves_the_old_keys_or_the_new() {
    let sandbox = Sandbox::prepared();
    let kills: u32 = std::env::var("OPTIMACTL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(12);
    for flags in [
        &["key", "rotate"][..],
        &["key", "rotate", "--master"],
        &["store", "compact"],
    ] {
        let whole = Instant::now();
        sandbox.run(flags).ok();
        let whole = whole.elapsed();
        for kill in 0..kills {
            let mut child = sandbox
                .command(env!("CARGO_BIN_EXE_optimactl"))
                .args(flags)
                .spawn()
                .unwrap();
            std::thread::sleep(
                whole.mul_f64(f64::from(kill) / f64::from(kills)) + Duration::from_micros(100),
            );
            child.kill().ok();
            child.wait().unwrap();
            sandbox.run(&["store", "check", "--deep"]).ok();
            sandbox
                .run(&["--passphrase-file", "passphrase.txt", "key", "verify"])
                .ok();
        }
    }
}

/// The same at every system call that changes a file, where `strace` can inject the kill.
#[test]
fn a_kill_at_every_file_operation_of_a_rotation_is_survived() {
    if Command::new("strace").arg("-V").output().is_err() {
        crate::sandbox::skipped("strace is not installed");
        return;
    }
    let sandbox = Sandbox::prepared();
    let calls = "rename,renameat,renameat2,unlink,unlinkat,fsync,fdatasync,openat,pwrite64,write";
    for flags in ["key rotate", "key rotate --master"] {
        let mut point = 1;
        loop {
            let line = format!(
                "strace -f -qq -o /dev/null -e trace={calls} -e inject={calls}:signal=KILL:when={point} optimactl {flags}"
            );
            let ran = sandbox.sh(&line);
            sandbox.run(&["store", "check"]).ok();
            if ran.code == 0 {
                break;
            }
            point += if std::env::var_os("OPTIMACTL_KILLS").is_some() {
                1
            } else {
                11
            };
            assert!(point < 3000, "the rotation never ends");
        }
    }
}

#[test]
fn the_kit_opens_with_stock_age() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["key", "kit", "--output", "kit"]).ok();
    sandbox
        .run(&["key", "kit", "--output", "kit"])
        .fails(15, "not empty");
    if Command::new("age").arg("--version").output().is_err() {
        crate::sandbox::skipped("age is not installed");
        return;
    }
    let line = "age -d -i identity.txt kit/recovery/slots-*/first.age > master.txt \
                && age -d -i master.txt kit/recovery/keyring-*.age";
    let keyring = sandbox.sh(line).ok();
    assert!(
        keyring.contains("\"data\":null"),
        "the kit must not hold the data key"
    );
}

#[test]
fn a_fresh_pepper_and_journal_key_stand_beside_the_old_ones() {
    let sandbox = Sandbox::prepared();
    let count = |purpose: &str| {
        let list = sandbox.run(&["key", "list", "--format", "json"]).json();
        let keys = list["data"]["keys"].as_array().unwrap().clone();
        keys.iter().filter(|key| key["purpose"] == purpose).count()
    };
    sandbox.run(&["key", "rotate", "--pepper"]).ok();
    sandbox.run(&["key", "rotate", "--journal"]).ok();
    sandbox
        .run(&["key", "rotate", "--journal", "--pepper"])
        .code(2);
    assert_eq!((count("pepper"), count("journal")), (2, 2));
    let line = r#"echo '{"account":"mira","password":"seven geese walk to Utrecht"}' | optimactl auth check"#;
    let told = sandbox.sh(line);
    assert!(!told.stdout.contains("wrong"), "{told:?}");
    sandbox.run(&["store", "check", "--deep"]).ok();
    let said = sandbox.run(&["key", "rotate", "--master"]).ok();
    assert!(
        said.contains("1 backup made before now still opens"),
        "{said}"
    );
}

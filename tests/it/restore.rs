//! `backup restore --replace`, `--undo`, `backup discard-replaced`: nothing used works again, the log is never
//! turned back, and a kill at any moment leaves the old database or the new one.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::Value;

use crate::sandbox::{REPLACE, Ran, Sandbox, UNDO, skipped};

/// Every run draws its own random numbers, as in life.
fn run(sandbox: &Sandbox, words: &[&str]) -> Ran {
    let seed = format!("{:?}{words:?}", Instant::now());
    sandbox.run_with(words, &[("OPTIMACTL_TEST_SEED", &seed)])
}

fn json(sandbox: &Sandbox, words: &[&str]) -> Value {
    run(sandbox, &[words, &["--format", "json"]].concat()).json()["data"].clone()
}

fn has(sandbox: &Sandbox, account: &str) -> bool {
    run(sandbox, &["account", "show", account]).code == 0
}

#[track_caller]
fn sound(sandbox: &Sandbox) {
    run(sandbox, &["store", "check", "--deep"]).ok();
    run(sandbox, &["audit", "verify"]).ok();
}

fn events(sandbox: &Sandbox) -> u64 {
    json(sandbox, &["audit", "verify"])["events"]
        .as_u64()
        .unwrap()
}

fn kept(sandbox: &Sandbox) -> Vec<String> {
    let entries = std::fs::read_dir(sandbox.path("store")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("replaced-")).collect()
}

/// Something that happened after the backup.
fn go_on(sandbox: &Sandbox) {
    run(
        sandbox,
        &[
            "account",
            "create",
            "lea",
            "--email",
            "lea@mail.example",
            "--no-password",
        ],
    )
    .ok();
    run(sandbox, &["audit", "checkpoint", "--output", "later.note"]).ok();
}

#[test]
fn the_loss_is_shown_the_log_goes_on_and_an_undo_puts_everything_back() {
    let sandbox = Sandbox::prepared();
    go_on(&sandbox);
    let before = events(&sandbox);
    let dry = json(&sandbox, &[&REPLACE[..], &["-n"]].concat());
    assert_eq!(dry["dry_run"], true);
    let actions = dry["lost"]["actions"].as_array().unwrap();
    let created = actions.iter().find(|one| one["action"] == "account.create");
    assert_eq!(created.unwrap()["count"], 1, "{dry}");
    assert!(dry["event"].is_null() && kept(&sandbox).is_empty());
    assert!(has(&sandbox, "lea"));

    let done = json(&sandbox, &REPLACE);
    assert_eq!(done["log"], "carried", "{done}");
    assert_eq!(done["voided_sessions"], 0);
    assert!(!has(&sandbox, "lea") && has(&sandbox, "mira"));
    sound(&sandbox);
    // An anchor of before still vouches: no origin has two histories.
    assert!(events(&sandbox) > before);
    let anchored = ["audit", "verify", "--trusted-checkpoint", "later.note"];
    run(&sandbox, &anchored).ok();
    let listed = run(&sandbox, &["audit", "list", "--action", "store.restore"]).ok();
    assert!(
        listed.contains("intent") && listed.contains("success"),
        "{listed}"
    );
    assert_eq!(kept(&sandbox).len(), 1);

    // What was made since is not lost either: it is kept in its turn.
    run(
        &sandbox,
        &[
            "account",
            "create",
            "bo",
            "--email",
            "bo@mail.example",
            "--no-password",
        ],
    )
    .ok();
    let undone = json(&sandbox, &UNDO);
    assert_eq!(undone["undo"], true);
    assert_eq!(undone["log"], "carried", "{undone}");
    assert!(has(&sandbox, "lea") && !has(&sandbox, "bo"));
    sound(&sandbox);
    run(&sandbox, &anchored).ok();
    run(&sandbox, &UNDO).ok();
    assert!(has(&sandbox, "bo") && !has(&sandbox, "lea"));
    sound(&sandbox);
    assert_eq!(kept(&sandbox).len(), 1);
    run(&sandbox, &["backup", "discard-replaced", "--yes"]).ok();
    assert!(kept(&sandbox).is_empty());
    run(&sandbox, &UNDO).fails(14, "no replaced database is kept");
    run(&sandbox, &["key", "rotate"]).ok();
    run(&sandbox, &["backup", "create", "--to", "backups"]).ok();
    sound(&sandbox);
}

#[test]
fn what_was_used_after_the_backup_stays_used() {
    let sandbox = Sandbox::prepared();
    let made = run(
        &sandbox,
        &["2fa", "recovery", "new", "zoe", "--yes", "--format", "json"],
    )
    .json();
    let code = made["data"]["recovery_codes"][0]
        .as_str()
        .unwrap()
        .to_owned();
    run(&sandbox, &["backup", "create", "--to", "backups"]).ok();
    let verify = ["2fa", "verify", "zoe", "--code-stdin"];
    sandbox.run_input(&verify, &format!("{code}\n")).ok();
    json(&sandbox, &REPLACE);
    assert_ne!(sandbox.run_input(&verify, &format!("{code}\n")).code, 0);
    // The program's session of before is over.
    assert_ne!(
        run(
            &sandbox,
            &["session", "verify", "--key-file", "session.key"]
        )
        .code,
        0
    );
    sound(&sandbox);
}

#[test]
fn several_are_kept_until_one_is_named() {
    let sandbox = Sandbox::prepared();
    run(&sandbox, &REPLACE).ok();
    run(&sandbox, &REPLACE).ok();
    assert_eq!(kept(&sandbox).len(), 2);
    run(&sandbox, &["store", "compact"]).ok();
    run(&sandbox, &["key", "rotate", "--master"]).ok();
    let later = [("OPTIMACTL_TEST_TIME", "2026-12-10T12:00:00Z")];
    let doctor = sandbox.run_with(&["doctor", "-v"], &later).stdout;
    assert!(doctor.contains("kept after a restore"), "{doctor}");
    let discard = ["backup", "discard-replaced"];
    run(&sandbox, &discard).fails(2, "it is not said which one");
    run(&sandbox, &[&discard[..], &["20200101T000000Z"]].concat()).fails(14, "no replaced");
    run(
        &sandbox,
        &[&discard[..], &["20261122T120000Z-2", "--yes"]].concat(),
    )
    .ok();
    run(&sandbox, &[&discard[..], &["--all", "--yes"]].concat()).ok();
    assert!(kept(&sandbox).is_empty());
    sound(&sandbox);
}

fn scribble(path: &Path, at: usize, length: usize) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[at..at + length].fill(0x5a);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_broken_store_is_replaced_and_says_what_it_cannot_say() {
    for (at, length) in [(0, 4096), (9000, 9000)] {
        let sandbox = Sandbox::prepared();
        go_on(&sandbox);
        scribble(&sandbox.path("store/store.db"), at, length);
        // A log of the old database beside it would undo the restore silently.
        std::fs::write(sandbox.path("store/store.db-wal"), vec![7; 40_000]).unwrap();
        let dry = json(&sandbox, &[&REPLACE[..], &["-n"]].concat());
        assert!(dry["lost"].is_null(), "{dry}");
        let done = json(&sandbox, &REPLACE);
        assert_eq!(done["log"], "begun", "{done}");
        sound(&sandbox);
        assert!(has(&sandbox, "mira") && !has(&sandbox, "lea"));
        run(&sandbox, &UNDO).fails(13, "replaced-");
        sound(&sandbox);
    }
}

#[test]
fn a_store_that_lost_its_keys_gets_those_beside_the_backups() {
    for spoil in [
        "echo nothing > store/keyring.age",
        "rm store/keyring.age",
        "rm store/keyring.age store/slots/*",
        "rm -r store/keyring.age store/rights.journal && echo nothing > store/store.db",
    ] {
        let sandbox = Sandbox::prepared();
        sandbox.sh(spoil).ok();
        let done = json(&sandbox, &REPLACE);
        assert_eq!(done["log"], "begun", "{spoil}: {done}");
        sound(&sandbox);
        run(&sandbox, &["key", "verify"]).ok();
        assert!(has(&sandbox, "mira"));
        let refused = run(&sandbox, &UNDO);
        assert!([12, 13].contains(&refused.code), "{}", refused.stderr);
        sound(&sandbox);
    }
}

#[test]
fn an_unlocker_that_was_removed_since_does_not_come_back_with_the_keys_beside_the_backups() {
    for spoil in [
        "rm store/keyring.age store/slots/*",
        "echo nothing > store/keyring.age",
    ] {
        let sandbox = Sandbox::prepared();
        run(&sandbox, &["backup", "create", "--to", "backups"]).ok();
        run(&sandbox, &["key", "remove", "second", "--yes"]).ok();
        sandbox.sh(spoil).ok();
        let done = json(&sandbox, &REPLACE);
        assert_eq!(done["log"], "begun", "{spoil}: {done}");
        let keys = json(&sandbox, &["key", "list"]);
        assert_eq!(keys["unlockers"].as_array().unwrap().len(), 1, "{keys}");
        let by_second = ["--passphrase-file", "passphrase.txt", "store", "check"];
        let mut by_second = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args(by_second)
            .env_remove("OPTIMACTL_IDENTITY")
            .spawn()
            .unwrap();
        assert_eq!(by_second.wait().unwrap().code(), Some(12));
        assert!(!sandbox.path("store/slots/second.age").exists());
        run(&sandbox, &["key", "verify"]).ok();
        sound(&sandbox);
    }
}

#[test]
fn somebody_elses_store_is_not_replaced() {
    let sandbox = Sandbox::prepared();
    let nowhere = [&REPLACE[..], &["--store", "nowhere"]].concat();
    run(&sandbox, &nowhere).fails(10, "--to DIR");
    sandbox
        .sh("optimactl --store other init --new-identity other.txt")
        .ok();
    let other = [&REPLACE[..], &["--store", "other"]].concat();
    run(&sandbox, &other).fails(12, "no given unlocker");
    let both = [
        &other[..],
        &["--identity", "other.txt", "--identity", "identity.txt"],
    ]
    .concat();
    run(&sandbox, &both).fails(5, "another store");
    run(
        &sandbox,
        &[
            "--store",
            "other",
            "--identity",
            "other.txt",
            "store",
            "check",
        ],
    )
    .ok();
}

#[test]
fn a_log_that_was_turned_back_begins_a_new_epoch() {
    let sandbox = Sandbox::prepared();
    sandbox.sh("cp -a store old").ok();
    go_on(&sandbox);
    run(&sandbox, &["backup", "create", "--to", "backups"]).ok();
    let list = json(&sandbox, &["backup", "list", "--from", "backups"]).to_string();
    let first = list
        .split('"')
        .find(|word| word.starts_with("bkp_"))
        .unwrap()
        .to_owned();
    sandbox.sh("rm -r store && mv old store").ok();
    let words = REPLACE.map(|word| {
        if word == "--latest" {
            first.as_str()
        } else {
            word
        }
    });
    let done = json(&sandbox, &words);
    assert_eq!(done["log"], "begun", "{done}");
    run(&sandbox, &["store", "check"]).ok();
}

#[test]
fn backups_of_an_earlier_epoch_and_an_older_schema_take_a_living_stores_place() {
    let sandbox = Sandbox::prepared();
    run(
        &sandbox,
        &[
            "backup", "restore", "--latest", "--from", "backups", "--to", "again",
        ],
    )
    .ok();
    let again = ["--store", "again"];
    run(
        &sandbox,
        &[
            &again[..],
            &[
                "account",
                "create",
                "lea",
                "--email",
                "lea@mail.example",
                "--no-password",
            ],
        ]
        .concat(),
    )
    .ok();
    // Its log goes on from the one in the backup, in another epoch: that one stays.
    let done = json(&sandbox, &[&again[..], &REPLACE].concat());
    assert_eq!(done["log"], "carried", "{done}");
    run(&sandbox, &[&again[..], &["audit", "verify"]].concat()).ok();
    run(
        &sandbox,
        &[&again[..], &["backup", "create", "--to", "backups"]].concat(),
    )
    .ok();

    for schema in [1, 2] {
        let sandbox = Sandbox::new();
        let from =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/schema-{schema}/."));
        let copied = Command::new("cp")
            .arg("-r")
            .arg(from)
            .arg(sandbox.path(""))
            .status();
        assert!(copied.unwrap().success());
        sandbox.sh("chmod -R go= store backup identity.txt").ok();
        let told = run(&sandbox, &["store", "migrate", "--to", "before"]);
        assert!([0, 5].contains(&told.code), "{}", told.stderr);
        let name = json(&sandbox, &["status"])["state"]["name"]
            .as_str()
            .unwrap()
            .to_owned();
        let confirm = format!("--confirm={name}");
        let words = [
            "backup",
            "restore",
            "--latest",
            "--from",
            "backup",
            "--replace",
            "--reason",
            "old",
            &confirm,
        ];
        let done = json(&sandbox, &words);
        assert_eq!(done["log"], "carried", "{done}");
        sound(&sandbox);
    }
}

#[test]
fn a_store_in_use_is_left_alone() {
    let sandbox = Sandbox::prepared();
    let lock = sandbox.sh(
        "flock --shared store/lock optimactl backup restore --latest --from backups --replace --reason x --confirm store --wait 0s",
    );
    lock.fails(11, "another process holds the store");
    sound(&sandbox);
}

#[test]
fn no_room_changes_nothing() {
    let sandbox = Sandbox::prepared();
    let said = sandbox.sh(
        "unshare -Urm sh -c 'mkdir small && mount -t tmpfs -o size=2m none small && cp -a store small/ && \
         head -c 700000 /dev/zero > small/filler && \
         optimactl --store small/store backup restore --latest --from backups --replace --reason x --confirm store; \
         echo code $?; rm small/filler; optimactl --store small/store store check && \
         optimactl --store small/store audit verify && ls small/store'",
    );
    if said.stderr.contains("unshare") || said.stderr.contains("mount") {
        return skipped("no mount namespace here");
    }
    let text = said.ok();
    assert!(text.contains("code 17"), "{text}");
    assert!(
        !text.contains("replaced-") && !text.contains("store.db.new"),
        "{text}"
    );
}

#[test]
fn a_kill_at_any_system_call_leaves_the_old_database_or_the_new_one() {
    if Command::new("strace").arg("-V").output().is_err() {
        return skipped("strace is not installed");
    }
    let original = Sandbox::prepared();
    go_on(&original);
    let calls = "rename,renameat2,fsync,fdatasync,unlink,unlinkat,link,linkat,mkdir,rmdir";
    let (mut old, mut new) = (0, 0);
    for point in 1_u32.. {
        let sandbox = Sandbox::new();
        let from = original.path(".");
        let copied = Command::new("cp")
            .arg("-a")
            .arg(from)
            .arg(sandbox.path(""))
            .status();
        assert!(copied.unwrap().success());
        let killed = sandbox.sh(&format!(
            "strace -f -qq -o /dev/null -e trace={calls} -e inject={calls}:signal=KILL:when={point} \
             optimactl {}",
            REPLACE.join(" ")
        ));
        let done = killed.code == 0;
        sound(&sandbox);
        assert!(has(&sandbox, "mira"));
        if has(&sandbox, "lea") {
            old += 1;
            assert!(kept(&sandbox).is_empty(), "{point}: {:?}", kept(&sandbox));
        } else {
            new += 1;
            assert_eq!(kept(&sandbox).len(), 1, "{point}");
            assert!(!kept(&sandbox)[0].ends_with("partial"), "{point}");
        }
        assert!(!sandbox.path("store/store.db.new").exists(), "{point}");
        if done {
            break;
        }
    }
    assert!(old > 10 && new > 3, "{old} {new}");
}

#[test]
fn who_still_opens_what_was_replaced_is_told() {
    let sandbox = Sandbox::prepared();
    run(&sandbox, &REPLACE).ok();
    let doctor = |text: &str| {
        let said = run(&sandbox, &["doctor"]);
        said.stdout.contains(text)
    };
    assert!(!doctor("opens this store no more"));
    run(&sandbox, &["key", "remove", "second", "--yes"]).ok();
    assert!(doctor("`second`, which opens this store no more"));
    let said = run(&sandbox, &["key", "rotate", "--master"]).ok();
    assert!(
        said.contains("1 database kept after a restore and still open"),
        "{said}"
    );
    run(&sandbox, &["backup", "discard-replaced", "--all", "--yes"]).ok();
    assert!(!doctor("opens this store no more"));
}

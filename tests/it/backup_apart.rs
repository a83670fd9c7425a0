//! Places that are not what they were: a disk that is not mounted, one of two that was rewrapped, one that a second
//! store writes to.

use crate::sandbox::{REPLACE, Ran, Sandbox, UNDO};

fn seeded(sandbox: &Sandbox, (seed, time): (&str, &str), words: &[&str]) -> Ran {
    let hooks = [("OPTIMACTL_TEST_SEED", seed), ("OPTIMACTL_TEST_TIME", time)];
    sandbox.run_with(words, &hooks)
}

#[test]
fn a_disk_that_is_not_mounted_is_not_taken_for_a_new_one() {
    let sandbox = Sandbox::new();
    sandbox
        .sh("optimactl init --new-identity identity.txt")
        .ok();
    let create = ["backup", "create", "--to", "disk/backups"];
    let day = |number| ["", "2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z"][number];
    seeded(&sandbox, ("1", day(1)), &create).ok();
    sandbox.sh("mv disk away && mkdir disk").ok();
    seeded(&sandbox, ("2", day(2)), &create).fails(16, "mount its disk");
    assert!(!sandbox.path("disk/backups").exists());
    // The other place gets its backup.
    let both = [&create[..], &["--to", "other"]].concat();
    seeded(&sandbox, ("3", day(2)), &both).fails(3, "");
    assert!(sandbox.path("other").exists() && !sandbox.path("disk/backups").exists());
    // Made by hand it is meant; what is missing there is heard without a terminal, too.
    std::fs::create_dir(sandbox.path("disk/backups")).unwrap();
    let said = seeded(&sandbox, ("4", day(2)), &create);
    assert!(
        said.stderr.contains("is not here any more"),
        "{}",
        said.stderr
    );
    said.ok();
}

#[test]
fn an_empty_place_is_no_success_for_a_job_that_verifies() {
    let sandbox = Sandbox::prepared();
    std::fs::create_dir(sandbox.path("empty")).unwrap();
    let verify = ["backup", "verify", "--from", "empty"];
    for which in ["--all", "--oldest-first"] {
        let words = [&verify[..], &[which]].concat();
        sandbox.run(&words).fails(14, "there is no backup here");
    }
    let rewrap = ["backup", "rewrap", "--all", "--from", "empty", "--yes"];
    sandbox.run(&rewrap).fails(14, "there is no backup here");
}

#[test]
fn what_was_replaced_last_is_undone_although_the_clock_was_set_back() {
    let sandbox = Sandbox::prepared();
    for (seed, time) in [
        ("61", "2030-01-01T00:00:00Z"),
        ("62", "2026-11-25T00:00:00Z"),
    ] {
        let create = [
            "account",
            "create",
            &format!("late-{seed}"),
            "--kind",
            "service",
            "--no-password",
        ];
        seeded(&sandbox, (seed, time), &create).ok();
        seeded(&sandbox, (seed, time), &REPLACE).ok();
    }
    seeded(&sandbox, ("63", "2026-11-25T00:01:00Z"), &UNDO).ok();
    let listed = sandbox.run(&["account", "list"]).ok();
    assert!(
        listed.contains("late-62") && !listed.contains("late-61"),
        "{listed}"
    );
}

#[test]
fn a_delta_goes_to_two_places_of_which_one_was_rewrapped() {
    let sandbox = Sandbox::prepared();
    let create = [
        "backup", "create", "--delta", "--to", "one", "--to", "two", "--format", "json",
    ];
    sandbox
        .run_with(&create, &[("OPTIMACTL_TEST_SEED", "51")])
        .ok();
    let line = "age-keygen -o off.txt 2> off.err && optimactl backup rewrap --all --from one --yes \
                --recipient $(grep -o 'age1.*' off.txt)";
    if std::process::Command::new("age-keygen")
        .arg("--version")
        .output()
        .is_err()
    {
        return crate::sandbox::skipped("age is not installed");
    }
    sandbox.sh(line).ok();
    let made = sandbox
        .run_with(&create, &[("OPTIMACTL_TEST_SEED", "52")])
        .json();
    for target in made["data"]["targets"].as_array().unwrap() {
        assert_eq!(target["kind"], "delta", "{made}");
    }
    for place in ["one", "two"] {
        sandbox
            .run(&["backup", "verify", "--all", "--from", place])
            .ok();
    }
}

#[test]
fn the_latest_of_two_stores_at_one_place_is_asked_for_by_name() {
    let sandbox = Sandbox::new();
    sandbox
        .sh("optimactl init --new-identity identity.txt")
        .ok();
    let create = ["backup", "create", "--to", "backups"];
    let day = |number: u32| format!("2026-11-{number}T12:00:00Z");
    seeded(&sandbox, ("1", &day(20)), &create).ok();
    let restore = ["backup", "restore", "--latest", "--from", "backups", "--to"];
    let copy = [&restore[..], &["copy"]].concat();
    seeded(&sandbox, ("2", &day(20)), &copy).ok();
    seeded(&sandbox, ("3", &day(21)), &create).ok();
    let again = [&["--store", "copy"], &create[..]].concat();
    seeded(&sandbox, ("4", &day(22)), &again).ok();
    // So far one may have taken over from the other.
    let third = [&restore[..], &["third"]].concat();
    seeded(&sandbox, ("5", &day(22)), &third).ok();
    let made = seeded(&sandbox, ("6", &day(23)), &create);
    assert!(
        made.stderr.contains("another copy of this store"),
        "{}",
        made.stderr
    );
    let fourth = [&restore[..], &["fourth"]].concat();
    let said = seeded(&sandbox, ("7", &day(24)), &fourth);
    assert!(
        said.stderr.contains("two stores make backups here"),
        "{}",
        said.stderr
    );
    said.code(5);
    assert!(!sandbox.path("fourth").exists());
}

#[test]
fn the_keys_of_another_copy_of_the_store_do_not_stand_for_these() {
    let sandbox = Sandbox::prepared();
    let restore = [
        "backup", "restore", "--latest", "--from", "backups", "--to", "copy",
    ];
    let time = crate::sandbox::TIME;
    seeded(&sandbox, ("71", time), &restore).ok();
    let create = ["--store", "copy", "backup", "create", "--to", "backups"];
    seeded(&sandbox, ("72", time), &create).ok();
    assert!(sandbox.path("backups/recovery/keyring-3.age").exists());
    // Both have changed their keys once, and count that with the same number.
    let add = [
        "key",
        "add",
        "own",
        "--new-passphrase-file",
        "passphrase.txt",
    ];
    sandbox.run(&add).ok();
    let create = ["backup", "create", "--to", "backups"];
    seeded(&sandbox, ("73", time), &create).fails(13, "another copy of this store");
}

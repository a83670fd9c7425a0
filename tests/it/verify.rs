//! `backup verify`, `copy` and the listing commands: each level leaves its dated result, a drill proves the unlocker
//! that is kept away, and what lies at a place is told without the store.

use crate::sandbox::Sandbox;

fn vkey(sandbox: &Sandbox) -> String {
    let shown = sandbox.run(&[
        "backup", "show", "--latest", "--from", "backups", "--format", "json",
    ]);
    shown.json()["data"]["manifest"]["vkey"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn names(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(sandbox.path(folder)).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn back_up(sandbox: &Sandbox, seed: &str) {
    let words = ["backup", "create", "--to", "backups"];
    sandbox
        .run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)])
        .ok();
}

#[test]
fn every_level_leaves_a_dated_result() {
    let sandbox = Sandbox::prepared();
    for level in ["--quick", "--latest", "--restore-test"] {
        let ran = sandbox.run(&[
            "backup", "verify", level, "--from", "backups", "--format", "json",
        ]);
        let said = ran.json();
        assert_eq!(said["data"]["checked"][0]["left"], true, "{said}");
    }
    let left: Vec<String> = names(&sandbox, "backups");
    let left: Vec<&String> = left
        .iter()
        .filter(|name| name.contains(".verified-"))
        .collect();
    assert_eq!(left.len(), 1, "{left:?}");
    // Another machine that has the key alone sees them.
    let key = vkey(&sandbox);
    let listed = sandbox.run(&[
        "backup", "list", "--from", "backups", "--vkey", &key, "--store", "nowhere", "--format",
        "json",
    ]);
    let listed = listed.json();
    let verified = &listed["data"]["backups"][0]["verified"];
    for level in ["quick", "full", "restore_test"] {
        assert!(verified[level].is_string(), "{level}: {listed}");
    }
    assert!(verified["drill"].is_null());
    // No scratch folder stays.
    assert!(
        !names(&sandbox, ".")
            .iter()
            .any(|name| name.starts_with(".optimactl-restore"))
    );
}

#[test]
fn a_drill_wants_the_unlocker_that_is_kept_away_and_its_report_is_checked_with_the_key() {
    let sandbox = Sandbox::prepared();
    let drill = [
        "backup", "verify", "--drill", "--latest", "--from", "backups",
    ];
    let with = |words: &[&str]| sandbox.run(&[&drill, words].concat());
    with(&["--identity", "identity.txt"]).fails(5, "opens the store every day");
    with(&[]).code(5);
    with(&[
        "--passphrase-file",
        "passphrase.txt",
        "--output",
        "drill.json",
    ])
    .ok();
    with(&[
        "--passphrase-file",
        "passphrase.txt",
        "--output",
        "drill.txt",
    ])
    .ok();
    with(&["--identity", "identity.txt", "--everyday"]).ok();
    let key = vkey(&sandbox);
    for name in ["drill.json", "drill.txt"] {
        let check = [
            "backup", "verify", "--report", name, "--vkey", &key, "--store", "nowhere",
        ];
        let said = sandbox.run(&check).ok();
        assert!(said.contains("passed"), "{said}");
        let text = std::fs::read_to_string(sandbox.path(name)).unwrap();
        std::fs::write(sandbox.path(name), text.replace("second", "secund")).unwrap();
        sandbox.run(&check).code(13);
    }
    // On a machine without the store it works as well.
    std::fs::rename(sandbox.path("store"), sandbox.path("gone")).unwrap();
    with(&["--passphrase-file", "passphrase.txt", "--vkey", &key]).ok();
}

#[test]
fn the_longest_unverified_comes_first_and_the_budget_ends_it() {
    let sandbox = Sandbox::prepared();
    back_up(&sandbox, "a");
    back_up(&sandbox, "b");
    let words = [
        "backup",
        "verify",
        "--quick",
        "--oldest-first",
        "--budget",
        "1s",
        "--from",
        "backups",
        "--format",
        "json",
    ];
    let said = sandbox.run(&words).json();
    assert_eq!(said["data"]["coverage"]["of"], 3, "{said}");
    let zero = ["--budget", "0s"];
    let words = [&words[..4], &zero, &words[6..]].concat();
    let ran = sandbox.run(&words);
    if ran.code == 0 {
        let said = ran.json();
        assert_eq!(said["data"]["coverage"]["checked"], 1, "{said}");
        assert!(said["data"]["coverage"]["next"].is_string());
    }
}

#[test]
fn one_place_that_is_not_there_is_named_and_the_other_is_verified() {
    let sandbox = Sandbox::prepared();
    let words = [
        "backup", "verify", "--quick", "--from", "backups", "--from", "nowhere",
    ];
    let said = sandbox.run(&words).code(3);
    assert!(said.contains("nowhere was not looked at"), "{said}");
    sandbox
        .run(&[
            "backup", "verify", "bkp_none", "--from", "backups", "--from", "backups",
        ])
        .code(14);
}

#[test]
fn what_a_dead_rehearsal_left_goes() {
    let sandbox = Sandbox::prepared();
    let left = sandbox.path("scratch/.optimactl-restore-test");
    let words = [
        "backup",
        "verify",
        "--restore-test",
        "--from",
        "backups",
        "--scratch",
        "scratch",
    ];
    for number in 1..6 {
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args(words)
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(number * 30));
        child.kill().ok();
        child.wait().unwrap();
    }
    sandbox.run(&words).ok();
    assert!(!left.exists());
}

#[test]
fn copies_go_on_where_they_were_cut_and_restore() {
    let sandbox = Sandbox::prepared();
    back_up(&sandbox, "a");
    let key = vkey(&sandbox);
    let copy = [
        "backup", "copy", "--from", "backups", "--vkey", &key, "--store", "nowhere",
    ];
    let with = |words: &[&str]| sandbox.run(&[&copy, words].concat());
    with(&["--to", "mirror", "--dry-run"]).ok();
    assert!(!sandbox.path("mirror").exists());
    with(&["--to", "mirror", "--to", "second"]).ok();
    let said = with(&["--to", "mirror"]).ok();
    assert!(
        said.contains("is there") && !said.contains("copied"),
        "{said}"
    );
    let verify = [
        "backup", "verify", "--all", "--from", "mirror", "--store", "nowhere", "--vkey", &key,
    ];
    sandbox.run(&verify).ok();
    // A cut run leaves a file without its manifest.
    let manifest = names(&sandbox, "mirror")
        .into_iter()
        .rfind(|name| name.strip_suffix(".json").is_some() && !name.contains(".verified"));
    let manifest = sandbox.path("mirror").join(manifest.unwrap());
    let sound = std::fs::read(&manifest).unwrap();
    std::fs::remove_file(&manifest).unwrap();
    with(&["--to", "mirror"]).ok();
    assert_eq!(std::fs::read(&manifest).unwrap(), sound);
    let restore = [
        "backup", "restore", "--latest", "--from", "mirror", "--to", "again", "--vkey", &key,
        "--store", "nowhere",
    ];
    sandbox.run(&restore).ok();
}

#[test]
fn a_gap_in_copies_is_explained_by_the_store_alone() {
    let sandbox = Sandbox::prepared();
    back_up(&sandbox, "a");
    back_up(&sandbox, "b");
    let latest = ["backup", "copy", "--latest", "--from", "backups", "--to"];
    sandbox.run(&[&latest[..], &["signed"]].concat()).ok();
    let said = sandbox.run(&["backup", "list", "--from", "signed"]).ok();
    assert!(
        said.contains("numbers 1 to 2 are not copied here")
            || said.contains("number 1 to 2 are not copied here"),
        "{said}"
    );
    let key = vkey(&sandbox);
    sandbox
        .run(&[&latest[..], &["unsigned", "--vkey", &key]].concat())
        .ok();
    sandbox
        .run(&["backup", "list", "--from", "unsigned"])
        .code(13);
    // A place with a chain of its own takes no copies.
    sandbox
        .run_with(
            &["backup", "create", "--to", "own"],
            &[("OPTIMACTL_TEST_SEED", "c")],
        )
        .ok();
    let said = sandbox.run(&["backup", "copy", "--from", "backups", "--to", "own"]);
    assert_ne!(said.code, 0, "{}", said.stdout);
    sandbox.run(&["backup", "list", "--from", "own"]).ok();
}

#[test]
fn with_nothing_but_the_key_a_stranger_lists_and_looks() {
    let sandbox = Sandbox::prepared();
    let key = vkey(&sandbox);
    let program = env!("CARGO_BIN_EXE_optimactl");
    for words in ["list", "show --latest", "verify --quick --all"] {
        sandbox
            .sh(&format!(
                "env -i {program} backup {words} --from backups --vkey '{key}' --store nowhere"
            ))
            .ok();
    }
    sandbox.write("backups/x\u{1b}[31m.json", "{}", 0o600);
    let said = sandbox.sh(&format!(
        "env -i {program} backup list --from backups --vkey '{key}' --store nowhere"
    ));
    assert!(!said.stdout.contains('\u{1b}'), "{}", said.stdout);
    said.code(13);
}

#[test]
fn a_result_at_one_place_says_nothing_of_another() {
    let sandbox = Sandbox::prepared();
    back_up(&sandbox, "a");
    let copy = ["backup", "copy", "--from", "backups", "--to", "mirror"];
    sandbox.run(&copy).ok();
    let tested = |place: &str| {
        let words = ["backup", "list", "--from", place, "--format", "json"];
        let listed = sandbox.run(&words).json();
        let backups = listed["data"]["backups"].as_array().unwrap().clone();
        let mut times = backups
            .iter()
            .map(|one| one["verified"]["restore_test"].clone());
        times.find(|at| at.is_string())
    };
    let verify = ["backup", "verify", "--restore-test", "--from", "mirror"];
    sandbox.run(&verify).ok();
    assert!(tested("mirror").is_some());
    assert!(tested("backups").is_none());
    let status = sandbox.run_with(
        &["status"],
        &[("OPTIMACTL_TEST_TIME", "2026-11-25T13:00:00Z")],
    );
    let said = status.stdout;
    assert!(said.contains("2026-11-22T12:00:00Z (3 days ago)"), "{said}");
    // It was only looked at: nothing is missed there, and the rights journal does not go there.
    let lines = |place: &str| {
        sandbox
            .sh(&format!("wc -c {place}/recovery/*.journal"))
            .ok()
    };
    let before = (lines("backups"), lines("mirror"));
    sandbox
        .sh("optimactl account lock tom --for 24h --reason 'phone lost' --yes")
        .ok();
    assert_ne!(lines("backups"), before.0);
    assert_eq!(lines("mirror"), before.1);
    sandbox.sh("rm -r mirror && mkdir mirror").ok();
    sandbox.run(&["backup", "list", "--from", "mirror"]).ok();
}

#[test]
fn whoever_has_the_old_key_alone_checks_a_copy_after_a_rotation() {
    let sandbox = Sandbox::prepared();
    let old = vkey(&sandbox);
    let copy = ["backup", "copy", "--from", "backups", "--to", "mirror"];
    sandbox.run(&copy).ok();
    sandbox.run(&["key", "rotate", "--signing"]).ok();
    back_up(&sandbox, "a");
    sandbox.run(&copy).ok();
    sandbox.run(&["key", "rotate", "--signing"]).ok();
    back_up(&sandbox, "b");
    sandbox.run(&copy).ok();
    assert_ne!(vkey(&sandbox), old);
    let alone = [
        "backup", "verify", "--quick", "--all", "--from", "mirror", "--vkey", &old, "--store",
        "nowhere", "--format", "json",
    ];
    let said = sandbox.run(&alone).json();
    assert_eq!(
        said["data"]["checked"].as_array().unwrap().len(),
        3,
        "{said}"
    );
}

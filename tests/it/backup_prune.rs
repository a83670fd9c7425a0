//! `backup prune`, `pin` and `unpin` from outside: cron without a terminal, two at once, kills, places that fail.

use std::process::Stdio;

use crate::sandbox::Sandbox;

/// A store with `more` backups besides the one that is there.
fn with(more: usize) -> Sandbox {
    let sandbox = Sandbox::prepared();
    for _ in 0..more {
        sandbox
            .sh("OPTIMACTL_TEST_SEED= optimactl backup create --to backups")
            .ok();
    }
    sandbox
}

fn count(sandbox: &Sandbox, folder: &str, ending: &str) -> usize {
    let Ok(entries) = std::fs::read_dir(sandbox.path(folder)) else {
        return 0;
    };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(ending)).count()
}

#[test]
fn from_the_question_to_the_trash_and_back() {
    let sandbox = with(3);
    sandbox
        .sh("optimactl backup prune --from backups")
        .fails(2, "no rule says");
    let shown = sandbox
        .sh("optimactl backup prune --from backups --keep-last 2 -n --format json")
        .json();
    let decisions = shown["data"]["places"][0]["decisions"]
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(decisions.len(), 4);
    assert_eq!(decisions[0]["verdict"], "keep");
    assert_eq!(decisions[3]["verdict"], "remove");
    assert_eq!(decisions[3]["reasons"][0], "no rule keeps it");
    assert_eq!(count(&sandbox, "backups/trash", ".age"), 0);
    sandbox
        .sh("optimactl backup prune --from backups --keep-last 2")
        .fails(5, "--yes");
    sandbox
        .sh("optimactl backup prune --from backups --keep-last 1 --yes")
        .fails(5, "more than half");
    let said = sandbox
        .sh("optimactl backup prune --from backups --keep-last 1 -n")
        .code(4);
    assert!(said.contains("no rule keeps it"), "{said}");
    assert!(said.contains("needs `--max 3`"), "{said}");
    sandbox
        .sh("optimactl backup prune --from backups --keep-last 2 --yes")
        .ok();
    assert_eq!(count(&sandbox, "backups/trash", ".age"), 2);
    sandbox.sh("optimactl backup list --from backups").ok();
    sandbox
        .sh("optimactl backup verify --quick --all --from backups")
        .ok();
    let oldest = decisions[3]["id"].as_str().unwrap();
    sandbox
        .sh(&format!("optimactl backup verify {oldest} --from backups"))
        .code(14);
    let restore = format!("optimactl backup restore {oldest} --from backups --to back");
    let hint = format!("backup pin {oldest} --reason");
    sandbox.sh(&restore).fails(14, "lies in the trash");
    sandbox.sh(&format!("{restore} -n")).fails(14, &hint);
    let said = sandbox
        .sh(&format!(
            "optimactl backup pin {oldest} --from backups --reason 'case 7'"
        ))
        .ok();
    assert!(said.contains("brought it back"), "{said}");
    sandbox
        .sh("optimactl backup prune --from backups --keep-last 1 --no-trash --yes")
        .ok();
    assert_eq!(count(&sandbox, "backups/trash", ".age"), 0);
    assert_eq!(count(&sandbox, "backups", ".age"), 2);
    // The next backup goes on with the numbers, and the list stays whole.
    sandbox
        .sh("OPTIMACTL_TEST_SEED= optimactl backup create --to backups")
        .ok();
    let listed = sandbox
        .sh("optimactl backup list --from backups --format json")
        .json();
    assert_eq!(listed["data"]["backups"].as_array().unwrap().len(), 3);
    let all = sandbox
        .sh("optimactl backup list --from backups --all --format json")
        .json();
    assert_eq!(all["data"]["backups"].as_array().unwrap().len(), 5);
    sandbox
        .sh("optimactl backup restore --latest --from backups --to again")
        .ok();
}

#[test]
fn rules_and_places_come_from_the_configuration_and_each_place_has_its_outcome() {
    let sandbox = with(1);
    let config = format!(
        "[backup]\nto = [\"{}\", \"{}\"]\nkeep_last = 1\n",
        sandbox.path("backups").display(),
        sandbox.path("elsewhere").display()
    );
    std::fs::write(sandbox.path("own.toml"), config).unwrap();
    let ran = sandbox.sh("optimactl --config own.toml backup prune --yes");
    let said = ran.code(3);
    assert!(said.contains("Pruned 1 backup"), "{said}");
    assert!(said.contains("Failed at"), "{said}");
    assert!(!sandbox.path("elsewhere").exists());
}

#[test]
fn a_monitoring_host_needs_the_key_alone() {
    let sandbox = with(1);
    let shown = sandbox
        .sh("optimactl backup show --latest --from backups --format json")
        .json();
    let vkey = shown["data"]["manifest"]["vkey"]
        .as_str()
        .unwrap()
        .to_owned();
    let said = sandbox
        .sh(&format!(
            "optimactl --store nowhere backup prune --vkey '{vkey}' --from backups --keep-last 1 -n"
        ))
        .ok();
    assert!(said.contains("Would prune 1 backup"), "{said}");
}

#[test]
fn killed_at_random_moments_the_next_run_finishes() {
    let sandbox = with(3);
    for round in 0..25_u64 {
        sandbox
            .sh("OPTIMACTL_TEST_SEED= optimactl backup create --to backups")
            .ok();
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args([
                "backup",
                "prune",
                "--from",
                "backups",
                "--keep-last",
                "3",
                "--yes",
                "--max",
                "99",
            ])
            .env_remove("OPTIMACTL_TEST_SEED")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(3 + round * 7));
        child.kill().ok();
        child.wait().unwrap();
        sandbox
            .sh("optimactl backup prune --from backups --keep-last 3 --yes --max 99")
            .ok();
        sandbox.sh("optimactl backup list --from backups").ok();
        assert_eq!(count(&sandbox, "backups", ".age"), 3, "round {round}");
    }
}

#[test]
fn two_at_once_and_a_backup_meanwhile() {
    let sandbox = with(5);
    let prune = [
        "backup",
        "prune",
        "--from",
        "backups",
        "--keep-last",
        "2",
        "--yes",
        "--max",
        "9",
        "--wait",
        "60s",
    ];
    let create = ["backup", "create", "--to", "backups", "--wait", "60s"];
    let children: Vec<_> = [prune.as_slice(), &create, &prune]
        .iter()
        .map(|words| {
            let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
            command.args(*words).env_remove("OPTIMACTL_TEST_SEED");
            command.stdout(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    sandbox.sh("optimactl backup list --from backups").ok();
}

#[test]
fn a_pin_at_a_place_that_only_takes_files_is_made_and_stays() {
    let sandbox = Sandbox::prepared();
    let folder = sandbox.path("backups").display().to_string();
    let config = format!("[target.kept]\nurl = \"{folder}\"\nappend_only = true\n");
    sandbox.write("config.toml", &config, 0o600);
    let at = |words: &[&str]| {
        let words = [&["backup"], words, &["--latest", "--from", "kept"]].concat();
        sandbox.run(&words)
    };
    at(&["pin", "--until", "30d", "--reason", "case 7"]).ok();
    at(&["pin", "--until", "10d", "--reason", "case 7"]).fails(5, "shorter");
    at(&["pin", "--reason", "case 8"]).ok();
    at(&["show"]).ok();
    at(&["unpin"]).fails(5, "append_only");
    at(&["unpin", "--dry-run"]).fails(5, "stays pinned");
    let list = sandbox.run(&["backup", "list", "--from", "kept", "--format", "json"]);
    let list = list.json();
    assert_eq!(list["data"]["backups"][0]["pinned"], true, "{list}");
    assert!(
        list["data"]["backups"][0]["pinned_until"].is_null(),
        "{list}"
    );
}

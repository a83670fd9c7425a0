//! `backup rewrap`: new recipients for old backups, with nothing lost on the way.

use std::process::Command;

use crate::sandbox::{Sandbox, skipped};

const REWRAP: [&str; 6] = ["backup", "rewrap", "--all", "--from", "backups", "--yes"];

fn stock_opens(sandbox: &Sandbox, identity: &str) -> bool {
    sandbox
        .sh(&format!(
            "for f in backups/*.age; do age -d -i {identity} $f > /dev/null || exit 1; done"
        ))
        .code
        == 0
}

#[test]
fn a_removed_unlocker_opens_rewrapped_backups_no_more() {
    if Command::new("age").arg("--version").output().is_err() {
        skipped("age is not installed");
        return;
    }
    let sandbox = Sandbox::prepared();
    sandbox
        .sh("age-keygen -o second.txt && chmod 600 second.txt")
        .ok();
    let line = "optimactl key add third --recipient $(grep -o 'age1.*' second.txt)";
    sandbox.sh(line).ok();
    sandbox.run(&["backup", "create", "--to", "backups"]).ok();
    assert!(
        !stock_opens(&sandbox, "second.txt"),
        "the first backup is older"
    );
    sandbox.run(&REWRAP).ok();
    assert!(stock_opens(&sandbox, "second.txt") && stock_opens(&sandbox, "identity.txt"));
    sandbox
        .run(&["backup", "verify", "--all", "--from", "backups"])
        .ok();
    sandbox.run(&["key", "remove", "third", "--yes"]).ok();
    sandbox.run(&["key", "rotate", "--master"]).ok();
    sandbox
        .run(&["backup", "rewrap", "--all", "--from", "backups"])
        .fails(5, "--yes");
    let said = sandbox.run(&REWRAP).ok();
    assert!(said.contains("may have kept a copy"), "{said}");
    assert!(stock_opens(&sandbox, "identity.txt"));
    let dropped = sandbox.sh("age -d -i second.txt $(ls backups/*.age | head -1) > /dev/null");
    assert!(
        dropped.stderr.contains("no identity matched"),
        "{dropped:?}"
    );
    // The chain goes on as if nothing had happened.
    sandbox
        .run(&["backup", "create", "--to", "backups", "--label", "later"])
        .ok();
    sandbox
        .run(&["backup", "verify", "--all", "--from", "backups"])
        .ok();
    let list = sandbox
        .run(&["backup", "list", "--from", "backups", "--format", "json"])
        .json();
    assert_eq!(
        list["data"]["backups"].as_array().unwrap().len(),
        3,
        "{list}"
    );
    let id = list["data"]["backups"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    sandbox
        .run(&[
            "backup", "restore", &id, "--from", "backups", "--to", "back",
        ])
        .ok();
    let again = sandbox.run(&REWRAP).ok();
    assert_eq!(again.matches("already").count(), 3, "{again}");
}

#[test]
fn what_a_crash_left_of_a_rewrap_is_finished() {
    let sandbox = Sandbox::prepared();
    sandbox.sh("cp -a backups kept").ok();
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    sandbox.run(&REWRAP).ok();
    // Killed before the old manifest, or before the old file was removed.
    for left in ["kept/*.json kept/*.age", "kept/*.age"] {
        sandbox.sh(&format!("cp -a {left} backups/")).ok();
        sandbox
            .run(&["backup", "verify", "--all", "--from", "backups"])
            .ok();
        sandbox
            .run(&[
                "backup",
                "restore",
                "--latest",
                "--from",
                "backups",
                "--to",
                &format!("b{}", left.len()),
            ])
            .ok();
        let said = sandbox.run(&REWRAP).ok();
        assert!(said.contains("cut short"), "{said}");
        assert_eq!(sandbox.sh("ls backups/*.age | wc -l").ok().trim(), "1");
    }
    // Killed before the commit: the new file is not there yet under its name.
    sandbox
        .sh("rm -r backups && cp -a kept backups && touch backups/x.db.zst.age.partial")
        .ok();
    sandbox.run(&REWRAP).ok();
    sandbox
        .run(&["backup", "verify", "--all", "--from", "backups"])
        .ok();
}

#[test]
fn a_damaged_backup_stays_as_it_was() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    let name = sandbox.sh("ls backups/*.age").ok();
    let path = sandbox.path(name.trim());
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let said = sandbox.run(&REWRAP).code(3);
    assert!(said.contains("failed"), "{said}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(sandbox.sh("ls backups | grep -c r1").stdout.trim(), "0");
}

#[test]
fn a_copy_follows_what_was_rewrapped() {
    let sandbox = Sandbox::prepared();
    let copy = ["backup", "copy", "--from", "backups", "--to", "mirror"];
    let list = ["backup", "list", "--from", "mirror", "--format", "json"];
    sandbox.run(&copy).ok();
    let old = sandbox.sh("ls mirror/*.age").ok();
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    sandbox.run(&REWRAP).ok();
    sandbox.run(&copy).ok();
    assert_ne!(sandbox.sh("ls mirror/*.age").ok(), old);
    let listed = sandbox.run(&list).json();
    assert_eq!(listed["data"]["backups"].as_array().unwrap().len(), 1);
    assert_eq!(listed["data"]["ignored"].as_array().unwrap().len(), 0);
    sandbox
        .run(&["backup", "verify", "--all", "--from", "mirror"])
        .ok();
    // Again there is nothing to do, and an older copy never comes back over a newer one.
    sandbox.run(&copy).ok();
    let back = ["backup", "copy", "--from", "mirror", "--to", "backups"];
    sandbox.run(&back).ok();
}

#[test]
fn a_pin_and_results_follow_a_rewrapped_backup() {
    let sandbox = Sandbox::prepared();
    for line in [
        "optimactl backup pin --latest --from backups --reason 'case 7'",
        "optimactl backup verify --quick --from backups",
        "optimactl backup copy --from backups --to mirror",
        "optimactl backup pin --latest --from mirror --reason 'case 8'",
        "optimactl key remove second --yes",
    ] {
        sandbox.sh(line).ok();
    }
    sandbox.run(&REWRAP).ok();
    let copy = ["backup", "copy", "--from", "backups", "--to", "mirror"];
    sandbox.run(&copy).ok();
    for (place, kinds) in [("backups", "pin verified-1"), ("mirror", "pin")] {
        let line =
            format!("ls {place}/*.json | sed -n 's/.*[.]\\(.*\\)[.]json/\\1/p' | grep -v ^r1");
        assert_eq!(sandbox.sh(&line).ok().replace('\n', " ").trim(), kinds);
        let words = [
            "backup",
            "prune",
            "--from",
            place,
            "--keep-last",
            "1",
            "-n",
            "--format",
            "json",
        ];
        let plan = sandbox.run(&words).json();
        let reasons = plan["data"]["places"][0]["decisions"][0]["reasons"].to_string();
        assert!(reasons.contains("case "), "{reasons}");
    }
}

#[test]
fn all_means_every_configured_place() {
    let sandbox = Sandbox::prepared();
    let at = |name: &str| sandbox.path(name).display().to_string();
    sandbox
        .sh("cp -a backups mirror && cp -a backups kept")
        .ok();
    let config = format!(
        "[backup]\nto = [{:?}, \"kept\", \"gone\", {:?}]\n\
        [target.kept]\nurl = {:?}\nappend_only = true\n",
        at("backups"),
        at("mirror"),
        at("kept")
    );
    sandbox.write("config.toml", &config, 0o600);
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    let all = ["backup", "rewrap", "--all"];
    let said = sandbox.run(&[&all[..], &["--dry-run"]].concat()).code(3);
    assert_eq!(said.matches("would be rewrapped").count(), 2, "{said}");
    let said = sandbox.run(&[&all[..], &["--yes"]].concat()).code(3);
    for part in [
        format!("At {}:", at("backups")),
        format!("At {}:", at("mirror")),
        "Failed at kept: ".to_owned(),
        "Failed at gone: there is no folder".to_owned(),
    ] {
        assert!(said.contains(&part), "{part}: {said}");
    }
    assert_eq!(said.matches("rewrapped and read back").count(), 2, "{said}");
    assert_eq!(sandbox.sh("ls */*.r1.*.age | wc -l").ok().trim(), "2");
    // An id alone is looked for at the first of them.
    let id = "bkp_5h5b42qwdrnd4jdf";
    let said = sandbox.run(&["backup", "rewrap", id, "--yes"]).ok();
    assert_eq!(said.matches("At ").count(), 1, "{said}");
}

//! The whole life of backups far away, deltas among them: made, listed, verified, restored, copied, rewrapped.

use super::server::{fresh_bucket, sshd, with_cloud};
use crate::sandbox::{Sandbox, skipped};

fn create(sandbox: &Sandbox, seed: &str) -> serde_json::Value {
    let words = [
        "backup", "create", "--to", "cloud", "--delta", "--format", "json",
    ];
    let run = sandbox.run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)]);
    let made = run.json()["data"].clone();
    assert!(made["targets"][0]["error"].is_null(), "{made}");
    made
}

fn listed(sandbox: &Sandbox, place: &str) -> usize {
    let list = sandbox
        .run(&["backup", "list", "--from", place, "--format", "json"])
        .json();
    list["data"]["backups"].as_array().unwrap().len()
}

fn live(sandbox: &Sandbox) {
    let full = create(sandbox, "31");
    let delta = create(sandbox, "32");
    assert_eq!(delta["targets"][0]["kind"], "delta", "{delta}");
    assert_eq!(delta["targets"][0]["base"], full["id"]);
    assert_eq!(listed(sandbox, "cloud"), 2);
    let verify = ["backup", "verify", "--all", "--from", "cloud"];
    sandbox.run(&verify).ok();
    sandbox
        .run(&["backup", "verify", "--quick", "--all", "--from", "cloud"])
        .ok();
    let restore = [
        "backup", "restore", "--latest", "--from", "cloud", "--to", "again",
    ];
    sandbox
        .run_with(&restore, &[("OPTIMACTL_TEST_SEED", "33")])
        .ok();
    sandbox
        .run(&["--store", "again", "store", "check", "--deep"])
        .ok();
    // What a drill says to do by hand is for files that were brought here: stock tools know no such places.
    let drill = [
        "backup",
        "verify",
        "--drill",
        "--latest",
        "--from",
        "cloud",
        "--identity",
        "identity.txt",
        "--everyday",
        "--identity",
        "identity.txt",
        "--output",
        "drill.txt",
    ];
    sandbox.run(&drill).ok();
    let report = std::fs::read_to_string(sandbox.path("drill.txt")).unwrap();
    assert!(report.contains("first bring the files"), "{report}");
    assert!(!report.contains("identity.txt 's"), "{report}");
    let shown = sandbox.run(&["backup", "show", "--latest", "--from", "cloud"]);
    let shown = shown.ok();
    assert!(shown.contains("\nBring here first"), "{shown}");
    let open = shown.lines().last().unwrap();
    assert!(open.starts_with("age -d -i IDENTITY 'store-"), "{shown}");
    assert!(!open.contains("://"), "{shown}");
    // Away from there, and back under another prefix of the same bucket or folder.
    sandbox
        .run(&[
            "backup", "copy", "--latest", "--from", "cloud", "--to", "mirror",
        ])
        .ok();
    assert_eq!(listed(sandbox, "mirror"), 2);
    sandbox
        .run(&[
            "backup", "copy", "--latest", "--from", "mirror", "--to", "other",
        ])
        .ok();
    sandbox
        .run(&["backup", "verify", "--all", "--from", "other"])
        .ok();
    // Nobody who was dropped opens them any more.
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    let rewrap = ["backup", "rewrap", "--all", "--from", "cloud", "--yes"];
    let said = sandbox.run(&rewrap).ok();
    assert_eq!(said.matches("rewrapped and read back").count(), 2, "{said}");
    sandbox.run(&verify).ok();
    let said = sandbox.run(&rewrap).ok();
    assert_eq!(said.matches("already").count(), 2, "{said}");
    let next = create(sandbox, "34");
    assert_eq!(next["targets"][0]["kind"], "delta", "{next}");
    assert_eq!(listed(sandbox, "cloud"), 3);
    sandbox.run(&verify).ok();
    // Only what counts lies there: one file, one manifest for each.
    let shown = sandbox
        .run(&["backup", "list", "--from", "cloud", "--format", "json"])
        .json();
    assert_eq!(
        shown["data"]["ignored"].as_array().unwrap().len(),
        0,
        "{shown}"
    );
}

fn append(sandbox: &Sandbox, text: &str) {
    let config = std::fs::read_to_string(sandbox.path("config.toml")).unwrap();
    sandbox.write("config.toml", &format!("{config}{text}"), 0o600);
}

#[test]
fn object_storage_holds_them() {
    let Some(port) = fresh_bucket("life", "false") else {
        return;
    };
    let sandbox = with_cloud(&format!("http://127.0.0.1:{port}"), "life", "");
    let again = std::fs::read_to_string(sandbox.path("config.toml")).unwrap();
    append(
        &sandbox,
        &again
            .replace("target.cloud", "target.other")
            .replace("life/p", "life/q"),
    );
    append(
        &sandbox,
        &again
            .replace("target.cloud", "target.kept")
            .replace("path_style", "append_only = true\npath_style"),
    );
    live(&sandbox);
    // A place that only takes files keeps the old ones.
    let rewrap = ["backup", "rewrap", "--all", "--from", "kept", "--yes"];
    sandbox.run(&["key", "rotate", "--master"]).ok();
    sandbox.run(&rewrap).fails(5, "only takes files");
}

#[test]
fn a_folder_behind_sftp_holds_them() {
    let Some(sshd) = sshd() else {
        return skipped("there is no `sshd` that starts: SFTP is not tried");
    };
    let at = |name: &str| sshd.folder.path().join(name).display().to_string();
    let sandbox = Sandbox::prepared();
    for (target, folder) in [("cloud", "srv"), ("other", "more/srv")] {
        let known = format!(
            "[target.{target}]\nurl = \"sftp://127.0.0.1:{}{}\"\nidentity_file = \"{}\"\nknown_hosts = \"{}\"\n",
            sshd.server.port,
            at(folder),
            at("user"),
            at("known hosts")
        );
        append(&sandbox, &known);
    }
    live(&sandbox);
    let left: Vec<_> = std::fs::read_dir(sshd.folder.path().join("srv"))
        .unwrap()
        .flatten()
        .collect();
    assert!(
        left.iter()
            .all(|entry| !entry.file_name().to_string_lossy().contains("partial"))
    );
}

#[test]
fn an_append_only_folder_is_not_rewrapped() {
    let sandbox = Sandbox::prepared();
    let folder = sandbox.path("backups").display().to_string();
    append(
        &sandbox,
        &format!("[target.kept]\nurl = \"{folder}\"\nappend_only = true\n"),
    );
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    let before = sandbox.sh("ls backups").ok();
    sandbox
        .run(&["backup", "rewrap", "--all", "--from", "kept", "--yes"])
        .fails(5, "only takes files");
    assert_eq!(sandbox.sh("ls backups").ok(), before);
}

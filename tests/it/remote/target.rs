//! `backup target`: what the configuration names, and trying it out through the program.

use super::server::{make_bucket, shared_moto, sshd};
use crate::sandbox::{Sandbox, skipped};

fn with_targets(text: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    let folder = sandbox.path("").display().to_string();
    sandbox.write("config.toml", &text.replace("DIR/", &folder), 0o600);
    sandbox.write(
        "keys",
        "aws_access_key_id = test\naws_secret_access_key = secret\n",
        0o600,
    );
    sandbox
}

#[test]
fn a_folder_is_tried_out() {
    let sandbox = with_targets("[target.disk]\nurl = \"DIR/disk\"\nappend_only = true\n");
    sandbox
        .run(&["backup", "target", "check", "disk"])
        .fails(14, "there is no folder");
    std::fs::create_dir(sandbox.path("disk")).unwrap();
    sandbox
        .run(&["backup", "target", "check", "disk", "--dry-run"])
        .ok();
    let report = sandbox
        .run(&["backup", "target", "check", "./disk", "--format", "json"])
        .json();
    assert_eq!(report["data"]["tried"]["write_once"], true);
    assert_eq!(report["data"]["tried"]["deletable"], true);
    let told = sandbox.run(&["backup", "target", "check", "disk"]).code(4);
    assert!(told.contains("append_only"), "{told}");
    assert_eq!(std::fs::read_dir(sandbox.path("disk")).unwrap().count(), 0);
}

#[test]
fn object_storage_is_tried_out() {
    let Some(port) = shared_moto() else {
        return skipped("`moto_server` is not installed: object storage is not tried");
    };
    make_bucket(port, "tried", "false");
    let sandbox = with_targets(&format!(
        "[backup]\nto = [\"cloud\"]\n[target.cloud]\nurl = \"s3://tried/p\"\nendpoint = \"http://127.0.0.1:{port}\"\n\
         path_style = true\ninsecure_http = true\ncredentials_file = \"DIR/keys\"\nlock_mode = \"governance\"\nlock_days = 30\n"
    ));
    let told = sandbox.run(&["backup", "target", "check", "cloud"]).code(4);
    assert!(
        told.contains("refuses a second file of the same name: yes"),
        "{told}"
    );
    assert!(told.contains("locks nothing"), "{told}");
    let listed = sandbox
        .run(&["backup", "target", "list", "--format", "json"])
        .json();
    assert_eq!(listed["data"][0]["lock"], "governance 30d");
    assert_eq!(listed["data"][0]["used"], true);
    sandbox.write(
        "keys",
        "aws_access_key_id = test\naws_secret_access_key = secret\n",
        0o640,
    );
    sandbox
        .run(&["backup", "target", "check", "cloud"])
        .fails(5, "others can read");
}

#[test]
fn a_folder_behind_sftp_is_tried_out() {
    let Some(sshd) = sshd() else {
        return skipped("there is no `sshd` that starts: SFTP is not tried");
    };
    let at = |name: &str| sshd.folder.path().join(name).display().to_string();
    let sandbox = with_targets(&format!(
        "[target.nas]\nurl = \"sftp://127.0.0.1:{}{}\"\nidentity_file = \"{}\"\nknown_hosts = \"{}\"\n",
        sshd.server.port,
        at("srv"),
        at("user"),
        at("known hosts")
    ));
    let told = sandbox.run(&["backup", "target", "check", "nas"]).ok();
    assert!(
        told.contains("refuses a second file of the same name: yes"),
        "{told}"
    );
    drop(sshd);
    sandbox
        .run(&["backup", "target", "check", "nas"])
        .fails(16, "the connection to");
}

#[test]
fn targets_that_cannot_be_meant_are_refused() {
    for (table, code, text) in [
        ("endpoint = \"http://127.0.0.1:1\"\n", 5, "is plain `http`"),
        (
            "endpoint = \"http://s3.example\"\ninsecure_http = true\n",
            5,
            "in the clear",
        ),
        ("lock_mode = \"governance\"\n", 2, "needs both"),
        (
            "lock_mode = \"strict\"\nlock_days = 3\n",
            2,
            "is not a lock mode",
        ),
        (
            "lock_mode = \"governance\"\nlock_days = 0\n",
            2,
            "is not 1 to 36500",
        ),
        (
            "known_hosts = \"/x\"\n",
            2,
            "means nothing for object storage",
        ),
        ("profile = \"other\"\n", 2, "no key for the profile `other`"),
    ] {
        let config = format!(
            "[target.cloud]\nurl = \"s3://bucket/p\"\ncredentials_file = \"DIR/keys\"\n{table}"
        );
        let sandbox = with_targets(&config);
        sandbox
            .run(&["backup", "target", "check", "cloud"])
            .fails(code, text);
        sandbox.run(&["backup", "target", "list"]).code(4);
    }
    let sandbox = with_targets("[target.cloud]\nregoin = \"x\"\n");
    sandbox
        .run(&["config", "show"])
        .fails(2, "did you mean `region`?");
    sandbox.write(
        "config.toml",
        "[target.cloud]\nurl = \"s3://bucket\"\n",
        0o600,
    );
    sandbox
        .run(&["backup", "target", "check", "cloud"])
        .fails(2, "credentials_file");
    sandbox
        .run(&["backup", "target", "check", "gopher://x"])
        .fails(2, "is not a place");
    let shown = sandbox.run(&["config", "show", "target.cloud.url"]).ok();
    assert!(shown.contains("s3://bucket"), "{shown}");
}

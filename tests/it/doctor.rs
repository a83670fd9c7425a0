//! `doctor`, `status` and `store check` on stores that something happened to: each says so, and what mends it.

use std::fs;

use crate::sandbox::Sandbox;

const PUT_BACK: &str = "`optimactl backup restore --latest --from PLACE --replace`";

/// Overwrites a part of a file in its middle.
fn damage(sandbox: &Sandbox, name: &str) {
    let mut bytes = fs::read(sandbox.path(name)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 3000].fill(b'x');
    fs::write(sandbox.path(name), bytes).unwrap();
}

#[test]
fn a_damaged_page_is_found() {
    let sandbox = Sandbox::prepared();
    let well = sandbox.run(&["doctor", "-v"]).stdout;
    assert!(well.contains("OK\tpages\t"), "{well}");
    damage(&sandbox, "store/store.db");
    let said = sandbox.run(&["doctor"]).code(13);
    let pages = said.lines().find(|line| line.contains("pages")).unwrap();
    assert!(pages.starts_with("DAMAGE"), "{said}");
    assert!(pages.contains("optimactl store check"), "{said}");
    assert!(
        pages.contains("optimactl backup restore --latest --replace"),
        "{said}"
    );
    sandbox.run(&["store", "check"]).fails(13, PUT_BACK);
}

#[test]
fn what_is_missing_is_told_with_what_brings_it_back() {
    for lost in ["keyring.age", "slots", "rights.journal", "store.db"] {
        let sandbox = Sandbox::prepared();
        let (path, away) = (sandbox.path("store").join(lost), sandbox.path("away"));
        fs::rename(path, away).unwrap();
        let said = sandbox.run(&["doctor"]).code(13);
        assert!(said.contains("DAMAGE") && said.contains(PUT_BACK), "{said}");
        assert!(!said.contains("optimactl init"), "{said}");
        sandbox.run(&["store", "check"]).fails(13, PUT_BACK);
        let line = "optimactl backup restore --latest --from backups --replace --reason test --confirm store";
        sandbox.sh(line).ok();
        sandbox.run(&["store", "check"]).ok();
    }
}

#[test]
fn a_backup_job_that_failed_last_is_told_until_one_succeeds() {
    let sandbox = Sandbox::prepared();
    sandbox.sh("cp -a backups bad").ok();
    let files = fs::read_dir(sandbox.path("bad")).unwrap();
    let mut names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let name = names.find(|name| name.ends_with(".db.zst.age")).unwrap();
    damage(&sandbox, &format!("bad/{name}"));
    let verify = |place: &str| sandbox.run(&["backup", "verify", "--all", "--from", place]);
    let told = |command: &str| {
        let said = sandbox.run(&[command]).stdout;
        assert_eq!(
            said.contains("optimactl audit show "),
            said.contains("the last `backup verify` failed (event "),
            "{said}"
        );
        said.contains("the last `backup verify` failed")
    };
    assert!(!told("status") && !told("doctor"));
    verify("bad").code(13);
    assert!(told("status") && told("doctor"));
    verify("backups").ok();
    assert!(!told("status") && !told("doctor"));
}

#[test]
fn an_older_pinned_key_is_a_note() {
    let sandbox = Sandbox::prepared();
    let listed = sandbox.run(&["key", "list", "--format", "json"]).json();
    let pinned = listed["data"]["vkey"].as_str().unwrap().to_owned();
    let config = format!("audit.vkey = \"{pinned}\"\n");
    sandbox.write("config.toml", &config, 0o600);
    let told = || {
        let said = sandbox.run(&["doctor", "-v"]).stdout;
        said.contains("NOTE\tpinned key\tthe configuration names an older key")
    };
    assert!(!told());
    sandbox.run(&["key", "rotate", "--signing"]).ok();
    assert!(told());
}

#[test]
fn a_passphrase_that_was_removed_was_there_once() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    sandbox
        .sh("unset OPTIMACTL_IDENTITY; optimactl store check --passphrase-file passphrase.txt")
        .fails(12, "no unlocker of this store is a passphrase");
}

//! `backup create --delta`: the documented lines open it with stock tools, it restores, is rewrapped, and its base
//! stays as long as it does.

use crate::sandbox::Sandbox;

fn create(sandbox: &Sandbox, seed: &str) -> serde_json::Value {
    let words = [
        "backup", "create", "--to", "backups", "--delta", "--format", "json",
    ];
    let run = sandbox.run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)]);
    let made = run.json()["data"].clone();
    assert!(made["targets"][0]["error"].is_null(), "{made}");
    made
}

/// A full one and a delta against it.
fn with_delta() -> (Sandbox, serde_json::Value, serde_json::Value) {
    let sandbox = Sandbox::prepared();
    let full = create(&sandbox, "31");
    let because = full["full_because"].as_str().unwrap();
    assert!(because.contains("no full backup"), "{because}");
    let delta = create(&sandbox, "32");
    assert_eq!(delta["targets"][0]["kind"], "delta");
    assert_eq!(delta["targets"][0]["base"], full["id"]);
    (sandbox, full, delta)
}

#[test]
fn the_shown_line_opens_a_delta_with_stock_tools() {
    for tool in ["age", "zstd", "sqlite3", "python3"] {
        if std::process::Command::new(tool)
            .arg("--version")
            .output()
            .is_err()
        {
            crate::sandbox::skipped(&format!("`{tool}` is not installed"));
            return;
        }
    }
    let (sandbox, ..) = with_delta();
    let words = [
        "backup", "show", "--latest", "--from", "backups", "--format", "json",
    ];
    let shown = sandbox.run(&words).json()["data"].clone();
    let line = shown["open_with"].as_str().unwrap();
    let text = sandbox.run(&["backup", "show", "--latest", "--from", "backups"]);
    assert_eq!(text.ok().lines().last(), Some(line));
    let line = line.replace("IDENTITY", "identity.txt");
    std::fs::write(
        sandbox.path("apply.py"),
        include_str!("../../src/store/backup/delta/apply.py"),
    )
    .unwrap();
    let said = sandbox
        .sh(&format!(
            "{line} && sqlite3 store.db 'pragma integrity_check; select name from account' && sha256sum < store.db"
        ))
        .ok();
    assert!(said.starts_with("ok\n") && said.contains("mira"), "{said}");
    let image = shown["manifest"]["image"]["sha256"].as_str().unwrap();
    assert!(said.contains(image), "{said}");
}

#[test]
fn a_delta_is_listed_verified_and_restored_and_its_base_stays() {
    let (sandbox, full, delta) = with_delta();
    let (base, id) = (full["id"].as_str().unwrap(), delta["id"].as_str().unwrap());
    let listed = sandbox.run(&["backup", "list", "--from", "backups"]).ok();
    assert!(
        listed.contains("delta") && listed.contains("full"),
        "{listed}"
    );
    let verify = ["backup", "verify", "--all", "--from", "backups"];
    sandbox.run(&verify).ok();
    sandbox
        .run(&["backup", "verify", "--quick", "--all", "--from", "backups"])
        .ok();
    let words = [
        "backup", "restore", "--latest", "--from", "backups", "--to", "again",
    ];
    sandbox
        .run_with(&words, &[("OPTIMACTL_TEST_SEED", "33")])
        .ok();
    sandbox
        .run(&["--store", "again", "store", "check", "--deep"])
        .ok();
    sandbox
        .run(&[
            "backup", "pin", id, "--from", "backups", "--reason", "case 7",
        ])
        .ok();
    let words = [
        "backup",
        "prune",
        "--from",
        "backups",
        "--keep-last",
        "1",
        "--no-trash",
        "--yes",
        "--format",
        "json",
        "--max",
        "9",
    ];
    let pruned = sandbox.run(&words).json();
    let decisions = pruned["data"]["places"][0]["decisions"].as_array().unwrap();
    let of = |id: &str| decisions.iter().find(|one| one["id"] == id).unwrap()["verdict"].clone();
    assert_eq!((of(base), of(id)), ("keep".into(), "keep".into()));
    sandbox.run(&["backup", "list", "--from", "backups"]).ok();
    // Damage is named by its file.
    let file = full["targets"][0]["file"].as_str().unwrap();
    for damaged in [file, delta["targets"][0]["file"].as_str().unwrap()] {
        let whole = std::fs::read(damaged).unwrap();
        let mut bytes = whole.clone();
        let last = bytes.len() - 20;
        bytes[last] ^= 1;
        std::fs::write(damaged, bytes).unwrap();
        let name = damaged.rsplit('/').next().unwrap();
        let words = ["backup", "restore", id, "--from", "backups", "--to", "bad"];
        sandbox
            .run(&words)
            .fails(13, &format!("`{name}` is damaged"));
        std::fs::write(damaged, whole).unwrap();
    }
    // Its base gone: found, and refused.
    std::fs::remove_file(file).unwrap();
    sandbox
        .run(&["backup", "list", "--from", "backups"])
        .code(13);
    sandbox
        .run(&["backup", "verify", id, "--quick", "--from", "backups"])
        .code(13);
    let words = ["backup", "restore", id, "--from", "backups", "--to", "more"];
    sandbox.run(&words).fails(13, "is a delta");
    let next = create(&sandbox, "34");
    assert_eq!(next["targets"][0]["kind"], "full");
}

#[test]
fn a_rewrapped_base_and_delta_still_open() {
    let (sandbox, _, delta) = with_delta();
    sandbox
        .sh("age-keygen 2> /dev/null | sed -n 's/# public key: //p' > new.pub; true")
        .ok();
    let key = std::fs::read_to_string(sandbox.path("new.pub")).unwrap_or_default();
    if !key.starts_with("age1") {
        crate::sandbox::skipped("`age-keygen` is not installed");
        return;
    }
    let words = [
        "backup",
        "rewrap",
        "--all",
        "--from",
        "backups",
        "--recipient",
        key.trim(),
        "--yes",
    ];
    sandbox.run(&words).ok();
    let id = delta["id"].as_str().unwrap();
    sandbox
        .run(&["backup", "verify", id, "--from", "backups"])
        .ok();
    sandbox.run(&["backup", "list", "--from", "backups"]).ok();
    let next = create(&sandbox, "35");
    assert_eq!(next["targets"][0]["kind"], "delta");
}

#[test]
fn a_delta_is_copied_with_its_base() {
    let (sandbox, full, delta) = with_delta();
    let words = [
        "backup", "copy", "--latest", "--from", "backups", "--to", "mirror",
    ];
    sandbox.run(&words).ok();
    let listed = sandbox.run(&["backup", "list", "--from", "mirror"]).ok();
    for made in [full, delta] {
        let id = made["id"].as_str().unwrap();
        assert!(listed.contains(id), "{id} is not in {listed}");
    }
    sandbox
        .run(&["backup", "verify", "--all", "--from", "mirror"])
        .ok();
}

/// Whatever is wrong with the base, a backup is made, and it is said why it is a full one.
#[test]
fn a_base_that_does_not_serve_any_more_means_a_full_backup() {
    let (sandbox, full, _) = with_delta();
    let is_full = |seed: &str, because: &str| {
        let made = create(&sandbox, seed);
        assert_eq!(made["targets"][0]["kind"], "full", "{made}");
        let said = made["full_because"].as_str().unwrap_or_default().to_owned();
        assert!(said.contains(because), "{said}");
    };
    // A byte of it turned on the disk.
    let file = full["targets"][0]["file"].as_str().unwrap();
    let mut bytes = std::fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(file, bytes).unwrap();
    is_full("41", "cannot be read");
    assert_eq!(create(&sandbox, "42")["targets"][0]["kind"], "delta");
    // Other keys: what the new master identity cannot open cannot be read back.
    sandbox.run(&["key", "rotate", "--master"]).ok();
    is_full("43", "opens for fewer");
    assert_eq!(create(&sandbox, "44")["targets"][0]["kind"], "delta");
    // An unlocker more: with a delta alone it would open nothing.
    sandbox.write("pass.txt", "nine geese cross the harbor\n", 0o600);
    sandbox
        .run(&["key", "add", "late", "--new-passphrase-file", "pass.txt"])
        .ok();
    is_full("45", "opens for fewer");
}

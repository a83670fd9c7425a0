//! `backup`: what is made opens with stock tools, every changed byte is noticed, a kill at any moment or a
//! full disk leaves nothing half done.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;

/// The files of `backups` that end like this.
fn files(sandbox: &Sandbox, folder: &str, ending: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(sandbox.path(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    names
}

fn installed(tools: &[&str]) -> bool {
    tools.iter().all(|tool| {
        let found = Command::new(tool)
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok();
        if !found {
            crate::sandbox::skipped(&format!("`{tool}` is not installed"));
        }
        found
    })
}

#[test]
fn stock_tools_open_a_backup() {
    if !installed(&["age", "zstd", "sqlite3"]) {
        return;
    }
    let sandbox = Sandbox::prepared();
    let file = files(&sandbox, "backups", ".db.zst.age").remove(0);
    let said = sandbox.sh(&format!(
        "age -d -i identity.txt backups/{file} | zstd -d > x.db &&
         sqlite3 x.db 'pragma integrity_check; select name from account order by name' && sha256sum < x.db"
    ));
    let said = said.ok();
    assert!(said.starts_with("ok\n"), "{said}");
    assert!(said.contains("mira"), "{said}");
    let shown = sandbox.run(&[
        "backup", "show", "--latest", "--from", "backups", "--format", "json",
    ]);
    let shown = shown.json();
    let image = shown["data"]["manifest"]["image"]["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(said.contains(&image), "{said}");
}

#[test]
fn a_bare_machine_restores_with_the_folder_and_an_unlocker() {
    let sandbox = Sandbox::prepared();
    for unlocker in [
        ["--identity", "identity.txt"],
        ["--passphrase-file", "passphrase.txt"],
    ] {
        std::fs::remove_dir_all(sandbox.path("again")).ok();
        let mut words = vec![
            "backup", "restore", "--latest", "--from", "backups", "--to", "again",
        ];
        words.extend(["--store", "nowhere"]);
        words.extend(unlocker);
        sandbox
            .run_with(&words, &[("OPTIMACTL_TEST_SEED", "8")])
            .ok();
        sandbox
            .run(&["--store", "again", "store", "check", "--deep"])
            .ok();
        sandbox
            .run(&["--store", "again", "account", "show", "mira"])
            .ok();
    }
}

#[test]
fn backups_outlive_every_rotation() {
    let sandbox = Sandbox::prepared();
    let verify = ["backup", "verify", "--all", "--from", "backups"];
    for (seed, flag) in [
        ("a", None),
        ("b", Some("--signing")),
        ("c", Some("--master")),
    ] {
        let words: Vec<&str> = ["key", "rotate"].into_iter().chain(flag).collect();
        sandbox
            .run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)])
            .ok();
        sandbox.run(&verify).ok();
        let create = ["backup", "create", "--to", "backups"];
        sandbox
            .run_with(&create, &[("OPTIMACTL_TEST_SEED", seed)])
            .ok();
        sandbox.run(&verify).ok();
    }
    let first = files(&sandbox, "backups", ".db.zst.age").remove(0);
    let first = format!("backups/{first}");
    sandbox
        .run(&["backup", "restore", &first, "--to", "again"])
        .ok();
    sandbox
        .run(&["--store", "again", "store", "check", "--deep"])
        .ok();
}

#[test]
fn changed_bytes_are_13() {
    let sandbox = Sandbox::prepared();
    for ending in [".db.zst.age", ".json"] {
        let path = sandbox
            .path("backups")
            .join(files(&sandbox, "backups", ending).remove(0));
        let sound = std::fs::read(&path).unwrap();
        for at in (0..sound.len()).step_by(sound.len() / 12) {
            let mut changed = sound.clone();
            changed[at] ^= 1;
            std::fs::write(&path, &changed).unwrap();
            for words in [&["--quick", "--all"][..], &["--all"]] {
                let words = [&["backup", "verify", "--from", "backups"], words].concat();
                let code = sandbox.run(&words).code;
                assert_eq!(code, 13, "{} byte {at}", path.display());
            }
        }
        std::fs::write(&path, &sound).unwrap();
    }
    sandbox
        .run(&["backup", "verify", "--all", "--from", "backups"])
        .ok();
}

/// `OPTIMACTL_KILLS` sets how often.
#[test]
fn a_kill_at_any_moment_leaves_no_half_backup_and_no_half_store() {
    let sandbox = Sandbox::prepared();
    let kills: u32 = std::env::var("OPTIMACTL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(12);
    let create = ["backup", "create", "--to", "backups"];
    let restore = [
        "backup", "restore", "--latest", "--from", "backups", "--to", "again",
    ];
    let whole = Instant::now();
    sandbox
        .run_with(&create, &[("OPTIMACTL_TEST_SEED", "first")])
        .ok();
    let whole = whole.elapsed();
    for kill in 0..kills {
        let moment = whole.mul_f64(f64::from(kill) / f64::from(kills));
        let seed = format!("kill {kill}");
        for words in [&create[..], &restore] {
            let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
            let command = command.args(words).env("OPTIMACTL_TEST_SEED", &seed);
            let mut child = command.spawn().unwrap();
            std::thread::sleep(moment + Duration::from_micros(100));
            child.kill().ok();
            child.wait().unwrap();
        }
        sandbox
            .run(&["backup", "verify", "--quick", "--all", "--from", "backups"])
            .ok();
        // Either nothing is there, then it can be restored; or a whole store.
        let code = sandbox.run(&restore).code;
        assert!(code == 0 || code == 15, "kill {kill}: {code}");
        sandbox.run(&["--store", "again", "store", "check"]).ok();
        std::fs::remove_dir_all(sandbox.path("again")).unwrap();
    }
    sandbox
        .run_with(&create, &[("OPTIMACTL_TEST_SEED", "last")])
        .ok();
    assert!(files(&sandbox, "backups", ".partial").is_empty());
}

#[test]
fn a_full_disk_leaves_nothing() {
    let sandbox = Sandbox::prepared();
    std::fs::create_dir(sandbox.path("tiny")).unwrap();
    let said = sandbox.sh(
        "unshare -Urm sh -c 'mount -t tmpfs -o size=1300k none tiny || exit 77
         head -c 1200k /dev/zero > tiny/filler; optimactl backup create --to tiny/b; echo $?
         find tiny -mindepth 1 ! -name filler'",
    );
    if said.code == 77 || said.code == 1 && said.stdout.is_empty() {
        crate::sandbox::skipped(&format!(
            "no user namespace with a tmpfs here: {}",
            said.stderr
        ));
        return;
    }
    assert_eq!(said.ok(), "17\n");
}

#[test]
fn without_a_folder_the_catalog_tells_where() {
    let sandbox = Sandbox::prepared();
    let create = ["backup", "create", "--to", "backups", "--label", "own"];
    sandbox.run(&create).ok();
    sandbox
        .run(&["backup", "verify", "--restore-test", "--latest"])
        .ok();
    sandbox.run(&["backup", "verify"]).ok();
    assert!(sandbox.run(&["backup", "list"]).ok().contains("bkp_"));
    sandbox.run(&["backup", "show", "--latest"]).ok();
    let status = sandbox.run(&["status", "--format", "json"]);
    let said = status.stdout;
    assert!(!said.contains("\"backup_restored\":null"), "{said}");
    let lost = sandbox.run(&["backup", "restore", "nosuchid", "--to", "again"]);
    assert_eq!(lost.code, 14, "{}", lost.stderr);
    assert!(
        lost.stderr.contains("optimactl backup list --from /"),
        "{}",
        lost.stderr
    );
    assert!(!sandbox.path("again").exists());
    std::fs::write(sandbox.path("afile"), "").unwrap();
    let refused = sandbox.run(&["backup", "create", "--to", "afile"]);
    assert!(
        refused.stderr.contains("is not a folder"),
        "{}",
        refused.stderr
    );
}

#[test]
fn a_pinned_key_outlives_restore_and_rotation_and_the_newest_backup_is_missed() {
    let sandbox = Sandbox::prepared();
    let listed = sandbox.run(&["key", "list", "--format", "json"]).ok();
    let mut words = listed.split(['"', '\\', ' ', '\n']);
    let key = words
        .find(|word| word.starts_with("optimactl/") && word.contains('+'))
        .unwrap()
        .to_owned();
    let restore = ["backup", "restore", "--latest", "--from", "backups"];
    let pinned = ["--vkey", &key, "--to", "again"];
    sandbox.run(&[&restore[..], &pinned].concat()).ok();
    let rotate = ["--store", "again", "key", "rotate", "--signing"];
    sandbox.run(&rotate).ok();
    let create = ["--store", "again", "backup", "create", "--to", "more/"];
    sandbox.run(&create).ok();
    let verify = ["backup", "verify", "--from", "more", "--vkey", &key];
    sandbox
        .run(&[&verify[..], &["--store", "nowhere"]].concat())
        .ok();
    // The newest one is taken away, then every manifest is changed.
    std::fs::remove_file(
        sandbox
            .path("more")
            .join(&files(&sandbox, "more", ".json")[0]),
    )
    .unwrap();
    std::fs::remove_file(
        sandbox
            .path("more")
            .join(&files(&sandbox, "more", ".age")[0]),
    )
    .unwrap();
    let list = ["--store", "again", "backup", "list", "--from", "more"];
    assert_eq!(sandbox.run(&list).code, 13);
    for name in files(&sandbox, "backups", ".json") {
        let path = sandbox.path("backups").join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("\"level\":", "\"level\":1")).unwrap();
    }
    let code = sandbox.run(&["backup", "verify", "--from", "backups"]).code;
    assert_eq!(code, 13);
    assert_eq!(
        sandbox
            .run(&[&restore[..], &["--to", "third"]].concat())
            .code,
        13
    );
}

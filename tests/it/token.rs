//! Tokens through the program: shown once, rotated by one of many, revoked while they are being checked.

use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use serde_json::json;

use crate::sandbox::Sandbox;

fn with_service() -> Sandbox {
    let sandbox = Sandbox::prepared();
    let words = [
        "account",
        "create",
        "bot",
        "--kind",
        "service",
        "--no-password",
    ];
    sandbox.run(&words).ok();
    sandbox
}

fn create(sandbox: &Sandbox, file: &str) -> String {
    let words = [
        "token", "create", "bot", "--name", "main", "--scope", "mail.*", "--output", file,
        "--format", "json",
    ];
    let made = sandbox.run(&words).json();
    assert!(made["data"].get("token").is_none());
    made["data"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_service_lives_by_its_token() {
    let sandbox = with_service();
    let id = create(&sandbox, "a.token");
    let token = std::fs::read_to_string(sandbox.path("a.token")).unwrap();
    let mode = std::fs::metadata(sandbox.path("a.token"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let verify = [
        "token",
        "verify",
        "--token-file",
        "a.token",
        "--scope",
        "mail.send",
        "--format",
        "json",
    ];
    let answer = sandbox.run(&verify).json();
    assert_eq!(answer["data"]["account"], "bot");
    assert_eq!(answer["data"]["ok"], true);
    // Its account has neither password nor factor, and shows what it has.
    let shown = sandbox
        .run(&["account", "show", "bot", "--format", "json"])
        .json();
    assert_eq!(
        (&shown["data"]["tokens"], &shown["data"]["sessions"]),
        (&json!(1), &json!(0))
    );
    assert_eq!(shown["data"]["last_sign_in"], "2026-11-22T12:00:00Z");
    sandbox.run(&["account", "disable", "bot"]).ok();
    assert!(
        sandbox
            .run(&verify)
            .code(7)
            .contains("\"reason\":\"barred\"")
    );
    sandbox.run(&["account", "enable", "bot"]).ok();
    sandbox.run(&verify).ok();
    let wide = [
        "token",
        "verify",
        "--token-file",
        "a.token",
        "--scope",
        "admin",
    ];
    assert!(sandbox.run(&wide).code(5).contains("not for this"));
    sandbox.run(&["token", "revoke", &id]).fails(5, "--yes");
    sandbox.run(&["token", "revoke", &id, "--yes"]).ok();
    assert!(
        sandbox
            .run(&verify)
            .code(6)
            .contains("\"reason\":\"revoked\"")
    );
    // Nothing that can be read holds the token.
    let everything = sandbox.sh("optimactl token list --all --format json; optimactl audit list --format json; optimactl account history bot --format json");
    assert!(!everything.ok().contains(token.trim()));
    sandbox
        .run_input(
            &["token", "verify", "--token-stdin"],
            &format!("{}x", token.trim()),
        )
        .code(6);
    sandbox
        .run(&["token", "verify", "--token-file", "a.token", "--dry-run"])
        .fails(2, "no `--dry-run`");
    let listed = sandbox.run(&[
        "token",
        "list",
        "bot",
        "--all",
        "--filter",
        "refused>=1d",
        "--fields",
        "id,refused",
    ]);
    assert!(listed.ok().starts_with(&id));
}

#[test]
fn of_parallel_rotations_one_wins() {
    let sandbox = with_service();
    let id = create(&sandbox, "a.token");
    let children: Vec<_> = (0..6)
        .map(|number| {
            let overlap = format!("{}h", number + 1);
            sandbox
                .command(env!("CARGO_BIN_EXE_optimactl"))
                .args([
                    "token",
                    "rotate",
                    &id,
                    "--overlap",
                    &overlap,
                    "--wait",
                    "50s",
                ])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    let mut codes: Vec<i32> = children
        .into_iter()
        .map(|mut child| child.wait().unwrap().code().unwrap())
        .collect();
    codes.sort_unstable();
    assert_eq!(codes, [0, 15, 15, 15, 15, 15]);
    let listed = sandbox
        .run(&["token", "list", "bot", "--fields", "state"])
        .ok();
    assert_eq!(listed.lines().count(), 2, "{listed}");
    let chain = sandbox
        .run(&["token", "show", &id, "--format", "json"])
        .json();
    assert_eq!(chain["data"]["state"], "rotated");
    let next = chain["data"]["replaced_by"].as_str().unwrap();
    let next = sandbox
        .run(&["token", "show", next, "--format", "json"])
        .json();
    assert_eq!(next["data"]["replaces"], id);
}

#[test]
fn once_revoked_no_check_takes_it() {
    let sandbox = with_service();
    let id = create(&sandbox, "a.token");
    let checks: Vec<_> = (0..6)
        .map(|_| {
            sandbox
                .command("sh")
                .args([
                    "-c",
                    "for n in 1 2 3; do optimactl token verify --token-file a.token; echo $?; done",
                ])
                .spawn()
                .unwrap()
        })
        .collect();
    sandbox
        .run(&["token", "revoke", &id, "--yes", "--wait", "50s"])
        .ok();
    let after = ["token", "verify", "--token-file", "a.token"];
    sandbox.run(&after).code(6);
    for child in checks {
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let codes: Vec<&str> = text.lines().filter(|line| line.len() == 1).collect();
        // Taken until it was revoked, and never again.
        let turned = codes
            .iter()
            .position(|code| *code == "6")
            .unwrap_or(codes.len());
        assert!(codes[..turned].iter().all(|code| *code == "0"), "{codes:?}");
        assert!(codes[turned..].iter().all(|code| *code == "6"), "{codes:?}");
    }
}

#[test]
fn a_killed_rotation_leaves_the_old_token_or_two() {
    let sandbox = with_service();
    let mut id = create(&sandbox, "a.token");
    for delay in [0, 2, 5, 10, 20, 40, 80] {
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args([
                "token",
                "rotate",
                &id,
                "--overlap",
                &format!("{}m", delay + 1),
            ])
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(delay));
        child.kill().ok();
        child.wait().unwrap();
        let shown = sandbox
            .run(&["token", "show", &id, "--format", "json"])
            .json();
        let states = sandbox
            .run(&[
                "token",
                "list",
                "bot",
                "--filter",
                "state=active",
                "--fields",
                "id",
            ])
            .ok();
        assert_eq!(
            states.lines().count(),
            1,
            "one is active, whatever happened"
        );
        if let Some(next) = shown["data"]["replaced_by"].as_str() {
            next.clone_into(&mut id);
        }
        assert_eq!(states.trim(), id);
    }
    sandbox.run(&["audit", "verify"]).ok();
    sandbox.run(&["store", "check"]).ok();
}

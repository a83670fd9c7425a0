//! Second factors and sign-ins through the program, with real counterparts: `oathtool` computes the codes,
//! `zbarimg` reads the pictures; and many processes that want the same code.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use crate::sandbox::{Sandbox, TIME};

const PASSWORD: &str = "seven geese walk to Utrecht";

/// Whether a counterpart is installed; says so where it is not.
fn installed(program: &str) -> bool {
    let there = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !there {
        crate::sandbox::skipped(&format!("`{program}` is not installed"));
    }
    there
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let _made = sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    let made = sandbox.run_input(
        &[
            "account",
            "create",
            "mira",
            "--email",
            "mira@mail.example",
            "--password-stdin",
        ],
        PASSWORD,
    );
    let _made = made.ok();
    sandbox
}

/// The code of `secret` at `time`, as another program computes it.
fn code(secret: &str, time: &str) -> String {
    let now = time.replace('T', " ").replace('Z', " UTC");
    let output = Command::new("oathtool")
        .args(["--totp", "-b", "-N", &now, secret])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Enrolls mira and gives the secret and the recovery codes.
fn enrolled(sandbox: &Sandbox) -> (String, Vec<String>) {
    let json = ["2fa", "enroll", "mira", "--format", "json"];
    let secret = sandbox.run(&json).json()["data"]["secret"]
        .as_str()
        .unwrap()
        .to_owned();
    let confirmed = sandbox.run_input(
        &["2fa", "confirm", "mira", "--code-stdin", "--format", "json"],
        &code(&secret, TIME),
    );
    let codes = confirmed.json()["data"]["recovery_codes"].clone();
    (secret, serde_json::from_value(codes).unwrap())
}

/// Starts `count` processes at once that read the same input, and counts the exit codes 0.
fn race(sandbox: &Sandbox, count: usize, words: &[&str], input: &str, time: &str) -> usize {
    let start = |_| -> Child {
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args(words)
            .env("OPTIMACTL_TEST_TIME", time)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child
    };
    let children: Vec<Child> = (0..count).map(start).collect();
    let codes: Vec<i32> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap().status.code().unwrap())
        .collect();
    assert!(codes.iter().all(|code| [0, 6].contains(code)), "{codes:?}");
    codes.iter().filter(|code| **code == 0).count()
}

#[test]
fn codes_of_oathtool_work_once_even_for_many_processes_at_once() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let (secret, recovery) = enrolled(&sandbox);
    let verify = ["2fa", "verify", "mira", "--code-stdin", "--wait", "1m"];
    let confirming = sandbox.run_input(&verify, &code(&secret, TIME));
    confirming.fails(6, "not accepted");
    for (count, time) in [(20, "2026-11-22T13:00:00Z"), (50, "2026-11-22T15:00:00Z")] {
        let code = code(&secret, time);
        assert_eq!(race(&sandbox, count, &verify, &code, time), 1);
    }
    let time = "2026-11-22T17:00:00Z";
    assert_eq!(race(&sandbox, 20, &verify, &recovery[4], time), 1);
    let status = sandbox.run(&["2fa", "recovery", "status", "mira", "--format", "json"]);
    assert_eq!(status.json()["data"]["left"], 9);
}

#[test]
fn there_is_one_pending_factor_at_most_and_none_is_told_before_a_code_is_asked_for() {
    let sandbox = sandbox();
    let confirm = ["2fa", "confirm", "mira"];
    sandbox.run(&confirm).fails(15, "no factor to confirm");
    let enroll = || sandbox.run(&["2fa", "enroll", "mira"]).ok();
    assert!(!enroll().contains("replaces"));
    assert!(enroll().contains("it replaces the one that was pending"));
    sandbox.run(&confirm).fails(5, "--code-stdin");
    let status = sandbox.run(&["2fa", "status", "mira", "--format", "json"]);
    assert_eq!(status.json()["data"]["list"].as_array().unwrap().len(), 1);
    let recorded = sandbox
        .run(&["audit", "list", "--action", "2fa.confirm"])
        .ok();
    assert_eq!(recorded.lines().count(), 1, "{recorded}");
}

#[test]
fn the_picture_is_read_by_zbarimg() {
    if !installed("zbarimg") {
        return;
    }
    let sandbox = sandbox();
    let words = [
        "2fa", "enroll", "mira", "--output", "mira.png", "--format", "json",
    ];
    let uri = sandbox.run(&words).json()["data"]["uri"].clone();
    let read = sandbox.sh("zbarimg --raw -q mira.png").ok();
    assert_eq!(read.trim(), uri.as_str().unwrap());
    let _made = sandbox
        .run(&["2fa", "enroll", "mira", "--output", "mira.svg"])
        .ok();
    let svg = std::fs::read_to_string(sandbox.path("mira.svg")).unwrap();
    assert!(svg.starts_with("<svg "));
    sandbox
        .run(&["2fa", "enroll", "mira", "--output", "mira.gif"])
        .fails(2, ".svg");
}

#[test]
fn a_sign_in_takes_password_and_code_together() {
    if !installed("oathtool") {
        return;
    }
    let sandbox = sandbox();
    let (secret, recovery) = enrolled(&sandbox);
    let later = "2026-11-22T13:00:00Z";
    let check = |code: &str| {
        let asked = serde_json::json!({"account": "mira", "password": PASSWORD, "code": code});
        let line =
            format!("printf '%s' '{asked}' | OPTIMACTL_TEST_TIME={later} optimactl auth check");
        sandbox.sh(&line)
    };
    let fresh = code(&secret, later);
    let answer = check(&fresh).json();
    assert_eq!(answer["ok"], true);
    assert_eq!(answer["must_change"], true);
    let again: serde_json::Value = serde_json::from_str(&check(&fresh).code(6)).unwrap();
    assert_eq!(again["reason"], "code-rejected");
    assert_eq!(check(&recovery[0]).json()["ok"], true);
    let bare = format!("{{\"account\":\"mira\",\"password\":\"{PASSWORD}\"}}");
    let answer = sandbox.run_input(&["auth", "check"], &bare).code(6);
    assert!(answer.contains("code-needed"));
}

#[test]
fn wrong_password_and_unknown_account_are_answered_alike_and_a_lock_only_to_the_holder() {
    let sandbox = sandbox();
    let check = |account: &str, password: &str| {
        let asked = serde_json::json!({"account": account, "password": password});
        sandbox.run_input(&["auth", "check"], &asked.to_string())
    };
    let wrong = check("mira", "wrong");
    let unknown = check("nobody", "wrong");
    assert_eq!(
        (wrong.code, &wrong.stdout, &wrong.stderr),
        (6, &unknown.stdout, &unknown.stderr)
    );
    assert_eq!(unknown.code, 6);
    let _locked = sandbox
        .run(&[
            "account", "lock", "mira", "--for", "24h", "--reason", "test", "--yes",
        ])
        .ok();
    assert_eq!(check("mira", "wrong").code(6), wrong.stdout);
    assert!(check("mira", PASSWORD).code(7).contains("\"locked\""));
    sandbox
        .run_input(
            &["auth", "check"],
            "{\"account\":\"mira\",\"pasword\":\"hunter2\"}",
        )
        .fails(2, "is not what `auth check` reads");
}

#[test]
fn a_hundred_parallel_wrong_passwords_are_all_recorded_and_the_right_one_waits() {
    let sandbox = sandbox();
    let wrong = "{\"account\":\"mira\",\"password\":\"wrong\"}";
    let words = ["auth", "check", "--wait", "1m"];
    assert_eq!(race(&sandbox, 100, &words, wrong, TIME), 0);
    let right = format!("{{\"account\":\"mira\",\"password\":\"{PASSWORD}\"}}");
    let held = sandbox.run_input(&["auth", "check"], &right).code(6);
    assert!(held.contains("\"rejected\""));
}

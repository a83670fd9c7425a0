//! Passwords through the program: rules, lists of leaked ones, demands, and many wrong guesses at once.

use std::io::Write as _;
use std::process::{Child, Stdio};

use crate::sandbox::Sandbox;

const PASSWORD: &str = "seven geese walk to Utrecht";
const OTHER: &str = "nine herons over the Elbe";

/// With a seed of its own for each password: ids of two notices would be the same otherwise.
fn set(sandbox: &Sandbox, name: &str, password: &str) -> crate::sandbox::Ran {
    sandbox.write("new", password, 0o600);
    let seed: u32 = password.bytes().map(u32::from).sum();
    sandbox.run_with(
        &["password", "set", name, "--own", "--password-file", "new"],
        &[("OPTIMACTL_TEST_SEED", &seed.to_string())],
    )
}

fn check(sandbox: &Sandbox, name: &str, password: &str) -> crate::sandbox::Ran {
    let asked = serde_json::json!({"account": name, "password": password});
    sandbox.run_input(&["auth", "check"], &asked.to_string())
}

#[test]
fn rules_of_ones_own_come_from_the_configuration_and_stay_within_bounds() {
    let sandbox = Sandbox::prepared();
    let rules = |text: &str| sandbox.write("config.toml", text, 0o600);
    rules("[password]\nprofile = \"custom\"\nmin_length = 20\n");
    let refused = set(&sandbox, "mira", "goose lamp tin walks"[..19].trim());
    refused.fails(5, "set by `password.min_length`");
    let _set = set(&sandbox, "mira", "goose lamp tin walks").ok();
    rules("[password]\nprofile = \"custom\"\nmin_length = 7\n");
    set(&sandbox, "mira", OTHER).fails(2, "from 8 to 1024 is possible");
    rules("[password]\nmin_length = 20\n");
    set(&sandbox, "mira", OTHER).fails(2, "the profile `nist-63b-4`, which has its own");
    rules("[password]\nprofile = \"pci-dss-4\"\n");
    let _set = set(&sandbox, "mira", "goose lamp tin 41").ok();
    set(&sandbox, "mira", "goose lamp tin 41").fails(5, "PCI DSS 4.0.1 8.3.7");
    let shown = sandbox.run(&["password", "policy", "show"]).ok();
    assert!(
        shown.contains("8.3.7") && shown.contains("8.3.6"),
        "{shown}"
    );
}

#[test]
fn a_policy_test_counts_and_never_shows_a_password() {
    let sandbox = Sandbox::new();
    let list = format!("Password1\nhunter2\n\n{PASSWORD}\n");
    sandbox.write("list", &list, 0o600);
    let words = ["password", "policy", "test", "list", "--format", "json"];
    let counted = sandbox.run(&words).json();
    assert_eq!(counted["data"]["passwords"], 3);
    assert_eq!(counted["data"]["ok"], 1);
    assert_eq!(counted["data"]["refused"]["length"], 2);
    let text = sandbox.run(&words[..4]).ok();
    assert!(!text.contains("hunter2") && !text.contains("geese"));
    sandbox.write("list", &list, 0o644);
    sandbox.run(&words[..4]).fails(5, "others can read");
}

#[test]
fn a_list_of_leaked_passwords_guards_new_ones_and_asks_at_sign_in() {
    let sandbox = Sandbox::prepared();
    let _set = set(&sandbox, "mira", PASSWORD).ok();
    assert!(
        !check(&sandbox, "mira", PASSWORD)
            .code(0)
            .contains("true,\"grace")
    );
    sandbox.write("plain", &format!("{PASSWORD}\n{OTHER}\n"), 0o600);
    let build = ["password", "corpus", "build", "plain", "--output", "sorted"];
    let told = sandbox.run(&build).ok();
    assert!(told.contains("3 fingerprints of 2 lines"), "{told}");
    sandbox.run(&build).fails(15, "exists already");
    let add = ["password", "corpus", "add", "sorted", "--grace", "1h"];
    let _added = sandbox.run(&add).ok();
    set(&sandbox, "mira", OTHER).fails(5, "seen 1 time (breach: NIST");
    let answer = check(&sandbox, "mira", PASSWORD).json();
    assert_eq!(answer["must_change"], true);
    assert_eq!(answer["grace_until"], "2026-11-22T13:00:00Z");
    let verdict = sandbox.run_input(
        &["password", "check", "--password-stdin", "--format", "json"],
        PASSWORD,
    );
    let verdict: serde_json::Value = serde_json::from_str(&verdict.code(4)).unwrap();
    assert_eq!(verdict["data"]["failed"][0]["rule"], "breach");
    let sound = sandbox
        .run(&["password", "corpus", "verify", "sorted"])
        .ok();
    assert!(sound.contains("is sound: 3 lines"), "{sound}");
    // Gone: nothing new is taken, signing in goes on, the doctor says so.
    std::fs::remove_file(sandbox.path("sorted")).unwrap();
    let fresh = "four otters cross the Spree";
    set(&sandbox, "mira", fresh).fails(1, "cannot be used");
    let _in = check(&sandbox, "mira", PASSWORD).code(0);
    sandbox.run(&["password", "corpus", "list"]).code(4);
    let found = sandbox.run(&["doctor"]).code(4);
    assert!(found.contains("leaked passwords"), "{found}");
    let text = "[password]\ncorpus_required = false\n";
    sandbox.write("config.toml", text, 0o600);
    let _set = set(&sandbox, "mira", fresh).ok();
    let _removed = sandbox
        .run(&["password", "corpus", "remove", "sorted"])
        .ok();
}

#[test]
fn a_list_that_others_can_change_is_refused() {
    let sandbox = Sandbox::prepared();
    sandbox.write("own", "harbor nord\n", 0o666);
    sandbox
        .run(&["password", "corpus", "add", "own"])
        .fails(5, "others can change");
}

#[test]
fn a_demand_for_many_is_one_act() {
    let sandbox = Sandbox::prepared();
    let words = [
        "password",
        "require-change",
        "--all",
        "--within",
        "7d",
        "--yes",
        "--format",
        "json",
    ];
    let done = sandbox.run(&words).json();
    // The initial password of mira ends sooner; the others have none.
    assert_eq!(done["data"]["already"], 1);
    assert_eq!(done["data"]["without_password"], 2);
    sandbox
        .run(&[
            "password",
            "require-change",
            "mira",
            "--within",
            "0s",
            "--yes",
        ])
        .fails(5, "last account that can administer");
    sandbox
        .run(&["password", "require-change", "mira", "--within", "1y"])
        .fails(2, "from 0s to 90d");
}

#[test]
fn an_invitation_may_last_two_weeks() {
    let sandbox = Sandbox::prepared();
    let create = |ttl: &str| {
        sandbox.run(&[
            "account",
            "create",
            "kim",
            "--email",
            "kim@mail.example",
            "--invite",
            "--invite-ttl",
            ttl,
            "--format",
            "json",
        ])
    };
    create("31d").fails(2, "from 1m to 30d");
    let made = create("14d").json();
    assert_eq!(made["data"]["expires"], "2026-12-06T12:00:00Z");
}

/// Starts `count` sign-ins at once.
fn guesses(sandbox: &Sandbox, count: usize, time: &str) {
    let asked = "{\"account\":\"mira\",\"password\":\"wrong\"}";
    let start = |_| -> Child {
        let mut child = sandbox
            .command(env!("CARGO_BIN_EXE_optimactl"))
            .args(["auth", "check", "--wait", "1m"])
            .env("OPTIMACTL_TEST_TIME", time)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(asked.as_bytes()).unwrap();
        child
    };
    let children: Vec<Child> = (0..count).map(start).collect();
    for child in children {
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(6));
    }
}

#[test]
fn at_the_limit_the_password_is_disabled_once_and_a_reset_binds_it_again() {
    let sandbox = Sandbox::prepared();
    let _set = set(&sandbox, "mira", PASSWORD).ok();
    // A day apart, and the last ones side by side.
    for number in 0..98 {
        let (month, day) = (number / 28 + 1, number % 28 + 1);
        guesses(&sandbox, 1, &format!("2027-{month:02}-{day:02}T12:00:00Z"));
    }
    guesses(&sandbox, 4, "2027-05-01T12:00:00Z");
    guesses(&sandbox, 2, "2027-05-02T12:00:00Z");
    let asked = serde_json::json!({"account": "mira", "password": PASSWORD}).to_string();
    let later = [
        ("OPTIMACTL_TEST_TIME", "2027-06-01T12:00:00Z"),
        ("OPTIMACTL_TEST_SEED", "98"),
    ];
    let right = |line: &str| sandbox.sh(&format!("echo '{asked}' | {line} optimactl auth check"));
    let held = right("OPTIMACTL_TEST_TIME=2027-06-01T12:00:00Z").code(6);
    assert!(held.contains("\"rejected\""));
    let told = sandbox
        .run(&["audit", "list", "--action", "auth.disable"])
        .ok();
    assert_eq!(told.lines().count(), 1, "{told}");
    // Unlocking is for locks; only another binding helps.
    let _unlocked = sandbox.run(&["account", "unlock", "mira"]).ok();
    let _held = right("OPTIMACTL_TEST_TIME=2027-06-02T12:00:00Z").code(6);
    let code = sandbox
        .run_with(&["password", "reset", "mira", "--format", "json"], &later)
        .json()["data"]["code"]
        .clone();
    sandbox.write("code", code.as_str().unwrap(), 0o600);
    let redeem = format!(
        "echo '{OTHER}' | OPTIMACTL_TEST_TIME=2027-06-01T12:30:00Z OPTIMACTL_TEST_SEED=99 optimactl password redeem --code-file code --password-stdin"
    );
    let _redeemed = sandbox.sh(&redeem).ok();
    let asked = serde_json::json!({"account": "mira", "password": OTHER}).to_string();
    let line =
        format!("echo '{asked}' | OPTIMACTL_TEST_TIME=2027-06-01T13:00:00Z optimactl auth check");
    assert!(sandbox.sh(&line).ok().contains("\"ok\":true"));
}

#[test]
fn a_hundred_guesses_at_once_are_held_and_disable_nothing() {
    let sandbox = Sandbox::prepared();
    let _set = set(&sandbox, "mira", PASSWORD).ok();
    guesses(&sandbox, 100, crate::sandbox::TIME);
    let told = sandbox.run(&["audit", "count", "--by", "action", "--format", "json"]);
    let text = told.ok();
    assert!(
        text.contains("auth.login") && !text.contains("auth.disable"),
        "{text}"
    );
    let asked = serde_json::json!({"account": "mira", "password": PASSWORD}).to_string();
    let line =
        format!("echo '{asked}' | OPTIMACTL_TEST_TIME=2026-11-22T14:00:00Z optimactl auth check");
    assert!(sandbox.sh(&line).ok().contains("\"ok\":true"));
}

//! Operators through the program: who acts for whom, what is refused, and what a severe command asks.

use crate::sandbox::{Ran, Sandbox};

const PASSWORD: &str = "seven geese walk to Utrecht";
/// When the second code is typed: the confirming one is used up.
const LATER: &str = "2026-11-22T12:01:00Z";

/// The program as another user runs it, a minute later.
fn as_user(sandbox: &Sandbox, uid: &str, words: &[&str]) -> Ran {
    let variables = [("OPTIMACTL_TEST_UID", uid), ("OPTIMACTL_TEST_TIME", LATER)];
    sandbox.run_with(words, &variables)
}

/// The code of a secret at a time.
fn code(secret: &str, time: &str) -> String {
    use std::process::Command;
    let now = time.replace('T', " ").replace('Z', " UTC");
    let output = Command::new("oathtool")
        .args(["--totp", "-b", "-N", &now, secret])
        .output();
    let output = output.unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A store in which only operators may act: mira (uid 60001) administers, eve (uid 60002) may look at accounts.
/// Gives mira's secret; none where nothing computes codes.
fn enforced() -> Option<(Sandbox, String)> {
    if std::process::Command::new("oathtool")
        .arg("--version")
        .output()
        .is_err()
    {
        crate::sandbox::skipped("`oathtool` is not installed");
        return None;
    }
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    let mira = [
        "account",
        "create",
        "mira",
        "--email",
        "mira@mail.example",
        "--role",
        "admin",
        "--password-stdin",
    ];
    sandbox.run_input(&mira, PASSWORD).ok();
    let json = ["2fa", "enroll", "mira", "--format", "json"];
    let enrolled = sandbox.run(&json).json();
    let secret = enrolled["data"]["secret"].as_str().unwrap().to_owned();
    let first = code(&secret, crate::sandbox::TIME);
    sandbox
        .run_input(&["2fa", "confirm", "mira", "--code-stdin"], &first)
        .ok();
    sandbox
        .run(&["role", "create", "viewer", "--permit", "account.*"])
        .ok();
    let eve = [
        "account",
        "create",
        "eve",
        "--email",
        "eve@mail.example",
        "--role",
        "viewer",
        "--no-password",
    ];
    sandbox.run(&eve).ok();
    for (name, uid) in [("mira", "60001"), ("eve", "60002")] {
        sandbox
            .run(&["role", "operator", "bind", name, "--uid", uid])
            .ok();
    }
    as_user(&sandbox, "60001", &["role", "operator", "enforce", "on"]).fails(5, "--yes");
    as_user(
        &sandbox,
        "60001",
        &["role", "operator", "enforce", "on", "--yes"],
    )
    .ok();
    Some((sandbox, secret))
}

#[test]
fn only_operators_act_and_each_only_what_is_permitted() {
    let Some((sandbox, _)) = enforced() else {
        return;
    };
    as_user(&sandbox, "60009", &["account", "list"]).fails(5, "no account is bound to uid 60009");
    as_user(&sandbox, "60002", &["account", "list"]).ok();
    let refused = as_user(&sandbox, "60002", &["backup", "create", "--to", "x"]);
    assert!(
        refused.stderr.contains("may not `backup.create`"),
        "{}",
        refused.stderr
    );
    assert!(
        refused.stderr.contains("roles that permit it: admin"),
        "{}",
        refused.stderr
    );
    refused.code(5);
    // What looks at no personal data stays open, and says so.
    as_user(&sandbox, "60009", &["status"]).ok();
    let doctor = as_user(&sandbox, "60009", &["doctor", "-v"]);
    assert!(
        doctor
            .stdout
            .contains("stay open to whoever has an unlocker"),
        "{}",
        doctor.stdout
    );
    as_user(&sandbox, "60009", &["config", "show"]).ok();
    // Whose number it is counts, not what the environment says: only root is believed about `sudo`.
    let sudo = [
        ("OPTIMACTL_TEST_UID", "60009"),
        ("SUDO_UID", "60001"),
        ("OPTIMACTL_TEST_TIME", LATER),
    ];
    sandbox
        .run_with(&["account", "list"], &sudo)
        .fails(5, "uid 60009");
    let sudo = [
        ("OPTIMACTL_TEST_UID", "0"),
        ("SUDO_UID", "60001"),
        ("OPTIMACTL_TEST_TIME", LATER),
    ];
    sandbox.run_with(&["account", "list"], &sudo).ok();
    let events = as_user(
        &sandbox,
        "60001",
        &["audit", "list", "--action", "operator.refuse"],
    )
    .ok();
    assert_eq!(events.lines().count(), 3, "{events}");
    assert!(
        events.contains("refused") && events.contains("backup.create"),
        "{events}"
    );
    let events = as_user(&sandbox, "60001", &["audit", "list", "--actor", "eve"]).ok();
    assert!(
        events.contains("account.list"),
        "the account is the actor: {events}"
    );
    as_user(&sandbox, "60001", &["audit", "verify"]).ok();
}

#[test]
fn a_severe_command_takes_a_fresh_code_once() {
    let Some((sandbox, secret)) = enforced() else {
        return;
    };
    let add = [
        "key",
        "add",
        "second",
        "--new-passphrase-file",
        "passphrase.txt",
        "--operator-code-file",
        "code.txt",
    ];
    sandbox.write("passphrase.txt", "correct horse battery staple\n", 0o600);
    as_user(&sandbox, "60001", &add[..5]).fails(5, "--operator-code-file FILE");
    sandbox.write("code.txt", "000000\n", 0o600);
    as_user(&sandbox, "60001", &add).fails(6, "the operator's code was not accepted");
    sandbox.write("code.txt", &code(&secret, LATER), 0o644);
    as_user(&sandbox, "60001", &add).fails(5, "chmod");
    sandbox.write("code.txt", &code(&secret, LATER), 0o600);
    let dry = [&add[..5], &["--dry-run"]].concat();
    as_user(&sandbox, "60001", &dry).ok();
    as_user(&sandbox, "60001", &add).ok();
    let remove = [
        "key",
        "remove",
        "second",
        "--yes",
        "--reason",
        "x",
        "--confirm",
        "second",
        "--operator-code-file",
        "code.txt",
    ];
    as_user(&sandbox, "60001", &remove).fails(6, "not accepted");
    let proofs = as_user(
        &sandbox,
        "60001",
        &["audit", "list", "--action", "operator.prove"],
    )
    .ok();
    assert_eq!(
        proofs
            .lines()
            .filter(|line| line.contains("failure"))
            .count(),
        2,
        "{proofs}"
    );
    // Granting `viewer` is not severe; granting everything is.
    as_user(&sandbox, "60001", &["role", "grant", "viewer", "mira"]).ok();
    as_user(&sandbox, "60001", &["role", "grant", "admin", "eve"]).fails(5, "--operator-code-file");
    as_user(
        &sandbox,
        "60001",
        &["backup", "restore", "--latest", "--to", "new"],
    )
    .fails(5, "--operator-code-file");
    as_user(
        &sandbox,
        "60002",
        &["backup", "restore", "--latest", "--to", "new"],
    )
    .fails(5, "may not `backup.restore`");
    // A code that cannot be read is not a code that is not needed.
    let missing = "backup restore --latest --to new --operator-code-file missing";
    let missing: Vec<&str> = missing.split(' ').collect();
    as_user(&sandbox, "60001", &missing).fails(14, "missing");
    // Nor does a store that the caller leaves closed keep its rule from holding.
    std::fs::write(sandbox.path("empty.txt"), "").unwrap();
    let closed = "backup restore --latest --to new --identity empty.txt";
    let closed: Vec<&str> = closed.split(' ').collect();
    as_user(&sandbox, "60002", &closed).fails(5, "does not open");
    // A dry run is asked for no code, and so nothing leaves the store by it.
    let key = std::fs::read_to_string(sandbox.path("identity.txt")).unwrap();
    let key = key
        .lines()
        .find_map(|line| line.split("age1").nth(1))
        .unwrap();
    let recipient = format!("age1{key}");
    let export = [
        "account",
        "export",
        "--as",
        "jsonl",
        "--with-hashes",
        "--recipient",
        &recipient,
    ];
    let dry = [&export[..], &["--reason", "x", "--dry-run"]].concat();
    let dry = as_user(&sandbox, "60001", &dry).ok();
    assert!(!format!("{dry:?}").contains("age-encryption"), "{dry:?}");
}

#[test]
fn it_ends_by_an_operator_with_a_code_or_by_root_with_a_reason() {
    let Some((sandbox, secret)) = enforced() else {
        return;
    };
    let name = "store";
    let off = [
        "role",
        "operator",
        "enforce",
        "off",
        "--reason",
        "phone lost",
        "--confirm",
        name,
    ];
    as_user(&sandbox, "60002", &off).fails(5, "may not `role.operator.enforce`");
    let glass = [&off[..], &["--break-glass"]].concat();
    as_user(&sandbox, "60002", &glass).fails(5, "may not `role.operator.enforce`");
    as_user(&sandbox, "0", &off).fails(5, "no account is bound to uid 0");
    as_user(&sandbox, "0", &glass[..4]).fails(5, "no account is bound");
    let no_reason = [
        "role",
        "operator",
        "enforce",
        "off",
        "--break-glass",
        "--confirm",
        name,
    ];
    as_user(&sandbox, "0", &no_reason).fails(5, "--reason");
    let no_name = [
        "role",
        "operator",
        "enforce",
        "off",
        "--break-glass",
        "--reason",
        "x",
    ];
    as_user(&sandbox, "0", &no_name).fails(5, "--confirm");
    as_user(&sandbox, "0", &glass).ok();
    let events = as_user(
        &sandbox,
        "60009",
        &["audit", "list", "--severity", "critical"],
    )
    .ok();
    assert!(events.contains("operator.enforce"), "{events}");
    as_user(
        &sandbox,
        "60001",
        &["role", "operator", "enforce", "on", "--yes"],
    )
    .ok();
    sandbox.write("code.txt", &code(&secret, LATER), 0o600);
    let code = [&off[..], &["--operator-code-file", "code.txt"]].concat();
    as_user(&sandbox, "60001", &code).ok();
    as_user(&sandbox, "60009", &["account", "list"]).ok();
}

#[test]
fn the_last_operator_stays_while_operators_are_enforced() {
    let Some((sandbox, secret)) = enforced() else {
        return;
    };
    // Tom can sign in and administer, but is no operator.
    sandbox.write("code.txt", &code(&secret, LATER), 0o600);
    let tom = [
        "account",
        "create",
        "tom",
        "--email",
        "tom@mail.example",
        "--role",
        "admin",
        "--password-file",
        "password.txt",
        "--operator-code-file",
        "code.txt",
    ];
    sandbox.write("password.txt", PASSWORD, 0o600);
    as_user(&sandbox, "60001", &tom).ok();
    for path in [
        &["account", "disable", "mira"][..],
        &[
            "account", "lock", "mira", "--for", "1h", "--reason", "x", "--yes",
        ],
        &["account", "remove", "mira", "--yes"],
        &["account", "change", "mira", "--expires", "2026-01-01"],
        &["role", "revoke", "admin", "mira", "--yes"],
        &["2fa", "remove", "mira", "--yes", "--reason", "x"],
    ] {
        as_user(&sandbox, "60001", path).fails(5, "last operator that can administer");
    }
    let status = ["role", "operator", "enforce", "status", "--format", "json"];
    let status = as_user(&sandbox, "60001", &status).json();
    assert_eq!(status["data"]["able"], 1);
}

#[test]
fn bindings_are_listed_and_shown() {
    let sandbox = Sandbox::prepared();
    sandbox
        .run(&["role", "operator", "bind", "mira"])
        .fails(2, "which user");
    sandbox
        .run(&[
            "role",
            "operator",
            "bind",
            "mira",
            "--os-user",
            "nobody-of-this-name",
        ])
        .fails(14, "has no user");
    sandbox
        .run(&["role", "operator", "bind", "mira", "--uid", "4294967295"])
        .fails(2, "no user's number");
    sandbox
        .run(&["role", "operator", "bind", "mira", "--uid", "60005"])
        .ok();
    sandbox
        .run(&["role", "operator", "bind", "zoe", "--uid", "60005"])
        .fails(15, "bound to another account");
    assert!(
        sandbox
            .run(&["role", "operator", "list"])
            .ok()
            .contains("60005\tunnamed\tunnamed\tmira")
    );
    assert!(
        sandbox
            .run(&["account", "show", "mira"])
            .ok()
            .contains("operator\tfor uid 60005")
    );
    sandbox
        .run(&["role", "operator", "enforce", "on", "--yes"])
        .fails(5, "no operator could administer");
    sandbox
        .run(&["role", "operator", "enforce", "on", "--break-glass"])
        .fails(2, "belongs to `off`");
    sandbox.run(&["role", "operator", "unbind", "mira"]).ok();
    sandbox
        .run(&["role", "operator", "unbind", "mira"])
        .fails(14, "bound to no user");
}

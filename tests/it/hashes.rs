//! Hashes that other programs wrote, brought along through the program: the right password opens, a wrong one
//! does not, and afterwards the account has an argon2id hash.

use std::process::Command;

use crate::sandbox::{Ran, Sandbox, skipped};

/// Not ASCII, with letters of two and three bytes.
const PASSWORD: &str = "Zo\u{eb} l\u{e4}uft 14 G\u{e4}nse \u{2192} Utrecht";

fn is_installed(program: &str) -> bool {
    let there = Command::new("sh")
        .args(["-c", &format!("command -v {program}")])
        .output()
        .unwrap()
        .status
        .success();
    if !there {
        skipped(&format!("`{program}` is not installed"));
    }
    there
}

fn store() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    sandbox
}

fn bring(sandbox: &Sandbox, name: &str, hash: &str) -> Ran {
    let words = [
        "account",
        "create",
        name,
        "--kind",
        "service",
        "--hash-stdin",
    ];
    sandbox.run_input(&words, &format!("{hash}\n"))
}

fn check(sandbox: &Sandbox, name: &str, password: &str) -> Ran {
    let asked = serde_json::json!({"account": name, "password": password});
    sandbox.run_input(&["auth", "check"], &asked.to_string())
}

fn report(sandbox: &Sandbox) -> serde_json::Value {
    let report = sandbox.run(&["password", "report", "--format", "json"]);
    report.json()["data"].clone()
}

/// Brings every hash along (`label<TAB>hash` a line), signs in with the wrong and the right password, before and
/// after the hash was replaced, and again with everything wrapped first.
fn opens(hashes: &str) {
    let sandbox = store();
    let hashes: Vec<(&str, &str)> = hashes
        .lines()
        .map(|line| line.split_once('\t').unwrap())
        .collect();
    assert!(!hashes.is_empty());
    let all = |suffix: &str| {
        let mut named = vec![];
        for (number, (label, hash)) in hashes.iter().enumerate() {
            let name = format!("{suffix}{number}");
            let made = bring(&sandbox, &name, hash);
            assert_eq!(made.code, 0, "{label}: {hash}: {}", made.stderr);
            named.push((name, *label));
        }
        named
    };
    let sign_in = |named: &[(String, &str)]| {
        for (name, label) in named {
            let answer = check(&sandbox, name, "Zoe lauft 14 Ganse");
            assert_eq!(
                answer.code, 6,
                "{label}: a wrong password: {}",
                answer.stdout
            );
            let answer = check(&sandbox, name, PASSWORD);
            assert_eq!(
                answer.code, 0,
                "{label}: {}{}",
                answer.stdout, answer.stderr
            );
            assert_eq!(check(&sandbox, name, PASSWORD).code, 0, "{label}: replaced");
        }
    };
    let plain = all("plain");
    sign_in(&plain);
    let wrapped = all("wrapped");
    sandbox
        .run(&["password", "upgrade", "--wrap", "--all", "--yes"])
        .ok();
    sign_in(&wrapped);
    let report = report(&sandbox);
    assert_eq!(report["weak"], 0, "{report}");
    assert_eq!(report["passwords"], hashes.len() * 2);
    assert_eq!(report["schemes"].as_array().unwrap().len(), 1, "{report}");
    assert_eq!(report["schemes"][0]["strength"], "current");
}

/// What our script writes with a library of the system's own Python; none where it is missing.
fn python(library: &str) -> Option<String> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/hashes.py");
    let ran = Command::new("/usr/bin/python3")
        .args([script, library, PASSWORD])
        .env_clear()
        .env("LC_ALL", "C.UTF-8")
        .output();
    let Ok(ran) = ran else {
        skipped("`/usr/bin/python3` is not installed");
        return None;
    };
    let told = String::from_utf8_lossy(&ran.stderr);
    if ran.status.code() == Some(3) {
        skipped(&format!("Python's {library}: {}", told.trim()));
        return None;
    }
    assert!(ran.status.success(), "{told}");
    Some(String::from_utf8(ran.stdout).unwrap())
}

#[test]
fn python_argon2_and_bcrypt() {
    for library in ["argon2", "bcrypt"] {
        if let Some(hashes) = python(library) {
            opens(&hashes);
        }
    }
}

#[test]
fn python_passlib() {
    if let Some(hashes) = python("passlib") {
        opens(&hashes);
    }
}

#[test]
fn django() {
    if let Some(hashes) = python("django") {
        opens(&hashes);
    }
}

#[test]
fn forms_of_389ds_werkzeug_and_newer_django() {
    if let Some(hashes) = python("hashlib") {
        opens(&hashes);
    }
}

/// What lines of the shell print, each a hash of [`PASSWORD`] in `$P`.
fn written(program: &str, lines: &[&str]) -> Option<String> {
    if !is_installed(program) {
        return None;
    }
    let mut hashes = String::new();
    for line in lines {
        let ran = Command::new("sh")
            .args(["-c", line])
            .env("P", PASSWORD)
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        let text = String::from_utf8(ran.stdout).unwrap();
        let text = text.trim();
        if !ran.status.success() || text.is_empty() {
            skipped(&format!("this version does not know `{line}`"));
            continue;
        }
        hashes.push_str(&format!("{line}\t{text}\n"));
    }
    Some(hashes)
}

#[test]
fn htpasswd() {
    let lines = [
        "htpasswd -nbB -C 5 u \"$P\" | cut -d: -f2",
        "htpasswd -nbm u \"$P\" | cut -d: -f2",
        "htpasswd -nbs u \"$P\" | cut -d: -f2",
        "htpasswd -nb2 u \"$P\" | cut -d: -f2",
        "htpasswd -nb5 -r 1000 u \"$P\" | cut -d: -f2",
    ];
    if let Some(hashes) = written("htpasswd", &lines) {
        opens(&hashes);
    }
}

#[test]
fn openssl_passwd() {
    let lines = [
        "openssl passwd -1 \"$P\"",
        "openssl passwd -apr1 \"$P\"",
        "openssl passwd -5 \"$P\"",
        "openssl passwd -6 \"$P\"",
        "openssl passwd -6 -salt 'rounds=1234$salt' \"$P\"",
    ];
    if let Some(hashes) = written("openssl", &lines) {
        opens(&hashes);
    }
}

#[test]
fn mkpasswd() {
    let lines = [
        "mkpasswd -m yescrypt \"$P\"",
        "mkpasswd -m yescrypt -R 1 \"$P\"",
        "mkpasswd -m scrypt -R 6 \"$P\"",
        "mkpasswd -m bcrypt -R 5 \"$P\"",
        "mkpasswd -m bcrypt-a -R 5 \"$P\"",
        "mkpasswd -m sha512crypt -R 5001 \"$P\"",
        "mkpasswd -m sha256crypt \"$P\"",
        "mkpasswd -m md5crypt \"$P\"",
    ];
    if let Some(hashes) = written("mkpasswd", &lines) {
        opens(&hashes);
    }
    if let Some(hashes) = written("mkpasswd", &["mkpasswd -m descrypt secret"]) {
        let (_, hash) = hashes.trim().split_once('\t').unwrap();
        bring(&store(), "old", hash).fails(2, "looks like traditional DES");
    }
}

#[test]
fn argon2_program() {
    let lines = [
        "printf %s \"$P\" | argon2 saltsaltsalt -id -t 2 -m 8 -p 1 -e",
        "printf %s \"$P\" | argon2 saltsaltsalt -i -t 3 -m 8 -p 2 -l 64 -e",
        "printf %s \"$P\" | argon2 saltsaltsalt -d -t 1 -m 8 -p 1 -v 10 -e",
    ];
    if let Some(hashes) = written("argon2", &lines) {
        opens(&hashes);
    }
}

#[test]
fn hashes_of_every_writer_are_refused_where_they_ask_too_much() {
    let sandbox = store();
    for (hash, said) in [
        (
            "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "more work than is allowed",
        ),
        (
            "$2b$17$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
            "a cost of 16",
        ),
        ("$P$B55D6LjfHDkINU5wF.v2BuuzO0/XPk/", "looks like phpass"),
        ("hunter2", "a password in plain text"),
        ("!", "no password opens the account"),
    ] {
        let ran = bring(&sandbox, "eve", hash);
        assert!(!ran.stderr.contains(hash) || hash == "!", "{}", ran.stderr);
        ran.fails(2, said);
    }
}

/// The address space of the program is bounded, so that what a hash may ask for is not to be had.
#[test]
fn want_of_memory_is_no_wrong_password() {
    let sandbox = store();
    let hashes = [
        // Each would take a GiB.
        "$argon2id$v=19$m=1048576,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$scrypt$ln=20,r=8,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$y$jH5$c29tZXNhbHQ$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5",
    ];
    for (number, hash) in hashes.iter().enumerate() {
        let name = format!("bot{number}");
        bring(&sandbox, &name, hash).ok();
        let line = format!(
            "printf '{{\"account\":\"{name}\",\"password\":\"password\"}}' \
             | (ulimit -v 500000; optimactl auth check)"
        );
        let answer = sandbox.sh(&line).code(6);
        assert!(answer.contains("rejected"), "{hash}: {answer}");
        let list = [
            "audit",
            "list",
            "--format",
            "json",
            "--action",
            "auth.login",
            "--limit",
            "1",
        ];
        let event = sandbox.run(&list).ok();
        assert!(event.contains("\"failed\""), "{hash}: {event}");
    }
}

#[test]
fn weak_hashes_are_wrapped_at_once() {
    let sandbox = store();
    let hashes = [
        ("a", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g="),
        ("b", "$1$abcdefgh$cHJi5PXp/ki/ktXzqlk6I1"),
        ("c", "$apr1$abcdefgh$h9FWgUz3n9YxylKLlR5SQ/"),
        // Strong enough.
        (
            "d",
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        ),
    ];
    for (name, hash) in hashes {
        bring(&sandbox, name, hash).ok();
    }
    sandbox.run(&["password", "report", "--check"]).code(4);
    let upgrade = |more: &[&str]| {
        let words = [&["password", "upgrade", "--wrap"], more].concat();
        sandbox.run(&words)
    };
    upgrade(&["--all"]).fails(5, "--yes");
    upgrade(&["--all", "--max", "2", "--yes"]).fails(5, "more than the 2");
    upgrade(&["--scheme", "shaa", "--yes"]).fails(2, "did you mean");
    upgrade(&[]).fails(2, "--all");
    assert!(
        upgrade(&["--all", "--dry-run"])
            .ok()
            .contains("Would wrap 3 hashes")
    );
    assert_eq!(report(&sandbox)["weak"], 3);
    let done = upgrade(&["--scheme", "apr1", "--format", "json", "--yes"]).json();
    assert_eq!(done["data"]["wrapped"], 1);
    assert!(
        upgrade(&["--filter", "name=b", "--yes"])
            .ok()
            .contains("Wrapped 1 hash")
    );
    assert!(upgrade(&["--all", "--yes"]).ok().contains("Wrapped 1 hash"));
    assert!(
        upgrade(&["--all", "--yes"])
            .ok()
            .contains("nothing to wrap")
    );
    let now = report(&sandbox);
    assert!(now.to_string().contains("over md5-crypt"), "{now}");
    for (name, password) in [
        ("a", "password"),
        ("b", "secret"),
        ("c", "secret"),
        ("d", "password"),
    ] {
        check(&sandbox, name, "wrong").code(6);
        check(&sandbox, name, password).ok();
    }
    let now = report(&sandbox);
    assert!(!now.to_string().contains("over"), "{now}");
    sandbox.run(&["password", "report", "--check"]).ok();
    sandbox.run(&["audit", "verify"]).ok();
}

#[test]
fn hashing_parameters_come_from_the_configuration_within_bounds() {
    let sandbox = store();
    let new = [
        "account",
        "create",
        "mira",
        "--email",
        "mira@mail.example",
        "--password-stdin",
    ];
    for weak in [
        "memory_kib = 8",
        "passes = 1",
        "lanes = 17",
        "memory_kib = 2000000",
        "passes = -1",
    ] {
        sandbox.write("config.toml", &format!("[password]\n{weak}\n"), 0o600);
        sandbox
            .run_input(&new, "seven geese walk to Utrecht\n")
            .fails(2, "OWASP");
    }
    sandbox.write(
        "config.toml",
        "[password]\nmemory_kib = 20480\npasses = 3\n",
        0o600,
    );
    sandbox
        .run_input(&new, "seven geese walk to Utrecht\n")
        .ok();
    let made = report(&sandbox);
    assert_eq!(made["schemes"][0]["parameters"], "m=20480,t=3,p=1");
    // Other parameters: replaced at the next sign-in.
    sandbox.write("config.toml", "[password]\npasses = 2\n", 0o600);
    assert_eq!(report(&sandbox)["schemes"][0]["strength"], "older");
    check(&sandbox, "mira", "seven geese walk to Utrecht").ok();
    let made = report(&sandbox);
    assert_eq!(made["schemes"][0]["parameters"], "m=19456,t=2,p=1");
    assert_eq!(made["schemes"][0]["strength"], "current");
}

#[test]
fn calibration_never_goes_below_the_minimum() {
    let sandbox = Sandbox::new();
    let words = [
        "password",
        "calibrate",
        "--target",
        "10ms",
        "--max-memory",
        "24MiB",
        "--format",
        "json",
    ];
    let found = sandbox.run(&words).json();
    let proposed = &found["data"]["proposed"];
    let memory = proposed["memory_kib"].as_u64().unwrap();
    assert!((19_456..=24_576).contains(&memory), "{found}");
    assert!(proposed["passes"].as_u64().unwrap() >= 2, "{found}");
    for (flag, value) in [("--target", "1h"), ("--max-memory", "8MiB")] {
        sandbox
            .run(&["password", "calibrate", flag, value])
            .fails(2, flag);
    }
}

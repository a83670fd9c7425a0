//! Sessions through the program: told one by one and in lines, hostile ones, ended, asked about.

use std::time::Instant;

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

fn record(sandbox: &Sandbox, account: &str, key: &str) -> Value {
    let mut words = vec![
        "session",
        "record",
        account,
        "--key-stdin",
        "--ip",
        "203.0.113.9",
    ];
    // Identical words would draw identical ids from the seed.
    let agent: String = key.chars().rev().collect();
    words.extend(["--user-agent", &agent, "--format", "json"]);
    let ran = sandbox.run_input(&words, &format!("{key}\n"));
    serde_json::from_str(&ran.ok()).unwrap()
}

fn verify(sandbox: &Sandbox, key: &str) -> crate::sandbox::Ran {
    sandbox.run_input(
        &["session", "verify", "--key-stdin", "--format", "json"],
        key,
    )
}

#[test]
fn a_platform_asks_until_somebody_ends_it() {
    let sandbox = Sandbox::prepared();
    let first = record(&sandbox, "mira", "f00d");
    assert_eq!(first["data"]["outcome"], "new");
    assert_eq!(record(&sandbox, "mira", "f00d")["data"]["outcome"], "seen");
    record(&sandbox, "mira", "d00d");
    let open = verify(&sandbox, "f00d").json();
    assert_eq!(
        (&open["data"]["open"], &open["data"]["account"]),
        (&json!(true), &json!("mira"))
    );
    let id = first["data"]["id"].as_str().unwrap();
    let listed = sandbox
        .run(&["session", "list", "mira", "--format", "csv"])
        .ok();
    assert!(listed.contains("203.0.113.9") && !listed.contains("key"));
    sandbox
        .run(&["session", "revoke", "--account", "mira"])
        .fails(5, "--yes");
    let words = ["session", "revoke", "--account", "mira", "--except", id];
    assert!(sandbox.run(&words).ok().contains("Ended the session"));
    verify(&sandbox, "f00d").ok();
    let gone = verify(&sandbox, "d00d").code(6);
    assert!(gone.contains("\"reason\":\"revoked\""), "{gone}");
    sandbox
        .run(&[
            "account", "lock", "mira", "--for", "1h", "--reason", "x", "--yes",
        ])
        .fails(5, "the last account");
    record(&sandbox, "tom", "beef");
    sandbox
        .run(&[
            "account", "lock", "tom", "--for", "1h", "--reason", "x", "--yes",
        ])
        .ok();
    assert!(verify(&sandbox, "beef").code(6).contains("revoked"));
    let again = ["session", "record", "tom", "--key-stdin"];
    sandbox
        .run_input(&again, "cafe")
        .fails(7, "`tom` is locked");
    let log = sandbox
        .run(&[
            "audit",
            "list",
            "--action",
            "session.*",
            "--format",
            "jsonl",
        ])
        .ok();
    assert!(!log.contains("f00d"), "the key stands nowhere in the log");
    sandbox
        .run(&["session", "revoke", "ses_0123456789abcdef"])
        .fails(14, "there is no session");
}

#[test]
fn hostile_lines_are_told_by_number_and_never_by_key() {
    let sandbox = Sandbox::prepared();
    let long = format!(
        "{{\"account\":\"mira\",\"user_agent\":\"{}\"}}",
        "x".repeat(70_000)
    );
    let mut input = b"\xef\xbb\xbf{\"account\":\"mira\",\"key\":\"k1\"}\r\n\n".to_vec();
    for line in [
        &b"{\"account\":\"mira\",\"key\":\"SECRETKEY\",\"what\":1}"[..],
        b"\xff\xfe",
        b"{\"account\":\"mi\0ra\"}",
        long.as_bytes(),
        b"{\"account\":\"nobody\"}",
        b"{\"account\":\"mira\",\"ip\":\"203.0.113.9:443\"}",
        b"[[[[[[",
        b"{\"account\":\"mira\",\"key\":\"k1\",\"time\":\"never\"}",
        b"{\"account\":\"tom\",\"key\":\"k2\",\"ip\":\"2001:DB8::7\",\"expires\":\"12h\",\"user_agent\":\"\\u001b[2J\"}",
    ] {
        input.extend(line);
        input.push(b'\n');
    }
    std::fs::write(sandbox.path("lines"), &input).unwrap();
    sandbox
        .sh("optimactl session record --stdin < lines")
        .fails(2, "line 3: it is no sign-in as JSON");
    let none = sandbox.run(&["session", "list", "--format", "json"]).json();
    assert_eq!(none["data"].as_array().unwrap().len(), 1, "all or none");
    let ran =
        sandbox.sh("optimactl session record --stdin --continue-on-error --format json < lines");
    assert!(!ran.stderr.contains("SECRETKEY") && !ran.stdout.contains("SECRETKEY"));
    let answer: Value = serde_json::from_str(&ran.code(3)).unwrap();
    let data = &answer["data"];
    assert_eq!(
        (&data["new"], &data["failed"]),
        (&json!(2), &json!(8)),
        "{data}"
    );
    let lines: Vec<u64> = data["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8, 9, 10]);
    let listed = sandbox
        .run(&[
            "session",
            "list",
            "tom",
            "--filter",
            "ip=2001:db8::7",
            "--format",
            "json",
        ])
        .json();
    assert_eq!(listed["data"][0]["ip"], "2001:db8::7");
    assert_eq!(listed["data"][0]["user_agent"], "\\u{1b}[2J");
    let again =
        sandbox.sh("optimactl session record --stdin --continue-on-error --format json < lines");
    let answer: Value = serde_json::from_str(&again.code(3)).unwrap();
    assert_eq!(
        (&answer["data"]["new"], &answer["data"]["seen"]),
        (&json!(0), &json!(2))
    );
}

#[test]
fn a_hundred_thousand_sessions_do_not_slow_a_question_down() {
    let sandbox = Sandbox::prepared();
    record(&sandbox, "mira", "first");
    let fastest = |sandbox: &Sandbox| {
        let took = (0..5).map(|_| {
            let start = Instant::now();
            verify(sandbox, "first").ok();
            start.elapsed()
        });
        took.min().unwrap()
    };
    let before = fastest(&sandbox);
    let many = 10_000;
    let mut input = String::new();
    for number in 0..many {
        input.push_str(&format!("{{\"account\":\"tom\",\"key\":\"k{number}\"}}\n"));
    }
    std::fs::write(sandbox.path("many"), &input).unwrap();
    let recorded = sandbox
        .sh("optimactl session record --stdin --format json < many")
        .json();
    assert_eq!(recorded["data"]["new"], many);
    let page = sandbox.run(&["session", "list", "--limit", "3", "--fields", "id"]);
    assert_eq!(page.ok().lines().count(), 3);
    // Machines are noisy: only a cost that grows with the number of sessions is a fault.
    let after = fastest(&sandbox);
    assert!(after < before * 3, "{before:?} before, {after:?} after");
    sandbox
        .run(&["session", "revoke", "--account", "tom", "--yes"])
        .ok();
    let left = sandbox
        .run(&["session", "list", "--fields", "account"])
        .ok();
    assert_eq!(left, "mira\n");
    let later = [("OPTIMACTL_TEST_TIME", "2027-03-01T00:00:00Z")];
    let purged = sandbox.run_with(&["session", "purge", "--dry-run"], &later);
    assert!(purged.ok().contains("Would delete 10001 sessions"));
}

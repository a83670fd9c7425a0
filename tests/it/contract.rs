//! What holds for every command: JSON is JSON, codes come from the table, nothing hangs or asks.

use optimactl::base::error::Kind;

use crate::sandbox::{Ran, Sandbox};
use crate::tree;

fn check(words: &[String], ran: &Ran) {
    let known =
        |code: i32| code == 0 || Kind::ALL.iter().any(|kind| i32::from(kind.exit()) == code);
    assert!(known(ran.code), "{words:?} ended with {}", ran.code);
    assert_ne!(ran.code, 70, "{words:?}: {}", ran.stderr);
    if ran.stdout.is_empty() {
        let error: serde_json::Value = serde_json::from_str(&ran.stderr)
            .unwrap_or_else(|_| panic!("{words:?} says no JSON on standard error: {}", ran.stderr));
        assert_eq!(error["error"]["exit"], ran.code, "{words:?}");
        assert!(error["error"]["message"].is_string(), "{words:?}");
        return;
    }
    let answer: serde_json::Value = serde_json::from_str(&ran.stdout)
        .unwrap_or_else(|_| panic!("{words:?} says no JSON on standard output: {}", ran.stdout));
    let schema = answer["schema"].as_str().unwrap_or_default();
    assert!(
        schema.starts_with("optimactl/") && schema.ends_with("/1"),
        "{words:?}: {schema}"
    );
}

/// Without a store, a terminal or arguments, every command answers or refuses in JSON.
#[test]
fn every_command_speaks_json() {
    let sandbox = Sandbox::new();
    for (words, _) in tree::leaves() {
        let mut line: Vec<&str> = words.iter().map(String::as_str).collect();
        line.extend(["--format", "json"]);
        check(&words, &sandbox.run(&line));
    }
}

#[test]
fn every_help_is_an_answer() {
    let sandbox = Sandbox::new();
    sandbox.write("config.toml", "this is no TOML", 0o600);
    for (words, _) in tree::commands() {
        for flag in ["-h", "--help"] {
            let mut line: Vec<&str> = words.iter().map(String::as_str).collect();
            line.push(flag);
            assert!(!sandbox.run(&line).ok().is_empty());
        }
    }
    assert!(sandbox.run(&["--version"]).ok().starts_with("optimactl "));
}

#[test]
fn an_answer_that_cannot_be_written_says_that_the_change_stays() {
    let sandbox = Sandbox::prepared();
    sandbox
        .sh("optimactl account create full --kind service --no-password > /dev/full")
        .fails(1, "stays changed");
    sandbox.sh("optimactl account show full").ok();
}

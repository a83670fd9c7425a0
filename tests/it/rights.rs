//! Rights that are not erasure, through the binary: holds, restrictions, choices, consents, retention.

use serde_json::Value;

use crate::sandbox::Sandbox;

fn id(answer: &Value) -> String {
    answer["data"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_hold_is_placed_reviewed_due_and_released() {
    let sandbox = Sandbox::prepared();
    let placed = sandbox
        .run(&[
            "hold", "place", "tom", "--class", "all", "--basis", "a law", "--review", "3d",
            "--format", "json",
        ])
        .json();
    let hold = id(&placed);
    assert_eq!(placed["data"]["classes"].as_array().unwrap().len(), 10);
    let due = sandbox
        .run(&["hold", "list", "--due", "--format", "json"])
        .code(4);
    let due: Value = serde_json::from_str(&due).unwrap();
    assert_eq!(due["data"].as_array().unwrap().len(), 1);
    sandbox
        .run(&["hold", "list", "--due", "--within", "2d"])
        .ok();
    sandbox
        .run(&["hold", "review", &hold, "--next", "7mo"])
        .fails(5, "holds.review");
    sandbox.run(&["hold", "review", &hold]).ok();
    sandbox.run(&["hold", "list", "--due"]).ok();
    sandbox
        .run(&["account", "change", "tom", "--clear", "email"])
        .fails(5, &hold);
    sandbox
        .run(&["hold", "release", &hold, "--yes"])
        .fails(5, "--reason");
    sandbox
        .run(&["hold", "release", &hold, "--reason", "done", "--yes"])
        .ok();
    sandbox
        .run(&["hold", "release", &hold, "--reason", "done", "--yes"])
        .fails(15, "released");
    sandbox
        .run(&["account", "change", "tom", "--clear", "email"])
        .ok();
    sandbox
        .run(&["hold", "show", "hld_none"])
        .fails(14, "hold list");
    sandbox
        .run(&["hold", "place", "tom", "--class", "session", "--basis", "x"])
        .fails(2, "sessions");
    sandbox
        .run(&["hold", "place", "--class", "all", "--basis", "x"])
        .fails(2, "ACCOUNT");
    sandbox.run(&["audit", "verify"]).ok();
}

#[test]
fn a_restricted_account_is_told_so_only_by_the_right_password() {
    let sandbox = Sandbox::prepared();
    sandbox.sh("optimactl role create boss --permit '*' && echo 'nine herons sail to Bergen' | optimactl account create boss --email boss@mail.example --role boss --password-stdin").ok();
    sandbox
        .run(&["restriction", "set", "mira", "--ground", "claims"])
        .fails(5, "--yes");
    sandbox
        .run(&["restriction", "set", "mira", "--ground", "claims", "--yes"])
        .ok();
    let check = |password: &str| {
        let asked = format!(r#"{{"account":"mira","password":"{password}"}}"#);
        sandbox.sh(&format!("echo '{asked}' | optimactl auth check"))
    };
    let told = check("seven geese walk to Utrecht").code(7);
    assert!(told.contains("restricted"), "{told}");
    check("seven geese walk to Ghent").code(6);
    let shown = sandbox
        .run(&["account", "show", "mira", "--format", "json"])
        .json();
    assert_eq!(shown["data"]["state"], "restricted");
    let listed = sandbox
        .run(&[
            "account",
            "list",
            "--filter",
            "state=restricted",
            "--fields",
            "name",
        ])
        .ok();
    assert!(listed.contains("mira"), "{listed}");
    let exported = sandbox.run(&["account", "export", "--as", "csv"]).ok();
    assert!(!exported.contains("mira@mail.example"));
    sandbox
        .run(&["restriction", "set", "boss", "--ground", "claims", "--yes"])
        .fails(5, "last");
    sandbox
        .run(&["restriction", "lift", "mira"])
        .fails(2, "--informed");
    sandbox
        .run(&["restriction", "lift", "mira", "--informed", "post"])
        .ok();
    check("seven geese walk to Utrecht").ok();
}

#[test]
fn a_choice_is_confirmed_and_found_without_an_account() {
    let sandbox = Sandbox::prepared();
    let set = [
        "optout",
        "set",
        "--email",
        "kim@example.org",
        "--what",
        "sale-sharing",
        "--source",
        "gpc",
        "--format",
        "json",
    ];
    let first = sandbox.run(&set).json();
    assert!(
        first["data"]["confirmation"]
            .as_str()
            .unwrap()
            .starts_with("Opt-Out Request Honored")
    );
    assert_eq!(first["data"]["changed"], true);
    assert_eq!(sandbox.run(&set).json()["data"]["changed"], false);
    let list = sandbox
        .run(&[
            "optout",
            "list",
            "--email",
            "KIM@EXAMPLE.org",
            "--format",
            "json",
        ])
        .json();
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    let clear = [
        "optout",
        "clear",
        "--email",
        "kim@example.org",
        "--what",
        "sale-sharing",
    ];
    sandbox.run(&clear).fails(5, "--confirmed");
    sandbox
        .run(&[clear.as_slice(), &["--confirmed"]].concat())
        .ok();
    sandbox
        .run(&["optout", "set", "--what", "limit"])
        .fails(2, "--email");
    sandbox.run(&["audit", "verify"]).ok();
}

/// Who asked for it is told that it was done when it was, and not before.
#[test]
fn an_opt_out_request_is_fulfilled_once_the_choice_is_in_force() {
    let sandbox = Sandbox::prepared();
    let opened = sandbox
        .sh("optimactl request open --email kim@example.org --type opt-out --law ccpa --received 2026-11-20 --format json")
        .json();
    let reference = opened["data"]["reference"].as_str().unwrap();
    let tell = [
        "request",
        "tell-recipients",
        reference,
        "--how",
        "no-recipients",
    ];
    let fulfil = ["request", "fulfil", reference];
    sandbox
        .run(&tell)
        .fails(5, "optout set --what sale-sharing");
    sandbox
        .sh("optimactl optout set --email kim@example.org --what sale-sharing")
        .ok();
    sandbox.run(&tell).ok();
    let told = sandbox.run(&fulfil).ok();
    assert!(told.contains("Opt-Out Request Honored"), "{told}");
}

/// A promise that a hold is waited for is kept by its release, in one step.
#[test]
fn a_release_takes_up_what_was_denied_because_of_the_hold() {
    let sandbox = Sandbox::prepared();
    let opened = sandbox
        .sh("optimactl request open tom --type erasure --law gdpr --calendar DE --received 2026-11-20 --format json")
        .json();
    let reference = opened["data"]["reference"].as_str().unwrap();
    let deny = [
        "request", "deny", reference, "--code", "hold", "--text", "A court.",
    ];
    sandbox.run(&deny).fails(5, "hold place");
    let placed = sandbox
        .sh("optimactl hold place tom --class contact --basis 'HGB §257' --owner legal --format json")
        .json();
    let hold = id(&placed);
    let told = sandbox.run(&deny).ok();
    assert!(told.contains("we take the request up again"), "{told}");
    let release = ["hold", "release", &hold, "--reason", "over", "--yes"];
    let done = sandbox.run(&release).ok();
    let again = format!("to be planned again: {reference}");
    assert!(done.contains(&again), "{done}");
    let shown = sandbox
        .run(&["request", "show", reference, "--format", "json"])
        .json();
    assert_eq!(shown["data"]["state"], "reversed");
    sandbox.run(&["audit", "verify"]).ok();
}

#[test]
fn a_consent_is_proved_and_taken_back() {
    let sandbox = Sandbox::prepared();
    let record = [
        "consent",
        "record",
        "tom",
        "--purpose",
        "newsletter",
        "--source",
        "web",
    ];
    let with = |more: &[&str]| sandbox.run(&[record.as_slice(), more].concat());
    with(&["--version", "2026-12"]).fails(14, "--text");
    let consent = id(&with(&["--version", "2026-11", "--format", "json"]).json());
    sandbox.write("other.txt", "Another text.\n", 0o600);
    with(&["--version", "2026-11", "--text", "other.txt"]).fails(15, "new version");
    sandbox.write("odd.txt", "\u{0}", 0o600);
    std::fs::write(sandbox.path("odd.txt"), [0xff, 0xfe]).unwrap();
    with(&["--version", "9", "--text", "odd.txt"]).fails(2, "UTF-8");
    std::fs::write(sandbox.path("long.txt"), vec![b'x'; 300 * 1024]).unwrap();
    with(&["--version", "9", "--text", "long.txt"]).fails(2, "256 KiB");
    let receipt: Value =
        serde_json::from_str(&sandbox.run(&["consent", "receipt", &consent]).ok()).unwrap();
    assert_eq!(receipt["record_metadata"]["record_id"], consent.as_str());
    sandbox.run(&["consent", "withdraw", "tom"]).ok();
    let shown = sandbox
        .run(&["consent", "show", &consent, "--format", "json"])
        .json();
    assert_eq!(shown["data"]["state"], "withdrawn");
    assert!(
        shown["data"]["text"]
            .as_str()
            .unwrap()
            .contains("once a month")
    );
}

#[test]
fn retention_deletes_by_rule_and_doubts_a_wrong_clock() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["retention", "run"]).ok();
    sandbox
        .run(&[
            "retention",
            "rule",
            "add",
            "identity",
            "--period",
            "20d",
            "--basis",
            "x",
        ])
        .fails(5, "30d");
    sandbox
        .run(&[
            "retention",
            "rule",
            "add",
            "requests",
            "--period",
            "12mo",
            "--basis",
            "x",
        ])
        .fails(5, "7101");
    sandbox
        .run(&[
            "retention",
            "rule",
            "add",
            "activity",
            "--period",
            "12mo",
            "--basis",
            "x",
        ])
        .fails(5, "audit expire");
    sandbox
        .run(&[
            "retention",
            "rule",
            "add",
            "identity",
            "--period",
            "30d",
            "--basis",
            "x",
        ])
        .ok();
    let at = |time: &str, args: &str| {
        sandbox.sh(&format!("OPTIMACTL_TEST_TIME={time} optimactl {args}"))
    };
    let ran = |text: String| {
        let value: Value = serde_json::from_str(&text).unwrap();
        let class = value["data"]["classes"][0].clone();
        (
            class["deleted"].as_u64().unwrap(),
            class["held"].as_u64().unwrap(),
        )
    };
    let run = "retention run --format json";
    assert_eq!(ran(at("2026-12-20T12:00:00Z", run).ok()), (0, 0));
    let late = "2027-01-10T12:00:00Z";
    assert_eq!(ran(at(late, &format!("{run} --dry-run")).ok()), (1, 0));
    assert_eq!(ran(at(late, run).ok()), (1, 0));
    assert_eq!(ran(at(late, run).ok()), (0, 0));
    at(late, "account show old-bot").code(14);
    at("2029-01-10T12:00:00Z", "retention run").fails(5, "the clock says");
    at("2029-01-10T12:00:00Z", "retention run --yes").ok();
    at("2029-01-10T12:00:00Z", "audit verify").ok();
    let report = sandbox.run(&["retention", "report"]).ok();
    assert!(report.contains("audit expire") && report.contains("session.keep"));
}

//! Clocks that jump: a backup dated years ahead, or before the one it follows. The log says what is newer; nothing is
//! pruned, restored or taken for fresh by a date that cannot be.

use serde_json::Value;

use super::command;
use crate::sandbox::{Ran, Sandbox};

fn at(sandbox: &Sandbox, time: &str, line: &str) -> Ran {
    let output = command(sandbox)
        .args(line.split(' '))
        .env("OPTIMACTL_TEST_TIME", time)
        .output()
        .unwrap();
    Ran {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    }
}

/// A backup of that time, behind a change; gives its id.
fn backup(sandbox: &Sandbox, time: &str, name: &str) -> String {
    let line = format!("account create {name} --email {name}@mail.example --no-password");
    at(sandbox, time, &line).ok();
    let made = at(sandbox, time, "backup create --to b --format json").json();
    made["data"]["id"].as_str().unwrap().to_owned()
}

fn decisions(sandbox: &Sandbox, time: &str, rules: &str) -> Vec<(String, String)> {
    let line = format!("backup prune --from b --max 99 {rules} -n --format json");
    let shown = at(sandbox, time, &line).json();
    let decisions = shown["data"]["places"][0]["decisions"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    decisions
        .iter()
        .map(|one| (text(&one["id"]), text(&one["verdict"])))
        .collect()
}

fn is_kept(decisions: &[(String, String)], id: &str) -> bool {
    decisions
        .iter()
        .any(|(known, verdict)| known == id && verdict == "keep")
}

const WATCH: &str = "backup watch --target b --max-verified-age never";
const TODAY: &str = "2026-11-24T12:00:00Z";

#[test]
fn a_clock_that_was_ahead_hides_no_later_backup() {
    let sandbox = Sandbox::prepared();
    backup(&sandbox, "2026-11-22T12:00:00Z", "one");
    let ahead = backup(&sandbox, "2036-11-22T12:00:00Z", "two");
    let watch = at(&sandbox, TODAY, WATCH);
    assert!(watch.stdout.contains("from the future"), "{}", watch.stdout);
    assert_eq!(watch.code, 4);
    // Set right again, the next one is what counts.
    let third = backup(&sandbox, "2026-11-23T18:00:00Z", "three");
    at(&sandbox, TODAY, WATCH).ok();
    let shown = at(
        &sandbox,
        TODAY,
        "backup show --latest --from b --format json",
    )
    .json();
    assert_eq!(shown["data"]["manifest"]["id"], third.as_str());
    at(
        &sandbox,
        TODAY,
        "backup restore --latest --from b --to again",
    )
    .ok();
    at(&sandbox, TODAY, "--store again account show three").ok();
    let decided = decisions(&sandbox, TODAY, "--keep-last 1");
    assert!(is_kept(&decided, &third) && is_kept(&decided, &ahead));
    // The clock of the run itself is ahead: by the rules, which go from the newest backup, nothing is old.
    let later = "2046-11-24T12:00:00Z";
    let decided = decisions(&sandbox, later, "--keep-within 30d");
    assert!(is_kept(&decided, &third), "{decided:?}");
    let decided = decisions(&sandbox, later, "--expire-after 90d");
    assert!(is_kept(&decided, &third), "{decided:?}");
    sound(&sandbox, 3);
}

#[test]
fn a_clock_that_was_set_back_makes_no_backup_old() {
    let sandbox = Sandbox::prepared();
    backup(&sandbox, "2026-11-22T12:00:00Z", "one");
    backup(&sandbox, "2026-11-23T12:00:00Z", "two");
    let before = "2026-11-20T12:00:00Z";
    backup(&sandbox, before, "three");
    // Within the same second.
    let last = backup(&sandbox, before, "four");
    at(
        &sandbox,
        TODAY,
        "backup restore --latest --from b --to again",
    )
    .ok();
    at(&sandbox, TODAY, "--store again account show four").ok();
    for rules in ["--keep-last 1", "--keep-daily 1", "--keep-within 1h"] {
        assert!(
            is_kept(&decisions(&sandbox, TODAY, rules), &last),
            "{rules}"
        );
    }
    let line = "backup prune --from b --keep-last 1 --max 9 --yes --no-trash";
    at(&sandbox, TODAY, line).ok();
    let replace = "backup restore --latest --from b --replace --reason test --confirm store";
    at(&sandbox, TODAY, replace).ok();
    at(&sandbox, TODAY, "account show four").ok();
    sound(&sandbox, 2);
}

/// So many are there; no number is used twice, and everything is in order.
fn sound(sandbox: &Sandbox, present: usize) {
    let listed = at(sandbox, TODAY, "backup list --all --from b --format json").json();
    let rows = listed["data"]["backups"].as_array().unwrap();
    let mut numbers: Vec<u64> = rows
        .iter()
        .map(|row| row["sequence"].as_u64().unwrap())
        .collect();
    numbers.sort_unstable();
    assert!(
        (1..).zip(&numbers).all(|(number, used)| number == *used),
        "{numbers:?}"
    );
    let here = rows.iter().filter(|row| row["state"] == "present").count();
    assert_eq!(here, present, "{listed}");
    at(sandbox, TODAY, "backup verify --all --from b").ok();
    at(sandbox, TODAY, "store check --deep").ok();
    at(sandbox, TODAY, "audit verify").ok();
}

//! The last administrator stays on every path, and so does the last operator where only operators may act.

use std::process::Child;

use crate::sandbox::Sandbox;

const PASSWORD: &str = "seven geese walk to Utrecht";
const LAST: &str = "the last account that can administer";

fn store() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    sandbox
}

fn account(sandbox: &Sandbox, name: &str, more: &[&str]) {
    let email = format!("{name}@mail.example");
    let mut line = vec!["account", "create", name, "--email", &email];
    line.extend(more);
    sandbox.run_input(&line, PASSWORD).ok();
}

fn administrator(sandbox: &Sandbox, name: &str) {
    account(sandbox, name, &["--role", "admin", "--password-stdin"]);
}

/// Every path by which mira, who holds `admin` by herself, could stop being an administrator.
const PATHS: &[&[&str]] = &[
    &["account", "disable", "mira"],
    &["account", "disable", "--all", "--yes"],
    &["account", "disable", "mira", "--dry-run"],
    &["account", "remove", "mira", "--yes"],
    &[
        "account", "lock", "mira", "--for", "1h", "--reason", "x", "--yes",
    ],
    &[
        "account",
        "lock",
        "mira",
        "--until",
        "2027-01-01",
        "--reason",
        "x",
        "--yes",
    ],
    &["account", "change", "mira", "--expires", "2026-01-01"],
    &["account", "change", "mira", "--expires", "2027-01-01"],
    &[
        "account",
        "create",
        "mira",
        "--email",
        "mira@mail.example",
        "--no-password",
        "--if-exists",
        "update",
        "--expires",
        "2027-01-01",
    ],
    &["role", "revoke", "admin", "mira", "--yes"],
    &["role", "revoke", "admin", "--filter", "role=admin", "--yes"],
    &["role", "permit", "admin", "*", "--withdraw"],
    &["role", "remove", "admin", "--yes"],
];

#[test]
fn the_last_administrator_stays_on_every_path() {
    let sandbox = store();
    administrator(&sandbox, "mira");
    // None of these could take over: no password yet, none at all, or an end of its own.
    account(&sandbox, "dana", &["--role", "admin", "--invite"]);
    account(&sandbox, "tom", &["--role", "admin", "--no-password"]);
    for path in PATHS {
        let ran = sandbox.run(path);
        assert!(
            ran.stderr.contains("last account that can administer"),
            "{path:?}: {}",
            ran.stderr
        );
        ran.code(5);
    }
    sandbox
        .run(&["role", "check", "mira", "store.compact"])
        .ok();
    let refused = ["audit", "list", "--outcome", "refused"];
    let refused = sandbox.run(&refused).ok();
    // A dry run leaves no trace.
    assert_eq!(refused.lines().count(), PATHS.len() - 1, "{refused}");
}

#[test]
fn the_last_administrator_through_a_group_stays_on_every_path() {
    let sandbox = store();
    sandbox.run(&["group", "create", "chiefs"]).ok();
    sandbox
        .run(&["role", "grant", "admin", "--group", "chiefs"])
        .ok();
    account(&sandbox, "mira", &["--password-stdin"]);
    sandbox.run(&["group", "add", "chiefs", "mira"]).ok();
    for path in [
        &["group", "drop", "chiefs", "mira", "--yes"][..],
        &["group", "drop", "chiefs", "--all", "--yes"],
        &["group", "remove", "chiefs", "--yes"],
        &["role", "revoke", "admin", "--group", "chiefs", "--yes"],
        &["role", "remove", "admin", "--yes"],
        &["role", "permit", "admin", "*", "--withdraw"],
        &["account", "disable", "mira"],
        &["account", "change", "mira", "--expires", "2027-01-01"],
    ] {
        sandbox.run(path).fails(5, LAST);
    }
    sandbox
        .run(&["role", "revoke", "admin", "mira", "--yes"])
        .fails(5, "through the group `chiefs`");
    // A second way of holding it sets the first one free.
    sandbox.run(&["role", "grant", "admin", "mira"]).ok();
    sandbox.run(&["group", "remove", "chiefs", "--yes"]).ok();
    sandbox
        .run(&["role", "check", "mira", "store.compact"])
        .ok();
}

#[test]
fn a_store_without_an_administrator_has_nothing_to_lose() {
    let sandbox = store();
    account(&sandbox, "tom", &["--role", "admin", "--no-password"]);
    sandbox.run(&["account", "disable", "tom"]).ok();
    sandbox.run(&["role", "remove", "admin", "--yes"]).ok();
}

#[test]
fn an_end_may_be_set_where_another_administrator_has_none() {
    let sandbox = store();
    administrator(&sandbox, "mira");
    administrator(&sandbox, "tom");
    let end = |name: &str| sandbox.run(&["account", "change", name, "--expires", "2027-01-01"]);
    end("tom").ok();
    end("mira").fails(5, "would expire");
    // An end that is there already may move.
    sandbox
        .run(&["account", "change", "tom", "--expires", "2028-01-01"])
        .ok();
}

fn started(sandbox: &Sandbox, words: &[&str]) -> Child {
    let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
    command.args(words).spawn().unwrap()
}

fn code(child: Child) -> Option<i32> {
    child.wait_with_output().unwrap().status.code()
}

#[test]
fn of_two_processes_that_remove_the_last_two_at_once_one_is_refused() {
    let sandbox = store();
    administrator(&sandbox, "mira");
    administrator(&sandbox, "tom");
    for (first, second, undo) in [
        (
            &["account", "disable", "mira"][..],
            &["account", "disable", "tom"][..],
            &["account", "enable", "mira", "tom", "--yes"][..],
        ),
        (
            &["role", "revoke", "admin", "mira", "--yes"],
            &["account", "disable", "tom"],
            &["account", "enable", "mira", "tom", "--yes"],
        ),
    ] {
        for _ in 0..4 {
            let both = [started(&sandbox, first), started(&sandbox, second)];
            let mut codes = both.map(code);
            codes.sort_unstable();
            assert_eq!(codes, [Some(0), Some(5)]);
            sandbox.run(undo).ok();
            sandbox.run(&["role", "grant", "admin", "mira"]).ok();
        }
    }
}

//! Accounts through the program: many processes at once, selections, pages, and what is told when.

use std::process::Child;

use crate::sandbox::Sandbox;

fn with_store() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    sandbox
}

fn service(sandbox: &Sandbox, name: &str) {
    let line = [
        "account",
        "create",
        name,
        "--kind",
        "service",
        "--no-password",
    ];
    sandbox.run(&line).ok();
}

#[test]
fn of_twenty_processes_that_make_the_same_account_one_wins() {
    let sandbox = with_store();
    let children: Vec<Child> = (0..20)
        .map(|number| {
            // The same name in other cases; differing addresses, so that the name alone decides.
            let name = if number % 2 == 0 { "mira" } else { "MIRA" };
            let email = format!("mira{number}@mail.example");
            let words = [
                "account",
                "create",
                name,
                "--email",
                &email,
                "--no-password",
                "--wait",
                "1m",
            ];
            // A seed would give all of them the same random ids.
            sandbox
                .command(env!("CARGO_BIN_EXE_optimactl"))
                .env_remove("OPTIMACTL_TEST_SEED")
                .args(words)
                .spawn()
                .unwrap()
        })
        .collect();
    let mut codes: Vec<i32> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap().status.code().unwrap())
        .collect();
    codes.sort_unstable();
    let mut expected = vec![0];
    expected.extend([15; 19]);
    assert_eq!(codes, expected);
    let listed = sandbox.run(&["account", "list", "--format", "json"]).json();
    assert_eq!(listed["data"].as_array().unwrap().len(), 1);
}

#[test]
fn more_than_one_account_needs_a_yes_and_all_or_none_change() {
    let sandbox = with_store();
    for name in ["a", "b", "c"] {
        service(&sandbox, name);
    }
    sandbox
        .run(&["account", "disable", "a", "b"])
        .fails(5, "--yes");
    sandbox
        .run(&[
            "account",
            "disable",
            "--filter",
            "kind=service",
            "--max",
            "2",
            "--yes",
        ])
        .fails(5, "--max");
    sandbox
        .run(&["account", "disable", "a", "--all", "--yes"])
        .fails(2, "exclude each other");
    sandbox
        .run(&["account", "disable"])
        .fails(2, "no account is named");
    sandbox
        .run(&["account", "disable", "a", "nobody", "--yes"])
        .fails(14, "nobody");
    let state = |name: &str| {
        let shown = sandbox
            .run(&["account", "show", name, "--format", "json"])
            .json();
        shown["data"]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("a"), "enabled");
    let done = sandbox
        .run(&["account", "disable", "--all", "--yes", "--format", "json"])
        .json();
    assert_eq!(done["schema"], "optimactl/account-disable/1");
    assert_eq!(done["data"].as_array().unwrap().len(), 3);
    assert_eq!(state("c"), "disabled");
    let none = sandbox
        .run(&[
            "account",
            "enable",
            "--filter",
            "name=nobody",
            "--format",
            "json",
        ])
        .json();
    assert_eq!(none["data"].as_array().unwrap().len(), 0);
}

#[test]
fn names_come_from_a_file_and_a_name_twice_is_refused() {
    let sandbox = with_store();
    for name in ["a", "b"] {
        service(&sandbox, name);
    }
    let from_input = ["account", "disable", "--names-from", "-", "--yes"];
    sandbox
        .run_input(&from_input, "a\r\nB\nA\n")
        .fails(2, "line 3");
    sandbox.write("names.txt", "\u{feff}a\r\n\r\nB\r\n", 0o600);
    let told = sandbox
        .run(&["account", "disable", "--names-from", "names.txt", "--yes"])
        .ok();
    assert!(
        told.contains("Disabled `a`") && told.contains("Disabled `b`"),
        "{told}"
    );
    // One line is still a list to a program.
    let done = sandbox.run_input(
        &["account", "enable", "--names-from", "-", "--format", "json"],
        "a\n",
    );
    assert!(done.json()["data"].is_array());
}

#[test]
fn verbs_that_change_nothing_succeed_and_say_so() {
    let sandbox = with_store();
    service(&sandbox, "bot");
    sandbox
        .run(&["account", "lock", "bot", "--for", "1h", "--yes"])
        .fails(5, "--reason");
    sandbox
        .run(&["account", "lock", "bot", "--for", "1h", "--reason", "lost"])
        .fails(5, "--yes");
    let lock = [
        "account",
        "lock",
        "bot",
        "--until",
        "2026-12-01",
        "--reason",
        "lost",
        "--yes",
    ];
    assert!(
        sandbox
            .run(&lock)
            .ok()
            .starts_with("Locked `bot` until 2026-12-01")
    );
    assert!(
        sandbox
            .run(&lock)
            .ok()
            .starts_with("`bot` is locked already")
    );
    let shown = sandbox.run(&["account", "show", "bot"]).ok();
    assert!(shown.contains("because\tlost"), "{shown}");
    sandbox.run(&["account", "unlock", "bot"]).ok();
    let again = sandbox.run(&["account", "unlock", "bot"]).ok();
    assert!(again.starts_with("`bot` is not locked"), "{again}");
}

#[test]
fn an_account_that_is_there_is_a_conflict_or_what_was_asked_for() {
    let sandbox = with_store();
    service(&sandbox, "bot");
    let again = |how: &str| {
        let line = [
            "account",
            "create",
            "BOT",
            "--kind",
            "service",
            "--no-password",
        ];
        sandbox.run(&[&line[..], &["--if-exists", how]].concat())
    };
    again("fail").fails(15, "already");
    assert!(again("skip").ok().contains("nothing was changed"));
    assert!(again("update").ok().contains("Updated `bot`"));
    sandbox
        .run(&["account", "create", "x", "--no-password"])
        .fails(2, "e-mail");
    sandbox
        .run(&["account", "create", "x", "--email", "x@mail.example"])
        .fails(2, "--invite");
    sandbox
        .run(&[
            "account",
            "create",
            "a:b",
            "--kind",
            "service",
            "--no-password",
        ])
        .fails(2, "a:b");
}

#[test]
fn a_page_begins_behind_the_last_and_an_unknown_field_is_refused() {
    let sandbox = with_store();
    for name in ["c", "a", "b"] {
        service(&sandbox, name);
    }
    let page = |after: &[&str]| {
        let line = ["account", "list", "--fields", "name", "--limit", "2"];
        sandbox.run(&[&line[..], after].concat()).ok()
    };
    assert_eq!(page(&[]), "a\nb\n");
    assert_eq!(page(&["--after", "b"]), "c\n");
    sandbox
        .run(&["account", "list", "--fields", "nam"])
        .fails(2, "`name`");
    sandbox
        .run(&["account", "list", "--filter", "rol=x"])
        .fails(2, "did you mean `role`");
    let ran = sandbox.run(&["account", "list", "--after", "x", "--format", "json"]);
    assert_eq!(ran.stdout, "");
    ran.fails(14, "`x`");
}

#[test]
fn one_name_is_shown_for_what_filters_know_by_two() {
    let sandbox = with_store();
    service(&sandbox, "bot");
    let listed = |more: &[&str]| {
        let line = ["account", "list", "--format", "json"];
        sandbox.run(&[&line[..], more].concat()).json()["data"].clone()
    };
    let all = listed(&[]);
    let keys = all[0].as_object().unwrap();
    assert!(keys.contains_key("roles") && keys.contains_key("last_sign_in"));
    assert!(!keys.contains_key("role") && !keys.contains_key("last_login"));
    let named = listed(&["--fields", "role,last_login"]);
    assert_eq!(named[0].to_string(), r#"{"last_sign_in":null,"roles":[]}"#);
    for filter in [
        "last_login=none and role=none",
        "last_sign_in=none and roles=none",
    ] {
        assert_eq!(listed(&["--filter", filter]).as_array().unwrap().len(), 1);
    }
}

#[test]
fn a_password_of_somebody_else_says_by_when_it_must_be_changed() {
    let sandbox = with_store();
    let due = "must be changed within 24 hours, by 2026-11-23T12:00:00Z";
    let email = "mira@mail.example";
    let create = [
        "account",
        "create",
        "mira",
        "--email",
        email,
        "--password-stdin",
    ];
    let told = sandbox
        .run_input(&create, "seven geese walk to Utrecht")
        .ok();
    assert!(told.contains(due), "{told}");
    let set = ["password", "set", "mira", "--password-stdin"];
    let told = sandbox.run_input(&set, "nine geese walk to Utrecht").ok();
    assert!(told.contains(due), "{told}");
    let own = [&set[..], &["--own"]].concat();
    let told = sandbox.run_input(&own, "six geese walk to Utrecht").ok();
    assert!(!told.contains("must be changed"), "{told}");
}

#[test]
fn secrets_and_addresses_stay_out_of_answers_that_do_not_ask_for_them() {
    let sandbox = with_store();
    let line = [
        "account",
        "create",
        "mira",
        "--email",
        "mira@mail.example",
        "--invite",
    ];
    let dry = sandbox
        .run(&[&line[..], &["--dry-run", "--format", "json"]].concat())
        .json();
    assert_eq!(dry["data"]["code"], "(generated)");
    assert!(dry["data"]["event"].is_null());
    sandbox.run(&["account", "show", "mira"]).code(14);
    let made = sandbox
        .run(&[&line[..], &["--format", "json"]].concat())
        .json();
    let code = made["data"]["code"].as_str().unwrap().to_owned();
    assert!(code.len() >= 32, "{code}");
    let told = sandbox
        .run(&["account", "history", "mira", "--format", "jsonl"])
        .ok();
    assert!(!told.contains(&code), "{told}");
}

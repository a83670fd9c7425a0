//! Lists, sweeps and reviews through the program: what a page says of the next one, where a filter is wrong, what
//! a nightly run does, and what a sign-off can show later.

use std::io::Write as _;

use crate::sandbox::Sandbox;

fn with_people(names: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    let admin = [
        "account",
        "create",
        "mira",
        "--email",
        "mira@mail.example",
        "--role",
        "admin",
        "--password-stdin",
    ];
    sandbox
        .run_input(&admin, "seven geese walk to Utrecht")
        .ok();
    for name in names {
        let email = format!("{name}@mail.example");
        sandbox
            .run(&[
                "account",
                "create",
                name,
                "--email",
                &email,
                "--no-password",
            ])
            .ok();
    }
    sandbox
}

/// The program as if it ran this much later.
fn later(sandbox: &Sandbox, time: &str, words: &[&str]) -> crate::sandbox::Ran {
    sandbox.run_with(words, &[("OPTIMACTL_TEST_TIME", time)])
}

#[test]
fn pages_name_the_next_one_in_every_order() {
    let sandbox = with_people(&["anna", "ben", "carla", "dora"]);
    for sort in [
        "name",
        "-name",
        "created",
        "email:desc",
        "last_sign_in",
        "-last-login",
        "expires",
    ] {
        let list = |after: Option<&str>| {
            let mut words = vec![
                "account", "list", "--sort", sort, "--limit", "2", "--format", "json",
            ];
            words.extend(after.iter().flat_map(|after| ["--after", after]));
            sandbox.run(&words).json()
        };
        let (mut seen, mut next) = (vec![], None::<String>);
        loop {
            let page = list(next.as_deref());
            for row in page["data"].as_array().unwrap() {
                seen.push(row["name"].as_str().unwrap().to_owned());
            }
            next = page["next"].as_str().map(str::to_owned);
            if next.is_none() {
                break;
            }
        }
        let mut sorted = seen.clone();
        sorted.sort();
        assert_eq!(sorted, ["anna", "ben", "carla", "dora", "mira"], "{sort}");
        if sort == "-name" {
            sorted.reverse();
            assert_eq!(seen, sorted);
        }
    }
    let page = sandbox
        .run(&["account", "list", "--limit", "1", "--format", "json"])
        .json();
    let next = page["next"].as_str().unwrap();
    sandbox
        .run(&["account", "list", "--sort", "-created", "--after", next])
        .fails(2, "sorted by `name`");
    sandbox
        .run(&["account", "list", "--after", "page:x"])
        .fails(2, "cannot be read");
    sandbox
        .run(&["account", "list", "--sort", "creatd"])
        .fails(2, "did you mean `created`?");
    assert_eq!(sandbox.run(&["account", "list", "--limit", "0"]).ok(), "");
    assert_eq!(
        sandbox
            .run(&["account", "list", "--filter", "role=none", "--count"])
            .ok(),
        "4\n"
    );
    let count = sandbox
        .run(&["account", "list", "--count", "--format", "json"])
        .json();
    assert_eq!(
        (count["schema"].as_str().unwrap(), &count["data"]["count"]),
        ("optimactl/account-list-count/1", &5.into())
    );
}

#[test]
fn a_wrong_filter_is_marked_where_it_is_wrong() {
    let sandbox = with_people(&[]);
    for (filter, code, message, mark) in [
        (
            "role=admin 2fa=none",
            2,
            "`and` or `or` is missing",
            "             ^ character 12",
        ),
        ("rol=admin", 2, "did you mean `role`", "  ^ character 1"),
        (
            "role=admin and created<soon",
            2,
            "`soon` is not a time",
            "^ character 24",
        ),
        ("role in admin", 2, "`in` needs a list", "^ character 9"),
        (
            "role in (admin, ",
            2,
            "compared with nothing",
            "^ character 17",
        ),
        ("name=\"ann", 2, "not closed", "^ character 6"),
        (
            "imported=many",
            2,
            "compared with a number",
            "^ character 10",
        ),
    ] {
        let ran = sandbox.run(&["account", "list", "--filter", filter]);
        assert!(ran.stderr.contains(message), "{filter}: {}", ran.stderr);
        ran.fails(code, mark);
    }
    let ran = sandbox.run(&["account", "list", "--filter", "rol=x", "--format", "json"]);
    let error: serde_json::Value = serde_json::from_str(&ran.stderr).unwrap();
    assert_eq!(error["error"]["details"][1], "^ character 1");
    ran.code(2);
}

#[test]
fn a_sweep_reports_disables_and_leaves_the_last_administrator() {
    let sandbox = with_people(&["anna", "ben", "zoe"]);
    sandbox
        .run(&[
            "account",
            "create",
            "bot",
            "--kind",
            "service",
            "--no-password",
        ])
        .ok();
    // Its last sign-in elsewhere is long ago, and its password does not run out as the first one of mira.
    let chief = "name,created,last_sign_in,hash\nchief,2020-01-01,2021-01-01,\"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\"\n";
    let import = ["account", "import", "-", "--as", "csv", "--role", "admin"];
    sandbox
        .run_input(&import, chief)
        .fails(5, "--administrators");
    sandbox
        .run_input(&[&import[..], &["--administrators"]].concat(), chief)
        .ok();
    let base = ["account", "sweep", "--inactive-after", "1d"];
    sandbox
        .run(&["account", "sweep", "--inactive-after", "23h"])
        .fails(2, "below 1 day");
    assert_eq!(sandbox.run(&base).ok(), "");
    // Some time before, they are named and nothing else.
    let soon = [&base[..], &["--warn-before", "2h", "--format", "json"]].concat();
    let ran = later(&sandbox, "2026-11-23T11:00:00Z", &soon);
    let told: serde_json::Value = serde_json::from_str(&ran.code(4)).unwrap();
    assert_eq!(told["data"]["accounts"][0]["why"], "soon");
    assert_eq!(told["data"]["accounts"][0]["due"], "2026-11-23T12:00:00Z");
    let time = "2026-11-23T14:00:00Z";
    let report = later(&sandbox, time, &base).code(4);
    assert!(
        report.contains("anna\tnever-signed-in") && !report.contains("bot"),
        "{report}"
    );
    let disable = [&base[..], &["--action", "disable"]].concat();
    later(&sandbox, time, &disable).fails(5, "--yes");
    later(
        &sandbox,
        time,
        &[&disable[..], &["--max", "3", "--yes"]].concat(),
    )
    .fails(5, "more than the 3");
    let trial = later(&sandbox, time, &[&disable[..], &["--dry-run"]].concat()).code(3);
    assert!(trial.contains("would-disable"), "{trial}");
    let run = [&disable[..], &["--yes", "--exclude-role", "support"]].concat();
    later(&sandbox, time, &run).fails(14, "there is no role");
    let run = [
        &disable[..],
        &["--yes", "--filter", "not name=zoe", "--format", "json"],
    ]
    .concat();
    let done = later(&sandbox, time, &run);
    let done: serde_json::Value = serde_json::from_str(&done.code(3)).unwrap();
    let of = |name: &str| {
        let rows = done["data"]["accounts"].as_array().unwrap();
        rows.iter()
            .find(|row| row["name"] == name)
            .map(|row| row["done"].clone())
    };
    assert_eq!(of("anna").unwrap(), "disabled");
    assert_eq!(of("chief").unwrap(), "kept");
    assert_eq!(of("zoe"), None);
    // Idempotent; only the last administrator is still named.
    let again = later(&sandbox, time, &run);
    let again: serde_json::Value = serde_json::from_str(&again.code(3)).unwrap();
    assert_eq!(again["data"]["accounts"].as_array().unwrap().len(), 1);
    // Who is enabled again stays so for as long as an inactive one.
    later(&sandbox, time, &["account", "enable", "anna"]).ok();
    let report = later(&sandbox, "2026-11-24T08:00:00Z", &base).code(4);
    assert!(!report.contains("anna"), "{report}");
    let service = [&base[..], &["--kind", "service"]].concat();
    assert!(later(&sandbox, time, &service).code(4).starts_with("bot\t"));
    let quiet = [
        &base[..],
        &[
            "--filter",
            "name=nobody",
            "--action",
            "disable",
            "--format",
            "jsonl",
        ],
    ]
    .concat();
    assert_eq!(later(&sandbox, time, &quiet).ok(), "");
}

#[test]
fn a_review_is_signed_off_by_the_digest_of_its_rows() {
    let sandbox = with_people(&["anna"]);
    sandbox
        .run(&[
            "account",
            "create",
            "bot",
            "--kind",
            "service",
            "--no-password",
        ])
        .ok();
    sandbox.run(&["account", "review", "--last"]).code(4);
    sandbox
        .run(&["account", "review", "--sign-off"])
        .fails(2, "--ticket");
    let csv = sandbox.run(&["account", "review", "--format", "csv"]).ok();
    assert!(
        csv.starts_with("name,id,kind,state,roles,administers,"),
        "{csv}"
    );
    let row = csv.lines().find(|line| line.starts_with("mira,")).unwrap();
    assert!(
        row.contains(",admin,*,") && row.ends_with(",no-2fa"),
        "{row}"
    );
    assert!(csv.contains("service-without-expiry"), "{csv}");
    sandbox
        .run(&["account", "review", "--filter", "role=admin", "--check"])
        .code(4);
    sandbox
        .run(&["account", "review", "--filter", "name=anna", "--check"])
        .ok();
    let few = sandbox
        .run(&["account", "review", "--findings", "--format", "jsonl"])
        .ok();
    assert_eq!(few.lines().count(), 2, "{few}");
    let signed = sandbox
        .run(&[
            "account",
            "review",
            "--sign-off",
            "--ticket",
            "AUD-17",
            "--format",
            "jsonl",
        ])
        .ok();
    let last = sandbox
        .run(&["account", "review", "--last", "--format", "json"])
        .json();
    assert_eq!(last["data"]["accounts"], 3);
    assert_eq!(last["data"]["findings"]["no-2fa"], 1);
    let digest = last["data"]["sha256"].as_str().unwrap();
    assert_eq!(digest, sha256(&signed));
    let again = |digest: &str| {
        sandbox.run(&[
            "account",
            "review",
            "--sign-off",
            "--reason",
            "again",
            "--digest",
            digest,
        ])
    };
    again(digest).ok();
    sandbox.run(&["account", "disable", "anna"]).ok();
    again(digest).fails(15, "not as they were reviewed");
    let event = last["data"]["event"].to_string();
    let shown = sandbox.run(&["audit", "show", &event]).ok();
    assert!(
        shown.contains("AUD-17") && shown.contains(digest),
        "{shown}"
    );
}

/// By a program that an auditor has.
fn sha256(text: &str) -> String {
    let mut child = std::process::Command::new("sha256sum")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .split(' ')
        .next()
        .unwrap()
        .to_owned()
}

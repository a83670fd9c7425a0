//! The way of a data request through the program, the bundle opened with stock tools, and every date vector
//! under several zones of the machine.

use std::path::Path;

use serde_json::Value;

use crate::sandbox::Sandbox;

#[test]
fn a_request_ends_in_a_bundle_that_stock_tools_open() {
    let sandbox = Sandbox::prepared();
    let open = sandbox.run(&[
        "request",
        "open",
        "--email",
        "kim@example.org",
        "--type",
        "access",
        "--law",
        "both",
        "--calendar",
        "DE",
        "--received",
        "2026-11-20",
        "--format",
        "json",
    ]);
    let reference = open.json()["data"]["reference"]
        .as_str()
        .unwrap()
        .to_owned();
    let reference = reference.as_str();
    sandbox.run(&["request", "ack", reference]).ok();
    sandbox
        .run(&[
            "request",
            "build",
            reference,
            "--passphrase",
            "--output",
            "out",
        ])
        .fails(5, "there is no `build` from there");
    sandbox
        .run(&["request", "verify", reference, "--method", "sign-in"])
        .fails(5, "nothing to sign in to");
    sandbox
        .run(&["request", "verify", reference, "--method", "document"])
        .ok();
    let has_age = sandbox.sh("age --version && age-keygen --version").code == 0;
    if !has_age {
        crate::sandbox::skipped("there is no stock `age` to open the bundle with");
        return;
    }
    sandbox.sh("age-keygen -o person.txt").ok();
    let built = sandbox.sh(&format!(
        "optimactl request build {reference} --recipient \"$(age-keygen -y person.txt)\" --output out --format json"
    ));
    let file = built.json()["data"]["file"].as_str().unwrap().to_owned();
    assert!(file.ends_with(&format!("bundle-{reference}-1.tar.age")));
    sandbox
        .sh(&format!(
            "mkdir opened && age -d -i person.txt {file} | tar x -C opened"
        ))
        .ok();
    sandbox
        .sh("cd opened/* && sha256sum --strict -c manifest-sha256.txt tagmanifest-sha256.txt")
        .ok();
    let text = sandbox.sh("cat opened/*/data/response.json").ok();
    let response: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(response["reference"], reference);
    sandbox
        .run(&["request", "deliver", reference, "--channel", "portal"])
        .ok();
    sandbox.run(&["request", "fulfil", reference]).ok();
    let shown = sandbox
        .run(&["request", "show", reference, "--format", "json"])
        .json();
    assert_eq!(shown["data"]["state"], "fulfilled");
    assert_eq!(shown["data"]["email"], Value::Null);
}

#[test]
fn due_ends_with_4_and_tells_nothing_personal() {
    let sandbox = Sandbox::prepared();
    let open = [
        "request",
        "open",
        "--email",
        "kim@example.org",
        "--type",
        "access",
        "--law",
        "gdpr",
        "--calendar",
        "DE",
        "--received",
        "2026-10-01",
    ];
    sandbox.run(&open).ok();
    let due = sandbox.run(&["request", "due"]).code(4);
    assert!(due.contains("OVERDUE") && !due.contains("kim"), "{due}");
}

/// The flags that ask what a vector answers.
fn question(vector: &Value) -> Vec<String> {
    let mut words = vec!["request".to_owned(), "deadline".to_owned()];
    let mut add = |flag: &str, value: &Value| {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        words.extend([format!("--{flag}"), value]);
    };
    match vector.get("law") {
        Some(law) => add("law", law),
        None => add("law", &Value::from("breach")),
    }
    for (key, flag) in [
        ("kind", "kind"),
        ("calendar", "calendar"),
        ("tz", "tz"),
        ("received", "received"),
        ("suspended_days", "suspended-days"),
        ("aware", "aware"),
        ("discovered", "discovered"),
        ("individuals_notified", "individuals-notified"),
    ] {
        if let Some(value) = vector.get(key) {
            add(flag, value);
        }
    }
    words.extend(["--format".to_owned(), "json".to_owned()]);
    words
}

#[test]
fn every_date_vector_holds_in_every_zone_of_the_machine() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/deadlines/vectors.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        crate::sandbox::skipped("the shared vectors are not beside this package");
        return;
    };
    let file: Value = serde_json::from_str(&text).unwrap();
    let vectors = ["vectors", "breach"].map(|key| file[key].as_array().unwrap());
    let sandbox = Sandbox::new();
    let mut checked = 0;
    for vector in vectors.into_iter().flatten() {
        let words = question(vector);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for zone in ["UTC", "Asia/Tokyo", "America/Los_Angeles"] {
            let ran = sandbox.run_with(&words, &[("TZ", zone)]);
            assert_eq!(ran.stderr, "");
            let answer = ran.json();
            for (key, wanted) in vector.as_object().unwrap() {
                if key != "id" && key != "note" {
                    assert_eq!(
                        answer["data"].get(key),
                        Some(wanted),
                        "{} {key} {zone}",
                        vector["id"]
                    );
                }
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 22 * 3);
}

/// Questions, more time and a request that is taken back, as a person at a terminal and a script see them.
#[test]
fn questions_and_more_time_move_the_dates_and_print_the_letter() {
    let sandbox = Sandbox::prepared();
    let shown = |reference: &str| {
        let show = sandbox.run(&["request", "show", reference, "--format", "json"]);
        show.json()["data"].clone()
    };
    let text = sandbox.run(&["request", "show", "R-2026-0005"]).ok();
    assert!(
        text.contains("what is meant") && text.contains("not yet"),
        "{text}"
    );
    let answered =
        "env OPTIMACTL_TEST_TIME=2026-11-26T09:00:00Z optimactl request resume R-2026-0005";
    sandbox.sh(answered).ok();
    let data = shown("R-2026-0005");
    assert_eq!(data["questions"][0]["answered"], "2026-11-26");
    assert_eq!(data["clocks"]["gdpr"]["suspended_days"], 4);
    sandbox
        .run(&["request", "resume", "R-2026-0005"])
        .fails(15, "no such question");

    let reason = "Your data lies in four systems.";
    let extend = ["request", "extend", "R-2026-0001", "--reason", reason];
    let dry = sandbox.run(&[&extend[..], &["--dry-run"]].concat()).ok();
    assert!(dry.contains("Would extend"), "{dry}");
    let told = sandbox.run(&extend).ok();
    assert!(
        told.contains("We will answer by 2027-02-22") && told.contains(reason),
        "{told}"
    );
    sandbox.run(&extend).fails(5, "one extension");
    let late = "env OPTIMACTL_TEST_TIME=2027-01-10T09:00:00Z optimactl request extend R-2026-0002 --reason x";
    sandbox.sh(late).fails(5, "no more time");

    sandbox.run(&["request", "withdraw", "R-2026-0003"]).ok();
    assert_eq!(shown("R-2026-0003")["state"], "withdrawn");
    sandbox
        .run(&["request", "ask-identity", "R-2026-0003"])
        .fails(5, "closed request stays closed");
    // The reason is personal: it stands in no clear field of the log.
    let log = sandbox.sh("optimactl audit export --redacted --as jsonl | grep -c 'four systems'");
    assert_eq!(log.stdout.trim(), "0");
}

/// Four eyes: the store decides, not who brings a configuration, and a user of the system is one person under every
/// name.
#[test]
fn an_erasure_is_approved_by_somebody_else() {
    let sandbox = Sandbox::prepared();
    sandbox.run(&["request", "approvers", "2"]).ok();
    sandbox
        .run(&["request", "approve", "R-2026-0008"])
        .fails(5, "somebody else approves it");
    sandbox.write("own.toml", "[requests]\napprovers = 1\n", 0o600);
    sandbox
        .run(&["--config", "own.toml", "request", "approve", "R-2026-0008"])
        .fails(2, "optimactl request approvers");
    sandbox
        .run(&["request", "approvers", "3"])
        .fails(2, "1..=2");
    sandbox
        .run(&["request", "approvers", "1", "--confirm", "store"])
        .fails(5, "--reason");
    sandbox
        .run(&["request", "approvers", "1", "--reason", "alone"])
        .fails(5, "--confirm");
    sandbox
        .run(&[
            "request",
            "approvers",
            "1",
            "--reason",
            "alone",
            "--confirm",
            "store",
        ])
        .ok();
    let shown = sandbox
        .run(&["request", "approvers", "--format", "json"])
        .json();
    assert_eq!(shown["data"]["approvers"], 1);
    let dry = sandbox
        .run(&["request", "approve", "R-2026-0008", "-n"])
        .ok();
    assert!(dry.contains("Would approve"), "{dry}");
    let done = sandbox
        .run(&["request", "approve", "R-2026-0008", "--format", "json"])
        .json();
    assert_eq!(done["data"]["approval"], "single");
    assert_eq!(done["data"]["state"], "ready");
    sandbox
        .run(&["request", "fulfil", "R-2026-0008"])
        .fails(5, "there is no `fulfil` from there");
}

/// The figures of a year and the calendar file: in every format, and without a name.
#[test]
fn numbers_and_the_calendar_file_name_nobody() {
    let sandbox = Sandbox::prepared();
    let metrics = ["request", "metrics", "--year", "2026"];
    let json = sandbox
        .run(&[&metrics[..], &["--format", "json"]].concat())
        .ok();
    let data: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(data["data"]["types"][0]["type"], "access");
    assert_eq!(data["data"]["types"][0]["denied_not_verifiable"], 2);
    let csv = sandbox
        .run(&[&metrics[..], &["--format", "csv"]].concat())
        .ok();
    assert!(csv.starts_with("type,received,"), "{csv}");
    let none = sandbox.run(&["request", "metrics"]).ok();
    assert_eq!(none, "", "the last whole year is empty");
    let due = ["request", "due", "--within", "3d", "--ics", "due.ics"];
    sandbox.run(&due).ok();
    sandbox.run(&due).fails(15, "due.ics");
    sandbox.run(&[&due[..], &["--overwrite"]].concat()).ok();
    let ics = std::fs::read_to_string(sandbox.path("due.ics")).unwrap();
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
    assert!(
        ics.contains("SUMMARY:R-2026-0011 access: decide (GDPR)"),
        "{ics}"
    );
    for text in [&json, &csv, &ics] {
        let text = text.to_lowercase();
        assert!(
            !text.contains("kim") && !text.contains("rights ltd"),
            "{text}"
        );
    }
    sandbox
        .run(&["request", "due", "--ics", "-"])
        .fails(2, "standard output");
    std::fs::remove_file(sandbox.path("due.ics")).unwrap();
    sandbox.run(&[&due[..], &["-n"]].concat()).ok();
    assert!(!sandbox.path("due.ics").exists());
}

/// Requests from elsewhere and holiday tables of one's own, as a script runs them.
#[test]
fn imports_are_idempotent_and_tables_count() {
    let sandbox = Sandbox::prepared();
    let import = ["request", "import", "earlier.jsonl", "--calendar", "DE"];
    let dry = sandbox.run(&[&import[..], &["-n"]].concat()).ok();
    assert!(dry.contains("Would import 1 request"), "{dry}");
    sandbox.run(&import).ok();
    let again = sandbox.run(&import).ok();
    assert!(
        again.contains("Imported 0 requests; 1 known already"),
        "{again}"
    );
    let piped = ["request", "import", "-", "--calendar", "DE"];
    sandbox
        .run_input(&piped, "{\"id\":\"x\",\"type\":\"acces\"}\n")
        .fails(2, "line 1");

    let own = [
        "calendar",
        "import",
        "berlin.csv",
        "--code",
        "DE-BE",
        "--tz",
        "Europe/Berlin",
    ];
    sandbox.run(&own).ok();
    sandbox.run(&own).fails(15, "`--if-exists update`");
    let listed = sandbox.run(&["calendar", "show"]).ok();
    assert!(
        listed.lines().last().unwrap().contains("imported"),
        "{listed}"
    );
    sandbox.run(&["calendar", "check"]).ok();
    let next = sandbox.run_with(
        &["calendar", "check", "--format", "json"],
        &[("OPTIMACTL_TEST_TIME", "2027-03-01T00:00:00Z")],
    );
    let checked: Value = serde_json::from_str(&next.code(4)).unwrap();
    let berlin = checked["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["code"] == "DE-BE");
    assert_eq!(berlin.unwrap()["missing"][0], 2028);
    let deadline = [
        "request",
        "deadline",
        "--law",
        "gdpr",
        "--received",
        "2026-11-25",
        "--calendar",
        "DE-BE",
        "--format",
        "json",
    ];
    let dates = sandbox.run(&deadline).json();
    assert_eq!(dates["data"]["due"], "2026-12-28");
    let apart = Sandbox::new();
    apart
        .run(&deadline)
        .fails(2, "there is no calendar `DE-BE`");
    apart.run(&["calendar", "check"]).ok();
}

/// No place takes a document of the person: no flag of a command about requests, no column.
#[test]
fn nothing_takes_a_copy_of_an_identity_document() {
    let command = optimactl::command();
    let request = command.find_subcommand("request").unwrap();
    for verb in ["open", "ask-identity", "verify", "agent"] {
        let verb = request.find_subcommand(verb).unwrap();
        for argument in verb.get_arguments() {
            let value = argument.get_value_names().unwrap_or_default();
            let takes_file = value
                .iter()
                .any(|name| ["FILE", "PATH", "DIR"].contains(&name.as_str()));
            assert!(!takes_file, "{} {}", verb.get_name(), argument.get_id());
        }
    }
}

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
        .run(&["request", "verify", reference, "--method", "email"])
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

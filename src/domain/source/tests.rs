//! Sources of every kind answer alike; what is not classified, not whole or not in time is no answer.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;

use super::*;
use crate::base::error::Kind;
use crate::store::file;

const REFERENCE: &str = "R-2026-0001";

fn person() -> Person {
    Person {
        id: Some("acc_kim".to_owned()),
        name: Some("Kim".to_owned()),
        email: Some("Kim@Example.com".to_owned()),
    }
}

fn fields(named: &[(&str, Category)]) -> BTreeMap<String, Category> {
    let fields = named.iter().map(|(name, is)| ((*name).to_owned(), *is));
    fields.collect()
}

fn lines(folder: &tempfile::TempDir, text: &str) -> Source {
    let path = folder.path().join("orders.jsonl");
    file::write_atomic(&path, text.as_bytes()).unwrap();
    at(path)
}

fn at(path: PathBuf) -> Source {
    Source {
        name: "orders".to_owned(),
        place: Place::Lines {
            path,
            form: Form::Jsonl,
            subject: "mail".to_owned(),
        },
        key: Key::Email,
        fields: fields(&[
            ("mail", Category::Contact),
            ("total", Category::Financial),
            ("card", Category::Secret),
            ("friend", Category::Others),
        ]),
        erasure: Erasure::Delete,
        cascade: false,
        patience: Duration::from_secs(10),
        purpose: Purpose::default(),
    }
}

/// A program of these lines of shell, which gets the question in `$question`.
fn program(folder: &tempfile::TempDir, script: &str) -> Source {
    let path = folder.path().join("ask");
    let text = format!("#!/bin/sh\nread -r question\n{script}\n");
    file::write_atomic(&path, text.as_bytes()).unwrap();
    std::fs::set_permissions(&path, Permissions::from_mode(0o700)).unwrap();
    Source {
        place: Place::Program {
            command: vec![path.display().to_string()],
            tries: 1,
        },
        ..at(path.clone())
    }
}

#[test]
fn what_is_secret_or_about_others_is_never_handed_out() {
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"mail":"kim@example.com","total":3,"card":"4111","friend":"Lee"}"#;
    let done = format!(
        "case $question in *export*) echo '{{\"row\":{line}}}' ;; esac; echo '{{\"done\":{{\"count\":1}}}}'"
    );
    for source in [lines(&folder, line), program(&folder, &done)] {
        let records = export(&source, &person(), REFERENCE).unwrap().unwrap();
        let text = serde_json::to_string(&records).unwrap();
        assert_eq!(text, r#"[{"mail":"kim@example.com","total":3}]"#);
        assert_eq!(count(&source, &person(), REFERENCE).unwrap(), Ok(1));
    }
}

#[test]
fn a_field_that_nobody_classified_stops_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let line = r#"{"mail":"lee@example.com","note":"x"}"#;
    let row = format!("echo '{{\"row\":{line}}}'; echo '{{\"done\":{{\"count\":1}}}}'");
    for source in [lines(&folder, line), program(&folder, &row)] {
        let error = export(&source, &person(), REFERENCE).unwrap_err();
        assert_eq!(error.kind, Kind::Refused, "{error:?}");
        let told = error.to_string();
        assert!(told.contains("note") && !told.contains("lee"), "{told}");
    }
    let source = lines(&folder, line);
    assert!(erase(&source, &person(), REFERENCE).is_err());
    assert_eq!(look(&source).len(), 1);
}

#[test]
fn a_source_is_asked_with_what_it_knows_people_by_and_nothing_more() {
    let folder = tempfile::tempdir().unwrap();
    let seen = folder.path().join("seen");
    let script = format!(
        "echo \"$question\" > {}; echo '{{\"done\":{{\"count\":2,\"left\":1}}}}'",
        seen.display()
    );
    let source = Source {
        key: Key::Name,
        ..program(&folder, &script)
    };
    let gone = erase(&source, &person(), REFERENCE).unwrap().unwrap();
    assert_eq!((gone.rows, gone.left), (2, 1));
    assert_eq!(
        std::fs::read_to_string(seen).unwrap(),
        "{\"protocol\":\"optimactl/source/1\",\"action\":\"erase\",\"source\":\"orders\",\"request\":\"R-2026-0001\",\
         \"subject\":{\"match\":\"name\",\"values\":[\"kim\"]}}\n"
    );
    let nobody = Person::default();
    assert_eq!(count(&source, &nobody, REFERENCE).unwrap(), Err(Unasked));
}

#[test]
fn what_is_kept_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let source = Source {
        erasure: Erasure::Keep("tax law".to_owned()),
        ..lines(&folder, r#"{"mail":"KIM@example.com"}"#)
    };
    let gone = erase(&source, &person(), REFERENCE).unwrap().unwrap();
    assert_eq!((gone.rows, gone.left), (0, 1));
    assert_eq!(count(&source, &person(), REFERENCE).unwrap(), Ok(1));
}

#[test]
fn an_answer_that_is_not_whole_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let row = r#"echo '{"row":{"total":1}}'"#;
    for (script, wanted) in [
        (row.to_owned(), "without `done`"),
        (format!("{row}; printf '{{\"done\":'"), "without `done`"),
        (
            format!("{row}; echo '{{\"done\":{{\"count\":2}}}}'"),
            "counted 2",
        ),
        (
            "echo '{\"done\":{\"count\":100}}'".to_owned(),
            "printed 0 rows",
        ),
        (
            format!("{row}; echo '{{\"done\":{{\"count\":1}}}}'; exit 3"),
            "ended with an error",
        ),
        ("echo kim@example.com".to_owned(), "neither"),
        (
            "echo '{\"done\":{\"count\":0}}'; echo '{\"row\":{}}'".to_owned(),
            "behind `done`",
        ),
        ("head -c 2000000 /dev/zero | tr '\\0' x".to_owned(), "1 MiB"),
    ] {
        let error = export(&program(&folder, &script), &person(), REFERENCE).unwrap_err();
        assert_eq!(error.kind, Kind::Remote, "{script}: {error:?}");
        let told = error.to_string();
        assert!(told.contains(wanted) && !told.contains("kim@"), "{told}");
    }
}

#[test]
fn a_program_that_hangs_is_given_up_and_one_that_failed_is_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let slow = Source {
        patience: Duration::from_millis(200),
        ..program(&folder, "exec sleep 30")
    };
    let begun = std::time::Instant::now();
    let error = count(&slow, &person(), REFERENCE).unwrap_err();
    assert!(
        error.to_string().contains("was not done within 0.2 s"),
        "{error:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(10));
    let mark = folder.path().join("mark");
    let script = format!(
        "if [ -e {0} ]; then echo '{{\"done\":{{\"count\":7}}}}'; else : > {0}; exit 1; fi",
        mark.display()
    );
    let mut twice = program(&folder, &script);
    if let Place::Program { tries, .. } = &mut twice.place {
        *tries = 2;
    }
    assert_eq!(count(&twice, &person(), REFERENCE).unwrap(), Ok(7));
}

#[test]
fn a_program_that_never_stops_printing_is_given_up_with_all_that_it_started() {
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("alive");
    let script = format!(
        "(sleep 2; : > {}) &\nwhile :; do echo '{{\"row\":{{}}}}'; done",
        mark.display()
    );
    let endless = Source {
        patience: Duration::from_millis(300),
        ..program(&folder, &script)
    };
    let error = export(&endless, &person(), REFERENCE).unwrap_err();
    let told = error.to_string();
    assert!(
        told.contains("within 0.3 s") || told.contains("64 MiB"),
        "{told}"
    );
    std::thread::sleep(Duration::from_millis(2500));
    assert!(!mark.exists(), "what it started went on");
}

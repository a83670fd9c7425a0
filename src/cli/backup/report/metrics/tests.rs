//! What the file says after one run and another, and that it is the format that is expected.

use serde_json::json;

use super::super::facts::{Ended, sample};
use super::*;
use crate::base::error::Kind;
use crate::cli::context::Exit;
use crate::store::backup::Verifications;

fn time(text: &str) -> Time {
    clock::parse(text).unwrap()
}

fn row(target: &str, created: &str) -> BackupRow {
    BackupRow {
        id: "bk_1".to_owned(),
        target: target.to_owned(),
        file: String::new(),
        epoch: String::new(),
        sequence: 1,
        manifest_sha256: String::new(),
        created: time(created),
        milliseconds: 1,
        bytes: 4096,
        label: None,
        verified: Verifications {
            full: Some(time(created)),
            ..Verifications::default()
        },
    }
}

fn says(text: &str, line: &str) {
    assert!(text.lines().any(|one| one == line), "`{line}` in\n{text}");
}

#[test]
fn one_command_does_not_erase_what_another_said() {
    let run = sample("create");
    let rows = [
        row("/a \"b\"\\c", "2026-11-22T01:00:00Z"),
        row("/a \"b\"\\c", "2026-11-21T01:00:00Z"),
        row("/given-up", "2026-01-01T01:00:00Z"),
    ];
    let facts = Facts::new(&run, Ended::answered(Exit::OK, None));
    let first = merged("", &facts, Some(&rows), &["/a \"b\"\\c".to_owned()]);
    let target = r#"{target="/a \"b\"\\c",store="/srv/store"}"#;
    says(&first, &format!("optimactl_backup_kept{target} 2"));
    says(
        &first,
        "optimactl_backup_last_exit_code{command=\"create\",store=\"/srv/store\"} 0",
    );
    says(
        &first,
        "optimactl_backup_newest_age_seconds{store=\"/srv/store\"} 7200",
    );
    assert!(!first.contains("given-up"));

    let run = sample("verify");
    let failed = Error::new(Kind::WrongKey, "no");
    let facts = Facts::new(&run, Ended::failed(&failed));
    let second = merged(&first, &facts, None, &[]);
    says(&second, &format!("optimactl_backup_kept{target} 2"));
    says(
        &second,
        "optimactl_backup_last_exit_code{command=\"create\",store=\"/srv/store\"} 0",
    );
    says(
        &second,
        "optimactl_backup_last_exit_code{command=\"verify\",store=\"/srv/store\"} 12",
    );
    assert_eq!(merged(&second, &facts, None, &[]), second);
}

#[test]
fn targets_of_an_answer_count_where_the_store_cannot_be_asked() {
    let run = sample("create");
    let answer = json!({"data": {"created": "2026-11-22T02:59:00Z", "image_bytes": 9000, "targets": [
        {"target": "/a", "file": "/a/x.age", "bytes": 100, "error": null},
        {"target": "/b", "file": null, "error": "full"},
    ]}});
    let exit = Exit::with(Kind::Partial);
    let facts = Facts::new(&run, Ended::answered(exit, Some(answer)));
    let text = merged("nonsense\noptimactl_backup_kept{ 7\n", &facts, None, &[]);
    let made = time("2026-11-22T02:59:00Z").timestamp();
    says(
        &text,
        &format!(
            "optimactl_backup_last_success_timestamp_seconds{{target=\"/a\",store=\"/srv/store\"}} {made}"
        ),
    );
    says(
        &text,
        "optimactl_backup_bytes{kind=\"image\",store=\"/srv/store\"} 9000",
    );
    assert!(!text.contains("/b"), "{text}");
    assert!(!text.contains("optimactl_backup_kept"), "{text}");
}

#[test]
fn another_store_keeps_its_lines() {
    let run = sample("create");
    let facts = Facts::new(&run, Ended::answered(Exit::OK, None));
    let other = "optimactl_backup_kept{target=\"/x\",store=\"/other\"} 3";
    says(&merged(other, &facts, Some(&[]), &[]), other);
}

#[test]
fn the_file_is_for_everybody_and_written_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.prom");
    let run = sample("create");
    for _ in 0..2 {
        let facts = Facts::new(&run, Ended::answered(Exit::OK, None));
        write(&path, &facts, None, &[]).unwrap();
    }
    let mode = path.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
    let text = std::fs::read_to_string(&path).unwrap();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        assert!(exposition::line(line).is_some(), "{line}");
    }
}

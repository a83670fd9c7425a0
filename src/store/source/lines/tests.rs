//! Lines that are found, read, deleted and emptied; the others stay as they are, and a writer loses nothing.

use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use super::super::Spelling;
use super::*;

struct Lying {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
    form: Form,
}

impl Lying {
    fn new(form: Form, text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lines");
        file::write_atomic(&path, text.as_bytes()).unwrap();
        Self {
            _folder: folder,
            path,
            form,
        }
    }

    fn lines(&self) -> Lines<'_> {
        Lines {
            path: &self.path,
            form: self.form,
        }
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.path).unwrap()
    }

    fn read(&self, meant: &Meant<'_>, columns: &[&str]) -> Vec<String> {
        let mut seen = vec![];
        let columns: Vec<String> = columns.iter().map(|name| (*name).to_owned()).collect();
        self.lines()
            .each(meant, &columns, &mut |record| {
                seen.push(Value::Object(record).to_string());
                Ok(())
            })
            .unwrap();
        seen
    }
}

fn kim(values: &[String]) -> Meant<'_> {
    Meant {
        column: "mail",
        values,
        spelling: Spelling::AnyCase,
    }
}

fn address() -> [String; 1] {
    ["kim@example.com".to_owned()]
}

const CSV: &str = "\u{feff}mail,text,n\r\nKIM@example.com,\"a\r\nb \"\"c\"\"\",1\r\n\r\nlee@example.com, x ,2\r\n\"kim@example.com\",\"é, ü\",3";
const JSONL: &str = "{\"mail\":\"lee@example.com\", \"n\": 1}\n\n{\"n\":7,\"mail\":\"Kim@Example.com\",\"text\":\"x\"}\r\n{\"mail\":null}\n{\"mail\":\"kim@example.com\"}";

#[test]
fn csv_is_read_and_what_is_not_meant_stays_byte_for_byte() {
    let (lying, values) = (Lying::new(Form::Csv, CSV), address());
    let lines = lying.lines();
    assert_eq!(lines.columns().unwrap(), ["mail", "text", "n"]);
    assert_eq!(lines.count(&kim(&values)).unwrap(), 2);
    assert_eq!(
        lying.read(&kim(&values), &["text", "gone"]),
        [
            r#"{"gone":null,"text":"a\r\nb \"c\""}"#,
            r#"{"gone":null,"text":"é, ü"}"#
        ]
    );
    let gone = lines.erase(&kim(&values), Fate::Deleted).unwrap();
    assert_eq!(
        gone,
        Gone {
            rows: 2,
            ..Gone::default()
        }
    );
    assert_eq!(
        lying.text(),
        "\u{feff}mail,text,n\r\n\r\nlee@example.com, x ,2\r\n"
    );
    assert_eq!(
        lines.erase(&kim(&values), Fate::Deleted).unwrap(),
        Gone::default()
    );
}

#[test]
fn json_lines_are_read_emptied_and_deleted() {
    let (lying, values) = (Lying::new(Form::Jsonl, JSONL), address());
    let lines = lying.lines();
    assert_eq!(lines.columns().unwrap(), ["mail", "n", "text"]);
    assert_eq!(lines.count(&kim(&values)).unwrap(), 2);
    let columns = ["text".to_owned()];
    let gone = lines.erase(&kim(&values), Fate::Emptied(&columns)).unwrap();
    assert_eq!(gone.rows, 1, "the other has no text");
    assert_eq!(
        lying.read(&kim(&values), &["n", "text"]),
        [r#"{"n":7,"text":null}"#, r#"{"n":null,"text":null}"#]
    );
    lines.erase(&kim(&values), Fate::Deleted).unwrap();
    assert_eq!(
        lying.text(),
        "{\"mail\":\"lee@example.com\", \"n\": 1}\n\n{\"mail\":null}\n"
    );
}

#[test]
fn emptied_cells_keep_their_line() {
    let (lying, values) = (Lying::new(Form::Csv, CSV), address());
    let columns = ["mail", "text"].map(str::to_owned);
    let gone = lying
        .lines()
        .erase(&kim(&values), Fate::Emptied(&columns))
        .unwrap();
    assert_eq!(gone.rows, 2);
    assert_eq!(
        lying.text(),
        "\u{feff}mail,text,n\r\n,,1\n\r\nlee@example.com, x ,2\r\n,,3\n"
    );
}

#[test]
fn owner_and_mode_stay_and_no_file_is_left() {
    let (lying, values) = (Lying::new(Form::Csv, CSV), address());
    std::fs::set_permissions(&lying.path, std::fs::Permissions::from_mode(0o640)).unwrap();
    lying.lines().erase(&kim(&values), Fate::Deleted).unwrap();
    let meta = lying.path.metadata().unwrap();
    assert_eq!(meta.mode() & 0o777, 0o640);
    let folder = lying.path.parent().unwrap();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let lying = Lying::new(Form::Csv, CSV);
    let rewrite = Rewrite::begin(&lying.path).unwrap();
    let mut writer = OpenOptions::new().append(true).open(&lying.path).unwrap();
    writer.write_all(b"\r\nnew@example.com,,4").unwrap();
    let refused = rewrite.put(vec![(0..3, vec![])]).unwrap_err();
    assert_eq!(refused.kind, Kind::Conflict);
    assert!(lying.text().ends_with("new@example.com,,4"));
    let folder = lying.path.parent().unwrap();
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 1);
}

#[test]
fn one_run_at_a_time_and_none_beside_a_writer_or_another_name() {
    let (lying, values) = (Lying::new(Form::Csv, CSV), address());
    let erase = || lying.lines().erase(&kim(&values), Fate::Deleted);
    let first = Rewrite::begin(&lying.path).unwrap();
    assert_eq!(erase().unwrap_err().kind, Kind::Conflict);
    drop(first);
    let mut writer = std::process::Command::new("sleep")
        .arg("30")
        .stdout(OpenOptions::new().append(true).open(&lying.path).unwrap())
        .spawn()
        .unwrap();
    let nobody = ["nobody@example.com".to_owned()];
    let none = lying.lines().erase(&kim(&nobody), Fate::Deleted);
    let refused = erase().unwrap_err();
    writer.kill().unwrap();
    writer.wait().unwrap();
    assert!(refused.message.contains("open for writing"), "{refused}");
    assert_eq!(none.unwrap(), Gone::default());
    let other = lying.path.with_extension("link");
    std::fs::hard_link(&lying.path, &other).unwrap();
    assert_eq!(erase().unwrap_err().kind, Kind::Refused);
    std::fs::remove_file(&other).unwrap();
    assert_eq!(lying.text(), CSV);
    // What a killed run left goes with the next one.
    let left = file::beside(&lying.path, ".optimactl-0011.partial");
    file::write_atomic(&left, b"kim@example.com").unwrap();
    assert_eq!(erase().unwrap().rows, 2);
    assert!(!left.exists());
}

#[test]
fn what_cannot_be_read_is_told_by_its_line_without_its_content() {
    let values = address();
    for (form, text, wanted) in [
        (Form::Jsonl, "{}\n[\"kim@example.com\"]\n", "line 2"),
        (Form::Csv, "mail,n\na,1\nkim@example.com\n", "line 3"),
        (Form::Csv, "mail,mail\n", "twice"),
        (Form::Jsonl, "{\"mail\":[\"kim@example.com\"]}\n", "line 1"),
    ] {
        let lying = Lying::new(form, text);
        let error = lying.lines().count(&kim(&values)).unwrap_err();
        assert_eq!(error.kind, Kind::Remote);
        let told = error.to_string();
        assert!(told.contains(wanted) && !told.contains("kim"), "{told}");
        assert_eq!(lying.text(), text);
    }
    let lying = Lying::new(Form::Jsonl, &"x".repeat(1 << 21));
    let error = lying.lines().columns().unwrap_err();
    assert!(error.to_string().contains("1 MiB"));
}

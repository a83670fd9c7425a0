//! Rows of another program's database: found, read, emptied, deleted, and waited for.

use super::*;

fn shop() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    #[expect(clippy::disallowed_methods, reason = "the shop's own program")]
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode=WAL;
         CREATE TABLE \"or\"\"der\" (id INTEGER PRIMARY KEY, mail TEXT, note TEXT NOT NULL, pic BLOB);
         INSERT INTO \"or\"\"der\" VALUES (1, 'Kim@Example.com', 'blue', x'00ff'), (2, 'lee@example.com', 'red', NULL),
             (3, ' kim@example.com', '', NULL), (4, NULL, 'nobody''s', NULL);",
    )
    .unwrap();
    (folder, path)
}

fn table(path: &Path) -> Table<'_> {
    Table {
        path,
        table: "or\"der",
        patience: Duration::from_millis(50),
        spreads: false,
    }
}

fn kim(values: &[String]) -> Meant<'_> {
    Meant {
        column: "mail",
        values,
        spelling: Spelling::AnyCase,
    }
}

#[test]
fn rows_are_found_whatever_their_case_and_read_by_column() {
    let (_folder, path) = shop();
    let (table, values) = (table(&path), ["kim@example.com".to_owned()]);
    assert_eq!(table.columns().unwrap(), ["id", "mail", "note", "pic"]);
    assert_eq!(table.count(&kim(&values)).unwrap(), 2);
    let mut seen = vec![];
    table
        .each(
            &kim(&values),
            &["id".to_owned(), "pic".to_owned()],
            &mut |record| {
                seen.push(Value::Object(record).to_string());
                Ok(())
            },
        )
        .unwrap();
    assert_eq!(
        seen,
        [
            r#"{"id":1,"pic":{"base64":"AP8="}}"#,
            r#"{"id":3,"pic":null}"#
        ]
    );
    let by_id = ["2".to_owned()];
    let meant = Meant {
        column: "id",
        values: &by_id,
        spelling: Spelling::Exact,
    };
    assert_eq!(table.count(&meant).unwrap(), 1);
}

#[test]
fn what_is_erased_stands_nowhere_in_the_file() {
    let (folder, path) = shop();
    let (table, values) = (table(&path), ["kim@example.com".to_owned()]);
    let gone = table.erase(&kim(&values), Fate::Deleted).unwrap();
    assert_eq!(
        gone,
        Gone {
            rows: 2,
            ..Gone::default()
        }
    );
    assert_eq!(table.erase(&kim(&values), Fate::Deleted).unwrap().rows, 0);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("kim@"), "still there");
    }
    let everybody = ["lee@example.com".to_owned()];
    assert_eq!(table.count(&kim(&everybody)).unwrap(), 1);
}

#[test]
fn emptied_columns_keep_their_row_and_what_must_not_be_null() {
    let (_folder, path) = shop();
    let (table, values) = (table(&path), ["1".to_owned()]);
    let meant = Meant {
        column: "id",
        values: &values,
        spelling: Spelling::Exact,
    };
    let columns = ["mail", "note"].map(str::to_owned);
    let gone = table.erase(&meant, Fate::Emptied(&columns)).unwrap();
    assert_eq!(
        gone,
        Gone {
            rows: 1,
            ..Gone::default()
        }
    );
    let mut seen = vec![];
    table
        .each(&meant, &columns, &mut |record| {
            seen.push(Value::Object(record).to_string());
            Ok(())
        })
        .unwrap();
    assert_eq!(seen, [r#"{"mail":null,"note":""}"#]);
    let again = table.erase(&meant, Fate::Emptied(&columns)).unwrap();
    assert_eq!(again, Gone::default());
    let wrong = table
        .erase(&meant, Fate::Emptied(&["colour".to_owned()]))
        .unwrap_err();
    assert_eq!(wrong.kind, Kind::NotFound);
}

#[test]
fn a_writer_is_waited_for_and_then_named() {
    let (_folder, path) = shop();
    #[expect(clippy::disallowed_methods, reason = "the shop's own program")]
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let values = ["kim@example.com".to_owned()];
    let busy = table(&path)
        .erase(&kim(&values), Fate::Deleted)
        .unwrap_err();
    assert_eq!(busy.kind, Kind::Remote);
    assert!(busy.causes[0].contains("another program"), "{busy:?}");
    assert_eq!(table(&path).count(&kim(&values)).unwrap(), 2);
}

#[test]
fn what_is_no_database_or_has_no_such_table_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    assert_eq!(table(&path).columns().unwrap_err().kind, Kind::Remote);
    assert!(!path.exists());
    std::fs::copy("Cargo.toml", &path).unwrap();
    assert_eq!(table(&path).columns().unwrap_err().kind, Kind::Remote);
    let (_folder, path) = shop();
    let table = Table {
        table: "nothing",
        ..table(&path)
    };
    assert_eq!(table.columns().unwrap_err().kind, Kind::NotFound);
}

#[test]
fn rows_of_other_tables_go_only_where_that_is_said() {
    let (_folder, path) = shop();
    #[expect(clippy::disallowed_methods, reason = "the shop's own program")]
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "CREATE TABLE invoice (number INTEGER, \"order\" INTEGER REFERENCES \"or\"\"der\" (id) ON DELETE CASCADE);
         INSERT INTO invoice VALUES (7, 1), (8, 2);",
    )
    .unwrap();
    let invoices = || -> i64 {
        conn.query_row("SELECT count(*) FROM invoice", [], |row| row.get(0))
            .unwrap()
    };
    let (table, values) = (table(&path), ["kim@example.com".to_owned()]);
    let refused = table.erase(&kim(&values), Fate::Deleted).unwrap_err();
    assert_eq!(refused.kind, Kind::Refused);
    assert!(table.rehearse(&kim(&values), Fate::Deleted).is_err());
    assert_eq!((invoices(), table.count(&kim(&values)).unwrap()), (2, 2));
    let spreading = Table {
        spreads: true,
        ..table
    };
    spreading.rehearse(&kim(&values), Fate::Deleted).unwrap();
    assert_eq!((invoices(), table.count(&kim(&values)).unwrap()), (2, 2));
    let gone = spreading.erase(&kim(&values), Fate::Deleted).unwrap();
    assert_eq!((gone.rows, invoices()), (2, 1));
}

#[test]
fn what_a_reader_keeps_in_the_log_is_told() {
    let (_folder, path) = shop();
    #[expect(clippy::disallowed_methods, reason = "the shop's own program")]
    let reader = Connection::open(&path).unwrap();
    reader
        .execute_batch("BEGIN; SELECT * FROM \"or\"\"der\"")
        .unwrap();
    let values = ["kim@example.com".to_owned()];
    let gone = table(&path).erase(&kim(&values), Fate::Deleted).unwrap();
    assert!(gone.lingers && gone.rows == 2, "{gone:?}");
}

#[test]
fn letters_that_only_look_alike_are_somebody_elses() {
    let (_folder, path) = shop();
    #[expect(clippy::disallowed_methods, reason = "the shop's own program")]
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(
        "INSERT INTO \"or\"\"der\" VALUES (5, 'anna@strasse.de', '', NULL), (6, 'Anna@Straße.de', '', NULL);",
    )
    .unwrap();
    let values = [lowered("anna@straße.de")];
    assert_eq!(table(&path).count(&kim(&values)).unwrap(), 1);
}

//! What an attacker with the keys would do to the rows. Only in test builds.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::store::carry::LOG;
use crate::store::{Store, Tx};

/// Tables in which a change is not found, with the reason.
const UNPROVEN: [(&str, &str); 1] = [(
    "ingest_key",
    "keyed digests of lines that were taken in: the lines themselves are events, and the digest of one that never came \
     cannot be told from that of one that did",
)];

/// Every table of the audit log in which each change must be found: those that a restore takes over, so that a new
/// one cannot be forgotten.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    let unproven = |table: &&str| UNPROVEN.iter().any(|(name, _)| name == table);
    std::iter::once("event").chain(LOG.into_iter().filter(move |table| !unproven(table)))
}

/// Runs SQL with the triggers dropped first.
pub(crate) fn run(store: &Store, sql: &str) {
    let script =
        format!("DROP TRIGGER IF EXISTS event_is_final; DROP TRIGGER IF EXISTS event_stays; {sql}");
    store.conn().execute_batch(&script).unwrap();
}

/// The same by somebody whose SQLite lets the schema itself be written.
pub(crate) fn run_undefended(store: &Store, sql: &str) {
    let defended = rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
    store.conn().set_db_config(defended, false).unwrap();
    run(store, sql);
    store.conn().set_db_config(defended, true).unwrap();
}

/// Whether any page of the database, free ones among them, holds these bytes.
pub(crate) fn pages_hold(store: &Store, needle: &str) -> bool {
    let sql = "SELECT count(*) FROM sqlite_dbpage WHERE instr(data, CAST(?1 AS BLOB)) > 0";
    let found: i64 = store
        .conn()
        .query_row(sql, [needle], |row| row.get(0))
        .unwrap();
    found > 0
}

/// How many triggers protect the events.
pub(crate) fn triggers(store: &Store) -> i64 {
    let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'event'";
    store.conn().query_row(sql, [], |row| row.get(0)).unwrap()
}

/// The same within a transaction, where the triggers are gone already or not in the way.
pub(crate) fn script(tx: &Tx<'_>, sql: &str) {
    tx.conn().execute_batch(sql).unwrap();
}

/// A column as the database describes it.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) table: &'static str,
    pub(crate) name: String,
    kind: String,
}

/// All columns of all tables, and how many rows each table has.
pub(crate) fn columns(store: &Store) -> Vec<(Column, u32)> {
    let mut found = vec![];
    for table in tables() {
        let conn = store.conn();
        let count = format!("SELECT count(*) FROM {table}");
        let rows: u32 = conn.query_row(&count, [], |row| row.get(0)).unwrap();
        let mut info = conn
            .prepare(&format!(
                "SELECT name, type FROM pragma_table_info('{table}')"
            ))
            .unwrap();
        let columns = info.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
        for column in columns.unwrap() {
            let (name, kind) = column.unwrap();
            found.push((Column { table, name, kind }, rows));
        }
    }
    found
}

/// Flips one bit of one value; `false` where the database itself does not let the row be so.
pub(crate) fn flip(tx: &Tx<'_>, column: &Column, row: u32, bit: u32) -> bool {
    let table = column.table;
    let mut select = tx
        .conn()
        .prepare_cached(&format!("SELECT * FROM {table} LIMIT 1 OFFSET {row}"))
        .unwrap();
    let names: Vec<String> = select.column_names().map(str::to_owned).collect();
    let old: Vec<Value> = select
        .query_row([], |row| (0..names.len()).map(|at| row.get(at)).collect())
        .unwrap();
    let at = names.iter().position(|name| *name == column.name).unwrap();
    let (set, new) = flipped(&old[at], &column.kind, bit);
    let same: Vec<String> = (names.iter().zip(2..))
        .map(|(name, number)| format!("{name} IS ?{number}"))
        .collect();
    let sql = format!(
        "UPDATE {table} SET {} = {set} WHERE {}",
        column.name,
        same.join(" AND ")
    );
    let values: Vec<Value> = std::iter::once(new).chain(old).collect();
    tx.conn()
        .prepare_cached(&sql)
        .unwrap()
        .execute(params_from_iter(values))
        .is_ok_and(|changed| changed == 1)
}

/// The SQL for the new value, and the value: a text may be no UTF-8 any more.
fn flipped(old: &Value, kind: &str, bit: u32) -> (&'static str, Value) {
    let turn = |mut bytes: Vec<u8>| {
        let bits = u32::try_from(bytes.len() * 8).unwrap();
        if bits == 0 {
            return vec![b'x'];
        }
        let at = bit % bits;
        bytes[usize::try_from(at / 8).unwrap()] ^= 1 << (at % 8);
        bytes
    };
    match old {
        Value::Integer(number) => ("?1", Value::Integer(number ^ (1 << (bit % 64)))),
        Value::Text(text) => (
            "CAST(?1 AS TEXT)",
            Value::Blob(turn(text.clone().into_bytes())),
        ),
        Value::Blob(bytes) => ("?1", Value::Blob(turn(bytes.clone()))),
        _ => match kind {
            "INTEGER" => ("?1", Value::Integer(i64::from(bit))),
            "TEXT" => ("CAST(?1 AS TEXT)", Value::Blob(b"x".to_vec())),
            _ => ("?1", Value::Blob(b"x".to_vec())),
        },
    }
}

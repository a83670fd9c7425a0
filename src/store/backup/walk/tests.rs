//! The walk over real databases: whole ones, and ones with a single fault.

use std::time::Duration;

use rusqlite::Connection;

use super::*;
use crate::crypto::secret::Key;
use crate::store::backup::rebuild::roots;
use crate::store::open;

const SIZE: usize = 4096;
const RESERVED: usize = 64;

/// A database with every sort of page: deep trees, an index, long rows, free pages.
fn sample(dir: &tempfile::TempDir) -> Connection {
    let path = dir.path().join("store.db");
    let conn = open::create(&path, &Key::new([3; 32])).unwrap();
    conn.busy_timeout(Duration::ZERO).unwrap();
    conn.execute_batch(
        "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT, long BLOB);
         CREATE INDEX by_name ON a (name);
         CREATE TABLE b (name TEXT PRIMARY KEY, long TEXT) WITHOUT ROWID;
         CREATE TABLE empty (x);
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
         INSERT INTO a SELECT i, printf('%060d', i * 7919 % 6000),
             zeroblob(CASE WHEN i % 50 = 0 THEN i * 5 ELSE i % 90 END) FROM n;
         INSERT INTO b SELECT name, hex(zeroblob(id % 3000)) FROM a;
         DELETE FROM a WHERE id % 3 = 0 OR id BETWEEN 2000 AND 2600;
         DELETE FROM b WHERE name LIKE '%7%';
         UPDATE a SET name = name || 'x' WHERE id % 5 = 0;",
    )
    .unwrap();
    conn
}

fn pages(conn: &Connection) -> Vec<Vec<u8>> {
    let mut statement = conn
        .prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn walked(pages: &[Vec<u8>], roots: &[Root]) -> Outcome {
    let mut walk = Walk::new(SIZE, RESERVED);
    for page in pages {
        walk.add(page);
    }
    walk.finish(roots)
}

#[test]
fn a_whole_database_is_whole_and_single_faults_are_found() {
    let dir = tempfile::TempDir::new().unwrap();
    let conn = sample(&dir);
    let (whole, roots) = (pages(&conn), roots(&conn).unwrap());
    assert!(whole.len() > 300);
    assert_eq!(walked(&whole, &roots), Outcome::Whole);
    assert!(matches!(walked(&whole, &roots[1..]), Outcome::Damaged(_)));
    assert!(matches!(
        walked(&whole[..whole.len() - 1], &roots),
        Outcome::Damaged(_)
    ));
    let mut longer = whole.clone();
    longer.push(vec![0; SIZE]);
    assert!(matches!(walked(&longer, &roots), Outcome::Damaged(_)));
    // A page of a tree that is blank, and one with another number of cells.
    for root in &roots {
        let at = index(root.page);
        let mut pages = whole.clone();
        pages[at] = vec![0; SIZE];
        assert!(matches!(walked(&pages, &roots), Outcome::Damaged(_)));
        let mut pages = whole.clone();
        pages[at][4] ^= 1;
        assert!(matches!(walked(&pages, &roots), Outcome::Damaged(_)));
    }
}

#[test]
fn pages_in_each_others_place_are_found() {
    let dir = tempfile::TempDir::new().unwrap();
    let conn = sample(&dir);
    let (whole, roots) = (pages(&conn), roots(&conn).unwrap());
    let root = index(roots[0].page);
    let leaf = whole.iter().rposition(|page| page[0] == 13).unwrap();
    let mut pages = whole.clone();
    pages.swap(root, leaf);
    assert!(matches!(walked(&pages, &roots), Outcome::Damaged(_)));
    // The same page twice: what it refers to is used twice.
    let inner = whole.iter().skip(1).position(|page| page[0] == 5).unwrap() + 1;
    let other = whole.iter().rposition(|page| page[0] == 13).unwrap();
    let mut pages = whole.clone();
    pages[other] = pages[inner].clone();
    assert!(matches!(walked(&pages, &roots), Outcome::Damaged(_)));
}

#[test]
fn a_table_and_an_index_in_each_others_place_are_found() {
    let dir = tempfile::TempDir::new().unwrap();
    let conn = sample(&dir);
    let (whole, roots) = (pages(&conn), roots(&conn).unwrap());
    let at = |rows: bool| index(roots.iter().find(|root| root.rows == rows).unwrap().page);
    let mut pages = whole.clone();
    pages.swap(at(true), at(false));
    assert!(matches!(walked(&pages, &roots), Outcome::Damaged(_)));
    // A table WITHOUT ROWID is held like an index.
    assert_eq!(roots.iter().filter(|root| root.rows).count(), 2);
    assert_eq!(roots.len(), 4);
}

#[test]
fn any_bytes_are_taken_without_a_panic() {
    let random = crate::crypto::random::Random::seeded(b"walk");
    let dir = tempfile::TempDir::new().unwrap();
    let conn = sample(&dir);
    let (whole, roots) = (pages(&conn), roots(&conn).unwrap());
    for _ in 0..40 {
        let mut pages = whole.clone();
        for _ in 0..200 {
            let page = below(&random, pages.len());
            let at = below(&random, 64);
            pages[page][at] = random.bytes::<1>().unwrap()[0];
        }
        walked(&pages, &roots);
    }
    walked(&[], &roots);
    walked(&[vec![], vec![13]], &roots);
}

/// The place of a page in a list that begins with page 1.
fn index<N: TryInto<usize>>(number: N) -> usize {
    number.try_into().ok().unwrap() - 1
}

fn below(random: &crate::crypto::random::Random, end: usize) -> usize {
    let drawn = random.below(u32::try_from(end).unwrap()).unwrap();
    usize::try_from(drawn).unwrap()
}

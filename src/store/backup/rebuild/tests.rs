//! Pages that were written here against SQLite's own, in both directions, and images that are not right.

use std::fs;
use std::io;
use std::os::unix::fs::FileExt;
use std::time::Duration;

use rusqlite::Connection;

use super::*;
use crate::base::error::Kind;
use crate::crypto::page;
use crate::store::open;

/// A database of SQLite's own with some thousand pages, and its folder.
fn sample() -> (tempfile::TempDir, Connection) {
    let dir = tempfile::TempDir::new().unwrap();
    let conn = open::create(&dir.path().join("own.db"), &Key::new([3; 32])).unwrap();
    conn.execute_batch(
        "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT, long BLOB);
         CREATE INDEX by_name ON a (name);
         CREATE TABLE b (name TEXT PRIMARY KEY) WITHOUT ROWID;
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
         INSERT INTO a SELECT i, hex(i * 7919), randomblob(i) FROM n;
         INSERT INTO b SELECT name FROM a;
         DELETE FROM a WHERE id % 3 = 0;",
    )
    .unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    (dir, conn)
}

fn image(conn: &Connection) -> Vec<u8> {
    let mut statement = conn
        .prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")
        .unwrap();
    let pages = statement.query_map([], |row| row.get::<_, Vec<u8>>(0));
    pages.unwrap().flat_map(Result::unwrap).collect()
}

/// Rebuilds an image that comes in blocks of so many bytes.
fn rebuilt(dir: &tempfile::TempDir, key: &Key, image: &[u8], block: usize) -> Result<()> {
    let path = dir.path().join("again.db");
    fs::remove_file(&path).ok();
    rebuild(&path, (key, Reread::Some), |take| {
        image
            .chunks(block)
            .try_for_each(|block| take(&Arc::new(block.to_vec())))
    })
}

/// What is in the pages, without the bytes that belong to their encryption.
fn content(image: &[u8]) -> Vec<&[u8]> {
    image.chunks(4096).map(|page| &page[..4032]).collect()
}

#[test]
fn sqlite_reads_what_was_written_without_it() {
    let (dir, own) = sample();
    let (image, key) = (image(&own), Key::new([4; 32]));
    assert!(image.len() > 3 << 20);
    // In pieces larger than the blocks of a backup, single pages, and odd runs of pages as a delta gives them.
    for block in [2 << 20, 4096, 7 * 4096] {
        rebuilt(&dir, &key, &image, block).unwrap();
        let conn = open::connect(&dir.path().join("again.db"), &key, Duration::ZERO).unwrap();
        assert!(content(&self::image(&conn)) == content(&image));
        let told: String = conn
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(told, "ok");
        conn.execute_batch("DELETE FROM b; VACUUM").unwrap();
    }
}

#[test]
fn every_page_that_sqlite_wrote_opens() {
    let (dir, own) = sample();
    let image = image(&own);
    let file = File::open(dir.path().join("own.db")).unwrap();
    assert_eq!(file.metadata().unwrap().len(), length(image.len()));
    for (number, expected) in (1..).zip(content(&image)) {
        let mut page = vec![0; 4096];
        file.read_exact_at(&mut page, u64::from(number - 1) * 4096)
            .unwrap();
        page::open(&Key::new([3; 32]), number, &mut page).unwrap();
        assert!(page[..4032] == *expected, "page {number}");
    }
}

#[test]
fn images_that_are_not_right_are_refused() {
    let (dir, own) = sample();
    let (whole, key) = (image(&own), Key::new([4; 32]));
    let refused = |image: &[u8]| rebuilt(&dir, &key, image, 1 << 20).unwrap_err();
    assert_eq!(refused(&[]).message, "the backup is empty");
    assert_eq!(
        refused(&[b'x'; 8192]).message,
        "the backup does not hold a database"
    );
    assert_eq!(
        refused(&whole[..whole.len() - 512]).message,
        "the backup ends within a page"
    );
    assert_eq!(
        refused(&whole[..whole.len() - 4096]).kind,
        Kind::Integrity,
        "a page is missing"
    );
    let mut plain = whole.clone();
    plain[20] = 0;
    assert_eq!(
        refused(&plain).message,
        "the backup does not hold a store's database"
    );
    let mut blank = whole.clone();
    let middle = whole.len() / 8192 * 4096;
    blank[middle..middle + 4096].fill(0);
    assert_eq!(
        refused(&blank).message,
        "the database in the backup is damaged; nothing was kept"
    );
}

/// What is on the disk is not what was written: found at the page, wherever it is.
#[test]
fn a_disk_that_changes_a_byte_is_noticed() {
    let (dir, own) = sample();
    let (image, key) = (image(&own), Key::new([4; 32]));
    rebuilt(&dir, &key, &image, 1 << 20).unwrap();
    let path = dir.path().join("again.db");
    let file = File::options().read(true).write(true).open(&path).unwrap();
    let site = Site {
        file: &file,
        path: &path,
        key: &key,
    };
    let bytes = length(image.len());
    let read = |reread| {
        let (tell, told) = pipe::queue();
        tell.send(again::Stretch {
            page_size: 4096,
            bytes: 0..bytes,
        })
        .unwrap();
        drop(tell);
        again::each(site, reread, told)
    };
    read(Reread::Every).unwrap();
    let piece = length(direct::PIECE);
    let places = [
        (40, true),
        (5000, true),
        (3 * piece, false),
        (17 * piece - 1, true),
        (bytes - 1, true),
    ];
    for (at, by_some) in places {
        let mut byte = [0];
        file.read_exact_at(&mut byte, at).unwrap();
        file.write_all_at(&[byte[0] ^ 1], at).unwrap();
        let error = read(Reread::Every).unwrap_err();
        assert!(error.message.contains("read back differently"));
        assert_eq!(read(Reread::Some).is_err(), by_some, "{at}");
        file.write_all_at(&byte, at).unwrap();
    }
    file.set_len(bytes - 4096).unwrap();
    assert!(read(Reread::Every).is_err());
    assert!(read(Reread::Some).is_err());
}

/// A full disk is told as what it is, not as a stage that was cut short.
#[test]
fn a_full_disk_is_told() {
    let (_dir, own) = sample();
    let (image, key) = (image(&own), Key::new([4; 32]));
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        return;
    };
    let site = Site {
        file: &full,
        path: Path::new("store.db"),
        key: &key,
    };
    let loaded = load(
        site,
        Reread::Some,
        |take: &mut dyn FnMut(&Block) -> Result<()>| {
            image
                .chunks(1 << 16)
                .try_for_each(|block| take(&Arc::new(block.to_vec())))
        },
    );
    let Err(error) = loaded else {
        panic!("a full disk took everything")
    };
    assert_eq!(error.kind, Kind::NoSpace);
    assert_eq!(
        io::Error::from_raw_os_error(28).kind(),
        io::ErrorKind::StorageFull
    );
}

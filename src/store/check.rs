//! Reading everything: each page of the database, its structure, and every file beside it.

use rusqlite::Connection;

use super::open::Store;
use super::slot;
use crate::base::error::{Error, Kind, Result};

/// SQLite's cache while structure and references are checked, in KiB (negative: not pages).
const CHECK_CACHE: i64 = -32_768;

/// What puts a store right that is damaged or lacks a file.
pub const RESTORE: &str = "put the newest backup in its place with `optimactl backup restore --latest --from PLACE --replace`";

/// How thorough a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Every page authenticated, the structure of tables.
    Standard,
    /// Also every index entry against its row.
    Deep,
}

/// What a check read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Read {
    pub pages: u64,
    pub bytes: u64,
}

impl Store {
    /// Checks pages, structure, references, file length and slots. Findings are damage.
    pub fn check(&self, depth: Depth) -> Result<(Read, Vec<String>)> {
        let mut findings = slot::oddities(&self.folder, &self.keyring)?;
        let read = self.read_pages()?;
        findings.extend(structure(self.conn(), depth).map_err(as_damage)?);
        findings.extend(self.length(read)?);
        self.journal()?;
        Ok((read, findings))
    }

    /// Reads and authenticates every page, free ones too.
    pub fn read_pages(&self) -> Result<Read> {
        read_every_page(self.conn()).map_err(as_damage)
    }

    /// Bytes of all pages that the database says it has.
    pub fn page_bytes(&self) -> Result<u64> {
        Ok(counted(self.conn())?.bytes)
    }

    /// What is left to check of a store that was just rebuilt from a signed image: every page was read back, the
    /// structure looked through and the journal verified already, and what rows refer to is as it was signed.
    pub fn check_rebuilt(&self) -> Result<Vec<String>> {
        let mut findings = slot::oddities(&self.folder, &self.keyring)?;
        findings.extend(self.length(counted(self.conn())?)?);
        Ok(findings)
    }

    /// Tables, references and length of a staged database. What lies beside it belongs to the live store, which
    /// is replaced because something there may be wrong.
    pub fn check_staged(&self) -> Result<Vec<String>> {
        let mut findings = structure(self.conn(), Depth::Standard).map_err(as_damage)?;
        findings.extend(self.length(counted(self.conn())?)?);
        Ok(findings)
    }

    /// Bytes behind the last page belong to nobody.
    fn length(&self, read: Read) -> Result<Option<String>> {
        let path = self.folder.database();
        let meta = path
            .metadata()
            .map_err(|error| Error::io("look at", &path, &error))?;
        let excess = meta.len() > read.bytes;
        Ok(excess.then(|| format!("the database file is longer than its {} pages", read.pages)))
    }
}

/// Reads all pages, free ones too, so that each is decrypted and authenticated.
pub(super) fn read_every_page(conn: &Connection) -> Result<Read> {
    let mut statement = conn.prepare("SELECT data FROM sqlite_dbpage ORDER BY pgno")?;
    let mut rows = statement.query([])?;
    let mut read = Read::default();
    while let Some(row) = rows.next()? {
        let page = row
            .get_ref(0)?
            .as_blob()
            .map_err(|_| Error::integrity("a page is missing"))?;
        read.pages += 1;
        read.bytes += u64::try_from(page.len()).unwrap_or(0);
    }
    Ok(read)
}

/// The pages that the database says it has.
fn counted(conn: &Connection) -> Result<Read> {
    let number = |pragma: &str| -> Result<u64> {
        let value: i64 = conn.query_row(pragma, [], |row| row.get(0))?;
        Ok(u64::try_from(value).unwrap_or(0))
    };
    let pages = number("PRAGMA page_count")?;
    Ok(Read {
        pages,
        bytes: pages * number("PRAGMA page_size")?,
    })
}

fn structure(conn: &Connection, depth: Depth) -> Result<Vec<String>> {
    let pragma = match depth {
        Depth::Standard => "PRAGMA quick_check(20)",
        Depth::Deep => "PRAGMA integrity_check(20)",
    };
    // Keys are looked up all over the file: with the ordinary cache each page would be decrypted many times.
    let before: i64 = conn.query_row("PRAGMA cache_size", [], |row| row.get(0))?;
    conn.pragma_update(None, "cache_size", CHECK_CACHE)?;
    let findings = look_through(conn, pragma);
    conn.pragma_update(None, "cache_size", before)?;
    findings
}

/// The structure of every tree, the rows' form, free pages, and that no page is lost or used twice.
pub(super) fn trees(conn: &Connection) -> Result<Vec<String>> {
    conn.pragma_update(None, "cache_size", CHECK_CACHE)?;
    told(conn, "PRAGMA quick_check(20)").map_err(as_damage)
}

fn told(conn: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut findings = vec![];
    let mut statement = conn.prepare(pragma)?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        let line = line?;
        if line != "ok" {
            findings.push(format!("structure: {line}"));
        }
    }
    Ok(findings)
}

fn look_through(conn: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut findings = told(conn, pragma)?;
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let broken = statement.query_map([], |row| row.get::<_, String>(0))?;
    for table in broken {
        findings.push(format!(
            "a row of `{}` refers to one that is missing",
            table?
        ));
    }
    Ok(findings)
}

/// While everything is read, an unreadable page is damage and not bad luck.
fn as_damage(error: Error) -> Error {
    if matches!(error.kind, Kind::StoreLocked | Kind::NoSpace) {
        return error;
    }
    let mut damage =
        Error::integrity("the database has a page that was damaged or tampered with").hint(RESTORE);
    damage.causes = error.causes;
    damage
}

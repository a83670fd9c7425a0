//! Data of the platform in files of other programs: databases of SQLite, CSV, JSON lines. Found, read and erased where
//! they lie; which files and columns those are is declared above.

pub mod lines;
pub mod rewrite;
pub mod sqlite;
mod writers;

use serde_json::{Map, Value};

use crate::base::text::lowered;

/// One row or line: what stands in its columns.
pub type Record = Map<String, Value>;
/// Takes one record after the other.
pub type See<'a> = dyn FnMut(Record) -> crate::base::error::Result<()> + 'a;

/// Whose records: those with one of these values in this column.
#[derive(Clone, Copy, Debug)]
pub struct Meant<'a> {
    pub column: &'a str,
    pub values: &'a [String],
    pub spelling: Spelling,
}

/// When two values are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// Byte by byte: ids.
    Exact,
    /// As [`lowered`] writes them; the values are written so already.
    AnyCase,
}

impl Meant<'_> {
    fn is(&self, text: &str) -> bool {
        match self.spelling {
            Spelling::Exact => self.values.iter().any(|value| value == text),
            Spelling::AnyCase => self.values.contains(&lowered(text)),
        }
    }
}

/// What an erasure does to a record.
#[derive(Clone, Copy, Debug)]
pub enum Fate<'a> {
    Deleted,
    /// These columns lose what stands in them.
    Emptied(&'a [String]),
}

/// What an erasure did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    pub rows: u64,
    /// What still stands there afterwards.
    pub left: u64,
    /// What went may still be read in that program's write-ahead log, until its next checkpoint.
    pub lingers: bool,
}

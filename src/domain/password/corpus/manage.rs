//! Taking lists of leaked passwords into use and out of it, and looking at them.

use std::path::Path;

use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::base::text::safe;
use crate::domain::Context;
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::store::corpus::{self, CorpusRow, Kind, Scanned, Stamp};

/// A list to take into use.
pub struct Added<'a> {
    /// Absolute, without links.
    pub path: &'a str,
    /// How often a password must stand in it to count.
    pub least: u64,
    /// How long a password that turns up in it may still be used, in seconds.
    pub grace: u64,
}

/// Takes a list into use after its self-test. One that is in use already gets these numbers and counts as new.
pub fn add(ctx: &Context, new: &Added<'_>) -> Result<Changed<CorpusRow>> {
    let mut event = Event::new("password.corpus.add")
        .severity(Severity::Medium)
        .personal("path", new.path);
    let tested = tested(Path::new(new.path));
    if let Ok((kind, stamp)) = &tested {
        event.set("kind", kind.as_str());
        event.set("bytes", stamp.bytes);
    }
    let now = ctx.now();
    audit::change(ctx, event, |tx, _| {
        let (kind, stamp) = tested?;
        let row = CorpusRow {
            path: new.path.to_owned(),
            kind,
            added: now,
            tested: now,
            fresh: now,
            stamp,
            least: new.least,
            grace: new.grace,
        };
        tx.put_corpus(&row)?;
        Ok(row)
    })
}

/// Reads samples of the list, outside of any transaction.
fn tested(path: &Path) -> Result<(Kind, Stamp)> {
    let refused = |error: Error| Error {
        message: format!(
            "`{}` cannot be used as a list of leaked passwords: {}",
            safe(&path.display().to_string()),
            error.message
        ),
        ..error
    };
    let kind = corpus::kind_of(path).map_err(refused)?;
    corpus::self_test(path, kind).map_err(refused)?;
    Ok((kind, corpus::stamp(path, kind)?))
}

/// Takes a list out of use; its file stays.
pub fn remove(ctx: &Context, path: &str) -> Result<Changed<()>> {
    let event = Event::new("password.corpus.remove")
        .severity(Severity::Medium)
        .personal("path", path);
    audit::change(ctx, event, |tx, _| {
        if tx.remove_corpus(path)? {
            return Ok(());
        }
        Err(Error::not_found(format!(
            "no list of leaked passwords `{}` is in use",
            safe(path)
        ))
        .hint("see `optimactl password corpus list`"))
    })
}

/// A list in use and how it stands.
pub struct Looked {
    pub row: CorpusRow,
    /// Why it cannot be used; none: it is as it was when it was tested.
    pub wrong: Option<String>,
    /// Its file is another than the one that was tested; the next use tests it again.
    pub changed: bool,
}

/// The lists in use. Each is asked for the password that every list knows.
pub fn list(ctx: &Context) -> Result<Vec<Looked>> {
    let rows = ctx.store.read(|tx| tx.corpora())?;
    Ok(rows.into_iter().map(looked).collect())
}

fn looked(row: CorpusRow) -> Looked {
    let path = Path::new(&row.path);
    let stamp = corpus::stamp(path, row.kind);
    let wrong = match &stamp {
        Ok(_) => corpus::self_test(path, row.kind).err(),
        Err(error) => Some(Error::failed(error.message.clone())),
    };
    Looked {
        changed: stamp.is_ok_and(|stamp| stamp != row.stamp),
        wrong: wrong.map(|error| error.message),
        row,
    }
}

/// Reads all of the lists, or of the one at `path`.
pub fn verify(
    ctx: &Context,
    path: Option<&str>,
    report: &mut Report<'_>,
) -> Result<Vec<(CorpusRow, Scanned)>> {
    let rows = ctx.store.read(|tx| tx.corpora())?;
    let wanted = rows
        .into_iter()
        .filter(|row| path.is_none_or(|path| path == row.path));
    let mut done = vec![];
    for row in wanted {
        let scanned = corpus::scan(Path::new(&row.path), row.kind, report)?;
        done.push((row, scanned));
    }
    let Some(path) = path.filter(|_| done.is_empty()) else {
        return Ok(done);
    };
    Err(Error::not_found(format!(
        "no list of leaked passwords `{}` is in use",
        safe(path)
    ))
    .hint("see `optimactl password corpus list`"))
}

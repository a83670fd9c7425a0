//! Lists of leaked passwords: which are in use, whether a password stands in one. Nothing of a password leaves
//! this machine or is recorded, not even its fingerprint.

mod manage;

pub use manage::{Added, Looked, add, list, remove, verify};

use std::path::Path;

use crate::base::error::{Error, Result};
use crate::base::text::{composed, safe};
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::audit::{self, Event, Severity};
use crate::store::corpus::{self, CorpusRow};

/// How often the lists in use say that the password was seen; none: in no list, or too seldom to count.
pub(super) fn times_leaked(ctx: &Context, text: &SecretText) -> Result<Option<u64>> {
    times_in(&in_use(ctx)?, text)
}

/// Like [`times_leaked`], in these lists.
pub(super) fn times_in(rows: &[CorpusRow], text: &SecretText) -> Result<Option<u64>> {
    let mut most = None;
    for row in rows {
        let times = times(row, text).map_err(|error| unusable(row, &error))?;
        if times >= row.least.max(1) {
            most = most.max(Some(times));
        }
    }
    Ok(most)
}

/// Lists hold what people typed; most type composed characters. A decomposed one is looked up in both forms.
fn times(row: &CorpusRow, text: &SecretText) -> Result<u64> {
    let path = Path::new(&row.path);
    let as_typed = corpus::times(path, row.kind, text.expose())?;
    let composed = SecretText::new(composed(text.expose()));
    if composed.expose() == text.expose() {
        return Ok(as_typed);
    }
    Ok(as_typed.max(corpus::times(path, row.kind, composed.expose())?))
}

/// The lists in use. One whose file changed is tested again first, and counts as new from then on.
pub(super) fn in_use(ctx: &Context) -> Result<Vec<CorpusRow>> {
    let mut rows = ctx.store.read(|tx| tx.corpora())?;
    for row in &mut rows {
        renew(ctx, row).map_err(|error| unusable(row, &error))?;
    }
    Ok(rows)
}

fn renew(ctx: &Context, row: &mut CorpusRow) -> Result<()> {
    let path = Path::new(&row.path);
    let stamp = corpus::stamp(path, row.kind)?;
    if stamp == row.stamp {
        return Ok(());
    }
    corpus::self_test(path, row.kind)?;
    // Somebody else may have tested it meanwhile, or taken it out of use.
    let known = ctx.store.read(|tx| tx.corpora())?;
    match known.into_iter().find(|known| known.path == row.path) {
        None => return Ok(()),
        Some(known) if known.stamp == stamp => {
            *row = known;
            return Ok(());
        }
        Some(_) => {}
    }
    let now = ctx.now();
    let fresh = CorpusRow {
        tested: now,
        fresh: now,
        stamp,
        ..row.clone()
    };
    let event = Event::new("password.corpus.renew")
        .severity(Severity::Low)
        .field("kind", row.kind.as_str())
        .field("bytes", stamp.bytes)
        .personal("path", row.path.as_str());
    // A store that is only looked at keeps its row: whoever writes next tests and records it again.
    audit::change(ctx, event, |tx, _| tx.put_corpus(&fresh)).ok();
    *row = fresh;
    Ok(())
}

fn unusable(row: &CorpusRow, error: &Error) -> Error {
    let path = safe(&row.path);
    let mut unusable = Error::failed(format!(
        "the list of leaked passwords `{path}` cannot be used"
    ))
    .because(&error.message)
    .hint(format!(
        "mend it, or take it out with `optimactl password corpus remove '{path}'`; set `password.corpus_required` to \
         `false` to take passwords unchecked"
    ));
    unusable.causes.extend(error.causes.iter().cloned());
    unusable
}

//! Consents (GDPR Art. 7): who agreed to which text when, shown to whoever asks for proof; taken back as easily as
//! given. A withdrawal stands in the rights journal.

mod receipt;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use receipt::{Controller, receipt};

use super::account;
use super::audit::{self, Changed, Event, Severity};
use super::context::Context;
use super::privacy::Channel;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::crypto::seal;
use crate::store::Tx;
use crate::store::consent::{ConsentRow, ConsentText};

/// The longest text, in bytes.
pub const LONGEST_TEXT: u64 = 256 * 1024;
/// The longest purpose and version, in characters.
const LONGEST_WORD: usize = 64;

/// A consent as it was given.
#[derive(Clone, Debug)]
pub struct NewConsent {
    pub account: String,
    /// A word: `newsletter`.
    pub purpose: String,
    pub version: String,
    /// What was agreed to; none: the version is known already.
    pub text: Option<String>,
    pub source: Channel,
    pub given: Time,
}

/// What is in force now.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub row: ConsentRow,
    /// False: it was in force already.
    pub changed: bool,
    /// The earlier consent that it stands for now.
    pub replaced: Option<String>,
}

/// A consent with the text that was agreed to.
#[derive(Clone, Debug)]
pub struct Shown {
    pub row: ConsentRow,
    pub text: ConsentText,
}

/// Which consents a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    InForce,
    /// Also those that ended.
    All,
}

/// Records a consent. The text of a version never changes; a consent to another version takes the place of the earlier
/// one; the same said twice stays as it is.
pub fn record(ctx: &Context, new: &NewConsent) -> Result<Changed<Recorded>> {
    for (what, word) in [("purpose", &new.purpose), ("version", &new.version)] {
        require_word(what, word)?;
    }
    if new.given > ctx.now() {
        return Err(Error::usage("the consent lies in the future"));
    }
    let event = Event::new("consent.record")
        .severity(Severity::Low)
        .field("purpose", new.purpose.as_str())
        .field("version", new.version.as_str())
        .field("channel", new.source.as_str());
    audit::change(ctx, event, |tx, event| {
        let account = account::find(tx, &new.account)?;
        event.set_target(&account.id);
        if account.restricted.is_some() {
            return Err(Error::refused(format!(
                "the data of `{}` are only stored",
                safe(&account.name)
            ))
            .hint("see `optimactl restriction list`"));
        }
        let text = known_text(ctx, tx, new)?;
        event.set("file_sha256", text.sha256.as_str());
        let earlier = in_force(tx, &account.id, &new.purpose)?;
        if let Some(same) = earlier.iter().find(|row| row.version == new.version) {
            event.set("changed", false);
            return Ok(Recorded {
                row: same.clone(),
                changed: false,
                replaced: None,
            });
        }
        let row = ConsentRow {
            id: fresh_id(ctx, tx)?,
            account: account.id,
            name: account.name,
            purpose: new.purpose.clone(),
            version: new.version.clone(),
            sha256: text.sha256,
            source: new.source.as_str().to_owned(),
            given: new.given,
            ended: None,
            why: None,
            through: None,
        };
        for old in &earlier {
            tx.replace_consent(&old.id, ctx.now())?;
        }
        tx.insert_consent(&row)?;
        event.set("changed", true);
        Ok(Recorded {
            row,
            changed: true,
            replaced: earlier.into_iter().next().map(|old| old.id),
        })
    })
}

/// Ends the consents of an account, all of them or those for a purpose. Nothing is asked for it (Art. 7(3)); it also
/// works for somebody whose data are only stored.
pub fn withdraw(
    ctx: &Context,
    (named, purpose): (&str, Option<&str>),
    through: Channel,
) -> Result<Changed<Vec<ConsentRow>>> {
    let event = Event::new("consent.withdraw")
        .severity(Severity::Medium)
        .field("channel", through.as_str());
    let event = match purpose {
        Some(purpose) => event.field("purpose", purpose),
        None => event,
    };
    audit::change(ctx, event, |tx, event| {
        let account = account::find(tx, named)?;
        event.set_target(&account.id);
        let mut rows = tx.consents_of(&account.id)?;
        rows.retain(|row| {
            row.ended.is_none() && purpose.is_none_or(|purpose| row.purpose == purpose)
        });
        let purposes: BTreeSet<&str> = rows.iter().map(|row| row.purpose.as_str()).collect();
        let mut ended = 0;
        for purpose in purposes {
            ended += tx.withdraw_consents((&account.id, purpose), through.as_str(), ctx.now())?;
        }
        if ended != rows.len() {
            return Err(Error::bug("a withdrawal did not end every consent"));
        }
        event.set("count", rows.len());
        Ok(rows)
    })
}

/// One consent with its text; that it was looked at is recorded.
pub fn show(ctx: &Context, id: &str) -> Result<Shown> {
    audit::read(ctx, Event::new("consent.show"), |tx, event| {
        let row = find(tx, id)?;
        event.set_target(&row.account);
        let text = tx.consent_text(&row.purpose, &row.version)?;
        let text = text.ok_or_else(|| Error::integrity("a consent lacks its text"))?;
        Ok(Shown { row, text })
    })
}

/// Hands over consents, the newest first: everybody's, or of one account. The look is recorded.
pub fn list(
    ctx: &Context,
    account: Option<&str>,
    which: Which,
    mut see: impl FnMut(ConsentRow) -> Result<()>,
) -> Result<()> {
    // What is told is what was recorded; everybody's wait in no memory, so that they are counted first.
    let is_wanted = |row: &ConsentRow| which == Which::All || row.ended.is_none();
    let own = audit::read(ctx, Event::new("consent.list"), |tx, event| {
        let Some(named) = account else {
            let (in_force, all) = tx.count_consents()?;
            event.set("count", if which == Which::All { all } else { in_force });
            return Ok(None);
        };
        let id = account::find(tx, named)?.id;
        event.set_target(&id);
        let mut rows = tx.consents_of(&id)?;
        rows.retain(is_wanted);
        event.set("count", rows.len());
        Ok(Some(rows))
    })?;
    match own {
        Some(rows) => rows.into_iter().try_for_each(see),
        None => ctx
            .store
            .read(|tx| tx.each_consent(|row| if is_wanted(&row) { see(row) } else { Ok(()) })),
    }
}

/// Whether an account's consent to this is in force: what must be asked before anything is done on its ground.
pub fn is_given(tx: &Tx<'_>, account: &str, purpose: &str) -> Result<bool> {
    Ok(!in_force(tx, account, purpose)?.is_empty())
}

fn in_force(tx: &Tx<'_>, account: &str, purpose: &str) -> Result<Vec<ConsentRow>> {
    let mut rows = tx.consents_of(account)?;
    rows.retain(|row| row.ended.is_none() && row.purpose == purpose);
    Ok(rows)
}

/// The text of the version: as it is known, or new.
fn known_text(ctx: &Context, tx: &Tx<'_>, new: &NewConsent) -> Result<ConsentText> {
    let known = tx.consent_text(&new.purpose, &new.version)?;
    let (known, text) = match (known, &new.text) {
        (Some(known), None) => return Ok(known),
        (known, Some(text)) => (known, text),
        (None, None) => {
            return Err(Error::not_found(format!(
                "the text of version `{}` for `{}` is not known yet",
                safe(&new.version),
                safe(&new.purpose)
            ))
            .hint("give the text that was agreed to with `--text FILE`, once"));
        }
    };
    if text.trim().is_empty() {
        return Err(Error::usage("the text that was agreed to is empty"));
    }
    let sha256 = data_encoding::HEXLOWER.encode(&seal::sha256(text.as_bytes()));
    match known {
        Some(known) if known.sha256 == sha256 => Ok(known),
        Some(known) => Err(Error::conflict(format!(
            "version `{}` for `{}` has another text since {}",
            safe(&new.version),
            safe(&new.purpose),
            seconds_text(known.added)
        ))
        .hint("a changed text is a new version: give it a name of its own")),
        None => {
            let text = ConsentText {
                purpose: new.purpose.clone(),
                version: new.version.clone(),
                sha256,
                text: text.clone(),
                added: ctx.now(),
            };
            tx.insert_consent_text(&text)?;
            Ok(text)
        }
    }
}

/// Purposes and versions stand in the log in the clear: they are words and nobody's data.
fn require_word(what: &str, word: &str) -> Result<()> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if !word.is_empty() && word.len() <= LONGEST_WORD && word.chars().all(fits) {
        return Ok(());
    }
    Err(
        Error::usage(format!("`{}` is no {what} of a consent", safe(word))).hint(format!(
            "use up to {LONGEST_WORD} letters, digits, `-`, `_` and `.`"
        )),
    )
}

fn fresh_id(ctx: &Context, tx: &Tx<'_>) -> Result<String> {
    loop {
        let id = ctx.random.id("cns")?;
        if tx.consent(&id)?.is_none() {
            return Ok(id);
        }
    }
}

fn find(tx: &Tx<'_>, id: &str) -> Result<ConsentRow> {
    tx.consent(id)?.ok_or_else(|| {
        Error::not_found(format!("there is no consent `{}`", safe(id)))
            .hint("see `optimactl consent list --all`")
    })
}

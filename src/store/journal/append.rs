//! Appending: what a transaction takes away is sealed, appended and flushed before it is committed, under
//! SQLite's write lock, so that of any number of processes one appends at a time.

use std::cell::{Cell, RefCell};
use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use rusqlite::OptionalExtension;

use super::line::{Act, Line, Person, Rectified};
use super::settle::Settled;
use super::{LONGEST, Mark, Place, first, open_file, payload, seal_line};
use crate::base::clock::micros_text;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::random::Random;
use crate::crypto::seal;
use crate::store::file;
use crate::store::keyring::Keyring;
use crate::store::open::Store;
use crate::store::tx::Tx;

/// Up to so many accounts of one act have a line each, with their digests.
const EACH: usize = 64;
/// Beyond, so many share a line.
const TOGETHER: usize = 256;

/// What a transaction will append.
#[derive(Debug)]
pub(in crate::store) struct Pending {
    pub(super) act: Act,
    pub(super) subjects: Vec<String>,
    /// The folded address of a person without an account.
    pub(super) email: Option<String>,
    /// What is sealed behind the line.
    pub(super) value: Option<Rectified>,
}

/// What a transaction has collected for the journal, and what it found left over there.
#[derive(Default)]
pub(in crate::store) struct Collected {
    pub(super) pending: RefCell<Vec<Pending>>,
    pub(super) settled: Cell<Option<Settled>>,
}

impl Tx<'_> {
    /// Notes the removal of an unlocker, which is a file and no row.
    pub fn note_unlocker_removal(&self, unlocker: &str, generation: u64) {
        let unlocker = unlocker.to_owned();
        self.restrict(
            None,
            Act::UnlockerRemoval {
                unlocker,
                generation,
            },
        );
    }

    /// Up to which line of the journal the database is; none in a store that has no line yet.
    pub fn journal_mark(&self) -> Result<Option<Mark>> {
        let Some(text) = self.meta("journal_mark")? else {
            return Ok(None);
        };
        let odd = || Error::integrity("the store's own note of the rights journal is unreadable");
        let mut words = text.split(' ');
        let mut number = || words.next()?.parse::<u64>().ok();
        let (end, length) = number().zip(number()).ok_or_else(odd)?;
        let head = words
            .next()
            .and_then(|hex| HEXLOWER.decode(hex.as_bytes()).ok());
        let number = self.require_meta("journal_number")?;
        Ok(Some(Mark {
            number: number.parse().map_err(|_| odd())?,
            end,
            length,
            head: head.and_then(|head| head.try_into().ok()).ok_or_else(odd)?,
        }))
    }

    /// Remembers that everything up to there is applied.
    pub fn set_journal_mark(&self, mark: &Mark) -> Result<()> {
        let head = HEXLOWER.encode(&mark.head);
        self.set_meta("journal_number", &mark.number.to_string())?;
        self.set_meta(
            "journal_mark",
            &format!("{} {} {head}", mark.end, mark.length),
        )
    }

    /// The digests by which somebody is found who has another id in an older backup.
    pub(super) fn person(&self, keyring: &Keyring, account: &str) -> Result<Option<Person>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name_folded, email_folded FROM account WHERE id = ?1")?;
        let found: Option<(String, Option<String>)> = statement
            .query_row([account], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((name, email)) = found else {
            return Ok(None);
        };
        let key = Keyring::newest(&keyring.hmac)?;
        let email = email.map(|email| digest(&key.key, EMAIL, &email));
        Ok(Some(Person {
            key: key.id.clone(),
            name: digest(&key.key, NAME, &name)?,
            email: email.transpose()?,
        }))
    }
}

/// The digests of somebody who has an address and no account; nobody's name is empty.
fn stranger(keyring: &Keyring, email: &str) -> Result<Person> {
    let key = Keyring::newest(&keyring.hmac)?;
    Ok(Person {
        key: key.id.clone(),
        name: digest(&key.key, NAME, "")?,
        email: Some(digest(&key.key, EMAIL, email)?),
    })
}

pub(super) const NAME: &str = "rights/name";
pub(super) const EMAIL: &str = "rights/email";

pub(super) fn digest(
    key: &crate::crypto::secret::Key,
    purpose: &str,
    text: &str,
) -> Result<String> {
    let mac = seal::mac(key, purpose, text.as_bytes())?;
    Ok(BASE64URL_NOPAD.encode(&mac))
}

impl Store {
    /// Where the database stands in the journal, whose header is the place before its first line.
    pub(super) fn mark(&self, tx: &Tx<'_>) -> Result<Mark> {
        if let Some(mark) = tx.journal_mark()? {
            return Ok(mark);
        }
        if tx.require_meta("journal_number")? != "0" {
            return Err(Error::integrity("the store lacks its own `journal_mark`"));
        }
        first(&open_file(&self.folder.journal())?, &self.keyring)
    }

    /// Appends what the transaction collected, flushed, and lets the database know. Gives the places before and
    /// behind.
    pub(in crate::store) fn append_lines(&self, tx: &Tx<'_>) -> Result<Option<(Mark, Mark)>> {
        let pending = tx.collected().pending.take();
        if pending.is_empty() {
            return Ok(None);
        }
        let before = self.mark(tx)?;
        let mut draft = Draft {
            store: self,
            tx,
            random: Random::system(),
            mark: before,
            bytes: vec![],
            at: tx.last_recorded()?.map(micros_text).unwrap_or_default(),
        };
        for pending in pending {
            draft.add(pending)?;
        }
        let path = self.folder.journal();
        let target = file::open_regular(OpenOptions::new().read(true).write(true), &path)?;
        before.require_in(&target, &path)?;
        let written = write(&target, &path, &before, &draft.bytes);
        if written.is_err() {
            target.set_len(before.end).ok();
        }
        written?;
        tx.set_journal_mark(&draft.mark)?;
        Ok(Some((before, draft.mark)))
    }

    /// Takes lines back whose transaction certainly was not committed: the disk was full. Whatever else went
    /// wrong, they stay, and the next command applies them.
    pub(in crate::store) fn retract_lines(&self, before: &Mark) -> Result<()> {
        let tx = Tx::begin(self)?;
        if self.mark(&tx)? != *before {
            return Ok(());
        }
        let path = self.folder.journal();
        let target = file::open_regular(OpenOptions::new().write(true), &path)?;
        target
            .set_len(before.end)
            .map_err(|error| Error::io("cut", &path, &error))?;
        file::sync(&target, &path)
    }
}

/// Refuses a line that nobody could read back: behind it the journal would be damaged for good.
fn require_readable(line: &str) -> Result<()> {
    let length = u64::try_from(line.len()).unwrap_or(u64::MAX);
    if length < LONGEST {
        return Ok(());
    }
    Err(Error::bug(format!(
        "a line of the rights journal would have {length} bytes, and {LONGEST} can be read back; nothing was changed"
    )))
}

/// Writes behind the last applied line. What lies there is a torn line: whole ones were applied when the
/// transaction began.
fn write(target: &File, path: &Path, before: &Mark, bytes: &[u8]) -> Result<()> {
    let io = |error| {
        let error = Error::io("append to", path, &error);
        match error.kind {
            Kind::NoSpace => Error::new(Kind::NoSpace, "the disk is full; nothing was changed")
                .because(error)
                .hint("free space and run it again"),
            _ => error,
        }
    };
    target.set_len(before.end).map_err(io)?;
    target.write_all_at(bytes, before.end).map_err(io)?;
    target.sync_all().map_err(io)
}

struct Draft<'a> {
    store: &'a Store,
    tx: &'a Tx<'a>,
    random: Random,
    mark: Mark,
    bytes: Vec<u8>,
    at: String,
}

impl Draft<'_> {
    fn add(&mut self, pending: Pending) -> Result<()> {
        let Pending {
            act,
            subjects,
            email,
            value,
        } = pending;
        if let Some(email) = email {
            let person = stranger(&self.store.keyring, &email)?;
            return self.line((act, value), subjects, Some(person));
        }
        if subjects.is_empty() || value.is_some() {
            return self.line((act, value), subjects, None);
        }
        let step = if subjects.len() > EACH { TOGETHER } else { 1 };
        for chunk in subjects.chunks(step) {
            self.line((act.clone(), None), chunk.to_vec(), None)?;
        }
        Ok(())
    }

    fn line(
        &mut self,
        (mut act, value): (Act, Option<Rectified>),
        mut subjects: Vec<String>,
        person: Option<Person>,
    ) -> Result<()> {
        let subject = if subjects.len() == 1 {
            subjects.pop()
        } else {
            None
        };
        let keyring = &self.store.keyring;
        let person = match (&subject, person) {
            (Some(subject), None) => self.tx.person(keyring, subject)?,
            (_, person) => person,
        };
        let place = Place::behind(&keyring.store_id, &self.mark);
        let behind = value
            .as_ref()
            .map(|value| payload::write(keyring, &self.random, &place, value))
            .transpose()?;
        if let (Act::Rectification { payload, .. }, Some(behind)) = (&mut act, &behind) {
            payload.clone_from(&behind.digest);
        }
        let line = Line {
            at: self.at.clone(),
            act,
            subject,
            subjects,
            person,
            value,
        };
        let mut text = seal_line(keyring, &self.random, &place, &line.bytes()?)?;
        if let Some(behind) = behind {
            text.push(' ');
            text.push_str(&behind.text);
        }
        require_readable(&text)?;
        self.mark = self.mark.next(text.as_bytes());
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.push(b'\n');
        self.tx.stand(self.mark.number, &line)
    }
}

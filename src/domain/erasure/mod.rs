//! Erasing a person: planned, begun with a line of the rights journal, carried out stage by stage, searched for what
//! is left, and certified. A kill at any moment leaves a stage that the next run goes on from. When it may begin and
//! how the request is closed is `request`'s matter.

mod plan;
mod residue;
mod stage;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use plan::{Plan, freeze, look, told};
pub use residue::Residue;
pub use stage::{Stage, begin, carry_out, finish, lies_elsewhere};

use super::context::Context;
use super::privacy::{Class, Needles};
use super::source::{Key, Person};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::crypto::seal;
use crate::store::Tx;
use crate::store::erasure::ErasureRow;
use crate::store::keyring::Keyring;

/// Whose erasure which request demands.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The request's id and reference.
    pub request: &'a str,
    pub reference: &'a str,
    pub account: Option<&'a str>,
    /// As the request named it.
    pub email: Option<&'a str>,
    /// The keyed digest of that.
    pub digest: Option<&'a [u8]>,
}

impl Case<'_> {
    /// The random id under which the person stands in the journal and the certificate.
    pub fn subject(&self) -> &str {
        self.account.unwrap_or(self.request)
    }
}

/// What identifies the person. It is kept sealed for as long as the erasure runs, and nowhere else.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Account names and addresses, former ones too: other programs may call the person so.
    pub handles: BTreeSet<String>,
    /// What else the person is called.
    #[serde(default)]
    pub names: BTreeSet<String>,
    /// By what other systems know the person now.
    #[serde(default)]
    pub person: Person,
}

impl Identity {
    fn seal(&self, ctx: &Context, request: &str) -> Result<Vec<u8>> {
        let clear = serde_json::to_vec(self)
            .map_err(|error| Error::bug("an identity does not serialize").because(error))?;
        let clear = zeroize::Zeroizing::new(clear);
        let key = Keyring::newest(&ctx.store.keyring.journal)?;
        seal::seal(&key.key, ctx.random.bytes()?, &about(ctx, request), &clear)
    }

    fn open(ctx: &Context, row: &ErasureRow) -> Result<Self> {
        let about = about(ctx, &row.request);
        let sealed = row.sealed()?;
        let mut keys = ctx.store.keyring.journal.iter().rev();
        let clear = keys.find_map(|key| seal::open(&key.key, &about, sealed).ok());
        let damaged = || Error::integrity("whom an erasure is about cannot be read");
        serde_json::from_slice(&clear.ok_or_else(damaged)?).map_err(|_| damaged())
    }

    fn needles(&self) -> Result<Needles> {
        Needles::new(self.handles.union(&self.names).map(String::as_str))
    }

    /// Adds what an earlier look found.
    fn join(&mut self, earlier: Self) {
        self.handles.extend(earlier.handles);
        self.names.extend(earlier.names);
        let (now, then) = (&mut self.person, earlier.person);
        now.id = now.id.take().or(then.id);
        now.name = now.name.take().or(then.name);
        now.email = now.email.take().or(then.email);
    }
}

/// By what other systems know the person of an erasure that is not done.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub person: Person,
    /// What somebody else has by now: elsewhere, too, it is theirs.
    pub taken: Vec<Key>,
}

/// As the account was when it was planned or begun, whatever is left of it.
pub fn known(ctx: &Context, case: &Case<'_>) -> Result<Option<Known>> {
    ctx.store.read(|tx| {
        let Some(row) = tx.erasure(case.request)?.filter(|row| row.sealed.is_some()) else {
            return Ok(None);
        };
        let mut known = Known {
            person: Identity::open(ctx, &row)?.person,
            taken: vec![],
        };
        let Person { name, email, .. } = &mut known.person;
        for (key, text) in [(Key::Name, name), (Key::Email, email)] {
            let folded = text.as_deref().map(folded).unwrap_or_default();
            let owners = [tx.account_named(&folded)?, tx.account_with_email(&folded)?];
            let mut owners = owners.iter().flatten();
            if owners.any(|owner| Some(owner.id.as_str()) != case.account) {
                known.taken.push(key);
                *text = None;
            }
        }
        Ok(Some(known))
    })
}

fn about(ctx: &Context, request: &str) -> Vec<u8> {
    format!("erasure\n{}\n{request}", ctx.store.keyring.store_id).into_bytes()
}

/// What was deleted, counted for the certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Went {
    /// Rows by table.
    pub rows: std::collections::BTreeMap<String, u64>,
    /// Personal values of the audit log, and the pseudonyms under which it knew the person.
    pub values: u64,
    pub pseudonyms: u64,
    /// Those of them that only the search found, in events about others.
    pub found: u64,
    /// Rectified values that were cut out of the rights journal.
    #[serde(default)]
    pub journal: u64,
    /// Classes that a hold kept.
    pub held: Vec<String>,
    /// Values of the log that a hold kept: on the person's activity, or on that of whom an event is about, too.
    #[serde(default)]
    pub log_held: u64,
    /// The holds that kept them: when one of them ends, the rest goes.
    #[serde(default)]
    pub log_holds: BTreeSet<String>,
}

impl Went {
    /// Whether something stays because it is held.
    pub fn is_held(&self) -> bool {
        !self.held.is_empty() || self.log_held > 0
    }
}

/// What the certificate says.
#[derive(Clone, Debug)]
pub struct Certificate {
    pub row: ErasureRow,
    pub went: Went,
    pub residue: Residue,
}

/// The certificate of a request, as far as its erasure came.
pub fn certificate(ctx: &Context, request: &str) -> Result<Option<Certificate>> {
    let Some(row) = ctx.store.read(|tx| tx.erasure(request))? else {
        return Ok(None);
    };
    Ok(Some(Certificate {
        went: read(row.went.as_deref())?,
        residue: read(row.residue.as_deref())?,
        row,
    }))
}

/// What the erasure of a request deleted so far; nothing where there is none.
pub fn went(tx: &Tx<'_>, request: &str) -> Result<Went> {
    let row = tx.erasure(request)?;
    read(row.and_then(|row| row.went).as_deref())
}

fn read<T: Default + serde::de::DeserializeOwned>(text: Option<&str>) -> Result<T> {
    let Some(text) = text else {
        return Ok(T::default());
    };
    serde_json::from_str(text).map_err(|_| Error::integrity("the row of an erasure is damaged"))
}

fn written<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|error| Error::bug("an erasure's row does not serialize").because(error))
}

/// Where copies of the rights journal may still hold values that were cut out of it: folders that could not be reached,
/// which their next backup mends, and remote targets with backups that were made before.
pub fn uncut(ctx: &Context, certificate: &Certificate) -> Result<Vec<String>> {
    let Some(begun) = certificate
        .row
        .begun
        .filter(|_| certificate.went.journal > 0)
    else {
        return Ok(vec![]);
    };
    let mut left: BTreeSet<String> = ctx.store.uncut_copies()?.into_iter().collect();
    for backup in ctx.store.read(|tx| tx.backups())? {
        if !backup.target.starts_with('/') && backup.created <= begun {
            left.insert(backup.target);
        }
    }
    Ok(left.into_iter().collect())
}

/// When an erasure's backups are gone: the ceiling that a certificate promises.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    pub gone_by: Time,
}

/// The words of classes, for rows and lines.
fn words(classes: &BTreeSet<Class>) -> Vec<String> {
    classes
        .iter()
        .map(|class| class.as_str().to_owned())
        .collect()
}

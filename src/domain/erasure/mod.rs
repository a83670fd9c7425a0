//! Erasing a person: planned, begun with a line of the rights journal, carried out stage by stage, searched for what
//! is left, and certified. A kill at any moment leaves a stage that the next run goes on from. When it may begin and
//! how the request is closed is `request`'s matter.

mod plan;
mod residue;
mod stage;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use plan::{Plan, freeze, look};
pub use residue::Residue;
pub use stage::{Stage, begin, carry_out, finish, lies_elsewhere};

use super::context::Context;
use super::privacy::{Class, Needles};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::seal;
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

    /// Adds what another look found.
    fn join(&mut self, other: Self) {
        self.handles.extend(other.handles);
        self.names.extend(other.names);
    }
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
    /// Classes that a hold kept.
    pub held: Vec<String>,
    /// Values of the log that a hold kept: on the person's activity, or on that of whom an event is about, too.
    #[serde(default)]
    pub log_held: u64,
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

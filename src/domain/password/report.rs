//! Which hash schemes and parameters the stored passwords have, and how many of them are weak. Reads the hashes
//! one by one and keeps counts only.

use std::collections::BTreeMap;

use super::prepare::is_current;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::password::{self, Stored};
use crate::domain::Context;

/// Different parameters that are told apart; hashes from outside could bring a million.
const MOST_GROUPS: usize = 1000;

/// How well a hash keeps its password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Cheaper to guess at than the OWASP Password Storage Cheat Sheet allows.
    Weak,
    /// Strong enough; replaced by today's parameters at the next sign-in.
    Older,
    /// As a new password is hashed today.
    Current,
}

impl Strength {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Older => "older",
            Self::Current => "current",
        }
    }

    pub(super) fn of(ctx: &Context, stored: &Stored) -> Result<Self> {
        if is_current(ctx, stored)? {
            return Ok(Self::Current);
        }
        Ok(if stored.is_strong() {
            Self::Older
        } else {
            Self::Weak
        })
    }
}

/// The passwords of one scheme with the same parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub scheme: &'static str,
    pub parameters: String,
    pub strength: Strength,
    pub passwords: u64,
    /// When the oldest of them was set, or taken over.
    pub oldest: Time,
}

/// What the store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The weakest first, then by how many there are.
    pub groups: Vec<Group>,
    pub passwords: u64,
    pub weak: u64,
    /// Accounts without a password, those of removed ones not counted.
    pub without: u64,
}

/// Counts every stored password by how it is hashed; those of removed accounts, too.
pub fn report(ctx: &Context) -> Result<Report> {
    let mut found: BTreeMap<(Strength, &'static str, String), (u64, Time)> = BTreeMap::new();
    let without = ctx.store.read(|tx| {
        tx.each_hash(|_, hash, set_at| {
            let stored = stored(hash)?;
            let strength = Strength::of(ctx, &stored)?;
            let mut key = (strength, stored.scheme(), stored.parameters());
            if found.len() >= MOST_GROUPS && !found.contains_key(&key) {
                "(others)".clone_into(&mut key.2);
            }
            let (count, oldest) = found.entry(key).or_insert((0, set_at));
            *count += 1;
            *oldest = set_at.min(*oldest);
            Ok(())
        })?;
        tx.count_without_password()
    })?;
    let mut groups: Vec<Group> = found
        .into_iter()
        .map(
            |((strength, scheme, parameters), (passwords, oldest))| Group {
                scheme,
                parameters,
                strength,
                passwords,
                oldest,
            },
        )
        .collect();
    groups.sort_by_key(|group| (group.strength, std::cmp::Reverse(group.passwords)));
    let count = |weak_only: bool| {
        groups
            .iter()
            .filter(|group| !weak_only || group.strength == Strength::Weak)
            .map(|group| group.passwords)
            .sum()
    };
    Ok(Report {
        passwords: count(false),
        weak: count(true),
        without,
        groups,
    })
}

/// A hash of the store, read.
pub(in crate::domain) fn stored(hash: &str) -> Result<Stored> {
    password::parse(hash)
        .map_err(|error| Error::integrity("a stored password hash is unreadable").because(error))
}

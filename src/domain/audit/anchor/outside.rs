//! What vouches for the log from outside, as far as the store knows, in one line. Names nobody whose signature does
//! not fit the log as it stands.

use super::{Kind, checked};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::merkle::root_at;
use crate::domain::audit::verify::{Told, keys};
use crate::domain::audit::witness;
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{AnchorRow, CosignatureRow, TreeNodes};

/// Rows that are looked at until one is genuine: whoever sees this screen waits for it.
const MOST: usize = 8;

/// Whoever vouches for most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// A witness's name, or the kind of anchor.
    pub who: String,
    /// Up to how many events.
    pub size: u64,
    pub time: Time,
}

/// The newest that fits, and what is wrong with a newer one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vouched {
    pub newest: Option<Outside>,
    pub wrong: Option<String>,
}

/// The newest cosignature or anchor of the present history; whether it still exists outside only its keeper knows.
pub fn outside(ctx: &Context, tx: &Tx<'_>) -> Result<Vouched> {
    let epoch = &ctx.store.keyring.epoch;
    let mut vouched = Vouched::default();
    for row in tx.newest_cosignatures(epoch, MOST)? {
        let who = row.key.split('+').next().unwrap_or_default().to_owned();
        let fits = cosigned(ctx, tx, &row);
        if vouched.judge((row.size, row.signed), &who, fits) {
            break;
        }
    }
    let witnessed = vouched.newest.take();
    let kept = tx.first_kept()?;
    for row in tx.newest_anchors(epoch, MOST)? {
        // Of one whose event was pruned nobody can say any more when it left.
        if row.seq < kept {
            continue;
        }
        // A request that nobody answered is no time-stamp.
        if Kind::parse(&row.kind) == Some(Kind::Rfc3161) && row.answered.is_none() {
            continue;
        }
        let fits = anchored(ctx, tx, &row);
        let time = row.stamped.unwrap_or(row.made);
        if vouched.judge((row.size, time), &row.kind, fits) {
            break;
        }
    }
    let both = witnessed.into_iter().chain(vouched.newest.take());
    vouched.newest = both.max_by_key(|found| found.size);
    Ok(vouched)
}

impl Vouched {
    /// Whether this one counts.
    fn judge(&mut self, (size, time): (u64, Time), who: &str, fits: Result<()>) -> bool {
        match fits {
            Ok(()) => {
                let who = who.to_owned();
                self.newest = Some(Outside { who, size, time });
                true
            }
            Err(error) => {
                let wrong = || format!("what `{who}` is said to vouch for does not fit: {error}");
                self.wrong.get_or_insert_with(wrong);
                false
            }
        }
    }
}

fn anchored(ctx: &Context, tx: &Tx<'_>, row: &AnchorRow) -> Result<()> {
    require_covered(tx, row.size)?;
    checked(ctx, tx, row)?;
    for (seq, told) in Told::of_anchor(row) {
        told.require(tx, seq)?;
    }
    Ok(())
}

fn cosigned(ctx: &Context, tx: &Tx<'_>, row: &CosignatureRow) -> Result<()> {
    require_covered(tx, row.size)?;
    // A cosignature speaks for itself, also when the event that took it in was pruned.
    if row.seq >= tx.first_kept()? {
        Told::of_cosignature(row).require(tx, row.seq)?;
    }
    let checkpoint = tx
        .checkpoint_of(&row.epoch, row.size)?
        .ok_or_else(|| Error::integrity("it belongs to no checkpoint"))?;
    let signed = keys::open(&ctx.store.keyring, &checkpoint.note)?;
    if signed.size != row.size || root_at(&TreeNodes(tx), row.size)? != signed.root {
        return Err(Error::integrity("it covers another log than this one"));
    }
    witness::checked(row, &checkpoint).map(drop)
}

fn require_covered(tx: &Tx<'_>, size: u64) -> Result<()> {
    let there = tx.tree()?.size();
    if size > there {
        return Err(Error::integrity(format!(
            "it covers {size} events and there are {there}: the newest were cut off"
        )));
    }
    Ok(())
}

//! What vouches for the log from outside, as far as the store knows, in one line.

use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::Tx;

/// Whoever vouches for most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outside {
    /// A witness's name, or the kind of anchor.
    pub who: String,
    /// Up to how many events.
    pub size: u64,
    pub time: Time,
}

/// The newest cosignature or anchor; whether it still exists outside only its keeper knows.
pub fn outside(tx: &Tx<'_>) -> Result<Option<Outside>> {
    let witness = tx.newest_cosignature()?.map(|row| Outside {
        who: row.key.split('+').next().unwrap_or_default().to_owned(),
        size: row.size,
        time: row.signed,
    });
    let anchor = tx.newest_anchor()?.map(|row| Outside {
        who: row.kind,
        size: row.size,
        time: row.stamped.unwrap_or(row.made),
    });
    Ok(witness
        .into_iter()
        .chain(anchor)
        .max_by_key(|found| found.size))
}

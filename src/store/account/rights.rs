//! What a change of an account's row takes from its holder or gives back, for the rights journal.

use rusqlite::{OptionalExtension, params};

use super::{AccountRow, micros, signed};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::journal::Act;
use crate::store::tx::Tx;

impl Tx<'_> {
    /// Compares the row with what is written and notes every bar that comes or goes.
    pub(super) fn note_bars(&self, new: &AccountRow, now: Time) -> Result<()> {
        let old: Option<[Option<i64>; 4]> = self
            .conn()
            .prepare_cached(
                "SELECT disabled, removed, locked_until, expires FROM account
                 WHERE id = ?1 AND version = ?2",
            )?
            .query_row(params![new.id, signed(new.version)?], |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?])
            })
            .optional()?;
        let Some([disabled, removed, locked, expires]) = old else {
            return Ok(());
        };
        self.note_bar(&new.id, (disabled, new.disabled), Act::Disable)?;
        self.note_bar(&new.id, (removed, new.removed), Act::Removal)?;
        let now = now.timestamp_micros();
        let in_force = |until: Option<i64>| until.filter(|until| *until > now);
        let locks = (in_force(locked), in_force(micros(new.locked_until)));
        self.note_end(&new.id, (locks.1, locks.0), |until| Act::Lock { until })?;
        // An account that never ends is the freest: the comparison is the other way round.
        match (expires, micros(new.expires)) {
            (old, Some(until)) if old.is_none_or(|old| until < old) => {
                self.restrict(Some(&new.id), Act::Expiry { until });
                Ok(())
            }
            (old, until) if old != until => self.lift(Some(&new.id), &Act::Expiry { until: 0 }),
            _ => Ok(()),
        }
    }

    fn note_bar(&self, id: &str, (old, new): (Option<i64>, Option<Time>), act: Act) -> Result<()> {
        match (old, new) {
            (None, Some(_)) => {
                self.restrict(Some(id), act);
                Ok(())
            }
            (Some(_), None) => self.lift(Some(id), &act),
            _ => Ok(()),
        }
    }

    /// A bar that lasts longer is noted; one that ends sooner lifts the earlier ones and is noted anew.
    fn note_end(
        &self,
        id: &str,
        (new, old): (Option<i64>, Option<i64>),
        act: impl Fn(i64) -> Act,
    ) -> Result<()> {
        if new == old {
            return Ok(());
        }
        if new < old {
            self.lift(Some(id), &act(0))?;
        }
        if let Some(until) = new {
            self.restrict(Some(id), act(until));
        }
        Ok(())
    }
}

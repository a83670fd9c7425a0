//! A few numbers across all tables: what `status` and `doctor` look at. Counts only, no names.

use std::cmp::Reverse;

use rusqlite::OptionalExtension;

use super::audit::{Selection, Word, unsigned};
use super::tx::Tx;
use crate::base::clock::{self, Time};
use crate::base::error::Result;

/// How many actions are named that went wrong.
const MOST_TROUBLES: usize = 10;

/// How many accounts are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountCounts {
    pub all: u64,
    pub disabled: u64,
    pub locked: u64,
    pub removed: u64,
    pub expired: u64,
    /// Persons who can sign in and have no confirmed factor.
    pub without_factor: u64,
    /// Persons and services who can sign in and hold a role that permits everything.
    pub admins: u64,
    /// Those of them without a confirmed factor.
    pub admins_without_factor: u64,
    pub must_change_password: u64,
}

/// When backups were made and verified last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BackupTimes {
    pub made: Option<Time>,
    pub verified: Option<Time>,
    /// The last one that was restored and checked.
    pub restored: Option<Time>,
}

impl Tx<'_> {
    pub fn account_counts(&self, now: Time) -> Result<AccountCounts> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*), count(disabled), count(CASE WHEN locked_until > ?1 THEN 1 END),
                    count(removed), count(CASE WHEN expires <= ?1 THEN 1 END)
             FROM account",
        )?;
        let now = now.timestamp_micros();
        let mut counts = statement.query_row([now], |row| {
            Ok([
                row.get::<_, i64>(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ])
        })?;
        let [all, disabled, locked, removed, expired] = &mut counts;
        Ok(AccountCounts {
            all: unsigned(*all)?,
            disabled: unsigned(*disabled)?,
            locked: unsigned(*locked)?,
            removed: unsigned(*removed)?,
            expired: unsigned(*expired)?,
            without_factor: self.count_at(WITHOUT_FACTOR, now)?,
            admins: self.count_at(ADMINS, now)?,
            admins_without_factor: self.count_at(ADMINS_WITHOUT_FACTOR, now)?,
            must_change_password: self.count("SELECT count(require_change) FROM password")?,
        })
    }

    pub fn backup_times(&self) -> Result<BackupTimes> {
        let newest = |sql: &str| -> Result<Option<Time>> {
            let micros: Option<i64> = self.conn().query_row(sql, [], |row| row.get(0))?;
            micros.map(clock::from_micros).transpose()
        };
        Ok(BackupTimes {
            made: newest("SELECT max(created) FROM backup")?,
            verified: newest(
                "SELECT max(verified) FROM (
                     SELECT max(verified_quick) AS verified FROM backup
                     UNION ALL SELECT max(verified_full) FROM backup
                     UNION ALL SELECT max(verified_restore_test) FROM backup
                     UNION ALL SELECT max(verified_drill) FROM backup)",
            )?,
            restored: newest(
                "SELECT max(restored) FROM (
                     SELECT max(verified_restore_test) AS restored FROM backup
                     UNION ALL SELECT max(verified_drill) FROM backup)",
            )?,
        })
    }

    /// The jobs around backups whose newest run failed, with the number of its event.
    pub fn failing_backup_jobs(&self) -> Result<Vec<(&'static str, u64)>> {
        let mut failing = vec![];
        for action in BACKUP_JOBS {
            let Some(word) = self.known_word(Word::Action, action)? else {
                continue;
            };
            // Announcements and refusals (2, 3) say nothing about how a run ended.
            let newest: Option<(i64, i64)> = self
                .conn()
                .prepare_cached(
                    "SELECT seq, outcome FROM event INDEXED BY event_action
                     WHERE action = ?1 AND +outcome IN (0, 1) ORDER BY seq DESC LIMIT 1",
                )?
                .query_row([word], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            if let Some((seq, 1)) = newest {
                failing.push((action, unsigned(seq)?));
            }
        }
        Ok(failing)
    }

    /// Events with a trouble as outcome since `from`, by action, most first.
    pub fn troubles_since(&self, from: Time) -> Result<Vec<(String, u64)>> {
        let recent = Selection {
            // Record time grows with the number, so the first event of the period is found by bisection.
            first: self.first_recorded_at(from)?,
            end: u64::MAX,
            // What was recorded now may have happened long ago.
            since: Some(from.timestamp_micros()),
            outcomes: Some(vec![1, 2]),
            ..Selection::default()
        };
        let mut troubles: Vec<_> = self.count_actions(&recent)?.into_iter().collect();
        troubles.sort_by_key(|(_, count)| Reverse(*count));
        troubles.truncate(MOST_TROUBLES);
        Ok(troubles)
    }

    /// The number of the first event that was recorded at `from` or later; one past the last if there is none.
    pub fn first_recorded_at(&self, from: Time) -> Result<u64> {
        let from = from.timestamp_micros();
        // What was pruned has no time any more, and is older than all that is here.
        let (mut low, mut high) = (
            super::audit::signed(self.first_kept()?)?,
            super::audit::signed(self.tree()?.size())?,
        );
        let mut statement = self
            .conn()
            .prepare_cached("SELECT rts FROM event WHERE seq = ?1")?;
        while low < high {
            let middle = low + (high - low) / 2;
            let recorded: Option<i64> =
                statement.query_row([middle], |row| row.get(0)).optional()?;
            if recorded.is_none_or(|recorded| recorded >= from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        unsigned(low)
    }

    /// Notices that wait to be sent.
    pub fn count_queued_notices(&self) -> Result<u64> {
        self.count("SELECT count(*) FROM notice WHERE state = 'queued'")
    }

    fn count(&self, sql: &str) -> Result<u64> {
        unsigned(
            self.conn()
                .prepare_cached(sql)?
                .query_row([], |row| row.get(0))?,
        )
    }

    fn count_at(&self, sql: &str, now: i64) -> Result<u64> {
        unsigned(
            self.conn()
                .prepare_cached(sql)?
                .query_row([now], |row| row.get(0))?,
        )
    }
}

const BACKUP_JOBS: [&str; 3] = ["backup.create", "backup.verify", "backup.prune"];

const WITHOUT_FACTOR: &str = "SELECT count(*) FROM account AS a
    WHERE kind = 'person' AND removed IS NULL AND disabled IS NULL AND coalesce(expires > ?1, 1)
      AND EXISTS (SELECT 1 FROM password WHERE account = a.id)
      AND NOT EXISTS (SELECT 1 FROM factor WHERE account = a.id AND confirmed IS NOT NULL)";

/// Who can sign in and holds a role that permits everything, by itself or through a group.
macro_rules! admins {
    ($rest:literal) => {
        concat!(
            "SELECT count(*) FROM account AS a
             WHERE a.id IN (
                 SELECT h.account FROM role_permission p CROSS JOIN account_role h ON h.role = p.role
                 WHERE p.permission = '*'
                 UNION SELECT m.member FROM role_permission p CROSS JOIN group_role g ON g.role = p.role
                 CROSS JOIN group_member m ON m.\"group\" = g.\"group\" WHERE p.permission = '*')
             AND removed IS NULL AND disabled IS NULL AND coalesce(expires > ?1, 1)
             AND EXISTS (SELECT 1 FROM password WHERE account = a.id) ",
            $rest
        )
    };
}

const ADMINS: &str = admins!("");

const ADMINS_WITHOUT_FACTOR: &str =
    admins!("AND NOT EXISTS (SELECT 1 FROM factor WHERE account = a.id AND confirmed IS NOT NULL)");

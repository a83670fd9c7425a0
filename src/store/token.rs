//! Rows of tokens. The token itself is never here, only its digest.

use rusqlite::{Row, params};

use super::account::Going;
use super::audit::unsigned;
use super::journal::Act;
use super::request::{time, time_if};
use super::session::Behind;
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// A token with the name and kind of its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    pub id: String,
    pub account: String,
    pub account_name: String,
    /// `person` or `service`.
    pub kind: String,
    pub name: String,
    /// Sorted.
    pub scopes: Vec<String>,
    pub created: Time,
    /// None: never.
    pub expires: Option<Time>,
    /// To the day.
    pub last_used: Option<Time>,
    /// The last day on which it was turned away.
    pub refused: Option<Time>,
    /// The token that rotation put in its place.
    pub replaced_by: Option<String>,
    pub revoked: Option<Time>,
    /// Why it was revoked, as a word.
    pub why: Option<String>,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT t.id, t.account, a.name AS account_name, a.kind, t.name, t.scopes, t.created, t.expires,
             t.last_used, t.refused, t.replaced_by, t.revoked, t.why
             FROM token t JOIN account a ON a.id = t.account ",
            $rest
        )
    };
}

impl Tx<'_> {
    pub fn token(&self, id: &str) -> Result<Option<TokenRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE t.id = ?1"))?;
        let mut rows = statement.query([id])?;
        rows.next()?.map(read).transpose()
    }

    /// The token with this digest. The index compares digests, which nobody can steer: how long it takes
    /// tells nothing about the token.
    pub fn token_of_digest(&self, digest: &[u8; 32]) -> Result<Option<TokenRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE t.digest = ?1"))?;
        let mut rows = statement.query([digest.as_slice()])?;
        rows.next()?.map(read).transpose()
    }

    /// The id of the token that `id` replaced.
    pub fn token_before(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id FROM token WHERE replaced_by = ?1")?;
        let mut rows = statement.query([id])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    /// Hands over the tokens of an account, or all, newest first, until `see` has enough.
    pub fn each_token(
        &self,
        account: Option<&str>,
        behind: &Behind,
        mut see: impl FnMut(TokenRow) -> Result<Going>,
    ) -> Result<()> {
        let sql = match account {
            Some(_) => select!(
                "WHERE t.account = ?1 AND (t.created, t.id) < (?2, ?3)
                 ORDER BY t.created DESC, t.id DESC"
            ),
            None => select!(
                "WHERE ?1 IS NULL AND (t.created, t.id) < (?2, ?3)
                 ORDER BY t.created DESC, t.id DESC"
            ),
        };
        self.each_behind(sql, (account, behind), |row| see(read(row)?))
    }

    /// The tokens that work at `now` and end by `by` without one in their place, the next first.
    pub fn tokens_ending(&self, now: Time, by: Time) -> Result<Vec<TokenRow>> {
        let mut statement = self.conn().prepare_cached(select!(
            "WHERE t.expires > ?1 AND t.expires <= ?2 AND t.revoked IS NULL AND t.replaced_by IS NULL
             AND a.removed IS NULL ORDER BY t.expires, t.id"
        ))?;
        let rows = statement.query_map([now.timestamp_micros(), by.timestamp_micros()], |row| {
            Ok(read(row))
        })?;
        rows.map(|row| row?).collect()
    }

    pub fn insert_token(&self, row: &TokenRow, digest: &[u8; 32]) -> Result<()> {
        self.conn()
            .prepare_cached(
                "INSERT INTO token (id, account, name, digest, scopes, created, expires)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                row.id,
                row.account,
                row.name,
                digest.as_slice(),
                row.scopes.join(" "),
                row.created.timestamp_micros(),
                row.expires.map(|time| time.timestamp_micros()),
            ])?;
        Ok(())
    }

    /// Puts another token in the place of one that is neither replaced nor revoked; the old one ends at
    /// `until`. False if it was replaced or revoked meanwhile.
    pub fn replace_token(&self, old: &str, new: &str, until: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE token SET replaced_by = ?2, expires = min(coalesce(expires, ?3), ?3)
                 WHERE id = ?1 AND replaced_by IS NULL AND revoked IS NULL",
            )?
            .execute(params![old, new, until.timestamp_micros()])?;
        if changed == 1 {
            self.note_token_end(old, Some(until.timestamp_micros()))?;
        }
        Ok(changed == 1)
    }

    /// Revokes a token; false if it was revoked before.
    pub fn revoke_token(&self, id: &str, why: &str, now: Time) -> Result<bool> {
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE token SET revoked = ?2, why = ?3 WHERE id = ?1 AND revoked IS NULL",
            )?
            .execute(params![id, now.timestamp_micros(), why])?;
        if changed == 1 {
            self.note_token_end(id, None)?;
        }
        Ok(changed == 1)
    }

    fn note_token_end(&self, id: &str, until: Option<i64>) -> Result<()> {
        let account: String = self
            .conn()
            .prepare_cached("SELECT account FROM token WHERE id = ?1")?
            .query_row([id], |row| row.get(0))?;
        let token = id.to_owned();
        self.restrict(Some(&account), Act::Revocation { token, until });
        Ok(())
    }

    /// Remembers the day of a use.
    pub fn note_token_use(&self, id: &str, day: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE token SET last_used = ?2 WHERE id = ?1")?
            .execute(params![id, day.timestamp_micros()])?;
        Ok(())
    }

    /// Remembers the day on which it was turned away.
    pub fn note_token_refusal(&self, id: &str, day: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE token SET refused = ?2 WHERE id = ?1")?
            .execute(params![id, day.timestamp_micros()])?;
        Ok(())
    }

    /// How many tokens of an account work at `now`, if the account may.
    pub fn count_live_tokens(&self, account: &str, now: Time) -> Result<u64> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*) FROM token
             WHERE account = ?1 AND revoked IS NULL AND (expires IS NULL OR expires > ?2)",
        )?;
        unsigned(statement.query_row(params![account, now.timestamp_micros()], |row| row.get(0))?)
    }

    /// Whether a token of this name works at `now` and has none in its place.
    pub fn has_token_named(&self, account: &str, name: &str, now: Time) -> Result<bool> {
        let mut statement = self.conn().prepare_cached(
            "SELECT 1 FROM token WHERE account = ?1 AND name = ?2 AND revoked IS NULL
             AND replaced_by IS NULL AND (expires IS NULL OR expires > ?3)",
        )?;
        Ok(statement.exists(params![account, name, now.timestamp_micros()])?)
    }
}

fn read(row: &Row<'_>) -> Result<TokenRow> {
    let scopes: String = row.get("scopes")?;
    Ok(TokenRow {
        id: row.get("id")?,
        account: row.get("account")?,
        account_name: row.get("account_name")?,
        kind: row.get("kind")?,
        name: row.get("name")?,
        scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        created: time(row, "created")?,
        expires: time_if(row, "expires")?,
        last_used: time_if(row, "last_used")?,
        refused: time_if(row, "refused")?,
        replaced_by: row.get("replaced_by")?,
        revoked: time_if(row, "revoked")?,
        why: row.get("why")?,
    })
}

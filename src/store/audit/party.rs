//! Names behind the ids in events, and ids behind names: accounts and pseudonyms.

use rusqlite::OptionalExtension;

use super::Word;
use crate::base::error::Result;
use crate::store::tx::Tx;

impl Tx<'_> {
    /// The account with this folded name, address or id.
    pub fn account_party(&self, folded: &str) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id FROM account WHERE id = ?1 OR name_folded = ?1 OR email_folded = ?1 LIMIT 1",
        )?;
        Ok(statement.query_row([folded], |row| row.get(0)).optional()?)
    }

    /// Whether a person's account has this folded name.
    pub fn is_person(&self, folded: &str) -> Result<bool> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM account WHERE name_folded = ?1 AND kind = 'person'")?;
        Ok(statement.exists([folded])?)
    }

    /// When the newest event was recorded, in microseconds since 1970.
    pub fn newest_record(&self) -> Result<i64> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT rts FROM event ORDER BY seq DESC LIMIT 1")?;
        Ok(statement
            .query_row([], |row| row.get(0))
            .optional()?
            .unwrap_or(0))
    }

    /// How many of the newest `most` words of a kind came up behind `since` (microseconds since 1970), in events that
    /// this program did not make itself.
    pub fn fresh_words(&self, word: Word, since: i64, most: u32) -> Result<usize> {
        let mut statement = self.conn().prepare_cached(
            "SELECT count(*) FROM (SELECT first FROM dictionary WHERE kind = ?1 ORDER BY id DESC LIMIT ?3)
             JOIN event ON seq = first
             WHERE rts > ?2 AND source IS NOT (SELECT id FROM dictionary WHERE kind = 4 AND value = 'optimactl')",
        )?;
        let count: i64 = statement.query_row((word.number(), since, most), |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The present name of an account.
    pub fn account_party_name(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name FROM account WHERE id = ?1")?;
        Ok(statement.query_row([id], |row| row.get(0)).optional()?)
    }

    /// The disclosure that tells the name of a pseudonym: it belongs to the event that used it first.
    pub fn pseudonym_disclosure(&self, id: &str) -> Result<Option<String>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT text FROM dictionary JOIN disclosure ON seq = first
             WHERE kind IN (?1, ?2) AND value = ?3
               AND field = CASE kind WHEN ?1 THEN 'actor_name' ELSE 'target_name' END LIMIT 1",
        )?;
        let kinds = (Word::Actor.number(), Word::Target.number(), id);
        let first = statement.query_row(kinds, |row| row.get(0)).optional()?;
        match first {
            Some(text) => Ok(Some(text)),
            None => self.name_told_again(id),
        }
    }

    /// The name as an event tells it again, because the one that told it first was pruned.
    fn name_told_again(&self, id: &str) -> Result<Option<String>> {
        let (told, target) = (
            self.known_word(Word::Action, "audit.name")?,
            self.known_word(Word::Target, id)?,
        );
        let (Some(told), Some(target)) = (told, target) else {
            return Ok(None);
        };
        let mut statement = self.conn().prepare_cached(
            "SELECT text FROM event INDEXED BY event_target JOIN disclosure USING (seq)
             WHERE target = ?1 AND +action = ?2 AND field = 'target_name' ORDER BY seq DESC LIMIT 1",
        )?;
        Ok(statement
            .query_row([target, told], |row| row.get(0))
            .optional()?)
    }

    /// Account names, for suggestions; a bounded number.
    pub fn some_account_names(&self) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT name FROM account LIMIT 5000")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The ids of the words that begin like this.
    pub fn words_from(&self, word: Word, start: &str) -> Result<Vec<i64>> {
        let mut statement = self.conn().prepare_cached(
            "SELECT id FROM dictionary WHERE kind = ?1 AND value >= ?2 AND substr(value, 1, ?3) = ?2 ORDER BY id",
        )?;
        let length = i64::try_from(start.chars().count()).unwrap_or(i64::MAX);
        let rows = statement.query_map((word.number(), start, length), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Words to guess from which was meant.
    pub fn some_words(&self, word: Word) -> Result<Vec<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT value FROM dictionary WHERE kind = ?1 LIMIT 20000")?;
        let rows = statement.query_map([word.number()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The word behind an id, and the event that used it first.
    pub fn word_of(&self, word: Word, id: i64) -> Result<Option<(String, i64)>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT value, first FROM dictionary WHERE kind = ?1 AND id = ?2")?;
        Ok(statement
            .query_row([word.number(), id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?)
    }
}

//! Rows of holds: what must not be deleted. Placing one and releasing it stand in the rights journal; what asks
//! for them is decided above.

use rusqlite::{OptionalExtension as _, Row, params};

use super::journal::{Act, Held};
use super::request::{time, time_if};
use super::tx::Tx;
use crate::base::clock::Time;
use crate::base::error::Result;

/// A hold with its classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRow {
    pub id: String,
    /// The account; none: everybody.
    pub subject: Option<String>,
    /// Its name, while it is there.
    pub name: Option<String>,
    /// Sorted.
    pub classes: Vec<String>,
    pub basis: String,
    pub owner: String,
    pub placed: Time,
    pub review: Time,
    pub reviewed: Option<Time>,
    /// None: in force.
    pub released: Option<Time>,
}

impl HoldRow {
    fn terms(&self) -> Held {
        Held {
            id: self.id.clone(),
            classes: self.classes.clone(),
            basis: self.basis.clone(),
            owner: self.owner.clone(),
            review: self.review.timestamp_micros(),
        }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT h.id, h.subject, a.name, h.basis, h.owner, h.placed, h.review, h.reviewed, h.released,
             (SELECT group_concat(class, ' ') FROM
                (SELECT class FROM hold_class c WHERE c.hold = h.id ORDER BY class)) AS classes
             FROM hold h LEFT JOIN account a ON a.id = h.subject ",
            $rest
        )
    };
}

impl Tx<'_> {
    /// Writes a new hold, and its line of the journal.
    pub fn insert_hold(&self, row: &HoldRow) -> Result<()> {
        let terms = row.terms();
        self.write_hold(
            &terms,
            row.subject.as_deref(),
            row.placed.timestamp_micros(),
        )?;
        self.restrict(row.subject.as_deref(), Act::Hold(terms));
        Ok(())
    }

    /// Writes the row alone, unless it is there; whether it was not.
    pub(super) fn write_hold(
        &self,
        terms: &Held,
        subject: Option<&str>,
        placed: i64,
    ) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached(
                "INSERT OR IGNORE INTO hold (id, subject, basis, owner, placed, review)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                terms.id,
                subject,
                terms.basis,
                terms.owner,
                placed,
                terms.review
            ])?;
        let mut class = self
            .conn()
            .prepare_cached("INSERT OR IGNORE INTO hold_class VALUES (?1, ?2)")?;
        for word in &terms.classes {
            class.execute([&terms.id, word])?;
        }
        Ok(rows > 0)
    }

    /// Somebody looked: it stays until the next review.
    pub fn review_hold(&self, id: &str, next: Time, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE hold SET review = ?2, reviewed = ?3 WHERE id = ?1")?
            .execute(params![id, next.timestamp_micros(), now.timestamp_micros()])?;
        Ok(())
    }

    /// Ends a hold, and lifts its line of the journal.
    pub fn release_hold(&self, row: &HoldRow, now: Time) -> Result<()> {
        self.conn()
            .prepare_cached("UPDATE hold SET released = ?2 WHERE id = ?1")?
            .execute(params![row.id, now.timestamp_micros()])?;
        self.lift(row.subject.as_deref(), &Act::Hold(row.terms()))
    }

    pub fn hold(&self, id: &str) -> Result<Option<HoldRow>> {
        let mut statement = self.conn().prepare_cached(select!("WHERE h.id = ?1"))?;
        let row = statement.query_row([id], |row| Ok(read(row))).optional()?;
        row.transpose()
    }

    /// Every hold, the next review first; released ones behind.
    pub fn holds(&self) -> Result<Vec<HoldRow>> {
        self.some_holds(
            select!("WHERE ?1 IS NULL ORDER BY h.released IS NOT NULL, h.review, h.id"),
            None,
        )
    }

    /// The holds in force on an account, those on everybody among them; the oldest first.
    pub fn holds_on(&self, subject: &str) -> Result<Vec<HoldRow>> {
        self.some_holds(
            select!(
                "WHERE h.released IS NULL AND (h.subject = ?1 OR h.subject IS NULL)
                ORDER BY h.placed, h.id"
            ),
            Some(subject),
        )
    }

    /// The holds in force on everybody; the oldest first.
    pub fn holds_on_all(&self) -> Result<Vec<HoldRow>> {
        self.some_holds(
            select!(
                "WHERE ?1 IS NULL AND h.released IS NULL AND h.subject IS NULL
                ORDER BY h.placed, h.id"
            ),
            None,
        )
    }

    fn some_holds(&self, sql: &str, subject: Option<&str>) -> Result<Vec<HoldRow>> {
        let mut statement = self.conn().prepare_cached(sql)?;
        let mut rows = statement.query([subject])?;
        let mut found = vec![];
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> Result<HoldRow> {
    let classes: Option<String> = row.get("classes")?;
    let classes = classes.unwrap_or_default();
    Ok(HoldRow {
        id: row.get("id")?,
        subject: row.get("subject")?,
        name: row.get("name")?,
        classes: classes.split_whitespace().map(str::to_owned).collect(),
        basis: row.get("basis")?,
        owner: row.get("owner")?,
        placed: time(row, "placed")?,
        review: time(row, "review")?,
        reviewed: time_if(row, "reviewed")?,
        released: time_if(row, "released")?,
    })
}

//! Lists of accounts: which way a search takes through a store of any size. A few ids that an index gives are
//! sorted; else the accounts are walked in the order asked for until the page is full, and where that takes too
//! long the table is read once from end to end. Ends with the id, so that a page begins where the last one ended.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::condition::{Condition, Sql};
use super::driver::{FEW, SOME};
use super::way::{sorted, steps, way};
use super::{AccountRow, Going, scheme};
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::store::tx::Tx;

/// So many accounts are walked over for a page before the whole table is read instead.
const STEPS: i64 = 7_000;
/// A longer page is not worth the trouble of looking for a shorter way.
const PAGE: u64 = 10_000;

/// What a list is sorted by. Accounts that are equal in it stand by id; those without a value stand last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortKey {
    #[default]
    Name,
    Email,
    Created,
    Changed,
    Expires,
    Disabled,
    LockedUntil,
    Removed,
    LastSignIn,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccountOrder {
    pub by: SortKey,
    pub direction: Direction,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// Where in an order an account stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub key: Option<PlaceKey>,
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceKey {
    Text(String),
    Number(i64),
}

/// What to list.
#[derive(Clone, Debug)]
pub struct Listing {
    pub condition: Condition,
    pub order: AccountOrder,
    pub after: Option<Place>,
    pub limit: Option<u64>,
    pub now: Time,
}

/// An account that was found.
#[derive(Clone, Debug)]
pub struct FoundAccount {
    pub place: Place,
    pub name: String,
}

/// An account with what only lists show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub row: AccountRow,
    /// Of the password's hash.
    pub scheme: Option<&'static str>,
    pub require_change: Option<Time>,
    /// The user of the operating system who acts as it.
    pub operator: Option<u64>,
}

impl SortKey {
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::Name => "name_folded",
            Self::Email => "email_folded",
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Expires => "expires",
            Self::Disabled => "disabled",
            Self::LockedUntil => "locked_until",
            Self::Removed => "removed",
            Self::LastSignIn => "last_sign_in",
        }
    }

    pub(super) const fn always_there(self) -> bool {
        matches!(self, Self::Name | Self::Created | Self::Changed)
    }
}

impl From<PlaceKey> for Value {
    fn from(key: PlaceKey) -> Self {
        match key {
            PlaceKey::Text(text) => text.into(),
            PlaceKey::Number(number) => number.into(),
        }
    }
}

/// Those with a value to sort by, or those without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    With,
    Without,
}

type See<'a> = dyn FnMut(FoundAccount) -> Result<Going> + 'a;

impl Tx<'_> {
    /// Hands over the accounts of a list, in order.
    pub fn each_listed(
        &self,
        listing: &Listing,
        mut see: impl FnMut(Listed, Place) -> Result<Going>,
    ) -> Result<()> {
        self.each_found(listing, &mut |found| match self.listed(&found.place.id)? {
            Some(listed) => see(listed, found.place),
            None => Ok(Going::On),
        })
    }

    /// Hands over ids and names of the accounts of a list, in order.
    pub fn each_found(&self, listing: &Listing, see: &mut See<'_>) -> Result<()> {
        if let Some(driver) = self.driver(listing, FEW)? {
            return self.run(&sorted(listing, Some(&driver)), see).map(drop);
        }
        if listing.condition.is_plain() || listing.limit.is_some_and(|limit| limit > PAGE) {
            return self.walk(listing, see);
        }
        if let Some(limit) = listing.limit
            && let Some(page) = self.first_steps(listing, limit)?
        {
            return hand_over(page, see);
        }
        let driver = self.driver(listing, SOME)?;
        self.run(&sorted(listing, driver.as_ref()), see).map(drop)
    }

    fn driver(&self, listing: &Listing, most: i64) -> Result<Option<Sql>> {
        let sql = Sql::new("p.id", listing.now);
        let found = self.few(&listing.condition, &sql, most)?;
        Ok(found.map(|(_, driver)| driver))
    }

    /// How many accounts there are of this kind.
    pub fn count_listed(&self, condition: &Condition, now: Time) -> Result<u64> {
        let sql = Sql::new("p.id", now);
        let mut count = if let Some((_, driver)) = self.few(condition, &sql, SOME)? {
            let mut count = sql.apart();
            count
                .push("SELECT count(*) FROM (SELECT DISTINCT id FROM (")
                .join(&driver);
            count.push(")) p CROSS JOIN account a ON a.id = p.id");
            count
        } else {
            let mut count = Sql::new("a.id", now);
            count.push("SELECT count(*) FROM account a");
            count
        };
        count.push(" WHERE ").condition(condition);
        let size: i64 = self
            .conn()
            .prepare(&count.text)?
            .query_row(params_from_iter(&count.values), |row| row.get(0))?;
        super::unsigned(size)
    }

    /// Where an account stands in an order.
    pub fn place_of(&self, id: &str, order: AccountOrder, now: Time) -> Result<Option<Place>> {
        let mut sql = Sql::new("a.id", now);
        sql.push("SELECT a.id, CASE WHEN ");
        order.present("a", &mut sql);
        sql.push(" THEN a.")
            .push(order.by.column())
            .push(" END, a.name FROM account a WHERE a.id = ")
            .bind(id.to_owned());
        let mut place = None;
        self.run(&sql, &mut |found| {
            place = Some(found.place);
            Ok(Going::Enough)
        })?;
        Ok(place)
    }

    fn listed(&self, id: &str) -> Result<Option<Listed>> {
        let Some(row) = self.account(id)? else {
            return Ok(None);
        };
        let (hash, change) = self
            .conn()
            .prepare_cached("SELECT hash, require_change FROM password WHERE account = ?1")?
            .query_row([id], |row| {
                Ok((
                    Some(row.get::<_, String>(0)?),
                    row.get::<_, Option<i64>>(1)?,
                ))
            })
            .optional()?
            .unwrap_or_default();
        let operator: Option<i64> = self
            .conn()
            .prepare_cached("SELECT min(uid) FROM operator WHERE account = ?1")?
            .query_row([id], |row| row.get(0))?;
        Ok(Some(Listed {
            row,
            scheme: hash.as_deref().map(scheme::scheme),
            require_change: change.map(clock::from_micros).transpose()?,
            operator: operator.map(super::unsigned).transpose()?,
        }))
    }

    /// In the order asked for, however long it takes: nothing is held.
    fn walk(&self, listing: &Listing, see: &mut See<'_>) -> Result<()> {
        let mut left = listing.limit.unwrap_or(u64::MAX);
        for part in [Part::With, Part::Without] {
            let Some(sql) = steps(listing, part, i64::MAX) else {
                continue;
            };
            let going = self.run(&sql, &mut |found| {
                left = left.saturating_sub(1);
                Ok(match see(found)? {
                    Going::On if left > 0 => Going::On,
                    _ => Going::Enough,
                })
            })?;
            if going == Going::Enough {
                break;
            }
        }
        Ok(())
    }

    /// A page, if it is full after a number of steps or the list ends there.
    fn first_steps(&self, listing: &Listing, limit: u64) -> Result<Option<Vec<FoundAccount>>> {
        let full =
            |page: &[FoundAccount]| u64::try_from(page.len()).is_ok_and(|size| size >= limit);
        let mut page = vec![];
        for part in [Part::With, Part::Without] {
            let Some(sql) = steps(listing, part, STEPS) else {
                continue;
            };
            self.run(&sql, &mut |found| {
                page.push(found);
                Ok(if full(&page) {
                    Going::Enough
                } else {
                    Going::On
                })
            })?;
            if full(&page) {
                return Ok(Some(page));
            }
            if self.is_longer(listing, part)? {
                return Ok(None);
            }
        }
        Ok(Some(page))
    }

    /// Whether a part of the list has more accounts than were walked over.
    fn is_longer(&self, listing: &Listing, part: Part) -> Result<bool> {
        let Some(way) = way(listing, part, STEPS + 1) else {
            return Ok(false);
        };
        let text = format!("SELECT count(*) FROM ({})", way.text);
        let size: i64 = self
            .conn()
            .prepare(&text)?
            .query_row(params_from_iter(&way.values), |row| row.get(0))?;
        Ok(size > STEPS)
    }

    pub(super) fn run(&self, sql: &Sql, see: &mut See<'_>) -> Result<Going> {
        let mut statement = self.conn().prepare(&sql.text)?;
        let mut rows = statement.query(params_from_iter(&sql.values))?;
        while let Some(row) = rows.next()? {
            let key = match row.get::<_, Value>(1)? {
                Value::Text(text) => Some(PlaceKey::Text(text)),
                Value::Integer(number) => Some(PlaceKey::Number(number)),
                _ => None,
            };
            let place = Place {
                key,
                id: row.get(0)?,
            };
            let found = FoundAccount {
                place,
                name: row.get(2)?,
            };
            if see(found)? == Going::Enough {
                return Ok(Going::Enough);
            }
        }
        Ok(Going::On)
    }
}

fn hand_over(page: Vec<FoundAccount>, see: &mut See<'_>) -> Result<()> {
    for found in page {
        if see(found)? == Going::Enough {
            break;
        }
    }
    Ok(())
}

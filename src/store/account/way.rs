//! The statements of a list: a walk in an order, and a sort of what was found. Built from the words of this
//! room; values are bound.

use super::condition::{Ask, Column, Condition, Sql};
use super::list::{AccountOrder, Direction, Listing, Part, Place, SortKey};

impl AccountOrder {
    /// Whether `table` has a value to sort by. A lock that is over is none.
    pub(super) fn present(self, table: &str, sql: &mut Sql) {
        if self.by.always_there() {
            sql.push("1");
            return;
        }
        sql.push(table).push(".").push(self.by.column());
        match self.by {
            SortKey::LockedUntil => sql.push(" > ").bind_now(),
            _ => sql.push(" IS NOT NULL"),
        };
    }

    fn absent(self, table: &str, sql: &mut Sql) {
        let column = self.by.column();
        let value = |sql: &mut Sql| {
            sql.push(table).push(".").push(column);
        };
        sql.push("(");
        value(sql);
        sql.push(" IS NULL");
        if self.by == SortKey::LockedUntil {
            sql.push(" OR ");
            value(sql);
            sql.push(" <= ").bind_now();
        }
        sql.push(")");
    }

    const fn sign(self) -> &'static str {
        match self.direction {
            Direction::Ascending => " > ",
            Direction::Descending => " < ",
        }
    }

    const fn word(self) -> &'static str {
        match self.direction {
            Direction::Ascending => "",
            Direction::Descending => " DESC",
        }
    }

    /// ` AND (k.created, k.id) > (?, ?)`.
    fn behind(self, table: &str, place: &Place, sql: &mut Sql) {
        match &place.key {
            Some(key) => sql
                .push("(")
                .push(table)
                .push(".")
                .push(self.by.column())
                .push(", ")
                .push(table)
                .push(".id)")
                .push(self.sign())
                .push("(")
                .bind(key.clone())
                .push(", ")
                .bind(place.id.clone())
                .push(")"),
            None => sql
                .push(table)
                .push(".id")
                .push(self.sign())
                .bind(place.id.clone()),
        };
    }
}

/// The ids of a part in order, up to a number of them. `None`: the part is empty, or lies before the place where
/// the list begins.
pub(super) fn way(listing: &Listing, part: Part, most: i64) -> Option<Sql> {
    let order = listing.order;
    let mut sql = Sql::new("p.id", listing.now);
    sql.push("SELECT k.id AS id, ");
    let after = match (part, &listing.after) {
        (Part::Without, _) if order.by.always_there() => return None,
        (Part::With, Some(place)) if place.key.is_none() => return None,
        (Part::Without, Some(place)) if place.key.is_some() => None,
        (_, after) => after.as_ref(),
    };
    if part == Part::With {
        sql.push("k.").push(order.by.column());
        sql.push(" AS key FROM account k WHERE ");
        order.present("k", &mut sql);
    } else {
        sql.push("NULL AS key FROM account k WHERE ");
        order.absent("k", &mut sql);
    }
    if let Some(place) = after {
        sql.push(" AND ");
        order.behind("k", place, &mut sql);
    }
    sql.push(" ORDER BY ");
    if part == Part::With {
        sql.push("k.").push(order.by.column()).push(order.word());
        sql.push(", ");
    }
    sql.push("k.id")
        .push(order.word())
        .push(" LIMIT ")
        .bind(most);
    Some(sql)
}

/// Walks over a part in order and keeps what the condition holds for. The bound is there even where it bounds
/// nothing: without one SQLite drops the order of an inner query.
pub(super) fn steps(listing: &Listing, part: Part, most: i64) -> Option<Sql> {
    let way = way(listing, part, most)?;
    let mut sql = way.apart();
    sql.push("SELECT a.id, p.key, a.name FROM (").join(&way);
    sql.push(") p CROSS JOIN account a ON a.id = p.id WHERE ");
    sql.condition(&listing.condition);
    Some(sql)
}

/// Finds everything, by `driver` or in the whole table, and sorts it.
pub(super) fn sorted(listing: &Listing, driver: Option<&Sql>) -> Sql {
    let order = listing.order;
    let column = order.by.column();
    let id = if driver.is_some() { "p.id" } else { "a.id" };
    let mut sql = Sql::new(id, listing.now);
    sql.push("SELECT a.id, CASE WHEN ");
    order.present("a", &mut sql);
    sql.push(" THEN a.")
        .push(column)
        .push(" END AS key, a.name FROM ");
    if let Some(driver) = driver {
        sql.push("(SELECT DISTINCT id FROM (").join(driver);
        sql.push(")) p CROSS JOIN account a ON a.id = p.id WHERE ");
    } else {
        sql.push("account a NOT INDEXED WHERE ");
    }
    sql.condition(&listing.condition);
    if let Some(place) = &listing.after {
        sql.push(" AND (");
        if place.key.is_some() {
            order.absent("a", &mut sql);
            sql.push(" OR (");
            order.present("a", &mut sql);
            sql.push(" AND ");
            order.behind("+a", place, &mut sql);
            sql.push(")");
        } else {
            order.absent("a", &mut sql);
            sql.push(" AND ");
            order.behind("+a", place, &mut sql);
        }
        sql.push(")");
    }
    sql.push(" ORDER BY key IS NULL, key").push(order.word());
    sql.push(", +a.id").push(order.word()).push(" LIMIT ");
    sql.bind(
        listing
            .limit
            .map_or(-1, |limit| i64::try_from(limit).unwrap_or(-1)),
    );
    sql
}

impl Condition {
    /// Whether nothing but removed accounts is left out.
    pub(super) fn is_plain(&self) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(Self::is_plain),
            Self::Holds(column, ask) => *column == Column::Removed && matches!(ask, Ask::Absent),
            _ => false,
        }
    }
}

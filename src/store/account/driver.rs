//! What can drive a search: the ids of all accounts for which a condition can hold, found by an index. A probe
//! with a bound tells whether they are few enough.

use super::condition::{Ask, Column, Compare, Condition, Sql};
use super::scheme;
use crate::base::error::Result;
use crate::store::tx::Tx;

/// Up to so many ids drive a search at once; with more of them a page is sooner full by walking in order. Measured
/// over a million accounts: both cost about as much where one account in 110 matches.
pub(super) const FEW: i64 = 9_000;
/// Up to so many are still sooner looked at than every account, once a walk did not fill the page.
pub(super) const SOME: i64 = 40_000;

impl Tx<'_> {
    /// The smallest set of ids that the condition leaves, if there is a small one.
    pub(super) fn few(
        &self,
        condition: &Condition,
        sql: &Sql,
        most: i64,
    ) -> Result<Option<(i64, Sql)>> {
        match condition {
            Condition::All(parts) => {
                let mut best: Option<(i64, Sql)> = None;
                for part in parts {
                    let found = self.few(part, sql, most)?;
                    let better = |(size, _): &(i64, Sql)| {
                        best.as_ref().is_none_or(|(least, _)| size < least)
                    };
                    best = found.filter(better).or(best);
                }
                Ok(best)
            }
            Condition::Any(parts) => self.few_of_any(parts, sql, most),
            _ => match sql.driver(condition) {
                Some(driver) => Ok(self.at_most(&driver, most)?.map(|size| (size, driver))),
                None => Ok(None),
            },
        }
    }

    fn few_of_any(&self, parts: &[Condition], sql: &Sql, most: i64) -> Result<Option<(i64, Sql)>> {
        let (mut sum, mut union) = (0, sql.apart());
        for part in parts {
            let Some((size, driver)) = self.few(part, sql, most)? else {
                return Ok(None);
            };
            sum += size;
            if !union.text.is_empty() {
                union.push(" UNION ALL ");
            }
            union.push("SELECT id FROM (").join(&driver).push(")");
        }
        let small = !union.text.is_empty() && sum <= most;
        Ok(small.then_some((sum, union)))
    }

    /// How many ids a driver gives, if they are no more than `most`.
    fn at_most(&self, driver: &Sql, most: i64) -> Result<Option<i64>> {
        let mut probe = driver.apart();
        probe
            .push("SELECT count(*) FROM (SELECT 1 FROM (")
            .join(driver)
            .push(") LIMIT ")
            .bind(most + 1)
            .push(")");
        let size: i64 = self
            .conn()
            .prepare(&probe.text)?
            .query_row(rusqlite::params_from_iter(&probe.values), |row| row.get(0))?;
        Ok((size <= most).then_some(size))
    }
}

impl Sql {
    /// The ids of all accounts for which this can hold, and maybe some more, by an index: `None` where there
    /// is none for it.
    fn driver(&self, condition: &Condition) -> Option<Self> {
        let mut sql = self.apart();
        match condition {
            Condition::Holds(column, ask) => sql.drive(*column, ask).then_some(sql),
            Condition::Not(part) => match &**part {
                Condition::Holds(column, Ask::Absent) => sql.drive_present(*column).then_some(sql),
                _ => None,
            },
            Condition::All(_) | Condition::Any(_) => None,
        }
    }

    fn drive(&mut self, column: Column, ask: &Ask) -> bool {
        match (column, ask) {
            (Column::Role | Column::Group, Ask::Absent) => return false,
            (Column::Role, ask) => {
                self.push("SELECT account AS id FROM account_role WHERE role IN ")
                    .names("role", ask)
                    .push(" UNION ALL SELECT m.member FROM group_role g CROSS JOIN group_member m ON m.\"group\" = g.\"group\" WHERE g.role IN ")
                    .names("role", ask);
            }
            (Column::Group, ask) => {
                self.push("SELECT member AS id FROM group_member WHERE \"group\" IN ")
                    .names("account_group", ask);
            }
            (Column::Scheme, Ask::Text(Compare::Is, text)) => return self.drive_scheme(text),
            (_, Ask::Text(Compare::Is, text)) => return self.drive_text(column, text),
            (_, Ask::Time(compare, first, end)) => {
                let Some((table, name)) = indexed_time(column) else {
                    return false;
                };
                let (sign, bound) = compare.span(*first, *end);
                self.push(table).push(name).push(sign).bind(bound);
                if *compare == Compare::Is {
                    self.push(" AND ").push(name).push(" < ").bind(*end);
                }
            }
            (Column::LastSignIn, Ask::Absent) => {
                self.push("SELECT id FROM account WHERE last_sign_in IS NULL");
            }
            (Column::Operator, Ask::Number(..)) => return self.drive_present(column),
            _ => return false,
        }
        true
    }

    fn drive_text(&mut self, column: Column, text: &str) -> bool {
        let (start, exact) = match text.split_once('*') {
            Some((start, _)) => (start, false),
            None => (text, true),
        };
        match (column, text) {
            (Column::Id, _) if exact => {
                self.push("SELECT id FROM account WHERE id = ")
                    .bind(text.to_owned());
            }
            (Column::Name | Column::Email, _) if !start.is_empty() => {
                let name = if column == Column::Name {
                    "name_folded"
                } else {
                    "email_folded"
                };
                self.push("SELECT id FROM account WHERE ").push(name);
                if exact {
                    self.push(" = ").bind(text.to_owned());
                } else {
                    self.range(name, start);
                }
            }
            (Column::Kind, "service") => {
                self.push("SELECT id FROM account WHERE kind = 'service'");
            }
            (Column::State, "disabled") => return self.drive_present(Column::Disabled),
            (Column::State, "locked") => return self.drive_present(Column::LockedUntil),
            (Column::State, "removed") => return self.drive_present(Column::Removed),
            (Column::State, "restricted") => {
                self.push("SELECT account AS id FROM restriction");
            }
            (Column::State, "expired") => {
                self.push("SELECT id FROM account WHERE expires <= ")
                    .bind_now();
            }
            (Column::Factor, "totp") => {
                self.push("SELECT account AS id FROM factor WHERE confirmed IS NOT NULL");
            }
            (Column::Password, "set") => {
                self.push("SELECT account AS id FROM password");
            }
            (Column::Password, "code") => {
                self.push(
                    "SELECT account AS id FROM password_code WHERE used IS NULL AND expires > ",
                )
                .bind_now();
            }
            _ => return false,
        }
        true
    }

    fn drive_scheme(&mut self, text: &str) -> bool {
        let beginnings = scheme::beginnings(text);
        for (number, start) in beginnings.iter().enumerate() {
            if number > 0 {
                self.push(" UNION ALL ");
            }
            self.push("SELECT account AS id FROM password WHERE substr(hash, 1, 10)")
                .range("substr(hash, 1, 10)", start);
        }
        !beginnings.is_empty()
    }

    /// ` >= start AND name < what follows everything that begins with it`.
    fn range(&mut self, name: &str, start: &str) {
        self.push(" >= ").bind(start.to_owned());
        if let Some(end) = successor(start) {
            self.push(" AND ").push(name).push(" < ").bind(end);
        }
    }

    /// Where a value is there at all; only of columns that are mostly empty.
    fn drive_present(&mut self, column: Column) -> bool {
        let sql = match column {
            Column::Expires => "SELECT id FROM account WHERE expires IS NOT NULL",
            Column::Disabled => "SELECT id FROM account WHERE disabled IS NOT NULL",
            Column::LockedUntil => "SELECT id FROM account WHERE locked_until IS NOT NULL",
            Column::Removed => "SELECT id FROM account WHERE removed IS NOT NULL",
            Column::RequireChange => {
                "SELECT account AS id FROM password WHERE require_change IS NOT NULL"
            }
            Column::Operator => "SELECT account AS id FROM operator",
            Column::Role => {
                "SELECT account AS id FROM account_role UNION ALL SELECT member FROM group_member"
            }
            Column::Group => "SELECT member AS id FROM group_member",
            _ => return false,
        };
        self.push(sql);
        true
    }
}

/// The table and column of a time with an index.
const fn indexed_time(column: Column) -> Option<(&'static str, &'static str)> {
    const ACCOUNT: &str = "SELECT id FROM account WHERE ";
    Some(match column {
        Column::Created => (ACCOUNT, "created"),
        Column::Changed => (ACCOUNT, "changed"),
        Column::Expires => (ACCOUNT, "expires"),
        Column::Disabled => (ACCOUNT, "disabled"),
        Column::LockedUntil => (ACCOUNT, "locked_until"),
        Column::Removed => (ACCOUNT, "removed"),
        Column::LastSignIn => (ACCOUNT, "last_sign_in"),
        Column::RequireChange => (
            "SELECT account AS id FROM password WHERE ",
            "require_change",
        ),
        _ => return None,
    })
}

/// The least text above everything that begins with `start`; none if there is none.
fn successor(start: &str) -> Option<String> {
    let mut chars: Vec<char> = start.chars().collect();
    while let Some(last) = chars.pop() {
        let next = match last {
            '\u{d7ff}' => Some('\u{e000}'),
            c => char::from_u32(u32::from(c) + 1),
        };
        if let Some(next) = next {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}

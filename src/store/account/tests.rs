//! What tests of lists need from below: rows of every kind, each way of searching by itself, and SQLite's plans.

use rusqlite::{params, params_from_iter};

use super::Going;
use super::condition::Sql;
use super::driver::FEW;
use super::list::{FoundAccount, Listing, Part};
use super::way::{sorted, steps};
use crate::base::error::Result;
use crate::store::tx::Tx;

impl Tx<'_> {
    /// Passwords, codes, factors, groups and operators for the accounts `acc_000` to `acc_095`.
    pub(crate) fn fill_for_tests(&self, hashes: &[&str]) -> Result<()> {
        const NOW: i64 = 1_795_348_800_000_000;
        let conn = self.conn();
        conn.execute_batch(
            "INSERT INTO account_group VALUES ('staff', '', 0), ('Guests', '', 0);
             INSERT INTO group_role VALUES ('staff', 'auditor', 0), ('staff', 'Support', 0);",
        )?;
        for number in 0..96_u32 {
            let id = format!("acc_{number:03}");
            if number % 3 > 0 {
                let change = (number % 12 == 1).then_some(NOW - 5);
                conn.execute(
                    "INSERT INTO password (account, hash, set_at, require_change, needs_factor, version) VALUES (?1, ?2, 0, ?3, 0, 1)",
                    params![id, hashes[usize::try_from(number).unwrap() % hashes.len()], change],
                )?;
            }
            if number % 6 == 0 {
                let (used, expires) = (
                    (number % 12 == 0).then_some(1),
                    NOW * (1 + i64::from(number % 18 == 0)),
                );
                conn.execute(
                    "INSERT INTO password_code VALUES (?1, ?2, 'invite', 0, ?3, ?4, 0)",
                    params![id.as_bytes(), id, expires, used],
                )?;
            }
            if number % 5 == 0 {
                conn.execute(
                    "INSERT INTO factor (id, account, kind, secret, created, confirmed) VALUES (?1, ?1, 'totp', x'00', 0, ?2)",
                    params![id, (number % 10 == 0).then_some(1)],
                )?;
            }
            if number % 8 == 2 {
                let group = if number % 16 == 2 { "staff" } else { "Guests" };
                conn.execute("INSERT INTO group_member VALUES (?1, ?2, 0)", [&id, group])?;
            }
            if number % 30 == 4 {
                conn.execute(
                    "INSERT INTO operator (uid, account, bound) VALUES (?1, ?2, 0)",
                    params![996 + number, id],
                )?;
            }
        }
        Ok(())
    }

    pub(crate) fn forget_for_tests(&self, id: &str) -> Result<()> {
        self.conn()
            .execute("DELETE FROM account WHERE id = ?1", [id])?;
        Ok(())
    }

    /// The ids that each way of searching finds, whichever would be taken.
    pub(crate) fn every_way_for_tests(&self, listing: &Listing) -> Vec<Vec<String>> {
        let mut ways = vec![];
        let mut walked = vec![];
        for part in [Part::With, Part::Without] {
            if let Some(sql) = steps(listing, part, i64::MAX) {
                walked.extend(self.ids_for_tests(&sql));
            }
        }
        ways.push(walked);
        ways.push(self.ids_for_tests(&sorted(listing, None)));
        let few = self
            .few(&listing.condition, &Sql::new("p.id", listing.now), FEW)
            .unwrap();
        ways.extend(few.map(|(_, driver)| self.ids_for_tests(&sorted(listing, Some(&driver)))));
        ways
    }

    fn ids_for_tests(&self, sql: &Sql) -> Vec<String> {
        let mut ids = vec![];
        self.run(sql, &mut |found: FoundAccount| {
            ids.push(found.place.id);
            Ok(Going::On)
        })
        .unwrap();
        ids
    }

    /// The plans of the walks of a list.
    pub(crate) fn plans_for_tests(&self, listing: &Listing) -> Result<Vec<String>> {
        let mut plans = vec![];
        for part in [Part::With, Part::Without] {
            if let Some(sql) = steps(listing, part, 1) {
                plans.extend(self.explain(&sql)?);
            }
        }
        Ok(plans)
    }

    /// The plan of what drives a search; empty: nothing does.
    pub(crate) fn driver_plan_for_tests(&self, listing: &Listing) -> Result<Vec<String>> {
        match self.few(&listing.condition, &Sql::new("p.id", listing.now), FEW)? {
            Some((_, driver)) => self.explain(&driver),
            None => Ok(vec![]),
        }
    }

    fn explain(&self, sql: &Sql) -> Result<Vec<String>> {
        let text = format!("EXPLAIN QUERY PLAN {}", sql.text);
        let mut statement = self.conn().prepare(&text)?;
        let rows = statement.query_map(params_from_iter(&sql.values), |row| row.get(3))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

//! The one function that deletes what the data map says is somebody's. Whoever calls it has asked for holds, wrote
//! the line of the rights journal and tells the audit log.

use std::collections::{BTreeMap, BTreeSet};

use super::class::Class;
use super::map::{Erasure, MAP};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::erasure::Rows;

/// Whose data go.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whose<'a> {
    pub account: Option<&'a str>,
    /// The keyed digest of an address without an account.
    pub digest: Option<&'a [u8]>,
    /// The request that is being answered.
    pub request: Option<&'a str>,
}

/// Rows by table.
pub type Gone = BTreeMap<&'static str, u64>;

/// What an erasure of this account would find in the tables.
pub fn find(tx: &Tx<'_>, account: &str, kept: &BTreeSet<Class>) -> Result<Gone> {
    let mut found = Gone::new();
    for part in free(kept) {
        let by = match part.erasure {
            Erasure::Rows(by) | Erasure::Emptied(by) => by,
            Erasure::Account => "id",
            _ => continue,
        };
        let rows = Rows {
            table: part.table,
            by,
        };
        found.insert(part.table, tx.count_rows(rows, account)?);
    }
    found.retain(|_, rows| *rows > 0);
    Ok(found)
}

/// Deletes what is somebody's, but for the classes that are held. Doing it again finds nothing.
pub fn erase(tx: &Tx<'_>, whose: Whose<'_>, kept: &BTreeSet<Class>, now: Time) -> Result<Gone> {
    let mut gone = Gone::new();
    if !kept.contains(&Class::Requests) {
        let rows = tx.empty_requests(whose.account, whose.digest, whose.request)?;
        gone.insert("request", rows);
    }
    if let Some(account) = whose.account {
        erase_account(tx, account, (kept, &mut gone), now)?;
    }
    gone.retain(|_, rows| *rows > 0);
    Ok(gone)
}

fn erase_account(
    tx: &Tx<'_>,
    account: &str,
    (kept, gone): (&BTreeSet<Class>, &mut Gone),
    now: Time,
) -> Result<()> {
    let mut note = |table, rows| *gone.entry(table).or_insert(0) += rows;
    for part in free(kept) {
        let table = part.table;
        if let Erasure::Rows(by) = part.erasure {
            note(table, tx.delete_rows(Rows { table, by }, account)?);
        }
    }
    let row = Rows {
        table: "account",
        by: "id",
    };
    let is_held = Class::OF_ACCOUNT.iter().any(|class| kept.contains(class));
    if is_held {
        if !kept.contains(&Class::Contact) {
            note(
                "account",
                tx.empty_columns(row, &["email", "email_folded"], account)?,
            );
        }
        if !kept.contains(&Class::Identity) {
            tx.empty_account(account, now)?;
        }
    } else {
        note("account", tx.delete_rows(row, account)?);
    }
    Ok(())
}

fn free(kept: &BTreeSet<Class>) -> impl Iterator<Item = &'static super::Part> {
    MAP.iter()
        .filter(|part| part.class.is_some_and(|class| !kept.contains(&class)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::Fixture;
    use crate::store::Mode;

    /// An account with a row in every table that names it.
    fn person(tx: &Tx<'_>) {
        crate::store::audit::tamper::script(
            tx,
            "INSERT INTO account (id, name, name_folded, email, email_folded, display_name, kind, created, changed)
                 VALUES ('acc_x', 'Kim', 'kim', 'kim@example.com', 'kim@example.com', 'Kim Lee', 'person', 1, 1);
             INSERT INTO password (account, hash, set_at, needs_factor, version) VALUES ('acc_x', 'h', 1, 0, 1);
             INSERT INTO session (id, account, ip, created, seen, expires) VALUES ('ses_x', 'acc_x', '192.0.2.1', 1, 1, 2);
             INSERT INTO notice (id, account, kind, created, state) VALUES ('ntc_x', 'acc_x', 'locked', 1, 'queued');",
        );
    }

    #[test]
    fn everything_goes_and_what_is_held_stays() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let run = |kept: &[Class]| {
            let kept: BTreeSet<Class> = kept.iter().copied().collect();
            let mut result = None;
            ctx.store
                .write(Mode::DryRun, |tx| {
                    person(tx);
                    let found = find(tx, "acc_x", &kept)?;
                    let whose = Whose {
                        account: Some("acc_x"),
                        ..Whose::default()
                    };
                    let gone = erase(tx, whose, &kept, ctx.now())?;
                    let again = erase(tx, whose, &kept, ctx.now())?;
                    let left = tx.account_identifiers("acc_x")?;
                    result = Some((found, gone, again, left));
                    Ok(())
                })
                .unwrap();
            result.unwrap()
        };
        let (found, gone, again, left) = run(&[]);
        assert_eq!(found, gone);
        let tables: Vec<_> = gone.keys().copied().collect();
        assert_eq!(tables, ["account", "notice", "password", "session"]);
        assert_eq!((again, left), (Gone::new(), None));
        let (_, gone, again, left) = run(&[Class::Sessions]);
        assert!(!gone.contains_key("session") && gone.contains_key("password"));
        assert_eq!(left, Some([Some("acc_x".to_owned()), None, None]));
        assert!(again.is_empty(), "{again:?}");
        let (.., left) = run(&[Class::Identity]);
        assert_eq!(
            left,
            Some(
                ["Kim", "Kim Lee", ""]
                    .map(|text| Some(text.to_owned()).filter(|text| !text.is_empty()))
            )
        );
    }
}

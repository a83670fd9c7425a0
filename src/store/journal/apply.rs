//! Applying a line: the rows become as restricted as it says. Doing it twice changes nothing, and nothing here
//! gives back what another line took.

use data_encoding::BASE64URL_NOPAD;
use rusqlite::params;

use super::append::{EMAIL, NAME};
use super::line::{Act, Duty, Factor, Line, Person, Rectified};
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::base::text::folded;
use crate::crypto::seal;
use crate::crypto::secret::same;
use crate::store::backup::PromiseRow;
use crate::store::keyring::Keyring;
use crate::store::tx::Tx;

/// What of a person must fit for an account to be theirs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Any,
    All,
}

/// What became of a line for one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was so already.
    Already,
    /// The rows changed.
    Applied,
    /// What it is about is not here.
    Gone,
    /// A factor was bound that is not here: unless another one is, nobody may sign in without.
    Owed,
    /// Another account has the rectified name or address here.
    Taken,
    /// The account is here, and this version cannot do what the line asks.
    Cannot,
}

/// One line for one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    pub subject: Option<String>,
    /// Its account here, which may have another id.
    pub here: Option<String>,
    pub outcome: Outcome,
}

impl Tx<'_> {
    /// Applies a line to everybody that it is about.
    pub fn follow(&self, keyring: &Keyring, (number, line): (u64, &Line)) -> Result<Vec<Applied>> {
        if let Act::Done {
            made_before: Some(before),
            gone_by: Some(gone),
            ..
        } = line.act
        {
            self.insert_backup_promise(&PromiseRow {
                made_before: clock::from_micros(before)?,
                gone_by: clock::from_micros(gone)?,
            })?;
        }
        let mut done = vec![];
        for subject in line.accounts() {
            let here = self.here(keyring, subject, line)?;
            let outcome = match &here {
                Some(id) => self.apply(id, line)?,
                None => Outcome::Gone,
            };
            done.push(Applied {
                subject: Some(subject.to_owned()),
                here,
                outcome,
            });
        }
        if done.is_empty() {
            done.push(Applied {
                subject: None,
                here: None,
                outcome: self.apply_to_none(line)?,
            });
        }
        self.stand(number, line)?;
        Ok(done)
    }

    /// The account's id here. What concerns a person also finds the account that had another id: an account
    /// that was taken away and made anew is another one, its person is not.
    fn here(&self, keyring: &Keyring, subject: &str, line: &Line) -> Result<Option<String>> {
        let mut statement = self
            .conn()
            .prepare_cached("SELECT 1 FROM account WHERE id = ?1")?;
        if statement.exists([subject])? {
            return Ok(Some(subject.to_owned()));
        }
        match &line.person {
            Some(person) if line.act.concerns_a_person() => {
                let by = match line.act {
                    Act::Erasure { .. } => By::All,
                    _ => By::Any,
                };
                self.find_person(keyring, person, by)
            }
            _ => Ok(None),
        }
    }

    /// Looks at every account: the digests stand only in the journal.
    fn find_person(&self, keyring: &Keyring, person: &Person, by: By) -> Result<Option<String>> {
        let Some(key) = keyring.hmac.iter().find(|key| key.id == person.key) else {
            return Ok(None);
        };
        let fits = |purpose: &str, text: &str, digest: &str| -> Result<bool> {
            let mac = seal::mac(&key.key, purpose, text.as_bytes())?;
            let known = BASE64URL_NOPAD.decode(digest.as_bytes());
            Ok(known.is_ok_and(|known| same(&mac, &known)))
        };
        let mut statement = self
            .conn()
            .prepare_cached("SELECT id, name_folded, email_folded FROM account")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, email): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            let by_email = match (&email, &person.email) {
                (Some(email), Some(digest)) => fits(EMAIL, email, digest)?,
                _ => false,
            };
            let by_name = fits(NAME, &name, &person.name)?;
            // Somebody else may have the name, or the address, that the erased person had: both must fit where both are
            // known, and the address alone for whoever had no account.
            let is_stranger = by == By::All && fits(NAME, "", &person.name)?;
            let fits_all = by_name && (by_email || email.is_none() || person.email.is_none());
            let found = match by {
                By::Any => by_email || by_name,
                By::All => fits_all || (is_stranger && by_email),
            };
            if found {
                return Ok(Some(row.get(0)?));
            }
        }
        Ok(None)
    }

    fn apply(&self, id: &str, line: &Line) -> Result<Outcome> {
        let since = clock::parse(&line.at).map_or(0, |at: Time| at.timestamp_micros());
        let rows = match &line.act {
            Act::Lock { until } => self.bar(LOCK, id, *until)?,
            Act::Disable => self.bar(DISABLE, id, since)?,
            Act::Removal => self.bar(REMOVE, id, since)?,
            Act::Expiry { until } => self.bar(EXPIRE, id, *until)?,
            Act::Revocation { token, until } => self.end_token(token, (*until, since))?,
            Act::RoleRemoval(duty) => self.take_duty(Some(id), duty)?,
            Act::OperatorRemoval { uid } => self
                .conn()
                .prepare_cached("DELETE FROM operator WHERE uid = ?1 AND account = ?2")?
                .execute(params![uid, id])?,
            Act::PasswordChange { until: Some(until) } => self.bar(DEMAND, id, *until)?,
            // The new password is nowhere, and the old one may be the reason for the new one.
            Act::PasswordChange { until: None } => self
                .conn()
                .prepare_cached("DELETE FROM password WHERE account = ?1")?
                .execute([id])?,
            Act::FactorChange { what, factor } => {
                return self.change_factor(id, (*what, factor.as_deref()), since);
            }
            // What waited to be told is dropped, as by the restriction itself.
            Act::Restriction { ground } => {
                let written = usize::from(self.write_restriction(id, ground, since)?);
                written + self.drop_notices(id, clock::from_micros(since)?)?
            }
            Act::Objection(choice) | Act::OptOut(choice) => {
                usize::from(self.write_optout(choice, since)?)
            }
            Act::Withdrawal {
                purpose,
                through,
                ended,
            } => self.end_consents((id, purpose), through, *ended)?,
            Act::Hold(held) => usize::from(self.write_hold(held, Some(id), since)?),
            Act::Rectification { field, former, .. } => {
                let former = former.as_deref().map(str::as_bytes);
                let former = former.and_then(|text| BASE64URL_NOPAD.decode(text).ok());
                if let Some(former) = former.filter(|_| line.value.is_some()) {
                    self.write_rectified((id, field), &former, (since, None))?;
                }
                return self.rectify(id, field, line.value.as_ref());
            }
            // Erasing goes through the data map, which is not known here.
            Act::Erasure { .. }
            | Act::Approvers { .. }
            | Act::Redaction { .. }
            | Act::Done { .. }
            | Act::Lift { .. }
            | Act::UnlockerRemoval { .. } => 0,
            Act::Unknown => return Ok(Outcome::Cannot),
        };
        Ok(changed(rows))
    }

    fn apply_to_none(&self, line: &Line) -> Result<Outcome> {
        let since = clock::parse(&line.at).map_or(0, |at: Time| at.timestamp_micros());
        match &line.act {
            Act::Hold(held) => Ok(changed(self.write_hold(held, None, since)?.into())),
            Act::Objection(choice) | Act::OptOut(choice) => {
                Ok(changed(self.write_optout(choice, since)?.into()))
            }
            Act::RoleRemoval(duty) => Ok(changed(self.take_duty(None, duty)?)),
            Act::Approvers { least } => Ok(changed(self.raise_approvers(*least)?.into())),
            Act::UnlockerRemoval { .. }
            | Act::Lift { .. }
            | Act::Redaction { .. }
            | Act::Done { .. } => Ok(Outcome::Already),
            _ => Ok(Outcome::Cannot),
        }
    }

    fn bar(&self, sql: &str, id: &str, micros: i64) -> Result<usize> {
        Ok(self
            .conn()
            .prepare_cached(sql)?
            .execute(params![id, micros])?)
    }

    /// Writes a value that was put right over the older one.
    fn rectify(&self, id: &str, field: &str, value: Option<&Rectified>) -> Result<Outcome> {
        // An erasure cut it out.
        let Some(Rectified(value)) = value else {
            return Ok(Outcome::Gone);
        };
        let sql = match field {
            "name" => RECTIFY_NAME,
            "email" => RECTIFY_EMAIL,
            "display_name" => RECTIFY_DISPLAY_NAME,
            "region" => RECTIFY_REGION,
            _ => return Ok(Outcome::Cannot),
        };
        let folded = folded(value);
        if matches!(field, "name" | "email") {
            let mut taken = self.conn().prepare_cached(TAKEN)?;
            if taken.exists(params![id, folded])? {
                return Ok(Outcome::Taken);
            }
        }
        let value = Some(value).filter(|value| !value.is_empty());
        let mut statement = self.conn().prepare_cached(sql)?;
        Ok(changed(match field {
            "name" | "email" => statement.execute(params![id, value, value.map(|_| folded)])?,
            _ => statement.execute(params![id, value])?,
        }))
    }

    fn end_token(&self, token: &str, (until, since): (Option<i64>, i64)) -> Result<usize> {
        let conn = self.conn();
        Ok(match until {
            None => conn
                .prepare_cached(
                    "UPDATE token SET revoked = ?2, why = 'restored' WHERE id = ?1 AND revoked IS NULL",
                )?
                .execute(params![token, since])?,
            Some(until) => conn
                .prepare_cached(
                    "UPDATE token SET expires = ?2 WHERE id = ?1 AND (expires IS NULL OR expires > ?2)",
                )?
                .execute(params![token, until])?,
        })
    }

    /// Takes what is named together apart.
    fn take_duty(&self, account: Option<&str>, duty: &Duty) -> Result<usize> {
        let words = (
            account,
            duty.role.as_deref(),
            duty.group.as_deref(),
            duty.permission.as_deref(),
        );
        let (sqls, values): (&[&str], [Option<&str>; 2]) = match words {
            (Some(id), Some(role), _, _) => (&[LOSE_ROLE], [Some(id), Some(role)]),
            (Some(id), None, group, _) => (&[LEAVE], [Some(id), group]),
            (None, Some(role), None, None) => (&REMOVE_ROLE, [Some(role), None]),
            (None, Some(role), Some(group), _) => (&[TAKE_ROLE], [Some(group), Some(role)]),
            (None, Some(role), None, permission) => (&[WITHDRAW], [Some(role), permission]),
            (None, None, group, _) => (&REMOVE_GROUP, [group, None]),
        };
        let mut rows = 0;
        for sql in sqls {
            let mut statement = self.conn().prepare_cached(sql)?;
            rows += match values {
                [first, None] => statement.execute([first])?,
                values => statement.execute(values)?,
            };
        }
        Ok(rows)
    }

    fn change_factor(
        &self,
        id: &str,
        (what, factor): (Factor, Option<&str>),
        since: i64,
    ) -> Result<Outcome> {
        let conn = self.conn();
        let rows = match what {
            Factor::Removed => conn
                .prepare_cached("DELETE FROM factor WHERE id = ?1 AND account = ?2")?
                .execute(params![factor, id])?,
            Factor::Recovery => conn
                .prepare_cached("DELETE FROM recovery_code WHERE account = ?1")?
                .execute([id])?,
            Factor::Barred => conn
                .prepare_cached(
                    "UPDATE factor_deadline SET barred = ?2 WHERE account = ?1 AND barred IS NULL",
                )?
                .execute(params![id, since])?,
            Factor::Bound => {
                let mut there = conn.prepare_cached("SELECT 1 FROM factor WHERE id = ?1")?;
                if !there.exists([factor])? {
                    return Ok(Outcome::Owed);
                }
                conn.prepare_cached(
                    "UPDATE factor SET confirmed = ?2 WHERE id = ?1 AND confirmed IS NULL",
                )?
                .execute(params![factor, since])?
            }
        };
        Ok(changed(rows))
    }

    /// Keeps somebody out who has no second factor here and had one: until an administrator acts. Whether it
    /// had to be done.
    pub fn lock_without_factor(&self, id: &str, until: Time) -> Result<bool> {
        let rows = self
            .conn()
            .prepare_cached(
                "UPDATE account SET locked_until = ?2, version = version + 1,
                 lock_reason = 'its second factor is newer than the restored backup'
                 WHERE id = ?1 AND NOT EXISTS
                 (SELECT 1 FROM factor f WHERE f.account = ?1 AND f.confirmed IS NOT NULL)",
            )?
            .execute(params![id, until.timestamp_micros()])?;
        Ok(rows > 0)
    }

    /// Runs `act`; what it did stays only if it says so.
    pub fn tentatively<T>(&self, act: impl FnOnce() -> Result<(T, bool)>) -> Result<T> {
        self.conn().execute_batch("SAVEPOINT tentative")?;
        let done = act();
        let undo = !matches!(done, Ok((_, true)));
        if undo {
            self.conn().execute_batch("ROLLBACK TO tentative")?;
        }
        self.conn().execute_batch("RELEASE tentative")?;
        done.map(|(value, _)| value)
    }
}

const fn changed(rows: usize) -> Outcome {
    if rows > 0 {
        Outcome::Applied
    } else {
        Outcome::Already
    }
}

const LOCK: &str = "UPDATE account SET locked_until = ?2, version = version + 1,
    lock_reason = coalesce(lock_reason, 'locked by the rights journal, which keeps no reasons')
    WHERE id = ?1 AND (locked_until IS NULL OR locked_until < ?2)";
const DISABLE: &str = "UPDATE account SET disabled = ?2, version = version + 1
    WHERE id = ?1 AND disabled IS NULL";
const REMOVE: &str = "UPDATE account SET removed = ?2, version = version + 1
    WHERE id = ?1 AND removed IS NULL";
const EXPIRE: &str = "UPDATE account SET expires = ?2, version = version + 1
    WHERE id = ?1 AND (expires IS NULL OR expires > ?2)";
const DEMAND: &str = "UPDATE password SET require_change = ?2
    WHERE account = ?1 AND (require_change IS NULL OR require_change > ?2)";
/// A name or address that already finds another account, by either.
const TAKEN: &str =
    "SELECT 1 FROM account WHERE id <> ?1 AND (name_folded = ?2 OR email_folded = ?2)";
const RECTIFY_NAME: &str = "UPDATE account SET name = ?2, name_folded = ?3, version = version + 1 WHERE id = ?1 AND name IS NOT ?2";
const RECTIFY_EMAIL: &str = "UPDATE account SET email = ?2, email_folded = ?3, version = version + 1 WHERE id = ?1 AND email IS NOT ?2";
const RECTIFY_DISPLAY_NAME: &str = "UPDATE account SET display_name = ?2, version = version + 1 WHERE id = ?1 AND display_name IS NOT ?2";
const RECTIFY_REGION: &str =
    "UPDATE account SET region = ?2, version = version + 1 WHERE id = ?1 AND region IS NOT ?2";
const LOSE_ROLE: &str = "DELETE FROM account_role WHERE account = ?1 AND role = ?2";
const LEAVE: &str = "DELETE FROM group_member WHERE member = ?1 AND \"group\" = ?2";
const TAKE_ROLE: &str = "DELETE FROM group_role WHERE \"group\" = ?1 AND role = ?2";
const WITHDRAW: &str = "DELETE FROM role_permission WHERE role = ?1 AND permission = ?2";
const REMOVE_ROLE: [&str; 3] = [
    "DELETE FROM account_role WHERE role = ?1",
    "DELETE FROM group_role WHERE role = ?1",
    "DELETE FROM role WHERE name = ?1",
];
const REMOVE_GROUP: [&str; 2] = [
    "DELETE FROM group_member WHERE \"group\" = ?1",
    "DELETE FROM account_group WHERE name = ?1",
];

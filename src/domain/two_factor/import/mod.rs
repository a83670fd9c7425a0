//! Factors that people have in their apps already, taken over from another system: all rows or none, active at
//! once, because their holders use them.

mod authelia;
mod keycloak;
mod otpauth;
mod parse;
#[cfg(test)]
mod tests;

pub use parse::{Entry, Form, Parsed, RowError, parse};

use zeroize::Zeroizing;

use super::enroll::MOST_FACTORS;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{count, safe};
use crate::crypto::otp::WANTED_BITS;
use crate::domain::Context;
use crate::domain::audit::{self, Batch, Event, Severity};
use crate::domain::notice;
use crate::store::Tx;
use crate::store::factor::FactorRow;

/// Errors that a refusal names.
const NAMED: usize = 20;

/// What happens to an account that has a factor already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfExists {
    Fail,
    Skip,
    /// The new factor stands beside those it has.
    Add,
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The new factor.
    Imported(String),
    /// The account has this very secret already.
    Known,
    /// The account has another factor.
    Skipped,
    Failed(String),
}

/// One row with what became of it.
#[derive(Clone, Debug)]
pub struct Row {
    pub line: usize,
    pub account: String,
    pub outcome: Outcome,
    /// Fewer bits than RFC 4226 asks for.
    pub short: bool,
}

/// What an import did, or would have done.
#[derive(Default)]
pub struct Imported {
    pub rows: Vec<Row>,
    pub event: Option<u64>,
    /// Set where nothing was imported because rows were wrong.
    pub refused: Option<Error>,
}

/// What is imported.
pub struct Source<'a> {
    pub form: Form,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: &'a str,
    pub parsed: Parsed,
    pub if_exists: IfExists,
}

/// Takes over every factor of a file, or none: then [`Imported::refused`] says why, and the rows which.
pub fn import(ctx: &Context, source: &Source<'_>) -> Result<Imported> {
    let mut done = Imported::default();
    let event = Event::new("2fa.import")
        .severity(Severity::High)
        .field("format", source.form.as_str())
        .field("file_sha256", source.digest);
    for error in &source.parsed.errors {
        done.rows.push(Row {
            line: error.line,
            account: String::new(),
            outcome: Outcome::Failed(format!("{}: {}", error.field, error.message)),
            short: false,
        });
    }
    let worked = audit::change_many(ctx, event, |tx, batch| {
        let summary = batch.event.clone();
        for entry in &source.parsed.entries {
            let row = one(ctx, tx, batch, (entry, source.if_exists))?;
            done.rows.push(row);
        }
        done.rows.sort_by_key(|row| row.line);
        if let Some(error) = refusal(&done.rows) {
            batch.event = summary;
            return Err(error);
        }
        let taken = |row: &&Row| matches!(row.outcome, Outcome::Imported(_));
        batch.event = summary.field("count", done.rows.iter().filter(taken).count());
        done.event = batch.record(tx)?;
        Ok(())
    });
    match worked {
        Ok(()) => {}
        Err(error) if refusal(&done.rows).is_some() => done.refused = Some(error),
        Err(error) => return Err(error),
    }
    Ok(done)
}

fn one(
    ctx: &Context,
    tx: &Tx<'_>,
    batch: &mut Batch<'_>,
    (entry, if_exists): (&Entry, IfExists),
) -> Result<Row> {
    let mut row = Row {
        line: entry.line,
        account: entry.account.clone(),
        outcome: Outcome::Skipped,
        short: entry.secret.expose().len() * 8 < WANTED_BITS,
    };
    let Some(account) = tx
        .find_account(&entry.account)?
        .filter(|row| row.removed.is_none())
    else {
        row.outcome = Outcome::Failed("account: there is no such account".to_owned());
        return Ok(row);
    };
    let factors = tx.factors(&account.id)?;
    let active = || factors.iter().filter(|factor| factor.confirmed.is_some());
    if active().any(|factor| factor.secret.as_slice() == entry.secret.expose()) {
        row.outcome = Outcome::Known;
        return Ok(row);
    }
    match (active().count(), if_exists) {
        (0, _) => {}
        (_, IfExists::Fail) => {
            row.outcome = Outcome::Failed("account: it has a second factor already".to_owned());
            return Ok(row);
        }
        (_, IfExists::Skip) => return Ok(row),
        (some, IfExists::Add) if some >= MOST_FACTORS => {
            row.outcome = Outcome::Failed(format!("account: it has {some} factors, the most"));
            return Ok(row);
        }
        (_, IfExists::Add) => {}
    }
    let factor = factor(ctx, entry)?;
    tx.insert_factor(&account.id, &factor)?;
    tx.lift_factor_bar(&account.id)?;
    tx.void_enroll_codes(&account.id)?;
    notice::queue(ctx, tx, &account.id, notice::Kind::FactorAdded)?;
    batch.event.set_target(&account.id);
    batch.event.set("factor", factor.id.as_str());
    batch.record(tx)?;
    row.outcome = Outcome::Imported(factor.id);
    Ok(row)
}

fn factor(ctx: &Context, entry: &Entry) -> Result<FactorRow> {
    let secret = Zeroizing::new(entry.secret.expose().to_vec());
    let now = ctx.now();
    let unix = super::accept::unix(ctx)?;
    Ok(FactorRow {
        confirmed: Some(now),
        // A code that was shown before may have been used where the factor comes from.
        last_step: Some(entry.scheme.step(unix)),
        scheme: entry.scheme,
        label: entry.label.clone(),
        ..FactorRow::pending(ctx.random.id("fac")?, secret, now)
    })
}

/// The refusal of a file with wrong rows, with the first of them.
fn refusal(rows: &[Row]) -> Option<Error> {
    let wrong = rows.iter().filter_map(|row| match &row.outcome {
        Outcome::Failed(why) if row.account.is_empty() => Some(format!("line {}: {why}", row.line)),
        Outcome::Failed(why) => Some(format!(
            "line {} (`{}`): {why}",
            row.line,
            safe(&row.account)
        )),
        _ => None,
    });
    let wrong: Vec<String> = wrong.collect();
    if wrong.is_empty() {
        return None;
    }
    let size = u64::try_from(wrong.len()).unwrap_or(u64::MAX);
    let message = format!(
        "{} cannot be imported; nothing was changed",
        count(size, "row")
    );
    let mut error = Error::new(Kind::Usage, message)
        .hint("mend the rows and run it again; `--report FILE` lists every row");
    for line in wrong.iter().take(NAMED) {
        error = error.detail(line.as_str());
    }
    if wrong.len() > NAMED {
        error = error.detail(format!("and {} more", wrong.len() - NAMED));
    }
    Some(error)
}

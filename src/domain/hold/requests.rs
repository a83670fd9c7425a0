//! The requests that a hold keeps from being answered in full: they carry the flag `held` until nothing holds their
//! subject. Their clocks run on, and their states are not touched here.

use super::is_held;
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::hold::HoldRow;
use crate::store::request::RequestRow;

const FLAG: &str = "held";

/// Marks the open requests to erase what is held now; gives their references.
pub(super) fn hold_back(tx: &Tx<'_>, hold: &HoldRow) -> Result<Vec<String>> {
    let mut marked = vec![];
    for mut row in tx.open_requests()? {
        if !erases(&row) || !is_about(hold, &row) {
            continue;
        }
        if !is_flagged(&row) {
            row.flags = with_flag(&row.flags);
            tx.update_request(&row)?;
        }
        marked.push(row.reference);
    }
    Ok(marked)
}

/// Unmarks those that nothing else holds; gives the references of what may go on. One that was closed, or that somebody
/// appealed, is among them and keeps the flag: what was left out follows.
pub(super) fn let_go(tx: &Tx<'_>, hold: &HoldRow) -> Result<Vec<String>> {
    let mut free = vec![];
    for mut row in tx.flagged_requests(FLAG)? {
        if !keeps(tx, hold, &row)? || is_held(tx, row.account.as_deref())? {
            continue;
        }
        if row.closed.is_none() && row.state != "appealed" {
            row.flags = without_flag(&row.flags);
            tx.update_request(&row)?;
        }
        free.push(row.reference);
    }
    Ok(free)
}

/// The references of those that wait for a hold, or waited for it.
pub(super) fn waiting(tx: &Tx<'_>, hold: &HoldRow) -> Result<Vec<String>> {
    if hold.released.is_some() {
        return Ok(vec![]);
    }
    let mut found = vec![];
    for row in tx.flagged_requests(FLAG)? {
        if keeps(tx, hold, &row)? {
            found.push(row.reference);
        }
    }
    Ok(found)
}

/// Whether a request waits for this hold: it is on the person, or kept values of the log in which the person stands
/// beside whom it is on.
fn keeps(tx: &Tx<'_>, hold: &HoldRow, row: &RequestRow) -> Result<bool> {
    Ok(is_about(hold, row) || tx.log_holds(&row.id)?.contains(&hold.id))
}

fn is_about(hold: &HoldRow, row: &RequestRow) -> bool {
    hold.subject.is_none() || hold.subject == row.account
}

/// The types by the GDPR's and the CCPA's name.
fn erases(row: &RequestRow) -> bool {
    matches!(row.kind.as_str(), "erasure" | "delete")
}

fn is_flagged(row: &RequestRow) -> bool {
    row.flags.split(',').any(|flag| flag == FLAG)
}

fn with_flag(flags: &str) -> String {
    let mut all: Vec<&str> = flags.split(',').filter(|flag| !flag.is_empty()).collect();
    all.push(FLAG);
    all.sort_unstable();
    all.join(",")
}

fn without_flag(flags: &str) -> String {
    let left: Vec<&str> = flags
        .split(',')
        .filter(|flag| !flag.is_empty() && *flag != FLAG)
        .collect();
    left.join(",")
}

//! Whether what a request asks to be changed or stopped was: nobody is told so before it is. What is done about it is the
//! matter of `optout`, `restriction`, `consent` and `rectify`; nothing is changed here.

use super::rectify;
use super::words::Type;
use crate::base::email::EmailAddress;
use crate::base::error::{Error, Result};
use crate::domain::context::Context;
use crate::domain::optout::{self, What, Whose};
use crate::store::Tx;
use crate::store::request::RequestRow;

/// Refuses to say that something was done which was not.
pub(super) fn require(ctx: &Context, tx: &Tx<'_>, row: &RequestRow) -> Result<()> {
    let kind = Type::read(&row.kind)?;
    let (stands, missing) = match kind {
        Type::OptOut => (
            is_out(ctx, tx, row, &[What::SaleSharing])?,
            "optimactl optout set --what sale-sharing",
        ),
        Type::Limit => (
            is_out(ctx, tx, row, &[What::Limit])?,
            "optimactl optout set --what limit",
        ),
        Type::Objection => (
            is_out(
                ctx,
                tx,
                row,
                &[What::DirectMarketing, What::LegitimateInterests],
            )?,
            "optimactl optout set --what direct-marketing` or `legitimate-interests",
        ),
        Type::Restriction => (is_restricted(tx, row)?, "optimactl restriction set"),
        Type::Rectification | Type::Correct => {
            (rectify::is_done(tx, row)?, "optimactl request rectify")
        }
        Type::WithdrawConsent => (is_withdrawn(tx, row)?, "optimactl consent withdraw"),
        _ => return Ok(()),
    };
    if stands {
        return Ok(());
    }
    Err(Error::refused(format!(
        "what {} asks for was not done: no `{}` of the person is in force",
        row.reference,
        kind.as_str()
    ))
    .hint(format!(
        "do it first: `{missing}`; or deny the request, with the reason"
    )))
}

/// Found by account and by address. Where neither is known any more, because it was closed once, a choice that was
/// recorded since stands for it.
fn is_out(ctx: &Context, tx: &Tx<'_>, row: &RequestRow, wanted: &[What]) -> Result<bool> {
    let account = match &row.account {
        Some(account) => tx.subject_account(account)?,
        None => None,
    };
    let mut whose = vec![];
    if let Some(account) = account {
        whose.push(Whose::Account(account.id));
    }
    if let Some(email) = &row.email {
        whose.push(Whose::Email(EmailAddress::new(email)?));
    }
    for what in wanted {
        for one in &whose {
            if optout::is_out(ctx, tx, one, *what)? {
                return Ok(true);
            }
        }
    }
    if !whose.is_empty() {
        return Ok(false);
    }
    let since = row.clock_from.unwrap_or(row.received);
    Ok(tx.optouts()?.iter().any(|choice| {
        let is_wanted = wanted.iter().any(|what| what.as_str() == choice.what);
        is_wanted && choice.cleared.is_none() && choice.honored >= since
    }))
}

fn is_restricted(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    let Some(account) = &row.account else {
        return Ok(false);
    };
    Ok(tx.restricted_since(account)?.is_some())
}

/// Nothing that was consented to is in force, or something was taken back since the request came. Who has no account
/// consented to nothing here.
fn is_withdrawn(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    let Some(account) = &row.account else {
        return Ok(true);
    };
    let consents = tx.consents_of(account)?;
    let mut in_force = consents.iter().filter(|consent| consent.ended.is_none());
    let taken_back = consents.iter().any(|consent| {
        let is_later = consent.ended.is_some_and(|ended| ended >= row.received);
        is_later && consent.why.as_deref() == Some("withdrawn")
    });
    Ok(taken_back || in_force.next().is_none())
}

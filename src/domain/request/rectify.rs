//! Putting right what a request says is wrong (GDPR Art. 16, 11 CCR §7023): in an account, or where else the data are.

use super::state::Step;
use super::step::taken;
use super::words::{Datum, Method};
use super::{evidence, follow};
use crate::base::error::{Error, Result};
use crate::domain::account::{Clear, Edit};
use crate::domain::audit::{self, Changed, Event, Severity};
use crate::domain::context::Context;
use crate::domain::rectification;
use crate::store::Tx;
use crate::store::request::RequestRow;

/// What is put right.
#[derive(Clone, Copy, Debug)]
pub struct Correction<'a> {
    /// Of the account; nothing where there is none.
    pub edit: Option<&'a Edit>,
    /// What was put right in another system, and where.
    pub elsewhere: Option<&'a str>,
}

/// Puts it right: one step of the request, and one change of its account. It can be done in several steps.
pub fn rectify(
    ctx: &Context,
    named: &str,
    correction: Correction<'_>,
) -> Result<Changed<RequestRow>> {
    let elsewhere = correction.elsewhere.map(str::trim);
    if elsewhere.is_some_and(str::is_empty) {
        return Err(Error::usage("it is not said what was put right elsewhere")
            .hint("say what and where: `--elsewhere 'the phone number, in the till'`"));
    }
    let mut event = Event::new("request.rectify").severity(Severity::Medium);
    if let Some(text) = elsewhere {
        event.set_personal("text", text);
    }
    audit::change_many(ctx, event, |tx, batch| {
        let step = (named, Step::Rectify, &mut batch.event);
        let row = taken(ctx, tx, step, |_, row, event| {
            let contested = evidence::read_list(row.contested.as_deref())?;
            let words: Vec<&str> = contested.iter().map(|datum| datum.as_str()).collect();
            event.set("what", words);
            if let Some(edit) = correction.edit {
                require_unproven(row, edit)?;
            }
            Ok(elsewhere.map(|_| "elsewhere"))
        })?;
        let event = batch.record(tx)?;
        if let Some(edit) = correction.edit {
            let account = account_of(&row)?;
            let about = (row.id.as_str(), row.reference.as_str());
            let did = rectification::rectify(ctx, (tx, batch), (account, edit), about)?;
            if !did.changed {
                return Err(Error::refused(format!(
                    "the account of {} says so already: nothing would be put right",
                    row.reference
                ))
                .hint("give what is wrong there; what is not wrong is denied with `request deny --code other --text WHY`"));
            }
        }
        let value = follow::up(ctx, tx, batch, row)?;
        Ok(Changed { value, event })
    })
}

fn account_of(row: &RequestRow) -> Result<&str> {
    row.account.as_deref().ok_or_else(|| {
        Error::refused(format!(
            "no account belongs to {}: nothing of it can be put right here",
            row.reference
        ))
        .hint("say what was put right in another system: `--elsewhere TEXT`")
    })
}

/// 11 CCR §7060(h): what showed who asks cannot be what was wrong, whatever the request named.
fn require_unproven(row: &RequestRow, edit: &Edit) -> Result<()> {
    let is_email = edit.email.is_some() || edit.clear.contains(&Clear::Email);
    let by_email = row.verified_how.as_deref() == Some(Method::Email.as_str());
    if !(is_email && by_email) {
        return Ok(());
    }
    Err(Error::refused(format!(
        "`{}` is what showed who asks in {}: it cannot be what is wrong (11 CCR §7060(h))",
        Datum::Email.as_str(),
        row.reference
    ))
    .hint("withdraw the request and verify a new one in another way, such as `--method sign-in`"))
}

/// Whether something was put right since the clock began: nobody is told so before it was.
pub(super) fn is_done(tx: &Tx<'_>, row: &RequestRow) -> Result<bool> {
    let since = row.clock_from.unwrap_or(row.received);
    let mut steps = tx.steps(&row.id)?.into_iter();
    Ok(steps.any(|step| step.step == Step::Rectify.as_str() && step.at >= since))
}

/// Which values of the account were put right, for the answer.
pub fn rectified(ctx: &Context, row: &RequestRow) -> Result<Vec<String>> {
    ctx.store.read(|tx| tx.rectified_by(&row.id))
}

//! Sign-ins that come in through PAM or checkpassword: one text for password and code, and an account phase
//! without a password. The judging is `auth`'s own.

use super::judge::{self, Answer, Reason};
use super::{Credentials, compare, count, find};
use crate::base::error::Result;
use crate::crypto::secret::SecretText;
use crate::domain::Context;
use crate::domain::account::State;
use crate::domain::attempts;
use crate::domain::audit::{self, Event, Outcome, Party, Severity};
use crate::domain::two_factor;

/// Where a one-time code stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Code {
    /// Nowhere, or beside the password.
    #[default]
    Apart,
    /// The last digits of what was typed, as many as the account's codes have, for accounts with a second factor.
    Appended,
}

/// Through what somebody came in.
#[derive(Clone, Debug, Default)]
pub struct Door {
    pub code: Code,
    /// What the calling program says of the person: host, terminal, service. Personal, all of it.
    pub said: Vec<(&'static str, String)>,
}

/// How a sign-in was answered, and the name of the account that was meant.
pub struct Entered {
    pub answer: Answer,
    pub account: Option<String>,
}

/// Checks a sign-in. Whether the text ends with a code is decided by the account's own state, not by trying: one
/// try is one hash and one count.
pub fn enter(ctx: &Context, mut given: Credentials, door: &Door) -> Result<Entered> {
    let found = ctx
        .store
        .write(ctx.mode, |tx| count(ctx, tx, &given.account))?;
    if door.code == Code::Appended
        && given.code.is_none()
        && let Some(row) = found.row.as_ref().filter(|row| row.factors > 0)
    {
        let typed = given.password.expose();
        let digits = ctx
            .store
            .read(|tx| two_factor::digits_at_end(ctx, tx, &row.id, typed))?;
        split(&mut given, digits);
    }
    let compared = compare(ctx, &found, &given.password)?;
    let event = door.label(judge::login(ctx, &given, &found)?);
    let done = audit::change(ctx, event, |tx, event| {
        judge::decide(ctx, tx, event, (&given, &found, &compared))
    })?;
    Ok(Entered {
        answer: done.value,
        account: found.row.map(|row| row.name),
    })
}

/// Takes so many digits off the end. Without them the whole is the password, and a code is missing.
fn split(given: &mut Credentials, digits: usize) {
    let typed = given.password.expose();
    let Some((password, code)) = typed
        .len()
        .checked_sub(digits)
        .and_then(|at| typed.split_at_checked(at))
    else {
        return;
    };
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let (password, code) = (password.to_owned(), code.to_owned());
    given.password = SecretText::new(password);
    given.code = Some(SecretText::new(code));
}

/// Whether an account may come in as it stands, for a service that checked the person otherwise: no password is
/// looked at, nothing is counted. None: it may.
pub fn standing(ctx: &Context, account: &str, door: &Door) -> Result<Option<Reason>> {
    let event = door.label(Event::new("auth.account"));
    let done = audit::change(ctx, event, |tx, event| {
        let row = find(tx, account)?;
        let id = match &row {
            Some(row) => row.id.clone(),
            None => attempts::stranger(ctx, account)?,
        };
        let told = std::mem::replace(event, Event::new(""));
        *event = told.actor(Party::Id(id));
        let now = ctx.now();
        let barred = match row.as_ref().map(|row| (row, State::of(row, now))) {
            None => Some(Reason::Rejected),
            Some((_, State::Locked(_))) => Some(Reason::Locked),
            Some((_, State::Restricted(_))) => Some(Reason::Restricted),
            Some((_, State::Expired(_))) => Some(Reason::Expired),
            Some((_, State::Disabled(_) | State::Removed(_))) => Some(Reason::Disabled),
            Some((row, State::Enabled)) => {
                let password = tx.password(&row.id)?;
                let by = password.and_then(|password| password.require_change);
                if two_factor::due(ctx, tx, row)? == two_factor::Due::Overdue {
                    Some(Reason::FactorRequired)
                } else {
                    by.is_some_and(|by| by <= now)
                        .then_some(Reason::ChangeOverdue)
                }
            }
        };
        if let Some(reason) = barred {
            let told = std::mem::replace(event, Event::new(""));
            *event = told.outcome(Outcome::Failure).severity(Severity::Low);
            event.set("error", reason.as_str());
        }
        Ok(barred)
    })?;
    Ok(done.value)
}

impl Door {
    fn label(&self, event: Event) -> Event {
        self.said.iter().fold(event, |event, (field, value)| {
            event.personal(field, value.as_str())
        })
    }
}

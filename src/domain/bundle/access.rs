//! The person's ways in, as the answer tells them: sessions, tokens, groups, duties, notices.

use super::response::{FactorDeadline, Group, Notice, Operator, Session, Token};
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::store::Tx;

pub(super) fn sessions(tx: &Tx<'_>, account: &str) -> Result<Vec<Session>> {
    let held = tx.subject_sessions(account)?.into_iter();
    let told = held.map(|session| Session {
        began: seconds_text(session.created),
        seen: seconds_text(session.seen),
        expires: seconds_text(session.expires),
        ended: session.revoked.map(seconds_text),
        why: session.why,
        ip: session.ip,
        user_agent: session.user_agent,
    });
    Ok(told.collect())
}

pub(super) fn tokens(tx: &Tx<'_>, account: &str) -> Result<Vec<Token>> {
    let held = tx.subject_tokens(account)?.into_iter();
    let told = held.map(|token| Token {
        name: token.name,
        scopes: token.scopes,
        made: seconds_text(token.created),
        expires: token.expires.map(seconds_text),
        last_used: token.last_used.map(seconds_text),
        turned_away: token.refused.map(seconds_text),
        revoked: token.revoked.map(seconds_text),
        why: token.why,
    });
    Ok(told.collect())
}

pub(super) fn groups(tx: &Tx<'_>, account: &str) -> Result<Vec<Group>> {
    let held = tx.subject_groups(account)?.into_iter();
    let told = held.map(|(group, added)| Group {
        group,
        added: seconds_text(added),
    });
    Ok(told.collect())
}

pub(super) fn operator(tx: &Tx<'_>, account: &str) -> Result<Vec<Operator>> {
    let held = tx.subject_operators(account)?.into_iter();
    let told = held.map(|(uid, bound)| Operator {
        uid,
        bound: seconds_text(bound),
    });
    Ok(told.collect())
}

pub(super) fn deadline(tx: &Tx<'_>, account: &str) -> Result<Option<FactorDeadline>> {
    let held = tx.subject_deadline(account)?;
    Ok(held.map(|due| FactorDeadline {
        role: due.role,
        written: seconds_text(due.written),
        deadline: seconds_text(due.deadline),
        extended: due.extended.map(seconds_text),
        warned: due.warned.map(seconds_text),
        barred: due.barred.map(seconds_text),
    }))
}

pub(super) fn notices(tx: &Tx<'_>, account: &str) -> Result<Vec<Notice>> {
    let held = tx.subject_notices(account)?.into_iter();
    let told = held.map(|notice| Notice {
        kind: notice.kind,
        queued: seconds_text(notice.created),
        state: notice.state,
        settled: notice.settled.map(seconds_text),
    });
    Ok(told.collect())
}

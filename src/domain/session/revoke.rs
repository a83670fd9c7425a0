//! Ending sessions: all that are named or none. A session that ended already stays as it ended.

use super::list::unknown;
use super::{State, digest};
use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::store::session::SessionRow;

/// What became of one session.
#[derive(Clone, Debug)]
pub struct Ended {
    pub row: SessionRow,
    /// False: it had ended before.
    pub changed: bool,
    pub event: Option<u64>,
}

/// Revokes sessions by their ids, or one by the platform's name for it. One event for each account.
pub fn revoke(ctx: &Context, ids: &[String], key: Option<&SecretText>) -> Result<Vec<Ended>> {
    let event = Event::new("session.revoke").severity(Severity::Low);
    audit::change_many(ctx, event, |tx, batch| {
        let now = ctx.now();
        let mut rows = vec![];
        for id in ids {
            rows.push(tx.session(id)?.ok_or_else(|| unknown(id))?);
        }
        if let Some(key) = key {
            let row = tx.session_of_key(&digest(ctx, key)?)?;
            rows.push(row.ok_or_else(|| Error::not_found("there is no session with this key"))?);
        }
        // Sessions of one account stand together: they share an event.
        rows.sort_by(|a, b| (&a.account, &a.id).cmp(&(&b.account, &b.id)));
        rows.dedup_by(|a, b| a.id == b.id);
        let mut done: Vec<Ended> = vec![];
        for of_one in rows.chunk_by(|a, b| a.account == b.account) {
            let mut ended = vec![];
            for row in of_one {
                let open = State::of(row, now) == State::Open;
                let changed = open && tx.revoke_session(&row.id, "asked", now)?;
                ended.push((row.clone(), changed));
            }
            let gone = ended.iter().filter(|(_, changed)| *changed).count();
            if let Some(row) = of_one.first() {
                batch.event.set_target(&row.account);
            }
            if let [only] = of_one {
                batch.event.set("session", only.id.as_str());
            }
            batch.event.set("sessions", gone);
            let event = batch.record(tx)?;
            done.extend(ended.into_iter().map(|(row, changed)| Ended {
                row,
                changed,
                event,
            }));
        }
        Ok(done)
    })
}

//! What needs somebody today, and the state of everything on one screen. Counts and references, no personal
//! values.

use chrono::TimeDelta;

use super::audit::anchor::{Outside, outside};
use super::context::Context;
use super::request::clocks::read_zone;
use super::request::{self, Duty};
use super::{review, token};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::store::backup::BackupRow;
use crate::store::overview::{AccountCounts, BackupTimes};
use crate::store::replace::kept::{self, Kept};

/// Days ahead in which a duty needs attention.
const SOON_DAYS: i64 = 7;
/// Days ahead in which a token is to be rotated.
pub const TOKEN_DAYS: u32 = 14;

/// A duty of a request that is near or past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueSoon {
    pub reference: String,
    pub duty: Duty,
    pub days_left: i64,
    pub overdue: bool,
}

/// The state of a store.
#[derive(Debug)]
pub struct Status {
    pub name: String,
    pub accounts: AccountCounts,
    pub backups: BackupTimes,
    /// What of `backup.create`, `backup.verify` and `backup.prune` failed when it last ran, with the event.
    pub failing: Vec<(&'static str, u64)>,
    /// Backups that were promised to be gone, with the date that was missed.
    pub broken_promises: Vec<(BackupRow, Time)>,
    pub events: u64,
    /// Size and time of the newest checkpoint.
    pub checkpoint: Option<(u64, Time)>,
    /// Who vouches for most of the log from outside.
    pub outside: Option<Outside>,
    pub data_key: Time,
    pub unlockers: usize,
    pub open_requests: usize,
    pub due: Vec<DueSoon>,
    /// Tokens that end within [`TOKEN_DAYS`].
    pub ending_tokens: usize,
    pub queued_notices: u64,
    /// What restores replaced and is kept, the oldest last.
    pub replaced: Vec<Kept>,
    /// When an access review was last signed off.
    pub reviewed: Option<Time>,
    /// What failed or was refused in the last 24 hours, by action.
    pub troubles: Vec<(String, u64)>,
}

/// Looks at everything once.
pub fn status(ctx: &Context) -> Result<Status> {
    let now = ctx.now();
    let keyring = &ctx.store.keyring;
    let requests = request::waiting(ctx)?;
    let open_requests = requests.len();
    let due = due_soon(requests, now)?;
    let ending_tokens = token::expiring(ctx, Period::of_days(TOKEN_DAYS))?.len();
    let replaced = kept::list(&ctx.store.folder)?;
    let reviewed = review::last(ctx)?.map(|signed| signed.time);
    ctx.store.read(|tx| {
        Ok(Status {
            name: keyring.name.clone(),
            accounts: tx.account_counts(now)?,
            backups: tx.backup_times()?,
            failing: tx.failing_backup_jobs()?,
            broken_promises: tx.broken_promises(now)?,
            events: tx.tree()?.size(),
            checkpoint: tx
                .newest_checkpoint(&keyring.epoch)?
                .map(|row| (row.size, row.made)),
            outside: outside(ctx, tx)?.newest,
            data_key: keyring.data_key()?.created,
            unlockers: keyring.slots.len(),
            open_requests,
            due,
            ending_tokens,
            queued_notices: tx.count_queued_notices()?,
            replaced,
            reviewed,
            troubles: tx.troubles_since(now - TimeDelta::hours(24))?,
        })
    })
}

fn due_soon(requests: Vec<request::Request>, now: Time) -> Result<Vec<DueSoon>> {
    let mut due = vec![];
    for request in requests {
        let zone = read_zone(&request.row.zone)?;
        for duty in request.duties {
            let days_left = duty.days_left(now, zone);
            if days_left <= SOON_DAYS {
                let overdue = duty.is_overdue(now, zone);
                due.push(DueSoon {
                    reference: request.row.reference.clone(),
                    duty,
                    days_left,
                    overdue,
                });
            }
        }
    }
    due.sort_by_key(|item| item.duty.act_by);
    Ok(due)
}

//! What an open store tells of its backups: their age, jobs that failed, promised dates, copies of the rights journal.

use super::Finding;
use crate::base::clock::{Time, days_between, seconds_text};
use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::domain::context::Context;

/// A backup older than this is stale.
const BACKUP_DAYS: i64 = 1;
/// A restore that was tested longer ago than this proves little.
const RESTORE_DAYS: i64 = 90;

/// Whether the rights journal reads from its first line to its last, and lies at every target folder: without
/// its newest lines a restore would bring back what they took away.
pub(super) fn journal(ctx: &Context) -> Result<Finding> {
    let last = match ctx.store.journal() {
        Ok(journal) => journal.mark.number,
        Err(error) if error.kind == Kind::Integrity => {
            return Ok(Finding {
                check: "journal",
                ..Finding::unopened(&error)
            });
        }
        Err(error) => return Err(error),
    };
    let mut behind = vec![];
    for copy in ctx.store.journal_copies()? {
        if copy.line.unwrap_or(0) < last {
            behind.push(copy.target);
        }
    }
    let lines = count(i128::from(last), "line");
    if behind.is_empty() {
        let text =
            format!("the rights journal has {lines}, and every known backup folder has them");
        return Ok(Finding::ok("journal", text));
    }
    Ok(Finding::warn(
        "journal",
        format!(
            "the rights journal has {lines}, and the newest are not in {}",
            behind.join(", ")
        ),
        "optimactl backup create",
    ))
}

pub(super) fn backups(ctx: &Context, now: Time) -> Result<[Finding; 2]> {
    let times = ctx.store.read(|tx| tx.backup_times())?;
    let made = match times.made {
        None => Finding::warn(
            "backup",
            "no backup was ever made",
            "optimactl backup create --to DIR",
        ),
        Some(made) if days_between(made, now) > BACKUP_DAYS => Finding::warn(
            "backup",
            format!(
                "the last backup is {} old",
                count(days_between(made, now), "day")
            ),
            "optimactl backup create",
        ),
        Some(made) => Finding::ok("backup", format!("last made {}", seconds_text(made))),
    };
    let restored = match times.restored {
        Some(then) if days_between(then, now) <= RESTORE_DAYS => Finding::ok(
            "restore",
            format!("last restored and checked {}", seconds_text(then)),
        ),
        _ => Finding::warn(
            "restore",
            format!("no backup was restored and checked in the last {RESTORE_DAYS} days"),
            "optimactl backup verify --restore-test --latest",
        ),
    };
    Ok([made, restored])
}

/// A run that failed, and none after it that did not.
pub(super) fn failing(ctx: &Context) -> Result<Vec<Finding>> {
    let failing = ctx.store.read(|tx| tx.failing_backup_jobs())?;
    let told = |(action, event): (&str, u64)| {
        let command = action.replace('.', " ");
        Finding::fail(
            "backup runs",
            format!("the last `{command}` failed (event {event})"),
            format!("optimactl audit show {event}"),
        )
    };
    Ok(failing.into_iter().map(told).collect())
}

/// Somebody has it in writing that these backups are gone.
pub(super) fn promises(ctx: &Context, now: Time) -> Result<Finding> {
    let broken = ctx.store.read(|tx| tx.broken_promises(now))?;
    let Some((backup, gone_by)) = broken.first() else {
        return Ok(Finding::ok(
            "promises",
            "no backup outlives a promised date",
        ));
    };
    let text = format!(
        "{} should be gone, first `{}` by {}",
        count(i128::try_from(broken.len()).unwrap_or(i128::MAX), "backup"),
        backup.id,
        seconds_text(*gone_by)
    );
    Ok(Finding::warn(
        "promises",
        text,
        "optimactl backup prune --dry-run",
    ))
}

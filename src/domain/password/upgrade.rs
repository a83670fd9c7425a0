//! Wrapping weak hashes at once: argon2id with the pepper over what is stored, so that a weak hash does not lie
//! there until its owner signs in next. Hashes run outside of any transaction, a batch at a time; what is done
//! stays done when the run ends early, and the next run does the rest.

use std::num::NonZero;
use std::thread;

use super::report::{Strength, stored};
use crate::base::error::{Error, Result};
use crate::base::progress::{Progress, Report};
use crate::crypto::password::{Cost, Pepper, wrap};
use crate::domain::audit::{self, Changed, Event, Outcome, Severity};
use crate::domain::{Context, account};
use crate::store::account::Going;
use crate::store::keyring::Keyring;

/// Hashes of one batch for each worker: a second of work or so, which is what a kill loses.
const BATCH: usize = 32;
/// What all workers together may take for their hashes, in KiB.
const MEMORY: u32 = 2 << 20;

/// Which hashes are wrapped; without a scheme the weak ones are.
#[derive(Default)]
pub struct Which {
    pub schemes: Vec<String>,
    pub filter: Option<account::Filter>,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wrapped {
    pub selected: u64,
    pub wrapped: u64,
    /// Changed by somebody else meanwhile: a sign-in or a new password made it better already.
    pub skipped: u64,
}

/// A hash on its way.
struct Job {
    account: String,
    old: String,
    salt: [u8; 16],
}

/// The accounts whose hash is to be wrapped.
pub fn to_wrap(ctx: &Context, which: &Which) -> Result<Vec<String>> {
    let mut found = vec![];
    ctx.store.read(|tx| match &which.filter {
        None => tx.each_hash(|account, hash, _| {
            if wanted(ctx, which, hash)? {
                found.push(account.to_owned());
            }
            Ok(())
        }),
        Some(filter) => account::walk(ctx, tx, Some(filter), |row| {
            if let Some(password) = tx.password(&row.id)?
                && wanted(ctx, which, &password.hash)?
            {
                found.push(row.id);
            }
            Ok(Going::On)
        }),
    })?;
    Ok(found)
}

fn wanted(ctx: &Context, which: &Which, hash: &str) -> Result<bool> {
    let stored = stored(hash)?;
    // With the pepper it is ours or wrapped already; a stronger one comes at the next sign-in.
    if stored.pepper().is_some() {
        return Ok(false);
    }
    if which.schemes.is_empty() {
        return Ok(Strength::of(ctx, &stored)? == Strength::Weak);
    }
    Ok(which.schemes.iter().any(|scheme| scheme == stored.scheme()))
}

/// Wraps the hashes of `accounts`. One event tells of the run: it is announced first and concluded with what was
/// done, because the hashes are written batch by batch.
pub fn upgrade(
    ctx: &Context,
    accounts: &[String],
    report: &mut Report<'_>,
) -> Result<Changed<Wrapped>> {
    let selected = u64::try_from(accounts.len()).unwrap_or(u64::MAX);
    let mut done = Wrapped {
        selected,
        ..Wrapped::default()
    };
    if ctx.dry_run() || accounts.is_empty() {
        done.wrapped = selected;
        return Ok(Changed {
            value: done,
            event: None,
        });
    }
    let event = Event::new("password.upgrade")
        .severity(Severity::Medium)
        .field("method", "wrap")
        .field("count", selected);
    let intent = audit::intend(ctx, event.clone())?;
    let ended = run(ctx, accounts, &mut done, report);
    let event = event.field("changed", done.wrapped);
    let event = match &ended {
        Ok(()) => event,
        Err(error) => event
            .outcome(Outcome::Failure)
            .field("error", error.kind.code()),
    };
    let seq = audit::conclude(ctx, intent, event)?;
    ended.map_err(|error| {
        error.detail(format!(
            "{} of {selected} hashes were wrapped; run it again for the rest",
            done.wrapped
        ))
    })?;
    Ok(Changed {
        value: done,
        event: Some(seq),
    })
}

fn run(
    ctx: &Context,
    accounts: &[String],
    done: &mut Wrapped,
    report: &mut Report<'_>,
) -> Result<()> {
    let workers = workers(ctx.effort.password);
    for batch in accounts.chunks(BATCH * workers) {
        let jobs = jobs(ctx, batch)?;
        let fresh = wrap_all(ctx, &jobs, workers)?;
        let written = ctx.store.write(ctx.mode, |tx| {
            let mut written = 0;
            for (job, new) in jobs.iter().zip(&fresh) {
                written += u64::from(tx.swap_hash(&job.account, &job.old, new)?);
            }
            Ok(written)
        })?;
        done.wrapped += written;
        done.skipped += u64::try_from(batch.len()).unwrap_or(u64::MAX) - written;
        report(Progress::of(done.wrapped + done.skipped, done.selected));
    }
    Ok(())
}

/// Reads the hashes of a batch; those that have the pepper meanwhile are left out.
fn jobs(ctx: &Context, batch: &[String]) -> Result<Vec<Job>> {
    ctx.store.read(|tx| {
        let mut jobs = vec![];
        for account in batch {
            let Some(row) = tx.password(account)? else {
                continue;
            };
            if stored(&row.hash)?.pepper().is_none() {
                jobs.push(Job {
                    account: account.clone(),
                    old: row.hash,
                    salt: ctx.random.bytes()?,
                });
            }
        }
        Ok(jobs)
    })
}

/// As many as there are cores, and fewer where their hashes would take too much memory.
fn workers(cost: Cost) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let room = usize::try_from(MEMORY / cost.memory.max(1)).unwrap_or(1);
    cores.min(room).clamp(1, 16)
}

/// The new texts, in the order of the jobs.
fn wrap_all(ctx: &Context, jobs: &[Job], workers: usize) -> Result<Vec<String>> {
    let newest = Keyring::newest(&ctx.store.keyring.peppers)?;
    let pepper = Pepper {
        id: &newest.id,
        key: &newest.key,
    };
    let cost = ctx.effort.password;
    let one = |job: &Job| wrap(&stored(&job.old)?, &job.salt, pepper, cost);
    let share = jobs.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let hands: Vec<_> = jobs
            .chunks(share)
            .map(|part| scope.spawn(move || part.iter().map(one).collect::<Result<Vec<_>>>()))
            .collect();
        let mut fresh = vec![];
        for hand in hands {
            let part = hand
                .join()
                .map_err(|_| Error::bug("a worker ended early"))?;
            fresh.extend(part?);
        }
        Ok(fresh)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::progress::silent;
    use crate::domain::fixture::{Fixture, add_account};
    use crate::domain::password::{Prepared, import_hash};
    use crate::domain::recover::conclude_intents;
    use crate::store::Mode;

    fn bring(ctx: &Context, count: usize) -> Vec<String> {
        let hash = "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=";
        let ids: Vec<String> = (0..count)
            .map(|number| add_account(ctx, &format!("user{number}")))
            .collect();
        let new = Prepared::import(hash).unwrap();
        ctx.store
            .write(Mode::Commit, |tx| {
                for id in &ids {
                    let row = tx.account(id)?.unwrap();
                    import_hash(tx, &row, &new, ctx.now())?;
                }
                Ok(())
            })
            .unwrap();
        ids
    }

    /// How many are left; the report takes the cheap parameters of tests for weak.
    fn weak(ctx: &Context) -> usize {
        to_wrap(ctx, &Which::default()).unwrap().len()
    }

    #[test]
    fn many_are_wrapped_in_batches_and_the_rest_by_the_next_run() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        bring(&ctx, 150);
        let all = to_wrap(&ctx, &Which::default()).unwrap();
        assert_eq!((all.len(), weak(&ctx)), (150, 150));
        let first = upgrade(&ctx, &all[..70], &mut silent).unwrap();
        assert_eq!(first.value.wrapped, 70);
        assert_eq!(weak(&ctx), 80);
        // Somebody selected all of them before that run ended.
        let mut seen = vec![];
        let mut see = |progress: Progress| seen.push(progress.done);
        let second = upgrade(&ctx, &all, &mut see).unwrap();
        assert_eq!((second.value.wrapped, second.value.skipped), (80, 70));
        assert!(seen.is_sorted() && seen.last() == Some(&150));
        assert_eq!(weak(&ctx), 0);
        assert!(to_wrap(&ctx, &Which::default()).unwrap().is_empty());
        let texts = ctx.store.read(|tx| {
            let mut texts = std::collections::HashSet::new();
            tx.each_hash(|_, hash, _| {
                texts.insert(hash.to_owned());
                Ok(())
            })?;
            Ok(texts)
        });
        assert_eq!(texts.unwrap().len(), 150, "each has its own salt");
    }

    #[test]
    fn a_dry_run_counts_and_changes_nothing() {
        let fixture = Fixture::new();
        let mut ctx = fixture.open();
        let ids = bring(&ctx, 3);
        ctx.mode = Mode::DryRun;
        let done = upgrade(&ctx, &ids, &mut silent).unwrap();
        assert_eq!((done.value.wrapped, done.event), (3, None));
        assert_eq!(weak(&ctx), 3);
    }

    #[test]
    fn a_run_that_was_killed_is_told_at_the_next_opening() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        bring(&ctx, 1);
        audit::intend(&ctx, Event::new("password.upgrade").field("count", 1_u64)).unwrap();
        drop(ctx);
        let notes = conclude_intents(&fixture.open_exclusive()).unwrap();
        assert!(notes[0].contains("run it again"), "{notes:?}");
    }
}

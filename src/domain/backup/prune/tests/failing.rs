//! Places on which steps fail: pruning that was stopped at any of them goes on in the next run, and a place is whole
//! in between, also when nothing more can be written.

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::base::place::{Entry, Place, Upload};
use crate::crypto::random::Random;
use crate::store::backup::Local;

/// A place on which everything fails from some step on, in one way.
struct Faulty {
    inner: Local,
    left: Arc<AtomicUsize>,
    kind: Kind,
    only_create: bool,
    /// One step alone fails, after what it does.
    late: bool,
}

impl Faulty {
    fn done(&self, done: impl FnOnce() -> Result<()>) -> Result<()> {
        let failed = self.step(false);
        if failed.is_err() && !self.late {
            return failed;
        }
        done().and(failed)
    }

    fn step(&self, create: bool) -> Result<()> {
        if self.only_create && !create {
            return Ok(());
        }
        let counted = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            });
        counted.map(|_| ()).map_err(|_| {
            if self.late {
                self.left.store(usize::MAX, Ordering::SeqCst);
            }
            Error::new(self.kind, "the place failed")
        })
    }
}

impl Place for Faulty {
    fn name(&self) -> &str {
        self.inner.name()
    }
    fn list(&self, folder: &str) -> Result<Vec<Entry>> {
        self.inner.list(folder)
    }
    fn open(&self, name: &str) -> Result<Box<dyn Read + Send>> {
        self.inner.open(name)
    }
    fn create(&self, name: &str) -> Result<Box<dyn Upload>> {
        self.step(true)?;
        self.inner.create(name)
    }
    fn remove(&self, name: &str) -> Result<()> {
        self.done(|| self.inner.remove(name))
    }
    fn rename(&self, from: &str, to: &str) -> Result<()> {
        self.done(|| self.inner.rename(from, to))
    }
    fn free(&self) -> Result<Option<u64>> {
        self.inner.free()
    }
}

fn faulty(
    fixture: &Fixture,
    to: &Path,
    (steps, kind, only_create): (usize, Kind, bool),
) -> (Target, Arc<AtomicUsize>) {
    failing(fixture, to, (steps, kind), (only_create, false))
}

fn failing(
    fixture: &Fixture,
    to: &Path,
    (steps, kind): (usize, Kind),
    (only_create, late): (bool, bool),
) -> (Target, Arc<AtomicUsize>) {
    let left = Arc::new(AtomicUsize::new(steps));
    let place = Faulty {
        inner: Local::hold(to, Duration::from_secs(5)).unwrap(),
        left: Arc::clone(&left),
        kind,
        only_create,
        late,
    };
    let scratch = fixture.dir.path().join("scratch");
    fs::create_dir_all(&scratch).unwrap();
    (
        Target::far(Box::new(place), &scratch, &Random::system()).unwrap(),
        left,
    )
}

fn copy(from: &Path, to: &Path) {
    let copied = std::process::Command::new("cp")
        .arg("-a")
        .arg(from)
        .arg(to)
        .status()
        .unwrap();
    assert!(copied.success());
}

#[test]
fn stopped_at_any_step_the_next_run_finishes() {
    for trash in [Some("7d"), None] {
        let (fixture, mut ctx, to) = four();
        // One waits in the trash and is due, two go, one stays.
        prune(&ctx, &hold(&to), &order(3, Some("1d"))).unwrap();
        at_day(&mut ctx, 9);
        let before = fixture.dir.path().join("before");
        copy(&to, &before);
        for steps in 0..40 {
            fs::remove_dir_all(&to).unwrap();
            copy(&before, &to);
            let (target, left) = faulty(&fixture, &to, (steps, Kind::Remote, false));
            let outcome = prune(&ctx, &target, &order(1, trash));
            drop(target);
            let stopped = left.load(Ordering::SeqCst) == 0;
            // Nothing is lost that should stay, and every file is where a state says.
            let after = states(&ctx, &to);
            assert!(after.ends_with('p'), "{steps}: {after}");
            let done = prune(&ctx, &hold(&to), &order(1, trash)).unwrap();
            assert!(done.failed.is_empty(), "{steps}");
            let wanted = if trash.is_some() { "-ttp" } else { "---p" };
            assert_eq!(
                states(&ctx, &to),
                wanted,
                "{steps}: was {after}, {:?}",
                done.finished
            );
            assert!(listing(&ctx, &to).findings().is_empty(), "{steps}");
            if !stopped {
                assert!(outcome.unwrap().failed.is_empty());
                assert!(steps > 5);
                break;
            }
            assert!(steps < 39);
        }
    }
}

#[test]
fn a_step_that_fails_although_it_was_done_leaves_a_whole_place() {
    for (trash, kind) in [
        (Some("7d"), Kind::Failed),
        (Some("7d"), Kind::NoSpace),
        (None, Kind::Failed),
        (None, Kind::NoSpace),
    ] {
        let (fixture, mut ctx, to) = four();
        prune(&ctx, &hold(&to), &order(3, Some("1d"))).unwrap();
        at_day(&mut ctx, 9);
        let before = fixture.dir.path().join("before");
        copy(&to, &before);
        // The first step asks whether anything can be removed at all.
        for steps in 1..40 {
            fs::remove_dir_all(&to).unwrap();
            copy(&before, &to);
            let (target, left) = failing(&fixture, &to, (steps, kind), (false, true));
            prune(&ctx, &target, &order(1, trash)).unwrap();
            drop(target);
            let told = format!("{steps} of {kind:?}, was {}", states(&ctx, &to));
            let found = listing(&ctx, &to).findings();
            assert!(found.is_empty(), "{told}: {found:?}");
            let done = prune(&ctx, &hold(&to), &order(1, trash)).unwrap();
            assert!(done.failed.is_empty(), "{told}");
            let after = states(&ctx, &to);
            assert!(
                after.ends_with('p') && after.matches('p').count() == 1,
                "{told}: {after}"
            );
            if left.load(Ordering::SeqCst) < 40 {
                assert!(steps > 5);
                break;
            }
            assert!(steps < 39);
        }
    }
}

#[test]
fn a_place_that_only_takes_files_refuses_before_anything_is_begun() {
    let (fixture, ctx, to) = four();
    let (target, _) = faulty(&fixture, &to, (0, Kind::Refused, false));
    let error = prune(&ctx, &target, &order(1, None))
        .map(|_| ())
        .unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.message.contains("only takes files"), "{error}");
    assert_eq!(states(&ctx, &to), "pppp");
    // With nothing to remove there is nothing to refuse.
    prune(&ctx, &target, &order(4, None)).unwrap();
}

#[test]
fn on_a_full_disk_the_trash_makes_room_and_deleting_needs_none() {
    let (fixture, ctx, to) = four();
    prune(&ctx, &hold(&to), &order(3, Some("7d"))).unwrap();
    let (target, _) = faulty(&fixture, &to, (0, Kind::NoSpace, true));
    // No record can be written at all here: each file goes, and its failure is named.
    let done = prune(&ctx, &target, &order(1, Some("7d"))).unwrap();
    assert!(!done.removed.is_empty(), "the trash was emptied");
    assert_eq!(done.failed.len(), 2);
    assert!(states(&ctx, &to).ends_with('p'));
}

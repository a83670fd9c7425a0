//! The file for the textfile collector of Prometheus: what this run adds to what earlier ones said, written
//! beside and renamed, so that the collector never reads half of it.

mod exposition;

use std::fs::{Permissions, TryLockError};
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::store::backup::BackupRow;
use crate::store::file::{self, Existing};
use crate::store::partial::Partial;

use super::facts::Facts;
use exposition::{Metric, Samples};

/// A file larger than this is not ours.
const LIMIT: u64 = 1 << 20;
/// Two runs that end together take turns; one that does not get its turn writes all the same.
const TURNS: u32 = 40;
const TURN: Duration = Duration::from_millis(50);

pub(super) fn write(
    path: &Path,
    facts: &Facts<'_>,
    catalog: Option<&[BackupRow]>,
    targets: &[String],
) -> Result<()> {
    let lock = file::open_lock(&file::beside(path, ".lock"))?;
    for _ in 0..TURNS {
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(TURN),
            _ => break,
        }
    }
    let before = if path.exists() {
        file::read_regular(path, LIMIT)?
    } else {
        zeroize::Zeroizing::new(vec![])
    };
    let before = String::from_utf8_lossy(&before);
    let text = merged(&before, facts, catalog, targets);
    replace(path, text.as_bytes())
}

fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let broken = |error: &std::io::Error| Error::io("write", path, error);
    let (partial, mut out) = Partial::create(path)?;
    // The collector is another user's.
    out.write_all(bytes)
        .and_then(|()| out.set_permissions(Permissions::from_mode(0o644)))
        .and_then(|()| out.sync_all())
        .map_err(|error| broken(&error))?;
    partial.place(Existing::Replace)
}

/// What was said before, with what this run knows better.
fn merged(
    before: &str,
    facts: &Facts<'_>,
    catalog: Option<&[BackupRow]>,
    targets: &[String],
) -> String {
    let store = facts.run.store.as_ref();
    let store = store
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    let mut samples = Samples::read(before, &store);
    let command = [("command", facts.run.command)];
    samples.set(Metric::LastExitCode, &command, f64::from(facts.ended.exit));
    samples.set(Metric::LastRun, &command, seconds(facts.finished));
    let took = Duration::from_millis(facts.milliseconds).as_secs_f64();
    samples.set(Metric::Duration, &command, took);
    if let Some(rows) = catalog {
        samples.drop_all(&[Metric::LastSuccess, Metric::LastVerified, Metric::Count]);
        of_catalog(&mut samples, rows, targets);
    }
    of_answer(&mut samples, facts);
    if let Some(newest) = samples.largest(Metric::LastSuccess) {
        let age = (seconds(facts.finished) - newest).max(0.0);
        samples.set(Metric::NewestAge, &[], age);
    }
    samples.text()
}

fn of_catalog(samples: &mut Samples, rows: &[BackupRow], targets: &[String]) {
    // A target that was given up must not look like one that fails.
    let wanted = |row: &&BackupRow| targets.is_empty() || targets.contains(&row.target);
    let mut newest: Option<&BackupRow> = None;
    for row in rows.iter().filter(wanted) {
        let target = [("target", row.target.as_str())];
        samples.raise(Metric::LastSuccess, &target, seconds(row.created));
        samples.add(Metric::Count, &target, 1.0);
        for (level, at) in [
            ("quick", row.verified.quick),
            ("full", row.verified.full),
            ("restore-test", row.verified.restore_test),
            ("drill", row.verified.drill),
        ] {
            if let Some(at) = at {
                samples.raise(Metric::LastVerified, &[("level", level)], seconds(at));
            }
        }
        if newest.is_none_or(|other| other.created < row.created) {
            newest = Some(row);
        }
    }
    if let Some(row) = newest {
        samples.set(Metric::Bytes, &[("kind", "file")], float(row.bytes));
    }
}

/// What `backup create` and `backup watch` say of each target, where the store could not be asked.
fn of_answer(samples: &mut Samples, facts: &Facts<'_>) {
    if let Some(bytes) = facts.data("image_bytes").and_then(Value::as_u64) {
        samples.set(Metric::Bytes, &[("kind", "image")], float(bytes));
    }
    let run = facts.data("created").and_then(Value::as_str);
    let targets = facts.data("targets").and_then(Value::as_array);
    for one in targets.into_iter().flatten() {
        let text = |key: &str| one.get(key).and_then(Value::as_str);
        let Some(target) = text("target") else {
            continue;
        };
        let target = [("target", target)];
        let made = text("file").and(run).or(text("newest"));
        if let Some(at) = made.and_then(|text| clock::parse(text).ok()) {
            samples.raise(Metric::LastSuccess, &target, seconds(at));
        }
        if let Some(bytes) = one.get("bytes").and_then(Value::as_u64) {
            samples.set(Metric::Bytes, &[("kind", "file")], float(bytes));
        }
        if let Some(count) = one.get("count").and_then(Value::as_u64) {
            samples.set(Metric::Count, &target, float(count));
        }
        let verified = text("verified").and_then(|text| clock::parse(text).ok());
        if let (Some(level), Some(at)) = (text("verified_level"), verified) {
            samples.raise(Metric::LastVerified, &[("level", level)], seconds(at));
        }
    }
}

fn seconds(time: Time) -> f64 {
    let whole = u64::try_from(time.timestamp()).unwrap_or(0);
    float(whole)
}

/// Prometheus knows no other numbers; what is counted here stays far below 2^53.
#[expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "std offers no other way from a large integer to a float"
)]
const fn float(number: u64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests;

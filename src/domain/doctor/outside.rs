//! What can be seen without opening the store: folder, modes, space, clock, leftovers.

use std::os::unix::fs::MetadataExt;
use std::path::Path;

use chrono::Datelike;

use super::Finding;
use crate::base::clock::{Time, days_between};
use crate::base::error::Kind;
use crate::base::text::count;
use crate::store::file;
use crate::store::folder::Folder;
use crate::store::replace::kept;

/// What was replaced longer ago than this is hardly put back, and keeps what was erased.
const REPLACED_DAYS: i64 = 7;

/// Looks at the folder from outside. `identities` are the identity files in use.
pub fn outside(folder: &Folder, identities: &[&Path], now: Time) -> Vec<Finding> {
    let mut findings = vec![clock(now), place(folder)];
    if !folder.holds_store() {
        return findings;
    }
    findings.extend([modes(folder), owner(folder), space(folder)]);
    findings.extend(replaced(folder, now));
    findings.extend(same_disk(folder, identities));
    findings
}

fn clock(now: Time) -> Finding {
    if now.year() < 2026 {
        return Finding::fail(
            "clock",
            format!(
                "the clock says {}: codes, deadlines and the log depend on it",
                now.year()
            ),
            "timedatectl set-ntp true",
        );
    }
    Finding::ok("clock", crate::base::clock::seconds_text(now))
}

fn place(folder: &Folder) -> Finding {
    let path = folder.path().display();
    if !folder.holds_store()
        && let Err(error) = folder.require_store()
    {
        return match error.kind {
            Kind::NoStore => Finding::fail("store", error.message, "optimactl init"),
            _ => Finding {
                check: "store",
                ..Finding::unopened(&error)
            },
        };
    }
    match folder.network_file_system() {
        Ok(None) => Finding::ok("store", path.to_string()),
        Ok(Some(kind)) => Finding::fail(
            "store",
            format!("{path} lies on {kind}: locks and flushes are not reliable there"),
            "optimactl backup restore --latest --to DIR",
        ),
        Err(error) => Finding::fail("store", error.to_string(), "optimactl store check"),
    }
}

fn modes(folder: &Folder) -> Finding {
    match folder.open_modes() {
        Ok(open) if open.is_empty() => Finding::ok("modes", "nobody else can look into the store"),
        Ok(open) => {
            let first = open.first().map_or(String::new(), |(path, mode)| {
                format!("{} has mode {mode:04o}", path.display())
            });
            Finding::fail(
                "modes",
                format!(
                    "{} can be entered by others: {first}",
                    count(i128::try_from(open.len()).unwrap_or(0), "file")
                ),
                format!("chmod -R go-rwx {}", folder.path().display()),
            )
        }
        Err(error) => Finding::fail("modes", error.to_string(), "optimactl store check"),
    }
}

fn owner(folder: &Folder) -> Finding {
    match folder.require_owner() {
        Ok(()) => Finding::ok("owner", "the store belongs to who runs this"),
        Err(error) => Finding::fail(
            "owner",
            error.message.clone(),
            error.hint.unwrap_or_default(),
        ),
    }
}

/// Rotation and compaction write a second copy of the database.
fn space(folder: &Folder) -> Finding {
    let size = folder.database().metadata().map_or(0, |meta| meta.len());
    let needed = size + size / 5 + (64 << 20);
    match file::free_space(folder.path()) {
        Ok(free) if free >= needed => Finding::ok(
            "space",
            format!("{} free, the store has {}", shown(free), shown(size)),
        ),
        Ok(free) => Finding::warn(
            "space",
            format!(
                "{} free: rotating a key needs {}",
                shown(free),
                shown(needed)
            ),
            "df -h",
        ),
        Err(error) => Finding::fail("space", error.to_string(), "df -h"),
    }
}

/// What a restore replaced holds what was erased since, and room on the disk.
fn replaced(folder: &Folder, now: Time) -> Option<Finding> {
    let kept = kept::list(folder).ok()?;
    let oldest = kept.iter().map(|one| one.replaced).min()?;
    let days = days_between(oldest, now);
    let bytes = kept.iter().map(|one| one.bytes).sum();
    let text = format!(
        "{} kept after a restore, {} in all, the oldest for {}",
        count(i128::try_from(kept.len()).unwrap_or(0), "database"),
        shown(bytes),
        count(days, "day")
    );
    let mend = "optimactl backup discard-replaced --all";
    Some(if days > REPLACED_DAYS {
        let text = format!("{text}: what was erased since is still in there");
        Finding::warn("replaced", text, mend)
    } else {
        Finding::note("replaced", text, mend)
    })
}

/// An identity on the same disk does not protect a stolen disk.
fn same_disk(folder: &Folder, identities: &[&Path]) -> Option<Finding> {
    let device = |path: &Path| path.metadata().ok().map(|meta| meta.dev());
    let store = device(folder.path())?;
    let beside = identities.iter().find(|path| device(path) == Some(store))?;
    Some(Finding::note(
        "unlocker place",
        format!(
            "{} lies on the same disk as the store: whoever takes the disk has both",
            beside.display()
        ),
        "systemd-creds encrypt --name=optimactl.identity FILE /etc/credstore.encrypted/optimactl.identity",
    ))
}

/// Bytes as people say them.
fn shown(bytes: u64) -> String {
    match bytes {
        0..1_048_576 => format!("{} KiB", bytes.div_ceil(1024)),
        1_048_576..10_737_418_240 => format!("{} MiB", bytes >> 20),
        _ => format!("{} GiB", bytes >> 30),
    }
}

//! Tries out what a place does: it is listed, and a small file is written, read back, replaced and removed.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::place::{self, Place};
use crate::crypto::random::Random;
use crate::remote::s3::Told;

use super::{At, Opened, PlaceSpec};

/// What a place did.
#[derive(Serialize)]
pub struct Report {
    pub target: String,
    pub kind: &'static str,
    /// Files that lie right there.
    pub files: u64,
    pub free_bytes: Option<u64>,
    /// Nothing below was tried when only a look was asked for.
    pub tried: Option<Tried>,
    /// Why no file was written although that was asked for.
    pub untried: Option<String>,
    /// What is missing that was expected.
    pub findings: Vec<String>,
}

#[derive(Serialize)]
pub struct Tried {
    /// It refuses a second file of the same name by itself.
    pub write_once: bool,
    /// What was written can be removed again.
    pub deletable: bool,
    /// Why not.
    pub delete_refused: Option<String>,
    /// The bucket can lock files; absent where that cannot be known.
    pub object_lock: Option<bool>,
    /// Files are brought to the disk before they count; absent where that is the server's matter.
    pub durable: Option<bool>,
}

/// Looks at a place, and tries it out unless only a look is wanted (no random source). A place that cannot be
/// reached, read or written is an error.
pub fn check(spec: PlaceSpec, random: Option<&Random>) -> Result<Report> {
    let (kind, append_only, lock) = (spec.at.kind(), spec.append_only, spec.at.lock());
    let opened = Opened::new(without_lock(spec.at))?;
    let place = opened.place();
    let files = place.list("")?.len();
    let mut report = Report {
        target: place.name().to_owned(),
        kind,
        files: u64::try_from(files).unwrap_or(u64::MAX),
        free_bytes: place.free()?,
        tried: None,
        untried: None,
        findings: vec![],
    };
    let Some(random) = random else {
        return Ok(report);
    };
    if let Opened::S3(bucket) = &opened
        && let Some(lock) = bucket.locks_by_default()?
    {
        bucket.rehearse(&probe(random)?)?;
        report.untried = Some(format!(
            "the bucket locks every file by itself ({lock}), and a probe would stay as long"
        ));
        return Ok(report);
    }
    let tried = try_out(&opened, random)?;
    let mut missing = |text: &str| report.findings.push(text.to_owned());
    if !tried.write_once {
        missing(
            "it replaces a file by another of the same name; nothing but this program's own look guards the backups there",
        );
    }
    if append_only && tried.deletable {
        missing(
            "the target is `append_only`, but its credentials can remove files: whoever takes them can, too",
        );
    }
    if lock.is_some() && tried.object_lock == Some(false) {
        missing(
            "`lock_mode` is set, but the bucket locks nothing: object lock must be switched on for it",
        );
    }
    report.tried = Some(tried);
    Ok(report)
}

/// The probe would stay for as long as a backup.
fn without_lock(at: At) -> At {
    match at {
        At::S3 {
            bucket,
            prefix,
            access,
            ..
        } => At::S3 {
            bucket,
            prefix,
            access,
            lock: None,
        },
        other => other,
    }
}

fn probe(random: &Random) -> Result<String> {
    Ok(format!("{}.probe", random.id("probe")?))
}

fn try_out(opened: &Opened, random: &Random) -> Result<Tried> {
    let place = opened.place();
    let name = probe(random)?;
    let content = random.bytes::<64>()?;
    place::write_new(place, &name, &content)?;
    let held = held(opened, &name, &content);
    // It goes even when something failed on the way.
    let removed = place.remove(&name);
    let write_once = held?;
    let delete_refused = match removed {
        Ok(()) => None,
        Err(error) if error.kind == Kind::Refused => Some(error.to_string()),
        Err(error) => return Err(error),
    };
    Ok(Tried {
        write_once,
        deletable: delete_refused.is_none(),
        delete_refused,
        object_lock: match opened {
            Opened::S3(bucket) => match bucket.locks()? {
                Told::Yes => Some(true),
                Told::No => Some(false),
                Told::Unknown => None,
            },
            _ => None,
        },
        durable: match opened {
            Opened::Folder(_) => Some(true),
            Opened::Sftp(remote) => Some(remote.is_durable()),
            Opened::S3(_) => None,
        },
    })
}

/// Reads the probe back, and tries to put another in its place; gives whether that was refused.
fn held(opened: &Opened, name: &str, content: &[u8]) -> Result<bool> {
    let place = opened.place();
    same(place, name, content)?;
    let write_once = match opened {
        // Their own looks, which come first, are not what is tried here.
        Opened::S3(bucket) => bucket.keeps(name)?,
        Opened::Sftp(remote) => remote.keeps(name)?,
        Opened::Folder(_) => {
            let taken = place::write_new(place, name, b"another");
            taken.is_err_and(|error| error.kind == Kind::Conflict)
        }
    };
    if write_once {
        same(place, name, content)?;
    }
    Ok(write_once)
}

fn same(place: &dyn Place, name: &str, content: &[u8]) -> Result<()> {
    if *place::read(place, name, 1 << 10)? == *content {
        return Ok(());
    }
    Err(Error::integrity(format!(
        "`{}` gives back something else than was written",
        place.name()
    )))
}

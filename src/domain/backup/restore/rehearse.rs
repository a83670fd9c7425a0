//! A restore that is only tried: into a scratch folder, checked as a store, its log verified, then removed. What a
//! run that died has left there goes first.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::epoch::{Beginning, begin_epoch};
use super::{Plan, build, require_none};
use crate::base::error::{Error, Result};
use crate::base::progress::{Report, silent};
use crate::crypto::wrap::Identity;
use crate::domain::audit::Event;
use crate::domain::audit::verify::{Request, verify};
use crate::domain::context::Context;
use crate::domain::init::Ground;
use crate::store::backup::Reread;
use crate::store::check::Depth;
use crate::store::create::{self, Site};
use crate::store::file;
use crate::store::folder::Folder;

/// The scratch folder's name: one that is found belongs to this program.
pub const NAME: &str = ".optimactl-restore-test";

/// A part of a rehearsal that went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub what: &'static str,
    pub result: String,
    pub milliseconds: u64,
}

/// A rehearsal that went well.
#[derive(Debug, Default)]
pub struct Rehearsed {
    pub steps: Vec<Step>,
    /// What a run that died had left and this one removed.
    pub swept: Option<PathBuf>,
}

/// Where a rehearsal takes place.
pub struct Scene<'a> {
    pub ground: Ground,
    /// The folder in which the scratch folder is made.
    pub parent: &'a Path,
    /// The unlocker's own identities.
    pub own: &'a [&'a [Identity]],
}

/// Restores, checks everything, removes it again.
pub fn rehearse(scene: Scene<'_>, plan: &Plan<'_>, report: &mut Report<'_>) -> Result<Rehearsed> {
    let scratch = scene.parent.join(NAME);
    let made = file::missing_folders(&scratch);
    let left = scratch.symlink_metadata().is_ok() && !is_empty(&scratch);
    if scratch.symlink_metadata().is_ok_and(|meta| !meta.is_dir()) {
        return Err(
            Error::refused(format!("`{}` is no folder", scratch.display()))
                .hint("remove it, or name another place with `--scratch DIR`"),
        );
    }
    let site = create::prepare(&Folder::new(&scratch), &scene.ground.holder).map_err(elsewhere)?;
    let rehearsed = act(scene, plan, &site, report);
    site.abandon()?;
    // The lock of a run that died is no longer needed either.
    fs::remove_dir_all(&scratch).ok();
    file::remove_empty(&made);
    let mut rehearsed = rehearsed?;
    rehearsed.swept = left.then_some(scratch);
    Ok(rehearsed)
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// The folder that a store cannot lie in is named by `--scratch` here.
fn elsewhere(error: Error) -> Error {
    match error.hint.clone() {
        Some(hint) => error.hint(hint.replace("--store DIR", "--scratch DIR")),
        None => error,
    }
}

fn act(
    scene: Scene<'_>,
    plan: &Plan<'_>,
    site: &Site,
    report: &mut Report<'_>,
) -> Result<Rehearsed> {
    let mut steps = vec![];
    let own = scene.own;
    let ctx = timed(&mut steps, "restore", || {
        let (ctx, doubts) = build(scene.ground, plan, site, (own, Reread::Every), report)?;
        let event = Event::new("backup.restore");
        begin_epoch(&ctx, &Beginning::of(plan, event, doubts)?)?;
        let bytes = plan
            .manifest
            .as_ref()
            .map_or(0, |manifest| manifest.image.bytes);
        Ok((ctx, format!("{bytes} bytes of the database, as signed")))
    })?;
    timed(&mut steps, "store check --deep", || {
        let (read, findings) = ctx.store.check(Depth::Deep)?;
        require_none(findings)?;
        Ok((
            (),
            format!("{} pages, structure and references right", read.pages),
        ))
    })?;
    timed(&mut steps, "audit verify", || {
        Ok(((), verify_log(&ctx, plan)?))
    })?;
    Ok(Rehearsed { steps, swept: None })
}

/// The whole log, held against the checkpoint in the signed manifest.
fn verify_log(ctx: &Context, plan: &Plan<'_>) -> Result<String> {
    let request = Request {
        trusted: plan
            .manifest
            .as_ref()
            .map(|manifest| manifest.audit.checkpoint.clone()),
        ..Request::default()
    };
    let report = verify(ctx, &request, &mut silent)?;
    if report.is_good() || report.lacks_declared_only() {
        return Ok(format!(
            "{} events, nothing changed or missing",
            report.events
        ));
    }
    let findings = report
        .integrity
        .findings
        .iter()
        .chain(&report.completeness.findings);
    let mut error = Error::integrity("the audit log in the backup does not verify");
    error.details = findings
        .map(|finding| match finding.seq {
            Some(seq) => format!("event {seq}: {}", finding.what),
            None => finding.what.clone(),
        })
        .collect();
    Err(error)
}

/// Runs a step and keeps how it went.
pub fn timed<T>(
    steps: &mut Vec<Step>,
    what: &'static str,
    act: impl FnOnce() -> Result<(T, String)>,
) -> Result<T> {
    let since = Instant::now();
    let (value, result) = act()?;
    steps.push(Step {
        what,
        result,
        milliseconds: u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX),
    });
    Ok(value)
}

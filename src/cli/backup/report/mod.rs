//! Tells the outside how a run ended, on every way out: metrics, a program of the administrator's, a dead-man
//! service. Reports; what is reported is decided by the commands.
//!
//! `kill -9`, a power cut and a configuration that cannot be read leave nobody to report: that is what
//! `backup watch` on its own timer, and a service that misses the heartbeat, are for.

mod facts;
mod heartbeat;
mod hook;
mod metrics;
mod outlets;
mod signals;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::store::backup::BackupRow;

use facts::{Ended, Run};
use outlets::{Outlets, Patience, Trouble};
use signals::Report;

/// Who is told how it ended.
#[derive(clap::Args)]
pub(crate) struct Reporting {
    /// A program that is run when all went well: facts in its environment, JSON on its standard input; else
    /// `backup.on_success` in the configuration
    #[arg(long, value_name = "PROGRAM")]
    pub(super) on_success: Option<PathBuf>,
    /// The same for everything that does not end with 0; else `backup.on_failure` in the configuration
    #[arg(long, value_name = "PROGRAM")]
    pub(super) on_failure: Option<PathBuf>,
}

/// Runs a command of `backup` and tells how it ended. A rehearsal is told to nobody.
pub(super) fn reported(
    command: &'static str,
    told: &Reporting,
    ctx: &mut Context,
    work: impl FnOnce(&mut Context) -> Result<Exit>,
) -> Result<Exit> {
    if ctx.flags.dry_run {
        return work(ctx);
    }
    let (outlets, refusal) = Outlets::of(command, told, &ctx.settings);
    if outlets.is_empty() && refusal.is_none() {
        return work(ctx);
    }
    let run = Run::begin(command, ctx)?;
    let report = Arc::new(Report::new(run, outlets, ctx.overheard.stop()));
    signals::listen(&report);
    report.outlets.start(&report.run);
    ctx.overheard.listen();
    let done = match refusal {
        Some(refusal) => Ok(Err(refusal)),
        None => catch_unwind(AssertUnwindSafe(|| work(ctx))),
    };
    report.claim_or_rest();
    let ended = match &done {
        Ok(Ok(exit)) => Ended::answered(*exit, ctx.overheard.take()),
        Ok(Err(error)) => Ended::failed(error),
        Err(_) => Ended::bug(),
    };
    let catalog = report
        .outlets
        .wants_catalog()
        .then(|| catalog(ctx))
        .flatten();
    let troubles = report.tell(ended, catalog.as_deref(), Patience::usual());
    match done {
        Ok(result) => combined(command, result, troubles, ctx),
        Err(panic) => resume_unwind(panic),
    }
}

/// What the store knows of its backups, if looking costs no question and no waiting.
fn catalog(ctx: &mut Context) -> Option<Vec<BackupRow>> {
    ctx.unlockers.as_ref()?;
    "5s".clone_into(&mut ctx.flags.wait);
    let core = ctx.open_quietly().ok()?;
    core.store.read(|tx| tx.backups()).ok()
}

/// A program that failed makes a good run a partial one and never hides a bad one's code; the rest is a warning.
fn combined(
    command: &str,
    result: Result<Exit>,
    troubles: Vec<Trouble>,
    ctx: &Context,
) -> Result<Exit> {
    let (grave, slight): (Vec<_>, Vec<_>) = troubles.into_iter().partition(|one| one.is_grave);
    for trouble in slight {
        ctx.ui.alert(&trouble.text);
    }
    match (result, grave.into_iter().next()) {
        (result, None) => result,
        (Ok(Exit::OK), Some(trouble)) => Err(Error::new(
            Kind::Partial,
            format!("`backup {command}` is done, but its report failed"),
        )
        .because(trouble.text)),
        (Ok(exit), Some(trouble)) => {
            ctx.ui.alert(&trouble.text);
            Ok(exit)
        }
        (Err(error), Some(trouble)) => Err(error.detail(trouble.text)),
    }
}

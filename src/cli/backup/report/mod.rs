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

use serde_json::Value;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::global::Format;
use crate::cli::ui::Loudness;
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

impl Reporting {
    /// A slip on the command line; whatever is wrong around it must not cost the backup.
    fn require_paths(&self) -> Result<()> {
        let success = (&self.on_success, "--on-success");
        for (path, flag) in [success, (&self.on_failure, "--on-failure")] {
            path.iter()
                .try_for_each(|path| hook::require_folder(path, flag))?;
        }
        Ok(())
    }
}

/// Runs a command of `backup` and tells how it ended. A rehearsal is told to nobody.
pub(super) fn reported(
    command: &'static str,
    told: &Reporting,
    ctx: &mut Context,
    work: impl FnOnce(&mut Context) -> Result<Exit>,
) -> Result<Exit> {
    ctx.overheard.listen();
    if ctx.flags.dry_run {
        return work(ctx);
    }
    told.require_paths()?;
    let (outlets, refusals) = Outlets::of(command, told, &ctx.settings);
    if outlets.is_empty() && refusals.is_empty() {
        let result = work(ctx);
        let answer = ctx.overheard.take();
        return aloud(command, result, answer.as_ref(), ctx);
    }
    let run = Run::begin(command, ctx)?;
    let report = Arc::new(Report::new(run, outlets, ctx.overheard.stop()));
    signals::listen(&report);
    report.outlets.start(&report.run);
    let done = catch_unwind(AssertUnwindSafe(|| work(ctx)));
    report.claim_or_rest();
    let answer = ctx.overheard.take();
    let ended = match &done {
        // Those who can be told hear that others could not.
        Ok(Ok(Exit::OK)) if !refusals.is_empty() => {
            Ended::answered(Exit::with(Kind::Partial), answer.clone())
        }
        Ok(Ok(exit)) => Ended::answered(*exit, answer.clone()),
        Ok(Err(error)) => Ended::failed(error),
        Err(_) => Ended::bug(),
    };
    let catalog = report
        .outlets
        .wants_catalog()
        .then(|| catalog(ctx))
        .flatten();
    let told = report.tell(ended, catalog.as_deref(), Patience::usual());
    let troubles = refusals.into_iter().chain(told).collect();
    match done {
        Ok(result) => {
            let result = aloud(command, result, answer.as_ref(), ctx);
            combined(command, result, troubles, ctx)
        }
        Err(panic) => resume_unwind(panic),
    }
}

/// Under `-q` the answer is dropped, and cron mails only what is written: what ended badly is said as an error.
fn aloud(
    command: &str,
    result: Result<Exit>,
    answer: Option<&Value>,
    ctx: &Context,
) -> Result<Exit> {
    let silent = ctx.ui.loudness() == Loudness::Quiet && ctx.ui.format() == Format::Text;
    match result {
        Ok(exit) if silent && exit != Exit::OK => match facts::kind_of(exit.code()) {
            Some(kind) => Err(facts::findings(kind, command, answer)),
            None => Ok(exit),
        },
        result => result,
    }
}

/// What the store knows of its backups, if looking costs no question and no waiting.
fn catalog(ctx: &mut Context) -> Option<Vec<BackupRow>> {
    ctx.unlockers.as_ref()?;
    "5s".clone_into(&mut ctx.flags.wait);
    let core = ctx.open_quietly().ok()?;
    core.store.read(|tx| tx.backups()).ok()
}

/// A program that failed, or whoever cannot be told at all, makes a good run a partial one and never hides a bad
/// one's code; the rest is a warning.
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
    let mut grave = grave.into_iter();
    let first = grave.next();
    for trouble in grave {
        ctx.ui.alert(&trouble.text);
    }
    match (result, first) {
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

//! Following logs until a signal comes. Nothing that passes ends it: a store that others hold, a full disk, a file
//! that cannot be read for a while are waited for, and nothing that was read is lost meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};

use super::Args;
use super::answer::Ingested;
use super::tail::Log;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::Context;
use crate::domain;
use crate::domain::audit::ingest::{Ingest, Options};
use crate::store::lock;

/// How long a log rests between two looks, and how many looks without news close the store.
const REST: Duration = Duration::from_millis(500);
const LOOKS: u32 = 20;
/// Lines that come within so long of those before are told of together, and that at least so often: an event about
/// each line would double the log.
const TOGETHER: Duration = Duration::from_secs(10);
const AT_LEAST: Duration = Duration::from_mins(1);
/// After a hindrance it rests longer each time, up to this.
const LONGEST_REST: Duration = Duration::from_secs(8);
/// Lines of which the share that was not understood says something.
const TELLING: u64 = 100;

/// Looks at the files until a signal comes. The store is open only while there is something to write: a restore
/// or a rotation of keys must not wait for a log.
pub(super) fn follow(args: &Args, ctx: &mut Context, options: Options) -> Result<Ingested> {
    if args.files.iter().any(|path| path.as_os_str() == "-") {
        return Err(Error::usage(
            "standard input cannot be followed: it is read to its end anyway",
        )
        .hint("leave `--follow` out"));
    }
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&stop))
            .map_err(|error| Error::failed("signals cannot be waited for").because(error))?;
    }
    let core = ctx.open()?;
    let mut ingest = Ingest::new(&core, options)?;
    let mut logs: Vec<Log> = vec![];
    for path in &args.files {
        let source = super::begun(&core, &mut ingest, path, None)?;
        logs.push(Log::open(path, source, &stop)?);
    }
    ctx.ui.hint("following; end it with Ctrl-C");
    let mut follower = Follower {
        args,
        core: Some(core),
        logs,
        told: None,
        hindered: None,
        idle: 0,
        warned: false,
    };
    while !stop.load(Ordering::SeqCst) {
        follower.look(ctx, &mut ingest, &stop)?;
    }
    follower.end(ctx, ingest)
}

struct Follower<'a> {
    args: &'a Args,
    core: Option<domain::Context>,
    logs: Vec<Log>,
    /// When the log was told of lines last.
    told: Option<Instant>,
    /// Since when nothing could be written, and how long to rest before the next try.
    hindered: Option<(Instant, Duration)>,
    idle: u32,
    /// Whether it was said that many lines are not understood.
    warned: bool,
}

impl Follower<'_> {
    fn look(&mut self, ctx: &mut Context, ingest: &mut Ingest, stop: &AtomicBool) -> Result<()> {
        let rest = match self.advance(ctx, ingest) {
            Ok(news) => {
                self.recovered(ctx);
                self.warn(ctx, ingest);
                self.idle = if news { 0 } else { self.idle + 1 };
                if news {
                    return Ok(());
                }
                self.logs.iter_mut().for_each(Log::rest);
                REST
            }
            Err(error) if passes(&error) => self.hinder(ctx, &error),
            Err(error) => {
                if let Some(core) = &self.core {
                    ingest.fail(core, &error);
                }
                return Err(error);
            }
        };
        sleep(rest, stop);
        Ok(())
    }

    /// Takes what is new; whether there was anything.
    fn advance(&mut self, ctx: &mut Context, ingest: &mut Ingest) -> Result<bool> {
        if self.gives_way(ingest)? {
            return Ok(false);
        }
        // What was read and could not be written goes first: nothing grows while a disk is full.
        let mut news = ingest.is_pending();
        if news {
            self.write(ctx, ingest)?;
        }
        let mut logs = std::mem::take(&mut self.logs);
        let mut ended = Ok(());
        for log in logs.iter_mut().filter(|log| !log.is_resting()) {
            match self.take(ctx, ingest, log) {
                Ok(taken) => news |= taken,
                Err(error) => {
                    ended = Err(error);
                    break;
                }
            }
        }
        self.logs = logs;
        ended?;
        let late = self.told.is_none_or(|told| told.elapsed() > AT_LEAST);
        if news || ingest.is_pending() || (late && ingest.is_open()) {
            self.write(ctx, ingest)?;
        }
        Ok(news)
    }

    /// Whoever needs the store alone goes first. What is announced and not concluded would be taken for cut short as
    /// soon as the store is closed: it is told of, if that is possible. Whether somebody waits.
    fn gives_way(&mut self, ingest: &mut Ingest) -> Result<bool> {
        let is_awaited = |core: &domain::Context| lock::is_awaited(&core.store.folder);
        let awaited = self.core.as_ref().is_some_and(is_awaited);
        if !awaited && self.idle < LOOKS {
            return Ok(false);
        }
        let open = self.core.take().filter(|_| ingest.is_open());
        open.map_or(Ok(()), |core| ingest.settle(&core))?;
        Ok(awaited)
    }

    /// Takes what is new in one log. One that cannot be read keeps none of the others waiting.
    fn take(&mut self, ctx: &mut Context, ingest: &mut Ingest, log: &mut Log) -> Result<bool> {
        let taken = match log.has_news() {
            Ok(false) => Ok(false),
            Ok(true) => {
                let core = opened(ctx, &mut self.core)?;
                log.advance(core, ingest).map(|()| true)
            }
            Err(error) => Err(error),
        };
        let path = log.path().display().to_string();
        for missed in log.missed.drain(..) {
            let missed = missed.display();
            ctx.ui.alert(&format!(
                "`{missed}` was compressed before it was read: `zcat {missed} | optimactl audit ingest -`"
            ));
        }
        if std::mem::take(&mut log.cut) {
            ctx.ui.alert(&format!(
                "`{path}` was cut, and no copy of it stands beside it: lines since the last look may be lost"
            ));
        }
        match taken {
            Ok(news) => {
                if log.recover() {
                    ctx.ui.alert(&format!("`{path}` is read again"));
                }
                Ok(news)
            }
            Err(error) if error.kind == Kind::Failed => {
                if log.hinder() {
                    ctx.ui.alert(&format!(
                        "`{path}` cannot be read for now, other logs go on: {error}"
                    ));
                }
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// Writes what was understood.
    fn write(&mut self, ctx: &mut Context, ingest: &mut Ingest) -> Result<()> {
        if !ingest.is_open() {
            return Ok(());
        }
        let core = opened(ctx, &mut self.core)?;
        let since = self.told.map(|told| told.elapsed());
        match since {
            Some(since) if since < TOGETHER || (ingest.is_announced() && since < AT_LEAST) => {
                ingest.go_on(core)
            }
            _ => {
                ingest.settle(core)?;
                self.told = Some(Instant::now());
                Ok(())
            }
        }
    }

    /// Says once that it waits, and for what.
    fn hinder(&mut self, ctx: &Context, error: &Error) -> Duration {
        let (since, rest) = self.hindered.unwrap_or_else(|| {
            ctx.ui.alert(&format!(
                "waiting, and nothing that was read is lost: {error}"
            ));
            (Instant::now(), REST)
        });
        self.hindered = Some((since, (rest * 2).min(LONGEST_REST)));
        rest
    }

    fn recovered(&mut self, ctx: &Context) {
        if let Some((since, _)) = self.hindered.take() {
            let seconds = since.elapsed().as_secs();
            ctx.ui.alert(&format!("goes on after {seconds} s"));
        }
    }

    /// Nobody sees the answer of a service: what is not understood is told as soon as it is much.
    fn warn(&mut self, ctx: &Context, ingest: &Ingest) {
        let (lines, unparsed) = ingest.progress();
        let percent = self.args.max_unparsed;
        if self.warned
            || lines < TELLING
            || unparsed.saturating_mul(100) <= lines.saturating_mul(percent)
        {
            return;
        }
        self.warned = true;
        ctx.ui.alert(&format!(
            "{unparsed} of {lines} lines were not understood so far; name the format with `--as`, or describe it with `--map`"
        ));
    }

    fn end(mut self, ctx: &mut Context, ingest: Ingest) -> Result<Ingested> {
        let open = opened(ctx, &mut self.core);
        let open = open.map_err(|error| {
            error.hint("what was read and not written comes with the next run over the same files")
        })?;
        let (summary, shapes) = ingest.finish(open)?;
        Ok(Ingested::new(summary, shapes, open.dry_run()))
    }
}

/// Whether it may be over by itself, or by what an admin does about it.
fn passes(error: &Error) -> bool {
    matches!(error.kind, Kind::StoreLocked | Kind::NoSpace | Kind::Failed)
}

/// A signal ends a long rest.
fn sleep(rest: Duration, stop: &AtomicBool) {
    let since = Instant::now();
    while since.elapsed() < rest && !stop.load(Ordering::SeqCst) {
        thread::sleep(REST.min(rest));
    }
}

fn opened<'a>(
    ctx: &mut Context,
    core: &'a mut Option<domain::Context>,
) -> Result<&'a domain::Context> {
    if core.is_none() {
        *core = Some(ctx.open()?);
    }
    core.as_ref()
        .ok_or_else(|| Error::bug("the store is not open"))
}

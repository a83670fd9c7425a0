//! Foreign logs become events: lines are read, understood, known again and appended in batches. A run may be ended
//! at any instruction and begun anew: what is there already is not added again.

mod cef;
mod draft;
mod identity;
mod journald;
mod jsonl;
mod lines;
mod map;
mod pam;
mod programs;
mod reading;
mod shape;
mod sshd;
mod stamp;
mod sudo;
mod syslog;
#[cfg(test)]
mod tests;
mod web;
mod write;

use std::io::BufRead;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use serde::Serialize;
use serde_json::{Map as Object, Value};

use super::record::{check, refuse_own};
use super::{Event, note};
use crate::base::error::{Error, Result};
use crate::domain::context::Context;

pub use map::Map;
pub use stamp::Zone;

use draft::Draft;
use lines::{Chunk, Splitter};
use reading::{Means, Place, Reading};
use write::{Pending, Writing};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Jsonl,
    Journald,
    Syslog,
    Cef,
    Web,
}

impl Format {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Journald => "journald",
            Self::Syslog => "syslog",
            Self::Cef => "cef",
            Self::Web => "web",
        }
    }

    /// The format in which a line makes sense.
    fn of(line: &str) -> Option<Self> {
        if line.starts_with('{') {
            let object: Object<String, Value> = serde_json::from_str(line).ok()?;
            return match (journald::is_entry(&object), jsonl::is_event(&object)) {
                (true, _) => Some(Self::Journald),
                (false, true) => Some(Self::Jsonl),
                (false, false) => None,
            };
        }
        if line.starts_with("CEF:") {
            return Some(Self::Cef);
        }
        if syslog::read(line).is_some() {
            return Some(Self::Syslog);
        }
        web::read(line).is_some().then_some(Self::Web)
    }

    fn read(self, line: &str) -> Option<Draft> {
        let object = || serde_json::from_str::<Object<String, Value>>(line).ok();
        match self {
            Self::Jsonl => jsonl::read(object()?),
            Self::Journald => journald::read(&object()?),
            Self::Syslog => syslog::read(line),
            Self::Cef => cef::read(line),
            Self::Web => web::read(line),
        }
    }
}

/// What the caller says about the lines.
pub struct Options {
    /// Without it the first line that makes sense decides, for each file.
    pub format: Option<Format>,
    pub map: Option<Map>,
    /// In the place of the source that the lines tell.
    pub source: Option<String>,
    pub zone: Zone,
    pub year: Option<i32>,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Lines that are not blank.
    pub lines: u64,
    /// Events added.
    pub events: u64,
    /// Lines whose event is there already.
    pub duplicates: u64,
    /// Lines that a map leaves out.
    pub skipped: u64,
    pub unparsed: u64,
    /// Of these, lines that speak as this program.
    pub refused: u64,
    /// Of these, lines longer than 64 KiB.
    pub too_long: u64,
    /// Times more than five minutes ahead.
    pub ahead: u64,
    /// Local times that a clock change made doubtful.
    pub doubtful: u64,
    /// Local times whose zone was taken from the caller.
    pub zoned: u64,
    /// Lines without a time and an id that came through a pipe: each is new each time.
    pub unkeyed: u64,
    /// Lines with bytes that are no text.
    pub replaced: u64,
    /// What stands behind events that count several: `message repeated 5 times` is 4 more.
    pub repeated: u64,
}

/// A file as far as it was read.
pub struct Source {
    splitter: Splitter,
    place: Place,
}

impl Source {
    pub const fn bytes(&self) -> u64 {
        self.splitter.read
    }

    /// Whether its last line has no end.
    pub const fn is_within_a_line(&self) -> bool {
        self.splitter.is_within_a_line()
    }

    /// What its lines turned out to be.
    pub const fn format(&self) -> Option<Format> {
        self.place.format
    }
}

/// A run: one thread reads the lines of a part while another writes the events of the part before.
pub struct Ingest {
    reading: Reading,
    writing: Writing,
}

impl Ingest {
    pub fn new(ctx: &Context, options: Options) -> Result<Self> {
        if let Some(source) = &options.source {
            refuse_own(ctx, source, "audit.ingest")?;
            let probe = Draft::new("a.b").foreign(source);
            check(&probe)?;
        }
        ctx.store.expect_many()?;
        Ok(Self {
            reading: Reading::new(options),
            writing: Writing::default(),
        })
    }

    /// The beginning of a file.
    pub fn source(&self, ctx: &Context) -> Source {
        Source {
            splitter: Splitter::default(),
            place: self.reading.beginning(ctx.now()),
        }
    }

    /// What comes through a pipe and cannot be read again.
    pub fn passing(&self, ctx: &Context) -> Source {
        let mut source = self.source(ctx);
        source.place.passing = true;
        source
    }

    /// The beginning of the file that goes on from another: the next of a run, or after a rotation.
    pub fn going_on(&self, ctx: &Context, from: &Source) -> Source {
        Source {
            splitter: Splitter::default(),
            place: self.reading.going_on(&from.place, ctx.now()),
        }
    }

    /// Takes every complete line that the reader has.
    pub fn drain(
        &mut self,
        ctx: &Context,
        source: &mut Source,
        reader: &mut dyn BufRead,
        report: &mut dyn FnMut(u64),
    ) -> Result<()> {
        let Source { splitter, place } = source;
        place.calendar.now = ctx.now();
        let Self { reading, writing } = self;
        let ahead = AtomicBool::new(!writing.is_stale());
        let means = Means::of(ctx, &ahead)?;
        thread::scope(|scope| {
            // Both ends here are dropped with this closure, whatever happened: the other thread stops then.
            let (chunks, work) = sync_channel::<Chunk>(1);
            let (results, understood) = sync_channel::<Result<Vec<Pending>>>(1);
            scope.spawn(move || {
                for chunk in work {
                    let events = reading.chunk(&chunk, place, &means);
                    if results.send(events).is_err() {
                        return;
                    }
                }
            });
            let (mut open, mut under_way) = (true, 0);
            loop {
                let chunk = if open {
                    Chunk::read(splitter, reader)?
                } else {
                    None
                };
                open = chunk.is_some();
                if let Some(chunk) = chunk {
                    chunks.send(chunk).map_err(|_| stopped())?;
                    under_way += 1;
                }
                if under_way == 0 {
                    return Ok(());
                }
                if under_way > 1 || !open {
                    writing.take(ctx, understood.recv().map_err(|_| stopped())??)?;
                    ahead.store(!writing.is_stale(), Ordering::Relaxed);
                    under_way -= 1;
                    report(splitter.read);
                }
            }
        })
    }

    /// The file ends here: what stands behind its last line end is a line too.
    pub fn end(&mut self, ctx: &Context, source: &mut Source) -> Result<()> {
        let Some(line) = source.splitter.rest() else {
            return Ok(());
        };
        let ahead = AtomicBool::new(false);
        let means = Means::of(ctx, &ahead)?;
        let pending = self.reading.line(&line, &mut source.place, &means)?;
        self.writing.take(ctx, pending.into_iter().collect())
    }

    /// Writes what is pending.
    pub fn flush(&mut self, ctx: &Context) -> Result<()> {
        self.writing.flush(ctx)
    }

    /// Writes the rest, and the one event that tells of the run if it added any.
    pub fn finish(mut self, ctx: &Context) -> Result<(Summary, Vec<(String, u64)>)> {
        self.flush(ctx)?;
        let (told, shapes) = self.reading.finish();
        let summary = Summary {
            events: self.writing.added.events,
            repeated: self.writing.added.repeated,
            duplicates: self.writing.duplicates,
            ..told
        };
        if summary.events > 0 {
            let event = Event::new("audit.ingest")
                .field("written", summary.events)
                .field("known", summary.duplicates)
                .field("failed", summary.unparsed);
            note(ctx, &event)?;
        }
        Ok((summary, shapes))
    }
}

fn stopped() -> Error {
    Error::bug("the thread that reads the log stopped")
}

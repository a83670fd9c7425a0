//! Foreign logs become events: lines are read, understood, known again and appended in batches. A run may be ended
//! at any instruction and begun anew: what is there already is not added again.

mod cef;
mod draft;
mod guess;
mod identity;
mod journald;
mod jsonl;
mod lines;
mod map;
mod names;
mod options;
mod pam;
mod programs;
mod reading;
#[cfg(test)]
mod run_tests;
mod shape;
mod sshd;
mod stamp;
mod sudo;
mod syslog;
#[cfg(test)]
mod tests;
mod web;
mod words;
mod write;

use std::io::BufRead;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use serde::Serialize;
use serde_json::{Map as Object, Value};

use super::record::{check, refuse_own};
use crate::base::error::{Error, Result};
use crate::domain::context::Context;

pub use map::Map;
pub use options::{Ending, Options};
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
    /// Events whose action or source may be a name: it is kept as a personal value.
    pub named: u64,
    /// Last lines without their end, which were left.
    pub waiting: u64,
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
        self.place.guess.format()
    }
}

/// A run: one thread reads the lines of a part while another writes the events of the part before.
pub struct Ingest {
    reading: Reading,
    writing: Writing,
}

impl Ingest {
    pub fn new(ctx: &Context, options: Options) -> Result<Self> {
        options.check_origin()?;
        if let Some(source) = &options.source {
            refuse_own(ctx, source, "audit.ingest")?;
            let probe = Draft::new("a.b").foreign(source);
            check(&probe)?;
        }
        ctx.store.expect_many()?;
        let mut writing = Writing::default();
        writing.words.trust(options.source.as_deref());
        Ok(Self {
            reading: Reading::new(options),
            writing,
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

    /// The beginning of the next file of a run: alike lines of one minute are counted on.
    pub fn going_on(&self, ctx: &Context, from: &Source) -> Source {
        Source {
            splitter: Splitter::default(),
            place: self.reading.going_on(&from.place, ctx.now()),
        }
    }

    /// The beginning of the file that has the name of another log file now: its years go on as well.
    pub fn rotated(&self, ctx: &Context, from: &Source) -> Source {
        let mut source = self.going_on(ctx, from);
        source.place.calendar = from.place.calendar.clone();
        source
    }

    /// The beginning of a file that goes on from one which another run read: the lines that `ends` gives of that one
    /// are counted, and nothing else is done with them.
    pub fn after(&mut self, ctx: &Context, ends: &mut dyn BufRead) -> Result<Source> {
        let mut before = self.source(ctx);
        let ahead = AtomicBool::new(false);
        let means = Means::of(ctx, &ahead)?;
        let Source { splitter, place } = &mut before;
        while let Some(chunk) = Chunk::read(splitter, ends)? {
            self.reading.count(&chunk, place, &means)?;
        }
        Ok(self.going_on(ctx, &before))
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
        // What an earlier call could not write goes first: it must not grow.
        writing.flush_full(ctx)?;
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
            let mut hindered = None;
            loop {
                // After a hindrance no more is read, but what was read is kept: nothing of it is lost.
                let chunk = if open && hindered.is_none() {
                    Chunk::read(splitter, reader).unwrap_or_else(|error| {
                        hindered = Some(error);
                        None
                    })
                } else {
                    None
                };
                open = chunk.is_some();
                if let Some(chunk) = chunk {
                    chunks.send(chunk).map_err(|_| stopped())?;
                    under_way += 1;
                }
                if under_way == 0 {
                    return hindered.map_or(Ok(()), Err);
                }
                if under_way > 1 || !open {
                    writing.keep(understood.recv().map_err(|_| stopped())??);
                    if hindered.is_none() {
                        hindered = writing.flush_full(ctx).err();
                    }
                    ahead.store(!writing.is_stale(), Ordering::Relaxed);
                    under_way -= 1;
                    report(splitter.read);
                }
            }
        })
    }

    /// Nothing more comes for now. What stands behind the last line end is a line only where it shows by itself that
    /// it is whole: a cut address is another address.
    pub fn end(&mut self, ctx: &Context, source: &mut Source, ending: Ending) -> Result<()> {
        if !source.is_within_a_line() {
            return Ok(());
        }
        let Source { splitter, place } = source;
        if ending == Ending::Wait && !splitter.is_whole_object() {
            self.reading.waits();
            return Ok(());
        }
        let Some(line) = splitter.rest() else {
            return Ok(());
        };
        let ahead = AtomicBool::new(false);
        let means = Means::of(ctx, &ahead)?;
        let pending = self.reading.line(&line, place, &means)?;
        self.writing.keep(pending.into_iter().collect());
        self.writing.flush_full(ctx)
    }

    /// Lines so far, and those of them that were not understood.
    pub const fn progress(&self) -> (u64, u64) {
        self.reading.progress()
    }

    /// Whether something was understood and could not be written yet.
    pub const fn is_pending(&self) -> bool {
        self.writing.is_pending()
    }

    /// Whether lines were announced that are not told of yet.
    pub const fn is_announced(&self) -> bool {
        self.writing.is_announced()
    }

    /// Writes what is pending, as a part of what is told of later.
    pub fn go_on(&mut self, ctx: &Context) -> Result<()> {
        self.writing.go_on(ctx)
    }

    /// Whether something waits to be written, or to be told.
    pub const fn is_open(&self) -> bool {
        self.writing.is_open()
    }

    /// Writes what is pending, and the event that tells of what was added since the last one.
    pub fn settle(&mut self, ctx: &Context) -> Result<()> {
        let failed = self.reading.untold();
        if self.writing.settle(ctx, failed)? {
            self.reading.told();
        }
        Ok(())
    }

    /// The run ends by an error, which is told where there was more than one batch.
    pub fn fail(&mut self, ctx: &Context, error: &Error) {
        self.writing.fail(ctx, error);
    }

    /// Writes the rest, and tells of it.
    pub fn finish(mut self, ctx: &Context) -> Result<(Summary, Vec<(String, u64)>)> {
        if let Err(error) = self.settle(ctx) {
            self.fail(ctx, &error);
            return Err(error);
        }
        let (told, shapes) = self.reading.finish();
        let summary = Summary {
            events: self.writing.added.events,
            repeated: self.writing.added.repeated,
            named: self.writing.added.named,
            duplicates: self.writing.duplicates,
            ..told
        };
        Ok((summary, shapes))
    }
}

fn stopped() -> Error {
    Error::bug("the thread that reads the log stopped")
}

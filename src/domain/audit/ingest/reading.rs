//! Lines become events as far as that needs no store: understood, known again by a key, personal values behind
//! digests. It runs beside the writing.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{Datelike as _, TimeDelta};

use super::draft::{Draft, Identity};
use super::guess::Guess;
use super::identity::{self, Counter, Known};
use super::lines::{self, Chunk, Line};
use super::map::Read;
use super::shape::{Shapes, shape};
use super::stamp::{Calendar, Stamp};
use super::write::{Key, Pending};
use super::{Options, Summary};
use crate::base::clock::Time;
use crate::base::error::Result;
use crate::crypto::random::Random;
use crate::crypto::secret;
use crate::domain::audit::Party;
use crate::domain::audit::record::{Told, check, event_with};
use crate::domain::context::Context;

/// A time that lies farther ahead is told.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// What earlier lines of a file say about later ones.
pub struct Place {
    pub calendar: Calendar,
    pub counter: Counter,
    pub guess: Guess,
    /// It comes from nowhere that could be read again: a line without a time and an id is new each time.
    pub passing: bool,
}

/// What it needs of the store and its surroundings.
pub struct Means<'a> {
    key: &'a secret::Key,
    random: Random,
    /// Lines that are known come in a row: what only new ones need is not made ahead.
    ahead: &'a AtomicBool,
}

impl<'a> Means<'a> {
    pub fn of(ctx: &'a Context, ahead: &'a AtomicBool) -> Result<Self> {
        Ok(Self {
            key: ctx.store.keyring.lasting_hmac()?,
            random: ctx.random.fork()?,
            ahead,
        })
    }
}

pub struct Reading {
    options: Options,
    summary: Summary,
    /// How many lines that were not understood the log was told of.
    failed: u64,
    shapes: Shapes,
}

impl Reading {
    pub fn new(options: Options) -> Self {
        Self {
            options,
            summary: Summary::default(),
            failed: 0,
            shapes: Shapes::default(),
        }
    }

    pub fn beginning(&self, now: Time) -> Place {
        Place {
            calendar: Calendar::new(self.options.zone, self.options.year, now),
            counter: Counter::default(),
            guess: Guess::new(self.options.format),
            passing: false,
        }
    }

    /// The beginning of the file that goes on from another.
    pub fn going_on(&self, from: &Place, now: Time) -> Place {
        Place {
            counter: from.counter.next(),
            ..self.beginning(now)
        }
    }

    /// What was read, and what lines looked like that nobody understood.
    pub fn finish(self) -> (Summary, Vec<(String, u64)>) {
        (self.summary, self.shapes.commonest(5))
    }

    /// Lines that were not understood and of which the log was not told yet.
    pub const fn untold(&self) -> u64 {
        self.summary.unparsed - self.failed
    }

    pub const fn progress(&self) -> (u64, u64) {
        (self.summary.lines, self.summary.unparsed)
    }

    pub const fn told(&mut self) {
        self.failed = self.summary.unparsed;
    }

    /// A last line without its end was left.
    pub const fn waits(&mut self) {
        self.summary.waiting += 1;
    }

    pub fn chunk(
        &mut self,
        chunk: &Chunk,
        place: &mut Place,
        means: &Means<'_>,
    ) -> Result<Vec<Pending>> {
        let mut events = vec![];
        for (number, line) in chunk.lines().enumerate() {
            if self.options.map.is_none() {
                place.guess.look(&line, || chunk.lines().skip(number));
            }
            events.extend(self.line(&line, place, means)?);
        }
        Ok(events)
    }

    /// Counts lines that another run took in.
    pub fn count(&mut self, chunk: &Chunk, place: &mut Place, means: &Means<'_>) -> Result<()> {
        let summary = std::mem::take(&mut self.summary);
        let shapes = std::mem::take(&mut self.shapes);
        let counted = self.chunk(chunk, place, means).map(drop);
        self.summary = summary;
        self.shapes = shapes;
        counted
    }

    pub fn line(
        &mut self,
        line: &Line<'_>,
        place: &mut Place,
        means: &Means<'_>,
    ) -> Result<Option<Pending>> {
        let bytes = match line {
            Line::Bytes(bytes) if bytes.iter().all(u8::is_ascii_whitespace) => return Ok(None),
            Line::Bytes(bytes) => *bytes,
            Line::TooLong => {
                self.summary.lines += 1;
                self.summary.too_long += 1;
                self.unparsed("(a line longer than 64 KiB)".to_owned());
                return Ok(None);
            }
        };
        self.summary.lines += 1;
        let (text, replaced) = lines::text(bytes);
        self.summary.replaced += u64::from(replaced);
        let draft = match self.read(&text, &mut place.guess) {
            Read::Event(draft) => draft,
            Read::Skipped => {
                self.summary.skipped += 1;
                return Ok(None);
            }
            Read::Unread => {
                self.unparsed(shape(&text));
                return Ok(None);
            }
            Read::Unfit(wrong) => {
                self.unparsed(wrong);
                return Ok(None);
            }
        };
        let marked = if replaced {
            draft.with("encoding", "replaced")
        } else {
            *draft
        };
        let pending = self.event(marked, bytes, place, means)?;
        if pending.is_none() {
            self.unparsed(shape(&text));
        }
        Ok(pending)
    }

    fn read(&self, line: &str, guess: &mut Guess) -> Read {
        if let Some(map) = &self.options.map {
            return map.read(line);
        }
        let draft = guess.read(line);
        draft.map_or(Read::Unread, |draft| Read::Event(Box::new(draft)))
    }

    /// The event of a draft; `None` where it has no possible time or name.
    fn event(
        &mut self,
        draft: Draft,
        bytes: &[u8],
        place: &mut Place,
        means: &Means<'_>,
    ) -> Result<Option<Pending>> {
        let calendar = &mut place.calendar;
        let Some(placed) = calendar
            .place(draft.stamp)
            .filter(|placed| placed.time.is_none_or(possible))
        else {
            return Ok(None);
        };
        let source = self.options.source.as_ref().or(draft.source.as_ref());
        let source = source.map_or("external", String::as_str).to_owned();
        if source == "optimactl" {
            self.summary.refused += 1;
            return Ok(None);
        }
        let key = match &draft.identity {
            Identity::Told(id) => {
                // Numbers that a host counts by itself.
                let origin = self.options.origin.as_ref();
                let counted = origin.map(|origin| format!("{origin}\n{id}"));
                Key::Told(Told::new(
                    means.key,
                    &source,
                    counted.as_ref().unwrap_or(id),
                )?)
            }
            Identity::Line if place.passing && draft.stamp == Stamp::None => Key::None,
            identity => {
                let known = Known {
                    identity,
                    minute: draft.stamp.minute(),
                    said: &self.said(&draft.stamp, calendar.year),
                };
                Key::Digest(identity::key(means.key, &mut place.counter, bytes, &known)?)
            }
        };
        let mut draft = draft;
        if let Some(origin) = &self.options.origin {
            draft.put_first("origin", origin);
        }
        let unkeyed = matches!(key, Key::None);
        let mut foreign = draft.foreign(&source);
        foreign.time = placed.time;
        if check(&foreign).is_err() {
            return Ok(None);
        }
        let ahead = placed.time.is_some_and(|time| time > calendar.now + AHEAD);
        self.summary.ahead += u64::from(ahead);
        self.summary.doubtful += u64::from(placed.doubtful);
        self.summary.zoned += u64::from(placed.zoned);
        self.summary.unkeyed += u64::from(unkeyed);
        // Who is meant by a name is asked when it is written.
        let event = event_with(&foreign, &mut |name| Ok(Party::Name(name.to_owned())))?;
        Ok(Some(Pending {
            key,
            event: if means.ahead.load(Ordering::Relaxed) {
                event.disclosed(&means.random)?
            } else {
                event
            },
            bytes: bytes.len(),
            repeated: foreign.count.map_or(0, |count| count.saturating_sub(1)),
        }))
    }

    /// What the caller said of a line that makes it another one: its source, where it comes from, and its year where
    /// it has none.
    fn said(&self, stamp: &Stamp, year: Option<i32>) -> Vec<u8> {
        let mut said = self.options.source.clone().unwrap_or_default();
        if let Some(origin) = &self.options.origin {
            said = format!("{said}\t{origin}");
        }
        if let (Stamp::Yearless { .. }, Some(year)) = (stamp, year) {
            said = format!("{said} {year}");
        }
        said.into_bytes()
    }

    fn unparsed(&mut self, shape: String) {
        self.summary.unparsed += 1;
        self.shapes.add(shape);
    }
}

/// The years in which clocks run that write logs.
fn possible(time: Time) -> bool {
    (1970..9999).contains(&time.year())
}

//! Logs that grow, are cut, or give their name to another file. What is written to a file after it lost its name is
//! read too: programs go on writing there until they are told of the rotation.

use std::collections::VecDeque;
use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom};
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

use super::input::{BLOCK, opened};
use super::rotation;
use crate::base::error::{Error, Result};
use crate::domain;
use crate::domain::audit::ingest::{Ending, Ingest, Source};

/// How many looks without news a file rests before it is given up, once another has its name: a minute.
const RESTS: u32 = 120;
/// Files without their name that are looked at besides.
const MOST_OLD: usize = 8;
/// By how much of its beginning, and of what was read last, a file is known to be the same.
const KNOWN: usize = 1024;
/// How long a log that cannot be read rests, at first and at most.
const FIRST_REST: Duration = Duration::from_millis(500);
const LAST_REST: Duration = Duration::from_secs(8);

/// A followed name: the file that has it, and those that had it.
pub(super) struct Log {
    path: PathBuf,
    now: Tail,
    old: VecDeque<Tail>,
    /// Files of the log that were compressed before they were read.
    pub(super) missed: Vec<PathBuf>,
    /// It was cut, and no copy of what stood there was found.
    pub(super) cut: bool,
    /// When it could not be read last, and how long it rests then.
    hindered: Option<(Instant, Duration)>,
    stop: Arc<AtomicBool>,
}

impl Log {
    pub(super) fn open(path: &Path, source: Source, stop: &Arc<AtomicBool>) -> Result<Self> {
        // Asked before it is opened: opening a pipe waits for whoever writes to it.
        if std::fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
            let shown = path.display();
            return Err(Error::usage(format!(
                "`{shown}` is no regular file: it cannot be followed"
            ))
            .hint("read it without `--follow`"));
        }
        Ok(Self {
            path: path.to_owned(),
            now: Tail::new(opened(path)?, source),
            old: VecDeque::new(),
            missed: vec![],
            cut: false,
            hindered: None,
            stop: Arc::clone(stop),
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it rests because it could not be read.
    pub(super) fn is_resting(&self) -> bool {
        self.hindered
            .is_some_and(|(since, rest)| since.elapsed() < rest)
    }

    /// It could not be read: it rests longer each time. Whether that is news.
    pub(super) fn hinder(&mut self) -> bool {
        let rest = self.hindered.map_or(FIRST_REST, |(_, rest)| rest * 2);
        let before = self.hindered.replace((Instant::now(), rest.min(LAST_REST)));
        before.is_none()
    }

    /// It can be read. Whether that is news.
    pub(super) fn recover(&mut self) -> bool {
        self.hindered.take().is_some()
    }

    pub(super) fn has_news(&self) -> Result<bool> {
        let given_up = |tail: &Tail| over(tail, &self.now);
        if self.old.iter().any(given_up) || self.successor().is_some() {
            return Ok(true);
        }
        for tail in self.old.iter().chain([&self.now]) {
            if tail.has_news().map_err(|error| self.wrong(&error))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Takes what is new in every file, the oldest first.
    pub(super) fn advance(&mut self, core: &domain::Context, ingest: &mut Ingest) -> Result<()> {
        self.drop_unreadable(core, ingest)?;
        self.cut(core, ingest)?;
        if let Some(file) = self.successor() {
            // Its last lines are counted on in the new file. What cannot be read any more is no reason to wait.
            if self.now.meta().is_ok() {
                self.advance_now(core, ingest)?;
            }
            for file in self.between(&file) {
                self.follow_on(core, ingest, file);
                self.advance_now(core, ingest)?;
            }
            self.follow_on(core, ingest, file);
        }
        let mut ended = Ok(());
        for tail in self.old.iter_mut().chain([&mut self.now]) {
            let advanced = tail.advance(core, ingest, (&self.path, &self.stop));
            ended = ended.and(advanced);
        }
        ended?;
        while let Some(first) = self.old.front()
            && (over(first, &self.now) || self.old.len() > MOST_OLD)
        {
            if let Some(mut tail) = self.old.pop_front() {
                ingest.end(core, &mut tail.source, Ending::Wait)?;
            }
        }
        Ok(())
    }

    fn advance_now(&mut self, core: &domain::Context, ingest: &mut Ingest) -> Result<()> {
        self.now.advance(core, ingest, (&self.path, &self.stop))
    }

    /// A file that lost its name and can never be read again, as one that its server took away.
    fn drop_unreadable(&mut self, core: &domain::Context, ingest: &mut Ingest) -> Result<()> {
        while let Some(place) = self.old.iter().position(|tail| tail.meta().is_err()) {
            if let Some(mut tail) = self.old.remove(place) {
                ingest.end(core, &mut tail.source, Ending::Wait)?;
            }
        }
        Ok(())
    }

    /// Where the file was copied before it was cut, what was not read yet stands in the copy only.
    fn cut(&mut self, core: &domain::Context, ingest: &mut Ingest) -> Result<()> {
        let path = self.path.clone();
        let wrong = |error: io::Error| Error::io("read", &path, &error);
        if self.now.meta().is_err()
            || self.now.source.bytes() == 0
            || !self.now.has_news().map_err(wrong)?
            || self.now.is_same().map_err(wrong)?
        {
            return Ok(());
        }
        let Some(copy) = self.now.copy(&self.path) else {
            self.cut = true;
            return Ok(());
        };
        let copy = BufReader::with_capacity(BLOCK, copy);
        let own = std::mem::replace(&mut self.now.from, copy).into_inner();
        let read = self.now.advance(core, ingest, (&self.path, &self.stop));
        // Also where that failed: the copy is a file now that had the name, and is read on.
        self.follow_on(core, ingest, own);
        self.now.from.rewind().map_err(wrong)?;
        read
    }

    fn follow_on(&mut self, core: &domain::Context, ingest: &Ingest, file: File) {
        let next = Tail::new(file, ingest.rotated(core, &self.now.source));
        self.old.push_back(std::mem::replace(&mut self.now, next));
    }

    /// Files that had the name and lost it since the last look: the log was rotated more than once.
    fn between(&mut self, next: &File) -> Vec<File> {
        let Ok(last) = self.now.meta() else {
            return vec![];
        };
        let tails = self.old.iter().chain([&self.now]);
        let known = tails.filter_map(|tail| tail.meta().ok());
        let known: Vec<(u64, u64)> = known
            .chain(next.metadata().ok())
            .map(|meta| (meta.dev(), meta.ino()))
            .collect();
        let (files, packed) = rotation::between(&self.path, &last, &known);
        self.missed.extend(packed);
        files
    }

    /// Nothing was new in any file.
    pub(super) fn rest(&mut self) {
        for tail in &mut self.old {
            tail.rests = tail.rests.saturating_add(1);
        }
    }

    /// Another file that has the name now. None has it between the two steps of a rotation, or while it may not be
    /// read yet: the next look finds it.
    fn successor(&self) -> Option<File> {
        // One that cannot be looked at any more is another than the one that has the name.
        let own = self.now.meta().ok().map(|meta| (meta.dev(), meta.ino()));
        let is_other =
            |named: &Metadata| named.is_file() && own != Some((named.dev(), named.ino()));
        std::fs::metadata(&self.path).ok().filter(is_other)?;
        let file = opened(&self.path).ok()?;
        file.metadata().ok().filter(is_other)?;
        Some(file)
    }

    fn wrong(&self, error: &io::Error) -> Error {
        Error::io("look at", &self.path, error)
    }
}

/// Whether nobody writes to a file any more that lost its name: it rested, and either its successor is written to
/// or it is gone.
fn over(tail: &Tail, now: &Tail) -> bool {
    let Ok(meta) = tail.meta() else {
        return true;
    };
    tail.rests >= RESTS && (now.source.bytes() > 0 || meta.nlink() == 0)
}

/// A file as far as it was read.
struct Tail {
    from: BufReader<File>,
    source: Source,
    /// When it was changed last, as of the last look.
    changed: Option<SystemTime>,
    /// Its first bytes, and those before the place up to which it was read.
    head: Vec<u8>,
    last: Vec<u8>,
    rests: u32,
}

impl Tail {
    fn new(file: File, source: Source) -> Self {
        Self {
            from: BufReader::with_capacity(BLOCK, file),
            source,
            changed: None,
            head: vec![],
            last: vec![],
            rests: 0,
        }
    }

    fn meta(&self) -> io::Result<Metadata> {
        self.from.get_ref().metadata()
    }

    /// A copy of what stood there before it was cut, at the place up to which it was read.
    fn copy(&self, path: &Path) -> Option<File> {
        let read = self.source.bytes();
        let from = read.checked_sub(length(&self.last))?;
        let is_copy = |file: &File| {
            let alike = |bytes: &[u8], from| {
                bytes_of(file, from, bytes.len()).is_ok_and(|found| found == bytes)
            };
            alike(&self.head, 0) && alike(&self.last, from)
        };
        let mut copy = rotation::newest(path).into_iter().find(is_copy)?;
        copy.seek(SeekFrom::Start(read)).ok()?;
        Some(copy)
    }

    fn has_news(&self) -> io::Result<bool> {
        let meta = self.meta()?;
        Ok(meta.len() != self.source.bytes() || meta.modified().ok() != self.changed)
    }

    fn advance(
        &mut self,
        core: &domain::Context,
        ingest: &mut Ingest,
        (path, stop): (&Path, &AtomicBool),
    ) -> Result<()> {
        let wrong = |error: io::Error| Error::io("read", path, &error);
        if !self.has_news().map_err(wrong)? {
            return Ok(());
        }
        self.rests = 0;
        // Asked before the file is read: what changes it meanwhile is news at the next look.
        self.changed = self.meta().map_err(wrong)?.modified().ok();
        if !self.is_same().map_err(wrong)? {
            // Cut, and perhaps filled again: all of it is new, and what is there already is known.
            self.source = ingest.rotated(core, &self.source);
            self.head.clear();
            self.from.rewind().map_err(wrong)?;
        }
        let mut from = Stoppable {
            from: &mut self.from,
            stop,
        };
        let drained = ingest.drain(core, &mut self.source, &mut from, &mut |_| {});
        if drained.is_err() {
            // What is left of it is news at the next look.
            self.changed = None;
        }
        self.remember().map_err(wrong)?;
        drained
    }

    /// Whether what was read before still stands there.
    fn is_same(&self) -> io::Result<bool> {
        let read = self.source.bytes();
        if self.meta()?.len() < read {
            return Ok(false);
        }
        let from = read.saturating_sub(length(&self.last));
        Ok(self.bytes(0, self.head.len())? == self.head
            && self.bytes(from, self.last.len())? == self.last)
    }

    fn remember(&mut self) -> io::Result<()> {
        let read = self.source.bytes();
        let most = usize::try_from(read).unwrap_or(KNOWN).min(KNOWN);
        // Bytes that are known already stay: whether they changed is asked at the next look.
        let known = self.head.len();
        let more = self.bytes(length(&self.head), most.saturating_sub(known))?;
        self.head.extend(more);
        self.last = self.bytes(read.saturating_sub(u64::try_from(most).unwrap_or(0)), most)?;
        Ok(())
    }

    fn bytes(&self, from: u64, most: usize) -> io::Result<Vec<u8>> {
        bytes_of(self.from.get_ref(), from, most)
    }
}

fn bytes_of(file: &File, from: u64, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; most];
    let mut done = 0;
    while let Some(room) = bytes.get_mut(done..).filter(|room| !room.is_empty()) {
        let at = from.saturating_add(u64::try_from(done).unwrap_or(0));
        match file.read_at(room, at) {
            Ok(0) => break,
            Ok(read) => done += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    bytes.truncate(done);
    Ok(bytes)
}

/// A file that seems to end as soon as a signal came: what was read is written, however much is left.
struct Stoppable<'a> {
    from: &'a mut BufReader<File>,
    stop: &'a AtomicBool,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.stop.load(Ordering::SeqCst) {
            return Ok(0);
        }
        self.from.read(room)
    }
}

impl BufRead for Stoppable<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.stop.load(Ordering::SeqCst) {
            return Ok(&[]);
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.from.consume(amount);
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(0)
}

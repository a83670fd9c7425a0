//! One stretch of work with the store open: lines are counted in one transaction, hashed on the other threads,
//! and judged in the next one. Ends when there is nothing to do, or when somebody needs the store alone.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{News, Server};
use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::domain;
use crate::domain::auth::batch::{self, Counted, Fresh, Tried};
use crate::store::{Store, lock};

/// How long the store stays open without a line.
const IDLE: Duration = Duration::from_millis(250);
/// How long outcomes may wait for others to share a commit with, as long as every thread has work.
const LINGER: Duration = Duration::from_millis(25);
/// How often it is asked whether somebody waits for the store.
const LOOK: Duration = Duration::from_millis(50);
/// Tries at one name that run side by side at most: far fewer than the burst that makes a right password wait.
const AT_ONCE: usize = 8;

struct Session<'s, 'a> {
    server: &'s mut Server<'a>,
    core: domain::Context,
    jobs: Sender<Counted>,
    /// Counted, and not back from hashing.
    hashing: usize,
    tried: Vec<Tried>,
    /// The folded names of what is under way.
    names: HashMap<u64, String>,
    busy: HashMap<String, usize>,
    looked: Instant,
    leaving: bool,
}

/// Works until there is nothing to do.
pub(super) fn run(server: &mut Server<'_>) -> Result<()> {
    let core = server.ctx.open()?;
    let folder = server.ctx.folder()?;
    let holder = server.ctx.holder()?;
    // Each hashing thread gets keys of its own; the lock that is held keeps all of them the same.
    let mut hashers = vec![];
    for _ in 0..server.jobs {
        let store = Store::open(&folder, server.ctx.unlockers()?, &holder)?;
        hashers.push(server.ctx.around(store)?);
    }
    let (jobs, queue) = channel();
    let queue = Mutex::new(queue);
    let outbox = server.outbox.clone();
    thread::scope(|scope| {
        for own in hashers {
            let (queue, outbox) = (&queue, outbox.clone());
            scope.spawn(move || work(&own, queue, &outbox));
        }
        let session = Session {
            server,
            core,
            jobs,
            hashing: 0,
            tried: vec![],
            names: HashMap::new(),
            busy: HashMap::new(),
            looked: Instant::now(),
            leaving: false,
        };
        // The queue ends with the session, whatever happened; the threads stop then.
        session.work()
    })
}

/// Hashes until the queue ends. A defect in one hash must not leave its line without an answer.
fn work(own: &domain::Context, queue: &Mutex<Receiver<Counted>>, outbox: &Sender<News>) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(counted) = next else { return };
        let number = counted.number;
        let tried = catch_unwind(AssertUnwindSafe(|| counted.compare(own)));
        let news = tried.map_or(News::Broken(number), |tried| News::Tried(Box::new(tried)));
        if outbox.send(news).is_err() {
            return;
        }
    }
}

impl Session<'_, '_> {
    fn work(mut self) -> Result<()> {
        loop {
            self.gather()?;
            self.look();
            let fresh = self.admit();
            if !self.tried.is_empty() || !fresh.is_empty() {
                self.step(fresh);
            } else if self.hashing == 0 && (self.leaving || self.server.waiting.is_empty()) {
                return Ok(());
            }
        }
    }

    /// Takes in all that is there. Waits only where nothing else can be done, or where a commit can be shared.
    fn gather(&mut self) -> Result<()> {
        let idle = self.tried.is_empty() && !self.may_admit();
        if idle && self.hashing > 0 {
            let news = self.server.inbox.recv();
            let news = news.map_err(|_| Error::bug("the hashing threads are gone"))?;
            self.hear(news);
        } else if idle && !self.leaving && self.server.ended.is_none() {
            match self.server.inbox.recv_timeout(IDLE) {
                Ok(news) => self.hear(news),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    self.leaving = true;
                }
            }
        }
        self.drain();
        let since = Instant::now();
        // Every thread has its next hash waiting: a commit now would serve fewer tries than one a little later.
        while self.hashing >= 2 * self.server.jobs && since.elapsed() < LINGER {
            let left = LINGER.saturating_sub(since.elapsed());
            match self.server.inbox.recv_timeout(left) {
                Ok(news) => self.hear(news),
                Err(_) => break,
            }
            self.drain();
        }
        Ok(())
    }

    fn drain(&mut self) {
        while let Ok(news) = self.server.inbox.try_recv() {
            self.hear(news);
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Tried(tried) => {
                self.hashing = self.hashing.saturating_sub(1);
                self.tried.push(*tried);
            }
            News::Broken(number) => {
                self.hashing = self.hashing.saturating_sub(1);
                self.release(number);
                self.server.answer(
                    number,
                    Err(&Error::bug("the password could not be compared")),
                );
            }
            other => self.server.hear(other),
        }
    }

    fn look(&mut self) {
        let early = self.looked.elapsed() < LOOK || Instant::now() < self.server.look_from;
        if self.leaving || early {
            return;
        }
        self.looked = Instant::now();
        self.leaving = lock::is_awaited(&self.core.store.folder);
    }

    fn may_admit(&self) -> bool {
        !self.leaving
            && self
                .server
                .waiting
                .iter()
                .any(|fresh| self.is_free(&folded(&fresh.given.account)))
    }

    fn is_free(&self, name: &str) -> bool {
        let most = self.server.jobs.min(AT_ONCE);
        self.busy.get(name).is_none_or(|busy| *busy < most)
    }

    /// Takes what may be counted now; the rest of one name waits, in its order.
    fn admit(&mut self) -> Vec<Fresh> {
        let mut admitted = vec![];
        if self.leaving {
            return admitted;
        }
        for fresh in std::mem::take(&mut self.server.waiting) {
            let name = folded(&fresh.given.account);
            if self.is_free(&name) {
                *self.busy.entry(name.clone()).or_default() += 1;
                self.names.insert(fresh.number, name);
                admitted.push(fresh);
            } else {
                self.server.waiting.push_back(fresh);
            }
        }
        admitted
    }

    /// One transaction: outcomes of what came back, counts of what goes out.
    fn step(&mut self, fresh: Vec<Fresh>) {
        let step = batch::step(&self.core, std::mem::take(&mut self.tried), fresh);
        for counted in step.counted {
            let number = counted.number;
            if self.jobs.send(counted).is_ok() {
                self.hashing += 1;
            } else {
                self.release(number);
                self.server
                    .answer(number, Err(&Error::bug("the hashing threads are gone")));
            }
        }
        for (number, answer) in step.answers {
            self.release(number);
            self.server.answer(number, answer.as_ref().copied());
        }
    }

    fn release(&mut self, number: u64) {
        let Some(name) = self.names.remove(&number) else {
            return;
        };
        let Some(busy) = self.busy.get_mut(&name) else {
            return;
        };
        *busy = busy.saturating_sub(1);
        if *busy == 0 {
            self.busy.remove(&name);
        }
    }
}

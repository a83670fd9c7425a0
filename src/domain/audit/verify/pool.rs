//! All cores at work on one snapshot: this thread reads blocks, workers verify them, and the results come back
//! in order. A fixed number of blocks is under way, whatever the log's size.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::Depth;
use super::block::{self, Block, Verified};
use super::order::readable;
use crate::base::error::{Error, Result};
use crate::crypto::merkle::TILE_WIDTH;
use crate::store::Tx;
use crate::store::audit::{ScanRow, Word};

/// Blocks under way per worker.
const AHEAD: usize = 8;
/// Bytes under way: a block can hold 256 entries of 64 KiB.
const MOST_BYTES: usize = 64 << 20;
/// Words kept from one block to the next.
const MOST_WORDS: usize = 50_000;

type Take<'a> = dyn FnMut(Verified) -> Result<()> + 'a;

/// Verifies every block of a log of `size` events and hands the results to `take`, in order.
pub(super) fn walk(tx: &Tx<'_>, (size, depth): (u64, Depth), take: &mut Take<'_>) -> Result<()> {
    let workers = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(16);
    let (jobs, queue) = channel::<Block>();
    let (answers, results) = channel::<Verified>();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        for _ in 0..workers {
            let (answers, queue) = (answers.clone(), &queue);
            scope.spawn(move || work(queue, &answers));
        }
        drop(answers);
        // `jobs` is dropped at the end of this closure, whatever happened: the workers stop then.
        let mut reader = Reader {
            tx,
            depth,
            words: HashMap::new(),
        };
        let mut line = Line {
            results,
            waiting: BTreeMap::new(),
            next: 0,
            under_way: VecDeque::new(),
        };
        for number in 0..size.div_ceil(TILE_WIDTH) {
            let block = reader.block(number, size)?;
            line.under_way.push_back(block.bytes());
            jobs.send(block).map_err(|_| stopped())?;
            while line.is_full(workers * AHEAD) {
                line.take_next(take)?;
            }
        }
        drop(jobs);
        while line.next < size.div_ceil(TILE_WIDTH) {
            line.take_next(take)?;
        }
        Ok(())
    })
}

fn work(queue: &Mutex<Receiver<Block>>, answers: &Sender<Verified>) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(block) = next else { return };
        // A failed send means that nobody waits any more.
        if answers.send(block::verify(&block)).is_err() {
            return;
        }
    }
}

fn stopped() -> Error {
    Error::bug("the workers of the verification stopped")
}

/// Puts results back in order.
struct Line {
    results: Receiver<Verified>,
    waiting: BTreeMap<u64, Verified>,
    next: u64,
    /// The sizes of the blocks whose results were not taken yet.
    under_way: VecDeque<usize>,
}

impl Line {
    /// Whether one must be finished before the next one is read.
    fn is_full(&self, most: usize) -> bool {
        let bytes: usize = self.under_way.iter().sum();
        self.under_way.len() > most || (bytes > MOST_BYTES && self.under_way.len() > 1)
    }

    fn take_next(&mut self, take: &mut Take<'_>) -> Result<()> {
        loop {
            if let Some(verified) = self.waiting.remove(&self.next) {
                self.next += 1;
                self.under_way.pop_front();
                return take(verified);
            }
            let verified = self.results.recv().map_err(|_| stopped())?;
            self.waiting.insert(verified.number, verified);
        }
    }
}

/// Reads blocks with what belongs to them.
struct Reader<'a> {
    tx: &'a Tx<'a>,
    depth: Depth,
    words: HashMap<(i64, i64), String>,
}

impl Reader<'_> {
    fn block(&mut self, number: u64, size: u64) -> Result<Block> {
        let first = number * TILE_WIDTH;
        let end = (first + TILE_WIDTH).min(size);
        let rows = self.tx.scan_events(first, end)?;
        let words = match self.depth {
            Depth::Quick => HashMap::new(),
            Depth::Full => self.words_of(&rows)?,
        };
        Ok(Block {
            number,
            first,
            rows,
            disclosures: self.tx.disclosures_as_they_are(first, end)?,
            words,
            depth: self.depth,
        })
    }

    fn words_of(&mut self, rows: &[ScanRow]) -> Result<HashMap<(i64, i64), String>> {
        let mut found = HashMap::new();
        for row in rows {
            for (word, id) in Word::ALL.into_iter().zip(row.words) {
                let Some(id) = id else { continue };
                let key = (word.number(), id);
                if found.contains_key(&key) {
                    continue;
                }
                if let Some(value) = self.word(word, id)? {
                    found.insert(key, value);
                }
            }
        }
        Ok(found)
    }

    fn word(&mut self, word: Word, id: i64) -> Result<Option<String>> {
        let key = (word.number(), id);
        if let Some(value) = self.words.get(&key) {
            return Ok(Some(value.clone()));
        }
        // A word that is damaged fits no entry.
        let Some((value, _)) = readable(self.tx.word_of(word, id))?.unwrap_or(None) else {
            return Ok(None);
        };
        if self.words.len() >= MOST_WORDS {
            self.words.clear();
        }
        self.words.insert(key, value.clone());
        Ok(Some(value))
    }
}

//! By what a line is known when it is read again: its own bytes and how many like it came before in the same file.
//! Where the file lies, what it is called and how far it was read plays no part, so rotation changes nothing.

use std::collections::HashMap;

use super::draft::Identity;
use crate::base::error::Result;
use crate::crypto::{seal, secret};

/// Different lines remembered in each of two generations: alike lines farther apart than that count as one.
const GENERATION: usize = 100_000;
/// Minute and digest.
pub type Key = [u8; 16];

/// How often each line came in a file. What it holds depends on the lines alone, never on where a run began.
#[derive(Default)]
pub struct Counter {
    young: HashMap<[u8; 12], u32>,
    old: HashMap<[u8; 12], u32>,
    /// The minute of the first line that has one, and of the newest.
    first: Option<u32>,
    newest: u32,
    /// How often each line of the newest minute came.
    recent: HashMap<[u8; 12], u32>,
    /// The last minute of the file before, until the first line is here.
    before: Option<(u32, HashMap<[u8; 12], u32>)>,
}

impl Counter {
    /// The counter of the file that goes on from this one: alike lines of one second may stand on both sides of a
    /// rotation. A file that is within one minute may as well be read twice: nothing is carried over from it.
    pub fn next(&self) -> Self {
        let goes_on = self.first.is_some_and(|first| first < self.newest);
        Self {
            before: goes_on.then(|| (self.newest, self.recent.clone())),
            ..Self::default()
        }
    }

    /// How many like it came before.
    fn before(&mut self, digest: [u8; 12], minute: u32) -> u32 {
        if self.first.is_none() && minute > 0 {
            self.first = Some(minute);
            match self.before.take() {
                Some((last, lines)) if last == minute => self.young = lines,
                _ => {}
            }
        }
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        let known = self.young.get(&digest).or_else(|| self.old.get(&digest));
        let before = known.copied().unwrap_or(0);
        let now = before.saturating_add(1);
        self.young.insert(digest, now);
        if minute > self.newest {
            self.newest = minute;
            self.recent.clear();
        }
        if minute == self.newest && self.recent.len() < GENERATION {
            self.recent.insert(digest, now);
        }
        before
    }
}

/// What a key is made of beside the line.
pub struct Known<'a> {
    pub identity: &'a Identity,
    pub minute: u32,
    /// What the caller says of the lines: the same line of another source, or of another year, is another event.
    pub said: &'a [u8],
}

/// The key of a line. It is made with the store's own secret: who has only the keys cannot try lines on them.
pub fn key(
    secret: &secret::Key,
    counter: &mut Counter,
    line: &[u8],
    known: &Known<'_>,
) -> Result<Key> {
    // No line and no source holds a line end: what stands before it is never taken for the line.
    let text = |line: &[u8]| [known.said, b"\n", line].concat();
    let digest = match known.identity {
        Identity::Cursor(cursor) => short(seal::mac(
            secret,
            "ingest-cursor",
            &text(cursor.as_bytes()),
        )?),
        Identity::Line | Identity::Told(_) => {
            let digest = short(seal::mac(secret, "ingest-line", &text(line))?);
            match counter.before(digest, known.minute) {
                0 => digest,
                again => {
                    let value = [&digest[..], &again.to_be_bytes()].concat();
                    short(seal::mac(secret, "ingest-again", &value)?)
                }
            }
        }
    };
    let mut key = [0; 16];
    let bytes = known.minute.to_be_bytes().into_iter().chain(digest);
    for (place, byte) in key.iter_mut().zip(bytes) {
        *place = byte;
    }
    Ok(key)
}

fn short(digest: [u8; 32]) -> [u8; 12] {
    digest.first_chunk().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(counter: &mut Counter, said: &str, lines: &[(&str, u32)]) -> Vec<Key> {
        let secret = secret::Key::new([7; 32]);
        let mut one = |(line, minute): &(&str, u32)| {
            let known = Known {
                identity: &Identity::Line,
                minute: *minute,
                said: said.as_bytes(),
            };
            key(&secret, counter, line.as_bytes(), &known).unwrap()
        };
        lines.iter().map(&mut one).collect()
    }

    #[test]
    fn alike_lines_differ_and_come_again_alike() {
        let run = |said: &str, lines: &[&str]| {
            let lines: Vec<_> = lines.iter().map(|line| (*line, 7)).collect();
            keys(&mut Counter::default(), said, &lines)
        };
        let once = run("", &["a", "a", "b", "a"]);
        assert_eq!(
            once.iter().collect::<std::collections::HashSet<_>>().len(),
            4
        );
        assert_eq!(run("", &["a", "a", "b", "a", "c"])[..4], once);
        assert!(once.iter().all(|key| key.starts_with(&[0, 0, 0, 7])));
        assert!(!once.contains(&run("web2", &["a"])[0]));
    }

    #[test]
    fn alike_lines_on_both_sides_of_a_rotation_differ() {
        let mut old = Counter::default();
        let before = keys(&mut old, "", &[("z", 6), ("a", 7), ("a", 7)]);
        let after = keys(&mut old.next(), "", &[("a", 7), ("z", 8)]);
        assert!(!before.contains(&after[0]));
        // A file that is read twice brings nothing.
        let copy = keys(&mut old.next(), "", &[("z", 6), ("a", 7), ("a", 7)]);
        assert_eq!(copy, before);
        let mut short = Counter::default();
        let first = keys(&mut short, "", &[("a", 7)]);
        assert_eq!(keys(&mut short.next(), "", &[("a", 7)]), first);
    }
}

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
}

impl Counter {
    /// How many like it came before.
    fn before(&mut self, digest: [u8; 12]) -> u32 {
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        let known = self.young.get(&digest).or_else(|| self.old.get(&digest));
        let before = known.copied().unwrap_or(0);
        self.young.insert(digest, before.saturating_add(1));
        before
    }
}

/// The key of a line. It is made with the store's own secret: who has only the keys cannot try lines on them.
pub fn key(
    secret: &secret::Key,
    counter: &mut Counter,
    line: &[u8],
    (identity, minute): (&Identity, u32),
) -> Result<Key> {
    let digest = match identity {
        Identity::Cursor(cursor) => short(seal::mac(secret, "ingest-cursor", cursor.as_bytes())?),
        Identity::Line | Identity::Told(_) => {
            let digest = short(seal::mac(secret, "ingest-line", line)?);
            match counter.before(digest) {
                0 => digest,
                again => {
                    let value = [&digest[..], &again.to_be_bytes()].concat();
                    short(seal::mac(secret, "ingest-again", &value)?)
                }
            }
        }
    };
    let mut key = [0; 16];
    let bytes = minute.to_be_bytes().into_iter().chain(digest);
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

    #[test]
    fn alike_lines_differ_and_come_again_alike() {
        let secret = secret::Key::new([7; 32]);
        let run = |lines: &[&str]| {
            let mut counter = Counter::default();
            let key = |line: &&str| {
                key(&secret, &mut counter, line.as_bytes(), (&Identity::Line, 7)).unwrap()
            };
            lines.iter().map(key).collect::<Vec<_>>()
        };
        let once = run(&["a", "a", "b", "a"]);
        assert_eq!(
            once.iter().collect::<std::collections::HashSet<_>>().len(),
            4
        );
        assert_eq!(run(&["a", "a", "b", "a", "c"])[..4], once);
        assert!(once.iter().all(|key| key.starts_with(&[0, 0, 0, 7])));
    }
}

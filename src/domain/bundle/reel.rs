//! A long list in little memory: items are packed away in portions, and read again in either direction as often as a
//! file needs them. One reading of the log makes every file of a bundle, so that they cannot differ.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use crate::base::error::{Error, Result};

/// How much is gathered before it is packed away.
const PORTION: usize = 128 * 1024;
/// Quick before small: the items repeat each other, so that the least effort gains most.
const LEVEL: i32 = 1;

/// Items in the order in which they came.
#[derive(Clone, Debug)]
pub struct Reel<T> {
    /// Lines of JSON, compressed, each with its length before that.
    packed: Vec<(Vec<u8>, usize)>,
    /// The newest lines.
    open: Vec<u8>,
    count: usize,
    items: PhantomData<T>,
}

impl<T> Default for Reel<T> {
    fn default() -> Self {
        Self {
            packed: vec![],
            open: vec![],
            count: 0,
            items: PhantomData,
        }
    }
}

impl<T> Reel<T> {
    pub const fn len(&self) -> usize {
        self.count
    }

    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many bytes it takes in memory.
    #[cfg(test)]
    pub fn weight(&self) -> usize {
        let packed: usize = self.packed.iter().map(|(bytes, _)| bytes.capacity()).sum();
        packed + self.open.capacity()
    }
}

impl<T: Serialize + DeserializeOwned> Reel<T> {
    pub fn push(&mut self, item: &T) -> Result<()> {
        serde_json::to_writer(&mut self.open, item).map_err(lost)?;
        self.open.push(b'\n');
        self.count += 1;
        if self.open.len() >= PORTION {
            let mut packed = zstd::bulk::compress(&self.open, LEVEL).map_err(lost)?;
            // It comes with room for the worst case.
            packed.shrink_to_fit();
            self.packed.push((packed, self.open.len()));
            self.open.clear();
        }
        Ok(())
    }

    /// The oldest first.
    pub fn iter(&self) -> impl Iterator<Item = Result<T>> + '_ {
        let packed = self.packed.iter().flat_map(Self::unpacked);
        packed.chain(Self::items(&self.open))
    }

    pub fn newest_first(&self) -> impl Iterator<Item = Result<T>> + '_ {
        let packed = self.packed.iter().rev();
        let packed = packed.flat_map(|portion| Self::unpacked(portion).into_iter().rev());
        Self::items(&self.open).into_iter().rev().chain(packed)
    }

    fn unpacked((packed, length): &(Vec<u8>, usize)) -> Vec<Result<T>> {
        match zstd::bulk::decompress(packed, *length) {
            Ok(lines) => Self::items(&lines),
            Err(error) => vec![Err(lost(error))],
        }
    }

    fn items(lines: &[u8]) -> Vec<Result<T>> {
        let lines = lines.split(|byte| *byte == b'\n');
        lines
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).map_err(lost))
            .collect()
    }
}

impl<T: Serialize + DeserializeOwned> Serialize for Reel<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(Some(self.count))?;
        for item in self.iter() {
            items.serialize_element(&item.map_err(S::Error::custom)?)?;
        }
        items.end()
    }
}

fn lost(error: impl std::fmt::Display) -> Error {
    Error::bug("a packed item of a bundle cannot be read again").because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reel(count: usize) -> Reel<String> {
        let mut reel = Reel::default();
        for n in 0..count {
            let item = format!("{n}: sign-in from 203.0.113.9\nwith a line\u{0}");
            reel.push(&item).unwrap();
        }
        reel
    }

    #[test]
    fn items_come_back_in_both_directions() {
        for count in [0, 1, 2, 10_000] {
            let reel = reel(count);
            assert_eq!(reel.len(), count);
            let mut forth: Vec<String> = reel.iter().collect::<Result<_>>().unwrap();
            assert_eq!(forth.len(), count);
            assert!(count < 2 || forth[1].starts_with("1: "));
            let back: Vec<String> = reel.newest_first().collect::<Result<_>>().unwrap();
            forth.reverse();
            assert_eq!(forth, back);
        }
    }

    #[test]
    fn many_items_take_little() {
        let reel = reel(100_000);
        assert!(reel.weight() < 1 << 20, "{}", reel.weight());
        let json = serde_json::to_string(&reel).unwrap();
        let items: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(items.len(), 100_000);
    }

    #[test]
    fn a_damaged_portion_is_told() {
        let mut reel = reel(10_000);
        reel.packed[0].0.truncate(20);
        assert!(reel.iter().any(|item| item.is_err()));
        assert!(serde_json::to_string(&reel).is_err());
    }
}

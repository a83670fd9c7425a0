//! How a tree is cut into tiles and what the files are called (c2sp.org/tlog-tiles).
//! Names and places only: reads and writes no tile.

use std::fmt::Write as _;

/// Hashes in a full tile, and entries in a full bundle.
pub const TILE_WIDTH: u64 = 256;

/// The part of a tile whose root is one node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TileSpan {
    pub level: u8,
    pub n: u64,
    /// The first hash within the tile.
    pub first: u16,
    /// How many hashes the node covers: a power of two up to 128.
    pub count: u16,
}

/// The hashes to read for the node number `index` of the row `level`; their root is the node.
pub fn tile_span(level: u8, index: u64) -> TileSpan {
    let height = level % 8;
    let per_tile = TILE_WIDTH >> height;
    let first = u16::try_from((index % per_tile) << height).unwrap_or(0);
    TileSpan {
        level: level / 8,
        n: index / per_tile,
        first,
        count: 1 << height,
    }
}

/// The file of tile `n` of a level; below a width of 256 it is a partial one.
pub fn tile_path(level: u8, n: u64, width: u16) -> String {
    numbered(format!("tile/{level}/"), n, width)
}

/// The file that holds the entries under tile `n` of level 0.
pub fn entries_path(n: u64, width: u16) -> String {
    numbered("tile/entries/".into(), n, width)
}

/// Three digits per folder, all but the last marked `x`, so that no file and folder share a name.
fn numbered(mut path: String, n: u64, width: u16) -> String {
    let digits = n.to_string();
    let padded = format!(
        "{digits:0>width$}",
        width = digits.len().next_multiple_of(3)
    );
    let groups = padded.len() / 3;
    for (place, digit) in padded.chars().enumerate() {
        if place > 0 && place % 3 == 0 {
            path.push('/');
        }
        if place % 3 == 0 && place / 3 + 1 < groups {
            path.push('x');
        }
        path.push(digit);
    }
    if u64::from(width) < TILE_WIDTH {
        // Writing to a String cannot fail.
        let _ = write!(path, ".p/{width}");
    }
    path
}

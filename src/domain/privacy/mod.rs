//! What kinds of personal data there are, where each of them stands and how it goes, and on which channels people are
//! heard: the words of holds, choices, consents and rules of retention, the data map, and the one function that deletes
//! what is somebody's.

mod channel;
mod class;
mod eraser;
mod map;
mod needles;

pub use channel::Channel;
pub use class::Class;
pub use eraser::{Gone, Whose, erase, find};
pub use map::{DIGESTS, Erasure, FILES, FREE_TEXT, File, MAP, Part};
pub use needles::{Found, Needles};

//! The words everyone uses: errors, ids, time, text. Knows nothing of keys, files or terminals.

pub mod clock;
pub mod email;
pub mod error;
pub mod id;
pub mod json;
pub mod name;
pub mod period;
pub mod progress;
pub mod text;

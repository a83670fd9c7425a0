//! The words everyone uses: errors, ids, time, text. Knows nothing of keys, files or terminals.

pub mod clock;
pub mod email;
pub mod error;
pub mod id;
pub mod json;
pub mod name;
pub mod period;
pub mod place;
pub mod progress;
pub mod text;

/// Says that a test does less than it could, and why: straight to standard error, which the harness does not
/// hold back.
#[cfg(test)]
pub(crate) fn skipped(reason: &str) {
    use std::io::Write as _;
    writeln!(std::io::stderr(), "skipped: {reason}").ok();
}

//! What the caller says about the lines of a run.

use super::{Format, Map, Zone};
use crate::base::error::{Error, Result};

/// What the caller says about the lines.
pub struct Options {
    /// Without it the lines decide, for each file.
    pub format: Option<Format>,
    pub map: Option<Map>,
    /// In the place of the source that the lines tell.
    pub source: Option<String>,
    /// From where the lines come: the same line of another host is another event.
    pub origin: Option<String>,
    pub zone: Zone,
    pub year: Option<i32>,
}

/// The longest name of an origin.
const MOST_ORIGIN: usize = 128;

impl Options {
    pub(super) fn check_origin(&self) -> Result<()> {
        let is_bad = |origin: &String| {
            origin.is_empty()
                || origin.len() > MOST_ORIGIN
                || origin.chars().any(|c| c.is_control() || c.is_whitespace())
        };
        if self.origin.as_ref().is_some_and(is_bad) {
            return Err(Error::usage(format!(
                "an origin has 1 to {MOST_ORIGIN} bytes without blanks"
            ))
            .hint("name the host: `--origin web1`"));
        }
        Ok(())
    }
}

/// What becomes of a last line without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It waits for the rest, which a later run reads.
    Wait,
    /// The caller says that it is whole.
    Take,
}

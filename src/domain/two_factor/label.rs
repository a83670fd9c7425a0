//! Labels by which a person tells several factors apart: short, one line, free text.

use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// The longest label, in characters.
const LONGEST: usize = 64;

/// A label as it may be kept; refused with the reason.
pub fn label(typed: &str) -> Result<String> {
    let text = typed.trim();
    if text.is_empty() || text.chars().count() > LONGEST || text.chars().any(char::is_control) {
        return Err(Error::usage(format!("`{}` is no label", safe(typed)))
            .hint("a label has 1 to 64 characters on one line"));
    }
    Ok(text.to_owned())
}

/// A label from elsewhere: cut to what may be kept; none where nothing is left.
pub(super) fn tidy(foreign: &str) -> Option<String> {
    let kept = foreign.chars().filter(|c| !c.is_control()).take(LONGEST);
    let text: String = kept.collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

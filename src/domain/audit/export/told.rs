//! What every foreign format needs of an event: its values found, hostile text made visible, JSON in which no
//! control character stands raw. Knows no format itself.

use std::fmt::Write as _;
use std::net::IpAddr;

use serde_json::Value;

use super::super::query::text_of;
use super::super::shown::Shown;
use crate::base::clock;
use crate::base::error::{Error, Result};
use crate::base::json::harmless;
use crate::base::text::safe;

/// Who tells: stands in every line.
#[derive(Clone, Debug)]
pub struct Teller {
    /// The log's origin, `optimactl/STORE-ID/EPOCH`.
    pub origin: String,
    /// The machine that exports.
    pub host: String,
}

pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The address from which somebody acted; a value that is none is left among the other values.
pub(super) fn ip(event: &Shown) -> Option<IpAddr> {
    event.personal.get("ip")?.as_str()?.parse().ok()
}

pub(super) fn personal_text(event: &Shown, field: &str) -> Option<String> {
    event.personal.get(field).map(text_of)
}

pub(super) fn millis(time: &str) -> Result<i64> {
    Ok(clock::parse(time)?.timestamp_millis())
}

/// `auth.login failure: mira`: the event in a few words, for lists of alerts.
pub(super) fn sentence(event: &Shown) -> String {
    let mut text = format!(
        "{} {} by {}",
        event.action,
        event.outcome,
        event.actor_shown()
    );
    if event.target.is_some() {
        write!(text, " on {}", event.target_shown()).ok();
    }
    text
}

/// Writes `text` with what steers a terminal or hides shown as `\u{1b}`; `special` may write a character in its
/// own way and says whether it did.
pub(super) fn visible(text: &str, out: &mut Vec<u8>, special: impl Fn(char, &mut Vec<u8>) -> bool) {
    let mut room = [0; 4];
    for c in text.chars() {
        if special(c, out) {
            continue;
        }
        let plain: &str = c.encode_utf8(&mut room);
        if matches!(c, ' '..='~') {
            out.extend_from_slice(plain.as_bytes());
            continue;
        }
        for shown in safe(plain).chars() {
            // The escape itself begins with a character that may need the format's own escape.
            if !special(shown, out) {
                let mut room = [0; 4];
                out.extend_from_slice(shown.encode_utf8(&mut room).as_bytes());
            }
        }
    }
}

/// A line of JSON. The format escapes what is below U+0020; what else steers a terminal is escaped here, which
/// loses nothing: a reader gets the same text.
pub(super) fn json_line(value: &Value, out: &mut Vec<u8>) -> Result<()> {
    let text = serde_json::to_string(value)
        .map_err(|error| Error::bug("a value does not fit into JSON").because(error))?;
    out.extend_from_slice(harmless(&text).as_bytes());
    out.push(b'\n');
    Ok(())
}

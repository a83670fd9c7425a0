//! A line of JSON per event: the entry byte for byte, with the personal values put back beside it.

use serde_json::Value;

use super::Values;
use crate::base::error::{Error, Result};
use crate::base::json::harmless;

/// Without values the line is exactly what was hashed: whoever gets it can compute the leaf.
pub(super) fn line(
    entry: &[u8],
    values: Values,
    personal: &[(String, Value)],
    out: &mut Vec<u8>,
) -> Result<()> {
    let open = entry
        .strip_suffix(b"}")
        .ok_or_else(|| Error::integrity("an audit event is damaged"))?;
    out.extend_from_slice(open);
    if values == Values::PutBack && !personal.is_empty() {
        let mut between: &[u8] = b",\"personal\":{";
        for (field, value) in personal {
            out.extend_from_slice(between);
            between = b",";
            out.extend(harmless(&serde_json::to_string(field).map_err(unfit)?).bytes());
            out.push(b':');
            out.extend(harmless(&serde_json::to_string(value).map_err(unfit)?).bytes());
        }
        out.push(b'}');
    }
    out.extend_from_slice(b"}\n");
    Ok(())
}

fn unfit(error: serde_json::Error) -> Error {
    Error::bug("a value does not fit into JSON").because(error)
}

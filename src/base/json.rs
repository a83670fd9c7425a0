//! Canonical JSON (RFC 8785): one value, one sequence of bytes, so that it can be hashed and signed.
//! Knows whole numbers only; never reads files and never guesses at a value it cannot write exactly.

use std::io::Write as _;

use serde_json::{Map, Number, Value};

use super::error::{Context as _, Error, Kind, Result};

/// RFC 8785 §3.2.2.3: beyond this, other readers round, because their numbers are IEEE doubles.
const LARGEST: u64 = (1 << 53) - 1;

/// The canonical bytes of a value.
///
/// Refuses fractions and integers beyond ±(2⁵³−1): the caller chose a wrong type for its field.
pub fn canonical(value: &Value) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(256);
    canonical_into(value, &mut out)?;
    Ok(out)
}

/// Appends the canonical bytes of a value; after an error `out` is as it was.
pub fn canonical_into(value: &Value, out: &mut Vec<u8>) -> Result<()> {
    let before = out.len();
    let written = write_value(value, out);
    if written.is_err() {
        out.truncate(before);
    }
    written
}

/// Whether these bytes are exactly what [`canonical`] writes for what they say.
///
/// A name given twice is lost in reading, so it shows as a difference and is refused.
pub fn is_canonical(bytes: &[u8]) -> bool {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        return false;
    };
    canonical(&value).is_ok_and(|again| again == bytes)
}

/// JSON in which nothing steers a terminal or hides. The format itself escapes what is below U+0020; delete, the
/// controls above, separators and direction marks are escaped here, and a reader gets the same text.
pub fn harmless(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) {
            std::fmt::Write::write_fmt(&mut shown, format_args!("\\u{:04x}", u32::from(c))).ok();
        } else {
            shown.push(c);
        }
    }
    shown
}

/// All below U+10000, so that four digits say them.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn write_value(value: &Value, out: &mut Vec<u8>) -> Result<()> {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Number(number) => write_number(number, out)?,
        Value::String(text) => write_string(text, out),
        Value::Array(items) => write_array(items, out)?,
        Value::Object(map) => write_object(map, out)?,
    }
    Ok(())
}

fn write_number(number: &Number, out: &mut Vec<u8>) -> Result<()> {
    let magnitude = match (number.as_u64(), number.as_i64()) {
        (Some(unsigned), _) => unsigned,
        (None, Some(signed)) => signed.unsigned_abs(),
        (None, None) => {
            return Err(Error::bug(format!(
                "`{number}` is no whole number, as canonical JSON needs"
            )));
        }
    };
    if magnitude > LARGEST {
        return Err(Error::bug(format!(
            "`{number}` is too large for canonical JSON"
        )));
    }
    write!(out, "{number}").or_fail(Kind::Bug, || "cannot write a number".into())
}

/// RFC 8785 §3.2.2.2: only what must be escaped is, in its shortest form, hex in lower case.
fn write_string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = text.as_bytes();
    // Runs without an escape are copied whole: nearly every string is one run.
    while let Some(length) = rest.iter().position(|byte| needs_escape(*byte)) {
        let (run, tail) = rest.split_at(length);
        out.extend_from_slice(run);
        let Some((special, after)) = tail.split_first() else {
            break;
        };
        write_escape(*special, out);
        rest = after;
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

const fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

fn write_escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        b'"' | b'\\' => byte,
        _ => {
            let low = byte & 0x0f;
            let digit = if low < 10 {
                b'0' + low
            } else {
                b'a' + low - 10
            };
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', b'0' + (byte >> 4), digit]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

fn write_array(items: &[Value], out: &mut Vec<u8>) -> Result<()> {
    out.push(b'[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write_value(item, out)?;
    }
    out.push(b']');
    Ok(())
}

fn write_object(map: &Map<String, Value>, out: &mut Vec<u8>) -> Result<()> {
    out.push(b'{');
    if in_order(map) {
        write_members(map.iter(), out)?;
    } else {
        let mut members: Vec<_> = map.iter().collect();
        members.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
        write_members(members.into_iter(), out)?;
    }
    out.push(b'}');
    Ok(())
}

/// Whether the map already iterates in RFC 8785 order (§3.2.3: by UTF-16 code units).
///
/// Byte order is the same order unless a name holds U+E000 or above: in UTF-16 surrogate pairs sort
/// below those, in UTF-8 they sort above. The sort check guards against maps that keep insertion order.
fn in_order(map: &Map<String, Value>) -> bool {
    map.keys().is_sorted() && map.keys().all(|key| key.bytes().all(|byte| byte < 0xee))
}

fn write_members<'a>(
    members: impl Iterator<Item = (&'a String, &'a Value)>,
    out: &mut Vec<u8>,
) -> Result<()> {
    for (place, (key, value)) in members.enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write_string(key, out);
        out.push(b':');
        write_value(value, out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn text(value: &Value) -> String {
        String::from_utf8(canonical(value).unwrap()).unwrap()
    }

    #[test]
    fn members_are_sorted_by_utf16_code_units() {
        // The example of RFC 8785 §3.2.3.
        let value = json!({"\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5,
            "\u{80}": 6, "\u{f6}": 7});
        let order = [2, 4, 6, 7, 1, 5, 3];
        let written = text(&value);
        let places: Vec<usize> = order
            .iter()
            .map(|number| written.find(&format!(":{number}")).unwrap())
            .collect();
        assert!(places.is_sorted(), "{written}");
    }

    #[test]
    fn strings_are_escaped_as_little_as_possible() {
        // RFC 8785 §3.2.2.2.
        let value = json!("\u{20ac}$\u{f}\nA'B\"\\\\\"/\u{8}\t\u{c}\r\u{1f}\u{7f}\u{2028}");
        assert_eq!(
            text(&value),
            "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\\u001f\u{7f}\u{2028}\""
        );
    }

    #[test]
    fn values_of_every_kind() {
        let value =
            json!({"b": [null, true, false, -7, 9_007_199_254_740_991_u64], "a": {}, "": []});
        assert_eq!(
            text(&value),
            r#"{"":[],"a":{},"b":[null,true,false,-7,9007199254740991]}"#
        );
    }

    #[test]
    fn numbers_other_readers_would_change_are_refused() {
        for value in [
            json!(1.5),
            json!(1.0),
            json!(-0.0),
            json!(9_007_199_254_740_992_u64),
            json!(-9_007_199_254_740_992_i64),
            json!(u64::MAX),
            json!(i64::MIN),
        ] {
            let mut out = b"kept".to_vec();
            let error = canonical_into(&json!(["x", value]), &mut out).unwrap_err();
            assert_eq!(error.kind, Kind::Bug);
            assert_eq!(out, b"kept");
        }
    }

    #[test]
    fn other_spellings_are_not_canonical() {
        assert!(is_canonical(br#"{"a":1,"b":"\u001f"}"#));
        for other in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":2,"a":1}"#,
            r#"{"b":1,"a":1}"#,
            r#"{"a": 1}"#,
            "{\"a\":1}\n",
            r#"{"a":1.0}"#,
            r#"{"a":1e0}"#,
            r#"{"a":-0}"#,
            r#"{"a":01}"#,
            r#"{"a":"\u001F"}"#,
            r#"{"a":"\/"}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"a":9007199254740992}"#,
            "\u{feff}{}",
            "",
        ] {
            assert!(!is_canonical(other.as_bytes()), "{other}");
        }
        assert!(!is_canonical(b"\"\xff\""));
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    #[test]
    fn nothing_in_it_steers_a_terminal_and_it_reads_back() {
        let hostile = "a\u{7f}\u{9b}31m\u{2028}\u{202e}\u{2066}é漢😀";
        let text = harmless(&serde_json::to_string(hostile).unwrap());
        assert_eq!(text, r#""a\u007f\u009b31m\u2028\u202e\u2066é漢😀""#);
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_and_is_canonical(value in values()) {
            let bytes = canonical(&value).unwrap();
            prop_assert_eq!(&serde_json::from_slice::<Value>(&bytes).unwrap(), &value);
            prop_assert!(is_canonical(&bytes));
        }

        #[test]
        fn foreign_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
            let _ = is_canonical(&bytes);
        }
    }
}

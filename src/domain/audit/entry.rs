//! Reading stored entries without building them: one pass that finds the fields and shows that the bytes are
//! canonical (RFC 8785). What the pass does not understand at a glance is left to the slow way.

use serde_json::Value;

use super::event::{Outcome, Severity};
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::base::json::is_canonical;

/// What the search columns and the disclosures are compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields<'a> {
    pub seq: u64,
    pub ts: &'a str,
    pub rts: &'a str,
    pub action: &'a str,
    pub actor: &'a str,
    pub target: Option<&'a str>,
    pub source: &'a str,
    pub via: &'a str,
    pub outcome: &'a str,
    pub severity: &'a str,
    /// Field and digest of every personal value.
    pub commitments: Vec<(&'a str, &'a str)>,
}

/// The same with owned texts, for entries that need the slow way.
#[derive(Clone, Debug)]
pub struct OwnedFields {
    seq: u64,
    texts: [String; 8],
    target: Option<String>,
    commitments: Vec<(String, String)>,
}

/// Hands the fields of an entry to `look`; `None` if the bytes are no canonical entry.
pub fn with_fields<T>(bytes: &[u8], look: impl FnOnce(&Fields<'_>) -> T) -> Option<T> {
    let text = std::str::from_utf8(bytes).ok()?;
    if let Some(fields) = Pass::new(text).entry() {
        return Some(look(&fields));
    }
    let owned = slow(bytes)?;
    Some(look(&owned.borrowed()))
}

fn slow(bytes: &[u8]) -> Option<OwnedFields> {
    if !is_canonical(bytes) {
        return None;
    }
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let commitments = match value.get("_sd") {
        None => vec![],
        Some(Value::Object(map)) => map
            .iter()
            .map(|(field, digest)| Some((field.clone(), digest.as_str()?.to_owned())))
            .collect::<Option<_>>()?,
        Some(_) => return None,
    };
    if value.get("v").and_then(Value::as_u64) != Some(1) {
        return None;
    }
    Some(OwnedFields {
        seq: value.get("seq").and_then(Value::as_u64)?,
        texts: [
            text("ts")?,
            text("rts")?,
            text("action")?,
            text("actor")?,
            text("source")?,
            text("via")?,
            text("outcome")?,
            text("severity")?,
        ],
        target: text("target"),
        commitments,
    })
}

impl OwnedFields {
    fn borrowed(&self) -> Fields<'_> {
        let [ts, rts, action, actor, source, via, outcome, severity] = &self.texts;
        Fields {
            seq: self.seq,
            ts,
            rts,
            action,
            actor,
            target: self.target.as_deref(),
            source,
            via,
            outcome,
            severity,
            commitments: self
                .commitments
                .iter()
                .map(|(field, digest)| (field.as_str(), digest.as_str()))
                .collect(),
        }
    }
}

/// A walk over text that must be canonical; every step gives up at the first thing unexpected.
struct Pass<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Pass<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn entry(mut self) -> Option<Fields<'a>> {
        let mut fields = Fields::default();
        let mut version = None;
        let mut seq = None;
        self.members(|pass, key| {
            match key {
                "_sd" => fields.commitments = pass.commitments()?,
                "seq" => seq = Some(pass.number()?),
                "v" => version = Some(pass.number()?),
                "target" => fields.target = Some(pass.string()?),
                _ => match slot(&mut fields, key) {
                    Some(slot) => *slot = pass.string()?,
                    None => pass.value(0)?,
                },
            }
            Some(())
        })?;
        fields.seq = seq?;
        let whole = self.at == self.text.len() && version == Some(1);
        let named = [fields.ts, fields.rts, fields.action, fields.actor];
        let rest = [fields.source, fields.outcome, fields.severity];
        let present = named.iter().chain(&rest).all(|text| !text.is_empty());
        (whole && present).then_some(fields)
    }

    /// The members of an object, whose names must ascend.
    fn members(&mut self, mut each: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.expect(b'{')?;
        if self.peek() == Some(b'}') {
            return self.expect(b'}');
        }
        let mut last: Option<&str> = None;
        loop {
            let key = self.string()?;
            // Byte order is RFC 8785's order for ASCII names; others go the slow way.
            if !key.is_ascii() || last.is_some_and(|last| last >= key) {
                return None;
            }
            last = Some(key);
            self.expect(b':')?;
            each(self, key)?;
            match self.next()? {
                b',' => {}
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }

    fn commitments(&mut self) -> Option<Vec<(&'a str, &'a str)>> {
        let mut found = vec![];
        self.members(|pass, field| {
            found.push((field, pass.string()?));
            Some(())
        })?;
        Some(found)
    }

    /// A string without any escape.
    fn string(&mut self) -> Option<&'a str> {
        self.expect(b'"')?;
        let rest = self.text.get(self.at..)?;
        let length = rest
            .bytes()
            .position(|byte| byte == b'"' || byte == b'\\' || byte < 0x20)?;
        let string = rest.get(..length)?;
        self.at += length;
        self.expect(b'"')?;
        Some(string)
    }

    fn number(&mut self) -> Option<u64> {
        let rest = self.text.get(self.at..)?;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = rest.get(..length)?;
        if length == 0 || length > 16 || (length > 1 && digits.starts_with('0')) {
            return None;
        }
        self.at += length;
        digits.parse().ok().filter(|number| *number < 1 << 53)
    }

    /// Any value of a kind that entries hold in the clear.
    fn value(&mut self, depth: u8) -> Option<()> {
        if depth > 8 {
            return None;
        }
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b'{' => self.members(|pass, _| pass.value(depth + 1)),
            b'[' => self.items(depth),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number().map(|_| ()),
        }
    }

    fn items(&mut self, depth: u8) -> Option<()> {
        self.expect(b'[')?;
        if self.peek() == Some(b']') {
            return self.expect(b']');
        }
        loop {
            self.value(depth + 1)?;
            match self.next()? {
                b',' => {}
                b']' => return Some(()),
                _ => return None,
            }
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text.get(self.at..)?.strip_prefix(word)?;
        self.at += word.len();
        Some(())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }
}

fn slot<'f, 'a>(fields: &'f mut Fields<'a>, key: &str) -> Option<&'f mut &'a str> {
    Some(match key {
        "ts" => &mut fields.ts,
        "rts" => &mut fields.rts,
        "action" => &mut fields.action,
        "actor" => &mut fields.actor,
        "source" => &mut fields.source,
        "via" => &mut fields.via,
        "outcome" => &mut fields.outcome,
        "severity" => &mut fields.severity,
        _ => return None,
    })
}

/// Microseconds since 1970 of a time in the form of entries.
pub fn micros(text: &str) -> Option<i64> {
    let date = chrono::NaiveDate::from_ymd_opt(
        i32::try_from(part(text, 0, 4)?).ok()?,
        part(text, 5, 7)?,
        part(text, 8, 10)?,
    )?;
    let time = date.and_hms_micro_opt(
        part(text, 11, 13)?,
        part(text, 14, 16)?,
        part(text, 17, 19)?,
        part(text, 20, 26)?,
    )?;
    let frame: Vec<u8> = [4, 7, 10, 13, 16, 19, 26]
        .iter()
        .filter_map(|at| text.as_bytes().get(*at).copied())
        .collect();
    if text.len() != 27 || frame != *b"--T::.Z" {
        // Years beyond 9999 and the like: rare enough for the general reader.
        let time = clock::parse(text).ok()?;
        return (clock::micros_text(time) == text).then(|| time.timestamp_micros());
    }
    Some(time.and_utc().timestamp_micros())
}

/// A time that everybody can read back from the entry: what is appended can never be mended.
pub fn readable(time: Time) -> Result<Time> {
    let time = clock::settled(time);
    if micros(&clock::micros_text(time)).is_none() {
        return Err(Error::usage("the time is none that an entry can hold")
            .hint("name a time between the years 1 and 9999"));
    }
    Ok(time)
}

fn part(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// The number of an outcome in the search column.
pub fn outcome_number(text: &str) -> Option<u8> {
    Outcome::ALL
        .into_iter()
        .find(|outcome| outcome.as_str() == text)
        .map(Outcome::number)
}

/// The number of a severity in the search column.
pub fn severity_number(text: &str) -> Option<u8> {
    Severity::ALL
        .into_iter()
        .find(|severity| severity.as_str() == text)
        .map(Severity::number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = r#"{"_sd":{"ip":"x","note":"y"},"action":"auth.check","actor":"s_1","data":{"count":3,"set":[true,null,{}]},"outcome":"failure","rts":"2026-11-22T12:00:00.000001Z","seq":7,"severity":"low","source":"optimactl","ts":"2026-11-22T12:00:00.000000Z","v":1,"via":"batch"}"#;

    #[test]
    fn both_ways_find_the_same() {
        let fast = Pass::new(PLAIN).entry().unwrap();
        assert_eq!(fast, slow(PLAIN.as_bytes()).unwrap().borrowed());
        assert_eq!(fast.seq, 7);
        assert_eq!(fast.commitments, [("ip", "x"), ("note", "y")]);
    }

    #[test]
    fn escapes_and_foreign_letters_take_the_slow_way() {
        let text = PLAIN.replace("s_1", "a\\\"ü");
        assert!(Pass::new(&text).entry().is_none());
        with_fields(text.as_bytes(), |fields| {
            assert_eq!(fields.actor, "a\"ü");
        })
        .unwrap();
    }

    #[test]
    fn what_is_not_canonical_is_no_entry() {
        for (from, to) in [
            ("\"seq\":7", "\"seq\": 7"),
            ("\"seq\":7", "\"seq\":07"),
            ("\"v\":1", "\"v\":2"),
            ("\"outcome\"", "\"zutcome\""),
            (
                "\"_sd\":{\"ip\":\"x\",\"note\":\"y\"}",
                "\"_sd\":{\"note\":\"y\",\"ip\":\"x\"}",
            ),
            ("\"count\":3", "\"count\":3.5"),
            ("\"via\":\"batch\"}", "\"via\":\"batch\"} "),
        ] {
            let text = PLAIN.replace(from, to);
            assert!(with_fields(text.as_bytes(), |_| ()).is_none(), "{to}");
        }
    }

    #[test]
    fn times_come_back_as_microseconds() {
        for text in ["2026-11-22T12:00:00.000001Z", "1969-12-31T23:59:59.999999Z"] {
            let expected = clock::parse(text).unwrap().timestamp_micros();
            assert_eq!(micros(text), Some(expected));
        }
        // A leap second is the end of its minute.
        let leap = readable(clock::parse("2016-12-31T23:59:60.5Z").unwrap()).unwrap();
        assert_eq!(clock::micros_text(leap), "2016-12-31T23:59:59.999999Z");
        assert!(readable(Time::MAX_UTC).is_err());
        for text in ["2026-11-22T12:00:00Z", "2026-13-22T12:00:00.000001Z", ""] {
            assert_eq!(micros(text), None, "{text}");
        }
    }
}

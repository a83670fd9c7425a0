//! What `authelia storage user totp export` writes: YAML (the secret is Base64 around Base32) and CSV (Base32).
//! Only the form that the program writes is read, not YAML at large.

use zeroize::Zeroizing;

use super::otpauth::shown;
use super::parse::{Entry, Parsed, Raw, RowError, base32, base32_in_base64};

const COLUMNS: [&str; 6] = [
    "issuer",
    "username",
    "algorithm",
    "digits",
    "period",
    "secret",
];
/// Known and of no use here.
const IGNORED: [&str; 3] = ["id", "created_at", "last_used_at"];

/// Whether a line is the header of the CSV form.
pub(super) fn is_header(line: &str) -> bool {
    let columns: Vec<&str> = line.split(',').map(str::trim).collect();
    columns.contains(&"username") && columns.contains(&"secret")
}

pub(super) fn read(text: &str, parsed: &mut Parsed) {
    if text.lines().next().is_some_and(is_header) {
        csv(text, parsed);
    } else {
        yaml(text, parsed);
    }
}

/// The values of one factor, by the place of their column.
#[derive(Default)]
struct Item {
    line: usize,
    values: [Option<Zeroizing<String>>; 6],
}

impl Item {
    fn set(&mut self, line: usize, key: &str, value: Zeroizing<String>) -> Result<(), RowError> {
        if IGNORED.contains(&key) {
            return Ok(());
        }
        let at = COLUMNS.iter().position(|column| *column == key);
        let Some(slot) = at.and_then(|at| self.values.get_mut(at)) else {
            let message = format!("`{}` is not known here", shown(key));
            return Err(RowError::new(line, "key", message));
        };
        match slot.replace(value) {
            None => Ok(()),
            Some(_) => Err(RowError::new(line, "key", format!("`{key}` stands twice"))),
        }
    }

    fn entry(
        &self,
        decode: impl FnOnce(&str) -> Option<Zeroizing<Vec<u8>>>,
    ) -> Result<Entry, RowError> {
        let [_, username, hash, digits, period, secret] = self
            .values
            .each_ref()
            .map(|value| value.as_ref().map(|text| text.as_str()));
        let wrong = |field, message: &str| RowError::new(self.line, field, message);
        let raw = Raw {
            line: self.line,
            account: username.ok_or_else(|| wrong("username", "missing"))?,
            hash,
            digits,
            period,
            label: None,
        };
        let secret = secret.ok_or_else(|| wrong("secret", "missing"))?;
        let bytes =
            decode(secret).ok_or_else(|| wrong("secret", "not in the form of the export"))?;
        raw.entry(&bytes)
    }
}

fn csv(text: &str, parsed: &mut Parsed) {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(_) => return parsed.fail(RowError::new(1, "header", "unreadable")),
    };
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let line = usize::try_from(line).unwrap_or_default();
                parsed.fail(RowError::new(
                    line,
                    "line",
                    "not as many fields as the header",
                ));
                continue;
            }
        };
        let line = row.position().map_or(0, csv::Position::line);
        let mut item = Item {
            line: usize::try_from(line).unwrap_or_default(),
            ..Item::default()
        };
        let set = header.iter().zip(row.iter()).try_for_each(|(key, value)| {
            item.set(item.line, key.trim(), Zeroizing::new(value.to_owned()))
        });
        parsed.add(set.and_then(|()| item.entry(base32)));
    }
}

fn yaml(text: &str, parsed: &mut Parsed) {
    let mut item: Option<Item> = None;
    let mut inside = false;
    for (number, line) in (1..).zip(text.lines()) {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') || bare == "---" {
            continue;
        }
        if !inside {
            inside = ["totp_configurations:", "totp_configurations: []"].contains(&bare);
            if !inside {
                let message = "a file begins with `totp_configurations:`";
                return parsed.fail(RowError::new(number, "file", message));
            }
            continue;
        }
        let pair = match bare.strip_prefix("- ") {
            Some(first) => {
                finish(item.take(), parsed);
                item = Some(Item {
                    line: number,
                    ..Item::default()
                });
                first.trim_start()
            }
            None => bare,
        };
        let set = match item.as_mut() {
            Some(item) => {
                scalar(number, pair).and_then(|(key, value)| item.set(number, key, value))
            }
            None => Err(RowError::new(
                number,
                "line",
                "a list of `- key: value` follows",
            )),
        };
        if let Err(error) = set {
            parsed.fail(error);
        }
    }
    finish(item, parsed);
}

fn finish(item: Option<Item>, parsed: &mut Parsed) {
    if let Some(item) = item {
        parsed.add(item.entry(base32_in_base64));
    }
}

/// `key: value` with a plain or quoted value on the same line.
fn scalar(number: usize, pair: &str) -> Result<(&str, Zeroizing<String>), RowError> {
    let wrong = |message: &str| RowError::new(number, "line", message);
    let (key, value) = pair
        .split_once(':')
        .ok_or_else(|| wrong("not `key: value`"))?;
    let value = value.trim();
    let text = if let Some(inner) = value.strip_prefix('\'') {
        let inner = inner
            .strip_suffix('\'')
            .ok_or_else(|| wrong("an open quote"))?;
        inner.replace("''", "'")
    } else if let Some(inner) = value.strip_prefix('"') {
        let inner = inner
            .strip_suffix('"')
            .ok_or_else(|| wrong("an open quote"))?;
        if inner.contains('\\') {
            return Err(wrong("escapes in double quotes are not read here"));
        }
        inner.to_owned()
    } else if value.starts_with(['|', '>', '&', '*', '!', '{', '[']) {
        return Err(wrong("only plain and quoted values are read here"));
    } else {
        value
            .split(" #")
            .next()
            .unwrap_or_default()
            .trim_end()
            .to_owned()
    };
    Ok((key.trim(), Zeroizing::new(text)))
}

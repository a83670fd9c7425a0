//! `otpauth://` addresses (Key URI Format), one a line.

use zeroize::Zeroizing;

use super::parse::{Entry, Parsed, Raw, RowError, base32};
use crate::base::text::safe;

pub(super) fn read(text: &str, parsed: &mut Parsed) {
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            parsed.add(entry(number, line));
        }
    }
}

fn entry(number: usize, line: &str) -> Result<Entry, RowError> {
    let (named, address) = match line.split_once('\t') {
        Some((name, address)) => (Some(name.trim()), address.trim()),
        None => (None, line),
    };
    let wrong = |field, message: &str| RowError::new(number, field, message);
    let (label, query) = body(address)
        .map_err(|message| wrong("address", message))?
        .split_once('?')
        .ok_or_else(|| wrong("secret", "missing"))?;
    let label = decoded(label).ok_or_else(|| wrong("label", "not percent-encoded UTF-8"))?;
    let mut raw = Raw {
        line: number,
        ..Raw::default()
    };
    let mut values: [Option<Zeroizing<String>>; 4] = [const { None }; 4];
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        let known = ["secret", "algorithm", "digits", "period"];
        let name = name.to_ascii_lowercase();
        let Some(at) = known.iter().position(|known| *known == name) else {
            continue;
        };
        let value = decoded(value).ok_or_else(|| wrong("address", "not percent-encoded UTF-8"))?;
        if let Some(slot) = values.get_mut(at)
            && slot.replace(value).is_some()
        {
            return Err(wrong("address", "a parameter stands twice"));
        }
    }
    let [secret, hash, digits, period] = &values;
    let secret = secret.as_ref().ok_or_else(|| wrong("secret", "missing"))?;
    let secret = base32(secret).ok_or_else(|| wrong("secret", "not Base32"))?;
    // The label is `ISSUER:ACCOUNT`, or only the account.
    let account = label
        .split_once(':')
        .map_or(label.as_str(), |(_, account)| account);
    raw.account = named.unwrap_or(account);
    raw.hash = hash.as_ref().map(|text| text.as_str());
    raw.digits = digits.as_ref().map(|text| text.as_str());
    raw.period = period.as_ref().map(|text| text.as_str());
    raw.entry(&secret)
}

/// What stands behind `otpauth://totp/`.
fn body(address: &str) -> Result<&str, &'static str> {
    let (scheme, rest) = address
        .split_once("://")
        .ok_or("this is no `otpauth://` address")?;
    match scheme.to_ascii_lowercase().as_str() {
        "otpauth" => {}
        "otpauth-migration" => {
            return Err(
                "a transfer code of an app; it must be taken apart into `otpauth://` addresses",
            );
        }
        _ => return Err("this is no `otpauth://` address"),
    }
    let (kind, label) = rest.split_once('/').ok_or("no label")?;
    match kind.to_ascii_lowercase().as_str() {
        "totp" => Ok(label),
        "hotp" => Err("counter-based codes (HOTP) are not supported"),
        _ => Err("only `otpauth://totp/` is supported"),
    }
}

/// Percent-decoding (RFC 3986 §2.1).
pub(super) fn decoded(text: &str) -> Option<Zeroizing<String>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    let text = std::str::from_utf8(&bytes).ok()?;
    Some(Zeroizing::new(text.to_owned()))
}

/// A value as an error may show it: never one that could be a secret.
pub(super) fn shown(text: &str) -> String {
    let short: String = text.chars().take(32).collect();
    safe(&short)
}

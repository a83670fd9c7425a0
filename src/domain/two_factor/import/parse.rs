//! Reads factors as other programs export them: text in, entries and row errors out. Pure, so that a fuzzer can
//! feed it; opens nothing and looks nothing up.

use data_encoding::{BASE32_NOPAD, BASE64};
use zeroize::Zeroizing;

use super::{authelia, keycloak, otpauth};
use crate::crypto::otp::{Hash, LEAST_BITS, OtpSecret, Scheme};

/// More entries than this are no list of factors.
const MOST_ENTRIES: usize = 5_000_000;
/// Errors that are told; a file of another kind has one a line.
const MOST_ERRORS: usize = 1_000;
/// The longest line (as everywhere: 1 MiB).
const LONGEST_LINE: usize = 1024 * 1024;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One `otpauth://` address a line, or `NAME`, a tab and the address.
    Otpauth,
    /// What `authelia storage user totp export` writes, YAML or CSV.
    Authelia,
    /// A realm, or users, as Keycloak exports them.
    Keycloak,
}

impl Form {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Otpauth => "otpauth",
            Self::Authelia => "authelia",
            Self::Keycloak => "keycloak",
        }
    }

    /// What a file looks like by its beginning; none where it is empty.
    pub fn guess(text: &str) -> Option<Self> {
        let first = text.lines().map(str::trim).find(|line| {
            let is_comment = line.starts_with('#') || *line == "---";
            !line.is_empty() && !is_comment
        })?;
        if first.starts_with(['{', '[']) {
            return Some(Self::Keycloak);
        }
        if first.starts_with("totp_configurations:") || authelia::is_header(first) {
            return Some(Self::Authelia);
        }
        Some(Self::Otpauth)
    }
}

/// One factor of a file.
pub struct Entry {
    /// The line that it stands on, or the number of the user.
    pub line: usize,
    pub account: String,
    pub secret: OtpSecret,
    pub scheme: Scheme,
    pub label: Option<String>,
}

/// What is wrong with one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    pub line: usize,
    pub field: &'static str,
    pub message: String,
}

impl RowError {
    pub(super) fn new(line: usize, field: &'static str, message: impl Into<String>) -> Self {
        Self {
            line,
            field,
            message: message.into(),
        }
    }
}

/// What a file holds.
#[derive(Default)]
pub struct Parsed {
    pub entries: Vec<Entry>,
    pub errors: Vec<RowError>,
}

impl Parsed {
    pub(super) fn add(&mut self, row: Result<Entry, RowError>) {
        match row {
            Ok(entry) if self.entries.len() < MOST_ENTRIES => self.entries.push(entry),
            Ok(entry) => self.fail(RowError::new(entry.line, "file", "too many factors")),
            Err(error) => self.fail(error),
        }
    }

    pub(super) fn fail(&mut self, error: RowError) {
        if self.errors.len() < MOST_ERRORS {
            self.errors.push(error);
        }
    }
}

/// Reads a whole file. A byte order mark and CRLF are accepted.
pub fn parse(form: Form, text: &str) -> Parsed {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parsed = Parsed::default();
    let too_long = text.lines().position(|line| line.len() > LONGEST_LINE);
    if let (Some(at), true) = (too_long, form != Form::Keycloak) {
        parsed.fail(RowError::new(at + 1, "line", "longer than 1 MiB"));
        return parsed;
    }
    match form {
        Form::Otpauth => otpauth::read(text, &mut parsed),
        Form::Authelia => authelia::read(text, &mut parsed),
        Form::Keycloak => keycloak::read(text, &mut parsed),
    }
    parsed
}

/// The parts of a factor as they are typed: still texts.
#[derive(Default)]
pub(super) struct Raw<'a> {
    pub(super) line: usize,
    pub(super) account: &'a str,
    pub(super) hash: Option<&'a str>,
    pub(super) digits: Option<&'a str>,
    pub(super) period: Option<&'a str>,
    pub(super) label: Option<&'a str>,
}

impl Raw<'_> {
    /// The entry, once its secret was decoded.
    pub(super) fn entry(&self, secret: &[u8]) -> Result<Entry, RowError> {
        let wrong = |field, message: String| RowError::new(self.line, field, message);
        if self.account.trim().is_empty() {
            return Err(wrong("account", "no account is named".to_owned()));
        }
        let bits = secret.len().saturating_mul(8);
        if bits < LEAST_BITS {
            let message = format!("{bits} bits; at least {LEAST_BITS} are accepted");
            return Err(wrong("secret", message));
        }
        let hash = match self.hash {
            None => Hash::Sha1,
            Some(typed) => Hash::read(typed).ok_or_else(|| {
                let shown = crate::base::text::safe(typed);
                wrong(
                    "algorithm",
                    format!("`{shown}`; accepted are SHA1, SHA256, SHA512"),
                )
            })?,
        };
        let digits = number(self.digits, 6).map_err(|text| wrong("digits", text))?;
        let period = number(self.period, 30).map_err(|text| wrong("period", text))?;
        let scheme =
            Scheme::new(hash, digits, period).map_err(|error| wrong("scheme", error.message))?;
        Ok(Entry {
            line: self.line,
            account: self.account.trim().to_owned(),
            secret: OtpSecret::new(secret.to_vec())
                .map_err(|_| wrong("secret", "longer than 128 bytes".to_owned()))?,
            scheme,
            label: self.label.and_then(super::super::label::tidy),
        })
    }
}

fn number(typed: Option<&str>, usual: u64) -> Result<u64, String> {
    match typed.map(str::trim) {
        None | Some("") => Ok(usual),
        Some(text) => text
            .parse()
            .map_err(|_| format!("`{}` is no number", crate::base::text::safe(text))),
    }
}

/// Base32 as people and programs write it: any case, with or without padding, spaces and hyphens.
pub(super) fn base32(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let plain: Zeroizing<String> = Zeroizing::new(
        text.chars()
            .filter(|c| !c.is_whitespace() && !['-', '='].contains(c))
            .map(|c| c.to_ascii_uppercase())
            .collect(),
    );
    // Some programs leave bits behind the last byte.
    let mut lenient = BASE32_NOPAD.specification();
    lenient.check_trailing_bits = false;
    let encoding = lenient.encoding().ok()?;
    encoding.decode(plain.as_bytes()).ok().map(Zeroizing::new)
}

/// Base64 around Base32, as Authelia's YAML has it.
pub(super) fn base32_in_base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let inner = Zeroizing::new(BASE64.decode(text.trim().as_bytes()).ok()?);
    base32(std::str::from_utf8(&inner).ok()?)
}

//! Stanzas, the lines that age's header and its plugins' protocol are made of (age-encryption.org/v1). Reads and
//! writes their text; knows no key.

use age_core::format::Stanza;
use data_encoding::BASE64_NOPAD;

/// The columns of a full line of a body; a shorter one ends it.
const COLUMNS: usize = 64;

pub(super) fn stanza(tag: &str, args: &[&str], body: &[u8]) -> Stanza {
    Stanza {
        tag: tag.to_owned(),
        args: args.iter().map(|&arg| arg.to_owned()).collect(),
        body: body.to_vec(),
    }
}

/// Appends the text of a stanza. The last line of a body is short, and empty where it must be.
pub(super) fn write(out: &mut Vec<u8>, stanza: &Stanza) {
    out.extend_from_slice(b"-> ");
    out.extend_from_slice(stanza.tag.as_bytes());
    for arg in &stanza.args {
        out.push(b' ');
        out.extend_from_slice(arg.as_bytes());
    }
    out.push(b'\n');
    let text = zeroize::Zeroizing::new(BASE64_NOPAD.encode(&stanza.body));
    let mut lines = text.as_bytes().chunks_exact(COLUMNS);
    for line in &mut lines {
        out.extend_from_slice(line);
        out.push(b'\n');
    }
    out.extend_from_slice(lines.remainder());
    out.push(b'\n');
}

/// A stanza that is being read, line by line.
pub(super) struct Reading(Stanza);

impl Reading {
    /// Begins with the line `-> TYPE ARGUMENTS`; none if it is no such line.
    pub(super) fn begin(line: &[u8]) -> Option<Self> {
        let line = std::str::from_utf8(line).ok()?.strip_prefix("-> ")?;
        let mut words = line.split(' ').map(|word| {
            let visible = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic());
            visible.then(|| word.to_owned())
        });
        Some(Self(Stanza {
            tag: words.next()??,
            args: words.collect::<Option<_>>()?,
            body: vec![],
        }))
    }

    /// Takes a line of the body: `Some(true)` when it was the last, none when it is no such line.
    pub(super) fn body(&mut self, line: &[u8]) -> Option<bool> {
        if line.len() > COLUMNS {
            return None;
        }
        let bytes = zeroize::Zeroizing::new(BASE64_NOPAD.decode(line).ok()?);
        self.0.body.extend_from_slice(&bytes);
        Some(line.len() < COLUMNS)
    }

    pub(super) fn end(self) -> Stanza {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Stanza> {
        let mut lines = text.lines();
        let mut reading = Reading::begin(lines.next()?.as_bytes())?;
        while !reading.body(lines.next()?.as_bytes())? {}
        lines.next().is_none().then(|| reading.end())
    }

    #[test]
    fn bodies_of_every_length_read_back() {
        for length in 0..200_u8 {
            let body: Vec<u8> = (0..length).collect();
            let wrote = stanza("X", &["a", "b+/"], &body);
            let mut text = vec![];
            write(&mut text, &wrote);
            let text = String::from_utf8(text).unwrap();
            assert!(text.lines().all(|line| line.len() <= COLUMNS));
            assert_eq!(read(&text), Some(wrote));
        }
    }

    #[test]
    fn what_is_no_stanza_is_refused() {
        for text in [
            "",
            "->",
            "-> ",
            "->X\n\n",
            "-> a  b\n\n",
            "-> a \n\n",
            "-> ä\n\n",
            "-> a\nAA==\n",
            "-> a\nAB\n",
            "-> a\n?\n",
            "-> a",
            "-> a\tb\n\n",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}

//! Signed notes (c2sp.org/signed-note): a text, an empty line, signature lines.
//! Says who signed, never what the text means; the text counts only after [`open_note`].

use data_encoding::BASE64;

use super::key::{SigningKey, Vkey, check_name, key_id};
use crate::base::error::{Error, Result};

/// The longest note read or written, in bytes.
pub const MAX_NOTE: usize = 1 << 20;

/// The specification asks for at least 16; Go's reader stops at 100 as well.
const MAX_SIGNATURES: usize = 100;

/// A note taken apart; nothing in it is verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// With its final newline, as it was signed.
    pub text: String,
    pub signatures: Vec<Signature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub id: [u8; 4],
    /// 64 bytes for Ed25519; other types have other lengths.
    pub bytes: Vec<u8>,
}

/// A note of which at least one signature was verified, and none by a known key was wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    pub text: String,
    /// The known keys that signed, each once.
    pub signers: Vec<Vkey>,
    /// Signatures by keys nobody named; they prove nothing.
    pub unknown: Vec<Signature>,
}

impl Note {
    pub fn parse(note: &str) -> Result<Self> {
        check_letters(note)?;
        // The text may hold empty lines itself; the last one ends it.
        let Some((text, lines)) = note.rsplit_once("\n\n") else {
            return Err(Error::integrity(
                "the note has no empty line before its signatures",
            ));
        };
        let Some(lines) = lines.strip_suffix('\n') else {
            return Err(Error::integrity(
                "the note does not end with a whole signature line",
            ));
        };
        if lines.split('\n').nth(MAX_SIGNATURES).is_some() {
            return Err(Error::integrity(format!(
                "the note has more than {MAX_SIGNATURES} signatures"
            )));
        }
        let signatures = lines
            .split('\n')
            .map(Signature::parse)
            .collect::<Result<_>>()?;
        Ok(Self {
            text: format!("{text}\n"),
            signatures,
        })
    }

    /// The note as it is written.
    pub fn to_text(&self) -> String {
        let lines: String = self.signatures.iter().map(Signature::line).collect();
        format!("{}\n{lines}", self.text)
    }
}

impl Signature {
    fn parse(line: &str) -> Result<Self> {
        let broken = || Error::integrity("a signature line is not of the form `— NAME SIGNATURE`");
        let (name, encoded) = line
            .strip_prefix("— ")
            .and_then(|rest| rest.split_once(' '))
            .ok_or_else(broken)?;
        check_name(name)?;
        let decoded = BASE64.decode(encoded.as_bytes()).map_err(|_| broken())?;
        match decoded.split_first_chunk::<4>() {
            Some((id, bytes)) if !bytes.is_empty() => Ok(Self {
                name: name.into(),
                id: *id,
                bytes: bytes.into(),
            }),
            _ => Err(broken()),
        }
    }

    pub(super) fn line(&self) -> String {
        let bytes = [&self.id[..], &self.bytes].concat();
        format!("— {} {}\n", self.name, BASE64.encode(&bytes))
    }
}

/// Signs a text, which ends with a newline, under each of these names.
///
/// Fails only on a text or name that no reader would accept, which is a defect of the caller.
pub fn sign_note(text: &str, signers: &[(&str, &SigningKey)]) -> Result<String> {
    if !text.ends_with('\n') || signers.is_empty() {
        return Err(Error::bug(
            "a note needs a text of whole lines and a signer",
        ));
    }
    let mut note = format!("{text}\n");
    for (name, key) in signers {
        let id = key_id(name, &key.verify_key());
        let line = Signature {
            name: (*name).into(),
            id,
            bytes: key.sign(text).into(),
        }
        .line();
        note.push_str(&line);
    }
    match Note::parse(&note) {
        Ok(read) if read.text == text && read.signatures.len() == signers.len() => Ok(note),
        Ok(_) => Err(Error::bug("the note would be read back differently")),
        Err(why) => Err(Error::bug("the note would not be read back").because(why)),
    }
}

/// Verifies a note: every signature by a known key must be right, and there must be one.
pub fn open_note(note: &str, known: &[Vkey]) -> Result<Opened> {
    let Note { text, signatures } = Note::parse(note)?;
    let mut opened = Opened {
        text,
        signers: vec![],
        unknown: vec![],
    };
    for signature in signatures {
        let by = |key: &&Vkey| key.name() == signature.name && key.id() == signature.id;
        match known.iter().find(by) {
            Some(key) => {
                check_signature(key, &opened.text, &signature)?;
                if !opened.signers.contains(key) {
                    opened.signers.push(key.clone());
                }
            }
            None => opened.unknown.push(signature),
        }
    }
    if opened.signers.is_empty() {
        return Err(Error::integrity("none of the known keys signed this"));
    }
    Ok(opened)
}

fn check_signature(key: &Vkey, text: &str, signature: &Signature) -> Result<()> {
    let bytes: Result<&[u8; 64], _> = signature.bytes.as_slice().try_into();
    match bytes {
        Ok(bytes) if key.key().verify(text.as_bytes(), bytes).is_ok() => Ok(()),
        _ => Err(Error::integrity(format!(
            "the signature of `{}` is wrong",
            key.name()
        ))),
    }
}

/// Newline is the only control character allowed (those below U+0020 are ASCII's).
fn check_letters(note: &str) -> Result<()> {
    if note.len() > MAX_NOTE {
        return Err(Error::integrity(format!(
            "the note is longer than {MAX_NOTE} bytes"
        )));
    }
    if note.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
        return Err(Error::integrity("the note holds a control character"));
    }
    Ok(())
}

//! Key handovers: the old signing key names its successor, and both sign.
//! Says nothing about whom to trust: the caller brings the old key it trusts already.

use super::key::Vkey;
use super::parse_count;
use super::signed::{Note, open_note};
use crate::base::error::{Error, Result};

/// Never the first line of a checkpoint: no origin of ours has this form.
const TITLE: &str = "optimactl/handover/1";

/// From this tree size on, `new` signs instead of `old`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub old: Vkey,
    pub new: Vkey,
    pub size: u64,
}

/// The text both keys sign with [`super::sign_note`].
pub fn handover_text(old: &Vkey, new: &Vkey, size: u64) -> String {
    format!("{TITLE}\n{old}\n{new}\n{size}\n")
}

/// Reads the text alone; who signed it is [`open_handover`]'s question.
pub fn parse_handover(text: &str) -> Result<Handover> {
    let lines: Vec<&str> = text.split('\n').collect();
    let [TITLE, old, new, size, ""] = *lines.as_slice() else {
        return Err(Error::integrity("this is no key handover"));
    };
    let (old, new) = (Vkey::parse(old)?, Vkey::parse(new)?);
    if old == new {
        return Err(Error::integrity("the key handover names one key twice"));
    }
    Ok(Handover {
        old,
        new,
        size: parse_count(size, "handover's tree size")?,
    })
}

/// Verifies a handover: both keys that it names must have signed it. Whether the old one is trusted is the caller's
/// question.
///
/// The new key's signature shows that somebody holds it: nobody can hand the log to a lost key.
pub fn open_handover(note: &str) -> Result<Handover> {
    let handover = parse_handover(&Note::parse(note)?.text)?;
    let both = [handover.old.clone(), handover.new.clone()];
    if open_note(note, &both)?.signers.len() != both.len() {
        return Err(Error::integrity(
            "the key handover is not signed by both keys",
        ));
    }
    Ok(handover)
}

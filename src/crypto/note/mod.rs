//! Signed text: Ed25519 keys, signed notes, checkpoints, proof files and key handovers (C2SP forms).
//! Draws no keys and reads no files: keys come as bytes, texts as strings; anything odd is refused.

mod checkpoint;
mod cosign;
mod handover;
mod key;
mod proof;
mod signed;

#[cfg(test)]
mod tests;

pub use checkpoint::Checkpoint;
pub use cosign::{Cosigned, Witness, WitnessKey};
pub use handover::{Handover, handover_text, open_handover, parse_handover};
pub use key::{SigningKey, VerifyKey, Vkey};
pub use proof::TlogProof;
pub use signed::{MAX_NOTE, Note, Opened, Signature, open_note, sign_note};

use crate::base::error::{Error, Result};

/// A whole number as these forms write it: decimal digits, no sign, no leading zero.
fn parse_count(digits: &str, what: &str) -> Result<u64> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    let leading = digits.len() > 1 && digits.starts_with('0');
    match digits.parse() {
        Ok(count) if plain && !leading => Ok(count),
        _ => Err(Error::integrity(format!(
            "the {what} is not a plain decimal number"
        ))),
    }
}

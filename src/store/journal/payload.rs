//! A rectified value: sealed behind its line, so that an erasure can cut it out while the chain stays whole. The
//! line keeps its digest.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use data_encoding::{BASE64, HEXLOWER};

use super::line::{Act, Line, Rectified};
use super::{LONGEST, Place, damaged, open_file, sealed_part};
use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::seal;
use crate::store::file;
use crate::store::keyring::Keyring;

/// What follows on the line after a space.
pub(super) struct Sealed {
    pub(super) text: String,
    /// What the line says of it.
    pub(super) digest: String,
}

/// Seals a value for the line that will stand at `place`.
pub(super) fn write(
    keyring: &Keyring,
    random: &Random,
    place: &Place,
    value: &Rectified,
) -> Result<Sealed> {
    let key = Keyring::newest(&keyring.journal)?;
    let sealed = seal::seal(&key.key, random.bytes()?, &about(place), value.0.as_bytes())?;
    let text = BASE64.encode(&sealed);
    let digest = HEXLOWER.encode(&seal::sha256(text.as_bytes()));
    Ok(Sealed { text, digest })
}

/// The value behind a line; none where there is none, or where it was cut out. Any other is damage.
pub(super) fn read(
    keyring: &Keyring,
    place: &Place,
    line: &Line,
    bytes: &[u8],
) -> Result<Option<Rectified>> {
    let behind = bytes.get(sealed_part(bytes).len()..).unwrap_or_default();
    let Some((_, text)) = behind.split_first() else {
        return Ok(None);
    };
    let Act::Rectification { payload, .. } = &line.act else {
        return Err(damaged(place.number));
    };
    // Base64 has no dash: one that a crash left cut in part is cut, too.
    if text.contains(&b'-') {
        return Ok(None);
    }
    if HEXLOWER.encode(&seal::sha256(text)) != *payload {
        return Err(damaged(place.number));
    }
    let sealed = BASE64.decode(text).map_err(|_| damaged(place.number))?;
    let opened = keyring
        .journal
        .iter()
        .rev()
        .find_map(|named| seal::open(&named.key, &about(place), &sealed).ok())
        .ok_or_else(|| damaged(place.number))?;
    let value = std::str::from_utf8(&opened).map_err(|_| damaged(place.number))?;
    Ok(Some(Rectified(value.to_owned())))
}

/// A value is bound to its line's place, and is no line.
fn about(place: &Place) -> Vec<u8> {
    [b"value\n", place.bound().as_slice()].concat()
}

/// Accounts, and fields of theirs.
pub type Fields = BTreeMap<String, Vec<&'static str>>;

/// Overwrites the values of these fields; the lines, their order and every place stay. Gives how many values went.
pub fn cut_values(path: &Path, keyring: &Keyring, fields: &Fields) -> Result<u64> {
    let mut numbers = BTreeSet::new();
    super::walk(path, keyring, None, |number, line| {
        if let Act::Rectification { field, .. } = &line.act
            && line.accounts().any(|account| {
                let fields = fields.get(account);
                fields.is_some_and(|fields| fields.contains(&field.as_str()))
            })
        {
            numbers.insert(number);
        }
        Ok(())
    })?;
    if numbers.is_empty() {
        return Ok(0);
    }
    let io = |error: std::io::Error| Error::io("cut values out of", path, &error);
    let target = file::open_regular(OpenOptions::new().read(true).write(true), path)?;
    let mut reader = BufReader::new(open_file(path)?);
    let (mut at, mut number, mut cut, mut bytes) = (0_u64, 0_u64, 0, vec![]);
    loop {
        bytes.clear();
        let read = (&mut reader).take(LONGEST).read_until(b'\n', &mut bytes);
        if read.map_err(io)? == 0 {
            break;
        }
        if numbers.contains(&number) {
            let line = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
            let from = sealed_part(line).len() + 1;
            let value = line.get(from..).unwrap_or_default();
            if value.iter().any(|byte| *byte != b'-') {
                let from = at.saturating_add(u64::try_from(from).unwrap_or(u64::MAX));
                let dashes = vec![b'-'; value.len()];
                target.write_all_at(&dashes, from).map_err(io)?;
                cut += 1;
            }
        }
        at = at.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        number += 1;
    }
    file::sync(&target, path)?;
    Ok(cut)
}

//! md5-crypt (`$1$`, of FreeBSD 2) and Apache's variant of it (`$apr1$`), which differ in their name only. Written
//! here because no kept library has them; a hash like this is wrapped or replaced as soon as may be.

use md5::{Digest as _, Md5};
use zeroize::Zeroizing;

use super::encoding::{crypt64, to_crypt64};
use super::family::{Family, Parts, malformed};
use crate::base::error::Result;
use crate::crypto::secret::Key;

const ROUNDS: u32 = 1000;
/// Where each byte of the text stands in the outcome.
const ORDER: [usize; 16] = [12, 6, 0, 13, 7, 1, 14, 8, 2, 15, 9, 3, 5, 10, 4, 11];

struct Md5Crypt {
    scheme: &'static str,
    magic: &'static str,
    salt: String,
}

impl Family for Md5Crypt {
    fn scheme(&self) -> &'static str {
        self.scheme
    }

    fn parameters(&self) -> String {
        String::new()
    }

    fn text(&self, digest: &[u8]) -> String {
        let mixed = ORDER.map(|place| digest.get(place).copied().unwrap_or_default());
        format!("{}{}${}", self.magic, self.salt, to_crypt64(&mixed))
    }

    fn digest(&self, password: &[u8], _: usize, _: Option<&Key>) -> Result<Zeroizing<Vec<u8>>> {
        let salt = self.salt.as_bytes();
        let mut state = first(password, self.magic.as_bytes(), salt);
        for round in 0..ROUNDS {
            let mut md5 = Md5::new();
            let (before, after) = if round % 2 == 1 {
                (password, state.as_slice())
            } else {
                (state.as_slice(), password)
            };
            md5.update(before);
            if round % 3 != 0 {
                md5.update(salt);
            }
            if round % 7 != 0 {
                md5.update(password);
            }
            md5.update(after);
            state = Zeroizing::new(md5.finalize().to_vec());
        }
        Ok(state)
    }

    fn is_strong(&self) -> bool {
        false
    }

    fn is_light(&self) -> bool {
        true
    }
}

/// What the rounds begin with.
fn first(password: &[u8], magic: &[u8], salt: &[u8]) -> Zeroizing<Vec<u8>> {
    let twice = Md5::new()
        .chain_update(password)
        .chain_update(salt)
        .chain_update(password)
        .finalize();
    let mut md5 = Md5::new()
        .chain_update(password)
        .chain_update(magic)
        .chain_update(salt);
    for chunk in password.chunks(16) {
        md5.update(twice.get(..chunk.len()).unwrap_or(&twice));
    }
    let mut left = password.len();
    while left > 0 {
        // The first author meant something else by this; everybody does it since.
        md5.update(match left % 2 {
            1 => &[0],
            _ => password.get(..1).unwrap_or_default(),
        });
        left /= 2;
    }
    Zeroizing::new(md5.finalize().to_vec())
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    const KINDS: [(&str, &str); 2] = [("md5-crypt", "$1$"), ("apr1", "$apr1$")];
    let (scheme, magic, rest) = KINDS
        .into_iter()
        .find_map(|(scheme, magic)| Some((scheme, magic, text.strip_prefix(magic)?)))?;
    let read = || {
        let (salt, digest) = rest.split_once('$')?;
        let mixed = crypt64(digest).filter(|digest| digest.len() == 16)?;
        let mut digest = vec![0; 16];
        for (place, byte) in ORDER.into_iter().zip(mixed) {
            *digest.get_mut(place)? = byte;
        }
        // Only the first eight letters of a salt count.
        let salt = salt.get(..8).unwrap_or(salt).to_owned();
        let is_salt = salt.is_ascii() && salt.len() <= 8;
        let recipe = Md5Crypt {
            scheme,
            magic,
            salt,
        };
        is_salt.then(|| Parts::of(recipe, digest))
    };
    Some(read().ok_or_else(|| malformed(scheme)))
}

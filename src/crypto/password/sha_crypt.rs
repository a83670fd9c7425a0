//! SHA-crypt: `$5$` (SHA-256) and `$6$` (SHA-512), `[rounds=N$]SALT$HASH`.

use zeroize::Zeroizing;

use super::encoding::{crypt64, to_crypt64};
use super::family::{Family, Parts, excessive, malformed};
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

/// Rounds where none are written.
const STANDARD: u32 = 5_000;
/// Seconds of work.
const MOST: u32 = 10_000_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hash {
    Sha256,
    Sha512,
}

struct ShaCrypt {
    hash: Hash,
    rounds: u32,
    salt: String,
}

impl Hash {
    const fn size(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    /// Where each byte of the text stands in the outcome: threes of bytes a third apart, each three beginning
    /// one column further; the last bytes are left over.
    fn order(self) -> Vec<usize> {
        let (third, turn) = match self {
            Self::Sha256 => (10, 2),
            Self::Sha512 => (21, 1),
        };
        let mut order = vec![];
        for row in 0..third {
            // The text holds the last of each three first.
            for column in (0..3).rev() {
                order.push(row + third * ((column + turn * row) % 3));
            }
        }
        order.extend(3 * third..self.size());
        order
    }
}

impl Family for ShaCrypt {
    fn scheme(&self) -> &'static str {
        match self.hash {
            Hash::Sha256 => "sha256-crypt",
            Hash::Sha512 => "sha512-crypt",
        }
    }

    fn parameters(&self) -> String {
        format!("rounds={}", self.rounds)
    }

    fn text(&self, digest: &[u8]) -> String {
        let order = self.hash.order();
        let mixed: Vec<u8> = order
            .iter()
            .map(|place| digest.get(*place).copied().unwrap_or_default())
            .collect();
        let number = match self.hash {
            Hash::Sha256 => 5,
            Hash::Sha512 => 6,
        };
        let rounds = match self.rounds {
            STANDARD => String::new(),
            rounds => format!("rounds={rounds}$"),
        };
        format!("${number}${rounds}{}${}", self.salt, to_crypt64(&mixed))
    }

    fn digest(&self, password: &[u8], _: usize, _: Option<&Key>) -> Result<Zeroizing<Vec<u8>>> {
        let params = sha_crypt::Params::new(self.rounds).map_err(|error| {
            Error::new(Kind::Failed, "the password could not be hashed").because(error)
        })?;
        let salt = self.salt.as_bytes();
        Ok(Zeroizing::new(match self.hash {
            Hash::Sha256 => sha_crypt::sha256_crypt(password, salt, params).to_vec(),
            Hash::Sha512 => sha_crypt::sha512_crypt(password, salt, params).to_vec(),
        }))
    }

    fn is_strong(&self) -> bool {
        false
    }

    fn is_light(&self) -> bool {
        self.rounds <= STANDARD
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    let (hash, rest) = match (text.strip_prefix("$5$"), text.strip_prefix("$6$")) {
        (Some(rest), _) => (Hash::Sha256, rest),
        (_, Some(rest)) => (Hash::Sha512, rest),
        _ => return None,
    };
    Some(read_rest(hash, rest).unwrap_or_else(|| Err(malformed("SHA-crypt"))))
}

fn read_rest(hash: Hash, rest: &str) -> Option<Result<Parts>> {
    let (rounds, rest) = match rest.strip_prefix("rounds=") {
        None => (STANDARD, rest),
        Some(rest) => {
            let (rounds, rest) = rest.split_once('$')?;
            // More than fits a number is more than is allowed.
            if rounds.is_empty() || !rounds.bytes().all(|c| c.is_ascii_digit()) {
                return None;
            }
            (rounds.parse().unwrap_or(u32::MAX), rest)
        }
    };
    if rounds > MOST {
        return Some(Err(excessive("10 million rounds")));
    }
    let (salt, digest) = rest.split_once('$')?;
    let mixed = crypt64(digest).filter(|digest| digest.len() == hash.size())?;
    let mut digest = vec![0; hash.size()];
    for (place, byte) in hash.order().into_iter().zip(mixed) {
        *digest.get_mut(place)? = byte;
    }
    let recipe = ShaCrypt {
        hash,
        // Fewer than a thousand were taken as a thousand by everybody who wrote them.
        rounds: rounds.max(sha_crypt::Params::ROUNDS_MIN),
        // Only the first 16 letters of a salt count.
        salt: salt.get(..16).unwrap_or(salt).to_owned(),
    };
    let is_salt = recipe.salt.is_ascii() && recipe.salt.len() <= 16;
    is_salt.then(|| Ok(Parts::of(recipe, digest)))
}

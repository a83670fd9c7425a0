//! bcrypt: `$2a$`, `$2b$` and `$2y$`, which differ in name only since 2014; also over a SHA-256 of the password, as
//! Django and passlib do it to get past bcrypt's 72 bytes.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::encoding::{bcrypt64, to_bcrypt64, to_hex};
use super::family::{Family, Parts, excessive, malformed};
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

/// About five seconds.
const HIGHEST_COST: u32 = 16;

/// What happens to the password first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// Its SHA-256 in hexadecimal (`bcrypt_sha256$$2b$…`).
    Django,
    /// Its SHA-256 in base64.
    PasslibOne,
    /// Its HMAC-SHA-256 under the salt, in base64.
    PasslibTwo,
}

struct Bcrypt {
    before: Before,
    /// `2a`, `2b` or `2y`.
    version: String,
    cost: u32,
    salt: [u8; 16],
}

impl Bcrypt {
    fn key(&self, password: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let base64 = |bytes: &[u8]| data_encoding::BASE64.encode(bytes).into_bytes();
        Ok(Zeroizing::new(match self.before {
            Before::Nothing => password.to_vec(),
            Before::Django => to_hex(&Sha256::digest(password)).into_bytes(),
            Before::PasslibOne => base64(&Sha256::digest(password)),
            Before::PasslibTwo => {
                let salt = to_bcrypt64(&self.salt);
                let mac = Hmac::<Sha256>::new_from_slice(salt.as_bytes())
                    .map_err(|error| Error::new(Kind::Bug, "HMAC takes any key").because(error))?;
                base64(&mac.chain_update(password).finalize().into_bytes())
            }
        }))
    }
}

impl Family for Bcrypt {
    fn scheme(&self) -> &'static str {
        match self.before {
            Before::Nothing => "bcrypt",
            _ => "bcrypt-sha256",
        }
    }

    fn parameters(&self) -> String {
        format!("cost={}", self.cost)
    }

    fn text(&self, digest: &[u8]) -> String {
        let Self { version, cost, .. } = self;
        let (salt, digest) = (to_bcrypt64(&self.salt), to_bcrypt64(digest));
        match self.before {
            Before::Nothing => format!("${version}${cost:02}${salt}{digest}"),
            Before::Django => format!("bcrypt_sha256$${version}${cost:02}${salt}{digest}"),
            Before::PasslibOne => format!("$bcrypt-sha256${version},{cost}${salt}${digest}"),
            Before::PasslibTwo => {
                format!("$bcrypt-sha256$v=2,t={version},r={cost}${salt}${digest}")
            }
        }
    }

    fn digest(&self, password: &[u8], _: usize, _: Option<&Key>) -> Result<Zeroizing<Vec<u8>>> {
        let key = self.key(password)?;
        // Like everybody who wrote them: what stands behind 72 bytes does not count.
        let mut padded = Zeroizing::new(key.get(..72).unwrap_or(&key).to_vec());
        if padded.len() < 72 {
            padded.push(0);
        }
        let digest = Zeroizing::new(bcrypt::bcrypt(self.cost, self.salt, &padded).to_vec());
        // The key is repeated with a NUL after it, so that `a` and `a NUL a` give the same outcome. Nobody's
        // password has one: it costs a hash and is wrong.
        if key.contains(&0) {
            return Ok(Zeroizing::new(vec![]));
        }
        Ok(Zeroizing::new(digest.get(..23).unwrap_or(&digest).to_vec()))
    }

    /// OWASP asks for a cost of ten at least.
    fn is_strong(&self) -> bool {
        self.cost >= 10
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    let is_plain = ["$2a$", "$2b$", "$2y$"]
        .iter()
        .any(|prefix| text.starts_with(prefix));
    let read = if is_plain {
        read_plain(Before::Nothing, text)
    } else if let Some(rest) = text.strip_prefix("bcrypt_sha256$") {
        read_plain(Before::Django, rest)
    } else {
        read_passlib(text.strip_prefix("$bcrypt-sha256$")?)
    };
    Some(read.unwrap_or_else(|| Err(malformed("bcrypt"))))
}

/// `$2b$12$` and 53 letters: 22 of salt, 31 of outcome.
fn read_plain(before: Before, text: &str) -> Option<Result<Parts>> {
    let fields: Vec<&str> = text.split('$').collect();
    let ["", version, cost, letters] = fields.as_slice() else {
        return None;
    };
    let (salt, digest) = letters.split_at_checked(22)?;
    of_fields(before, (version, cost), salt, digest)
}

/// `v=2,t=2b,r=12$SALT$HASH`, and `2b,12$SALT$HASH` before 2020.
fn read_passlib(rest: &str) -> Option<Result<Parts>> {
    let fields: Vec<&str> = rest.split('$').collect();
    let [params, salt, digest] = fields.as_slice() else {
        return None;
    };
    let params: Vec<&str> = params.split(',').collect();
    match params.as_slice() {
        ["v=2", version, cost] => {
            let how = (version.strip_prefix("t=")?, cost.strip_prefix("r=")?);
            of_fields(Before::PasslibTwo, how, salt, digest)
        }
        [version, cost] => of_fields(Before::PasslibOne, (version, cost), salt, digest),
        _ => None,
    }
}

fn of_fields(before: Before, how: (&str, &str), salt: &str, digest: &str) -> Option<Result<Parts>> {
    let (version, cost) = how;
    let cost: u32 = cost.parse().ok()?;
    if !matches!(version, "2a" | "2b" | "2y") || cost < 4 {
        return None;
    }
    if cost > HIGHEST_COST {
        return Some(Err(excessive("a cost of 16")));
    }
    let salt = bcrypt64(salt)?.try_into().ok()?;
    let digest = bcrypt64(digest).filter(|digest| digest.len() == 23)?;
    let recipe = Bcrypt {
        before,
        version: version.to_owned(),
        cost,
        salt,
    };
    Some(Ok(Parts::of(recipe, digest)))
}

//! scrypt (RFC 7914): `$scrypt$ln=…,r=…,p=…$SALT$HASH`, as passlib writes it.

use zeroize::Zeroizing;

use super::encoding::{base64, crypt_digit, crypt64, to_base64};
use super::family::{Family, Parts, excessive, malformed, reserve};
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

/// The product of all three parameters at most: 2 GiB, or less of it more often.
pub(super) const MOST: u64 = 1 << 24;

pub(super) struct Scrypt {
    log_n: u8,
    r: u32,
    p: u32,
    salt: Vec<u8>,
}

impl Scrypt {
    pub(super) fn read(
        (log_n, r, p): (u8, u32, u32),
        salt: Vec<u8>,
        digest: Vec<u8>,
    ) -> Result<Parts> {
        let is_sized = (16..=64).contains(&digest.len()) && salt.len() <= 1024;
        if log_n == 0 || r == 0 || p == 0 || !is_sized {
            return Err(malformed("scrypt"));
        }
        let n = 1_u64.checked_shl(u32::from(log_n)).unwrap_or(u64::MAX);
        let work = n.saturating_mul(u64::from(r)).saturating_mul(u64::from(p));
        if log_n > 24 || work > MOST {
            return Err(excessive("2^24 for the product of N, r and p"));
        }
        Ok(Parts::of(Self { log_n, r, p, salt }, digest))
    }

    /// With N itself, which is a power of two.
    pub(super) fn read_n(
        (n, r, p): (u32, u32, u32),
        salt: Vec<u8>,
        digest: Vec<u8>,
    ) -> Result<Parts> {
        if !n.is_power_of_two() {
            return Err(malformed("scrypt"));
        }
        let log_n = u8::try_from(n.trailing_zeros()).map_err(|_| malformed("scrypt"))?;
        Self::read((log_n, r, p), salt, digest)
    }
}

impl Family for Scrypt {
    fn scheme(&self) -> &'static str {
        "scrypt"
    }

    fn parameters(&self) -> String {
        format!("ln={},r={},p={}", self.log_n, self.r, self.p)
    }

    fn text(&self, digest: &[u8]) -> String {
        format!(
            "$scrypt${}${}${}",
            self.parameters(),
            to_base64(&self.salt),
            to_base64(digest)
        )
    }

    fn digest(
        &self,
        password: &[u8],
        length: usize,
        _: Option<&Key>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let failed = || Error::new(Kind::Failed, "the password could not be hashed");
        let params = scrypt::Params::new(self.log_n, self.r, self.p)
            .map_err(|error| failed().because(error))?;
        let blocks = (1_u64 << self.log_n) + u64::from(self.p) + 2;
        reserve(blocks * 128 * u64::from(self.r))?;
        let mut out = Zeroizing::new(vec![0; length]);
        scrypt::scrypt(password, &self.salt, &params, &mut out)
            .map_err(|error| failed().because(error))?;
        Ok(out)
    }

    /// OWASP: N=2^17, r=8, p=1, or half the memory for about twice the lanes.
    fn is_strong(&self) -> bool {
        const ENOUGH: [(u8, u32); 5] = [(17, 1), (16, 2), (15, 3), (14, 5), (13, 10)];
        let reaches = |(log_n, p)| self.log_n >= log_n && self.p >= p;
        self.r >= 8 && ENOUGH.into_iter().any(reaches)
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    let rest = text.strip_prefix("$scrypt$")?;
    Some(read_rest(rest).unwrap_or_else(|| Err(malformed("scrypt"))))
}

fn read_rest(rest: &str) -> Option<Result<Parts>> {
    let fields: Vec<&str> = rest.split('$').collect();
    let [params, salt, digest] = fields.as_slice() else {
        return None;
    };
    let params: Vec<&str> = params.split(',').collect();
    let [log_n, r, p] = params.as_slice() else {
        return None;
    };
    let log_n = log_n.strip_prefix("ln=")?.parse().ok()?;
    let r = r.strip_prefix("r=")?.parse().ok()?;
    let p = p.strip_prefix("p=")?.parse().ok()?;
    let (salt, digest) = (base64(salt)?, base64(digest)?);
    Some(Scrypt::read((log_n, r, p), salt, digest))
}

/// `$7$` of libxcrypt: one letter for N, five for r, five for p, then the salt as the letters that were hashed.
pub(super) fn of_crypt(settings: &str, digest: &str) -> Result<Parts> {
    let read = || {
        let (params, salt) = settings.split_at_checked(11)?;
        let (log_n, rest) = params.split_at_checked(1)?;
        let (r, p) = rest.split_at_checked(5)?;
        let log_n = u8::try_from(number(log_n)?).ok()?;
        let cost = (log_n, number(r)?, number(p)?);
        Some(Scrypt::read(
            cost,
            salt.as_bytes().to_vec(),
            crypt64(digest)?,
        ))
    };
    read().unwrap_or_else(|| Err(malformed("scrypt")))
}

/// A number in letters of `crypt`, the lowest first; at most five of them, 30 bits.
fn number(letters: &str) -> Option<u32> {
    letters.bytes().rev().try_fold(0, |number: u32, c| {
        Some(number.checked_mul(64)? + crypt_digit(c)?)
    })
}

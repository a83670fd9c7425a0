//! One-way password hashing: argon2id (RFC 9106) with the pepper as its secret value.

use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE64_NOPAD;

use super::secret::{Key, SecretText, same};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::composed;

/// What one hash costs: memory in KiB, passes, lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub memory: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// The OWASP minimum for argon2id: 19 MiB, two passes, one lane.
    pub const STANDARD: Self = Self {
        memory: 19_456,
        passes: 2,
        lanes: 1,
    };
    /// For tests only: the smallest that argon2 allows.
    pub const CHEAP: Self = Self {
        memory: 8,
        passes: 1,
        lanes: 1,
    };
    /// What a hash from outside may ask for at most; more is refused before any memory is taken. A hash near
    /// it makes every open try at its account cost seconds and a GiB, until its password is right once.
    const CEILING: Self = Self {
        memory: 1 << 20,
        passes: 32,
        lanes: 16,
    };

    fn params(self) -> Result<Params> {
        Params::new(self.memory, self.passes, self.lanes, Some(32)).map_err(|error| {
            Error::usage("these password hashing parameters are not valid").because(error)
        })
    }
}

/// A secret mixed into every hash, kept outside the database, and its id.
#[derive(Clone, Copy)]
pub struct Pepper<'a> {
    pub id: &'a str,
    pub key: &'a Key,
}

/// A stored hash, read: `$argon2id$v=19$m=…,t=…,p=…[,keyid=…]$SALT$HASH`.
#[derive(Debug, PartialEq, Eq)]
pub struct Stored {
    pub algorithm: &'static str,
    pub cost: Cost,
    /// The pepper that the hash was made with.
    pub pepper: Option<String>,
    salt: Vec<u8>,
    digest: Vec<u8>,
}

/// Hashes `password` (in NFC) with a fresh salt of 128 bits.
pub fn hash(
    password: &SecretText,
    salt: &[u8; 16],
    pepper: Option<Pepper<'_>>,
    cost: Cost,
) -> Result<String> {
    let digest = digest(
        Algorithm::Argon2id,
        password,
        salt,
        pepper.map(|p| p.key),
        cost,
    )?;
    let keyid = pepper
        .map(|p| format!(",keyid={}", BASE64_NOPAD.encode(p.id.as_bytes())))
        .unwrap_or_default();
    Ok(format!(
        "$argon2id$v=19$m={},t={},p={}{keyid}${}${}",
        cost.memory,
        cost.passes,
        cost.lanes,
        BASE64_NOPAD.encode(salt),
        BASE64_NOPAD.encode(&digest)
    ))
}

/// Whether `password` is the one behind `stored`. "No" is an answer; every other trouble (no memory, an
/// unknown pepper) is an error and never looks like a wrong password.
pub fn verify(password: &SecretText, stored: &Stored, pepper: Option<&Key>) -> Result<bool> {
    let algorithm = match stored.algorithm {
        "argon2i" => Algorithm::Argon2i,
        "argon2d" => Algorithm::Argon2d,
        _ => Algorithm::Argon2id,
    };
    let digest = digest(algorithm, password, &stored.salt, pepper, stored.cost)?;
    Ok(same(&digest, &stored.digest))
}

fn digest(
    algorithm: Algorithm,
    password: &SecretText,
    salt: &[u8],
    pepper: Option<&Key>,
    cost: Cost,
) -> Result<[u8; 32]> {
    let failed = |error: argon2::Error| {
        Error::new(Kind::Failed, "the password could not be hashed").because(error)
    };
    let params = cost.params()?;
    let argon2 = match pepper {
        Some(key) => Argon2::new_with_secret(key.expose(), algorithm, Version::V0x13, params)
            .map_err(failed)?,
        None => Argon2::new(algorithm, Version::V0x13, params),
    };
    let composed = SecretText::new(composed(password.expose()));
    let mut out = [0; 32];
    argon2
        .hash_password_into(composed.expose().as_bytes(), salt, &mut out)
        .map_err(failed)?;
    Ok(out)
}

/// Reads a PHC string; unknown schemes and excessive costs are refused with the reason.
pub fn parse(text: &str) -> Result<Stored> {
    let parts: Vec<&str> = text.split('$').collect();
    let ["", scheme, "v=19", params, salt, digest] = parts.as_slice() else {
        return Err(
            Error::usage("this is not a password hash that can be verified")
                .hint("accepted: `$argon2id$v=19$m=…,t=…,p=…$SALT$HASH`, also argon2i and argon2d"),
        );
    };
    let algorithm = match *scheme {
        "argon2id" => "argon2id",
        "argon2i" => "argon2i",
        "argon2d" => "argon2d",
        _ => {
            return Err(Error::usage("the hash scheme is not known")
                .hint("accepted: argon2id, argon2i, argon2d"));
        }
    };
    let (cost, pepper) = parse_params(params)?;
    let salt = decode(salt, 8..=64)?;
    let digest = decode(digest, 32..=32)?;
    Ok(Stored {
        algorithm,
        cost,
        pepper,
        salt,
        digest,
    })
}

fn parse_params(params: &str) -> Result<(Cost, Option<String>)> {
    let mut cost = Cost {
        memory: 0,
        passes: 0,
        lanes: 0,
    };
    let mut pepper = None;
    for param in params.split(',') {
        let wrong = || Error::usage("the hash has a parameter that is not known");
        let (name, value) = param.split_once('=').ok_or_else(wrong)?;
        match name {
            "m" => cost.memory = value.parse().map_err(|_| wrong())?,
            "t" => cost.passes = value.parse().map_err(|_| wrong())?,
            "p" => cost.lanes = value.parse().map_err(|_| wrong())?,
            "keyid" => {
                pepper = Some(String::from_utf8(decode(value, 1..=64)?).map_err(|_| wrong())?);
            }
            _ => return Err(wrong()),
        }
    }
    let top = Cost::CEILING;
    if cost.memory > top.memory || cost.passes > top.passes || cost.lanes > top.lanes {
        return Err(Error::usage("the hash asks for more work than is allowed")
            .hint("at most 1 GiB of memory, 32 passes and 16 lanes"));
    }
    cost.params()?;
    Ok((cost, pepper))
}

fn decode(text: &str, bytes: std::ops::RangeInclusive<usize>) -> Result<Vec<u8>> {
    BASE64_NOPAD
        .decode(text.as_bytes())
        .ok()
        .filter(|decoded| bytes.contains(&decoded.len()))
        .ok_or_else(|| {
            Error::usage("the hash has a part that is not base64 of the expected length")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretText {
        SecretText::new(text.to_owned())
    }

    #[test]
    fn rfc_9106_argon2id_vector() {
        // RFC 9106 §5.3: 32 bytes 01, salt 16 bytes 02, secret 8 bytes 03, data 12 bytes 04, m=32 t=3 p=4.
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .output_len(32)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon2 =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut out = [0; 32];
        argon2
            .hash_password_into(&[1; 32], &[2; 16], &mut out)
            .unwrap();
        assert_eq!(
            data_encoding::HEXLOWER.encode(&out),
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
        );
    }

    #[test]
    fn a_hash_knows_its_password_and_its_pepper() {
        let key = Key::new([5; 32]);
        let pepper = Pepper {
            id: "pep1",
            key: &key,
        };
        let text = hash(
            &secret("Zoe\u{308} 14 geese"),
            &[9; 16],
            Some(pepper),
            Cost::CHEAP,
        )
        .unwrap();
        let stored = parse(&text).unwrap();
        assert_eq!(stored.pepper.as_deref(), Some("pep1"));
        assert!(verify(&secret("Zo\u{eb} 14 geese"), &stored, Some(&key)).unwrap());
        assert!(!verify(&secret("Zo\u{eb} 14 goose"), &stored, Some(&key)).unwrap());
        assert!(!verify(&secret("Zo\u{eb} 14 geese"), &stored, None).unwrap());
    }

    #[test]
    fn hostile_costs_are_refused_before_memory_is_taken() {
        let salt_and_hash = format!(
            "{}${}",
            BASE64_NOPAD.encode(&[1; 16]),
            BASE64_NOPAD.encode(&[1; 32])
        );
        for params in [
            "m=4194304,t=1,p=1",
            "m=8,t=4000,p=1",
            "m=8,t=1,p=99",
            "m=8,t=1",
            "m=8,t=1,p=1,x=1",
        ] {
            assert!(
                parse(&format!("$argon2id$v=19${params}${salt_and_hash}")).is_err(),
                "{params}"
            );
        }
        assert!(parse("$2y$10$abcdefghijklmnopqrstuv").is_err());
        assert!(parse("").is_err());
    }
}

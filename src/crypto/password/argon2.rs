//! Argon2 in PHC form: `$argon2id$v=19$m=…,t=…,p=…[,keyid=…]$SALT$HASH`; also argon2i, argon2d and the older
//! version 16, for hashes from elsewhere.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

use super::encoding::{base64, to_base64};
use super::family::{Family, Parts, excessive, malformed};
use super::scratch;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

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
    /// What a hash may ask for at most; more is refused before any memory is taken. A hash near it makes every
    /// open try at its account cost seconds and a GiB, until its password is right once.
    pub const CEILING: Self = Self {
        memory: 1 << 20,
        passes: 32,
        lanes: 16,
    };

    /// The OWASP Password Storage Cheat Sheet takes these as equally strong.
    const ENOUGH: [(u32, u32); 5] = [
        (47_104, 1),
        (19_456, 2),
        (12_288, 3),
        (9_216, 4),
        (7_168, 5),
    ];

    /// Whether it reaches the OWASP minimum.
    pub fn is_enough(self) -> bool {
        let reaches = |(memory, passes)| self.memory >= memory && self.passes >= passes;
        Self::ENOUGH.into_iter().any(reaches)
    }

    /// Refuses what argon2 cannot do and what would exhaust this machine.
    pub fn check(self) -> Result<()> {
        let top = Self::CEILING;
        if self.memory > top.memory || self.passes > top.passes || self.lanes > top.lanes {
            return Err(excessive("1 GiB of memory, 32 passes and 16 lanes"));
        }
        self.params(32).map(drop)
    }

    fn params(self, length: usize) -> Result<Params> {
        Params::new(self.memory, self.passes, self.lanes, Some(length)).map_err(|error| {
            Error::usage("these password hashing parameters are not valid").because(error)
        })
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m={},t={},p={}", self.memory, self.passes, self.lanes)
    }
}

/// How an argon2 hash was made; a new one is always of kind `id`.
pub(super) struct Argon2id {
    kind: Algorithm,
    version: Version,
    cost: Cost,
    pepper: Option<String>,
    salt: Vec<u8>,
}

impl Argon2id {
    pub(super) fn new(cost: Cost, salt: &[u8], pepper: Option<&str>) -> Self {
        Self {
            kind: Algorithm::Argon2id,
            version: Version::V0x13,
            cost,
            pepper: pepper.map(str::to_owned),
            salt: salt.to_vec(),
        }
    }

    /// A hash of version 16 or 19 as another program made it.
    pub(super) fn foreign(kind: &str, version: u32, cost: Cost, salt: Vec<u8>) -> Result<Self> {
        cost.check()?;
        // Argon2 takes no shorter salt (RFC 9106 §3.1).
        if !(8..=256).contains(&salt.len()) {
            return Err(malformed("argon2"));
        }
        Ok(Self {
            kind: match kind {
                "argon2id" => Algorithm::Argon2id,
                "argon2i" => Algorithm::Argon2i,
                "argon2d" => Algorithm::Argon2d,
                _ => return Err(malformed("argon2")),
            },
            version: match version {
                19 => Version::V0x13,
                16 => Version::V0x10,
                _ => return Err(malformed("argon2")),
            },
            cost,
            pepper: None,
            salt,
        })
    }

    const fn is_old(&self) -> bool {
        matches!(self.version, Version::V0x10)
    }
}

impl Family for Argon2id {
    fn scheme(&self) -> &'static str {
        match self.kind {
            Algorithm::Argon2id => "argon2id",
            Algorithm::Argon2i => "argon2i",
            Algorithm::Argon2d => "argon2d",
        }
    }

    fn parameters(&self) -> String {
        let old = if self.is_old() { "v=16," } else { "" };
        format!("{old}{}", self.cost)
    }

    fn text(&self, digest: &[u8]) -> String {
        let keyid = self
            .pepper
            .as_ref()
            .map(|id| format!(",{}", keyid(id)))
            .unwrap_or_default();
        format!(
            "${}$v={}${}{keyid}${}${}",
            self.scheme(),
            if self.is_old() { 16 } else { 19 },
            self.cost,
            to_base64(&self.salt),
            to_base64(digest)
        )
    }

    fn digest(
        &self,
        password: &[u8],
        length: usize,
        pepper: Option<&Key>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let failed = |error: argon2::Error| {
            Error::new(Kind::Failed, "the password could not be hashed").because(error)
        };
        let params = self.cost.params(length)?;
        let argon2 = match pepper {
            Some(key) => Argon2::new_with_secret(key.expose(), self.kind, self.version, params)
                .map_err(failed)?,
            None => Argon2::new(self.kind, self.version, params),
        };
        let mut out = Zeroizing::new(vec![0; length]);
        scratch::with(argon2.params().block_count(), |memory| {
            argon2.hash_password_into_with_memory(password, &self.salt, &mut out, memory)
        })?
        .map_err(failed)?;
        Ok(out)
    }

    fn is_strong(&self) -> bool {
        self.kind == Algorithm::Argon2id && self.cost.is_enough()
    }

    fn pepper(&self) -> Option<&str> {
        self.pepper.as_deref()
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    text.starts_with("$argon2").then(|| {
        let (recipe, digest) = read_recipe(text)?;
        Ok(Parts::of(recipe, digest))
    })
}

/// Reads a PHC string. One without a version is of version 16, which did not write it.
pub(super) fn read_recipe(text: &str) -> Result<(Argon2id, Vec<u8>)> {
    let wrong = || malformed("argon2");
    let parts: Vec<&str> = text.split('$').collect();
    let (kind, version, params, salt, digest) = match parts.as_slice() {
        ["", kind, "v=19", params, salt, digest] => (*kind, 19, *params, *salt, *digest),
        ["", kind, "v=16", params, salt, digest] | ["", kind, params, salt, digest] => {
            (*kind, 16, *params, *salt, *digest)
        }
        _ => return Err(wrong()),
    };
    let (cost, pepper) = read_params(params)?;
    let salt = base64(salt).ok_or_else(wrong)?;
    let mut recipe = Argon2id::foreign(kind, version, cost, salt)?;
    recipe.pepper = pepper;
    let digest = base64(digest)
        .filter(|digest| (12..=128).contains(&digest.len()))
        .ok_or_else(wrong)?;
    Ok((recipe, digest))
}

fn read_params(params: &str) -> Result<(Cost, Option<String>)> {
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
                let id = base64(value).filter(|id| (1..=64).contains(&id.len()));
                let id = id.and_then(|id| String::from_utf8(id).ok());
                pepper = Some(id.ok_or_else(wrong)?);
            }
            _ => return Err(wrong()),
        }
    }
    Ok((cost, pepper))
}
/// How a hash names a pepper; the salt follows behind a `$`.
pub fn keyid(pepper: &str) -> String {
    format!("keyid={}", to_base64(pepper.as_bytes()))
}

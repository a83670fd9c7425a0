//! Looking at a bundle that somebody hands back: whether it is a whole bag, and of which request. Nothing that it says is
//! believed before it is checked, and none of it decides how much memory that takes.

mod inspect;
mod shape;
mod sources;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub use inspect::Checked;

use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, Identity};
use inspect::Inspector;

/// What may open a bundle.
#[derive(Default)]
pub struct Keys {
    pub identities: Vec<Identity>,
    pub passphrase: Option<SecretText>,
}

/// In which form a bundle lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Folder,
    Tar,
    Age,
    Zip,
}

impl Form {
    /// By how it begins, whatever it is called.
    pub fn of(path: &Path) -> Result<Self> {
        let failed = |error: std::io::Error| Error::io("read", path, &error);
        if path.metadata().map_err(failed)?.is_dir() {
            return Ok(Self::Folder);
        }
        let mut begin = vec![];
        let file = File::open(path).map_err(failed)?;
        file.take(32).read_to_end(&mut begin).map_err(failed)?;
        let ages: [&[u8]; 2] = [b"age-encryption.org/", b"-----BEGIN AGE"];
        Ok(match begin.as_slice() {
            bytes if ages.iter().any(|age| bytes.starts_with(age)) => Self::Age,
            bytes if bytes.starts_with(b"PK\x03\x04") => Self::Zip,
            _ => Self::Tar,
        })
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Tar => "tar",
            Self::Age => "age",
            Self::Zip => "zip",
        }
    }
}

/// Checks the content of a bundle; none: nothing given opens it.
pub fn content(path: &Path, form: Form, keys: &Keys) -> Result<Option<Checked>> {
    let failed = |error: std::io::Error| Error::io("read", path, &error);
    let mut inspector = Inspector::default();
    match form {
        Form::Folder => sources::folder(path, &mut inspector)?,
        Form::Tar => sources::tar(File::open(path).map_err(failed)?, &mut inspector)?,
        Form::Age => {
            let file = File::open(path).map_err(failed)?;
            match &keys.passphrase {
                Some(text) => {
                    sources::tar(
                        wrap::decrypt_stream_with_passphrase(text, file)?,
                        &mut inspector,
                    )?;
                }
                None if keys.identities.is_empty() => return Ok(None),
                None => {
                    sources::tar(
                        wrap::decrypt_stream(&keys.identities, file)?,
                        &mut inspector,
                    )?;
                }
            }
        }
        Form::Zip => match &keys.passphrase {
            Some(text) => sources::zip(path, text, &mut inspector)?,
            None => return Ok(None),
        },
    }
    inspector.finish().map(Some)
}

/// Checks an answer alone; gives the texts of its outermost level.
#[cfg(test)]
pub(super) fn answer(input: &mut dyn Read) -> Result<std::collections::BTreeMap<String, String>> {
    shape::check(input)
}

/// What is wrong with a bundle.
fn damaged(what: impl Into<String>) -> Error {
    Error::integrity(what).hint("do not use it; build and send another one")
}

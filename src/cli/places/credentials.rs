//! Reads the keys to object storage from a file that nobody else can read.

use std::path::Path;

use crate::base::error::Result;
use crate::cli::file_guard;
use crate::remote::s3::{AccessKey, credentials};

/// A larger one is something else.
const LIMIT: u64 = 64 << 10;

pub(super) fn read(path: &Path, profile: Option<&str>) -> Result<AccessKey> {
    file_guard::secret(path)?;
    let text = file_guard::read_text(path, LIMIT)?;
    credentials::parse(&text, profile.unwrap_or("default"))
        .map_err(|error| error.because(format!("it is read from `{}`", path.display())))
}

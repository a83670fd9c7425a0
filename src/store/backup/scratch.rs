//! A private folder for a while, for copies of what lies far away. It goes when it is dropped.

use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::store::file;

/// A folder that nobody else enters.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes a new folder in `parent`.
    pub fn new(parent: &Path, random: &Random) -> Result<Self> {
        let path = parent.join(format!("optimactl-{}", random.id("tmp")?));
        if path.symlink_metadata().is_ok() {
            return Err(Error::conflict(format!(
                "`{}` already exists",
                path.display()
            )));
        }
        file::make_folder(&path)?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

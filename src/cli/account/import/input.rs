//! Where an import reads from: a file or standard input. Its first bytes may tell the format.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read};
use std::path::Path;

use crate::base::error::{Error, Result};
use crate::cli::context::Context;
use crate::domain::moving;
use crate::domain::moving::format::Format;

/// How much of a file tells its format, at most.
const HEAD: usize = 64 * 1024;

/// What is read, and what is known of it before.
pub(super) struct Input {
    pub(super) name: String,
    pub(super) from: BufReader<Box<dyn Read + Send>>,
    pub(super) bytes: Option<u64>,
    pub(super) is_file: bool,
}

impl Input {
    pub(super) fn open(ctx: &mut Context, path: &Path) -> Result<Self> {
        if path.as_os_str() == "-" {
            // The lock of standard input cannot go to the thread that reads; who took it is remembered.
            drop(ctx.stdin.take("FILE `-`")?);
            return Ok(Self::of(
                "standard input".to_owned(),
                Box::new(std::io::stdin()),
                None,
            ));
        }
        let file = File::open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                Error::not_found(format!("there is no file `{}`", path.display()))
            }
            _ => Error::io("open", path, &error),
        })?;
        let meta = file
            .metadata()
            .map_err(|error| Error::io("look at", path, &error))?;
        if meta.is_dir() {
            return Err(Error::usage(format!("`{}` is a folder", path.display())));
        }
        let bytes = meta.is_file().then_some(meta.len());
        Ok(Self::of(path.display().to_string(), Box::new(file), bytes))
    }

    fn of(name: String, from: Box<dyn Read + Send>, bytes: Option<u64>) -> Self {
        Self {
            name,
            from: BufReader::with_capacity(HEAD, from),
            bytes,
            is_file: bytes.is_some(),
        }
    }

    /// Looks at what the first read brings; nothing is taken from the stream.
    pub(super) fn guess(&mut self) -> Result<Format> {
        let head = self.from.fill_buf();
        Format::guess(
            head.map_err(|error| {
                Error::failed(format!("cannot read {}", self.name)).because(error)
            })?,
        )
    }
}

pub(super) fn digest(path: &Path) -> Result<String> {
    let file = File::open(path).map_err(|error| Error::io("open", path, &error))?;
    moving::digest(Box::new(file))
}

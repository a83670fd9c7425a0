//! Where lines come from: a file or standard input read to its end.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::base::error::{Error, Result};
use crate::cli::context::Context;

/// How much is read at once.
pub(super) const BLOCK: usize = 256 * 1024;

/// What is read to its end.
pub(super) struct Input {
    pub(super) from: BufReader<Box<dyn Read>>,
    pub(super) bytes: Option<u64>,
}

impl Input {
    pub(super) fn open(ctx: &mut Context, path: &Path) -> Result<Self> {
        if path.as_os_str() == "-" {
            let input = ctx.stdin.take("FILE `-`")?;
            return Ok(Self {
                from: BufReader::with_capacity(BLOCK, Box::new(input)),
                bytes: None,
            });
        }
        let file = opened(path)?;
        let meta = file
            .metadata()
            .map_err(|error| Error::io("look at", path, &error))?;
        let input = Self {
            from: BufReader::with_capacity(BLOCK, Box::new(file)),
            bytes: meta.is_file().then_some(meta.len()),
        };
        input.not_packed(path)
    }

    /// Whether it comes from nowhere that could be read again.
    pub(super) const fn passes(&self) -> bool {
        self.bytes.is_none()
    }

    fn not_packed(mut self, path: &Path) -> Result<Self> {
        let head = io::BufRead::fill_buf(&mut self.from)
            .map_err(|error| Error::io("read", path, &error))?;
        if super::rotation::is_packed(head) {
            let shown = path.display();
            return Err(
                Error::usage(format!("`{shown}` is compressed")).hint(format!(
                    "unpack it on the way: `zcat {shown} | optimactl audit ingest -`"
                )),
            );
        }
        if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
            return Err(Error::usage(format!("`{}` is UTF-16 text", path.display()))
                .hint("convert it to UTF-8 first"));
        }
        Ok(self)
    }
}

pub(super) fn opened(path: &Path) -> Result<File> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            Error::not_found(format!("there is no file `{}`", path.display()))
        }
        _ => Error::io("open", path, &error),
    })?;
    if file.metadata().is_ok_and(|meta| meta.is_dir()) {
        return Err(Error::usage(format!("`{}` is a folder", path.display())));
    }
    Ok(file)
}

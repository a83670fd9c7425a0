//! Where lines come from: a file or standard input read to its end.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use chrono::TimeDelta;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::cli::context::Context;

/// How much is read at once.
pub(super) const BLOCK: usize = 256 * 1024;
/// A file that rested for so long is complete.
const RESTED: TimeDelta = TimeDelta::minutes(1);

/// What is read to its end.
pub(super) struct Input {
    pub(super) from: BufReader<Box<dyn Read>>,
    pub(super) bytes: Option<u64>,
    changed: Option<Time>,
}

impl Input {
    pub(super) fn open(ctx: &mut Context, path: &Path) -> Result<Self> {
        if path.as_os_str() == "-" {
            let input = ctx.stdin.take("FILE `-`")?;
            return Ok(Self {
                from: BufReader::with_capacity(BLOCK, Box::new(input)),
                bytes: None,
                changed: None,
            });
        }
        let file = opened(path)?;
        let meta = file
            .metadata()
            .map_err(|error| Error::io("look at", path, &error))?;
        let modified = meta.modified().ok().filter(|_| meta.is_file());
        let input = Self {
            from: BufReader::with_capacity(BLOCK, Box::new(file)),
            bytes: meta.is_file().then_some(meta.len()),
            changed: modified.map(Time::from),
        };
        input.not_packed(path)
    }

    /// Whether somebody may be writing its last line.
    pub(super) fn may_grow(&self, now: Time) -> bool {
        self.changed.is_some_and(|changed| now - changed < RESTED)
    }

    /// Whether it comes from nowhere that could be read again.
    pub(super) const fn passes(&self) -> bool {
        self.bytes.is_none()
    }

    fn not_packed(mut self, path: &Path) -> Result<Self> {
        let head = io::BufRead::fill_buf(&mut self.from)
            .map_err(|error| Error::io("read", path, &error))?;
        let packed = [&b"\x1f\x8b"[..], b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ"];
        if packed.iter().any(|magic| head.starts_with(magic)) {
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

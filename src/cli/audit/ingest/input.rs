//! Where lines come from: a file or standard input read to its end, or a file that grows.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::cli::context::Context;

/// How much is read at once.
const BLOCK: usize = 256 * 1024;
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

fn opened(path: &Path) -> Result<File> {
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

/// A file that grows, is cut or gives its name to another.
pub(super) struct Tail {
    path: PathBuf,
    pub(super) from: BufReader<File>,
}

impl Tail {
    pub(super) fn open(path: &Path) -> Result<Self> {
        Ok(Self {
            path: path.to_owned(),
            from: BufReader::with_capacity(BLOCK, opened(path)?),
        })
    }

    pub(super) fn has_news(&self, read: u64) -> Result<bool> {
        Ok(self.length()? != read || self.is_replaced())
    }

    pub(super) fn is_cut(&self, read: u64) -> bool {
        self.length().is_ok_and(|length| length < read)
    }

    /// Whether another file has the name now. None has it between the two steps of a rotation.
    pub(super) fn is_replaced(&self) -> bool {
        let (Ok(own), Ok(named)) = (
            self.from.get_ref().metadata(),
            std::fs::metadata(&self.path),
        ) else {
            return false;
        };
        (own.dev(), own.ino()) != (named.dev(), named.ino())
    }

    pub(super) fn rewind(&mut self) -> Result<()> {
        self.from
            .rewind()
            .map_err(|error| Error::io("read", &self.path, &error))
    }

    /// Takes the file that has the name now, if there is one.
    pub(super) fn reopen(&mut self) -> Result<bool> {
        match opened(&self.path) {
            Ok(file) => self.from = BufReader::with_capacity(BLOCK, file),
            Err(error) if error.kind == crate::base::error::Kind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        }
        Ok(true)
    }

    fn length(&self) -> Result<u64> {
        let meta = self.from.get_ref().metadata();
        Ok(meta
            .map_err(|error| Error::io("look at", &self.path, &error))?
            .len())
    }
}

//! What a file of a bundle holds: bytes at hand, or whatever writes them, the same ones each time it is asked.

use std::fmt;
use std::io::{self, Write};
use std::sync::Arc;

/// The one who writes a file's bytes.
type Make<'a> = dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a;

/// The bytes of a file.
#[derive(Clone)]
pub enum Content<'a> {
    Held(Arc<[u8]>),
    /// Asked twice, for the digest and for the file: it must write the same both times.
    Made(Arc<Make<'a>>),
}

/// A file, named relative to `data/`.
#[derive(Clone)]
pub struct File<'a> {
    pub path: String,
    pub content: Content<'a>,
}

impl<'a> File<'a> {
    pub fn held(path: impl Into<String>, bytes: impl AsRef<[u8]>) -> Self {
        Self {
            path: path.into(),
            content: Content::Held(bytes.as_ref().into()),
        }
    }

    pub fn made(
        path: impl Into<String>,
        make: impl Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            content: Content::Made(Arc::new(make)),
        }
    }
}

impl Content<'_> {
    pub fn write(&self, output: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Held(bytes) => output.write_all(bytes),
            Self::Made(make) => make(output),
        }
    }
}

impl fmt::Debug for File<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("File").field(&self.path).finish()
    }
}

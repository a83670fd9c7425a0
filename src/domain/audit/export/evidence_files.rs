//! The files of a folder of evidence: each written once, hashed on the way, and listed as `sha256sum -c` reads it.
//! Memory grows with the number of files, never with what is in them.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::base::error::{Error, Result};
use crate::crypto::seal::Sha256Stream;
use crate::store::file;

/// A folder that is being filled.
pub(super) struct Folder {
    root: PathBuf,
    /// Lines of the manifest.
    listed: Vec<u8>,
}

/// A file that is being written.
pub(super) struct Listed {
    name: String,
    path: PathBuf,
    out: BufWriter<File>,
    hash: Sha256Stream,
}

impl Folder {
    pub(super) fn new(root: &Path) -> Result<Self> {
        file::make_folder(&root.join("proofs"))?;
        Ok(Self {
            root: root.to_owned(),
            listed: vec![],
        })
    }

    pub(super) fn begin(&self, name: &str) -> Result<Listed> {
        let path = self.root.join(name);
        if let Some(parent) = path.parent() {
            file::make_folder(parent)?;
        }
        Ok(Listed {
            name: name.to_owned(),
            out: BufWriter::new(file::create_new(&path)?),
            path,
            hash: Sha256Stream::default(),
        })
    }

    pub(super) fn end(&mut self, mut written: Listed) -> Result<()> {
        written
            .out
            .flush()
            .map_err(|error| written.failed(&error))?;
        let hash = written.hash.hex();
        let line = format!("{hash}  {}\n", written.name);
        self.listed.extend_from_slice(line.as_bytes());
        Ok(())
    }

    pub(super) fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut file = self.begin(name)?;
        file.write_all(bytes).map_err(|error| file.failed(&error))?;
        self.end(file)
    }

    /// The manifest is flushed; the files before it need not be, it tells whether they are whole.
    pub(super) fn finish(self, manifest: &str) -> Result<()> {
        file::write_atomic(&self.root.join(manifest), &self.listed)
    }
}

impl Listed {
    pub(super) fn failed(&self, error: &io::Error) -> Error {
        Error::io("write", &self.path, error)
    }
}

impl Write for Listed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.hash.add(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

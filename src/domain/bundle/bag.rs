//! The bag (RFC 8493): payload, manifests, tag files. `sha256sum -c manifest-sha256.txt` checks it with nothing of ours.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::About;
use super::content::{Content, File};
use crate::base::clock::Time;
use crate::base::error::{Error, Result};

/// The files of a bag, measured, in the order in which they are packed.
#[derive(Debug)]
pub struct Bag<'a> {
    pub(super) folder: String,
    /// Of every file.
    pub(super) made: Time,
    pub(super) files: Vec<Measured<'a>>,
}

/// A file with what the manifest and the archive say of it.
#[derive(Debug)]
pub(super) struct Measured<'a> {
    pub(super) file: File<'a>,
    pub(super) bytes: u64,
    pub(super) sha256: [u8; 32],
}

pub(super) const MANIFEST: &str = "manifest-sha256.txt";
pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
pub(super) const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Counts and hashes what passes.
#[derive(Debug)]
pub struct Gauge<W> {
    pub inner: W,
    pub hash: Sha256,
    pub bytes: u64,
}

impl<W> Gauge<W> {
    pub fn new(inner: W) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
            bytes: 0,
        }
    }
}

impl<W: Write> Write for Gauge<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.hash.update(bytes.get(..count).unwrap_or_default());
        self.bytes += u64::try_from(count).unwrap_or(u64::MAX);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<'a> Measured<'a> {
    fn new(file: File<'a>) -> Result<Self> {
        let (bytes, sha256) = written(&file.content, io::sink())
            .map_err(|error| Error::bug("a file of a bundle cannot be written").because(error))?;
        Ok(Self {
            file,
            bytes,
            sha256,
        })
    }

    /// Writes the bytes, and only those that were measured.
    pub(super) fn write(&self, output: impl Write) -> io::Result<()> {
        if written(&self.file.content, output)? == (self.bytes, self.sha256) {
            return Ok(());
        }
        Err(io::Error::other(
            "a file of the bundle changed while it was packed",
        ))
    }
}

/// Writes a content in large pieces; gives its size and digest.
fn written(content: &Content<'_>, output: impl Write) -> io::Result<(u64, [u8; 32])> {
    let mut output = BufWriter::with_capacity(64 * 1024, Gauge::new(output));
    content.write(&mut output)?;
    let gauge = output.into_inner().map_err(|error| error.into_error())?;
    Ok((gauge.bytes, gauge.hash.finalize().into()))
}

impl<'a> Bag<'a> {
    /// A bag around these files, which are named relative to `data/`.
    pub(super) fn new(about: &About<'_>, mut payload: Vec<File<'a>>) -> Result<Self> {
        payload.sort_by(|a, b| a.path.cmp(&b.path));
        let mut measured: Vec<Measured<'a>> = vec![];
        for mut file in payload {
            require_plain(&file.path)?;
            file.path = format!("data/{}", file.path);
            if measured
                .last()
                .is_some_and(|last| last.file.path == file.path)
            {
                return Err(Error::bug("two files of a bundle have one name"));
            }
            measured.push(Measured::new(file)?);
        }
        let mut tags = vec![
            Measured::new(File::held("bagit.txt", DECLARATION))?,
            Measured::new(File::held("bag-info.txt", info(about, &measured)))?,
            Measured::new(File::held(MANIFEST, manifest(&measured)))?,
        ];
        tags.push(Measured::new(File::held(TAG_MANIFEST, manifest(&tags)))?);
        tags.append(&mut measured);
        Ok(Self {
            folder: format!("bundle-{}-{}", about.reference, about.number),
            made: about.made,
            files: tags,
        })
    }

    pub const fn len(&self) -> usize {
        self.files.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The names of the files, and what they say.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Content<'a>)> {
        let files = self.files.iter();
        files.map(|measured| (measured.file.path.as_str(), &measured.file.content))
    }

    /// The digest that stands for the whole content.
    pub fn manifest_sha256(&self) -> String {
        let mut files = self.files.iter();
        let manifest = files.find(|measured| measured.file.path == MANIFEST);
        manifest.map_or_else(String::new, |found| HEXLOWER.encode(&found.sha256))
    }
}

/// A name that is the same everywhere: RFC 8493 §5.1.3 and §6.1.2 tell what others do.
fn require_plain(path: &str) -> Result<()> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let is_plain = |part: &str| {
        !part.is_empty() && part.len() <= 100 && !part.starts_with('.') && part.chars().all(fits)
    };
    if path.split('/').all(is_plain) {
        return Ok(());
    }
    Err(Error::bug(
        "a file of a bundle has a name that no system takes",
    ))
}

fn manifest(files: &[Measured<'_>]) -> String {
    let mut text = String::new();
    for measured in files {
        let digest = HEXLOWER.encode(&measured.sha256);
        writeln!(text, "{digest}  {}", measured.file.path).ok();
    }
    text
}

fn info(about: &About<'_>, payload: &[Measured<'_>]) -> String {
    let bytes: u64 = payload.iter().map(|measured| measured.bytes).sum();
    let mut text = String::new();
    if let Some(name) = &about.controller.name {
        // RFC 8493 §2.2.2: one line; a name cannot start another tag.
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(text, "Source-Organization: {name}").ok();
    }
    let lines = [
        (
            "External-Identifier",
            format!("{}-{}", about.reference, about.number),
        ),
        (
            "External-Description",
            format!("answer to a data request ({})", about.profile.as_str()),
        ),
        ("Bagging-Date", about.made.format("%Y-%m-%d").to_string()),
        ("Payload-Oxum", format!("{bytes}.{}", payload.len())),
    ];
    for (tag, value) in lines {
        writeln!(text, "{tag}: {value}").ok();
    }
    text
}

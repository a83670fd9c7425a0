//! The bag (RFC 8493): payload, manifests, tag files; and its tar form. `sha256sum -c manifest-sha256.txt`
//! checks it with nothing of ours.

use std::fmt::Write as _;
use std::io::{self, Write};

use data_encoding::HEXLOWER;

use super::About;
use crate::base::error::{Error, Result};
use crate::crypto::seal::sha256;

/// The files of a bag, in memory, in the order in which they are packed.
#[derive(Debug)]
pub struct Bag {
    folder: String,
    /// Seconds since 1970 for every file's time.
    made: u64,
    files: Vec<(String, Vec<u8>)>,
}

const MANIFEST: &str = "manifest-sha256.txt";

impl Bag {
    /// A bag around these files, which are named relative to `data/`.
    pub(super) fn new(about: &About<'_>, mut payload: Vec<(String, Vec<u8>)>) -> Result<Self> {
        payload.sort();
        for (path, _) in &mut payload {
            *path = format!("data/{path}");
        }
        let mut tags = vec![
            (
                "bagit.txt".to_owned(),
                b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec(),
            ),
            ("bag-info.txt".to_owned(), info(about, &payload)),
            (MANIFEST.to_owned(), manifest(&payload)),
        ];
        tags.push(("tagmanifest-sha256.txt".to_owned(), manifest(&tags)));
        tags.append(&mut payload);
        Ok(Self {
            folder: format!("bundle-{}-{}", about.reference, about.number),
            made: u64::try_from(about.made.timestamp())
                .map_err(|_| Error::bug("a bundle is older than 1970"))?,
            files: tags,
        })
    }

    pub const fn len(&self) -> usize {
        self.files.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The digest that stands for the whole content.
    pub fn manifest_sha256(&self) -> String {
        let manifest = self.files().find(|(path, _)| *path == MANIFEST);
        HEXLOWER.encode(&sha256(manifest.map_or(&[], |(_, bytes)| bytes)))
    }

    /// Writes the bag as one POSIX tar (ustar) and hands the writer back.
    pub fn pack<W: Write>(&self, output: W) -> io::Result<W> {
        let mut tar = tar::Builder::new(output);
        for (path, bytes) in self.files() {
            let mut header = tar::Header::new_ustar();
            header.set_size(u64::try_from(bytes.len()).map_err(io::Error::other)?);
            header.set_mode(0o600);
            header.set_mtime(self.made);
            header.set_entry_type(tar::EntryType::Regular);
            tar.append_data(&mut header, format!("{}/{path}", self.folder), bytes)?;
        }
        tar.into_inner()
    }
}

fn manifest(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut text = String::new();
    for (path, bytes) in files {
        writeln!(text, "{}  {path}", HEXLOWER.encode(&sha256(bytes))).ok();
    }
    text.into_bytes()
}

fn info(about: &About<'_>, payload: &[(String, Vec<u8>)]) -> Vec<u8> {
    let bytes: usize = payload.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut text = String::new();
    if let Some(name) = &about.controller.name {
        // RFC 8493 §2.2.2: one line; a name cannot start another tag.
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(text, "Source-Organization: {name}").ok();
    }
    writeln!(
        text,
        "External-Identifier: {}-{}",
        about.reference, about.number
    )
    .ok();
    writeln!(
        text,
        "External-Description: answer to a data request ({})",
        about.profile.as_str()
    )
    .ok();
    writeln!(text, "Bagging-Date: {}", about.made.format("%Y-%m-%d")).ok();
    writeln!(text, "Payload-Oxum: {bytes}.{}", payload.len()).ok();
    text.into_bytes()
}

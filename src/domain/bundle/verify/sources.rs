//! The files of a bundle in each of its forms. What is no plain file is refused, before anything of it is read.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use zip::result::ZipError;

use super::damaged;
use super::inspect::Inspector;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::safe;
use crate::crypto::secret::SecretText;

/// The longest list of files that a zip may have, in bytes: it is read at once.
const LONGEST_DIRECTORY: u32 = 4 << 20;
/// Deeper folders are no bundle.
const DEEPEST: usize = 8;
/// Zeros that may stand behind the last file of a tar.
const MOST_ZEROS: u64 = 64 * 1024;

/// A folder that somebody unpacked.
pub(super) fn folder(path: &Path, inspector: &mut Inspector) -> Result<()> {
    below(path, &mut vec![], inspector)
}

fn below(folder: &Path, above: &mut Vec<String>, inspector: &mut Inspector) -> Result<()> {
    let failed = |error: io::Error| Error::io("read", folder, &error);
    if above.len() > DEEPEST {
        return Err(damaged("the bundle has folders in folders without end"));
    }
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .ok_or_else(|| damaged("the bundle has a file whose name is not UTF-8"))?;
        above.push(name.to_owned());
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() {
            below(&entry.path(), above, inspector)?;
        } else if kind.is_file() {
            let path = entry.path();
            let mut file = File::open(&path).map_err(|error| Error::io("read", &path, &error))?;
            inspector.take(&above.join("/"), &mut file)?;
        } else {
            return Err(odd(&above.join("/")));
        }
        above.pop();
    }
    Ok(())
}

/// A tar as `request build` writes it. Headers that speak of other headers are none of ours: they are not obeyed.
pub(super) fn tar(input: impl Read, inspector: &mut Inspector) -> Result<()> {
    let cut = |error: io::Error| damaged("the bundle is damaged or cut").because(error);
    let mut archive = tar::Archive::new(BufReader::with_capacity(64 * 1024, input));
    let mut top = None;
    for entry in archive.entries().map_err(cut)?.raw(true) {
        let mut entry = entry.map_err(cut)?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular {
            return Err(odd(&path));
        }
        let inner = inside(&path, &mut top)?.to_owned();
        inspector.take(&inner, &mut entry)?;
    }
    let mut rest = Zeros::default();
    let read = io::copy(&mut archive.into_inner().take(MOST_ZEROS + 1), &mut rest).map_err(cut)?;
    if rest.is_odd || !(512..=MOST_ZEROS).contains(&read) {
        return Err(damaged("the bundle does not end where its files do"));
    }
    Ok(())
}

/// Tells whether anything but zeros came.
#[derive(Default)]
struct Zeros {
    is_odd: bool,
}

impl io::Write for Zeros {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.is_odd |= bytes.iter().any(|byte| *byte != 0);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An encrypted zip.
pub(super) fn zip(path: &Path, passphrase: &SecretText, inspector: &mut Inspector) -> Result<()> {
    let mut file = File::open(path).map_err(|error| Error::io("read", path, &error))?;
    require_small_directory(&mut file)?;
    let broken = |error: ZipError| damaged("the zip is damaged or cut").because(error);
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(broken)?;
    let mut top = None;
    for number in 0..archive.len() {
        let entry = archive.by_index_raw(number).map_err(broken)?;
        let name = entry.name().map_err(broken)?.into_owned();
        let is_plain = entry.is_file() && !entry.is_symlink();
        if !is_plain || !entry.encrypted() {
            return Err(odd(&name));
        }
        drop(entry);
        let inner = inside(&name, &mut top)?.to_owned();
        let opened = archive.by_index_decrypt(number, passphrase.expose().as_bytes());
        let mut entry = opened.map_err(|error| match error {
            ZipError::InvalidPassword => {
                Error::new(Kind::WrongKey, "the passphrase does not open this zip")
            }
            other => broken(other),
        })?;
        inspector.take(&inner, &mut entry)?;
    }
    Ok(())
}

/// The list of files is told at the end of a zip; one without a remark behind it ends with exactly this record.
fn require_small_directory(file: &mut File) -> Result<()> {
    let cut = |error: io::Error| damaged("the zip is damaged or cut").because(error);
    let mut end = [0; 22];
    file.seek(SeekFrom::End(-22)).map_err(cut)?;
    file.read_exact(&mut end).map_err(cut)?;
    file.rewind().map_err(cut)?;
    let [b'P', b'K', 5, 6, .., s0, s1, s2, s3, _, _, _, _, 0, 0] = end else {
        return Err(damaged("the zip does not end where its list of files does"));
    };
    if u32::from_le_bytes([s0, s1, s2, s3]) > LONGEST_DIRECTORY {
        return Err(damaged("the zip has too many files for a bundle"));
    }
    Ok(())
}

/// The path without the one folder in which everything lies.
fn inside<'a>(path: &'a str, top: &mut Option<String>) -> Result<&'a str> {
    let (folder, inner) = path
        .split_once('/')
        .ok_or_else(|| damaged("the bundle has a file outside of its folder"))?;
    let known = top.get_or_insert_with(|| folder.to_owned());
    if known == folder && folder.starts_with("bundle-") {
        return Ok(inner);
    }
    Err(damaged("the bundle has a file outside of its folder"))
}

fn odd(path: &str) -> Error {
    let begin: String = path.chars().take(80).collect();
    damaged(format!("`{}` in the bundle is no plain file", safe(&begin)))
}

//! A bag as one file: a POSIX tar, which is encrypted as a whole, or a zip that encrypts each file (AE-2,
//! AES-256). Both are written from front to back, so that nothing in the clear is ever put down.

use std::io::{self, BufWriter, Write};

use chrono::{Datelike as _, Timelike as _};
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

use super::bag::{Bag, Measured};
use crate::base::clock::Time;
use crate::crypto::secret::SecretText;

/// The blocks of a tar file.
const BLOCK: u64 = 512;
/// From this size on a zip needs wide numbers for a file.
const WIDE: u64 = 1 << 31;

impl Bag<'_> {
    /// Writes the bag as one POSIX tar (ustar) and hands the writer back.
    pub fn pack<W: Write>(&self, mut output: W) -> io::Result<W> {
        let made = u64::try_from(self.made.timestamp()).map_err(io::Error::other)?;
        for measured in &self.files {
            let mut header = tar::Header::new_ustar();
            header.set_path(self.path(measured))?;
            header.set_size(measured.bytes);
            header.set_mode(0o600);
            header.set_mtime(made);
            header.set_entry_type(tar::EntryType::Regular);
            header.set_cksum();
            output.write_all(header.as_bytes())?;
            measured.write(&mut output)?;
            let rest = (BLOCK - measured.bytes % BLOCK) % BLOCK;
            output.write_all(&vec![0; usize::try_from(rest).map_err(io::Error::other)?])?;
        }
        output.write_all(&[0; 1024])?;
        Ok(output)
    }

    /// Writes the bag as a zip that opens with this passphrase, and hands the writer back. Names and sizes stand in the
    /// clear in it; neither tells of the person.
    pub fn pack_zip<W: Write>(&self, output: W, passphrase: &SecretText) -> io::Result<W> {
        let output = BufWriter::with_capacity(64 * 1024, Latch::new(output));
        let mut archive = ZipWriter::new_stream(output);
        for measured in &self.files {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .unix_permissions(0o600)
                .last_modified_time(stamp(self.made)?)
                .large_file(measured.bytes >= WIDE)
                .with_aes_encryption(AesMode::Aes256, passphrase.expose());
            archive.start_file(self.path(measured), options)?;
            measured.write(&mut archive)?;
        }
        let output = archive.finish()?.into_inner();
        let latch = output.into_inner().map_err(|error| error.into_error())?;
        Ok(latch.inner)
    }

    fn path(&self, measured: &Measured<'_>) -> String {
        format!("{}/{}", self.folder, measured.file.path)
    }
}

fn stamp(time: Time) -> io::Result<zip::DateTime> {
    let small = |number: u32| u8::try_from(number).map_err(io::Error::other);
    zip::DateTime::from_date_and_time(
        u16::try_from(time.year()).map_err(io::Error::other)?,
        small(time.month())?,
        small(time.day())?,
        small(time.hour())?,
        small(time.minute())?,
        small(time.second())?,
    )
    .map_err(io::Error::other)
}

/// Tells a failure once and swallows what follows: a zip writer that is given up tries to end its file, and complains on
/// standard error where it cannot.
struct Latch<W> {
    inner: W,
    failed: bool,
}

impl<W> Latch<W> {
    const fn new(inner: W) -> Self {
        Self {
            inner,
            failed: false,
        }
    }
}

impl<W: Write> Write for Latch<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let written = self.inner.write(bytes);
        self.failed = written
            .as_ref()
            .is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            return Ok(());
        }
        self.inner.flush()
    }
}

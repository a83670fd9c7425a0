//! The bag's own rules (RFC 8493), held against every file that is handed over, once and in any order.

use std::collections::BTreeMap;
use std::io::{self, Read};

use data_encoding::HEXLOWER;

use super::{damaged, shape};
use crate::base::error::Result;
use crate::base::text::safe;
use crate::domain::bundle::bag::{DECLARATION, Gauge, MANIFEST, TAG_MANIFEST};

/// More files than this are no bundle.
const MOST_FILES: usize = 10_000;
/// The longest tag file, in bytes.
const LONGEST_TAG: u64 = 4 << 20;
/// The longest name, in bytes.
const LONGEST_NAME: usize = 256;
const RESPONSE: &str = "data/response.json";
const INFO: &str = "bag-info.txt";
const TAGS: [&str; 4] = ["bagit.txt", INFO, MANIFEST, TAG_MANIFEST];

/// A bundle that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub reference: String,
    pub number: u32,
    pub profile: String,
    pub files: usize,
    /// Of the payload.
    pub bytes: u64,
    pub manifest_sha256: String,
}

/// What was handed over so far.
#[derive(Default)]
pub(super) struct Inspector {
    files: BTreeMap<String, (u64, [u8; 32])>,
    tags: BTreeMap<String, Vec<u8>>,
    answer: BTreeMap<String, String>,
}

impl Inspector {
    /// Takes one file, named relative to the bag.
    pub(super) fn take(&mut self, path: &str, input: &mut dyn Read) -> Result<()> {
        require_plain(path)?;
        if self.files.len() >= MOST_FILES {
            return Err(damaged(format!(
                "the bundle has more than {MOST_FILES} files"
            )));
        }
        if self.files.contains_key(path) {
            return Err(damaged(format!("the bundle has `{}` twice", safe(path))));
        }
        let failed = |error: io::Error| damaged(format!("`{path}` cannot be read")).because(error);
        let mut seen = Gauge::new(io::sink());
        if path == RESPONSE {
            let mut passing = Passing {
                input: &mut *input,
                seen: &mut seen,
            };
            self.answer = shape::check(&mut passing)?;
        } else if TAGS.contains(&path) {
            let mut bytes = vec![];
            let mut start = (&mut *input).take(LONGEST_TAG + 1);
            start.read_to_end(&mut bytes).map_err(failed)?;
            if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LONGEST_TAG {
                return Err(damaged(format!("`{path}` is too long")));
            }
            io::Write::write_all(&mut seen, &bytes).map_err(failed)?;
            self.tags.insert(path.to_owned(), bytes);
        }
        io::copy(input, &mut seen).map_err(failed)?;
        let digest = sha2::Digest::finalize(seen.hash).into();
        self.files.insert(path.to_owned(), (seen.bytes, digest));
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Checked> {
        if self.tag("bagit.txt")? != DECLARATION {
            return Err(damaged("`bagit.txt` does not say that this is a bag"));
        }
        self.require_listed(MANIFEST, |path| path.starts_with("data/"))?;
        self.require_listed(TAG_MANIFEST, |path| {
            !path.starts_with("data/") && path != TAG_MANIFEST
        })?;
        let payload = self
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("data/"));
        let (count, bytes) = payload.fold((0_u64, 0_u64), |(count, sum), (_, (size, _))| {
            (count + 1, sum.saturating_add(*size))
        });
        if self.info("Payload-Oxum")? != format!("{bytes}.{count}") {
            return Err(damaged("`Payload-Oxum` does not count what is there"));
        }
        let (reference, number) = self.named()?;
        let manifest = self.files.get(MANIFEST).map(|(_, digest)| digest);
        Ok(Checked {
            reference,
            number,
            profile: self.answer.get("profile").cloned().unwrap_or_default(),
            files: self.files.len(),
            bytes,
            manifest_sha256: manifest.map_or_else(String::new, |digest| HEXLOWER.encode(digest)),
        })
    }

    /// Which bundle it says that it is, in both places.
    fn named(&self) -> Result<(String, u32)> {
        let named = self.info("External-Identifier")?;
        let named = named.rsplit_once('-');
        let number = named.and_then(|(_, number)| number.parse::<u32>().ok());
        let reference = named.map(|(reference, _)| reference);
        match (reference, number, self.answer.get("reference")) {
            (Some(tag), Some(number), Some(told)) if tag == told => Ok((told.clone(), number)),
            (_, _, None) => Err(damaged(format!("`{RESPONSE}` is missing"))),
            _ => Err(damaged("the bundle does not name one request")),
        }
    }

    fn tag(&self, name: &str) -> Result<&str> {
        let bytes = self.tags.get(name);
        let bytes = bytes.ok_or_else(|| damaged(format!("`{name}` is missing")))?;
        std::str::from_utf8(bytes).map_err(|_| damaged(format!("`{name}` is not UTF-8")))
    }

    fn info(&self, tag: &str) -> Result<&str> {
        let lines = self.tag(INFO)?.lines();
        let mut values = lines.filter_map(|line| line.strip_prefix(tag)?.strip_prefix(": "));
        match (values.next(), values.next()) {
            (Some(value), None) => Ok(value),
            _ => Err(damaged(format!("`{INFO}` does not say `{tag}` once"))),
        }
    }

    /// A manifest names each of its files once with its digest, and no other.
    fn require_listed(&self, manifest: &str, is_its: impl Fn(&str) -> bool) -> Result<()> {
        let mut expected: BTreeMap<&str, &[u8; 32]> = self
            .files
            .iter()
            .filter(|(path, _)| is_its(path))
            .map(|(path, (_, digest))| (path.as_str(), digest))
            .collect();
        for line in self.tag(manifest)?.lines() {
            let (digest, path) = line
                .split_once("  ")
                .ok_or_else(|| damaged(format!("a line of `{manifest}` is none")))?;
            let Some(found) = expected.remove(path) else {
                return Err(damaged(format!("`{}` is missing", safe(path)))
                    .detail(format!("`{manifest}` names it")));
            };
            if HEXLOWER.encode(found) != digest {
                return Err(damaged(format!("`{}` was changed", safe(path)))
                    .detail(format!("`{manifest}` has another digest of it")));
            }
        }
        match expected.keys().next() {
            None => Ok(()),
            Some(path) => Err(damaged(format!("`{path}` does not belong to the bundle"))
                .detail(format!("`{manifest}` does not name it"))),
        }
    }
}

/// A name that stays inside the bag on every system.
fn require_plain(path: &str) -> Result<()> {
    let is_plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.contains(['\\', ':'])
            && !part.chars().any(char::is_control)
    };
    if path.len() <= LONGEST_NAME && path.split('/').all(is_plain) {
        return Ok(());
    }
    let begin: String = path.chars().take(80).collect();
    Err(damaged(format!(
        "the bundle has a file called `{}`",
        safe(&begin)
    )))
}

/// Hands bytes on and has them counted.
struct Passing<'a, R: ?Sized> {
    input: &'a mut R,
    seen: &'a mut Gauge<io::Sink>,
}

impl<R: Read + ?Sized> Read for Passing<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        let read = buffer.get(..count).unwrap_or_default();
        io::Write::write_all(self.seen, read)?;
        Ok(count)
    }
}

//! Which file a log was before it was rotated: logs are renamed to `NAME.1`, `NAME.2` and so on, or to `NAME-DATE`.

use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// How much of the end of the file before is looked at.
const TAIL: u64 = 4 << 20;
const LONGEST_LINE: u64 = 64 * 1024;
/// How compressed files begin.
const PACKED: [&[u8]; 4] = [b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ"];

pub(super) fn is_packed(head: &[u8]) -> bool {
    PACKED.iter().any(|magic| head.starts_with(magic))
}

/// How old a file of a log is, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Age {
    Current,
    Number(u32),
    Date(String),
}

/// The log's name, and which of its files this is.
fn parts(name: &str) -> (&str, Age) {
    if let Some((log, number)) = name.rsplit_once('.')
        && number.len() <= 3
        && let Ok(number) = number.parse()
    {
        return (log, Age::Number(number));
    }
    let dated = name
        .find('-')
        .into_iter()
        .chain(name.rfind('-'))
        .find_map(|place| {
            let (log, date) = name.split_at_checked(place)?;
            let date = date.strip_prefix('-')?;
            let digits = date.bytes().filter(u8::is_ascii_digit).count();
            let is_date = digits >= 8 && date.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            is_date.then_some((log, Age::Date(date.to_owned())))
        });
    dated.unwrap_or((name, Age::Current))
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

/// All files of the log to which `path` belongs, itself left out.
fn others(path: &Path) -> Vec<(PathBuf, Age)> {
    let Some(name) = file_name(path) else {
        return vec![];
    };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return vec![];
    };
    let (log, _) = parts(name);
    let of_log = |entry: io::Result<std::fs::DirEntry>| {
        let entry = entry.ok()?;
        let other = entry.file_name();
        let other = other.to_str()?;
        let bare = packed_name(other);
        let (of, age) = parts(bare);
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        (is_file && other != name && of == log).then(|| (entry.path(), age))
    };
    entries.filter_map(of_log).collect()
}

fn packed_name(name: &str) -> &str {
    let ends = [".gz", ".zst", ".bz2", ".xz"];
    ends.iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

/// The file from which this one goes on, if it stands there and is not compressed.
pub(super) fn before(path: &Path) -> Option<PathBuf> {
    let (_, age) = parts(file_name(path)?);
    let others = others(path);
    let number = |wanted: u32| others.iter().find(|(_, age)| *age == Age::Number(wanted));
    let newest = |below: Option<&str>| {
        let dated = others.iter().filter_map(|(path, age)| match age {
            Age::Date(date) if below.is_none_or(|below| date.as_str() < below) => {
                Some((date, path))
            }
            _ => None,
        });
        dated.max().map(|(_, path)| path)
    };
    let found = match &age {
        Age::Current => number(0).or_else(|| number(1)).map(|(path, _)| path),
        Age::Number(number_) => number(number_.checked_add(1)?).map(|(path, _)| path),
        Age::Date(_) => None,
    };
    let found = match (&age, found) {
        (_, Some(found)) => Some(found),
        (Age::Current, None) => newest(None),
        (Age::Date(date), None) => newest(Some(date)),
        (Age::Number(_), None) => None,
    };
    found.cloned()
}

/// Whether both names lead to one file, however they are written.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let file = |path: &Path| std::fs::metadata(path).map(|meta| (meta.dev(), meta.ino()));
    match (file(one), file(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// The first line and the last ones of a file, from which another goes on; `None` if it cannot be read as it is.
pub(super) fn ends(path: &Path) -> Option<Box<dyn BufRead>> {
    let mut file = File::open(path).ok()?;
    let length = file.metadata().ok().filter(Metadata::is_file)?.len();
    let mut head = vec![];
    let mut from = BufReader::new(&file);
    from.by_ref()
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut head)
        .ok()?;
    if is_packed(&head) {
        return None;
    }
    let read = u64::try_from(head.len()).unwrap_or(0);
    let at = length.saturating_sub(TAIL).max(read);
    file.seek(SeekFrom::Start(at)).ok()?;
    let mut tail = BufReader::new(file);
    if at > read {
        // It begins somewhere within a line.
        tail.by_ref()
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut vec![])
            .ok()?;
    }
    Some(Box::new(io::Cursor::new(head).chain(tail)))
}

/// The other files of the log as they can be read, the newest first.
pub(super) fn newest(path: &Path) -> Vec<File> {
    let opened = |(path, _): (PathBuf, Age)| {
        let file = File::open(path).ok()?;
        let written = file.metadata().ok()?.modified().ok()?;
        Some((written, file))
    };
    let mut files: Vec<_> = others(path).into_iter().filter_map(opened).collect();
    files.sort_by_key(|(written, _)| std::cmp::Reverse(*written));
    files.into_iter().map(|(_, file)| file).collect()
}

/// Files of the log that were written to after `last`, the oldest first: it was rotated more than once since. Those
/// that were compressed meanwhile come apart.
pub(super) fn between(
    path: &Path,
    last: &Metadata,
    known: &[(u64, u64)],
) -> (Vec<File>, Vec<PathBuf>) {
    let (mut files, mut packed) = (vec![], vec![]);
    let Ok(changed) = last.modified() else {
        return (files.into_iter().map(|(_, file)| file).collect(), packed);
    };
    for (path, _) in others(path) {
        let Ok(file) = File::open(&path) else {
            continue;
        };
        let Ok(meta) = file.metadata() else { continue };
        let Ok(written) = meta.modified() else {
            continue;
        };
        if written <= changed || known.contains(&(meta.dev(), meta.ino())) {
            continue;
        }
        if file_name(&path).is_some_and(|name| packed_name(name) != name) {
            packed.push(path);
        } else {
            files.push((written, file));
        }
    }
    files.sort_by_key(|(written, _)| *written);
    (files.into_iter().map(|(_, file)| file).collect(), packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_which_file_came_before() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [
            "a.log",
            "a.log.1",
            "a.log.2.gz",
            "a.log.10",
            "b",
            "b-20261101",
            "b-20261108.gz",
            "c-d.log",
        ] {
            std::fs::write(at(name), "x\n").unwrap();
        }
        let found = |name: &str| before(&at(name)).map(|path| file_name(&path).unwrap().to_owned());
        assert_eq!(found("a.log").as_deref(), Some("a.log.1"));
        assert_eq!(found("a.log.1").as_deref(), Some("a.log.2.gz"));
        assert_eq!(found("a.log.2"), None);
        assert_eq!(found("b").as_deref(), Some("b-20261108.gz"));
        assert_eq!(found("c-d.log"), None);
        assert!(ends(&at("a.log.1")).is_some());
        std::fs::write(at("a.log.2.gz"), b"\x1f\x8bx\n").unwrap();
        assert!(ends(&at("a.log.2.gz")).is_none());
    }
}

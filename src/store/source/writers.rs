//! Who else has a file open for writing: what such a program writes behind our back would be lost. Linux tells of the
//! processes that we may look at; of others nothing is known.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// The modes of `open` that can write.
const WRITING: u32 = 0o3;

/// A process that has the file open for writing, and is not this one.
pub(super) fn other(file: &Metadata) -> Option<u32> {
    let own = std::process::id();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    processes
        .filter_map(|entry| entry.file_name().to_string_lossy().parse::<u32>().ok())
        .filter(|pid| *pid != own)
        .find(|pid| writes(*pid, file))
}

fn writes(pid: u32, file: &Metadata) -> bool {
    let folder = format!("/proc/{pid}/fd");
    let Ok(entries) = fs::read_dir(&folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let is_same = |meta: Metadata| (meta.dev(), meta.ino()) == (file.dev(), file.ino());
        fs::metadata(entry.path()).is_ok_and(is_same)
            && can_write(&Path::new("/proc").join(format!(
                "{pid}/fdinfo/{}",
                entry.file_name().to_string_lossy()
            )))
    })
}

fn can_write(info: &Path) -> bool {
    let Ok(text) = fs::read_to_string(info) else {
        return true;
    };
    let flags = text
        .lines()
        .find_map(|line| line.strip_prefix("flags:"))
        .and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    flags.is_none_or(|flags| flags & WRITING != 0)
}

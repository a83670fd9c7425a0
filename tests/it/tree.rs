//! The commands, the sources and the committed files, as the tests of the house walk them.

use std::path::{Path, PathBuf};

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Whether committed files are rewritten instead of compared.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Every command below `optimactl`, with its words; groups as well as leaves.
pub fn commands() -> Vec<(Vec<String>, clap::Command)> {
    let mut root = optimactl::command();
    root.build();
    let mut found = vec![];
    walk(&root, &[], &mut found);
    found
}

/// The commands that do something.
pub fn leaves() -> Vec<(Vec<String>, clap::Command)> {
    commands()
        .into_iter()
        .filter(|(_, command)| command.get_subcommands().next().is_none())
        .collect()
}

fn walk(command: &clap::Command, words: &[String], found: &mut Vec<(Vec<String>, clap::Command)>) {
    for child in command.get_subcommands() {
        let mut words = words.to_vec();
        words.push(child.get_name().to_owned());
        found.push((words.clone(), child.clone()));
        walk(child, &words, found);
    }
}

pub fn long_help(command: &clap::Command) -> String {
    command
        .get_after_long_help()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// The example lines in a command's help.
pub fn example_lines(command: &clap::Command) -> Vec<String> {
    long_help(command)
        .lines()
        .filter_map(|line| line.strip_prefix("    $ ").map(str::to_owned))
        .collect()
}

/// Every Rust file of the package's `src`, with its path from there.
pub fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut files = files_below(&src, "rs");
    files.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(&src).unwrap().display().to_string();
        (name, std::fs::read_to_string(&path).unwrap())
    };
    files.into_iter().map(named).collect()
}

pub fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return vec![];
    };
    let mut files = vec![];
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files
}

/// Compares a committed file, or rewrites it under `UPDATE=1`. Gives its name if it is not current.
pub fn committed(name: &str, content: &str) -> Option<String> {
    let path = root().join(name);
    if std::fs::read_to_string(&path).is_ok_and(|found| found == content) {
        return None;
    }
    if updating() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        return None;
    }
    Some(name.to_owned())
}

//! What a setting holds.

use std::fmt;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<String>),
}

impl Value {
    pub(crate) fn of_path(path: &Path) -> Self {
        Self::Text(path.display().to_string())
    }

    pub(crate) fn of_paths(paths: &[PathBuf]) -> Self {
        Self::List(
            paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
        )
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
            Self::List(items) => f.write_str(&items.join(" ")),
        }
    }
}

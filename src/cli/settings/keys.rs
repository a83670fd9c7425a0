//! What a configuration key is: template, `config show`, the check for unknown keys and the documentation all
//! come from the one table. A new setting is one row there.

use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(crate) use super::table::KEYS;
pub(crate) use super::value::Value;
use super::{Origin, sources, targets};

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    /// An absolute path.
    Path,
    Number,
    Flag,
    List,
    /// Absolute paths.
    Paths,
    /// A program and its arguments; never given to a shell.
    Command,
}

impl Shape {
    /// What a person is told to write.
    pub(crate) const fn wanted(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Path => "an absolute path in quotes",
            Self::Number => "a whole number",
            Self::Flag => "`true` or `false`",
            Self::List => "a list of texts, like `[\"a\", \"b\"]`",
            Self::Paths => "a list of absolute paths, like `[\"/a\", \"/b\"]`",
            Self::Command => {
                "a program and its arguments, like `[\"/usr/local/bin/NAME\", \"ARGUMENT\"]`"
            }
        }
    }
}

/// One row of the table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) default: Preset,
    /// One line, a sentence fragment without final period.
    pub(crate) meaning: &'static str,
    /// TOML shown in the template.
    pub(crate) example: &'static str,
}

/// A default that fits into a constant.
#[derive(Clone, Copy)]
pub(crate) enum Preset {
    Unset,
    Text(&'static str),
    Number(i64),
    Flag(bool),
}

pub(super) const fn key(
    name: &'static str,
    shape: Shape,
    default: Preset,
    texts: [&'static str; 2],
) -> Key {
    let [meaning, example] = texts;
    Key {
        name,
        shape,
        default,
        meaning,
        example,
    }
}

/// A setting within a table that has a name, which has no default.
pub(super) const fn row(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    key(name, shape, Preset::Unset, [meaning, example])
}

pub(super) fn defaults() -> BTreeMap<&'static str, (super::keys::Value, Origin)> {
    let value = |key: &Key| match key.default {
        Preset::Text(text) => Value::Text(text.to_owned()),
        Preset::Number(number) => Value::Number(number),
        Preset::Flag(flag) => Value::Flag(flag),
        Preset::Unset => match key.shape {
            Shape::List | Shape::Paths | Shape::Command => Value::List(vec![]),
            _ => Value::Text(String::new()),
        },
    };
    KEYS.iter()
        .map(|key| (key.name, (value(key), Origin::Default)))
        .collect()
}

fn rows(text: &mut String, keys: &[Key]) {
    for key in keys {
        writeln!(text, "# {}\n# {} = {}", key.meaning, key.name, key.example).ok();
    }
}

/// A commented file with every key, each switched off.
pub(crate) fn template() -> String {
    let mut text = String::from(
        "# Configuration of optimactl. It and its folder belong to root or to you and nobody else may write\n\
         # them. Nothing secret belongs in here: name the files and commands that hold secrets.\n",
    );
    let mut section = "";
    for key in KEYS {
        let (table, name) = key.name.split_once('.').unwrap_or(("", key.name));
        if table != section {
            writeln!(text, "\n[{table}]").ok();
            section = table;
        }
        writeln!(text, "# {}\n# {name} = {}", key.meaning, key.example).ok();
    }
    writeln!(text, "\n# A place that `backup.to` and `--to` name: as many of these tables as there are places.\n[target.offsite]").ok();
    rows(&mut text, targets::KEYS);
    writeln!(text, "\n# Where else the platform keeps data of people: as many of these tables as there are places.\n[source.shop]").ok();
    rows(&mut text, sources::KEYS);
    text.push_str(
        "\n# What each field of it holds; one that is not named stops every answer. The categories are in `optimactl-formats(5)`.\n[source.shop.fields]\n# customer_email = \"contact\"\n# total = \"financial\"\n",
    );
    text
}

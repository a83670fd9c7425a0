//! Reads the configuration file against the table of keys. Unknown keys and wrong types are usage errors: a
//! typo in a security tool's configuration must not pass for a default.

use std::path::Path;

use crate::base::error::{Error, Result};
use crate::base::text;
use crate::cli::file_guard;

use super::keys::{KEYS, Key, Shape, Value};
use super::sources::{self, Sources};
use super::targets::{self, Targets};

/// Settings that there were, and what took their place.
const GONE: [(&str, &str); 1] = [(
    "requests.approvers",
    "how many approve an erasure is a fact of the store: take it out, and see `optimactl request approvers`",
)];
/// A configuration larger than this is not one.
const LIMIT: u64 = 1 << 20;

/// What a file sets.
pub(super) struct Written {
    pub(super) keys: Vec<(&'static str, Value)>,
    pub(super) targets: Targets,
    pub(super) sources: Sources,
}

pub(super) fn read(path: &Path) -> Result<Written> {
    file_guard::unchangeable_by_others(path)?;
    let text = file_guard::read_text(path, LIMIT)?;
    parse(&text, path)
}

pub(super) fn parse(text: &str, path: &Path) -> Result<Written> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        Error::usage(format!(
            "the configuration `{}` is not valid TOML",
            path.display()
        ))
        .because(error.to_string().trim_end())
    })?;
    let mut flat = vec![];
    flatten("", table, &mut flat);
    let mut written = Written {
        keys: vec![],
        targets: Targets::new(),
        sources: Sources::new(),
    };
    for (name, value) in flat {
        if let Some((target, key)) = targets::split(&name) {
            let label = targets::label(target)?;
            let (key, value) = known(targets::KEYS, (&name, key), value, path)?;
            written.targets.entry(label).or_default().insert(key, value);
        } else if let Some((source, key)) = sources::split(&name) {
            let declared = written.sources.entry(sources::label(source)?).or_default();
            if let Some(field) = sources::field(key) {
                let value = of_shape(Shape::Text, value, (&name, path))?;
                declared.fields.insert(field.to_owned(), value);
            } else {
                let (key, value) = known(sources::KEYS, (&name, key), value, path)?;
                declared.keys.insert(key, value);
            }
        } else {
            written.keys.push(known(KEYS, (&name, &name), value, path)?);
        }
    }
    Ok(written)
}

/// `[store] path = …` becomes `store.path`.
fn flatten(prefix: &str, table: toml::Table, flat: &mut Vec<(String, toml::Value)>) {
    for (name, value) in table {
        let name = if prefix.is_empty() {
            name
        } else {
            format!("{prefix}.{name}")
        };
        match value {
            toml::Value::Table(inner) if !inner.is_empty() => flatten(&name, inner, flat),
            // An empty section sets nothing.
            toml::Value::Table(_)
                if ["target", "source"].contains(&name.as_str())
                    || ["target", "source"].contains(&prefix)
                    || (prefix.starts_with("source.") && name.ends_with(".fields"))
                    || KEYS
                        .iter()
                        .any(|key| key.name.starts_with(&format!("{name}."))) => {}
            value => flat.push((name, value)),
        }
    }
}

/// The key that is meant, found by its own name and told by its whole one.
fn known(
    table: &'static [Key],
    (name, own): (&str, &str),
    value: toml::Value,
    path: &Path,
) -> Result<(&'static str, Value)> {
    let Some(key) = table.iter().find(|key| key.name == own) else {
        let error = Error::usage(format!("`{}` is not a setting", text::safe(name)))
            .because(format!("it stands in `{}`", path.display()));
        if let Some((_, instead)) = GONE.iter().find(|(gone, _)| *gone == own) {
            return Err(error.hint(*instead));
        }
        let near = text::did_you_mean(own, table.iter().map(|key| key.name));
        return Err(error
            .hint(near.unwrap_or_else(|| "see `optimactl config template` for all".to_owned())));
    };
    Ok((key.name, of_shape(key.shape, value, (name, path))?))
}

fn of_shape(shape: Shape, value: toml::Value, (name, path): (&str, &Path)) -> Result<Value> {
    shaped(shape, value).ok_or_else(|| {
        Error::usage(format!(
            "`{}` in `{}` must be {}",
            text::safe(name),
            path.display(),
            shape.wanted()
        ))
    })
}

fn shaped(shape: Shape, value: toml::Value) -> Option<Value> {
    match (shape, value) {
        (Shape::Text, toml::Value::String(text)) => Some(Value::Text(text)),
        (Shape::Path, toml::Value::String(text)) => {
            Path::new(&text).is_absolute().then_some(Value::Text(text))
        }
        (Shape::Number, toml::Value::Integer(number)) => Some(Value::Number(number)),
        (Shape::Flag, toml::Value::Boolean(flag)) => Some(Value::Flag(flag)),
        (Shape::List | Shape::Paths | Shape::Command, toml::Value::Array(items)) => {
            let texts: Option<Vec<String>> = items
                .into_iter()
                .map(|item| item.as_str().map(str::to_owned))
                .collect();
            let texts = texts?;
            let fits =
                shape != Shape::Paths || texts.iter().all(|text| Path::new(text).is_absolute());
            fits.then_some(Value::List(texts))
        }
        _ => None,
    }
}

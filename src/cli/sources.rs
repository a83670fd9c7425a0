//! Data sources as they are declared in the configuration, understood and checked.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text::did_you_mean;
use crate::domain::source::{Category, Erasure, Form, Key, Place, Purpose, Source};
use crate::store::request::SourceRunRow;

use super::context::Context;
use super::settings::keys::Value;
use super::settings::sources::Declared;
use super::{file_guard, render};

/// One answer may take an hour, and no longer.
const LONGEST: Duration = Duration::from_hours(1);

/// What a source answered to a request, as it is shown.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceShown {
    source: String,
    action: String,
    at: String,
    outcome: String,
    rows: u64,
    /// None where that is not known: the source failed or was not asked.
    remain: Option<u64>,
    note: Option<String>,
}

impl SourceShown {
    pub(crate) fn of(run: &SourceRunRow) -> Self {
        Self {
            source: run.source.clone(),
            action: run.action.clone(),
            at: seconds_text(run.at),
            outcome: run.outcome.clone(),
            rows: run.rows,
            remain: (run.outcome == "done" || run.outcome == "kept").then_some(run.remain),
            note: run.note.clone(),
        }
    }
}

/// A table of them; none where no source was asked.
pub(crate) fn table(shown: &[SourceShown]) -> Option<render::Table> {
    if shown.is_empty() {
        return None;
    }
    let mut table = render::Table::new(&[
        "data source",
        "asked to",
        "when",
        "outcome",
        "records",
        "remain",
        "note",
    ]);
    for run in shown {
        table.row([
            run.source.clone(),
            run.action.clone(),
            run.at.clone(),
            run.outcome.clone(),
            run.rows.to_string(),
            run.remain
                .map_or_else(String::new, |remain| remain.to_string()),
            run.note.clone().unwrap_or_default(),
        ]);
    }
    Some(table)
}

/// Says on standard error why sources did not answer.
pub(crate) fn tell(ctx: &Context, failures: &[(String, Error)]) {
    for (_, error) in failures {
        ctx.ui.alert(&error.to_string());
        for detail in &error.details {
            ctx.ui.note(detail);
        }
        if let Some(hint) = &error.hint {
            ctx.ui.hint(hint);
        }
    }
}

/// Every source, by its name.
pub(crate) fn declared(ctx: &Context) -> Result<Vec<Source>> {
    each_declared(ctx).map(|(_, source)| source).collect()
}

/// Every source, or why it cannot be understood.
pub(crate) fn each_declared(ctx: &Context) -> impl Iterator<Item = (&str, Result<Source>)> {
    let tables = ctx.settings.sources().iter();
    tables.map(|(name, table)| (name.as_str(), Table { name, table }.understood()))
}

struct Table<'a> {
    name: &'a str,
    table: &'a Declared,
}

impl Table<'_> {
    fn understood(&self) -> Result<Source> {
        let place = self.place()?;
        let keys = Key::ALL.map(|key| (key.as_str(), key));
        let fields = self.table.fields.iter().map(|(field, value)| {
            let category = Category::parse(text(value)).map_err(|error| {
                let mut whole = self.wrong(&format!("fields.{field}"), "is no category");
                whole.hint.clone_from(&error.hint);
                whole
            })?;
            Ok((field.clone(), category))
        });
        let source = Source {
            key: self.one_of("match", &keys)?,
            fields: fields.collect::<Result<_>>()?,
            erasure: self.erasure(&place)?,
            cascade: self.cascade(&place)?,
            patience: self.patience()?,
            purpose: self.purpose(),
            name: self.name.to_owned(),
            place,
        };
        self.require_fields(&source)?;
        Ok(source)
    }

    fn place(&self) -> Result<Place> {
        let kinds = ["sqlite", "csv", "jsonl", "command"].map(|kind| (kind, kind));
        let kind = self.one_of("as", &kinds)?;
        let wanted: &[&str] = match kind {
            "sqlite" => &["path", "table", "subject"],
            "command" => &["command", "tries"],
            _ => &["path", "subject"],
        };
        let odd = ["path", "table", "subject", "command", "tries"]
            .into_iter()
            .find(|name| self.table.keys.contains_key(name) && !wanted.contains(name));
        if let Some(odd) = odd {
            return Err(self.wrong(odd, &format!("has no place where `as` is `{kind}`")));
        }
        let path = || self.required("path").map(PathBuf::from);
        let subject = || self.required("subject").map(str::to_owned);
        Ok(match kind {
            "sqlite" => Place::Sqlite {
                path: path()?,
                table: self.required("table")?.to_owned(),
                subject: subject()?,
            },
            "command" => Place::Program {
                command: self.command()?,
                tries: self.tries()?,
            },
            kind => Place::Lines {
                path: path()?,
                form: if kind == "csv" {
                    Form::Csv
                } else {
                    Form::Jsonl
                },
                subject: subject()?,
            },
        })
    }

    /// The program gets addresses of people: it is trusted like the configuration that names it.
    fn command(&self) -> Result<Vec<String>> {
        let words = self.list("command");
        let Some(program) = words.first() else {
            return Err(self.missing("command"));
        };
        if !Path::new(program).is_absolute() {
            return Err(self.wrong("command", "names a program without its folder"));
        }
        file_guard::unchangeable_by_others(Path::new(program)).map_err(|error| {
            let mut whole = Error::new(
                error.kind,
                format!("the data source `{}` cannot be asked", self.name),
            );
            whole.hint.clone_from(&error.hint);
            whole.because(error)
        })?;
        Ok(words.to_vec())
    }

    fn tries(&self) -> Result<u32> {
        match self.table.keys.get("tries") {
            None => Ok(3),
            Some(Value::Number(tries @ 1..=10)) => Ok(u32::try_from(*tries).unwrap_or(1)),
            Some(_) => Err(self.wrong("tries", "is not between 1 and 10")),
        }
    }

    fn erasure(&self, place: &Place) -> Result<Erasure> {
        let kinds = ["delete", "empty", "keep"].map(|kind| (kind, kind));
        let kind = self.one_of("erasure", &kinds)?;
        for (name, of) in [("empty", "empty"), ("reason", "keep")] {
            if kind != of && self.table.keys.contains_key(name) {
                return Err(self.wrong(name, &format!("has no place where `erasure` is `{kind}`")));
            }
        }
        match kind {
            "delete" => Ok(Erasure::Delete),
            "keep" => Ok(Erasure::Keep(self.required("reason")?.to_owned())),
            _ if matches!(place, Place::Program { .. }) => {
                Err(self.wrong("erasure", "is `empty`, which a command does by itself"))
            }
            _ => match self.list("empty") {
                [] => Err(self.missing("empty")),
                fields => Ok(Erasure::Empty(fields.to_vec())),
            },
        }
    }

    fn cascade(&self, place: &Place) -> Result<bool> {
        match (self.table.keys.get("cascade"), place) {
            (None, _) => Ok(false),
            (Some(Value::Flag(cascade)), Place::Sqlite { .. }) => Ok(*cascade),
            _ => Err(self.wrong("cascade", "is for a table of a database")),
        }
    }

    fn patience(&self) -> Result<Duration> {
        let typed = self.text("timeout").unwrap_or("1m");
        let wait = typed
            .parse::<Period>()
            .ok()
            .and_then(|wait| wait.as_duration());
        wait.filter(|wait| !wait.is_zero() && *wait <= LONGEST)
            .ok_or_else(|| self.wrong("timeout", "is no time between a second and an hour"))
    }

    fn purpose(&self) -> Purpose {
        let text = |name| self.text(name).map(str::to_owned);
        Purpose {
            what: text("description"),
            why: text("purpose"),
            basis: text("basis"),
            subjects: text("subjects"),
            kept: text("retention"),
            recipients: self.list("recipients").to_vec(),
            transfers: text("transfers"),
            origin: text("origin"),
        }
    }

    /// Fields that other settings name must be classified, too.
    fn require_fields(&self, source: &Source) -> Result<()> {
        let subject = match &source.place {
            Place::Sqlite { subject, .. } | Place::Lines { subject, .. } => Some(subject),
            Place::Program { .. } => None,
        };
        let emptied = match &source.erasure {
            Erasure::Empty(fields) => fields.as_slice(),
            _ => &[],
        };
        let named = subject.into_iter().chain(emptied);
        match named
            .into_iter()
            .find(|name| !source.fields.contains_key(*name))
        {
            None if source.fields.is_empty() => Err(self.missing("fields")),
            None => Ok(()),
            Some(name) => Err(self.missing(&format!("fields.{name}"))),
        }
    }

    fn one_of<T: Copy>(&self, name: &str, words: &[(&'static str, T)]) -> Result<T> {
        let typed = self.required(name)?;
        let found = words.iter().find(|(word, _)| *word == typed);
        found.map(|(_, meant)| *meant).ok_or_else(|| {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = did_you_mean(typed, known.iter().copied());
            self.wrong(name, "is none of its words")
                .hint(near.unwrap_or_else(|| format!("give one of {}", known.join(", "))))
        })
    }

    fn required(&self, name: &str) -> Result<&str> {
        self.text(name).ok_or_else(|| self.missing(name))
    }

    fn text(&self, name: &str) -> Option<&str> {
        let value = self.table.keys.get(name).map(text)?;
        Some(value).filter(|text| !text.trim().is_empty())
    }

    fn list(&self, name: &str) -> &[String] {
        match self.table.keys.get(name) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    fn missing(&self, name: &str) -> Error {
        Error::usage(format!("`source.{}.{name}` is not set", self.name))
            .hint("see `optimactl config template` for what a data source needs")
    }

    fn wrong(&self, name: &str, why: &str) -> Error {
        Error::usage(format!("`source.{}.{name}` {why}", self.name))
            .hint("see `optimactl config template` for what a data source needs")
    }
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

//! Asking a source: its file, its table or its program, under one rule. A field that nobody classified stops the
//! answer: it could be somebody's data, and be left out or handed out by mistake.

use std::collections::BTreeSet;

use super::{Erasure, Gone, Key, Person, Place, Record, Source, program};
use crate::base::error::{Error, Kind, Result};
use crate::base::text::{safe, size};
use crate::store::source::lines::Lines;
use crate::store::source::sqlite::Table;
use crate::store::source::{Fate, Meant, Spelling, rewrite};

/// More than this of one person from one source is not taken into a bundle, in bytes of JSON.
pub(super) const MOST: usize = 64 << 20;

/// What is wrong with a source, found before anybody asks for data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub source: String,
    pub what: String,
}

/// A source knows people by something that this person does not have: nothing was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unasked;

/// How many records are about the person.
pub fn count(source: &Source, person: &Person, reference: &str) -> Result<Result<u64, Unasked>> {
    let Some(value) = person.value(source.key) else {
        return Ok(Err(Unasked));
    };
    let values = [value];
    let done = match opened(source)? {
        Opened::Table(table, subject) => table.count(&meant(source, subject, &values)),
        Opened::Lines(lines, subject) => lines.count(&meant(source, subject, &values)),
        Opened::Program => {
            let question = program::Question::new(source, ("count", reference), &values);
            program::ask(source, &question, &mut |_| Ok(())).map(|done| done.count)
        }
    };
    done.map(Ok).map_err(|error| told(source, error))
}

/// What it holds about the person: the fields that a person gets to read.
pub fn export(
    source: &Source,
    person: &Person,
    reference: &str,
) -> Result<Result<Vec<Record>, Unasked>> {
    let Some(value) = person.value(source.key) else {
        return Ok(Err(Unasked));
    };
    let values = [value];
    let shown = source.handed_out();
    let (mut records, mut bytes) = (vec![], 0);
    let mut take = |record: Record| {
        bytes += serde_json::to_vec(&record).map_or(0, |text| text.len());
        if bytes > MOST {
            return Err(Error::refused(format!(
                "it holds more than {} about this person",
                size(u64::try_from(MOST).unwrap_or(u64::MAX))
            ))
            .hint("hand that out on its own way, and leave the source out with `--without`"));
        }
        records.push(record);
        Ok(())
    };
    let done = match opened(source)? {
        Opened::Table(table, subject) => {
            table.each(&meant(source, subject, &values), &shown, &mut take)
        }
        Opened::Lines(lines, subject) => {
            lines.each(&meant(source, subject, &values), &shown, &mut take)
        }
        Opened::Program => {
            let question = program::Question::new(source, ("export", reference), &values);
            let mut allowed = |mut record: Record| {
                require_classified(source, record.keys().map(String::as_str))?;
                record.retain(|name, _| shown.contains(name));
                take(record)
            };
            program::ask(source, &question, &mut allowed).map(drop)
        }
    };
    done.map_err(|error| told(source, error))?;
    Ok(Ok(records))
}

/// Erases what the source's own rule says. Where that is nothing, what stays is counted.
pub fn erase(source: &Source, person: &Person, reference: &str) -> Result<Result<Gone, Unasked>> {
    let Some(value) = person.value(source.key) else {
        return Ok(Err(Unasked));
    };
    let values = [value];
    let Some(fate) = fate(source) else {
        let counted = count(source, person, reference)?;
        return Ok(counted.map(|left| Gone {
            left,
            ..Gone::default()
        }));
    };
    let done = match opened(source)? {
        Opened::Table(table, subject) => table.erase(&meant(source, subject, &values), fate),
        Opened::Lines(lines, subject) => lines.erase(&meant(source, subject, &values), fate),
        Opened::Program => {
            let question = program::Question::new(source, ("erase", reference), &values);
            program::ask(source, &question, &mut |_| Ok(())).map(|done| Gone {
                rows: done.count,
                left: done.left,
                lingers: false,
            })
        }
    };
    done.map(Ok).map_err(|error| told(source, error))
}

/// Finds out whether an erasure could be carried out: a table's is, and is taken back; of a file it is looked whether it can
/// be replaced. Nothing is changed.
pub fn rehearse(source: &Source, person: &Person) -> Result<()> {
    let (Some(value), Some(fate)) = (person.value(source.key), fate(source)) else {
        return Ok(());
    };
    let values = [value];
    let done = match opened(source)? {
        Opened::Table(table, subject) => table.rehearse(&meant(source, subject, &values), fate),
        Opened::Lines(lines, _) => lines.require_replaceable(),
        Opened::Program => Ok(()),
    };
    done.map_err(|error| told(source, error))
}

/// Looks whether the source can be asked at all; nobody is named in it.
pub fn look(source: &Source) -> Vec<Problem> {
    let problem = |what: String| Problem {
        source: source.name.clone(),
        what,
    };
    let looked = opened(source).and_then(|opened| {
        let values = ["nobody".to_owned()];
        match opened {
            Opened::Table(table, subject) => table.count(&meant(source, subject, &values)),
            Opened::Lines(lines, subject) => lines.count(&meant(source, subject, &values)),
            Opened::Program => Ok(0),
        }
    });
    let mut problems = match looked {
        Ok(_) => vec![],
        Err(error) => vec![problem(error.to_string())],
    };
    if let Place::Lines { path, .. } = &source.place {
        let left = rewrite::leftovers(path).unwrap_or_default();
        problems.extend(left.iter().map(|path| {
            problem(format!(
                "a run that was killed left `{}`: remove it",
                path.display()
            ))
        }));
    }
    problems
}

enum Opened<'a> {
    Table(Table<'a>, &'a str),
    Lines(Lines<'a>, &'a str),
    Program,
}

/// The place, with every field of it classified and every classified one there.
fn opened(source: &Source) -> Result<Opened<'_>> {
    let (opened, columns, subject) = match &source.place {
        Place::Program { .. } => return Ok(Opened::Program),
        Place::Sqlite {
            path,
            table,
            subject,
        } => {
            let table = Table {
                path,
                table,
                patience: source.patience,
                spreads: source.cascade,
            };
            let columns = table.columns();
            (Opened::Table(table, subject), columns, subject)
        }
        Place::Lines {
            path,
            form,
            subject,
        } => {
            let lines = Lines { path, form: *form };
            (Opened::Lines(lines, subject), lines.columns(), subject)
        }
    };
    let columns = columns.map_err(|error| told(source, error))?;
    require_classified(source, columns.iter().map(String::as_str))?;
    let there: BTreeSet<&str> = columns.iter().map(String::as_str).collect();
    // Lines of JSON need not all have every field.
    let may_lack = matches!(
        source.place,
        Place::Lines {
            form: super::Form::Jsonl,
            ..
        }
    );
    let named = source.fields.keys().chain([subject]);
    let lacking = named
        .map(String::as_str)
        .find(|name| !may_lack && !there.contains(name));
    match lacking {
        None => Ok(opened),
        Some(name) => Err(Error::refused(format!(
            "the data source `{}` has no field `{}` any more",
            source.name,
            safe(name)
        ))
        .hint("mend its table in the configuration, and see `optimactl records check`")),
    }
}

fn require_classified<'a>(source: &Source, names: impl Iterator<Item = &'a str>) -> Result<()> {
    let strange: Vec<String> = names
        .filter(|name| !source.fields.contains_key(*name))
        .map(safe)
        .collect();
    if strange.is_empty() {
        return Ok(());
    }
    Err(Error::refused(format!(
        "the data source `{}` has fields that nobody classified: {}",
        source.name,
        strange.join(", ")
    ))
    .hint(format!(
        "say in `[source.{}.fields]` of the configuration what each of them holds",
        source.name
    )))
}

/// What the source's rule does to a record; none where that stays.
const fn fate(source: &Source) -> Option<Fate<'_>> {
    match &source.erasure {
        Erasure::Keep(_) => None,
        Erasure::Delete => Some(Fate::Deleted),
        Erasure::Empty(fields) => Some(Fate::Emptied(fields.as_slice())),
    }
}

fn meant<'a>(source: &Source, subject: &'a str, values: &'a [String]) -> Meant<'a> {
    Meant {
        column: subject,
        values,
        spelling: match source.key {
            Key::Id => Spelling::Exact,
            Key::Name | Key::Email => Spelling::AnyCase,
        },
    }
}

/// Says which source it was.
fn told(source: &Source, error: Error) -> Error {
    let kind = match error.kind {
        Kind::Failed | Kind::NotFound => Kind::Remote,
        kind => kind,
    };
    let mut whole = Error::new(kind, format!("the data source `{}` failed", source.name));
    whole.hint.clone_from(&error.hint);
    whole.details.clone_from(&error.details);
    whole.because(error)
}

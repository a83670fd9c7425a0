//! What the platform's data sources hold about the person: a table each, as they answered.

use serde::Serialize;
use serde_json::Value;

use super::response::Response;
use super::sections::{Rows, Section};
use crate::domain::source::{Record, Source};

/// One source's answer.
#[derive(Clone, Debug, Serialize)]
pub struct Platform {
    pub source: String,
    pub description: Option<String>,
    /// What can stand in a record; what is secret or about others is not among it.
    pub fields: Vec<String>,
    pub records: Vec<Record>,
    /// Fields that exist and are not handed out, with the reason.
    #[serde(skip)]
    pub(super) withheld: Vec<(String, &'static str)>,
    #[serde(skip)]
    words: Words,
}

/// What names the table.
#[derive(Clone, Debug)]
struct Words {
    id: String,
    file: String,
    caption: String,
}

impl Platform {
    pub fn new(source: &Source, records: Vec<Record>) -> Self {
        let name = &source.name;
        let what = source.purpose.what.as_deref();
        Self {
            words: Words {
                id: format!("source-{name}"),
                file: format!("sources/{name}.csv"),
                caption: match what {
                    Some(what) => format!("What the platform holds about you: {what}"),
                    None => format!("What the platform holds about you in `{name}`"),
                },
            },
            source: name.clone(),
            description: what.map(str::to_owned),
            fields: source.handed_out(),
            withheld: source
                .withheld()
                .into_iter()
                .map(|(field, category)| (field, category.meaning()))
                .collect(),
            records,
        }
    }
}

pub(super) fn sections(response: &Response) -> impl Iterator<Item = Section<'_>> {
    response.sources.iter().map(|held| {
        let rows = held.records.iter().map(|record| {
            let cells = held.fields.iter().map(|field| shown(record.get(field)));
            cells.collect()
        });
        Section {
            id: &held.words.id,
            file: &held.words.file,
            title: held.description.as_deref().unwrap_or(&held.source),
            caption: &held.words.caption,
            header: held.fields.iter().map(String::as_str).collect(),
            rows: Rows::Few(rows.collect()),
        }
    })
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

//! Data sources: where else the platform keeps data of people, as the operator declares it. Each answers three
//! questions about a person: how much is there, what is it, and erase it.

mod ask;
mod category;
mod program;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

pub use ask::{Problem, Unasked, count, erase, export, look, rehearse};
pub use category::Category;

use serde::{Deserialize, Serialize};

use crate::base::text::lowered;
pub use crate::store::source::lines::Form;
pub use crate::store::source::{Gone, Record};

/// One place with data of people, and what is to be known of it (GDPR Art. 30).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// A label from the configuration.
    pub name: String,
    pub place: Place,
    /// What of a person stands there.
    pub key: Key,
    /// What each of its fields is; one that is not named here stops every answer.
    pub fields: BTreeMap<String, Category>,
    pub erasure: Erasure,
    /// Whether rows that hang on those of a table by foreign keys and triggers may go with them.
    pub cascade: bool,
    /// How long one answer may take.
    pub patience: Duration,
    pub purpose: Purpose,
}

/// Where it is and how it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A table of an SQLite database, and the column that names the person.
    Sqlite {
        path: PathBuf,
        table: String,
        subject: String,
    },
    /// A file of lines, and the field that names the person.
    Lines {
        path: PathBuf,
        form: Form,
        subject: String,
    },
    /// A program that asks some other system, and how often it is tried.
    Program { command: Vec<String>, tries: u32 },
}

/// Which identifier of a person stands in the subject's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// `acc_…`.
    Id,
    /// The account's name, in any case.
    Name,
    /// The address, in any case.
    Email,
}

impl Key {
    pub const ALL: [Self; 3] = [Self::Email, Self::Name, Self::Id];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Email => "email",
        }
    }
}

/// What an erasure does there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Erasure {
    Delete,
    /// These fields lose what stands in them.
    Empty(Vec<String>),
    /// It stays, for this reason.
    Keep(String),
}

impl Erasure {
    /// For people.
    pub fn told(&self) -> String {
        match self {
            Self::Delete => "deleted".to_owned(),
            Self::Empty(fields) => format!("emptied: {}", fields.join(", ")),
            Self::Keep(why) => format!("stays: {why}"),
        }
    }
}

/// What a controller has to be able to say of a processing (GDPR Art. 30(1)(b)-(g)); what is not said is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purpose {
    pub what: Option<String>,
    pub why: Option<String>,
    /// The ground of Art. 6(1).
    pub basis: Option<String>,
    /// Whose data: customers, employees.
    pub subjects: Option<String>,
    pub kept: Option<String>,
    pub recipients: Vec<String>,
    /// Third countries, with the safeguards.
    pub transfers: Option<String>,
    /// Where the data come from, if not from the person.
    pub origin: Option<String>,
}

/// By what a person is found: as the account is now, or the address of who has none. Former names and addresses are not
/// among it: elsewhere they may be somebody else's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
}

impl Person {
    /// What stands in the subject's column, in the form in which it is compared; none where nothing of the kind is known.
    pub fn value(&self, key: Key) -> Option<String> {
        let text = match key {
            Key::Id => self.id.clone(),
            Key::Name => self.name.as_deref().map(lowered),
            Key::Email => self.email.as_deref().map(lowered),
        };
        text.filter(|text| !text.is_empty())
    }
}

impl Source {
    /// The fields that no person gets to read, with their categories.
    pub fn withheld(&self) -> Vec<(String, Category)> {
        let fields = self.fields.iter();
        let fields = fields.filter(|(_, category)| !category.is_handed_out());
        fields.map(|(name, is)| (name.clone(), *is)).collect()
    }

    /// Where it is and what an erasure does there, in one line: what was approved and what is done are compared by it.
    pub fn told(&self) -> String {
        let place = match &self.place {
            Place::Sqlite {
                path,
                table,
                subject,
            } => format!("sqlite {} {table} {subject}", path.display()),
            Place::Lines {
                path,
                form,
                subject,
            } => format!("{} {} {subject}", form.as_str(), path.display()),
            Place::Program { command, .. } => format!("command {}", command.join(" ")),
        };
        format!("{place}, by {}, {}", self.key.as_str(), self.erasure.told())
    }

    /// The fields that a person gets to read.
    pub fn handed_out(&self) -> Vec<String> {
        let fields = self.fields.iter();
        let fields = fields.filter(|(_, category)| category.is_handed_out());
        fields.map(|(name, _)| name.clone()).collect()
    }
}

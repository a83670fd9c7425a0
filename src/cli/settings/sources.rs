//! The tables `[source.NAME]` of the configuration: where else the platform keeps data of people. Values only; what they
//! mean is read in `cli/sources`.

use std::collections::BTreeMap;

use crate::base::error::Result;
use crate::base::name::Label;

use super::keys::{Key, Shape, row};
use super::value::Value;

/// Each source's settings by their own names, and what its fields hold.
pub(crate) type Sources = BTreeMap<String, Declared>;

/// One such table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declared {
    pub(crate) keys: BTreeMap<&'static str, Value>,
    /// From `[source.NAME.fields]`: a category by the field's name, whatever that is.
    pub(crate) fields: BTreeMap<String, Value>,
}

/// What stands in such a table.
pub(crate) const KEYS: &[Key] = &[
    row(
        "as",
        Shape::Text,
        "What it is: `sqlite`, `csv`, `jsonl` or `command`",
        "\"sqlite\"",
    ),
    row(
        "path",
        Shape::Path,
        "The file; not of a command",
        "\"/srv/shop/shop.db\"",
    ),
    row(
        "table",
        Shape::Text,
        "The table of a database",
        "\"orders\"",
    ),
    row(
        "subject",
        Shape::Text,
        "The column or field that names the person",
        "\"customer_email\"",
    ),
    row(
        "match",
        Shape::Text,
        "What of the person stands there: `email`, `name` or `id` (of the account)",
        "\"email\"",
    ),
    row(
        "command",
        Shape::Command,
        "The program that asks another system, as `optimactl-formats(5)` says",
        "[\"/usr/local/bin/crm-requests\"]",
    ),
    row(
        "timeout",
        Shape::Text,
        "How long one answer may take",
        "\"1m\"",
    ),
    row(
        "tries",
        Shape::Number,
        "How often a command that fails is tried, 1 to 10",
        "3",
    ),
    row(
        "erasure",
        Shape::Text,
        "What an erasure does: `delete` the records, `empty` fields of them, or `keep` them",
        "\"delete\"",
    ),
    row(
        "empty",
        Shape::List,
        "The fields that are emptied",
        "[\"customer_email\", \"ship_to\"]",
    ),
    row(
        "cascade",
        Shape::Flag,
        "Rows of other tables may go with them, by foreign keys and triggers; else the erasure is refused",
        "false",
    ),
    row(
        "reason",
        Shape::Text,
        "Why records are kept",
        "\"invoices are kept for ten years (tax law)\"",
    ),
    row(
        "description",
        Shape::Text,
        "What it is, in a few words",
        "\"Orders of the shop\"",
    ),
    row(
        "purpose",
        Shape::Text,
        "What the data are used for",
        "\"to deliver what was ordered\"",
    ),
    row(
        "basis",
        Shape::Text,
        "The ground of GDPR Art. 6(1)",
        "\"contract (Art. 6(1)(b))\"",
    ),
    row(
        "subjects",
        Shape::Text,
        "Whose data they are",
        "\"customers\"",
    ),
    row(
        "retention",
        Shape::Text,
        "How long they are kept",
        "\"ten years\"",
    ),
    row(
        "recipients",
        Shape::List,
        "Who receives them",
        "[\"Example Parcel Ltd\"]",
    ),
    row(
        "transfers",
        Shape::Text,
        "To which third countries they go, and under which safeguards",
        "\"none\"",
    ),
    row(
        "origin",
        Shape::Text,
        "Where they come from, if not from the person",
        "\"the person\"",
    ),
];

/// `source.NAME.KEY` as NAME and KEY.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    name.strip_prefix("source.")?.split_once('.')
}

/// The field that `fields.FIELD` is about.
pub(super) fn field(key: &str) -> Option<&str> {
    key.strip_prefix("fields.")
}

pub(super) fn label(name: &str) -> Result<String> {
    Label::new(name, "the name of a data source").map(|label| label.as_str().to_owned())
}

/// Every value with its whole name.
pub(super) fn flat(sources: &Sources) -> impl Iterator<Item = (String, String)> {
    sources.iter().flat_map(|(source, declared)| {
        let own = declared.keys.iter();
        let own = own.map(move |(key, value)| (format!("source.{source}.{key}"), value));
        let fields = declared.fields.iter();
        let fields =
            fields.map(move |(field, value)| (format!("source.{source}.fields.{field}"), value));
        own.chain(fields)
            .map(|(name, value)| (name, value.to_string()))
    })
}

//! What Art. 30(1) and Art. 15(1) want said and no setting says.

use super::{Controller, Missing};
use crate::domain::source::{Purpose, Source};

/// Setting, clause, what it says, and whether it was said.
type Wanted<T> = (&'static str, &'static str, &'static str, fn(&T) -> bool);

#[rustfmt::skip]
const OWN: [Wanted<Controller>; 8] = [
    ("controller.name", "Art. 30(1)(a)", "who the controller is", |own| own.name.is_some()),
    ("controller.contact", "Art. 30(1)(a)", "how it is reached", |own| own.contact.is_some()),
    ("processing.purposes", "Art. 30(1)(b)", "what the data are used for", |own| !own.purposes.is_empty()),
    ("processing.basis", "Art. 6(1), 13(1)(c)", "on which ground", |own| own.basis.is_some()),
    ("processing.recipients", "Art. 30(1)(d)", "who receives them", |own| !own.recipients.is_empty()),
    ("processing.transfers", "Art. 30(1)(e)", "to which third countries they go", |own| own.transfers.is_some()),
    ("processing.retention", "Art. 30(1)(f)", "how long they are kept", |own| own.retention.is_some()),
    ("processing.automated", "Art. 15(1)(h)", "whether decisions are automated", |own| own.automated.is_some()),
];

#[rustfmt::skip]
const OF_SOURCE: [Wanted<Purpose>; 6] = [
    ("purpose", "Art. 30(1)(b)", "what the data are used for", |of| of.why.is_some()),
    ("basis", "Art. 6(1), 13(1)(c)", "on which ground", |of| of.basis.is_some()),
    ("subjects", "Art. 30(1)(c)", "whose data they are", |of| of.subjects.is_some()),
    ("recipients", "Art. 30(1)(d)", "who receives them", |of| !of.recipients.is_empty()),
    ("transfers", "Art. 30(1)(e)", "to which third countries they go", |of| of.transfers.is_some()),
    ("retention", "Art. 30(1)(f)", "how long they are kept", |of| of.kept.is_some()),
];

pub(super) fn of(controller: &Controller, sources: &[Source]) -> Vec<Missing> {
    let mut found = gaps(&OWN, controller, "");
    for source in sources {
        let table = format!("source.{}.", source.name);
        found.extend(gaps(&OF_SOURCE, &source.purpose, &table));
    }
    found
}

fn gaps<T>(wanted: &[Wanted<T>], said: &T, table: &str) -> Vec<Missing> {
    let gaps = wanted.iter().filter(|(.., is_said)| !is_said(said));
    gaps.map(|(setting, clause, what, _)| Missing {
        setting: format!("{table}{setting}"),
        clause,
        what,
    })
    .collect()
}

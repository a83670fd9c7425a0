//! What Art. 30(1) and Art. 15(1) want said and no setting says.

use super::{Controller, Missing};
use crate::domain::source::Source;

/// Setting, clause, and what it says.
type Wanted = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const OWN: [Wanted; 8] = [
    ("controller.name", "Art. 30(1)(a)", "who the controller is"),
    ("controller.contact", "Art. 30(1)(a)", "how it is reached"),
    ("processing.purposes", "Art. 30(1)(b)", "what the data are used for"),
    ("processing.basis", "Art. 6(1), 13(1)(c)", "on which ground"),
    ("processing.recipients", "Art. 30(1)(d)", "who receives them"),
    ("processing.transfers", "Art. 30(1)(e)", "to which third countries they go"),
    ("processing.retention", "Art. 30(1)(f)", "how long they are kept"),
    ("processing.automated", "Art. 15(1)(h)", "whether decisions are automated"),
];

#[rustfmt::skip]
const OF_SOURCE: [Wanted; 6] = [
    ("purpose", "Art. 30(1)(b)", "what the data are used for"),
    ("basis", "Art. 6(1), 13(1)(c)", "on which ground"),
    ("subjects", "Art. 30(1)(c)", "whose data they are"),
    ("recipients", "Art. 30(1)(d)", "who receives them"),
    ("transfers", "Art. 30(1)(e)", "to which third countries they go"),
    ("retention", "Art. 30(1)(f)", "how long they are kept"),
];

pub(super) fn of(controller: &Controller, sources: &[Source]) -> Vec<Missing> {
    let gap = |setting: String, (_, clause, what): &Wanted| Missing {
        setting,
        clause,
        what,
    };
    let own = OWN
        .iter()
        .filter(|wanted| !is_said(controller, wanted.0))
        .map(|wanted| gap(wanted.0.to_owned(), wanted));
    let of_sources = sources.iter().flat_map(|source| {
        OF_SOURCE
            .iter()
            .filter(|wanted| !is_said_of(source, wanted.0))
            .map(|wanted| gap(format!("source.{}.{}", source.name, wanted.0), wanted))
    });
    own.chain(of_sources).collect()
}

fn is_said(controller: &Controller, setting: &str) -> bool {
    match setting {
        "controller.name" => controller.name.is_some(),
        "controller.contact" => controller.contact.is_some(),
        "processing.purposes" => !controller.purposes.is_empty(),
        "processing.basis" => controller.basis.is_some(),
        "processing.recipients" => !controller.recipients.is_empty(),
        "processing.transfers" => controller.transfers.is_some(),
        "processing.retention" => controller.retention.is_some(),
        "processing.automated" => controller.automated.is_some(),
        _ => false,
    }
}

fn is_said_of(source: &Source, setting: &str) -> bool {
    let purpose = &source.purpose;
    match setting {
        "purpose" => purpose.why.is_some(),
        "basis" => purpose.basis.is_some(),
        "subjects" => purpose.subjects.is_some(),
        "recipients" => !purpose.recipients.is_empty(),
        "transfers" => purpose.transfers.is_some(),
        "retention" => purpose.kept.is_some(),
        _ => false,
    }
}

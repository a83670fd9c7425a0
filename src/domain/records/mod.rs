//! The register of processing activities (GDPR Art. 30): made from the data map, the rules of retention, the data
//! sources and what the controller says of itself. Nothing is invented: what nobody said is named as missing.

mod activity;
mod markdown;
mod missing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;

pub use markdown::markdown;

use super::context::Context;
use super::privacy::{Class, FILES};
use super::retention;
use super::source::Source;
use crate::base::clock::Time;
use crate::base::error::Result;

/// What the controller says about itself and about the processing in the store.
#[derive(Clone, Debug, Default)]
pub struct Controller {
    pub name: Option<String>,
    pub contact: Option<String>,
    /// The data protection officer and the representative in the Union (Art. 27, 37).
    pub officer: Option<String>,
    pub representative: Option<String>,
    pub authority: Option<String>,
    pub purposes: Vec<String>,
    pub basis: Option<String>,
    pub recipients: Vec<String>,
    pub transfers: Option<String>,
    pub retention: Option<String>,
    pub sources: Vec<String>,
    pub automated: Option<String>,
    /// Measures besides those that this program takes (Art. 32(1)).
    pub security: Vec<String>,
    /// How long classes are kept that settings rule, not rows of the store.
    pub kept: BTreeMap<Class, String>,
}

/// The register, as of a moment.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Register {
    #[serde(skip)]
    pub made: Time,
    pub controller: Party,
    pub activities: Vec<Activity>,
    pub security: Vec<String>,
    /// Files beside the database in which data of people may lie.
    pub files: Vec<Copies>,
    /// What Art. 30(1) wants and nobody said, by the setting that says it.
    pub missing: Vec<Missing>,
}

/// Art. 30(1)(a).
#[derive(Clone, Debug, Default, Serialize)]
pub struct Party {
    pub name: Option<String>,
    pub contact: Option<String>,
    pub officer: Option<String>,
    pub representative: Option<String>,
}

/// Where else the same data lie, and what an erasure does there.
#[derive(Clone, Debug, Serialize)]
pub struct Copies {
    pub name: &'static str,
    pub holds: &'static str,
    pub erasure: &'static str,
}

/// One processing, Art. 30(1)(b) to (f).
#[derive(Clone, Debug, Default, Serialize)]
pub struct Activity {
    pub name: String,
    pub what: Option<String>,
    pub purposes: Vec<String>,
    pub basis: Option<String>,
    pub subjects: Option<String>,
    pub data: Vec<String>,
    pub recipients: Vec<String>,
    pub transfers: Option<String>,
    pub kept: Option<String>,
    pub erasure: Vec<String>,
    pub origin: Option<String>,
    /// Tables of the store, or where the data source is.
    pub places: Vec<String>,
    /// Not the store's own.
    pub is_source: bool,
}

/// A gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    pub setting: String,
    pub clause: &'static str,
    pub what: &'static str,
}

/// What this program does for the security of processing (Art. 30(1)(g), Art. 32), as it is built.
const MEASURES: [&str; 7] = [
    "the store is encrypted with AEGIS-256, page by page, and so is each backup (age)",
    "passwords are kept as Argon2id hashes; second factors can be required by role",
    "permissions by role; the erasure of a person takes two people, or one where `request approvers` says so",
    "every change and every look at personal data is recorded in a log whose integrity can be proven",
    "backups are verified by restoring them; a restore brings back no erased person",
    "keys rotate; locked accounts and revoked sessions stay so behind a restore",
    "each class of data is deleted by age where a rule says so",
];

/// The register of today.
pub fn register(ctx: &Context, controller: &Controller, sources: &[Source]) -> Result<Register> {
    let rules: BTreeMap<Class, String> = retention::list(ctx)?
        .into_iter()
        .map(|rule| (rule.class, format!("{} ({})", rule.period, rule.basis)))
        .collect();
    let own = Class::ALL
        .into_iter()
        .filter(|class| *class != Class::Sources)
        .map(|class| activity::of_class(class, controller, &rules));
    let activities: Vec<Activity> = own.chain(sources.iter().map(activity::of_source)).collect();
    let measures = MEASURES.map(str::to_owned).into_iter();
    Ok(Register {
        made: ctx.now(),
        missing: missing::of(controller, sources),
        controller: Party {
            name: controller.name.clone(),
            contact: controller.contact.clone(),
            officer: controller.officer.clone(),
            representative: controller.representative.clone(),
        },
        files: FILES
            .iter()
            .map(|file| Copies {
                name: file.name,
                holds: file.holds,
                erasure: file.erasure,
            })
            .collect(),
        security: measures.chain(controller.security.clone()).collect(),
        activities,
    })
}

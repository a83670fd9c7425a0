//! One processing each: a class of the data map, or a data source.

use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, Controller};
use crate::domain::privacy::{Class, Erasure, MAP, Part};
use crate::domain::source::{Place, Source};

/// What the program itself does with a class of data.
const fn use_of(class: Class) -> &'static str {
    match class {
        Class::Identity => "to know which account is whose",
        Class::Contact => "to reach the person, and to answer requests",
        Class::Credentials => "to let in nobody but the person",
        Class::Access => "to decide who may do what",
        Class::Sessions => "to let the person see and end sign-ins that are open",
        Class::Activity => {
            "to find out and prove what was done with data and rights (GDPR Art. 5(2), 32)"
        }
        Class::Notices => "to tell people what concerns their account",
        Class::Requests => "to answer data requests, and to prove it (GDPR Art. 12; 11 CCR §7101)",
        Class::Consents => "to act on consents and choices, and to prove them (GDPR Art. 7(1), 21)",
        Class::Sources => "what the data source says",
    }
}

/// How long it is kept where no rule says otherwise.
const fn usual(class: Class) -> &'static str {
    match class {
        Class::Requests => "24 months at least, then until a rule deletes them",
        Class::Activity => "until `audit expire` or `audit prune` deletes it",
        Class::Sessions => "until `session purge` deletes ended ones",
        _ => "as long as the account",
    }
}

pub(super) fn of_class(
    class: Class,
    controller: &Controller,
    rules: &BTreeMap<Class, String>,
) -> Activity {
    let parts: Vec<&Part> = MAP
        .iter()
        .filter(|part| part.class == Some(class))
        .collect();
    let mut tables: Vec<String> = parts.iter().map(|part| part.table.to_owned()).collect();
    tables.dedup();
    let mut fates: Vec<String> = vec![];
    for part in &parts {
        let fate = match part.erasure {
            Erasure::Kept(why) => format!("`{}` stays: {why}", part.table),
            fate => format!("`{}`: {}", part.table, fate.told()),
        };
        if !fates.contains(&fate) {
            fates.push(fate);
        }
    }
    let subjects = match class {
        Class::Requests => "people with an account, and whoever asked about their data",
        Class::Activity => "people with an account, administrators, and whoever tried to sign in",
        _ => "people with an account",
    };
    let kept = rules.get(&class).or_else(|| controller.kept.get(&class));
    Activity {
        name: class.as_str().to_owned(),
        what: Some(class.meaning().to_owned()),
        purposes: std::iter::once(use_of(class).to_owned())
            .chain(controller.purposes.clone())
            .collect(),
        basis: controller.basis.clone(),
        subjects: Some(subjects.to_owned()),
        data: vec![class.meaning().to_owned()],
        recipients: controller.recipients.clone(),
        transfers: controller.transfers.clone(),
        kept: Some(kept.cloned().unwrap_or_else(|| usual(class).to_owned())),
        erasure: fates,
        origin: None,
        places: tables,
        is_source: false,
    }
}

pub(super) fn of_source(source: &Source) -> Activity {
    let purpose = &source.purpose;
    let categories: BTreeSet<_> = source.fields.values().copied().collect();
    let data = categories.into_iter().map(|category| {
        let fields: Vec<&str> = source
            .fields
            .iter()
            .filter(|(_, is)| **is == category)
            .map(|(name, _)| name.as_str())
            .collect();
        format!("{}: {}", category.as_str(), fields.join(", "))
    });
    let place = match &source.place {
        Place::Sqlite { path, table, .. } => {
            format!("table `{table}` of `{}`", path.display())
        }
        Place::Lines { path, .. } => format!("`{}`", path.display()),
        Place::Program { command, .. } => {
            format!("through `{}`", command.first().map_or("", String::as_str))
        }
    };
    Activity {
        name: source.name.clone(),
        what: purpose.what.clone(),
        purposes: purpose.why.iter().cloned().collect(),
        basis: purpose.basis.clone(),
        subjects: purpose.subjects.clone(),
        data: data.collect(),
        recipients: purpose.recipients.clone(),
        transfers: purpose.transfers.clone(),
        kept: purpose.kept.clone(),
        erasure: vec![source.erasure.told()],
        origin: purpose.origin.clone(),
        places: vec![place],
        is_source: true,
    }
}

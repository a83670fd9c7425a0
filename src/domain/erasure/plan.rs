//! What an erasure would do, and freezing that: from then on the row holds whom it is about, sealed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{Case, Identity, written};
use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::domain::audit::{redact, reveal};
use crate::domain::context::Context;
use crate::domain::hold;
use crate::domain::privacy::{self, Class};
use crate::domain::source::{Person, Source};
use crate::store::Tx;
use crate::store::audit::{Columns, Selection, Word};
use crate::store::erasure::ErasureRow;

/// What is there of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    /// Events that the person caused or that are about them; their values go.
    pub events: u64,
    pub pseudonyms: u64,
    /// Classes that a hold keeps.
    pub held: Vec<String>,
    /// Bundles that were built for the person: files outside the store.
    pub bundles: Vec<String>,
    /// Backups in the catalog, each of which may hold the person.
    pub backups: u64,
    /// The data sources, and what is done there: nothing else is approved.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
}

/// Looks what would go; nothing is changed.
pub fn look(ctx: &Context, tx: &Tx<'_>, case: &Case<'_>) -> Result<(Plan, Identity)> {
    let identity = identify(tx, case)?;
    let held = held(tx, case.account)?;
    let rows = match case.account {
        Some(account) => privacy::find(tx, account, &held)?,
        None => privacy::Gone::new(),
    };
    let parties = parties(ctx, tx, case, &identity)?;
    let mut bundles = vec![];
    for request in tx.subject_requests(case.account, case.request)? {
        bundles.extend(tx.bundles(&request)?.into_iter().map(|bundle| bundle.file));
    }
    let plan = Plan {
        rows: rows
            .into_iter()
            .map(|(table, count)| (table.to_owned(), count))
            .collect(),
        events: tx.count_events_of(&parties)?,
        pseudonyms: u64::try_from(parties.len()).unwrap_or(0),
        held: super::words(&held),
        bundles,
        backups: u64::try_from(tx.backups()?.len()).unwrap_or(0),
        sources: BTreeMap::new(),
    };
    Ok((plan, identity))
}

/// Writes the plan down, over an earlier one that did not begin, or that a hold let do only a part: whom that was about
/// and what it did is kept.
pub fn freeze(ctx: &Context, tx: &Tx<'_>, case: &Case<'_>, sources: &[Source]) -> Result<Plan> {
    let before = tx.erasure(case.request)?;
    if let Some(row) = &before
        && !matches!(row.stage.as_str(), "planned" | "done")
    {
        return Err(Error::conflict(format!(
            "the erasure of {} has begun: its plan stays",
            case.reference
        ))
        .hint(format!(
            "go on with it: `optimactl request erase {}`",
            case.reference
        )));
    }
    let (mut plan, mut identity) = look(ctx, tx, case)?;
    plan.sources = told(sources);
    if let Some(row) = before.as_ref().filter(|row| row.sealed.is_some()) {
        identity.join(Identity::open(ctx, row)?);
    }
    if identity.handles.is_empty() {
        return Err(Error::refused(format!(
            "it is not known any more whom {} is about",
            case.reference
        ))
        .hint("its address went when it was closed: open a new request with the address"));
    }
    tx.put_erasure(&ErasureRow {
        request: case.request.to_owned(),
        subject: case.subject().to_owned(),
        stage: "planned".to_owned(),
        sealed: Some(identity.seal(ctx, case.request)?),
        plan: written(&plan)?,
        planned: ctx.now(),
        begun: None,
        line: None,
        went: before.and_then(|row| row.went),
        residue: None,
        done: None,
        gone_by: None,
    })?;
    Ok(plan)
}

/// What is to be done where, by the name of the source.
pub fn told(sources: &[Source]) -> BTreeMap<String, String> {
    let told = sources.iter();
    told.map(|source| (source.name.clone(), source.told()))
        .collect()
}

/// The classes that holds keep from going.
pub(super) fn held(tx: &Tx<'_>, account: Option<&str>) -> Result<BTreeSet<Class>> {
    let mut kept = BTreeSet::new();
    for class in Class::ALL {
        if !hold::blocking(tx, account, &[class])?.is_empty() {
            kept.insert(class);
        }
    }
    Ok(kept)
}

/// Under which ids the log knows the person. What is also the name of a program is none of them: events without an
/// actor are that program's.
pub(super) fn parties(
    ctx: &Context,
    tx: &Tx<'_>,
    case: &Case<'_>,
    identity: &Identity,
) -> Result<Vec<String>> {
    let mut names = BTreeSet::new();
    for handle in &identity.handles {
        if tx.known_word(Word::Source, &folded(handle))?.is_none() {
            names.insert(handle.clone());
        }
    }
    redact::known_as(ctx, tx, case.account, &names)
}

/// What the store knows of who the person is and was.
pub(super) fn identify(tx: &Tx<'_>, case: &Case<'_>) -> Result<Identity> {
    let mut identity = Identity::default();
    if let Some(account) = case.account {
        if let Some([name, display_name, email]) = tx.account_identifiers(account)? {
            // An account of which a part is held has its id in the place of its name.
            let name = name.filter(|name| name != account);
            identity.person = Person {
                id: Some(account.to_owned()),
                name: name.clone(),
                email: email.clone(),
            };
            identity.handles.extend(name.into_iter().chain(email));
            identity.names.extend(display_name);
        }
        former(tx, account, &mut identity)?;
    }
    for request in tx.subject_requests(case.account, case.request)? {
        let row = tx.request(&request)?;
        identity.handles.extend(row.and_then(|row| row.email));
    }
    identity.handles.extend(case.email.map(str::to_owned));
    if case.account.is_none() {
        identity.person.email = case.email.map(str::to_owned);
    }
    Ok(identity)
}

/// Names and addresses that the account had before, as the log tells of their change.
fn former(tx: &Tx<'_>, account: &str, identity: &mut Identity) -> Result<()> {
    let mut actions = vec![];
    for action in ["account.change", "account.rectify"] {
        actions.extend(tx.known_word(Word::Action, action)?);
    }
    let Some(target) = tx.known_word(Word::Target, account)? else {
        return Ok(());
    };
    let selection = Selection {
        end: tx.tree()?.size(),
        actions: Some(actions),
        targets: Some(vec![target]),
        ..Selection::default()
    };
    let mut events = vec![];
    tx.find(&selection, Columns::Search, &mut |row| {
        events.push(row.seq);
        Ok(ControlFlow::Continue(()))
    })?;
    for seq in events {
        for row in tx.disclosures(seq, seq + 1)? {
            let into = match row.field.as_str() {
                "name_before" | "email_before" => &mut identity.handles,
                "display_name_before" => &mut identity.names,
                _ => continue,
            };
            into.extend(reveal(&row.text)?.1.as_str().map(str::to_owned));
        }
    }
    Ok(())
}

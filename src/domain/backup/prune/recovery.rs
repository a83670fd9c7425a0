//! Old generations in `recovery/`: one goes once a newer one was read back and no manifest of a backup that is
//! still there names it. Handovers always stay: they lead from an old key to the present one.

use std::collections::BTreeSet;

use super::super::listing::{Listing, Presence};
use super::super::target::Target;
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::file;

const FOLDER: &str = "recovery";

/// Removes them, and names what it removed.
pub(super) fn clear(ctx: &Context, target: &Target, listing: &Listing) -> Result<Vec<String>> {
    let kept = listing
        .items
        .iter()
        .filter(|item| item.presence != Presence::Pruned);
    let needed: BTreeSet<&str> = kept
        .flat_map(|item| {
            let names = &item.manifest.recovery;
            [names.keyring.as_str(), names.journal.as_str()]
        })
        .collect();
    let place = target.place();
    let entries = place.list(FOLDER)?;
    let names = || entries.iter().map(|entry| entry.name.as_str());
    let keyrings = older(names(), ("keyring-", ".age"), &needed);
    let journals = older(names(), ("rights-", ".journal"), &needed);
    if keyrings.is_empty() && journals.is_empty() {
        return Ok(vec![]);
    }
    target
        .recovery()?
        .check_newest(&ctx.store.keyring, &ctx.store.master)?;
    for generation in &keyrings {
        let folder = format!("{FOLDER}/slots-{generation}");
        for slot in place.list(&folder)? {
            place.remove(&format!("{folder}/{}", slot.name))?;
        }
        // The keyring last: as long as it is there, the next run knows that this generation is to go.
        place.remove(&format!("{FOLDER}/keyring-{generation}.age"))?;
        if let Some(here) = target.folder() {
            file::remove_empty(&[here.join(&folder)]);
        }
    }
    for line in &journals {
        place.remove(&format!("{FOLDER}/rights-{line}.journal"))?;
    }
    let keyrings = keyrings
        .iter()
        .map(|number| format!("keyring-{number}.age"));
    let journals = journals
        .iter()
        .map(|number| format!("rights-{number}.journal"));
    Ok(keyrings.chain(journals).collect())
}

/// The numbers below the highest whose file nobody needs.
fn older<'a>(
    names: impl Iterator<Item = &'a str>,
    (before, after): (&str, &str),
    needed: &BTreeSet<&str>,
) -> Vec<u64> {
    let mut numbers: Vec<u64> = names
        .filter_map(|name| name.strip_prefix(before)?.strip_suffix(after)?.parse().ok())
        .collect();
    numbers.sort_unstable();
    numbers.pop();
    numbers.retain(|number| !needed.contains(format!("{before}{number}{after}").as_str()));
    numbers
}

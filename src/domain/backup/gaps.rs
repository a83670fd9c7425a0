//! Gaps in the numbering: what was taken away with its manifest. A pruned backup leaves none, its manifest stays.

use std::collections::BTreeMap;

use super::listing::Item;

/// Missing, doubled and replaced links of each epoch's chain.
pub(super) fn of(items: &[Item]) -> Vec<String> {
    let mut epochs: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        epochs.entry(&item.manifest.epoch).or_default().push(item);
    }
    let mut found = vec![];
    for (epoch, mut chain) in epochs {
        chain.sort_by_key(|item| item.manifest.sequence);
        let mut before: Option<&Item> = None;
        for item in chain {
            let (sequence, last) = (
                item.manifest.sequence,
                before.map_or(0, |item| item.manifest.sequence),
            );
            if sequence == last {
                found.push(format!("epoch {epoch}: number {sequence} is there twice"));
            } else if sequence > last + 1 {
                let (first, end) = (last + 1, sequence - 1);
                found.push(if first == end {
                    format!("epoch {epoch}: backup number {first} is missing")
                } else {
                    format!("epoch {epoch}: backups number {first} to {end} are missing")
                });
            } else if item.manifest.previous.as_deref() != before.map(|item| item.sha256.as_str()) {
                found.push(format!(
                    "epoch {epoch}: number {sequence} does not follow the number {last} that is here"
                ));
            }
            before = Some(item);
        }
    }
    found
}

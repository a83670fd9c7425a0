//! The numbering of backups at a place: what is missing, doubled or replaced, and what was left out on purpose when
//! it was copied. Only looks at manifests that count.

use std::collections::BTreeMap;

use super::listing::Item;

/// Missing, doubled and replaced links of each epoch's chain, and those that were left out when it was copied.
pub(super) fn gaps(items: &[Item]) -> (Vec<String>, Vec<String>) {
    let mut epochs: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        epochs.entry(&item.manifest.epoch).or_default().push(item);
    }
    let (mut found, mut left_out) = (vec![], vec![]);
    for (epoch, mut chain) in epochs {
        chain.sort_by_key(|item| item.manifest.sequence);
        let mut before: Option<&Item> = None;
        for item in chain {
            let (sequence, last) = (
                item.manifest.sequence,
                before.map_or(0, |item| item.manifest.sequence),
            );
            if before.is_some() && sequence == last {
                found.push(format!("epoch {epoch}: number {sequence} is there twice"));
            } else if sequence > last.saturating_add(1) {
                // What lay here when it was copied must still lie here.
                let explained = item.copied_after.is_some_and(|after| after <= last);
                let (lines, word) = if explained {
                    (&mut left_out, "not copied here")
                } else {
                    (&mut found, "missing")
                };
                let (first, end) = (last + 1, sequence - 1);
                lines.push(if first == end {
                    format!("epoch {epoch}: backup number {first} is {word}")
                } else {
                    format!("epoch {epoch}: backups number {first} to {end} are {word}")
                });
            } else if item.manifest.previous.as_deref() != before.map(|item| item.sha256.as_str()) {
                found.push(format!(
                    "epoch {epoch}: number {sequence} does not follow the number {last} that is here"
                ));
            }
            before = Some(item);
        }
    }
    (found, left_out)
}

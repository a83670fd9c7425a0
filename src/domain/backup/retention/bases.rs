//! Deltas and what they are based on: neither is judged without the other.

use std::collections::BTreeMap;

use super::{Case, Policy, Subject, Verdict};

/// A delta is worth nothing without its base: what may never go keeps its base, then a base that must go takes
/// its deltas along, and then a delta that stays keeps its base.
pub(super) fn follow(newest_first: &[&Subject], cases: &mut [Case], policy: &Policy) {
    let ids = newest_first.iter().enumerate();
    let place: BTreeMap<&str, usize> = ids.map(|(at, one)| (one.id.as_str(), at)).collect();
    let links: Vec<Link<'_>> = newest_first
        .iter()
        .enumerate()
        .filter_map(|(delta, one)| {
            let base_id = one.base.as_deref()?;
            let base = *place.get(base_id)?;
            Some(Link {
                delta,
                base,
                id: &one.id,
                base_id,
            })
        })
        .collect();
    until_settled(&links, cases, |link, delta, base| {
        let reason = link.kept();
        if delta.never.is_empty() || base.never.contains(&reason) {
            return false;
        }
        base.never.push(reason);
        true
    });
    until_settled(&links, cases, |link, delta, base| {
        if !base.must_go() || !delta.never.is_empty() || delta.baseless.is_some() {
            return false;
        }
        delta.baseless = Some(format!("`{}`, which it is based on, must go", link.base_id));
        true
    });
    until_settled(&links, cases, |link, delta, base| {
        let reason = link.kept();
        let said = base.needed.is_some() || base.never.contains(&reason);
        if delta.verdict(policy) != Verdict::Keep || said {
            return false;
        }
        base.needed = Some(reason);
        true
    });
}

/// A delta and its base, by their places in the list.
struct Link<'a> {
    delta: usize,
    base: usize,
    id: &'a str,
    base_id: &'a str,
}

impl Link<'_> {
    fn kept(&self) -> String {
        format!("`{}`, which is kept, is based on it", self.id)
    }
}

/// Chains are two long; going on until nothing changes also ends for a circle that somebody made up, because
/// every change is made once.
fn until_settled(
    links: &[Link<'_>],
    cases: &mut [Case],
    mut follow: impl FnMut(&Link<'_>, &mut Case, &mut Case) -> bool,
) {
    loop {
        let mut changed = false;
        for link in links {
            if let Ok([delta, base]) = cases.get_disjoint_mut([link.delta, link.base]) {
                changed |= follow(link, delta, base);
            }
        }
        if !changed {
            return;
        }
    }
}

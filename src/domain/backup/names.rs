//! What the names at a place tell: the instant of a backup, and which documents are no manifests.

use crate::store::backup::MANIFEST;

/// The instant in `NAME-20261122T130501Z-ID.json`.
pub(super) fn stamp(name: &str) -> Option<&str> {
    let stamp = name.rsplit('-').nth(1)?;
    let digits = stamp.bytes().filter(u8::is_ascii_digit).count();
    (stamp.len() == 16 && digits == 14).then_some(stamp)
}

/// Other documents beside a manifest; none of them is one.
pub(super) fn is_document(name: &str) -> bool {
    const OTHERS: [&str; 5] = ["pin", "repin", "verified", "pruned", "copied"];
    let kind = name
        .strip_suffix(MANIFEST)
        .and_then(|stem| stem.rsplit_once('.'))
        .map_or("", |(_, kind)| kind);
    let numbered = kind.strip_prefix("verified-");
    let numbered = numbered.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    OTHERS.contains(&kind) || numbered
}

//! What the names at a place tell: the instant of a backup, and which documents are no manifests.

use crate::store::backup::MANIFEST;

/// The instant in `NAME-20261122T130501Z-ID.json`.
pub(super) fn stamp(name: &str) -> Option<&str> {
    let stamp = name.rsplit('-').nth(1)?;
    let digits = stamp.bytes().filter(u8::is_ascii_digit).count();
    (stamp.len() == 16 && digits == 14).then_some(stamp)
}

/// Names become names at another place: none may lead elsewhere.
pub(super) fn is_plain(name: &str) -> bool {
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains('\0');
    name.split('/').count() <= 2 && name.split('/').all(part)
}

/// The stem of the manifest that a document lies beside.
pub(super) fn document_stem(name: &str) -> Option<&str> {
    let (stem, _) = name.strip_suffix(MANIFEST)?.rsplit_once('.')?;
    is_document(name).then_some(stem)
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

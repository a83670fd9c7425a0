//! Damage that must neither end a verification nor accuse what is sound.

use super::tests::{after, log, look};
use super::*;
use crate::store::audit::tamper;

/// The value that it left is not told as one that somebody added to the next event.
#[test]
fn a_deleted_event_accuses_no_other_one() {
    let (_fixture, ctx) = log();
    tamper::run(&ctx.store, "DELETE FROM event WHERE seq IN (300, 511, 600)");
    let report = look(&ctx);
    let accused = |finding: &Finding| {
        finding
            .seq
            .is_some_and(|seq| [301, 512, 601].contains(&seq))
    };
    assert!(!report.integrity.findings.iter().any(accused), "{report:?}");
    let missing: Vec<_> = report
        .completeness
        .findings
        .iter()
        .map(|it| it.seq)
        .collect();
    assert_eq!(missing, [Some(300), Some(511), Some(600)]);
}

/// What cannot be read is a finding, and everything else is still judged.
#[test]
fn damage_that_is_no_text_ends_no_verification() {
    for sql in [
        "UPDATE disclosure SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT) WHERE seq = 40",
        "UPDATE disclosure SET field = CAST(x'69ff' AS TEXT) WHERE seq = 40",
        "UPDATE dictionary SET value = CAST(x'61ff' AS TEXT) WHERE kind = 1 AND id = 1",
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('pruned', '5')",
    ] {
        let (finding, _) = after(sql);
        assert!(finding.is_some(), "{sql}");
    }
}

//! Somebody with the data key and the signing key: what a kept checkpoint, a witness or an anchor still notices.

use super::tests::{fill, log, look};
use super::*;
use crate::base::progress::silent;
use crate::crypto::merkle::Frontier;
use crate::domain::audit::prove::sign_now;
use crate::store::Mode;
use crate::store::audit::tamper;

/// The same against a checkpoint that was kept elsewhere.
fn trusting(ctx: &Context, note: &str) -> Report {
    let request = Request {
        trusted: Some(note.to_owned()),
        ..Request::default()
    };
    verify(ctx, &request, &mut silent).unwrap()
}

/// Rewrites one event and everything that follows from it, as somebody with every key would.
fn rewrite(ctx: &Context) {
    tamper::run(
        &ctx.store,
        "UPDATE event SET entry = CAST(replace(entry, 'success', 'failure') AS BLOB), outcome = 1 WHERE seq = 8;
         DELETE FROM tile WHERE level = 0 AND number = 0",
    );
    ctx.store
        .write(Mode::Commit, |tx| {
            let size = tx.tree()?.size();
            tx.insert_tile(0, 0, &tx.leaves(0, 256)?)?;
            let mut tree = Frontier::new();
            for leaf in tx.leaves(0, size)? {
                tree.push(leaf)?;
            }
            tx.set_tree(&tree)?;
            for row in tx.checkpoints_between(0, size)? {
                let mut tree = Frontier::new();
                for leaf in tx.leaves(0, row.size)? {
                    tree.push(leaf)?;
                }
                tx.insert_checkpoint(&crate::domain::audit::sign_tree(ctx, &tree, &row.reason)?)?;
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_log_forged_with_the_signing_key_is_noticed_by_a_kept_checkpoint_alone() {
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    rewrite(&ctx);
    assert!(look(&ctx).is_good());
    let report = trusting(&ctx, &note);
    assert_eq!(report.integrity.findings[0].seq, Some(699));
    assert!(report.integrity.findings[0].what.contains("rewritten"));
    assert_eq!(report.anchoring.anchored, None);
}

#[test]
fn a_log_forged_with_the_signing_key_does_not_fit_what_witnesses_signed() {
    use crate::domain::audit::witness;
    let (_fixture, ctx) = log();
    let note = sign_now(&ctx, "asked").unwrap().note;
    let key = crate::crypto::note::WitnessKey::new("w", crate::crypto::secret::Key::new([1; 32]));
    let key = key.unwrap();
    let policy = Policy::new(&[key.witness().to_string()], 1).unwrap();
    let vkey = crate::domain::audit::vkey(&ctx.store.keyring).unwrap();
    let ask = witness::Ask {
        text: &note,
        vkey: Some(&vkey),
        accepted: false,
    };
    let signed = witness::sign(&witness::State::empty(), &key, ask, ctx.now()).unwrap();
    witness::add(&ctx, &signed.note, &policy).unwrap();
    assert!(look(&ctx).is_good());
    // A cosignature that is taken away leaves the event that took it in.
    ctx.store
        .write(Mode::DryRun, |tx| {
            tamper::script(tx, "DELETE FROM cosignature");
            let report = verify_in(&ctx, tx, &Request::default(), &mut silent)?;
            assert_eq!(report.completeness.findings[0].seq, Some(700));
            Ok(())
        })
        .unwrap();
    rewrite(&ctx);
    // Without knowing any witness: the line itself does not fit.
    let report = look(&ctx);
    assert_eq!(report.integrity.findings[0].seq, Some(700));
    assert!(!trusting(&ctx, &note).is_good());
}

#[test]
fn a_file_that_was_rolled_back_is_noticed_by_what_was_kept_elsewhere() {
    let (fixture, ctx) = log();
    let copy = fixture.dir.path().join("copy");
    drop(ctx);
    let done = std::process::Command::new("cp")
        .arg("-a")
        .args([fixture.folder.path(), &copy])
        .status();
    assert!(done.unwrap().success());
    let ctx = fixture.open();
    fill(&ctx, 20);
    let note = sign_now(&ctx, "asked").unwrap().note;
    let old = fixture.open_at(&copy);
    assert!(look(&old).is_good());
    let report = trusting(&old, &note);
    assert_eq!(report.completeness.findings[0].seq, Some(700));
    assert!(report.completeness.findings[0].what.contains("cut off"));
}

#[test]
fn a_changed_key_of_a_foreign_event() {
    let (_fixture, ctx) = log();
    let add = |tx: &Tx<'_>| tx.insert_event_key("optimactl", "k", 5);
    ctx.store.write(Mode::Commit, add).unwrap();
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "UPDATE event_key SET source = 'vpn'");
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(5));
    tamper::run(
        &ctx.store,
        "UPDATE event_key SET source = 'optimactl', seq = 900",
    );
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(900));
    tamper::run(
        &ctx.store,
        "DELETE FROM event_key; INSERT INTO told_key VALUES (x'01', 699)",
    );
    assert!(look(&ctx).is_good());
    tamper::run(&ctx.store, "UPDATE told_key SET seq = 700");
    assert_eq!(look(&ctx).integrity.findings[0].seq, Some(700));
}

#[test]
fn a_changed_anchor() {
    use crate::domain::audit::anchor::{self, Kind};
    let (_fixture, ctx) = log();
    anchor::create(&ctx, Kind::Rfc3161, None, |_| Ok(())).unwrap();
    assert!(look(&ctx).is_good());
    let after = |sql: &str| {
        let mut found = None;
        ctx.store
            .write(Mode::DryRun, |tx| {
                tamper::script(tx, sql);
                found = Some(verify_in(&ctx, tx, &Request::default(), &mut silent)?);
                Ok(())
            })
            .unwrap();
        found.unwrap()
    };
    for sql in [
        "UPDATE anchor SET size = 600",
        "UPDATE anchor SET kind = 'file'",
        "UPDATE anchor SET note = replace(note, '700', '701')",
        "UPDATE anchor SET query = x'3000'",
        "UPDATE anchor SET stamped = 5",
        "UPDATE anchor SET seq = 3",
    ] {
        assert!(!after(sql).integrity.is_good(), "{sql}");
    }
    let gone = after("DELETE FROM anchor");
    assert_eq!(gone.completeness.findings[0].seq, Some(700));
}

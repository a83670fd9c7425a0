//! Each form gives the checkpoint back, and what was anchored is checked against the log.

use super::*;
use crate::base::progress::silent;
use crate::crypto::note::Checkpoint;
use crate::domain::audit;
use crate::domain::audit::verify::{Request, verify};
use crate::domain::fixture::Fixture;

const MAIL: Mail<'_> = Mail {
    from: "audit@example.org",
    to: "auditor@example.com",
};

fn made(ctx: &Context, kind: Kind) -> Created {
    create(ctx, kind, Some(&MAIL), |_| Ok(())).unwrap().value
}

#[test]
fn every_form_gives_the_checkpoint_back() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let keys = [audit::vkey(&ctx.store.keyring).unwrap()];
    let file = made(&ctx, Kind::File);
    let text = String::from_utf8(file.artifact).unwrap();
    assert_eq!(Checkpoint::open(&text, &keys).unwrap().size, file.size);

    let mail = made(&ctx, Kind::Mail);
    let text = String::from_utf8(mail.artifact).unwrap();
    let (head, body) = text.split_once("\n\n").unwrap();
    for name in [
        "From",
        "To",
        "Date",
        "Message-ID",
        "Subject",
        "MIME-Version",
    ] {
        assert_eq!(
            head.lines()
                .filter(|line| line.starts_with(&format!("{name}: ")))
                .count(),
            1
        );
    }
    assert!(text.lines().all(|line| line.len() <= 998));
    let (_, note) = body.split_once("-----BEGIN CHECKPOINT-----\n").unwrap();
    let (note, _) = note.split_once("-----END CHECKPOINT-----\n").unwrap();
    assert_eq!(note, mail.note);

    let syslog = made(&ctx, Kind::Syslog);
    let line = String::from_utf8(syslog.artifact).unwrap();
    assert!(line.is_ascii() && line.lines().count() == 1);
    let fields: Vec<&str> = line.splitn(8, ' ').collect();
    assert_eq!(
        (fields[0], fields[3], fields[5], fields[6]),
        ("<85>1", "optimactl", "checkpoint", "-")
    );
    let note: String = serde_json::from_str(fields[7]).unwrap();
    assert_eq!(note, syslog.note);

    let query = made(&ctx, Kind::Rfc3161);
    let imprint = Imprint::of_query(&query.artifact).unwrap();
    assert_eq!(imprint.sha256, sha256(query.note.as_bytes()));
    let report = verify(&ctx, &Request::default(), &mut silent).unwrap();
    assert!(report.is_good(), "{report:?}");
    assert_eq!(report.anchoring.anchors, 4);
    assert_eq!(report.anchoring.newest_anchor.unwrap().kind, "rfc3161");
}

/// Nothing tells of what was not written.
#[test]
fn an_anchor_that_could_not_be_written_is_none() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let lost = || Err(Error::conflict("there is no room"));
    create(&ctx, Kind::File, None, |_| lost()).unwrap_err();
    let mut anchors = 0;
    list(&ctx, &mut |_| {
        anchors += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(anchors, 0);
    let named = |ctx: &Context| ctx.store.read(|tx| outside(ctx, tx)).unwrap();
    assert_eq!(named(&ctx), Vouched::default());
    let report = verify(&ctx, &Request::default(), &mut silent).unwrap();
    assert!(
        report.is_good() && report.anchoring.anchors == 0,
        "{report:?}"
    );
    // When it is handed out, nothing tells of it yet.
    let told = create(&ctx, Kind::File, None, |_| {
        assert_eq!(named(&ctx), Vouched::default());
        Ok(())
    });
    let size = told.unwrap().value.size;
    assert_eq!(named(&ctx).newest.unwrap().size, size);
}

/// Only what is genuine is named, and a row that is not is told.
#[test]
fn nobody_is_named_whose_signature_does_not_fit() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let named = || ctx.store.read(|tx| outside(&ctx, tx)).unwrap();
    let first = made(&ctx, Kind::File).size;
    // A request that nobody answered vouches for nothing.
    made(&ctx, Kind::Rfc3161);
    assert_eq!(named().newest.unwrap().size, first);
    assert_eq!(named().wrong, None);
    made(&ctx, Kind::Mail);
    assert!(named().newest.unwrap().size > first);
    crate::store::audit::tamper::run(
        &ctx.store,
        "UPDATE anchor SET size = 900 WHERE kind = 'mail'",
    );
    assert_eq!(named().newest.unwrap().size, first);
    assert!(named().wrong.unwrap().contains("mail"));
    crate::store::audit::tamper::run(
        &ctx.store,
        "INSERT INTO cosignature SELECT 1, epoch, size, 'ana+00000000+AAAA', 'none', made FROM anchor LIMIT 1",
    );
    assert_eq!(named().newest.unwrap().who, "file");
}

#[test]
fn a_time_stamp_of_something_else_is_not_taken_in() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    made(&ctx, Kind::Rfc3161);
    for garbage in [&b""[..], b"MII", &[0x30, 0x03, 0x02, 0x01, 0x00]] {
        let error = answer(&ctx, garbage).unwrap_err();
        assert_eq!(error.kind, crate::base::error::Kind::Integrity);
    }
}

/// Whoever sees the request can answer it first: what is kept is not replaced, and what comes second is not called
/// the same.
#[test]
fn another_answer_to_the_same_request_is_told_apart() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let asked = Imprint::of_query(&made(&ctx, Kind::Rfc3161).artifact).unwrap();
    let response = |time: &str| crate::crypto::stamp::tests::answered(0, &asked, time);
    let now = ctx.now().format("%Y%m%d%H%M").to_string();
    for odd in ["20190101000000Z", "20990101000000Z"] {
        let error = answer(&ctx, &response(odd)).unwrap_err();
        assert_eq!(error.kind, crate::base::error::Kind::Refused, "{odd}");
    }
    let first = response(&format!("{now}05Z"));
    assert!(!answer(&ctx, &first).unwrap().value.known);
    assert!(answer(&ctx, &first).unwrap().value.known);
    let error = answer(&ctx, &response(&format!("{now}06Z"))).unwrap_err();
    assert_eq!(error.kind, crate::base::error::Kind::Conflict);
    assert!(error.message.contains(":05Z") && error.message.contains(":06Z"));
    let report = verify(&ctx, &Request::default(), &mut silent).unwrap();
    assert!(report.is_good(), "{report:?}");
}

/// A checkpoint lies in the store already: a row about it shows nothing, unless an event tells that it left.
#[test]
fn a_row_that_no_event_tells_of_vouches_for_nothing() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let first = made(&ctx, Kind::File).size;
    let signed = sign_now(&ctx, "asked").unwrap();
    crate::store::audit::tamper::run(
        &ctx.store,
        &format!(
            "INSERT INTO anchor SELECT 0, epoch, size, 'mail', made, note, NULL, NULL, NULL, NULL
             FROM checkpoint WHERE size = {}",
            signed.size
        ),
    );
    let named = ctx.store.read(|tx| outside(&ctx, tx)).unwrap();
    assert_eq!(named.newest.unwrap().size, first);
    assert!(named.wrong.unwrap().contains("no event tells of it"));
    // Events that were pruned accuse nobody, and nothing is said to have left.
    ctx.store
        .write(crate::store::Mode::DryRun, |tx| {
            let pruned = "INSERT OR REPLACE INTO meta VALUES ('pruned', '256')";
            crate::store::audit::tamper::script(tx, pruned);
            assert_eq!(outside(&ctx, tx)?, Vouched::default());
            Ok(())
        })
        .unwrap();
}

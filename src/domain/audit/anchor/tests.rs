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
    create(ctx, kind, Some(&MAIL)).unwrap().value
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

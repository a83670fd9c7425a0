//! Requests have one form; responses that were cut or altered never pass for another.

use super::*;

fn request() -> Imprint {
    Imprint::new([7; 32], [0xff, 2, 3, 4, 5, 6, 7, 8])
}

fn response(status: u8, imprint: &Imprint) -> Vec<u8> {
    answered(status, imprint, "20261122120000.5Z")
}

/// A response with the parts that are read, and no signature.
pub(crate) fn answered(status: u8, imprint: &Imprint, time: &str) -> Vec<u8> {
    let algorithm = sequence(&[&tlv(OID, SHA256), &[0x05, 0x00]]);
    let message = sequence(&[&algorithm, &tlv(OCTETS, &imprint.sha256)]);
    let info = sequence(&[
        &integer(&[1]),
        &tlv(OID, &[0x2a, 0x03]),
        &message,
        &integer(&[5]),
        &tlv(TIME, time.as_bytes()),
        &sequence(&[&integer(&[1])]),
        &integer(&imprint.nonce),
    ]);
    let content = sequence(&[&tlv(OID, TST_INFO), &tlv(EXPLICIT, &tlv(OCTETS, &info))]);
    let signed = sequence(&[&integer(&[3]), &tlv(0x31, &[]), &content]);
    let token = sequence(&[&tlv(OID, SIGNED_DATA), &tlv(EXPLICIT, &signed)]);
    sequence(&[&sequence(&[&integer(&[status])]), &token])
}

#[test]
fn a_request_is_read_back_and_no_altered_one() {
    let query = request().to_query();
    assert_eq!(Imprint::of_query(&query).unwrap(), request());
    for at in 0..query.len() {
        let mut altered = query.clone();
        altered[at] ^= 1;
        assert_ne!(Imprint::of_query(&altered).ok(), Some(request()));
        assert!(Imprint::of_query(&query[..at]).is_err());
    }
}

#[test]
fn a_response_says_what_was_stamped_and_when() {
    let stamp = Stamp::parse(&response(0, &request())).unwrap();
    assert_eq!(stamp.imprint, Some(request()));
    assert_eq!(
        clock::micros_text(stamp.time),
        "2026-11-22T12:00:00.500000Z"
    );
    let refused = Stamp::parse(&response(2, &request())).unwrap_err();
    assert_eq!(refused.kind, crate::base::error::Kind::Refused);
}

#[test]
fn hostile_responses_are_refused_or_mean_the_same() {
    let good = response(0, &request());
    for at in 0..good.len() {
        assert!(Stamp::parse(&good[..at]).is_err());
        for bit in 0..8 {
            let mut altered = good.clone();
            altered[at] ^= 1 << bit;
            // Whatever it says then, it is no panic.
            Stamp::parse(&altered).ok();
        }
    }
    assert!(Stamp::parse(&[good.clone(), vec![0]].concat()).is_err());
    assert!(Stamp::parse(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff]).is_err());
    assert!(Stamp::parse(&[0x30, 0x80, 0, 0]).is_err());
    assert!(Stamp::parse(&vec![0x30; MAX_RESPONSE + 1]).is_err());
}

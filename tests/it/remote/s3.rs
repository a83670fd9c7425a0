//! Object storage: what a place promises, large files in parts, and every harm on the way.

use std::io::{Read, Write};

use optimactl::base::error::{Error, Kind};
use optimactl::base::place::{self, Place};
use optimactl::remote::s3::{Lock, LockMode, Told};

use super::faults::{Harm, Proxy};
use super::server::{bucket, make_bucket, shared_moto};
use super::{content, fetch, keeps_the_promises, names, store};
use crate::sandbox::skipped;

const MIB: usize = 1 << 20;

/// A server with a fresh bucket of this name.
fn server(name: &str) -> Option<u16> {
    let Some(port) = shared_moto() else {
        skipped("`moto_server` is not installed: object storage is not tried");
        return None;
    };
    make_bucket(port, name, "false");
    Some(port)
}

fn kind_of(read: std::io::Result<usize>) -> Kind {
    Error::stream("it broke", read.unwrap_err()).kind
}

#[test]
fn a_bucket_keeps_the_promises_of_a_place() {
    let Some(port) = server("promises") else {
        return;
    };
    keeps_the_promises(&bucket(port, "promises", "a/b", None));
    keeps_the_promises(&bucket(port, "promises", "c", None));
}

#[test]
fn large_files_go_in_parts_and_unfinished_ones_leave_nothing() {
    let Some(port) = server("large") else { return };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "large", "p", None);
    store(&place, "big", &content(40 * MIB + 17));
    assert_eq!(proxy.count("partNumber="), 3);
    let mut begun = place.create("begun").unwrap();
    begun.write_all(&content(17 * MIB)).unwrap();
    drop(begun);
    assert_eq!(names(&place, ""), ["big"]);
    assert_eq!(proxy.count("DELETE /large/p/begun?uploadId="), 1);
}

#[test]
fn passing_failures_are_tried_again_and_refusals_are_not() {
    let Some(port) = server("again") else { return };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "again", "p", None);
    proxy.plan("HEAD /again/p/one", Harm::Answer(503), 2);
    proxy.plan("PUT /again/p/one", Harm::Answer(500), 1);
    proxy.plan("GET /again/p/one", Harm::Answer(429), 1);
    store(&place, "one", b"text");
    proxy.plan("PUT /again/p/two", Harm::Answer(403), 9);
    let error = place::write_new(&place, "two", b"text").unwrap_err();
    assert_eq!(
        (error.kind, proxy.count("PUT /again/p/two")),
        (Kind::Remote, 1)
    );
    assert!(error.message.contains("access key `test`"), "{error}");
    proxy.plan("DELETE /again/p/one", Harm::Answer(403), 9);
    assert_eq!(place.remove("one").unwrap_err().kind, Kind::Refused);
    proxy.plan("GET /again?", Harm::Answer(503), 99);
    assert_eq!(place.list("").unwrap_err().kind, Kind::Remote);
    assert_eq!(proxy.count("GET /again?"), 1 + 6);
}

#[test]
fn an_upload_whose_answer_was_lost_is_recognized_as_ours() {
    let Some(port) = server("lost") else { return };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "lost", "p", None);
    proxy.plan("PUT /lost/p/small", Harm::LoseAnswer, 1);
    store(&place, "small", b"text");
    assert_eq!(proxy.count("PUT /lost/p/small"), 2);
    proxy.plan("POST /lost/p/large?uploadId", Harm::LoseAnswer, 1);
    store(&place, "large", &content(20 * MIB));
}

#[test]
fn downloads_go_on_where_the_connection_dropped() {
    let Some(port) = server("drops") else { return };
    let whole = content(3 * MIB);
    store(&bucket(port, "drops", "p", None), "one", &whole);
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "drops", "p", None);
    proxy.plan("GET /drops/p/one", Harm::CutAt(MIB), 2);
    assert!(fetch(&place, "one") == whole);
    assert_eq!(proxy.count("GET /drops/p/one"), 3);
    // It never gets further: no shorter file, but an error.
    proxy.plan("GET /drops/p/one", Harm::CutAt(0), 99);
    let mut sink = vec![];
    assert_eq!(
        kind_of(place.open("one").unwrap().read_to_end(&mut sink)),
        Kind::Remote
    );
}

#[test]
fn a_changed_byte_and_a_file_that_was_replaced_meanwhile_are_seen() {
    let Some(port) = server("bytes") else { return };
    let direct = bucket(port, "bytes", "p", None);
    store(&direct, "one", &content(MIB));
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "bytes", "p", None);
    proxy.plan("GET /bytes/p/one", Harm::ChangeByte(1000), 1);
    let mut sink = vec![];
    assert_eq!(
        kind_of(place.open("one").unwrap().read_to_end(&mut sink)),
        Kind::Integrity
    );
    proxy.plan("GET /bytes/p/one", Harm::CutAt(1000), 1);
    let mut reader = place.open("one").unwrap();
    direct.remove("one").unwrap();
    place::write_new(&direct, "one", &content(MIB + 1)).unwrap();
    let mut sink = vec![];
    assert_eq!(kind_of(reader.read_to_end(&mut sink)), Kind::Remote);
}

#[test]
fn a_listing_that_was_cut_is_an_error() {
    let Some(port) = server("cut") else { return };
    let direct = bucket(port, "cut", "p", None);
    place::write_new(&direct, "one", b"1").unwrap();
    place::write_new(&direct, "two", b"2").unwrap();
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "cut", "p", None);
    let whole = "<IsTruncated>false</IsTruncated>";
    for harm in [
        Harm::CutAt(200),
        Harm::Replace("<KeyCount>2</KeyCount>", "<KeyCount>3</KeyCount>"),
        Harm::Replace(whole, "<IsTruncated>true</IsTruncated>"),
        Harm::Replace(whole, ""),
        Harm::Replace("</ListBucketResult>", ""),
        Harm::Replace("p/two", "q/two"),
        Harm::Replace("p/two", "p/one"),
    ] {
        proxy.plan("GET /cut?", harm, 1);
        assert_eq!(place.list("").unwrap_err().kind, Kind::Remote, "{harm:?}");
    }
    let circle = "<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>";
    proxy.plan("GET /cut?", Harm::Replace(whole, circle), 2);
    assert_eq!(place.list("").unwrap_err().kind, Kind::Remote);
    assert_eq!(names(&place, ""), ["one", "two"]);
}

#[test]
fn locked_files_are_not_removed() {
    let Some(port) = server("unlocked") else {
        return;
    };
    make_bucket(port, "locked", "true");
    let lock = Lock {
        mode: LockMode::Governance,
        days: 2,
    };
    let place = bucket(port, "locked", "p", Some(lock));
    assert_eq!(place.locks().unwrap(), Told::Yes);
    assert_eq!(
        bucket(port, "unlocked", "p", None).locks().unwrap(),
        Told::No
    );
    store(&place, "one", b"text");
    let error = place.remove("one").unwrap_err();
    assert_eq!(error.kind, Kind::Refused);
    assert!(error.to_string().contains("it is locked until "), "{error}");
    assert_eq!(fetch(&place, "one"), b"text");
    store(&place, "large", &content(17 * MIB));
    assert_eq!(place.remove("large").unwrap_err().kind, Kind::Refused);
}

#[test]
fn a_bucket_or_a_server_that_is_not_there_is_told() {
    let Some(port) = server("there") else { return };
    let error = bucket(port, "nowhere", "p", None).list("").unwrap_err();
    assert_eq!(error.kind, Kind::Remote);
    assert!(error.message.contains("no bucket"), "{error}");
    let error = bucket(super::server::free_port(), "there", "p", None)
        .list("")
        .unwrap_err();
    assert_eq!(error.kind, Kind::Remote);
    assert!(error.message.contains("cannot be reached"), "{error}");
}

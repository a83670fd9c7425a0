//! What goes wrong between here and object storage: nothing wrong is kept, nothing wrong is believed, and nothing is
//! waited for without an end.

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use optimactl::base::error::{Error, Kind};
use optimactl::base::place::{self, Place};
use optimactl::remote::s3::Bucket;

use super::faults::{Harm, Proxy};
use super::server::{PRUNE_CLOUD, access, bucket, fresh_bucket, with_cloud};
use super::{content, fetch, names, store};
use crate::sandbox::Sandbox;

const MIB: usize = 1 << 20;
const FAILED: &str = "<Error><Code>InternalError</Code><Message>we did not</Message></Error>";
const NEVER: &str = "<Error><Code>InvalidPart</Code></Error>";

#[test]
fn what_does_not_arrive_as_it_was_sent_is_sent_again() {
    let Some(port) = fresh_bucket("arrives", "false") else {
        return;
    };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "arrives", "p", None);
    let whole = content(40 * MIB);
    proxy.plan("partNumber=2", Harm::ChangeUpload(MIB), 1);
    proxy.plan("partNumber=2", Harm::DropUpload(3 * MIB), 1);
    proxy.plan(
        "partNumber=3",
        Harm::Say(400, "<Error><Code>BadDigest</Code></Error>"),
        1,
    );
    store(&place, "big", &whole);
    assert_eq!(
        (proxy.count("partNumber=2"), proxy.count("partNumber=3")),
        (3, 2)
    );
    proxy.plan("PUT /arrives/p/one", Harm::ChangeUpload(2), 1);
    store(&place, "one", b"text");
    // It stays so: a clear error, and nothing is there.
    proxy.plan("PUT /arrives/p/two", Harm::ChangeUpload(2), 99);
    let error = place::write_new(&place, "two", b"text").unwrap_err();
    assert_eq!(
        (error.kind, proxy.count("PUT /arrives/p/two")),
        (Kind::Remote, 6)
    );
    assert!(
        error
            .message
            .contains("received something else than was sent"),
        "{error}"
    );
    assert_eq!(names(&place, ""), ["big", "one"]);
    // Another refusal of the same status does not get better.
    proxy.plan("PUT /arrives/p/three", Harm::Say(400, NEVER), 99);
    assert!(place::write_new(&place, "three", b"text").is_err());
    assert_eq!(proxy.count("PUT /arrives/p/three"), 1);
}

#[test]
fn an_error_inside_a_success_is_seen() {
    let Some(port) = fresh_bucket("inside", "false") else {
        return;
    };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "inside", "p", None);
    let whole = content(17 * MIB);
    for (name, harm) in [
        ("failed", Harm::Say(200, FAILED)),
        // It was done, but the answer breaks off.
        ("cut", Harm::CutAt(60)),
    ] {
        proxy.plan("POST *uploadId", harm, 1);
        store(&place, name, &whole);
        proxy.heal();
    }
    proxy.plan("POST /inside/p/never?uploadId", Harm::Say(200, NEVER), 99);
    let mut upload = place.create("never").unwrap();
    upload.write_all(&whole).unwrap();
    let error = upload.seal().unwrap_err();
    assert_eq!(
        (error.kind, proxy.count("POST /inside/p/never?uploadId")),
        (Kind::Remote, 1)
    );
    assert!(error.to_string().contains("InvalidPart"), "{error}");
    drop(upload);
    assert_eq!(names(&place, ""), ["cut", "failed"]);
}

#[test]
fn a_server_is_left_the_time_that_it_asks_for() {
    let Some(port) = fresh_bucket("slow", "false") else {
        return;
    };
    let proxy = Proxy::before(port);
    let place = bucket(proxy.port, "slow", "p", None);
    proxy.plan("PUT /slow/p/one", Harm::SlowDown(2), 1);
    let begun = Instant::now();
    store(&place, "one", b"text");
    assert!(begun.elapsed() >= Duration::from_secs(2));
}

#[test]
fn a_server_that_falls_silent_is_not_waited_for_without_end() {
    let Some(port) = fresh_bucket("silent", "false") else {
        return;
    };
    let whole = content(2 * MIB);
    store(&bucket(port, "silent", "p", None), "one", &whole);
    let proxy = Proxy::before(port);
    let endpoint = format!("http://127.0.0.1:{}", proxy.port);
    let access = access(&endpoint, Duration::from_millis(400));
    let place = Bucket::new("silent", "p", access, None).unwrap();
    proxy.plan("GET /silent/p/one", Harm::StallAt(MIB), 1);
    assert!(fetch(&place, "one") == whole);
    proxy.plan("GET /silent/p/one", Harm::StallAt(0), 99);
    let begun = Instant::now();
    let mut sink = vec![];
    let read = place.open("one").unwrap().read_to_end(&mut sink);
    assert_eq!(
        Error::stream("it broke", read.unwrap_err()).kind,
        Kind::Remote
    );
    assert!(
        begun.elapsed() < Duration::from_secs(40),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn nothing_is_sent_where_a_server_points_to() {
    let Some(port) = fresh_bucket("points", "false") else {
        return;
    };
    let (proxy, other) = (Proxy::before(port), Proxy::before(port));
    let place = bucket(proxy.port, "points", "p", None);
    proxy.plan("PUT /points/p/one", Harm::Redirect(other.port), 9);
    let error = place::write_new(&place, "one", b"text").unwrap_err();
    assert!(error.message.contains("not followed"), "{error}");
    assert!(other.seen.lock().unwrap().is_empty());
}

const CREATE: [&str; 4] = ["backup", "create", "--to", "cloud"];

/// A sandbox behind a proxy, with a backup in its bucket.
fn backed_up(name: &str) -> Option<(Sandbox, Proxy)> {
    let port = fresh_bucket(name, "false")?;
    let proxy = Proxy::before(port);
    let sandbox = with_cloud(&format!("http://127.0.0.1:{}", proxy.port), name, "");
    sandbox
        .run_with(&CREATE, &[("OPTIMACTL_TEST_SEED", "41")])
        .ok();
    Some((sandbox, proxy))
}

fn count(sandbox: &Sandbox) -> usize {
    let words = ["backup", "list", "--from", "cloud", "--format", "json"];
    let listed = sandbox.run(&words).json();
    listed["data"]["backups"].as_array().unwrap().len()
}

#[test]
fn a_damaged_download_makes_nothing() {
    let Some((sandbox, proxy)) = backed_up("down") else {
        return;
    };
    proxy.plan("GET *.db.zst.age", Harm::ChangeByte(3000), 99);
    let restore = [
        "backup", "restore", "--latest", "--from", "cloud", "--to", "again",
    ];
    assert_eq!(sandbox.run(&restore).code, 13);
    assert!(!sandbox.path("again").exists());
    for level in [vec!["--quick"], vec![], vec!["--restore-test"]] {
        let words = [
            &["backup", "verify", "--latest", "--from", "cloud"],
            level.as_slice(),
        ]
        .concat();
        sandbox.run(&words).code(13);
    }
    // A new one is read back, and not reported as made.
    assert_eq!(
        sandbox
            .run_with(&CREATE, &[("OPTIMACTL_TEST_SEED", "42")])
            .code,
        13
    );
    proxy.heal();
    assert_eq!(count(&sandbox), 1);
    sandbox
        .run(&["backup", "verify", "--all", "--from", "cloud"])
        .ok();
    sandbox.run(&restore).ok();
}

#[test]
fn a_damaged_upload_is_mended_or_told() {
    let Some((sandbox, proxy)) = backed_up("upward") else {
        return;
    };
    proxy.plan("PUT *.db.zst.age", Harm::ChangeUpload(3000), 1);
    sandbox
        .run_with(&CREATE, &[("OPTIMACTL_TEST_SEED", "42")])
        .ok();
    assert_eq!(count(&sandbox), 2);
    proxy.plan("PUT *.db.zst.age", Harm::ChangeUpload(3000), 99);
    sandbox
        .run_with(&CREATE, &[("OPTIMACTL_TEST_SEED", "43")])
        .fails(16, "received something else than was sent");
    proxy.heal();
    assert_eq!(count(&sandbox), 2);
    sandbox
        .run(&["backup", "verify", "--all", "--from", "cloud"])
        .ok();
}

#[test]
fn a_listing_that_was_cut_prunes_nothing() {
    let Some((sandbox, proxy)) = backed_up("prunes") else {
        return;
    };
    for seed in ["42", "43"] {
        sandbox
            .run_with(&CREATE, &[("OPTIMACTL_TEST_SEED", seed)])
            .ok();
    }
    let whole = "<IsTruncated>false</IsTruncated>";
    for harm in [
        Harm::CutAt(500),
        Harm::Replace(whole, "<IsTruncated>true</IsTruncated>"),
        Harm::Replace(".json</Key>", ".gone</Key>"),
    ] {
        proxy.plan("GET /prunes?*delimiter", harm, 99);
        let told = sandbox.run(&PRUNE_CLOUD);
        assert!(matches!(told.code, 13 | 16), "{told:?}");
        proxy.heal();
        assert_eq!(count(&sandbox), 3, "{harm:?}");
    }
    assert_eq!(proxy.count("DELETE *.age"), 0);
    sandbox
        .run(&["backup", "verify", "--quick", "--all", "--from", "cloud"])
        .ok();
    sandbox.run(&PRUNE_CLOUD).ok();
}

//! Object lock: what a bucket keeps is kept with its reason, and trying a bucket out leaves nothing that stays.

use optimactl::base::clock::Clock;
use optimactl::base::place::Place;
use optimactl::remote::s3::{Lock, LockMode};

use super::server::{PRUNE_CLOUD, bucket, fresh_bucket, lock_by_default, with_cloud};
use super::{names, store};

#[test]
fn what_is_locked_is_told() {
    let Some(port) = fresh_bucket("told", "true") else {
        return;
    };
    let lock = Lock {
        mode: LockMode::Governance,
        days: 3650,
    };
    let place = bucket(port, "told", "p", Some(lock));
    store(&place, "one", b"text");
    let until = place.locked_until("one").unwrap().unwrap();
    assert!(until > Clock::machine().now());
    assert_eq!(place.locked_until("two").unwrap(), None);
    let open = bucket(port, "told", "p", None);
    store(&open, "three", b"text");
    assert_eq!(open.locked_until("three").unwrap(), None);
}

#[test]
fn pruning_and_rewrapping_leave_what_the_bucket_keeps() {
    let Some(port) = fresh_bucket("keeps", "true") else {
        return;
    };
    let lock = "lock_mode = \"governance\"\nlock_days = 3650\n";
    let sandbox = with_cloud(&format!("http://127.0.0.1:{port}"), "keeps", lock);
    for seed in ["41", "42", "43"] {
        let words = ["backup", "create", "--to", "cloud"];
        sandbox
            .run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)])
            .ok();
    }
    for how in [
        &["--format", "json", "--dry-run"][..],
        &["--format", "json"],
    ] {
        let pruned = sandbox.run(&[&PRUNE_CLOUD, how].concat()).json();
        let decisions = pruned["data"]["places"][0]["decisions"].as_array().unwrap();
        let kept = decisions
            .iter()
            .filter(|one| one["reasons"].to_string().contains("retains it until"));
        assert_eq!(kept.count(), 2, "{pruned}");
        assert!(
            decisions.iter().all(|one| one["verdict"] == "keep"),
            "{pruned}"
        );
    }
    sandbox.run(&["key", "remove", "second", "--yes"]).ok();
    let rewrap = ["backup", "rewrap", "--all", "--from", "cloud", "--yes"];
    let said = sandbox.run(&rewrap).code(3);
    assert!(said.contains("keeps `"), "{said}");
    let all = names(&bucket(port, "keeps", "p", None), "");
    assert!(all.iter().all(|name| !name.contains(".r1")), "{all:?}");
    sandbox
        .run(&["backup", "verify", "--all", "--from", "cloud"])
        .ok();
}

#[test]
fn a_bucket_that_locks_everything_is_tried_without_a_file() {
    let Some(port) = fresh_bucket("always", "true") else {
        return;
    };
    lock_by_default(port, "always");
    let sandbox = with_cloud(&format!("http://127.0.0.1:{port}"), "always", "");
    let said = sandbox.run(&["backup", "target", "check", "cloud"]).ok();
    assert!(
        said.contains("locks every file by itself (governance for 1 days)"),
        "{said}"
    );
    assert_eq!(
        names(&bucket(port, "always", "p", None), ""),
        Vec::<String>::new()
    );
}

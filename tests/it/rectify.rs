//! What was wrong is put right and stays so: behind restores, imports and an erasure; and with it every other right.

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox};

/// Every run draws its own random numbers, as in life.
fn run(sandbox: &Sandbox, line: &str) -> Ran {
    sandbox.sh(&format!("env -u OPTIMACTL_TEST_SEED optimactl {line}"))
}

#[track_caller]
fn all(sandbox: &Sandbox, lines: &[&str]) {
    for line in lines {
        let ran = run(sandbox, line);
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
    }
}

#[track_caller]
fn data(sandbox: &Sandbox, line: &str) -> Value {
    run(sandbox, &format!("{line} --format json")).json()["data"].clone()
}

/// A store with `kim`, whose name and address are wrong, a backup of that, and a request that says so.
fn wrong() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    all(
        &sandbox,
        &[
            "account create kim --email kim@wrong.example --display-name 'Kim Wrong' --region DE --no-password",
            "backup create --to backups",
            "request open kim --type rectification --law both --calendar DE --contested name --received 2026-11-20",
        ],
    );
    sandbox
}

const RECTIFY: &str =
    "request rectify R-2026-0001 --display-name 'Kim Right' --email kim@right.example";

#[track_caller]
fn is_right(sandbox: &Sandbox, store: &str) {
    let shown = data(sandbox, &format!("--store {store} account show kim"));
    assert_eq!(shown["display_name"], "Kim Right", "{store}: {shown}");
    assert_eq!(shown["email"], "kim@right.example", "{store}: {shown}");
}

#[test]
fn a_request_puts_right_what_was_wrong() {
    let sandbox = wrong();
    run(&sandbox, RECTIFY).fails(5, "there is no `rectify` from there");
    // What showed who asks cannot be what was wrong.
    all(&sandbox, &["request verify R-2026-0001 --method email"]);
    run(&sandbox, RECTIFY).fails(5, "7060(h)");
    run(
        &sandbox,
        "request tell-recipients R-2026-0001 --how no-recipients",
    )
    .fails(5, "request rectify");
    run(&sandbox, "request rectify R-2026-0001").fails(2, "--display-name");
    run(
        &sandbox,
        "request rectify R-2026-0001 --region DE --clear region",
    )
    .fails(2, "exclude each other");
    run(&sandbox, "request rectify R-2026-0001 --elsewhere ' '").fails(2, "--elsewhere");
    run(
        &sandbox,
        "request rectify R-2026-0001 --display-name 'Kim Wrong'",
    )
    .fails(5, "says so already");
    let dry = run(&sandbox, "request rectify R-2026-0001 --region AT -n").ok();
    assert!(dry.contains("Would put right"), "{dry}");
    all(
        &sandbox,
        &[
            "request rectify R-2026-0001 --display-name 'Kim Right' --clear region",
            "request rectify R-2026-0001 --elsewhere 'the name, in the newsletter'",
        ],
    );
    run(&sandbox, "request deny R-2026-0001 --code other --text no").fails(5, "there is no `deny`");
    run(&sandbox, "request fulfil R-2026-0001").fails(5, "tell-recipients");
    all(&sandbox, &["request tell-recipients R-2026-0001 --count 2"]);
    let told = run(&sandbox, "request fulfil R-2026-0001").ok();
    assert!(told.contains("your name, where you live"), "{told}");
    let log = run(&sandbox, "audit export --as jsonl --output -").ok();
    for value in ["Kim Wrong", "Kim Right", "in the newsletter"] {
        assert!(log.contains(value), "{value}: {log}");
    }
    let clear = run(&sandbox, "audit export --redacted --as jsonl --output -").ok();
    assert!(
        !clear.contains("Kim") && clear.contains("account.rectify"),
        "{clear}"
    );
    all(&sandbox, &["audit verify", "store check --deep"]);
}

#[test]
fn what_was_wrong_comes_back_by_no_way() {
    let sandbox = wrong();
    all(
        &sandbox,
        &["request verify R-2026-0001 --method sign-in", RECTIFY],
    );
    let rectified = "request rectify R-2026-0001 --name kimberly";
    all(&sandbox, &[rectified, "account change kimberly --name kim"]);
    sandbox.write(
        "old.csv",
        "name,email,display_name\nkim,kim@right.example,Kim Wrong\n",
        0o600,
    );
    let import = "account import old.csv --if-exists";
    let ran = run(&sandbox, &format!("{import} update"));
    assert!(
        ran.code != 0 && ran.stderr.contains("put right at the person's request"),
        "{ran:?}"
    );
    is_right(&sandbox, "store");
    all(&sandbox, &[&format!("{import} skip")]);
    // The right values may come in, and others' are their own matter.
    sandbox.write("new.csv", "name,email,display_name\nkim,kim@right.example,Kim Right\nlee,lee@mail.example,Kim Wrong\n", 0o600);
    all(&sandbox, &["account import new.csv --if-exists update"]);
    // Whose the wrong address is in truth may have an account.
    sandbox.write("odd.csv", "name,email\nlou,kim@wrong.example\n", 0o600);
    all(&sandbox, &["account import odd.csv"]);
    all(
        &sandbox,
        &[
            "backup restore --latest --from backups --to again",
            "backup restore --latest --from backups --replace --reason test --confirm store",
        ],
    );
    for store in ["again", "store"] {
        // The name that the account had last came by no request: the one that was put right counts.
        let shown = data(&sandbox, &format!("--store {store} account show kimberly"));
        assert_eq!(shown["display_name"], "Kim Right");
        assert_eq!(shown["email"], "kim@right.example");
        all(
            &sandbox,
            &[
                &format!("--store {store} audit verify"),
                &format!("--store {store} store check --deep"),
            ],
        );
        // It is known there, too, what was wrong.
        sandbox.write("old.csv", "name,display_name\nkimberly,Kim Wrong\n", 0o600);
        let ran = run(&sandbox, &format!("--store {store} {import} update"));
        assert!(ran.code != 0 && ran.stderr.contains("put right"), "{ran:?}");
    }
}

/// How many journals, here and at the target, hold one of the payloads.
fn holding(sandbox: &Sandbox, journals: &str) -> usize {
    let found = sandbox
        .sh(&format!("grep -lFf payloads {journals} || true"))
        .ok();
    found.lines().count()
}

#[test]
fn an_erasure_cuts_the_right_value_out_of_every_journal() {
    let sandbox = wrong();
    all(
        &sandbox,
        &[
            "request approvers 1 --reason 'nobody else is here' --confirm store",
            "request verify R-2026-0001 --method sign-in",
            RECTIFY,
            "backup create --to backups",
            "backup create --to other",
            "request open kim --type erasure --law gdpr --calendar DE --received 2026-11-20",
            "request verify R-2026-0002 --method sign-in",
            "request plan R-2026-0002",
            "request approve R-2026-0002",
        ],
    );
    sandbox
        .sh("cut -s -d' ' -f2 store/rights.journal > payloads && test -s payloads")
        .ok();
    let copies = "backups/recovery/*.journal other/recovery/*.journal";
    assert!(holding(&sandbox, copies) >= 3);
    // One target is not there when it happens.
    sandbox.sh("mv other away").ok();
    all(
        &sandbox,
        &["request erase R-2026-0002 --confirm R-2026-0002"],
    );
    assert_eq!(
        holding(&sandbox, "store/rights.journal backups/recovery/*.journal"),
        0
    );
    let certificate = data(&sandbox, "request certificate R-2026-0002");
    assert_eq!(certificate["journal_values"], 2, "{certificate}");
    let left = certificate["journal_copies_left"].as_array().unwrap();
    assert_eq!(left.len(), 1, "{certificate}");
    assert!(left[0].as_str().unwrap().ends_with("/other"));
    let told = run(&sandbox, "request certificate R-2026-0002").ok();
    assert!(told.contains("until the next backup there"), "{told}");
    sandbox.sh("mv away other").ok();
    assert!(holding(&sandbox, "other/recovery/*.journal") > 0);
    all(&sandbox, &["backup create --to other"]);
    assert_eq!(
        holding(&sandbox, &format!("store/rights.journal {copies}")),
        0
    );
    let certificate = data(&sandbox, "request certificate R-2026-0002");
    assert_eq!(certificate["journal_copies_left"], serde_json::json!([]));
    all(
        &sandbox,
        &[
            "audit verify",
            "store check --deep",
            "backup verify --latest --from backups",
            "backup verify --latest --from other",
            "backup restore --latest --from backups --to again",
            "--store again audit verify",
        ],
    );
    run(&sandbox, "--store again account show kim").code(14);
    assert_eq!(holding(&sandbox, "again/rights.journal"), 0);
}

/// Whatever a person was promised is in force behind a restore of a backup from before.
#[test]
fn every_right_is_in_force_behind_a_restore() {
    let sandbox = wrong();
    let people = ["ann", "bob", "cid", "eve"];
    for name in people {
        all(
            &sandbox,
            &[&format!(
                "account create {name} --email {name}@mail.example --no-password"
            )],
        );
    }
    all(
        &sandbox,
        &[
            "request approvers 1 --reason 'nobody else is here' --confirm store",
            "backup create --to backups",
            "request open ann --type erasure --law gdpr --calendar DE --received 2026-11-20",
            "request verify R-2026-0002 --method sign-in",
            "request plan R-2026-0002",
            "request approve R-2026-0002",
            "request erase R-2026-0002 --confirm R-2026-0002",
            "optout set bob --what sale-sharing",
            "hold place cid --class all --basis 'HGB §257'",
            "request verify R-2026-0001 --method sign-in",
            RECTIFY,
            "restriction set eve --ground accuracy --yes",
            "request approvers 2",
            "backup restore --latest --from backups --to again",
            "backup restore --latest --from backups --replace --reason test --confirm store",
        ],
    );
    for store in ["again", "store"] {
        let at = |line: &str| format!("--store {store} {line}");
        run(&sandbox, &at("account show ann")).code(14);
        is_right(&sandbox, store);
        assert_eq!(
            data(&sandbox, &at("account show eve"))["state"],
            "restricted"
        );
        let choices = data(&sandbox, &at("optout list bob"));
        assert_eq!(choices.as_array().unwrap().len(), 1, "{store}: {choices}");
        run(&sandbox, &at("account change cid --clear email")).fails(5, "held");
        assert_eq!(data(&sandbox, &at("request approvers"))["approvers"], 2);
        all(&sandbox, &[&at("audit verify"), &at("store check --deep")]);
    }
    // Without the journal nobody would know of any of it.
    sandbox.sh("rm backups/recovery/*.journal").ok();
    run(
        &sandbox,
        "backup restore --latest --from backups --to third",
    )
    .fails(13, "rights journal");
    assert!(!sandbox.path("third").exists());
}

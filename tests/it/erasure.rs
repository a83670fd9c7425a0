//! Erasing a person as an admin does it: from the request to the certificate, killed on the way, and behind a restore.

use crate::sandbox::{Sandbox, skipped};

/// A store with a person who is in an account, in the log under two names, and in the words of somebody else; a backup
/// of it, and a request that was planned and approved.
fn approved() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    for line in [
        "request approvers 1 --reason 'nobody else is here' --confirm store",
        "account create kim --email kim@example.com --display-name 'Kim Lee' --region DE --no-password",
        "audit record --source vpn --action vpn.connect --actor kim@example.com --ip 203.0.113.9",
        "audit record --source vpn --action vpn.connect --actor mira --note 'wrote to Kim@example.com about a kimono'",
        "session record kim --ip 203.0.113.9 --user-agent 'Firefox of Kim Lee'",
        "backup create --to backups",
        "request open kim --type erasure --law gdpr --calendar DE --received 2026-11-20",
        "request verify R-2026-0001 --method sign-in",
        "request plan R-2026-0001",
        "request approve R-2026-0001",
    ] {
        let ran = sandbox.sh(&format!("env -u OPTIMACTL_TEST_SEED optimactl {line}"));
        assert_eq!(ran.code, 0, "{line}: {ran:?}");
    }
    sandbox
}

const ERASE: &str = "request erase R-2026-0001 --confirm R-2026-0001";

fn certificate(sandbox: &Sandbox) -> serde_json::Value {
    let words = ["request", "certificate", "R-2026-0001", "--format", "json"];
    sandbox.run(&words).json()["data"].clone()
}

/// Nothing of the person is in any answer about this store.
fn require_gone(sandbox: &Sandbox, store: &str) {
    for line in [
        "account list --format json",
        "audit export --as jsonl --output -",
        "request list --all --format json",
        "session list --format json",
    ] {
        let text = sandbox
            .sh(&format!("optimactl --store {store} {line}"))
            .ok()
            .to_lowercase();
        for name in ["kim@example.com", "kim lee", "\"kim\"", "wrote to kim"] {
            assert!(!text.contains(name), "{line}: {text}");
        }
    }
    sandbox
        .sh(&format!("optimactl --store {store} audit verify"))
        .ok();
    sandbox
        .sh(&format!("optimactl --store {store} store check --deep"))
        .ok();
}

fn close(sandbox: &Sandbox) {
    sandbox
        .sh("optimactl request tell-recipients R-2026-0001 --how no-recipients")
        .ok();
    sandbox
        .run(&["request", "fulfil", "R-2026-0001"])
        .fails(5, "lies off this disk");
    sandbox
        .run(&["request", "fulfil", "R-2026-0001", "--local-only"])
        .fails(2, "--reason");
    sandbox
        .sh("optimactl request fulfil R-2026-0001 --local-only --reason 'one disk'")
        .ok();
}

#[test]
fn a_person_is_erased_here_and_in_whatever_is_restored() {
    let sandbox = approved();
    sandbox.sh(&format!("optimactl {ERASE}")).ok();
    close(&sandbox);
    let done = certificate(&sandbox);
    assert_eq!(done["stage"], "done");
    assert_eq!(done["residue"], serde_json::json!({}));
    assert_eq!(done["rows"]["account"], 1);
    assert_eq!(done["rows"]["session"], 1);
    assert_eq!(done["log_values_found_by_search"], 1);
    assert!(done["backups_gone_by"].as_str().is_some());
    require_gone(&sandbox, "store");
    // The backup is older than the erasure.
    sandbox
        .sh("optimactl backup restore --latest --from backups --to again")
        .ok();
    require_gone(&sandbox, "again");
    // Over the store as well: the log goes on, the person stays erased.
    sandbox
        .sh("optimactl backup restore --latest --from backups --replace --reason test --confirm store")
        .ok();
    require_gone(&sandbox, "store");
    // Without the journal nobody would know.
    sandbox.sh("rm backups/recovery/*.journal").ok();
    let ran = sandbox.sh("optimactl backup restore --latest --from backups --to third");
    assert_ne!(ran.code, 0, "{ran:?}");
    assert!(!sandbox.path("third").exists());
}

#[test]
fn what_is_held_stays_until_it_is_released() {
    let sandbox = approved();
    sandbox
        .sh("optimactl hold place kim --class sessions --basis 'HGB §257' --owner mira --yes --reason suit")
        .ok();
    sandbox.sh(&format!("optimactl {ERASE}")).ok();
    sandbox
        .sh("optimactl request tell-recipients R-2026-0001 --how no-recipients")
        .ok();
    sandbox
        .run(&[
            "request",
            "fulfil",
            "R-2026-0001",
            "--local-only",
            "--reason",
            "x",
        ])
        .fails(5, "sessions are held");
    sandbox
        .sh("optimactl request fulfil R-2026-0001 --local-only --reason x --partial hold --text 'A court asked for it.'")
        .ok();
    let done = certificate(&sandbox);
    assert_eq!(done["held"], serde_json::json!(["sessions"]));
    assert!(done["rows"].get("session").is_none(), "{done}");
    // What is held still names the person, and that is said.
    assert_eq!(
        done["residue"],
        serde_json::json!({"session.user_agent": 1})
    );
}

/// Which calls are tried: every one with `OPTIMACTL_FAULTS`.
fn numbers() -> Vec<u32> {
    let most = std::env::var("OPTIMACTL_FAULTS").ok();
    match most.and_then(|most| most.parse::<u32>().ok()) {
        Some(most) => (1..=most).collect(),
        None => vec![3, 17, 41],
    }
}

#[test]
fn a_kill_at_any_write_leaves_something_that_the_next_run_ends() {
    if Sandbox::new().sh("command -v strace").code != 0 {
        return skipped("no strace here");
    }
    let master = approved();
    let mut killed = 0;
    for call in ["pwrite64", "fdatasync", "fsync"] {
        for number in numbers() {
            master
                .sh("rm -rf kept && mkdir kept && cp -a store backups kept/")
                .ok();
            let ran = master.sh(&format!(
                "env -u OPTIMACTL_TEST_SEED strace -f -qq -o calls -e trace={call} -e inject={call}:signal=KILL:when={number} optimactl {ERASE}"
            ));
            let told = format!("killed at {call} {number}");
            if ran.code == 0 {
                master.sh("rm -rf store backups && mv kept/* .").ok();
                break;
            }
            killed += 1;
            let again = master.sh(&format!(
                "env -u OPTIMACTL_TEST_SEED optimactl {ERASE} || env -u OPTIMACTL_TEST_SEED optimactl {ERASE}"
            ));
            assert_eq!(again.code, 0, "{told}: {again:?}");
            let done = certificate(&master);
            assert_eq!(done["stage"], "scanned", "{told}");
            assert_eq!(done["residue"], serde_json::json!({}), "{told}");
            assert_eq!(done["rows"]["account"], 1, "{told}: {done}");
            let journal = master
                .sh("optimactl request show R-2026-0001 --format json")
                .json();
            let steps = journal["data"]["steps"].as_array().unwrap();
            let erased = steps.iter().filter(|step| step["step"] == "erase");
            assert_eq!(erased.count(), 1, "{told}: {journal}");
            close(&master);
            require_gone(&master, "store");
            master.sh("rm -rf store backups && mv kept/* .").ok();
        }
    }
    assert!(killed >= 3, "only {killed} kills");
}

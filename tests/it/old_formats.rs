//! Stores and backups that older versions made, kept for ever: `tests/data/schema-N`. Made by `tour --data-only`
//! with invented people and by `backup create`.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::sandbox::Sandbox;

/// A sandbox with the store, the identity and the backup of that version.
fn old(schema: u32) -> Sandbox {
    let sandbox = Sandbox::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/schema-{schema}/."));
    let copied = Command::new("cp")
        .arg("-r")
        .arg(from)
        .arg(sandbox.path(""))
        .status();
    assert!(copied.unwrap().success());
    // A checkout keeps no modes.
    sandbox.sh("chmod -R go= store backup identity.txt").ok();
    sandbox
}

#[test]
fn a_store_of_schema_1_is_refused_until_it_is_migrated_and_then_whole() {
    let sandbox = old(1);
    sandbox
        .sh("optimactl account list")
        .fails(5, "optimactl store migrate");
    sandbox.sh("optimactl store migrate").fails(2, "--to PLACE");
    sandbox.sh("optimactl store migrate --to before -n").ok();
    sandbox.sh("optimactl account list").fails(5, "schema 1");
    let told = sandbox
        .sh("optimactl store migrate --to before --format json")
        .json();
    assert_eq!(told["data"]["from"], 1);
    sandbox
        .sh("optimactl backup verify --latest --from before")
        .ok();
    sandbox.sh("optimactl store check --deep").ok();
    sandbox.sh("optimactl audit verify").ok();
    let list = sandbox.sh("optimactl account list --format json").json();
    assert_eq!(list["data"].as_array().unwrap().len(), 5);
    assert!(
        sandbox
            .sh("optimactl store migrate")
            .ok()
            .contains("already")
    );
}

#[test]
fn backups_of_every_older_schema_restore_into_a_store_of_today() {
    for schema in [1, 2, 3] {
        restores(&old(schema));
    }
}

#[test]
fn a_store_of_schema_2_opens_with_what_it_holds() {
    let sandbox = old(2);
    sandbox.sh("optimactl store check --deep").ok();
    sandbox.sh("optimactl audit verify").ok();
    let group = sandbox
        .sh("optimactl group show staff --format json")
        .json();
    assert_eq!(group["data"]["members"].as_array().unwrap().len(), 1);
    let tokens = sandbox.sh("optimactl token list --format json").json();
    assert_eq!(tokens["data"][0]["name"], "mailer");
}

#[test]
fn a_store_of_schema_3_opens_with_what_it_holds() {
    let sandbox = old(3);
    sandbox.sh("optimactl store check --deep").ok();
    sandbox.sh("optimactl audit verify").ok();
    let list = "optimactl backup list --from backup --format json";
    let listed = sandbox.sh(list).json();
    assert_eq!(each(&listed["data"]["backups"], "kind"), ["full", "delta"]);
    sandbox
        .sh("optimactl backup verify --all --from backup")
        .ok();
    sandbox
        .sh("optimactl backup create --delta --to backup")
        .ok();
}

#[test]
fn what_was_disabled_after_a_backup_of_schema_3_stays_so() {
    let sandbox = old(3);
    sandbox
        .sh("rm -r store && optimactl backup restore --latest --from backup --to restored")
        .ok();
    let list = "optimactl --store restored account list --filter state=disabled --format json";
    let disabled = sandbox.sh(list).json();
    assert_eq!(each(&disabled["data"], "name"), ["uma.0000", "ximena.0004"]);
}

/// One field of every row.
fn each<'a>(rows: &'a Value, field: &str) -> Vec<&'a Value> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| &row[field]).collect()
}

/// As on a machine that has nothing else.
fn restores(sandbox: &Sandbox) {
    sandbox
        .sh("rm -r store && optimactl backup restore --latest --from backup --to restored")
        .ok();
    sandbox
        .sh("optimactl --store restored store check --deep")
        .ok();
    sandbox.sh("optimactl --store restored audit verify").ok();
    let list = sandbox
        .sh("optimactl --store restored account list --format json")
        .json();
    assert_eq!(list["data"].as_array().unwrap().len(), 5);
}

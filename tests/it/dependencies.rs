//! Every dependency comes from the one registry, under a license that deny.toml allows. Stands in for
//! `cargo deny check licenses sources` where that is not installed.

use std::process::Command;

fn metadata() -> serde_json::Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        // What other systems would need was never fetched here.
        .args(["--filter-platform", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The system that this was built on, as rustc names it.
fn host() -> String {
    let told = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap().to_owned()
}

fn allowed() -> Vec<String> {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/deny.toml")).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let list = table["licenses"]["allow"].as_array().unwrap();
    list.iter()
        .map(|license| license.as_str().unwrap().to_owned())
        .collect()
}

/// SPDX expressions as crates write them: `A OR B`, `A AND B`, `A/B`, parentheses. One allowed side of an OR
/// is enough, every side of an AND is needed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], "");
    expression.split(" AND ").all(|side| {
        side.split(" OR ")
            .any(|license| allowed.iter().any(|known| known == license.trim()))
    })
}

#[test]
fn every_license_is_allowed_and_every_source_is_the_registry() {
    let (metadata, allowed) = (metadata(), allowed());
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "the metadata lists too few packages");
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let license = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(license, &allowed), "{name}: license {license}");
        if name != "optimactl" {
            let source = package["source"].as_str().unwrap_or("a path");
            assert!(
                source.starts_with("registry+"),
                "{name} comes from {source}"
            );
        }
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let mut reason = false;
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
            reason = false;
        } else if inside && line.starts_with('#') {
            reason = true;
        } else if inside && !line.is_empty() && !line.starts_with("optimactl") {
            assert!(reason, "no reason stands above: {line}");
        }
    }
}

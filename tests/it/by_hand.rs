//! Every documented way to recover by hand works as it is written: the commands are taken from the pages themselves
//! (blocks ```` ```sh by-hand KIND ````, the numbered steps of the kit's page, the lines of a drill's report) and run
//! with stock tools. An edit that breaks one, or a new one that nobody tries, fails here.

use std::collections::BTreeSet;
use std::process::Command;

use crate::sandbox::{Sandbox, skipped};
use crate::tree;

const TOOLS: [&str; 6] = ["age", "zstd", "sqlite3", "python3", "script", "sha256sum"];
const APPLY: &str = include_str!("../../src/store/backup/delta/apply.py");
/// Each kind of the pages is tried below.
const KINDS: [&str; 8] = [
    "backup",
    "bundle",
    "delta",
    "digests",
    "keyring",
    "master",
    "passphrase",
    "trash",
];

fn lacks_tools() -> bool {
    let missing = TOOLS
        .iter()
        .find(|tool| Command::new(tool).arg("--version").output().is_err());
    if let Some(tool) = missing {
        skipped(&format!("`{tool}` is not installed"));
    }
    missing.is_some()
}

/// The fenced blocks that are marked, with their kinds.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some((_, kind)) = line
            .strip_prefix("```")
            .and_then(|info| info.split_once(" by-hand "))
        else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((kind.to_owned(), block.join("\n") + "\n"));
    }
    found
}

/// The commands below each numbered step of the kit's page: they stand four columns in.
fn steps(page: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = vec![];
    for line in page.lines() {
        let number = line
            .split_once(". ")
            .filter(|(n, _)| n.parse::<u8>().is_ok());
        if let Some((number, _)) = number {
            found.push((number.to_owned(), String::new()));
        }
        if let (Some(command), Some((_, script))) = (line.strip_prefix("    "), found.last_mut()) {
            script.push_str(command);
            script.push('\n');
        }
    }
    found
}

/// A store with a full backup, an unlocker that is younger, a delta with its base, a kit, and the folder `hand` with
/// all that a person would bring together.
struct Hand {
    sandbox: Sandbox,
    full: serde_json::Value,
    base: serde_json::Value,
    delta: serde_json::Value,
}

impl Hand {
    fn new() -> Self {
        let sandbox = Sandbox::prepared();
        let create = |seed: &str| {
            let words = [
                "backup", "create", "--to", "backups", "--delta", "--format", "json",
            ];
            let ran = sandbox.run_with(&words, &[("OPTIMACTL_TEST_SEED", seed)]);
            let id = ran.json()["data"]["id"].as_str().unwrap().to_owned();
            let words = [
                "backup", "show", &id, "--from", "backups", "--format", "json",
            ];
            sandbox.run(&words).json()["data"]["manifest"].clone()
        };
        let full = create("41");
        sandbox
            .sh("age-keygen -o third.txt 2>/dev/null && chmod 600 third.txt")
            .ok();
        sandbox
            .sh("optimactl key add third --recipient \"$(age-keygen -y third.txt)\"")
            .ok();
        // For one unlocker more: full again.
        let base = create("42");
        let delta = create("43");
        sandbox.run(&["key", "kit", "--output", "kit"]).ok();
        sandbox
            .sh("cp -a backups hand && cp identity.txt kit/vkey.txt hand/")
            .ok();
        std::fs::write(sandbox.path("hand/apply.py"), APPLY).unwrap();
        Self {
            sandbox,
            full,
            base,
            delta,
        }
    }

    fn stem(manifest: &serde_json::Value) -> String {
        let name = manifest["file"]["name"].as_str().unwrap();
        let ends = [".db.zst.age", ".delta.zst.age"];
        let stem = ends.iter().find_map(|end| name.strip_suffix(end));
        stem.unwrap().to_owned()
    }

    /// Runs commands in the folder `hand`; a question for a passphrase is answered, as at a terminal.
    fn run(&self, script: &str) -> String {
        self.run_for(script, "third")
    }

    fn run_for(&self, script: &str, name: &str) -> String {
        let is_delta = script.contains("FILE.delta");
        let file = Self::stem(if is_delta { &self.delta } else { &self.full });
        let generations = self
            .sandbox
            .sh("ls hand/recovery | sed -n 's/^keyring-//p'")
            .ok();
        let newest = generations
            .lines()
            .filter_map(|line| line.strip_suffix(".age"));
        let newest: u64 = newest.map(|n| n.parse().unwrap()).max().unwrap();
        let script = script
            .replace("FILE", &file)
            .replace("FULL", &Self::stem(&self.base))
            .replace("GEN", &newest.to_string())
            .replace("NAME", name);
        std::fs::write(self.sandbox.path("hand/steps.sh"), &script).unwrap();
        let line = if script.contains(".identity.age") {
            "cd hand && (sleep 1; cat ../passphrase.txt; sleep 5) | script -qec 'sh -e steps.sh' /dev/null"
        } else {
            "cd hand && sh -e steps.sh"
        };
        let ran = self.sandbox.sh(line);
        assert_eq!(ran.code, 0, "{script}\n{ran:?}");
        ran.stdout
    }

    /// The image is the one that was signed; it goes, so that the next step makes its own.
    fn takes_image(&self, manifest: &serde_json::Value, said: &str) {
        let made = self.sandbox.sh("sha256sum < hand/store.db").ok();
        let signed = manifest["image"]["sha256"].as_str().unwrap();
        assert!(made.starts_with(signed), "{said}");
        self.sandbox
            .sh("cd hand && rm -f store.db base.db delta")
            .ok();
    }

    fn fill(&self) {
        let line = "cd hand && age -d -i identity.txt FILE.db.zst.age | zstd -d > store.db";
        self.sandbox
            .sh(&line.replace("FILE", &Self::stem(&self.full)))
            .ok();
    }

    fn try_kind(&self, kind: &str, script: &str) {
        let sandbox = &self.sandbox;
        match kind {
            "backup" => {
                let said = self.run(script);
                assert_eq!(said, "ok\n", "{script}");
                self.takes_image(&self.full, &said);
            }
            "passphrase" => {
                let said = self.run_for(script, "second");
                self.takes_image(&self.full, &said);
            }
            "master" => {
                sandbox.sh("cp third.txt hand/identity.txt").ok();
                let alone = format!(
                    "age -d -i hand/identity.txt hand/{}.db.zst.age",
                    Self::stem(&self.full)
                );
                let refused = sandbox.sh(&format!("{alone} > /dev/null"));
                assert!(
                    refused.stderr.contains("no identity matched"),
                    "{refused:?}"
                );
                let said = self.run(script);
                sandbox.sh("cp identity.txt hand/identity.txt").ok();
                self.takes_image(&self.full, &said);
                assert!(!sandbox.path("hand/master.txt").exists(), "{script}");
            }
            "digests" => {
                self.fill();
                assert_eq!(self.run(script).matches("is the right one").count(), 2);
                sandbox.sh("cd hand && echo >> store.db").ok();
                let other = sandbox.sh("cd hand && sh -e steps.sh");
                assert_eq!(other.stdout.matches("is the right one").count(), 1);
                sandbox.sh("rm hand/store.db").ok();
            }
            "delta" => {
                let said = self.run(script);
                assert!(said.ends_with("ok\n"), "{said}");
                self.takes_image(&self.delta, &said);
            }
            "trash" => self.back_from_the_trash(script),
            "keyring" => {
                sandbox
                    .sh("cp -a store/slots store/keyring.age hand/ && chmod -R u+w hand/slots")
                    .ok();
                let said = self.run_for(script, "first");
                assert!(
                    said.contains("\"format\":\"optimactl/keyring/1\""),
                    "{said}"
                );
                assert_eq!(said.trim_end().lines().count(), 2, "a line and its HMAC");
                assert!(!sandbox.path("hand/master.txt").exists());
            }
            "bundle" => {
                sandbox
                    .sh("optimactl request open --email lou@example.org --type access --law gdpr --calendar DE --received 2026-11-20 \
                         && optimactl request verify R-2026-0005 --method email \
                         && optimactl request build R-2026-0005 --recipient \"$(age-keygen -y identity.txt)\" --output out \
                         && cp out/*.tar.age hand/bundle-R-2026-0001-1.tar.age")
                    .ok();
                self.run(script);
                let found = sandbox.sh("find hand -name START-HERE.html").ok();
                assert_eq!(found.lines().count(), 1, "{found}");
            }
            other => panic!("nothing tries the kind `{other}`"),
        }
    }

    fn back_from_the_trash(&self, script: &str) {
        let sandbox = &self.sandbox;
        // Older ones go; the last full one stays for the delta.
        sandbox
            .sh("optimactl backup prune --from hand --keep-last 1 --yes")
            .ok();
        let file = sandbox.sh("ls hand/trash").ok();
        let first = file.lines().next().unwrap();
        let stem = first.strip_suffix(".db.zst.age").unwrap();
        let id = stem.rsplit('-').next().unwrap();
        let state = || {
            let words = ["backup", "show", id, "--from", "hand", "--format", "json"];
            sandbox.run(&words).json()["data"]["state"].clone()
        };
        assert_eq!(state(), "trashed");
        self.run(&script.replace("FILE", stem));
        assert_eq!(state(), "present");
        sandbox
            .run(&["backup", "verify", id, "--from", "hand"])
            .ok();
    }
}

#[test]
fn the_commands_of_the_handbook_and_the_formats_work() {
    if lacks_tools() {
        return;
    }
    let mut seen = BTreeSet::new();
    for page in ["docs/handbook.md", "docs/formats.md"] {
        let text = std::fs::read_to_string(tree::root().join(page)).unwrap();
        for line in text.lines().filter(|line| line.starts_with("age -d ")) {
            let marked = blocks(&text).iter().any(|(_, block)| block.contains(line));
            assert!(marked, "{page}: `{line}` is in no block that is tried");
        }
        for (kind, script) in blocks(&text) {
            if kind == "apply.py" {
                assert_eq!(script, APPLY, "{page}");
                continue;
            }
            // What one leaves must not help the next.
            Hand::new().try_kind(&kind, &script);
            seen.insert(kind);
        }
    }
    let all: BTreeSet<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(seen, all);
}

#[test]
fn the_steps_of_the_kits_page_work() {
    if lacks_tools() {
        return;
    }
    let hand = Hand::new();
    let page = std::fs::read_to_string(hand.sandbox.path("kit/README.txt")).unwrap();
    // It is read beside its files, not beside the place's.
    hand.sandbox
        .sh("rm -r hand/recovery && cp -a kit/recovery kit/apply.py hand/ && umask 077")
        .ok();
    let kinds = ["backup", "passphrase", "master", "digests", "delta"];
    let steps = steps(&page);
    assert_eq!(steps.len(), kinds.len() + 1, "{page}");
    for (kind, (_, script)) in kinds.iter().zip(&steps) {
        hand.try_kind(kind, script);
    }
    let (number, last) = steps.last().unwrap();
    assert_eq!(number, "6");
    hand.run(last);
    assert!(hand.sandbox.path("hand/restored/store.db").exists());
    for line in page.lines().filter(|line| !line.contains("optimactl")) {
        assert!(line.chars().count() <= 112, "too long for paper: {line}");
    }
}

#[test]
fn the_commands_in_the_report_of_a_drill_work() {
    if lacks_tools() {
        return;
    }
    for (latest, identity) in [
        ("full", &["--passphrase-file", "passphrase.txt"][..]),
        ("delta", &["--identity", "identity.txt", "--everyday"][..]),
    ] {
        let hand = Hand::new();
        let manifest = if latest == "full" {
            &hand.full
        } else {
            &hand.delta
        };
        let id = manifest["id"].as_str().unwrap();
        let words = ["backup", "verify", "--drill", id, "--from", "backups"];
        let output = ["--output", "drill.json"];
        hand.sandbox.run(&[&words, identity, &output].concat()).ok();
        let report = std::fs::read_to_string(hand.sandbox.path("drill.json")).unwrap();
        let report: serde_json::Value = serde_json::from_str(&report).unwrap();
        let lines: Vec<&str> = report["by_hand"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line.as_str().unwrap())
            .collect();
        if latest == "full" {
            hand.sandbox.sh("rm hand/identity.txt").ok();
        }
        let said = hand.run(&(lines.join("\n") + "\n"));
        assert!(said.contains("store.db: OK"), "{said}");
        assert!(hand.sandbox.path("hand/restored/store.db").exists());
    }
}

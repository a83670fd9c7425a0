//! What the log hands out, checked by programs that are not ours: Go's `sumdb` packages accept it, and reject
//! it once it was altered.

use std::path::PathBuf;
use std::process::Command;

use crate::sandbox::Sandbox;

/// The verifier, built by Go from the packages of the system; `None` (with a reason) without them.
fn verifier(sandbox: &Sandbox) -> Option<PathBuf> {
    let built = sandbox.path("verify");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/go/verify.go");
    let done = Command::new("go")
        .args(["build", "-o"])
        .arg(&built)
        .arg(source)
        .env("GO111MODULE", "off")
        .env("GOPATH", "/usr/share/gocode")
        .env("GOCACHE", sandbox.path("go-cache"))
        .output();
    match done {
        Ok(done) if done.status.success() => Some(built),
        Ok(done) => {
            let why = String::from_utf8_lossy(&done.stderr).into_owned();
            skipped(&format!(
                "Go or its package `golang-golang-x-mod-dev` is incomplete: {why}"
            ))
        }
        Err(error) => skipped(&format!("Go (`golang-go`) is not installed: {error}")),
    }
}

fn skipped(why: &str) -> Option<PathBuf> {
    crate::sandbox::skipped(why);
    None
}

/// A log of a few events, and its public key.
fn log() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let made = sandbox
        .run(&["init", "--new-identity", "identity.txt", "--format", "json"])
        .json();
    let vkey = made["data"]["vkey"].as_str().unwrap().to_owned();
    for number in 0..20 {
        let id = format!("id-{number}");
        sandbox
            .run(&[
                "audit",
                "record",
                "--source",
                "vpn",
                "--action",
                "vpn.connect",
                "--id",
                &id,
            ])
            .ok();
    }
    (sandbox, vkey)
}

/// A log, what it handed out, and both verifiers.
struct Court {
    sandbox: Sandbox,
    vkey: String,
    verifier: PathBuf,
}

impl Court {
    fn new() -> Option<Self> {
        let (sandbox, vkey) = log();
        let verifier = verifier(&sandbox)?;
        sandbox
            .run(&["audit", "checkpoint", "--output", "old"])
            .ok();
        sandbox
            .run(&[
                "audit",
                "record",
                "--source",
                "vpn",
                "--action",
                "vpn.close",
            ])
            .ok();
        let prove = [
            "audit",
            "prove",
            "7",
            "--since-checkpoint",
            "old",
            "--output",
            "proof",
        ];
        sandbox.run(&prove).ok();
        sandbox
            .run(&["audit", "export", "--as", "tlog-tiles", "--output", "tiles"])
            .ok();
        Some(Self {
            sandbox,
            vkey,
            verifier,
        })
    }

    /// Whether Go's packages accept it.
    fn go(&self, words: &[&str]) -> bool {
        let mut command = self.sandbox.command(&self.verifier);
        command.arg(words[0]).arg(&self.vkey).args(&words[1..]);
        command.output().unwrap().status.success()
    }

    fn ours(&self, words: &[&str]) -> i32 {
        let line = [&["audit", "verify", "--vkey", &self.vkey][..], words].concat();
        self.sandbox.run(&line).code
    }

    /// Puts a changed copy of a file into `altered`.
    fn alter(&self, name: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.sandbox.path(name)).unwrap();
        assert!(text.contains(from), "{from} in {text}");
        self.sandbox
            .write("altered", &text.replacen(from, to, 1), 0o600);
    }
}

#[test]
fn go_accepts_what_is_handed_out() {
    let Some(court) = Court::new() else { return };
    assert!(court.go(&["checkpoint", "old"]));
    assert!(court.go(&["proof", "proof"]));
    assert!(court.go(&["consistency", "old", "proof.consistency"]));
    assert!(court.go(&["tiles", "tiles"]));
    assert_eq!(court.ours(&["--checkpoint", "old"]), 0);
    assert_eq!(court.ours(&["--proof", "proof"]), 0);
    let continued = ["--checkpoint", "old", "--consistency", "proof.consistency"];
    assert_eq!(court.ours(&continued), 0);
}

#[test]
fn go_rejects_what_was_altered_and_so_does_this_program() {
    let Some(court) = Court::new() else { return };
    court.alter("old", "\n21\n", "\n22\n");
    assert!(!court.go(&["checkpoint", "altered"]));
    assert_eq!(court.ours(&["--checkpoint", "altered"]), 13);
    for (from, to) in [("index 7", "index 8"), ("extra eyJ", "extra eyK")] {
        court.alter("proof", from, to);
        assert!(!court.go(&["proof", "altered"]));
        assert_eq!(court.ours(&["--proof", "altered"]), 13);
    }
    let text = std::fs::read_to_string(court.sandbox.path("proof.consistency")).unwrap();
    let line = text.lines().nth(1).unwrap();
    let first = if line.starts_with('A') { "B" } else { "A" };
    court.alter("proof.consistency", line, &format!("{first}{}", &line[1..]));
    assert!(!court.go(&["consistency", "old", "altered"]));
    let continued = ["--checkpoint", "old", "--consistency", "altered"];
    assert_eq!(court.ours(&continued), 13);
}

#[test]
fn go_rejects_a_tree_with_an_altered_entry() {
    let Some(court) = Court::new() else { return };
    let bundles = std::fs::read_dir(court.sandbox.path("tiles/tile/entries/000.p")).unwrap();
    let bundle = bundles.map(|entry| entry.unwrap().path()).next().unwrap();
    let mut bytes = std::fs::read(&bundle).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&bundle, bytes).unwrap();
    assert!(!court.go(&["tiles", "tiles"]));
}

//! What the log hands out, checked by programs that are not ours: Go's `sumdb` packages, pymerkle with `cryptography`,
//! `@sigstore/verify` and `@transmute/rfc9162` accept it, and reject it once it was altered, at every place.

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

/// Where what `variable` names lies; `None` (with a reason) without it.
fn beside(variable: &str, what: &str) -> Option<PathBuf> {
    let found = std::env::var_os(variable).map(PathBuf::from);
    if found.is_none() {
        return skipped(&format!("`{variable}` names no {what}"));
    }
    found
}

/// Runs a verifier over everything that was handed out; it tries every alteration itself.
fn judged(court: &Court, program: &str, words: &[&str]) {
    let mut command = court.sandbox.command(program);
    let done = command.args(words).output().unwrap();
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn go_rejects_every_altered_place() {
    let Some(court) = Court::new() else { return };
    assert!(court.go(&["altered", "old", "proof", "proof.consistency"]));
}

#[test]
fn pymerkle_and_cryptography_agree_and_reject_every_altered_place() {
    let Some(python) = beside("FOREIGN_PYTHON", "Python with pymerkle and cryptography") else {
        return;
    };
    let Some(court) = Court::new() else { return };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/tree.py");
    let words = [
        script,
        &court.vkey,
        "old",
        "proof",
        "proof.consistency",
        "tiles",
    ];
    judged(&court, &python.display().to_string(), &words);
}

#[test]
fn sigstore_and_transmute_agree_and_reject_every_altered_place() {
    let Some(modules) = beside("FOREIGN_NODE", "folder of node packages") else {
        return;
    };
    let Some(court) = Court::new() else { return };
    let modules = modules.display().to_string();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/log.js");
    let words = [
        script,
        &modules,
        &court.vkey,
        "old",
        "proof",
        "proof.consistency",
        "tiles",
    ];
    judged(&court, "node", &words);
}

/// Bytes with one bit flipped, at every place; what is no text any more cannot be handed in as one.
fn alterations(text: &str) -> impl Iterator<Item = String> + '_ {
    (0..text.len()).filter_map(|at| {
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] ^= 1;
        String::from_utf8(bytes).ok()
    })
}

#[test]
fn this_program_rejects_every_altered_byte() {
    let Some(court) = Court::new() else { return };
    let read = |name: &str| std::fs::read_to_string(court.sandbox.path(name)).unwrap();
    // A process for each of them would take minutes: a sample of places here, all of them in the library's tests.
    for (name, words) in [
        ("old", &["--checkpoint", "altered"][..]),
        ("proof", &["--proof", "altered"]),
        (
            "proof.consistency",
            &["--checkpoint", "old", "--consistency", "altered"],
        ),
    ] {
        for altered in alterations(&read(name)).step_by(23) {
            court.sandbox.write("altered", &altered, 0o600);
            assert_eq!(court.ours(words), 13, "{altered}");
        }
    }
}

/// A throw-away time-stamp authority.
const AUTHORITY: &str = "\
    printf '[tsa]\\ndefault_tsa=a\\n[a]\\nserial=./serial\\ncrypto_device=builtin\\nsigner_cert=./tsa.pem\\n\\
signer_key=./tsa.key\\nsigner_digest=sha256\\ndefault_policy=1.2.3.4\\ndigests=sha256\\nordering=yes\\n\\
tsa_name=no\\ness_cert_id_chain=no\\n[req]\\ndistinguished_name=dn\\n[dn]\\n[ext]\\n\\
extendedKeyUsage=critical,timeStamping\\n' > tsa.cnf && echo 01 > serial && \
    openssl req -x509 -newkey rsa:2048 -nodes -config tsa.cnf -extensions ext -subj /CN=tsa -days 30 \
        -keyout tsa.key -out tsa.pem 2>/dev/null";

#[test]
fn a_time_stamp_of_openssl_is_taken_in_and_fits() {
    let (sandbox, _) = log();
    if !sandbox.sh("command -v openssl").stdout.contains("openssl") {
        crate::sandbox::skipped("`openssl` is not installed");
        return;
    }
    sandbox.sh(AUTHORITY).ok();
    // The authority goes by the clock of the machine.
    let now = sandbox.sh("date -u +%Y-%m-%dT%H:%M:%SZ").ok();
    let clock = [("OPTIMACTL_TEST_TIME", now.trim())];
    let create = |name: &str| {
        let words = [
            "audit", "anchor", "create", "--as", "rfc3161", "--output", name,
        ];
        sandbox.run_with(&words, &clock).ok();
        let reply = format!("openssl ts -reply -config tsa.cnf -queryfile {name} -out {name}.tsr");
        sandbox.sh(&reply).ok();
    };
    create("one.tsq");
    create("two.tsq");
    let shown = sandbox.sh("openssl ts -query -in one.tsq -text").ok();
    assert!(
        shown.contains("sha256") && shown.contains("Certificate required: yes"),
        "{shown}"
    );
    let add = ["audit", "anchor", "add", "one.tsq.tsr", "--format", "json"];
    let added = sandbox.run_with(&add, &clock).json();
    assert_eq!(added["data"]["signature_checked"], false);
    let again = sandbox.run_with(&add, &clock).json();
    assert_eq!(again["data"]["changed"], false);
    let verify = "openssl ts -verify -in one.tsq.tsr -data one.tsq.checkpoint -CAfile tsa.pem";
    sandbox.sh(verify).ok();
    // A stamp of the other checkpoint, or of none of ours.
    assert_ne!(sandbox.sh(&verify.replace("-in one", "-in two")).code, 0);
    let foreign = "echo x > x && openssl ts -query -data x -sha256 -cert -out x.tsq && \
        openssl ts -reply -config tsa.cnf -queryfile x.tsq -out x.tsr";
    sandbox.sh(foreign).ok();
    sandbox
        .run(&["audit", "anchor", "add", "x.tsr"])
        .fails(13, "answers no request");
    let verified = sandbox.run(&["audit", "verify", "--format", "json"]).json();
    assert_eq!(verified["data"]["anchoring"]["anchors"], 2);
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

//! A whole life of a store, with known addresses, passwords, secrets and codes; and processes that are killed in
//! the middle of it: none of those values stands in any file, in no form.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use data_encoding::{BASE32_NOPAD, BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use serde_json::Value;

use super::{Dice, ask, command, files};
use crate::sandbox::{Sandbox, TIME};

const PASSWORDS: [&str; 3] = [
    "seven geese walk to Utrecht",
    "nine herons stand in Leiden",
    "four storks nest near Delft",
];
const BUNDLE: &str = "the bundle of an access request";
const UNLOCKER: &str = "correct horse battery staple";
/// Files that a person made, or got, to hold a secret.
const GIVEN: [&str; 4] = [
    "identity.txt",
    "passphrase.txt",
    "bundle.txt",
    "password.txt",
];

/// Values that must not be found, by their first eight bytes.
#[derive(Default)]
struct Needles(HashMap<[u8; 8], Vec<(String, Vec<u8>)>>);

impl Needles {
    fn add(&mut self, label: &str, bytes: &[u8]) {
        let start = *bytes
            .first_chunk::<8>()
            .expect("a value of eight bytes or more");
        self.0
            .entry(start)
            .or_default()
            .push((label.to_owned(), bytes.to_owned()));
    }

    /// A text as it is and in other cases, and encoded.
    fn text(&mut self, label: &str, text: &str) {
        for form in [
            text.to_owned(),
            text.to_lowercase(),
            text.to_uppercase(),
            text.replace('-', ""),
        ] {
            self.add(label, form.as_bytes());
        }
        self.encoded(label, text.as_bytes());
    }

    fn encoded(&mut self, label: &str, bytes: &[u8]) {
        for form in [
            BASE64.encode(bytes),
            BASE64URL_NOPAD.encode(bytes),
            HEXLOWER.encode(bytes),
            HEXUPPER.encode(bytes),
            BASE32_NOPAD.encode(bytes),
        ] {
            self.add(label, form.trim_end_matches('=').as_bytes());
        }
    }

    fn key(&mut self, label: &str, bytes: &[u8]) {
        self.add(label, bytes);
        self.encoded(label, bytes);
    }

    /// What of it stands in these bytes.
    fn found_in(&self, bytes: &[u8]) -> Vec<&str> {
        let mut found = vec![];
        for (at, window) in bytes.windows(8).enumerate() {
            for (label, needle) in self.0.get(window).into_iter().flatten() {
                if bytes[at..].starts_with(needle) {
                    found.push(label.as_str());
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Looks through every file of the sandbox; gives how many there were.
    fn require_absent(&self, sandbox: &Sandbox) -> usize {
        let all = files(&sandbox.path(""));
        let mut leaks = vec![];
        for path in &all {
            let name = path.file_name().unwrap().to_str().unwrap();
            if GIVEN.contains(&name) {
                continue;
            }
            let Ok(bytes) = std::fs::read(path) else {
                continue;
            };
            leaks.extend(
                self.found_in(&bytes)
                    .into_iter()
                    .map(|label| format!("{label} in {}", path.display())),
            );
        }
        assert!(leaks.is_empty(), "{}", leaks.join("\n"));
        all.len()
    }
}

fn json(sandbox: &Sandbox, line: &str, input: &str) -> Value {
    let mut words: Vec<&str> = line.split(' ').collect();
    words.extend(["--format", "json"]);
    ask(sandbox, &words, input).json()
}

fn ok(sandbox: &Sandbox, line: &str, input: &str) {
    let words: Vec<&str> = line.split(' ').collect();
    ask(sandbox, &words, input).ok();
}

fn string(value: &Value) -> &str {
    value.as_str().expect("a string")
}

/// The code of `secret` now, as another program computes it.
fn code(secret: &str) -> Option<String> {
    let now = TIME.replace('T', " ").replace('Z', " UTC");
    let output = Command::new("oathtool")
        .args(["--totp", "-b", "-N", &now, secret])
        .output();
    output
        .ok()
        .map(|output| String::from_utf8(output.stdout).unwrap().trim().to_owned())
}

/// Accounts, passwords and second factors; what they consist of becomes needles.
fn people(sandbox: &Sandbox, needles: &mut Needles) {
    needles.add("an address", b"@leak.example");
    needles.text("an address", "mira@leak.example");
    needles.text("an address", "wilhelmina@leak.example");
    for (at, password) in PASSWORDS.iter().enumerate() {
        needles.text(&format!("password {at}"), password);
    }
    needles.text("an account's name", "wilhelmina-of-utrecht");
    needles.text("a display name", "Wilhelmina van Oranje");
    ok(
        sandbox,
        "account create mira --email mira@leak.example --password-stdin",
        PASSWORDS[0],
    );
    let words = [
        "account",
        "create",
        "wilhelmina-of-utrecht",
        "--email",
        "wilhelmina@leak.example",
        "--display-name",
        "Wilhelmina van Oranje",
        "--invite",
        "--format",
        "json",
    ];
    let invited = ask(sandbox, &words, "").json();
    needles.text("an invitation", string(&invited["data"]["code"]));
    let reset = json(sandbox, "password reset mira", "");
    let reset = string(&reset["data"]["code"]);
    needles.text("a reset code", reset);
    sandbox.write("tmp/new", PASSWORDS[2], 0o600);
    ok(
        sandbox,
        "password redeem --code-stdin --password-file tmp/new",
        reset,
    );
    std::fs::remove_file(sandbox.path("tmp/new")).unwrap();
    ok(sandbox, "password set mira --password-stdin", PASSWORDS[1]);
    let asked = serde_json::json!({"account": "mira", "password": PASSWORDS[1]}).to_string();
    ask(sandbox, &["auth", "check"], &asked).ok();
    let wrong = asked.replace("nine", "five");
    needles.text("a wrong password", "five herons stand in Leiden");
    ask(sandbox, &["auth", "check"], &wrong).code(6);

    let enrolled = json(sandbox, "2fa enroll mira", "");
    let secret = string(&enrolled["data"]["secret"]).to_owned();
    needles.text("a TOTP secret", &secret);
    needles.key(
        "a TOTP secret",
        &BASE32_NOPAD.decode(secret.as_bytes()).unwrap(),
    );
    let Some(code) = code(&secret) else {
        crate::sandbox::skipped("`oathtool` is not installed, so no second factor is confirmed");
        return;
    };
    let confirmed = json(sandbox, "2fa confirm mira --code-stdin", &code);
    let renewed = json(sandbox, "2fa recovery new mira --yes", "");
    let codes =
        [&confirmed, &renewed].map(|answer| answer["data"]["recovery_codes"].as_array().cloned());
    let codes: Vec<Value> = codes.into_iter().flatten().flatten().collect();
    assert!(codes.len() >= 10, "{confirmed} {renewed}");
    for code in &codes {
        needles.text("a recovery code", string(code));
    }
}

/// Requests, events, backups, rotations, the kit.
fn house(sandbox: &Sandbox, needles: &mut Needles) {
    needles.text("a bundle's passphrase", BUNDLE);
    needles.text("an unlocker's passphrase", UNLOCKER);
    sandbox.write("bundle.txt", &format!("{BUNDLE}\n"), 0o600);
    ok(
        sandbox,
        "request open --email wilhelmina@leak.example --type access --law gdpr --calendar DE",
        "",
    );
    ok(sandbox, "request verify R-2026-0001 --method email", "");
    ok(
        sandbox,
        "request build R-2026-0001 --new-passphrase-file bundle.txt --output built",
        "",
    );
    ok(sandbox, "request deliver R-2026-0001 --channel portal", "");
    for (flag, value) in [
        ("--note", "has blue curtains"),
        ("--user-agent", "Firefox/3.6 (Gecko)"),
        ("--ip", "198.51.100.213"),
    ] {
        needles.text(flag, value);
        ask(
            sandbox,
            &[
                "audit",
                "record",
                "--action",
                "auth.login",
                "--actor",
                "mira",
                flag,
                value,
            ],
            "",
        )
        .ok();
    }
    ok(sandbox, "audit export --redacted --output events.jsonl", "");
    ok(sandbox, "audit export --as tlog-tiles --output tiles", "");
    ok(sandbox, "audit checkpoint --output log.checkpoint", "");
    ok(sandbox, "audit prove 5 --output event.proof", "");
    for rotation in ["key rotate", "key rotate --signing", "key rotate --master"] {
        ok(sandbox, "backup create --to backups", "");
        keys(sandbox, needles);
        ok(sandbox, rotation, "");
    }
    keys(sandbox, needles);
    ok(sandbox, "store compact", "");
    ok(
        sandbox,
        "backup restore --latest --from backups --to again",
        "",
    );
    ok(sandbox, "key kit --output kit", "");
    ok(sandbox, "account remove wilhelmina-of-utrecht --yes", "");
}

/// The keys of the keyring, as stock `age` opens it.
fn keys(sandbox: &Sandbox, needles: &mut Needles) {
    needles.add("a secret identity", b"AGE-SECRET-KEY-");
    let opened = sandbox.sh(
        "command -v age > /dev/null || exit 77; age -d -i identity.txt store/slots/first.age | (umask 077; cat > tmp/m) &&
         age -d -i tmp/m store/keyring.age; rm -f tmp/m",
    );
    if opened.code == 77 {
        crate::sandbox::skipped("`age` is not installed, so the keys are not looked for");
        return;
    }
    let keyring: Value = serde_json::from_str(opened.ok().lines().next().unwrap()).unwrap();
    let mut texts = vec![&keyring["data"]["key"], &keyring["signing"]["seed"]];
    for kind in ["peppers", "hmac", "journal"] {
        texts.extend(
            keyring[kind]
                .as_array()
                .unwrap()
                .iter()
                .map(|key| &key["key"]),
        );
    }
    assert!(texts.len() >= 5);
    for text in texts {
        let bytes = BASE64.decode(string(text).as_bytes()).unwrap();
        needles.key("a key of the keyring", &bytes);
    }
}

fn life() -> (Sandbox, Needles) {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("tmp")).unwrap();
    let mut needles = Needles::default();
    ok(&sandbox, "init --new-identity identity.txt", "");
    sandbox.write("passphrase.txt", &format!("{UNLOCKER}\n"), 0o600);
    ok(
        &sandbox,
        "key add second --new-passphrase-file passphrase.txt",
        "",
    );
    people(&sandbox, &mut needles);
    house(&sandbox, &mut needles);
    (sandbox, needles)
}

#[test]
fn nothing_of_a_whole_life_stands_in_any_file() {
    let (sandbox, needles) = life();
    let count = needles.require_absent(&sandbox);
    assert!(count > 20, "{count} files");
    assert!(files(&sandbox.path("tmp")).is_empty() && files(&sandbox.path("home")).is_empty());
    // The search finds what is there.
    let identity = std::fs::read(sandbox.path("identity.txt")).unwrap();
    assert_eq!(needles.found_in(&identity), ["a secret identity"]);
    assert_eq!(
        needles.found_in(b"xx nine herons stand in Leiden"),
        ["password 1"]
    );
}

/// Kills a command at a random moment and looks before anything opens the store again.
#[test]
fn nothing_stands_in_what_a_killed_process_left() {
    let (sandbox, needles) = life();
    let kills: u32 = std::env::var("OPTIMACTL_KILLS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(5);
    let mut dice = Dice::new();
    let (mut logs, mut parts) = (0, 0);
    sandbox.write("password.txt", PASSWORDS[0], 0o600);
    let request = "request open --email mira@leak.example --type access --law gdpr --calendar DE";
    ok(&sandbox, request, "");
    ok(&sandbox, "request verify R-2026-0002 --method email", "");
    for line in [
        "account change mira --email EACH@leak.example",
        "password set mira --password-stdin",
        "2fa recovery new mira --yes",
        "key rotate",
        "key rotate --master",
        "backup create --to backups",
        "backup restore --latest --from backups --to EACH",
        "request build R-2026-0002 --passphrase --output EACH",
    ] {
        let whole = Instant::now();
        let first = line.replace("EACH", "first");
        let words: Vec<&str> = first.split(' ').collect();
        ask(&sandbox, &words, PASSWORDS[0]).ok();
        let whole = whole.elapsed();
        for kill in 0..kills {
            let line = line.replace("EACH", &format!("each-{kill}"));
            let mut command = command(&sandbox);
            let input = std::fs::File::open(sandbox.path("password.txt")).unwrap();
            let mut child = command.args(line.split(' ')).stdin(input).spawn().unwrap();
            std::thread::sleep(whole.mul_f64(dice.roll()) + Duration::from_micros(100));
            child.kill().ok();
            child.wait().unwrap();
            logs += u32::from(left(&sandbox, "-wal"));
            parts += u32::from(left(&sandbox, ".partial") || left(&sandbox, ".new"));
            needles.require_absent(&sandbox);
        }
        ok(&sandbox, "store check", "");
    }
    let told = format!("{logs} times a log was left, {parts} times a part\n");
    std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
    assert!(logs > 0, "no kill left a -wal");
}

/// Whether a file with content is there whose name ends like this.
fn left(sandbox: &Sandbox, ending: &str) -> bool {
    let ends = |path: &PathBuf| path.display().to_string().ends_with(ending);
    files(&sandbox.path(""))
        .iter()
        .filter(|path| ends(path))
        .any(|path| path.metadata().is_ok_and(|meta| meta.len() > 0))
}

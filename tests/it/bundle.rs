//! The bundle before programs that are not ours: stock `7z`, pyzipper, `jsonschema`, html-validate and axe-core, on a
//! store in which one value in a hundred is hostile; and `request verify-bundle`.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PASSPHRASE: &str = "bafid lusab nopit gadol";
/// Stands in what belongs to others.
const OTHER: &str = "somebody-else";
const SECRETS: [&str; 4] = ["seven geese", "$argon2", "session-key-of-kim", "opct_"];

/// What breaks a page, a table, a card, an archive or a terminal.
fn hostile() -> Vec<String> {
    let mut values: Vec<String> = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</style><script src=//evil.example></script>",
        "javascript:alert(1)",
        "=HYPERLINK(\"https://evil.example\";\"x\")",
        "+cmd|'/c calc'!A1",
        "-2+3",
        "@SUM(1)",
        " \u{a0}=1+1",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\u{feff}=1+1",
        "\u{200b}@x",
        "\u{ff1d}1+1",
        "\u{ff0b}1",
        "\u{ff0d}1",
        "\u{ff20}x",
        "x\",\"=1+1",
        "nul\u{0}nul",
        "\u{1b}[31mred\u{7}",
        "\u{202e}gnp.exe\u{2066}",
        "a\r\nEMAIL:evil@example.org\r\nEND:VCARD",
        "../../../etc/passwd",
        "{{ 7 * 7 }}{% for x in y %}",
        "%00%0a",
        "\u{fffe}\u{10ffff}",
    ]
    .map(str::to_owned)
    .into();
    values.push("long ".repeat(300));
    values
}

/// A store with one person, others, and what they did; one value in a hundred is hostile.
fn store() -> Sandbox {
    let sandbox = Sandbox::new();
    let hostile = hostile();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    let line = "echo 'seven geese walk to Utrecht' | optimactl account create kim --email kim@example.org --password-stdin && \
        optimactl account create somebody-else --email somebody-else@example.net --no-password && \
        printf 'session-key-of-kim\\n' > session.key && chmod 600 session.key && \
        optimactl session record kim --key-file session.key --ip 203.0.113.7 --user-agent '=cmd <b>' && \
        optimactl token create kim --name cron --scope mail.read --output kim.token && \
        printf 'Yes <script>alert(1)</script> \\342\\200\\256' > text.txt && \
        optimactl consent record kim --purpose newsletter --version 1 --text text.txt --source web && \
        optimactl optout set kim --what direct-marketing --channel email && \
        optimactl hold place kim --class contact --basis 'somebody-else v. us' --owner somebody-else --review 2027-05-01";
    sandbox.sh(line).ok();
    let mut events = String::new();
    for number in 0..3_000 {
        let evil = &hostile[(number / 100) % hostile.len()];
        let is_own = number % 3 == 0;
        let agent = match (number % 100, is_own) {
            (0, _) => evil.clone(),
            (_, true) => "Firefox".to_owned(),
            (_, false) => format!("Browser of {OTHER}"),
        };
        let event = json!({
            "action": if number % 2 == 0 { "auth.login" } else { "shop.order" },
            "actor": if is_own { "kim" } else { OTHER },
            "source": "shop",
            "time": format!("2026-{:02}-{:02}T10:00:{:02}Z", 1 + number % 10, 1 + number % 28, number % 60),
            "id": format!("e{number}"),
            "user_agent": agent,
            "city": evil,
            "url": format!("https://example.org/reset?token=opct_{number}"),
        });
        writeln!(events, "{event}").unwrap();
    }
    sandbox.write("events.jsonl", &events, 0o600);
    sandbox
        .run(&["audit", "ingest", "events.jsonl", "--as", "jsonl"])
        .ok();
    sandbox.write("zip.txt", PASSPHRASE, 0o600);
    sandbox
        .sh("optimactl request open kim --type access --law gdpr --calendar DE --received 2026-11-20 --channel web && \
             optimactl request verify R-2026-0001 --method sign-in")
        .ok();
    sandbox
}

/// Builds the zip; gives where it lies.
fn zipped(sandbox: &Sandbox) -> PathBuf {
    let built = sandbox
        .run(&[
            "request",
            "build",
            "R-2026-0001",
            "--zip-aes",
            "--new-passphrase-file",
            "zip.txt",
            "--output",
            "out",
            "--overwrite",
            "--format",
            "json",
        ])
        .json();
    assert_eq!(built["data"]["passphrase"], Value::Null);
    sandbox.path(built["data"]["file"].as_str().unwrap())
}

/// Opens a zip with our own library, where no stock tool is.
fn opened(sandbox: &Sandbox, file: &Path) -> PathBuf {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
    let mut top = None;
    for number in 0..archive.len() {
        let mut entry = archive
            .by_index_decrypt(number, PASSPHRASE.as_bytes())
            .unwrap();
        let path = sandbox.path("opened").join(&*entry.name().unwrap());
        top.get_or_insert_with(|| {
            sandbox
                .path("opened")
                .join(entry.name().unwrap().split('/').next().unwrap())
        });
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut bytes = vec![];
        entry.read_to_end(&mut bytes).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    top.unwrap()
}

fn beside(variable: &str, what: &str) -> Option<String> {
    let found = std::env::var(variable).ok();
    if found.is_none() {
        crate::sandbox::skipped(&format!("`{variable}` names no {what}"));
    }
    found
}

/// Runs a foreign program that must be content.
fn judged(sandbox: &Sandbox, program: &str, words: &[&str]) {
    let done = sandbox.command(program).args(words).output().unwrap();
    assert!(
        done.status.success(),
        "{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn a_bundle_from_a_hostile_store_passes_foreign_programs() {
    let sandbox = store();
    let file = zipped(&sandbox);
    assert_eq!(file.file_name().unwrap(), "bundle-R-2026-0001-1.zip");
    let bag = opened(&sandbox, &file);
    let sums =
        "cd opened/* && sha256sum --strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt";
    sandbox.sh(sums).ok();
    nothing_forbidden(&bag);
    let show = |path: &Path| path.display().to_string();
    if let Some(python) = beside("BUNDLE_PYTHON", "Python with jsonschema and pyzipper") {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/python/bundle.py");
        judged(
            &sandbox,
            &python,
            &[script, &show(&bag), &show(&file), PASSPHRASE],
        );
    }
    if let Some(modules) = beside(
        "BUNDLE_NODE",
        "folder with html-validate, axe-core and jsdom",
    ) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/page.js");
        judged(
            &sandbox,
            "node",
            &[script, &modules, &show(&bag.join("data/START-HERE.html"))],
        );
    }
}

/// Neither a secret nor anything of somebody else, in any file.
fn nothing_forbidden(bag: &Path) {
    let mut folders = vec![bag.to_owned()];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&path).unwrap();
            let content = String::from_utf8(bytes).unwrap();
            for word in SECRETS.iter().chain([&OTHER]) {
                assert!(!content.contains(word), "{word} in {}", path.display());
            }
        }
    }
    assert!(files > 20, "{files}");
    let page = std::fs::read_to_string(bag.join("data/START-HERE.html")).unwrap();
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains('\u{202e}'));
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn stock_7z_opens_the_zip() {
    let sandbox = store();
    let file = zipped(&sandbox);
    if sandbox.sh("7z i").code != 0 {
        return crate::sandbox::skipped("there is no stock `7z` to open the zip with");
    }
    let open =
        |passphrase: &str| sandbox.sh(&format!("7z x -y -o7z -p'{passphrase}' {}", file.display()));
    open(PASSPHRASE).ok();
    sandbox
        .sh("cd 7z/* && sha256sum --strict --quiet -c manifest-sha256.txt tagmanifest-sha256.txt")
        .ok();
    assert_ne!(open("another passphrase").code, 0);
}

#[test]
fn a_zip_has_a_passphrase_that_holds() {
    let sandbox = Sandbox::prepared();
    sandbox.write("short.txt", "twelve chars", 0o600);
    sandbox.write("odd.txt", "sechs Wörter für den Menschen", 0o600);
    let build = [
        "request",
        "build",
        "R-2026-0002",
        "--zip-aes",
        "--output",
        "out",
    ];
    let with = |more: &[&str]| sandbox.run(&[&build, more].concat());
    with(&["--new-passphrase-file", "short.txt"]).fails(5, "fewer than 20 characters");
    with(&["--new-passphrase-file", "odd.txt"]).fails(5, "not every program");
    with(&["--passphrase"]).fails(2, "cannot be used with");
    with(&["--recipient", "age1x"]).fails(2, "cannot be used with");
    let made = with(&["--format", "json"]).json();
    let words = made["data"]["passphrase"].as_str().unwrap();
    assert_eq!(words.split('-').count(), 6);
    sandbox.write("words.txt", words, 0o600);
    let file = made["data"]["file"].as_str().unwrap();
    let checked = sandbox.run(&[
        "request",
        "verify-bundle",
        file,
        "--bundle-passphrase-file",
        "words.txt",
        "--format",
        "json",
    ]);
    let checked = checked.json();
    assert_eq!(checked["data"]["content"], "whole");
    assert_eq!(checked["data"]["origin"], "same-file");
    assert_eq!(checked["data"]["delivered"], Value::Null);
}

#[test]
fn a_bundle_is_known_again_or_not() {
    let sandbox = Sandbox::prepared();
    let file = "built/bundle-R-2026-0004-1.tar.age";
    let look = |words: &[&str]| sandbox.run(&[&["request", "verify-bundle"], words].concat());
    let with = |words: &[&str]| look(&[words, &["--format", "json"]].concat()).json();
    let own = with(&[file]);
    assert_eq!(own["data"]["origin"], "same-file");
    assert_eq!(own["data"]["content"], "not-checked");
    assert_eq!(own["data"]["channel"], "portal");
    let full = with(&[file, "--bundle-passphrase-file", "passphrase.txt"]);
    assert_eq!(full["data"]["content"], "whole");
    // Without a store the content alone is checked, and without anything nothing is.
    let nowhere = ["--store", "nowhere"];
    let alone = with(
        &[
            &[file, "--bundle-passphrase-file", "passphrase.txt"][..],
            &nowhere,
        ]
        .concat(),
    );
    assert_eq!(alone["data"]["origin"], "not-checked");
    assert_eq!(alone["data"]["reference"], "R-2026-0004");
    look(&[&[file][..], &nowhere].concat()).fails(5, "nothing to check the bundle with");
    // A changed file is damaged, and another store's is unknown.
    let mut bytes = std::fs::read(sandbox.path(file)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(sandbox.path("changed"), bytes).unwrap();
    look(&["changed", "--bundle-passphrase-file", "passphrase.txt"]).fails(13, "damaged or cut");
    let unknown = look(&["changed"]).code(4);
    assert!(unknown.contains("did not build it"), "{unknown}");
    sandbox.write("wrong.txt", "not the passphrase", 0o600);
    look(&[file, "--bundle-passphrase-file", "wrong.txt"]).fails(12, "does not open");
    look(&["missing"]).fails(1, "cannot read `missing`");
}

#[test]
fn a_file_that_lies_too_long_is_told_until_it_is_gone() {
    let sandbox = Sandbox::prepared();
    let later = [("OPTIMACTL_TEST_TIME", "2026-12-23T12:00:00Z")];
    let run = |words: &[&str]| sandbox.run_with(words, &later);
    let due = |words: &[&str]| {
        let due = run(&[
            &["request", "due", "--within", "0d", "--format", "json"],
            words,
        ]
        .concat());
        let items: Value = serde_json::from_str(&due.stdout).unwrap();
        let items = items["data"].as_array().unwrap().clone();
        items
            .into_iter()
            .filter(|item| item["what"] == "delete the file of the bundle")
            .count()
    };
    assert_eq!(due(&[]), 2);
    let doctor = run(&["doctor"]).code(4);
    assert!(
        doctor.contains("optimactl request discard R-2026-000"),
        "{doctor}"
    );
    let shown = run(&["request", "show", "R-2026-0004"]).ok();
    assert!(shown.contains("2026-12-22T12:00:00Z OVERDUE"), "{shown}");
    for reference in ["R-2026-0003", "R-2026-0004"] {
        run(&["request", "discard", reference]).ok();
    }
    assert_eq!(due(&[]), 0);
    run(&["request", "discard", "R-2026-0004"]).fails(15, "no file of request");
    let shown = run(&["request", "show", "R-2026-0004"]).ok();
    assert!(shown.contains("gone"), "{shown}");
    run(&["request", "discard", "R-2026-0007"]).fails(5, "there is no `discard`");
    // Nothing is asked for before its time.
    assert!(!sandbox.run(&["doctor"]).stdout.contains("discard"));
}

//! The platform's own data: a database, a file of lines and another system, as an admin declares and erases them.

use crate::sandbox::{Sandbox, skipped};

/// A shop beside the store: orders in SQLite, letters in CSV, and a system that only a program reaches.
const SHOP: &str = "
CREATE TABLE orders (number INTEGER PRIMARY KEY, mail TEXT, total REAL, card TEXT);
INSERT INTO orders VALUES (1, 'Kim@Example.com', 12.5, '4111-1111'), (2, 'lee@example.com', 3, '4222-2222');";
const LETTERS: &str =
    "to,subject\r\nkim@example.com,Hello\r\nlee@example.com,\"=HYPERLINK(1)\"\r\n";
/// Keeps its people in a file, one address a line.
const CRM: &str = r#"#!/bin/sh
read -r question
case "$question" in
*'"protocol":"optimactl/source/1"'*) ;;
*) echo "what is that?" >&2; exit 2 ;;
esac
people=$(dirname "$0")/people
found=$(grep -c kim@example.com "$people")
case "$question" in
*'"action":"export"'*)
    grep kim@example.com "$people" | while read -r mail; do echo "{\"row\":{\"mail\":\"$mail\"}}"; done ;;
*'"action":"erase"'*)
    grep -v kim@example.com "$people" > "$people.new"; mv "$people.new" "$people" ;;
esac
echo "{\"done\":{\"count\":$found}}"
"#;

fn config(sandbox: &Sandbox) -> String {
    let at = |name: &str| sandbox.path(name).display().to_string();
    format!(
        "[source.orders]
as = \"sqlite\"
path = \"{}\"
table = \"orders\"
subject = \"mail\"
match = \"email\"
erasure = \"delete\"
purpose = \"to deliver what was ordered\"
[source.orders.fields]
number = \"technical\"
mail = \"contact\"
total = \"financial\"
card = \"secret\"\n
[source.letters]
as = \"csv\"
path = \"{}\"
subject = \"to\"
match = \"email\"
erasure = \"empty\"
empty = [\"to\", \"subject\"]
[source.letters.fields]
to = \"contact\"
subject = \"content\"\n
[source.crm]
as = \"command\"
command = [\"{}\"]
match = \"email\"
erasure = \"delete\"
tries = 1
timeout = \"10s\"
[source.crm.fields]
mail = \"contact\"\n",
        at("shop.db"),
        at("letters.csv"),
        at("crm")
    )
}

/// None where there is no `sqlite3` to make the shop with.
fn platform() -> Option<Sandbox> {
    let sandbox = Sandbox::new();
    sandbox
        .run(&["init", "--new-identity", "identity.txt"])
        .ok();
    if sandbox.sh("command -v sqlite3").code != 0 {
        skipped("there is no `sqlite3`");
        return None;
    }
    sandbox.write("shop.sql", SHOP, 0o600);
    sandbox.sh("sqlite3 shop.db < shop.sql").ok();
    sandbox.write("letters.csv", LETTERS, 0o600);
    sandbox.write("crm", CRM, 0o700);
    sandbox.write("people", "kim@example.com\nlee@example.com\n", 0o600);
    sandbox.write("config.toml", &config(&sandbox), 0o600);
    for line in [
        "request approvers 1 --reason 'nobody else is here' --confirm store",
        "account create kim --email kim@example.com --no-password",
    ] {
        sandbox.sh(&format!("optimactl {line}")).ok();
    }
    Some(sandbox)
}

fn asked(sandbox: &Sandbox, kind: &str) {
    for line in [
        &format!("request open kim --type {kind} --law gdpr --calendar DE --received 2026-11-20"),
        "request verify R-2026-0001 --method sign-in",
    ] {
        sandbox.sh(&format!("optimactl {line}")).ok();
    }
}

#[test]
fn an_erasure_reaches_the_whole_platform() {
    let Some(sandbox) = platform() else { return };
    asked(&sandbox, "erasure");
    let planned = sandbox
        .run(&["request", "plan", "R-2026-0001", "--format", "json"])
        .json();
    let counts: Vec<(&str, u64)> = planned["data"]["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| {
            (
                run["source"].as_str().unwrap(),
                run["rows"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(counts, [("crm", 1), ("letters", 1), ("orders", 1)]);
    sandbox.sh("optimactl request approve R-2026-0001").ok();
    sandbox.sh("chmod a-x crm").ok();
    let erase = "optimactl request erase R-2026-0001 --confirm R-2026-0001";
    sandbox.sh(erase).fails(3, "data source `crm`");
    sandbox
        .sh("optimactl request tell-recipients R-2026-0001 --how no-recipients")
        .ok();
    let close = "optimactl request fulfil R-2026-0001 --local-only --reason test";
    sandbox.sh(close).fails(5, "`crm` failed to erase");
    sandbox
        .sh(&format!(
            "{close} --partial legal-obligation --text 'The law.'"
        ))
        .fails(5, "erase R-2026-0001");
    sandbox.sh("chmod u+x crm").ok();
    sandbox.sh(erase).ok();
    sandbox.sh(close).ok();
    let orders = sandbox.sh("sqlite3 shop.db 'SELECT mail FROM orders'").ok();
    assert_eq!(orders.trim(), "lee@example.com");
    let read = |name: &str| std::fs::read_to_string(sandbox.path(name)).unwrap();
    assert_eq!(
        read("letters.csv"),
        "to,subject\r\n,\nlee@example.com,\"=HYPERLINK(1)\"\r\n"
    );
    assert_eq!(read("people"), "lee@example.com\n");
    let certificate = sandbox.sh("optimactl request certificate R-2026-0001").ok();
    for word in ["crm", "letters", "orders", "erase", "done"] {
        assert!(certificate.contains(word), "{certificate}");
    }
    assert!(!certificate.contains("kim"), "{certificate}");
    sandbox.sh("optimactl audit verify").ok();
}

#[test]
fn the_register_knows_the_sources_and_finds_what_nobody_classified() {
    let Some(sandbox) = platform() else { return };
    let page = sandbox.sh("optimactl records export").ok();
    for line in [
        "## orders",
        "- Purposes (b): to deliver what was ordered",
        "- Data (c): contact: mail; financial: total; technical: number; secret: card",
        "- Recipients (d): **not stated**",
        "- Erasure: emptied: to, subject",
        "## credentials",
    ] {
        assert!(page.contains(line), "{line}\n{page}");
    }
    let gaps = sandbox.sh("optimactl records check").code(4);
    assert!(gaps.contains("source.orders.basis"), "{gaps}");
    sandbox
        .sh("sqlite3 shop.db 'ALTER TABLE orders ADD COLUMN birthday TEXT'")
        .ok();
    let found = sandbox.sh("optimactl records check");
    assert_eq!(found.code, 4);
    assert!(
        found
            .stdout
            .contains("fields that nobody classified: birthday"),
        "{found:?}"
    );
    asked(&sandbox, "erasure");
    sandbox
        .sh("optimactl request plan R-2026-0001")
        .fails(3, "birthday");
}

#[test]
fn a_source_that_is_declared_wrong_is_refused_by_its_setting() {
    let Some(sandbox) = platform() else { return };
    let right = config(&sandbox);
    for (from, to, code, wanted) in [
        ("as = \"csv\"", "as = \"cvs\"", 2, "`source.letters.as`"),
        (
            "match = \"email\"\nerasure = \"empty\"",
            "match = \"phone\"\nerasure = \"empty\"",
            2,
            "`source.letters.match`",
        ),
        (
            "empty = [\"to\", \"subject\"]",
            "",
            2,
            "`source.letters.empty` is not set",
        ),
        (
            "empty = [\"to\"",
            "empty = [\"at\"",
            2,
            "`source.letters.fields.at` is not set",
        ),
        (
            "to = \"contact\"",
            "to = \"address\"",
            2,
            "`source.letters.fields.to` is no category",
        ),
        ("tries = 1", "tries = 0", 2, "`source.crm.tries`"),
        (
            "timeout = \"10s\"",
            "timeout = \"2h\"",
            2,
            "`source.crm.timeout`",
        ),
        (
            "table = \"orders\"\n",
            "",
            2,
            "`source.orders.table` is not set",
        ),
        (
            "table = \"orders\"",
            "tabel = \"orders\"",
            2,
            "`source.orders.tabel` is not a setting",
        ),
        (
            "tries = 1",
            "path = \"/x\"",
            2,
            "`source.crm.path` has no place",
        ),
    ] {
        assert!(right.contains(from), "{from}");
        sandbox.write("config.toml", &right.replace(from, to), 0o600);
        sandbox.sh("optimactl records check").fails(code, wanted);
    }
    sandbox.write("config.toml", &right, 0o600);
    sandbox.sh("chmod o+w crm").ok();
    let found = sandbox.sh("optimactl records check").code(4);
    assert!(found.contains("others can change"), "{found}");
    sandbox
        .sh("optimactl request plan R-2026-0001")
        .fails(5, "data source `crm` cannot be asked");
}

/// The files of the bag, opened with the passphrase that was printed.
fn opened(sandbox: &Sandbox, more: &str) -> Option<String> {
    let built = sandbox
        .sh(&format!(
            "optimactl request build R-2026-0001 --new-passphrase-file passphrase.txt --output built {more}"
        ))
        .ok();
    assert!(built.contains("Built the bundle"), "{built}");
    if sandbox.sh("command -v python3").code != 0 {
        skipped("there is no `python3` to read the tar with");
        return None;
    }
    sandbox
        .sh("optimactl request verify-bundle built/*.age --bundle-passphrase-file passphrase.txt")
        .ok();
    Some(built)
}

#[test]
fn a_bundle_holds_what_the_platform_holds_and_names_what_did_not_answer() {
    let Some(sandbox) = platform() else { return };
    sandbox.write("passphrase.txt", "harbor nord office lighthouse\n", 0o600);
    asked(&sandbox, "access");
    sandbox.sh("chmod a-x crm").ok();
    sandbox
        .sh("optimactl request build R-2026-0001 --new-passphrase-file passphrase.txt --output built")
        .fails(16, "`--without NAME`");
    sandbox
        .sh("optimactl request build R-2026-0001 --new-passphrase-file passphrase.txt --output built --without cmr")
        .fails(2, "there is no data source `cmr`");
    if opened(&sandbox, "--without crm").is_none() {
        return;
    }
    let shown = sandbox
        .run(&["request", "show", "R-2026-0001", "--format", "json"])
        .json();
    let runs: Vec<(&str, &str)> = shown["data"]["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|run| {
            (
                run["source"].as_str().unwrap(),
                run["outcome"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        runs,
        [("crm", "left-out"), ("letters", "done"), ("orders", "done")]
    );
    // The shop's secrets and other customers are in no event either.
    let log = sandbox
        .sh("optimactl audit export --as jsonl --output -")
        .ok();
    for word in ["4111", "lee@example.com"] {
        assert!(!log.contains(word), "{log}");
    }
}

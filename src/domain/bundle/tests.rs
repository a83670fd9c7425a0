//! What is in a bundle and what never is, with hostile values in every field.

mod people;

use serde_json::Value;

use super::{About, Bag, Controller, Profile, Response, bag, collect};
use crate::crypto::seal::sha256;
use crate::domain::fixture::Fixture;
use people::people;

const EVIL: &str = "=cmd|'/c calc'!A1<script>alert(\"x\")</script>\u{202e}&amp;";
const OTHER: &str = "other-person@example.net";
const SECRETS: [&str; 5] = [
    "argon2id$v=19",
    "TOTPSECRETTOTPSECRET",
    "DIGESTDIGESTDIGESTDIGESTDIGESTDI",
    "ses_secret",
    "tok_secret",
];

fn made(profile: Profile) -> (Response, Bag) {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let request = people(&ctx);
    let controller = Controller {
        name: Some(format!("Example <GmbH>\nTag: {EVIL}")),
        ..Controller::default()
    };
    let about = About {
        reference: "R-2026-0001",
        number: 1,
        request: &request,
        account: Some("acc_0000000000000001"),
        profile,
        law: "gdpr",
        made: ctx.now(),
        controller: &controller,
    };
    let response = ctx.store.read(|tx| collect(tx, &about)).unwrap();
    let bag = bag(&response, &about).unwrap();
    (response, bag)
}

fn text<'a>(bag: &'a Bag, path: &str) -> &'a str {
    let (_, bytes) = bag.files().find(|(name, _)| *name == path).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn every_file_is_in_a_manifest_with_its_digest() {
    let (_, bag) = made(Profile::Access);
    for (manifest, is_payload) in [
        ("manifest-sha256.txt", true),
        ("tagmanifest-sha256.txt", false),
    ] {
        let mut listed = vec![];
        for line in text(&bag, manifest).lines() {
            let (digest, path) = line.split_once("  ").unwrap();
            let (_, bytes) = bag.files().find(|(name, _)| *name == path).unwrap();
            assert_eq!(
                digest,
                data_encoding::HEXLOWER.encode(&sha256(bytes)),
                "{path}"
            );
            listed.push(path);
        }
        let all = bag.files().map(|(name, _)| name).filter(|name| {
            name.starts_with("data/") == is_payload && *name != "tagmanifest-sha256.txt"
        });
        assert_eq!(listed, all.collect::<Vec<_>>());
    }
    assert_eq!(
        text(&bag, "bagit.txt"),
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    );
    assert!(
        text(&bag, "bag-info.txt")
            .lines()
            .all(|line| !line.starts_with("Tag:"))
    );
}

#[test]
fn the_tar_holds_the_files_under_one_folder() {
    let (_, bag) = made(Profile::Access);
    let packed = bag.pack(vec![]).unwrap();
    let mut archive = tar::Archive::new(packed.as_slice());
    let mut seen = 0;
    for entry in archive.entries().unwrap() {
        let entry = entry.unwrap();
        let path = entry.path().unwrap().display().to_string();
        let inner = path.strip_prefix("bundle-R-2026-0001-1/").unwrap();
        assert!(bag.files().any(|(name, _)| name == inner), "{path}");
        assert_eq!(entry.header().mode().unwrap(), 0o600);
        seen += 1;
    }
    assert_eq!(seen, bag.len());
}

#[test]
fn no_secret_and_nobody_else_is_in_it() {
    for profile in [Profile::Access, Profile::Portability] {
        let (_, bag) = made(profile);
        for (path, bytes) in bag.files() {
            let content = String::from_utf8_lossy(bytes);
            let forbidden = SECRETS.into_iter().chain([
                OTHER,
                "otherperson",
                "acc_0000000000000002",
                "198.51.100.77",
                "0@test",
                "fac_1",
            ]);
            for word in forbidden {
                assert!(!content.contains(word), "{word} in {path}");
            }
            assert!(!path.contains("kim"), "{path}");
        }
    }
}

#[test]
fn the_person_finds_what_is_theirs() {
    let (response, bag) = made(Profile::Access);
    let account = response.account.as_ref().unwrap();
    assert_eq!(account.email.as_deref(), Some("kim@example.org"));
    assert_eq!(response.security.as_ref().unwrap().factors.len(), 1);
    let held = response.security.as_ref().unwrap();
    assert_eq!(held.tokens[0].scopes, "mail.read");
    assert_eq!(held.notices[0].kind, "token-new");
    assert_eq!(response.sessions[0].ip.as_deref(), Some("203.0.113.21"));
    assert!(text(&bag, "data/sessions.csv").contains("203.0.113.21"));
    assert_eq!(response.sign_ins.len(), 4);
    assert_eq!(response.sign_ins[0].ip.as_deref(), Some("203.0.113.9"));
    let shown: Vec<_> = response
        .activity
        .iter()
        .filter(|item| item.action == "account.show")
        .collect();
    assert!(
        shown
            .iter()
            .all(|item| item.who == "other person 1" && item.on == "you")
    );
    assert!(text(&bag, "data/article15.txt").contains("NOT STATED"));
    assert!(text(&bag, "data/profile.vcf").contains("EMAIL:kim@example.org\r\n"));
}

#[test]
fn portability_holds_only_what_was_provided_or_observed() {
    let (response, bag) = made(Profile::Portability);
    assert!(response.security.is_none());
    assert!(response.account.as_ref().unwrap().standing.is_none());
    assert!(response.activity.iter().all(|item| item.who == "you"));
    assert_eq!(response.sign_ins.len(), 4);
    assert!(bag.files().all(|(path, _)| path != "data/article15.txt"));
}

#[test]
fn the_page_is_inert_and_every_value_escaped() {
    let (_, bag) = made(Profile::Access);
    let page = text(&bag, "data/START-HERE.html");
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
    assert!(!page.contains('\u{202e}') && !page.contains("http:") && !page.contains("https:"));
    assert!(!page.contains(" style=") && !page.contains("javascript:") && !page.contains(" on="));
    assert_eq!(page.matches("<h1").count(), 1);
    for wanted in [
        "<html lang=\"en\">",
        "default-src 'none'",
        "<main id=\"main\">",
        "class=\"skip\"",
        "scope=\"col\"",
        "<caption>",
        "role=\"img\"",
        "Example &lt;GmbH&gt;",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    let (_, rest) = page.split_once("<style>").unwrap();
    let (style, _) = rest.split_once("</style>").unwrap();
    let digest = data_encoding::BASE64.encode(&sha256(style.as_bytes()));
    assert!(page.contains(&format!("style-src 'sha256-{digest}'")));
}

#[test]
fn no_cell_of_a_csv_file_runs() {
    let (_, bag) = made(Profile::Access);
    for (path, bytes) in bag
        .files()
        .filter(|(path, _)| path.rsplit('.').next() == Some("csv"))
    {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(bytes);
        for record in reader.records() {
            for cell in &record.unwrap() {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                    "{path}: {cell}"
                );
            }
        }
    }
    assert!(text(&bag, "data/account.csv").contains("'=cmd"));
}

#[test]
fn months_without_events_are_bars_without_height() {
    let (response, _) = made(Profile::Access);
    let bars = serde_json::to_value(super::page::bars(&response)).unwrap();
    let bars = bars.as_array().unwrap();
    assert_eq!(bars.len(), 10, "February to November");
    assert_eq!(
        (&bars[0]["month"], &bars[0]["count"]),
        (&Value::from("Feb"), &Value::from(4))
    );
    assert_eq!(bars[1]["height"], 0);
}

/// The few keywords that the schema uses.
fn check(schema: &Value, value: &Value, path: &str) {
    if let Some(only) = schema.get("const") {
        assert_eq!(only, value, "{path}");
    }
    if let Some(Value::Array(known)) = schema.get("enum") {
        assert!(known.contains(value), "{path}");
    }
    if let Some(types) = schema.get("type") {
        let is = |name: &Value| match name.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_u64(),
            "null" => value.is_null(),
            other => panic!("{other}"),
        };
        let fits = types
            .as_array()
            .map_or_else(|| is(types), |all| all.iter().any(is));
        assert!(fits, "{path}: {value}");
    }
    if let (Some(properties), Some(object)) = (schema.get("properties"), value.as_object()) {
        for key in schema["required"].as_array().unwrap() {
            assert!(
                object.contains_key(key.as_str().unwrap()),
                "{path}: {key} is missing"
            );
        }
        for (key, inner) in object {
            let inner_schema = properties.get(key);
            let inner_schema =
                inner_schema.unwrap_or_else(|| panic!("{path}: {key} is not described"));
            check(inner_schema, inner, &format!("{path}/{key}"));
        }
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for inner in values {
            check(items, inner, path);
        }
    }
}

#[test]
fn the_schema_describes_the_answer() {
    let schema: Value = serde_json::from_str(super::SCHEMA).unwrap();
    for profile in [Profile::Access, Profile::Portability] {
        let (_, bag) = made(profile);
        let answer: Value = serde_json::from_str(text(&bag, "data/response.json")).unwrap();
        check(&schema, &answer, "");
    }
}

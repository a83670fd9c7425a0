//! What is in a bundle and what never is, with hostile values in every field.

mod packing;
mod people;
mod platform;

use serde_json::Value;

use super::{About, Bag, Controller, Platform, Profile, Response, bag, collect};
use crate::crypto::seal::sha256;
use crate::domain::fixture::Fixture;
use crate::domain::records::register;
use people::people;
use platform::shop;

const EVIL: &str = "=cmd|'/c calc'!A1<script>alert(\"x\")</script>\u{202e}&amp;";
const OTHER: &str = "other-person@example.net";
const SECRETS: [&str; 5] = [
    "argon2id$v=19",
    "TOTPSECRETTOTPSECRET",
    "DIGESTDIGESTDIGESTDIGESTDIGESTDI",
    "ses_secret",
    "tok_secret",
];

/// A bag with its files read out. The answer lives as long as the test does.
struct Made {
    bag: Bag<'static>,
    files: Vec<(String, Vec<u8>)>,
}

impl Made {
    fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.files.iter();
        files.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }
}

fn made(profile: Profile) -> (&'static Response, Made) {
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
        register: &register(&ctx, &controller, &[shop()]).unwrap(),
        left_out: &["crm".to_owned()],
        unasked: &[],
    };
    let held = serde_json::json!({"total": 12.5, "note": EVIL, "paid": true, "gone": null});
    let held = vec![held.as_object().unwrap().clone()];
    let response = ctx
        .store
        .read(|tx| collect(&ctx, tx, &about, vec![Platform::new(&shop(), held)]))
        .unwrap();
    let response: &'static Response = Box::leak(Box::new(response));
    let bag = bag(response, &about).unwrap();
    let files = bag.files().map(|(path, content)| {
        let mut bytes = vec![];
        content.write(&mut bytes).unwrap();
        (path.to_owned(), bytes)
    });
    let files = files.collect();
    (response, Made { bag, files })
}

fn text<'a>(bag: &'a Made, path: &str) -> &'a str {
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
    let packed = bag.bag.pack(vec![]).unwrap();
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
    assert_eq!(seen, bag.bag.len());
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
    assert_eq!(
        response
            .sign_ins
            .iter()
            .next()
            .unwrap()
            .unwrap()
            .ip
            .as_deref(),
        Some("203.0.113.9")
    );
    let shown: Vec<_> = response
        .activity
        .iter()
        .map(Result::unwrap)
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
    assert!(
        response
            .activity
            .iter()
            .all(|item| item.unwrap().who == "you")
    );
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
                let first = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
                let runs = first.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                let starts = cell.starts_with(['\t', '\r', '\n']);
                assert!(!runs && !starts, "{path}: {cell}");
            }
        }
    }
    assert!(text(&bag, "data/account.csv").contains("'=cmd"));
}

#[test]
fn months_without_events_are_bars_without_height() {
    let (response, _) = made(Profile::Access);
    let bars = serde_json::to_value(response.months.bars()).unwrap();
    let bars = bars.as_array().unwrap();
    assert_eq!(bars.len(), 10, "February to November");
    assert_eq!(
        (&bars[0]["month"], &bars[0]["count"]),
        (&Value::from("Feb"), &Value::from(4))
    );
    assert_eq!(bars[1]["height"], 0);
}

#[test]
fn the_schema_describes_the_answer() {
    for profile in [Profile::Access, Profile::Portability] {
        let (_, bag) = made(profile);
        let mut answer = text(&bag, "data/response.json").as_bytes();
        let told = super::verify::answer(&mut answer).unwrap();
        assert_eq!(told["reference"], "R-2026-0001");
    }
}

#[test]
fn every_table_with_data_of_a_person_is_told_or_left_out_for_a_reason() {
    use super::coverage::{Fate, TABLES};
    use crate::domain::privacy::MAP;
    let (_, bag) = made(Profile::Access);
    let left = text(&bag, "data/not-included.txt");
    let personal = MAP.iter().filter(|part| part.class.is_some());
    for table in personal.map(|part| part.table) {
        let found = TABLES.iter().find(|(known, _)| *known == table);
        match found
            .unwrap_or_else(|| panic!("{table} is neither told nor left out"))
            .1
        {
            Fate::In(file) => assert!(bag.files().any(|(path, _)| path == format!("data/{file}"))),
            Fate::Left(reason) => assert!(left.contains(reason) && left.contains(table), "{table}"),
        }
    }
    for (table, _) in TABLES {
        assert!(
            MAP.iter().any(|part| part.table == *table),
            "{table} is no table"
        );
    }
}

#[test]
fn what_the_person_decided_and_what_holds_is_told() {
    let (response, bag) = made(Profile::Access);
    let consents = text(&bag, "data/consents.csv");
    assert!(consents.contains("newsletter") && consents.contains("consent-texts/"));
    let agreed = &response.consents[0];
    let file = format!("data/{}", super::consent_file(&agreed.row.sha256));
    assert_eq!(text(&bag, &file), format!("Yes, mail me. {EVIL}"));
    assert!(text(&bag, "data/response.json").contains("ISO/IEC TS 27560:2023"));
    assert!(text(&bag, "data/choices.csv").contains("direct marketing"));
    let limits = text(&bag, "data/limits.csv");
    assert!(limits.contains("Only stored") && limits.contains("accuracy"));
    assert!(limits.contains("Not to be deleted") && limits.contains("contact"));
    let steps = text(&bag, "data/request-steps.csv");
    assert!(steps.contains("asked who you are") && steps.contains("2026-11-01"));
    assert!(text(&bag, "data/requests.csv").contains("12.50 EUR"));
    let (portable, bag) = made(Profile::Portability);
    assert_eq!((portable.consents.len(), portable.choices.len()), (1, 1));
    assert!(portable.restriction.is_none() && portable.holds.is_empty());
    assert!(bag.files().all(|(path, _)| path != "data/limits.csv"));
}

#[test]
fn what_the_account_was_called_before_is_told_as_events_name_it() {
    let (response, _) = made(Profile::Access);
    let changed = response.activity.iter().map(Result::unwrap);
    let changed: Vec<_> = changed
        .filter(|item| item.action == "account.change")
        .collect();
    for wanted in [
        "name: kim",
        "name before: kimberly",
        "email before: old@example.org",
    ] {
        assert!(
            changed[0].details.contains(wanted),
            "{}",
            changed[0].details
        );
    }
}

#[test]
fn events_from_before_the_account_are_the_persons() {
    let (response, _) = made(Profile::Access);
    let early = response.activity.iter().map(Result::unwrap);
    let early: Vec<_> = early.filter(|item| item.action == "shop.order").collect();
    assert_eq!((early.len(), early[0].who.as_str()), (1, "you"));
    assert!(early[0].details.contains("203.0.113.44"));
    assert!(!early[0].details.contains("secret-door"));
}

#[test]
fn whoever_had_the_name_before_is_somebody_else() {
    for profile in [Profile::Access, Profile::Portability] {
        let (_, bag) = made(profile);
        for (path, bytes) in bag.files() {
            let content = String::from_utf8_lossy(bytes);
            for word in ["198.51.100.55", "EarlierHolder"] {
                assert!(!content.contains(word), "{word} in {path}");
            }
        }
        let left = text(&bag, "data/not-included.txt");
        assert!(left.contains("before your account"), "{left}");
    }
}

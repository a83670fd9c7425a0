//! The targets. Each takes bytes to a reader as the program does, and holds what the reader promises: a text that was
//! written again is the same, a cost that was accepted is within its bounds.

use std::net::IpAddr;

use chrono_tz::Tz;
use optimactl::base::clock::{self, Time};
use optimactl::base::email::EmailAddress;
use optimactl::base::json;
use optimactl::base::name::{AccountName, Label};
use optimactl::base::period::{Period, parse_date, parse_future, parse_when};
use optimactl::base::text;
use optimactl::crypto::note::{
    Checkpoint, Note, SigningKey, TlogProof, Vkey, open_note, parse_handover, sign_note,
};
use optimactl::crypto::password;
use optimactl::crypto::secret::{Key, SecretText};
use optimactl::crypto::wrap;
use optimactl::domain::audit::network::Network;
use optimactl::domain::audit::verify::offline;
use optimactl::domain::audit::{entry, reveal};
use optimactl::domain::auth::wire;
use optimactl::domain::filter::{Field, Filter, Form, Found};
use optimactl::domain::moving::format::{self, Format, Item, Mapping, Names, Options};
use optimactl::domain::session;
use optimactl::domain::token;
use optimactl::domain::two_factor::import;

use crate::{backup, far};

pub const ALL: &[(&str, fn(&[u8]))] = &[
    ("check", check),
    ("line", line),
    ("checkpassword", checkpassword),
    ("hash", hash),
    ("filter", filter),
    ("time", time),
    ("name", name),
    ("note", note),
    ("entry", entry_json),
    ("identity", identity),
    ("foreign", foreign),
    ("keycloak", keycloak),
    ("session", session_line),
    ("guess", guess),
    ("import-jsonl", |bytes| rows(Format::Jsonl, bytes)),
    ("import-csv", |bytes| rows(Format::Csv, bytes)),
    ("import-htpasswd", |bytes| rows(Format::Htpasswd, bytes)),
    ("import-shadow", |bytes| rows(Format::Shadow, bytes)),
    ("import-ldif", |bytes| rows(Format::Ldif, bytes)),
    ("import-django", |bytes| rows(Format::Django, bytes)),
    ("import-keycloak", |bytes| rows(Format::Keycloak, bytes)),
    ("import-scim", |bytes| rows(Format::Scim, bytes)),
    ("otp-otpauth", |bytes| factors(import::Form::Otpauth, bytes)),
    ("otp-authelia", |bytes| {
        factors(import::Form::Authelia, bytes)
    }),
    ("otp-keycloak", |bytes| {
        factors(import::Form::Keycloak, bytes)
    }),
    ("s3-answer", far::s3_answer),
    ("s3-credentials", far::s3_credentials),
    ("sftp", far::sftp),
    ("place", far::place),
    ("delta", backup::delta),
    ("rewrap", backup::rewrap),
    ("signed", backup::signed),
    ("manifest", backup::manifest),
    ("rights-line", backup::rights_line),
];

pub fn with_text(bytes: &[u8], read: impl FnOnce(&str)) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        read(text);
    }
}

fn now() -> Time {
    clock::parse("2026-11-22T12:00:00Z").expect("a time")
}

/// `auth check`: whatever is refused is not quoted.
fn check(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Err(error) = wire::read_check(text) {
            assert!(error.causes.is_empty());
        }
    });
}

/// One line of `auth serve-batch`.
fn line(bytes: &[u8]) {
    with_text(bytes, |text| {
        let line = wire::read_line(text);
        if let Some(id) = line.id {
            assert!(id.is_string() || id.is_i64() || id.is_u64());
        }
    });
}

fn checkpassword(bytes: &[u8]) {
    let given = wire::read_checkpassword(bytes);
    let ends = bytes.iter().filter(|byte| **byte == 0).count();
    assert_eq!(given.is_ok(), bytes.len() <= 512 && ends >= 3);
    let _password = wire::read_pam(bytes);
}

/// A stored hash. A cheap one is computed, too.
fn hash(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Ok(stored) = password::parse(text) {
            verify(&stored);
        }
    });
}

/// Costs are told as `m=8,t=1,p=1`: only what takes no time is computed, so that a run tries many.
fn verify(stored: &password::Stored) {
    assert!(password::SCHEMES.contains(&stored.scheme()) || stored.scheme() == "wrapped");
    let (told, _strong, _light) = (stored.parameters(), stored.is_strong(), stored.is_light());
    let is_tiny = told
        .split([',', ' '])
        .filter_map(|part| part.split_once('='))
        .all(|(name, value)| {
            let most = match name {
                "m" => 64,
                "rounds" => 1000,
                "cost" | "ln" | "p" | "r" => 4,
                _ => 2,
            };
            value.parse::<u64>().is_ok_and(|value| value <= most)
        });
    if is_tiny {
        let _right = password::verify(
            &SecretText::new("x".to_owned()),
            stored,
            Some(&Key::new([7; 32])),
        );
    }
}

struct Row(String);

fn text_of(row: &Row, _: Time) -> Found {
    Found::text(Some(&row.0))
}

fn filter(bytes: &[u8]) {
    let fields = [
        Field {
            name: "name",
            form: Form::Text,
            get: text_of as fn(&Row, Time) -> Found,
        },
        Field {
            name: "state",
            form: Form::Word(&["enabled", "locked"]),
            get: text_of,
        },
        Field {
            name: "count",
            form: Form::Number,
            get: |_, _| Found::Number(7),
        },
        Field {
            name: "last",
            form: Form::Time,
            get: |_, now| Found::time(Some(now)),
        },
        Field {
            name: "none",
            form: Form::Time,
            get: |_, _| Found::Nothing,
        },
    ];
    with_text(bytes, |text| {
        if let Ok(filter) = Filter::parse(text, &fields, now(), &Tz::UTC) {
            let _holds = filter.matches(&Row("mira".to_owned()));
        }
    });
}

fn time(bytes: &[u8]) {
    with_text(bytes, |text| {
        for zone in [Tz::UTC, Tz::Europe__Berlin, Tz::America__New_York] {
            let _when = parse_when(text, now(), &zone);
            let _future = parse_future(text, now(), &zone);
        }
        let _date = parse_date(text);
        if let Ok(time) = clock::parse(text) {
            // What is finer than a millionth of a second is not written.
            let written = clock::micros_text(time);
            let again = clock::parse(&written).map(clock::micros_text);
            assert_eq!(again.ok(), Some(written));
        }
        if let Ok(period) = text.parse::<Period>() {
            let _apart = (
                period.before(now()),
                period.after(now()),
                period.as_duration(),
            );
        }
    });
}

fn name(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Ok(name) = AccountName::new(text) {
            assert!(!name.as_str().chars().any(char::is_control));
            assert_eq!(text::folded(&name.folded()), name.folded());
        }
        let _email = EmailAddress::new(text).map(|email| email.folded());
        let _label = Label::new(text, "a name");
        assert!(!text::safe(text).chars().any(char::is_control));
        let composed = text::composed(text);
        assert_eq!(text::composed(&composed), composed);
        if let Ok(network) = text.parse::<Network>() {
            let _inside = network.contains(IpAddr::from([192, 0, 2, 7]));
        }
    });
}

fn note(bytes: &[u8]) {
    with_text(bytes, |text| {
        let _note = Note::parse(text);
        if let Ok(checkpoint) = Checkpoint::parse(text) {
            // Extension lines of other logs may follow.
            assert!(text.starts_with(&checkpoint.to_text()));
        }
        if let Ok(proof) = TlogProof::parse(text) {
            let again = TlogProof::parse(&proof.to_text()).expect("what was written");
            assert_eq!(again.to_text(), proof.to_text());
        }
        let _handover = parse_handover(text);
        shown(text);
        if let Ok(key) = Vkey::parse(text) {
            assert!(Vkey::parse(&key.to_string()).is_ok());
            let _opened = open_note(text, &[key]);
        }
    });
}

/// What outsiders verify: the head of a proof, its checkpoint and an older one, with empty lines between. The key
/// signs whatever comes, so that what stands behind a signature is read, too.
fn shown(text: &str) {
    let signer = SigningKey::from_seed(&[7; 32]);
    let key = Vkey::new("demo", signer.verify_key()).expect("a key");
    let mut parts = text.split("\n\n");
    let (head, new) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let sign = |body: &str| {
        sign_note(
            &format!("{}\n", body.trim_end_matches('\n')),
            &[("demo", &signer)],
        )
        .ok()
    };
    let (Some(new), Some(old)) = (sign(new), parts.next().map_or_else(|| sign(new), sign)) else {
        return;
    };
    let whole = format!("{head}\n\n{new}");
    let _shown = offline::checkpoint(&new, &key);
    let _proven = offline::proof(&whole, &key);
    let _continued = offline::consistency(&old, &whole, &key);
}

/// An entry of the log, and a disclosure beside it.
fn entry_json(bytes: &[u8]) {
    let _seen = entry::with_fields(bytes, |_| ());
    with_text(bytes, |text| {
        let _revealed = reveal(text);
        let _micros = entry::micros(text);
        let Ok(value) = serde_json::from_str(text) else {
            return;
        };
        if let Ok(written) = json::canonical(&value) {
            assert!(json::is_canonical(&written));
        }
    });
}

/// Identity files and recipients.
fn identity(bytes: &[u8]) {
    with_text(bytes, |text| {
        let _recipient = wrap::Recipient::parse(text).map(|one| one.fingerprint());
        let _identities = wrap::parse_identities(&SecretText::new(text.to_owned()), "seed");
    });
}

/// What was taken over is read back as the very same text, so that the store holds one form of it.
fn taken(written: &str) {
    let stored = password::parse(written).expect("what was written");
    let again = password::read_foreign(written).ok();
    assert_eq!(again, Some(password::Foreign::Hash(written.to_owned())));
    verify(&stored);
}

fn foreign(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Ok(password::Foreign::Hash(written)) = password::read_foreign(text) {
            taken(&written);
        }
    });
}

/// Both texts of a Keycloak credential, a line each.
fn keycloak(bytes: &[u8]) {
    with_text(bytes, |text| {
        let (secret, made) = text.split_once('\n').unwrap_or((text, ""));
        if let Ok(written) = password::keycloak(secret, made) {
            taken(&written);
        }
    });
}

/// A line of `session record --stdin`, and a token as somebody typed it.
fn session_line(bytes: &[u8]) {
    with_text(bytes, |text| {
        let _told = session::read_line(text, now(), Tz::Europe__Berlin);
        let _token = token::Secret::read(text);
    });
}

fn guess(bytes: &[u8]) {
    let _format = Format::guess(bytes);
    with_text(bytes, |text| {
        let _form = import::Form::guess(text);
        let _mapping = Mapping::parse(&[text.to_owned()]);
    });
    let _names = Names::read(&mut &bytes[..]);
}

/// Every row and fault of an import is within what the store takes and safe to show.
fn rows(format: Format, bytes: &[u8]) {
    let options = Options {
        mapping: Mapping::parse(&[]).expect("no pairs"),
        names: Names::read(&mut &b"mira:x:1000:1000:Mira M:/home/mira:/bin/sh\n"[..])
            .expect("a line"),
        now: now(),
    };
    let _read = format::rows(format, &mut &bytes[..], &options, &mut |item| {
        match item {
            Item::Row(row) => {
                AccountName::new(&row.name.text).expect("a checked name");
                if let Some(email) = &row.email {
                    EmailAddress::new(&email.text).expect("a checked address");
                }
                if let Some(hash) = &row.hash {
                    password::parse(&hash.text).expect("a checked hash");
                }
            }
            Item::Fault(fault) => {
                assert!(!fault.told("line").chars().any(char::is_control));
            }
            Item::Passed { what, .. } => assert!(!what.chars().any(char::is_control)),
        }
        Ok(())
    });
}

/// One-time secrets of another program.
fn factors(form: import::Form, bytes: &[u8]) {
    with_text(bytes, |text| {
        let parsed = import::parse(form, text);
        for entry in &parsed.entries {
            assert!(!entry.account.trim().is_empty());
        }
        for error in &parsed.errors {
            assert!(!error.message.chars().any(char::is_control));
        }
    });
}

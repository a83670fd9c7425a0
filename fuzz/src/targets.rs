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
use optimactl::crypto::note::{Checkpoint, Note, TlogProof, Vkey, parse_handover};
use optimactl::crypto::password;
use optimactl::crypto::secret::SecretText;
use optimactl::crypto::wrap;
use optimactl::domain::audit::network::Network;
use optimactl::domain::audit::{entry, reveal};
use optimactl::domain::auth::wire;
use optimactl::domain::filter::{Field, Filter, Form, Found};

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
    #[cfg(feature = "foreign")]
    ("foreign", foreign),
    #[cfg(feature = "foreign")]
    ("keycloak", keycloak),
    #[cfg(feature = "moving")]
    ("moving", moving),
    #[cfg(feature = "factors")]
    ("factors", factors),
];

fn with_text(bytes: &[u8], read: impl FnOnce(&str)) {
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
        let Ok(stored) = password::parse(text) else {
            return;
        };
        verify(text, &stored);
    });
}

#[cfg(not(feature = "foreign"))]
fn verify(_: &str, stored: &password::Stored) {
    let cost = stored.cost;
    assert!(cost.memory <= 1 << 20 && cost.passes <= 32 && cost.lanes <= 16);
    if cost.memory <= 64 && cost.passes <= 2 {
        let _right = password::verify(&SecretText::new("x".to_owned()), stored, None);
    }
}

/// Schemes of other programs have costs of their own: only what calls itself light is computed.
#[cfg(feature = "foreign")]
fn verify(text: &str, stored: &password::Stored) {
    let _told = (stored.scheme(), stored.parameters(), stored.is_strong());
    let cheap = !text.contains("$argon2") && text.len() < 40;
    if cheap && stored.is_light() {
        let _right = password::verify(&SecretText::new("x".to_owned()), stored, None);
    }
}

struct Row(String);

fn text_of(row: &Row, _: Time) -> Found {
    Found::text(Some(&row.0))
}

fn filter(bytes: &[u8]) {
    let fields = [
        Field { name: "name", form: Form::Text, get: text_of as fn(&Row, Time) -> Found },
        Field { name: "state", form: Form::Word(&["enabled", "locked"]), get: text_of },
        Field { name: "count", form: Form::Number, get: |_, _| Found::Number(7) },
        Field { name: "last", form: Form::Time, get: |_, now| Found::time(Some(now)) },
        Field { name: "none", form: Form::Time, get: |_, _| Found::Nothing },
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
            assert_eq!(clock::parse(&clock::micros_text(time)).ok(), Some(time));
        }
        if let Ok(period) = text.parse::<Period>() {
            let _apart = (period.before(now()), period.after(now()), period.as_duration());
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
            assert_eq!(checkpoint.to_text(), text);
        }
        if let Ok(proof) = TlogProof::parse(text) {
            let again = TlogProof::parse(&proof.to_text()).expect("what was written");
            assert_eq!(again.to_text(), proof.to_text());
        }
        let _handover = parse_handover(text);
        if let Ok(key) = Vkey::parse(text) {
            assert!(Vkey::parse(&key.to_string()).is_ok());
            let _opened = optimactl::crypto::note::open_note(text, &[key]);
        }
    });
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

#[cfg(feature = "foreign")]
fn foreign(bytes: &[u8]) {
    with_text(bytes, |text| {
        if let Ok(password::Foreign::Hash(written)) = password::read_foreign(text) {
            assert!(password::parse(&written).is_ok());
        }
    });
}

#[cfg(feature = "foreign")]
fn keycloak(bytes: &[u8]) {
    with_text(bytes, |text| {
        let (secret, made) = text.split_once('\n').unwrap_or((text, ""));
        if let Ok(written) = password::keycloak(secret, made) {
            assert!(password::parse(&written).is_ok());
        }
    });
}

/// Every import format; the first byte chooses it.
#[cfg(feature = "moving")]
fn moving(bytes: &[u8]) {
    use optimactl::domain::moving::format::{Format, Mapping, Names, Options, rows};
    let Some((first, mut rest)) = bytes.split_first() else {
        return;
    };
    let _guess = Format::guess(rest);
    let format = Format::ALL[usize::from(*first) % Format::ALL.len()];
    let options = Options {
        mapping: Mapping::parse(&[]).expect("no pairs"),
        names: Names::read(&mut &b"mira:x:1000:1000:Mira M:/home/mira:/bin/sh\n"[..]).expect("a line"),
        now: now(),
    };
    let _read = rows(format, &mut rest, &options, &mut |_| Ok(()));
}

/// Lists of one-time secrets; the first byte chooses the form.
#[cfg(feature = "factors")]
fn factors(bytes: &[u8]) {
    use optimactl::domain::two_factor::import::{Form, parse};
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    with_text(rest, |text| {
        let _guess = Form::guess(text);
        let forms = [Form::Otpauth, Form::Authelia, Form::Keycloak];
        let _parsed = parse(forms[usize::from(*first) % forms.len()], text);
    });
}

//! Imports: the forms that other programs write, and files that are wrong.

use proptest::prelude::*;

use super::*;
use crate::crypto::otp::{Hash, Scheme, code_at};
use crate::domain::fixture::{Fixture, add_account};
use crate::domain::two_factor::{Verdict, verify};

const BASE32: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const BYTES: &[u8] = b"12345678901234567890";

fn only(form: Form, text: &str) -> Entry {
    let mut parsed = parse(form, text);
    assert_eq!(parsed.errors, []);
    assert_eq!(Form::guess(text), Some(form));
    assert_eq!(parsed.entries.len(), 1);
    parsed.entries.remove(0)
}

fn errors(form: Form, text: &str) -> Vec<(usize, &'static str)> {
    let parsed = parse(form, text);
    parsed
        .errors
        .iter()
        .map(|error| (error.line, error.field))
        .collect()
}

#[test]
fn addresses_are_read_with_or_without_a_name() {
    let line = format!(
        "otpauth://totp/Old%20%26%20Co%3Akim?secret={BASE32}&issuer=x&digits=8&algorithm=SHA256&period=60\n"
    );
    let entry = only(Form::Otpauth, &line);
    assert_eq!(
        (entry.account.as_str(), entry.secret.expose()),
        ("kim", BYTES)
    );
    assert_eq!(entry.scheme, Scheme::new(Hash::Sha256, 8, 60).unwrap());
    let named = format!(
        "\u{feff}kim@mail.example\totpauth://totp/x?secret={}\r\n",
        BASE32.to_lowercase()
    );
    assert_eq!(only(Form::Otpauth, &named).account, "kim@mail.example");
    let text = format!(
        "otpauth://hotp/a?secret={BASE32}\nhttps://a/b\notpauth://totp/a\n# note\n\notpauth://totp/a?secret=1\n\
         otpauth://totp/a?secret=GEZDGNBVGY\notpauth://totp/a?secret={BASE32}&digits=9\n\
         otpauth://totp/a?secret={BASE32}&algorithm=MD5\notpauth://totp/%FF?secret={BASE32}\n\
         otpauth://totp/?secret={BASE32}\notpauth-migration://offline?data=x\n\
         otpauth://totp/a?secret={BASE32}&secret={BASE32}\n"
    );
    assert_eq!(
        errors(Form::Otpauth, &text),
        [
            (1, "address"),
            (2, "address"),
            (3, "secret"),
            (6, "secret"),
            (7, "secret"),
            (8, "scheme"),
            (9, "algorithm"),
            (10, "label"),
            (11, "account"),
            (12, "address"),
            (13, "address"),
        ]
    );
}

#[test]
fn what_authelia_exports_is_read() {
    let secret = data_encoding::BASE64.encode(BASE32.as_bytes());
    let yaml = format!(
        "# yaml-language-server: $schema=x\n---\ntotp_configurations:\n    - created_at: 2023-01-02T03:04:05Z\n      \
         last_used_at: null\n      username: 'kim'\n      issuer: \"Old: Co\"\n      algorithm: SHA512\n      \
         digits: 6\n      period: 30\n      secret: {secret}\n"
    );
    let entry = only(Form::Authelia, &yaml);
    assert_eq!(
        (entry.account.as_str(), entry.secret.expose()),
        ("kim", BYTES)
    );
    assert_eq!((entry.line, entry.scheme.hash()), (4, Hash::Sha512));
    let csv = format!(
        "issuer,username,algorithm,digits,period,secret\n\"Old, Co\",kim,SHA1,6,30,{BASE32}\n"
    );
    assert_eq!(only(Form::Authelia, &csv).secret.expose(), BYTES);
    assert_eq!(
        errors(
            Form::Authelia,
            "totp_configurations:\n- username: kim\n  secret: x\n- username: tom\n  color: red\n- &a b\n"
        ),
        [
            (2, "secret"),
            (5, "key"),
            (4, "secret"),
            (6, "line"),
            (6, "username")
        ]
    );
    assert_eq!(errors(Form::Authelia, "a: b\n"), [(1, "file")]);
    let short = "username,secret\nkim\n";
    assert_eq!(errors(Form::Authelia, short), [(2, "line")]);
}

#[test]
fn what_keycloak_exports_is_read() {
    let credential = |value: &str, more: &str| {
        serde_json::json!({
            "type": "otp", "userLabel": "phone", "createdDate": 1,
            "secretData": serde_json::json!({"value": value}).to_string(),
            "credentialData": format!("{{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA256\"{more}}}"),
        })
    };
    let raw = "12345678901234567890";
    let user = serde_json::json!({"username": "kim", "credentials": [
        {"type": "password", "secretData": "{}"}, credential(raw, "")]});
    for text in [
        user.to_string(),
        serde_json::json!([user]).to_string(),
        serde_json::json!({"realm": "demo", "users": [user]}).to_string(),
    ] {
        let entry = only(Form::Keycloak, &text);
        assert_eq!(
            (entry.account.as_str(), entry.secret.expose()),
            ("kim", BYTES)
        );
        assert_eq!(
            (entry.scheme.hash(), entry.label.as_deref()),
            (Hash::Sha256, Some("phone"))
        );
    }
    let coded = credential(BASE32, ",\"secretEncoding\":\"BASE32\"");
    let text = serde_json::json!({"username": "kim", "credentials": [coded]}).to_string();
    assert_eq!(only(Form::Keycloak, &text).secret.expose(), BYTES);
    let other = credential(BASE32, ",\"secretEncoding\":\"HEX\"");
    let text = serde_json::json!({"username": "kim", "credentials": [other]}).to_string();
    assert_eq!(errors(Form::Keycloak, &text), [(1, "secretEncoding")]);
    assert_eq!(errors(Form::Keycloak, "{\"username\": 3}"), [(1, "file")]);
}

fn source(text: &str, if_exists: IfExists) -> Source<'static> {
    Source {
        form: Form::Otpauth,
        digest: "00",
        parsed: parse(Form::Otpauth, text),
        if_exists,
    }
}

fn outcomes(done: &Imported) -> Vec<&Outcome> {
    done.rows.iter().map(|row| &row.outcome).collect()
}

#[test]
fn an_imported_factor_is_active_and_keeps_its_scheme() {
    let fixture = Fixture::new();
    let mut ctx = fixture.open();
    add_account(&ctx, "kim");
    let line = format!("otpauth://totp/kim?secret={BASE32}&digits=8&period=60&algorithm=SHA512");
    let done = import(&ctx, &source(&line, IfExists::Fail)).unwrap();
    assert!(matches!(outcomes(&done)[..], [Outcome::Imported(_)]));
    let code = |ctx: &Context| {
        let secret = crate::crypto::otp::OtpSecret::new(BYTES.to_vec()).unwrap();
        let unix = u64::try_from(ctx.now().timestamp()).unwrap();
        let scheme = Scheme::new(Hash::Sha512, 8, 60).unwrap();
        code_at(&secret, scheme, unix).expose().to_owned()
    };
    let accepted = |ctx: &Context| {
        let verdict = verify(ctx, "kim", &code(ctx)).unwrap().value;
        matches!(verdict, Verdict::Accepted(_))
    };
    // What was shown before the import may have been used elsewhere.
    assert!(!accepted(&ctx));
    ctx.clock = crate::base::clock::Clock::fixed(ctx.now() + chrono::TimeDelta::seconds(60));
    assert!(accepted(&ctx));
    assert!(!accepted(&ctx));
    // A second run finds it there.
    for if_exists in [IfExists::Fail, IfExists::Add] {
        let again = import(&ctx, &source(&line, if_exists)).unwrap();
        assert_eq!(outcomes(&again), [&Outcome::Known]);
    }
    let other = "otpauth://totp/kim?secret=GEZDGNBVGY3TQOJQ";
    let skipped = import(&ctx, &source(other, IfExists::Skip)).unwrap();
    assert_eq!(outcomes(&skipped), [&Outcome::Skipped]);
    let added = import(&ctx, &source(other, IfExists::Add)).unwrap();
    assert!(added.rows[0].short);
    assert!(matches!(outcomes(&added)[..], [Outcome::Imported(_)]));
}

#[test]
fn one_wrong_row_and_nothing_is_imported() {
    let fixture = Fixture::new();
    let ctx = fixture.open();
    let id = add_account(&ctx, "kim");
    let text =
        format!("otpauth://totp/kim?secret={BASE32}\notpauth://totp/nobody?secret={BASE32}\nx\n");
    let done = import(&ctx, &source(&text, IfExists::Fail)).unwrap();
    let refused = done.refused.unwrap();
    assert_eq!(refused.kind, Kind::Usage);
    assert_eq!(refused.details.len(), 2);
    assert_eq!(done.rows.len(), 3);
    let factors = ctx.store.read(|tx| tx.factors(&id)).unwrap();
    assert!(factors.is_empty());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}", lines in prop::collection::vec("[-a-z:'\" \t{}\\[\\],%?=&/\n]{0,40}", 0..8)) {
        for form in [Form::Otpauth, Form::Authelia, Form::Keycloak] {
            parse(form, &text);
            parse(form, &format!("totp_configurations:\n{}", lines.join("\n")));
            parse(form, &format!("otpauth://totp/{}", lines.join("\n")));
        }
    }
}

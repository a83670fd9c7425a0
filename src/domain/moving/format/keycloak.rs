//! A realm as Keycloak exports it: `users` with their credentials, whose halves are JSON inside of texts.

use std::io::BufRead;

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::document::{Shape, Top, elements};
use super::draft::Draft;
use super::fault::Fault;
use super::field::Field;
use super::otp::Otp;
use super::{Item, Options, See, hand, hash, jsonl, strict, when};
use crate::base::error::{Error, Result};
use crate::store::account::AccountKind;

const KEYS: [(&str, Field); 6] = [
    ("username", Field::Name),
    ("email", Field::Email),
    ("firstName", Field::FirstName),
    ("lastName", Field::LastName),
    ("enabled", Field::Enabled),
    ("id", Field::Ignored),
];

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let shape = Shape {
        key: Some("users"),
        top: Top::Documents,
    };
    elements(
        reader,
        &shape,
        see,
        &mut |line, bytes, see| match strict::value(bytes) {
            Ok(Value::Object(user)) => hand(row(&user, line, options), see),
            Ok(_) => see(Item::Fault(Box::new(Fault::new(
                line,
                "the element is not an object",
            )))),
            Err(error) => see(Item::Fault(Box::new(Fault::of(line, &error)))),
        },
    )
}

fn row(user: &Map<String, Value>, line: u64, options: &Options) -> Result<super::Row, Box<Fault>> {
    let mut draft = Draft::new(line, options.now);
    for (key, value) in user {
        let usual = KEYS
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, field)| *field);
        match (options.mapping.field(key), usual) {
            (Some(field @ (Field::Roles | Field::Groups)), _) => {
                paths(&mut draft, key, field, value);
            }
            (Some(field), _) | (None, Some(field)) => jsonl::put(&mut draft, key, field, value),
            (None, None) => {}
        }
    }
    if let Some(created) = user.get("createdTimestamp") {
        let created = created.as_i64().and_then(when::milliseconds);
        draft.time("createdTimestamp", Field::Created, created);
    }
    if user
        .get("serviceAccountClientId")
        .is_some_and(Value::is_string)
    {
        draft.kind(AccountKind::Service);
    }
    let required = user.get("requiredActions").and_then(Value::as_array);
    if required.is_some_and(|actions| actions.iter().any(|action| action == "UPDATE_PASSWORD")) {
        draft.require_change();
    }
    for credential in user
        .get("credentials")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        take(&mut draft, credential);
    }
    draft.finish()
}

/// Groups are paths: `/staff/support`; the last part is the group.
fn paths(draft: &mut Draft, key: &str, field: Field, value: &Value) {
    for path in value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        let last = path.rsplit('/').next().unwrap_or(path);
        draft.put(key, field, last);
    }
}

fn take(draft: &mut Draft, credential: &Value) {
    let text = |key: &str| credential.get(key).and_then(Value::as_str);
    let (Some(secret), Some(data)) = (text("secretData"), text("credentialData")) else {
        draft.untaken("a credential in a form that Keycloak no longer writes");
        return;
    };
    match text("type") {
        // Of several the first counts: it is the one in use.
        Some("password") if draft.has_hash() => draft.untaken("an older password"),
        Some("password") => draft.given("credentials", hash::keycloak(secret, data)),
        Some("otp") => match otp(secret, data) {
            Ok(Some(otp)) => draft.otp("credentials", Ok(otp)),
            Ok(None) => draft.untaken("a second factor that counts (HOTP)"),
            Err(error) => draft.fail("credentials", &error),
        },
        Some("webauthn" | "webauthn-passwordless") => draft.untaken("a passkey"),
        Some("recovery-authn-codes") => draft.untaken("recovery codes"),
        _ => draft.untaken("a credential of an unknown type"),
    }
}

/// None: one that counts instead of telling the time.
fn otp(secret: &str, data: &str) -> Result<Option<Otp>> {
    let wrong = || Error::usage("a second factor is not as Keycloak writes it");
    let (secret, data) = (
        strict::value(secret.as_bytes())?,
        strict::value(data.as_bytes())?,
    );
    let text = |key: &str| data.get(key).and_then(Value::as_str);
    let number = |key: &str| data.get(key).and_then(Value::as_u64);
    if text("subType").is_some_and(|kind| kind != "totp") {
        return Ok(None);
    }
    let value = secret
        .get("value")
        .and_then(Value::as_str)
        .ok_or_else(wrong)?;
    // Without an encoding the text itself is the secret.
    let bytes = match text("secretEncoding") {
        Some("BASE32") => Otp::base32(value)?,
        None => Zeroizing::new(value.as_bytes().to_vec()),
        Some(_) => return Err(wrong()),
    };
    let (digits, period) = (
        number("digits").unwrap_or(6),
        number("period").unwrap_or(30),
    );
    Otp::new(
        bytes,
        text("algorithm").unwrap_or("HmacSHA1"),
        digits,
        period,
    )
    .map(Some)
}

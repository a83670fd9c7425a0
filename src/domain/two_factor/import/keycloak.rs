//! One-time-code credentials as Keycloak exports them with realms and users: `secretData` and `credentialData`
//! are JSON inside JSON.

use serde::Deserialize;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::otpauth::shown;
use super::parse::{Entry, Parsed, Raw, RowError, base32};

/// A user, or a realm with its users.
#[derive(Deserialize)]
struct Item {
    #[serde(default)]
    username: Option<String>,
    #[serde(default)]
    credentials: Vec<Stored>,
    #[serde(default)]
    users: Vec<User>,
}

#[derive(Deserialize)]
struct User {
    username: String,
    #[serde(default)]
    credentials: Vec<Stored>,
}

#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(rename_all = "camelCase")]
struct Stored {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    user_label: Option<String>,
    #[serde(default)]
    secret_data: Option<String>,
    #[serde(default)]
    credential_data: Option<String>,
}

#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
struct SecretData {
    value: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CredentialData {
    #[serde(default)]
    sub_type: Option<String>,
    #[serde(default)]
    digits: Option<u64>,
    #[serde(default)]
    period: Option<u64>,
    #[serde(default)]
    algorithm: Option<String>,
    #[serde(default)]
    secret_encoding: Option<String>,
}

/// The line of an entry is the number of its user in the file.
pub(super) fn read(text: &str, parsed: &mut Parsed) {
    let items: Result<Vec<Item>, _> = if text.trim_start().starts_with('[') {
        serde_json::from_str(text)
    } else {
        serde_json::from_str(text).map(|item| vec![item])
    };
    let items = match items {
        Ok(items) => items,
        Err(error) => {
            // What serde says could quote a secret: only the place is told.
            let message = format!("not a Keycloak export (column {})", error.column());
            return parsed.fail(RowError::new(error.line(), "file", message));
        }
    };
    let mut number = 0;
    for item in items {
        let own = item.username.map(|username| User {
            username,
            credentials: item.credentials,
        });
        for user in own.into_iter().chain(item.users) {
            number += 1;
            let otp =
                |credential: &&Stored| ["otp", "totp", "hotp"].contains(&credential.kind.as_str());
            for credential in user.credentials.iter().filter(otp) {
                parsed.add(entry(number, &user.username, credential));
            }
        }
    }
}

fn entry(number: usize, username: &str, credential: &Stored) -> Result<Entry, RowError> {
    let wrong = |field, message: &str| RowError::new(number, field, message);
    let secret = credential.secret_data.as_deref();
    let secret = secret.ok_or_else(|| wrong("secretData", "missing"))?;
    let secret: SecretData =
        serde_json::from_str(secret).map_err(|_| wrong("secretData", "not JSON with `value`"))?;
    let data = credential.credential_data.as_deref();
    let data = data.ok_or_else(|| wrong("credentialData", "missing"))?;
    let data: CredentialData =
        serde_json::from_str(data).map_err(|_| wrong("credentialData", "unreadable"))?;
    if data.sub_type.as_deref().is_some_and(|kind| kind != "totp") {
        return Err(wrong("subType", "only `totp` is supported"));
    }
    let bytes = match data.secret_encoding.as_deref() {
        // Older versions take the characters themselves as the key.
        None => Zeroizing::new(secret.value.as_bytes().to_vec()),
        Some("BASE32") => base32(&secret.value).ok_or_else(|| wrong("secretData", "not Base32"))?,
        Some(other) => {
            let message = format!("`{}` is not known", shown(other));
            return Err(RowError::new(number, "secretEncoding", message));
        }
    };
    let (digits, period) = (data.digits.map(text), data.period.map(text));
    let raw = Raw {
        line: number,
        account: username,
        hash: data.algorithm.as_deref(),
        digits: digits.as_deref(),
        period: period.as_deref(),
        label: credential.user_label.as_deref(),
    };
    raw.entry(&bytes)
}

fn text(number: u64) -> String {
    number.to_string()
}

//! Keycloak's export: a credential is two JSON texts, one with salt and outcome, one with how it was made.

use serde::Deserialize;

use super::argon2::{Argon2id, Cost};
use super::encoding::base64;
use super::family::Parts;
use super::pbkdf2::{Hash, Pbkdf2};
use crate::base::error::{Error, Result};
use crate::base::text::safe;

#[derive(Deserialize)]
struct Secret {
    value: String,
    salt: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Made {
    hash_iterations: u32,
    algorithm: String,
    #[serde(default)]
    additional_parameters: Additional,
}

/// Keycloak writes each of them as a list of one text.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Additional {
    #[serde(default)]
    memory: Vec<String>,
    #[serde(default, rename = "type")]
    kind: Vec<String>,
    #[serde(default)]
    version: Vec<String>,
    #[serde(default)]
    parallelism: Vec<String>,
}

/// Reads `secretData` and `credentialData` of a password credential; gives the text that the store holds.
pub fn keycloak(secret_data: &str, credential_data: &str) -> Result<String> {
    // Neither the text nor the parser's words, which quote it, may be repeated.
    let secret: Secret = serde_json::from_str(secret_data).map_err(|_| unreadable("secretData"))?;
    let made: Made =
        serde_json::from_str(credential_data).map_err(|_| unreadable("credentialData"))?;
    let digest = base64(&secret.value).ok_or_else(|| unreadable("secretData"))?;
    let salt = base64(&secret.salt).ok_or_else(|| unreadable("secretData"))?;
    let rounds = made.hash_iterations;
    let parts = match made.algorithm.as_str() {
        "pbkdf2" => Pbkdf2::read(Hash::Sha1, rounds, salt, digest),
        "pbkdf2-sha256" => Pbkdf2::read(Hash::Sha256, rounds, salt, digest),
        "pbkdf2-sha512" => Pbkdf2::read(Hash::Sha512, rounds, salt, digest),
        "argon2" => argon2(&made, salt, digest),
        other => Err(Error::usage(format!(
            "Keycloak's algorithm `{}` cannot be verified here",
            safe(other)
        ))
        .hint("accepted: `pbkdf2`, `pbkdf2-sha256`, `pbkdf2-sha512`, `argon2`")),
    }?;
    // Read once more: lengths and costs are checked where every hash is.
    super::parse(&parts.text())?;
    Ok(parts.text())
}

fn argon2(made: &Made, salt: Vec<u8>, digest: Vec<u8>) -> Result<Parts> {
    let more = &made.additional_parameters;
    let number = |texts: &[String]| texts.first().and_then(|text| text.parse().ok());
    let (Some(memory), Some(lanes)) = (number(&more.memory), number(&more.parallelism)) else {
        return Err(unreadable("credentialData"));
    };
    let cost = Cost {
        memory,
        passes: made.hash_iterations,
        lanes,
    };
    let kind = match more.kind.first().map(String::as_str) {
        Some("i") => "argon2i",
        Some("d") => "argon2d",
        Some("id") | None => "argon2id",
        Some(_) => return Err(unreadable("credentialData")),
    };
    let version = match more.version.first().map(String::as_str) {
        Some("1.0") => 16,
        Some("1.3") | None => 19,
        Some(_) => return Err(unreadable("credentialData")),
    };
    Ok(Parts::of(
        Argon2id::foreign(kind, version, cost, salt)?,
        digest,
    ))
}

fn unreadable(what: &str) -> Error {
    Error::usage(format!(
        "`{what}` of a Keycloak password has an unexpected form"
    ))
    .hint("it is a JSON text inside the export, as Keycloak wrote it")
}

//! Documents that the audit key signs: RFC 8785 bytes with a signature over the first line that names the format
//! and the same bytes without the signature. What they say is not known here.

use data_encoding::BASE64;
use serde_json::Value;

use super::trust::Trust;
use crate::base::error::{Error, Result};
use crate::base::json;
use crate::crypto::note::{SigningKey, VerifyKey};

/// The bytes of a file that says `value`.
pub fn sign(mut value: Value, format: &str, key: &SigningKey) -> Result<Vec<u8>> {
    if let Value::Object(map) = &mut value {
        map.insert("format".to_owned(), format.into());
    }
    let signature = key.sign_raw(format, &json::canonical(&value)?);
    if let Value::Object(map) = &mut value {
        map.insert("signature".to_owned(), BASE64.encode(&signature).into());
    }
    json::canonical(&value)
}

/// What a file says, if a key of the store's history signed exactly these bytes in this format.
pub fn open(bytes: &[u8], format: &str, trust: &Trust) -> Result<Value> {
    let claim = Claim::read(bytes, format)?;
    if claim.value.get("store_id").and_then(Value::as_str) != Some(trust.store_id()) {
        return Err(Error::integrity("it belongs to another store"));
    }
    let fits = |key: &VerifyKey| {
        let signed = key.verify_raw(format, &claim.unsigned, &claim.signature);
        signed.is_ok()
    };
    if trust.keys().iter().any(fits) {
        return Ok(claim.value);
    }
    Err(Error::integrity(
        "its signature is by no key of this store's history, or it was changed",
    ))
}

/// What a file says before anybody knows whom to trust.
pub(super) fn claimed(bytes: &[u8], format: &str) -> Result<Value> {
    Claim::read(bytes, format).map(|claim| claim.value)
}

struct Claim {
    value: Value,
    unsigned: Vec<u8>,
    signature: [u8; 64],
}

impl Claim {
    fn read(bytes: &[u8], format: &str) -> Result<Self> {
        let changed = |why: &str| Error::integrity(format!("it is no signed document: {why}"));
        if !json::is_canonical(bytes) {
            return Err(changed("its bytes are not canonical JSON (RFC 8785)"));
        }
        let mut value: Value =
            serde_json::from_slice(bytes).map_err(|_| changed("it does not parse"))?;
        let signature = value
            .as_object_mut()
            .and_then(|map| map.remove("signature"))
            .ok_or_else(|| changed("it has no signature"))?;
        let signature = signature
            .as_str()
            .and_then(|text| BASE64.decode(text.as_bytes()).ok())
            .and_then(|bytes| <[u8; 64]>::try_from(bytes).ok())
            .ok_or_else(|| changed("its signature has another form"))?;
        if value.get("format").and_then(Value::as_str) != Some(format) {
            return Err(changed("its format is not known to this version"));
        }
        Ok(Self {
            unsigned: json::canonical(&value)?,
            value,
            signature,
        })
    }
}

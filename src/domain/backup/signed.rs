//! The form of the signed documents beside a manifest: RFC 8785 bytes, and a signature over the name of the format
//! and the same bytes without it. What they say is their own matter.

use data_encoding::BASE64;
use serde_json::Value;

use super::trust::Trust;
use crate::base::error::{Error, Result};
use crate::base::json;
use crate::crypto::note::SigningKey;

/// The bytes of a document whose `format` is `format`.
pub fn sign(mut value: Value, format: &str, key: &SigningKey) -> Result<Vec<u8>> {
    let Value::Object(map) = &mut value else {
        return Err(Error::bug("a signed document is an object"));
    };
    map.insert("format".to_owned(), format.into());
    map.remove("signature");
    let signature = key.sign_raw(format, &json::canonical(&value)?);
    if let Value::Object(map) = &mut value {
        map.insert("signature".to_owned(), BASE64.encode(&signature).into());
    }
    json::canonical(&value)
}

/// Reads a document that a key of the store's history signed; any byte that differs is damage or tampering.
pub fn open(bytes: &[u8], format: &str, trust: &Trust) -> Result<Value> {
    let changed = |why: &str| Error::integrity(format!("it is no signed document: {why}"));
    if !json::is_canonical(bytes) {
        return Err(changed("its bytes are not canonical JSON (RFC 8785)"));
    }
    let mut value: Value =
        serde_json::from_slice(bytes).map_err(|_| changed("it does not parse"))?;
    if value.get("format").and_then(Value::as_str) != Some(format) {
        return Err(changed("it has another format"));
    }
    let signature = value
        .as_object_mut()
        .and_then(|map| map.remove("signature"))
        .ok_or_else(|| changed("it has no signature"))?;
    let signature = signature
        .as_str()
        .and_then(|text| BASE64.decode(text.as_bytes()).ok())
        .and_then(|bytes| <[u8; 64]>::try_from(bytes).ok())
        .ok_or_else(|| changed("its signature has another form"))?;
    let unsigned = json::canonical(&value)?;
    let mut keys = trust.keys().iter();
    if keys.any(|key| key.verify_raw(format, &unsigned, &signature).is_ok()) {
        return Ok(value);
    }
    Err(changed("no key of this store's history signed it"))
}

//! Personal values behind digests (RFC 9901 §4.2): the digest goes into the tree, the value stays deletable.

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use crate::base::error::{Error, Result};
use crate::crypto::random::Random;
use crate::crypto::seal::sha256;

/// The stored string and its digest.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// base64url of the JSON array `[salt, field, value]`.
    pub text: String,
    pub digest: String,
}

/// Commits to a value with a fresh 128-bit salt, so that nobody can guess it from the digest.
pub fn disclose(random: &Random, field: &str, value: &Value) -> Result<Disclosure> {
    let salt = BASE64URL_NOPAD.encode(&random.bytes::<16>()?);
    let array = serde_json::to_string(&json!([salt, field, value]))
        .map_err(|error| Error::bug("a disclosure does not serialize").because(error))?;
    let text = BASE64URL_NOPAD.encode(array.as_bytes());
    let digest = digest(&text);
    Ok(Disclosure { text, digest })
}

/// The digest of a disclosure: over its ASCII bytes, as RFC 9901 §4.2.3 says.
pub fn digest(text: &str) -> String {
    BASE64URL_NOPAD.encode(&sha256(text.as_bytes()))
}

/// The field and value behind a stored disclosure.
pub fn reveal(text: &str) -> Result<(String, Value)> {
    let damaged = || Error::integrity("a disclosure of the audit log is damaged");
    let bytes = BASE64URL_NOPAD
        .decode(text.as_bytes())
        .map_err(|_| damaged())?;
    let (_, field, value): (String, String, Value) =
        serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    Ok((field, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_9901_vector() {
        // RFC 9901 §4.2.1 and §4.2.3: the disclosure of `family_name` and its digest.
        let text = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
        assert_eq!(digest(text), "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
        assert_eq!(
            reveal(text).unwrap(),
            ("family_name".into(), json!("Möbius"))
        );
    }

    #[test]
    fn a_value_comes_back_and_two_commitments_differ() {
        let random = Random::system();
        let (a, b) = (
            disclose(&random, "ip", &json!("203.0.113.9")).unwrap(),
            disclose(&random, "ip", &json!("203.0.113.9")).unwrap(),
        );
        assert_ne!(a.digest, b.digest);
        assert_eq!(digest(&a.text), a.digest);
        assert_eq!(reveal(&a.text).unwrap().1, json!("203.0.113.9"));
    }
}

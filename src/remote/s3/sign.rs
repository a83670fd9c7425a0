//! Signs requests to object storage: AWS Signature Version 4, headers only. Sends nothing.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::secret::SecretText;

/// Who asks. The id is no secret and is named in errors.
pub struct AccessKey {
    pub id: String,
    pub secret: SecretText,
    /// Of temporary keys.
    pub token: Option<SecretText>,
}

/// A request, as far as the signature covers it. The path is encoded; names and values of the query are not.
pub(super) struct Signable<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) query: &'a [(&'a str, String)],
    /// Names in lower case; all are signed.
    pub(super) headers: &'a [(&'a str, String)],
    /// SHA-256 of the body in hex.
    pub(super) payload: &'a str,
}

/// Percent-encodes everything but the unreserved characters (RFC 3986 section 2.3).
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").ok();
        }
    }
    out
}

/// The same for a key, whose slashes stay.
pub(super) fn encoded_path(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(encoded).collect();
    parts.join("/")
}

/// The query in the order that is signed, encoded.
pub(super) fn query(pairs: &[(&str, String)]) -> String {
    let mut pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    pairs.sort();
    pairs.join("&")
}

/// `x-amz-date`.
pub(super) fn stamp(now: Time) -> String {
    now.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The `Authorization` header.
pub(super) fn authorization(
    key: &AccessKey,
    region: &str,
    now: Time,
    request: &Signable<'_>,
) -> Result<String> {
    let mut headers: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (*name, value.trim()))
        .collect();
    headers.sort_unstable();
    let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
    let names = names.join(";");
    let mut canonical = format!(
        "{}\n{}\n{}\n",
        request.method,
        request.path,
        query(request.query)
    );
    for (name, value) in headers {
        writeln!(canonical, "{name}:{value}").ok();
    }
    write!(canonical, "\n{names}\n{}", request.payload).ok();
    let day = now.format("%Y%m%d").to_string();
    let scope = format!("{day}/{region}/s3/aws4_request");
    let text = format!(
        "AWS4-HMAC-SHA256\n{}\n{scope}\n{}",
        stamp(now),
        hex(&Sha256::digest(canonical))
    );
    let mut signing = Zeroizing::new(format!("AWS4{}", key.secret.expose()).into_bytes());
    for step in [&day, region, "s3", "aws4_request"] {
        signing = mac(&signing, step)?;
    }
    let signature = hex(&mac(&signing, &text)?);
    Ok(format!(
        "AWS4-HMAC-SHA256 Credential={}/{scope},SignedHeaders={names},Signature={signature}",
        key.id
    ))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

fn mac(key: &[u8], text: &str) -> Result<Zeroizing<Vec<u8>>> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key)
        .map_err(|error| Error::bug("HMAC refused its key").because(error))?;
    mac.update(text.as_bytes());
    Ok(Zeroizing::new(mac.finalize().into_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of the Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header".
    fn signature(
        method: &str,
        path: &str,
        query: &[(&str, String)],
        more: &[(&'static str, &str)],
        body: &str,
    ) -> String {
        let key = AccessKey {
            id: "AKIAIOSFODNN7EXAMPLE".into(),
            secret: SecretText::new("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".into()),
            token: None,
        };
        let payload = hex(&Sha256::digest(body));
        let mut headers = vec![
            ("host", "examplebucket.s3.amazonaws.com".to_owned()),
            ("x-amz-date", "20130524T000000Z".to_owned()),
            ("x-amz-content-sha256", payload.clone()),
        ];
        headers.extend(
            more.iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        let request = Signable {
            method,
            path,
            query,
            headers: &headers,
            payload: &payload,
        };
        let now = crate::base::clock::parse("2013-05-24T00:00:00Z").unwrap();
        let header = authorization(&key, "us-east-1", now, &request).unwrap();
        header.rsplit_once('=').unwrap().1.to_owned()
    }

    #[test]
    fn requests_are_signed_as_published() {
        assert_eq!(
            signature("GET", "/test.txt", &[], &[("range", "bytes=0-9")], ""),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
        );
        let query = [("max-keys", "2".to_owned()), ("prefix", "J".to_owned())];
        assert_eq!(
            signature("GET", "/", &query, &[], ""),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
        );
        assert_eq!(
            signature("GET", "/", &[("lifecycle", String::new())], &[], ""),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
        );
        let more = [
            ("date", "Fri, 24 May 2013 00:00:00 GMT"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ];
        assert_eq!(
            signature(
                "PUT",
                &encoded_path("/test$file.text"),
                &[],
                &more,
                "Welcome to Amazon S3."
            ),
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        );
    }
}

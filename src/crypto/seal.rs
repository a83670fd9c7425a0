//! Symmetric sealing and keyed digests: the rights journal's lines, names that are looked up without being
//! stored, keys derived from keys.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::secret::{Key, same};
use crate::base::error::{Error, Result};

/// Bytes in front of every sealed text.
pub const NONCE_BYTES: usize = 24;

/// Seals `clear` under `key`: nonce, then XChaCha20-Poly1305 ciphertext bound to `about`.
pub fn seal(key: &Key, nonce: [u8; NONCE_BYTES], about: &[u8], clear: &[u8]) -> Result<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(key.expose().into());
    let body = cipher
        .encrypt(
            &XNonce::from(nonce),
            Payload {
                msg: clear,
                aad: about,
            },
        )
        .map_err(|_| Error::bug("sealing failed"))?;
    Ok([nonce.as_slice(), &body].concat())
}

/// Opens what [`seal`] made; any changed byte, another key or other `about` is damage.
pub fn open(key: &Key, about: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let damaged = || Error::integrity("a sealed text does not open: it was changed");
    let (nonce, body) = sealed.split_at_checked(NONCE_BYTES).ok_or_else(damaged)?;
    let nonce = <[u8; NONCE_BYTES]>::try_from(nonce).map_err(|_| damaged())?;
    let cipher = XChaCha20Poly1305::new(key.expose().into());
    cipher
        .decrypt(
            &XNonce::from(nonce),
            Payload {
                msg: body,
                aad: about,
            },
        )
        .map(Zeroizing::new)
        .map_err(|_| damaged())
}

/// SHA-256 over bytes that come one after the other.
#[derive(Default)]
pub struct Sha256Stream(Sha256);

impl Sha256Stream {
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// In lower-case hex, as `sha256sum` prints it.
    pub fn hex(self) -> String {
        data_encoding::HEXLOWER.encode(&self.0.finalize())
    }
}

/// HMAC-SHA256 over a purpose line and a value, so that one key serves several tables without a digest
/// of one being valid in another.
pub fn mac(key: &Key, purpose: &str, value: &[u8]) -> Result<[u8; 32]> {
    let mut hmac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.expose())
        .map_err(|error| Error::bug("HMAC refused its key").because(error))?;
    hmac.update(purpose.as_bytes());
    hmac.update(b"\n");
    hmac.update(value);
    Ok(hmac.finalize().into_bytes().into())
}

/// Checks a digest made by [`mac`] in constant time.
pub fn check_mac(key: &Key, purpose: &str, value: &[u8], digest: &[u8]) -> Result<bool> {
    Ok(same(&mac(key, purpose, value)?, digest))
}

/// A key for `purpose` out of a secret text (HMAC-SHA256 as a key derivation, RFC 5869 without expansion).
pub fn derive(secret: &str, purpose: &str) -> Result<Key> {
    let secret = Zeroizing::new(<[u8; 32]>::from(Sha256::digest(secret.as_bytes())));
    Ok(Key::new(mac(&Key::new(*secret), purpose, b"")?))
}

pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-256 over what comes piece by piece.
#[derive(Default)]
pub struct Digester(Sha256);

impl Digester {
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7636 Appendix B: the S256 challenge is the digest of the verifier in base64url without padding.
    #[test]
    fn rfc_7636_vector() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(
            data_encoding::BASE64URL_NOPAD.encode(&sha256(verifier.as_bytes())),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let key = Key::new([7; 32]);
        let sealed = seal(&key, [1; NONCE_BYTES], b"line 4", b"erasure").unwrap();
        assert_eq!(
            open(&key, b"line 4", &sealed).unwrap().as_slice(),
            b"erasure"
        );
        assert!(open(&key, b"line 5", &sealed).is_err());
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&key, b"line 4", &changed).is_err(), "byte {at}");
        }
    }
}

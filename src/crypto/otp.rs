//! Time-based one-time passwords (RFC 6238) and how they are handed to an authenticator app.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder, Totp};
use zeroize::Zeroizing;

use super::secret::SecretText;
use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// Seconds that one code stands for.
pub const STEP_SECONDS: u64 = 30;
/// Digits of a code.
pub const DIGITS: u8 = 6;

/// The shared secret of a factor: 160 bits when it is made here (RFC 4226 §4, R6).
pub struct OtpSecret(Zeroizing<Vec<u8>>);

impl OtpSecret {
    pub fn new(bytes: Vec<u8>) -> Result<Self> {
        if bytes.len() < 16 || bytes.len() > 128 {
            return Err(Error::integrity(
                "a one-time-code secret has an impossible length",
            ));
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The secret as people type it: Base32 in groups of four.
    pub fn typed(&self) -> SecretText {
        SecretText::new(BASE32_NOPAD.encode(&self.0))
    }
}

/// The step whose code `code` is, within one step back and one ahead of `unix`; `None` when it is no code
/// of this secret now. The caller must refuse a step that was used before.
pub fn matched_step(secret: &OtpSecret, code: &str, unix: u64) -> Result<Option<u64>> {
    Ok(totp(secret)?.check(code, unix))
}

/// The code of the step that `unix` lies in, for made-up data and tests.
pub fn code_at(secret: &OtpSecret, unix: u64) -> Result<SecretText> {
    Ok(SecretText::new(totp(secret)?.generate(unix).to_string()))
}

fn totp(secret: &OtpSecret) -> Result<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_skew(1)
        .with_step_duration(STEP_SECONDS)
        .with_secret(totp_rs::Secret::new(secret.expose().into()))
        .build()
        .map_err(|error| Error::integrity("a one-time-code secret is unusable").because(error))
}

/// The `otpauth://` line that a QR code carries (Key URI Format): label `ISSUER:ACCOUNT`.
pub fn uri(secret: &OtpSecret, issuer: &str, account: &str) -> Result<SecretText> {
    if issuer.contains(':') || account.contains(':') {
        return Err(Error::usage(format!(
            "`{}` cannot stand in an enrollment: `:` separates its parts",
            safe(issuer)
        )));
    }
    Ok(SecretText::new(format!(
        "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}",
        secret.typed().expose(),
        issuer = escaped(issuer),
        account = escaped(account),
    )))
}

/// Percent-encoding (RFC 3986 §2.3): everything but unreserved characters.
fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_6238_sha1_vectors_cut_to_six_digits() {
        // RFC 6238 appendix B, eight digits; the last six are the six-digit code.
        let secret = OtpSecret::new(b"12345678901234567890".to_vec()).unwrap();
        for (unix, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(&secret, unix).unwrap().expose(), code);
            assert_eq!(matched_step(&secret, code, unix).unwrap(), Some(unix / 30));
        }
    }

    #[test]
    fn the_window_is_one_step_back_and_one_ahead() {
        let secret = OtpSecret::new(b"12345678901234567890".to_vec()).unwrap();
        let code = code_at(&secret, 3000).unwrap();
        for (unix, found) in [
            (2969, None),
            (2970, Some(100)),
            (3000, Some(100)),
            (3059, Some(100)),
            (3060, None),
        ] {
            assert_eq!(
                matched_step(&secret, code.expose(), unix).unwrap(),
                found,
                "at {unix}"
            );
        }
        for wrong in ["", "12345", "1234567", "abcdef", "+12345", "１２３４５６"] {
            assert_eq!(matched_step(&secret, wrong, 3000).unwrap(), None);
        }
    }

    #[test]
    fn the_uri_escapes_what_is_foreign() {
        let secret = OtpSecret::new(vec![0; 20]).unwrap();
        let line = uri(&secret, "Öko & Co", "a b").unwrap();
        assert!(
            line.expose()
                .starts_with("otpauth://totp/%C3%96ko%20%26%20Co:a%20b?secret=AAAA")
        );
        assert!(uri(&secret, "a:b", "c").is_err());
    }
}

//! Second factors from elsewhere: a TOTP secret with its parameters (RFC 6238), checked before it is taken.

use zeroize::Zeroizing;

use crate::base::error::{Error, Result};

/// A TOTP secret that works already at its holder's.
pub struct Otp {
    pub secret: Zeroizing<Vec<u8>>,
    /// `SHA1`, `SHA256`, `SHA512`.
    pub algorithm: &'static str,
    pub digits: u8,
    /// Seconds.
    pub period: u16,
}

impl Otp {
    /// Takes what authenticators can do: 6 or 8 digits, 15 to 120 seconds, 10 to 128 bytes of secret.
    pub fn new(
        secret: Zeroizing<Vec<u8>>,
        algorithm: &str,
        digits: u64,
        period: u64,
    ) -> Result<Self> {
        let wrong = |what: &str| {
            Err(Error::usage(format!(
                "the second factor cannot be taken: {what}"
            )))
        };
        let plain = algorithm.to_ascii_uppercase().replace(['-', '_'], "");
        let algorithm = match plain.strip_prefix("HMAC").unwrap_or(&plain) {
            "SHA1" => "SHA1",
            "SHA256" => "SHA256",
            "SHA512" => "SHA512",
            _ => return wrong("its algorithm is not SHA1, SHA256 or SHA512"),
        };
        if !(10..=128).contains(&secret.len()) {
            return wrong("its secret is not 10 to 128 bytes long");
        }
        let (Ok(digits @ (6 | 8)), Ok(period @ 15..=120)) =
            (u8::try_from(digits), u16::try_from(period))
        else {
            return wrong("it has not 6 or 8 digits, or a period outside of 15 to 120 seconds");
        };
        Ok(Self {
            secret,
            algorithm,
            digits,
            period,
        })
    }

    /// Reads Base32 (RFC 4648), with or without padding and spaces, in any case.
    pub fn base32(text: &str) -> Result<Zeroizing<Vec<u8>>> {
        let plain: Zeroizing<String> = Zeroizing::new(
            text.chars()
                .filter(|c| !c.is_ascii_whitespace() && *c != '=' && *c != '-')
                .map(|c| c.to_ascii_uppercase())
                .collect(),
        );
        data_encoding::BASE32_NOPAD
            .decode(plain.as_bytes())
            .map(Zeroizing::new)
            .map_err(|_| Error::usage("the secret of the second factor is not Base32"))
    }
}

//! Time-based one-time passwords (RFC 6238) and how they are handed to an authenticator app.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Algorithm, Builder, Totp};
use zeroize::Zeroizing;

use super::secret::SecretText;
use crate::base::error::{Error, Result};
use crate::base::text::safe;

/// The fewest bits of a secret that is taken over: RFC 4226 (§4, R6) asks for 128, older systems gave 80.
pub const LEAST_BITS: usize = 80;
/// The bits that RFC 4226 (§4, R6) asks for.
pub const WANTED_BITS: usize = 128;
/// The longest secret, in bytes.
const LONGEST: usize = 128;

/// The hash behind a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    Sha1,
    Sha256,
    Sha512,
}

impl Hash {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
            Self::Sha512 => "SHA512",
        }
    }

    /// Reads `SHA1`, `sha-256`, `HmacSHA512`: what authenticator apps and other stores write.
    pub fn read(typed: &str) -> Option<Self> {
        let plain = typed.to_ascii_uppercase().replace('-', "");
        match plain.strip_prefix("HMAC").unwrap_or(&plain) {
            "SHA1" => Some(Self::Sha1),
            "SHA256" => Some(Self::Sha256),
            "SHA512" => Some(Self::Sha512),
            _ => None,
        }
    }

    const fn algorithm(self) -> Algorithm {
        match self {
            Self::Sha1 => Algorithm::SHA1,
            Self::Sha256 => Algorithm::SHA256,
            Self::Sha512 => Algorithm::SHA512,
        }
    }
}

/// How codes are computed: hash, digits, and the seconds that one code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    hash: Hash,
    digits: u8,
    period: u32,
}

impl Scheme {
    /// What every authenticator app understands; some ignore anything else.
    pub const STANDARD: Self = Self {
        hash: Hash::Sha1,
        digits: 6,
        period: 30,
    };

    /// 6 to 8 digits (RFC 4226 §5.3) and 15 to 300 seconds; the error says which is wrong.
    pub fn new(hash: Hash, digits: u64, period: u64) -> Result<Self> {
        let digits = u8::try_from(digits)
            .ok()
            .filter(|digits| (6..=8).contains(digits))
            .ok_or_else(|| Error::usage(format!("{digits} digits; accepted are 6 to 8")))?;
        let period = u32::try_from(period)
            .ok()
            .filter(|period| (15..=300).contains(period))
            .ok_or_else(|| {
                Error::usage(format!(
                    "a period of {period} seconds; accepted are 15 to 300"
                ))
            })?;
        Ok(Self {
            hash,
            digits,
            period,
        })
    }

    pub const fn hash(self) -> Hash {
        self.hash
    }

    pub const fn digits(self) -> u8 {
        self.digits
    }

    /// In seconds.
    pub const fn period(self) -> u32 {
        self.period
    }

    /// The step that this second lies in.
    pub fn step(self, unix: u64) -> u64 {
        unix / self.seconds()
    }

    /// The first second of a step.
    pub fn start(self, step: u64) -> u64 {
        step.saturating_mul(self.seconds())
    }

    fn seconds(self) -> u64 {
        u64::from(self.period)
    }
}

/// The shared secret of a factor: 160 bits when it is made here (RFC 4226 §4, R6).
pub struct OtpSecret(Zeroizing<Vec<u8>>);

impl OtpSecret {
    pub fn new(bytes: Vec<u8>) -> Result<Self> {
        let bytes = Zeroizing::new(bytes);
        if bytes.len() * 8 < LEAST_BITS || bytes.len() > LONGEST {
            return Err(Error::integrity(
                "a one-time-code secret has an impossible length",
            ));
        }
        Ok(Self(bytes))
    }

    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The secret as people type it: Base32 without padding.
    pub fn typed(&self) -> SecretText {
        SecretText::new(BASE32_NOPAD.encode(&self.0))
    }
}

/// The step whose code `code` is, within one step back and one ahead of `unix`; `None` when it is no code
/// of this secret now. The caller must refuse a step that was used before.
pub fn matched_step(secret: &OtpSecret, scheme: Scheme, code: &str, unix: u64) -> Option<u64> {
    totp(secret, scheme, 1).check(code, unix)
}

/// The step nearest to `unix`, at most `reach` seconds away, whose code `code` is: to find out how wrong a
/// clock is. Never a reason to accept a code.
pub fn nearest_step(
    secret: &OtpSecret,
    scheme: Scheme,
    code: &str,
    (unix, reach): (u64, u64),
) -> Option<u64> {
    let now = scheme.step(unix);
    let totp = totp(secret, scheme, 0);
    let is_code = |step: u64| totp.check(code, scheme.start(step)).is_some();
    (0..=scheme.step(reach)).find_map(|away| {
        [now.checked_sub(away), now.checked_add(away)]
            .into_iter()
            .flatten()
            .find(|step| is_code(*step))
    })
}

/// The code of the step that `unix` lies in, for made-up data and tests.
pub fn code_at(secret: &OtpSecret, scheme: Scheme, unix: u64) -> SecretText {
    SecretText::new(totp(secret, scheme, 0).generate(unix).to_string())
}

/// The library's form of a secret with its scheme, whose bounds were checked when they were made: the library
/// itself would refuse short secrets that other systems gave out.
fn totp(secret: &OtpSecret, scheme: Scheme, skew: u16) -> Totp {
    Builder::new()
        .with_algorithm(scheme.hash.algorithm())
        .with_digits(scheme.digits)
        .with_skew(skew)
        .with_step_duration(scheme.seconds())
        .with_secret(totp_rs::Secret::new(secret.expose().into()))
        .build_noncompliant()
}

/// The `otpauth://` line that a QR code carries (Key URI Format): label `ISSUER:ACCOUNT`.
pub fn uri(secret: &OtpSecret, scheme: Scheme, issuer: &str, account: &str) -> Result<SecretText> {
    if issuer.contains(':') || account.contains(':') {
        return Err(Error::usage(format!(
            "`{}` cannot stand in an enrollment: `:` separates its parts",
            safe(issuer)
        ))
        .hint("change `totp.issuer` in the configuration"));
    }
    Ok(SecretText::new(format!(
        "otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm={}&digits={}&period={}",
        secret.typed().expose(),
        scheme.hash.as_str(),
        scheme.digits,
        scheme.period,
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

    const SHORT: &[u8] = b"12345678901234567890";

    fn secret(length: usize) -> OtpSecret {
        let bytes = SHORT.iter().copied().cycle().take(length);
        OtpSecret::new(bytes.collect()).unwrap()
    }

    #[test]
    fn rfc_4226_vectors() {
        // RFC 4226 appendix D: the counter is the step.
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489",
        ];
        for (counter, code) in (0_u64..).zip(codes) {
            let shown = code_at(&secret(20), Scheme::STANDARD, counter * 30);
            assert_eq!(shown.expose(), code, "counter {counter}");
        }
    }

    #[test]
    fn rfc_6238_vectors() {
        // RFC 6238 appendix B, with the key lengths of its erratum 2866: 20, 32 and 64 bytes.
        let times = [
            59,
            1_111_111_109,
            1_111_111_111,
            1_234_567_890,
            2_000_000_000,
            20_000_000_000,
        ];
        for (hash, length, codes) in [
            (
                Hash::Sha1,
                20,
                [
                    "94287082", "07081804", "14050471", "89005924", "69279037", "65353130",
                ],
            ),
            (
                Hash::Sha256,
                32,
                [
                    "46119246", "68084774", "67062674", "91819424", "90698825", "77737706",
                ],
            ),
            (
                Hash::Sha512,
                64,
                [
                    "90693936", "25091201", "99943326", "93441116", "38618901", "47863826",
                ],
            ),
        ] {
            let scheme = Scheme::new(hash, 8, 30).unwrap();
            for (unix, code) in times.into_iter().zip(codes) {
                let secret = secret(length);
                assert_eq!(
                    code_at(&secret, scheme, unix).expose(),
                    code,
                    "{hash:?} {unix}"
                );
                assert_eq!(matched_step(&secret, scheme, code, unix), Some(unix / 30));
                // Six digits are the last six of the eight.
                let six = Scheme::new(hash, 6, 30).unwrap();
                assert!(code.ends_with(code_at(&secret, six, unix).expose()));
            }
        }
    }

    #[test]
    fn the_window_is_one_step_back_and_one_ahead() {
        for period in [15, 30, 60, 300] {
            let scheme = Scheme::new(Hash::Sha1, 6, period).unwrap();
            let secret = secret(20);
            let start = 100 * period;
            let code = code_at(&secret, scheme, start);
            for (unix, found) in [
                (start - period - 1, None),
                (start - period, Some(100)),
                (start - 1, Some(100)),
                (start, Some(100)),
                (start + period - 1, Some(100)),
                (start + period, Some(100)),
                (start + 2 * period - 1, Some(100)),
                (start + 2 * period, None),
            ] {
                let step = matched_step(&secret, scheme, code.expose(), unix);
                assert_eq!(step, found, "period {period} at {unix}");
            }
        }
        for wrong in ["", "12345", "1234567", "abcdef", "+12345", "１２３４５６"] {
            let scheme = Scheme::STANDARD;
            assert_eq!(matched_step(&secret(20), scheme, wrong, 3000), None);
        }
    }

    #[test]
    fn a_clock_that_is_wrong_is_found_within_the_reach() {
        let (secret, scheme) = (secret(20), Scheme::STANDARD);
        let unix: u64 = 1_000_000_000;
        let near = |offset: i64| {
            let code = code_at(&secret, scheme, unix.saturating_add_signed(offset));
            nearest_step(&secret, scheme, code.expose(), (unix, 3600))
        };
        for offset in [0, 94, -94, 3600, -3600] {
            assert_eq!(near(offset), Some(unix.saturating_add_signed(offset) / 30));
        }
        assert_eq!(near(7200), None);
    }

    #[test]
    fn schemes_and_secrets_have_bounds() {
        for (digits, period) in [(5, 30), (9, 30), (6, 14), (6, 301), (u64::MAX, u64::MAX)] {
            assert!(Scheme::new(Hash::Sha1, digits, period).is_err());
        }
        assert!(OtpSecret::new(vec![0; 9]).is_err());
        assert!(OtpSecret::new(vec![0; 10]).is_ok());
        assert!(OtpSecret::new(vec![0; 129]).is_err());
        assert_eq!(Hash::read("HmacSHA256"), Some(Hash::Sha256));
        assert_eq!(Hash::read("sha-1"), Some(Hash::Sha1));
        assert_eq!(Hash::read("MD5"), None);
    }

    #[test]
    fn the_uri_escapes_what_is_foreign() {
        let secret = OtpSecret::new(vec![0; 20]).unwrap();
        let line = uri(&secret, Scheme::STANDARD, "Öko & Co", "a b").unwrap();
        assert!(
            line.expose()
                .starts_with("otpauth://totp/%C3%96ko%20%26%20Co:a%20b?secret=AAAA")
        );
        assert!(uri(&secret, Scheme::STANDARD, "a:b", "c").is_err());
    }
}

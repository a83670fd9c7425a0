//! yescrypt: `$y$PARAMETERS$SALT$HASH`, what Debian, Fedora and Ubuntu write into `/etc/shadow`.

use yescrypt::{Mode, Params};
use zeroize::Zeroizing;

use super::encoding::{crypt_digit, crypt64, to_crypt64};
use super::family::{Family, Parts, excessive, malformed, reserve};
use super::scrypt::MOST;
use crate::base::error::{Error, Kind, Result};
use crate::crypto::secret::Key;

struct Yescrypt {
    settings: Settings,
    /// As they were written; the packing of numbers is yescrypt's own.
    written: String,
    salt: Vec<u8>,
    params: Params,
}

/// The numbers behind the letters.
struct Settings {
    mode: u32,
    log_n: u32,
    r: u32,
    p: u32,
    t: u32,
}

impl Settings {
    /// Work in the units of scrypt.
    fn work(&self) -> u64 {
        let n = 1_u64.checked_shl(self.log_n).unwrap_or(u64::MAX);
        [self.r, self.p, self.t.saturating_add(1)]
            .into_iter()
            .fold(n, |work, factor| work.saturating_mul(u64::from(factor)))
    }
}

impl Family for Yescrypt {
    fn scheme(&self) -> &'static str {
        "yescrypt"
    }

    fn parameters(&self) -> String {
        let Settings { log_n, r, p, t, .. } = self.settings;
        match t {
            0 => format!("ln={log_n},r={r},p={p}"),
            t => format!("ln={log_n},r={r},p={p},t={t}"),
        }
    }

    fn text(&self, digest: &[u8]) -> String {
        let (salt, digest) = (to_crypt64(&self.salt), to_crypt64(digest));
        format!("$y${}${salt}${digest}", self.written)
    }

    fn digest(
        &self,
        password: &[u8],
        length: usize,
        _: Option<&Key>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let Settings { log_n, r, p, .. } = self.settings;
        let blocks = 1_u64.checked_shl(log_n).unwrap_or(u64::MAX);
        let blocks = blocks.saturating_add(u64::from(p) + 2);
        // A MiB more for the tables of each lane.
        reserve(
            blocks
                .saturating_mul(128 * u64::from(r))
                .saturating_add(1 << 20),
        )?;
        let mut out = Zeroizing::new(vec![0; length]);
        yescrypt::yescrypt(password, &self.salt, &self.params, &mut out).map_err(|error| {
            Error::new(Kind::Failed, "the password could not be hashed").because(error)
        })?;
        Ok(out)
    }

    /// OWASP does not name it; its authors' default takes 16 MiB and is no easier to attack than scrypt's.
    fn is_strong(&self) -> bool {
        self.settings.work() >= 1 << 17
    }
}

pub(super) fn read(text: &str) -> Option<Result<Parts>> {
    let rest = text.strip_prefix("$y$")?;
    Some(read_rest(rest).unwrap_or_else(|| Err(malformed("yescrypt"))))
}

fn read_rest(rest: &str) -> Option<Result<Parts>> {
    let fields: Vec<&str> = rest.split('$').collect();
    let [written, salt, digest] = fields.as_slice() else {
        return None;
    };
    let settings = read_settings(written)?;
    if settings.log_n > 24 || settings.work() > MOST {
        return Some(Err(excessive("2^24 for the product of N, r, p and t + 1")));
    }
    let mode = Mode::try_from(settings.mode).ok()?;
    let n = 1_u64 << settings.log_n;
    let params =
        Params::new_with_all_params(mode, n, settings.r, settings.p, settings.t, 0).ok()?;
    let salt = crypt64(salt).filter(|salt| salt.len() <= 64)?;
    let digest = crypt64(digest).filter(|digest| digest.len() == 32)?;
    let recipe = Yescrypt {
        settings,
        written: (*written).to_owned(),
        salt,
        params,
    };
    Some(Ok(Parts::of(recipe, digest)))
}

fn read_settings(written: &str) -> Option<Settings> {
    let mut letters = written.bytes();
    let mut settings = Settings {
        mode: number(&mut letters, 0)?,
        log_n: number(&mut letters, 1)?,
        r: number(&mut letters, 1)?,
        p: 1,
        t: 0,
    };
    if letters.len() == 0 {
        return Some(settings);
    }
    let given = number(&mut letters, 1)?;
    if given & 1 != 0 {
        settings.p = number(&mut letters, 2)?;
    }
    if given & 2 != 0 {
        settings.t = number(&mut letters, 1)?;
    }
    // Upgrades and a table in ROM are written by nobody.
    (given & !3 == 0 && letters.len() == 0).then_some(settings)
}

/// A number of one to six letters: the first tells how many follow, so that small ones are short.
fn number(letters: &mut impl Iterator<Item = u8>, least: u32) -> Option<u32> {
    let first = crypt_digit(letters.next()?)?;
    let (mut start, mut end, mut more) = (0, 47, 0);
    let mut number = least;
    while first > end {
        number += (end + 1 - start) << (6 * more);
        start = end + 1;
        end = start + (62 - end) / 2;
        more += 1;
    }
    number += (first - start) << (6 * more);
    while more > 0 {
        more -= 1;
        number += crypt_digit(letters.next()?)? << (6 * more);
    }
    Some(number)
}

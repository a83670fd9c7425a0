//! A sign-in as text, by flags or as a line of JSON, and what it means. Pure, so that a fuzzer can feed it: knows
//! no store, and quotes no key.

use std::net::IpAddr;

use chrono_tz::Tz;
use serde::Deserialize;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::Told;
use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::base::period::{Period, TIMES, parse_when};
use crate::base::text::safe;
use crate::crypto::secret::SecretText;

/// A sign-in as text, by flags or by JSON.
pub struct Typed<'a> {
    pub account: &'a str,
    pub key: Option<&'a str>,
    pub ip: Option<&'a str>,
    pub user_agent: Option<&'a str>,
    pub expires: Option<&'a str>,
    pub time: Option<&'a str>,
}

#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
struct Given {
    account: String,
    key: Option<String>,
    ip: Option<String>,
    user_agent: Option<String>,
    time: Option<String>,
    expires: Option<String>,
}

/// What a line tells; nothing where it is empty. What serde says could quote a key: only the place is told.
pub fn read_line(line: &str, now: Time, zone: Tz) -> Result<Option<Told>> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let given: Given = serde_json::from_str(line).map_err(|error| {
        Error::usage(format!("it is no sign-in as JSON (column {})", error.column()))
            .hint("one object a line with `account`, `key`, `ip`, `user_agent`, `time`, `expires`; only `account` must be there")
    })?;
    meant(
        &Typed {
            account: &given.account,
            key: given.key.as_deref(),
            ip: given.ip.as_deref(),
            user_agent: given.user_agent.as_deref(),
            expires: given.expires.as_deref(),
            time: given.time.as_deref(),
        },
        now,
        zone,
    )
    .map(Some)
}

/// From text to meaning; what is wrong is told with the field and never with a key.
pub fn meant(typed: &Typed<'_>, now: Time, zone: Tz) -> Result<Told> {
    let ip = typed.ip.map(|text| {
        text.trim().parse::<IpAddr>().map_err(|_| {
            Error::usage(format!("`ip` is `{}`, which is no address", safe(text)))
                .hint("write `203.0.113.9` or `2001:db8::1`, without a port")
        })
    });
    let time = typed.time.map(|text| parse_when(text, now, &zone));
    let time = time.transpose()?;
    let expires = typed
        .expires
        .map(|text| end(text, time.unwrap_or(now), zone));
    Ok(Told {
        account: typed.account.to_owned(),
        key: typed.key.map(|key| SecretText::new(key.to_owned())),
        ip: ip.transpose()?,
        user_agent: typed.user_agent.map(str::to_owned),
        time,
        expires: expires.transpose()?,
    })
}

/// The end of a session, which may lie behind us: what is told late is still true.
fn end(typed: &str, from: Time, zone: Tz) -> Result<Time> {
    if let Ok(period) = typed.parse::<Period>() {
        return Ok(period.after(from));
    }
    parse_when(typed, from, &zone).map_err(|_| {
        Error::usage(format!(
            "`{}` is no end of a session (accepted are {TIMES} or a period from its beginning: `12h`)",
            safe(typed)
        ))
    })
}

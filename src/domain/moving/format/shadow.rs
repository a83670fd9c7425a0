//! shadow(5), with the display names of passwd(5) where they are given.

use std::collections::HashMap;
use std::io::BufRead;

use super::draft::{Bar, Draft};
use super::fault::Fault;
use super::field::Field;
use super::lines::Lines;
use super::{Item, Options, See, hand, when};
use crate::base::error::{Error, Result};

/// More people than that do not stand in passwd(5).
const MOST_NAMES: usize = 1_000_000;
const DAY: i64 = 86_400;

/// Display names by login name.
#[derive(Default)]
pub struct Names(HashMap<String, String>);

impl Names {
    /// Reads passwd(5): the name is what stands before the first comma of the fifth field.
    pub fn read(reader: &mut dyn BufRead) -> Result<Self> {
        let mut lines = Lines::new(reader);
        let mut names = HashMap::new();
        while let Some(line) = lines.next()? {
            let line = line.map_err(|fault| {
                Error::usage("passwd cannot be read").detail(fault.told("line"))
            })?;
            let mut parts = line.split(':');
            let (Some(login), Some(gecos)) = (parts.next(), parts.nth(3)) else {
                continue;
            };
            let name = gecos.split(',').next().unwrap_or_default();
            if !name.is_empty() && names.len() < MOST_NAMES {
                names.insert(login.to_owned(), name.replace('&', login));
            }
        }
        Ok(Self(names))
    }
}

pub(super) fn rows(reader: &mut dyn BufRead, options: &Options, see: &mut See<'_>) -> Result<()> {
    let mut lines = Lines::new(reader);
    while let Some(line) = lines.next()? {
        let line = match line {
            Ok(line) => line.to_owned(),
            Err(fault) => {
                see(Item::Fault(fault))?;
                continue;
            }
        };
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let number = lines.number();
        let parts: Vec<&str> = line.split(':').take(10).collect();
        let [name, hash, changed, _, _, _, _, expires, _] = parts.as_slice() else {
            let fault = Fault::new(number, "the line has not the nine parts of shadow(5)");
            see(Item::Fault(Box::new(fault)))?;
            continue;
        };
        // `*` alone: an account of the system, which no password ever opened.
        if matches!(*hash, "*" | "!*") {
            see(Item::Passed {
                line: number,
                what: "accounts of the system (`*`)".to_owned(),
            })?;
            continue;
        }
        let mut draft = Draft::new(number, options.now);
        draft.put("name", options.mapping.or("name", Field::Name), name);
        if let Some(display) = options.names.0.get(*name) {
            draft.put("gecos", Field::DisplayName, display);
        }
        password(&mut draft, options, hash);
        days(&mut draft, changed, expires);
        hand(draft.finish(), see)?;
    }
    Ok(())
}

/// A hash behind `!` is a password that was locked: it comes along, and the account comes in disabled.
fn password(draft: &mut Draft, options: &Options, hash: &str) {
    let behind = hash.trim_start_matches('!');
    if behind.len() < hash.len() && behind.starts_with(['$', '_']) {
        draft.bar(Bar::Disabled(options.now));
        draft.put("hash", Field::Hash, behind);
        return;
    }
    if hash.is_empty() {
        draft.untaken("an empty password, which opened the account to everybody");
        return;
    }
    draft.put("hash", options.mapping.or("hash", Field::Hash), hash);
}

/// Days since 1970: of the last change (0: to be changed now) and of the account's end.
fn days(draft: &mut Draft, changed: &str, expires: &str) {
    if changed == "0" {
        draft.require_change();
    }
    if expires.is_empty() || expires.starts_with('-') {
        return;
    }
    let end = expires
        .parse::<i64>()
        .ok()
        .and_then(|days| when::seconds(days.checked_mul(DAY)?));
    draft.time("expires", Field::Expires, end);
}

//! What a copied backup needs from `recovery/`: the files that its manifest names, and the newest of their kinds.

use std::collections::BTreeSet;

use super::Route;
use crate::base::error::{Error, Kind, Result};
use crate::base::{place, text};
use crate::domain::backup::manifest::Manifest;
use crate::domain::backup::names::is_plain;
use crate::store::backup::GROWING;

/// The largest file in `recovery`: the rights journal.
const RECOVERY_LIMIT: u64 = 1 << 30;

impl Route<'_> {
    /// The files of `recovery` that the manifest names, and the newest of their kinds.
    pub(super) fn recovery(&self, manifest: &Manifest) -> Result<()> {
        let names = &manifest.recovery;
        let mut keyrings = BTreeSet::from([names.keyring.clone()]);
        let mut files: BTreeSet<String> = names.handovers.iter().cloned().collect();
        files.insert(names.journal.clone());
        let listed = self.from.place().list("recovery")?;
        let listed: Vec<&str> = listed.iter().map(|entry| entry.name.as_str()).collect();
        keyrings.extend(newest(&listed, "keyring-", ".age"));
        files.extend(newest(&listed, "rights-", ".journal"));
        let handover = |name: &&str| name.starts_with("handover-");
        files.extend(listed.iter().copied().filter(handover).map(str::to_owned));
        for keyring in keyrings {
            let generation = keyring
                .strip_prefix("keyring-")
                .and_then(|name| name.strip_suffix(".age"));
            let folder = format!("slots-{}", generation.unwrap_or_default());
            for slot in self.from.place().list(&format!("recovery/{folder}"))? {
                files.insert(format!("{folder}/{}", slot.name));
            }
            files.insert(keyring);
        }
        for name in files.iter().filter(|name| is_plain(name)) {
            self.same(&format!("recovery/{name}"), RECOVERY_LIMIT)?;
        }
        if listed.contains(&GROWING) {
            self.growing()?;
        }
        Ok(())
    }

    /// The copy that grows in a folder becomes one that stays as it is: the last line is in its name.
    fn growing(&self) -> Result<()> {
        let bytes = place::read(
            self.from.place(),
            &format!("recovery/{GROWING}"),
            RECOVERY_LIMIT,
        )?;
        let end = bytes.iter().rposition(|byte| *byte == b'\n');
        let whole = bytes.get(..=end.unwrap_or(0)).unwrap_or_default();
        // The header is line 0, and nothing follows the last line's end.
        let lines = whole.split(|byte| *byte == b'\n').count();
        let Some(last) = lines.checked_sub(2) else {
            return Ok(());
        };
        let name = format!("recovery/rights-{last}.journal");
        match place::write_new(self.to.place(), &name, whole) {
            Err(error) if error.kind == Kind::Conflict => Ok(()),
            written => written,
        }
    }

    /// A small file that lies there already must say the same.
    pub(super) fn same(&self, name: &str, limit: u64) -> Result<()> {
        let bytes = place::read(self.from.place(), name, limit)?;
        match place::write_new(self.to.place(), name, &bytes) {
            Err(error) if error.kind != Kind::Conflict => return Err(error),
            _ => {}
        }
        if *place::read(self.to.place(), name, limit)? == *bytes {
            return Ok(());
        }
        Err(Error::integrity(format!(
            "`{}` at `{}` holds something else",
            text::safe(name),
            self.to.name()
        ))
        .hint("it was damaged, or another copy of this store writes there: use a place of its own"))
    }
}

/// The name with the highest number between these.
fn newest(listed: &[&str], before: &str, after: &str) -> Option<String> {
    let number = |name: &str| {
        let number = name.strip_prefix(before)?.strip_suffix(after)?;
        number.parse::<u64>().ok()
    };
    let newest = listed
        .iter()
        .filter_map(|name| Some((number(name)?, *name)))
        .max()?;
    Some(newest.1.to_owned())
}

//! `ID.verified.json` beside a manifest: when it was last proven that this backup opens, for whoever watches from
//! outside. Says nothing of how it is proven.

use serde_json::json;

use super::listing::{Item, LIMIT, Listing};
use super::signed;
use super::target::Target;
use super::trust::Trust;
use super::verify::{Checked, Level};
use crate::base::clock::{self, Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::place;
use crate::domain::audit::signing_key;
use crate::domain::context::Context;

/// The format, and the first line under the signature.
pub const FORMAT: &str = "optimactl/verified/1";

/// A proof that a backup opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub level: String,
    pub at: Time,
}

/// Leaves the proof at the target for every backup that passed; a quick look proves too little.
pub fn leave(
    ctx: &Context,
    target: &Target,
    listing: &Listing,
    level: Level,
    checked: &[Checked],
) -> Result<()> {
    if level == Level::Quick {
        return Ok(());
    }
    for one in checked.iter().filter(|one| one.result.is_ok()) {
        let item = listing.items.iter().find(|item| item.manifest.id == one.id);
        let own = |item: &&Item| item.manifest.store_id == ctx.store.keyring.store_id;
        if let Some(item) = item.filter(own) {
            write(ctx, target, item, level, one.milliseconds)?;
        }
    }
    Ok(())
}

fn write(
    ctx: &Context,
    target: &Target,
    item: &Item,
    level: Level,
    milliseconds: u64,
) -> Result<()> {
    let value = json!({
        "at": seconds_text(ctx.now()),
        "id": item.manifest.id,
        "level": level.as_str(),
        "manifest_sha256": item.sha256,
        "milliseconds": milliseconds,
        "store_id": item.manifest.store_id,
    });
    let bytes = signed::sign(value, FORMAT, &signing_key(&ctx.store.keyring))?;
    let name = name(item);
    match place::write_new(target.place(), &name, &bytes) {
        Err(error) if error.kind == Kind::Conflict => {}
        done => return done,
    }
    match target.place().remove(&name) {
        // A place that only takes files keeps the first proof.
        Err(error) if error.kind == Kind::Refused => Ok(()),
        Err(error) => Err(error),
        Ok(()) => place::write_new(target.place(), &name, &bytes),
    }
}

/// The proof beside a manifest, if there is one that counts.
pub fn read(target: &Target, item: &Item, trust: &Trust) -> Result<Option<Verified>> {
    let bytes = match place::read(target.place(), &name(item), LIMIT) {
        Err(error) if error.kind == Kind::NotFound => return Ok(None),
        read => read?,
    };
    let value = signed::open(&bytes, FORMAT, trust)?;
    let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
    let (Some(level), Some(at)) = (text("level"), text("at")) else {
        return Err(Error::integrity("a proof says neither level nor time"));
    };
    // One that was moved beside another manifest proves nothing about that.
    if text("manifest_sha256") != Some(item.sha256.as_str()) {
        return Err(Error::integrity("a proof belongs to another backup"));
    }
    Ok(Some(Verified {
        level: level.to_owned(),
        at: clock::parse(at)?,
    }))
}

fn name(item: &Item) -> String {
    format!("{}.verified.json", item.stem())
}

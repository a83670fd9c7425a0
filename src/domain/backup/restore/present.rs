//! As much of the live store as opens: all of it, its keys alone, or nothing but the keys beside the backups.

use super::over::Source;
use super::plan::Plan;
use crate::base::error::{Error, Kind, Result};
use crate::domain::context::Context;
use crate::store::file;
use crate::store::folder::Folder;
use crate::store::keyring::{self, Master};
use crate::store::lock::Holder;
use crate::store::replace::Live;
use crate::store::slot::{Unlocked, Unlocker};

/// As much of the live store as opens.
pub enum Present {
    Open(Box<Context>),
    Keys(Box<Keys>),
}

/// A store whose database does not open.
pub struct Keys {
    pub live: Live,
    pub why: Error,
}

impl Present {
    fn keys(live: Live, why: Error) -> Self {
        Self::Keys(Box::new(Keys { live, why }))
    }
}

/// The keys of a store whose database does not open: its own, or where they are lost those beside the backups.
/// `why` is what opening it said; what is no damage is handed back.
pub fn present(
    why: Error,
    folder: &Folder,
    (unlockers, holder): (&[Unlocker], &Holder),
    source: &Source<'_>,
) -> Result<Present> {
    if !matches!(why.kind, Kind::Integrity | Kind::Failed) {
        return Err(why);
    }
    let error = match Live::keys_alone(folder, unlockers, holder) {
        Ok(live) => return Ok(Present::keys(live, why)),
        Err(error) => error,
    };
    let locks = std::fs::read_dir(folder.slots());
    let lockless = locks.is_ok_and(|mut slots| slots.next().is_none());
    match (error.kind, source) {
        (Kind::StoreLocked, _) => Err(error),
        (Kind::WrongKey, Source::Backup(plan)) if lockless => {
            Live::keyless(folder, lost_keys(plan)?, holder).map(|live| Present::keys(live, error))
        }
        // A slot opens and what is behind it is damaged, or nothing is there that a key could open. Where only
        // the key does not fit, the store may be somebody else's.
        (Kind::Integrity | Kind::NotFound, Source::Backup(plan)) => {
            Live::keyless(folder, lost_keys(plan)?, holder).map(|live| Present::keys(live, error))
        }
        _ => Err(Error::new(
            error.kind,
            "the keys of the live store do not open, so nothing can take its database's place",
        )
        .because(error)
        .hint("restore to a new folder with `--to DIR`, and put that in this one's place")),
    }
}

/// The keys beside the backups, as those of a store that has lost its own.
fn lost_keys(plan: &Plan<'_>) -> Result<Unlocked> {
    let master = &plan.unlocked.master;
    let sealed = file::read_regular(&plan.recovery.keyring(), 1 << 20)?;
    Ok(Unlocked {
        keyring: keyring::open(&sealed, master)?,
        master: Master {
            secret: master.secret.duplicate(),
            recipient: master.recipient.clone(),
        },
        slot: plan.unlocked.slot.clone(),
        oddities: vec![],
    })
}

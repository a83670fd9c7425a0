//! Peppers that nothing needs any more: no hash here names them, and no kept backup can bring such a hash back. Knows
//! no place; who asks says which backups there are.

use crate::base::clock::Time;
use crate::base::error::{Error, Result};
use crate::crypto::password::keyid;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::keyring;
use crate::store::replace::kept;

/// The backups that are kept anywhere.
#[derive(Debug, Default)]
pub struct Kept {
    pub backups: Vec<Seen>,
    /// Places that could not be looked through, and what is known to be somewhere and was not found there.
    pub unseen: Vec<String>,
}

/// A backup, by how far the log had come in it: no clock decides.
#[derive(Clone, Debug)]
pub struct Seen {
    pub epoch: String,
    pub size: u64,
}

/// A pepper that another has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pepper {
    pub id: String,
    /// When the next one came.
    pub retired: Time,
    pub need: Need,
}

/// What a retired pepper is still needed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// So many hashes here name it.
    Hashes(u64),
    /// So many databases that a restore replaced can be brought back with what is in them.
    Replaced(usize),
    /// No hash here names it, but so many backups are older than that was seen, or something was not seen.
    Backups {
        older: usize,
        unseen: Vec<String>,
    },
    Nothing,
}

/// What each retired pepper is needed for. At which size of the log no hash named one is remembered; nothing in a dry
/// run. The context must hold the store exclusively, and `kept` must be what was found since: then no backup is being
/// made of what was before.
pub fn look(ctx: &Context, kept: &Kept) -> Result<Vec<Pepper>> {
    let keyring = &ctx.store.keyring;
    let replaced = kept::list(&ctx.store.folder)?.len();
    ctx.store.write(ctx.mode, |tx| {
        let after = keyring.peppers.iter().skip(1);
        let each = keyring.peppers.iter().zip(after).map(|(pepper, next)| {
            let hashes = tx.hashes_with(&format!("{}$", keyid(&pepper.id)))?;
            let need = if hashes > 0 {
                tx.forget_unnamed(Some(&pepper.id))?;
                Need::Hashes(hashes)
            } else if replaced > 0 {
                Need::Replaced(replaced)
            } else {
                let since = since(ctx, tx, &pepper.id)?;
                of_backups((&keyring.epoch, since), kept)
            };
            Ok(Pepper {
                id: pepper.id.clone(),
                retired: next.created,
                need,
            })
        });
        each.collect()
    })
}

/// The size of the log when it was first seen that no hash names a pepper. That is an event of its own: every later image
/// has it, and none of before.
fn since(ctx: &Context, tx: &Tx<'_>, pepper: &str) -> Result<u64> {
    if let Some(since) = tx.unnamed_since(pepper)? {
        return Ok(since);
    }
    let since = tx.tree()?.size();
    let event = Event::new("key.unnamed").field("what", pepper);
    audit::append(ctx, tx, &event)?;
    tx.set_unnamed_since(pepper, since)?;
    Ok(since)
}

/// A backup of another history may hold anything.
fn of_backups((epoch, since): (&str, u64), kept: &Kept) -> Need {
    let is_later = |seen: &&Seen| seen.epoch == epoch && seen.size > since;
    let older = kept.backups.len() - kept.backups.iter().filter(is_later).count();
    if older == 0 && kept.unseen.is_empty() {
        return Need::Nothing;
    }
    Need::Backups {
        older,
        unseen: kept.unseen.clone(),
    }
}

/// Takes a pepper out of the keyring that nothing needs; gives the event.
/// `gone` are the places that somebody said hold nothing any more.
pub fn remove(ctx: &mut Context, pepper: &Pepper, gone: &[String]) -> Result<u64> {
    if pepper.need != Need::Nothing {
        return Err(Error::bug("a pepper that is needed was to be removed"));
    }
    let event = Event::new("key.retire")
        .severity(Severity::High)
        .field("what", pepper.id.as_str());
    let event = if gone.is_empty() {
        event
    } else {
        event.personal("gone", gone.join(" "))
    };
    let intent = audit::intend(ctx, event.clone())?;
    let keyring = &mut ctx.store.keyring;
    keyring.peppers.retain(|kept| kept.id != pepper.id);
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, keyring, &ctx.store.master)?;
    let event = event.field("generation", ctx.store.keyring.generation);
    audit::conclude_with(ctx, intent, event, |tx| {
        tx.forget_unnamed(Some(&pepper.id)).ok();
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::secret::SecretText;
    use crate::domain::fixture::{Fixture, add_account};
    use crate::domain::key::{Rotation, rotate};
    use crate::domain::password::{self, Policy, Setter};
    use crate::store::Mode;

    fn rotated(fixture: &Fixture) -> String {
        let old = fixture.open().store.keyring.peppers[0].id.clone();
        rotate(fixture.open_exclusive(), &[], Rotation::Pepper).unwrap();
        old
    }

    fn set_password(fixture: &Fixture, word: &str) {
        let policy = Policy::new("nist-63b-4", &[]).unwrap();
        let word = SecretText::new(word.to_owned());
        password::set(&fixture.open(), &policy, "mira", &word, Setter::Holder).unwrap();
    }

    fn seen(epoch: &str, size: u64) -> Kept {
        let epoch = epoch.to_owned();
        Kept {
            backups: vec![Seen { epoch, size }],
            unseen: vec![],
        }
    }

    #[test]
    fn a_pepper_stays_while_a_backup_may_need_it() {
        let fixture = Fixture::new();
        let old = rotated(&fixture);
        let mut ctx = fixture.open_exclusive();
        let epoch = ctx.store.keyring.epoch.clone();
        let size = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
        let found = look(&ctx, &Kept::default()).unwrap();
        assert_eq!(found.len(), 1, "the one in use is not among them");
        assert_eq!((&found[0].id, &found[0].need), (&old, &Need::Nothing));
        // A backup of before, one of another history, and a place that nobody could look through.
        let unseen = Kept {
            backups: vec![],
            unseen: vec!["usb".to_owned()],
        };
        for kept in [seen(&epoch, size), seen("another", size + 5), unseen] {
            let found = look(&ctx, &kept).unwrap();
            assert!(matches!(&found[0].need, Need::Backups { .. }), "{found:?}");
            assert!(remove(&mut ctx, &found[0], &[]).is_err());
        }
        let found = look(&ctx, &seen(&epoch, size + 1)).unwrap();
        assert_eq!(found[0].need, Need::Nothing);
        remove(&mut ctx, &found[0], &["usb".to_owned()]).unwrap();
        drop(ctx);
        let ctx = fixture.open_exclusive();
        assert!(ctx.store.keyring.pepper(&old).is_none());
        assert!(look(&ctx, &Kept::default()).unwrap().is_empty());
    }

    #[test]
    fn a_database_that_can_come_back_keeps_it() {
        let fixture = Fixture::new();
        rotated(&fixture);
        let kept = fixture.folder.path().join("replaced-20261122T120000Z");
        std::fs::create_dir(kept).unwrap();
        let found = look(&fixture.open_exclusive(), &Kept::default()).unwrap();
        assert_eq!(found[0].need, Need::Replaced(1));
    }

    #[test]
    fn a_pepper_stays_while_a_hash_here_names_it() {
        let fixture = Fixture::new();
        add_account(&fixture.open(), "mira");
        set_password(&fixture, "seven geese walk to Utrecht");
        let old = rotated(&fixture);
        let look = || look(&fixture.open_exclusive(), &Kept::default()).unwrap();
        let marked = || {
            let mark = format!("unnamed_{old}");
            fixture.open().store.read(|tx| tx.meta(&mark)).unwrap()
        };
        assert_eq!(look()[0].need, Need::Hashes(1));
        assert_eq!(marked(), None);
        set_password(&fixture, "eight geese fly to Utrecht");
        assert_eq!(look()[0].need, Need::Nothing);
        assert!(marked().is_some());
        // As a restore would bring it back.
        let named = fixture.open();
        named
            .store
            .write(Mode::Commit, |tx| {
                let account = tx.account_named("mira")?.unwrap().id;
                let now = tx.password(&account)?.unwrap().hash;
                let newest = named.store.keyring.peppers[1].id.clone();
                tx.swap_hash(&account, &now, &now.replace(&keyid(&newest), &keyid(&old)))
            })
            .unwrap();
        drop(named);
        assert_eq!(look()[0].need, Need::Hashes(1));
        assert_eq!(marked(), None);
    }
}

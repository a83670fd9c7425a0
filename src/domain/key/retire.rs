//! Peppers that nothing needs any more: no hash here names them, and no kept backup can bring such a hash back. Knows
//! no place; who asks says which backups there are.

use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::crypto::password::keyid;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::store::keyring;

/// The backups that are kept anywhere.
#[derive(Debug, Default)]
pub struct Kept {
    /// When each was made.
    pub created: Vec<Time>,
    /// Places that could not be looked through.
    pub unseen: Vec<String>,
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
    /// No hash here was found to name it since then, but so many backups are older, or places were not seen.
    Backups {
        since: Time,
        older: usize,
        unseen: Vec<String>,
    },
    Nothing,
}

/// What each retired pepper is needed for. Since when no hash names one is remembered; nothing in a dry run. The
/// context must hold the store exclusively: then no backup is being made of what was before.
pub fn look(ctx: &Context, kept: &Kept) -> Result<Vec<Pepper>> {
    let peppers = &ctx.store.keyring.peppers;
    let now = ctx.now();
    ctx.store.write(ctx.mode, |tx| {
        let after = peppers.iter().skip(1);
        let each = peppers.iter().zip(after).map(|(pepper, next)| {
            let mark = format!("unnamed_{}", pepper.id);
            let hashes = tx.hashes_with(&format!("{}$", keyid(&pepper.id)))?;
            let need = if hashes > 0 {
                tx.remove_meta(&mark)?;
                Need::Hashes(hashes)
            } else {
                let since = match tx.meta(&mark)? {
                    Some(text) => clock::parse(&text)?.min(now),
                    None => now,
                };
                tx.set_meta(&mark, &clock::micros_text(since))?;
                of_backups(since, kept)
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

fn of_backups(since: Time, kept: &Kept) -> Need {
    let older = kept.created.iter().filter(|made| **made <= since).count();
    if older == 0 && kept.unseen.is_empty() {
        return Need::Nothing;
    }
    Need::Backups {
        since,
        older,
        unseen: kept.unseen.clone(),
    }
}

/// Takes a pepper out of the keyring that nothing needs; gives the event.
pub fn remove(ctx: &mut Context, pepper: &Pepper) -> Result<u64> {
    if pepper.need != Need::Nothing {
        return Err(Error::bug("a pepper that is needed was to be removed"));
    }
    let event = Event::new("key.retire")
        .severity(Severity::High)
        .field("what", pepper.id.as_str());
    let intent = audit::intend(ctx, event.clone())?;
    let keyring = &mut ctx.store.keyring;
    keyring.peppers.retain(|kept| kept.id != pepper.id);
    let folder = ctx.store.folder.clone();
    keyring::write(&folder, keyring, &ctx.store.master)?;
    let event = event.field("generation", ctx.store.keyring.generation);
    audit::conclude_with(ctx, intent, event, |tx| {
        tx.remove_meta(&format!("unnamed_{}", pepper.id)).ok();
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

    #[test]
    fn a_pepper_stays_while_a_hash_or_an_older_backup_needs_it() {
        let fixture = Fixture::new();
        let old = rotated(&fixture);
        let mut ctx = fixture.open_exclusive();
        let before = ctx.now();
        let found = look(&ctx, &Kept::default()).unwrap();
        assert_eq!(found.len(), 1, "the one in use is not among them");
        assert_eq!((&found[0].id, &found[0].need), (&old, &Need::Nothing));
        // A backup of before, and a place that nobody could look through.
        for kept in [
            Kept {
                created: vec![before],
                unseen: vec![],
            },
            Kept {
                created: vec![],
                unseen: vec!["usb".to_owned()],
            },
        ] {
            let found = look(&ctx, &kept).unwrap();
            assert!(
                matches!(&found[0].need, Need::Backups { since, .. } if *since >= before),
                "{found:?}"
            );
            assert!(remove(&mut ctx, &found[0]).is_err());
        }
        // A later one holds no hash that names it.
        let later = Kept {
            created: vec![before + chrono::TimeDelta::days(1)],
            unseen: vec![],
        };
        let found = look(&ctx, &later).unwrap();
        assert_eq!(found[0].need, Need::Nothing);
        remove(&mut ctx, &found[0]).unwrap();
        drop(ctx);
        let ctx = fixture.open_exclusive();
        assert!(ctx.store.keyring.pepper(&old).is_none());
        assert!(look(&ctx, &Kept::default()).unwrap().is_empty());
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

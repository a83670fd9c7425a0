//! A store for tests: made in a temporary folder, with a fixed clock and cheap hashing. Only in test builds.

mod older;

use std::time::Duration;

use tempfile::TempDir;

use super::account::{self, IfExists, NewAccount};
use super::init::{self, Ground, NewStore};
use super::key::NewUnlocker;
use super::{Caller, Context, Effort, Via};
use crate::base::clock::{self, Clock};
use crate::base::email::EmailAddress;
use crate::base::name::{AccountName, Label};
use crate::crypto::random::Random;
use crate::crypto::wrap;
use crate::store::account::AccountKind;
use crate::store::folder::Folder;
use crate::store::lock::Holder;
use crate::store::slot::Unlocker;
use crate::store::{Mode, Store};

pub(crate) use older::Older;

/// A temporary store and what opens it.
pub(crate) struct Fixture {
    pub(crate) dir: TempDir,
    pub(crate) folder: Folder,
    pub(crate) unlockers: Vec<Unlocker>,
}

/// The instant at which fixture clocks stand.
pub(crate) const NOW: &str = "2026-11-22T12:00:00Z";

impl Fixture {
    pub(crate) fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let folder = Folder::new(dir.path().join("store"));
        let (secret, recipient) = wrap::new_identity().unwrap();
        let unlockers = vec![Unlocker::Identities {
            identities: wrap::parse_identities(&secret, "test").unwrap(),
            origin: "test".to_owned(),
        }];
        let ground = Ground {
            clock: Clock::fixed(clock::parse(NOW).unwrap()),
            random: Random::system(),
            caller: caller(),
            effort: Effort::CHEAP,
            holder: holder(),
        };
        let first = Label::new("first", "a name").unwrap();
        init::create(
            ground,
            &NewStore {
                folder: folder.clone(),
                name: Label::new("demo", "a name").unwrap(),
                unlockers: vec![(first, NewUnlocker::Recipient(recipient))],
            },
        )
        .unwrap();
        Self {
            dir,
            folder,
            unlockers,
        }
    }

    pub(crate) fn open(&self) -> Context {
        Self::context(Store::open(&self.folder, &self.unlockers, &holder()).unwrap())
    }

    pub(crate) fn open_exclusive(&self) -> Context {
        Self::context(Store::open_exclusive(&self.folder, &self.unlockers, &holder()).unwrap())
    }

    /// A store elsewhere that the same unlockers open.
    pub(crate) fn open_at(&self, path: &std::path::Path) -> Context {
        Self::context(Store::open(&Folder::new(path), &self.unlockers, &holder()).unwrap())
    }

    fn context(store: Store) -> Context {
        Context {
            store,
            clock: Clock::fixed(clock::parse(NOW).unwrap()),
            random: Random::system(),
            caller: caller(),
            mode: Mode::Commit,
            effort: Effort::CHEAP,
        }
    }
}

fn caller() -> Caller {
    Caller {
        name: "0@test".to_owned(),
        user: None,
        via: Via::Batch,
        reason: None,
        ticket: None,
    }
}

pub(crate) fn holder() -> Holder {
    Holder {
        command: "test".to_owned(),
        since: clock::parse(NOW).unwrap(),
        wait: Duration::from_secs(5),
    }
}

/// An account of a person, without anything to sign in with; returns its id.
pub(crate) fn add_account(ctx: &Context, name: &str) -> String {
    let new = NewAccount {
        name: AccountName::new(name).unwrap(),
        email: Some(EmailAddress::new(&format!("{name}@mail.example")).unwrap()),
        display_name: None,
        kind: AccountKind::Person,
        region: None,
        expires: None,
        roles: vec![],
    };
    let made = account::create(ctx, &new, IfExists::Fail, |_, _, _| Ok(())).unwrap();
    made.value.row().id.clone()
}

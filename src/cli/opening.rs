//! From settings to an open store: unlockers read, the lock taken, the pinned key compared, what a crash left
//! concluded. The only way from a command to the store, through the gate of `admission`.

use std::io::IsTerminal as _;

use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::crypto::note::Vkey;
use crate::crypto::random::Random;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, Identity, IdentityFile, Protected};
use crate::domain::{self, Caller, Effort, Via, audit, recover, rights};
use crate::store::folder::Folder;
use crate::store::lock::Holder;
use crate::store::slot::{self, Unlocker};
use crate::store::{Mode, Store};

use super::context::Context;
use super::unlock_sources::RawUnlocker;
use super::{ask, os_user, plugins};

impl Context {
    pub(crate) fn folder(&self) -> Result<Folder> {
        Ok(Folder::new(self.settings.store_path()?))
    }

    /// Opens the store for ordinary work. Drop what it gives before a question is asked.
    pub(crate) fn open(&mut self) -> Result<domain::Context> {
        let core = self.admitted(Self::open_shared)?;
        self.settle(&core)?;
        if core.store.read(|tx| tx.intents())?.is_empty() {
            return Ok(core);
        }
        drop(core);
        self.conclude_intents()?;
        self.admitted(Self::open_shared)
    }

    /// A restriction that stands in the rights journal holds, also where a crash came before its commit.
    fn settle(&self, core: &domain::Context) -> Result<()> {
        if !core.store.has_lines_left()? {
            return Ok(());
        }
        match audit::settle(core) {
            Ok(None) => {}
            Ok(Some(settled)) => self.ui.alert(&rights::settled(&settled)),
            // Whoever writes now settles it first.
            Err(error) if error.kind == Kind::StoreLocked => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn open_shared(&mut self) -> Result<domain::Context> {
        let folder = self.folder()?;
        folder.require_store()?;
        let holder = self.holder()?;
        let store = Store::open(&folder, self.unlockers()?, &holder)?;
        self.core(store)
    }

    /// Opens the store to look at it: never asks, finishes nothing, and writes nothing.
    pub(crate) fn open_quietly(&mut self) -> Result<domain::Context> {
        let folder = self.folder()?;
        folder.require_store()?;
        if self.unlockers.is_none() && self.settings.unlockers().is_empty() {
            return Err(no_unlocker());
        }
        let holder = self.holder()?;
        let store = Store::look(&folder, self.unlockers()?, &holder)?;
        self.require_pinned(&store)?;
        self.around(store)
    }

    /// Opens the store alone, for what replaces the database or changes keys.
    pub(crate) fn open_exclusive(&mut self) -> Result<domain::Context> {
        self.alone(|ctx| {
            let (folder, holder) = (ctx.folder()?, ctx.holder()?);
            let store = Store::open_exclusive(&folder, ctx.unlockers()?, &holder)?;
            ctx.core(store)
        })
    }

    /// Opens the store alone, whatever known schema it has.
    pub(crate) fn open_to_migrate(&mut self) -> Result<domain::Context> {
        self.alone(|ctx| {
            let (folder, holder) = (ctx.folder()?, ctx.holder()?);
            let store = Store::open_to_migrate(&folder, ctx.unlockers()?, &holder)?;
            ctx.core(store)
        })
    }

    fn alone(&mut self, open: fn(&mut Self) -> Result<domain::Context>) -> Result<domain::Context> {
        let core = self.admitted(open)?;
        self.settle(&core)?;
        for note in recover::conclude_intents(&core)? {
            self.ui.alert(&note);
        }
        Ok(core)
    }

    /// Effects that were announced may belong to a process that still works: only alone can it be told.
    fn conclude_intents(&mut self) -> Result<()> {
        let folder = self.folder()?;
        let holder = Holder {
            wait: std::time::Duration::ZERO,
            ..self.holder()?
        };
        match Store::open_exclusive(&folder, self.unlockers()?, &holder) {
            Err(error) if error.kind == Kind::StoreLocked => Ok(()),
            Err(error) => Err(error),
            Ok(store) => {
                let core = self.core(store)?;
                for note in recover::conclude_intents(&core)? {
                    self.ui.alert(&note);
                }
                Ok(())
            }
        }
    }

    /// The surroundings that operations work in.
    fn core(&self, store: Store) -> Result<domain::Context> {
        for warning in &store.warnings {
            // A command that opens the store several times tells it once.
            if self.warned.borrow_mut().insert(warning.clone()) {
                self.ui.alert(warning);
            }
        }
        self.require_pinned(&store)?;
        let core = self.around(store)?;
        core.store.note_use(core.now())?;
        Ok(core)
    }

    pub(crate) fn around(&self, store: Store) -> Result<domain::Context> {
        Ok(domain::Context {
            store,
            clock: self.settings.clock(),
            random: self.random(),
            caller: self.caller(),
            mode: if self.flags.dry_run {
                Mode::DryRun
            } else {
                Mode::Commit
            },
            effort: self.effort()?,
        })
    }

    /// Another store in the place of the one that the configuration names is tampering.
    fn require_pinned(&self, store: &Store) -> Result<()> {
        let Some(pinned) = self.settings.text("audit.vkey") else {
            return Ok(());
        };
        let pinned = Vkey::typed(pinned)?;
        audit::require_pinned(&store.keyring, &pinned)
    }

    pub(crate) fn holder(&self) -> Result<Holder> {
        let wait: Period = self.flags.wait.parse()?;
        let wait = wait.as_duration().ok_or_else(|| {
            Error::usage(format!("`--wait {}` is too long", self.flags.wait))
                .hint("give seconds, minutes, hours or days: `--wait 30m`")
        })?;
        // The words of the command without values: they may be personal.
        // They are read as bytes: a value may be a path in any encoding.
        let words: Vec<String> = std::env::args_os()
            .skip(1)
            .map_while(|word| word.into_string().ok())
            .take_while(|word| {
                word.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'2')
            })
            .take(2)
            .collect();
        Ok(Holder {
            command: words.join(" "),
            since: self.clock.now(),
            wait,
        })
    }

    pub(crate) fn caller(&self) -> Caller {
        let user = os_user::caller(self);
        let host = rustix::system::uname();
        Caller {
            name: format!(
                "{}@{}",
                os_user::shown(&user),
                host.nodename().to_string_lossy()
            ),
            user: Some(user),
            via: if std::io::stdin().is_terminal() || std::io::stderr().is_terminal() {
                Via::Terminal
            } else {
                Via::Batch
            },
            reason: self.flags.reason.clone(),
            ticket: self.flags.ticket.clone(),
        }
    }

    pub(crate) fn random(&self) -> Random {
        self.settings.environment().random()
    }

    /// How hard hashes are to try: as the configuration says, within what is safe.
    pub(crate) fn effort(&self) -> Result<Effort> {
        let effort = self.settings.environment().effort();
        Ok(match self.settings.password_cost()? {
            Some(password) => Effort { password, ..effort },
            None => effort,
        })
    }

    /// Reads every unlocker that the settings name, once.
    pub(crate) fn unlockers(&mut self) -> Result<&[Unlocker]> {
        if self.unlockers.is_none() {
            let read = self.read_unlockers()?;
            self.unlockers = Some(read);
        }
        Ok(self.unlockers.as_deref().unwrap_or_default())
    }

    /// Identity files under a passphrase open with the passphrases that were given, in their order; else the
    /// person at the terminal is asked for each.
    fn read_unlockers(&mut self) -> Result<Vec<Unlocker>> {
        let wait = plugins::wait(self.settings.text("unlock.wait"))?;
        let (mut unlockers, mut protected) = (vec![], vec![]);
        for source in self.settings.unlockers() {
            let origin = source.name();
            match source.read(&mut self.stdin, (&self.ui, wait))? {
                RawUnlocker::Identity { bytes } => match wrap::read_identities(&bytes, &origin)? {
                    IdentityFile::Open(identities) => {
                        unlockers.push(Unlocker::Identities { identities, origin });
                    }
                    IdentityFile::Protected(file) => protected.push(file),
                },
                RawUnlocker::Passphrase(text) => unlockers.push(Unlocker::Passphrase {
                    text: SecretText::new(text.to_string()),
                    origin,
                }),
            }
        }
        for file in protected {
            let identities = self.unprotected(&file, &unlockers)?;
            let origin = file.origin().to_owned();
            unlockers.push(Unlocker::Identities { identities, origin });
        }
        if unlockers.is_empty() {
            unlockers.push(self.ask_passphrase()?);
        }
        self.ask_ahead(&unlockers)?;
        Ok(unlockers)
    }

    fn unprotected(&self, file: &Protected, given: &[Unlocker]) -> Result<Vec<Identity>> {
        let mut tried = false;
        for unlocker in given {
            let Unlocker::Passphrase { text, .. } = unlocker else {
                continue;
            };
            tried = true;
            match file.open(text) {
                Err(error) if error.kind == Kind::WrongKey => {}
                other => return other,
            }
        }
        let origin = file.origin();
        if !ask::possible(self) {
            let why = if tried {
                format!("no given passphrase opens the {origin}")
            } else {
                format!("the {origin} is protected by a passphrase, and none was given")
            };
            return Err(Error::new(Kind::WrongKey, why).hint(
                "give the passphrase with `--passphrase-file FILE`, or run it at a terminal",
            ));
        }
        let text = ask::secret(
            self,
            &format!("Passphrase of the {origin}"),
            "--passphrase-file FILE",
        )?;
        file.open(&SecretText::new(text.to_string()))
    }

    /// A plugin's questions come before the store's lock is taken: nobody waits for a PIN of somebody else.
    /// What it opened is remembered.
    fn ask_ahead(&self, unlockers: &[Unlocker]) -> Result<()> {
        let folder = self.folder()?;
        if !unlockers.iter().any(Unlocker::may_ask) || !folder.slots().is_dir() {
            return Ok(());
        }
        match slot::unlock(&folder, unlockers) {
            // Damage may be what a crash left: it is looked at again under the lock.
            Err(error) if error.kind != Kind::Integrity => Err(error),
            _ => Ok(()),
        }
    }

    /// Asks only where an answer can open something: some slot wants a passphrase.
    fn ask_passphrase(&self) -> Result<Unlocker> {
        if !ask::possible(self) || !self.folder().is_ok_and(|folder| has_passphrase(&folder)) {
            return Err(no_unlocker());
        }
        let text = ask::secret(self, "Passphrase of the store", "--passphrase-file FILE")?;
        Ok(Unlocker::Passphrase {
            text: SecretText::new(text.to_string()),
            origin: "the passphrase that was typed".to_owned(),
        })
    }
}

/// A slot with a passphrase keeps its own identity beside it. Where there is no store (a backup is opened),
/// nothing is known and asking is right.
fn has_passphrase(folder: &Folder) -> bool {
    let Ok(slots) = std::fs::read_dir(folder.slots()) else {
        return true;
    };
    slots.flatten().any(|entry| {
        let name = entry.file_name();
        name.to_string_lossy().ends_with(".identity.age")
    })
}

fn no_unlocker() -> Error {
    Error::new(Kind::WrongKey, "no unlocker was given")
        .hint("give one with `--identity FILE` or `--passphrase-file FILE`, or name the file in OPTIMACTL_IDENTITY or in `unlock.identity` of the configuration")
}

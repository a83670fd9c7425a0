//! Where unlockers are looked for, and in which order. Names places; reads nothing.

use std::path::PathBuf;

use super::{Origin, Settings, Source};
use crate::base::error::Result;
use crate::cli::global::GlobalArgs;
use crate::cli::unlock_sources::UnlockerSource;

const SYSTEM_IDENTITY: &str = "/etc/optimactl/identity.txt";
/// What a sealed command starts a program through, so that the caller's environment does not reach it.
const SEALED_COMMAND: [&str; 3] = ["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"];

impl Settings {
    /// The unlockers to try: those of the first place that names any. A flag is never outvoted by a file.
    pub(crate) fn unlockers(&self) -> Vec<UnlockerSource> {
        let named = self.named_unlockers();
        let by_flag = |source: &UnlockerSource| matches!(source.origin(), Origin::Flag(_));
        let by_environment =
            |source: &UnlockerSource| matches!(source.origin(), Origin::Environment(_));
        let by_file = |source: &UnlockerSource| matches!(source.origin(), Origin::File(_));
        let pick = |wanted: &dyn Fn(&UnlockerSource) -> bool| -> Vec<UnlockerSource> {
            named
                .iter()
                .filter(|source| wanted(source))
                .cloned()
                .collect()
        };
        [
            pick(&by_flag),
            pick(&by_environment),
            self.credentials(),
            pick(&by_file),
            self.root_identity(),
        ]
        .into_iter()
        .find(|sources| !sources.is_empty())
        .unwrap_or_default()
    }

    /// What opens the store when no flag names an unlocker; standard input is nothing that happens every day.
    pub(crate) fn everyday_unlockers(&self) -> Result<Vec<UnlockerSource>> {
        let flags = GlobalArgs {
            identity: vec![],
            passphrase_file: None,
            ..self.flags.clone()
        };
        let settings = Self::load(&flags, self.environment.clone(), Source::Usual)?;
        let mut sources = settings.unlockers();
        sources.retain(|source| !matches!(source, UnlockerSource::PassphraseStdin(_)));
        Ok(sources)
    }

    /// Those that flags, environment and file name, each with its origin.
    fn named_unlockers(&self) -> Vec<UnlockerSource> {
        let origin = |name| self.origin(name).clone();
        let identity =
            |path: &String| UnlockerSource::IdentityFile(path.into(), origin("unlock.identity"));
        let mut sources: Vec<_> = self.list("unlock.identity").iter().map(identity).collect();
        if let Some(path) = self.text("unlock.passphrase_file") {
            let from = origin("unlock.passphrase_file");
            sources.push(match path {
                "-" => UnlockerSource::PassphraseStdin(from),
                path => UnlockerSource::PassphraseFile(path.into(), from),
            });
        }
        let command = self.list("unlock.passphrase_command");
        if !command.is_empty() {
            let from = origin("unlock.passphrase_command");
            let mut words = command.to_vec();
            if self.environment.sealed {
                words.splice(0..0, SEALED_COMMAND.map(str::to_owned));
            }
            sources.push(UnlockerSource::PassphraseCommand(words, from));
        }
        sources
    }

    /// What systemd hands to a service (`LoadCredential=`, systemd.exec(5)).
    fn credentials(&self) -> Vec<UnlockerSource> {
        let Some(folder) = &self.environment.credentials else {
            return vec![];
        };
        let identity = folder.join("optimactl.identity");
        let passphrase = folder.join("optimactl.passphrase");
        let mut sources = vec![];
        if identity.exists() {
            sources.push(UnlockerSource::IdentityFile(identity, Origin::Credential));
        }
        if passphrase.exists() {
            sources.push(UnlockerSource::PassphraseFile(
                passphrase,
                Origin::Credential,
            ));
        }
        sources
    }

    fn root_identity(&self) -> Vec<UnlockerSource> {
        let path = PathBuf::from(SYSTEM_IDENTITY);
        let usable = self.environment.is_root && path.exists();
        usable
            .then_some(UnlockerSource::IdentityFile(path, Origin::Default))
            .into_iter()
            .collect()
    }
}

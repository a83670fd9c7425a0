//! What the jobs need, out of the configuration and the command line: who runs them, what they read and write,
//! whether they need the network.

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use crate::base::error::{Error, Result};
use crate::cli::context::Context;
use crate::cli::os_user;
use crate::cli::settings::Origin;
use crate::cli::settings::keys::Value;
use crate::cli::unlock_sources::UnlockerSource;
use crate::domain::audit;

use super::when::When;
use super::{Args, plain};

/// Folders that a service does not see unless it must.
const HOMES: [&str; 3] = ["/home", "/root", "/run/user"];
const TEMPORARY: [&str; 2] = ["/tmp", "/var/tmp"];

/// Where a job finds its unlocker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// `optimactl.identity` or `optimactl.passphrase`, and the file.
    File(&'static str, String),
    /// A credential that systemd decrypts.
    Encrypted,
    /// A command in the configuration.
    Configured,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that the units must leave open"
)]
pub(super) struct Plan {
    pub(super) name: String,
    pub(super) when: When,
    /// The program and its global flags.
    program: Vec<String>,
    pub(super) store: String,
    pub(super) user: String,
    pub(super) is_root: bool,
    pub(super) key: Key,
    /// The unlocker was named on this command line or in the environment: cron has to name it again.
    pub(super) key_is_named: bool,
    typed: Vec<String>,
    delta: bool,
    places: Vec<String>,
    /// Folders of this machine that backups go to.
    pub(super) folders: Vec<String>,
    pub(super) metrics: Option<String>,
    pub(super) needs_network: bool,
    pub(super) needs_devices: bool,
    pub(super) sees_homes: bool,
    pub(super) sees_temporary: bool,
    vkey: Option<String>,
    max_age: Option<String>,
}

impl Plan {
    pub(super) fn of(args: &Args, ctx: &mut Context) -> Result<Self> {
        let when = When::of(args.at.as_deref(), args.every.as_deref())?;
        let folder = ctx.folder()?;
        folder.require_store()?;
        let store = plain(folder.path())?;
        let typed: Vec<String> = args
            .to
            .iter()
            .map(|typed| place(typed, ctx))
            .collect::<Result<_>>()?;
        let places = places(&typed, ctx)?;
        let folders: Vec<String> = places.iter().filter_map(|one| local(one, ctx)).collect();
        let (user, is_root) = user(args, Path::new(&store))?;
        let (key, key_is_named) = key(args, ctx)?;
        let setting = |name: &str| ctx.settings.text(name).map(str::to_owned);
        let metrics = setting("backup.metrics_file")
            .and_then(|path| Some(Path::new(&path).parent()?.display().to_string()));
        let program = program(ctx, &store)?;
        let hooks = hooks(ctx);
        let mut seen = [folders.as_slice(), &program, &hooks].concat();
        seen.extend(metrics.clone());
        seen.extend(setting("backup.heartbeat_file"));
        let lies_in = |roots: &[&str]| {
            let inside = |path: &String| roots.iter().any(|root| Path::new(path).starts_with(root));
            seen.iter().any(inside)
        };
        let is_far = places.len() > folders.len();
        let expected = ctx.settings.origin("backup.max_age") == &Origin::Default;
        let usual = matches!(when, When::Daily(..));
        Ok(Self {
            name: unit_name(&args.name)?,
            when,
            store,
            user,
            is_root,
            key,
            key_is_named,
            typed,
            delta: args.delta,
            needs_network: is_far
                || setting("backup.heartbeat_file").is_some()
                || !hooks.is_empty(),
            needs_devices: args.devices,
            // `ssh` reads its keys and the hosts that it knows there.
            sees_homes: is_far || lies_in(&HOMES),
            sees_temporary: lies_in(&TEMPORARY),
            vkey: vkey(args, ctx)?,
            max_age: (expected && !usual).then(|| when.longest_age().to_string()),
            program,
            places,
            folders,
            metrics,
        })
    }

    fn words(&self, words: &[&str]) -> Vec<String> {
        let words = words.iter().map(|word| (*word).to_owned());
        self.program.iter().cloned().chain(words).collect()
    }

    pub(super) fn create(&self) -> Vec<String> {
        let mut line = self.words(&["--wait", "30m", "backup", "create"]);
        line.extend(self.delta.then(|| "--delta".to_owned()));
        for place in &self.typed {
            line.extend(["--to".to_owned(), place.clone()]);
        }
        line
    }

    /// One line for each place.
    pub(super) fn verify(&self) -> Vec<Vec<String>> {
        let words = [
            "--wait",
            "30m",
            "backup",
            "verify",
            "--restore-test",
            "--latest",
        ];
        let line = self.words(&words);
        if let ([], [_]) = (self.typed.as_slice(), self.places.as_slice()) {
            return vec![line];
        }
        let from =
            |place: &String| [line.as_slice(), &["--from".to_owned(), place.clone()]].concat();
        self.places.iter().map(from).collect()
    }

    pub(super) fn watch(&self) -> Vec<String> {
        let mut line = self.words(&["backup", "watch"]);
        for place in &self.typed {
            line.extend(["--target".to_owned(), place.clone()]);
        }
        for (flag, value) in [("--vkey", &self.vkey), ("--max-age", &self.max_age)] {
            if let Some(value) = value {
                line.extend([flag.to_owned(), value.clone()]);
            }
        }
        line
    }
}

/// Every place that a backup goes to.
fn places(typed: &[String], ctx: &Context) -> Result<Vec<String>> {
    let configured = ctx.settings.list("backup.to");
    let places = if typed.is_empty() { configured } else { typed };
    if places.is_empty() {
        return Err(Error::usage("it is not said where the backups go")
            .hint("name each place with `--to PLACE`, or set `backup.to` in the configuration"));
    }
    Ok(places.to_vec())
}

/// The programs that a run may start.
fn hooks(ctx: &Context) -> Vec<String> {
    let names = ["backup.on_success", "backup.on_failure"].into_iter();
    names
        .filter_map(|name| ctx.settings.list(name).first().cloned())
        .collect()
}

/// A folder as it is called from everywhere; an address, and the name of a target, as they are.
fn place(typed: &str, ctx: &Context) -> Result<String> {
    if typed.contains("://") || ctx.settings.targets().contains_key(typed) {
        return Ok(typed.to_owned());
    }
    plain(Path::new(typed))
}

/// The folder of this machine that a place is, also under the name of a target.
fn local(place: &str, ctx: &Context) -> Option<String> {
    let url = match ctx
        .settings
        .targets()
        .get(place)
        .map(|table| table.get("url"))
    {
        Some(Some(Value::Text(url))) => url,
        Some(_) => return None,
        None => place,
    };
    Path::new(url).is_absolute().then(|| url.to_owned())
}

/// This very program, the configuration that it read and the store, whatever the environment of a job says.
fn program(ctx: &Context, store: &str) -> Result<Vec<String>> {
    let own = std::env::current_exe().map_err(|error| {
        Error::failed("the path of this program cannot be found").because(error)
    })?;
    let mut words = vec![plain(&own)?];
    if let Some(config) = ctx.settings.file() {
        words.extend(["--config".to_owned(), plain(config)?]);
    }
    words.extend(["--store".to_owned(), store.to_owned()]);
    Ok(words)
}

fn user(args: &Args, store: &Path) -> Result<(String, bool)> {
    let meta = std::fs::metadata(store).map_err(|error| Error::io("look at", store, &error))?;
    let uid = meta.uid();
    let Some(named) = &args.user else {
        let name = os_user::login_of(uid).unwrap_or_else(|| uid.to_string());
        return Ok((name, uid == 0));
    };
    let known = os_user::uid_of(named).or_else(|| named.parse().ok());
    match known {
        // Another could not open the store: it belongs to its owner alone.
        Some(number) if number == uid || number == 0 => Ok((named.clone(), number == 0)),
        Some(_) => Err(
            Error::refused(format!("`{named}` is not the owner of the store"))
                .hint("leave out `--user`, or give the owner's name"),
        ),
        None => Err(Error::not_found(format!(
            "there is no user `{}` on this machine",
            crate::base::text::safe(named)
        ))),
    }
}

/// systemd.unit(5): letters, digits and a few signs.
fn unit_name(typed: &str) -> Result<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let good = !typed.is_empty() && typed.len() <= 100 && typed.chars().all(fits);
    if good && !typed.starts_with(['-', '.']) {
        return Ok(typed.to_owned());
    }
    Err(Error::usage(format!(
        "`{}` is no name for a unit",
        crate::base::text::safe(typed)
    ))
    .hint("use letters, digits, `-`, `_` and `.`"))
}

/// The unlocker that this command would use, handed to the jobs as a file.
fn key(args: &Args, ctx: &Context) -> Result<(Key, bool)> {
    if args.encrypted_credential {
        return Ok((Key::Encrypted, false));
    }
    let sources = ctx.settings.unlockers();
    let Some(source) = sources.first() else {
        return if args.systemd {
            Ok((Key::Encrypted, false))
        } else {
            Ok((Key::Configured, false))
        };
    };
    let is_named = matches!(source.origin(), Origin::Flag(_) | Origin::Environment(_));
    let key = match source {
        UnlockerSource::IdentityFile(path, _) => Key::File("optimactl.identity", plain(path)?),
        UnlockerSource::PassphraseFile(path, _) => Key::File("optimactl.passphrase", plain(path)?),
        UnlockerSource::PassphraseStdin(_) => {
            return Err(
                Error::usage("a job has no standard input to read a passphrase from")
                    .hint("name a file: `--passphrase-file FILE`"),
            );
        }
        UnlockerSource::PassphraseCommand(..) => Key::Configured,
    };
    Ok((key, is_named))
}

/// The watch must not need an unlocker: the key is written into its line if the configuration does not name it.
fn vkey(args: &Args, ctx: &mut Context) -> Result<Option<String>> {
    if let Some(typed) = &args.vkey {
        let key = crate::crypto::note::Vkey::typed(typed)?;
        return Ok(Some(key.to_string()));
    }
    if ctx.settings.text("audit.vkey").is_some() {
        return Ok(None);
    }
    let core = ctx.open_quietly().map_err(|error| {
        error.hint(
            "the watch needs the store's verification key: give it with `--vkey KEY`, set `audit.vkey` in the \
             configuration, or give an unlocker to look it up",
        )
    })?;
    Ok(Some(audit::vkey(&core.store.keyring)?.to_string()))
}

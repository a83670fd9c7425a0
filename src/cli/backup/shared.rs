//! What the commands of `backup` share: where backups lie, which key vouches for them, how one is named.

use std::path::{Path, PathBuf};

use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::cli::context::Context;
use crate::cli::places;
use crate::crypto::note::Vkey;
use crate::crypto::wrap::Identity;
use crate::domain::backup::coverage::Known;
use crate::domain::backup::places::At;
use crate::domain::backup::restore::Pick;
use crate::domain::backup::{Chosen, Listing, Manifest, Purpose, Target, Trust};
use crate::domain::init::Ground;
use crate::store::slot::Unlocker;

/// Where backups are read from, and which key vouches for them.
#[derive(clap::Args)]
pub(super) struct From {
    /// Where the backups lie: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; else
    /// the first of `backup.to`, else where the store last put one
    #[arg(long, value_name = "PLACE")]
    pub(super) from: Option<String>,
    /// The store's verification key; else `audit.vkey` in the configuration, else, but not for `restore`, the
    /// store's own
    #[arg(long, value_name = "KEY")]
    pub(super) vkey: Option<String>,
}

impl From {
    /// Each place by itself: those that were named, else all that are configured, else what the store remembers.
    pub(super) fn each(named: &[String], vkey: Option<&str>, ctx: &Context) -> Vec<Self> {
        let named = match named {
            [] => ctx.settings.list("backup.to"),
            named => named,
        };
        let source = |from| Self {
            from,
            vkey: vkey.map(str::to_owned),
        };
        if named.is_empty() {
            return vec![source(None)];
        }
        let named = named.iter().cloned();
        named.map(|place| source(Some(place))).collect()
    }

    pub(super) fn target(&self, ctx: &mut Context, chosen: &Chosen) -> Result<Target> {
        self.opened(ctx, chosen, Purpose::Read)
    }

    fn opened(&self, ctx: &mut Context, chosen: &Chosen, purpose: Purpose) -> Result<Target> {
        let configured = ctx.settings.list("backup.to").first().cloned();
        let typed = match self.from.clone().or(configured) {
            Some(typed) => typed,
            None => remembered(ctx, chosen)?,
        };
        let spec = places::resolve(ctx, &typed)?;
        let folder = matches!(spec.at, At::Folder(_));
        let target = Target::open(spec, purpose, &places::scratch(), &ctx.random());
        target.map_err(|error| match error.kind {
            Kind::NotFound if folder => error.hint(known_places(ctx, &typed)),
            _ => error,
        })
    }

    /// The same to write to, which nobody else does meanwhile. In a dry run it is only read.
    pub(super) fn held(&self, ctx: &mut Context, chosen: &Chosen) -> Result<Target> {
        let target = self.target(ctx, chosen)?;
        if ctx.flags.dry_run || target.folder().is_none() {
            return Ok(target);
        }
        drop(target);
        let wait = ctx.holder()?.wait;
        self.opened(ctx, chosen, Purpose::Write(wait))
    }

    /// The key that somebody wrote down.
    pub(super) fn pinned(&self, ctx: &Context) -> Result<Option<Vkey>> {
        let text = self.vkey.as_deref().or(ctx.settings.text("audit.vkey"));
        text.map(Vkey::typed).transpose()
    }

    /// Whom to trust: a key that was written down, else the store, which is opened for it.
    pub(super) fn trust(&self, ctx: &mut Context, target: &Target) -> Result<Trust> {
        if let Some(pinned) = self.pinned(ctx)? {
            return Trust::from_vkey(&pinned, &target.recovery()?.handovers());
        }
        if !ctx.folder()?.holds_store() {
            return Err(
                Error::usage("there is no store here that could vouch for the backups")
                    .hint("give its verification key with `--vkey KEY`, or name the store with `--store DIR`"),
            );
        }
        let core = ctx.open()?;
        Trust::of_keyring(&core.store.keyring)
    }

    /// What lies at a target and when it was verified; compared with the store's catalog too when the store is what
    /// vouches.
    pub(super) fn listing(&self, ctx: &mut Context, target: &Target) -> Result<(Listing, Known)> {
        let trust = self.trust(ctx, target)?;
        let mut listing = Listing::read(target, &trust)?;
        let core = match self.pinned(ctx)? {
            Some(_) => None,
            None => Some(ctx.open()?),
        };
        let known = Known::read(target, &listing, &trust, core.as_ref())?;
        if let Some(core) = core {
            listing.compare(&core, target)?;
        }
        Ok((listing, known))
    }
}

/// What could have been meant by a folder that is not there.
fn known_places(ctx: &Context, typed: &str) -> String {
    let names: Vec<&str> = ctx.settings.targets().keys().map(String::as_str).collect();
    if let Some(near) = text::did_you_mean(typed, names.iter().copied()) {
        return near;
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", text::safe(name)))
        .collect();
    if names.is_empty() {
        return "name the folder that the backups lie in; no target is configured".to_owned();
    }
    format!(
        "name the folder that the backups lie in, or a configured target: {}",
        names.join(", ")
    )
}

/// Where the store's catalog says that backups went: the folder of the chosen one, else of the newest.
fn remembered(ctx: &mut Context, chosen: &Chosen) -> Result<String> {
    let unsaid = Error::usage("it is not said where the backups lie")
        .hint("name the place with `--from DIR`, or set `backup.to` in the configuration");
    if !ctx.folder()?.holds_store() {
        return Err(unsaid);
    }
    let rows = match ctx.open() {
        Ok(core) => core.store.read(|tx| tx.backups())?,
        Err(error) if error.kind == Kind::Refused => return Err(error),
        Err(error) => {
            return Err(unsaid.because(format!(
                "the store, which may know it, does not open: {error}"
            )));
        }
    };
    let meant = rows
        .iter()
        .filter(|row| matches!(chosen, Chosen::Id(id) if *id == row.id));
    let known: Vec<&String> = meant.chain(&rows).map(|row| &row.target).collect();
    let reachable = |target: &&&String| target.contains("://") || Path::new(target).is_dir();
    match known.iter().find(reachable) {
        Some(target) => Ok((*target).clone()),
        None => Err(match known.first() {
            None => unsaid,
            Some(target) => Error::not_found(format!(
                "the store's backups went to `{target}`, which is not there"
            ))
            .hint("name the folder that holds them now with `--from DIR`"),
        }),
    }
}

/// What was typed as the object: an id, a file, or nothing with `--latest`.
pub(super) fn pick(object: Option<&str>) -> Pick {
    match object {
        None => Pick::Signed(Chosen::Latest),
        Some(text) if text.contains('/') || Path::new(text).extension().is_some() => {
            Pick::File(PathBuf::from(text))
        }
        Some(id) => Pick::Signed(Chosen::Id(id.to_owned())),
    }
}

pub(super) fn ground(ctx: &Context) -> Result<Ground> {
    Ok(Ground {
        clock: ctx.settings.clock(),
        random: ctx.random(),
        caller: ctx.caller(),
        effort: ctx.effort()?,
        holder: ctx.holder()?,
    })
}

/// The identities among the unlockers, for files that are older than the present master identity.
pub(super) fn rings(unlockers: &[Unlocker]) -> Vec<&[Identity]> {
    unlockers
        .iter()
        .filter_map(|unlocker| match unlocker {
            Unlocker::Identities { identities, .. } => Some(identities.as_slice()),
            Unlocker::Passphrase { .. } => None,
        })
        .collect()
}

/// `full` or `delta`.
pub(super) const fn kind(manifest: &Manifest) -> &'static str {
    match manifest.delta {
        None => "full",
        Some(_) => "delta",
    }
}

/// A size for people, in powers of 1024.
pub(super) fn size(bytes: u64) -> String {
    indicatif::HumanBytes(bytes).to_string()
}

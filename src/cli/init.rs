//! `init`: makes a store and the first way to open it.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::name::Label;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, Recipient};
use crate::domain::init::{self, Ground, Made, NewStore};
use crate::domain::key::NewUnlocker;
use crate::store::file;
use crate::store::folder::Folder;
use crate::store::slot::Unlocker;

use super::context::{Context, Exit};
use super::examples::{self, Example};
use super::render::{Answer, View};
use super::{file_guard, secret_input};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Make a store, and a new identity file that opens it",
        line: "optimactl init --store demo --new-identity demo-identity.txt",
    },
    Example {
        what: "Add an offline recipient that can open it, too",
        line: "optimactl init --store two --new-identity two-identity.txt --recipient age16cae73yeeu0gqzhweg8yv75mf6kcmkmpc4t2t4uxdwqhzt6q2ugsj70rk3",
    },
    Example {
        what: "Make it once and go on if it is there",
        line: "optimactl init --if-exists skip",
    },
];

/// Make a new store
///
/// The store is a folder with an encrypted database, its keys and the rights journal. At least one unlocker
/// opens it: a new identity file, a recipient whose identity you hold, or a passphrase. Give two, and keep
/// one of them offline: without an unlocker nothing here can ever be read again.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Conflict, Kind::NoSpace],
    &["optimactl key list", "optimactl doctor", "optimactl tour"],
))]
pub(crate) struct Args {
    /// The store's name, used in file names of backups
    #[arg(long, value_name = "NAME", default_value = "store")]
    name: String,
    /// Write a new identity to this file; it opens the store
    #[arg(long, value_name = "FILE")]
    new_identity: Option<PathBuf>,
    /// Somebody who can open the store: `age1…` or an ssh public key; can be repeated
    #[arg(long, value_name = "RECIPIENT")]
    recipient: Vec<String>,
    /// A file with a new passphrase that opens the store
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
    /// What to do when there is a store already
    #[arg(long, value_enum, value_name = "HOW", default_value_t = IfExists::Fail)]
    if_exists: IfExists,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum IfExists {
    Fail,
    Skip,
}

#[derive(Serialize)]
struct Answered {
    store: String,
    made: bool,
    store_id: Option<String>,
    vkey: Option<String>,
    unlockers: Vec<UnlockerShown>,
    next: Vec<String>,
}

#[derive(Serialize)]
struct UnlockerShown {
    name: String,
    kind: String,
    recipient: String,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "init"
    }

    fn view(&self) -> View {
        if !self.made {
            return View::Lines(vec![format!(
                "There is a store at {} already; nothing was changed",
                self.store
            )]);
        }
        let mut lines = vec![format!("Made a store at {}", self.store)];
        for unlocker in &self.unlockers {
            lines.push(format!(
                "Unlocker {} ({}): {}",
                unlocker.name, unlocker.kind, unlocker.recipient
            ));
        }
        lines.push(format!(
            "Verification key: {}",
            self.vkey.as_deref().unwrap_or_default()
        ));
        lines.push(String::new());
        lines.push("Next:".to_owned());
        lines.extend(self.next.iter().map(|line| format!("  {line}")));
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let folder = ctx.folder()?;
    let shown = folder.path().display().to_string();
    if folder.holds_store() && args.if_exists == IfExists::Skip {
        return ctx.answer(&Answered {
            store: shown,
            made: false,
            store_id: None,
            vkey: None,
            unlockers: vec![],
            next: vec![],
        });
    }
    let name = Label::new(&args.name, "the name of a store")?;
    refuse_misplaced(args, ctx)?;
    if ctx.flags.dry_run {
        return ctx.answer(&ctx.change("init", format!("Would make a store at {shown}")));
    }
    let (unlockers, identity) = unlockers(args, ctx)?;
    // The identity is on disk before anything is encrypted to it.
    if let Some((path, text)) = &identity {
        file::write_output(path, text.expose().as_bytes(), file::Existing::Refuse)?;
    }
    let made = init::create(
        ground(ctx)?,
        &NewStore {
            folder,
            name,
            unlockers,
        },
    );
    let made = made.inspect_err(|_| {
        if let Some((path, _)) = &identity {
            file::remove_if_there(path).ok();
        }
    })?;
    if let Some((path, _)) = &identity {
        require_opens(path, &ctx.folder()?)?;
    }
    if made.unlockers.len() == 1 {
        ctx.ui.warn(
            "one unlocker alone opens this store; add an offline one with `optimactl key add`",
        );
    }
    ctx.answer(&answered(args, ctx, made, shown))
}

/// The file on disk, read again, must open what was made: it is the only way in.
fn require_opens(path: &Path, folder: &Folder) -> Result<()> {
    let text = file_guard::read_text(path, secret_input::FILE_LIMIT)?;
    let text = SecretText::new(text.to_string());
    let origin = path.display().to_string();
    let identities = wrap::parse_identities(&text, &origin)?;
    if init::opens(folder, &[Unlocker::Identities { identities, origin }]) {
        return Ok(());
    }
    Err(Error::failed(format!("`{}` does not open the store that was just made", path.display()))
        .hint("somebody wrote to it meanwhile: remove the new store's folder and run `optimactl init` again"))
}

fn ground(ctx: &Context) -> Result<Ground> {
    Ok(Ground {
        clock: ctx.settings.clock(),
        random: ctx.random(),
        caller: ctx.caller(),
        effort: ctx.effort()?,
        holder: ctx.holder()?,
    })
}

/// A file to write, and the identity that goes into it.
type NewIdentity<'a> = (&'a PathBuf, SecretText);
type NamedUnlockers = Vec<(Label, NewUnlocker)>;

fn unlockers<'a>(
    args: &'a Args,
    ctx: &Context,
) -> Result<(NamedUnlockers, Option<NewIdentity<'a>>)> {
    let mut unlockers = vec![];
    let mut identity = None;
    let label = |name: &str| Label::new(name, "the name of an unlocker");
    if let Some(path) = &args.new_identity {
        let (text, recipient) = init::identity_file(ctx.clock.now())?;
        unlockers.push((label("first")?, NewUnlocker::Recipient(recipient)));
        identity = Some((path, text));
    }
    for (number, text) in (1..).zip(&args.recipient) {
        let recipient = Recipient::parse(text)?;
        unlockers.push((
            label(&format!("recipient-{number}"))?,
            NewUnlocker::Recipient(recipient),
        ));
    }
    if let Some(path) = &args.new_passphrase_file {
        let passphrase = secret_input::new_passphrase(path)?;
        unlockers.push((label("passphrase")?, NewUnlocker::Passphrase(passphrase)));
    }
    Ok((unlockers, identity))
}

/// An identity beside what it opens protects nothing.
fn refuse_misplaced(args: &Args, ctx: &Context) -> Result<()> {
    let Some(path) = &args.new_identity else {
        return Ok(());
    };
    if path.symlink_metadata().is_ok() {
        return Err(
            Error::conflict(format!("`{}` exists already", path.display()))
                .hint("an identity is never overwritten: choose another file"),
        );
    }
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
    let store = ctx.settings.store_path()?;
    let mut around = vec![std::path::absolute(&store).unwrap_or(store)];
    around.extend(ctx.settings.list("backup.to").iter().map(PathBuf::from));
    if around.iter().any(|folder| absolute.starts_with(folder)) {
        return Err(
            Error::refused("the identity would lie beside what it opens")
                .hint("keep it outside the store's and the backups' folders, best on another disk"),
        );
    }
    Ok(())
}

fn answered(args: &Args, ctx: &Context, made: Made, store: String) -> Answered {
    let identity = args
        .new_identity
        .as_ref()
        .map(|path| path.display().to_string());
    let identity = identity.as_deref().unwrap_or("FILE");
    let place = match &ctx.flags.store {
        Some(_) => format!(" --store {store}"),
        None => String::new(),
    };
    Answered {
        next: vec![
            format!(
                "optimactl account create NAME --email ADDRESS --role admin --invite{place} --identity {identity}"
            ),
            format!("optimactl backup create --to DIR{place} --identity {identity}"),
            format!("optimactl doctor{place} --identity {identity}"),
        ],
        store,
        made: true,
        store_id: Some(made.store_id),
        vkey: Some(made.vkey),
        unlockers: made
            .unlockers
            .into_iter()
            .map(|slot| UnlockerShown {
                name: slot.name,
                kind: slot.kind,
                recipient: slot.recipient,
            })
            .collect(),
    }
}

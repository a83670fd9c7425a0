//! `key add`: one more way to open the store.

use std::path::PathBuf;

use crate::base::error::{Kind, Result};
use crate::base::name::Label;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::secret_input;
use crate::crypto::wrap::{Recipient, fingerprint};
use crate::domain::key::{self, NewUnlocker};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Let a second person open the store with their own identity",
        line: "optimactl key add offline --recipient age16cae73yeeu0gqzhweg8yv75mf6kcmkmpc4t2t4uxdwqhzt6q2ugsj70rk3",
    },
    Example {
        what: "Add a passphrase",
        line: "optimactl key add safe --new-passphrase-file passphrase.txt",
    },
];

/// Add an unlocker
///
/// A recipient is the public half of an identity: `age1…`, `age1NAME1…` of an age plugin (security keys, TPM), or an ssh
/// public key. Backups made from now on open for it, too; older ones open after `backup rewrap`. A passphrase gets
/// an identity of its own, encrypted with it.
///
/// A recipient that resists quantum computers may not stand beside others in one file. As an unlocker it opens the
/// store, and a backup through the master identity in the folder `recovery` beside it; the backup's file itself
/// stays encrypted to the others, so it is not safer than they are.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("unlocker").required(true))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Conflict, Kind::NoStore, Kind::StoreLocked, Kind::WrongKey, Kind::Integrity, Kind::NoSpace],
    &["optimactl key list", "optimactl key remove"],
))]
pub(crate) struct Args {
    /// What the unlocker is called
    #[arg(value_name = "NAME")]
    name: String,
    /// `age1…`, `age1NAME1…`, `ssh-ed25519 …` or `ssh-rsa …`
    #[arg(long, value_name = "RECIPIENT", group = "unlocker")]
    recipient: Option<String>,
    /// A file with the new passphrase
    #[arg(long, value_name = "FILE", group = "unlocker")]
    new_passphrase_file: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let name = Label::new(&args.name, "the name of an unlocker")?;
    let unlocker = match (&args.recipient, &args.new_passphrase_file) {
        (Some(recipient), _) => NewUnlocker::Recipient(Recipient::parse(recipient)?),
        (None, Some(path)) => NewUnlocker::Passphrase(secret_input::new_passphrase(path)?),
        (None, None) => {
            return Err(crate::base::error::Error::bug(
                "clap let no unlocker through",
            ));
        }
    };
    let mut core = ctx.open_exclusive()?;
    if ctx.flags.dry_run {
        drop(core);
        return ctx.answer(&ctx.change("key-add", format!("Would add the unlocker {}", args.name)));
    }
    let (entry, event) = key::add(&mut core, &name, &unlocker)?;
    drop(core);
    let sentence = if entry.mixes() {
        format!(
            "Added the unlocker {}; a new backup opens for it, older ones do not",
            entry.name
        )
    } else {
        format!(
            "Added the unlocker {}; it stands alone: a new backup opens for it through the store's master \
             identity in `recovery/`, not directly",
            entry.name
        )
    };
    let change = ctx
        .change("key-add", sentence)
        .id(entry.name.as_str())
        .event(event)
        .with("kind", entry.kind.as_str())
        .with("fingerprint", fingerprint(&entry.recipient))
        .with("recipient", entry.recipient.as_str());
    ctx.answer(&change)
}

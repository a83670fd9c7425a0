//! `backup restore`: a new store out of a backup.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::crypto::note::Vkey;
use crate::domain::audit::vkey;
use crate::domain::backup::restore::{self, Pick, Plan, Restored};
use crate::domain::backup::{Chosen, Target};
use crate::store::folder::Folder;

use super::restore_over as over;
use super::rights::Rights;
use super::shared::{self, From};

const EXAMPLES: [Example; 5] = [
    Example {
        what: "Restore the newest backup into a new folder",
        line: "optimactl backup restore --latest --from backups --to restored",
    },
    Example {
        what: "See what would be restored",
        line: "optimactl backup restore --latest --from backups --to restored --dry-run",
    },
    Example {
        what: "See what the store here would lose to the newest backup",
        line: "optimactl backup restore --latest --from backups --replace --dry-run",
    },
    Example {
        what: "Put the newest backup in the place of the store here; at a terminal the name is asked for",
        line: "optimactl backup restore --latest --from backups --replace --reason 'a wrong import' --confirm store",
    },
    Example {
        what: "Put back what was replaced last",
        line: "optimactl backup restore --latest --from backups --replace --reason test --confirm store -q && optimactl backup restore --undo --reason 'the wrong backup' --confirm store",
    },
];

/// Restore a backup into a new folder or over the store
///
/// Needs nothing but the backup folder with its `recovery` and an unlocker. Everything is compared with the
/// signed manifest before the new folder becomes a store; after a failure nothing is left. The audit log goes
/// on in a new epoch that names what is not here. Codes that were open are void. On a machine without the
/// store give its verification key with `--vkey`: nothing else can tell a forged folder.
///
/// `--replace` puts the backup in the place of the store here, which nobody may use meanwhile. First it shows what
/// would be lost; then the store's name is asked for, and a reason. The new database is built and checked beside
/// the old one before they change places; a crash at any moment leaves one of them whole. The audit log is not
/// turned back: it is carried over and goes on, or, where the old one is damaged, a new epoch begins. Open
/// sessions and codes are void, used codes stay used. What was replaced is kept inside the store's folder until
/// `backup discard-replaced`; `--undo` puts it back.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Conflict]].concat(),
    &["optimactl backup list", "optimactl backup verify", "optimactl audit verify"],
))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of its own on the command line"
)]
pub(crate) struct Args {
    /// The backup's id, or its file
    #[arg(value_name = "ID|FILE", required_unless_present_any = ["latest", "undo"])]
    pub(super) backup: Option<String>,
    /// The newest one
    #[arg(long, conflicts_with = "backup")]
    latest: bool,
    /// The new store's folder
    #[arg(long, value_name = "DIR", conflicts_with_all = ["replace", "undo"])]
    to: Option<PathBuf>,
    /// Put it in the place of the store here; needs a reason and the store's name
    #[arg(long, conflicts_with = "undo")]
    replace: bool,
    /// Put back the database that was replaced last
    #[arg(long, conflicts_with_all = ["backup", "latest", "from", "unsigned"])]
    undo: bool,
    /// Restore a file that no manifest of this store vouches for; needs `--reason` and the store's name
    #[arg(long)]
    pub(super) unsigned: bool,
    #[command(flatten)]
    pub(super) from: From,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    store: String,
    backup: Option<String>,
    file: String,
    store_id: String,
    epoch: Option<String>,
    old_epoch: Option<String>,
    events: Option<u64>,
    missing_events: Option<u64>,
    voided_codes: Option<usize>,
    #[serde(flatten)]
    rights: Option<Rights>,
    vkey: Option<String>,
    /// As the manifest says.
    signed_by: Option<String>,
    confirmed: bool,
    event: Option<u64>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-restore"
    }

    fn view(&self) -> View {
        if self.dry_run {
            let mut lines = vec![format!("Would restore {} to {}", self.file, self.store)];
            lines.extend(self.keys());
            return View::Lines(lines);
        }
        let mut lines = vec![
            format!("Restored {} to {}", self.file, self.store),
            format!(
                "It holds {} events and began epoch {} (event {})",
                self.events.unwrap_or(0),
                self.epoch.as_deref().unwrap_or_default(),
                self.event.unwrap_or(0)
            ),
        ];
        if let Some(missing) = self.missing_events.filter(|missing| *missing > 0) {
            lines.push(format!(
                "{missing} later events of epoch {} are known and not here",
                self.old_epoch.as_deref().unwrap_or_default()
            ));
        }
        if let Some(codes) = self.voided_codes.filter(|codes| *codes > 0) {
            lines.push(format!("{codes} open codes are void"));
        }
        lines.extend(self.rights.iter().flat_map(Rights::lines));
        lines.extend(self.keys());
        View::Lines(lines)
    }
}

impl Answered {
    /// The keys, so that an eye can compare them with what was written down.
    fn keys(&self) -> Vec<String> {
        let mut lines = vec![];
        if let Some(vkey) = &self.vkey {
            lines.push(format!("Verification key from now on: {vkey}"));
        }
        if self.confirmed {
            lines.push("The key that was given confirmed the backup".to_owned());
            return lines;
        }
        let Some(signed_by) = &self.signed_by else {
            return lines;
        };
        let key = Vkey::key_part(signed_by).unwrap_or_default();
        lines.extend([
            "Nobody but you can tell that this is your store: no key was given. Compare with the one written down"
                .to_owned(),
            format!("  signed by  {signed_by}"),
            format!("  store id   {}", self.store_id),
            format!("  key        {key}"),
            "What counts is the store id and everything after the second `+`. The epoch and the eight digits behind it"
                .to_owned(),
            "differ by design. `--vkey KEY`, or `audit.vkey` in the configuration, compares it for you".to_owned(),
        ]);
        lines
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    match &args.to {
        Some(to) => to_folder(args, ctx, to),
        None if args.undo => over::undo(ctx),
        None if args.replace => over::replace(args, ctx),
        None => Err(Error::usage("it is not said where the backup goes").hint(
            "name a new folder with `--to DIR`, or put it in the place of the store here with `--replace`",
        )),
    }
}

fn to_folder(args: &Args, ctx: &mut Context, to: &Path) -> Result<Exit> {
    ctx.admit_beside_store()?;
    let pick = shared::pick(args.backup.as_deref());
    let target = place(args, ctx, &pick)?;
    let pinned = args.from.pinned(ctx)?;
    let plan = restore::plan(&target, &pick, ctx.unlockers()?, pinned.as_ref())?;
    vouch(args, ctx, &plan)?;
    if plan.manifest.is_none() {
        let what = format!("`{}` is not signed: anybody could have made it.", plan.file);
        ask::confirm_name(ctx, &what, &plan.unlocked.keyring.name)?;
    }
    let to = std::path::absolute(to).map_err(|error| Error::io("resolve", to, &error))?;
    let mut answer = planned(&plan, &to)?;
    if ctx.flags.dry_run {
        restore::require_free(&Folder::new(to)).map_err(elsewhere)?;
        answer.dry_run = true;
        return ctx.answer(&answer);
    }
    let ground = shared::ground(ctx)?;
    let mut meter = Meter::new(ctx, "restoring", Unit::Bytes);
    let own = shared::rings(ctx.unlockers()?);
    let restored = restore::restore(ground, &plan, &Folder::new(to), &own, &mut |progress| {
        meter.report(progress);
    })
    .map_err(elsewhere)?;
    drop(meter);
    fill(&mut answer, restored);
    ctx.answer(&answer)
}

/// A file is looked for where it lies, unless `--from` says where its `recovery` is.
pub(super) fn place(args: &Args, ctx: &mut Context, pick: &Pick) -> Result<Target> {
    match pick {
        Pick::File(path) if args.from.from.is_none() => {
            if !path.is_file() {
                return Err(Error::not_found(format!(
                    "there is no `{}`",
                    path.display()
                )));
            }
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            Target::at(folder.unwrap_or(Path::new(".")))
        }
        Pick::Signed(chosen) => args.from.target(ctx, chosen),
        Pick::File(_) => args.from.target(ctx, &Chosen::Latest),
    }
}

/// The folder that a store cannot lie in is named by `--to` here.
fn elsewhere(error: Error) -> Error {
    match error.hint.clone() {
        Some(hint) => error.hint(hint.replace("--store DIR", "--to DIR")),
        None => error,
    }
}

/// age does not say who encrypted: without a signature a person answers for the file.
pub(super) fn vouch(args: &Args, ctx: &Context, plan: &Plan<'_>) -> Result<()> {
    if plan.manifest.is_some() {
        return Ok(());
    }
    let shown = &plan.file;
    if !args.unsigned {
        return Err(Error::integrity(format!(
            "no manifest signed by this store vouches for `{shown}`"
        ))
        .hint("restore another one, or this one with `--unsigned --reason TEXT`"));
    }
    if ctx.flags.reason.is_none() {
        return Err(Error::refused("an unsigned file needs a reason")
            .hint("give it with `--reason TEXT`; it is recorded"));
    }
    Ok(())
}

fn planned(plan: &Plan<'_>, to: &Path) -> Result<Answered> {
    Ok(Answered {
        dry_run: false,
        store: to.display().to_string(),
        backup: plan.manifest.as_ref().map(|manifest| manifest.id.clone()),
        file: plan.file.clone(),
        store_id: plan.unlocked.keyring.store_id.clone(),
        epoch: None,
        old_epoch: None,
        events: None,
        missing_events: None,
        voided_codes: None,
        rights: None,
        vkey: Some(vkey(&plan.unlocked.keyring)?.to_string()),
        signed_by: plan.manifest.as_ref().map(|manifest| manifest.vkey.clone()),
        confirmed: plan.confirmed,
        event: None,
    })
}

fn fill(answer: &mut Answered, restored: Restored) {
    answer.epoch = Some(restored.epoch);
    answer.old_epoch = Some(restored.old_epoch);
    answer.events = Some(restored.events);
    answer.missing_events = Some(restored.missing);
    answer.voided_codes = Some(restored.codes);
    answer.rights = Some(Rights::of(restored.reapplied, restored.sessions));
    answer.vkey = Some(restored.vkey);
    answer.event = Some(restored.event);
}

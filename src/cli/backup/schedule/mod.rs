//! `backup schedule`: units for systemd or lines for cron, as text. Installs nothing.

mod cron;
mod plan;
mod systemd;
mod when;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::cli::context::{Context, Exit, Target};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Change, View};
use crate::store::file::{self, Existing};

use plan::Plan;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See the units for a backup every night",
        line: "optimactl backup schedule --systemd --to /srv/backup",
    },
    Example {
        what: "Write them into a folder",
        line: "optimactl backup schedule --systemd --every 6h --to /srv/backup --output units",
    },
    Example {
        what: "See the lines for cron",
        line: "optimactl backup schedule --cron --at 02:30 --to /srv/backup",
    },
];

/// Write what makes backups happen by themselves
///
/// Three jobs: a backup, once a week a restore to scratch that proves one, and `backup watch`, which finds out
/// that the others do not run. The units are closed to all that they do not need; `systemd-analyze security`
/// says so. Nothing is installed: the units or lines go to standard output or to `--output`, and the commands
/// to install them are shown.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("scheduler").required(true).args(["systemd", "cron"]))]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::NoStore, Kind::NotFound, Kind::Conflict, Kind::NoSpace],
    &["optimactl backup watch", "optimactl-cron(7)"],
))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
pub(crate) struct Args {
    /// Units for systemd: `--output` is a folder
    #[arg(long)]
    systemd: bool,
    /// Lines for the crontab of the store's owner
    #[arg(long)]
    cron: bool,
    /// The time of day, local, as `HH:MM`; 03:17 if nothing is said
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// How often instead of once a day: minutes that divide an hour, hours that divide a day, `1d` or `1w`
    #[arg(long, value_name = "PERIOD", conflicts_with = "at")]
    every: Option<String>,
    /// Where the backups go: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be
    /// repeated; else `backup.to` in the configuration, read at each run
    #[arg(long, value_name = "PLACE")]
    to: Vec<String>,
    /// Backups are deltas, and a full one is made as often as `backup.full_every` in the configuration says
    #[arg(long)]
    delta: bool,
    /// Whom the units run as; else the owner of the store's folder
    #[arg(long, value_name = "USER")]
    user: Option<String>,
    /// How the units are called, for several stores on one machine
    #[arg(long, value_name = "NAME", default_value = "optimactl-backup")]
    name: String,
    /// The unlocker is a credential that systemd keeps encrypted: `systemd-creds encrypt` made it
    #[arg(long, requires = "systemd")]
    encrypted_credential: bool,
    /// The unlocker is a token on USB: its devices stay within reach
    #[arg(long, requires = "systemd")]
    devices: bool,
    /// The store's verification key for the watch; else `audit.vkey` in the configuration, else the store is opened
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
}

#[derive(Serialize)]
struct Answered {
    scheduler: &'static str,
    dry_run: bool,
    /// Where they were written.
    folder: Option<String>,
    files: Vec<Written>,
    next: Vec<String>,
}

#[derive(Serialize)]
struct Written {
    name: String,
    text: String,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-schedule"
    }

    fn items(&self) -> Option<&'static str> {
        Some("files")
    }

    fn view(&self) -> View {
        let mut lines = vec![];
        if let Some(folder) = &self.folder {
            let did = if self.dry_run { "Would write" } else { "Wrote" };
            let names = self.files.iter().map(|file| &file.name);
            lines.extend(names.map(|name| format!("{did} {folder}/{name}")));
            lines.push("Next:".to_owned());
            lines.extend(self.next.iter().map(|line| format!("  {line}")));
            return View::Lines(lines);
        }
        for file in &self.files {
            if self.files.len() > 1 {
                lines.push(format!("# ---- {}", file.name));
            }
            lines.extend(file.text.lines().map(str::to_owned));
            if self.files.len() > 1 {
                lines.push(String::new());
            }
        }
        lines.push("# Next:".to_owned());
        lines.extend(self.next.iter().map(|line| format!("#   {line}")));
        View::Lines(lines)
    }
}

/// The one file of cron, and what comes next: a line each, to be pasted.
#[derive(Serialize)]
#[serde(transparent)]
struct Done {
    change: Change,
    #[serde(skip)]
    next: Vec<String>,
}

impl Answer for Done {
    fn schema(&self) -> &'static str {
        self.change.schema
    }

    fn view(&self) -> View {
        let mut lines = vec![self.change.what.clone(), "Next:".to_owned()];
        lines.extend(self.next.iter().map(|line| format!("  {line}")));
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let plan = Plan::of(args, ctx)?;
    let (scheduler, files) = if args.systemd {
        ("systemd", systemd::units(&plan))
    } else {
        ("cron", vec![cron::lines(&plan)?])
    };
    let target = match &ctx.flags.output {
        None => Target::Stdout,
        Some(_) => ctx.target(None)?,
    };
    let files: Vec<Written> = files
        .into_iter()
        .map(|(name, text)| Written { name, text })
        .collect();
    let folder = match &target {
        Target::Stdout => None,
        Target::File(path) if args.systemd => {
            place(ctx, path, &files)?;
            Some(path.clone())
        }
        Target::File(path) => {
            let single = files.first().map_or("", |file| file.text.as_str());
            if !ctx.flags.dry_run {
                write(path, single, ctx.existing())?;
            }
            None
        }
    };
    let at = folder.as_deref().or(ctx.flags.output.as_deref());
    let next = if args.systemd {
        systemd::next(&plan, at.filter(|path| path.as_os_str() != "-"))
    } else {
        cron::next(&plan, at.filter(|path| path.as_os_str() != "-"))
    };
    if let (Target::File(path), None) = (&target, &folder) {
        return done(ctx, path, &next);
    }
    ctx.answer(&Answered {
        scheduler,
        dry_run: ctx.flags.dry_run,
        folder: folder.map(|path| path.display().to_string()),
        files,
        next,
    })
}

/// The one file of cron was written.
fn done(ctx: &Context, path: &Path, next: &[String]) -> Result<Exit> {
    let did = if ctx.flags.dry_run {
        "Would write"
    } else {
        "Wrote"
    };
    let change = ctx
        .change("backup-schedule", format!("{did} {}", path.display()))
        .with("file", path.display().to_string())
        .with("next", next.to_vec());
    ctx.answer(&Done {
        change,
        next: next.to_vec(),
    })
}

/// All of the units, or none if one is there already.
fn place(ctx: &Context, folder: &Path, files: &[Written]) -> Result<()> {
    for one in files {
        let path = folder.join(&one.name);
        if path.symlink_metadata().is_ok() && !ctx.flags.overwrite {
            return Err(
                Error::conflict(format!("`{}` exists already", path.display()))
                    .hint("replace it with `--overwrite`"),
            );
        }
    }
    if ctx.flags.dry_run {
        return Ok(());
    }
    file::make_folder(folder)?;
    for one in files {
        write(&folder.join(&one.name), &one.text, ctx.existing())?;
    }
    Ok(())
}

/// Units and crontabs hold nothing secret, and systemd complains about those that it alone can read.
fn write(path: &Path, text: &str, existing: Existing) -> Result<()> {
    file::write_output(path, text.as_bytes(), existing)?;
    std::fs::set_permissions(path, Permissions::from_mode(0o644))
        .map_err(|error| Error::io("change the mode of", path, &error))
}

/// A path as text that fits on one line.
fn plain(path: &Path) -> Result<String> {
    let absolute = std::path::absolute(path).map_err(|error| Error::io("resolve", path, &error))?;
    let absolute: PathBuf = absolute.components().collect();
    match absolute.to_str() {
        Some(text) if !text.chars().any(char::is_control) => Ok(text.to_owned()),
        _ => Err(Error::usage(format!(
            "`{}` cannot stand in a unit or a crontab: it is not UTF-8 or has a control character",
            text::safe(&absolute.to_string_lossy())
        ))
        .hint("give the file or folder another name")),
    }
}

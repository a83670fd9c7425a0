//! `doctor`: what is wrong with this store and its surroundings, and the command that mends each.

use std::path::PathBuf;

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::base::period::Period;
use crate::crypto::note::Vkey;
use crate::domain::doctor::{self, Finding, Level};

use super::context::{Context, Exit};
use super::examples::{self, Example};
use super::global::Format;
use super::render::{Answer, Table, View};
use super::ui::{Loudness, Sink};
use super::unlock_sources::UnlockerSource;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Look for trouble; 4 when there is some",
        line: "optimactl doctor # ends with 4",
    },
    Example {
        what: "The same for a monitoring host",
        line: "optimactl doctor --format json # ends with 4",
    },
];

/// Look for trouble and say what mends it
///
/// Reads and changes nothing: folder, modes, disk space, clock, every page of a database of at most 256 MiB, keys,
/// slots, age of backups and of the newest checkpoint, backup jobs that failed, admins without a second factor.
/// Works without an unlocker and on a damaged store, as far as it goes. Exit code 4 when something is to be done, 13
/// when it is damage. Without a terminal the text shows only what is to be done, so that a cron mail means something
/// (`-v`: everything). The output holds no personal data.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Findings, Kind::Integrity],
    &["optimactl status", "optimactl store check", "optimactl audit verify"],
))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Shown {
    check: &'static str,
    level: &'static str,
    text: String,
    mend: Option<String>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Answered(Vec<Shown>);

/// What is to be done, for a mail.
#[derive(Serialize)]
#[serde(transparent)]
struct Mailed(Vec<Shown>);

impl Answer for Mailed {
    fn schema(&self) -> &'static str {
        "doctor"
    }

    fn view(&self) -> View {
        let lines = self.0.iter().map(|shown| {
            let mend = shown
                .mend
                .as_deref()
                .map(|mend| format!("; mend it: {mend}"));
            format!(
                "{}  {}: {}{}",
                shown.level.to_uppercase(),
                shown.check,
                shown.text,
                mend.unwrap_or_default()
            )
        });
        View::Lines(lines.collect())
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "doctor"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["level", "check", "finding", "mend"]);
        for shown in &self.0 {
            let level = shown.level.to_uppercase();
            table.row([
                level.as_str(),
                shown.check,
                &shown.text,
                shown.mend.as_deref().unwrap_or(""),
            ]);
        }
        View::Table(table)
    }
}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let findings = look(ctx)?;
    let worst = findings
        .iter()
        .map(|finding| finding.level)
        .max()
        .unwrap_or(Level::Ok);
    let shown = findings.into_iter().map(|finding| Shown {
        check: finding.check,
        level: finding.level.as_str(),
        text: finding.text,
        mend: finding.mend,
    });
    let kind = match worst {
        Level::Ok | Level::Note => None,
        Level::Warn | Level::Fail => Some(Kind::Findings),
        Level::Damage => Some(Kind::Integrity),
    };
    let for_mail = ctx.ui.format() == Format::Text
        && ctx.ui.sink() == Sink::Pipe
        && ctx.ui.loudness() != Loudness::Verbose;
    if for_mail {
        let to_do = shown.filter(|shown| !["ok", "note"].contains(&shown.level));
        return ctx.answer_with(&Mailed(to_do.collect()), kind);
    }
    ctx.answer_with(&Answered(shown.collect()), kind)
}

fn look(ctx: &mut Context) -> Result<Vec<Finding>> {
    let folder = ctx.folder()?;
    let identities: Vec<PathBuf> = ctx
        .settings
        .unlockers()
        .into_iter()
        .filter_map(|source| match source {
            UnlockerSource::IdentityFile(path, _) => Some(path),
            _ => None,
        })
        .collect();
    let paths: Vec<&std::path::Path> = identities.iter().map(PathBuf::as_path).collect();
    let age: Period = ctx.settings.text("key.max_age").unwrap_or("365d").parse()?;
    let oldest = age.before(ctx.clock.now());
    let pinned = ctx.settings.text("audit.vkey");
    let pinned = pinned.map(Vkey::typed).transpose()?;
    let keep: Period = ctx.settings.text("bundle.keep").unwrap_or("30d").parse()?;
    let mut findings = doctor::outside(&folder, &paths, ctx.clock.now());
    if folder.holds_store() {
        match ctx.open_quietly().and_then(|core| {
            let mut inside = doctor::inside(&core, oldest, pinned.as_ref())?;
            inside.extend(doctor::bundles(&core, &keep)?);
            Ok(inside)
        }) {
            Ok(inside) => findings.extend(inside),
            Err(error) => findings.push(Finding::unopened(&error)),
        }
    }
    Ok(findings)
}

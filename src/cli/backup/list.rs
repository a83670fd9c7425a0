//! `backup list`: what lies at a target, what does not count and why.

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Kind, Result};
use crate::base::text;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::backup::coverage::Known;
use crate::domain::backup::listing::Odd;
use crate::domain::backup::verify::Level;
use crate::domain::backup::{Chosen, Item, Presence};

use super::shared::{self, From};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See what lies in a folder",
        line: "optimactl backup list --from backups",
    },
    Example {
        what: "The same for a program",
        line: "optimactl backup list --from backups --format json",
    },
];

/// List the backups in a folder
///
/// Only backups that this store signed are listed. What does not count, and gaps in their numbering, are
/// named below; then the exit code is 13. Pruned ones are left out without `--all`. With the verification key alone (`--vkey`) no store is needed.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &examples::STORE, &["optimactl backup show", "optimactl backup verify"],
))]
pub(crate) struct Args {
    /// Also those that were pruned and are gone
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    from: From,
}

#[derive(Serialize)]
struct Answered {
    backups: Vec<Row>,
    findings: Vec<String>,
    /// What is no damage: numbers that were left out when backups were copied here.
    notes: Vec<String>,
    ignored: Vec<Odd>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    created: String,
    sequence: u64,
    epoch: String,
    label: Option<String>,
    kind: &'static str,
    /// The full backup that a delta is based on.
    base: Option<String>,
    file: String,
    bytes: u64,
    image_bytes: u64,
    events: u64,
    state: Presence,
    verified: Verified,
    pinned: bool,
    pinned_until: Option<String>,
    trash_until: Option<String>,
}

/// When it last passed each level.
#[derive(Serialize)]
pub(super) struct Verified {
    quick: Option<String>,
    full: Option<String>,
    restore_test: Option<String>,
    drill: Option<String>,
}

impl Verified {
    pub(super) fn of(known: &Known, id: &str) -> Self {
        let at = |level| known.at(id, level).map(seconds_text);
        Self {
            quick: at(Level::Quick),
            full: at(Level::Full),
            restore_test: at(Level::RestoreTest),
            drill: at(Level::Drill),
        }
    }

    /// The most thorough one and when.
    fn best(&self) -> String {
        let levels = [
            (&self.drill, "drill"),
            (&self.restore_test, "restore-test"),
            (&self.full, "full"),
            (&self.quick, "quick"),
        ];
        let mut passed = levels
            .iter()
            .filter_map(|(at, level)| Some((at.as_ref()?, level)));
        passed
            .next()
            .map_or_else(|| "never".to_owned(), |(at, level)| format!("{at} {level}"))
    }

    pub(super) fn lines(&self) -> Vec<(String, String)> {
        let never = |at: &Option<String>| at.clone().unwrap_or_else(|| "never".to_owned());
        vec![
            ("verified quickly".to_owned(), never(&self.quick)),
            ("opened in full".to_owned(), never(&self.full)),
            ("restore tested".to_owned(), never(&self.restore_test)),
            ("drilled".to_owned(), never(&self.drill)),
        ]
    }
}

impl Row {
    fn of(item: &Item, known: &Known, now: Time) -> Self {
        let manifest = &item.manifest;
        Self {
            id: manifest.id.clone(),
            created: manifest.created.clone(),
            sequence: manifest.sequence,
            epoch: manifest.epoch.clone(),
            label: manifest.label.clone(),
            kind: shared::kind(manifest),
            base: manifest.delta.as_ref().map(|delta| delta.base.clone()),
            file: manifest.file.name.clone(),
            bytes: manifest.file.bytes,
            image_bytes: manifest.image.bytes,
            events: manifest.audit.size,
            state: item.presence,
            pinned: item.is_pinned(now),
            pinned_until: item
                .pin
                .as_ref()
                .and_then(|pin| pin.until)
                .map(seconds_text),
            trash_until: item
                .pruned
                .as_ref()
                .and_then(|pruned| pruned.trash_until.clone()),
            verified: Verified::of(known, &manifest.id),
        }
    }

    fn state(&self) -> &'static str {
        match self.state {
            Presence::Present if self.pinned => "pinned",
            Presence::Present => "present",
            Presence::Missing => "missing",
            Presence::Changed => "changed",
            Presence::Trashed => "in the trash",
            Presence::Pruned => "pruned",
        }
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-list"
    }

    fn items(&self) -> Option<&'static str> {
        Some("backups")
    }

    fn view(&self) -> View {
        let mut table = Table::new(&[
            "id", "created", "number", "kind", "label", "size", "state", "verified",
        ]);
        for row in &self.backups {
            table.row([
                row.id.as_str(),
                &row.created,
                &row.sequence.to_string(),
                row.kind,
                row.label.as_deref().unwrap_or("-"),
                &shared::size(row.bytes),
                row.state(),
                &row.verified.best(),
            ]);
        }
        let mut lines: Vec<String> = self.findings.clone();
        lines.extend(self.notes.iter().cloned());
        let untidy = self.ignored.iter().filter(|odd| !odd.is_manifest());
        lines.extend(
            untidy.map(|odd| format!("`{}` does not count: {}", text::safe(&odd.file), odd.why)),
        );
        if lines.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(lines)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let target = args.from.target(ctx, &Chosen::Latest)?;
    let (listing, known) = args.from.listing(ctx, &target)?;
    let findings = listing.findings();
    let bad = (!findings.is_empty()).then_some(Kind::Integrity);
    let answer = Answered {
        backups: listing
            .items
            .iter()
            .filter(|item| args.all || item.presence != Presence::Pruned)
            .map(|item| Row::of(item, &known, now))
            .collect(),
        findings,
        notes: listing.left_out.into_iter().chain(known.odd).collect(),
        ignored: listing.odd,
    };
    ctx.answer_with(&answer, bad)
}

//! `backup list`: what lies at a target, what does not count and why.

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::backup::listing::Odd;
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
    pinned: bool,
    pinned_until: Option<String>,
    trash_until: Option<String>,
}

impl Row {
    fn of(item: &Item, now: Time) -> Self {
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
        let mut table = Table::new(&["id", "created", "number", "kind", "label", "size", "state"]);
        for row in &self.backups {
            table.row([
                row.id.as_str(),
                &row.created,
                &row.sequence.to_string(),
                row.kind,
                row.label.as_deref().unwrap_or("-"),
                &shared::size(row.bytes),
                row.state(),
            ]);
        }
        let mut lines: Vec<String> = self.findings.clone();
        let untidy = self.ignored.iter().filter(|odd| !odd.is_manifest());
        lines.extend(untidy.map(|odd| format!("`{}` does not count: {}", odd.file, odd.why)));
        if lines.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(lines)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let target = args.from.target(ctx, &Chosen::Latest)?;
    let listing = args.from.listing(ctx, &target)?;
    let findings = listing.findings();
    let bad = (!findings.is_empty()).then_some(Kind::Integrity);
    let answer = Answered {
        backups: listing
            .items
            .iter()
            .filter(|item| args.all || item.presence != Presence::Pruned)
            .map(|item| Row::of(item, now))
            .collect(),
        findings,
        ignored: listing.odd,
    };
    ctx.answer_with(&answer, bad)
}

//! `request certificate`: what an erasure did, for whoever has to show it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::text::{count, safe};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::cli::sources::{self, SourceShown};
use crate::domain::erasure::{self, Certificate, Plan, Stage};
use crate::domain::request;
use crate::store::request::{RequestRow, SourceRunRow};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What was erased, and until when backups hold it",
        line: "optimactl request certificate R-2026-0013",
    },
    Example {
        what: "The same for another program",
        line: "optimactl request certificate R-2026-0013 --format json",
    },
];

/// Show what an erasure did
///
/// How far it came, how many rows of which table and how many values of the audit log went, what a hold kept, what the
/// search found, what each data source answered, the line of the rights journal by which every restore erases again, and the day by which the last
/// backup that holds the person is deleted. It names nobody.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request erase", "optimactl backup prune"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

/// An erasure, as it is shown.
#[derive(Serialize)]
pub(super) struct Shown {
    reference: String,
    subject: String,
    stage: String,
    approval: Option<String>,
    planned: String,
    done: Option<String>,
    journal_line: Option<u64>,
    rows: BTreeMap<String, u64>,
    log_values: u64,
    log_values_found_by_search: u64,
    log_values_held: u64,
    pseudonyms: u64,
    held: Vec<String>,
    residue: BTreeMap<String, u64>,
    /// Values of events about others in which a name of the person stands; the first thousand.
    mentions: Vec<(u64, String)>,
    mentioned: u64,
    columns_searched: u64,
    files_searched: u64,
    /// Values that were put right and stood sealed in the rights journal.
    journal_values: u64,
    /// Where copies of the journal may still hold them: the next backup there mends it.
    journal_copies_left: Vec<String>,
    /// Files that were handed out: whoever keeps them deletes them.
    bundles: Vec<String>,
    sources: Vec<SourceShown>,
    backups_gone_by: Option<String>,
}

impl Shown {
    pub(super) fn of(
        row: &RequestRow,
        approval: Option<String>,
        (certificate, runs): (&Certificate, &[SourceRunRow]),
    ) -> Result<Self> {
        let Certificate {
            row: erasure,
            went,
            residue,
        } = certificate;
        let plan: Plan = serde_json::from_str(&erasure.plan)
            .map_err(|_| Error::integrity("the plan of an erasure is damaged"))?;
        Ok(Self {
            reference: row.reference.clone(),
            subject: erasure.subject.clone(),
            stage: erasure.stage.clone(),
            approval,
            planned: seconds_text(erasure.planned),
            done: erasure.done.map(seconds_text),
            journal_line: erasure.line,
            rows: went.rows.clone(),
            log_values: went.values,
            log_values_found_by_search: went.found,
            log_values_held: went.log_held,
            pseudonyms: went.pseudonyms,
            held: went.held.clone(),
            residue: residue.found.clone(),
            mentions: residue.mentions.clone(),
            mentioned: residue.mentioned,
            columns_searched: residue.columns,
            files_searched: residue.files,
            journal_values: went.journal,
            journal_copies_left: vec![],
            bundles: plan.bundles,
            sources: runs.iter().map(SourceShown::of).collect(),
            backups_gone_by: erasure.gone_by.map(seconds_text),
        })
    }

    /// With the places where copies of the journal were not mended yet.
    pub(super) fn with_copies(mut self, left: Vec<String>) -> Self {
        self.journal_copies_left = left;
        self
    }

    fn journal_text(&self) -> String {
        if self.journal_values == 0 {
            return String::new();
        }
        let values = count(i128::from(self.journal_values), "rectified value");
        if self.journal_copies_left.is_empty() {
            return format!("{values} cut out, of every copy, too");
        }
        format!(
            "{values} cut out; copies still hold them at {} until the next backup there",
            self.journal_copies_left.join(", ")
        )
    }

    fn held_text(&self) -> String {
        let mut held = self.held.clone();
        if self.log_values_held > 0 {
            held.push(count(i128::from(self.log_values_held), "value of the log"));
        }
        held.join(", ")
    }

    fn mentions_text(&self) -> String {
        if self.mentioned == 0 {
            return String::new();
        }
        let shown = self.mentions.iter().take(MOST_SHOWN);
        let shown: Vec<String> = shown
            .map(|(seq, field)| format!("{seq} {}", safe(field)))
            .collect();
        let more = if shown.len() < self.mentions.len() {
            ", …"
        } else {
            ""
        };
        let values = count(i128::from(self.mentioned), "value");
        format!(
            "{values} of events about others: {}{more}",
            shown.join(", ")
        )
    }

    fn search_text(&self) -> String {
        if self.columns_searched == 0 {
            return "not yet".to_owned();
        }
        let left = if self.residue.is_empty() {
            "nothing left".to_owned()
        } else {
            found(&self.residue)
        };
        format!(
            "{} and {}: {left}",
            count(i128::from(self.columns_searched), "column"),
            count(i128::from(self.files_searched), "file")
        )
    }

    pub(super) fn view(&self) -> View {
        let record = [
            ("Request", self.reference.clone()),
            ("Subject", self.subject.clone()),
            ("Stage", self.stage.clone()),
            ("Approval", self.approval.clone().unwrap_or_default()),
            ("Planned", self.planned.clone()),
            ("Done", self.done.clone().unwrap_or_default()),
            (
                "Journal line",
                self.journal_line
                    .map_or_else(String::new, |line| line.to_string()),
            ),
            (
                "Audit log",
                format!(
                    "{} ({} in events of others), {}",
                    count(
                        i128::from(self.log_values + self.log_values_found_by_search),
                        "value"
                    ),
                    self.log_values_found_by_search,
                    count(i128::from(self.pseudonyms), "pseudonym")
                ),
            ),
            ("Rights journal", self.journal_text()),
            ("Held", self.held_text()),
            ("Named in", self.mentions_text()),
            ("Searched", self.search_text()),
            ("Handed out", self.bundles.join(", ")),
            (
                "Backups gone by",
                self.backups_gone_by.clone().unwrap_or_default(),
            ),
        ];
        let record = record.into_iter().filter(|(_, value)| !value.is_empty());
        let mut table = Table::new(&["TABLE", "ROWS"]);
        table.rows = self
            .rows
            .iter()
            .map(|(table, rows)| vec![table.clone(), rows.to_string()])
            .collect();
        table.empty = Some("No row went".to_owned());
        let record = record.map(|(name, value)| (name.to_owned(), value));
        let mut parts = vec![View::Record(record.collect()), View::Table(table)];
        parts.extend(sources::table(&self.sources).map(View::Table));
        View::Parts(parts)
    }
}

/// Mentions that a person is shown; `--format json` has more.
const MOST_SHOWN: usize = 20;

fn found(residue: &BTreeMap<String, u64>) -> String {
    let places: Vec<String> = residue
        .iter()
        .map(|(place, times)| format!("{place} {times}"))
        .collect();
    places.join(", ")
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "request-certificate"
    }

    fn view(&self) -> View {
        self.view()
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let (row, certificate, runs) = request::certificate(&core, &args.request)?;
    let approval = request::erase::approval(&core, &row)?;
    let left = erasure::uncut(&core, &certificate)?;
    drop(core);
    let shown = Shown::of(&row, approval, (&certificate, &runs))?.with_copies(left);
    if Stage::of(&certificate.row)? != Stage::Done {
        ctx.ui.note(&format!(
            "the erasure of {} is not done: this is no certificate yet",
            row.reference
        ));
    }
    ctx.answer(&shown)
}

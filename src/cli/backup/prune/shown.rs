//! What `backup prune` answers: every decision with its reasons, then what was done.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::cli::render::{Answer, Table, View};
use crate::domain::backup::prune::{Done, Plan, Waiting};
use crate::domain::backup::retention::{Decision, Verdict};

use super::size;

#[derive(Serialize)]
pub(super) struct Answered {
    pub(super) dry_run: bool,
    pub(super) places: Vec<Place>,
}

/// One place.
#[derive(Serialize)]
pub(super) struct Place {
    #[serde(rename = "place")]
    pub(super) name: String,
    decisions: Vec<Row>,
    trash: Vec<InTrash>,
    /// A rehearsal: the real run does nothing without `--max` of so many.
    pub(super) needs_max: Option<usize>,
    /// What a killed run had left, mended.
    finished: Vec<String>,
    recovery_removed: Vec<String>,
    pub(super) warnings: Vec<String>,
    event: Option<u64>,
    #[serde(serialize_with = "as_text")]
    pub(super) error: Option<Error>,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    decision: Decision,
    error: Option<String>,
}

#[derive(Serialize)]
struct InTrash {
    id: String,
    bytes: u64,
    until: Option<String>,
    removed: bool,
    error: Option<String>,
}

#[expect(clippy::ref_option, reason = "serde hands the field over like this")]
fn as_text<S: serde::Serializer>(
    error: &Option<Error>,
    to: S,
) -> std::result::Result<S::Ok, S::Error> {
    error.as_ref().map(ToString::to_string).serialize(to)
}

impl Place {
    fn empty(name: String) -> Self {
        Self {
            name,
            decisions: vec![],
            trash: vec![],
            needs_max: None,
            finished: vec![],
            recovery_removed: vec![],
            warnings: vec![],
            event: None,
            error: None,
        }
    }

    pub(super) fn planned(name: String, plan: Result<(String, Plan)>) -> Self {
        match plan {
            Ok((place, plan)) => Self::of(place, plan, &[]),
            Err(error) => Self {
                error: Some(error),
                ..Self::empty(name)
            },
        }
    }

    pub(super) fn done(name: String, done: Result<(String, Done)>) -> Self {
        let (place, done) = match done {
            Ok(done) => done,
            Err(error) => {
                return Self {
                    error: Some(error),
                    ..Self::empty(name)
                };
            }
        };
        Self {
            finished: done.finished,
            recovery_removed: done.recovery,
            warnings: done.warnings,
            event: Some(done.event),
            ..Self::of(place, done.plan, &done.failed)
        }
    }

    fn of(place: String, plan: Plan, failed: &[(String, Error)]) -> Self {
        let why = |id: &str| {
            let mut failed = failed.iter();
            failed
                .find(|(failed, _)| failed == id)
                .map(|(_, error)| error.to_string())
        };
        let row = |decision: Decision| Row {
            error: why(&decision.id),
            decision,
        };
        let waiting = |one: Waiting| InTrash {
            error: why(&one.id),
            id: one.id,
            bytes: one.bytes,
            until: one.until.map(seconds_text),
            removed: one.due,
        };
        let needs_max = plan.needed_max();
        Self {
            needs_max,
            decisions: plan.decisions.into_iter().map(row).collect(),
            trash: plan.trash.into_iter().map(waiting).collect(),
            ..Self::empty(place)
        }
    }

    pub(super) fn has_failures(&self) -> bool {
        let rows = self.decisions.iter().map(|row| &row.error);
        let trash = self.trash.iter().map(|row| &row.error);
        rows.chain(trash).any(Option::is_some)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["id", "created", "size", "verdict", "why"]);
        for row in &self.decisions {
            let decision = &row.decision;
            let verdict = match (decision.verdict, &row.error) {
                (_, Some(_)) => "failed",
                (Verdict::Keep, _) => "keep",
                (Verdict::Remove, _) => "remove",
                (Verdict::Purge, _) => "remove at once",
            };
            let why = row
                .error
                .clone()
                .unwrap_or_else(|| decision.reasons.join("; "));
            table.row([
                decision.id.as_str(),
                &decision.created,
                &size(decision.bytes),
                verdict,
                &why,
            ]);
        }
        table
    }

    fn lines(&self, dry_run: bool) -> Vec<String> {
        let many = |number: usize| count(i128::try_from(number).unwrap_or(i128::MAX), "backup");
        if let Some(error) = &self.error {
            return vec![format!("Failed at {}: {error}", self.name)];
        }
        let mut lines: Vec<String> = self
            .finished
            .iter()
            .map(|text| format!("First {text}"))
            .collect();
        let going = self.decisions.iter().filter(|row| row.error.is_none());
        let going: Vec<_> = going
            .filter(|row| row.decision.verdict != Verdict::Keep)
            .collect();
        let bytes = going.iter().map(|row| row.decision.bytes).sum();
        let verb = if dry_run { "Would prune" } else { "Pruned" };
        lines.push(match going.len() {
            0 => format!("Nothing to prune at {}", self.name),
            number => format!("{verb} {} ({}) at {}", many(number), size(bytes), self.name),
        });
        lines
            .extend(self.needs_max.map(|most| {
                format!("More than may go at once: the real run needs `--max {most}`")
            }));
        for one in &self.trash {
            let until = one.until.as_deref().unwrap_or("the next run");
            lines.push(match (&one.error, one.removed, dry_run) {
                (Some(error), ..) => format!("`{}` stays in the trash: {error}", one.id),
                (_, false, _) => format!("`{}` is in the trash until {until}", one.id),
                (_, true, true) => format!("Would remove `{}` from the trash for good", one.id),
                (_, true, false) => format!("Removed `{}` from the trash for good", one.id),
            });
        }
        if !self.recovery_removed.is_empty() {
            let names = self.recovery_removed.join(", ");
            lines.push(format!(
                "Removed from `recovery` what no backup needs: {names}"
            ));
        }
        lines.extend(self.event.map(|event| format!("Event {event}")));
        lines
    }
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-prune"
    }

    fn items(&self) -> Option<&'static str> {
        Some("places")
    }

    fn view(&self) -> View {
        let mut parts = vec![];
        for place in &self.places {
            if !place.decisions.is_empty() {
                parts.push(View::Table(place.table()));
            }
            parts.push(View::Lines(place.lines(self.dry_run)));
        }
        View::Parts(parts)
    }
}

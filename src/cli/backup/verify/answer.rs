//! What `backup verify` answers: each backup's result by place, findings, and how much is covered.

use serde::Serialize;

use crate::cli::render::{Answer, Table, View};

#[derive(Serialize)]
pub(super) struct Answered {
    pub(super) level: &'static str,
    pub(super) checked: Vec<Row>,
    pub(super) findings: Vec<String>,
    /// What is no damage: numbers that were left out, results that could not be left, leftovers that went.
    pub(super) notes: Vec<String>,
    /// The places that could not be looked at.
    pub(super) failed: Vec<Failed>,
    pub(super) coverage: Option<Coverage>,
    /// The signed report of a drill.
    pub(super) report: Option<String>,
    pub(super) event: Option<u64>,
}

#[derive(Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) place: String,
    pub(super) milliseconds: u64,
    pub(super) ok: bool,
    pub(super) error: Option<String>,
    /// Whether the signed result lies beside the manifest.
    pub(super) left: bool,
}

#[derive(Serialize)]
pub(super) struct Failed {
    pub(super) place: String,
    pub(super) code: &'static str,
    pub(super) error: String,
}

/// With `--oldest-first`: how many were looked at, and what comes next.
#[derive(Serialize)]
pub(super) struct Coverage {
    pub(super) checked: usize,
    pub(super) of: usize,
    /// When the longest unverified of the others last passed this level; none: never.
    pub(super) oldest: Option<String>,
    pub(super) next: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-verify"
    }

    fn items(&self) -> Option<&'static str> {
        Some("checked")
    }

    fn view(&self) -> View {
        let first = self.checked.first().map(|row| &row.place);
        let several = self.checked.iter().any(|row| Some(&row.place) != first);
        let mut header = vec!["id", "level", "seconds", "result"];
        if several {
            header.push("place");
        }
        let mut table = Table::new(&header);
        for row in &self.checked {
            let seconds = std::time::Duration::from_millis(row.milliseconds).as_secs_f64();
            let seconds = format!("{seconds:.1}");
            let result = row.error.as_deref().unwrap_or("ok");
            let mut cells = vec![row.id.as_str(), self.level, &seconds, result];
            if several {
                cells.push(&row.place);
            }
            table.row(cells);
        }
        let lines = self.lines();
        if lines.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(lines)])
    }
}

impl Answered {
    fn lines(&self) -> Vec<String> {
        let mut lines = self.findings.clone();
        lines.extend(
            self.failed
                .iter()
                .map(|one| format!("{} was not looked at: {}", one.place, one.error)),
        );
        lines.extend(self.notes.iter().cloned());
        if let Some(coverage) = &self.coverage {
            let next = match (&coverage.next, &coverage.oldest) {
                (None, _) => String::new(),
                (Some(id), Some(at)) => format!("; next is {id}, last verified {at}"),
                (Some(id), None) => format!("; next is {id}, which was never verified so"),
            };
            lines.push(format!(
                "{} of {} looked at{next}",
                coverage.checked, coverage.of
            ));
        }
        if let Some(report) = &self.report {
            lines.push(format!("The signed report is {report}"));
        }
        lines
    }
}

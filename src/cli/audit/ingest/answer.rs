//! What an ingest answers: how many lines became what, and what those look like that were not understood.

use serde::Serialize;

use crate::base::text::count;
use crate::cli::render::{Answer, View};
use crate::domain::audit::ingest::Summary;

#[derive(Serialize)]
pub(super) struct Ingested {
    #[serde(flatten)]
    pub(super) summary: Summary,
    shapes: Vec<Shape>,
    dry_run: bool,
}

#[derive(Serialize)]
struct Shape {
    shape: String,
    lines: u64,
}

impl Ingested {
    pub(super) fn new(summary: Summary, shapes: Vec<(String, u64)>, dry_run: bool) -> Self {
        let shapes = shapes
            .into_iter()
            .map(|(shape, lines)| Shape { shape, lines })
            .collect();
        Self {
            summary,
            shapes,
            dry_run,
        }
    }

    /// Whether more than so many percent of the lines were not understood.
    pub(super) fn share_exceeds(&self, percent: u64) -> bool {
        self.summary.unparsed.saturating_mul(100) > self.summary.lines.saturating_mul(percent)
    }
}

impl Answer for Ingested {
    fn schema(&self) -> &'static str {
        "audit-ingest"
    }

    fn view(&self) -> View {
        let summary = &self.summary;
        let did = if self.dry_run { "Would add" } else { "Added" };
        let mut lines = vec![format!(
            "{did} {} from {}",
            count(summary.events, "event"),
            count(summary.lines, "line")
        )];
        for (number, what) in [
            (
                summary.duplicates,
                "there already (a line of the same text; `--origin` tells hosts apart)",
            ),
            (summary.skipped, "left out by the map"),
            (summary.unparsed, "not understood"),
            (summary.too_long, "of these longer than 64 KiB"),
            (summary.refused, "of these speaking as `optimactl`"),
            (summary.repeated, "more behind repeated messages"),
            (summary.ahead, "with a time ahead of now"),
            (
                summary.doubtful,
                "with a time that a clock change made doubtful",
            ),
            (
                summary.unkeyed,
                "without a time and an id from a pipe: each is new each time it comes",
            ),
            (
                summary.named,
                "with an action or source that may be a name: kept as `told_action`, `told_source`",
            ),
            (summary.replaced, "with bytes that are no text"),
            (
                summary.waiting,
                "without a line end, left for the next run (`--last-line` takes the last line as it is)",
            ),
        ] {
            if number > 0 {
                lines.push(format!("  {number} {what}"));
            }
        }
        if !self.shapes.is_empty() {
            lines.push("Not understood, commonest first:".to_owned());
        }
        lines.extend(
            self.shapes
                .iter()
                .map(|shape| format!("  {}× {}", shape.lines, shape.shape)),
        );
        View::Lines(lines)
    }
}

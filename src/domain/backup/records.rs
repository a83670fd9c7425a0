//! What is recorded of a backup: the event that concludes the intent, the catalog's rows, the checkpoint.

use std::path::{Path, PathBuf};

use super::create::{Run, Stored};
use crate::base::error::Result;
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::store::Mode;
use crate::store::backup::{BackupRow, Verifications};

impl Run<'_> {
    /// The outcome, the catalog's rows and the checkpoint, in one transaction.
    pub(super) fn conclude(
        &self,
        intent: u64,
        outcomes: &[(PathBuf, Result<Stored>)],
    ) -> Result<u64> {
        let ctx = self.ctx;
        let event = self.event(outcomes).intent(intent);
        ctx.store.write(Mode::Commit, |tx| {
            tx.remove_intent(intent)?;
            for (path, outcome) in outcomes {
                if let Ok(stored) = outcome {
                    tx.insert_backup(&self.row(path, stored))?;
                }
            }
            if outcomes.iter().any(|(_, outcome)| outcome.is_ok()) {
                tx.insert_checkpoint(&self.checkpoint)?;
            }
            audit::append(ctx, tx, &event)
        })
    }

    fn row(&self, path: &Path, stored: &Stored) -> BackupRow {
        BackupRow {
            id: self.id.clone(),
            target: path.display().to_string(),
            file: stored.manifest.file.name.clone(),
            epoch: stored.manifest.epoch.clone(),
            sequence: stored.manifest.sequence,
            manifest_sha256: stored.manifest_sha256.clone(),
            created: self.created,
            milliseconds: stored.manifest.milliseconds,
            bytes: stored.manifest.file.bytes,
            label: stored.manifest.label.clone(),
            // What was made was read back, which opens all of it.
            verified: Verifications {
                full: Some(self.created),
                ..Verifications::default()
            },
        }
    }

    fn event(&self, outcomes: &[(PathBuf, Result<Stored>)]) -> Event {
        let failed = outcomes
            .iter()
            .filter(|(_, outcome)| outcome.is_err())
            .count();
        let mut event = Event::new("backup.create")
            .severity(Severity::Low)
            .target(self.id.clone())
            .field("failed", failed)
            .field("level", self.order.level)
            .field("recipients", self.recipients.len());
        let folders: Vec<String> = outcomes
            .iter()
            .map(|(path, _)| path.display().to_string())
            .collect();
        event.set_personal("targets", folders);
        let stored = outcomes
            .iter()
            .filter_map(|(_, outcome)| outcome.as_ref().ok());
        // The first of them: an entry of the log has a limit.
        let findings: Vec<String> = stored
            .flat_map(|stored| stored.warnings.iter().take(20).cloned())
            .collect();
        if !findings.is_empty() {
            event.set_personal("findings", findings);
        }
        let stored = outcomes
            .iter()
            .find_map(|(_, outcome)| outcome.as_ref().ok());
        if let Some(stored) = stored {
            return event
                .field("bytes", stored.manifest.file.bytes)
                .field("file_sha256", stored.manifest.file.sha256.clone())
                .field("image_sha256", stored.manifest.image.sha256.clone())
                .field("pages", stored.manifest.image.pages)
                .field("size", stored.manifest.audit.size);
        }
        let error = outcomes
            .iter()
            .find_map(|(_, outcome)| outcome.as_ref().err());
        event
            .outcome(Outcome::Failure)
            .severity(Severity::High)
            .field("error", error.map_or("failed", |error| error.kind.code()))
    }
}

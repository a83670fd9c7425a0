//! What is recorded of a backup: its manifest, the event that concludes the intent, the catalog's rows, the
//! checkpoint.

use std::time::Instant;

use data_encoding::HEXLOWER;

use super::create::{Run, Stored};
use super::delta::Packed;
use super::manifest::{AuditPart, FORMAT, FilePart, ImagePart, JournalPart, Manifest};
use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::crypto::wrap::Recipient;
use crate::domain::audit::{self, Event, Outcome, Severity, vkey};
use crate::store::Mode;
use crate::store::backup::delta::Index;
use crate::store::backup::{BackupRow, RecoveryNames, Snapshot, Verifications, data_name};

impl Run<'_> {
    /// What the target says of this backup for ever.
    pub(super) fn manifest(
        &self,
        snapshot: &Snapshot<'_>,
        packed: Packed,
        (recovery, previous): (RecoveryNames, Option<(u64, String)>),
        since: Instant,
    ) -> Result<Manifest> {
        let keyring = &self.ctx.store.keyring;
        let name = data_name(&self.stem, packed.form());
        let Packed { written, delta } = packed;
        Ok(Manifest {
            audit: AuditPart {
                checkpoint: self.checkpoint.note.clone(),
                size: self.checkpoint.size,
            },
            created: seconds_text(self.created),
            delta,
            epoch: keyring.epoch.clone(),
            file: FilePart {
                bytes: written.bytes,
                name,
                sha256: written.sha256,
            },
            format: FORMAT.to_owned(),
            id: self.id.clone(),
            image: ImagePart {
                bytes: written.image.bytes,
                page_size: written.image.page_size,
                pages: written.image.pages,
                sha256: written.image.sha256,
            },
            journal: JournalPart {
                head: HEXLOWER.encode(&self.journal.head),
                number: u64::try_from(self.journal.last()).unwrap_or(0),
            },
            label: self
                .order
                .label
                .as_ref()
                .map(|label| label.as_str().to_owned()),
            level: self.order.level,
            milliseconds: u64::try_from(since.elapsed().as_millis()).unwrap_or(0),
            name: keyring.name.clone(),
            sequence: previous.as_ref().map_or(1, |(number, _)| number + 1),
            previous: previous.map(|(_, digest)| digest),
            recipients: self.recipients.iter().map(Recipient::fingerprint).collect(),
            recovery,
            rewrapped: None,
            schema: snapshot.schema,
            store_id: keyring.store_id.clone(),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            vkey: vkey(keyring)?.to_string(),
        })
    }

    /// The outcome, the catalog's rows and the checkpoint, in one transaction.
    pub(super) fn conclude(
        &self,
        intent: u64,
        outcomes: &[(String, Result<Stored>)],
        index: Option<&Index>,
    ) -> Result<u64> {
        let ctx = self.ctx;
        let event = self.event(outcomes).intent(intent);
        ctx.store.write(Mode::Commit, |tx| {
            tx.remove_intent(intent)?;
            for (target, outcome) in outcomes {
                if let Ok(stored) = outcome {
                    tx.insert_backup(&self.row(target, stored))?;
                }
            }
            if outcomes.iter().any(|(_, outcome)| outcome.is_ok()) {
                tx.insert_checkpoint(&self.checkpoint)?;
                if let Some(index) = index {
                    tx.set_delta_base(index)?;
                }
            }
            audit::append(ctx, tx, &event)
        })
    }

    fn row(&self, target: &str, stored: &Stored) -> BackupRow {
        BackupRow {
            id: self.id.clone(),
            target: target.to_owned(),
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

    fn event(&self, outcomes: &[(String, Result<Stored>)]) -> Event {
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
        let targets: Vec<String> = outcomes.iter().map(|(target, _)| target.clone()).collect();
        event.set_personal("targets", targets);
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
            if let Some(delta) = &stored.manifest.delta {
                event.set("kind", "delta");
                event.set("backup", delta.base.clone());
            }
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

//! The report of a drill: who restored which backup with which recovery unlocker, how long it took, how old the
//! backup was. Signed by the audit key, so that an auditor checks it with the verification key alone.

use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use super::restore::{Plan, Step};
use super::signed;
use super::trust::Trust;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::crypto::note::{Note, Vkey, open_note, sign_note};
use crate::crypto::wrap;
use crate::domain::audit::{signing_key, store_of, vkey};

/// The format, the first line under the signature, and that of the text.
pub const FORMAT: &str = "optimactl/drill/1";

/// What a drill found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub at: String,
    pub backup: String,
    pub backup_created: String,
    pub bytes: u64,
    /// How to do it again without this program, and with it.
    pub by_hand: Vec<String>,
    /// Whether the unlocker is the one that opens the store every day.
    pub everyday: bool,
    /// Why it failed.
    pub error: Option<String>,
    pub manifest_sha256: String,
    pub passed: bool,
    pub place: String,
    /// Age of the backup: what is newer would be lost.
    pub recovery_point_seconds: i64,
    /// From the unlocker to a store that was checked.
    pub recovery_time_milliseconds: u64,
    pub steps: Vec<ReportStep>,
    pub store_id: String,
    pub store_name: String,
    pub tool: String,
    pub unlocker: UnlockerPart,
    pub vkey: String,
    pub who: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportStep {
    pub milliseconds: u64,
    pub result: String,
    pub what: String,
}

/// Which unlocker opened it: its slot, kind and fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockerPart {
    pub fingerprint: String,
    pub kind: String,
    pub name: String,
}

/// The circumstances of a drill.
pub struct Circumstances {
    pub who: String,
    pub now: Time,
    pub place: String,
    pub everyday: bool,
    pub milliseconds: u64,
    pub manifest_sha256: String,
}

impl Report {
    /// Puts together what happened; `failed` is why it did not pass.
    pub fn new(
        plan: &Plan<'_>,
        manifest: &Manifest,
        circumstances: Circumstances,
        (steps, failed): (Vec<Step>, Option<&Error>),
    ) -> Result<Self> {
        let keyring = &plan.unlocked.keyring;
        let slot = keyring
            .slots
            .iter()
            .find(|slot| slot.name == plan.unlocked.slot);
        let created = manifest.created()?;
        let vkey = vkey(keyring)?.to_string();
        Ok(Self {
            at: seconds_text(circumstances.now),
            backup: manifest.id.clone(),
            backup_created: manifest.created.clone(),
            bytes: manifest.file.bytes,
            by_hand: by_hand(plan, manifest, (&circumstances.place, &vkey)),
            everyday: circumstances.everyday,
            error: failed.map(ToString::to_string),
            manifest_sha256: circumstances.manifest_sha256,
            passed: failed.is_none(),
            place: text::safe(&circumstances.place),
            recovery_point_seconds: (circumstances.now - created).num_seconds(),
            recovery_time_milliseconds: circumstances.milliseconds,
            steps: steps.into_iter().map(step).collect(),
            store_id: keyring.store_id.clone(),
            store_name: keyring.name.clone(),
            tool: env!("CARGO_PKG_VERSION").to_owned(),
            unlocker: UnlockerPart {
                fingerprint: slot
                    .map(|slot| wrap::fingerprint(&slot.recipient))
                    .unwrap_or_default(),
                kind: slot.map(|slot| slot.kind.clone()).unwrap_or_default(),
                name: plan.unlocked.slot.clone(),
            },
            vkey,
            who: text::safe(&circumstances.who),
        })
    }

    /// For a program: canonical JSON with the signature inside.
    pub fn to_json(&self, plan: &Plan<'_>) -> Result<Vec<u8>> {
        let value = serde_json::to_value(self)
            .map_err(|error| Error::bug("a report does not serialize").because(error))?;
        signed::sign(value, FORMAT, &signing_key(&plan.unlocked.keyring))
    }

    /// For paper: a signed note (c2sp.org/signed-note).
    pub fn to_note(&self, plan: &Plan<'_>) -> Result<Vec<u8>> {
        let keyring = &plan.unlocked.keyring;
        let signer = (keyring.origin(), signing_key(keyring));
        sign_note(&self.to_text(), &[(&signer.0, &signer.1)]).map(String::into_bytes)
    }

    /// Lines `name: value`, so that the text can be read back.
    fn to_text(&self) -> String {
        let result = match &self.error {
            None => "passed".to_owned(),
            Some(error) => format!("FAILED: {}", text::safe(error)),
        };
        let mut lines = vec![
            FORMAT.to_owned(),
            format!("result: {result}"),
            format!("at: {}", self.at),
            format!("who: {}", self.who),
            format!(
                "store: {} ({})",
                text::safe(&self.store_name),
                self.store_id
            ),
            format!("backup: {}", self.backup),
            format!("made: {}", self.backup_created),
            format!("place: {}", self.place),
            format!("manifest SHA-256: {}", self.manifest_sha256),
            format!(
                "unlocker: {} ({}, fingerprint {}){}",
                text::safe(&self.unlocker.name),
                self.unlocker.kind,
                self.unlocker.fingerprint,
                if self.everyday {
                    ", which also opens the store every day"
                } else {
                    ""
                }
            ),
        ];
        for step in &self.steps {
            lines.push(format!(
                "step: {}: {} ({})",
                step.what,
                text::safe(&step.result),
                seconds(step.milliseconds)
            ));
        }
        lines.extend([
            format!(
                "recovery time: {}",
                seconds(self.recovery_time_milliseconds)
            ),
            format!(
                "recovery point: {} s before the drill",
                self.recovery_point_seconds
            ),
            format!("verification key: {}", self.vkey),
            format!("optimactl: {}", self.tool),
            "By hand:".to_owned(),
        ]);
        lines.extend(self.by_hand.iter().map(|line| format!("  {line}")));
        lines.push(String::new());
        lines.join("\n")
    }
}

fn step(step: Step) -> ReportStep {
    ReportStep {
        milliseconds: step.milliseconds,
        result: step.result,
        what: step.what.to_owned(),
    }
}

fn seconds(milliseconds: u64) -> String {
    format!("{}.{:03} s", milliseconds / 1000, milliseconds % 1000)
}

/// The commands that do the same again.
fn by_hand(plan: &Plan<'_>, manifest: &Manifest, (place, vkey): (&str, &str)) -> Vec<String> {
    let place = text::safe(place);
    // Stock tools read files of this machine alone.
    let is_far = place.contains("://");
    let here = if is_far { ".".into() } else { place.clone() };
    let fetched = is_far.then(|| {
        format!("# first bring the files that are named here from {place} into this folder, with the tools of that place")
    });
    let name = text::safe(&plan.unlocked.slot);
    let sealed = plan.unlocked.keyring.slots.iter();
    let sealed = sealed
        .filter(|slot| slot.name == plan.unlocked.slot && slot.identity_sha256.is_some())
        .map(|_| {
            let slots = &manifest.recovery.slots;
            format!("age -d '{here}/recovery/{slots}/{name}.identity.age' > identity.txt")
        });
    let open = |file: &str, to: &str| {
        let file = text::safe(file);
        format!("age -d -i identity.txt '{here}/{file}' | zstd -d > {to}")
    };
    let opened = match plan.base() {
        None => vec![open(&manifest.file.name, "store.db")],
        // `apply.py` lies in the recovery kit.
        Some(base) => vec![
            open(&base.file.name, "base.db"),
            open(&manifest.file.name, "delta"),
            "python3 apply.py base.db delta store.db".to_owned(),
        ],
    };
    let checked = [
        format!("echo '{}  store.db' | sha256sum -c", manifest.image.sha256),
        "sqlite3 store.db 'PRAGMA integrity_check'".to_owned(),
        format!(
            "optimactl backup restore {} --from '{place}' --to restored --vkey '{vkey}' --identity identity.txt",
            manifest.id
        ),
        "optimactl --store restored --identity identity.txt store check --deep".to_owned(),
        "optimactl --store restored --identity identity.txt audit verify".to_owned(),
    ];
    // An unlocker that others can read is refused, and so is the clear text.
    let first = "umask 077".to_owned();
    std::iter::once(first)
        .chain(fetched)
        .chain(sealed)
        .chain(opened)
        .chain(checked)
        .collect()
}

/// A report that a key of the store's history signed.
#[derive(Debug)]
pub struct Opened {
    pub at: String,
    pub backup: String,
    pub passed: bool,
    pub who: String,
    pub unlocker: String,
    pub recovery_time: String,
}

/// Reads a report in either form.
pub fn open(bytes: &[u8], trust: &Trust) -> Result<Opened> {
    if bytes.starts_with(b"{") {
        let value = signed::open(bytes, FORMAT, trust)?;
        let report: Report = serde_json::from_value(value).map_err(|error| {
            Error::integrity("a field of the report is missing or wrong").because(error)
        })?;
        return Ok(Opened {
            at: report.at,
            backup: report.backup,
            passed: report.passed,
            who: report.who,
            unlocker: report.unlocker.fingerprint,
            recovery_time: seconds(report.recovery_time_milliseconds),
        });
    }
    let note = std::str::from_utf8(bytes)
        .map_err(|_| Error::integrity("the report is neither JSON nor text"))?;
    open_text(note, trust)
}

fn open_text(note: &str, trust: &Trust) -> Result<Opened> {
    let read = Note::parse(note)
        .map_err(|error| Error::new(Kind::Integrity, "it is no signed report").because(error))?;
    let mut known = vec![];
    for signature in &read.signatures {
        for key in trust.keys() {
            let vkey = Vkey::new(&signature.name, key.clone())?;
            if store_of(&vkey) == Some(trust.store_id()) {
                known.push(vkey);
            }
        }
    }
    let opened = open_note(note, &known)?;
    if opened.text.lines().next() != Some(FORMAT) {
        return Err(Error::integrity(
            "the note is signed, and is no report of a drill",
        ));
    }
    let line = |name: &str| {
        let mut lines = opened.text.lines();
        lines
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap_or_default()
            .to_owned()
    };
    Ok(Opened {
        at: line("at"),
        backup: line("backup"),
        passed: line("result") == "passed",
        who: line("who"),
        unlocker: line("unlocker"),
        recovery_time: line("recovery time"),
    })
}

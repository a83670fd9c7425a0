//! What is told of a run: as variables and JSON for a program, as a few lines for a dead-man service. Nothing
//! secret; the lines name no path either, because they leave the machine.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use crate::base::clock::{Time, micros_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::text;
use crate::cli::context::{Context, Exit};
use crate::cli::render;

/// The schema of what a program gets on its standard input.
const SCHEMA: &str = "backup-report";

/// A run that began.
pub(super) struct Run {
    pub(super) command: &'static str,
    /// A UUID: dead-man services pair the beginning with the end by it.
    pub(super) id: String,
    pub(super) store: Option<PathBuf>,
    pub(super) started: Time,
    clock: Instant,
}

impl Run {
    pub(super) fn begin(command: &'static str, ctx: &Context) -> Result<Self> {
        let id = uuid(ctx.random().bytes()?);
        Ok(Self {
            command,
            id,
            store: ctx.settings.store_path().ok(),
            started: ctx.settings.clock().now(),
            clock: Instant::now(),
        })
    }

    fn milliseconds(&self) -> u64 {
        u64::try_from(self.clock.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// RFC 9562, version 4.
fn uuid(mut bytes: [u8; 16]) -> String {
    if let Some(byte) = bytes.get_mut(6) {
        *byte = (*byte & 0x0f) | 0x40;
    }
    if let Some(byte) = bytes.get_mut(8) {
        *byte = (*byte & 0x3f) | 0x80;
    }
    let hex = HEXLOWER.encode(&bytes);
    let part = |range: std::ops::Range<usize>| hex.get(range).unwrap_or_default();
    let parts = [
        part(0..8),
        part(8..12),
        part(12..16),
        part(16..20),
        part(20..32),
    ];
    parts.join("-")
}

/// How a run ended.
pub(super) struct Ended {
    pub(super) exit: u8,
    answer: Option<Value>,
    error: Option<Value>,
}

impl Ended {
    pub(super) fn answered(exit: Exit, answer: Option<Value>) -> Self {
        Self {
            exit: exit.code(),
            answer,
            error: None,
        }
    }

    pub(super) fn failed(error: &Error) -> Self {
        let told = serde_json::from_str::<Value>(&render::error_json(error)).ok();
        Self {
            exit: error.kind.exit(),
            answer: None,
            error: told.and_then(|mut told| Some(told.get_mut("error")?.take())),
        }
    }

    pub(super) fn bug() -> Self {
        Self::failed(&Error::bug("the run ended in a bug of optimactl"))
    }

    pub(super) fn by_signal(kind: Kind) -> Self {
        let (_, _, meaning) = kind.row();
        Self::failed(&Error::new(
            kind,
            format!("a signal ended the run: {meaning}"),
        ))
    }
}

/// What an exit code means; none for a run that went well.
pub(super) fn kind_of(exit: u8) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.exit() == exit)
}

/// An answer that is no success, as an error: its findings and the errors in its rows.
pub(super) fn findings(kind: Kind, command: &str, answer: Option<&Value>) -> Error {
    let (_, _, meaning) = kind.row();
    let mut error = Error::new(kind, format!("`backup {command}`: {meaning}"));
    let data = answer.and_then(|answer| answer.get("data"));
    let list = |key: &str| data.and_then(|data| data.get(key)?.as_array());
    let found = list("findings").into_iter().flatten();
    error.details = found
        .filter_map(|one| Some(one.as_str()?.to_owned()))
        .collect();
    let rows = ["targets", "checked"]
        .into_iter()
        .filter_map(list)
        .flatten();
    error.details.extend(rows.filter_map(|one| {
        let text = |key: &str| one.get(key)?.as_str();
        let name = text("target").or_else(|| text("id")).unwrap_or_default();
        Some(format!("`{name}`: {}", text("error")?))
    }));
    error
}

/// A run from its beginning to its end.
pub(super) struct Facts<'a> {
    pub(super) run: &'a Run,
    pub(super) ended: Ended,
    pub(super) milliseconds: u64,
    pub(super) finished: Time,
}

impl<'a> Facts<'a> {
    pub(super) fn new(run: &'a Run, ended: Ended) -> Self {
        let milliseconds = run.milliseconds();
        let elapsed = TimeDelta::milliseconds(i64::try_from(milliseconds).unwrap_or(i64::MAX));
        Self {
            run,
            ended,
            milliseconds,
            finished: run
                .started
                .checked_add_signed(elapsed)
                .unwrap_or(run.started),
        }
    }

    pub(super) const fn is_success(&self) -> bool {
        self.ended.exit == 0
    }

    fn result(&self) -> &'static str {
        if self.is_success() {
            "success"
        } else {
            "failure"
        }
    }

    /// The name of the exit code.
    fn code(&self) -> &'static str {
        kind_of(self.ended.exit).map_or("ok", Kind::code)
    }

    /// Something of the answer's data.
    pub(super) fn data(&self, key: &str) -> Option<&Value> {
        self.ended.answer.as_ref()?.get("data")?.get(key)
    }

    fn targets(&self, wanted: impl Fn(&Value) -> bool) -> Vec<&str> {
        let targets = self.data("targets").and_then(Value::as_array);
        let wanted = targets.into_iter().flatten().filter(|one| wanted(one));
        wanted
            .filter_map(|one| one.get("target")?.as_str())
            .collect()
    }

    fn failed_targets(&self) -> Vec<&str> {
        self.targets(|one| one.get("error").is_some_and(|error| !error.is_null()))
    }

    /// The variables that a program finds.
    pub(super) fn variables(&self) -> Vec<(&'static str, String)> {
        let id = self.data("id").and_then(Value::as_str);
        let store = self.run.store.as_ref();
        vec![
            ("OPTIMACTL_COMMAND", format!("backup {}", self.run.command)),
            ("OPTIMACTL_RESULT", self.result().to_owned()),
            ("OPTIMACTL_EXIT", self.ended.exit.to_string()),
            ("OPTIMACTL_CODE", self.code().to_owned()),
            ("OPTIMACTL_RUN_ID", self.run.id.clone()),
            ("OPTIMACTL_STARTED", micros_text(self.run.started)),
            ("OPTIMACTL_FINISHED", micros_text(self.finished)),
            ("OPTIMACTL_MILLISECONDS", self.milliseconds.to_string()),
            (
                "OPTIMACTL_STORE",
                store
                    .map(|path| path.display().to_string())
                    .unwrap_or_default(),
            ),
            ("OPTIMACTL_BACKUP_ID", id.unwrap_or_default().to_owned()),
            ("OPTIMACTL_TARGETS", self.targets(|_| true).join("\n")),
            ("OPTIMACTL_FAILED_TARGETS", self.failed_targets().join("\n")),
        ]
    }

    /// What a program reads on its standard input.
    pub(super) fn json(&self) -> Value {
        json!({
            "schema": render::schema(SCHEMA),
            "data": {
                "command": format!("backup {}", self.run.command),
                "run_id": self.run.id,
                "result": self.result(),
                "exit": self.ended.exit,
                "code": self.code(),
                "store": self.run.store.as_ref().map(|path| path.display().to_string()),
                "started": micros_text(self.run.started),
                "finished": micros_text(self.finished),
                "milliseconds": self.milliseconds,
                "answer": self.ended.answer,
                "error": self.ended.error,
            }
        })
    }

    /// What a dead-man service gets to show: numbers and the kind of failure, no path and no name.
    pub(super) fn lines(&self) -> String {
        let seconds = std::time::Duration::from_millis(self.milliseconds).as_secs_f64();
        let mut lines = format!(
            "optimactl backup {}: {} (exit {}) after {seconds:.1} s\n",
            self.run.command,
            self.code(),
            self.ended.exit
        );
        if let Some(id) = self.data("id").and_then(Value::as_str) {
            writeln!(lines, "backup {id}").ok();
        }
        let (all, failed) = (self.targets(|_| true).len(), self.failed_targets().len());
        if all > 0 {
            writeln!(lines, "targets {all}, failed {failed}").ok();
        }
        if let Some(bytes) = self.largest() {
            writeln!(lines, "size {}", text::size(bytes)).ok();
        }
        lines
    }

    fn largest(&self) -> Option<u64> {
        let targets = self.data("targets")?.as_array()?;
        let sizes = targets.iter().filter_map(|one| one.get("bytes")?.as_u64());
        sizes.max()
    }
}

/// A run at three in the morning.
#[cfg(test)]
pub(super) fn sample(command: &'static str) -> Run {
    Run {
        command,
        id: uuid([7; 16]),
        store: Some("/srv/store".into()),
        started: crate::base::clock::parse("2026-11-22T03:00:00Z").unwrap(),
        clock: Instant::now(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_of_version_4() {
        assert_eq!(uuid([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }

    #[test]
    fn what_leaves_the_machine_names_no_path() {
        let run = sample("create");
        let error = Error::io(
            "write",
            std::path::Path::new("/home/mira/backups"),
            &std::io::ErrorKind::StorageFull.into(),
        );
        let facts = Facts::new(&run, Ended::failed(&error));
        let lines = facts.lines();
        assert!(lines.contains("no-space (exit 17)"), "{lines}");
        assert!(!lines.contains("mira"), "{lines}");
        assert_eq!(facts.json()["data"]["error"]["code"], "no-space");
    }

    #[test]
    fn a_program_is_told_which_targets_failed() {
        let answer = json!({"schema": "x", "data": {"id": "bk_1", "targets": [
            {"target": "/a", "bytes": 2048, "error": null},
            {"target": "/b", "bytes": null, "error": "full"},
        ]}});
        let run = sample("create");
        let exit = Exit::with(Kind::Partial);
        let facts = Facts::new(&run, Ended::answered(exit, Some(answer)));
        let variables = facts.variables();
        for pair in [
            ("OPTIMACTL_RESULT", "failure"),
            ("OPTIMACTL_EXIT", "3"),
            ("OPTIMACTL_CODE", "partial"),
            ("OPTIMACTL_BACKUP_ID", "bk_1"),
            ("OPTIMACTL_TARGETS", "/a\n/b"),
            ("OPTIMACTL_FAILED_TARGETS", "/b"),
        ] {
            assert!(variables.contains(&(pair.0, pair.1.to_owned())), "{pair:?}");
        }
        assert!(facts.lines().contains("targets 2, failed 1"));
    }
}

//! The conversation with a program that asks another system: one JSON object on its standard input, lines of JSON on
//! its standard output, and a last line without which the answer counts for nothing.

use std::process::Command;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::ask::MOST;
use super::{Place, Record, Source};
use crate::base::error::{Error, Kind, Result};
use crate::remote::leash::{Circle, Complaints, Leash, Manner, UNLOCKING};
use crate::remote::patience;

const PROTOCOL: &str = "optimactl/source/1";
/// A longer line is no answer.
const LONGEST: usize = 1 << 20;
/// Who is waited for up to the end is late by a little.
const SLACK: Duration = Duration::from_millis(50);

/// What is asked.
#[derive(Debug, Serialize)]
pub(super) struct Question<'a> {
    protocol: &'static str,
    action: &'a str,
    source: &'a str,
    request: &'a str,
    subject: Subject<'a>,
}

impl Question<'_> {
    fn rows(&self) -> Rows {
        match self.action {
            "export" => Rows::Wanted,
            _ => Rows::None,
        }
    }
}

/// By what the person is found there, and nothing more.
#[derive(Debug, Serialize)]
struct Subject<'a> {
    #[serde(rename = "match")]
    key: &'static str,
    values: &'a [String],
}

impl<'a> Question<'a> {
    pub(super) fn new(
        source: &'a Source,
        (action, request): (&'a str, &'a str),
        values: &'a [String],
    ) -> Self {
        Self {
            protocol: PROTOCOL,
            action,
            source: &source.name,
            request,
            subject: Subject {
                key: source.key.as_str(),
                values,
            },
        }
    }
}

/// Whether an answer brings records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    Wanted,
    None,
}

/// The last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Done {
    /// Records that were counted, handed over or erased.
    pub(super) count: u64,
    /// What an erasure left.
    #[serde(default)]
    pub(super) left: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Line {
    Row(Record),
    Done(Done),
}

/// Asks, and asks again after a pause where the program failed. Records are handed on once the answer is whole.
pub(super) fn ask(
    source: &Source,
    question: &Question<'_>,
    see: &mut dyn FnMut(Record) -> Result<()>,
) -> Result<Done> {
    let Place::Program { command, tries } = &source.place else {
        return Err(Error::bug("a file was asked as a program"));
    };
    let mut tried = 1;
    loop {
        match once(command, source.patience, question) {
            Ok((done, records)) => {
                records.into_iter().try_for_each(see)?;
                return Ok(done);
            }
            Err(error) if error.kind == Kind::Remote && tried < *tries => {
                patience::pause(tried, None);
                tried += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

fn once(
    words: &[String],
    patience: Duration,
    question: &Question<'_>,
) -> Result<(Done, Vec<Record>)> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(Error::usage("a data source names no program"));
    };
    let mut command = Command::new(program);
    command.args(arguments);
    for name in UNLOCKING {
        command.env_remove(name);
    }
    let manner = Manner {
        wait: patience,
        setting: "timeout",
        complaints: Complaints::Kept,
        slow: None,
        circle: Circle::Group,
    };
    let remote = |error: Error| {
        let mut failed = Error::new(Kind::Remote, error.message.clone());
        failed.details.clone_from(&error.details);
        failed.hint.clone_from(&error.hint);
        failed
    };
    let mut leash = Leash::start(command, program, manner).map_err(remote)?;
    let mut text = serde_json::to_vec(question)
        .map_err(|error| Error::bug("a question does not serialize").because(error))?;
    text.push(b'\n');
    leash.send(&text);
    leash.close();
    let answer = read(&mut leash, patience, question.rows()).map_err(remote)?;
    if leash.end().map_err(remote)? {
        Ok(answer)
    } else {
        Err(remote(leash.failed("ended with an error")))
    }
}

/// The whole answer, in bounds of time and size whatever is printed.
fn read(leash: &mut Leash, patience: Duration, rows: Rows) -> Result<(Done, Vec<Record>)> {
    let end = Instant::now() + patience;
    let (mut records, mut done, mut bytes) = (vec![], None, 0);
    let mut line = vec![];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(too_late(leash, patience));
        }
        leash.wait_for(left);
        let answered = leash.line();
        if answered.is_err() && Instant::now() + SLACK >= end {
            return Err(too_late(leash, patience));
        }
        let Some(piece) = answered? else { break };
        line.extend_from_slice(&piece);
        bytes += piece.len();
        if line.len() > LONGEST {
            return Err(leash.failed("printed a line of more than 1 MiB"));
        }
        if bytes > MOST {
            return Err(leash.failed("printed more than 64 MiB"));
        }
        if !line.ends_with(b"\n") {
            continue;
        }
        if done.is_some() {
            return Err(leash.failed("printed something behind `done`"));
        }
        match serde_json::from_slice(&line) {
            Ok(Line::Row(record)) if rows == Rows::Wanted => records.push(record),
            Ok(Line::Row(_)) => return Err(leash.failed("printed a `row` that nobody asked for")),
            Ok(Line::Done(said)) => done = Some(said),
            // What the parser says could quote somebody's data.
            Err(_) => {
                let number = records.len() + 1;
                return Err(leash.failed(&format!(
                    "printed a line {number} that is neither `row` nor `done`"
                )));
            }
        }
        line.clear();
    }
    let done: Option<Done> = done.filter(|_| line.is_empty());
    let Some(done) = done else {
        return Err(leash.failed("ended without `done`: its answer may not be whole"));
    };
    let printed = u64::try_from(records.len()).unwrap_or(u64::MAX);
    if rows == Rows::Wanted && printed != done.count {
        return Err(leash.failed(&format!(
            "printed {printed} rows and counted {}",
            done.count
        )));
    }
    Ok((done, records))
}

fn too_late(leash: &Leash, patience: Duration) -> Error {
    leash
        .failed(&format!("was not done within {} s", patience.as_secs_f32()))
        .hint("set `timeout` of that data source if it needs longer")
}

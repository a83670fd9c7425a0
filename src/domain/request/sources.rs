//! The platform's own data and a request: every data source is asked, what it answered is recorded, and one that failed
//! stops nothing but the end of the request.

use super::super::bundle::Platform;
use super::super::erasure::{self, Known, Plan};
use super::super::hold;
use super::super::privacy::Class;
use super::super::source::{self, Gone, Key, Person, Source, Unasked};
use super::build::Order;
use super::erase::case;
use super::{find, name_event};
use crate::base::error::{Error, Result};
use crate::base::text::count;
use crate::domain::audit::{self, Event, Outcome, Severity};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::erasure::ErasureRow;
use crate::store::request::{RequestRow, SourceRunRow};

/// How a source ended its part, as it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    /// Its own rule keeps the records.
    Kept,
    /// A hold keeps them.
    Held,
    Failed,
    /// The operator left it out of an answer, and the answer says so.
    LeftOut,
    /// It knows people by something that this person does not have, or that somebody else has by now.
    NotAsked,
}

impl Ended {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Kept => "kept",
            Self::Held => "held",
            Self::Failed => "failed",
            Self::LeftOut => "left-out",
            Self::NotAsked => "not-asked",
        }
    }
}

/// Why nothing was asked: what the source knows people by is not known of the person, or is somebody else's.
const UNKNOWN: &str = "unknown";
const TAKEN: &str = "taken";
/// What went can still be read in the write-ahead log of the program whose it is.
const LINGERS: &str = "readable until the next checkpoint of that program";

/// Sources that were asked, and why some of them did not answer.
#[derive(Debug, Default)]
pub struct Asked {
    pub runs: Vec<SourceRunRow>,
    pub failures: Vec<(String, Error)>,
}

/// Counts what each source holds about the person of a planned erasure, and finds out what would keep it from erasing while
/// nothing is gone yet.
pub fn counted(ctx: &Context, named: &str, sources: &[Source]) -> Result<Asked> {
    let row = ctx.store.read(|tx| find(tx, named))?;
    let Some(known) = known(ctx, &row, sources)? else {
        return Ok(Asked::default());
    };
    let mut desk = Desk::new(ctx, &row, &known.taken);
    for source in sources {
        let counted = source::rehearse(source, &known.person)
            .and_then(|()| source::count(source, &known.person, &row.reference));
        let gone = counted.map(|counted| {
            counted.map(|rows| Gone {
                rows,
                left: rows,
                lingers: false,
            })
        });
        desk.conclude((source, "count"), gone, None)?;
    }
    Ok(desk.asked)
}

/// What each source holds about the person, for a bundle, and the sources that could not be asked. One that fails stops it:
/// an answer that lacks a part must say so, and whoever builds it decides that.
pub(super) fn exported(
    ctx: &Context,
    row: &RequestRow,
    order: &Order<'_>,
) -> Result<(Vec<Platform>, Vec<String>)> {
    let person = ctx.store.read(|tx| asking(tx, row))?;
    let (mut held, mut unasked) = (vec![], vec![]);
    let mut desk = Desk::new(ctx, row, &[]);
    for source in order.sources {
        if order.without.contains(&source.name) {
            desk.note((source, "export"), Ended::LeftOut)?;
            continue;
        }
        let answer = source::export(source, &person, &row.reference).map(|answer| {
            answer.map(|records| {
                let rows = u64::try_from(records.len()).unwrap_or(u64::MAX);
                held.push(Platform::new(source, records));
                Gone {
                    rows,
                    left: rows,
                    lingers: false,
                }
            })
        });
        if let Ok(Err(Unasked)) = &answer {
            unasked.push(source.name.clone());
        }
        desk.conclude((source, "export"), answer, None)?;
    }
    match Error::first_of(desk.asked.failures) {
        None => Ok((held, unasked)),
        Some(mut error) => {
            let without = "leave the source out with `--without NAME`: the bundle says so";
            error.hint = Some(match error.hint {
                Some(hint) => format!("{hint}; or {without}"),
                None => format!("mend it, or {without}"),
            });
            Err(error)
        }
    }
}

/// Whom to look for on behalf of who asks: the account as it is now, or the address of who has none.
fn asking(tx: &Tx<'_>, row: &RequestRow) -> Result<Person> {
    let Some(id) = row.account.as_deref() else {
        return Ok(Person {
            email: row.email.clone(),
            ..Person::default()
        });
    };
    let account = tx.account(id)?.ok_or_else(|| {
        Error::refused(format!(
            "the account of {} is gone: who has its name and address by now may be somebody else",
            row.reference
        ))
        .hint("deny the request, or answer it without data sources")
    })?;
    Ok(Person {
        id: Some(account.id),
        name: Some(account.name),
        email: account.email,
    })
}

/// Erases the person in every source that has not done so since this erasure began. Each is announced, and what it
/// answered is recorded; a hold on the class is looked at in the transaction that announces it.
pub(super) fn erased(ctx: &Context, row: &RequestRow, sources: &[Source]) -> Result<Asked> {
    let Some(known) = known(ctx, row, sources)? else {
        return Ok(Asked::default());
    };
    let mut desk = Desk::new(ctx, row, &known.taken);
    for source in sources {
        if ctx.dry_run() || ctx.store.read(|tx| is_done(tx, row, &source.name))? {
            continue;
        }
        let Some(intent) = desk.announce(source)? else {
            desk.note((source, "erase"), Ended::Held)?;
            continue;
        };
        let gone = source::erase(source, &known.person, &row.reference);
        desk.conclude((source, "erase"), gone, Some(intent))?;
    }
    Ok(desk.asked)
}

/// Whom to look for: as the erasure's frozen plan names them.
fn known(ctx: &Context, row: &RequestRow, sources: &[Source]) -> Result<Option<Known>> {
    if sources.is_empty() {
        return Ok(None);
    }
    erasure::known(ctx, &case(row))
}

/// Asks for one request, and writes down what was answered.
struct Desk<'a> {
    ctx: &'a Context,
    row: &'a RequestRow,
    taken: &'a [Key],
    asked: Asked,
}

impl<'a> Desk<'a> {
    fn new(ctx: &'a Context, row: &'a RequestRow, taken: &'a [Key]) -> Self {
        Self {
            ctx,
            row,
            taken,
            asked: Asked::default(),
        }
    }

    /// The intent, or none where a hold keeps what the source holds.
    fn announce(&self, source: &Source) -> Result<Option<u64>> {
        let event = self.event(&source.name, "erase").outcome(Outcome::Intent);
        let action = event.action().to_owned();
        let account = self.row.account.as_deref();
        self.ctx.store.write(self.ctx.mode, |tx| {
            if !hold::blocking(tx, account, &[Class::Sources])?.is_empty() {
                return Ok(None);
            }
            let seq = audit::append(self.ctx, tx, &event)?;
            tx.insert_intent(seq, &action)?;
            Ok(Some(seq))
        })
    }

    fn event(&self, source: &str, kind: &str) -> Event {
        let mut event = Event::new("request.source")
            .severity(Severity::Medium)
            .field("what", source)
            .field("kind", kind);
        name_event(&mut event, self.row);
        event
    }

    fn run(&self, (source, action): (&Source, &str), ended: Ended) -> SourceRunRow {
        SourceRunRow {
            source: source.name.clone(),
            action: action.to_owned(),
            at: self.ctx.now(),
            outcome: ended.as_str().to_owned(),
            rows: 0,
            remain: 0,
            note: None,
        }
    }

    /// That a source was not asked at all.
    fn note(&mut self, asked: (&Source, &str), ended: Ended) -> Result<()> {
        let run = self.run(asked, ended);
        self.record(run, None)
    }

    /// What a source answered, or why it did not.
    fn conclude(
        &mut self,
        (source, action): (&Source, &str),
        answer: Result<Result<Gone, Unasked>>,
        intent: Option<u64>,
    ) -> Result<()> {
        let run = |ended| self.run((source, action), ended);
        let run = match answer {
            Ok(Ok(gone)) => {
                let kept = match &source.erasure {
                    source::Erasure::Keep(why) if action == "erase" && gone.left > 0 => Some(why),
                    _ => None,
                };
                let lingers = gone.lingers.then(|| LINGERS.to_owned());
                SourceRunRow {
                    rows: gone.rows,
                    remain: gone.left,
                    note: kept.cloned().or(lingers),
                    ..run(kept.map_or(Ended::Done, |_| Ended::Kept))
                }
            }
            Ok(Err(Unasked)) => {
                let is_taken = self.taken.contains(&source.key);
                let why = if is_taken { TAKEN } else { UNKNOWN };
                SourceRunRow {
                    note: Some(why.to_owned()),
                    ..run(Ended::NotAsked)
                }
            }
            Err(error) => {
                // An error holds no personal value; what a program complained about is told and not kept.
                let note = Some(
                    format!("{}: {error}", error.kind.code())
                        .chars()
                        .take(300)
                        .collect(),
                );
                let failed = SourceRunRow {
                    note,
                    ..run(Ended::Failed)
                };
                self.asked.failures.push((source.name.clone(), error));
                failed
            }
        };
        self.record(run, intent)
    }

    /// The row and its event in one transaction, which concludes the intent where there was one. What earlier runs erased is
    /// added: a second one that finds nothing takes nothing back.
    fn record(&mut self, mut run: SourceRunRow, intent: Option<u64>) -> Result<()> {
        let (ctx, row) = (self.ctx, self.row);
        let mut event = self
            .event(&run.source, &run.action)
            .field("state", run.outcome.as_str())
            .field("count", run.rows)
            .field("left", run.remain);
        if run.outcome == Ended::Failed.as_str() {
            event = event.outcome(Outcome::Failure);
        }
        if let Some(intent) = intent {
            event = event.intent(intent);
        }
        ctx.store.write(ctx.mode, |tx| {
            if let Some(intent) = intent {
                tx.remove_intent(intent)?;
            }
            if run.action == "erase" {
                let before = tx.source_runs(&row.id)?.into_iter();
                let mut before =
                    before.filter(|old| old.source == run.source && old.action == "erase");
                run.rows += before.next().map_or(0, |old| old.rows);
            }
            tx.put_source_run(&row.id, &run)?;
            audit::append(ctx, tx, &event).map(drop)
        })?;
        self.asked.runs.push(run);
        Ok(())
    }
}

/// Whether nothing is left to ask this source for since the erasure of the request began.
fn is_done(tx: &Tx<'_>, row: &RequestRow, source: &str) -> Result<bool> {
    let begun = tx.erasure(&row.id)?.and_then(|erasure| erasure.begun);
    let runs = tx.source_runs(&row.id)?;
    Ok(runs.iter().any(|run| {
        let is_over = run.outcome == Ended::Done.as_str()
            || (run.outcome == Ended::NotAsked.as_str() && run.note.as_deref() == Some(UNKNOWN));
        run.source == source
            && run.action == "erase"
            && is_over
            && run.remain == 0
            && begun.is_some_and(|begun| run.at >= begun)
    }))
}

fn planned(row: &ErasureRow) -> Result<Plan> {
    serde_json::from_str(&row.plan)
        .map_err(|_| Error::integrity("the plan of an erasure is damaged"))
}

/// What is erased where is what was approved: a configuration of somebody's own changes nothing of it.
pub(super) fn require_planned(
    row: &RequestRow,
    erasure: &ErasureRow,
    sources: &[Source],
) -> Result<()> {
    let (planned, told) = (planned(erasure)?.sources, erasure::told(sources));
    let names = planned.keys().chain(told.keys());
    let odd: Vec<&String> = names
        .filter(|name| planned.get(*name) != told.get(*name))
        .collect();
    let Some(name) = odd.first() else {
        return Ok(());
    };
    Err(Error::refused(format!(
        "the data source `{name}` is not declared as the plan of {} was approved",
        row.reference
    ))
    .hint(if erasure.begun.is_none() {
        format!("plan again: `optimactl request plan {}`", row.reference)
    } else {
        "the erasure has begun: run it with the configuration of that plan".to_owned()
    }))
}

/// What keeps an erasure from being whole: sources that failed or were not asked, and those that keep something.
pub(super) fn open_ends(
    tx: &Tx<'_>,
    row: &RequestRow,
    erasure: &ErasureRow,
) -> Result<(Vec<String>, Vec<String>)> {
    let runs = tx.source_runs(&row.id)?;
    let (mut failed, mut kept) = (vec![], vec![]);
    for name in planned(erasure)?.sources.keys() {
        if is_done(tx, row, name)? {
            continue;
        }
        let run = runs
            .iter()
            .find(|run| run.action == "erase" && run.source == *name);
        let told = |what: &str| format!("the data source `{name}` {what}");
        match run.map(|run| (run.outcome.as_str(), run.remain)) {
            None => failed.push(told("was not asked to erase")),
            Some(("failed", _)) => failed.push(told("failed to erase")),
            Some(("held", _)) => kept.push(told("is held")),
            Some(("not-asked", _)) => kept.push(told(
                "cannot be asked: somebody else has the name or address by now",
            )),
            Some((_, remain @ 1..)) => kept.push(told(&format!(
                "keeps {}",
                count(i128::from(remain), "record")
            ))),
            Some(_) => failed.push(told("was not asked since the erasure began")),
        }
    }
    Ok((failed, kept))
}

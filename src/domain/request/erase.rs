//! Erasing the person of a request: planned and approved it begins here, and ends when the request is closed.

use super::kind::Product;
use super::sources;
use super::state::Step;
use super::step::step;
use super::words::{Code, Type};
use super::{State, find};
use chrono::TimeDelta;

use crate::base::clock::{self, Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::base::text;
use crate::domain::audit::{self, Event, Severity};
use crate::domain::context::Context;
use crate::domain::erasure::{self, Case, Certificate, Plan, Promise, Stage};
use crate::domain::source::Source;
use crate::store::Tx;
use crate::store::replace::kept;
use crate::store::request::{RequestRow, SourceRunRow};

/// What closing an erasure needs besides the answer.
#[derive(Clone, Copy, Debug)]
pub struct Closing<'a> {
    /// When the last backup that holds the person is deleted at the latest.
    pub backups_gone_by: Time,
    /// Why no copy of the rights journal needs to lie off the store's disk.
    pub local_only: Option<&'a str>,
    /// Somebody looked at what names the person in events about others.
    pub mentions: Mentions,
}

/// Whether names in events about others were looked at by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mentions {
    Unseen,
    Reviewed,
}

/// A search that is older says nothing of what came in since.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// An erasure as far as it came.
#[derive(Debug)]
pub struct Erased {
    pub row: RequestRow,
    pub approval: Option<String>,
    pub certificate: Certificate,
    /// Why it may still be read in the write-ahead log.
    pub kept: Option<String>,
    /// What the data sources answered.
    pub runs: Vec<SourceRunRow>,
    /// Why some of them did not erase now.
    pub failures: Vec<(String, Error)>,
}

pub(super) fn is_erasure(row: &RequestRow) -> Result<bool> {
    Ok(Type::read(&row.kind)?.facts().product == Product::Erasure)
}

pub(super) fn case(row: &RequestRow) -> Case<'_> {
    Case {
        request: &row.id,
        reference: &row.reference,
        account: row.account.as_deref(),
        email: row.email.as_deref(),
        digest: row.email_digest.as_deref(),
    }
}

/// Where a request stands, by its reference: nothing personal, and not recorded.
pub fn whereabouts(ctx: &Context, named: &str) -> Result<(String, State)> {
    let row = ctx.store.read(|tx| find(tx, named))?;
    Ok((row.reference, State::read(&row.state)?))
}

/// The plan, frozen in the transaction of the step that asks for approval.
pub fn freeze(
    ctx: &Context,
    tx: &Tx<'_>,
    (row, sources): (&RequestRow, &[Source]),
    event: &mut Event,
) -> Result<Plan> {
    let plan = erasure::freeze(ctx, tx, &case(row), sources)?;
    event.set("count", plan.rows.values().sum::<u64>());
    event.set("held", plan.held.clone());
    Ok(plan)
}

/// Begins the erasure that was approved, or goes on with one that was cut short: when it ends well, all is gone and
/// was searched for. The data sources are asked last: one that fails keeps nothing else from going.
pub fn erase(
    ctx: &Context,
    named: &str,
    sources: &[Source],
    report: &mut Report<'_>,
) -> Result<Erased> {
    let row = ctx.store.read(|tx| find(tx, named))?;
    let known = ctx.store.read(|tx| tx.erasure(&row.id))?;
    if let Some(erasure) = &known {
        sources::require_planned(&row, erasure, sources)?;
    }
    let is_under_way = match &known {
        Some(erasure) => (Stage::Begun..Stage::Done).contains(&Stage::of(erasure)?),
        None => false,
    };
    if !is_under_way {
        let event = Event::new("request.erase").severity(Severity::High);
        step(ctx, named, Step::Erase, event, |tx, row, event| {
            erasure::begin(ctx, tx, &case(row), event).map(|()| None)
        })?;
    }
    let kept = if ctx.dry_run() {
        None
    } else {
        erasure::carry_out(ctx, &case(&row), report)?
    };
    let failures = sources::erased(ctx, &row, sources)?.failures;
    let certificate = erasure::certificate(ctx, &row.id)?;
    Ok(Erased {
        runs: ctx.store.read(|tx| tx.source_runs(&row.id))?,
        failures,
        approval: approval(ctx, &row)?,
        row: ctx.store.read(|tx| find(tx, &row.id))?,
        certificate: certificate.ok_or_else(|| Error::bug("an erasure has no row"))?,
        kept,
    })
}

/// The end of an erasure, in the transaction that closes its request. `partial`: why the person is
/// told that something stays.
pub(super) fn finish(
    ctx: &Context,
    tx: &Tx<'_>,
    (row, event): (&RequestRow, &mut Event),
    (closing, partial): (&Closing<'_>, Option<Code>),
) -> Result<()> {
    let reference = &row.reference;
    let promise = Promise {
        gone_by: closing.backups_gone_by,
    };
    let done = erasure::finish(ctx, tx, &case(row), promise)?;
    if clock::from_micros(done.residue.at)? + FRESH < ctx.now() {
        return Err(Error::conflict(format!(
            "the search for what is left of {reference} is more than a day old"
        ))
        .hint(format!(
            "search again: `optimactl request erase {reference}`"
        )));
    }
    if done.residue.mentioned > 0 && closing.mentions == Mentions::Unseen {
        let seen = text::count(i128::from(done.residue.mentioned), "value");
        return Err(Error::refused(format!(
            "{seen} of events about others may name the person of {reference}"
        ))
        .hint(format!(
            "look at them (`optimactl request certificate {reference}`), erase what is meant with `audit redact --seq N --field FIELD`, and then give `--mentions-reviewed`"
        )));
    }
    require_asked(tx, (row, &done), partial)?;
    let left = left_over(ctx, tx, (row, &done))?;
    if !left.is_empty() && partial.is_none() {
        return Err(Error::refused(format!(
            "{reference} is not fulfilled in full: {}",
            left.join("; ")
        ))
        .hint("tell the person what stays and why: `--partial CODE --text TEXT`"));
    }
    if !erasure::lies_elsewhere(ctx, tx, &done.row)? {
        let Some(reason) = closing.local_only else {
            return Err(Error::refused(format!(
                "no copy of the rights journal with the erasure of {reference} lies off this disk: a restore after its loss would bring the person back"
            ))
            .hint("make a backup to a place on another disk, or say why not with `--local-only --reason TEXT`"));
        };
        event.set("what", "local-only");
        event.set_personal("note", reason);
    }
    event.set("until", seconds_text(closing.backups_gone_by));
    Ok(())
}

/// A data source that did not do its part is no reason to keep anything: it is asked again, or the person is told so in the
/// operator's own words.
fn require_asked(
    tx: &Tx<'_>,
    (row, done): (&RequestRow, &Certificate),
    partial: Option<Code>,
) -> Result<()> {
    let reference = &row.reference;
    let (failed, kept) = sources::open_ends(tx, row, &done.row)?;
    if !failed.is_empty() && partial != Some(Code::Other) {
        return Err(Error::refused(format!(
            "{reference} is not carried out everywhere: {}",
            failed.join("; ")
        ))
        .hint(format!(
            "mend it and run `optimactl request erase {reference}` again; what cannot be mended is told with `--partial other --text TEXT`"
        )));
    }
    if partial == Some(Code::NotHoldingData) && !(failed.is_empty() && kept.is_empty()) {
        return Err(Error::refused(format!(
            "data of the person of {reference} are still held: {}",
            failed
                .iter()
                .chain(&kept)
                .cloned()
                .collect::<Vec<_>>()
                .join("; ")
        ))
        .hint("say why they stay with another `--partial CODE`"));
    }
    Ok(())
}

/// What of the person is still somewhere, in words.
fn left_over(
    ctx: &Context,
    tx: &Tx<'_>,
    (row, done): (&RequestRow, &Certificate),
) -> Result<Vec<String>> {
    let mut left = vec![];
    if !kept::list(&ctx.store.folder)?.is_empty() {
        left.push("a database that a restore replaced still holds the person (`optimactl backup discard-replaced --all`)".to_owned());
    }
    if !done.went.held.is_empty() {
        left.push(format!("{} are held", done.went.held.join(", ")));
    } else if done.went.log_held > 0 {
        let values = text::count(i128::from(done.went.log_held), "value");
        left.push(format!("{values} of the audit log are held"));
    }
    left.extend(sources::open_ends(tx, row, &done.row)?.1);
    left.extend(
        done.residue
            .found
            .iter()
            .map(|(place, count)| format!("`{place}` still names the person in {count} places")),
    );
    Ok(left)
}

/// A request that ends without its erasure leaves nothing of the plan: whom it was about is nobody's business then.
pub(super) fn forget_plan(tx: &Tx<'_>, row: &RequestRow) -> Result<()> {
    match tx.erasure(&row.id)? {
        Some(erasure) if Stage::of(&erasure)? == Stage::Planned => tx.remove_erasure(&row.id),
        _ => Ok(()),
    }
}

/// Who stood behind it: `second` where another one approved than planned, `single` where nobody had to.
pub fn approval(ctx: &Context, row: &RequestRow) -> Result<Option<String>> {
    let steps = ctx.store.read(|tx| tx.steps(&row.id))?;
    let last = steps
        .into_iter()
        .rev()
        .find(|step| step.step == Step::Approve.as_str());
    Ok(last.and_then(|step| step.note))
}

/// The certificate of a request's erasure; that it was looked at is recorded.
pub fn certificate(
    ctx: &Context,
    named: &str,
) -> Result<(RequestRow, Certificate, Vec<SourceRunRow>)> {
    let row = audit::read(ctx, Event::new("request.certificate"), |tx, event| {
        let row = find(tx, named)?;
        super::name_event(event, &row);
        Ok(row)
    })?;
    match erasure::certificate(ctx, &row.id)? {
        Some(certificate) => {
            let runs = ctx.store.read(|tx| tx.source_runs(&row.id))?;
            Ok((row, certificate, runs))
        }
        None if is_erasure(&row)? => Err(Error::not_found(format!(
            "nothing was planned or erased for {} yet",
            row.reference
        ))
        .hint(format!("next: `optimactl request plan {}`", row.reference))),
        None => Err(
            Error::not_found(format!("{} asks for no erasure", row.reference)).hint(format!(
                "see `optimactl request show {}`; state `{}`",
                row.reference,
                State::read(&row.state)?.as_str()
            )),
        ),
    }
}

//! The stages of an erasure. Each is one transaction or can be run again; the row says which comes next.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{held, identify, parties};
use super::{Case, Certificate, Identity, Promise, Residue, Went, read, residue, words, written};
use crate::base::error::{Error, Result};
use crate::base::progress::Report;
use crate::domain::audit::{self, Event, Severity, redact};
use crate::domain::context::Context;
use crate::domain::privacy::{self, Class, Whose};
use crate::domain::role;
use crate::store::Tx;
use crate::store::backup::{BackupRow, PromiseRow};
use crate::store::erasure::ErasureRow;
use crate::store::journal::Erased;

/// How far an erasure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing went yet.
    Planned,
    /// The journal has its line, and nobody signs in any more.
    Begun,
    /// The rows are gone.
    Rows,
    /// The audit log's values are gone.
    Log,
    /// It was searched for what is left.
    Scanned,
    Done,
}

impl Stage {
    pub const ALL: [Self; 6] = [
        Self::Planned,
        Self::Begun,
        Self::Rows,
        Self::Log,
        Self::Scanned,
        Self::Done,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Begun => "begun",
            Self::Rows => "rows",
            Self::Log => "log",
            Self::Scanned => "scanned",
            Self::Done => "done",
        }
    }

    /// The stage that a row names.
    pub fn of(row: &ErasureRow) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == row.stage)
            .ok_or_else(|| Error::integrity("an erasure has an impossible stage"))
    }
}

/// Runs what is left of the stages behind the beginning, up to the search; where that was done, it is done again. Answers
/// why something may still be read in the write-ahead log.
pub fn carry_out(
    ctx: &Context,
    case: &Case<'_>,
    report: &mut Report<'_>,
) -> Result<Option<String>> {
    let (mut kept, mut searched) = (None, false);
    loop {
        let row = ctx.store.read(|tx| tx.erasure(case.request))?;
        let row = row.ok_or_else(|| not_planned(case))?;
        let stage = Stage::of(&row)?;
        if stage == Stage::Done || (searched && stage == Stage::Scanned) {
            return Ok(kept);
        }
        searched = stage >= Stage::Log;
        kept = once(ctx, case, &row, report)?.or(kept);
    }
}

/// One stage.
pub(super) fn once(
    ctx: &Context,
    case: &Case<'_>,
    row: &ErasureRow,
    report: &mut Report<'_>,
) -> Result<Option<String>> {
    match Stage::of(row)? {
        Stage::Planned => Err(not_planned(case)),
        Stage::Begun => delete(ctx, case).map(|()| None),
        Stage::Rows => redact_log(ctx, case, row),
        Stage::Log => search(ctx, case, row, report),
        // What came in since, and what was mended.
        Stage::Scanned => {
            let kept = redact_log(ctx, case, row)?;
            Ok(search(ctx, case, row, report)?.or(kept))
        }
        Stage::Done => Ok(None),
    }
}

fn not_planned(case: &Case<'_>) -> Error {
    Error::refused(format!("the erasure of {} is not planned", case.reference)).hint(format!(
        "see what would go, and freeze it: `optimactl request plan {}`",
        case.reference
    ))
}

fn event(action: &str, case: &Case<'_>) -> Event {
    let event = Event::new(action)
        .severity(Severity::High)
        .request(case.reference);
    match case.account {
        Some(account) => event.target(account),
        None => event,
    }
}

/// The row as it stands in this transaction: another run may have gone on meanwhile.
fn current(tx: &Tx<'_>, case: &Case<'_>, stage: Stage) -> Result<ErasureRow> {
    let row = tx.erasure(case.request)?;
    let row = row.ok_or_else(|| not_planned(case))?;
    if Stage::of(&row)? == stage {
        return Ok(row);
    }
    Err(Error::conflict(format!(
        "another run is at the erasure of {}",
        case.reference
    ))
    .hint("wait for its end, and see `optimactl request certificate`"))
}

fn advance(tx: &Tx<'_>, row: &mut ErasureRow, stage: Stage) -> Result<()> {
    stage.as_str().clone_into(&mut row.stage);
    tx.put_erasure(row)
}

/// The line of the rights journal comes before the first deletion: a restore from now on erases again. It is one step
/// of the request, in the caller's transaction.
pub fn begin(ctx: &Context, tx: &Tx<'_>, case: &Case<'_>, event: &mut Event) -> Result<()> {
    let row = tx.erasure(case.request)?;
    let mut row = row.ok_or_else(|| not_planned(case))?;
    if Stage::of(&row)? != Stage::Planned {
        return Err(not_planned(case));
    }
    // Between the plan and its approval the person may have changed name or address.
    let mut identity = identify(tx, case)?;
    identity.join(Identity::open(ctx, &row)?);
    row.sealed = Some(identity.seal(ctx, case.request)?);
    let kept = words(&held(tx, case.account)?);
    note(ctx, tx, case, (&identity, kept.clone()))?;
    if let Some(account) = case.account {
        let before = role::administrators(tx, ctx.now())?;
        tx.shut_out(account, ctx.now())?;
        role::guard(tx, ctx.now(), before)?;
    }
    event.set("held", kept.clone());
    let before: Went = read(row.went.as_deref())?;
    row.went = Some(written(&Went {
        held: kept,
        log_held: 0,
        log_holds: BTreeSet::new(),
        ..before
    })?);
    row.begun = Some(ctx.now());
    advance(tx, &mut row, Stage::Begun)
}

fn note(
    ctx: &Context,
    tx: &Tx<'_>,
    case: &Case<'_>,
    (identity, kept): (&Identity, Vec<String>),
) -> Result<()> {
    let pseudonyms = parties(ctx, tx, case, identity)?.into_iter();
    tx.note_erasure(Erased {
        subject: case.subject(),
        email: case.email.filter(|_| case.account.is_none()),
        pseudonyms: pseudonyms
            .filter(|id| Some(id.as_str()) != case.account)
            .collect(),
        kept,
        size: tx.tree()?.size(),
    });
    Ok(())
}

/// The rows go. Where holds changed since the line was written, the line comes first: what a restore keeps is what is
/// kept here, and the rows go in the next transaction.
fn delete(ctx: &Context, case: &Case<'_>) -> Result<()> {
    audit::change(ctx, event("request.delete", case), |tx, event| {
        let mut row = current(tx, case, Stage::Begun)?;
        let mut went: Went = read(row.went.as_deref())?;
        let kept = held(tx, case.account)?;
        event.set("held", words(&kept));
        if words(&kept) != went.held {
            let identity = Identity::open(ctx, &row)?;
            tx.lift_erasure(case.subject())?;
            note(ctx, tx, case, (&identity, words(&kept)))?;
            went.held = words(&kept);
            row.went = Some(written(&went)?);
            return tx.put_erasure(&row);
        }
        let before = role::administrators(tx, ctx.now())?;
        let whose = Whose {
            account: case.account,
            digest: case.digest.filter(|_| case.account.is_none()),
            request: Some(case.request),
        };
        let gone = privacy::erase(tx, whose, &kept, ctx.now())?;
        role::guard(tx, ctx.now(), before)?;
        event.set("count", gone.values().sum::<u64>());
        for (table, rows) in gone {
            *went.rows.entry(table.to_owned()).or_insert(0) += rows;
        }
        row.line = tx.standing_line(case.subject(), "erasure")?;
        row.went = Some(written(&went)?);
        advance(tx, &mut row, Stage::Rows)
    })
    .map(drop)
}

/// The values of the person's events go, and with them the pseudonyms. Run again, it finds what is left.
fn redact_log(ctx: &Context, case: &Case<'_>, row: &ErasureRow) -> Result<Option<String>> {
    let identity = Identity::open(ctx, row)?;
    let parties = ctx.store.read(|tx| parties(ctx, tx, case, &identity))?;
    let (redacted, kept) = if parties.is_empty() {
        (redact::Redacted::default(), None)
    } else {
        let order = redact::Order {
            parties,
            request: Some(case.reference.to_owned()),
            lasting: redact::Lasting::ByPerson,
            ..redact::Order::default()
        };
        redact::run(ctx, &order)?
    };
    let stage = Stage::of(row)?;
    let cut = ctx.store.write(ctx.mode, |tx| {
        let mut row = current(tx, case, stage)?;
        let mut went: Went = read(row.went.as_deref())?;
        if let Some(account) = case.account {
            let fields = Class::rectifiable_without(&Class::parse_some(&went.held)?);
            let fields = [(account.to_owned(), fields)].into();
            went.journal += ctx.store.cut_rectified(tx, &fields)?;
        }
        went.values += redacted.values;
        went.pseudonyms += redacted.pseudonyms;
        went.log_held = redacted.held;
        went.log_holds = redacted.holds;
        row.went = Some(written(&went)?);
        advance(tx, &mut row, stage.max(Stage::Log))?;
        Ok(went.journal)
    })?;
    if cut > 0 {
        // What cannot be reached now is told by the certificate, and the next backup does it.
        ctx.store.cut_copies()?;
    }
    Ok(kept)
}

/// Looks for what is left. Values of the log that hold an address of the person in events of others go, too.
fn search(
    ctx: &Context,
    case: &Case<'_>,
    row: &ErasureRow,
    report: &mut Report<'_>,
) -> Result<Option<String>> {
    let mut kept = redact::scrub(ctx);
    let needles = Identity::open(ctx, row)?.needles()?;
    let mut residue = residue::scan(ctx, &needles, report)?;
    let (mut found, mut held, mut holds) = (0, 0, BTreeSet::new());
    let mut fields: BTreeMap<&String, Vec<(u64, u64)>> = BTreeMap::new();
    for (seq, field) in &residue.values {
        fields.entry(field).or_default().push((*seq, *seq + 1));
    }
    for (field, numbers) in fields {
        let order = redact::Order {
            numbers,
            fields: vec![field.clone()],
            request: Some(case.reference.to_owned()),
            ..redact::Order::default()
        };
        let (redacted, left) = redact::run(ctx, &order)?;
        found += redacted.values;
        held += redacted.held;
        holds.extend(redacted.holds);
        kept = left.or(kept);
    }
    // No second search: of what the first one saw, these values went and nothing else. What came in behind it was in
    // neither; the certificate says of which moment it speaks.
    residue.went(held);
    if case.email.is_some() {
        // The request's own address goes when it is closed: until then it tells whom to tell.
        residue.forgive("request.email");
    }
    let stage = Stage::of(row)?;
    ctx.store.write(ctx.mode, |tx| {
        let mut row = current(tx, case, stage)?;
        let mut went: Went = read(row.went.as_deref())?;
        went.found += found;
        went.log_held += held;
        went.log_holds.extend(holds);
        row.went = Some(written(&went)?);
        row.residue = Some(written(&residue)?);
        advance(tx, &mut row, Stage::Scanned)
    })?;
    Ok(kept)
}

/// The end, inside the transaction that closes the request: whom it was about is forgotten unless a hold keeps a part,
/// the journal says that it is done, and the date is promised on which the last backup that holds the person goes.
pub fn finish(
    ctx: &Context,
    tx: &Tx<'_>,
    case: &Case<'_>,
    promise: Promise,
) -> Result<Certificate> {
    let row = tx.erasure(case.request)?;
    let mut row = row.ok_or_else(|| not_planned(case))?;
    if Stage::of(&row)? != Stage::Scanned {
        return Err(Error::conflict(format!(
            "the erasure of {} is not at its end: another run is at it, or was cut short",
            case.reference
        ))
        .hint(format!(
            "run `optimactl request erase {}` again",
            case.reference
        )));
    }
    let went: Went = read(row.went.as_deref())?;
    let residue: Residue = read(row.residue.as_deref())?;
    if !went.is_held() {
        row.sealed = None;
    }
    row.done = Some(ctx.now());
    row.gone_by = Some(promise.gone_by);
    let promise = PromiseRow {
        made_before: ctx.now(),
        gone_by: promise.gone_by,
    };
    if let Some(line) = row.line {
        tx.note_erased(case.subject(), line, &promise);
    }
    tx.insert_backup_promise(&promise)?;
    advance(tx, &mut row, Stage::Done)?;
    Ok(Certificate { row, went, residue })
}

/// Whether what a restore needs to erase the person again survives the loss of the store's disk: a copy of the rights
/// journal with this line, or a backup elsewhere that was made since.
pub fn lies_elsewhere(ctx: &Context, tx: &Tx<'_>, row: &ErasureRow) -> Result<bool> {
    let (Some(line), Some(begun)) = (row.line, row.begun) else {
        return Ok(false);
    };
    let copies = ctx.store.journal_copies_in(tx)?;
    if copies
        .iter()
        .any(|copy| copy.is_elsewhere && copy.line >= Some(line))
    {
        return Ok(true);
    }
    let remote = |backup: &BackupRow| !backup.target.starts_with('/') && backup.created > begun;
    Ok(tx.backups()?.iter().any(remote))
}

//! Erasing personal values of one person or of chosen events. The events stay, and so does every proof: what goes
//! was never in the tree, only its digest.

mod again;
mod choose;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use self::choose::{STEP, portion};
use super::append::pseudonym_digest;
use super::erase::{self, Ranges};
pub use super::erase::{doubt, scrub};
use super::event::{Event, Severity};
use super::failed;
use super::prune::absent;
use super::query::record_reading;
use crate::base::error::{Error, Result};
use crate::base::text::{count, did_you_mean, folded, safe};
use crate::domain::context::Context;
use crate::store::Tx;
use crate::store::audit::{DisclosureRow, Fate, Word};
pub use again::{Again, again, within};

/// Events whose values are read together.
const WINDOW: u64 = 4_096;
/// Values that one transaction deletes; more by those of [`STEP`] events at most.
const BATCH: usize = 10_000;

/// What is to be erased. Parties and texts each choose values; numbers and fields narrow the choice, and choose by
/// themselves where neither is given.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// Ids of accounts and pseudonyms: values of events whose actor or target they are.
    pub parties: Vec<String>,
    /// Values that contain one of these texts, in whatever event.
    pub texts: Vec<String>,
    /// First number, and one past the last.
    pub numbers: Vec<(u64, u64)>,
    pub fields: Vec<String>,
    /// The data request that demands it.
    pub request: Option<String>,
    pub lasting: Lasting,
}

/// How the rights journal lets a restore erase again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lasting {
    /// By a line that names the values.
    #[default]
    ByValues,
    /// By the line that says that the person is erased.
    ByPerson,
}

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redacted {
    pub values: u64,
    /// How many events lost values.
    pub events: u64,
    /// How many values of each field.
    pub fields: BTreeMap<String, u64>,
    pub pseudonyms: u64,
    /// Values that a hold keeps.
    pub held: u64,
    /// The holds that keep them.
    pub holds: BTreeSet<String>,
    /// The events that tell of it.
    pub told: Vec<u64>,
}

/// Every id under which the log knows somebody: the account, and pseudonyms of its name and address.
pub fn parties(ctx: &Context, tx: &Tx<'_>, typed: &str) -> Result<Vec<String>> {
    let account = tx.account_party(&folded(typed))?;
    let mut names = BTreeSet::from([typed.to_owned()]);
    if let Some((name, email)) = account
        .as_deref()
        .map(|id| tx.account_words(id))
        .transpose()?
        .flatten()
    {
        names.insert(name);
        names.extend(email);
    }
    let mut ids: BTreeSet<String> = known_as(ctx, tx, account.as_deref(), &names)?
        .into_iter()
        .collect();
    // An id stands for itself, also one of an account that is gone.
    for word in [Word::Actor, Word::Target] {
        if tx.known_word(word, typed)?.is_some() {
            ids.insert(typed.to_owned());
        }
    }
    if ids.is_empty() {
        let known = tx.some_account_names()?;
        let near = did_you_mean(typed, known.iter().map(String::as_str));
        let error = Error::not_found(format!("the log knows nobody called `{}`", safe(typed)));
        return Err(error.hint(near.unwrap_or_else(|| {
            "give an id of `optimactl audit count --by actor,target`, or look for a text with `--text`"
                .to_owned()
        })));
    }
    Ok(ids.into_iter().collect())
}

/// The account, if there is one, and the pseudonyms under which the log knows these names. None of them is an error.
pub fn known_as(
    ctx: &Context,
    tx: &Tx<'_>,
    account: Option<&str>,
    names: &BTreeSet<String>,
) -> Result<Vec<String>> {
    let mut ids: BTreeSet<String> = account.map(str::to_owned).into_iter().collect();
    for name in names {
        ids.extend(tx.pseudonym(&pseudonym_digest(ctx, name)?)?);
    }
    Ok(ids.into_iter().collect())
}

/// It names no target: the next erasure about the same person would take its reason away.
fn event(order: &Order, values: u64) -> Event {
    let event = Event::new("audit.redact")
        .severity(Severity::High)
        .field("count", values);
    match &order.request {
        Some(request) => event.request(request),
        None => event,
    }
}

/// What would go. Looking for a text in personal values is reading them.
pub fn look(ctx: &Context, order: &Order) -> Result<Redacted> {
    if !order.texts.is_empty() {
        record_reading(ctx, "redact")?;
    }
    let mut found = Redacted::default();
    let size = ctx.store.read(|tx| {
        let (first, size) = (tx.first_kept()?, tx.tree()?.size());
        // A mistyped number must not pass for an erasure that had nothing to do.
        for (from, end) in &order.numbers {
            if *end <= first || *from >= size {
                return Err(absent(tx, *from, size)?);
            }
        }
        for party in forgotten(order) {
            found.pseudonyms += u64::from(tx.has_pseudonym(party)?);
        }
        Ok(size)
    })?;
    let mut from = 0;
    while from < size {
        let portion = ctx
            .store
            .read(|tx| portion(tx, order, (from, size), BATCH))?;
        found.count(&portion.rows);
        from = portion.next;
    }
    Ok(found)
}

/// Erases, in portions that are each chosen on a snapshot and deleted with the events that tell of it: nobody waits
/// while it is looked for, and what a run that was cut short left, the next one finds. Afterwards nothing of it is
/// left in the write-ahead log; beside the answer, why something may be.
pub fn run(ctx: &Context, order: &Order) -> Result<(Redacted, Option<String>)> {
    run_by(ctx, order, BATCH)
}

fn run_by(ctx: &Context, order: &Order, batch: usize) -> Result<(Redacted, Option<String>)> {
    let mut done = Redacted::default();
    let ended = walk(ctx, order, batch, &mut done);
    // Also behind a portion that failed, and behind a run that was killed.
    let kept = if ctx.dry_run() {
        None
    } else {
        erase::scrub(ctx)
    };
    match ended {
        Ok(()) => Ok((done, kept)),
        Err(error) => {
            let error = failed(ctx, event(order, 0), error);
            Err(if done.values == 0 || ctx.dry_run() {
                error
            } else {
                let before = count(i128::from(done.values), "personal value");
                erase::halfway(error, &format!("{before} were erased"))
            })
        }
    }
}

fn walk(ctx: &Context, order: &Order, batch: usize, done: &mut Redacted) -> Result<()> {
    let mut from = 0;
    // Others go on writing: what came in meanwhile is looked through, too, until little is left.
    loop {
        let size = ctx.store.read(|tx| Ok(tx.tree()?.size()))?;
        if size.saturating_sub(from) <= STEP {
            break;
        }
        while from < size {
            let portion = ctx
                .store
                .read(|tx| portion(tx, order, (from, size), batch))?;
            if !portion.rows.is_empty() {
                ctx.store
                    .write(ctx.mode, |tx| forget(ctx, tx, order, (&portion.rows, done)))?;
            }
            from = portion.next;
        }
        // A dry run writes nothing that could come in behind it.
        if ctx.dry_run() {
            break;
        }
    }
    // The rest together with what leads to the person: no event under this pseudonym can come in between.
    ctx.store.write(ctx.mode, |tx| {
        let size = tx.tree()?.size();
        let mut rest = portion(tx, order, (from, size), usize::MAX)?.rows;
        // What this run told is not what it was asked to erase.
        rest.retain(|(seq, _)| done.told.binary_search(seq).is_err());
        forget(ctx, tx, order, (&rest, done))?;
        // What a hold keeps must be found when it ends.
        if done.held == 0 {
            for party in forgotten(order) {
                done.pseudonyms += u64::from(tx.remove_pseudonym(party)?);
            }
        }
        Ok(())
    })
}

/// Whose pseudonyms go: part of somebody's values is not the person.
fn forgotten(order: &Order) -> &[String] {
    if order.numbers.is_empty() && order.fields.is_empty() {
        &order.parties
    } else {
        &[]
    }
}

impl Redacted {
    /// Counts the values of a portion, which come event by event.
    fn count(&mut self, rows: &[(u64, String)]) {
        let mut last = None;
        for (seq, field) in rows {
            self.values += 1;
            self.events += u64::from(last != Some(*seq));
            last = Some(*seq);
            *self.fields.entry(field.clone()).or_default() += 1;
        }
    }
}

/// Deletes what of a portion is still there, and appends the events that tell of it.
fn forget(
    ctx: &Context,
    tx: &Tx<'_>,
    order: &Order,
    (rows, done): (&[(u64, String)], &mut Redacted),
) -> Result<()> {
    let mut numbers: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    let (mut values, mut last) = (0_u64, None);
    for (seq, field) in rows {
        match tx.erase_disclosure(*seq, field)? {
            Fate::Gone => {
                numbers.entry(field).or_default().push(*seq);
                values += 1;
                done.events += u64::from(last != Some(*seq));
                last = Some(*seq);
            }
            Fate::Held => {
                done.held += 1;
                done.holds.extend(tx.holds_keeping(*seq, field)?);
            }
            Fate::Absent => {}
        }
    }
    done.values += values;
    if order.lasting == Lasting::ByValues && !numbers.is_empty() {
        again::note(tx, &numbers)?;
    }
    let mut gone = Ranges::new();
    for (field, numbers) in numbers {
        let count = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
        *done.fields.entry(field.to_owned()).or_default() += count;
        gone.insert(field.to_owned(), erase::ranges(&numbers));
    }
    done.told
        .extend(erase::tell(ctx, tx, &event(order, values), &gone)?);
    Ok(())
}

/// Values that go together, and where the next ones begin.
struct Portion {
    rows: Vec<(u64, String)>,
    next: u64,
}

/// Hands over every value of these events; memory stays the same however many there are.
pub(super) fn each(
    tx: &Tx<'_>,
    (first, end): (u64, u64),
    take: &mut dyn FnMut(DisclosureRow) -> Result<()>,
) -> Result<()> {
    let mut from = first;
    while from < end {
        let to = from.saturating_add(WINDOW).min(end);
        for row in tx.disclosures(from, to)? {
            take(row)?;
        }
        from = to;
    }
    Ok(())
}

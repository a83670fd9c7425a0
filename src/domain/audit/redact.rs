//! Erasing personal values of one person or of chosen events. The events stay, and so does every proof: what goes
//! was never in the tree, only its digest.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::append::pseudonym_digest;
use super::disclosure::reveal;
use super::erase::{self, Ranges};
use super::event::{Event, Severity};
use super::failed;
use super::prune::absent;
use super::query::{record_reading, text_of};
use crate::base::error::{Error, Result};
use crate::base::text::{did_you_mean, folded, safe};
use crate::domain::context::Context;
use crate::store::audit::{DisclosureRow, Word};
use crate::store::{Mode, Tx};

/// Events whose values are read together.
const WINDOW: u64 = 4_096;

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
    /// The events that tell of it.
    pub told: Vec<u64>,
}

/// Every id under which the log knows somebody: the account, and pseudonyms of its name and address.
pub fn parties(ctx: &Context, tx: &Tx<'_>, typed: &str) -> Result<Vec<String>> {
    let account = tx.account_party(&folded(typed))?;
    let mut names = vec![typed.to_owned()];
    if let Some((name, email)) = account
        .as_deref()
        .map(|id| tx.account_words(id))
        .transpose()?
        .flatten()
    {
        names.push(name);
        names.extend(email);
    }
    let mut ids: BTreeSet<String> = account.into_iter().collect();
    for name in names {
        ids.extend(tx.pseudonym(&pseudonym_digest(ctx, &name)?)?);
    }
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

/// Erases in the caller's transaction and appends the events that tell of it.
pub fn redact(ctx: &Context, tx: &Tx<'_>, order: &Order) -> Result<Redacted> {
    let chosen = choose(tx, order)?;
    let mut done = Redacted::default();
    let mut events = BTreeSet::new();
    let mut gone = Ranges::new();
    for (field, numbers) in chosen {
        for seq in &numbers {
            tx.erase_disclosure(*seq, &field)?;
            events.insert(*seq);
        }
        let count = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
        done.values += count;
        gone.insert(field.clone(), erase::ranges(&numbers));
        done.fields.insert(field, count);
    }
    done.events = u64::try_from(events.len()).unwrap_or(u64::MAX);
    // Part of somebody's values is not the person.
    if order.numbers.is_empty() && order.fields.is_empty() {
        for party in &order.parties {
            done.pseudonyms += u64::from(tx.remove_pseudonym(party)?);
        }
    }
    if done.values > 0 || done.pseudonyms > 0 {
        done.told = erase::tell(ctx, tx, &event(order, &done), &gone)?;
    }
    Ok(done)
}

/// It names no target: the next erasure about the same person would take its reason away.
fn event(order: &Order, done: &Redacted) -> Event {
    let event = Event::new("audit.redact")
        .severity(Severity::High)
        .field("count", done.values);
    match &order.request {
        Some(request) => event.request(request),
        None => event,
    }
}

/// What would go: the erasure itself, undone. Looking for a text in personal values is reading them.
pub fn look(ctx: &Context, order: &Order) -> Result<Redacted> {
    if !order.texts.is_empty() {
        record_reading(ctx, "redact")?;
    }
    ctx.store.write(Mode::DryRun, |tx| {
        let (first, size) = (tx.first_kept()?, tx.tree()?.size());
        // A mistyped number must not pass for an erasure that had nothing to do.
        for (from, end) in &order.numbers {
            if *end <= first || *from >= size {
                return Err(absent(tx, *from, size)?);
            }
        }
        redact(ctx, tx, order)
    })
}

/// The same in a transaction of its own. Afterwards nothing of it is left in the write-ahead log; beside the
/// answer, why something may be.
pub fn run(ctx: &Context, order: &Order) -> Result<(Redacted, Option<String>)> {
    let done = ctx
        .store
        .write(ctx.mode, |tx| redact(ctx, tx, order))
        .map_err(|error| failed(ctx, event(order, &Redacted::default()), error))?;
    if ctx.dry_run() || done.told.is_empty() {
        return Ok((done, None));
    }
    let kept = erase::scrub(ctx);
    Ok((done, kept))
}

/// Per field the numbers of the events whose value goes, in order.
fn choose(tx: &Tx<'_>, order: &Order) -> Result<BTreeMap<String, Vec<u64>>> {
    let size = tx.tree()?.size();
    let mut chosen: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    let within = |seq: u64| {
        let mut numbers = order.numbers.iter();
        order.numbers.is_empty() || numbers.any(|(first, end)| seq >= *first && seq < *end)
    };
    let mut take = |row: DisclosureRow| {
        if order.fields.is_empty() || order.fields.contains(&row.field) {
            chosen.entry(row.field).or_default().insert(row.seq);
        }
    };
    let (acted, concerned) = (
        sides(tx, order, Word::Actor)?,
        sides(tx, order, Word::Target)?,
    );
    for seq in acted.union(&concerned).filter(|seq| within(**seq)) {
        for row in tx.disclosures(*seq, *seq + 1)? {
            // The name of whoever else was there is not this person's.
            let others = match row.field.as_str() {
                "actor_name" => !acted.contains(seq),
                "target_name" => !concerned.contains(seq),
                _ => false,
            };
            if !others {
                take(row);
            }
        }
    }
    if !order.texts.is_empty() || order.parties.is_empty() {
        let texts: Vec<String> = order.texts.iter().map(|text| text.to_lowercase()).collect();
        let everything = [(0, size)];
        let numbers = if order.numbers.is_empty() {
            &everything[..]
        } else {
            &order.numbers
        };
        for (first, end) in numbers {
            each(tx, (*first, (*end).min(size)), &mut |row| {
                if texts.is_empty() || holds(&row.text, &texts)? {
                    take(row);
                }
                Ok(())
            })?;
        }
    }
    let in_order =
        |(field, numbers): (String, BTreeSet<u64>)| (field, numbers.into_iter().collect());
    Ok(chosen.into_iter().map(in_order).collect())
}

/// The events on one side of which any of the parties stands.
fn sides(tx: &Tx<'_>, order: &Order, word: Word) -> Result<BTreeSet<u64>> {
    let mut numbers = BTreeSet::new();
    for party in &order.parties {
        numbers.extend(tx.events_of_party(word, party)?);
    }
    Ok(numbers)
}

fn holds(text: &str, texts: &[String]) -> Result<bool> {
    let value: Value = reveal(text)?.1;
    let value = text_of(&value).to_lowercase();
    Ok(texts.iter().any(|text| value.contains(text)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::progress::silent;
    use crate::domain::audit::verify::{Request, verify};
    use crate::domain::audit::{note, shown};
    use crate::domain::fixture::{Fixture, add_account};
    use crate::store::audit::tamper;

    fn setup() -> (Fixture, Context, u64) {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        add_account(&ctx, "mira");
        let seq = note(
            &ctx,
            &Event::new("auth.check")
                .target_name("mira@elsewhere.example")
                .personal("ip", "203.0.113.9"),
        )
        .unwrap();
        (fixture, ctx, seq)
    }

    fn good(ctx: &Context) -> bool {
        verify(ctx, &Request::default(), &mut silent)
            .unwrap()
            .is_good()
    }

    fn values(ctx: &Context, seq: u64) -> Vec<String> {
        let rows = ctx.store.read(|tx| tx.disclosures(seq, seq + 1)).unwrap();
        rows.into_iter().map(|row| row.field).collect()
    }

    #[test]
    fn a_person_goes_and_the_proofs_stay() {
        let (fixture, ctx, seq) = setup();
        let texts = ctx.store.read(|tx| tx.disclosures(seq, seq + 1)).unwrap();
        assert!(tamper::pages_hold(&ctx.store, &texts[0].text));
        let subject = ctx
            .store
            .read(|tx| parties(&ctx, tx, "Mira@elsewhere.example"))
            .unwrap();
        let order = Order {
            parties: subject.clone(),
            ..Order::default()
        };
        let (done, scrubbed) = run(&ctx, &order).unwrap();
        assert!(scrubbed.is_none());
        assert_eq!(done.pseudonyms, 1);
        assert_eq!((done.values, done.events), (2, 1));
        assert!(values(&ctx, seq).is_empty() && good(&ctx));
        for row in &texts {
            assert!(!tamper::pages_hold(&ctx.store, &row.text));
        }
        let wal = fixture.folder.database().with_extension("db-wal");
        assert_eq!(std::fs::metadata(wal).map_or(0, |wal| wal.len()), 0);
        // Named again, it is somebody new.
        note(
            &ctx,
            &Event::new("auth.check").target_name("mira@elsewhere.example"),
        )
        .unwrap();
        let again = ctx
            .store
            .read(|tx| parties(&ctx, tx, "mira@elsewhere.example"));
        assert_ne!(again.unwrap(), subject);
        // Beside the explained loss another one.
        tamper::run(&ctx.store, "DELETE FROM disclosure WHERE seq = 0");
        assert!(!good(&ctx));
    }

    #[test]
    fn the_name_of_somebody_else_stays() {
        let (_fixture, ctx, _) = setup();
        let event = Event::new("account.show")
            .actor(super::super::Party::Name("ann".into()))
            .target_name("bob")
            .personal("note", "both");
        let seq = note(&ctx, &event).unwrap();
        let parties = ctx.store.read(|tx| parties(&ctx, tx, "bob")).unwrap();
        let order = Order {
            parties,
            ..Order::default()
        };
        run(&ctx, &order).unwrap();
        assert_eq!(values(&ctx, seq), ["actor_name"]);
        let name = ctx.store.read(|tx| {
            let entry = tx.entry(seq)?.unwrap_or_default();
            Ok(shown::Shown::of(tx, seq, &entry, &mut shown::Names::default())?.actor_name)
        });
        assert_eq!(name.unwrap().as_deref(), Some("ann"));
        assert!(good(&ctx));
    }

    #[test]
    fn numbers_fields_and_texts_choose() {
        let (_fixture, ctx, seq) = setup();
        let only = Order {
            numbers: vec![(seq, seq + 1)],
            fields: vec!["ip".to_owned()],
            ..Order::default()
        };
        assert_eq!(run(&ctx, &only).unwrap().0.values, 1);
        assert_eq!(values(&ctx, seq), ["target_name"]);
        let text = Order {
            texts: vec!["ELSEWHERE".to_owned()],
            ..Order::default()
        };
        assert_eq!(run(&ctx, &text).unwrap().0.values, 1);
        assert_eq!(run(&ctx, &text).unwrap().0, Redacted::default());
        assert!(values(&ctx, seq).is_empty() && good(&ctx));
        ctx.store
            .read(|tx| parties(&ctx, tx, "nobody"))
            .unwrap_err();
    }

    #[test]
    fn many_holes_are_told_in_several_events() {
        let (_fixture, ctx, _) = setup();
        let write = |tx: &Tx<'_>| {
            super::super::append_all(&ctx, tx, |log| {
                for n in 0..7_000 {
                    let party = if n % 2 == 0 { "acc_even" } else { "acc_odd" };
                    log.append(
                        &Event::new("auth.check")
                            .target(party)
                            .personal("ip", "192.0.2.7"),
                    )?;
                }
                Ok(())
            })
        };
        ctx.store.write(crate::store::Mode::Commit, write).unwrap();
        let order = Order {
            parties: vec!["acc_odd".to_owned()],
            ..Order::default()
        };
        let (done, _) = run(&ctx, &order).unwrap();
        assert_eq!((done.values, done.told.len()), (3_500, 4));
        assert!(good(&ctx));
    }
}

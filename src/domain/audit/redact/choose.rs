//! Which values an order means, stretch by stretch: by whose events they are where it names parties alone, else by reading
//! every value.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::disclosure::reveal;
use super::super::query::text_of;
use super::{Lasting, Order, Portion, each};
use crate::base::error::Result;
use crate::store::Tx;
use crate::store::audit::Word;

/// Events that are looked through at once; of a party's index, as many of theirs.
pub(super) const STEP: u64 = 1_024;

/// Events by their numbers: first, and one past the last.
type Stretch = (u64, u64);

/// At least `batch` values if there are so many, and whole events.
pub(super) fn portion(
    tx: &Tx<'_>,
    order: &Order,
    (from, end): Stretch,
    batch: usize,
) -> Result<Portion> {
    let chooser = Chooser::new(tx, order)?;
    let stretches = stretches(order);
    let mut rows = vec![];
    let mut next = from.max(tx.first_kept()?);
    while next < end && rows.len() < batch {
        let at = stretches.partition_point(|(_, last)| *last <= next);
        next = match stretches.get(at) {
            Some((first, last)) if *first < end => {
                chooser.choose(((*first).max(next), (*last).min(end)), &mut rows)?
            }
            _ => end,
        };
    }
    rows.sort_unstable();
    rows.dedup();
    Ok(Portion { rows, next })
}

/// The stretches of an order, in order and apart from each other.
fn stretches(order: &Order) -> Vec<Stretch> {
    if order.numbers.is_empty() {
        return vec![(0, u64::MAX)];
    }
    let mut given = order.numbers.clone();
    given.sort_unstable();
    let mut apart: Vec<Stretch> = vec![];
    for (first, end) in given {
        match apart.last_mut() {
            Some((_, last)) if first <= *last => *last = end.max(*last),
            _ => apart.push((first, end)),
        }
    }
    apart
}

struct Chooser<'a> {
    tx: &'a Tx<'a>,
    order: &'a Order,
    texts: Vec<String>,
    /// The numbers of the parties' ids.
    actors: Vec<i64>,
    targets: Vec<i64>,
}

impl<'a> Chooser<'a> {
    fn new(tx: &'a Tx<'a>, order: &'a Order) -> Result<Self> {
        let known = |word| -> Result<Vec<i64>> {
            let ids = order.parties.iter().map(|party| tx.known_word(word, party));
            ids.filter_map(Result::transpose).collect()
        };
        Ok(Self {
            tx,
            order,
            texts: order.texts.iter().map(|text| text.to_lowercase()).collect(),
            actors: known(Word::Actor)?,
            targets: known(Word::Target)?,
        })
    }

    /// Takes what is meant from the beginning of a stretch, and answers how far it came.
    fn choose(&self, (first, end): Stretch, rows: &mut Vec<(u64, String)>) -> Result<u64> {
        let reads_all = !self.texts.is_empty() || self.order.parties.is_empty();
        let mut end = if reads_all {
            first.saturating_add(STEP).min(end)
        } else {
            end
        };
        let acted = self.sides(Word::Actor, (first, &mut end))?;
        let concerned = self.sides(Word::Target, (first, &mut end))?;
        for seq in acted.union(&concerned).filter(|seq| **seq < end) {
            self.choose_of(*seq, (&acted, &concerned), rows)?;
        }
        if reads_all {
            each(self.tx, (first, end), &mut |row| {
                if self.means(&row.field) && (self.texts.is_empty() || self.holds(&row.text)?) {
                    rows.push((row.seq, row.field));
                }
                Ok(())
            })?;
        }
        Ok(end)
    }

    /// The events on one side of which any of the parties stands; where they are too many, the stretch ends earlier.
    fn sides(&self, word: Word, (first, end): (u64, &mut u64)) -> Result<BTreeSet<u64>> {
        let ids = match word {
            Word::Target => &self.targets,
            _ => &self.actors,
        };
        let most = usize::try_from(STEP).unwrap_or(usize::MAX);
        let mut numbers = BTreeSet::new();
        for id in ids {
            let found = self.tx.events_of_party((word, *id), (first, *end), most)?;
            if found.len() == most {
                *end = found.last().map_or(*end, |last| last + 1);
            }
            numbers.extend(found);
        }
        Ok(numbers)
    }

    /// The values of one event.
    fn choose_of(
        &self,
        seq: u64,
        (acted, concerned): (&BTreeSet<u64>, &BTreeSet<u64>),
        rows: &mut Vec<(u64, String)>,
    ) -> Result<()> {
        let mut is_of_target = None;
        for field in self.tx.disclosed_fields(seq)? {
            // The name of whoever else was there is not this person's; nor, where the person is erased, what an event
            // says of those on whom the person acted.
            let others = match field.as_str() {
                "actor_name" => !acted.contains(&seq),
                "target_name" => !concerned.contains(&seq),
                other
                    if self.order.lasting == Lasting::ByPerson
                        && !concerned.contains(&seq)
                        && !OF_ACTOR.contains(&other) =>
                {
                    match is_of_target {
                        Some(known) => known,
                        None => *is_of_target.insert(self.is_of_target(seq)?),
                    }
                }
                _ => false,
            };
            if !others && self.means(&field) {
                rows.push((seq, field));
            }
        }
        Ok(())
    }

    /// Whether an event is about somebody, or something, besides whoever caused it.
    fn is_of_target(&self, seq: u64) -> Result<bool> {
        let target = self.tx.target_of(seq)?;
        Ok(target.is_some_and(|target| target.starts_with("acc_") || target.starts_with("s_")))
    }

    fn means(&self, field: &str) -> bool {
        let fields = &self.order.fields;
        fields.is_empty() || fields.iter().any(|one| one == field)
    }

    fn holds(&self, text: &str) -> Result<bool> {
        let value: Value = reveal(text)?.1;
        let value = text_of(&value).to_lowercase();
        Ok(self.texts.iter().any(|text| value.contains(text)))
    }
}

/// What an event says of whoever acted.
const OF_ACTOR: [&str; 6] = ["ip", "client_ip", "user_agent", "reason", "login", "host"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Event, Party, append_all};
    use crate::domain::fixture::Fixture;
    use crate::store::Mode;

    #[test]
    fn stretches_are_apart_and_in_order() {
        let order = Order {
            numbers: vec![(9, 12), (0, 2), (10, 11), (2, 4), (20, 21)],
            ..Order::default()
        };
        assert_eq!(stretches(&order), [(0, 4), (9, 12), (20, 21)]);
        assert_eq!(stretches(&Order::default()), [(0, u64::MAX)]);
    }

    /// Two who are one person, one of them in more events than are looked through at once.
    #[test]
    fn portions_of_a_party_follow_each_other_without_gap_or_overlap() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let events = 5 * STEP;
        let append = |tx: &Tx<'_>| {
            append_all(&ctx, tx, |log| {
                for n in 0..events {
                    let actor = match n % 7 {
                        0 => "acc_a",
                        1..5 => "acc_b",
                        _ => "acc_c",
                    };
                    let event = Event::new("auth.check").actor(Party::Id(actor.into()));
                    log.append(&event.personal("ip", "192.0.2.1"))?;
                }
                Ok(())
            })
        };
        ctx.store.write(Mode::Commit, append).unwrap();
        let order = Order {
            parties: vec!["acc_a".into(), "acc_b".into()],
            lasting: Lasting::ByPerson,
            ..Order::default()
        };
        let look = |batch| -> (Vec<(u64, String)>, usize) {
            let (mut rows, mut from, mut portions) = (vec![], 0, 0);
            let size = ctx.store.read(|tx| Ok(tx.tree()?.size())).unwrap();
            while from < size {
                let next = ctx
                    .store
                    .read(|tx| portion(tx, &order, (from, size), batch))
                    .unwrap();
                assert!(
                    next.rows
                        .iter()
                        .all(|(seq, _)| (from..next.next).contains(seq))
                );
                rows.extend(next.rows);
                from = next.next;
                portions += 1;
            }
            (rows, portions)
        };
        let (whole, one) = look(usize::MAX);
        let (parts, many) = look(1);
        assert_eq!(
            (one, whole.len()),
            (1, usize::try_from(events * 5 / 7 + 1).unwrap())
        );
        assert!(many > 2 && whole == parts);
    }
}

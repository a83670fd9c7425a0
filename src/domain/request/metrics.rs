//! What 11 CCR §7102 asks for: per type how many requests came in a year, how they were answered and how fast. Numbers
//! only.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use serde::Serialize;

use super::State;
use super::clocks::read_zone;
use super::words::{Code, Law, Type};
use crate::base::error::Result;
use crate::domain::context::Context;
use crate::store::request::RequestRow;

/// The numbers of one type.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub received: u64,
    pub complied: u64,
    pub complied_in_part: u64,
    pub denied: u64,
    /// Denials by the headings of §7102(a)(2).
    pub denied_not_verifiable: u64,
    pub denied_not_a_consumer: u64,
    pub denied_exempt: u64,
    pub denied_other: u64,
    pub withdrawn: u64,
    pub dismissed: u64,
    pub open: u64,
    /// Answered after the last day.
    pub late: u64,
    pub extended: u64,
    /// From receipt to the answer, in calendar days; none where nothing was answered.
    pub median_days: Option<f64>,
    pub mean_days: Option<f64>,
}

/// Which requests are counted: received in `year`, in the zone of each, under this law.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    pub year: i32,
    pub law: Option<Law>,
}

#[derive(Default)]
struct Tally {
    rows: Vec<RequestRow>,
    days: Vec<i64>,
}

/// One line for each type that came, in the order of the types.
pub fn metrics(ctx: &Context, span: Span) -> Result<Vec<Line>> {
    let rows = ctx.store.read(|tx| tx.requests())?;
    let mut tallies: BTreeMap<usize, Tally> = BTreeMap::new();
    for row in rows {
        if !counts(&row, span)? {
            continue;
        }
        let kind = Type::read(&row.kind)?;
        let place = Type::ALL.iter().position(|known| *known == kind);
        let tally = tallies.entry(place.unwrap_or_default()).or_default();
        tally.days.extend(days(&row)?);
        tally.rows.push(row);
    }
    let lines = tallies.into_iter().filter_map(|(place, tally)| {
        let kind = Type::ALL.get(place)?;
        Some(line(kind.as_str(), tally))
    });
    lines.collect()
}

fn counts(row: &RequestRow, span: Span) -> Result<bool> {
    let zone = read_zone(&row.zone)?;
    let law = Law::read(&row.law)?;
    let is_law = match span.law {
        None => true,
        Some(Law::Gdpr) => law.has_gdpr(),
        Some(Law::Ccpa) => law.has_ccpa(),
        Some(Law::Both) => law == Law::Both,
    };
    Ok(is_law && row.received.with_timezone(&zone).year() == span.year)
}

/// Calendar days until the answer, in the request's zone; none for what was not answered.
fn days(row: &RequestRow) -> Result<Option<i64>> {
    let zone = read_zone(&row.zone)?;
    let is_answer = matches!(
        row.outcome.as_deref(),
        Some("fulfilled" | "partial" | "denied")
    );
    let Some(answered) = row.answered.filter(|_| is_answer) else {
        return Ok(None);
    };
    let date = |time: crate::base::clock::Time| time.with_timezone(&zone).date_naive();
    Ok(Some((date(answered) - date(row.received)).num_days()))
}

fn line(kind: &'static str, tally: Tally) -> Result<Line> {
    let Tally { rows, mut days } = tally;
    days.sort_unstable();
    let of = |state: State| count(&rows, |row| row.outcome.as_deref() == Some(state.as_str()));
    let mut buckets: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rows
        .iter()
        .filter(|row| row.outcome.as_deref() == Some("denied"))
    {
        let code = row.code.as_deref().map(Code::read).transpose()?;
        let bucket = code.unwrap_or(Code::Other).bucket();
        *buckets.entry(bucket).or_default() += 1;
    }
    let denied = |bucket: &str| buckets.get(bucket).copied().unwrap_or_default();
    Ok(Line {
        kind,
        received: count(&rows, |_| true),
        complied: of(State::Fulfilled),
        complied_in_part: of(State::Partial),
        denied: of(State::Denied),
        denied_not_verifiable: denied("not-verifiable"),
        denied_not_a_consumer: denied("not-a-consumer"),
        denied_exempt: denied("exempt"),
        denied_other: denied("other"),
        withdrawn: of(State::Withdrawn),
        dismissed: of(State::Dismissed),
        open: count(&rows, |row| row.outcome.is_none()),
        late: count(&rows, |row| super::has_flag(row, "late")),
        extended: count(&rows, |row| super::has_flag(row, "extended")),
        median_days: median(&days),
        mean_days: mean(&days),
    })
}

fn count(rows: &[RequestRow], is_one: impl Fn(&RequestRow) -> bool) -> u64 {
    let found = rows.iter().filter(|row| is_one(row)).count();
    u64::try_from(found).unwrap_or(u64::MAX)
}

/// The middle one, or the mean of both in the middle.
fn median(sorted: &[i64]) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let (low, high) = (sorted.get(last / 2)?, sorted.get(last.div_ceil(2))?);
    tenths(low.checked_add(*high)?, 2)
}

fn mean(days: &[i64]) -> Option<f64> {
    tenths(days.iter().sum(), i64::try_from(days.len()).ok()?)
}

/// A quotient to one decimal: more would claim more than whole days hold.
fn tenths(sum: i64, parts: i64) -> Option<f64> {
    let doubled = sum.checked_mul(20)?.checked_div(parts)?;
    let tenths = doubled.checked_add(1)?.div_euclid(2);
    i32::try_from(tenths)
        .ok()
        .map(|tenths| f64::from(tenths) / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "tenths are written the same way")]
    fn median_and_mean_are_told_to_one_decimal() {
        assert_eq!(median(&[]), None);
        assert_eq!(mean(&[]), None);
        assert_eq!(median(&[3, 4, 40]).unwrap(), 4.0);
        assert_eq!(median(&[3, 4]).unwrap(), 3.5);
        assert_eq!(mean(&[1, 1, 2]).unwrap(), 1.3);
        assert_eq!(mean(&[1, 2, 2]).unwrap(), 1.7);
        assert_eq!(mean(&[0]).unwrap(), 0.0);
    }
}

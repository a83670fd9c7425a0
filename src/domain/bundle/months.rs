//! Events by month, and the bars of the chart.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use serde::Serialize;

use crate::base::clock::Time;

const MOST_MONTHS: i32 = 24;
/// The height of the highest bar.
pub(super) const HEIGHT: u32 = 120;

/// How many events each month had, counted from the year 0.
#[derive(Clone, Debug, Default)]
pub struct Months(BTreeMap<i32, u32>);

/// One month of the chart.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Bar {
    month: String,
    year: i32,
    count: u32,
    x: u32,
    height: u32,
    top: u32,
    /// The year is written under its first month only.
    tells_year: bool,
}

impl Months {
    pub fn count(&mut self, time: Time) {
        let month = time.year() * 12 + i32::try_from(time.month0()).unwrap_or_default();
        let count = self.0.entry(month).or_default();
        *count = count.saturating_add(1);
    }

    /// Months without events included, the last two years at most.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let (Some(first), Some(last)) = (self.0.keys().next(), self.0.keys().next_back()) else {
            return vec![];
        };
        let first = (*first).max(last - MOST_MONTHS + 1);
        let highest = self.0.range(first..).map(|(_, count)| *count).max();
        let highest = u64::from(highest.unwrap_or(1).max(1));
        let mut x = 8;
        let mut bars = vec![];
        for month in first..=*last {
            let count = self.0.get(&month).copied().unwrap_or_default();
            let height = (u64::from(count) * u64::from(HEIGHT)).div_ceil(highest);
            let height = u32::try_from(height).unwrap_or(HEIGHT);
            let (year, number) = (month.div_euclid(12), month.rem_euclid(12));
            bars.push(Bar {
                month: name(number).to_owned(),
                year,
                count,
                x,
                height,
                top: HEIGHT + 16 - height,
                tells_year: number == 0 || bars.is_empty(),
            });
            x += 32;
        }
        bars
    }
}

fn name(month: i32) -> &'static str {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let place = usize::try_from(month).unwrap_or_default();
    NAMES.get(place).copied().unwrap_or("?")
}

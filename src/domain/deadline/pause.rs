//! Days on which the GDPR clock stood still because the requester was asked something (EDPB 01/2022 §5.3).

use chrono::NaiveDate;

use super::{Result, Rules, plus_days};

/// A question about identity or about what is meant, asked on one day and answered on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    pub asked: NaiveDate,
    /// None while the answer is awaited: an open question adds nothing yet.
    pub answered: Option<NaiveDate>,
}

/// The calendar days that answered questions add. A question counts only if it was asked soon after
/// `received`; days on which two of them were open count once.
pub fn suspended_days(received: NaiveDate, pauses: &[Pause], rules: &Rules) -> Result<u32> {
    let latest = plus_days(received, rules.gdpr_suspend_max_lag_days)?;
    let mut closed: Vec<(NaiveDate, NaiveDate)> = pauses
        .iter()
        .filter(|pause| pause.asked <= latest)
        .filter_map(|pause| Some((pause.asked.max(received), pause.answered?)))
        .collect();
    closed.sort_unstable();
    let (mut days, mut counted_to) = (0, received);
    for (asked, answered) in closed {
        days += (answered - asked.max(counted_to)).num_days().max(0);
        counted_to = counted_to.max(answered);
    }
    // More days than fit are more than the calendar has; counting from there fails with its own error.
    Ok(u32::try_from(days).unwrap_or(u32::MAX))
}

//! Why a row is not taken whose name or address somebody has. Words only; what is looked up is the desk's matter.

use crate::base::text::safe;
use crate::domain::moving::format::{Fault, Reason, Row};
use crate::domain::moving::import::Plan;

pub(super) fn conflict(row: &Row, field: &str, problem: String) -> Fault {
    let fault = Fault::new(row.line, problem)
        .field(field)
        .named(&row.name.text);
    fault.because(Reason::Taken)
}

pub(super) fn taken(row: &Row, field: &str, value: &str, other: &str) -> Fault {
    let problem = format!("`{}` belongs to another account ({other})", safe(value));
    conflict(row, field, problem)
}

/// Twice in one file, perhaps in another case or Unicode form.
pub(super) fn again(plan: &Plan, row: &Row, field: &str, first: u64) -> Fault {
    let counts = plan.format.counts();
    let problem = format!(
        "it stands in the file twice, first in {counts} {first}; case and Unicode form do not count"
    );
    Fault::new(row.line, problem)
        .field(field)
        .named(&row.name.text)
}

/// A value that was wrong, and was put right when the person asked.
pub(super) fn put_right(row: &Row, field: &str, account: &str) -> Fault {
    wrong(
        row,
        (field, account),
        "take it out of the file, or correct it there",
    )
}

/// A new account under such a name.
pub(super) fn was_theirs(row: &Row, account: &str) -> Fault {
    let way = "take the row out of the file, or correct it there; if somebody else has that name now, make their account with `optimactl account create`";
    wrong(row, ("name", account), way)
}

fn wrong(row: &Row, (field, account): (&str, &str), way: &str) -> Fault {
    let problem = format!(
        "this `{field}` was wrong of {account} and was put right at the person's request; {way} (GDPR Art. 16, 11 CCR §7023)"
    );
    Fault::new(row.line, problem)
        .field(field)
        .named(&row.name.text)
        .because(Reason::Rule)
}

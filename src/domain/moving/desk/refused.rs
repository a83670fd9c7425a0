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

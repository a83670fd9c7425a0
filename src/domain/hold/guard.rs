//! The question that every deletion asks, inside its own transaction: a hold that was placed a moment ago counts.

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::privacy::Class;
use crate::store::Tx;
use crate::store::hold::HoldRow;

/// Refuses to delete what is held: data of these classes, of one account (by id) or of everybody.
pub fn require_free(tx: &Tx<'_>, subject: Option<&str>, classes: &[Class]) -> Result<()> {
    match blocking(tx, subject, classes)?.into_iter().next() {
        None => Ok(()),
        Some(hold) => Err(held(&hold)),
    }
}

/// The holds in force on data of these classes. Where the subject is everybody, only those on everybody count: what is
/// deleted by the row leaves out each held account by itself.
pub fn blocking(tx: &Tx<'_>, subject: Option<&str>, classes: &[Class]) -> Result<Vec<HoldRow>> {
    let holds = match subject {
        Some(subject) => tx.holds_on(subject)?,
        None => tx.holds_on_all()?,
    };
    let is_about = |hold: &HoldRow| {
        classes
            .iter()
            .any(|class| hold.classes.iter().any(|word| word == class.as_str()))
    };
    Ok(holds.into_iter().filter(is_about).collect())
}

/// Whether anything of an account, or of everybody, is held.
pub fn is_held(tx: &Tx<'_>, subject: Option<&str>) -> Result<bool> {
    Ok(!blocking(tx, subject, &Class::ALL)?.is_empty())
}

fn held(hold: &HoldRow) -> Error {
    let whose = match (&hold.name, &hold.subject) {
        (Some(name), _) => format!("of `{}`", safe(name)),
        (None, Some(id)) => format!("of `{id}`"),
        (None, None) => "of everybody".to_owned(),
    };
    Error::refused(format!(
        "data {whose} are held ({}; {}) and must not be deleted",
        safe(&hold.basis),
        hold.classes.join(", ")
    ))
    .detail(format!(
        "its next review is due on {}",
        seconds_text(hold.review)
    ))
    .hint(format!(
        "see `optimactl hold show {}`; who answers for it can release it",
        hold.id
    ))
}

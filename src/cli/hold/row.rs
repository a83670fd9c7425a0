//! A hold as it is shown.

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};
use crate::store::hold::HoldRow;

#[derive(Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    /// None: everybody.
    pub(super) account_id: Option<String>,
    pub(super) account: Option<String>,
    pub(super) classes: Vec<String>,
    pub(super) basis: String,
    pub(super) owner: String,
    pub(super) state: &'static str,
    pub(super) placed: String,
    pub(super) review: String,
    pub(super) review_due: bool,
    pub(super) reviewed: Option<String>,
    pub(super) released: Option<String>,
}

impl Row {
    pub(super) fn of(row: HoldRow, now: Time) -> Self {
        Self {
            state: if row.released.is_some() {
                "released"
            } else {
                "in-force"
            },
            review_due: row.released.is_none() && row.review <= now,
            id: row.id,
            account_id: row.subject,
            account: row.name,
            classes: row.classes,
            basis: row.basis,
            owner: row.owner,
            placed: seconds_text(row.placed),
            review: seconds_text(row.review),
            reviewed: row.reviewed.map(seconds_text),
            released: row.released.map(seconds_text),
        }
    }

    /// Whose data it holds.
    pub(super) fn whose(&self) -> String {
        match (&self.account, &self.account_id) {
            (Some(name), _) => name.clone(),
            (None, Some(id)) => id.clone(),
            (None, None) => "everybody".to_owned(),
        }
    }
}

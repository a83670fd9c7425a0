//! A consent as it is shown.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::store::consent::ConsentRow;

#[derive(Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) account_id: String,
    pub(super) account: String,
    pub(super) purpose: String,
    pub(super) version: String,
    /// Of the text.
    pub(super) sha256: String,
    pub(super) source: String,
    pub(super) state: String,
    pub(super) given: String,
    pub(super) ended: Option<String>,
    pub(super) withdrawn_through: Option<String>,
}

impl Row {
    pub(super) fn of(row: ConsentRow) -> Self {
        Self {
            state: row.why.unwrap_or_else(|| "in-force".to_owned()),
            id: row.id,
            account_id: row.account,
            account: row.name,
            purpose: row.purpose,
            version: row.version,
            sha256: row.sha256,
            source: row.source,
            given: seconds_text(row.given),
            ended: row.ended.map(seconds_text),
            withdrawn_through: row.through,
        }
    }
}

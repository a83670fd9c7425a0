//! What SQLite's failures mean here. No SQL text or bound value ever enters an error.

use rusqlite::ErrorCode;

use crate::base::error::{Error, Kind};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error_code();
        let extended = error.sqlite_error().map_or(0, |e| e.extended_code);
        let (kind, message, hint) = match code {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => (
                Kind::StoreLocked,
                "another command is writing to the store",
                Some("wait longer with `--wait 5m`, or run it again"),
            ),
            Some(ErrorCode::DiskFull) => (
                Kind::NoSpace,
                "the disk is full; nothing was changed",
                Some("free space and run it again"),
            ),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => (
                Kind::Integrity,
                "the store is damaged or was tampered with",
                Some(
                    "look at it with `optimactl store check`, then put the newest backup in its place with \
                     `optimactl backup restore --latest --from PLACE --replace`",
                ),
            ),
            Some(ErrorCode::ConstraintViolation) => (
                Kind::Conflict,
                "the store refuses a second row like this",
                None,
            ),
            // Making room in the file that processes share fails so, whatever the reason.
            Some(_) if extended == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => (
                Kind::Failed,
                "the store's shared file (`store.db-shm`) cannot grow",
                Some("look whether the disk is full, free space, and run it again"),
            ),
            Some(_) => (Kind::Failed, "the store could not be read or written", None),
            None => (
                Kind::Integrity,
                "a row of the store has an unexpected form",
                None,
            ),
        };
        let mut failure = Self::new(kind, message);
        failure.hint = hint.map(str::to_owned);
        // The code alone: SQLite's messages can quote values.
        match code {
            Some(_) => failure.because(format!("SQLite error {extended}")),
            None => failure.because(shape(&error)),
        }
    }
}

/// Which form was unexpected, without the value.
fn shape(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::QueryReturnedNoRows => "a row is missing".to_owned(),
        rusqlite::Error::InvalidColumnType(column, _, _) => {
            format!("column {column} has the wrong type")
        }
        rusqlite::Error::FromSqlConversionFailure(column, _, _)
        | rusqlite::Error::IntegralValueOutOfRange(column, _) => {
            format!("column {column} has a value that cannot be")
        }
        _ => "the statement does not fit the schema".to_owned(),
    }
}

//! The holiday table that a word names: compiled in, or one of the store's own. Opens the store for nothing else.

use super::context::Context;
use crate::base::error::Result;
use crate::domain::calendar::Calendar;
use crate::domain::request;

/// The table of this code or place; the store is opened only for one that is not compiled in.
pub(crate) fn calendar(ctx: &mut Context, code: &str) -> Result<Calendar> {
    let unknown = match Calendar::named(code) {
        Ok(calendar) => return Ok(calendar),
        Err(error) => error,
    };
    let place = ctx.folder().and_then(|folder| folder.require_store());
    if place.is_err() {
        return Err(unknown);
    }
    let open = ctx.open()?;
    request::calendar::named(&open, code)
}

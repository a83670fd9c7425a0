//! Files of bundles that lie about longer than they may: they hold everything about a person.

use super::Finding;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::base::text::count;
use crate::domain::context::Context;
use crate::domain::request::keeping;

/// The files that should have been deleted; nothing where there are none.
pub fn bundles(ctx: &Context, keep: &Period) -> Result<Option<Finding>> {
    let stale = keeping::stale(ctx, keep)?;
    let Some(first) = stale.first() else {
        return Ok(None);
    };
    let text = format!(
        "{} of data requests should be deleted by now, `{}` first",
        count(u64::try_from(stale.len()).unwrap_or_default(), "file"),
        first.file
    );
    let mend = format!(
        "delete it, then optimactl request discard {}",
        first.reference
    );
    Ok(Some(Finding::warn("bundles", text, mend)))
}

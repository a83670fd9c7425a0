//! Values that were put right know the wrong ones by keyed digests: what moves data in asks here whether one comes back.
//! Putting right stands above, in `rectification`.

use crate::base::error::{Error, Result};
use crate::base::text::folded;
use crate::crypto::seal;
use crate::domain::Context;
use crate::store::account::AccountRow;

/// What an account states about a person, field by field: before and after.
pub(in crate::domain) fn statements<'a>(
    old: &'a AccountRow,
    new: &'a AccountRow,
) -> [(&'static str, Option<&'a String>, Option<&'a String>); 4] {
    [
        ("name", Some(&old.name), Some(&new.name)),
        ("email", old.email.as_ref(), new.email.as_ref()),
        (
            "display_name",
            old.display_name.as_ref(),
            new.display_name.as_ref(),
        ),
        ("region", old.region.as_ref(), new.region.as_ref()),
    ]
}

/// The digest of a value of this field; nothing that a store or a journal keeps tells the value. By the first key, not
/// the newest, so that rotation changes nothing.
pub(in crate::domain) fn digest(ctx: &Context, field: &str, value: &str) -> Result<Vec<u8>> {
    let key = ctx.store.keyring.hmac.first();
    let key = key.ok_or_else(|| Error::integrity("the keyring lacks its HMAC key"))?;
    // Names and addresses are the same in every case; what people see is not.
    let value = match field {
        "name" | "email" => folded(value),
        _ => value.to_owned(),
    };
    let text = format!("{field}\n{value}");
    Ok(seal::mac(&key.key, "rectified", text.as_bytes())?.to_vec())
}

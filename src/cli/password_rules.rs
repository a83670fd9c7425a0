//! The rules for new passwords as the configuration asks for them; several nouns set passwords.

use crate::base::error::Result;
use crate::domain::password::{Corpora, Custom, Policy};

use super::context::Context;

pub(crate) fn policy(ctx: &Context) -> Result<Policy> {
    let settings = &ctx.settings;
    let custom = Custom {
        min_length: settings.number("password.min_length"),
        min_length_with_2fa: settings.number("password.min_length_with_2fa"),
        max_length: settings.number("password.max_length"),
        composition: settings.text("password.composition"),
        history: settings.number("password.history"),
    };
    let profile = settings.text("password.profile").unwrap_or("nist-63b-4");
    let words = settings.list("password.context_words");
    let policy = Policy::configured(profile, words, &custom)?;
    let corpora = if settings.flag("password.corpus_required") {
        Corpora::Required
    } else {
        Corpora::Optional
    };
    Ok(Policy { corpora, ..policy })
}

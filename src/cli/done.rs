//! What a verb answers that changed accounts: a sentence for each, and how to undo it.

use crate::base::error::Result;
use crate::base::text::safe;
use crate::domain::account::Did;

use super::context::{Context, Exit};
use super::render::Change;
use super::select::Picked;

/// The words of one verb. The account's name follows.
pub(crate) struct Words<'a> {
    pub(crate) schema: &'static str,
    pub(crate) did: &'a str,
    pub(crate) would: &'a str,
    /// Follows the name where nothing changed: `is disabled already`.
    pub(crate) already: &'a str,
    /// The command that undoes it, without the account.
    pub(crate) undo: Option<&'static str>,
}

/// Answers with one change, or a list of them.
pub(crate) fn answer(
    ctx: &Context,
    picked: &Picked,
    words: &Words<'_>,
    done: &[Did],
    tail: impl Fn(&Did) -> String,
) -> Result<Exit> {
    let changes: Vec<Change> = done
        .iter()
        .map(|did| change(ctx, words, did, &tail(did)))
        .collect();
    let exit = match changes.as_slice() {
        [single] if !picked.many => ctx.answer(single)?,
        [] if ctx.ui.format() == super::global::Format::Text => {
            ctx.ui.note("no account matches; nothing was changed");
            Exit::OK
        }
        _ => ctx.answer(&Changes(words.schema, changes))?,
    };
    if let (Some(undo), [did]) = (words.undo, done)
        && did.changed
        && !ctx.flags.dry_run
    {
        ctx.ui.hint(&format!("undo it with `{undo} {}`", word(did)));
    }
    Ok(exit)
}

fn change(ctx: &Context, words: &Words<'_>, did: &Did, tail: &str) -> Change {
    let name = safe(&did.name);
    let sentence = match (did.changed, ctx.flags.dry_run) {
        (false, _) => format!("`{name}` {}{tail}", words.already),
        (true, false) => format!("{} `{name}`{tail}", words.did),
        (true, true) => format!("{} `{name}`{tail}", words.would),
    };
    ctx.change(words.schema, sentence)
        .id(&did.id)
        .event(did.event)
        .with("name", did.name.as_str())
        .with("changed", did.changed)
}

/// The name if a shell takes it as one word, else the id.
pub(crate) fn word(did: &Did) -> &str {
    word_of(&did.name, &did.id)
}

/// Like [`word`], where only name and id are at hand.
pub(crate) fn word_of<'a>(name: &'a str, id: &'a str) -> &'a str {
    if is_plain(name) { name } else { id }
}

/// Whether a shell takes a text as one word.
pub(crate) fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_.@+".contains(c))
}

/// Several changes under the schema of their verb, also when there are none.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct Changes(#[serde(skip)] &'static str, Vec<Change>);

impl super::render::Answer for Changes {
    fn schema(&self) -> &'static str {
        self.0
    }

    fn view(&self) -> super::render::View {
        self.1.view()
    }
}

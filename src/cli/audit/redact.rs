//! `audit redact`: erases personal values of one person or of chosen events.

use crate::base::error::{Error, Result};
use crate::base::text::{count, folded, safe};
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::audit::redact::{self, Order, Redacted};

use super::filter::numbers;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See what is known of a person, by field",
        line: "optimactl audit redact --subject mira --dry-run",
    },
    Example {
        what: "Erase it, and every value that holds her address",
        line: "optimactl audit redact --subject mira --text mira@mail.example --confirm mira --reason 'erasure, request 42'",
    },
    Example {
        what: "Erase a note that should not have been written",
        line: "optimactl audit redact --seq 5..9 --field reason --confirm store --reason 'holds a diagnosis'",
    },
];

/// Erase personal values from the log; the events stay
///
/// Severe: it wants the person (or, without one, the store's name) typed, and a reason. What goes is the values
/// behind the digests in the entries: names, addresses, notes. Nobody gets them back from here; backups keep them
/// until they are pruned. The entries, their hashes and every proof stay as they are, and `audit.redact` events
/// say which fields of which events were erased: one for each portion of about 10,000 values, so that nobody waits
/// for a long erasure. One that was cut short goes on when it is run again. A name that is used again later gets a new pseudonym.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit expire", "optimactl audit verify", "optimactl account remove"],
))]
pub(crate) struct Args {
    /// Whose values: an account's name, address or id, or the name or id of anybody else in the log
    #[arg(long, value_name = "WHO")]
    subject: Option<String>,
    /// Also every value that contains this, in whatever event (case does not matter); can be repeated
    #[arg(long, value_name = "TEXT")]
    text: Vec<String>,
    /// Only in these events (`17`, `100..200`); without `--subject` and `--text` all their values; can be repeated
    #[arg(long, value_name = "A..B")]
    seq: Vec<String>,
    /// Only values of this field; can be repeated
    #[arg(long, value_name = "FIELD")]
    field: Vec<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let mut order = order(args)?;
    let core = ctx.open()?;
    if let Some(subject) = &args.subject {
        order.parties = core.store.read(|tx| redact::parties(&core, tx, subject))?;
    }
    let found = redact::look(&core, &order)?;
    let name = match &args.subject {
        Some(subject) => subject.clone(),
        None => core.store.keyring.name.clone(),
    };
    let nothing = found.values == 0 && found.pseudonyms == 0;
    // A run that was killed behind its last portion left its pages in the write-ahead log.
    let kept = if nothing && !ctx.flags.dry_run {
        redact::scrub(&core)
    } else {
        None
    };
    drop(core);
    if ctx.flags.dry_run || nothing {
        return answer(ctx, &found, kept.as_deref());
    }
    let what = format!(
        "This erases {} for good, in {}: {}.",
        count(i128::from(found.values), "personal value"),
        count(i128::from(found.events), "event"),
        fields(&found)
    );
    ask::confirm_name(ctx, &what, &name)?;
    if ctx.flags.reason.is_none() {
        ctx.flags.reason = Some(ask::reason(ctx)?);
    }
    require_fresh_reason(args, ctx)?;
    let core = ctx.open()?;
    let (done, kept) = redact::run(&core, &order)?;
    answer(ctx, &done, kept.as_deref())
}

/// What is erased must not come back with the event that tells why.
fn require_fresh_reason(args: &Args, ctx: &Context) -> Result<()> {
    let reason = ctx.flags.reason.as_deref().unwrap_or_default();
    let text = args
        .text
        .iter()
        .find(|text| folded(reason).contains(&folded(text)));
    let named = || {
        args.subject
            .as_ref()
            .filter(|name| holds_name(reason, name))
    };
    match text.or_else(named) {
        None => Ok(()),
        Some(text) => Err(Error::usage(format!(
            "the reason holds `{}`, which is to be erased",
            safe(text)
        ))
        .hint("name a ticket or the number of the request instead")),
    }
}

/// Whether a name stands in a text by itself: `tom` does not in `customer`.
fn holds_name(text: &str, name: &str) -> bool {
    let (text, name) = (folded(text), folded(name));
    let apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(&name).any(|(at, found)| {
        let (before, behind) = (text.get(..at), text.get(at + found.len()..));
        apart(before.and_then(|text| text.chars().next_back()))
            && apart(behind.and_then(|text| text.chars().next()))
    })
}

fn order(args: &Args) -> Result<Order> {
    if args.subject.is_none() && args.text.is_empty() && args.seq.is_empty() {
        return Err(Error::usage("it is not said what to erase").hint(
            "name a person with `--subject`, a value with `--text`, or events with `--seq`",
        ));
    }
    // Two letters are in everything.
    if let Some(short) = args.text.iter().find(|text| text.chars().count() < 3) {
        return Err(Error::usage(format!(
            "`{}` is too short to look for: it would be found in other people's values",
            safe(short)
        ))
        .hint("give at least 3 characters"));
    }
    Ok(Order {
        texts: args.text.clone(),
        numbers: args
            .seq
            .iter()
            .map(|typed| numbers(typed))
            .collect::<Result<_>>()?,
        fields: args.field.clone(),
        ..Order::default()
    })
}

fn fields(done: &Redacted) -> String {
    let fields: Vec<String> = done
        .fields
        .iter()
        .map(|(field, count)| format!("{} {count}", safe(field)))
        .collect();
    fields.join(", ")
}

fn answer(ctx: &Context, done: &Redacted, kept: Option<&str>) -> Result<Exit> {
    let sentence = if done.values == 0 && done.pseudonyms == 0 {
        "There is nothing to erase".to_owned()
    } else {
        let verb = if ctx.flags.dry_run {
            "Would erase"
        } else {
            "Erased"
        };
        format!(
            "{verb} {} in {}: {}",
            count(i128::from(done.values), "personal value"),
            count(i128::from(done.events), "event"),
            fields(done)
        )
    };
    if let Some(why) = kept {
        ctx.ui.alert(why);
    }
    if done.values > 0 && !ctx.flags.dry_run {
        ctx.ui
            .hint("backups made before still hold it; a restore of one erases it again");
    }
    if done.held > 0 {
        let held = count(i128::from(done.held), "value");
        ctx.ui.alert(&format!(
            "{held} stay: a hold keeps them (`optimactl hold list`)"
        ));
    }
    let told = if ctx.flags.dry_run {
        vec![]
    } else {
        done.told.clone()
    };
    let mut counts = serde_json::Map::new();
    for (field, count) in &done.fields {
        counts.insert(field.clone(), (*count).into());
    }
    ctx.answer(
        &ctx.change("audit-redact", sentence)
            .event(told.first().copied())
            .with("values", done.values)
            .with("from_events", done.events)
            .with("fields", counts)
            .with("pseudonyms", done.pseudonyms)
            .with("held", done.held)
            .with("scrubbed", kept.is_none())
            .with("events", told),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_where_it_stands_by_itself() {
        for text in ["Tom left", "asked by tom.", "tom", "(tom)"] {
            assert!(holds_name(text, "tom"), "{text}");
        }
        for text in ["a customer asked", "tomorrow", "", "atom"] {
            assert!(!holds_name(text, "tom"), "{text}");
        }
        assert!(holds_name(
            "mail of mira@mail.example, closed",
            "mira@mail.example"
        ));
    }
}

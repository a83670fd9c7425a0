//! `key list`: unlockers and keys, without a secret byte.

use serde::Serialize;

use crate::base::clock::{days_between, seconds_text};
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::domain::key;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See who opens the store and how old its keys are",
        line: "optimactl key list",
    },
    Example {
        what: "The same for a script",
        line: "optimactl key list --format json",
    },
];

/// List unlockers and keys
///
/// Shows each unlocker with its kind, fingerprint, when it was added and the last day on which it opened the
/// store; then each key with its age, since when it is retired and why it is still kept, and the verification key to hand to auditors.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key rotate", "optimactl key add"]))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Answered {
    unlockers: Vec<Unlocker>,
    keys: Vec<Key>,
    vkey: String,
}

#[derive(Serialize)]
struct Unlocker {
    name: String,
    kind: String,
    fingerprint: String,
    recipient: String,
    created: String,
    last_used: Option<String>,
}

#[derive(Serialize)]
struct Key {
    purpose: &'static str,
    id: String,
    created: String,
    age_days: i64,
    /// Since when another is used in its place.
    retired: Option<String>,
    /// Why it is kept although it is retired.
    kept: Option<&'static str>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "key-list"
    }

    fn items(&self) -> Option<&'static str> {
        Some("unlockers")
    }

    fn view(&self) -> View {
        let mut unlockers =
            Table::new(&["unlocker", "kind", "fingerprint", "created", "last used"]);
        for unlocker in &self.unlockers {
            let used = unlocker.last_used.as_deref().unwrap_or("never");
            unlockers.row([
                &unlocker.name,
                &unlocker.kind,
                &unlocker.fingerprint,
                &unlocker.created,
                used,
            ]);
        }
        let mut keys = Table::new(&["key", "id", "created", "age in days", "state"]);
        for key in &self.keys {
            keys.row([
                key.purpose,
                &key.id,
                &key.created,
                &key.age_days.to_string(),
                &match (&key.retired, key.kept) {
                    (Some(since), Some(why)) => format!("retired {since}, kept: {why}"),
                    _ => "in use".to_owned(),
                },
            ]);
        }
        View::Parts(vec![
            View::Table(unlockers),
            View::Table(keys),
            View::Record(vec![("vkey".to_owned(), self.vkey.clone())]),
        ])
    }
}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let (keys, now) = (key::list(&core)?, core.now());
    drop(core);
    ctx.answer(&Answered {
        vkey: keys.vkey,
        unlockers: keys
            .unlockers
            .into_iter()
            .map(|state| Unlocker {
                name: state.entry.name,
                kind: state.entry.kind,
                fingerprint: state.fingerprint,
                recipient: state.entry.recipient,
                created: seconds_text(state.entry.created),
                last_used: state.last_used,
            })
            .collect(),
        keys: keys
            .keys
            .into_iter()
            .map(|state| Key {
                purpose: state.purpose,
                id: state.id,
                created: seconds_text(state.created),
                retired: state.retired.map(|(since, _)| seconds_text(since)),
                kept: state.retired.map(|(_, why)| why),
                age_days: days_between(state.created, now),
            })
            .collect(),
    })
}

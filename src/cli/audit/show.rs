//! `audit show`: everything about one event.

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::audit::shown::{Names, Shown};
use crate::domain::audit::{prune, query};

const EXAMPLES: [Example; 1] = [Example {
    what: "See the first event of the log",
    line: "optimactl audit show 0",
}];

/// Show one event with every field
///
/// Personal values are shown where they still exist. Looking is itself an event.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit list", "optimactl audit prove"],
))]
pub(crate) struct Args {
    /// The event's number
    #[arg(value_name = "SEQ")]
    seq: u64,
}

#[derive(serde::Serialize)]
#[serde(transparent)]
struct One(Shown);

impl Answer for One {
    fn schema(&self) -> &'static str {
        "audit-show"
    }

    fn view(&self) -> View {
        let event = &self.0;
        let named = |id: &str, name: Option<&str>| match name {
            Some(name) => format!("{name} ({id})"),
            None => id.to_owned(),
        };
        let mut fields = vec![
            ("seq", event.seq.to_string()),
            ("time", event.ts.clone()),
            ("recorded", event.rts.clone()),
            ("action", event.action.clone()),
            ("outcome", event.outcome.clone()),
            ("severity", event.severity.clone()),
            ("actor", named(&event.actor, event.actor_name.as_deref())),
        ];
        if let Some(target) = &event.target {
            fields.push(("target", named(target, event.target_name.as_deref())));
        }
        fields.push(("source", event.source.clone()));
        fields.push(("via", event.via.clone()));
        let fields = fields
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value));
        View::Record(fields.chain(event.details()).collect())
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let end = query::record_reading(&core, "show")?;
    let shown = core.store.read(|tx| {
        let entry = tx.entry(args.seq)?.filter(|_| args.seq < end);
        let Some(entry) = entry else {
            return Err(prune::absent(tx, args.seq, end)?);
        };
        Shown::of(tx, args.seq, &entry, &mut Names::default())
    })?;
    ctx.answer(&One(shown))
}

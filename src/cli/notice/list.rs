//! `notice list`: the queue, and what became of earlier ones.

use clap::ValueEnum;
use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::parse_when;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::rows::Rows;
use crate::cli::select::zone;
use crate::domain::notice;
use crate::store::notice::NoticeRow;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "What a mailer has to send",
        line: "optimactl notice list --state queued --format jsonl",
    },
    Example {
        what: "Everything of the last week",
        line: "optimactl notice list --since 7d",
    },
];

/// List notices, oldest first
///
/// A notice says that something about how an account signs in has changed. It holds an account and a kind, no
/// address and no secret. The look is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl notice show", "optimactl notice mark"],
))]
pub(crate) struct Args {
    /// Only those in this state
    #[arg(long, value_enum, value_name = "STATE")]
    state: Option<State>,
    /// Only those since then: a date, RFC 3339, or a period back from now
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum State {
    Queued,
    Sent,
    Dropped,
}

impl From<State> for notice::State {
    fn from(state: State) -> Self {
        match state {
            State::Queued => Self::Queued,
            State::Sent => Self::Sent,
            State::Dropped => Self::Dropped,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) account: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) created: String,
    pub(super) state: String,
    pub(super) settled: Option<String>,
}

impl From<NoticeRow> for Row {
    fn from(row: NoticeRow) -> Self {
        Self {
            id: row.id,
            account: row.account,
            name: row.name,
            kind: row.kind,
            created: seconds_text(row.created),
            state: row.state,
            settled: row.settled.map(seconds_text),
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let (now, zone) = (ctx.clock.now(), zone(ctx)?);
    let since = args.since.as_deref();
    let since = since
        .map(|typed| parse_when(typed, now, &zone))
        .transpose()?;
    let core = ctx.open()?;
    let header = ["id", "account", "kind", "created", "state"];
    let mut rows = Rows::new(ctx, "notice-list", &header).or_say("there are no such notices");
    notice::each(&core, args.state.map(Into::into), since, |found| {
        let row = Row::from(found);
        let cells = [&row.id, &row.name, &row.kind, &row.created, &row.state].map(Clone::clone);
        rows.row(ctx, &row, cells.to_vec())
    })?;
    rows.finish(ctx)
}

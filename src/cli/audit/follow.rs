//! `audit follow`: new events as they come. Holds the store only while it looks, and lets it go when a command
//! needs it alone.

use std::ops::ControlFlow;
use std::thread;
use std::time::{Duration, Instant};

use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::global::Format;
use crate::cli::stream::Stream;
use crate::domain;
use crate::domain::audit::query::{self, Query, Unheard};
use crate::domain::audit::shown::Shown;
use crate::store::audit::Order;
use crate::store::lock;

use super::filter::Filter;
use super::list::{HEADER, cells};

/// How often it is looked for new events.
const POLL: Duration = Duration::from_secs(1);
/// How often it is asked meanwhile whether somebody waits for the store.
const LOOK: Duration = Duration::from_millis(50);
/// How long a process that wants the store for itself is given to take it, once it is let go.
const COURTESY: Duration = Duration::from_millis(200);
/// Events that are read before they are written: a reader that is slow must not hold a transaction open.
const BATCH: u64 = 200;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See the newest five events, then wait for more; here it ends at once",
        line: "optimactl audit follow --last 5 --limit 5",
    },
    Example {
        what: "Hand what happens to accounts, from an hour ago on, to another program",
        line: "optimactl audit follow --action 'account.*' --since 1h --format jsonl --limit 1",
    },
];

/// Show events as they come
///
/// Begins with the newest 10 that fit (`--last`), or with all from `--since` or `--seq` on, oldest first, and looks
/// for new ones every second until Ctrl-C (130), SIGTERM (143), the `--limit`, or the reader of its output ends it.
/// A period after `--since` moves on with the time. Between two looks no transaction is open; the store is let go
/// when a command needs it alone (`key rotate`, `store compact`, `backup restore`) and opened again after that.
/// If a restore put another history in the log's place, it ends with 15. Looking is one event.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Conflict]].concat(),
    &["optimactl audit list", "optimactl audit export"],
))]
pub(crate) struct Args {
    /// Begin with so many of the newest events that fit, at most 1000
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(..=1000))]
    last: Option<u64>,
    #[command(flatten)]
    filter: Filter,
}

const LAST: u64 = 10;

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if ctx.ui.format() == Format::Json {
        return Err(Error::usage("what has no end is no JSON document")
            .hint("take a line for each event: `--format jsonl`"));
    }
    let wanted = args.wanted(ctx)?;
    if let Some(flag) = unfit(&wanted) {
        return Err(
            Error::usage(format!("`{flag}` does not fit: new events come last"))
                .hint("look back with `optimactl audit list`"),
        );
    }
    let core = ctx.open()?;
    tell_unheard(ctx, &core, &wanted)?;
    let own = query::record_reading(&core, "follow")?;
    let mut follower = Follower {
        args,
        log: Log::of(&core),
        stream: ctx.stream("audit-follow", &HEADER)?,
        next: 0,
        left: wanted.limit.unwrap_or(u64::MAX),
        end: wanted.numbers.map_or(u64::MAX, |(_, end)| end),
    };
    let from_start = wanted.since.is_some() || wanted.numbers.is_some();
    if let (true, None) = (from_start, args.last) {
        follower.show_until(ctx, &core, own)?;
    } else {
        follower.show_last(&core, &wanted, own)?;
    }
    // Its own look back is no news to whoever looks.
    follower.next = own + 1;
    follower.follow(ctx, core)
}

impl Args {
    fn wanted(&self, ctx: &Context) -> Result<Query> {
        Ok(Query {
            unheard: Unheard::Await,
            ..self.filter.query(ctx, Order::OldestFirst)?
        })
    }
}

/// A name that no event has may be mistyped, or be the one that is waited for: it is told, and waited for.
fn tell_unheard(ctx: &Context, core: &domain::Context, wanted: &Query) -> Result<()> {
    let strict = Query {
        unheard: Unheard::Refuse,
        ..wanted.clone()
    };
    let found = core.store.read(|tx| {
        let end = tx.tree()?.size();
        query::select(core, tx, &strict, end).map(drop)
    });
    match found {
        Err(error) if error.kind == Kind::NotFound => {
            ctx.ui.warn(&format!("so far {}", error.message));
            if let Some(hint) = &error.hint {
                ctx.ui.hint(hint);
            }
            Ok(())
        }
        other => other,
    }
}

fn unfit(wanted: &Query) -> Option<&'static str> {
    if wanted.order == Order::NewestFirst {
        return Some("--reverse");
    }
    wanted.until.is_some().then_some("--until")
}

/// Which history is followed.
#[derive(PartialEq, Eq)]
struct Log {
    store: String,
    epoch: String,
}

impl Log {
    fn of(core: &domain::Context) -> Self {
        Self {
            store: core.store.keyring.store_id.clone(),
            epoch: core.store.keyring.epoch.clone(),
        }
    }
}

struct Follower<'a> {
    args: &'a Args,
    log: Log,
    stream: Stream,
    /// The first event that was not looked at.
    next: u64,
    left: u64,
    /// No event from this number on is wanted.
    end: u64,
}

impl Follower<'_> {
    fn follow(mut self, ctx: &mut Context, mut core: domain::Context) -> Result<Exit> {
        loop {
            let size = core.store.read(|tx| Ok(tx.tree()?.size()))?;
            if size < self.next {
                return Err(self.replaced(size));
            }
            self.show_until(ctx, &core, size)?;
            if self.is_done() {
                self.stream.finish()?;
                return Ok(Exit::OK);
            }
            if !rests(&core) {
                drop(core);
                thread::sleep(COURTESY);
                core = reopen(ctx)?;
                if Log::of(&core) != self.log {
                    return Err(self.replaced(core.store.read(|tx| Ok(tx.tree()?.size()))?));
                }
            }
        }
    }

    fn is_done(&self) -> bool {
        self.left == 0
            || self.next >= self.end
            || self.stream.is_closed()
            || Stream::reader_is_gone()
    }

    fn replaced(&self, size: u64) -> Error {
        Error::conflict("another history was put in the log's place while it was followed")
            .detail(format!(
                "{} were seen, and the log has {size} now",
                count(self.next, "event")
            ))
            .hint("see what it holds with `optimactl audit list`, and follow it anew with `optimactl audit follow`")
    }

    /// The newest that fit, oldest first.
    fn show_last(&mut self, core: &domain::Context, wanted: &Query, end: u64) -> Result<()> {
        let mut wanted = wanted.clone();
        wanted.order = Order::NewestFirst;
        wanted.limit = Some(self.args.last.unwrap_or(LAST).min(self.left));
        let mut found = Self::batch(core, &wanted, end)?;
        found.reverse();
        self.write(&found)
    }

    /// Everything from `self.next` on, some at a time.
    fn show_until(&mut self, ctx: &Context, core: &domain::Context, end: u64) -> Result<()> {
        while self.next < end && !self.is_done() {
            // Asked anew each time: a period back from now is another time then.
            let mut wanted = self.args.wanted(ctx)?;
            let (first, last) = wanted.numbers.unwrap_or((0, u64::MAX));
            wanted.numbers = Some((first.max(self.next), last));
            wanted.limit = Some(BATCH.min(self.left));
            let found = Self::batch(core, &wanted, end)?;
            let full = u64::try_from(found.len()).is_ok_and(|found| found >= BATCH);
            self.next = match found.last() {
                Some(event) if full => event.seq + 1,
                _ => end,
            };
            self.write(&found)?;
        }
        Ok(())
    }

    /// Read whole before any of it is written: the transaction ends here.
    fn batch(core: &domain::Context, wanted: &Query, end: u64) -> Result<Vec<Shown>> {
        let mut found = vec![];
        core.store.read(|tx| {
            query::each_shown(core, tx, wanted, end, &mut |shown| {
                found.push(shown);
                Ok(ControlFlow::Continue(()))
            })
        })?;
        Ok(found)
    }

    fn write(&mut self, found: &[Shown]) -> Result<()> {
        for event in found {
            self.stream.item(event, &cells(event))?;
            self.left = self.left.saturating_sub(1);
        }
        self.stream.flush()
    }
}

/// Waits until it is time to look again; `false` as soon as the store must be let go.
fn rests(core: &domain::Context) -> bool {
    let folder = &core.store.folder;
    let since = Instant::now();
    while since.elapsed() < POLL {
        // A store that was moved or removed is not the one that is open.
        if lock::is_awaited(folder) || !folder.holds_store() {
            return false;
        }
        thread::sleep(LOOK);
    }
    true
}

/// Whoever has the store alone may need it for long.
fn reopen(ctx: &mut Context) -> Result<domain::Context> {
    loop {
        match ctx.open() {
            Err(error) if error.kind == Kind::StoreLocked => {}
            other => return other,
        }
    }
}

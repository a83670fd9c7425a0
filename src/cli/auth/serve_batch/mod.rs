//! `auth serve-batch`: JSON lines in, JSON lines out, for a program that lives long. One thread reads, one
//! writes, some hash; this one owns the store. Holds no more lines than its window, whatever the caller does.

mod lines;
mod session;

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;

use super::check::Answered;
use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render;
use crate::domain::auth::batch::{Fresh, Tried};
use crate::domain::auth::{Answer, wire};
use crate::store::lock;
use lines::{Order, Written};

/// Lines under way for each hashing thread: enough that none of them waits for a commit.
const WINDOW: usize = 32;
/// How long a process that wants the store for itself is given to take it, once it is let go.
const COURTESY: Duration = Duration::from_millis(200);
/// If it did not take it, others hold it, too: how long to work before it is let go again.
const SPELL: Duration = Duration::from_secs(2);

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Check sign-ins line by line, each answered in its place",
        line: "printf '%s\\n' '{\"id\":1,\"account\":\"mira\",\"password\":\"wrong\"}' '{\"id\":2,\"account\":\"tom\",\"password\":\"wrong\"}' | optimactl auth serve-batch",
    },
    Example {
        what: "Answer as soon as each is known; the id tells which it is",
        line: "echo '{\"id\":\"a7\",\"account\":\"zoe\",\"password\":\"wrong\"}' | optimactl auth serve-batch --unordered --jobs 2",
    },
];

/// Check many sign-ins for a long-lived program: JSON lines in, JSON lines out
///
/// Each line is what `auth check` reads, at most 64 KiB, with an optional `id` (a whole number or a text of at most
/// 256 bytes); each gets exactly one line: what `auth check` answers, with the same `id`. A line that cannot be
/// checked is answered with `{"ok":false,"reason":"error","error":{"code","message","line"}}`, and the rest go on.
/// Empty lines are passed over. Answers come in the order of the lines, unless `--unordered` is given.
///
/// Tries at different accounts run side by side, tries at one account a few at a time; every try is counted and
/// committed before its hash runs. The store is closed when no line comes for a quarter of a second, and let go
/// when a command needs it alone (`key rotate`, `store compact`, `backup restore`): lines wait meanwhile, for
/// `--wait` at most, and are answered with the error `store-locked` after that. Reading stops while the caller
/// does not take its answers.
///
/// Ends when standard input ends, with every answer written: 0, or 3 if a line could not be checked. Rejected
/// sign-ins are answers. A signal ends it at once: what was not answered stays counted as a failed try.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Partial]].concat(),
    &["optimactl auth check"],
))]
pub(crate) struct Args {
    /// How many hashes run at once (default: one a core); each takes the memory of a hash, 19 MiB
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: Option<u8>,
    /// Answer as soon as each is known, not in the order of the lines
    #[arg(long)]
    unordered: bool,
}

/// What the threads tell the one that owns the store.
enum News {
    Line(Asked),
    Tried(Box<Tried>),
    /// The hash of this number ended in a defect.
    Broken(u64),
    /// Standard input ended, or could not be read any further.
    End(Result<()>),
    /// The caller takes no more answers, or they cannot be written.
    Closed,
}

/// A line that was read; the first that is not empty has number 0.
struct Asked {
    number: u64,
    line: wire::Line,
}

/// The state between sessions with the store.
struct Server<'a> {
    ctx: &'a mut Context,
    jobs: usize,
    inbox: Receiver<News>,
    /// For the hashing threads.
    outbox: Sender<News>,
    answers: Sender<Written>,
    /// Read and not counted yet.
    waiting: VecDeque<Fresh>,
    /// The ids of all lines without an answer.
    ids: std::collections::HashMap<u64, Option<Value>>,
    failed: bool,
    ended: Option<Result<()>>,
    /// From when on it is asked again whether somebody waits for the store.
    look_from: Instant,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("auth serve-batch")?;
    drop(ctx.stdin.take("auth serve-batch")?);
    // What is wrong with the store or its unlockers is told before the first line is read.
    drop(ctx.open()?);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or(cores.min(64), usize::from);
    let (outbox, inbox) = channel();
    let (answers, answered) = channel();
    let (taken, room) = sync_channel(jobs * WINDOW);
    let order = if args.unordered {
        Order::Any
    } else {
        Order::Lines
    };
    let told = outbox.clone();
    // The reader is left behind when the caller goes away: nothing wakes a thread that waits for input.
    drop(thread::spawn(move || lines::read(&told, &taken)));
    let told = outbox.clone();
    let writer = thread::spawn(move || lines::write(order, &answered, (&told, &room)));
    let server = Server {
        ctx,
        jobs,
        inbox,
        outbox,
        answers,
        waiting: VecDeque::new(),
        ids: std::collections::HashMap::new(),
        failed: false,
        ended: None,
        look_from: Instant::now(),
    };
    let outcome = server.serve();
    let written = writer.join().map_err(|_| Error::bug("the writer ended"))?;
    let failed = outcome?;
    written?;
    Ok(if failed {
        Exit::with(Kind::Partial)
    } else {
        Exit::OK
    })
}

impl Server<'_> {
    /// Answers until the input ends; whether a line could not be checked.
    fn serve(mut self) -> Result<bool> {
        while self.ended.is_none() || !self.waiting.is_empty() {
            if self.waiting.is_empty() {
                let Ok(news) = self.inbox.recv() else { break };
                self.hear(news);
            }
            while let Ok(news) = self.inbox.try_recv() {
                self.hear(news);
            }
            if !self.waiting.is_empty() {
                self.attend();
            }
        }
        self.ended.unwrap_or(Ok(()))?;
        Ok(self.failed)
    }

    /// Opens the store and works until nothing is left to do or somebody needs it alone.
    fn attend(&mut self) {
        if let Err(error) = session::run(self) {
            let waiting: Vec<Fresh> = self.waiting.drain(..).collect();
            for fresh in waiting {
                self.answer(fresh.number, Err(&error));
            }
            return;
        }
        let Ok(folder) = self.ctx.folder() else {
            return;
        };
        let since = Instant::now();
        while lock::is_awaited(&folder) && since.elapsed() < COURTESY {
            thread::sleep(Duration::from_millis(5));
        }
        if since.elapsed() >= COURTESY {
            self.look_from = Instant::now() + SPELL;
        }
    }

    /// Takes in what the other threads say between sessions, when nothing is being hashed.
    fn hear(&mut self, news: News) {
        match news {
            News::Line(asked) => self.take_in(asked),
            News::Tried(_) | News::Broken(_) => {}
            News::End(outcome) => self.end(outcome),
            News::Closed => self.end(Ok(())),
        }
    }

    fn take_in(&mut self, asked: Asked) {
        let Asked { number, line } = asked;
        self.ids.insert(number, line.id);
        match line.asked {
            Ok(given) => self.waiting.push_back(Fresh { number, given }),
            Err(error) => self.answer(number, Err(&error)),
        }
    }

    fn end(&mut self, outcome: Result<()>) {
        if !matches!(self.ended, Some(Err(_))) {
            self.ended = Some(outcome);
        }
    }

    fn answer(&mut self, number: u64, answer: Result<Answer, &Error>) {
        let id = self.ids.remove(&number).flatten();
        self.failed |= answer.is_err();
        let line = match answer {
            Ok(answer) => render::json_line(&Reply {
                id,
                answered: Answered::of(&answer),
            }),
            Err(error) => render::json_line(&Trouble {
                id,
                ok: false,
                reason: "error",
                error: Told {
                    code: error.kind.code(),
                    message: error.to_string(),
                    line: number + 1,
                },
            }),
        };
        let text = line.unwrap_or_default();
        // A writer that is gone has said so in the inbox.
        self.answers.send(Written { number, text }).ok();
    }
}

/// The answer to one line.
#[derive(Serialize)]
struct Reply {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    answered: Answered,
}

/// The answer to a line that could not be checked.
#[derive(Serialize)]
struct Trouble {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    ok: bool,
    reason: &'static str,
    error: Told,
}

#[derive(Serialize)]
struct Told {
    code: &'static str,
    message: String,
    line: u64,
}

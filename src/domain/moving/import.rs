//! `account import`: a file of accounts, taken in one transaction or in batches. Each transaction has its own
//! event, and every account that it makes points to it.

use std::io::Read;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Instant;

use super::desk::{Desk, Run};
use super::format::{Field, Format, Item, Options};
use super::stream::{self, Incoming};
use super::tally::{Outcome, Tally};
use crate::base::error::{Error, Kind, Result};
use crate::base::progress::{Progress, Report};
use crate::base::text::count;
use crate::crypto::seal::sha256;
use crate::domain::Context;
use crate::domain::audit::{self, Event, Severity};
use crate::store::{Tx, file};

/// What an import needs on the disk, per byte of the file: the rows with their indices, and the same again in the
/// log of the transaction until it is folded in.
const DISK_PER_BYTE: u64 = 6;
/// Rows between two reports of progress.
const STEP: u64 = 1024;

/// The file.
pub struct Source {
    /// For the event and for messages.
    pub name: String,
    pub from: Box<dyn Read + Send>,
    /// How long it is, where that is known.
    pub bytes: Option<u64>,
    /// Its digest, where it was made before: only then can batches be taken up again.
    pub sha256: Option<String>,
}

/// What to do with an account that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfExists {
    Fail,
    Skip,
    /// Write over it what the file says.
    Update,
}

/// What to do when a row cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnFault {
    /// Take none.
    Undo,
    /// Take the others.
    Continue,
}

/// Whether a file may make administrators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Administrators {
    Refuse,
    Take,
}

/// How to import.
pub struct Plan {
    pub format: Format,
    pub options: Arc<Options>,
    pub if_exists: IfExists,
    pub on_fault: OnFault,
    /// For every account that is made or changed.
    pub roles: Vec<String>,
    pub groups: Vec<String>,
    /// Rows a transaction; none: all in one.
    pub batch: Option<u64>,
    /// Refuse a file with more rows.
    pub max: Option<u64>,
    pub administrators: Administrators,
}

/// What takes the rows that were not simply made into accounts.
pub type Tell<'a> = dyn FnMut(&Outcome<'_>) -> Result<()> + 'a;

/// Takes the accounts of `source`. A bad row is told to `tell`; unless the plan says otherwise one undoes all.
pub fn import(
    ctx: &Context,
    source: Source,
    plan: &Plan,
    tell: &mut Tell<'_>,
    report: &mut Report<'_>,
) -> Result<Tally> {
    if let Some(bytes) = source.bytes {
        file::require_space(ctx.store.folder.path(), bytes.saturating_mul(DISK_PER_BYTE))?;
    }
    let (to, from) = sync_channel(stream::HEAPS);
    let (format, options) = (plan.format, Arc::clone(&plan.options));
    let reader = source.from;
    // Not waited for: where the import fails, a pipe may never end.
    std::thread::spawn(move || stream::read(reader, format, &options, &to));
    let mut work = Work {
        ctx,
        plan,
        name: &source.name,
        sha256: source.sha256.as_deref(),
        cursor: cursor_key(ctx, plan, source.sha256.as_deref()),
        incoming: Incoming::new(from),
        run: Run::new(ctx)?,
        position: 0,
        done_before: 0,
        total: Tally::default(),
    };
    ctx.store.in_bulk(|| work.all(tell, report))?;
    Ok(work.total)
}

struct Work<'a> {
    ctx: &'a Context,
    plan: &'a Plan,
    name: &'a str,
    /// The file's digest, where it was made before.
    sha256: Option<&'a str>,
    /// Under which key the store remembers how far a file of many batches was taken.
    cursor: Option<String>,
    incoming: Incoming,
    run: Run,
    /// Items that were seen.
    position: u64,
    /// Items that an earlier run had done.
    done_before: u64,
    total: Tally,
}

/// The file and all that decides what its rows become: another map is another import.
fn cursor_key(ctx: &Context, plan: &Plan, digest: Option<&str>) -> Option<String> {
    let (Some(digest), Some(_), false) = (digest, plan.batch, ctx.dry_run()) else {
        return None;
    };
    // What stops at a bad row or goes on leaves the same accounts behind it; all else is another import.
    let what = format!(
        "{digest} {} {:?} {:?} {:?} {:?} {:?}",
        plan.format.as_str(),
        plan.if_exists,
        plan.administrators,
        plan.options.mapping,
        plan.roles,
        plan.groups,
    );
    let key = data_encoding::HEXLOWER.encode(&sha256(what.as_bytes()));
    Some(format!("import/{key}"))
}

impl Work<'_> {
    fn all(&mut self, tell: &mut Tell<'_>, report: &mut Report<'_>) -> Result<()> {
        self.resume()?;
        loop {
            // Outside of the transaction: whoever types or pipes slowly keeps nobody waiting.
            let more = self.incoming.wait();
            let more = more.map_err(|error| self.told(error))?;
            if !more && self.total.batches > 0 {
                break;
            }
            let began = Instant::now();
            let done = self.batch(tell, report);
            let (part, seq) = done.map_err(|error| self.told(error))?;
            self.total.seconds = self.total.seconds.max(began.elapsed().as_secs_f64());
            self.total.first_event = self.total.first_event.or(seq);
            self.total.last_event = seq;
            self.total.add(part);
        }
        let digest = self.incoming.digest.clone().unwrap_or_default();
        if let Some(before) = self.sha256.filter(|before| **before != *digest) {
            return Err(Error::conflict("the file changed while it was read")
                .detail(format!("its SHA-256 was {before} and is {digest}"))
                .hint("what was read is imported: look at it with `optimactl account list --filter imported=EVENT`"));
        }
        self.total.file_sha256 = digest;
        Ok(())
    }

    /// Takes up where an earlier run of the same file was cut off.
    fn resume(&mut self) -> Result<()> {
        let Some(key) = &self.cursor else {
            return Ok(());
        };
        let Some(mark) = self.ctx.store.read(|tx| tx.meta(key))? else {
            return Ok(());
        };
        let read = mark
            .split_once(' ')
            .and_then(|(rows, start)| Some((rows.parse().ok()?, start.parse().ok()?)));
        let Some((rows, start)) = read else {
            return Err(Error::integrity(
                "the mark of an unfinished import is damaged",
            ));
        };
        self.done_before = rows;
        self.run.start = start;
        Ok(())
    }

    /// One transaction: up to a batch of rows, and the event that tells of them.
    fn batch(
        &mut self,
        tell: &mut Tell<'_>,
        report: &mut Report<'_>,
    ) -> Result<(Tally, Option<u64>)> {
        let (ctx, plan) = (self.ctx, self.plan);
        let event = Event::new("account.import")
            .severity(if self.gives_roles() {
                Severity::High
            } else {
                Severity::Medium
            })
            .field("format", plan.format.as_str())
            .personal("file", self.name);
        let done = audit::change(ctx, event, |tx, event| {
            let mut desk = Desk::open(ctx, tx, plan)?;
            let mut left = if ctx.dry_run() {
                u64::MAX
            } else {
                plan.batch.unwrap_or(u64::MAX)
            };
            while left > 0 {
                let Some(item) = self.incoming.next()? else {
                    break;
                };
                self.position += 1;
                if self.position <= self.done_before {
                    desk.tally.resumed += 1;
                    continue;
                }
                left -= 1;
                self.require_few(&desk.tally, &item)?;
                desk.take(item, &mut self.run, tell)?;
                if self.position.is_multiple_of(STEP) {
                    report(Progress::open(self.position));
                }
            }
            let tally = desk.close(self.earlier())?;
            self.mark(tx)?;
            self.tell_event(&tally, event);
            Ok(tally)
        })?;
        Ok((done.value, done.event))
    }

    fn gives_roles(&self) -> bool {
        let plan = self.plan;
        !plan.roles.is_empty()
            || !plan.groups.is_empty()
            || plan.options.mapping.asks_for(Field::Roles)
            || plan.options.mapping.asks_for(Field::Groups)
    }

    fn require_few(&self, tally: &Tally, item: &Item) -> Result<()> {
        match (self.plan.max, item) {
            (Some(max), Item::Row(_) | Item::Fault(_)) if tally.rows >= max => Err(Error::refused(
                format!("the file has more rows than the {max} of `--max`"),
            )
            .hint("nothing was changed; raise `--max` if they are meant")),
            _ => Ok(()),
        }
    }

    /// Remembers how far it came, or that it came to the end.
    fn mark(&mut self, tx: &Tx<'_>) -> Result<()> {
        let Some(key) = &self.cursor else {
            return Ok(());
        };
        if self.incoming.wait()? {
            return tx.set_meta(key, &format!("{} {}", self.position, self.run.start));
        }
        tx.forget_meta(key)
    }

    fn tell_event(&self, tally: &Tally, event: &mut Event) {
        // Where batches come first the digest was made before; else the file has been read by now.
        if let Some(digest) = self.incoming.digest.as_deref().or(self.sha256) {
            event.set("file_sha256", digest);
        }
        let mut numbers = vec![
            ("count", tally.rows),
            ("accounts", tally.created),
            ("changed", tally.updated),
            ("known", tally.skipped),
            ("left", tally.restricted),
            ("failed", tally.failed),
        ];
        numbers.retain(|(key, number)| *number > 0 || *key == "accounts");
        for (key, number) in numbers {
            event.set(key, number);
        }
        let schemes: serde_json::Map<String, serde_json::Value> = tally
            .schemes
            .iter()
            .map(|(scheme, number)| ((*scheme).to_owned(), (*number).into()))
            .collect();
        event.set("scheme", schemes);
        if !self.plan.roles.is_empty() {
            event.set("roles", self.plan.roles.clone());
        }
    }

    /// Rows of batches that stay, those of an earlier run included.
    const fn earlier(&self) -> u64 {
        self.done_before.saturating_add(self.total.rows)
    }

    /// What stays although the import failed: then it is done in part, whatever ended it.
    fn told(&self, mut error: Error) -> Error {
        let rows = self.earlier();
        if rows == 0 {
            return error;
        }
        if self.done_before > 0 {
            let from = self.done_before.saturating_add(1);
            error = error.detail(format!("this run went on from row {from}"));
        }
        let stay = format!("{} of earlier batches stay", count(rows, "row"));
        match error.kind {
            // These say what is wrong with the machine, and the file needs no mending.
            Kind::NoSpace | Kind::StoreLocked | Kind::Integrity => error.detail(stay),
            _ => {
                error.kind = Kind::Partial;
                error.detail(stay).hint(match self.plan.if_exists {
                    IfExists::Fail => "run it again after mending, with `--if-exists skip`",
                    IfExists::Skip | IfExists::Update => "run it again after mending",
                })
            }
        }
    }
}

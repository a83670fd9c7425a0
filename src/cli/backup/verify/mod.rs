//! `backup verify`: by signature and digest, by opening everything, by a restore to scratch, by a drill.

mod answer;
mod drill;
mod look;

use std::path::PathBuf;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain;
use crate::domain::backup::verify::Level;
use answer::{Answered, Coverage, Failed, Row};
use look::Seen;

use super::report::Reporting;
use super::shared::From;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Open the newest backup from beginning to end",
        line: "optimactl backup verify --latest --from backups",
    },
    Example {
        what: "Compare signatures and digests of all, without a key",
        line: "optimactl backup verify --quick --all --from backups",
    },
    Example {
        what: "Restore what was not tried for the longest, as much as half an hour allows",
        line: "optimactl backup verify --restore-test --oldest-first --budget 30m --from backups",
    },
];

/// Prove that backups open
///
/// `--quick` compares signatures, numbering and SHA-256 and needs no unlocker. Without it everything is
/// decrypted and compared, and `recovery` is opened. `--restore-test` restores into a scratch folder, checks the
/// result as a store and verifies its log. `--drill` does the same as on a bare machine, with nothing but the
/// backups and a recovery unlocker given by hand, and leaves a signed report. Whatever passes leaves a signed,
/// dated result beside the manifest where a key is at hand. Without `--from` every configured place is looked
/// at; one that does not answer makes exit 3, anything wrong exit 13.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial]].concat(),
    &["optimactl backup list", "optimactl backup restore"],
))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
pub(crate) struct Args {
    /// The backups
    #[arg(value_name = "ID", conflicts_with_all = ["all", "latest", "oldest_first"])]
    id: Vec<String>,
    /// Every backup there
    #[arg(long, conflicts_with = "latest")]
    all: bool,
    /// The newest one (also when nothing is named)
    #[arg(long, conflicts_with = "oldest_first")]
    latest: bool,
    /// Signatures, numbering and SHA-256 only
    #[arg(long, conflicts_with_all = ["restore_test", "drill"])]
    quick: bool,
    /// Restore into a scratch folder, check the result and verify its log
    #[arg(long, conflicts_with = "drill")]
    restore_test: bool,
    /// The same with a recovery unlocker given by hand, for a signed report (`--output FILE`; JSON when it ends
    /// in `.json`, else text)
    #[arg(long, conflicts_with_all = ["all", "oldest_first"])]
    drill: bool,
    /// Let a drill use the unlocker that also opens the store every day
    #[arg(long, requires = "drill")]
    everyday: bool,
    /// Every backup, the one that was not verified so for the longest first
    #[arg(long)]
    oldest_first: bool,
    /// Begin no further backup that would not end within this time: `90s`, `30m`, `2h`
    #[arg(long, value_name = "PERIOD", requires = "oldest_first")]
    budget: Option<Period>,
    /// The folder in which scratch folders are made; else beside the store, else where the backups lie
    #[arg(long, value_name = "DIR")]
    scratch: Option<PathBuf>,
    /// Check the signed report of a drill instead
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "id", "all", "latest", "quick", "restore_test", "drill", "oldest_first", "scratch",
    ])]
    report: Option<PathBuf>,
    /// Where the backups lie, one or more places: a folder, the name of a target, `s3://…` or `sftp://…`; else
    /// every one of `backup.to` in the configuration, else where the store last put one
    #[arg(long, value_name = "PLACE")]
    from: Vec<String>,
    /// The store's verification key; else `audit.vkey` in the configuration, else the store's own
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
    #[command(flatten)]
    pub(super) reporting: Reporting,
}

impl Args {
    fn level(&self) -> Level {
        match (self.quick, self.restore_test, self.drill) {
            (true, ..) => Level::Quick,
            (_, true, _) => Level::RestoreTest,
            (.., true) => Level::Drill,
            _ => Level::Full,
        }
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    if let Some(path) = &args.report {
        return drill::check(path, args, ctx);
    }
    let places = From::each(&args.from, args.vkey.as_deref(), ctx);
    if args.drill {
        drill::require_one_place(&places)?;
    }
    let core = store(args, ctx, &places)?;
    let (mut seen, mut failed) = (vec![], vec![]);
    for from in &places {
        let looked = match args.level() {
            Level::Drill => drill::run(args, ctx, from),
            _ => look::look(args, ctx, from, core.as_ref()),
        };
        match looked {
            Ok(one) => seen.push(one),
            Err(error) if places.len() == 1 || error.kind == Kind::Usage => return Err(error),
            Err(error) => failed.push((from.from.clone().unwrap_or_default(), error)),
        }
    }
    if seen.is_empty() {
        return Err(Error::first_of(failed).unwrap_or_else(|| Error::bug("no place was looked at")));
    }
    require_found(args, &seen)?;
    let kind = worst(&seen).or((!failed.is_empty()).then_some(Kind::Partial));
    let failed = failed.into_iter().map(|(place, error)| Failed {
        place,
        code: error.kind.code(),
        error: error.to_string(),
    });
    let failed = failed.collect();
    let answer = answered(args, seen, failed);
    ctx.answer_with(&answer, kind)
}

/// The store, where it is at hand and its word is needed.
fn store(args: &Args, ctx: &mut Context, places: &[From]) -> Result<Option<domain::Context>> {
    let pinned = match places.first() {
        Some(from) => from.pinned(ctx)?.is_some(),
        None => false,
    };
    if args.drill || (args.quick && pinned) || !ctx.folder()?.holds_store() {
        return Ok(None);
    }
    ctx.open().map(Some)
}

/// An id must lie at one of the places.
fn require_found(args: &Args, seen: &[Seen]) -> Result<()> {
    for id in &args.id {
        let found = |one: &Seen| one.checked.iter().any(|checked| checked.id == *id);
        if !seen.iter().any(found) {
            let places: Vec<&str> = seen.iter().map(|one| one.listing.place.as_str()).collect();
            return Err(Error::not_found(format!(
                "there is no backup `{}` that this store signed",
                crate::base::text::safe(id)
            ))
            .hint("see `optimactl backup list`")
            .detail(places.join(", ")));
        }
    }
    Ok(())
}

/// Damage counts most, then a missing key, then whatever came first.
fn worst(seen: &[Seen]) -> Option<Kind> {
    let results = seen.iter().flat_map(|one| &one.checked);
    let kinds: Vec<Kind> = results
        .filter_map(|checked| checked.result.as_ref().err().map(|error| error.kind))
        .collect();
    let damaged = seen.iter().any(|one| !one.listing.findings().is_empty());
    if damaged || kinds.contains(&Kind::Integrity) {
        return Some(Kind::Integrity);
    }
    let no_key = kinds.contains(&Kind::WrongKey).then_some(Kind::WrongKey);
    no_key.or(kinds.first().copied())
}

fn answered(args: &Args, seen: Vec<Seen>, failed: Vec<Failed>) -> Answered {
    let several = seen.len() > 1;
    let mut answer = Answered {
        level: args.level().as_str(),
        checked: vec![],
        findings: vec![],
        notes: vec![],
        failed,
        coverage: None,
        report: None,
        event: None,
    };
    for one in seen {
        let place = one.listing.place.clone();
        let named = |line: String| {
            if several {
                format!("{place}: {line}")
            } else {
                line
            }
        };
        answer
            .findings
            .extend(one.listing.findings().into_iter().map(named));
        let notes = one.listing.left_out.iter().cloned().chain(one.notes);
        answer.notes.extend(notes.map(named));
        answer.report = answer.report.or(one.report);
        answer.event = one.event.or(answer.event);
        if args.oldest_first {
            let (next, since) = one.next.map_or((None, None), |(id, at)| (Some(id), at));
            let known = answer.coverage.take();
            let (checked, of) = known
                .as_ref()
                .map_or((0, 0), |known| (known.checked, known.of));
            answer.coverage = Some(Coverage {
                checked: checked + one.checked.len(),
                of: of + one.of,
                oldest: since.map(seconds_text),
                next: next.or(known.and_then(|known| known.next)),
            });
        }
        answer
            .checked
            .extend(one.checked.into_iter().map(|checked| {
                let error = checked.result.err().map(|error| error.to_string());
                Row {
                    left: one.left.contains(&checked.id),
                    id: checked.id,
                    place: place.clone(),
                    milliseconds: checked.milliseconds,
                    ok: error.is_none(),
                    error,
                }
            }));
    }
    answer
}

//! `backup watch`: whether backups are as young as was promised, asked of the places themselves.

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Kind, Result};
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::backup::watch::{self, Promise, Seen};
use crate::domain::backup::{Chosen, Target};

use super::report::Reporting;
use super::shared::From;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See whether the newest backup is younger than a day and two hours",
        line: "optimactl backup watch --target backups --max-age 26h --max-verified-age never",
    },
    Example {
        what: "The same where somebody must have restored one within a week",
        line: "optimactl backup watch --target backups --max-verified-age 7d # ends with 4",
    },
];

/// Find out that backups are not made any more
///
/// Looks at the places that backups go to and at nothing else: signed manifests, whether the files are there,
/// and the proofs that `backup verify` left. The store's verification key is enough; no unlocker is needed, and
/// no store, so that another machine can watch. Too old, nothing there, or never verified is exit 4; damage is
/// 13, a place that cannot be reached 16. It answers one line, as monitoring systems want it.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Findings, Kind::Remote]].concat(),
    &["optimactl backup schedule", "optimactl backup verify", "optimactl-cron(7)"],
))]
pub(crate) struct Args {
    /// A place to look at; can be repeated; else every one of `backup.to` in the configuration
    #[arg(long, value_name = "PLACE")]
    target: Vec<String>,
    /// How old the newest backup may be at each place; else `backup.max_age`, which is 26h
    #[arg(long, value_name = "PERIOD")]
    max_age: Option<String>,
    /// How long ago a backup was last verified there, `never` to leave it out; else `backup.max_verified_age`,
    /// which is 8d
    #[arg(long, value_name = "PERIOD")]
    max_verified_age: Option<String>,
    /// The store's verification key; else `audit.vkey` in the configuration, else the store's own
    #[arg(long, value_name = "KEY")]
    vkey: Option<String>,
    #[command(flatten)]
    pub(super) reporting: Reporting,
}

#[derive(Serialize)]
struct Answered {
    ok: bool,
    targets: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    target: String,
    newest: Option<String>,
    id: Option<String>,
    age_seconds: Option<i64>,
    bytes: Option<u64>,
    count: Option<usize>,
    verified: Option<String>,
    verified_level: Option<String>,
    findings: Vec<String>,
    /// All of what is wrong, in one line.
    error: Option<String>,
    #[serde(skip)]
    good: String,
    #[serde(skip)]
    kind: Option<Kind>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-watch"
    }

    fn items(&self) -> Option<&'static str> {
        Some("targets")
    }

    fn view(&self) -> View {
        let targets = self.targets.iter().map(|row| {
            let what = row.error.as_ref().unwrap_or(&row.good);
            format!("{}: {what}", row.target)
        });
        let targets: Vec<String> = targets.collect();
        let word = if self.ok { "OK" } else { "CRITICAL" };
        View::Lines(vec![format!("BACKUP {word} - {}", targets.join("; "))])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let promise = promise(args, ctx)?;
    let mut places = args.target.clone();
    if places.is_empty() {
        places.extend(ctx.settings.list("backup.to").iter().cloned());
    }
    if places.is_empty() {
        return Err(Error::usage("it is not said where the backups lie")
            .hint("name each place with `--target DIR`, or set `backup.to` in the configuration"));
    }
    let mut targets = vec![];
    for place in places {
        targets.push(watched(args, ctx, place, &promise)?);
    }
    let worst = targets
        .iter()
        .filter_map(|row| row.kind)
        .max_by_key(|kind| rank(*kind));
    let ok = worst.is_none();
    ctx.answer_with(&Answered { ok, targets }, worst)
}

/// Tampering weighs more than age, and age more than a place that may answer the next time.
const fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Integrity => 3,
        Kind::Findings => 2,
        _ => 1,
    }
}

fn promise(args: &Args, ctx: &Context) -> Result<Promise> {
    let max_age = match &args.max_age {
        Some(typed) => typed.parse()?,
        None => ctx.settings.period("backup.max_age")?,
    };
    let verified = args.max_verified_age.as_deref();
    let verified = verified.or(ctx.settings.text("backup.max_verified_age"));
    let max_verified_age: Option<Period> = match verified {
        None | Some("never") => None,
        Some(typed) => Some(typed.parse()?),
    };
    Ok(Promise {
        max_age,
        max_verified_age,
    })
}

/// One place; what goes wrong there is its own row, so that one that is away does not hide another's age.
fn watched(args: &Args, ctx: &mut Context, place: String, promise: &Promise) -> Result<Row> {
    let now = ctx.settings.clock().now();
    let name = place.clone();
    let from = From {
        from: Some(place),
        vkey: args.vkey.clone(),
    };
    let looked = from
        .target(ctx, &Chosen::Latest)
        .map_err(unreached)
        .and_then(|target| look(&from, ctx, &target));
    match looked {
        Ok((name, seen)) => Ok(row(name, &seen, promise, now)),
        // Nothing about a place: the question itself was wrong.
        Err(error) if !matches!(error.kind, Kind::Remote | Kind::Integrity | Kind::Failed) => {
            Err(error)
        }
        Err(error) => Ok(Row {
            error: Some(error.to_string()),
            kind: Some(match error.kind {
                Kind::Integrity => Kind::Integrity,
                _ => Kind::Remote,
            }),
            ..row(name, &Seen::default(), promise, now).emptied()
        }),
    }
}

fn look(from: &From, ctx: &mut Context, target: &Target) -> Result<(String, Seen)> {
    let trust = from.trust(ctx, target)?;
    Ok((target.name().to_owned(), watch::look(target, &trust)?))
}

/// A folder that is not there is a disk that is not mounted, or a network that is down.
fn unreached(error: Error) -> Error {
    match error.kind {
        Kind::NotFound => Error {
            kind: Kind::Remote,
            ..error
        },
        _ => error,
    }
}

fn row(target: String, seen: &Seen, promise: &Promise, now: Time) -> Row {
    let mut findings = watch::broken(seen, promise, now);
    let mut kind = (!findings.is_empty()).then_some(Kind::Findings);
    if !seen.damage.is_empty() {
        kind = Some(Kind::Integrity);
        findings.extend(seen.damage.iter().cloned());
    }
    let newest = seen.newest.as_ref();
    let proof = seen.verified.as_ref();
    let young = newest.map(|newest| watch::age(newest.created, now));
    let proven = proof.map_or_else(
        || "never verified".to_owned(),
        |proof| {
            format!(
                "{} passed {} ago",
                proof.level.as_str(),
                watch::age(proof.at, now)
            )
        },
    );
    Row {
        target,
        newest: newest.map(|newest| seconds_text(newest.created)),
        id: newest.map(|newest| newest.id.clone()),
        age_seconds: newest.map(|newest| (now - newest.created).num_seconds()),
        bytes: newest.map(|newest| newest.bytes),
        count: Some(seen.count),
        verified: proof.map(|proof| seconds_text(proof.at)),
        verified_level: proof.map(|proof| proof.level.as_str().to_owned()),
        error: (!findings.is_empty()).then(|| findings.join(", ")),
        findings,
        good: format!("newest {} old, {proven}", young.unwrap_or_default()),
        kind,
    }
}

impl Row {
    /// A place of which nothing is known.
    fn emptied(self) -> Self {
        Self {
            count: None,
            findings: vec![],
            ..self
        }
    }
}

//! `backup verify --drill`: a restore as on a bare machine, with an unlocker given by hand, and its signed report.

use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use super::Args;
use super::look::{self, Seen, scratch, swept};
use crate::base::error::{Error, Kind, Result};
use crate::cli::ask;
use crate::cli::backup::shared::{self, From};
use crate::cli::context::{self, Context, Exit};
use crate::cli::plugins;
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::cli::settings::Origin;
use crate::cli::ui;
use crate::cli::unlock_sources::RawUnlocker;
use crate::crypto::secret::SecretText;
use crate::crypto::wrap::{self, IdentityFile};
use crate::domain::audit::signing_key;
use crate::domain::backup::drill::{self, Circumstances, Report};
use crate::domain::backup::restore::{self, Pick, Plan, Rehearsed, Scene};
use crate::domain::backup::verify::{self, Checked, Level};
use crate::domain::backup::{Chosen, Listing, Target, Trust, recover};
use crate::store::file::{self, Existing};
use crate::store::slot::Unlocker;

/// The largest report that is read.
const LIMIT: u64 = 1 << 20;

pub(super) fn require_one_place(places: &[From]) -> Result<()> {
    if places.len() == 1 {
        return Ok(());
    }
    Err(Error::usage("a drill tries one place at a time").hint("name it with `--from DIR`"))
}

pub(super) fn run(args: &Args, ctx: &mut Context, from: &From) -> Result<Seen> {
    let chosen = chosen(args)?;
    let wanted = ctx.flags.output.is_some();
    let output = wanted.then(|| ctx.target(None)).transpose()?;
    by_hand(ctx)?;
    let target = from.target(ctx, &chosen)?;
    let pinned = from.pinned(ctx)?;
    let since = Instant::now();
    let plan = restore::plan(
        &target,
        &Pick::Signed(chosen.clone()),
        ctx.unlockers()?,
        pinned.as_ref(),
    )?;
    let opening = since.elapsed();
    let everyday = is_everyday(ctx, &target, &plan)?;
    require_kept_away(args, &plan, everyday)?;
    let trust = match &pinned {
        Some(pinned) => Trust::from_vkey(pinned, &target.recovery()?.handovers())?,
        None => Trust::of_keyring(&plan.unlocked.keyring)?,
    };
    let mut seen = Seen::new(Listing::read(&target, &trust)?);
    let item = seen.listing.choose(&chosen)?.clone();
    let (since, outcome) = (Instant::now(), rehearse(args, ctx, &target, &plan));
    let milliseconds = u64::try_from((opening + since.elapsed()).as_millis()).unwrap_or(u64::MAX);
    let (rehearsed, failed) = outcome.map_or_else(
        |error| (Rehearsed::default(), Some(error)),
        |rehearsed| (rehearsed, None),
    );
    seen.notes.extend(rehearsed.swept.as_deref().map(swept));
    let circumstances = Circumstances {
        who: ctx.caller().name,
        now: ctx.clock.now(),
        place: target.name().to_owned(),
        everyday,
        milliseconds,
        manifest_sha256: item.sha256.clone(),
    };
    let report = Report::new(
        &plan,
        &item.manifest,
        circumstances,
        (rehearsed.steps, failed.as_ref()),
    )?;
    write(ctx, &report, &plan, output.as_ref(), &mut seen)?;
    seen.checked.push(Checked {
        id: item.manifest.id.clone(),
        milliseconds,
        result: failed.map_or(Ok(()), Err),
    });
    if !ctx.flags.dry_run {
        let (at, by) = (
            ctx.clock.now(),
            (&signing_key(&plan.unlocked.keyring), &trust),
        );
        look::leave(&target, &[item], (Level::Drill, at), by, &mut seen);
        record(ctx, &mut seen);
    }
    Ok(seen)
}

/// A drill is about one backup.
fn chosen(args: &Args) -> Result<Chosen> {
    match args.id.as_slice() {
        [] => Ok(Chosen::Latest),
        [id] => Ok(Chosen::Id(id.clone())),
        _ => Err(Error::usage("a drill restores one backup").hint("name one ID, or `--latest`")),
    }
}

/// A drill with the unlocker of every day needs saying.
fn require_kept_away(args: &Args, plan: &Plan<'_>, everyday: bool) -> Result<()> {
    if everyday && !args.everyday {
        return Err(Error::refused(format!(
            "unlocker `{}` opens the store every day: a drill with it proves nothing about the one that is kept away",
            plan.unlocked.slot
        ))
        .hint("give a recovery unlocker with `--identity FILE`, or say `--everyday`"));
    }
    Ok(())
}

/// The unlocker comes from the command line or from a person, never from where the program finds its own.
fn by_hand(ctx: &mut Context) -> Result<()> {
    let sources = ctx.settings.unlockers();
    let by_flag = |origin: &Origin| matches!(origin, Origin::Flag(_));
    if sources.iter().any(|source| by_flag(source.origin())) {
        return Ok(());
    }
    let text = ask::secret(ctx, "Recovery passphrase", "--identity FILE")?;
    ctx.unlockers = Some(vec![Unlocker::Passphrase {
        text: SecretText::new(text.to_string()),
        origin: "the passphrase that was typed".to_owned(),
    }]);
    Ok(())
}

/// Whether what the program finds without flags opens the same slot.
fn is_everyday(ctx: &mut Context, target: &Target, plan: &Plan<'_>) -> Result<bool> {
    let wait = plugins::wait(ctx.settings.text("unlock.wait"))?;
    let mut daily = vec![];
    for source in ctx.settings.everyday_unlockers()? {
        let origin = source.name();
        // One that is not there opens nothing every day.
        let Ok(raw) = source.read(&mut ctx.stdin, (&ctx.ui, wait)) else {
            continue;
        };
        daily.extend(match raw {
            RawUnlocker::Identity { bytes } => match wrap::read_identities(&bytes, &origin) {
                Ok(IdentityFile::Open(identities)) => {
                    Some(Unlocker::Identities { identities, origin })
                }
                // Under a passphrase it opens nothing by itself.
                _ => None,
            },
            RawUnlocker::Passphrase(text) => Some(Unlocker::Passphrase {
                text: SecretText::new(text.to_string()),
                origin,
            }),
        });
    }
    for unlocker in daily {
        let opened = recover(&target.recovery()?, &[unlocker], None);
        if opened.is_ok_and(|(_, unlocked, _)| unlocked.slot == plan.unlocked.slot) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn rehearse(args: &Args, ctx: &mut Context, target: &Target, plan: &Plan<'_>) -> Result<Rehearsed> {
    let parent = scratch(args, ctx, target)?;
    let mut meter = Meter::new(ctx, "restoring to scratch", Unit::Bytes);
    let scene = Scene {
        ground: shared::ground(ctx)?,
        parent: &parent,
        own: &shared::rings(ctx.unlockers()?),
    };
    restore::rehearse(scene, plan, &mut |progress| meter.report(progress))
}

/// Writes the report where it was asked for.
fn write(
    ctx: &Context,
    report: &Report,
    plan: &Plan<'_>,
    output: Option<&context::Target>,
    seen: &mut Seen,
) -> Result<()> {
    let Some(output) = output.filter(|_| !ctx.flags.dry_run) else {
        seen.notes
            .push("no report was written: name a file with `--output FILE`".to_owned());
        return Ok(());
    };
    match output {
        context::Target::Stdout => {
            let text = report.to_note(plan)?;
            ui::artifact(&String::from_utf8_lossy(&text))
        }
        context::Target::File(path) => {
            let json = path.extension().is_some_and(|ending| ending == "json");
            let bytes = if json {
                report.to_json(plan)?
            } else {
                report.to_note(plan)?
            };
            let existing = if ctx.flags.overwrite {
                Existing::Replace
            } else {
                Existing::Refuse
            };
            file::write_output(path, &bytes, existing)?;
            seen.report = Some(path.display().to_string());
            Ok(())
        }
    }
}

/// With the store at hand the drill is recorded there as well; on a bare machine there is none.
fn record(ctx: &mut Context, seen: &mut Seen) {
    if !ctx.folder().is_ok_and(|folder| folder.holds_store()) {
        return;
    }
    let recorded = ctx
        .open()
        .and_then(|core| verify::record(&core, Level::Drill, &seen.listing, &seen.checked));
    match recorded {
        Ok(event) => seen.event = Some(event),
        Err(error) => seen
            .notes
            .push(format!("the store's log does not know of it: {error}")),
    }
}

#[derive(Serialize)]
struct Authentic {
    file: String,
    signed: bool,
    passed: bool,
    at: String,
    backup: String,
    who: String,
    unlocker: String,
    recovery_time: String,
}

impl Answer for Authentic {
    fn schema(&self) -> &'static str {
        "backup-verify-report"
    }

    fn view(&self) -> View {
        let row = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        View::Record(vec![
            row("file", &self.file),
            row("signature", "by this store's key"),
            row("result", if self.passed { "passed" } else { "failed" }),
            row("at", &self.at),
            row("who", &self.who),
            row("backup", &self.backup),
            row("unlocker", &self.unlocker),
            row("recovery time", &self.recovery_time),
        ])
    }
}

/// Checks a report with the verification key, or with the store's own.
pub(super) fn check(path: &Path, args: &Args, ctx: &mut Context) -> Result<Exit> {
    let bytes = file::read_regular(path, LIMIT)?;
    let from = From {
        from: args.from.first().cloned(),
        vkey: args.vkey.clone(),
    };
    let trust = match (from.pinned(ctx)?, &from.from) {
        // Notes of key changes lie with the backups; without them the key itself counts.
        (Some(pinned), None) => Trust::from_vkey(&pinned, &[])?,
        (_, Some(_)) => {
            let target = from.target(ctx, &Chosen::Latest)?;
            from.trust(ctx, &target)?
        }
        (None, None) => {
            if !ctx.folder()?.holds_store() {
                return Err(
                    Error::usage("nothing here says which key signed the report")
                        .hint("give the store's verification key with `--vkey KEY`"),
                );
            }
            Trust::of_keyring(&ctx.open()?.store.keyring)?
        }
    };
    let report = drill::open(&bytes, &trust)?;
    let kind = (!report.passed).then_some(Kind::Findings);
    let answer = Authentic {
        file: path.display().to_string(),
        signed: true,
        passed: report.passed,
        at: report.at,
        backup: report.backup,
        who: report.who,
        unlocker: report.unlocker,
        recovery_time: report.recovery_time,
    };
    ctx.answer_with(&answer, kind)
}

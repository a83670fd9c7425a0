//! `backup restore --replace` and `--undo`: over the store here. What would be lost is shown before anything is
//! asked; the store is let go while somebody reads it.

use serde::Serialize;

use super::restore::{Args, place, vouch};
use super::rights::Rights;
use super::shared;
use crate::base::clock::{Time, micros_text, seconds_text};
use crate::base::error::{Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::crypto::note::Vkey;
use crate::domain::audit::require_pinned;
use crate::domain::backup::restore::{self, Loss, Present, Replaced, Source};
use crate::store::replace::kept::{self, Kept};

/// Actions that say most about what a person will miss, in the words for them.
const TOLD: [(&str, &str); 5] = [
    ("account.create", "new account"),
    ("password.set", "password change"),
    ("2fa.confirm", "second factor"),
    ("request.open", "privacy request"),
    ("consent.record", "consent"),
];
/// As many kinds of events are shown.
const MOST: usize = 12;

#[derive(Serialize)]
struct Action {
    action: String,
    count: u64,
}

#[derive(Serialize)]
struct Lost {
    first: Option<u64>,
    last: Option<u64>,
    events: u64,
    since: Option<String>,
    seconds: Option<i64>,
    actions: Vec<Action>,
}

impl Lost {
    fn of(loss: &Loss, now: Time) -> Self {
        let some = loss.events() > 0;
        Self {
            first: some.then_some(loss.first),
            last: some.then(|| loss.end.saturating_sub(1)),
            events: loss.events(),
            since: loss.since.map(micros_text),
            seconds: loss.since.map(|since| (now - since).num_seconds().max(0)),
            actions: loss
                .actions
                .iter()
                .map(|(action, count)| Action {
                    action: action.clone(),
                    count: *count,
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    undo: bool,
    store: String,
    backup: Option<String>,
    file: String,
    store_id: Option<String>,
    old_epoch: Option<String>,
    /// As the manifest says.
    signed_by: Option<String>,
    confirmed: bool,
    /// What is lost; null when it cannot be counted.
    lost: Option<Lost>,
    /// `carried` or `begun`; null in a dry run.
    log: Option<&'static str>,
    /// Why a new epoch began.
    why: Option<String>,
    epoch: Option<String>,
    events: Option<u64>,
    missing_events: Option<u64>,
    voided_codes: Option<usize>,
    #[serde(flatten)]
    rights: Option<Rights>,
    /// Where what was replaced is kept.
    kept: Option<String>,
    vkey: Option<String>,
    event: Option<u64>,
    #[serde(skip)]
    plan: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-restore"
    }

    fn view(&self) -> View {
        if self.dry_run {
            let mut lines = vec![format!(
                "Would put {} in the place of {}",
                self.file, self.store
            )];
            lines.extend(self.plan.iter().cloned());
            return View::Lines(lines);
        }
        let mut lines = vec![format!(
            "Put {} in the place of {} (event {})",
            self.file,
            self.store,
            self.event.unwrap_or(0)
        )];
        lines.push(match &self.why {
            None => "The audit log goes on: nothing in it was turned back".to_owned(),
            Some(why) => format!(
                "The audit log began epoch {}: {why}",
                self.epoch.as_deref().unwrap_or_default()
            ),
        });
        if let (Some(_), Some(vkey)) = (&self.why, &self.vkey) {
            lines.push(format!("Verification key from now on: {vkey}"));
            lines.push(
                "What was used up since the backup is not known: make new recovery codes with `optimactl 2fa recovery new`"
                    .to_owned(),
            );
        }
        lines.extend(many(
            self.missing_events,
            "known event is not here",
            "known events are not here",
        ));
        let codes = self.voided_codes.and_then(|n| u64::try_from(n).ok());
        lines.extend(many(codes, "open code is void", "open codes are void"));
        lines.extend(self.rights.iter().flat_map(Rights::lines));
        if let Some(kept) = &self.kept {
            lines.push(format!(
                "What was replaced is kept in {kept}: `optimactl backup restore --undo` puts it back, `optimactl backup discard-replaced` removes it"
            ));
        }
        View::Lines(lines)
    }
}

fn many(n: Option<u64>, one: &str, more: &str) -> Option<String> {
    match n? {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {more}")),
    }
}

pub(super) fn replace(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.admit_beside_store()?;
    let pick = shared::pick(args.backup.as_deref());
    let target = place(args, ctx, &pick)?;
    let pinned = args.from.pinned(ctx)?;
    let plan = restore::plan(&target, &pick, ctx.unlockers()?, pinned.as_ref())?;
    vouch(args, ctx, &plan)?;
    let source = Source::Backup(&plan);
    let backup = plan.manifest.as_ref();
    let made = backup.map_or_else(
        || "not signed: anybody could have made it".to_owned(),
        |manifest| format!("of {}", manifest.created),
    );
    let job = Job {
        source: &source,
        name: &plan.unlocked.keyring.name,
        backup: backup.map(|manifest| manifest.id.clone()),
        file: plan.file.clone(),
        about: format!("{} ({made})", plan.file),
        undo: None,
        pinned,
        signed_by: backup.map(|manifest| manifest.vkey.clone()),
    };
    job.run(ctx)
}

/// Puts back what the last restore replaced.
pub(super) fn undo(ctx: &mut Context) -> Result<Exit> {
    ctx.admit_beside_store()?;
    let folder = ctx.folder()?;
    folder.require_store()?;
    let kept = restore::newest(&folder)?;
    let opened = kept::open(&folder, &kept, ctx.unlockers()?)?;
    let name = opened.name.clone();
    let source = Source::Kept(&kept, opened);
    let job = Job {
        source: &source,
        name: &name,
        backup: None,
        file: kept.name.clone(),
        about: format!("{} (replaced {})", kept.name, seconds_text(kept.replaced)),
        undo: Some(&kept),
        pinned: None,
        signed_by: None,
    };
    job.run(ctx)
}

/// One replacement, from what it costs to its answer.
struct Job<'a> {
    source: &'a Source<'a>,
    /// What a person types.
    name: &'a str,
    backup: Option<String>,
    file: String,
    about: String,
    undo: Option<&'a Kept>,
    pinned: Option<Vkey>,
    signed_by: Option<String>,
}

impl Job<'_> {
    fn run(&self, ctx: &mut Context) -> Result<Exit> {
        let present = self.open(ctx)?;
        let lost = match &present {
            Present::Open(core) => restore::lost(core, self.source)?,
            Present::Keys(_) => None,
        };
        let plan = self.told(&present, lost.as_ref());
        let now = ctx.clock.now();
        // Nobody waits for a store while somebody thinks.
        drop(present);
        let mut answer = self.answer(ctx, lost.map(|lost| Lost::of(&lost, now)))?;
        if ctx.flags.dry_run {
            answer.plan = plan;
            return ctx.answer(&answer);
        }
        if ctx.flags.reason.is_none() {
            ctx.flags.reason = Some(ask::reason(ctx)?);
        }
        if ctx.flags.confirm.is_some() {
            // A script is not asked; what it costs stands in its log.
            for line in &plan {
                ctx.ui.note(line);
            }
        }
        let what = format!(
            "This puts {} in the place of the store.\n{}",
            self.about,
            plan.join("\n")
        );
        ask::confirm_name(ctx, &what, self.name)?;
        let present = self.open(ctx)?;
        let ground = shared::ground(ctx)?;
        let mut meter = Meter::new(ctx, "restoring", Unit::Bytes);
        let own = shared::rings(ctx.unlockers()?);
        let done = restore::replace(ground, present, (self.source, &own), &mut |progress| {
            meter.report(progress);
        })?;
        drop(meter);
        fill(&mut answer, done);
        ctx.answer(&answer)
    }

    /// As much of the live store as opens, held alone.
    fn open(&self, ctx: &mut Context) -> Result<Present> {
        match ctx.open_exclusive() {
            Ok(core) => Ok(Present::Open(Box::new(core))),
            Err(error) if error.kind == Kind::NoStore => {
                Err(error.hint("restore to a new folder with `--to DIR`"))
            }
            Err(error) => {
                let (folder, holder) = (ctx.folder()?, ctx.holder()?);
                let given = (ctx.unlockers()?, &holder);
                let present = restore::present(error, &folder, given, self.source)?;
                let pinned = match (&self.pinned, ctx.settings.text("audit.vkey")) {
                    (Some(pinned), _) => Some(pinned.clone()),
                    (None, text) => text.map(Vkey::typed).transpose()?,
                };
                if let (Present::Keys(keys), Some(pinned)) = (&present, pinned) {
                    require_pinned(&keys.live.unlocked.keyring, &pinned)?;
                }
                Ok(present)
            }
        }
    }

    /// What it costs, in lines.
    fn told(&self, present: &Present, lost: Option<&Loss>) -> Vec<String> {
        let mut lines = match (present, lost) {
            (Present::Keys(keys), _) => vec![
                format!("The live database does not open: {}", keys.why),
                "What is lost with it cannot be counted; the audit log begins a new epoch"
                    .to_owned(),
            ],
            (Present::Open(_), None) => vec![
                "The live log does not go on from the backup's: what is lost cannot be counted"
                    .to_owned(),
                "The audit log begins a new epoch; what is here now stays in what is kept alone"
                    .to_owned(),
            ],
            (Present::Open(_), Some(lost)) => told(lost),
        };
        lines.push("Open sessions and codes become void; used codes stay used".to_owned());
        lines.push(match self.undo {
            None => "What is replaced is kept, for `--undo`, until `optimactl backup discard-replaced`",
            Some(_) => "What is there now is kept in its turn, until `optimactl backup discard-replaced`",
        }
        .to_owned());
        lines
    }

    fn answer(&self, ctx: &Context, lost: Option<Lost>) -> Result<Answered> {
        Ok(Answered {
            dry_run: ctx.flags.dry_run,
            undo: self.undo.is_some(),
            store: ctx.folder()?.path().display().to_string(),
            backup: self.backup.clone(),
            file: self.file.clone(),
            store_id: None,
            old_epoch: None,
            signed_by: self.signed_by.clone(),
            confirmed: self.pinned.is_some(),
            lost,
            log: None,
            why: None,
            epoch: None,
            events: None,
            missing_events: None,
            voided_codes: None,
            rights: None,
            kept: None,
            vkey: None,
            event: None,
            plan: vec![],
        })
    }
}

fn told(lost: &Loss) -> Vec<String> {
    let events = lost.events();
    if events == 0 {
        return vec!["Nothing is lost: the store did nothing since".to_owned()];
    }
    let since = lost.since.map(seconds_text).unwrap_or_default();
    let mut lines = vec![format!(
        "Lost is what {} did since {since}: events {}..{} (the events themselves stay in the log)",
        count(i128::from(events), "event"),
        lost.first,
        lost.end.saturating_sub(1)
    )];
    for (action, noun) in TOLD {
        let n = lost.of(action);
        if n > 0 {
            lines.push(format!("  {}", count(i128::from(n), noun)));
        }
    }
    let shown: Vec<String> = lost
        .actions
        .iter()
        .take(MOST)
        .map(|(action, count)| format!("{action} {count}"))
        .collect();
    if !shown.is_empty() {
        lines.push(format!("  by action: {}", shown.join(", ")));
    }
    lines
}

fn fill(answer: &mut Answered, done: Replaced) {
    let restored = done.restored;
    answer.log = Some(if done.begun.is_some() {
        "begun"
    } else {
        "carried"
    });
    answer.why = done.begun;
    answer.store_id = Some(restored.store_id);
    answer.old_epoch = Some(restored.old_epoch);
    answer.epoch = Some(restored.epoch);
    answer.events = Some(restored.events);
    answer.missing_events = Some(restored.missing);
    answer.voided_codes = Some(restored.codes);
    answer.rights = Some(Rights::of(restored.reapplied, restored.sessions));
    answer.kept = Some(done.kept);
    answer.vkey = Some(restored.vkey);
    answer.event = Some(restored.event);
}

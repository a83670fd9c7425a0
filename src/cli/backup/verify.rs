//! `backup verify`: by signature and digest, by opening everything, or by a restore to scratch.

use std::path::PathBuf;

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, Table, View};
use crate::domain;
use crate::domain::backup::restore::{self, Pick};
use crate::domain::backup::verify::{self, Checked, Level, Opener};
use crate::domain::backup::{Chosen, Item, Listing, Target, Trust, recover};

use super::shared::{self, From};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Open the newest backup from beginning to end",
        line: "optimactl backup verify --latest --from backups",
    },
    Example {
        what: "Compare signatures and digests of all, without a key",
        line: "optimactl backup verify --quick --all --from backups",
    },
];

/// Prove that backups open
///
/// `--quick` compares signatures, numbering and SHA-256 and needs no unlocker. Without it everything is
/// decrypted and compared, and `recovery` is opened. `--restore-test` restores into a scratch folder and
/// checks the result as a store. Anything wrong is exit 13.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES, &examples::STORE, &["optimactl backup list", "optimactl backup restore"],
))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
pub(crate) struct Args {
    /// The backups
    #[arg(value_name = "ID", conflicts_with_all = ["all", "latest"])]
    id: Vec<String>,
    /// Every backup in the folder
    #[arg(long, conflicts_with = "latest")]
    all: bool,
    /// The newest one (also when nothing is named)
    #[arg(long)]
    latest: bool,
    /// Signatures, numbering and SHA-256 only
    #[arg(long, conflicts_with = "restore_test")]
    quick: bool,
    /// Restore into a scratch folder and check the result
    #[arg(long)]
    restore_test: bool,
    /// Where `--restore-test` restores to; the folder must not exist
    #[arg(long, value_name = "DIR", requires = "restore_test")]
    scratch: Option<PathBuf>,
    #[command(flatten)]
    from: From,
}

#[derive(Serialize)]
struct Answered {
    level: &'static str,
    checked: Vec<Row>,
    findings: Vec<String>,
    event: Option<u64>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    milliseconds: u64,
    ok: bool,
    error: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-verify"
    }

    fn items(&self) -> Option<&'static str> {
        Some("checked")
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["id", "level", "seconds", "result"]);
        for row in &self.checked {
            let seconds = std::time::Duration::from_millis(row.milliseconds).as_secs_f64();
            let result = row.error.as_deref().unwrap_or("ok");
            table.row([
                row.id.as_str(),
                self.level,
                &format!("{seconds:.1}"),
                result,
            ]);
        }
        if self.findings.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(self.findings.clone())])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let first = match args.id.first() {
        Some(id) => Chosen::Id(id.clone()),
        None => Chosen::Latest,
    };
    let target = args.from.target(ctx, &first)?;
    let level = match (args.quick, args.restore_test) {
        (true, _) => Level::Quick,
        (_, true) => Level::RestoreTest,
        _ => Level::Full,
    };
    let core = if ctx.folder()?.holds_store() && !(args.quick && args.from.pinned(ctx)?.is_some()) {
        Some(ctx.open()?)
    } else {
        None
    };
    let (mut listing, checked) = match (&core, level) {
        (_, Level::RestoreTest) => restore_tests(args, ctx, &target, core.as_ref())?,
        (_, Level::Quick) => {
            let trust = match (&core, args.from.pinned(ctx)?) {
                (Some(core), None) => Trust::of_keyring(&core.store.keyring)?,
                _ => args.from.trust(ctx, &target)?,
            };
            let listing = Listing::read(&target, &trust)?;
            let mut meter = Meter::new(ctx, "verifying", Unit::Bytes);
            let chosen = chosen(args, &listing)?;
            let checked = verify::each(&chosen, |item| {
                verify::quick(&target, item, &mut |progress| meter.report(progress))
            });
            (listing, checked)
        }
        (core, Level::Full) => full(args, ctx, &target, core.as_ref())?,
    };
    if let Some(core) = &core {
        listing.compare(core, &target)?;
    }
    let event = match &core {
        Some(core) if !core.dry_run() => Some(verify::record(core, level, &listing, &checked)?),
        _ => None,
    };
    let findings = listing.findings();
    let worst = checked
        .iter()
        .find_map(|one| one.result.as_ref().err().map(|error| error.kind));
    let bad = worst.or((!findings.is_empty()).then_some(Kind::Integrity));
    let answer = Answered {
        level: level.as_str(),
        checked: checked.into_iter().map(row).collect(),
        findings,
        event,
    };
    ctx.answer_with(&answer, bad)
}

fn row(checked: Checked) -> Row {
    let error = checked.result.err().map(|error| error.to_string());
    Row {
        id: checked.id,
        milliseconds: checked.milliseconds,
        ok: error.is_none(),
        error,
    }
}

fn chosen<'a>(args: &Args, listing: &'a Listing) -> Result<Vec<&'a Item>> {
    if args.all {
        return Ok(listing.items.iter().collect());
    }
    if args.id.is_empty() {
        return match listing.choose(&Chosen::Latest) {
            // Nothing to open, and the findings say why: they are the answer.
            Err(error) if error.kind == Kind::Integrity => Ok(vec![]),
            other => other.map(|item| vec![item]),
        };
    }
    let ids = args.id.iter();
    ids.map(|id| listing.choose(&Chosen::Id(id.clone())))
        .collect()
}

type Results = (Listing, Vec<Checked>);

/// Opens everything with the store's keys or, without a store, with those of `recovery`.
fn full(
    args: &Args,
    ctx: &mut Context,
    target: &Target,
    core: Option<&domain::Context>,
) -> Result<Results> {
    let pinned = args.from.pinned(ctx)?;
    let mut meter = Meter::new(ctx, "verifying", Unit::Bytes);
    let unlockers = ctx.unlockers()?;
    let own = shared::rings(unlockers);
    let recovered = match core {
        Some(_) => None,
        None => Some(recover(&target.recovery()?, unlockers, pinned.as_ref())?.1),
    };
    let (keyring, master) = match (core, &recovered) {
        (Some(core), _) => (&core.store.keyring, &core.store.master),
        (None, Some(unlocked)) => (&unlocked.keyring, &unlocked.master),
        (None, None) => return Err(Error::bug("no keys to verify with")),
    };
    let trust = match &pinned {
        Some(pinned) => Trust::from_vkey(pinned, &target.recovery()?.handovers())?,
        None => Trust::of_keyring(keyring)?,
    };
    let listing = Listing::read(target, &trust)?;
    let opener = Opener {
        keyring,
        master,
        own,
    };
    let checked = verify::each(&chosen(args, &listing)?, |item| {
        verify::full(target, item, &opener, &mut |progress| {
            meter.report(progress);
        })
    });
    Ok((listing, checked))
}

fn restore_tests(
    args: &Args,
    ctx: &mut Context,
    target: &Target,
    core: Option<&domain::Context>,
) -> Result<Results> {
    let pinned = args.from.pinned(ctx)?;
    let scratch = args.scratch.clone();
    let scratch = match (scratch, target.folder()) {
        (Some(scratch), _) => scratch,
        (None, Some(folder)) => folder.join(".restore-test"),
        (None, None) => {
            return Err(Error::usage("it is not said where to restore to")
                .hint("name a folder of this machine with `--scratch DIR`"));
        }
    };
    let trust = match (core, &pinned) {
        (Some(core), None) => Trust::of_keyring(&core.store.keyring)?,
        _ => args.from.trust(ctx, target)?,
    };
    let listing = Listing::read(target, &trust)?;
    let items = chosen(args, &listing)?;
    let mut checked = vec![];
    for item in items {
        let ground = shared::ground(ctx)?;
        let mut meter = Meter::new(ctx, "restoring to scratch", Unit::Bytes);
        let unlockers = ctx.unlockers()?;
        let own = shared::rings(unlockers);
        let pick = Pick::Signed(Chosen::Id(item.manifest.id.clone()));
        let mut ground = Some(ground);
        checked.extend(verify::each(&[item], |_| {
            let ground = ground
                .take()
                .ok_or_else(|| Error::bug("one test ran twice"))?;
            let plan = restore::plan(target, &pick, unlockers, pinned.as_ref())?;
            restore::test(ground, &plan, &scratch, &own, &mut |progress| {
                meter.report(progress);
            })
        }));
    }
    Ok((listing, checked))
}

//! `backup copy`: backups as they are to other places, verified there.

use serde::Serialize;

use crate::base::error::{Error, Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, Table, View};
use crate::domain;
use crate::domain::audit::signing_key;
use crate::domain::backup::copy::{self, Copied, Done, Route};
use crate::domain::backup::places::At;
use crate::domain::backup::{Chosen, Item, Listing, Purpose, Target, Trust};

use super::shared::{self, From};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Bring another disk up to date",
        line: "optimactl backup copy --from backups --to mirror",
    },
    Example {
        what: "See what would be copied",
        line: "optimactl backup copy --all --from backups --to mirror --dry-run",
    },
];

/// Copy backups to other places
///
/// Copies file, signed manifest and the recovery files that it names, byte for byte and oldest first, and reads
/// each back. What is there already is passed over, so that a run that was cut goes on with the next one. Needs
/// no unlocker: with the verification key alone (`--vkey`) no store either. When only some are copied, the store
/// signs beside them which numbers were left out; without it `backup list` there reports them as missing.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial]].concat(),
    &["optimactl backup list", "optimactl backup verify"],
))]
pub(crate) struct Args {
    /// The backups
    #[arg(value_name = "ID", conflicts_with_all = ["all", "latest"])]
    id: Vec<String>,
    /// Every backup there (also when nothing is named)
    #[arg(long, conflicts_with = "latest")]
    all: bool,
    /// The newest one
    #[arg(long)]
    latest: bool,
    /// Where to copy to, one or more places: a folder, which is made when it is missing, the name of a target,
    /// `s3://…` or `sftp://…`
    #[arg(long, value_name = "PLACE", required = true)]
    to: Vec<String>,
    #[command(flatten)]
    from: From,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    from: String,
    copied: Vec<Row>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    to: String,
    bytes: u64,
    milliseconds: u64,
    result: &'static str,
    error: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-copy"
    }

    fn items(&self) -> Option<&'static str> {
        Some("copied")
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["id", "to", "size", "result"]);
        for row in &self.copied {
            let result = row.error.as_deref().unwrap_or(row.result);
            table.row([row.id.as_str(), &row.to, &shared::size(row.bytes), result]);
        }
        if self.notes.is_empty() {
            return View::Table(table);
        }
        View::Parts(vec![View::Table(table), View::Lines(self.notes.clone())])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let first = args
        .id
        .first()
        .map_or(Chosen::Latest, |id| Chosen::Id(id.clone()));
    let from = args.from.target(ctx, &first)?;
    let trust = args.from.trust(ctx, &from)?;
    let listing = Listing::read(&from, &trust)?;
    let items = chosen(args, &listing)?;
    let core = match args.from.pinned(ctx)? {
        None => Some(ctx.open()?),
        Some(_) => None,
    };
    let mut answer = Answered {
        dry_run: ctx.flags.dry_run,
        from: from.name().to_owned(),
        copied: vec![],
        notes: listing.findings(),
    };
    let mut kinds = vec![];
    for to in &args.to {
        match one(ctx, (&from, to), (&trust, core.as_ref()), &items) {
            Ok((name, outcomes)) => {
                answer.notes.extend(outcomes.unexplained.into_iter().map(|line| {
                    format!("{name}: {line}: `backup list` there reports them as missing; copy all, or with the store at hand")
                }));
                let results = outcomes.copied.iter();
                kinds.extend(results.map(|one| one.result.as_ref().err().map(|error| error.kind)));
                let dry_run = ctx.flags.dry_run;
                answer.copied.extend(
                    outcomes
                        .copied
                        .into_iter()
                        .map(|copied| row(copied, &name, dry_run)),
                );
            }
            Err(error) if args.to.len() == 1 => return Err(error),
            Err(error) => {
                kinds.push(Some(error.kind));
                answer.notes.push(format!("`{to}` got nothing: {error}"));
            }
        }
    }
    ctx.answer_with(&answer, verdict(&kinds))
}

/// All failed in one way: that is the code; some: partial.
fn verdict(kinds: &[Option<Kind>]) -> Option<Kind> {
    let first = kinds.iter().flatten().next().copied()?;
    if kinds.iter().all(Option::is_some) {
        return Some(first);
    }
    Some(if kinds.contains(&Some(Kind::Integrity)) {
        Kind::Integrity
    } else {
        Kind::Partial
    })
}

fn chosen<'a>(args: &Args, listing: &'a Listing) -> Result<Vec<&'a Item>> {
    if args.id.is_empty() && !args.latest {
        // An empty place is told apart from one where all is copied already.
        listing.choose(&Chosen::Latest)?;
        return Ok(listing.items.iter().filter(|item| item.is_kept()).collect());
    }
    let ids = args.id.iter().cloned().map(Chosen::Id);
    let wanted = args.latest.then_some(Chosen::Latest).into_iter().chain(ids);
    let mut items = wanted
        .map(|one| listing.choose(&one))
        .collect::<Result<Vec<_>>>()?;
    // A delta is worth nothing without what it is based on.
    let bases: Vec<&Item> = items
        .iter()
        .filter_map(|item| item.manifest.delta.as_ref())
        .filter_map(|delta| {
            listing
                .items
                .iter()
                .find(|one| one.manifest.id == delta.base)
        })
        .collect();
    items.extend(bases);
    items.sort_by_key(|item| (item.manifest.created.clone(), item.manifest.sequence));
    items.dedup_by_key(|item| item.manifest.id.clone());
    Ok(items)
}

/// Copies to one place.
fn one(
    ctx: &Context,
    (from, to): (&Target, &str),
    (trust, core): (&Trust, Option<&domain::Context>),
    items: &[&Item],
) -> Result<(String, copy::Outcomes)> {
    let spec = places::resolve(ctx, to)?;
    let name = spec.at.name();
    if from.name() == name {
        return Err(
            Error::usage("both places are the same").hint("name another one with `--to PLACE`")
        );
    }
    let dry_run = ctx.flags.dry_run;
    if let (true, At::Folder(folder)) = (dry_run, &spec.at)
        && !folder.is_dir()
    {
        return Ok((name, copy::expected(items)));
    }
    let purpose = if dry_run {
        Purpose::Read
    } else {
        Purpose::Write(ctx.holder()?.wait)
    };
    let target = Target::open(spec, purpose, &places::scratch(), &ctx.random())?;
    let route = Route {
        from,
        to: &target,
        trust,
        signer: core.map(|core| (signing_key(&core.store.keyring), core.now())),
        dry_run,
    };
    let mut meter = Meter::new(ctx, "copying", Unit::Bytes);
    let outcomes = route.copy(items, &mut |progress| meter.report(progress))?;
    drop(meter);
    if let Some(core) = core.filter(|core| !core.dry_run()) {
        copy::record(core, &name, &outcomes.copied)?;
    }
    Ok((name, outcomes))
}

fn row(copied: Copied, to: &str, dry_run: bool) -> Row {
    let (result, error) = match copied.result {
        Ok(Done::Copied) if dry_run => ("would be copied", None),
        Ok(Done::Copied) => ("copied", None),
        Ok(Done::There) => ("is there", None),
        Ok(Done::Record) => ("its record, the backup was pruned", None),
        Err(error) => ("failed", Some(error.to_string())),
    };
    Row {
        id: copied.id,
        to: to.to_owned(),
        bytes: copied.bytes,
        milliseconds: copied.milliseconds,
        result,
        error,
    }
}

//! `backup create`: one snapshot to one or more folders.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::name::Label;
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::places;
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, View};
use crate::crypto::wrap::Recipient;
use crate::domain::backup::create::{self, Made, Order};

use super::report::Reporting;
use super::shared;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Back up to a folder",
        line: "optimactl backup create --to disk-a",
    },
    Example {
        what: "Back up to two disks, with a label",
        line: "optimactl backup create --to disk-a --to disk-b --label before-upgrade",
    },
    Example {
        what: "Only what changed since the last full backup, which is made when it is due",
        line: "optimactl backup create --to disk-a --delta",
    },
];

/// Make a backup
///
/// Reads one instant of the store while others go on writing, compresses and encrypts it to every unlocker,
/// reads the file back, and only then signs and writes its manifest. Nothing in the clear touches a disk. The
/// file opens without this program: `age -d -i IDENTITY FILE | zstd -d > store.db`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial, Kind::Remote]].concat(),
    &["optimactl backup verify", "optimactl backup restore", "optimactl-formats(5)"],
))]
pub(crate) struct Args {
    /// Where it goes: a folder, the name of a target in the configuration, `s3://…` or `sftp://…`; can be
    /// repeated; else `backup.to` in the configuration
    #[arg(long, value_name = "PLACE")]
    to: Vec<String>,
    /// A short word that is kept with the backup
    #[arg(long, value_name = "LABEL")]
    label: Option<String>,
    /// Somebody else who can open it: `age1…` or an ssh public key; can be repeated
    #[arg(long, value_name = "RECIPIENT")]
    recipient: Vec<String>,
    /// How hard it is compressed, 1 to 19
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..=19))]
    level: Option<i32>,
    /// Store only the pages that changed since the last full backup that a run with `--delta` made; a full one is
    /// made when there is none at a target, when it is older than `backup.full_every` in the configuration (7 days),
    /// or when more than 40 % of the pages changed
    #[arg(long)]
    delta: bool,
    #[command(flatten)]
    pub(super) reporting: Reporting,
}

#[derive(Serialize)]
struct Answered {
    dry_run: bool,
    id: Option<String>,
    created: String,
    image_bytes: u64,
    /// Why it is a full one although a delta was asked for.
    full_because: Option<String>,
    targets: Vec<Outcome>,
    event: Option<u64>,
}

#[derive(Serialize)]
struct Outcome {
    target: String,
    file: Option<String>,
    kind: Option<&'static str>,
    /// The full backup that a delta is based on.
    base: Option<String>,
    bytes: Option<u64>,
    sequence: Option<u64>,
    sha256: Option<String>,
    manifest_sha256: Option<String>,
    milliseconds: Option<u64>,
    error: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "backup-create"
    }

    fn view(&self) -> View {
        let mut lines = vec![];
        for target in &self.targets {
            lines.push(match (&target.file, &target.error) {
                (Some(file), _) => format!(
                    "Made {file} ({} of {} in {:.1} s), backup number {}, read back and signed",
                    shared::size(target.bytes.unwrap_or(0)),
                    shared::size(self.image_bytes),
                    std::time::Duration::from_millis(target.milliseconds.unwrap_or(0))
                        .as_secs_f64(),
                    target.sequence.unwrap_or(0),
                ),
                (None, Some(error)) => format!("Failed at {}: {error}", target.target),
                (None, None) => format!(
                    "Would back up {} to {}",
                    shared::size(self.image_bytes),
                    target.target
                ),
            });
        }
        let bases = self.targets.iter().find_map(|target| target.base.as_ref());
        lines.extend(bases.map(|base| format!("A delta: it opens together with `{base}`")));
        let full = self.full_because.as_ref();
        lines.extend(full.map(|because| format!("A full backup: {because}")));
        if let (Some(id), Some(event)) = (&self.id, self.event) {
            lines.push(format!("Id {id}, event {event}"));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let order = order(args, ctx)?;
    let targets = places::targets(ctx, &args.to);
    let core = ctx.open()?;
    let mut meter = Meter::new(ctx, "backing up", Unit::Bytes);
    let made = create::create(&core, &order, targets, &mut |progress| {
        meter.report(progress);
    })?;
    drop(meter);
    if made.unlockers == 1 {
        ctx.ui.warn(
            "one unlocker alone opens this backup; add an offline one with `optimactl key add`",
        );
    }
    let outcomes = made.outcomes.iter();
    for stored in outcomes.filter_map(|(_, outcome)| outcome.as_ref().ok()) {
        for warning in &stored.warnings {
            ctx.ui.alert(warning);
        }
    }
    let failed = made
        .outcomes
        .iter()
        .filter(|(_, outcome)| outcome.is_err())
        .count();
    let dry_run = core.dry_run();
    if !dry_run && failed == made.outcomes.len() && failed > 0 {
        let outcomes = made.outcomes.into_iter();
        let failures = outcomes.filter_map(|(path, outcome)| Some((path, outcome.err()?)));
        return Err(Error::first_of(failures)
            .unwrap_or_else(|| Error::bug("a backup failed without a reason")));
    }
    let answer = answered(made, dry_run);
    ctx.answer_with(&answer, (failed > 0).then_some(Kind::Partial))
}

fn order(args: &Args, ctx: &Context) -> Result<Order> {
    let level = match args.level {
        Some(level) => level,
        None => ctx
            .settings
            .number("backup.level")
            .and_then(|level| i32::try_from(level).ok())
            .filter(|level| (1..=19).contains(level))
            .ok_or_else(|| Error::usage("`backup.level` in the configuration is not 1 to 19"))?,
    };
    let label = args.label.as_deref();
    let recipients = ctx.settings.list("backup.recipients").iter();
    Ok(Order {
        scratch: places::scratch(),
        label: label.map(|text| Label::new(text, "a label")).transpose()?,
        level,
        recipients: recipients
            .chain(&args.recipient)
            .map(|text| Recipient::parse(text))
            .collect::<Result<_>>()?,
        delta: if args.delta { full_every(ctx)? } else { None },
    })
}

fn full_every(ctx: &Context) -> Result<Option<Period>> {
    let text = ctx.settings.text("backup.full_every");
    text.map(str::parse).transpose().map_err(|error: Error| {
        Error::usage("`backup.full_every` in the configuration is no period").because(error)
    })
}

fn answered(made: Made, dry_run: bool) -> Answered {
    let planned = made.targets.into_iter().map(Outcome::of);
    let done = made.outcomes.into_iter().map(|(path, outcome)| {
        let target = Outcome::of(path);
        match outcome {
            Ok(stored) => Outcome {
                file: Some(stored.file),
                kind: Some(shared::kind(&stored.manifest)),
                base: stored
                    .manifest
                    .delta
                    .as_ref()
                    .map(|delta| delta.base.clone()),
                bytes: Some(stored.manifest.file.bytes),
                sequence: Some(stored.manifest.sequence),
                sha256: Some(stored.manifest.file.sha256),
                manifest_sha256: Some(stored.manifest_sha256),
                milliseconds: Some(stored.manifest.milliseconds),
                ..target
            },
            Err(error) => Outcome {
                error: Some(error.to_string()),
                ..target
            },
        }
    });
    Answered {
        dry_run,
        id: (!dry_run).then_some(made.id),
        created: seconds_text(made.created),
        image_bytes: made.image_bytes,
        full_because: made.full_because,
        targets: if dry_run {
            planned.chain(done).collect()
        } else {
            done.collect()
        },
        event: made.event,
    }
}

impl Outcome {
    const fn of(target: String) -> Self {
        Self {
            target,
            file: None,
            kind: None,
            base: None,
            bytes: None,
            sequence: None,
            sha256: None,
            manifest_sha256: None,
            milliseconds: None,
            error: None,
        }
    }
}

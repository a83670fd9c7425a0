//! `tour`: the main job on a throw-away store with made-up data. Every step is a real command, run as a person
//! would run it; what it prints is what that command printed.

mod guide;
mod script;

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::domain::sample::{self, Size};
use crate::store::file;

use super::context::{Context, Exit};
use super::examples::{self, Example};
use super::progress::{Meter, Unit};
use super::render::{Answer, View};
use guide::Guide;

const EXAMPLES: [Example; 3] = [
    Example {
        what: "See the whole main job in about a minute",
        line: "optimactl tour",
    },
    Example {
        what: "Keep the store, to go on by yourself",
        line: "optimactl tour --keep playground --accounts 40 --events 300",
    },
    Example {
        what: "Only make a store of a certain size, to measure on",
        line: "optimactl tour --data-only --keep measure --accounts 50 --events 500",
    },
];

/// Show the main job on a throw-away store
///
/// Makes a store with a few hundred made-up people and six weeks of events, and runs the real commands on it one
/// after another: accounts and second factors, sign-ins, the audit log and its proofs, backup and restore, key
/// rotation, a data request with its bundle. Your own store is not touched, and nothing stays unless `--keep`
/// names a folder (what an interrupted tour leaves, the next one removes).
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &[], &["optimactl init", "optimactl status"]))]
pub(crate) struct Args {
    /// Keep everything in this new folder
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// How many people
    #[arg(long, value_name = "N", default_value_t = 300)]
    accounts: u32,
    /// How many events
    #[arg(long, value_name = "N", default_value_t = 6_000)]
    events: u64,
    /// What the made-up data is drawn from
    #[arg(long, value_name = "N", default_value_t = 2026)]
    seed: u64,
    /// Stop when the data is there
    #[arg(long, requires = "keep")]
    data_only: bool,
}

#[derive(Serialize)]
struct Answered {
    steps: usize,
    seconds: u64,
    kept: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "tour"
    }

    fn view(&self) -> View {
        let mut lines = vec![format!(
            "{} steps in {} seconds, each a real command",
            self.steps, self.seconds
        )];
        match &self.kept {
            Some(dir) => lines.extend([
                format!("Everything is in {dir}. Go on with:"),
                format!(
                    "  export OPTIMACTL_STORE={dir}/store OPTIMACTL_IDENTITY={dir}/identity.txt"
                ),
                "  optimactl status".to_owned(),
            ]),
            None => lines.push(
                "Everything made for it is gone; keep it with `optimactl tour --keep DIR`"
                    .to_owned(),
            ),
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let started = Instant::now();
    let place = Place::new(args.keep.as_deref(), ctx)?;
    let mut guide = Guide::new(place.path(), ctx)?;
    script::beginning(&mut guide)?;
    fill(args, ctx, &guide)?;
    if !args.data_only {
        script::main_job(&mut guide)?;
    }
    let steps = guide.steps();
    drop(guide);
    let kept = args
        .keep
        .is_some()
        .then(|| place.path().display().to_string());
    ctx.answer(&Answered {
        steps,
        seconds: started.elapsed().as_secs(),
        kept,
    })
}

/// The only step that is no command: weeks of a platform's life, in bulk.
fn fill(args: &Args, ctx: &Context, guide: &Guide) -> Result<()> {
    guide.say(&format!(
        "(made-up data: {} people, {} events of six weeks, seed {})",
        args.accounts, args.events, args.seed
    ))?;
    let core = guide.open(ctx)?;
    let mut meter = Meter::new(ctx, "making data", Unit::Items);
    let size = Size {
        accounts: args.accounts,
        events: args.events,
        weeks: 6,
        seed: args.seed,
    };
    sample::fill(&core, size, &mut |done, total| {
        meter.report(crate::base::progress::Progress::of(done, total));
    })
}

/// Folders of tours begin with this and the number of their process.
const PREFIX: &str = "optimactl-tour-";

/// Removes what tours left behind that were interrupted: their process is gone.
fn sweep() {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name
            .strip_prefix(PREFIX)
            .and_then(|rest| rest.split('-').next());
        let Some(process) = process.and_then(|process| process.parse::<u32>().ok()) else {
            continue;
        };
        let own = entry
            .metadata()
            .is_ok_and(|meta| meta.uid() == rustix::process::geteuid().as_raw());
        if own && !Path::new(&format!("/proc/{process}")).exists() {
            std::fs::remove_dir_all(entry.path()).ok();
        }
    }
}

/// The tour's folder: kept where a name was given, else removed at the end, whatever happens.
struct Place {
    path: PathBuf,
    kept: bool,
}

impl Place {
    fn new(keep: Option<&Path>, ctx: &Context) -> Result<Self> {
        let Some(path) = keep else {
            sweep();
            let name = ctx.random().id("tour")?;
            let name = format!("{PREFIX}{}-{name}", std::process::id());
            let path = std::env::temp_dir().join(name);
            file::make_folder(&path)?;
            return Ok(Self { path, kept: false });
        };
        let path = std::path::absolute(path).map_err(|error| Error::io("find", path, &error))?;
        if path.exists() {
            return Err(
                Error::conflict(format!("`{}` exists already", path.display()))
                    .hint("the tour makes its folder itself: name a new one with `--keep DIR`"),
            );
        }
        file::make_folder(&path)?;
        Ok(Self { path, kept: true })
    }

    fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.kept {
            std::fs::remove_dir_all(&self.path).ok();
        }
    }
}

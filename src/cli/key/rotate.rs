//! `key rotate`: fresh keys in the place of old ones.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Change, View};
use crate::domain::key::{self, Rotation};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Encrypt the database under a fresh key",
        line: "optimactl key rotate",
    },
    Example {
        what: "Sign with a fresh key from now on",
        line: "optimactl key rotate --signing",
    },
    Example {
        what: "After somebody left who could open the store",
        line: "optimactl key rotate --master --reason 'an admin left' --ticket OPS-7",
    },
];

/// Rotate keys
///
/// Without a flag the database is written anew under a fresh data key. `--signing` makes a new signing key; the
/// old one hands over to it in a note that both sign, so that old checkpoints stay verifiable. `--master` makes a
/// new master identity, wraps it for every unlocker without asking anyone, and rotates the other two as well.
///
/// `--pepper` and `--journal` add a key that is used from now on: a password's hash moves to the new pepper when the
/// password is next right, older lines of the rights journal stay under the old key.
///
/// The store must not be in use meanwhile. A crash at any moment leaves the old state or the new one; the next
/// command finishes or undoes what was begun and says so. Old backups stay readable for whoever could read them.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key list", "optimactl backup create"]))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
pub(crate) struct Args {
    /// Rotate the key that signs checkpoints and backups
    #[arg(long, group = "what")]
    signing: bool,
    /// Rotate the master identity, the data key and the signing key
    #[arg(long, group = "what")]
    master: bool,
    /// Add a pepper for new password hashes
    #[arg(long, group = "what")]
    pepper: bool,
    /// Add a key for new lines of the rights journal
    #[arg(long, group = "what")]
    journal: bool,
}

impl Args {
    const fn what(&self) -> Rotation {
        match self {
            Self { master: true, .. } => Rotation::Master,
            Self { signing: true, .. } => Rotation::Signing,
            Self { pepper: true, .. } => Rotation::Pepper,
            Self { journal: true, .. } => Rotation::Journal,
            _ => Rotation::Data,
        }
    }
}

/// What a rotation does not take back, said to whoever may believe that it does.
fn stays(what: Rotation, rotated: &key::Rotated) -> Vec<String> {
    let many = |count: usize, noun| {
        crate::base::text::count(u64::try_from(count).unwrap_or(u64::MAX), noun)
    };
    let older_backups = rotated.older_backups;
    let backups = many(older_backups, "backup");
    let lines: &[&str] = match what {
        Rotation::Data => {
            &["A copy of the old files still opens for whoever held an unlocker when it was made"]
        }
        Rotation::Signing => {
            &["What the old key signed stays valid, and the old key hands over to the new one"]
        }
        Rotation::Master => &[
            "A copy of the old files still opens for whoever held an unlocker when it was made",
            "To make backups open for today's unlockers only: `optimactl backup rewrap --all`; kept copies stay open",
        ],
        Rotation::Pepper => &[
            "A hash moves to the new pepper when its password is next right; until then the old one stays",
        ],
        Rotation::Journal => &["Lines that are there stay under the old key, which is kept"],
    };
    let mut lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
    if older_backups > 0 && matches!(what, Rotation::Data | Rotation::Master) {
        lines.push(format!(
            "{backups} made before now still {} for whoever could open {} then",
            if older_backups == 1 { "opens" } else { "open" },
            if older_backups == 1 { "it" } else { "them" },
        ));
    }
    if rotated.replaced > 0 && matches!(what, Rotation::Data | Rotation::Master) {
        lines.push(format!(
            "{} kept after a restore and still open for the unlockers of then: `optimactl backup discard-replaced --all`",
            many(rotated.replaced, "database"),
        ));
    }
    lines
}

#[derive(Serialize)]
struct Answered {
    #[serde(flatten)]
    change: Change,
    /// Only if it is a new one; for people.
    #[serde(skip)]
    vkey: Option<String>,
    /// What it did not take back; for people.
    #[serde(skip)]
    stays: Vec<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        self.change.schema()
    }

    fn view(&self) -> View {
        let Some(vkey) = &self.vkey else {
            return View::Parts(vec![self.change.view(), View::Lines(self.stays.clone())]);
        };
        let lines = [
            format!("New verification key: {vkey}"),
            "Where the old one is written down it is out of date: set `audit.vkey` anew, hand the key to whoever"
                .to_owned(),
            "checks this log, and write a new recovery kit with `optimactl key kit --output DIR`".to_owned(),
        ];
        let lines = lines.into_iter().chain(self.stays.clone()).collect();
        View::Parts(vec![self.change.view(), View::Lines(lines)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = args.what();
    let noun = match what {
        Rotation::Data => "the data key",
        Rotation::Signing => "the signing key",
        Rotation::Master => "the master identity, the data key and the signing key",
        Rotation::Pepper => "the pepper of new password hashes",
        Rotation::Journal => "the key of new lines of the rights journal",
    };
    let core = ctx.open_exclusive()?;
    if ctx.flags.dry_run {
        drop(core);
        return ctx.answer(&ctx.change("key-rotate", format!("Would rotate {noun}")));
    }
    let rotated = key::rotate(core, ctx.unlockers()?, what)?;
    let change = ctx
        .change("key-rotate", format!("Rotated {noun}"))
        .event(rotated.event)
        .with("rotated", what.as_str())
        .with("vkey", rotated.vkey.as_str())
        .with("older_backups", rotated.older_backups)
        .with("replaced", rotated.replaced);
    let stays = stays(what, &rotated);
    let new_vkey = matches!(what, Rotation::Signing | Rotation::Master);
    ctx.answer(&Answered {
        change,
        vkey: new_vkey.then_some(rotated.vkey),
        stays,
    })
}

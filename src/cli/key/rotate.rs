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
/// The store must not be in use meanwhile. A crash at any moment leaves the old state or the new one; the next
/// command finishes or undoes what was begun and says so. Old backups stay readable for whoever could read them.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key list", "optimactl backup create"]))]
pub(crate) struct Args {
    /// Rotate the key that signs checkpoints and backups
    #[arg(long, conflicts_with = "master")]
    signing: bool,
    /// Rotate the master identity, the data key and the signing key
    #[arg(long)]
    master: bool,
}

impl Args {
    const fn what(&self) -> Rotation {
        match (self.master, self.signing) {
            (true, _) => Rotation::Master,
            (false, true) => Rotation::Signing,
            (false, false) => Rotation::Data,
        }
    }
}

#[derive(Serialize)]
struct Answered {
    #[serde(flatten)]
    change: Change,
    /// Only if it is a new one; for people.
    #[serde(skip)]
    vkey: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        self.change.schema()
    }

    fn view(&self) -> View {
        let Some(vkey) = &self.vkey else {
            return self.change.view();
        };
        let lines = [
            format!("New verification key: {vkey}"),
            "Where the old one is written down it is out of date: set `audit.vkey` anew, hand the key to whoever"
                .to_owned(),
            "checks this log, and write a new recovery kit with `optimactl key kit --output DIR`".to_owned(),
        ];
        View::Parts(vec![self.change.view(), View::Lines(lines.to_vec())])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let what = args.what();
    let noun = match what {
        Rotation::Data => "the data key",
        Rotation::Signing => "the signing key",
        Rotation::Master => "the master identity, the data key and the signing key",
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
        .with("vkey", rotated.vkey.as_str());
    ctx.answer(&Answered {
        change,
        vkey: (what != Rotation::Data).then_some(rotated.vkey),
    })?;
    if what == Rotation::Master {
        ctx.ui
            .note("a removed unlocker's holder can still read backups and copies made before now");
    }
    Ok(Exit::OK)
}

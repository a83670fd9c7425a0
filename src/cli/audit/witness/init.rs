//! `audit witness init`: a witness's own key. Needs no store and touches none.

use std::path::PathBuf;

use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::crypto::note::WitnessKey;
use crate::crypto::secret::Key;
use crate::domain::audit::witness::State;
use crate::store::file::{self, Existing};

use super::sign::state_of;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Make the key of a witness, on the witness's own machine",
        line: "optimactl audit witness init example.com/ben --new-key ben.key",
    },
    Example {
        what: "The same for a script",
        line: "optimactl audit witness init example.com/eva --new-key eva.key --format json",
    },
];

/// Make a witness's key
///
/// Run it where the witness works, not where the store lies: whoever holds both can vouch for anything. The file
/// (mode 0600) never leaves that machine. FILE.state beside it remembers what the key signed. The printed line is public: the store's keepers put it into `audit.witness`
/// in their configuration.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl audit witness sign", "optimactl audit witness add"],
))]
pub(crate) struct Args {
    /// The witness's name: a URL without `https://`, no spaces, no `+`
    #[arg(value_name = "NAME")]
    name: String,
    /// The file to write the key to; it must not exist
    #[arg(long, value_name = "FILE")]
    new_key: PathBuf,
}

#[derive(Serialize)]
struct Made {
    witness: String,
    key_file: String,
    dry_run: bool,
}

impl Answer for Made {
    fn schema(&self) -> &'static str {
        "audit-witness-init"
    }

    fn view(&self) -> View {
        if self.dry_run {
            return View::Lines(vec![format!("Would write a new key to {}", self.key_file)]);
        }
        View::Lines(vec![
            format!("Wrote the witness's key to {}", self.key_file),
            format!("Public key, for `audit.witness`: {}", self.witness),
        ])
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let key = WitnessKey::new(&args.name, Key::random(&ctx.random())?).map_err(|_| {
        Error::usage("a witness's name is not empty and holds no spaces and no `+`")
            .hint("take a URL without `https://`, like `example.com/ben`")
    })?;
    for path in [&args.new_key, &state_of(&args.new_key)] {
        if path.symlink_metadata().is_ok() {
            return Err(
                Error::conflict(format!("`{}` exists already", path.display()))
                    .hint("a key is never overwritten: name another file with `--new-key`"),
            );
        }
    }
    if !ctx.flags.dry_run {
        let text = zeroize::Zeroizing::new(format!("{}\n", key.to_text().expose()));
        file::write_output(&args.new_key, text.as_bytes(), Existing::Refuse)?;
        let state = State::empty().to_text();
        file::write_output(&state_of(&args.new_key), state.as_bytes(), Existing::Refuse)?;
    }
    let witness = if ctx.flags.dry_run {
        "(generated)".to_owned()
    } else {
        key.witness().to_string()
    };
    ctx.answer(&Made {
        witness,
        key_file: args.new_key.display().to_string(),
        dry_run: ctx.flags.dry_run,
    })
}

//! `password generate`: makes a password and says how hard it is to guess.

use serde::Serialize;

use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::ui::Sink;
use crate::domain::password::{self, Recipe};

const EXAMPLES: [Example; 3] = [
    Example {
        what: "Make a password that can be said and typed",
        line: "optimactl password generate",
    },
    Example {
        what: "Make a longer one",
        line: "optimactl password generate --words 8",
    },
    Example {
        what: "Letters and digits for a program",
        line: "optimactl password generate --length 32",
    },
];

/// Make a password
///
/// Words are made of syllables, 16 bits each, and mean nothing in any language. On a terminal the second line
/// says how hard the password is to guess; a pipe gets the password alone, JSON both. Stores nothing and needs
/// no store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl password set", "optimactl password check"],
))]
pub(crate) struct Args {
    /// How many words, 4 to 64
    #[arg(long, value_name = "N", default_value_t = 5)]
    words: u32,
    /// How many letters and digits instead, 15 to 1024
    #[arg(long, value_name = "N", conflicts_with = "words")]
    length: Option<u32>,
}

#[derive(Serialize)]
struct Made {
    password: String,
    bits: u64,
    /// A pipe gets the password alone: what reads it there would take a second line for a part of it.
    #[serde(skip)]
    sink: Sink,
}

impl Answer for Made {
    fn schema(&self) -> &'static str {
        "password-generate"
    }

    fn view(&self) -> View {
        let mut lines = vec![self.password.clone()];
        if self.sink != Sink::Pipe {
            lines.push(format!(
                "{} bits of chance: {} guesses on average",
                self.bits,
                guesses(self.bits)
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let recipe = args
        .length
        .map_or(Recipe::Words(args.words), Recipe::Characters);
    let made = password::generate(&ctx.random(), recipe)?;
    ctx.answer(&Made {
        password: made.password.expose().to_owned(),
        bits: made.bits,
        sink: ctx.ui.sink(),
    })
}

/// Half of all possibilities, as a power of ten.
fn guesses(bits: u64) -> String {
    // log10(2) is 0.30103.
    format!("10^{}", bits.saturating_sub(1) * 30_103 / 100_000)
}

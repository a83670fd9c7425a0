//! `password generate`: makes a password and says how hard it is to guess.

use serde::Serialize;

use crate::base::error::{Error, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::ui::Sink;
use crate::domain::password::{self, Recipe};

/// Passwords at once.
const MOST: u32 = 1000;
/// The longest text between words: the password stays within 1024 characters.
const LONGEST_BETWEEN: usize = 5;

const EXAMPLES: [Example; 4] = [
    Example {
        what: "Make a password that can be said and typed",
        line: "optimactl password generate",
    },
    Example {
        what: "Make one of English words",
        line: "optimactl password generate --words 7 --separator ' '",
    },
    Example {
        what: "Letters and digits for a program",
        line: "optimactl password generate --length 32",
    },
    Example {
        what: "Make ten, one a line",
        line: "optimactl password generate --syllables 6 --count 10",
    },
];

/// Make a password
///
/// Words are drawn from 1296 English ones (10.3 bits each); syllables mean nothing in any language (16 bits each);
/// characters leave out those that look alike (5.8 bits each). Without a choice it is five words of syllables. On a
/// terminal a last line says how hard a password is to guess; a pipe gets the passwords alone, JSON both. Less than
/// 64 bits are refused. Stores nothing and needs no store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[],
    &["optimactl password set", "optimactl password check"],
))]
pub(crate) struct Args {
    /// How many English words, 7 to 64
    #[arg(long, value_name = "N")]
    words: Option<u32>,
    /// How many words of syllables, 4 to 64
    #[arg(long, value_name = "N", conflicts_with = "words")]
    syllables: Option<u32>,
    /// How many letters and digits, 15 to 1024
    #[arg(long, value_name = "N", conflicts_with_all = ["words", "syllables"])]
    length: Option<u32>,
    /// What stands between words, up to 5 characters
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "-",
        conflicts_with = "length"
    )]
    separator: String,
    /// How many passwords, 1 to 1000
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: u32,
}

#[derive(Serialize)]
struct Made {
    password: String,
    bits: u64,
    /// Only where more than one was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passwords: Vec<String>,
    /// A pipe gets the password alone: what reads it there would take a second line for a part of it.
    #[serde(skip)]
    sink: Sink,
}

impl Answer for Made {
    fn schema(&self) -> &'static str {
        "password-generate"
    }

    fn view(&self) -> View {
        let mut lines = if self.passwords.is_empty() {
            vec![self.password.clone()]
        } else {
            self.passwords.clone()
        };
        if self.sink != Sink::Pipe {
            lines.push(format!(
                "{} bits of chance{}: {} guesses on average",
                self.bits,
                if self.passwords.is_empty() {
                    ""
                } else {
                    " each"
                },
                guesses(self.bits)
            ));
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(args: &Args, ctx: &Context) -> Result<Exit> {
    let recipe = recipe(args)?;
    if !(1..=MOST).contains(&args.count) {
        return Err(
            Error::usage(format!("{} passwords cannot be made at once", args.count))
                .hint(format!("give `--count` from 1 to {MOST}")),
        );
    }
    let random = ctx.random();
    let first = password::generate(&random, recipe)?;
    let password = first.password.expose().to_owned();
    let mut passwords = vec![];
    if args.count > 1 {
        passwords.push(password.clone());
        for _ in 1..args.count {
            let made = password::generate(&random, recipe)?;
            passwords.push(made.password.expose().to_owned());
        }
    }
    ctx.answer(&Made {
        password,
        bits: first.bits,
        passwords,
        sink: ctx.ui.sink(),
    })
}

fn recipe(args: &Args) -> Result<Recipe<'_>> {
    let between = args.separator.as_str();
    if between.chars().count() > LONGEST_BETWEEN || between.chars().any(char::is_control) {
        return Err(Error::usage("the separator is too long or cannot be typed")
            .hint("give `--separator` up to 5 characters"));
    }
    Ok(match (args.words, args.syllables, args.length) {
        (Some(number), ..) => Recipe::Words(number, between),
        (_, _, Some(number)) => Recipe::Characters(number),
        (_, number, _) => Recipe::Syllables(number.unwrap_or(5), between),
    })
}

/// Half of all possibilities, as a power of ten.
fn guesses(bits: u64) -> String {
    // log10(2) is 0.30103.
    format!("10^{}", bits.saturating_sub(1) * 30_103 / 100_000)
}

//! The flags that every command understands, with one meaning each. Only their form; what they lead to is
//! decided in `settings`, `ui` and `ask`.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: a table on a terminal, tab-separated lines when piped
    #[default]
    Text,
    /// One object: `{"schema":"optimactl/…/1","data":…}`
    Json,
    /// One object a line, for lists and streams
    Jsonl,
    /// A header and rows, RFC 4180
    Csv,
}

impl Format {
    /// Whether errors are objects, too.
    pub(crate) const fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}

/// When color is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Args, Clone, Default)]
#[command(next_help_heading = "Global options")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one flag of the command line"
)]
pub(crate) struct GlobalArgs {
    /// The store's folder (environment: `OPTIMACTL_STORE`)
    #[arg(long, value_name = "DIR", global = true, hide_short_help = true)]
    pub(crate) store: Option<PathBuf>,
    /// The configuration file (environment: `OPTIMACTL_CONFIG`)
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub(crate) config: Option<PathBuf>,
    /// An unlocker: an age identity file; can be repeated (environment: `OPTIMACTL_IDENTITY`)
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub(crate) identity: Vec<PathBuf>,
    /// An unlocker: a file with a passphrase (`-` for standard input)
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// How the answer is written
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        default_value_t,
        global = true
    )]
    #[arg(hide_short_help = true)]
    pub(crate) format: Format,
    /// Where an artifact goes: a file, a folder for many files, `-` for standard output
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file that `--output` names
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) overwrite: bool,
    /// Show what would change and change nothing
    #[arg(short = 'n', long, global = true, hide_short_help = true)]
    pub(crate) dry_run: bool,
    /// Answer a question with yes (never one that wants a name typed)
    #[arg(short = 'y', long, global = true, hide_short_help = true)]
    pub(crate) yes: bool,
    /// The name that a severe operation wants typed
    #[arg(long, value_name = "NAME", global = true, hide_short_help = true)]
    pub(crate) confirm: Option<String>,
    /// Never ask; refuse where an answer is needed
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) no_input: bool,
    /// Why; recorded with the event
    #[arg(long, value_name = "TEXT", global = true, hide_short_help = true)]
    pub(crate) reason: Option<String>,
    /// The ticket this belongs to; recorded with the event
    #[arg(long, value_name = "ID", global = true, hide_short_help = true)]
    pub(crate) ticket: Option<String>,
    /// A fresh code of the operator, for severe commands (`-` for standard input)
    #[arg(long, value_name = "FILE", global = true, hide_short_help = true)]
    pub(crate) operator_code_file: Option<PathBuf>,
    /// How long to wait for a busy store
    #[arg(
        long,
        value_name = "PERIOD",
        default_value = "5s",
        global = true,
        hide_short_help = true
    )]
    pub(crate) wait: String,
    /// Write no text answer and no progress
    #[arg(short = 'q', long, global = true, hide_short_help = true)]
    pub(crate) quiet: bool,
    /// Say more on standard error; can be repeated
    #[arg(short = 'v', long, action = ArgAction::Count, global = true, hide_short_help = true)]
    pub(crate) verbose: u8,
    /// Without a terminal, write a line of progress every 30 seconds
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) progress: bool,
    /// When to use color
    #[arg(long, value_enum, value_name = "WHEN", default_value_t, global = true)]
    #[arg(hide_short_help = true)]
    pub(crate) color: Color,
    /// Show times in UTC instead of local time
    #[arg(long, global = true, hide_short_help = true)]
    pub(crate) utc: bool,
}

//! `completions`: prints the script that a shell loads.

use crate::base::error::Result;

use super::complete::{self, ShellName};
use super::context::{Context, Exit};
use super::examples::{self, Example};
use super::ui;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Load completion in the running bash",
        line: "optimactl completions bash",
    },
    Example {
        what: "Print the script that works without running the program",
        line: "optimactl completions fish --static",
    },
];

/// Print the completion script of a shell
///
/// The script asks the program at every press of TAB. Load it with `source <(optimactl completions bash)`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &[], &["optimactl config show"]))]
pub(crate) struct Args {
    /// The shell to print it for
    #[arg(value_enum)]
    shell: ShellName,
    /// Print the script that knows commands and flags by itself, as packages install it
    #[arg(long = "static")]
    fixed: bool,
}

pub(crate) fn run(args: &Args, _: &Context) -> Result<Exit> {
    let script = if args.fixed {
        complete::static_script(args.shell)?
    } else {
        complete::dynamic_script(args.shell)?
    };
    ui::artifact(&script)?;
    Ok(Exit::OK)
}

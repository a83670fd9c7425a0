//! The closing part of a command's help: examples, exit codes, related pages. The examples are data, because
//! the tests run every one of them.

use std::fmt::Write as _;

use crate::base::error::Kind;

/// One example. A line ending in `# ends with N` is expected to end with that code.
#[derive(Clone, Copy)]
pub(crate) struct Example {
    pub(crate) what: &'static str,
    pub(crate) line: &'static str,
}

/// Exit codes that any command may end with.
const COMMON: [Kind; 4] = [Kind::Failed, Kind::Usage, Kind::Refused, Kind::Bug];

/// Exit codes of every command that opens the store; pass them on with the command's own.
pub(crate) const STORE: [Kind; 6] = [
    Kind::NoStore,
    Kind::StoreLocked,
    Kind::WrongKey,
    Kind::Integrity,
    Kind::NotFound,
    Kind::NoSpace,
];

/// The text for `#[command(after_long_help = …)]`. `see_also` holds whole command lines or pages.
pub(crate) fn help(examples: &[Example], extra: &[Kind], see_also: &[&str]) -> String {
    let mut text = String::from("Examples:\n");
    for example in examples {
        writeln!(text, "  {}:\n    $ {}", example.what, example.line).ok();
    }
    text.push_str("\nExit codes:\n  0    done\n");
    for kind in Kind::ALL
        .into_iter()
        .filter(|kind| COMMON.contains(kind) || extra.contains(kind))
    {
        let (exit, _, meaning) = kind.row();
        writeln!(text, "  {exit:<4} {meaning}").ok();
    }
    if !see_also.is_empty() {
        writeln!(text, "\nSee also: {}", see_also.join(", ")).ok();
    }
    text.truncate(text.trim_end().len());
    text
}

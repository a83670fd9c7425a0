//! `consent record`: somebody agreed to a text.

use std::io::Read as _;
use std::path::PathBuf;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::period::parse_when;
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::select::zone;
use crate::domain::consent::{self, LONGEST_TEXT, NewConsent};
use crate::domain::privacy::Channel;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Tom agreed on the web page to the newsletter, in the words of a new file",
        line: "printf 'We write to you once a month.\\n' > newsletter.txt && optimactl consent record tom --purpose newsletter --version 2027-01 --text newsletter.txt --source web",
    },
    Example {
        what: "The same text again, for somebody else",
        line: "optimactl consent record mira --purpose newsletter --version 2026-11 --source web",
    },
];

/// Record that an account agreed to a text
///
/// The text itself is kept, once for each version, so that it can be shown what was agreed to; a changed text is a new
/// version. A consent to another version takes the place of the earlier one for the same purpose. Said twice it stays
/// as it is. Purpose and version are words and name nobody: they stand in the audit log in the clear.
#[derive(clap::Args)]
// The program's own `--version` would stand in the way of the text's.
#[command(disable_version_flag = true)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::NotFound, Kind::Conflict]].concat(),
    &["optimactl consent withdraw", "optimactl consent receipt"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// What for: a word such as `newsletter`
    #[arg(long, value_name = "WORD")]
    purpose: String,
    /// Which version of the text: a word such as `2026-11`
    #[arg(long, value_name = "WORD")]
    version: String,
    /// The text that was agreed to, at most 256 KiB; needed once for each version
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Where it was given
    #[arg(long, value_name = "CHANNEL", value_parser = super::channels())]
    source: String,
    /// When it was given: RFC 3339, a date, or a period back from now; now if not given
    #[arg(long, value_name = "TIME")]
    given: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let now = ctx.clock.now();
    let given = match &args.given {
        Some(typed) => parse_when(typed, now, &zone(ctx)?)?,
        None => now,
    };
    let new = NewConsent {
        account: args.account.clone(),
        purpose: args.purpose.clone(),
        version: args.version.clone(),
        text: args.text.as_ref().map(read).transpose()?,
        source: Channel::parse(&args.source)?,
        given,
    };
    let core = ctx.open()?;
    let done = consent::record(&core, &new)?;
    drop(core);
    let row = &done.value.row;
    let what = format!(
        "of `{}` to `{}` ({})",
        safe(&row.name),
        row.purpose,
        row.version
    );
    let sentence = match (done.value.changed, ctx.flags.dry_run) {
        (false, _) => format!("The consent {what} is in force already"),
        (true, false) => format!("Recorded the consent {what}"),
        (true, true) => format!("Would record the consent {what}"),
    };
    ctx.answer(
        &ctx.change("consent-record", sentence)
            .id(row.id.as_str())
            .event(done.event)
            .with("changed", done.value.changed)
            .with("account", row.account.as_str())
            .with("purpose", row.purpose.as_str())
            .with("version", row.version.as_str())
            .with("sha256", row.sha256.as_str())
            .with("given", seconds_text(row.given))
            .with("replaced", done.value.replaced.clone()),
    )
}

/// Bounded before it is read.
fn read(path: &PathBuf) -> Result<String> {
    let io = |error: std::io::Error| Error::io("read", path, &error);
    let file = std::fs::File::open(path).map_err(io)?;
    let mut bytes = vec![];
    file.take(LONGEST_TEXT + 1)
        .read_to_end(&mut bytes)
        .map_err(io)?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size > LONGEST_TEXT) {
        return Err(Error::usage(format!(
            "`{}` is longer than {} KiB",
            path.display(),
            LONGEST_TEXT / 1024
        )));
    }
    String::from_utf8(bytes).map_err(|_| {
        Error::usage(format!("`{}` is not UTF-8", path.display()))
            .hint("give the text as plain UTF-8")
    })
}

//! `audit anchor add`: takes in the response of a time-stamp authority.

use std::path::PathBuf;

use crate::base::clock::seconds_text;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::file_guard;
use crate::crypto::stamp::MAX_RESPONSE;
use crate::domain::audit::anchor::answer;

const EXAMPLES: [Example; 1] = [Example {
    what: "Take in what the authority answered",
    line: "optimactl audit anchor add log.tsr # ends with 13",
}];

/// Take in the response to a time-stamp request
///
/// Checks that it stamps the checkpoint of a request of this store, with that request's nonce, and keeps it. Does not
/// check whose signature it bears: that takes the authority's certificate, and is for
/// `openssl ts -verify -in FILE.tsr -data FILE.tsq.checkpoint -CAfile CA.pem`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl audit anchor create", "optimactl audit anchor list"],
))]
pub(crate) struct Args {
    /// The response (`.tsr`)
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let limit = u64::try_from(MAX_RESPONSE).unwrap_or(u64::MAX);
    if !args.file.exists() {
        return Err(Error::not_found(format!(
            "there is no file `{}`",
            args.file.display()
        )));
    }
    let response = file_guard::read_bytes(&args.file, limit).map_err(|error| match error.kind {
        Kind::Usage => Error::integrity("this is no time-stamp response").because(error),
        _ => error,
    })?;
    let core = ctx.open()?;
    let done = answer(&core, &response)?;
    let answered = done.value;
    let verb = match (answered.known, ctx.flags.dry_run) {
        (true, _) => "Known already: a time-stamp",
        (false, true) => "Would take in a time-stamp",
        (false, false) => "Took in a time-stamp",
    };
    let sentence = format!(
        "{verb} of {} for {}; its signature is not checked here",
        seconds_text(answered.stamped),
        count(answered.size, "event"),
    );
    ctx.answer(
        &ctx.change("audit-anchor-add", sentence)
            .event(done.event)
            .with("anchor", answered.anchor)
            .with("events", answered.size)
            .with("stamped", seconds_text(answered.stamped))
            .with("changed", !answered.known)
            .with("signature_checked", false),
    )
}

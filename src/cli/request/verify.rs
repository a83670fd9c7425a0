//! `request verify`: it is certain who asks.

use chrono::NaiveDate;

use super::shared;
use crate::base::email::EmailAddress;
use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::domain::request::{
    self, Proof,
    words::{Method, data_list},
};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "The person signed in again to confirm the request",
        line: "optimactl request verify R-2026-0001 --method sign-in --account tom",
    },
    Example {
        what: "Two things that the person told match",
        line: "optimactl request verify R-2026-0001 --method data-points --points phone,purchase",
    },
];

/// Record that it is certain who asks
///
/// Only that and how is kept, never a document: nothing can be attached. Ask for no more than is needed: whoever signs in
/// to the account is verified. `sign-in`, `two-factor`, `in-person`, `document` and `declaration` (signed under penalty
/// of perjury, with three data points) make it sure to a high degree, as specific pieces under the CCPA want it; `email`
/// and `data-points` make it reasonably sure. An agent with a power of attorney is as good as the person, a signed
/// permission reasonably sure. What a request says is wrong shows nothing. `sign-in` and `two-factor` need an account to
/// sign in to.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Refused, Kind::Conflict]].concat(),
    &["optimactl request build", "optimactl request deny"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// How it was made sure
    #[arg(long, value_name = "METHOD", value_parser = shared::methods())]
    method: String,
    /// Data of the person that matched what you hold: at least two for `data-points`, three for `declaration`
    #[arg(long, value_name = "DATA", value_delimiter = ',', value_parser = shared::data())]
    points: Vec<String>,
    /// Whose account it turned out to be, where the request named none
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// The address that the request came from, where it was closed meanwhile: only its digest was kept
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The day on which the proof came, where you had to ask for it; today if not given
    #[arg(long, value_name = "DATE")]
    answered: Option<NaiveDate>,
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let method = Method::parse(&args.method)?;
    let points = data_list(&args.points)?;
    let email = args.email.as_deref().map(EmailAddress::new).transpose()?;
    let proof = Proof {
        method,
        email: email.as_ref(),
        points: &points,
        account: args.account.as_deref(),
        came: args.answered,
    };
    let changed = request::verify(&core, &args.request, proof)?;
    drop(core);
    let verb = shared::tense(ctx, "Verified", "Would verify");
    let sentence = format!("{verb} who asks in {}", changed.value.reference);
    if changed.value.account.is_none() {
        ctx.ui
            .warn("no account belongs to this request: the bundle will say that none was found");
    }
    ctx.answer(&shared::stepped(ctx, "request-verify", sentence, &changed))
}

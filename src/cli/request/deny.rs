//! `request deny`: closed without an answer, with the reason that the person is told.

use serde::Serialize;

use super::shared;
use crate::base::error::Result;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Change, View};
use crate::domain::request::{
    self,
    words::{Code, Law},
};

const EXAMPLES: [Example; 1] = [Example {
    what: "Nobody could be sure who asks",
    line: "optimactl request deny R-2026-0001 --code insufficient-verification --text 'We could not confirm that you hold this account.'",
}];

/// Deny a request, and print what the person must be told
///
/// The letter holds your text and what the law adds: under the GDPR the right to complain and to go to court.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request show", "optimactl request fulfil"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
    /// Why
    #[arg(long, value_name = "CODE", value_parser = shared::codes())]
    code: String,
    /// Why, in plain words for the person
    #[arg(long, value_name = "TEXT")]
    text: String,
}

#[derive(Serialize)]
struct Denied {
    #[serde(flatten)]
    change: Change,
    letter: Vec<String>,
}

impl Answer for Denied {
    fn schema(&self) -> &'static str {
        "request-deny"
    }

    fn view(&self) -> View {
        let mut letter = vec![String::new(), "Tell the person:".to_owned()];
        letter.extend(self.letter.iter().map(|line| format!("  {line}")));
        View::Parts(vec![self.change.view(), View::Lines(letter)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let code = Code::parse(&args.code)?;
    let open = ctx.open()?;
    let changed = request::deny(&open, &args.request, code, &args.text)?;
    drop(open);
    let verb = shared::tense(ctx, "Denied", "Would deny");
    let row = &changed.value;
    let sentence = format!("{verb} {} ({})", row.reference, code.as_str());
    let letter = letter(ctx, Law::read(&row.law)?, &row.reference, args.text.trim());
    ctx.answer(&Denied {
        change: shared::stepped(ctx, "request-deny", sentence, &changed)
            .with("code", code.as_str())
            .with("bucket", code.bucket()),
        letter,
    })
}

fn letter(ctx: &Context, law: Law, reference: &str, text: &str) -> Vec<String> {
    let mut letter = vec![
        format!("We cannot meet your request {reference}."),
        text.to_owned(),
    ];
    if law.has_gdpr() {
        let authority = ctx.settings.text("controller.authority");
        let authority = authority.unwrap_or("a supervisory authority");
        letter.push(format!(
            "You can lodge a complaint with {authority} and seek a judicial remedy (Art. 12(4) GDPR)."
        ));
    }
    if law.has_ccpa() {
        letter.push("If you think this is wrong, tell us; you can also complain to the California Privacy Protection Agency.".to_owned());
    }
    letter
}

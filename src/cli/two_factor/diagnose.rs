//! `2fa diagnose`: why a code is not accepted.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::{Kind, Result};
use crate::base::text::safe;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::cli::secret_input::CodeInput;
use crate::domain::two_factor::{self, Diagnosis, Finding, Named};

const EXAMPLES: [Example; 1] = [Example {
    what: "Find out why a code is refused",
    line: "echo 740881 | optimactl 2fa diagnose zoe --code-stdin # ends with 6",
}];

/// Find out why a code is not accepted, without using it up
///
/// Tells a wrong clock (looked for an hour back and ahead), a code that was used, one of a factor that is
/// still pending, a recovery code and its number. Ends with 0 if the code would be accepted, with 6 if not. It
/// tells more than a check does: every try counts under the same counter as `optimactl 2fa verify`, waits like
/// one, and is recorded. There is no dry run. A code of a factor that was removed cannot be known.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[&examples::STORE[..], &[Kind::Rejected]].concat(),
    &["optimactl 2fa verify", "optimactl 2fa status"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "NAME")]
    name: String,
    #[command(flatten)]
    code: CodeInput,
}

#[derive(Serialize)]
struct Shown {
    account: String,
    id: String,
    /// Whether the code would be accepted now.
    accepted: bool,
    finding: &'static str,
    what: String,
    factor: Option<String>,
    number: Option<u64>,
    /// Seconds that the app's clock is ahead at least and at most; negative: behind.
    drift_from: Option<i64>,
    drift_to: Option<i64>,
    used: Option<String>,
    event: Option<u64>,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "2fa-diagnose"
    }

    fn view(&self) -> View {
        View::Lines(vec![self.what.clone()])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    ctx.refuse_dry_run("2fa diagnose")?;
    let typed = args.code.flags().read(ctx, "Code")?;
    let core = ctx.open()?;
    let diagnosis = two_factor::diagnose(&core, &args.name, &typed)?;
    let accepted = diagnosis.finding.would_be_accepted();
    ctx.answer_with(&shown(diagnosis), (!accepted).then_some(Kind::Rejected))
}

fn shown(diagnosis: Diagnosis) -> Shown {
    let finding = diagnosis.finding;
    let (factor, number, drift, used) = match &finding {
        Finding::Good(named) | Finding::Pending(named) => (Some(named), None, None, None),
        Finding::Used(named, at) => (Some(named), None, None, Some(*at)),
        Finding::Drift(named, from, to) => (Some(named), None, Some((*from, *to)), None),
        Finding::RecoveryGood(number) | Finding::RecoveryMisnumbered(number) => {
            (None, Some(*number), None, None)
        }
        Finding::RecoveryUsed(number, at) => (None, Some(*number), None, Some(*at)),
        _ => (None, None, None, None),
    };
    Shown {
        what: sentence(&finding, &diagnosis.name),
        accepted: finding.would_be_accepted(),
        finding: finding.as_str(),
        factor: factor.map(|named| named.id.clone()),
        number,
        drift_from: drift.map(|(from, _)| from),
        drift_to: drift.map(|(_, to)| to),
        used: used.map(seconds_text),
        account: diagnosis.name,
        id: diagnosis.account,
        event: diagnosis.event,
    }
}

fn sentence(finding: &Finding, name: &str) -> String {
    match finding {
        Finding::Good(named) => format!("The code of {} would be accepted", of(named)),
        Finding::Used(named, at) => format!(
            "The code of {} was used already: it, or a newer one; the newest used one began at {}",
            of(named),
            seconds_text(*at)
        ),
        Finding::Pending(named) => format!(
            "The code belongs to {}, which is still pending: confirm it with `optimactl 2fa confirm {}`",
            of(named),
            safe(name)
        ),
        Finding::Drift(named, from, to) => format!(
            "The code is one of {}, but {}: set the clock of the phone, or of this machine, right",
            of(named),
            drift(*from, *to)
        ),
        Finding::RecoveryGood(number) => {
            format!("Recovery code {number} was not used and would be accepted")
        }
        Finding::RecoveryUsed(number, at) => {
            format!("Recovery code {number} was used at {}", seconds_text(*at))
        }
        Finding::RecoveryMisnumbered(number) => {
            format!("This is recovery code {number}, but another number stands before it")
        }
        Finding::RecoveryUnknown => {
            "This is no recovery code of the present set: an older set is void".to_owned()
        }
        Finding::Misshapen => "No factor of the account has codes of this form".to_owned(),
        Finding::Unknown => format!(
            "This is no code of any factor of `{}`, within an hour back and ahead: another account's, a \
             removed factor's, or mistyped",
            safe(name)
        ),
        Finding::NoFactor => format!("`{}` has no second factor", safe(name)),
        Finding::Held => {
            "The code was not looked at: tries came too fast; wait and try the next code".to_owned()
        }
        Finding::Disabled => {
            "The code was not looked at: after too many failures the factor must be bound again"
                .to_owned()
        }
    }
}

fn of(named: &Named) -> String {
    match &named.label {
        Some(label) => format!("the factor `{}` ({})", safe(label), named.id),
        None => format!("the factor {}", named.id),
    }
}

/// `the app's clock is 65 to 94 seconds ahead`.
fn drift(from: i64, to: i64) -> String {
    let (least, most) = (from.abs().min(to.abs()), from.abs().max(to.abs()));
    let where_to = if from > 0 { "ahead" } else { "behind" };
    format!("the app's clock is {least} to {most} seconds {where_to}")
}

//! `2fa policy deadline`: one account's deadline, and the only way to move it.

use serde::Serialize;

use crate::base::clock::seconds_text;
use crate::base::error::Result;
use crate::base::period::Period;
use crate::base::text::safe;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::two_factor::policy;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "See by when an account needs a factor",
        line: "optimactl 2fa policy deadline tom",
    },
    Example {
        what: "Give somebody another week",
        line: "optimactl 2fa policy set admin --yes && optimactl 2fa policy deadline mira --extend 7d --reason 'on leave until Monday'",
    },
];

/// See or extend the deadline of one account
///
/// The extension counts from the deadline, or from now if it has passed: then signing in works again. It needs
/// a reason, which is recorded.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl 2fa policy report", "optimactl 2fa reset"],
))]
pub(crate) struct Args {
    /// The account: name, e-mail address or id
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// By how much, 1d to 366d
    #[arg(long, value_name = "PERIOD")]
    extend: Option<Period>,
}

#[derive(Serialize)]
struct Shown {
    account: String,
    deadline: Option<String>,
    role: Option<String>,
    extended: Option<String>,
    barred: Option<String>,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "2fa-policy-deadline"
    }

    fn view(&self) -> View {
        let name = safe(&self.account);
        let (Some(deadline), Some(role)) = (&self.deadline, &self.role) else {
            return View::Lines(vec![format!(
                "No second factor is missing that a rule requires of `{name}`"
            )]);
        };
        let mut fields = vec![
            ("account".to_owned(), self.account.clone()),
            ("needed by".to_owned(), deadline.clone()),
            ("required by".to_owned(), role.clone()),
        ];
        if let Some(extended) = &self.extended {
            fields.push(("extended".to_owned(), extended.clone()));
        }
        if let Some(barred) = &self.barred {
            fields.push(("barred".to_owned(), barred.clone()));
        }
        View::Record(fields)
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let Some(by) = args.extend else {
        let core = ctx.open()?;
        let (account, due) = policy::deadline(&core, &args.account)?;
        return ctx.answer(&Shown {
            account,
            deadline: due.as_ref().map(|due| seconds_text(due.deadline)),
            role: due.as_ref().map(|due| due.role.clone()),
            extended: due.as_ref().and_then(|due| due.extended).map(seconds_text),
            barred: due.as_ref().and_then(|due| due.barred).map(seconds_text),
        });
    };
    let reason = ask::reason(ctx)?;
    ctx.flags.reason = Some(reason);
    let core = ctx.open()?;
    let done = policy::extend(&core, &args.account, by)?;
    let extended = done.value;
    let verb = if ctx.flags.dry_run {
        "Would extend"
    } else {
        "Extended"
    };
    let until = seconds_text(extended.deadline);
    let sentence = format!(
        "{verb} the deadline of `{}` to {until}{}",
        safe(&extended.name),
        if extended.unbarred {
            "; signing in works again"
        } else {
            ""
        }
    );
    ctx.answer(
        &ctx.change("2fa-policy-deadline", sentence)
            .id(extended.account)
            .event(done.event)
            .with("deadline", until)
            .with("unbarred", extended.unbarred),
    )
}

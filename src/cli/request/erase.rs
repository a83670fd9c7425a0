//! `request erase`: what was planned and approved is erased, and searched for.

use super::certificate::Shown;
use super::shared;
use crate::base::error::{Error, Kind, Result};
use crate::base::text::count;
use crate::cli::ask;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::progress::{Meter, Unit};
use crate::cli::render::{Answer, Change, View};
use crate::cli::sources;
use crate::domain::erasure;
use crate::domain::request::{self, Erased, State};

const EXAMPLES: [Example; 1] = [Example {
    what: "Erase what was approved",
    line: "optimactl request erase R-2026-0012 --confirm R-2026-0012",
}];

/// Erase the person of a request for good
///
/// Severe: it wants the reference typed. First the rights journal gets its line, so that every restore from then on erases
/// the person again, and nobody signs in any more; then rows, secrets and notices go, and the personal values of the
/// person's events in the audit log, whose proofs stay; then the store is searched for addresses, and for names where
/// people write. Values of the log with an address go, too; those with a name alone are told: it may be somebody else's.
/// Last each data source of the configuration is asked to erase the person; one that fails is told (exit 3), and asked again
/// by the next run. What a hold keeps stays and is said. A run that was cut short goes on where it stood when it is run again, and one that
/// was not searches again. Afterwards tell the recipients, and close the request with `request fulfil`.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[examples::STORE.as_slice(), &[Kind::Partial]].concat(),
    &["optimactl request plan", "optimactl request certificate", "optimactl request fulfil"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

#[derive(serde::Serialize)]
struct Done {
    #[serde(flatten)]
    change: Change,
    #[serde(flatten)]
    shown: Shown,
}

impl Answer for Done {
    fn schema(&self) -> &'static str {
        self.change.schema()
    }

    fn view(&self) -> View {
        View::Parts(vec![self.change.view(), self.shown.view()])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let sources = sources::declared(ctx)?;
    let core = ctx.open()?;
    let (reference, state) = request::whereabouts(&core, &args.request)?;
    drop(core);
    if state == State::Ready && !ctx.flags.dry_run {
        let what = format!(
            "This erases the person of {reference} for good: account, secrets, sessions, notices, and what the audit log knows of them."
        );
        ask::confirm_name(ctx, &what, &reference)?;
    }
    let mut meter = Meter::new(ctx, "searching for what is left", Unit::Items);
    let core = ctx.open()?;
    let done = request::erase(&core, &args.request, &sources, &mut |progress| {
        meter.report(progress);
    })?;
    let left = erasure::uncut(&core, &done.certificate)?;
    drop(meter);
    drop(core);
    let row = &done.row;
    if let Some(kept) = &done.kept {
        ctx.ui.alert(kept);
    }
    sources::tell(ctx, &done.failures);
    let sentence = sentence(ctx, &done);
    let change = ctx
        .change("request-erase", sentence)
        .id(row.id.as_str())
        .with("reference", row.reference.as_str())
        .with("state", row.state.as_str());
    let shown =
        Shown::of(row, done.approval.clone(), (&done.certificate, &done.runs))?.with_copies(left);
    let exit = (!done.failures.is_empty()).then_some(Kind::Partial);
    ctx.answer_with(&Done { change, shown }, exit)
}

/// What was done, what is left, and what comes next.
fn sentence(ctx: &Context, done: &Erased) -> String {
    let row = &done.row;
    let (went, residue) = (&done.certificate.went, &done.certificate.residue);
    let reference = &row.reference;
    let sentence = if ctx.flags.dry_run {
        format!("Would erase what the plan of {reference} says")
    } else {
        let rows: u64 = went.rows.values().sum();
        let left = match residue.total() {
            0 if residue.mentioned > 0 => format!(
                "{} of events about others may name the person",
                count(i128::from(residue.mentioned), "value")
            ),
            0 => "nothing is left in this store".to_owned(),
            left => format!("still there in {}", count(i128::from(left), "place")),
        };
        format!(
            "Erased {} and {} for {reference}; {left}",
            count(i128::from(rows), "row"),
            count(i128::from(went.values + went.found), "personal value"),
        )
    };
    let failed: Vec<&str> = done
        .failures
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    match shared::next(row) {
        _ if !failed.is_empty() => format!(
            "{sentence}; still to be erased: {}; mend it, and next: optimactl request erase {reference}",
            failed.join(", ")
        ),
        Some(next) if !ctx.flags.dry_run => {
            format!("{sentence}; next: {}", shared::line(next, reference))
        }
        _ => sentence,
    }
}

/// What is asked for when nothing names when backups go.
pub(super) fn gone_by(
    ctx: &Context,
    now: crate::base::clock::Time,
) -> Result<crate::base::clock::Time> {
    let within = ctx.settings.period("requests.backups_gone_within")?;
    let then = within.after(now);
    if then <= now {
        return Err(
            Error::usage("`requests.backups_gone_within` is no time at all")
                .hint("set how long backups that hold an erased person stay: `90d`"),
        );
    }
    Ok(then)
}

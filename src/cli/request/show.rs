//! `request show`: one request with its dates, steps and bundles.

use serde::Serialize;

use super::list::{self, Item};
use super::shared;
use crate::base::clock::{Time, seconds_text};
use crate::base::error::Result;
use crate::base::period::Period;
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::cli::sources::{self, SourceShown};
use crate::domain::request::kind::Pace;
use crate::domain::request::words::Type;
use crate::domain::request::{self, Clocks, History, keeping};
use crate::store::request::{BundleRow, StepRow};

const EXAMPLES: [Example; 1] = [Example {
    what: "See where a request stands",
    line: "optimactl request show R-2026-0001",
}];

/// Show a request: its dates, steps and bundles, what data sources answered
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &examples::STORE,
    &["optimactl request list", "optimactl audit show"],
))]
pub(crate) struct Args {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    request: String,
}

#[derive(Serialize)]
struct Shown {
    id: String,
    #[serde(flatten)]
    item: Item,
    email: Option<String>,
    channel: String,
    zone: String,
    calendar: String,
    verified_how: Option<String>,
    level: Option<String>,
    contested: Option<String>,
    agent: Option<String>,
    agent_proof: Option<String>,
    outcome: Option<String>,
    answered: Option<String>,
    fee: Option<String>,
    duplicate_of: Option<String>,
    foreign_id: Option<String>,
    code: Option<String>,
    text: Option<String>,
    clocks: Clocks,
    steps: Vec<Done>,
    questions: Vec<Question>,
    bundles: Vec<Bundle>,
    sources: Vec<SourceShown>,
}

#[derive(Serialize)]
struct Done {
    at: String,
    step: String,
    state: String,
    note: Option<String>,
    event: i64,
    operator: Option<String>,
}

/// Something that the person was asked; the days until the answer may be added to the GDPR's.
#[derive(Serialize)]
struct Question {
    kind: String,
    asked: String,
    answered: Option<String>,
}

#[derive(Serialize)]
struct Bundle {
    number: u32,
    built: String,
    file: String,
    bytes: u64,
    file_sha256: String,
    manifest_sha256: String,
    recipient: String,
    channel: Option<String>,
    delivered: Option<String>,
    /// Until when the file may be kept; none: it is gone.
    delete_by: Option<String>,
    overdue: bool,
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "request-show"
    }

    fn view(&self) -> View {
        let mut parts = vec![View::Record(self.fields())];
        let mut steps = Table::new(&["at", "step", "state", "note", "event", "by"]);
        for step in &self.steps {
            steps.row([
                step.at.clone(),
                step.step.clone(),
                step.state.clone(),
                step.note.clone().unwrap_or_default(),
                step.event.to_string(),
                step.operator.clone().unwrap_or_default(),
            ]);
        }
        parts.push(View::Table(steps));
        if !self.questions.is_empty() {
            let mut questions = Table::new(&["question about", "asked", "answered"]);
            for question in &self.questions {
                let what = match question.kind.as_str() {
                    "identity" => "identity",
                    _ => "what is meant",
                };
                let answered = question.answered.as_deref().unwrap_or("not yet");
                questions.row([what, &question.asked, answered]);
            }
            parts.push(View::Table(questions));
        }
        if !self.bundles.is_empty() {
            let header = [
                "file",
                "built",
                "encrypted to",
                "delivered",
                "through",
                "delete by",
            ];
            let mut bundles = Table::new(&header);
            for bundle in &self.bundles {
                bundles.row([
                    bundle.file.clone(),
                    bundle.built.clone(),
                    bundle.recipient.clone(),
                    bundle.delivered.clone().unwrap_or_default(),
                    bundle.channel.clone().unwrap_or_default(),
                    match &bundle.delete_by {
                        Some(day) if bundle.overdue => format!("{day} OVERDUE"),
                        Some(day) => day.clone(),
                        None => "gone".to_owned(),
                    },
                ]);
            }
            parts.push(View::Table(bundles));
        }
        parts.extend(sources::table(&self.sources).map(View::Table));
        View::Parts(parts)
    }
}

impl Shown {
    /// 15 business days and nothing else (11 CCR §§7026(f), 7027(g)).
    fn is_opt_out(&self) -> bool {
        Type::read(&self.item.kind).is_ok_and(|kind| kind.facts().pace == Pace::OptOut)
    }

    fn gdpr(&self) -> Option<String> {
        let dates = self.clocks.gdpr.as_ref()?;
        Some(format!(
            "act by {}, due {}, extended {}",
            dates.act_by, dates.due, dates.due_extended
        ))
    }

    fn ccpa(&self) -> Option<String> {
        let dates = self.clocks.ccpa.as_ref()?;
        if self.is_opt_out() {
            return Some(format!(
                "act by {}, due {}",
                dates.optout_strict, dates.optout
            ));
        }
        Some(format!(
            "acknowledge by {} (strict {}), due {}, extended {}",
            dates.ack, dates.ack_strict, dates.due, dates.due_extended
        ))
    }

    fn fields(&self) -> Vec<(String, String)> {
        let item = &self.item;
        let subject = item.name.as_ref().or(item.account.as_ref());
        let mut fields = vec![
            ("reference", Some(item.reference.clone())),
            ("type", Some(format!("{} ({})", item.kind, item.law))),
            ("state", Some(item.state.clone())),
            ("account", subject.cloned()),
            ("e-mail", self.email.clone()),
            (
                "received",
                Some(format!("{} ({})", item.received_local, self.channel)),
            ),
            ("contested", self.contested.clone()),
            ("agent", self.agent.clone()),
            ("agent showed", self.agent_proof.clone()),
            (
                "verified",
                self.verified_how.clone().map(|how| match &self.level {
                    Some(level) => format!("{how} ({level})"),
                    None => how,
                }),
            ),
            ("fee", self.fee.clone()),
            ("duplicate of", self.duplicate_of.clone()),
            ("earlier id", self.foreign_id.clone()),
        ];
        fields.push(("GDPR", self.gdpr()));
        fields.push(("CCPA", self.ccpa()));
        fields.extend([
            ("outcome", self.outcome.clone()),
            ("closed", item.closed.clone()),
            ("code", self.code.clone()),
            ("text", self.text.clone()),
            (
                "flags",
                Some(item.flags.join(" ")).filter(|flags| !flags.is_empty()),
            ),
        ]);
        let present = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value?)));
        present.collect()
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let History {
        request,
        steps,
        pauses,
        bundles,
        sources,
    } = request::show(&core, &args.request)?;
    let now = core.now();
    let item = list::item(&request, now)?;
    drop(core);
    let row = request.row;
    let bundles = told(bundles, &steps, (&shared::keep(ctx)?, now));
    let steps = steps.into_iter().map(|step| Done {
        at: seconds_text(step.at),
        step: step.step,
        state: step.state,
        note: step.note,
        event: step.event,
        operator: step.operator,
    });
    let questions = pauses.into_iter().map(|pause| Question {
        kind: pause.kind,
        asked: pause.asked,
        answered: pause.answered,
    });
    ctx.answer(&Shown {
        id: row.id,
        item,
        email: row.email,
        channel: row.channel,
        zone: row.zone,
        calendar: row.calendar,
        verified_how: row.verified_how,
        level: row.level,
        contested: row.contested,
        agent: row.agent,
        agent_proof: row.agent_proof,
        outcome: row.outcome,
        answered: row.answered.map(seconds_text),
        fee: row.fee,
        duplicate_of: row.duplicate_of,
        foreign_id: row.foreign_id,
        code: row.code,
        text: row.text,
        clocks: request.clocks,
        steps: steps.collect(),
        questions: questions.collect(),
        bundles,
        sources: sources.iter().map(SourceShown::of).collect(),
    })
}

fn told(bundles: Vec<BundleRow>, steps: &[StepRow], (keep, now): (&Period, Time)) -> Vec<Bundle> {
    let told = bundles.into_iter().map(|bundle| {
        let by = keeping::delete_by(&bundle, keep);
        let left = !keeping::is_gone(&bundle, steps);
        Bundle {
            delete_by: left.then(|| seconds_text(by)),
            overdue: left && by <= now,
            number: bundle.number,
            built: seconds_text(bundle.built),
            file: bundle.file,
            bytes: bundle.bytes,
            file_sha256: bundle.file_sha256,
            manifest_sha256: bundle.manifest_sha256,
            recipient: bundle.recipient,
            channel: bundle.channel,
            delivered: bundle.delivered.map(seconds_text),
        }
    });
    told.collect()
}

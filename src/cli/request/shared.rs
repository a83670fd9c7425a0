//! What the commands of requests share: whose days count, words as accepted values, the closing sentence.

use chrono_tz::Tz;
use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::base::error::{Error, Result};
use crate::base::period::Period;
use crate::base::text;
use crate::cli::context::{Context, Exit};
use crate::cli::holidays;
use crate::cli::render::Change;
use crate::cli::settings::Origin;
use crate::domain::audit::Changed;
use crate::domain::calendar::{CALIFORNIA, Calendar};
use crate::domain::request::state::next_command;
use crate::domain::request::words::{AgentProof, Channel, Code, Datum, Law, Method, Telling, Type};
use crate::domain::request::{Paused, State};
use crate::store::request::RequestRow;

/// A request, and how something about it was said.
#[derive(clap::Args)]
pub(super) struct Said {
    /// The request's reference
    #[arg(value_name = "REFERENCE")]
    pub(super) request: String,
    /// The channel on which it was said
    #[arg(long, value_name = "CHANNEL", value_parser = channels(), default_value = "email")]
    channel: String,
}

impl Said {
    pub(super) fn channel(&self) -> Result<Channel> {
        Channel::parse(&self.channel)
    }
}

pub(super) fn channels() -> PossibleValuesParser {
    PossibleValuesParser::new(Channel::ALL.iter().map(|word| word.as_str()))
}

pub(super) fn methods() -> PossibleValuesParser {
    PossibleValuesParser::new(Method::ALL.iter().map(|word| word.as_str()))
}

pub(super) fn codes() -> PossibleValuesParser {
    let words = Code::ALL.iter();
    PossibleValuesParser::new(
        words.map(|word| PossibleValue::new(word.as_str()).help(word.meaning())),
    )
}

pub(super) fn types() -> PossibleValuesParser {
    let words = Type::ALL.iter();
    PossibleValuesParser::new(
        words.map(|word| PossibleValue::new(word.as_str()).help(word.facts().source)),
    )
}

pub(super) fn data() -> PossibleValuesParser {
    PossibleValuesParser::new(Datum::ALL.iter().map(|word| word.as_str()))
}

pub(super) fn proofs() -> PossibleValuesParser {
    PossibleValuesParser::new(AgentProof::ALL.iter().map(|word| word.as_str()))
}

pub(super) fn tellings() -> PossibleValuesParser {
    PossibleValuesParser::new(Telling::ALL.iter().map(|word| word.as_str()))
}

pub(super) fn laws() -> PossibleValuesParser {
    PossibleValuesParser::new(Law::ALL.iter().map(|word| word.as_str()))
}

/// Whose holidays and whose midnight count: flags, then configuration, then what the law itself says. The store is
/// opened only for a calendar that is not compiled in.
pub(super) fn place(
    ctx: &mut Context,
    law: Law,
    calendar: Option<&str>,
    zone: Option<&str>,
) -> Result<(Calendar, Tz)> {
    let configured = ctx.settings.text("controller.calendar").map(str::to_owned);
    let code = match (calendar, law) {
        (Some(code), _) => code.to_owned(),
        // California counts by its own days, wherever the controller is.
        (None, Law::Ccpa) => CALIFORNIA.to_owned(),
        (None, _) => configured.ok_or_else(|| {
            Error::usage("it is not said whose public holidays count").hint(
                "give `--calendar DE`, or set `controller.calendar` in the configuration; `optimactl calendar show` lists them",
            )
        })?,
    };
    let calendar = holidays::calendar(ctx, &code)?;
    let zone = zone_of(ctx, zone)?.unwrap_or_else(|| calendar.zone());
    Ok((calendar, zone))
}

/// How long the file of a bundle may be kept.
pub(super) fn keep(ctx: &Context) -> Result<Period> {
    ctx.settings.text("bundle.keep").unwrap_or("30d").parse()
}

/// The controller's time zone, where a flag or the configuration names one.
pub(super) fn zone_of(ctx: &Context, flag: Option<&str>) -> Result<Option<Tz>> {
    let name = "controller.timezone";
    let is_set = !matches!(ctx.settings.origin(name), Origin::Default);
    let configured = ctx.settings.text(name).filter(|_| is_set);
    let Some(typed) = flag.or(configured) else {
        return Ok(None);
    };
    let zone = typed.parse().map_err(|_| {
        let error = Error::usage(format!("there is no time zone `{}`", text::safe(typed)));
        let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
        match text::did_you_mean(typed, names) {
            Some(near) => error.hint(near),
            None => error.hint("give an IANA name such as `Europe/Berlin`"),
        }
    })?;
    Ok(Some(zone))
}

/// The answer after a step: what is, and the command that comes next.
pub(super) fn stepped(
    ctx: &Context,
    schema: &'static str,
    sentence: String,
    changed: &Changed<RequestRow>,
) -> Change {
    let row = &changed.value;
    let next = next(row);
    let sentence = match next {
        Some(next) if !ctx.flags.dry_run => {
            format!("{sentence}; next: {}", line(next, &row.reference))
        }
        _ => sentence,
    };
    ctx.change(schema, sentence)
        .id(row.id.as_str())
        .event(changed.event)
        .with("reference", row.reference.as_str())
        .with("state", row.state.as_str())
        .with("flags", flags(row))
        .with("next", next)
}

/// The command that usually comes next.
pub(super) fn next(row: &RequestRow) -> Option<&'static str> {
    let facts = Type::read(&row.kind).ok()?.facts();
    let state = match State::read(&row.state).ok()? {
        // The decision does not stand, and it is certain already who asks.
        State::Reversed if row.verified.is_some() => State::Verified,
        state => state,
    };
    next_command(state, &facts)
}

/// The answer after a question: whether the clock stands.
pub(super) fn paused(
    ctx: &mut Context,
    schema: &'static str,
    sentence: String,
    asked: Changed<Paused>,
) -> Result<Exit> {
    let runs_on = asked.value.runs_on;
    let changed = Changed {
        value: asked.value.row,
        event: asked.event,
    };
    if let Some(why) = &runs_on {
        ctx.ui.warn(why);
    }
    let change = stepped(ctx, schema, sentence, &changed).with("clock_runs_on", runs_on);
    ctx.answer(&change)
}

/// The command line of the next step, with the flags that it needs. What nobody established yet is left to be filled in: a
/// line that is copied would record it.
pub(super) fn line(next: &str, reference: &str) -> String {
    let flags = match next {
        "verify" => " --method METHOD",
        "build" => " --passphrase --output DIR",
        "deliver" => " --channel CHANNEL",
        "rectify" => " --FIELD VALUE",
        "tell-recipients" => " --count N",
        "decide" => " --uphold|--reverse --text 'WHY'",
        _ => "",
    };
    format!("optimactl request {next} {reference}{flags}")
}

pub(super) fn flags(row: &RequestRow) -> Vec<String> {
    let flags = row.flags.split(',').filter(|flag| !flag.is_empty());
    flags.map(str::to_owned).collect()
}

/// `Did` or `Would have done`, as the run was.
pub(super) const fn tense(ctx: &Context, done: &'static str, would: &'static str) -> &'static str {
    if ctx.flags.dry_run { would } else { done }
}

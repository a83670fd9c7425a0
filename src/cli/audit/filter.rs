//! The filters that list, count and export share: flags as typed become one query.

use chrono_tz::Tz;

use crate::base::error::{Error, Result};
use crate::base::period::parse_when;
use crate::base::text::{did_you_mean, safe};
use crate::cli::context::Context;
use crate::domain::audit::expression::Expression;
use crate::domain::audit::network::Network;
use crate::domain::audit::query::Query;
use crate::domain::audit::{Outcome, Severity};
use crate::store::audit::Order;

#[derive(clap::Args, Clone, Default)]
#[command(next_help_heading = "Filters")]
pub(crate) struct Filter {
    /// Events from this time on: RFC 3339, a date, or a period back from now (`7d`)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,
    /// Events before this time
    #[arg(long, value_name = "TIME")]
    until: Option<String>,
    /// Who acted: an account's name, address or id, or another name; can be repeated
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// On whom or what: a name or an id; can be repeated
    #[arg(long, value_name = "NAME")]
    target: Vec<String>,
    /// What was done: `auth.login`, or `auth.*` for all of a noun; can be repeated
    #[arg(long, value_name = "ACTION")]
    action: Vec<String>,
    /// How it ended: success, failure, refused, intent; can be repeated
    #[arg(long, value_name = "OUTCOME")]
    outcome: Vec<String>,
    /// How much it matters: info, low, medium, high, critical; also `>=high`
    #[arg(long, value_name = "SEVERITY")]
    severity: Vec<String>,
    /// Which program told it; can be repeated
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
    /// Only these numbers: `17`, `100..200` (both included), `100..`
    #[arg(long, value_name = "A..B")]
    seq: Option<String>,
    /// A field with this value; can be repeated
    #[arg(long, value_name = "FIELD=VALUE")]
    field: Vec<String>,
    /// From this address or network; can be repeated
    #[arg(long, value_name = "CIDR")]
    ip: Vec<String>,
    /// This text anywhere in the event, upper and lower case alike
    #[arg(long, value_name = "TEXT")]
    grep: Option<String>,
    /// An expression over all of it: `outcome=failure and (actor=tom or severity>=high)`
    ///
    /// Fields: seq, time, recorded, action, actor and target (a name or an id), source, via, outcome, severity,
    /// request, ticket, ip, `user_agent`, note, reason, error. Dates begin in UTC. See optimactl-filter(7)
    #[arg(long = "filter", value_name = "EXPR")]
    expression: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// In the other order
    #[arg(long)]
    reverse: bool,
}

impl Filter {
    /// What was typed, in the order that the command shows by itself unless `--reverse` turns it.
    pub(crate) fn query(&self, ctx: &Context, order: Order) -> Result<Query> {
        let now = ctx.clock.now();
        // Dates without a zone begin where the other times of the program do: in UTC.
        let time = |typed: &Option<String>| {
            typed
                .as_deref()
                .map(|typed| parse_when(typed, now, &Tz::UTC))
                .transpose()
        };
        let (since, until) = (time(&self.since)?, time(&self.until)?);
        if let (Some(since), Some(until)) = (since, until)
            && since >= until
        {
            return Err(Error::usage("`--since` is not before `--until`"));
        }
        let filter = self.expression.as_deref();
        let filter = filter
            .map(|typed| Expression::parse(typed, now))
            .transpose()?;
        let mut query = Query {
            since,
            until,
            actors: self.actor.clone(),
            targets: self.target.clone(),
            actions: self.action.clone(),
            sources: self.source.clone(),
            outcomes: self
                .outcome
                .iter()
                .map(|typed| outcome(typed))
                .collect::<Result<_>>()?,
            severities: severities(&self.severity)?,
            numbers: self.seq.as_deref().map(numbers).transpose()?,
            fields: self
                .field
                .iter()
                .map(|typed| pair(typed))
                .collect::<Result<_>>()?,
            networks: self
                .ip
                .iter()
                .map(|typed| typed.parse::<Network>())
                .collect::<Result<_>>()?,
            grep: self.grep.clone(),
            filter: filter.clone(),
            limit: self.limit,
            order: if self.reverse { turned(order) } else { order },
            ..Query::default()
        };
        if let Some(filter) = filter {
            filter.narrow(&mut query);
        }
        Ok(query)
    }
}

const fn turned(order: Order) -> Order {
    match order {
        Order::OldestFirst => Order::NewestFirst,
        Order::NewestFirst => Order::OldestFirst,
    }
}

fn unknown<'a>(noun: &str, typed: &str, known: impl Iterator<Item = &'a str>) -> Error {
    let known: Vec<&str> = known.collect();
    let error = Error::usage(format!("`{}` is no {noun}", safe(typed)));
    match did_you_mean(typed, known.iter().copied()) {
        Some(near) => error.hint(near),
        None => error.hint(format!("one of {}", known.join(", "))),
    }
}

pub(super) fn outcome(typed: &str) -> Result<Outcome> {
    let mut all = Outcome::ALL.into_iter();
    all.find(|outcome| outcome.as_str() == typed)
        .ok_or_else(|| unknown("outcome", typed, Outcome::ALL.iter().map(|o| o.as_str())))
}

pub(super) fn severity(typed: &str) -> Result<Severity> {
    let mut all = Severity::ALL.into_iter();
    all.find(|severity| severity.as_str() == typed)
        .ok_or_else(|| unknown("severity", typed, Severity::ALL.iter().map(|s| s.as_str())))
}

fn severities(typed: &[String]) -> Result<Vec<Severity>> {
    let mut wanted = vec![];
    for text in typed {
        let fits: fn(Severity, Severity) -> bool;
        let word = if let Some(word) = text.strip_prefix(">=") {
            fits = |found, bound| found >= bound;
            word
        } else if let Some(word) = text.strip_prefix("<=") {
            fits = |found, bound| found <= bound;
            word
        } else {
            fits = |found, bound| found == bound;
            text
        };
        let bound = severity(word.trim())?;
        wanted.extend(
            Severity::ALL
                .into_iter()
                .filter(|found| fits(*found, bound)),
        );
    }
    Ok(wanted)
}

/// `17`, `100..200`, `100..`, `..200`; both ends belong to it, because a person counts them.
pub(super) fn numbers(typed: &str) -> Result<(u64, u64)> {
    let wrong = || {
        Error::usage(format!("`{}` is no range of event numbers", safe(typed)))
            .hint("write `17`, `100..200` or `100..`")
    };
    let number = |text: &str, missing: u64| match text {
        "" => Ok(missing),
        text => text.parse::<u64>().map_err(|_| wrong()),
    };
    let (first, last) = match typed.split_once("..") {
        Some((first, last)) => (number(first, 0)?, number(last, u64::MAX)?),
        None if typed.is_empty() => return Err(wrong()),
        None => {
            let only = number(typed, 0)?;
            (only, only)
        }
    };
    if first > last {
        return Err(wrong());
    }
    Ok((first, last.saturating_add(1)))
}

pub(super) fn pair(typed: &str) -> Result<(String, String)> {
    match typed.split_once('=') {
        Some((field, value)) if !field.is_empty() => Ok((field.to_owned(), value.to_owned())),
        _ => Err(
            Error::usage(format!("`{}` is no field with a value", safe(typed)))
                .hint("write `--field NAME=VALUE`"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_both_ends() {
        assert_eq!(numbers("17").unwrap(), (17, 18));
        assert_eq!(numbers("1..3").unwrap(), (1, 4));
        assert_eq!(numbers("5..").unwrap(), (5, u64::MAX));
        for wrong in ["", "a", "3..1", "-1", "1...2"] {
            assert!(numbers(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_help_names_every_field_of_a_filter() {
        let command = <Filter as clap::Args>::augment_args(clap::Command::new("list"));
        let filter = command
            .get_arguments()
            .find(|arg| arg.get_id() == "expression");
        let help = filter.unwrap().get_long_help().unwrap().to_string();
        let (_, fields) = help.split_once("Fields:").unwrap();
        let words: Vec<&str> = fields.split([' ', ',', '.', '\n', '`']).collect();
        for field in crate::domain::audit::expression::FIELDS {
            assert!(words.contains(&field.name), "{}", field.name);
        }
    }

    #[test]
    fn severities_compare() {
        let of = |text: &str| severities(&[text.to_owned()]).unwrap();
        assert_eq!(of(">=high"), [Severity::High, Severity::Critical]);
        assert_eq!(of("<=low"), [Severity::Info, Severity::Low]);
        assert_eq!(of("medium"), [Severity::Medium]);
        let error = severities(&[">=hgih".to_owned()]).unwrap_err();
        assert_eq!(error.hint.as_deref(), Some("did you mean `high`?"));
    }
}

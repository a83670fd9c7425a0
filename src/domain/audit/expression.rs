//! `--filter` for events: the one query grammar over what an event shows. What the whole of it demands is handed to
//! the search by columns; everything is compared with each event all the same.

use std::fmt;
use std::rc::Rc;

use chrono_tz::Tz;

use super::event::{Outcome, Severity};
use super::query::Query;
use super::shown::Shown;
use crate::base::clock::{self, Time};
use crate::base::error::{Error, Result};
use crate::domain::filter::{Field, Filter, Form, Found, Shape, Sign, Test};

const OUTCOMES: &[&str] = &[
    Outcome::Success.as_str(),
    Outcome::Failure.as_str(),
    Outcome::Refused.as_str(),
    Outcome::Intent.as_str(),
];
/// Lowest first: a row holds the number of its severity.
const SEVERITIES: &[&str] = &[
    Severity::Info.as_str(),
    Severity::Low.as_str(),
    Severity::Medium.as_str(),
    Severity::High.as_str(),
    Severity::Critical.as_str(),
];

type Get = fn(&Shown, Time) -> Found;

const fn field(name: &'static str, form: Form, get: Get) -> Field<Shown> {
    Field { name, form, get }
}

/// What an event can be asked for.
pub const FIELDS: [Field<Shown>; 17] = [
    field("seq", Form::Number, |event, _| number(event.seq)),
    field("time", Form::Time, |event, _| time(&event.ts)),
    field("recorded", Form::Time, |event, _| time(&event.rts)),
    field("action", Form::Text, |event, _| text(&event.action)),
    field("actor", Form::Text, |event, _| {
        party(Some(&event.actor), event.actor_name.as_ref())
    }),
    field("target", Form::Text, |event, _| {
        party(event.target.as_ref(), event.target_name.as_ref())
    }),
    field("source", Form::Text, |event, _| text(&event.source)),
    field("via", Form::Text, |event, _| named(event, "via")),
    field("outcome", Form::Word(OUTCOMES), |event, _| {
        text(&event.outcome)
    }),
    field("severity", Form::Rank(SEVERITIES), |event, _| {
        rank(&event.severity)
    }),
    field("request", Form::Text, |event, _| named(event, "request")),
    field("ticket", Form::Text, |event, _| named(event, "ticket")),
    field("ip", Form::Text, |event, _| named(event, "ip")),
    field("user_agent", Form::Text, |event, _| {
        named(event, "user_agent")
    }),
    field("note", Form::Text, |event, _| named(event, "note")),
    field("reason", Form::Text, |event, _| named(event, "reason")),
    field("error", Form::Text, |event, _| named(event, "error")),
];

fn text(text: &str) -> Found {
    Found::text(Some(text))
}

fn number(number: u64) -> Found {
    Found::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn time(text: &str) -> Found {
    Found::time(clock::parse(text).ok())
}

fn party(id: Option<&String>, name: Option<&String>) -> Found {
    Found::Many(id.into_iter().chain(name).cloned().collect())
}

fn rank(word: &str) -> Found {
    let mut all = Severity::ALL.into_iter();
    all.find(|severity| severity.as_str() == word)
        .map_or(Found::Nothing, |severity| {
            Found::Number(severity.number().into())
        })
}

fn named(event: &Shown, name: &str) -> Found {
    Found::text(event.field(name).as_deref())
}

/// A filter that was understood.
#[derive(Clone)]
pub struct Expression(Rc<Filter<Shown>>);

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.shape().fmt(f)
    }
}

impl Expression {
    pub fn parse(typed: &str, now: Time) -> Result<Self> {
        let filter = Filter::parse(typed, &FIELDS, now, &Tz::UTC)?;
        if names_network(&filter.shape()) {
            return Err(Error::usage(
                "`ip` in `--filter` is one address, or its beginning with `*`",
            )
            .hint("name a network with `--ip 203.0.113.0/24` beside the filter"));
        }
        Ok(Self(Rc::new(filter)))
    }

    pub fn matches(&self, event: &Shown) -> bool {
        self.0.matches(event)
    }

    /// Puts into the query what every event that fits must have, as far as nothing else was asked for there.
    pub fn narrow(&self, query: &mut Query) {
        for term in terms(self.0.shape()) {
            match term {
                Shape::Compare(name, test) => compare(query, name, test),
                Shape::Any(shapes) => either(query, &shapes),
                _ => {}
            }
        }
    }
}

/// A network would be compared as a text, and found nowhere.
fn names_network(shape: &Shape<'_>) -> bool {
    match shape {
        Shape::Any(shapes) | Shape::All(shapes) => shapes.iter().any(names_network),
        Shape::Not(shape) => names_network(shape),
        Shape::Compare(name, Test::Text(_, value)) => *name == "ip" && value.contains('/'),
        Shape::Compare(..) => false,
    }
}

/// The parts that all have to hold.
fn terms(shape: Shape<'_>) -> Vec<Shape<'_>> {
    match shape {
        Shape::All(shapes) => shapes.into_iter().flat_map(terms).collect(),
        Shape::Any(mut shapes) if shapes.len() == 1 => shapes.pop().map(terms).unwrap_or_default(),
        other => vec![other],
    }
}

/// `action in (a, b)`: one of several values of one field.
fn either(query: &mut Query, shapes: &[Shape<'_>]) {
    let mut words = vec![];
    let mut field = None;
    for shape in shapes {
        let Shape::Compare(name, Test::Text(Sign::Is, word)) = shape else {
            return;
        };
        if *field.get_or_insert(*name) != *name {
            return;
        }
        words.push(word.clone());
    }
    if let Some(name) = field {
        one_of(query, name, words);
    }
}

fn compare(query: &mut Query, name: &str, test: &Test) {
    match test {
        Test::Text(Sign::Is, word) => one_of(query, name, vec![word.clone()]),
        Test::Number(sign, wanted) if name == "severity" && query.severities.is_empty() => {
            let fits = |severity: &Severity| {
                Test::Number(*sign, *wanted).holds(&Found::Number(severity.number().into()))
            };
            query.severities = Severity::ALL.into_iter().filter(fits).collect();
        }
        Test::Number(sign, wanted) if name == "seq" => numbers(query, *sign, *wanted),
        Test::Time(sign, first, end) if name == "time" => times(query, *sign, (*first, *end)),
        _ => {}
    }
}

/// A word with `*` is only compared: elsewhere the star has another meaning.
fn one_of(query: &mut Query, name: &str, words: Vec<String>) {
    if words.iter().any(|word| word.contains('*')) {
        return;
    }
    let list = match name {
        "action" => &mut query.actions,
        "actor" => &mut query.actors,
        "target" => &mut query.targets,
        "source" => &mut query.sources,
        "outcome" if query.outcomes.is_empty() => {
            let wanted = |outcome: &Outcome| words.iter().any(|word| word == outcome.as_str());
            query.outcomes = Outcome::ALL.into_iter().filter(wanted).collect();
            return;
        }
        _ => return,
    };
    if list.is_empty() {
        *list = words;
    }
}

fn numbers(query: &mut Query, sign: Sign, wanted: i64) {
    let Ok(wanted) = u64::try_from(wanted) else {
        return;
    };
    let after = wanted.saturating_add(1);
    let (first, end) = match sign {
        Sign::Is => (wanted, after),
        Sign::Less => (0, wanted),
        Sign::AtMost => (0, after),
        Sign::More => (after, u64::MAX),
        Sign::AtLeast => (wanted, u64::MAX),
        Sign::IsNot | Sign::Contains => return,
    };
    let known = query.numbers.unwrap_or((0, u64::MAX));
    query.numbers = Some((known.0.max(first), known.1.min(end)));
}

fn times(query: &mut Query, sign: Sign, (first, end): (Time, Time)) {
    let (since, until) = match sign {
        Sign::Is => (Some(first), Some(end)),
        Sign::Less => (None, Some(first)),
        Sign::AtMost => (None, Some(end)),
        Sign::More => (Some(end), None),
        Sign::AtLeast => (Some(first), None),
        Sign::IsNot | Sign::Contains => return,
    };
    query.since = query.since.max(since);
    query.until = match (query.until, until) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2026-11-22T12:00:00Z";

    fn parsed(typed: &str) -> Expression {
        Expression::parse(typed, clock::parse(NOW).unwrap()).unwrap()
    }

    fn narrowed(typed: &str) -> Query {
        let mut query = Query::default();
        parsed(typed).narrow(&mut query);
        query
    }

    #[test]
    fn a_network_is_refused_where_it_would_be_a_text() {
        let now = clock::parse(NOW).unwrap();
        let refused = Expression::parse("not (seq=1 or ip=203.0.113.0/24)", now).unwrap_err();
        assert_eq!(refused.kind, crate::base::error::Kind::Usage);
        parsed("ip=203.0.113.*");
    }

    fn event() -> Shown {
        let mut event = Shown {
            seq: 7,
            ts: "2026-11-21T10:00:00.000000Z".into(),
            rts: "2026-11-21T10:00:01.000000Z".into(),
            action: "auth.check".into(),
            actor: "acc_1".into(),
            actor_name: Some("Tom".into()),
            source: "optimactl".into(),
            via: "cron".into(),
            outcome: "failure".into(),
            severity: "medium".into(),
            ..Shown::default()
        };
        event.personal.insert("ip".into(), "192.0.2.7".into());
        event
    }

    #[test]
    fn what_an_event_shows_is_compared() {
        for typed in [
            "seq=7",
            "actor=tom and outcome=failure",
            "actor=acc_1",
            "severity>=medium and severity<high",
            "time>2d and time<2026-11-22",
            "time=2026-11-21",
            "ip=192.0.2.*",
            "target=none and ip!=none",
            "action in (auth.check, auth.login)",
            "not (via=terminal or action~login)",
        ] {
            assert!(parsed(typed).matches(&event()), "{typed}");
        }
        for typed in ["seq>7", "actor=ann", "severity=high", "time<2d", "ip=none"] {
            assert!(!parsed(typed).matches(&event()), "{typed}");
        }
    }

    #[test]
    fn what_must_hold_narrows_the_search() {
        let query = narrowed("actor=tom and (action in (a.b, c.d)) and outcome=failure and seq>=5");
        assert_eq!(query.actors, ["tom"]);
        assert_eq!(query.actions, ["a.b", "c.d"]);
        assert_eq!(query.outcomes, [Outcome::Failure]);
        assert_eq!(query.numbers, Some((5, u64::MAX)));
        let query =
            narrowed("severity>=high and time>=2026-11-20 and time<2026-11-21 and seq<9 and seq>3");
        assert_eq!(query.severities, [Severity::High, Severity::Critical]);
        assert_eq!(query.numbers, Some((4, 9)));
        assert!(query.until.unwrap() - query.since.unwrap() == chrono::TimeDelta::days(1));
    }

    #[test]
    fn what_only_a_part_demands_narrows_nothing() {
        for typed in [
            "actor=tom or outcome=failure",
            "not actor=tom",
            "not (seq=3 and time<2d)",
            "action=auth.*",
            "actor in (tom, t*)",
            "action!=a.b",
            "actor=tom or seq=1 or time>1d",
        ] {
            let text = format!("{:?}", narrowed(typed));
            assert_eq!(text, format!("{:?}", Query::default()), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_a_slip() {
        let now = clock::parse(NOW).unwrap();
        for (typed, word) in [
            ("severity>=hgih", "severity"),
            ("outcome=failed", "outcome"),
            ("acter=tom", "acter"),
            ("severity~high", "severity"),
        ] {
            let error = Expression::parse(typed, now).unwrap_err();
            assert!(error.message.contains(word), "{typed}: {error}");
        }
    }
}

//! Lines of a format that an admin describes: patterns with named groups, in TOML. The first pattern that fits
//! decides.

use std::collections::BTreeMap;

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, NaiveDateTime, Utc};
use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use super::draft::{Draft, Identity};
use super::jsonl::{outcome, severity};
use super::stamp::{Stamp, iso, month_first, unix};
use crate::base::error::{Error, Result};
use crate::base::text::safe;
use crate::domain::audit::record::{MOST_COUNT, MOST_NAME, is_action, is_word};

/// More than that in one file is a mistake.
const MOST_RULES: usize = 200;
/// What a compiled pattern may take.
const MOST_BYTES: usize = 4 << 20;

/// The rules of a map.
#[derive(Debug)]
pub struct Map(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: Regex,
    told: Told,
    skip: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    line: Vec<Told>,
}

/// A `[[line]]` of the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    pattern: String,
    action: Option<String>,
    source: Option<String>,
    outcome: Option<String>,
    severity: Option<String>,
    /// `rfc3339` (by itself), `unix`, `syslog`, or a pattern of strftime.
    time: Option<String>,
    /// What the groups `outcome`, `severity` and `action` say, in our words.
    #[serde(default)]
    outcomes: BTreeMap<String, String>,
    #[serde(default)]
    severities: BTreeMap<String, String>,
    #[serde(default)]
    actions: BTreeMap<String, String>,
    /// Lines that fit are left out and are no failure.
    #[serde(default)]
    skip: bool,
}

/// What a map makes of a line.
pub enum Read {
    Event(Box<Draft>),
    Skipped,
    Unread,
    /// A pattern fits, but what it found cannot be an event; what is wrong, without the line's own words.
    Unfit(String),
}

impl Map {
    pub fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text).map_err(|error: toml::de::Error| {
            Error::usage("the map cannot be read").because(error).hint(
                "it holds `[[line]]` tables with `pattern` and `action`; see `optimactl audit ingest --help`",
            )
        })?;
        if file.line.is_empty() || file.line.len() > MOST_RULES {
            return Err(Error::usage(format!(
                "a map has 1 to {MOST_RULES} tables `[[line]]`"
            )));
        }
        let rules = file.line.into_iter().zip(1_u32..);
        Ok(Self(
            rules
                .map(|(told, number)| Rule::new(told, number))
                .collect::<Result<_>>()?,
        ))
    }

    pub fn read(&self, line: &str) -> Read {
        let found = self
            .0
            .iter()
            .zip(1_u32..)
            .find_map(|(rule, number)| Some((rule, number, rule.pattern.captures(line)?)));
        match found {
            None => Read::Unread,
            Some((rule, _, _)) if rule.skip => Read::Skipped,
            Some((rule, number, groups)) => match rule.draft(&groups) {
                Ok(draft) => Read::Event(Box::new(draft)),
                Err(wrong) => Read::Unfit(format!(
                    "(fits `[[line]]` number {number} of the map, but {wrong})"
                )),
            },
        }
    }
}

impl Told {
    fn has_readable_time(&self) -> bool {
        let pattern = self.time.as_deref().filter(|time| time.contains('%'));
        pattern.is_none_or(|time| StrftimeItems::new(time).all(|item| item != Item::Error))
    }

    fn check_words(&self, wrong: &dyn Fn(String) -> Error) -> Result<()> {
        if let Some(bad) = self
            .outcome
            .iter()
            .chain(self.outcomes.values())
            .find(|word| outcome(word).is_none())
        {
            return Err(
                wrong(format!("`{}` is no outcome", safe(bad))).hint("success, failure or refused")
            );
        }
        if let Some(bad) = self
            .severity
            .iter()
            .chain(self.severities.values())
            .find(|word| severity(word).is_none())
        {
            return Err(wrong(format!("`{}` is no severity", safe(bad)))
                .hint("info, low, medium, high or critical"));
        }
        Ok(())
    }
}

impl Rule {
    fn new(told: Told, number: u32) -> Result<Self> {
        let wrong =
            |what: String| Error::usage(format!("`[[line]]` number {number} of the map: {what}"));
        let pattern = RegexBuilder::new(&told.pattern)
            .size_limit(MOST_BYTES)
            .build();
        let pattern = pattern.map_err(|error| {
            wrong("its pattern is no regular expression".to_owned()).because(error)
        })?;
        let has = |group: &str| pattern.capture_names().flatten().any(|name| name == group);
        if told.skip {
            return Ok(Self {
                pattern,
                told,
                skip: true,
            });
        }
        if told.action.is_none() && !has("action") {
            return Err(
                wrong("it has neither `action` nor a group of that name".to_owned())
                    .hint("write `action = \"auth.login\"`"),
            );
        }
        let words = told
            .action
            .iter()
            .chain(&told.source)
            .chain(told.actions.values());
        if let Some(bad) = words.into_iter().find(|word| !is_word(word)) {
            return Err(wrong(format!("`{}` is no action and no source", safe(bad))));
        }
        if !told.has_readable_time() {
            return Err(wrong("its `time` is no pattern of strftime".to_owned())
                .hint("write `time = \"%Y-%m-%d %H:%M:%S\"`, or `rfc3339`, `unix`, `syslog`"));
        }
        if told.source.as_deref() == Some("optimactl") {
            return Err(wrong(
                "the source `optimactl` is this program's own".to_owned(),
            ));
        }
        told.check_words(&wrong)?;
        Ok(Self {
            pattern,
            told,
            skip: false,
        })
    }

    /// The draft; or what does not fit.
    fn draft(&self, groups: &regex::Captures<'_>) -> Result<Draft, &'static str> {
        let told = &self.told;
        let group = |name: &str| groups.name(name).map(|found| found.as_str());
        let said = |name: &str, table: &BTreeMap<String, String>| {
            group(name).map(|found| {
                table
                    .get(found)
                    .cloned()
                    .unwrap_or_else(|| found.to_owned())
            })
        };
        let action = said("action", &told.actions).or_else(|| told.action.clone());
        let action = action
            .filter(|action| is_action(action))
            .ok_or("`action` is no noun and verb: write `actions = { WORD = \"noun.verb\" }`")?;
        let mut draft = Draft::new(&action);
        draft.source = Some(told.source.clone().unwrap_or_else(|| "external".to_owned()));
        if let Some(word) = said("outcome", &told.outcomes).or_else(|| told.outcome.clone()) {
            draft.outcome = outcome(&word)
                .ok_or("`outcome` is no outcome: write `outcomes = { WORD = \"success\" }`")?;
        }
        if let Some(word) = said("severity", &told.severities).or_else(|| told.severity.clone()) {
            draft.severity = severity(&word)
                .ok_or("`severity` is no severity: write `severities = { WORD = \"low\" }`")?;
        }
        for name in self.pattern.capture_names().flatten() {
            if let Some(found) = group(name) {
                draft = self.with_group(draft, name, found)?;
            }
        }
        Ok(draft)
    }

    fn with_group(&self, mut draft: Draft, name: &str, found: &str) -> Result<Draft, &'static str> {
        match name {
            "action" | "outcome" | "severity" => {}
            "actor" => draft = draft.actor(found),
            "target" => draft = draft.target(found),
            "time" => {
                draft.stamp = self
                    .time(found)
                    .ok_or("`time` is not written as the map's `time` says")?;
            }
            "ip" if !found.is_empty() => draft.put_ip(found),
            "id" if !found.is_empty() => {
                // Cut, two ids would be one.
                if found.len() > MOST_NAME {
                    return Err("`id` is longer than 256 bytes");
                }
                draft.identity = Identity::Told(found.to_owned());
            }
            "count" => {
                let count = found.parse().ok();
                let count = count.filter(|count| (1..=MOST_COUNT).contains(count));
                draft.count = Some(count.ok_or("`count` is no number from 1 to 1000000000")?);
            }
            field => draft.put_mapped(field, found),
        }
        Ok(draft)
    }

    fn time(&self, text: &str) -> Option<Stamp> {
        match self.told.time.as_deref() {
            None | Some("rfc3339") => iso(text),
            Some("unix") => unix(text),
            Some("syslog") => Some(month_first(text)?.0),
            Some(pattern) => DateTime::parse_from_str(text, pattern)
                .map(|time| Stamp::Exact(time.with_timezone(&Utc)))
                .or_else(|_| NaiveDateTime::parse_from_str(text, pattern).map(Stamp::Local))
                .ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Outcome, Severity};

    const MAP: &str = r#"
        [[line]]
        pattern = '^(?P<time>\S+ \S+) login (?P<outcome>\w+) for (?P<actor>.+) from (?P<ip>\S+)(?: gate (?P<gate>\d+))?$'
        action = "auth.login"
        source = "door"
        severity = "low"
        time = "%d.%m.%Y %H:%M:%S"
        outcomes = { ok = "success", bad = "failure" }
        [[line]]
        pattern = '^#'
        skip = true
    "#;

    #[test]
    fn groups_become_an_event() {
        let map = Map::parse(MAP).unwrap();
        let Read::Event(draft) =
            map.read("22.11.2026 10:00:00 login bad for mira from 192.0.2.1 gate 7")
        else {
            panic!()
        };
        assert_eq!(
            (draft.outcome, draft.severity),
            (Outcome::Failure, Severity::Low)
        );
        assert_eq!(
            (draft.actor.as_deref(), draft.field("ip")),
            (Some("mira"), Some("192.0.2.1"))
        );
        assert_eq!(
            (draft.field("gate"), draft.source.as_deref()),
            (Some("7"), Some("door"))
        );
        assert!(matches!(draft.stamp, Stamp::Local(_)));
        assert!(matches!(map.read("# comment"), Read::Skipped));
        for (line, wrong) in [
            (
                "22.11.2026 10:00:00 login maybe for m from 1.1.1.1",
                "`outcomes =",
            ),
            ("22.11.26 10h login ok for m from 1.1.1.1", "`time` is not"),
        ] {
            let Read::Unfit(told) = map.read(line) else {
                panic!("{line}")
            };
            assert!(told.contains("number 1") && told.contains(wrong), "{told}");
        }
        assert!(matches!(map.read("else"), Read::Unread));
    }

    #[test]
    fn a_word_becomes_an_action_by_its_table() {
        let rule = "[[line]]\npattern = '^(?P<action>\\w+) x(?P<count>\\d+)$'\n";
        let Read::Unfit(told) = Map::parse(rule).unwrap().read("login x1") else {
            panic!()
        };
        assert!(told.contains("actions = "), "{told}");
        let map = Map::parse(&format!("{rule}actions = {{ login = 'door.enter' }}")).unwrap();
        assert!(matches!(map.read("login x1"), Read::Event(draft) if draft.action == "door.enter"));
        assert!(matches!(map.read("login x1000000001"), Read::Unfit(_)));
    }

    #[test]
    fn a_wrong_map_says_what_is_wrong() {
        for (text, expected) in [
            ("", "cannot be read"),
            ("line = []", "1 to 200"),
            (
                "[[line]]\npattern = '('\naction = 'a.b'",
                "no regular expression",
            ),
            ("[[line]]\npattern = 'x'", "neither `action`"),
            ("[[line]]\npattern = 'x'\naction = 'A B'", "no action"),
            (
                "[[line]]\npattern = 'x'\naction = 'a.b'\noutcome = 'sucess'",
                "no outcome",
            ),
            (
                "[[line]]\npattern = 'x'\naction = 'a.b'\nsource = 'optimactl'",
                "own",
            ),
            (
                "[[line]]\npattern = '(?P<time>x)'\naction = 'a.b'\ntime = '%Q bogus'",
                "strftime",
            ),
            (
                "[[line]]\npattern = '(a{1000}){1000}{1000}'\naction = 'a.b'",
                "no regular expression",
            ),
        ] {
            let error = Map::parse(text).unwrap_err();
            assert!(
                error.message.contains(expected),
                "{text}: {}",
                error.message
            );
        }
    }
}

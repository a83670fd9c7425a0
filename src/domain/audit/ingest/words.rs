//! Which actions and sources of lines may stand in the clear, where they can never be erased: words that the log holds
//! already, and new ones that look like words and hold nobody's name, as long as a day does not bring too many of them.

use std::collections::HashSet;

use crate::base::error::Result;
use crate::base::text::folded;
use crate::domain::audit::{Event, Party};
use crate::store::Tx;
use crate::store::audit::Word;

/// New words of a day of the log, however many runs it has. A log that brings more has names, addresses or numbers
/// there.
const NEW_ACTIONS: usize = 100;
const NEW_SOURCES: usize = 20;
/// Words at all. A log that gets a new one each day has names there as well.
const ALL_ACTIONS: i64 = 2_000;
const ALL_SOURCES: i64 = 500;
/// A day, in microseconds.
const DAY: i64 = 86_400_000_000;
/// For so long a count stands, in microseconds: a run that follows a log goes on for months.
const COUNTED_FOR: i64 = 600_000_000;
/// So many of the newest words are looked through: this program's own are among them.
const LOOKED_THROUGH: u32 = 1_000;
const LONGEST_SOURCE: usize = 32;
/// More parts than that are no word.
const MOST_PARTS: usize = 8;
/// More digits than that are a number, not a word.
const MOST_DIGITS: usize = 3;
/// What stands in the place of others.
const ACTION: &str = "external.event";
const SOURCE: &str = "external";
/// What this program calls what it reads. Whoever signs in as `session` does not change that.
const OWN_ACTIONS: [&str; 14] = [
    ACTION,
    "auth.attempt",
    "auth.login",
    "auth.pam",
    "auth.step",
    "cef.event",
    "session.close",
    "session.open",
    "ssh.close",
    "ssh.negotiate",
    "su.run",
    "sudo.run",
    "syslog.message",
    "web.request",
];

/// The words that were looked at.
#[derive(Default)]
pub struct Words {
    actions: Seen,
    sources: Seen,
}

#[derive(Default)]
struct Seen {
    good: HashSet<String>,
    /// When they were counted, by the newest event, and how many of that day were new.
    counted: Option<(i64, usize)>,
}

impl Words {
    /// What the caller said of the lines, and what this program calls them.
    pub fn trust(&mut self, source: Option<&str>) {
        self.sources.good.extend(source.map(str::to_owned));
        self.sources.good.insert(SOURCE.to_owned());
        self.actions.good.extend(OWN_ACTIONS.map(str::to_owned));
    }

    /// Puts words that may be a name behind a digest; whether there were any.
    pub fn settle(&mut self, tx: &Tx<'_>, event: &mut Event) -> Result<bool> {
        let source = self.sources.allows(tx, Word::Source, event)?;
        let action = self.actions.allows(tx, Word::Action, event)?;
        if !source {
            let told = std::mem::replace(&mut event.source, SOURCE.to_owned());
            event.set_personal("told_source", told);
        }
        if !action {
            let told = std::mem::replace(&mut event.action, ACTION.to_owned());
            event.set_personal("told_action", told);
        }
        Ok(!source || !action)
    }
}

/// What actor and target are called, whole and in parts: of `mira.schmidt@firma.example` also `mira` and `schmidt`.
fn names_in(event: &Event) -> HashSet<String> {
    let mut names = HashSet::new();
    for party in [&event.actor, &event.target].into_iter().flatten() {
        let Party::Name(name) = party else { continue };
        let name = folded(name);
        let before_at = name.split('@').next().unwrap_or_default();
        names.extend(before_at.split('.').map(str::to_owned));
        names.insert(before_at.to_owned());
        names.insert(name);
    }
    names.remove("");
    names
}

impl Seen {
    fn allows(&mut self, tx: &Tx<'_>, kind: Word, event: &Event) -> Result<bool> {
        let (word, is_plain): (&str, fn(&str) -> bool) = match kind {
            Word::Source => (event.source.as_str(), is_plain_source),
            _ => (event.action.as_str(), is_plain_action),
        };
        if self.good.contains(word) {
            return Ok(true);
        }
        if tx.known_word(kind, word)?.is_some() {
            self.good.insert(word.to_owned());
            return Ok(true);
        }
        if !is_plain(word) {
            return Ok(false);
        }
        let (runs, names) = (runs(word), names_in(event));
        if runs.is_empty() || runs.iter().any(|run| names.contains(*run)) {
            return Ok(false);
        }
        if !self.has_room(tx, kind)? || tx.account_party(word)?.is_some() {
            return Ok(false);
        }
        for run in runs {
            if tx.is_person(run)? {
                return Ok(false);
            }
        }
        if let Some((_, new)) = &mut self.counted {
            *new += 1;
        }
        self.good.insert(word.to_owned());
        Ok(true)
    }

    /// Whether the log's last day, and the log, did not bring too many words yet.
    fn has_room(&mut self, tx: &Tx<'_>, kind: Word) -> Result<bool> {
        let (of_day, at_all) = match kind {
            Word::Source => (NEW_SOURCES, ALL_SOURCES),
            _ => (NEW_ACTIONS, ALL_ACTIONS),
        };
        let now = tx.newest_record()?;
        let counted = self
            .counted
            .filter(|(at, _)| now.saturating_sub(*at) < COUNTED_FOR);
        let new = match counted {
            Some((_, new)) => new,
            None if tx.count_words(kind)? >= at_all => usize::MAX,
            None => tx.fresh_words(kind, now.saturating_sub(DAY), LOOKED_THROUGH)?,
        };
        self.counted = Some((counted.map_or(now, |(at, _)| at), new));
        Ok(new < of_day)
    }
}

/// The parts of a word between `.`, `-` and `_`, and what neighbors make together; none where there are too many.
fn runs(word: &str) -> Vec<&str> {
    let is_border = |letter: char| matches!(letter, '.' | '-' | '_');
    let starts = std::iter::once(0).chain(word.match_indices(is_border).map(|(at, _)| at + 1));
    let starts: Vec<usize> = starts.collect();
    if starts.len() > MOST_PARTS {
        return vec![];
    }
    let ends = word.match_indices(is_border).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([word.len()]).collect();
    let from = |start: &usize| {
        let start = *start;
        let within = ends.iter().filter(move |end| **end > start);
        within.filter_map(move |end| word.get(start..*end))
    };
    starts.iter().flat_map(from).collect()
}

/// A word like `mail-gateway`: no dots, as in addresses, hosts and names of people.
fn is_plain_source(word: &str) -> bool {
    word.len() <= LONGEST_SOURCE && is_plain(word)
}

/// Two to four words, as `vpn.connect`.
fn is_plain_action(action: &str) -> bool {
    let parts: Vec<&str> = action.split('.').collect();
    (2..=4).contains(&parts.len())
        && parts.iter().all(|part| is_plain(part))
        && digits(action) <= MOST_DIGITS
}

fn is_plain(word: &str) -> bool {
    word.bytes()
        .next()
        .is_some_and(|byte| byte.is_ascii_lowercase())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte))
        && digits(word) <= MOST_DIGITS
}

fn digits(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::append_all;
    use crate::domain::context::Context;
    use crate::domain::fixture::Fixture;
    use crate::store::Mode;

    /// What a run of its own makes of an event.
    fn run(ctx: &Context, mut event: Event) -> (String, String) {
        let mut words = Words::default();
        words.trust(None);
        ctx.store
            .write(Mode::Commit, |tx| {
                words.settle(tx, &mut event)?;
                append_all(ctx, tx, |log| log.append(&event))
            })
            .unwrap();
        (event.action.clone(), event.source.clone())
    }

    #[test]
    fn a_name_within_a_word_is_no_word() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let line = |action: &str, source: &str, actor: &str| {
            let event = Event::foreign(action, source).actor(Party::Name(actor.to_owned()));
            run(&ctx, event)
        };
        let is = |said: (String, String), action: &str, source: &str| {
            assert_eq!((said.0.as_str(), said.1.as_str()), (action, source));
        };
        is(line("login.mira", "vpn", "mira"), ACTION, "vpn");
        is(
            line("door.in-mira", "vpn", "mira@firma.example"),
            ACTION,
            "vpn",
        );
        is(
            line("door.mira-schmidt", "vpn", "mira.schmidt"),
            ACTION,
            "vpn",
        );
        is(
            line("door.open", "mira", "mira@firma.example"),
            "door.open",
            SOURCE,
        );
        is(
            line("door.open", "gate-mira_1", "Mira.Schmidt"),
            "door.open",
            SOURCE,
        );
        // Who signs in under such a name does not change what this program calls it.
        is(
            line("session.open", "vpn", "session"),
            "session.open",
            "vpn",
        );
        // A part of a part is no name.
        is(line("admiral.seen", "vpn", "mira"), "admiral.seen", "vpn");
    }

    #[test]
    fn the_words_of_a_day_are_counted_over_all_runs() {
        let fixture = Fixture::new();
        let ctx = fixture.open();
        let letters = |n: usize| ["a", "b", "c", "d", "e", "f"].map(str::to_owned)[n % 6].clone();
        let word = |n: usize| format!("{}{}{}", letters(n), letters(n / 6), letters(n / 36));
        let taken = |from: usize, to: usize| {
            (from..to)
                .filter(|n| run(&ctx, Event::foreign("door.open", word(*n))).1 != SOURCE)
                .count()
        };
        assert_eq!(taken(0, 15), 15);
        assert_eq!(taken(15, 40), 5, "20 of a day, in 40 runs");
        // What the log knows already stays.
        assert_eq!(taken(0, 15), 15);
    }

    #[test]
    fn a_word_is_looked_at_in_parts() {
        assert_eq!(runs("login"), ["login"]);
        assert_eq!(
            runs("login.mira-s"),
            ["login", "login.mira", "login.mira-s", "mira", "mira-s", "s"]
        );
        assert_eq!(runs("a__b"), ["a", "a_", "a__b", "_b", "b"]);
        assert!(runs("a-b-c-d-e-f-g-h-i").is_empty());
    }

    #[test]
    fn words_are_no_addresses_and_no_numbers() {
        for good in ["vpn", "mail-gateway", "sshd", "gate_2"] {
            assert!(is_plain_source(good), "{good}");
        }
        for bad in [
            "203.0.113.77",
            "mira.schmidt",
            "4711",
            "k4711a",
            "-x",
            "",
            "deadbeefdeadbeefdeadbeefdeadbeefd",
        ] {
            assert!(!is_plain_source(bad), "{bad}");
        }
        assert!(is_plain_action("vpn.connect") && is_plain_action("a.b.c-d"));
        for bad in ["vpn", "user.4711", "a.b.c.d.e", "203.0.113.7", "a..b"] {
            assert!(!is_plain_action(bad), "{bad}");
        }
    }
}

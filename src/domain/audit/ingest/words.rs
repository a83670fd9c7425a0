//! Which actions and sources of lines may stand in the clear, where they can never be erased: words that the log holds
//! already, and new ones that look like words and are nobody's name, as long as a run does not bring too many of them.

use std::collections::HashSet;

use crate::base::error::Result;
use crate::base::text::folded;
use crate::domain::audit::{Event, Party};
use crate::store::Tx;
use crate::store::audit::Word;

/// New words of one run. A log that brings more has names, addresses or numbers there.
const NEW_ACTIONS: usize = 100;
const NEW_SOURCES: usize = 20;
const LONGEST_SOURCE: usize = 32;
/// More digits than that are a number, not a word.
const MOST_DIGITS: usize = 3;
/// What stands in the place of others.
const ACTION: &str = "external.event";
const SOURCE: &str = "external";

/// The words of a run that were looked at.
#[derive(Default)]
pub struct Words {
    actions: Seen,
    sources: Seen,
}

#[derive(Default)]
struct Seen {
    good: HashSet<String>,
    new: usize,
}

impl Words {
    /// What the caller said of the lines, and what this program calls them.
    pub fn trust(&mut self, source: Option<&str>) {
        self.sources.good.extend(source.map(str::to_owned));
        self.sources.good.insert(SOURCE.to_owned());
        self.actions.good.insert(ACTION.to_owned());
    }

    /// Puts words that may be a name behind a digest; whether there were any.
    pub fn settle(&mut self, tx: &Tx<'_>, event: &mut Event) -> Result<bool> {
        let mut names: Vec<String> = vec![];
        for party in [&event.actor, &event.target].into_iter().flatten() {
            if let Party::Name(name) = party {
                names.push(folded(name));
            }
        }
        let source = self
            .sources
            .allows(tx, (Word::Source, &event.source), &names)?;
        let action = self
            .actions
            .allows(tx, (Word::Action, &event.action), &names)?;
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

impl Seen {
    fn allows(
        &mut self,
        tx: &Tx<'_>,
        (kind, word): (Word, &str),
        names: &[String],
    ) -> Result<bool> {
        if self.good.contains(word) {
            return Ok(true);
        }
        if tx.known_word(kind, word)?.is_some() {
            self.good.insert(word.to_owned());
            return Ok(true);
        }
        let (plain, most) = match kind {
            Word::Source => (is_plain_source(word), NEW_SOURCES),
            _ => (is_plain_action(word), NEW_ACTIONS),
        };
        let folded = folded(word);
        let is_person = names.contains(&folded) || tx.account_party(&folded)?.is_some();
        if !plain || is_person || self.new >= most {
            return Ok(false);
        }
        self.new += 1;
        self.good.insert(word.to_owned());
        Ok(true)
    }
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

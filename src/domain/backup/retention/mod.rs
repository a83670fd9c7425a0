//! Which backups go and which stay, and why: a pure function of what lies at a place, the policy and the time.
//! It touches no file.

mod bases;
mod lines;
mod rules;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::base::clock::{Time, seconds_text};
use crate::base::error::{Error, Result};
use crate::base::period::Period;

/// What is known of a backup whose file lies at the place.
#[derive(Clone, Debug)]
pub struct Subject {
    pub id: String,
    pub created: Time,
    /// Of the log: a store that is restored to a new folder has one of its own.
    pub epoch: String,
    /// Its number; decides between two of the same second.
    pub sequence: u64,
    pub bytes: u64,
    /// Whether it holds the newest state of all, whatever its date says.
    pub latest: bool,
    /// Whether it was opened from beginning to end and found sound.
    pub verified: bool,
    /// Whether it was restored and checked, which proves the most.
    pub tested: bool,
    pub pin: Option<Held>,
    /// The full backup that a delta is applied to.
    pub base: Option<String>,
    /// Until then the place itself refuses to remove it.
    pub locked_until: Option<Time>,
}

/// A pin, as far as it binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub until: Option<Time>,
    pub reason: String,
    /// By no key of this store: it keeps all the same, so that no forged file makes anything go.
    pub foreign: bool,
}

impl Held {
    /// A forged one binds for ever: whatever it says of its end is no word of this store.
    pub fn binds(&self, now: Time) -> bool {
        self.foreign || self.until.is_none_or(|until| until > now)
    }
}

/// What was given to somebody in writing: backups made before `before` are gone by `gone_by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    pub before: Time,
    pub gone_by: Time,
}

/// Which backups stay. Zero is a rule that is not there.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    pub last: u32,
    pub hourly: u32,
    pub daily: u32,
    pub weekly: u32,
    pub monthly: u32,
    pub yearly: u32,
    /// Everything this close to the newest backup.
    pub within: Option<Period>,
    /// Nothing older than this, counted from now.
    pub expire_after: Option<Period>,
    pub promises: Vec<Promise>,
}

/// What becomes of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Keep,
    /// It goes, through the trash.
    Remove,
    /// It goes at once: a promise or the maximum age leaves no time for the trash.
    Purge,
}

/// The verdict on one backup, with everything that speaks for and against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    pub id: String,
    pub created: String,
    pub bytes: u64,
    pub verdict: Verdict,
    pub reasons: Vec<String>,
    /// Dates by which it was promised to be gone, and is not.
    pub broken: Vec<String>,
}

impl Decision {
    /// `kept: newest of 2026-W47; pinned until …`.
    pub fn sentence(&self) -> String {
        let verb = match self.verdict {
            Verdict::Keep => "kept",
            Verdict::Remove => "removed",
            Verdict::Purge => "removed at once",
        };
        format!("{verb}: {}", self.reasons.join("; "))
    }
}

impl Policy {
    /// Without any rule nothing would ever go, or everything: neither was meant.
    pub fn require_rule(&self) -> Result<()> {
        if self.keeps() || self.expire_after.is_some() {
            return Ok(());
        }
        Err(Error::usage("no rule says which backups are kept").hint(
            "give one, like `--keep-daily 7 --keep-monthly 12`, or set `backup.keep_daily` in the configuration",
        ))
    }

    /// Whether a promise or the maximum age wants a backup of this age gone.
    pub fn is_past_ceiling(&self, created: Time, now: Time) -> bool {
        let mut promises = self.promises.iter();
        let due = promises.any(|promise| created < promise.before && promise.gone_by <= now);
        due || self
            .expire_after
            .is_some_and(|age| created < age.before(now))
    }

    /// Whether any rule keeps; with the maximum age alone everything younger stays.
    fn keeps(&self) -> bool {
        self.within.is_some() || self.counts().iter().any(|(_, count)| *count > 0)
    }

    /// Finest first.
    const fn counts(&self) -> [(rules::Rule, u32); 6] {
        use rules::Rule::{Daily, Hourly, Last, Monthly, Weekly, Yearly};
        [
            (Last, self.last),
            (Hourly, self.hourly),
            (Daily, self.daily),
            (Weekly, self.weekly),
            (Monthly, self.monthly),
            (Yearly, self.yearly),
        ]
    }

    /// As the signed record of a pruned backup names it.
    pub fn words(&self) -> String {
        let counts = self.counts();
        let counts = counts.iter().filter(|(_, count)| *count > 0);
        let mut words: Vec<String> = counts
            .map(|(rule, count)| format!("keep-{} {count}", rule.as_str()))
            .collect();
        words.extend(self.within.map(|period| format!("keep-within {period}")));
        words.extend(
            self.expire_after
                .map(|period| format!("expire-after {period}")),
        );
        words.join(", ")
    }
}

/// What speaks for and against one backup.
#[derive(Default)]
struct Case {
    /// Nothing beats these.
    never: Vec<String>,
    /// Rules that keep it.
    rules: Vec<String>,
    /// Promises that want it gone.
    promised: Vec<Time>,
    /// The maximum age wants it gone.
    too_old: Option<String>,
    /// A backup that it is based on goes for a promise.
    baseless: Option<String>,
    /// A kept backup is based on it.
    needed: Option<String>,
}

/// The decisions, newest backup first.
pub fn decide(backups: &[Subject], policy: &Policy, now: Time) -> Vec<Decision> {
    let mut newest_first: Vec<&Subject> = backups.iter().collect();
    newest_first
        .sort_by(|a, b| (b.created, b.sequence, &b.id).cmp(&(a.created, a.sequence, &a.id)));
    let mut cases: Vec<Case> = newest_first.iter().map(|_| Case::default()).collect();
    protect(&newest_first, &mut cases, now);
    let lines = lines::of(&newest_first);
    for line in &lines {
        rules::apply((&newest_first, line), policy, now, |at, reason| {
            if let Some((case, subject)) = cases.get_mut(at).zip(newest_first.get(at)) {
                case.rules.push(if lines.len() > 1 {
                    format!("{reason} in epoch {}", subject.epoch)
                } else {
                    reason.clone()
                });
            }
        });
    }
    // Not beyond the ceilings: those know only the last verified one and pins.
    let tested = newest_first
        .iter()
        .position(|one| one.tested && one.created <= now);
    if let Some(case) = tested.and_then(|at| cases.get_mut(at)) {
        case.rules
            .push("newest one that was restored and checked".to_owned());
    }
    for (subject, case) in newest_first.iter().zip(&mut cases) {
        ceilings(subject, case, policy, now);
    }
    bases::follow(&newest_first, &mut cases, policy);
    newest_first
        .iter()
        .zip(cases)
        .map(|(subject, case)| decision(subject, case, policy))
        .collect()
}

/// What no rule and no promise may take: the last one that is known to be good, pins, what the clock cannot
/// judge, what the place locks.
fn protect(newest_first: &[&Subject], cases: &mut [Case], now: Time) {
    let past = |subject: &&&Subject| subject.created <= now;
    let verified = newest_first.iter().filter(past).find(|one| one.verified);
    let last_good = verified.or_else(|| newest_first.iter().find(past));
    for (subject, case) in newest_first.iter().zip(cases) {
        if last_good.is_some_and(|good| good.id == subject.id) {
            case.never.push(match verified {
                Some(_) => "newest verified one".to_owned(),
                None => "newest one, and none here was verified".to_owned(),
            });
        }
        if let Some(pin) = &subject.pin {
            case.never.extend(pinned(pin, now));
        }
        // Made while a clock was behind, or after one was ahead, it looks older than it is.
        let is_first = newest_first
            .first()
            .is_some_and(|first| first.id == subject.id);
        if subject.latest && !is_first {
            case.never
                .push("the newest state, although others have later dates".to_owned());
        }
        if subject.created > now {
            case.never.push("dated in the future".to_owned());
        }
        if let Some(until) = subject.locked_until.filter(|until| *until > now) {
            let until = seconds_text(until);
            case.never
                .push(format!("the place retains it until {until}"));
        }
    }
}

fn pinned(pin: &Held, now: Time) -> Option<String> {
    if pin.foreign {
        return Some("pinned, by a file that this store did not sign".to_owned());
    }
    match pin.until {
        None => Some(format!("pinned: {}", pin.reason)),
        Some(until) if until > now => Some(format!(
            "pinned until {}: {}",
            seconds_text(until),
            pin.reason
        )),
        Some(_) => None,
    }
}

fn ceilings(subject: &Subject, case: &mut Case, policy: &Policy, now: Time) {
    let due = policy
        .promises
        .iter()
        .filter(|promise| subject.created < promise.before && promise.gone_by <= now);
    case.promised = due.map(|promise| promise.gone_by).collect();
    case.promised.sort_unstable();
    case.promised.dedup();
    if let Some(age) = policy.expire_after
        && subject.created < age.before(now)
    {
        case.too_old = Some(format!("older than {age}"));
    }
}

impl Case {
    /// A promise is due, and nothing that beats one keeps it.
    fn must_go(&self) -> bool {
        self.never.is_empty() && (!self.promised.is_empty() || self.baseless.is_some())
    }

    fn verdict(&self, policy: &Policy) -> Verdict {
        if !self.never.is_empty() {
            Verdict::Keep
        } else if self.must_go() {
            Verdict::Purge
        } else if self.needed.is_some() {
            Verdict::Keep
        } else if self.too_old.is_some() {
            Verdict::Purge
        } else if !self.rules.is_empty() || !policy.keeps() {
            Verdict::Keep
        } else {
            Verdict::Remove
        }
    }
}

fn decision(subject: &Subject, case: Case, policy: &Policy) -> Decision {
    let verdict = case.verdict(policy);
    let dates: Vec<String> = case
        .promised
        .iter()
        .map(|date| seconds_text(*date))
        .collect();
    let promised = dates
        .iter()
        .map(|date| format!("promised to be gone by {date}"));
    let against: Vec<String> = promised.chain(case.baseless).chain(case.too_old).collect();
    let mut for_it = case.never;
    for_it.extend(case.needed);
    for_it.extend(case.rules);
    let mut reasons = vec![];
    if verdict == Verdict::Keep {
        if for_it.is_empty() {
            for_it.push("no rule is against it".to_owned());
        }
        reasons.extend(for_it);
        reasons.extend(
            against
                .into_iter()
                .map(|reason| format!("although {reason}")),
        );
    } else if verdict == Verdict::Purge {
        reasons.extend(against);
        reasons.extend(
            for_it
                .into_iter()
                .map(|reason| format!("although {reason}")),
        );
    } else {
        reasons.push("no rule keeps it".to_owned());
    }
    if verdict != Verdict::Keep && subject.pin.is_some() {
        reasons.push("its pin has ended".to_owned());
    }
    Decision {
        id: subject.id.clone(),
        created: seconds_text(subject.created),
        bytes: subject.bytes,
        verdict,
        reasons,
        broken: if verdict == Verdict::Keep {
            dates
        } else {
            vec![]
        },
    }
}

/// More than half at once is more often a mistake than meant; how many it may be is then said.
pub fn require_few(decisions: &[Decision], most: Option<usize>, place: &str) -> Result<()> {
    let going = decisions
        .iter()
        .filter(|one| one.verdict != Verdict::Keep)
        .count();
    let all = decisions.len();
    let (refused, what) = match most {
        Some(most) => (going > most, format!("more than `--max {most}`")),
        None => (going * 2 > all, "more than half".to_owned()),
    };
    if !refused {
        return Ok(());
    }
    Err(Error::refused(format!(
        "{going} of {all} backups at `{place}` would go, {what}"
    ))
    .hint(format!(
        "see why with `--dry-run`; if it is meant, say `--max {going}`"
    )))
}

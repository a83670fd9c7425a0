//! Whether the promised age of backups is kept at a place: from signed documents alone, without the store and
//! without an unlocker. Decides; whoever asks says it aloud.

use super::listing::{Item, Listing, Presence};
use super::target::Target;
use super::trust::Trust;
use super::verified;
use super::verify::Level;
use crate::base::clock::{self, Time};
use crate::base::error::Result;
use crate::base::period::Period;

/// What was promised.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    pub max_age: Period,
    /// None: how long ago something was verified does not matter.
    pub max_verified_age: Option<Period>,
}

/// What lies at a place.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The newest that is whole.
    pub newest: Option<Newest>,
    pub verified: Option<Proof>,
    pub count: usize,
    /// What does not count, and gaps.
    pub damage: Vec<String>,
}

/// When it was last proven that one of them opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    pub level: Level,
    pub at: Time,
}

#[derive(Clone, Debug)]
pub struct Newest {
    pub id: String,
    pub created: Time,
    pub bytes: u64,
}

/// Looks at a place. A backup counts if its manifest is signed and its file is there in full length.
pub fn look(target: &Target, trust: &Trust) -> Result<Seen> {
    let listing = Listing::read(target, trust)?;
    let whole = |item: &&Item| item.presence == Presence::Present;
    let mut seen = Seen {
        count: listing.items.iter().filter(whole).count(),
        damage: listing.findings(),
        ..Seen::default()
    };
    if let Some(item) = listing.latest() {
        seen.newest = Some(Newest {
            id: item.manifest.id.clone(),
            created: item.manifest.created()?,
            bytes: item.manifest.file.bytes,
        });
    }
    for item in listing.items.iter().filter(whole) {
        match verified::read(target, item, trust) {
            // A quick look proves too little.
            Ok(levels) => {
                let proofs = [Level::Full, Level::RestoreTest, Level::Drill].map(|level| {
                    let at = clock::parse(&levels.get(level)?.at).ok()?;
                    Some(Proof { level, at })
                });
                let all = proofs.into_iter().flatten().chain(seen.verified);
                seen.verified = all.max_by_key(|proof| proof.at);
            }
            Err(error) => seen.damage.push(format!("`{}`: {error}", item.manifest.id)),
        }
    }
    Ok(seen)
}

/// Which promises are broken, as sentences.
pub fn broken(seen: &Seen, promise: &Promise, now: Time) -> Vec<String> {
    let Some(newest) = &seen.newest else {
        return vec!["there is no backup".to_owned()];
    };
    let mut broken = vec![];
    if is_over(newest.created, promise.max_age, now) {
        broken.push(format!(
            "the newest backup is {} old, promised were {}",
            age(newest.created, now),
            promise.max_age
        ));
    }
    // A clock that was set back would make everything look fresh.
    if newest.created > now + chrono::TimeDelta::hours(1) {
        broken.push("the newest backup comes from the future: a clock is wrong".to_owned());
    }
    let Some(longest) = promise.max_verified_age else {
        return broken;
    };
    match &seen.verified {
        None => broken.push("no backup was ever verified".to_owned()),
        Some(proof) if is_over(proof.at, longest, now) => broken.push(format!(
            "a backup was last verified {} ago, promised were {longest}",
            age(proof.at, now)
        )),
        Some(_) => {}
    }
    broken
}

fn is_over(since: Time, longest: Period, now: Time) -> bool {
    longest.after(since) < now
}

/// An age for people: two units at most.
pub fn age(since: Time, now: Time) -> String {
    let minutes = (now - since).num_minutes().max(0);
    let (days, hours) = (minutes / 1440, minutes / 60 % 24);
    match (days, hours) {
        (0, 0) => format!("{minutes} min"),
        (0, hours) => format!("{hours} h {} min", minutes % 60),
        (days, hours) => format!("{days} d {hours} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::clock;

    fn time(text: &str) -> Time {
        clock::parse(text).unwrap()
    }

    fn seen(created: &str, verified: Option<&str>) -> Seen {
        Seen {
            newest: Some(Newest {
                id: "bk_1".to_owned(),
                created: time(created),
                bytes: 1,
            }),
            verified: verified.map(|at| Proof {
                level: Level::RestoreTest,
                at: time(at),
            }),
            count: 1,
            damage: vec![],
        }
    }

    #[test]
    fn an_age_beyond_the_promise_is_found() {
        let promise = Promise {
            max_age: "26h".parse().unwrap(),
            max_verified_age: Some("8d".parse().unwrap()),
        };
        let now = time("2026-11-22T12:00:00Z");
        let found = |seen: &Seen| broken(seen, &promise, now).len();
        let (fresh, week) = ("2026-11-21T10:00:00Z", "2026-11-14T12:00:00Z");
        assert_eq!(found(&seen(fresh, Some(week))), 0);
        assert_eq!(found(&seen("2026-11-21T09:59:59Z", Some(week))), 1);
        assert_eq!(found(&seen(fresh, Some("2026-11-14T11:59:59Z"))), 1);
        assert_eq!(found(&seen(fresh, None)), 1);
        assert_eq!(found(&seen("2026-11-22T14:00:00Z", Some(week))), 1);
        assert_eq!(found(&Seen::default()), 1);
        let trusting = Promise {
            max_verified_age: None,
            ..promise
        };
        assert!(broken(&seen(fresh, None), &trusting, now).is_empty());
    }

    #[test]
    fn ages_read_easily() {
        let now = time("2026-11-22T12:00:00Z");
        assert_eq!(age(time("2026-11-22T11:13:00Z"), now), "47 min");
        assert_eq!(age(time("2026-11-21T11:13:00Z"), now), "1 d 0 h");
        assert_eq!(age(time("2026-11-22T09:13:00Z"), now), "2 h 47 min");
    }
}

//! What hashing costs on this machine, and parameters that take as long as they should. Measures; changes nothing.

use std::time::{Duration, Instant};

use crate::base::error::Result;
use crate::crypto::password::{self, Cost};
use crate::crypto::random::Random;
use crate::crypto::secret::SecretText;

/// The shortest of this many runs counts: whatever else the machine did made the others longer.
const RUNS: u32 = 3;
/// Parameters that are tried at most.
const LOOKS: u32 = 6;
/// Memory is proposed in steps of a MiB.
const STEP: u32 = 1024;

/// Parameters and how long they take here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    pub cost: Cost,
    pub took: Duration,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// The parameters in use.
    pub now: Measured,
    /// Never less than the OWASP minimum, even where that takes longer than wished.
    pub proposed: Measured,
}

/// Looks for parameters that take `target` at most, with `most` KiB of memory at most. Memory first, because it is
/// what an attacker's machine has least of (RFC 9106 §4); then passes.
pub fn calibrate(random: &Random, now: Cost, target: Duration, most: u32) -> Result<Calibration> {
    let now = measure(random, now)?;
    let mut best = measure(random, Cost::STANDARD)?;
    let mut last = best;
    // The time grows with the product of memory and passes, but not quite, and machines are noisy: each look
    // mends the one before. Only what was seen to be fast enough is proposed.
    for _ in 0..LOOKS {
        let cost = scaled(last, target, most);
        if cost == last.cost {
            break;
        }
        last = measure(random, cost)?;
        if last.took <= target && work(last.cost) > work(best.cost) {
            best = last;
        }
    }
    Ok(Calibration {
        now,
        proposed: best,
    })
}

fn work(cost: Cost) -> u64 {
    u64::from(cost.memory) * u64::from(cost.passes)
}

/// The parameters that would take `target`, if the time grew evenly from `known`.
fn scaled(known: Measured, target: Duration, most: u32) -> Cost {
    let floor = Cost::STANDARD;
    let afford = u128::from(work(known.cost)) * target.as_nanos() / known.took.as_nanos().max(1);
    let memory = u32::try_from(afford / u128::from(floor.passes)).unwrap_or(u32::MAX);
    let memory = (memory.min(most) / STEP * STEP).max(floor.memory);
    let passes = u32::try_from(afford / u128::from(memory)).unwrap_or(u32::MAX);
    Cost {
        memory,
        passes: passes.clamp(floor.passes, Cost::CEILING.passes),
        lanes: floor.lanes,
    }
}

fn measure(random: &Random, cost: Cost) -> Result<Measured> {
    let password = SecretText::new("a password to measure with".to_owned());
    let mut took = Duration::MAX;
    for _ in 0..RUNS {
        let salt = random.bytes()?;
        let begun = Instant::now();
        password::hash(&password, &salt, None, cost)?;
        took = took.min(begun.elapsed());
    }
    Ok(Measured { cost, took })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_grows_first_and_never_falls_below_the_minimum() {
        let known = |millis| Measured {
            cost: Cost::STANDARD,
            took: Duration::from_millis(millis),
        };
        let target = Duration::from_millis(200);
        let cost = |known, most| {
            let cost = scaled(known, target, most);
            (cost.memory, cost.passes, cost.lanes)
        };
        assert_eq!(cost(known(20), 1 << 20), (194_560, 2, 1));
        assert_eq!(cost(known(20), 64 * 1024), (65_536, 5, 1));
        assert_eq!(cost(known(1), 19 * 1024), (19_456, 32, 1));
        assert_eq!(cost(known(2000), 1 << 20), (19_456, 2, 1));
    }
}

//! How often and after which pauses a request is tried again. Decides nothing about what may be repeated.

use std::time::Duration;

use crate::crypto::random::Random;

/// Tries in all.
pub(super) const TRIES: u32 = 6;
/// No server makes us wait longer, whatever its `Retry-After` says.
const LONGEST: Duration = Duration::from_secs(30);

/// Waits before the next try: 0.2 s, doubled each time, half of it by chance, so that many clients that were
/// turned away together do not come back together. `asked` is what the server asked for.
pub fn pause(tried: u32, asked: Option<Duration>) {
    let full = 200_u32.saturating_mul(1 << tried.min(10));
    let chance = Random::system().below(full / 2 + 1).unwrap_or(full / 2);
    let ours = Duration::from_millis(u64::from(full / 2 + chance));
    std::thread::sleep(ours.max(asked.unwrap_or_default()).min(LONGEST));
}

//! Ctrl-C, SIGTERM and SIGHUP: they are told before they end the program, as they would have without a report.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::base::error::Kind;
use crate::cli::overheard::Stop;
use crate::store::backup::BackupRow;

use super::facts::{Ended, Facts, Run};
use super::outlets::{Outlets, Patience, Trouble};

/// A run and who is told about it: exactly once, by the thread of the work or by that of a signal.
pub(super) struct Report {
    pub(super) run: Run,
    pub(super) outlets: Outlets,
    claimed: AtomicBool,
    stop: Stop,
}

impl Report {
    pub(super) const fn new(run: Run, outlets: Outlets, stop: Stop) -> Self {
        Self {
            run,
            outlets,
            claimed: AtomicBool::new(false),
            stop,
        }
    }

    fn claim(&self) -> bool {
        !self.claimed.swap(true, Ordering::SeqCst)
    }

    /// Goes on only if no signal came first.
    pub(super) fn claim_or_rest(&self) {
        if !self.claim() {
            self.stop.raise();
            self.stop.rest_if_raised();
        }
    }

    pub(super) fn tell(
        &self,
        ended: Ended,
        catalog: Option<&[BackupRow]>,
        patience: Patience,
    ) -> Vec<Trouble> {
        let facts = Facts::new(&self.run, ended);
        self.outlets.tell(facts, catalog, patience)
    }
}

/// Waits for signals beside the work. A second one, or one while the end is being told already, ends at once.
pub(super) fn listen(report: &Arc<Report>) {
    // Where nothing can be listened to, signals do what they always do.
    let Ok(mut signals) = Signals::new(wanted()) else {
        return;
    };
    let report = Arc::clone(report);
    thread::spawn(move || {
        for signal in signals.forever() {
            if !report.claim() {
                emulate_default_handler(signal).ok();
                continue;
            }
            report.stop.raise();
            let report = Arc::clone(&report);
            thread::spawn(move || {
                let kind = if signal == SIGINT {
                    Kind::Interrupted
                } else {
                    Kind::Terminated
                };
                report.tell(Ended::by_signal(kind), None, Patience::hurried());
                emulate_default_handler(signal).ok();
            });
        }
    });
}

/// Those that would end the process: what was switched off outside (`nohup`) stays so.
fn wanted() -> Vec<i32> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = ignored(&status);
    let all = [SIGINT, SIGTERM, SIGHUP].into_iter();
    all.filter(|signal| ignored & (1 << (signal - 1)) == 0)
        .collect()
}

/// proc(5): the mask of ignored signals, in hexadecimal.
fn ignored(status: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mask_of_ignored_signals_is_read() {
        assert_eq!(ignored("Name:\tx\nSigIgn:\t0000000000001001\n"), 0x1001);
        assert_eq!(ignored("nonsense"), 0);
    }
}

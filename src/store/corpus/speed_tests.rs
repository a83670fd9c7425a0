//! How long one look into a large sorted file takes, measured on demand by `benches/corpus.sh`. Nothing is asserted
//! about time: machines are noisy.

use std::path::Path;
use std::time::{Duration, Instant};

use super::{Kind, times};

#[expect(
    clippy::print_stdout,
    reason = "the numbers are for the person who asked"
)]
fn say(text: &str) {
    println!("{text}");
}

/// Looks passwords up that stand in the list and others, each once.
#[test]
#[ignore = "needs a large file, named by OPTIMACTL_BENCH_CORPUS"]
fn measure_lookups() {
    let Ok(path) = std::env::var("OPTIMACTL_BENCH_CORPUS") else {
        return say("no file is named by OPTIMACTL_BENCH_CORPUS");
    };
    let mut took: Vec<Duration> = vec![];
    for number in 0..1000_u32 {
        for password in [format!("{number}"), format!("absent {number}")] {
            let start = Instant::now();
            times(Path::new(&path), Kind::Sorted, &password).unwrap();
            took.push(start.elapsed());
        }
    }
    took.sort_unstable();
    let at = |percent: usize| took[took.len() * percent / 100 - 1];
    say(&format!(
        "{} lookups: p50 {:?}, p99 {:?}, longest {:?}",
        took.len(),
        at(50),
        at(99),
        at(100)
    ));
}

//! Parts of the program, each alone: `cargo bench`. Prints the median of several rounds; asserts nothing, because
//! machines are noisy. Whole commands beside what a user would take instead: `benches/peers.sh`.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints, and stops where it cannot go on"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use optimactl::base::json::canonical;
use optimactl::crypto::merkle::{Frontier, MemoryTree, leaf, prove_inclusion};
use optimactl::crypto::note::SigningKey;
use optimactl::crypto::password::{self, Cost};
use optimactl::crypto::random::Random;
use optimactl::crypto::seal;
use optimactl::crypto::secret::{Key, SecretText};
use serde_json::json;

const ROUNDS: usize = 7;

/// Runs `work` for about 100 ms a round and prints how long one takes.
fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let first = Instant::now();
    black_box(work());
    let once = first.elapsed().max(Duration::from_nanos(50));
    let times = u32::try_from(Duration::from_millis(100).as_nanos() / once.as_nanos())
        .unwrap_or(1)
        .clamp(1, 1_000_000);
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..times {
                black_box(work());
            }
            start.elapsed() / times
        })
        .collect();
    rounds.sort_unstable();
    let median = rounds.get(ROUNDS / 2).copied().unwrap_or_default();
    let rate = 1.0 / median.as_secs_f64().max(1e-12);
    println!("{name:<44} {median:>12.2?}   {rate:>14.0}/s");
}

fn main() {
    let random = Random::seeded(b"parts");
    let entry = json!({
        "v": 1, "seq": 123_456, "ts": "2026-11-22T12:00:00.000000Z", "rts": "2026-11-22T12:00:00.000000Z",
        "action": "auth.login", "actor": "acc_0123456789abcdef", "target": "acc_0123456789abcdef",
        "source": "web", "via": "batch", "outcome": "success", "severity": "info",
        "_sd": {"ip": "uutlBuYeMDyjLLTpf6Jxi7yNkEF35jdyWMn9U7b_RYY", "user_agent": "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"},
    });
    let bytes = canonical(&entry).unwrap();
    println!("an entry has {} bytes", bytes.len());
    measure("audit: entry to canonical JSON", || {
        canonical(&entry).unwrap()
    });
    measure("audit: leaf hash of an entry", || leaf(&bytes));
    let mut tree = Frontier::new();
    measure("audit: append a leaf to the tree", || {
        tree.push(leaf(&bytes)).unwrap();
    });
    let memory = MemoryTree::new((0_u32..65_536).map(|n| leaf(&n.to_be_bytes())).collect());
    measure("audit: inclusion proof, 65,536 leaves", || {
        prove_inclusion(&memory, 12_345, 65_536).unwrap()
    });
    let signer = SigningKey::from_seed(&[7; 32]);
    measure("audit: sign a checkpoint", || {
        signer.sign_raw("optimactl/bench/1", &bytes)
    });
    let key = Key::random(&random).unwrap();
    measure("journal: seal a line", || {
        seal::seal(&key, [0; 24], b"line", &bytes).unwrap()
    });
    measure("names: keyed digest", || {
        seal::mac(&key, "pseudonym", b"mira.0001").unwrap()
    });
    let text = SecretText::new("nine geese cross the harbor".to_owned());
    measure("password: argon2id, 19 MiB, t=2, p=1", || {
        password::hash(&text, &[9; 16], None, Cost::STANDARD).unwrap()
    });
}

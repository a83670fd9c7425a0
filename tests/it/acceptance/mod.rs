//! What the whole program promises, looked at from outside: nothing confirmed is lost by a kill, nothing secret
//! stands on the disk, no changed byte goes unnoticed, every command answers in JSON and never waits for input.

mod clock;
mod contract;
mod faults;
mod flips;
mod journal_cut;
mod kills;
mod plaintext;
mod power;
mod small_disk;
mod story;
mod together;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::sandbox::{Ran, Sandbox};

/// The program with real randomness and a temporary folder of its own.
fn command(sandbox: &Sandbox) -> Command {
    let mut command = sandbox.command(env!("CARGO_BIN_EXE_optimactl"));
    command
        .env_remove("OPTIMACTL_TEST_SEED")
        .env("TMPDIR", sandbox.path("tmp"));
    command
}

fn ask(sandbox: &Sandbox, words: &[&str], input: &str) -> Ran {
    let mut command = command(sandbox);
    let mut child = command.args(words).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    let output = child.wait_with_output().unwrap();
    Ran {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap_or(-1),
    }
}

/// Every file below a folder. One that goes away meanwhile is left out.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    let mut ahead = vec![folder.to_owned()];
    while let Some(folder) = ahead.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else {
            continue;
        };
        for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
            if path.is_dir() {
                ahead.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Repeatable chance; `OPTIMACTL_KILLS_SEED` repeats a run that printed its seed.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap();
        let seed = std::env::var("OPTIMACTL_KILLS_SEED")
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(u64::from(now.subsec_nanos()) | 1);
        let told = format!("OPTIMACTL_KILLS_SEED={seed}\n");
        std::io::Write::write_all(&mut std::io::stderr(), told.as_bytes()).ok();
        Self(seed)
    }

    /// Between 0 and 1: xorshift64.
    fn roll(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

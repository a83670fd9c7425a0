//! `password calibrate`: measures what hashing costs on this machine and proposes parameters.

use std::time::Duration;

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, Table, View};
use crate::crypto::password::Cost;
use crate::domain::password::{self, Measured};

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Parameters for a quarter of a second",
        line: "optimactl password calibrate",
    },
    Example {
        what: "For a small machine with many sign-ins at once",
        line: "optimactl password calibrate --target 50ms --max-memory 32MiB",
    },
];

/// Find hashing parameters for this machine
///
/// Measures argon2id here and proposes parameters that take the target at most, memory first; never less than
/// the OWASP minimum of 19 MiB and two passes. Changes nothing: write the lines into the configuration, and every
/// password is hashed anew at its owner's next sign-in. Each sign-in takes the memory while it is checked, so
/// leave room for as many as come at once. Run it where sign-ins are checked, while the machine is idle. Needs no
/// store.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(
    &EXAMPLES,
    &[Kind::Usage],
    &["optimactl password report", "optimactl config template"],
))]
pub(crate) struct Args {
    /// How long checking a password may take: `10ms` to `10s`
    #[arg(long, value_name = "TIME", default_value = "250ms", value_parser = target)]
    target: Duration,
    /// The most memory that a check may take: `19MiB` to `1GiB`
    #[arg(long, value_name = "SIZE", default_value = "256MiB", value_parser = memory)]
    max_memory: u32,
}

fn target(typed: &str) -> Result<Duration, String> {
    let wrong = || "give a time from `10ms` to `10s`".to_owned();
    let millis = match typed.strip_suffix("ms") {
        Some(number) => number.parse().ok(),
        None => typed
            .strip_suffix('s')
            .and_then(|number| number.parse::<u64>().ok())
            .and_then(|seconds| seconds.checked_mul(1000)),
    };
    let millis = millis.filter(|millis| (10..=10_000).contains(millis));
    millis.map(Duration::from_millis).ok_or_else(wrong)
}

/// In KiB.
fn memory(typed: &str) -> Result<u32, String> {
    const UNITS: [(&str, u32); 3] = [("KiB", 1), ("MiB", 1 << 10), ("GiB", 1 << 20)];
    let read = |(unit, size): (&str, u32)| {
        let number: u32 = typed.strip_suffix(unit)?.parse().ok()?;
        number.checked_mul(size)
    };
    let range = Cost::STANDARD.memory..=Cost::CEILING.memory;
    UNITS
        .into_iter()
        .find_map(read)
        .filter(|kib| range.contains(kib))
        .ok_or_else(|| "give a size from `19MiB` to `1GiB`".to_owned())
}

#[derive(Serialize)]
struct Shown {
    target_ms: u128,
    now: Row,
    proposed: Row,
    #[serde(skip)]
    note: Option<String>,
}

#[derive(Serialize)]
struct Row {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    took_ms: u128,
}

impl From<Measured> for Row {
    fn from(measured: Measured) -> Self {
        let Cost {
            memory,
            passes,
            lanes,
        } = measured.cost;
        Self {
            memory_kib: memory,
            passes,
            lanes,
            took_ms: measured.took.as_millis(),
        }
    }
}

impl Answer for Shown {
    fn schema(&self) -> &'static str {
        "password-calibrate"
    }

    fn view(&self) -> View {
        let mut table = Table::new(&["", "memory KiB", "passes", "lanes", "ms"]);
        for (name, row) in [("now", &self.now), ("proposed", &self.proposed)] {
            table.row([
                name.to_owned(),
                row.memory_kib.to_string(),
                row.passes.to_string(),
                row.lanes.to_string(),
                row.took_ms.to_string(),
            ]);
        }
        let mut lines: Vec<String> = self.note.iter().cloned().collect();
        let same = |row: &Row| (row.memory_kib, row.passes, row.lanes);
        if same(&self.now) == same(&self.proposed) {
            lines.push("The parameters in use are the ones to use".to_owned());
        } else {
            lines.extend([
                "To use them, write into the configuration:".to_owned(),
                "[password]".to_owned(),
                format!("memory_kib = {}", self.proposed.memory_kib),
                format!("passes = {}", self.proposed.passes),
                format!("lanes = {}", self.proposed.lanes),
            ]);
        }
        View::Parts(vec![View::Table(table), View::Lines(lines)])
    }
}

pub(crate) fn run(args: &Args, ctx: &mut Context) -> Result<Exit> {
    let most = args.max_memory;
    let found = password::calibrate(&ctx.random(), ctx.effort()?.password, args.target, most)?;
    let note = (found.proposed.took > args.target).then(|| {
        "This machine takes longer even for the OWASP minimum, below which nothing is proposed"
            .to_owned()
    });
    ctx.answer(&Shown {
        target_ms: args.target.as_millis(),
        now: found.now.into(),
        proposed: found.proposed.into(),
        note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_told() {
        assert_eq!(target("250ms").unwrap(), Duration::from_millis(250));
        assert_eq!(target("2s").unwrap(), Duration::from_secs(2));
        assert_eq!(memory("64MiB").unwrap(), 65_536);
        assert_eq!(memory("1GiB").unwrap(), 1 << 20);
        for wrong in ["9ms", "11s", "1h", "", "99999999999999999999s", "\u{e9}s"] {
            assert!(target(wrong).is_err(), "{wrong}");
        }
        for wrong in ["18MiB", "2GiB", "64", "64MB", "4294967295GiB"] {
            assert!(memory(wrong).is_err(), "{wrong}");
        }
    }
}

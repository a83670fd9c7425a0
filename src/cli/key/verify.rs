//! `key verify`: does every slot still hold what the keyring vouches for.

use serde::Serialize;

use crate::base::error::{Kind, Result};
use crate::cli::context::{Context, Exit};
use crate::cli::examples::{self, Example};
use crate::cli::render::{Answer, View};
use crate::domain::key;

const EXAMPLES: [Example; 2] = [
    Example {
        what: "Check every slot",
        line: "optimactl key verify",
    },
    Example {
        what: "Check that the offline identity still opens the store",
        line: "optimactl key verify --identity identity.txt",
    },
];

/// Check unlockers and slots
///
/// Compares every slot file with what the keyring vouches for, and tells which slot each given unlocker opens.
/// A slot that was changed or put there by somebody else ends with exit code 13.
#[derive(clap::Args)]
#[command(after_long_help = examples::help(&EXAMPLES, &examples::STORE, &["optimactl key list", "optimactl store check"]))]
pub(crate) struct Args {}

#[derive(Serialize)]
struct Answered {
    opened: Vec<Opened>,
    findings: Vec<String>,
}

#[derive(Serialize)]
struct Opened {
    unlocker: String,
    slot: Option<String>,
}

impl Answer for Answered {
    fn schema(&self) -> &'static str {
        "key-verify"
    }

    fn view(&self) -> View {
        let mut lines: Vec<String> = self
            .opened
            .iter()
            .map(|opened| match &opened.slot {
                Some(slot) => format!("OK    {} opens slot {slot}", opened.unlocker),
                None => format!("WARN  {} opens no slot", opened.unlocker),
            })
            .collect();
        lines.extend(
            self.findings
                .iter()
                .map(|finding| format!("FAIL  {finding}")),
        );
        if self.findings.is_empty() {
            lines.push("OK    every slot is as the keyring vouches for".to_owned());
        }
        View::Lines(lines)
    }
}

pub(crate) fn run(_args: &Args, ctx: &mut Context) -> Result<Exit> {
    let core = ctx.open()?;
    let verified = key::verify(&core, ctx.unlockers()?)?;
    drop(core);
    let damaged = !verified.findings.is_empty();
    let opened = verified
        .opened
        .into_iter()
        .map(|(unlocker, slot)| Opened { unlocker, slot });
    let answer = Answered {
        opened: opened.collect(),
        findings: verified.findings,
    };
    ctx.answer_with(&answer, damaged.then_some(Kind::Integrity))
}

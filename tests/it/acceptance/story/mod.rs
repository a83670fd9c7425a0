//! A story: one command after another changes accounts, makes, rewraps and prunes backups, rotates keys, goes back to
//! a backup and forth again; with what must be there afterwards, wherever it was cut.

mod kills;
mod require;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::process::{Child, Output};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Dice, command};
use crate::sandbox::{Ran, Sandbox};

type Names = BTreeSet<String>;

/// What a step is about to do; the words that do it stand in [`Story::words`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::acceptance) enum Step {
    Create(String),
    Lock(String),
    Backup,
    Delta,
    Rewrap,
    Prune,
    PruneAtOnce,
    Rotate(&'static str),
    Compact,
    Replace,
    Undo,
    Discard,
}

/// What was confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::acceptance) struct State {
    accounts: Names,
    /// What restricts is never lost: this only grows.
    locked: Names,
    /// The accounts in each replaced database, the last replaced one last.
    kept: Vec<Names>,
}

/// Where the store and its backups are looked at: the places of the story, or copies of them.
#[derive(Clone)]
pub(in crate::acceptance) struct Look {
    pub(in crate::acceptance) store: PathBuf,
    pub(in crate::acceptance) backups: PathBuf,
}

pub(in crate::acceptance) struct Story<'a> {
    sandbox: &'a Sandbox,
    look: Look,
    pub(in crate::acceptance) state: State,
    /// The accounts in each backup that was ever seen.
    snapshots: HashMap<String, Names>,
    /// Those that are there, the newest last.
    present: Vec<String>,
    confirmed: Vec<String>,
    turn: u32,
    lasts: HashMap<&'static str, Duration>,
    pub(in crate::acceptance) dice: Dice,
    /// What was said after a cut.
    pub(in crate::acceptance) said: Vec<String>,
}

/// A step that runs.
pub(in crate::acceptance) struct Running {
    pub(in crate::acceptance) child: Child,
    pub(in crate::acceptance) step: Step,
    began: Instant,
}

impl Step {
    const fn name(&self) -> &'static str {
        match self {
            Self::Create(_) => "account create",
            Self::Lock(_) => "account lock",
            Self::Backup => "backup create",
            Self::Delta => "backup create --delta",
            Self::Rewrap => "backup rewrap",
            Self::Prune => "backup prune",
            Self::PruneAtOnce => "backup prune --no-trash",
            Self::Rotate(what) => what,
            Self::Compact => "store compact",
            Self::Replace => "backup restore --replace",
            Self::Undo => "backup restore --undo",
            Self::Discard => "backup discard-replaced",
        }
    }
}

impl<'a> Story<'a> {
    pub(in crate::acceptance) fn begin(sandbox: &'a Sandbox, look: Look) -> Self {
        for number in ["1", "2"] {
            let line = format!(
                "OPTIMACTL_TEST_SEED={number} optimactl --store other init --new-identity other{number}.txt && rm -r other && \
                 grep -o 'age1[0-9a-z]*' other{number}.txt | head -1 > recipient{number}"
            );
            sandbox.sh(&line).ok();
        }
        let mut story = Self {
            sandbox,
            look,
            state: State::default(),
            snapshots: HashMap::new(),
            present: vec![],
            confirmed: vec![],
            turn: 0,
            lasts: HashMap::new(),
            dice: Dice::new(),
            said: vec![],
        };
        story.take_list(&Names::new());
        story
    }

    /// Runs `optimactl` on these places; a minute later each time.
    fn process(&self, look: &Look, words: &[String]) -> std::process::Command {
        let mut process = command(self.sandbox);
        let (hours, minutes) = (12 + self.turn / 60, self.turn % 60);
        let (days, hours) = (1 + hours / 24, hours % 24);
        process
            .args(["--store", look.store.to_str().unwrap()])
            .args(words)
            .env(
                "OPTIMACTL_TEST_TIME",
                format!("2026-12-{days:02}T{hours:02}:{minutes:02}:00Z"),
            );
        process
    }

    fn ask(&self, look: &Look, line: &str) -> Ran {
        let backups = look.backups.display().to_string();
        let words: Vec<String> = line
            .split(' ')
            .map(|word| word.replace("BACKUPS", &backups))
            .collect();
        let output = self.process(look, &words).output().unwrap();
        Ran {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    fn words(&self, step: &Step) -> Vec<String> {
        let line = match step {
            Step::Create(name) => {
                format!("account create {name} --email {name}@mail.example --no-password")
            }
            Step::Lock(name) => format!("account lock {name} --for 3000d --reason test --yes"),
            Step::Backup => "backup create --to BACKUPS".to_owned(),
            Step::Delta => "backup create --delta --to BACKUPS".to_owned(),
            Step::Rewrap => {
                let file = format!("recipient{}", 1 + self.turn % 2);
                let recipient = std::fs::read_to_string(self.sandbox.path(&file)).unwrap();
                format!(
                    "backup rewrap --all --from BACKUPS --yes --recipient {}",
                    recipient.trim()
                )
            }
            Step::Prune => "backup prune --from BACKUPS --keep-last 3 --max 1000 --yes".to_owned(),
            Step::PruneAtOnce => {
                "backup prune --from BACKUPS --keep-last 3 --max 1000 --no-trash --yes".to_owned()
            }
            Step::Rotate(line) => (*line).to_owned(),
            Step::Compact => "store compact".to_owned(),
            Step::Replace => {
                "backup restore --latest --from BACKUPS --replace --reason test --confirm store"
                    .to_owned()
            }
            Step::Undo => "backup restore --undo --reason test --confirm store".to_owned(),
            Step::Discard => "backup discard-replaced --all --yes".to_owned(),
        };
        let backups = self.look.backups.display().to_string();
        line.replace("BACKUPS", &backups)
            .split(' ')
            .map(str::to_owned)
            .chain(["--format".to_owned(), "json".to_owned()])
            .collect()
    }

    /// The next step; one that goes back leads to other accounts than there are, so that it can be told.
    pub(in crate::acceptance) fn next(&mut self) -> Step {
        self.turn += 1;
        let create = Step::Create(format!("s-{}", self.turn));
        let at = self.dice.roll() * 20.0;
        let free = self.state.accounts.difference(&self.state.locked).next();
        match at {
            ..2.0 => create,
            ..4.0 => free.map_or(create, |name| Step::Lock(name.clone())),
            ..6.0 => Step::Backup,
            ..8.0 => Step::Delta,
            ..9.5 => Step::Rewrap,
            ..10.5 => Step::Prune,
            ..11.5 => Step::PruneAtOnce,
            ..12.2 => Step::Rotate("key rotate"),
            ..13.0 => Step::Rotate("key rotate --master"),
            ..13.5 => Step::Rotate("key rotate --signing"),
            ..14.0 => Step::Rotate("key rotate --pepper"),
            ..14.5 => Step::Rotate("key rotate --journal"),
            ..15.0 => Step::Compact,
            _ if self.state.kept.len() > 2 => Step::Discard,
            ..17.5 if self.newest() != Some(&self.state.accounts) => Step::Replace,
            _ if self
                .state
                .kept
                .last()
                .is_some_and(|kept| *kept != self.state.accounts) =>
            {
                Step::Undo
            }
            _ => create,
        }
    }

    /// The accounts in the newest backup.
    fn newest(&self) -> Option<&Names> {
        self.snapshots.get(self.present.last()?)
    }

    /// What is there when the step is done.
    pub(in crate::acceptance) fn after(&self, step: &Step) -> State {
        let mut state = self.state.clone();
        match step {
            Step::Create(name) => {
                state.accounts.insert(name.clone());
            }
            Step::Lock(name) => {
                state.locked.insert(name.clone());
            }
            Step::Replace => {
                let newest = self.newest().unwrap().clone();
                state
                    .kept
                    .push(std::mem::replace(&mut state.accounts, newest));
            }
            Step::Undo => {
                let last = state.kept.last_mut().unwrap();
                std::mem::swap(last, &mut state.accounts);
            }
            Step::Discard => state.kept.clear(),
            _ => {}
        }
        state
    }

    pub(in crate::acceptance) fn start(&self, step: Step) -> Running {
        let words = self.words(&step);
        Running {
            child: self.process(&self.look, &words).spawn().unwrap(),
            step,
            began: Instant::now(),
        }
    }

    /// A random moment while such a step runs, or shortly after.
    pub(in crate::acceptance) fn moment(&mut self, step: &Step) -> Duration {
        let usual = self.lasts.get(step.name()).copied();
        let usual = usual.unwrap_or(Duration::from_millis(120));
        usual.mul_f64(self.dice.roll() * 1.1)
    }

    /// Waits for a step; whether it was confirmed, or was killed.
    pub(in crate::acceptance) fn finish(&mut self, running: Running) -> (Step, bool) {
        let Running { child, step, began } = running;
        let output = child.wait_with_output().unwrap();
        match output.status.code() {
            Some(0) => {}
            None => return (step, false),
            Some(code) => panic!(
                "{} ended with {code}: {}{}",
                step.name(),
                errors(&output),
                String::from_utf8_lossy(&output.stdout)
            ),
        }
        let lasted = began.elapsed();
        let usual = self.lasts.entry(step.name()).or_insert(lasted);
        *usual = (*usual * 3 + lasted) / 4;
        if let Step::Backup | Step::Delta = step {
            let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
            let id = answer["data"]["id"].as_str().unwrap();
            self.confirmed.push(id.to_owned());
            self.snapshots
                .insert(id.to_owned(), self.state.accounts.clone());
        }
        (step, true)
    }

    /// The step is done: what follows builds on it.
    pub(in crate::acceptance) fn go_on(&mut self, step: &Step) {
        self.state = self.after(step);
        self.take_list(&self.state.accounts.clone());
    }

    /// Learns which backups are there; one that nobody confirmed holds these accounts.
    fn take_list(&mut self, accounts: &Names) {
        let all = self.listed(&self.look.clone());
        self.present = all
            .iter()
            .filter(|row| row["state"] == "present")
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect();
        for id in &self.present {
            self.snapshots
                .entry(id.clone())
                .or_insert_with(|| accounts.clone());
        }
    }

    fn listed(&self, look: &Look) -> Vec<Value> {
        let listed = self
            .ask(look, "backup list --all --from BACKUPS --format json")
            .json();
        listed["data"]["backups"].as_array().unwrap().clone()
    }

    /// After a cut: what is there, and the story goes on from it.
    pub(in crate::acceptance) fn mend(&mut self, step: &Step) {
        if *step == Step::Discard {
            // Each of them is there or gone; again, and all of them are.
            let again = self.ask(&self.look.clone(), "backup discard-replaced --all --yes");
            assert!([0, 14].contains(&again.code), "{}", again.stderr);
        }
        let states = [self.state.clone(), self.after(step)];
        let told = format!("a cut of `{}`, turn {}", step.name(), self.turn);
        self.state = self.require(&self.look.clone(), &states, &told);
        self.take_list(&self.state.accounts.clone());
    }

    pub(in crate::acceptance) const fn confirmed(&self) -> usize {
        self.confirmed.len()
    }
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

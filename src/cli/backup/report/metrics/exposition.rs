//! The text format of Prometheus (version 0.0.4): samples of our own metrics, read strictly and written sorted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The metrics, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Metric {
    LastSuccess,
    LastVerified,
    NewestAge,
    Count,
    Bytes,
    LastRun,
    LastExitCode,
    Duration,
}

impl Metric {
    const ALL: [Self; 8] = [
        Self::LastSuccess,
        Self::LastVerified,
        Self::NewestAge,
        Self::Count,
        Self::Bytes,
        Self::LastRun,
        Self::LastExitCode,
        Self::Duration,
    ];

    /// Its name and what it means.
    const fn row(self) -> (&'static str, &'static str) {
        match self {
            Self::LastSuccess => (
                "optimactl_backup_last_success_timestamp_seconds",
                "When the newest backup at a target was made.",
            ),
            Self::LastVerified => (
                "optimactl_backup_last_verified_timestamp_seconds",
                "When a backup last passed a level of verification.",
            ),
            Self::NewestAge => (
                "optimactl_backup_newest_age_seconds",
                "How old the newest backup was when this was written.",
            ),
            Self::Count => (
                "optimactl_backup_kept",
                "How many backups are kept at a target.",
            ),
            Self::Bytes => (
                "optimactl_backup_bytes",
                "Size of the newest backup: its file, and the image of the store in it.",
            ),
            Self::LastRun => (
                "optimactl_backup_last_run_timestamp_seconds",
                "When a command last ended, well or not.",
            ),
            Self::LastExitCode => (
                "optimactl_backup_last_exit_code",
                "What a command last ended with; see optimactl-exit-codes(7).",
            ),
            Self::Duration => (
                "optimactl_backup_duration_seconds",
                "How long the last run of a command took.",
            ),
        }
    }
}

/// The labels besides `store`, sorted by name.
type Labels = Vec<(String, String)>;

/// The samples of one store, and the lines of others as they are.
pub(super) struct Samples {
    store: String,
    own: BTreeMap<(Metric, Labels), f64>,
    others: BTreeMap<(Metric, Labels), f64>,
}

impl Samples {
    /// Reads an earlier file; lines that we would not have written are dropped.
    pub(super) fn read(text: &str, store: &str) -> Self {
        let mut samples = Self {
            store: store.to_owned(),
            own: BTreeMap::new(),
            others: BTreeMap::new(),
        };
        for (metric, mut labels, value) in text.lines().filter_map(line) {
            let here = labels
                .iter()
                .position(|(name, of)| name == "store" && of == store);
            match here {
                Some(at) => {
                    labels.remove(at);
                    samples.own.insert((metric, labels), value);
                }
                None => {
                    samples.others.insert((metric, labels), value);
                }
            }
        }
        samples
    }

    pub(super) fn set(&mut self, metric: Metric, labels: &[(&str, &str)], value: f64) {
        self.own.insert((metric, owned(labels)), value);
    }

    pub(super) fn add(&mut self, metric: Metric, labels: &[(&str, &str)], value: f64) {
        *self.own.entry((metric, owned(labels))).or_insert(0.0) += value;
    }

    /// Keeps the larger one.
    pub(super) fn raise(&mut self, metric: Metric, labels: &[(&str, &str)], value: f64) {
        let kept = self.own.entry((metric, owned(labels))).or_insert(value);
        *kept = kept.max(value);
    }

    pub(super) fn drop_all(&mut self, metrics: &[Metric]) {
        self.own.retain(|(metric, _), _| !metrics.contains(metric));
    }

    pub(super) fn largest(&self, metric: Metric) -> Option<f64> {
        let own = self.own.iter().filter(|((one, _), _)| *one == metric);
        own.map(|(_, value)| *value).reduce(f64::max)
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for metric in Metric::ALL {
            let (name, meaning) = metric.row();
            let mut lines: Vec<String> = vec![];
            for ((_, labels), value) in self.own.iter().filter(|((one, _), _)| *one == metric) {
                let mut labels = labels.clone();
                labels.push(("store".to_owned(), self.store.clone()));
                lines.push(format!("{name}{} {value}", braced(&labels)));
            }
            for ((_, labels), value) in self.others.iter().filter(|((one, _), _)| *one == metric) {
                lines.push(format!("{name}{} {value}", braced(labels)));
            }
            if lines.is_empty() {
                continue;
            }
            write!(text, "# HELP {name} {meaning}\n# TYPE {name} gauge\n").ok();
            for line in lines {
                writeln!(text, "{line}").ok();
            }
        }
        text
    }
}

fn owned(labels: &[(&str, &str)]) -> Labels {
    let pairs = labels.iter();
    pairs
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn braced(labels: &Labels) -> String {
    let pairs: Vec<String> = labels
        .iter()
        .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
        .collect();
    format!("{{{}}}", pairs.join(","))
}

fn escaped(value: &str) -> String {
    let value = value.replace('\\', "\\\\");
    value.replace('"', "\\\"").replace('\n', "\\n")
}

/// `NAME{LABEL="VALUE",…} NUMBER` of one of our metrics.
pub(super) fn line(line: &str) -> Option<(Metric, Labels, f64)> {
    let (name, rest) = line.split_once('{')?;
    let metric = Metric::ALL
        .into_iter()
        .find(|metric| metric.row().0 == name)?;
    let mut labels = vec![];
    let mut rest = rest;
    loop {
        let (label, after) = rest.split_once("=\"")?;
        let (value, after) = quoted(after)?;
        labels.push((label.to_owned(), value));
        let Some(more) = after.strip_prefix(',') else {
            let value: f64 = after.strip_prefix("} ")?.parse().ok()?;
            return value.is_finite().then_some((metric, labels, value));
        };
        rest = more;
    }
}

/// The value up to its closing quote, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, text.get(at + 1..)?)),
            '\\' => value.push(match chars.next()?.1 {
                'n' => '\n',
                c @ ('\\' | '"') => c,
                _ => return None,
            }),
            c => value.push(c),
        }
    }
    None
}

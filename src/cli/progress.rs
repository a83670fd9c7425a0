//! Shows how far long work has come: a bar on a terminal, a line every 30 seconds in a log, else nothing.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::base::progress::Progress;

use super::context::Context;
use super::global::Format;
use super::overheard::Stop;
use super::ui::{self, Loudness};

/// Work shorter than this stays quiet.
const DELAY: Duration = Duration::from_millis(250);
const LOG_EVERY: Duration = Duration::from_secs(30);

/// What the numbers count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Bytes,
    Items,
}

enum Manner {
    Silent,
    Bar,
    Log,
}

pub(crate) struct Meter {
    what: String,
    unit: Unit,
    manner: Manner,
    started: Instant,
    told: Instant,
    bar: Option<ProgressBar>,
    stop: Stop,
}

impl Meter {
    /// `what` says what is done, like `copying`.
    pub(crate) fn new(ctx: &Context, what: &str, unit: Unit) -> Self {
        let unwanted = ctx.ui.loudness() == Loudness::Quiet || ctx.ui.format() != Format::Text;
        let manner = match (unwanted, io::stderr().is_terminal()) {
            (false, true) => Manner::Bar,
            (false, false) if ctx.flags.progress => Manner::Log,
            _ => Manner::Silent,
        };
        let now = Instant::now();
        Self {
            what: what.to_owned(),
            unit,
            manner,
            started: now,
            told: now,
            bar: None,
            stop: ctx.overheard.stop(),
        }
    }

    /// Takes a state; cheap enough to call for every block of data.
    pub(crate) fn report(&mut self, progress: Progress) {
        self.stop.rest_if_raised();
        match self.manner {
            Manner::Silent => {}
            Manner::Bar => self.draw(progress),
            Manner::Log => self.log(progress),
        }
    }

    fn draw(&mut self, progress: Progress) {
        if self.bar.is_none() && self.started.elapsed() < DELAY {
            return;
        }
        let bar = self
            .bar
            .get_or_insert_with(|| new_bar(&self.what, self.unit, progress.total));
        bar.set_position(progress.done);
    }

    fn log(&mut self, progress: Progress) {
        if self.told.elapsed() < LOG_EVERY {
            return;
        }
        self.told = Instant::now();
        let total = progress
            .total
            .map(|total| format!(" of {}", self.shown(total)))
            .unwrap_or_default();
        ui::progress_line(&format!(
            "{}: {}{total}{}",
            self.what,
            self.shown(progress.done),
            self.pace(progress)
        ));
    }

    /// How much in a second, and how long the rest takes at that rate.
    fn pace(&self, progress: Progress) -> String {
        let seconds = self.started.elapsed().as_secs().max(1);
        let rate = progress.done / seconds;
        let left = progress
            .total
            .and_then(|total| total.saturating_sub(progress.done).checked_div(rate))
            .map(|left| {
                format!(
                    ", {} left",
                    indicatif::HumanDuration(Duration::from_secs(left))
                )
            })
            .unwrap_or_default();
        format!(", {}/s{left}", self.shown(rate))
    }

    fn shown(&self, amount: u64) -> String {
        match self.unit {
            Unit::Bytes => indicatif::HumanBytes(amount).to_string(),
            Unit::Items => indicatif::HumanCount(amount).to_string(),
        }
    }
}

/// A bar that ends with its meter, also when the work fails: the message must not stand behind it.
impl Drop for Meter {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn new_bar(what: &str, unit: Unit, total: Option<u64>) -> ProgressBar {
    let template = match (unit, total) {
        (Unit::Bytes, Some(_)) => {
            "{msg} [{wide_bar}] {bytes}/{total_bytes} {bytes_per_sec} {eta} left"
        }
        (Unit::Items, Some(_)) => "{msg} [{wide_bar}] {human_pos}/{human_len} {eta} left",
        (Unit::Bytes, None) => "{spinner} {msg} {bytes} {bytes_per_sec}",
        (Unit::Items, None) => "{spinner} {msg} {human_pos}",
    };
    let style = ProgressStyle::with_template(template).map_or_else(
        |_| ProgressStyle::default_bar(),
        |style| style.progress_chars("=> "),
    );
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr());
    bar.set_style(style);
    bar.set_message(what.to_owned());
    bar
}

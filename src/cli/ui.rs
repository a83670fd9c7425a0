//! The terminal: the answer on standard output, everything else on standard error. The only file that
//! prints; what it prints is made in `render`.

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};

use clap::ValueEnum as _;

use crate::base::error::{Error, Result};

use super::global::{Color, Format, GlobalArgs};
use super::render::{self, times::Times};
use super::settings::Environment;

/// How much is said besides the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Loudness {
    Quiet,
    Normal,
    Verbose,
}

/// What the answer is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sink {
    Terminal { width: u16 },
    Pipe,
}

#[derive(Clone, Debug)]
pub(crate) struct Ui {
    format: Format,
    color: Color,
    loudness: Loudness,
    sink: Sink,
    utc: bool,
    no_color: bool,
}

impl Ui {
    pub(crate) fn new(flags: &GlobalArgs, environment: &Environment) -> Self {
        let loudness = match (flags.quiet, flags.verbose) {
            (true, _) => Loudness::Quiet,
            (false, 0) => Loudness::Normal,
            (false, _) => Loudness::Verbose,
        };
        Self {
            format: flags.format,
            color: match flags.color {
                Color::Auto if environment.forces_color() => Color::Always,
                chosen => chosen,
            },
            loudness,
            sink: sink(),
            utc: flags.utc,
            no_color: environment.refuses_color(),
        }
    }

    /// What can be known before the line is parsed: the format and color it asks for, anywhere on it. Usage
    /// errors must honor them.
    pub(crate) fn early(words: &[OsString]) -> Self {
        let format = asked(words, "--format").and_then(|word| Format::from_str(&word, true).ok());
        let color = asked(words, "--color").and_then(|word| Color::from_str(&word, true).ok());
        let environment = Environment::read();
        let flags = GlobalArgs {
            format: format.unwrap_or_default(),
            color: color.unwrap_or_default(),
            ..GlobalArgs::default()
        };
        Self::new(&flags, &environment)
    }

    #[cfg(test)]
    pub(crate) fn sample(format: Format, sink: Sink) -> Self {
        let flags = GlobalArgs {
            format,
            ..GlobalArgs::default()
        };
        Self {
            sink,
            ..Self::new(&flags, &Environment::default())
        }
    }

    pub(crate) const fn show_utc(&mut self) {
        self.utc = true;
    }

    pub(crate) const fn format(&self) -> Format {
        self.format
    }

    pub(crate) const fn sink(&self) -> Sink {
        self.sink
    }

    pub(crate) const fn is_utc(&self) -> bool {
        self.utc
    }

    pub(crate) const fn loudness(&self) -> Loudness {
        self.loudness
    }

    pub(crate) const fn clap_color(&self) -> clap::ColorChoice {
        match self.color {
            Color::Auto => clap::ColorChoice::Auto,
            Color::Always => clap::ColorChoice::Always,
            Color::Never => clap::ColorChoice::Never,
        }
    }

    /// Writes a rendered answer. Under `-q` a text answer is dropped; a reader that went away is no error.
    pub(crate) fn answer(&self, text: &str) -> Result<()> {
        if self.format == Format::Text && self.loudness == Loudness::Quiet {
            return Ok(());
        }
        artifact(text)
    }

    /// Tells what went wrong and returns the exit code that says the same.
    pub(crate) fn error(&self, error: &Error) -> u8 {
        let text = if self.format.is_json() {
            render::error_json(error)
        } else {
            self.timed(&render::error_text(
                error,
                if self.colors_stderr() {
                    "\u{1b}[1;31merror\u{1b}[0m"
                } else {
                    "error"
                },
            ))
        };
        say(&text);
        error.kind.exit()
    }

    /// Something a person should know although it worked. Silent without a terminal (a cron mail would be
    /// about nothing) unless `-v` asks for it.
    pub(crate) fn warn(&self, text: &str) {
        self.say_aside("warning", text);
    }

    /// Something about the store's integrity, or what was mended: heard without a terminal, too, because a cron
    /// mail about it is about something.
    pub(crate) fn alert(&self, text: &str) {
        if self.loudness != Loudness::Quiet && self.format == Format::Text {
            say(&format!("warning: {}\n", render::safe_lines(text)));
        }
    }

    /// How to go on, or how to undo what was done.
    pub(crate) fn hint(&self, text: &str) {
        self.say_aside("hint", text);
    }

    /// A step of the work, told under `-v`.
    pub(crate) fn note(&self, text: &str) {
        if self.loudness == Loudness::Verbose {
            self.say_aside("note", text);
        }
    }

    fn say_aside(&self, label: &str, text: &str) {
        let heard = match self.loudness {
            Loudness::Quiet => false,
            Loudness::Normal => io::stderr().is_terminal(),
            Loudness::Verbose => true,
        };
        if heard && self.format == Format::Text {
            say(&self.timed(&format!("{label}: {}\n", render::safe_lines(text))));
        }
    }

    /// Shows what a question is about, on standard error, before it is asked.
    pub(crate) fn before_question(&self, text: &str) {
        say(&self.timed(&format!("{}\n", render::safe_lines(text))));
    }

    /// The zone of a terminal's answers holds for what is said beside them.
    fn timed(&self, text: &str) -> String {
        if io::stderr().is_terminal() {
            Times::new(self.utc).sentence(text)
        } else {
            text.to_owned()
        }
    }

    /// Whether colors may be written into the answer.
    pub(crate) fn colors_stdout(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !self.no_color && io::stdout().is_terminal(),
        }
    }

    fn colors_stderr(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !self.no_color && io::stderr().is_terminal(),
        }
    }
}

/// An artifact that counts as handed out: a reader that went away does not have it.
pub(crate) fn delivered(artifact: &[u8]) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(artifact)
        .and_then(|()| out.flush())
        .map_err(|error| Error::failed("cannot write it to standard output").because(error))
}

/// Writes something whose form is not a matter of `--format`: a script, a file to start from.
pub(crate) fn artifact(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::failed("cannot write the answer to standard output")
                .because(error)
                .hint(
                    "what the command changed stays changed: see `optimactl audit list --limit 3`",
                ))
        }
        _ => Ok(()),
    }
}

/// One line of progress in a log.
pub(crate) fn progress_line(text: &str) {
    say(&format!("{text}\n"));
}

/// A standard error that is closed leaves nobody to tell; the exit code still does.
fn say(text: &str) {
    io::stderr().lock().write_all(text.as_bytes()).ok();
}

fn sink() -> Sink {
    let out = io::stdout();
    if !out.is_terminal() {
        return Sink::Pipe;
    }
    let width = rustix::termios::tcgetwinsize(&out).map_or(0, |size| size.ws_col);
    Sink::Terminal {
        width: if width == 0 { 80 } else { width },
    }
}

/// The value of a flag, wherever it stands: `--format json` or `--format=json`.
fn asked(words: &[OsString], flag: &str) -> Option<String> {
    let mut words = words
        .iter()
        .filter_map(|word| word.to_str())
        .take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let Some(rest) = word.strip_prefix(flag) else {
            continue;
        };
        match rest.strip_prefix('=') {
            Some(value) => return Some(value.to_owned()),
            None if rest.is_empty() => return words.next().map(str::to_owned),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_found_anywhere_on_the_line() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(
            Ui::early(&words("x a --format json --bad")).format(),
            Format::Json
        );
        assert_eq!(
            Ui::early(&words("x --format=jsonl a")).format(),
            Format::Jsonl
        );
        assert_eq!(Ui::early(&words("x --format yaml")).format(), Format::Text);
        assert_eq!(
            Ui::early(&words("x -- --format json")).format(),
            Format::Text
        );
    }
}

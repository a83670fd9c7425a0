//! Answers too long to hold: written as they come, in the format asked for. Made for lists of equal items.

use std::io::{self, BufWriter, StdoutLock, Write};

use serde::Serialize;

use crate::base::error::{Error, Result};

use super::global::Format;
use super::render;
use super::ui::{Loudness, Sink, Ui};

/// Standard output behind a buffer. A reader that went away (`| head`) closes it without an error.
pub(crate) struct Pipe {
    out: BufWriter<StdoutLock<'static>>,
    closed: bool,
}

impl Pipe {
    pub(crate) fn stdout() -> Self {
        Self {
            out: BufWriter::with_capacity(64 * 1024, io::stdout().lock()),
            closed: false,
        }
    }

    /// Whether the reader went away; long work may stop then.
    pub(crate) const fn is_closed(&self) -> bool {
        self.closed
    }

    fn quietly<T>(&mut self, outcome: io::Result<T>, otherwise: T) -> io::Result<T> {
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(otherwise)
            }
            other => other,
        }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        let outcome = self.out.write(bytes);
        self.quietly(outcome, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        let outcome = self.out.flush();
        self.quietly(outcome, ())
    }
}

/// A list in the making.
pub(crate) struct Stream {
    pipe: Pipe,
    format: Format,
    sink: Sink,
    items: u64,
    muted: bool,
}

impl Stream {
    pub(crate) fn open(ui: &Ui, schema: &str, header: &[&str]) -> Result<Self> {
        let format = ui.format();
        let muted = format == Format::Text && ui.loudness() == Loudness::Quiet;
        let mut stream = Self {
            pipe: Pipe::stdout(),
            format,
            sink: ui.sink(),
            items: 0,
            muted,
        };
        match format {
            Format::Json => {
                let name = render::json_line(&render::schema(schema))?;
                stream.write(&format!("{{\"schema\":{},\"data\":[", name.trim_end()))?;
            }
            Format::Csv => stream.write(&render::csv_line(header)?)?,
            Format::Text | Format::Jsonl => {}
        }
        Ok(stream)
    }

    /// Writes one item: `data` for programs, `cells` for people and CSV.
    pub(crate) fn item<T: Serialize>(&mut self, data: &T, cells: &[String]) -> Result<()> {
        let text = match self.format {
            Format::Text => render::tab_line(cells),
            Format::Csv => render::csv_line(cells)?,
            Format::Jsonl => render::json_line(data)?,
            Format::Json if self.items == 0 => render::json_line(data)?,
            Format::Json => format!(",{}", render::json_line(data)?),
        };
        self.items += 1;
        self.write(&text)
    }

    pub(crate) const fn is_closed(&self) -> bool {
        self.pipe.is_closed()
    }

    /// Whether whoever reads the output went away, which a writer without anything to write is not told.
    pub(crate) fn reader_is_gone() -> bool {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let stdout = io::stdout();
        let mut watched = [PollFd::new(&stdout, PollFlags::empty())];
        let now = Timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        let gone = PollFlags::ERR | PollFlags::NVAL;
        poll(&mut watched, Some(&now)).is_ok_and(|_| watched[0].revents().intersects(gone))
    }

    /// Hands over what was written so far, where the next item may be long in coming.
    pub(crate) fn flush(&mut self) -> Result<()> {
        self.pipe.flush().map_err(|error| unwritable(&error))
    }

    /// Ends the list. Without it a JSON reader sees a broken document, which after an error is the truth.
    pub(crate) fn finish(self) -> Result<()> {
        self.finish_page(None)
    }

    /// Ends a page of a list; JSON says beside the items what to ask for next.
    pub(crate) fn finish_page(mut self, next: Option<&str>) -> Result<()> {
        if self.format == Format::Json {
            let end = match next {
                Some(next) => format!("],\"next\":{}}}\n", render::json_line(next)?.trim_end()),
                None => "]}\n".to_owned(),
            };
            self.write(&end)?;
        }
        self.pipe.flush().map_err(|error| unwritable(&error))
    }

    fn write(&mut self, text: &str) -> Result<()> {
        if self.muted {
            return Ok(());
        }
        self.pipe
            .write_all(text.as_bytes())
            .map_err(|error| unwritable(&error))
    }
}

fn unwritable(error: &io::Error) -> Error {
    Error::failed("cannot write the answer to standard output").because(error)
}

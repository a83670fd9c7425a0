//! Lines in and lines out, each on a thread of its own. A place in the window is taken before a line is read and
//! given back when its answer is written, so neither side can fill the memory.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read as _, Write as _};
use std::sync::mpsc::{Receiver, Sender, SyncSender};

use zeroize::{Zeroize as _, Zeroizing};

use super::{Asked, News};
use crate::base::error::{Error, Result};
use crate::cli::stream::Pipe;
use crate::domain::auth::wire;

/// An answer, and the number of the line that it answers.
pub(super) struct Written {
    pub(super) number: u64,
    pub(super) text: String,
}

/// In which order answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Lines,
    Any,
}

/// One line as it came in.
enum Raw {
    End,
    Empty,
    Text,
    TooLong,
}

/// Reads standard input to its end, or until nobody wants its lines.
pub(super) fn read(news: &Sender<News>, taken: &SyncSender<()>) {
    let mut input = io::stdin().lock();
    let mut bytes = Zeroizing::new(Vec::with_capacity(wire::REQUEST_LIMIT + 2));
    let mut number = 0;
    while taken.send(()).is_ok() {
        let raw = loop {
            match next(&mut input, &mut bytes) {
                Ok(Raw::Empty) => {}
                other => break other,
            }
        };
        let line = match raw {
            Ok(Raw::End) => {
                news.send(News::End(Ok(()))).ok();
                return;
            }
            Err(error) => {
                let error = Error::failed("cannot read standard input").because(error);
                news.send(News::End(Err(error))).ok();
                return;
            }
            Ok(Raw::TooLong) => refused(format!(
                "the line is longer than {} bytes",
                wire::REQUEST_LIMIT
            )),
            Ok(Raw::Text | Raw::Empty) => match std::str::from_utf8(&bytes) {
                Ok(text) => wire::read_line(text),
                Err(_) => refused("the line is not UTF-8 text".to_owned()),
            },
        };
        bytes.zeroize();
        if news.send(News::Line(Asked { number, line })).is_err() {
            return;
        }
        number += 1;
    }
}

fn refused(why: String) -> wire::Line {
    wire::Line {
        id: None,
        asked: Err(Error::usage(why)),
    }
}

/// Reads up to the end of the line; one that is too long is passed over to its end, without being kept.
fn next(input: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<Raw> {
    bytes.clear();
    let most = u64::try_from(wire::REQUEST_LIMIT + 1).unwrap_or(u64::MAX);
    if input.by_ref().take(most).read_until(b'\n', bytes)? == 0 {
        return Ok(Raw::End);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if bytes.len() > wire::REQUEST_LIMIT {
        input.skip_until(b'\n')?;
        return Ok(Raw::TooLong);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Raw::Empty);
    }
    Ok(Raw::Text)
}

/// Writes answers until none come any more. When the caller goes away it says so and ends: that is not a failure.
pub(super) fn write(
    order: Order,
    answers: &Receiver<Written>,
    (news, room): (&Sender<News>, &Receiver<()>),
) -> Result<()> {
    let outcome = pass_on(order, answers, room).map_err(|error| {
        Error::failed("cannot write the answers to standard output").because(error)
    });
    news.send(News::Closed).ok();
    outcome
}

fn pass_on(order: Order, answers: &Receiver<Written>, room: &Receiver<()>) -> io::Result<()> {
    let mut pipe = Pipe::stdout();
    let mut early = BTreeMap::new();
    let mut next = 0;
    while let Ok(answer) = answers.recv() {
        let mut more = Some(answer);
        while let Some(answer) = more {
            match order {
                Order::Any => put(&mut pipe, room, &answer.text)?,
                Order::Lines => {
                    early.insert(answer.number, answer.text);
                }
            }
            while let Some(text) = early.remove(&next) {
                put(&mut pipe, room, &text)?;
                next += 1;
            }
            more = answers.try_recv().ok();
        }
        pipe.flush()?;
        if pipe.is_closed() {
            return Ok(());
        }
    }
    Ok(())
}

/// Writes one line and gives its place in the window back.
fn put(pipe: &mut Pipe, room: &Receiver<()>, text: &str) -> io::Result<()> {
    pipe.write_all(text.as_bytes())?;
    room.recv().ok();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_bounded_and_the_next_one_is_whole() {
        let long = "x".repeat(3 * wire::REQUEST_LIMIT);
        let fits = "y".repeat(wire::REQUEST_LIMIT);
        let text = format!("a\r\n \n{long}\n{fits}\nlast");
        let mut input = text.as_bytes();
        let mut bytes = vec![];
        let mut seen = vec![];
        loop {
            match next(&mut input, &mut bytes).unwrap() {
                Raw::End => break,
                Raw::Empty => seen.push("empty".to_owned()),
                Raw::TooLong => seen.push("long".to_owned()),
                Raw::Text => seen.push(String::from_utf8(bytes.clone()).unwrap()),
            }
        }
        assert_eq!(seen, ["a\r", "empty", "long", &fits, "last"]);
    }
}

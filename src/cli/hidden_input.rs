//! Reads a line from the terminal without showing it. `dialoguer` switches only the echo off, so that Ctrl-C
//! would end the program and leave a terminal that shows nothing; here the terminal is always put back first.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};

use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use zeroize::Zeroizing;

/// The longest line, in bytes: the limit that secrets from standard input have, too.
const LIMIT: usize = 4096;
const CTRL_C: u8 = 0x03;
const CTRL_D: u8 = 0x04;
const BACKSPACE: u8 = 0x08;
const CTRL_U: u8 = 0x15;
const DELETE: u8 = 0x7f;

/// How the reading ended.
pub(crate) enum Typed {
    Line(Zeroizing<String>),
    Interrupted,
}

/// Puts the terminal back, whatever happens in between.
struct Restore<'a> {
    terminal: &'a File,
    before: Termios,
}

impl Drop for Restore<'_> {
    fn drop(&mut self) {
        tcsetattr(self.terminal, OptionalActions::Flush, &self.before).ok();
    }
}

/// Shows `prompt` and reads a line from the terminal, unseen.
pub(crate) fn line(prompt: &str) -> io::Result<Typed> {
    let mut terminal = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
    write!(terminal, "{prompt}: ")?;
    let typed = unseen(&terminal);
    writeln!(terminal)?;
    typed
}

fn unseen(mut terminal: &File) -> io::Result<Typed> {
    let before = tcgetattr(terminal)?;
    let mut silent = before.clone();
    silent
        .local_modes
        .remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
    // Without these two, a read could come back empty at once.
    set_code(&mut silent, SpecialCodeIndex::VMIN, 1);
    set_code(&mut silent, SpecialCodeIndex::VTIME, 0);
    let _restore = Restore { terminal, before };
    tcsetattr(terminal, OptionalActions::Flush, &silent)?;
    let mut line = Zeroizing::new(Vec::with_capacity(LIMIT));
    let mut byte = Zeroizing::new([0_u8; 1]);
    while terminal.read(byte.as_mut_slice())? == 1 {
        let [typed] = *byte;
        match typed {
            b'\n' | b'\r' => break,
            CTRL_C => return Ok(Typed::Interrupted),
            CTRL_D if line.is_empty() => return Ok(Typed::Interrupted),
            BACKSPACE | DELETE => drop_last(&mut line),
            CTRL_U => line.clear(),
            typed if line.len() < LIMIT => line.push(typed),
            _ => {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "the line is too long",
                ));
            }
        }
    }
    text(&line)
}

fn set_code(termios: &mut Termios, index: SpecialCodeIndex, value: u8) {
    termios.special_codes[index] = value;
}

/// Removes the last character: its first byte and the continuation bytes after it.
fn drop_last(line: &mut Vec<u8>) {
    while let Some(byte) = line.pop() {
        if byte & 0b1100_0000 != 0b1000_0000 {
            return;
        }
    }
}

fn text(line: &[u8]) -> io::Result<Typed> {
    match std::str::from_utf8(line) {
        Ok(text) => Ok(Typed::Line(Zeroizing::new(text.to_owned()))),
        Err(_) => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is not UTF-8 text",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backspace_takes_a_whole_character() {
        let mut line = "aß漢".as_bytes().to_vec();
        drop_last(&mut line);
        assert_eq!(line, "aß".as_bytes());
        drop_last(&mut line);
        drop_last(&mut line);
        drop_last(&mut line);
        assert!(line.is_empty());
    }
}

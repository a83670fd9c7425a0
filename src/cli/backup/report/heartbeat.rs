//! The protocol of dead-man services: `URL/start`, `URL` when all went well, `URL/EXIT` when not, the run's id
//! as `rid`. The address is a secret: whoever has it can pretend that backups are made.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::base::error::{Error, Kind, Result};
use crate::cli::file_guard;
use crate::remote::http;

use super::facts::{Facts, Run};

/// A file of addresses larger than this is none.
const LIMIT: u64 = 16 << 10;
/// What services keep of a message.
const LONGEST: usize = 10_000;
const PAUSE: Duration = Duration::from_millis(500);
/// The commands that may have an address.
const COMMANDS: [&str; 4] = ["create", "verify", "prune", "watch"];

/// Where one command's pings go.
pub(super) struct Heartbeat {
    url: Zeroizing<String>,
    starting: Mutex<Option<JoinHandle<()>>>,
}

impl Heartbeat {
    /// The address of `command` in a private file, if it has one there.
    pub(super) fn read(path: &Path, command: &str) -> Result<Option<Self>> {
        file_guard::secret(path)?;
        let text = file_guard::read_text(path, LIMIT)?;
        let wrong = |number: usize, why: &str| {
            Error::usage(format!("line {number} of `{}` is wrong", path.display()))
                .because(why)
                .hint("a line is `COMMAND URL`, with `create`, `verify`, `prune` or `watch`, or one URL alone")
        };
        let mut found = None;
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            // Several commands at one address would hide from the service which of them went silent.
            let (of, address) = line
                .split_once(char::is_whitespace)
                .unwrap_or(("create", line));
            if !COMMANDS.contains(&of) {
                return Err(wrong(number + 1, "no such command is reported"));
            }
            let address = address.trim().trim_end_matches('/');
            http::require_safe(address).map_err(|error| wrong(number + 1, &error.to_string()))?;
            if of == command && found.replace(Zeroizing::new(address.to_owned())).is_some() {
                return Err(wrong(number + 1, "the command has an address already"));
            }
        }
        Ok(found.map(|url| Self {
            url,
            starting: Mutex::new(None),
        }))
    }

    /// Says that the run began, beside it: nothing waits for the answer.
    pub(super) fn start(&self, run: &Run, patience: Duration) {
        let url = self.address("start", &run.id);
        let sent = std::thread::spawn(move || {
            http::send(&url, b"", patience).ok();
        });
        *self.starting.lock().unwrap_or_else(PoisonError::into_inner) = Some(sent);
    }

    /// Says how it ended.
    pub(super) fn end(&self, facts: &Facts<'_>, tries: u32, patience: Duration) -> Result<()> {
        let starting = self
            .starting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        // The beginning never arrives after the end; it waits no longer than its own patience.
        if let Some(starting) = starting {
            starting.join().ok();
        }
        let word = match facts.ended.exit {
            0 => String::new(),
            exit => exit.to_string(),
        };
        let url = self.address(&word, &facts.run.id);
        let mut body = facts.lines();
        body.truncate(body.floor_char_boundary(LONGEST));
        let mut last = Error::new(Kind::Remote, "no try was made");
        for number in 0..tries {
            if number > 0 {
                std::thread::sleep(PAUSE);
            }
            match http::send(&url, body.as_bytes(), patience) {
                Ok(200..=299) => return Ok(()),
                Ok(status) => {
                    last = Error::new(Kind::Remote, format!("the service answered {status}"));
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    /// `URL/WORD?rid=ID`; a query that the address has already stays behind it.
    fn address(&self, word: &str, run: &str) -> Zeroizing<String> {
        let (path, query) = match self.url.split_once('?') {
            Some((path, query)) => (path.trim_end_matches('/'), format!("{query}&")),
            None => (self.url.as_str(), String::new()),
        };
        let slash = if word.is_empty() { "" } else { "/" };
        Zeroizing::new(format!("{path}{slash}{word}?{query}rid={run}"))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn read(text: &str, command: &str) -> Result<Option<String>> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("heartbeat");
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        let found = Heartbeat::read(&path, command)?;
        Ok(found.map(|found| found.address("start", "r").to_string()))
    }

    #[test]
    fn each_command_has_its_own_address() {
        let one = "https://hc.example/abc/\n";
        assert_eq!(
            read(one, "create").unwrap().unwrap(),
            "https://hc.example/abc/start?rid=r"
        );
        assert_eq!(read(one, "verify").unwrap(), None);
        let many = "# ours\ncreate https://a.example/1\n\nwatch  https://a.example/2?k=v\n";
        assert_eq!(
            read(many, "watch").unwrap().unwrap(),
            "https://a.example/2/start?k=v&rid=r"
        );
    }

    #[test]
    fn a_wrong_line_is_named_and_not_repeated() {
        for bad in [
            "http://hc.example/s3cret",
            "restore https://hc.example/s3cret",
            "https://a.example/s3cret\ncreate https://a.example/s3cret2",
        ] {
            let error = read(bad, "create").unwrap_err();
            assert_eq!(error.kind, Kind::Usage);
            assert!(!error.to_string().contains("s3cret"), "{error}");
        }
    }
}

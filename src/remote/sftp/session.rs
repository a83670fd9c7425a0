//! One `ssh` that runs a server's SFTP subsystem: requests go in, answers are collected by number, what `ssh` says is
//! kept for the error. Knows no files.

use std::collections::{HashMap, HashSet};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::base::error::{Error, Kind, Result};
use crate::remote::quoted;

use super::packet::{self, Answer, Request, strange};

/// No answer for this long: the other side is gone. A disk that spins up or a large `fsync` takes a while.
pub const SILENCE: Duration = Duration::from_mins(3);
/// As much of what `ssh` says is kept.
const SAID: u64 = 8 << 10;

/// Who is called, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    pub host: String,
    pub user: Option<String>,
    pub port: Option<u16>,
    pub identity_file: Option<PathBuf>,
    pub known_hosts: Option<PathBuf>,
    /// How long is waited for an answer: see [`SILENCE`].
    pub patience: Duration,
}

impl Access {
    /// The stock client, asking nothing and trusting no host that is not known.
    fn command(&self) -> Command {
        let mut command = Command::new("ssh");
        for option in [
            "BatchMode=yes",
            "StrictHostKeyChecking=yes",
            "UpdateHostKeys=no",
            "ClearAllForwardings=yes",
            "ForwardAgent=no",
            "PermitLocalCommand=no",
            "RequestTTY=no",
            // A background process of an earlier call must not outlive this one with its pipes.
            "ControlPath=none",
            "ConnectTimeout=15",
            "ServerAliveInterval=15",
            "ServerAliveCountMax=4",
            "LogLevel=ERROR",
        ] {
            command.args(["-o", option]);
        }
        if let Some(port) = self.port {
            command.args(["-p", &port.to_string()]);
        }
        if let Some(user) = &self.user {
            command.args(["-l", user]);
        }
        if let Some(path) = &self.identity_file {
            command
                .arg("-i")
                .arg(path)
                .args(["-o", "IdentitiesOnly=yes"]);
        }
        if let Some(path) = &self.known_hosts {
            // In quotes, or a blank in it would end the name.
            let option = format!("UserKnownHostsFile=\"{}\"", path.display());
            command.args(["-o", &option, "-o", "GlobalKnownHostsFile=/dev/null"]);
        }
        command.args(["-s", "--", &self.host, "sftp"]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

#[derive(Default)]
struct Inbox {
    expected: HashSet<u32>,
    answers: HashMap<u32, Answer>,
    /// Why nothing comes any more.
    over: Option<String>,
}

#[derive(Default)]
struct Shared {
    inbox: Mutex<Inbox>,
    arrived: Condvar,
}

pub(super) struct Session {
    name: String,
    child: Mutex<Child>,
    outgoing: Mutex<(ChildStdin, u32)>,
    shared: Arc<Shared>,
    said: Arc<Mutex<Vec<u8>>>,
    patience: Duration,
    pub(super) extensions: Vec<String>,
}

/// A lock whose holder died is still a lock on whole values here.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    pub(super) fn open(access: &Access, name: &str) -> Result<Self> {
        let mut child = access.command().spawn().map_err(|error| {
            Error::failed("the program `ssh` does not start")
                .because(error)
                .hint("install the OpenSSH client")
        })?;
        let missing = || Error::bug("a pipe to `ssh` is missing");
        let stdin = child.stdin.take().ok_or_else(missing)?;
        let mut stdout = child.stdout.take().ok_or_else(missing)?;
        let mut stderr = child.stderr.take().ok_or_else(missing)?;
        let said = Arc::new(Mutex::new(vec![]));
        let kept = Arc::clone(&said);
        std::thread::spawn(move || {
            let mut chunk = [0; 512];
            while let Ok(count) = stderr.read(&mut chunk) {
                let mut kept = held(&kept);
                let full = u64::try_from(kept.len()).is_ok_and(|length| length > SAID);
                match chunk.get(..count) {
                    Some([]) | None => break,
                    Some(_) if full => {}
                    Some(words) => kept.extend_from_slice(words),
                }
            }
        });
        let mut session = Self {
            name: name.to_owned(),
            child: Mutex::new(child),
            outgoing: Mutex::new((stdin, 0)),
            shared: Arc::new(Shared::default()),
            said,
            patience: access.patience,
            extensions: vec![],
        };
        session.write(&Request::new(packet::INIT).number(3).framed(None))?;
        let shared = Arc::clone(&session.shared);
        let (greet, greeted) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let greeting = frame(&mut stdout);
            let is_there = greeting.is_ok();
            if greet.send(greeting).is_ok() && is_there {
                collect(&shared, &mut stdout);
            }
        });
        // `ssh` watches the line, but not a server that took the call and says nothing.
        let silent = |_| Err("it does not answer".to_owned());
        let greeting = greeted.recv_timeout(access.patience).unwrap_or_else(silent);
        let greeting = greeting.map_err(|cause| session.broken(&cause))?;
        session.extensions = packet::greeting(&greeting)?;
        Ok(session)
    }

    pub(super) fn can(&self, extension: &str) -> bool {
        self.extensions.iter().any(|known| known == extension)
    }

    fn write(&self, bytes: &[u8]) -> Result<()> {
        let mut outgoing = held(&self.outgoing);
        let written = outgoing
            .0
            .write_all(bytes)
            .and_then(|()| outgoing.0.flush());
        drop(outgoing);
        written.map_err(|error| self.broken(&error.to_string()))
    }

    /// Sends a request; its answer is asked for later with [`wait`](Self::wait), exactly once.
    pub(super) fn send(&self, request: &Request) -> Result<u32> {
        let mut outgoing = held(&self.outgoing);
        outgoing.1 = outgoing.1.wrapping_add(1);
        let id = outgoing.1;
        held(&self.shared.inbox).expected.insert(id);
        let written = outgoing
            .0
            .write_all(&request.framed(Some(id)))
            .and_then(|()| outgoing.0.flush());
        drop(outgoing);
        written.map_err(|error| self.broken(&error.to_string()))?;
        Ok(id)
    }

    pub(super) fn wait(&self, id: u32) -> Result<Answer> {
        let end = Instant::now() + self.patience;
        let mut inbox = held(&self.shared.inbox);
        loop {
            if let Some(answer) = inbox.answers.remove(&id) {
                return Ok(answer);
            }
            if let Some(cause) = inbox.over.clone() {
                drop(inbox);
                return Err(self.broken(&cause));
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                drop(inbox);
                return Err(self.broken("it does not answer"));
            }
            let woken = self.shared.arrived.wait_timeout(inbox, left);
            inbox = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    pub(super) fn ask(&self, request: &Request) -> Result<Answer> {
        let id = self.send(request)?;
        self.wait(id)
    }

    /// The connection is over: what `ssh` said is the reason, if it said something.
    fn broken(&self, cause: &str) -> Error {
        let mut child = held(&self.child);
        // Its last words come before its end.
        let end = Instant::now() + Duration::from_secs(1);
        while Instant::now() < end && matches!(child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill().ok();
        child.wait().ok();
        drop(child);
        std::thread::sleep(Duration::from_millis(20));
        let said = String::from_utf8_lossy(&held(&self.said)).into_owned();
        let last = said.lines().map(str::trim).rfind(|line| !line.is_empty());
        let failure = Error::new(
            Kind::Remote,
            format!("the connection to `{}` failed", self.name),
        )
        .because(last.map_or_else(|| quoted(cause), quoted));
        if said.contains("IDENTIFICATION HAS CHANGED") {
            return failure.hint(
                "the server shows another key than the one in `known_hosts`: ask whoever runs it, and replace the line only then",
            );
        }
        if said.contains("Host key verification failed") || said.contains("host key is known") {
            return failure
                .hint("write the server's key, once you have compared it, into `known_hosts`");
        }
        if said.contains("Permission denied") {
            return failure.hint("name the key with `identity_file` in the target's table; nothing is asked for here");
        }
        failure
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let mut child = held(&self.child);
        child.kill().ok();
        child.wait().ok();
    }
}

/// One packet without its length.
fn frame(from: &mut ChildStdout) -> std::result::Result<Vec<u8>, String> {
    let mut length = [0; 4];
    let ended = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::UnexpectedEof => "it ended".to_owned(),
        _ => error.to_string(),
    };
    from.read_exact(&mut length).map_err(ended)?;
    let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
    if length == 0 || length > packet::LARGEST {
        return Err(
            "what it sends is no SFTP; does the account's shell print something at login?"
                .to_owned(),
        );
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes).map_err(ended)?;
    Ok(bytes)
}

/// Reads answers until there are no more. They wait by number; an answer that nobody asked for ends it.
fn collect(shared: &Shared, from: &mut ChildStdout) {
    let cause = loop {
        let bytes = match frame(from) {
            Ok(bytes) => bytes,
            Err(cause) => break cause,
        };
        match packet::parse(&bytes) {
            Err(error) => break error.to_string(),
            Ok((id, answer)) => {
                let mut inbox = held(&shared.inbox);
                if !inbox.expected.remove(&id) {
                    break strange("an answer that was not asked for").to_string();
                }
                inbox.answers.insert(id, answer);
                shared.arrived.notify_all();
            }
        }
    };
    held(&shared.inbox).over = Some(cause);
    shared.arrived.notify_all();
}
